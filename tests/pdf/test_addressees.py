"""Addressees in the PDF of an open letter: one, a few, a country each, two hundred of a house."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from tests.support.letters import LAYERS
from tests.support.pdf import pdf_page_count, pdf_text
from tests.support.sources import DOCUMENT, compose
from undersigned.render import render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.verapdf import VeraPdf
    from undersigned.model.letter import Letter

# Two hundred names, no two alike; the second part is long enough to be worth a hyphen.
NAMES = tuple(
    f"{given} {family}"
    for family, given in itertools.product(
        [
            "Velmarsson",
            "Tarvonneau",
            "Ostrelquist",
            "Selinshire",
            "Ardenfeather",
            "Korlinden",
            "Bruksteiner",
            "Fenwater",
            "Lanternhouse",
            "Marrinsdottir",
            "Ilvaskaya",
            "Graywatermark",
            "Portselinen",
            "Bayweatherby",
            "Highlandsen",
            "Northshoreman",
            "Thistlewander",
            "Emberlynne",
            "Quarrystone",
            "Windmillerson",
        ],
        ["Ona", "Edo", "Ilva", "Tesk", "Maro", "Sela", "Brin", "Jori", "Ketu", "Arda"],
    )
)
WORDS = "We write about the dam on the Selin."


@pytest.fixture
def letter_to(tmp_path: Path) -> Callable[[str], tuple[Letter, Path]]:
    """`letter_to("[us, gb]")`: the open letter to these recipients, and its PDF."""

    def make(recipients: str) -> tuple[Letter, Path]:
        head = "kind: open-letter\ntitle: The dam\ndate: 2031-04-02\nstatus: final\n"
        files: dict[str, str | bytes] = {
            DOCUMENT: f"---\n{head}recipients: {recipients}\n---\n{WORDS}\n",
            "recipients/catalogue/chambers.csv": """
                id,parliament,role,name
                velmar-lower,velmar,lower,Chamber of Velmar
            """,
            "recipients/catalogue/offices.csv": """
                id,of,name
                velmar-lower/member,velmar-lower,Member of the Chamber
            """,
        }
        letter = compose(tmp_path, files=files)
        path = tmp_path / "letter.pdf"
        path.write_bytes(render(letter, "pdf", LAYERS))
        return letter, path

    return make


def addressed(path: Path) -> str:
    """What stands between "To:" and the greeting, its lines joined; a word that is broken at
    the end of a line has a blank inside."""
    said = " ".join(re.sub(r"Page \d+ of \d+", "", pdf_text(path)).split())
    before, _, after = said.partition("To: ")
    assert "dam" in before
    return re.split(r" (?:Dear|Honourable Members,)", after)[0]


def lines_addressed(path: Path) -> list[str]:
    """The same, line by line."""
    said = re.split(r"(?m)^(?:Dear|Honourable Members,)", pdf_text(path).split("To:")[1])[0]
    return [line for line in said.splitlines() if line]


@pytest.mark.verapdf
def test_one_addressee_has_an_address(
    letter_to: Callable[[str], tuple[Letter, Path]], verapdf: VeraPdf
) -> None:
    """Line under line, on one page."""
    _, path = letter_to(
        "[{office: velmar-lower/member, name: Ona Tesk, address: [1 Lantern Square, 1000 Selin], "
        "country: TF}]"
    )
    verapdf.assert_compliant(path, "ua1")
    assert pdf_page_count(path) == 1
    lines = lines_addressed(path)
    assert lines == [
        "Ona Tesk",
        "Member of the Chamber",
        "Chamber of Velmar",
        "1 Lantern Square",
        "1000 Selin",
        "French Southern Territories",
    ]


@pytest.mark.verapdf
def test_seven_parliaments_stand_one_under_the_other(
    letter_to: Callable[[str], tuple[Letter, Path]], verapdf: VeraPdf
) -> None:
    """A line each, in the order of the list, on one page."""
    letter, path = letter_to("[us, ca, gb, fr, de, jp, x-ep]")
    verapdf.assert_compliant(path, "ua1")
    assert pdf_page_count(path) == 1
    lines = lines_addressed(path)
    assert lines == [line.text for one in letter.addressees for line in one.lines]
    assert (len(lines), lines[0], lines[-1]) == (
        7,
        "Congress of the United States",
        "European Parliament",
    )


@pytest.mark.verapdf
def test_the_presiding_officers_of_twenty_countries_fit_on_a_page(
    letter_to: Callable[[str], tuple[Letter, Path]], verapdf: VeraPdf
) -> None:
    """Country by country in a line, every office once, no word broken, on one page."""
    letter, path = letter_to("[{region: g20, kind: office}]")
    verapdf.assert_compliant(path, "ua1")
    assert pdf_page_count(path) == 1
    expected = [
        f"{group.heading}: {'; '.join(one.lines[0].text for one in group.addressees)}"
        for group in letter.addressee_groups
    ]
    assert addressed(path) == " ".join(expected)
    assert len(letter.addressees) > 30
    countries = [str(group.heading) for group in letter.addressee_groups]
    assert countries == sorted(countries)
    assert len(set(countries)) == len(countries) >= 19


@pytest.mark.verapdf
def test_two_hundred_members_of_a_chamber_take_two_pages(
    letter_to: Callable[[str], tuple[Letter, Path]], verapdf: VeraPdf
) -> None:
    """Under the name of the chamber, every name in the order of the list and none broken; the
    text follows on the second page at the latest."""
    entries = (f"{{office: velmar-lower/member, name: {name}}}" for name in NAMES)
    _, path = letter_to(f"[{', '.join(entries)}]")
    verapdf.assert_compliant(path, "ua1")
    assert len(set(NAMES)) == 200
    assert pdf_page_count(path) <= 2
    assert addressed(path) == f"Chamber of Velmar: {'; '.join(NAMES)}"
    assert WORDS in " ".join(pdf_text(path).split())
