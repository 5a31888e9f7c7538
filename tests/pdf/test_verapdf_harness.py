"""The validator itself: it must pass a good file and, above all, fail a bad one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import weasyprint

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.verapdf import VeraPdf

pytestmark = pytest.mark.verapdf

LETTER = '<html lang="en"><title>A letter</title><h1>To all</h1><p>We, the undersigned, write.</p>'


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    path = tmp_path / "tagged.pdf"
    weasyprint.HTML(string=LETTER).write_pdf(path, pdf_variant="pdf/ua-1")
    return path


@pytest.fixture
def untagged(tmp_path: Path) -> Path:
    path = tmp_path / "untagged.pdf"
    weasyprint.HTML(string=LETTER).write_pdf(path)
    return path


def test_tagged_file_passes(verapdf: VeraPdf, tagged: Path) -> None:
    """A tagged PDF passes PDF/UA-1."""
    [verdict] = verapdf.validate([("ua1", tagged)])

    assert str(verdict) == "tagged.pdf: ua1 passes"
    assert verdict.compliant
    verapdf.assert_compliant(tagged, "ua1")


def test_untagged_file_fails(verapdf: VeraPdf, untagged: Path) -> None:
    """An untagged PDF fails PDF/UA-1, and the verdict names each rule with its words."""
    [verdict] = verapdf.validate([("ua1", untagged)])

    assert not verdict.compliant
    assert {(rule.clause, rule.test) for rule in verdict.failed} >= {("6.2", 1), ("7.1", 11)}
    assert all(rule.description and rule.count for rule in verdict.failed)
    with pytest.raises(AssertionError, match=r"untagged\.pdf: ua1 FAILS\n  "):
        verapdf.assert_compliant(untagged, "ua1")


def test_batch_keeps_its_order(verapdf: VeraPdf, tagged: Path, untagged: Path) -> None:
    """Many files are validated in one process and answered in the order of the question."""
    pairs = [("ua1", untagged), ("ua1", tagged), ("3a", tagged), ("ua1", tagged)]

    verdicts = verapdf.validate(pairs)

    assert [(v.flavour, v.path) for v in verdicts] == pairs
    assert [v.compliant for v in verdicts] == [False, True, False, True]


def test_what_is_no_pdf_fails(verapdf: VeraPdf, tmp_path: Path) -> None:
    """A file that cannot be read, or a flavour that does not exist, never passes."""
    junk = tmp_path / 'jünk "quoted".pdf'
    junk.write_text("not a PDF file", encoding="utf-8")
    missing = tmp_path / "missing.pdf"

    verdicts = verapdf.validate([("ua1", junk), ("ua1", missing), ("ua9", junk)])

    assert [v.compliant for v in verdicts] == [False, False, False]
    assert all(v.error for v in verdicts)
