"""What a PDF file says of itself, and that it is the same whenever it is made."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from tests.support.letters import KINDS, LANGUAGES, LAYERS, make_letter
from tests.support.pdf import pdf_fonts, pdf_info
from undersigned.render import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.pdf.conftest import SetPdf


def test_metadata_are_the_letters(set_pdf: SetPdf) -> None:
    """Title, author, subject, keywords and dates are the letter's; the file is tagged, on A4."""
    info = pdf_info(set_pdf("open-letter"))

    assert info["Title"] == "Open letter on the observation of the Velmaran assembly election"
    assert info["Author"] == "Coastal Monitoring Circle"
    assert info["Subject"] == "Observers for the assembly election in the Republic of Velmara"
    assert info["Keywords"] == "Velmara, Port Halden"
    assert info["CreationDate"].startswith("Thu Jan 15 00:00:00 2026")
    assert info["ModDate"].startswith("Thu Jan 15 00:00:00 2026")
    assert info["Tagged"] == "yes"
    assert "(A4)" in info["Page size"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_is_said(set_pdf: SetPdf, language: str) -> None:
    """A screen reader is told which language to read."""
    reader = pypdf.PdfReader(set_pdf("open-letter", language))

    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == language


def test_bookmarks_are_the_headings(set_pdf: SetPdf) -> None:
    """The outline is the letter's headings, each below the one that it belongs to."""
    reader = pypdf.PdfReader(set_pdf("joint-statement"))

    def titles(outline: Sequence[Any]) -> list[Any]:
        return [titles(o) if isinstance(o, list) else o.title for o in outline]

    assert titles(reader.outline) == [
        "Open letter on the observation of the Velmaran assembly election",
        ["What we ask", ["Before polling day"], "Signatories", "Notes"],
    ]


def test_links_lead_out_and_to_the_notes_and_back(set_pdf: SetPdf) -> None:
    """Web and mail addresses are links, and notes are linked both ways."""
    reader = pypdf.PdfReader(set_pdf("open-letter"))
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", ())]
    outside = {link["/A"]["/URI"] for link in links if "/A" in link}
    inside = {link["/Dest"] for link in links if "/Dest" in link}

    assert outside == {
        "https://circle.example/reports/3", "mailto:press@circle.example", "tel:+62215550147",
    }  # fmt: skip
    assert inside == {"note-1", "note-2", "note-1-ref-1", "note-1-ref-2", "note-2-ref-1"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_is_in_the_file(set_pdf: SetPdf, language: str) -> None:
    """All fonts are embedded, as the part that is used, and none is a makeshift."""
    fonts = pdf_fonts(set_pdf("open-letter", language))

    assert all(font.embedded and font.subset and font.unicode for font in fonts)
    text_fonts = {font.name for font in fonts if "Mono" not in font.name}
    assert all(name.startswith(("Source-", "Noto-")) for name in text_fonts), text_fonts


@pytest.mark.parametrize("kind", KINDS)
def test_same_letter_gives_the_same_bytes(set_pdf: SetPdf, kind: str) -> None:
    """A second rendering in the same process is the same file."""
    again = render(make_letter(kind), "pdf", LAYERS)

    assert again == set_pdf(kind).read_bytes()


def test_same_letter_gives_the_same_bytes_in_another_process(set_pdf: SetPdf) -> None:
    """Neither the order of sets nor a temporary folder leaves a trace in the file."""
    program = """
import hashlib
from tests.support.letters import KINDS, LAYERS, make_letter
from undersigned.render import render
for kind in KINDS:
    print(hashlib.sha256(render(make_letter(kind), "pdf", LAYERS)).hexdigest())
"""
    environment = {
        **os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo",
        "PYTHONPATH": os.pathsep.join(map(str, (LAYERS[0], LAYERS[0] / "src"))),
    }  # fmt: skip
    said = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )

    expected = [hashlib.sha256(set_pdf(kind).read_bytes()).hexdigest() for kind in KINDS]
    assert said.stdout.split() == expected
