"""Numbers beside the lines of a letter's text, in the margin where the lines begin.

The layout engine numbers no lines. What is laid out already is asked where each line stands, and
the numbers are drawn when the pages are: nothing of the layout can move, and to a screen reader
they are no part of the text. This is the one module that knows the engine's boxes and how it
paints them, which are its own affair and may change: it is held to WeasyPrint 70.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from undersigned.errors import Finding, Location, RenderFailed
from undersigned.model.letter import Letter
from undersigned.render.phrases import numeral

__all__ = ["STYLESHEET", "number_lines"]

STYLESHEET = "_base/line-numbers.css"
# What people agree on: the text and its notes. Title, addresses and names can be named otherwise.
_NUMBERED = frozenset({"body", "notes", "to-editors"})
_MARGINS = {"ltr": "@left-middle", "rtl": "@right-middle"}


@dataclass(frozen=True)
class _Line:
    """Where a line stands on its page, and how high it is, in pixels of CSS."""

    baseline: float
    height: float


def number_lines(document: Any, letter: Letter, layout: Location) -> None:
    """Let the laid-out document be painted with numbers beside its lines.

    They run through the letter, so that each names one line. Cells of a table that stand side by
    side are one line; lines without words have none. Raises `RenderFailed` where nothing of the
    layout is text that is numbered.
    """
    number = 0
    for page in document.pages:
        box = page._page_box  # noqa: SLF001 - see above
        lines = _side_by_side(_lines(box, numbered=False))
        if not lines:
            continue
        margin = _margin(box, letter, layout)
        texts = [
            _number(numeral(number + place, letter.wording), line, margin)
            for place, line in enumerate(lines, start=1)
        ]
        number += len(texts)
        _paint_with(page, texts)
    if not number:
        said = "no line is numbered: nothing of the layout is of the class body"
        hint = 'put the text into <div class="body">, as the layouts that ship do'
        raise RenderFailed([Finding(layout, "line-numbers", said, hint)])


def _margin(page_box: Any, letter: Letter, layout: Location) -> Any:
    """The box of the margin in which the lines begin."""
    place = _MARGINS[letter.wording.direction]
    for child in page_box.children:
        if getattr(child, "at_keyword", "") == place:
            return child
    said = f"the layout leaves no room for numbers of lines: {place} is off"
    hint = f"take `content` out of {place} in its stylesheet"
    raise RenderFailed([Finding(layout, "line-numbers", said, hint)])


def _lines(box: Any, *, numbered: bool) -> Iterator[_Line]:
    """The lines that have words in what is numbered, in the order of the text."""
    from weasyprint.formatting_structure import boxes  # noqa: PLC0415 - loaded late
    from weasyprint.layout.absolute import AbsolutePlaceholder  # noqa: PLC0415 - loaded late

    if isinstance(box, AbsolutePlaceholder):
        box = box._box  # noqa: SLF001 - see above
    if isinstance(box, boxes.LineBox):
        # What stands inside, such as the mark of an item, is of the same line.
        if numbered and _has_words(box):
            yield _Line(box.position_y + box.baseline, box.height)
    elif isinstance(box, boxes.ParentBox) and not isinstance(box, boxes.MarginBox):
        classes = box.element.get("class", "").split() if box.element is not None else ()
        inside = numbered or not _NUMBERED.isdisjoint(classes)
        for child in box.children:
            yield from _lines(child, numbered=inside)


def _has_words(line: Any) -> bool:
    return any(getattr(box, "text", "").strip() for box in line.descendants())


def _side_by_side(lines: Iterable[_Line]) -> list[_Line]:
    """The lines from top to bottom, those at one height once."""
    apart: list[_Line] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        last = apart[-1] if apart else None
        if last and line.baseline - last.baseline < min(line.height, last.height) / 2:
            continue
        apart.append(line)
    return apart


def _number(words: str, line: _Line, margin: Any) -> Any:
    """The number as the engine paints text, on the baseline of its line."""
    from weasyprint.formatting_structure.boxes import TextBox  # noqa: PLC0415 - loaded late
    from weasyprint.text.line_break import split_first_line  # noqa: PLC0415 - loaded late

    box = TextBox.anonymous_from(margin, words)
    layout, _, _, width, height, baseline = split_first_line(words, box.style, None, None, 0)
    box.pango_layout, box.width, box.height, box.baseline = layout, width, height, baseline
    box.position_x = margin.content_box_x()
    if margin.style["text_align_all"] in {"right", "end"}:
        box.position_x += margin.width - width
    box.position_y = line.baseline - baseline
    return box


def _paint_with(page: Any, texts: list[Any]) -> None:
    """Paint these on the page as well: decoration, that is, and no part of the letter's text."""
    from weasyprint.draw.text import draw_text  # noqa: PLC0415 - loaded late

    paint = page.paint

    def paint_both(stream: Any, scale: float = 1) -> None:
        paint(stream, scale)
        for text in texts:
            with stream.artifact(), stream.stacked():
                stream.transform(a=scale, d=scale)
                draw_text(stream, text, 0, "clip", "none")

    page.paint = paint_both
