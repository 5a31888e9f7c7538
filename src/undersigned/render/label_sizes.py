"""How large each address is set on its label, in points.

The layout engine alone knows how many lines an address comes to, so its size is estimated
first, and what may not fit is laid out to see. What does not is set smaller and laid out
again, and what does not fit in the smallest size is told. Nothing is ever cut off.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from undersigned.model.label_format import LabelFormat
from undersigned.model.labels import Label, Labels
from undersigned.render.scripts import scripts_in
from undersigned.render.shipped import SANS_FILE, font_folder

__all__ = [
    "POINTS",
    "SMALLEST",
    "Sizes",
    "Widths",
    "doubtful",
    "first_sizes",
    "is_tall",
    "smaller",
    "widths_in",
]

# In a millimetre.
POINTS = 72 / 25.4
SMALLEST = 7.0
# A line may wrap before an address is set smaller than this: sorting machines like 10 points.
_SMALL = 9.5
_STEP = 0.5
# How much wider than measured a line may come out.
_MARGIN = 1.02
_LEADING = 1.2
_TALL_LEADING = 1.55
# Scripts that stack marks above and below the line, as templates/layouts/_base/tokens.css has it.
_TALL = frozenset({"Arab", "Syrc", "Khmr", "Mymr", "Laoo", "Thai", "Tibt", "Deva", "Beng"})

Sizes = Mapping[int, float]


def first_sizes(labels: Labels, layers: Sequence[Path]) -> dict[int, float]:
    """For each label the size that it is tried in first."""
    widths = widths_in(layers)
    room = labels.format.place(0)
    return {
        number: _estimate(label, room.width * POINTS, room.height * POINTS, labels.format, widths)
        for number, label in enumerate(labels.labels)
    }


def _estimate(
    label: Label, width: float, height: float, form: LabelFormat, widths: Widths
) -> float:
    """The largest size in which every line stays whole; where that were too small, the largest
    in which all of the lines they wrap to have room."""
    ems = _ems(label, widths)
    leading = _TALL_LEADING if is_tall(label) else _LEADING
    sizes = list(_sizes(form.largest))
    for size in sizes:
        whole = max(ems) * size <= width and len(ems) * leading * size <= height
        if whole and size >= _SMALL:
            return size
    for size in sizes:
        # A line that wraps seldom fills its rows.
        rows = sum(max(1, math.ceil(em * size * 1.08 / width)) for em in ems)
        if rows * leading * size <= height:
            return size
    return SMALLEST


def _ems(label: Label, widths: Widths) -> list[float]:
    """How wide each line is."""
    lines = [line.text for line in label.lines]
    if label.has_country:
        lines[-1] = lines[-1].upper()
    return [widths.of(line) for line in lines]


def _sizes(largest: float) -> Iterator[float]:
    size = largest
    while size > SMALLEST:
        yield size
        size -= _STEP
    yield SMALLEST


class Widths:
    """How wide words are, in em: as the shipped font has them, and a guess for other scripts."""

    def __init__(self, font: Any) -> None:
        self._font = font
        self._known: dict[str, float] = {}

    def of(self, text: str) -> float:
        """The width of a line."""
        return sum(self._of_one(character) for character in text)

    def knows(self, text: str) -> bool:
        """Whether the width of the line is no guess."""
        return text.isascii() or all(map(_is_measured, text))

    def _of_one(self, character: str) -> float:
        if character not in self._known:
            width = 1.0 if ord(character) >= 0x2E80 else 0.6
            measured = _is_measured(character)
            self._known[character] = self._font.getlength(character) / 100 if measured else width
        return self._known[character]


def _is_measured(character: str) -> bool:
    """Whether the shipped font has it."""
    return ord(character) < 0x250 or 0x2010 <= ord(character) < 0x2040


def widths_in(layers: Sequence[Path]) -> Widths:
    """The widths of the font that the layers have."""
    return _widths_in(font_folder(layers) / SANS_FILE)


@lru_cache(maxsize=2)
def _widths_in(path: Path) -> Widths:
    # Seldom needed: no other output measures before it lays out.
    from PIL import ImageFont  # noqa: PLC0415

    return Widths(ImageFont.truetype(str(path), 100, layout_engine=ImageFont.Layout.BASIC))


def doubtful(labels: Labels, sizes: Sizes, layers: Sequence[Path]) -> list[int]:
    """The labels of which only the layout engine can say whether they fit: a line may wrap, or
    has letters that are not measured."""
    widths = widths_in(layers)
    room = labels.format.place(0)
    return [
        number
        for number, label in enumerate(labels.labels)
        if not all(widths.knows(line.text) for line in label.lines)
        or max(_ems(label, widths)) * sizes[number] * _MARGIN > room.width * POINTS
        or len(label.lines) * _LEADING * sizes[number] > room.height * POINTS
    ]


def smaller(sizes: Sizes, misfits: Mapping[int, float]) -> dict[int, float]:
    """The sizes for another try, each misfit at least a step smaller."""
    tried = dict(sizes)
    for number, times in misfits.items():
        # Smaller words wrap less, so the height falls faster than the size.
        wanted = sizes[number] / math.sqrt(times)
        steps = max(1, round((sizes[number] - wanted) / _STEP))
        tried[number] = max(SMALLEST, sizes[number] - steps * _STEP)
    return tried


def is_tall(label: Label) -> bool:
    """Whether some script of the address stacks marks above and below its line."""
    words = "".join(line.text for line in label.lines)
    if words.isascii():
        return False
    return any(s.code in _TALL for s in scripts_in(words, label.wording.language))
