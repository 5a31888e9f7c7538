"""Every kind in every language passes PDF/UA-1, bare, as a draft, and with any signature block."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.blocks import BLOCKS
from tests.support.letters import KINDS, SETTINGS

if TYPE_CHECKING:
    from tests.pdf.conftest import SetBlock, SetPdf
    from tests.support.verapdf import VeraPdf

pytestmark = pytest.mark.verapdf


@pytest.mark.parametrize(("kind", "language"), SETTINGS)
def test_kind_in_language_is_accessible(
    set_pdf: SetPdf, verapdf: VeraPdf, kind: str, language: str
) -> None:
    """A full letter passes."""
    verapdf.assert_compliant(set_pdf(kind, language), "ua1")


@pytest.mark.parametrize("kind", KINDS)
def test_other_shapes_of_a_kind_are_accessible(
    set_pdf: SetPdf, verapdf: VeraPdf, kind: str
) -> None:
    """Without any optional part, as a draft with a picture, with one name and with forty."""
    verapdf.assert_compliant(set_pdf(kind, bare=True), "ua1")
    verapdf.assert_compliant(set_pdf(kind, draft=True, picture=True), "ua1")
    verapdf.assert_compliant(set_pdf(kind, signatories=1), "ua1")
    verapdf.assert_compliant(set_pdf(kind, signatories=40), "ua1")


@pytest.mark.parametrize("name", BLOCKS)
def test_signature_block_is_accessible(set_block: SetBlock, verapdf: VeraPdf, name: str) -> None:
    """From one name to three thousand, with logos, and with the picture of a signature."""
    verapdf.assert_compliant(set_block(name), "ua1")
