"""A number of organisations typed by hand is told where it is not the roster's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import DOCUMENT, NOW, dossier
from undersigned.compose import compose_letter
from undersigned.proof.signatory_count import check_signatory_count

if TYPE_CHECKING:
    from pathlib import Path

ROSTER = "name,kind,status\nA,,confirmed\nB,,confirmed\nP. Person,individual,confirmed\n"


def claims(root: Path, body: str, language: str = "en", roster: str = ROSTER) -> list[str]:
    """What the check says of a text whose roster names two organisations and a person."""
    files = {
        "signatories/r.csv": roster,
        "undersigned.toml": f'language = "{language}"\n',
    }
    read = dossier(root, f"{body}\n", "signatories: r\n", files, language)
    assert read.roster is not None
    found = check_signatory_count(compose_letter(read, now=NOW), read.roster)
    return [str(finding) for finding in found]


def told(words: str, line: int = 7, column: int = 1) -> str:
    """The finding about these words."""
    return (
        f"{DOCUMENT}:{line}:{column}: the text says “{words}”, the roster signatories/r.csv has 2 "
        "(write {{ signatories.organisations | length }} and it is always right)"
    )


@pytest.mark.parametrize(
    "words",
    [
        "We, the undersigned 3 organisations",
        "We, the undersigned three organisations",
        "we are twenty-one human rights organizations",
        "On behalf of the 1,200 NGOs",
        "signed by 40 groups",
        "The four undersigned organisations",
        "One hundred and one organisations ask",
        "one hundred one organizations urge",
        "We, 15 networks and unions",
    ],
)
def test_another_number(tmp_path: Path, words: str) -> None:
    """In figures or in words, with both places and what is always right."""
    assert claims(tmp_path, f"{words}, write.") == [told(words)]


@pytest.mark.parametrize(
    "body",
    [
        "We, the undersigned 2 organisations, write.",
        "We, the undersigned two organisations, write.",
        "We, the {{ signatories.organisations | length }} organisations, write.",
        "The police raided 12 organisations. We wrote to 30 organisations.",
        "We are many organisations. We, the organisations.",
        "We are in 3 countries. The 5 judges of undersigned organisations.",
    ],
)
def test_the_roster_s_number_and_other_numbers(tmp_path: Path, body: str) -> None:
    """What is right is not told, nor a number that counts something else."""
    assert claims(tmp_path, body) == []


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("fr", "Nous, les trois organisations", "Nous, les deux organisations"),
        ("fr", "Au nom des 21 associations", "Au nom des 2 associations"),
        ("es", "Nosotras, las veintiuna organizaciones", "Nosotras, las dos organizaciones"),
        ("ar", "نحن 3 منظمات", "نحن 2 منظمات"),
        ("km", "អង្គការចំនួន 3", "អង្គការចំនួន 2"),
        ("ja", "私たち3団体", "私たち2団体"),
        ("ja", "私たち三団体", "私たち二団体"),
    ],
)
def test_in_other_languages(tmp_path: Path, language: str, wrong: str, right: str) -> None:
    """Each language says in its table of wording how a text says so."""
    assert claims(tmp_path, f"{wrong}.", language) == [told(wrong)]
    assert claims(tmp_path, f"{right}.", language) == []


@pytest.mark.parametrize(("number", "findings"), [(1, 1), (2, 0), (3, 0), (4, 0), (5, 1)])
def test_who_cannot_be_named_may_be_counted(tmp_path: Path, number: int, findings: int) -> None:
    """With two withheld, two organisations are two, three or four."""
    roster = f"{ROSTER}H,,withheld\nI,,withheld\n"
    assert len(claims(tmp_path, f"We, {number} organisations.", roster=roster)) == findings


def test_where_it_stands(tmp_path: Path) -> None:
    """Within a list, a quotation or a note, and parted by bold."""
    body = (
        "One.\n\n- We are **3** organisations.\n\n> Signed by 9 groups.\n\n"
        "A.[^n]\n\n[^n]: We, 8 NGOs."
    )
    places = [line.partition(" ")[0] for line in claims(tmp_path, body)]
    assert places == [f"{DOCUMENT}:9:12:", f"{DOCUMENT}:11:3:", f"{DOCUMENT}:15:7:"]
