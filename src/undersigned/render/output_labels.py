"""The addresses of a document's recipients on a sheet of labels, or on envelopes, as a PDF."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from undersigned.errors import RenderFailed
from undersigned.model.labels import Labels
from undersigned.model.letter import Letter
from undersigned.render.label_sheet import find_misfits, misfit_finding, set_sheet
from undersigned.render.label_sizes import SMALLEST, Sizes, doubtful, first_sizes, smaller
from undersigned.render.material import Material

__all__ = ["MATERIAL", "SUFFIX", "render"]

SUFFIX = ".labels.pdf"
MATERIAL = Material.LABELS


def render(letter: Letter, layers: Sequence[Path]) -> bytes:
    """The labels as PDF/UA-1.

    What may not fit is laid out by itself until its size is found, then all of it once. Raises
    `RenderFailed` naming every address that does not fit on its label.
    """
    # The layout engine takes half a second to load: only where it is needed.
    from undersigned.render.pdf import write_pdf  # noqa: PLC0415

    labels = letter.labels
    assert labels is not None
    _forget_pages()
    sizes: Sizes = first_sizes(labels, layers)
    unsure = doubtful(labels, sizes, layers)
    if len(unsure) * 2 < len(labels.labels):
        sizes = _settled(letter, labels, sizes, unsure, layers)
    while True:
        page = set_sheet(letter, labels, sizes, layers)
        try:
            return write_pdf(page, letter, layers, _stop_at_misfits(labels))
        except _LaidOut as laid_out:
            misfits = laid_out.misfits
        _forget_pages()
        if all(sizes[number] <= SMALLEST for number in misfits):
            raise _too_small(labels, misfits)
        sizes = _settled(letter, labels, smaller(sizes, misfits), list(misfits), layers)


def _forget_pages() -> None:
    """Let go of pages that were laid out before: they are large, and go in circles."""
    gc.collect()


def _settled(
    letter: Letter, labels: Labels, sizes: Sizes, numbers: Sequence[int], layers: Sequence[Path]
) -> Sizes:
    """The sizes in which these labels fit, with those of all others. Raises `RenderFailed` for
    those that fit in none."""
    from undersigned.render.pdf import write_pdf  # noqa: PLC0415 - loaded late

    lost: list[int] = []
    while numbers:
        some = replace(labels, labels=tuple(labels.labels[n] for n in numbers), start=1)
        page = set_sheet(letter, some, {i: sizes[n] for i, n in enumerate(numbers)}, layers)
        misfits: dict[int, float] = {}
        try:
            write_pdf(page, letter, layers, _stop(some))
        except _LaidOut as laid_out:
            misfits = {numbers[index]: times for index, times in laid_out.misfits.items()}
        lost += (number for number in misfits if sizes[number] <= SMALLEST)
        numbers = [number for number in misfits if sizes[number] > SMALLEST]
        sizes = smaller(sizes, {number: misfits[number] for number in numbers})
    if lost:
        raise _too_small(labels, sorted(lost))
    return sizes


def _too_small(labels: Labels, numbers: Iterable[int]) -> RenderFailed:
    return RenderFailed(misfit_finding(labels.labels[n], labels.format) for n in numbers)


class _LaidOut(Exception):
    """The pages are laid out, and not to be written."""

    def __init__(self, misfits: dict[int, float]) -> None:
        self.misfits = misfits
        super().__init__()


def _stop(labels: Labels) -> Callable[[Any], None]:
    def look(document: Any) -> None:
        raise _LaidOut(find_misfits(document, labels))

    return look


def _stop_at_misfits(labels: Labels) -> Callable[[Any], None]:
    def look(document: Any) -> None:
        if misfits := find_misfits(document, labels):
            raise _LaidOut(misfits)

    return look
