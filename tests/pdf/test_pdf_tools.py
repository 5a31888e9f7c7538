"""The tools that read PDF files back, on a file of known content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import weasyprint

from tests.support.pdf import (
    PdfFont,
    pdf_fonts,
    pdf_info,
    pdf_page_count,
    pdf_pictures,
    pdf_text,
    pdf_words,
)

if TYPE_CHECKING:
    from pathlib import Path

FONTS = "templates/fonts"
LETTER = """<html lang="en"><title>A letter</title>
<style>@font-face { font-family: Ours; src: url(SourceSerif4-Regular.ttf) }
body { font-family: Ours; font-weight: normal }</style>
<p>We, the undersigned</p><p style="break-before: page">Zoë</p>"""


@pytest.fixture
def letter(tmp_path: Path, repository: Path) -> Path:
    path = tmp_path / "letter.pdf"
    fonts = (repository / FONTS).as_uri() + "/"
    weasyprint.HTML(string=LETTER, base_url=fonts).write_pdf(path, pdf_tags=True)
    return path


def test_text_comes_back(letter: Path) -> None:
    """Words, pages and the title are read back as they were written."""
    assert pdf_words(letter) == ["We,", "the", "undersigned", "Zoë"]
    assert pdf_words(letter, page=2) == ["Zoë"]
    assert pdf_text(letter, layout=True).strip().split("\f") == ["We, the undersigned\n", "Zoë"]
    assert pdf_page_count(letter) == 2
    assert (pdf_info(letter)["Title"], pdf_info(letter)["Tagged"]) == ("A letter", "yes")


def test_fonts_are_told(letter: Path) -> None:
    """A font is told by its name, and whether it is embedded, a subset, and maps to Unicode."""
    [font] = pdf_fonts(letter)

    assert font == PdfFont(font.name, "CID TrueType", embedded=True, subset=True, unicode=True)
    assert "Source" in font.name or "Ours" in font.name


def test_pages_become_pictures(letter: Path, tmp_path: Path) -> None:
    """Each page becomes one picture, in order."""
    pictures = pdf_pictures(letter, tmp_path, dpi=20)

    assert [picture.name for picture in pictures] == ["letter-1.png", "letter-2.png"]
