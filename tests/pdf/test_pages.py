"""What stands on which page: numbers, the draft mark, and what may not stand alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.letters import KINDS
from tests.support.pdf import pdf_page_count, pdf_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import SetPdf

DRAFT = "Draft – not for distribution"


def pages(path: Path) -> list[str]:
    return [pdf_text(path, page=n) for n in range(1, pdf_page_count(path) + 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_numbered_from_the_second_on(set_pdf: SetPdf, kind: str) -> None:
    """Page 1 has no number; every other has its own, and how many there are."""
    first, *others = pages(set_pdf(kind, picture=True))

    assert "Page" not in first
    assert others
    total = len(others) + 1
    for number, text in enumerate(others, start=2):
        assert f"Page {number} of {total}" in text


@pytest.mark.parametrize("kind", KINDS)
def test_draft_bears_its_mark_on_every_page(set_pdf: SetPdf, kind: str) -> None:
    """A draft says so once on each of its pages; a final letter nowhere."""
    assert [text.count(DRAFT) for text in pages(set_pdf(kind, draft=True))] == [1] * len(
        pages(set_pdf(kind, draft=True))
    )
    assert all("Draft" not in text for text in pages(set_pdf(kind)))


@pytest.mark.parametrize(
    ("kind", "signatories"),
    [*(("open-letter", number) for number in (1, 6, 12, 40, 500)), ("letter", 1), ("letter", 6)],
)
def test_signatures_never_stand_without_words_of_the_letter(
    set_pdf: SetPdf, kind: str, signatories: int
) -> None:
    """The close is on a page with the last lines of the text, and with the first name."""
    found = [text for text in pages(set_pdf(kind, signatories=signatories)) if "Yours f" in text]

    assert len(found) == 1
    before, _, after = found[0].partition("Yours faithfully,")
    assert "whatever else would be of use." in before
    assert re.search("Ines Caldara|Coastal Monitoring Circle", after)


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_stands_at_the_foot_of_a_page(set_pdf: SetPdf, kind: str) -> None:
    """After each heading comes text on the same page."""
    for signatories in (1, 6, 40):
        for text in pages(set_pdf(kind, signatories=signatories)):
            lines = [line for line in text.splitlines() if line.strip()]
            lines = [line for line in lines if not line.startswith(("Page ", "\f"))]
            assert lines[-1] not in {"What we ask", "Before polling day", "Signatories", "Notes"}
