"""A sheet of labels as a page: where each address stands, and which do not fit there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markupsafe import Markup

from undersigned.errors import Finding, Location
from undersigned.model.label_format import LabelFormat
from undersigned.model.labels import Label, Labels
from undersigned.model.letter import Letter
from undersigned.render.families import css_families
from undersigned.render.label_sizes import POINTS, SMALLEST, Sizes, Widths, is_tall, widths_in
from undersigned.render.page import Page, fill_template
from undersigned.render.parts import Parts
from undersigned.render.scripts import main_script
from undersigned.render.signatures import text_direction
from undersigned.render.stylesheet import build_stylesheet, layer_files

__all__ = ["find_misfits", "misfit_finding", "set_sheet"]

_PIXELS = 96 / 25.4


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
        "sheets": list(_sheets(letter, labels, sizes, widths_in(layers))),
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
        fits = len(letter.sender) * 9 * 1.3 <= form.sender.height * POINTS
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
    letter: Letter, labels: Labels, sizes: Sizes, widths: Widths
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
        lines = tuple(_lines(label, own, room.width * POINTS / size, widths))
        placed = _Placed(
            number,
            _mm(room.left),
            _mm(room.top),
            f"{size:g}",
            is_tall(label),
            label.wording.language if foreign else "",
            label.wording.direction,
            lines,
        )
        sheet.append(placed)
    yield sheet


def _lines(label: Label, letter: Letter, ems: float, widths: Widths) -> Iterator[_Line]:
    """The lines of a label that is so many em wide."""
    last = len(label.lines) - 1
    for index, line in enumerate(label.lines):
        is_country = label.has_country and index == last
        wraps = widths.of(line.text) > ems
        yield _Line(line.text, text_direction(line.text, letter), is_country, wraps)


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


def misfit_finding(label: Label, form: LabelFormat) -> Finding:
    """What is said of an address that no size makes fit."""
    return Finding(
        label.location,
        "label-too-small",
        f'the address of "{label.lines[0]}" does not fit on a label of {form.name}, '
        f"not even in {SMALLEST:g} pt",
        "take larger labels with --label-format, or write a shorter address: in the list",
    )
