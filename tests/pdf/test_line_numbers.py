"""A PDF with the lines of its text numbered is the PDF without, and numbers in its margin."""

from __future__ import annotations

import html
import re
import subprocess
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.support.letters import KINDS, LAYERS, REPOSITORY, SETTINGS, make_letter
from undersigned.errors import Finding, Location, RenderFailed
from undersigned.model.node import Paragraph
from undersigned.render import render, suffix

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import SetPdf
    from tests.support.verapdf import VeraPdf
    from undersigned.model.letter import Letter

_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
# Of A4, in points: templates/layouts/_base/base.css.
MARGIN = 33 / 25.4 * 72


@dataclass(frozen=True)
class Word:
    """A word where it stands, in points from the upper left corner of its page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def words_of(path: Path) -> Counter[Word]:
    """Every word of every page, as poppler finds them."""
    said = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    return Counter(
        Word(number, html.unescape(text), *map(float, edges))
        for number, page in enumerate(said.split("<page ")[1:], start=1)
        for *edges, text in _WORD.findall(page)
    )


def structure(path: Path) -> str:
    """What a screen reader reads."""
    return subprocess.run(
        ["pdfinfo", "-struct-text", str(path)], check=True, capture_output=True, encoding="utf-8"
    ).stdout


def numbered(letter: Letter, folder: Path) -> Path:
    path = folder / f"{letter.kind}-{letter.language}{suffix('pdf_numbered')}"
    path.write_bytes(render(letter, "pdf_numbered", LAYERS))
    return path


def rows(words: list[Word]) -> list[Word]:
    """A word of each line, from the first page to the last."""
    ordered = sorted(words, key=lambda word: (word.page, word.bottom))
    return [
        word
        for before, word in pairwise([None, *ordered])
        if word is not None
        and (before is None or word.page != before.page or word.top > before.middle)
    ]


@pytest.mark.parametrize(("kind", "language"), SETTINGS)
def test_nothing_moves(set_pdf: SetPdf, tmp_path: Path, kind: str, language: str) -> None:
    """Every word stands where it stands without numbers, and a screen reader hears no number."""
    plain = set_pdf(kind, language)
    path = numbered(make_letter(kind, language), tmp_path)

    without, with_numbers = words_of(plain), words_of(path)

    assert without - with_numbers == Counter()
    numbers = (with_numbers - without).elements()
    inks = sorted(numbers, key=lambda word: (word.page, word.top))
    assert [word.text for word in inks] == [str(n) for n in range(1, len(inks) + 1)]
    assert len(inks) > 15
    assert structure(path) == structure(plain)


@pytest.mark.parametrize(("kind", "language"), SETTINGS)
def test_each_line_of_the_text_has_one_number_beside_it(
    tmp_path: Path, kind: str, language: str
) -> None:
    """In the margin where lines begin, at the height of the line, on one edge for all."""
    full = make_letter(kind, language, bare=True)
    body = tuple(block for block in full.body if isinstance(block, Paragraph))
    path = numbered(replace(full, body=body), tmp_path)
    found = list(words_of(path).elements())
    rtl = full.wording.direction == "rtl"

    def is_number(word: Word) -> bool:
        return word.left > 595 - MARGIN if rtl else word.right < MARGIN

    numbers = sorted(filter(is_number, found), key=lambda word: (word.page, word.top))
    # The text begins beside the first number, and nothing follows it but the page's own number.
    text = [
        word
        for word in found
        if not is_number(word)
        and word.page >= numbers[0].page
        and word.bottom > numbers[0].top
        and word.bottom < 842 - 27 / 25.4 * 72
    ]

    beside = [[w.text for w in numbers if line.top < w.middle < line.bottom] for line in rows(text)]

    assert beside == [[str(number)] for number in range(1, len(numbers) + 1)]
    edges = {word.left if rtl else word.right for word in numbers}
    assert max(edges) - min(edges) < 1


def test_cells_side_by_side_are_one_line(tmp_path: Path) -> None:
    """A row of a table has as many numbers as its highest cell has lines."""
    letter = make_letter("open-letter")
    found = words_of(numbered(letter, tmp_path))

    beside = [
        word.text
        for row in ("District", "Saint", "Greywater")
        for cell in found
        if cell.text == row and cell.page == 1 and cell.top > 600
        for word in found
        if word.right < 80 and cell.top < word.middle < cell.bottom
    ]

    assert beside == ["17", "19", "20"]


def test_digits_are_those_of_the_wording(tmp_path: Path) -> None:
    """Where a language's wording numbers with other digits, lines are numbered with them."""
    letter = make_letter("letter", "km", bare=True)
    khmer = replace(letter, wording=replace(letter.wording, numbering="khmer"))

    found = words_of(numbered(khmer, tmp_path))

    assert [w.text for w in found if w.right < 80][:3] == ["១", "២", "៣"]


@pytest.mark.verapdf
@pytest.mark.parametrize(
    ("kind", "language"), [*((kind, "en") for kind in KINDS), ("letter", "ar"), ("letter", "km")]
)
def test_numbered_file_is_accessible(
    tmp_path: Path, verapdf: VeraPdf, kind: str, language: str
) -> None:
    """Numbered, drafts pass PDF/UA-1 like finished letters."""
    verapdf.assert_compliant(numbered(make_letter(kind, language), tmp_path), "ua1")
    draft = make_letter(kind, language, 40, draft=True)
    verapdf.assert_compliant(numbered(draft, tmp_path), "ua1")


def test_same_letter_gives_the_same_bytes() -> None:
    """Twice the same file."""
    letter = make_letter("open-letter")

    assert render(letter, "pdf_numbered", LAYERS) == render(letter, "pdf_numbered", LAYERS)


def write_layout(folder: Path, html: str, css: str = "") -> tuple[Path, Path]:
    layout = folder / "templates" / "layouts" / "letter"
    layout.mkdir(parents=True)
    (layout / "letter.html").write_text(html, encoding="utf-8")
    (layout / "style.css").write_text(css, encoding="utf-8")
    return folder, REPOSITORY


def test_layout_without_a_body_is_told(tmp_path: Path) -> None:
    """A layout of one's own says which part of it is the text."""
    layers = write_layout(
        tmp_path,
        '{% extends "_base/base.html" %}{% block letter %}'
        "<h1>{{ letter.title }}</h1>{{ parts.blocks(letter.body) }}{% endblock %}",
    )

    with pytest.raises(RenderFailed) as caught:
        render(make_letter("letter", bare=True), "pdf_numbered", layers)

    assert caught.value.findings == (
        Finding(
            Location("templates/layouts/letter/letter.html"),
            "line-numbers",
            "no line is numbered: nothing of the layout is of the class body",
            'put the text into <div class="body">, as the layouts that ship do',
        ),
    )


def test_layout_that_keeps_the_margin_is_told(tmp_path: Path) -> None:
    """Where a layout takes the box of the margin away, numbers have no place."""
    layers = write_layout(
        tmp_path,
        (REPOSITORY / "templates/layouts/letter/letter.html").read_text(encoding="utf-8"),
        "@media print { @page { @left-middle { content: none } } }",
    )

    with pytest.raises(RenderFailed) as caught:
        render(make_letter("letter", bare=True), "pdf_numbered", layers)

    assert caught.value.findings == (
        Finding(
            Location("templates/layouts/letter/letter.html"),
            "line-numbers",
            "the layout leaves no room for numbers of lines: @left-middle is off",
            "take `content` out of @left-middle in its stylesheet",
        ),
    )
