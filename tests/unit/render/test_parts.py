"""Names as a template asks for them among other words: escaped once, and set apart."""

from __future__ import annotations

from dataclasses import replace

from tests.support.letters import LAYERS, make_letter, signatory
from undersigned.render import render


def test_name_of_a_submitter_is_what_it_is() -> None:
    """An ampersand is one, markup is words, and what runs the other way turns nothing."""
    letter = make_letter("un-statement")
    fields = {
        **letter.fields,
        "submitted_by": signatory("Sons & <b>Daughters</b>", ecosoc="general"),
        "cosponsors": (),
        "supported_by": (signatory("Ink & Paper"), signatory("رابطة المدن"), signatory("Quay")),
    }
    page = render(replace(letter, fields=fields), "html", LAYERS).decode()
    (submitted,) = (line for line in page.splitlines() if 'class="submitted"' in line)
    (supported,) = (line for line in page.splitlines() if 'class="supported"' in line)

    assert submitted == (
        '<p class="submitted">Written statement* submitted by Sons &amp; '
        "&lt;b&gt;Daughters&lt;/b&gt;, a non-governmental organization in general consultative "
        "status</p>"
    )
    assert supported.startswith(
        '<p class="supported">Ink &amp; Paper, \u2068رابطة المدن\u2069, and Quay, NGO(s)'
    )
