"""A sheet of labels as a page: where each address stands, and how large it is set.

The layout engine alone knows how many lines an address comes to, so its size is estimated
first and looked at once the page is laid out: what does not fit then is set smaller and laid
out again, and what does not fit in the smallest size is told. Nothing is ever cut off.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from undersigned.errors import Finding, Location
from undersigned.model.label_format import LabelFormat
from undersigned.model.labels import Label, Labels
from undersigned.model.letter import Letter
from undersigned.render.families import css_families
from undersigned.render.page import Page, fill_template
from undersigned.render.parts import Parts
from undersigned.render.scripts import main_script, scripts_in
from undersigned.render.shipped import SANS_FILE, font_folder
from undersigned.render.signatures import text_direction
from undersigned.render.stylesheet import build_stylesheet, layer_files

__all__ = [
    "SMALLEST",
    "Sizes",
    "find_misfits",
    "first_sizes",
    "misfit_finding",
    "set_sheet",
    "smaller",
]

SMALLEST = 7.0
# A line may wrap before an address is set smaller than this: sorting machines like 10 points.
_SMALL = 9.5
_STEP = 0.5
_LEADING = 1.2
_TALL_LEADING = 1.55
# Scripts that stack marks above and below the line, as templates/layouts/_base/tokens.css has it.
_TALL = frozenset({"Arab", "Syrc", "Khmr", "Mymr", "Laoo", "Thai", "Tibt", "Deva", "Beng"})
_POINTS = 72 / 25.4
_PIXELS = 96 / 25.4

Sizes = Mapping[int, float]


@dataclass(frozen=True)
class _Line:
    text: str
    direction: str
    is_country: bool
    wraps: bool


@dataclass(frozen=True)
class _Placed:
    """A label as the template asks for it."""

    number: int
    left: str
    top: str
    size: str
    tall: bool
    language: str
    direction: str
    lines: tuple[_Line, ...]


def set_sheet(letter: Letter, labels: Labels, sizes: Sizes, layers: Sequence[Path]) -> Page:
    """The page, each label in its size (in points, by its number)."""
    files = layer_files(["_labels/style.css"], layers)
    stylesheet = build_stylesheet(files, _generated_css(letter, labels.format))
    context = {
        "letter": letter,
        "language": letter.language.replace("_", "-"),
        "script": main_script(letter.language),
        # CSS is no text: what could end its element is taken out where it is put together.
        "stylesheet": Markup(stylesheet.text),  # noqa: S704
        "parts": Parts(letter),
        "sender": letter.sender if labels.format.sender else (),
        "sheets": list(_sheets(letter, labels, sizes, _widths(layers))),
    }
    html = fill_template("_labels/labels.html", context, layers)
    return Page(html, stylesheet, Location("templates/layouts/_labels/labels.html"))


def _generated_css(letter: Letter, form: LabelFormat) -> str:
    serif, sans = css_families(letter)
    room = form.place(0)
    measures = {
        "page-width": form.page_width,
        "page-height": form.page_height,
        "label-width": room.width,
        "label-height": room.height,
    }
    if form.sender is not None:
        measures |= {f"sender-{name}": value for name, value in vars(form.sender).items()}
    rules = [f"--{name}: {_mm(value)}mm;" for name, value in measures.items()]
    if form.sender is not None:
        # A coalition of many names takes less room each; the foot of an envelope's left is free.
        fits = len(letter.sender) * 9 * 1.3 <= form.sender.height * _POINTS
        rules.append(f"--sender-size: {9 if fits else 7.5}pt;")
    return "\n".join(
        [
            f":root {{ --serif: {serif}; --sans: {sans}; {' '.join(rules)} }}",
            f"@page {{ size: {_mm(form.page_width)}mm {_mm(form.page_height)}mm; }}",
        ]
    )


def _mm(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _sheets(
    letter: Letter, labels: Labels, sizes: Sizes, widths: _Widths
) -> Iterator[list[_Placed]]:
    form = labels.format
    sheet: list[_Placed] = []
    for number, label in enumerate(labels.labels):
        position = (number + labels.start - 1) % form.per_page
        if number and position == 0:
            yield sheet
            sheet = []
        room, size = form.place(position), sizes[number]
        foreign = label.wording.language != letter.language
        own = replace(letter, wording=label.wording) if foreign else letter
        lines = tuple(_lines(label, own, room.width * _POINTS / size, widths))
        placed = _Placed(
            number,
            _mm(room.left),
            _mm(room.top),
            f"{size:g}",
            _is_tall(label),
            label.wording.language if foreign else "",
            label.wording.direction,
            lines,
        )
        sheet.append(placed)
    yield sheet


def _lines(label: Label, letter: Letter, ems: float, widths: _Widths) -> Iterator[_Line]:
    """The lines of a label that is so many em wide."""
    last = len(label.lines) - 1
    for index, line in enumerate(label.lines):
        is_country = label.has_country and index == last
        wraps = widths.of(line.text) > ems
        yield _Line(line.text, text_direction(line.text, letter), is_country, wraps)


def _is_tall(label: Label) -> bool:
    words = "".join(line.text for line in label.lines)
    if words.isascii():
        return False
    return any(s.code in _TALL for s in scripts_in(words, label.wording.language))


def first_sizes(labels: Labels, layers: Sequence[Path]) -> dict[int, float]:
    """For each label the size that it is tried in first."""
    widths = _widths(layers)
    room = labels.format.place(0)
    return {
        number: _estimate(label, room.width * _POINTS, room.height * _POINTS, labels.format, widths)
        for number, label in enumerate(labels.labels)
    }


def _estimate(
    label: Label, width: float, height: float, form: LabelFormat, widths: _Widths
) -> float:
    """The largest size in which every line stays whole; where that were too small, the largest
    in which all of the lines they wrap to have room."""
    lines = [line.text for line in label.lines]
    if label.has_country:
        lines[-1] = lines[-1].upper()
    ems = [widths.of(line) for line in lines]
    leading = _TALL_LEADING if _is_tall(label) else _LEADING
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


def _sizes(largest: float) -> Iterator[float]:
    size = largest
    while size > SMALLEST:
        yield size
        size -= _STEP
    yield SMALLEST


class _Widths:
    """How wide words are, in em: as the shipped font has them, and a guess for other scripts."""

    def __init__(self, font: Any) -> None:
        self._font = font
        self._known: dict[str, float] = {}

    def of(self, text: str) -> float:
        """The width of a line."""
        return sum(self._of_one(character) for character in text)

    def _of_one(self, character: str) -> float:
        if character not in self._known:
            own = ord(character) < 0x250 or 0x2010 <= ord(character) < 0x2040
            width = 1.0 if ord(character) >= 0x2E80 else 0.6
            self._known[character] = self._font.getlength(character) / 100 if own else width
        return self._known[character]


def _widths(layers: Sequence[Path]) -> _Widths:
    return _widths_in(font_folder(layers) / SANS_FILE)


@lru_cache(maxsize=2)
def _widths_in(path: Path) -> _Widths:
    # Seldom needed: no other output measures before it lays out.
    from PIL import ImageFont  # noqa: PLC0415

    return _Widths(ImageFont.truetype(str(path), 100, layout_engine=ImageFont.Layout.BASIC))


def find_misfits(document: Any, labels: Labels) -> dict[int, float]:
    """How many times its room each address takes that does not fit, by the label's number.

    On a sheet of labels, those that fit are moved to the middle of their label's height.
    """
    from weasyprint.formatting_structure.boxes import BlockBox  # noqa: PLC0415 - loaded late

    misfits = {}
    seen: set[int] = set()
    room = labels.format.place(0).height * _PIXELS
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001 - pinned to 70.0
            if box.element_tag != "address" or not isinstance(box, BlockBox):
                continue
            number = int(box.element.get("data-label"))
            if number in seen:
                # What stands inside, which the engine gives the name of the element too.
                continue
            seen.add(number)
            if box.height > room + 0.5:
                misfits[number] = box.height / room
            elif labels.format.sender is None:
                box.translate(0, (room - box.height) / 2)
    return misfits


def smaller(sizes: Sizes, misfits: Mapping[int, float]) -> dict[int, float]:
    """The sizes for another try, each misfit at least a step smaller."""
    tried = dict(sizes)
    for number, times in misfits.items():
        # Smaller words wrap less, so the height falls faster than the size.
        wanted = sizes[number] / math.sqrt(times)
        steps = max(1, round((sizes[number] - wanted) / _STEP))
        tried[number] = max(SMALLEST, sizes[number] - steps * _STEP)
    return tried


def misfit_finding(label: Label, form: LabelFormat) -> Finding:
    """What is said of an address that no size makes fit."""
    return Finding(
        label.location,
        "label-too-small",
        f'the address of "{label.lines[0]}" does not fit on a label of {form.name}, '
        f"not even in {SMALLEST:g} pt",
        "take larger labels with --label-format, or write a shorter address: in the list",
    )
