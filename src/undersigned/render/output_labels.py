"""The addresses of a document's recipients on a sheet of labels, or on envelopes, as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from undersigned.errors import RenderFailed
from undersigned.model.letter import Letter
from undersigned.render.label_sheet import (
    SMALLEST,
    find_misfits,
    first_sizes,
    misfit_finding,
    set_sheet,
    smaller,
)

__all__ = ["ONCE", "SUFFIX", "render"]

SUFFIX = ".labels.pdf"
# One file for the whole document, in whichever edition: it is made of a letter with `labels`.
ONCE = True


def render(letter: Letter, layers: Sequence[Path]) -> bytes:
    """The labels as PDF/UA-1.

    Raises `RenderFailed` naming every address that does not fit on its label.
    """
    # The layout engine takes half a second to load: only where it is needed.
    from undersigned.render.pdf import write_pdf  # noqa: PLC0415

    labels = letter.labels
    assert labels is not None
    sizes = first_sizes(labels, layers)
    while True:
        misfits: dict[int, float] = {}

        def look(document: Any, found: dict[int, float] = misfits) -> None:
            found |= find_misfits(document, labels)
            if found:
                raise _Misfit

        page = set_sheet(letter, labels, sizes, layers)
        try:
            return write_pdf(page, letter, layers, look)
        except _Misfit:
            if all(sizes[number] <= SMALLEST for number in misfits):
                raise RenderFailed(
                    misfit_finding(labels.labels[number], labels.format) for number in misfits
                ) from None
            sizes = smaller(sizes, misfits)


class _Misfit(Exception):
    """The page is laid out, and is not to be written."""
