"""The written statement's words in the order in which the United Nations prints them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.support.letters import LAYERS, make_letter
from tests.support.pdf import pdf_text
from undersigned.render import render

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import SetPdf

PARTS = """\
United Nations
General Assembly
Distr.: General 13 February 2026 English only
Human Rights Council Sixty-first session 23 February–2 April 2026 Agenda item 4
Human rights situations that require the Council’s attention
Joint written statement* submitted by Coastal Monitoring Circle, a non-governmental \
organization in general consultative status, Velmaran League for Open Government, House of Free \
Pens, non-governmental organizations in special consultative status, Association of District \
Lawyers, a non-governmental organization on the roster
The Secretary-General has received the following written statement which is circulated in \
accordance with Economic and Social Council resolution 1996/31.
[30 January 2026]
* Issued as received, in the language of submission only.
Open letter on the observation
We, the undersigned organisations
Women's Assembly of the North Shore and Halden Institute for Electoral Studies, NGO(s) without \
consultative status, also share the views expressed in this statement.
""".splitlines()


def test_parts_stand_in_their_order(set_pdf: SetPdf) -> None:
    """Masthead, session, submitters, formula, note, then title, text and supporters."""
    text = " ".join(pdf_text(set_pdf("un-statement")).split())
    places = [text.find(part) for part in PARTS]

    assert -1 not in places, PARTS[places.index(-1)]
    assert places == sorted(places)


def test_one_submitter_is_not_joint(tmp_path: Path) -> None:
    """One organisation submits a written statement, not a joint one."""
    letter = make_letter("un-statement")
    alone = replace(letter, fields={**letter.fields, "cosponsors": (), "supported_by": ()})
    path = tmp_path / "alone.pdf"
    path.write_bytes(render(alone, "pdf", LAYERS))
    text = " ".join(pdf_text(path).split())

    assert (
        "Written statement* submitted by Coastal Monitoring Circle, a non-governmental "
        "organization in general consultative status The Secretary-General" in text
    )
    assert "share" not in text


def test_absent_parts_leave_no_label(set_pdf: SetPdf) -> None:
    """A statement without any field has the fixed words of the masthead and the formula alone."""
    cover = " ".join(pdf_text(set_pdf("un-statement", bare=True), page=1).split())

    assert cover == (
        "United Nations General Assembly Distr.: General English only Human Rights Council "
        "The Secretary-General has received the following written statement which is circulated "
        "in accordance with Economic and Social Council resolution 1996/31."
    )
