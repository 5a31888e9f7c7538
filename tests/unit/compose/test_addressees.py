"""Addressees of an open letter: from one with an address to two hundred in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import compose

if TYPE_CHECKING:
    from pathlib import Path

_TABLES = "recipients/catalogue/"
_CATALOGUE: dict[str, str | bytes] = {
    f"{_TABLES}parliaments.csv": """
        id,name,country,languages
        velmar,Assembly of Velmar,TF,fr|en
        tarvon,Parliament of Tarvon,BV,en
        ostrel,Diet of Ostrel,HM,en
    """,
    f"{_TABLES}chambers.csv": """
        id,parliament,role,name,street,postal_code,city
        velmar-upper,velmar,upper,Senate of Velmar,,,
        velmar-lower,velmar,lower,Chamber of Velmar,1 place du Phare,75399,Selin
        tarvon-single,tarvon,single,Parliament of Tarvon,,,
        ostrel-lower,ostrel,lower,House of Ostrel,,,
    """,
    f"{_TABLES}offices.csv": """
        id,of,name
        velmar-lower/warden,velmar-lower,Warden
        velmar-upper/warden,velmar-upper,Warden
        tarvon-single/chair,tarvon-single,Chair
        ostrel-lower/reeve,ostrel-lower,Reeve of the House of Ostrel
        velmar-lower/member,velmar-lower,Member of the Chamber
    """,
    f"{_TABLES}forms_of_address.csv": """
        office,language,envelope
        velmar-lower/warden,en,The Right Honourable {name}
    """,
    f"{_TABLES}names.csv": """
        id,language,name
        velmar-lower,fr,Chambre du Velmar
        velmar-lower/warden,fr,Gardien de la Chambre
        velmar-upper,fr,Sénat du Velmar
    """,
}


def named(root: Path, *entries: str, language: str = "en") -> list[str]:
    """What an open letter to these recipients names: the headings, and each addressee."""
    settings = f'organisation = "Velmar River Watch"\nlanguage = "{language}"\n'
    front = "recipients:\n" + "".join(f"  - {entry}\n" for entry in entries)
    files = {**_CATALOGUE, "undersigned.toml": settings}
    letter = compose(root, front=front, files=files, language=language)
    told = []
    for group in letter.addressee_groups:
        told += [f"# {group.heading}"] if group.heading else ["#"]
        told += [" / ".join(line.text for line in one.lines) for one in group.addressees]
    return told


def people(number: int, more: str = "") -> list[str]:
    """That many people, with these further keys."""
    return [f"{{name: Person {n}{more}}}" for n in range(1, number + 1)]


def test_nobody_is_named_where_nobody_is_written_to(tmp_path: Path) -> None:
    """A letter without recipients has no group of them."""
    assert compose(tmp_path).addressee_groups == ()


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "{office: velmar-lower/warden, name: Ona Tesk}",
            (
                "The Right Honourable Ona Tesk / Warden / Chamber of Velmar / 1 place du Phare / "
                "SELIN / 75399 / French Southern Territories"
            ),
        ),
        (
            "{office: velmar-lower/warden, name: Ona Tesk, honorific: Dr, post_nominals: MC}",
            (
                "Dr Ona Tesk MC / Warden / Chamber of Velmar / 1 place du Phare / SELIN / 75399 / "
                "French Southern Territories"
            ),
        ),
        (
            "velmar-lower/warden",
            (
                "Warden / Chamber of Velmar / 1 place du Phare / SELIN / 75399 / "
                "French Southern Territories"
            ),
        ),
        (
            "{chamber: velmar-lower, as: The Old Chamber}",
            "The Old Chamber / 1 place du Phare / SELIN / 75399 / French Southern Territories",
        ),
        ("velmar", "Assembly of Velmar"),
        ("ostrel-lower/reeve", "Reeve of the House of Ostrel"),
        (
            "{name: Ilva Marrin, office: Clerk, institution: River Board, address: [1 Square]}",
            "Ilva Marrin / Clerk / River Board / 1 Square",
        ),
    ],
)
def test_one_recipient_has_the_address_too(tmp_path: Path, entry: str, expected: str) -> None:
    """Everything an envelope would say, with the courtesy of the office, or the list's own."""
    assert named(tmp_path, entry) == ["#", expected]


@pytest.mark.parametrize("number", [2, 7, 10])
def test_a_few_stand_one_under_the_other(tmp_path: Path, number: int) -> None:
    """In the order of the list, without addresses, in no group, each in lines of its own."""
    entries = [
        "{office: velmar-lower/warden, name: Ona Tesk}",
        "{name: Ilva Marrin, office: Clerk, institution: River Board, address: [1 Square]}",
        "{office: velmar-lower/member, name: Edo Marrin, honorific: Dr}",
        "velmar-upper/warden",
        "ostrel-lower/reeve",
        "velmar-lower",
        "tarvon",
        *people(3),
    ]
    assert named(tmp_path, *entries[:number]) == [
        "#",
        *[
            "The Right Honourable Ona Tesk / Warden / Chamber of Velmar",
            "Ilva Marrin / Clerk / River Board",
            "Dr Edo Marrin / Member of the Chamber / Chamber of Velmar",
            "Warden / Senate of Velmar",
            "Reeve of the House of Ostrel",
            "Chamber of Velmar",
            "Parliament of Tarvon",
            "Person 1",
            "Person 2",
            "Person 3",
        ][:number],
    ]


@pytest.mark.parametrize("number", [11, 40, 200])
def test_many_stand_under_the_body_they_sit_in(tmp_path: Path, number: int) -> None:
    """One line each, in the order of the list; whoever shares a body with nobody comes last."""
    upper = people(number - 7, ", office: Senator, institution: Senate of Velmar")
    entries = [
        "{name: Ilva Marrin, office: Clerk, institution: River Board}",
        "velmar-lower/warden",
        *upper,
        "{office: velmar-lower/member, name: Edo Marrin, honorific: Dr}",
        "velmar",
        "velmar-lower",
        "velmar-upper/warden",
        "{name: Somebody}",
    ]
    assert named(tmp_path, *entries) == [
        "# Chamber of Velmar",
        "Warden",
        "Dr Edo Marrin",
        "Chamber of Velmar",
        "# Senate of Velmar",
        *(f"Person {n}, Senator" for n in range(1, number - 6)),
        "#",
        "Ilva Marrin, Clerk, River Board",
        "Assembly of Velmar",
        "Warden, Senate of Velmar",
        "Somebody",
    ]


def test_bodies_of_one_name_are_told_apart_by_their_country(tmp_path: Path) -> None:
    """Many a country has a Senate, and nobody sits in that of another."""
    entries = [
        *people(2, ", office: Senator, institution: Senate, country: TF"),
        *[f"{{name: Other {n}, institution: Senate, country: BV}}" for n in range(1, 8)],
        *[f"{{name: Third {n}, institution: House, country: BV}}" for n in (1, 2)],
    ]
    assert named(tmp_path, *entries) == [
        "# Senate, French Southern Territories",
        "Person 1, Senator",
        "Person 2, Senator",
        "# Senate, Bouvet Island",
        *(f"Other {n}" for n in range(1, 8)),
        "# House",
        "Third 1",
        "Third 2",
    ]


def test_many_without_a_body_in_common_stand_under_their_country(tmp_path: Path) -> None:
    """In the order in which the list comes to each; those without a country come last."""
    entries = [
        "{name: Nobody’s Board}",
        "tarvon-single/chair",
        "velmar-upper/warden",
        "velmar-lower/warden",
        "ostrel-lower/reeve",
        *[f"{{name: Board {n}, country: BV}}" for n in range(1, 7)],
    ]
    assert named(tmp_path, *entries) == [
        "# Bouvet Island",
        "Chair",
        *(f"Board {n}" for n in range(1, 7)),
        "# French Southern Territories",
        "Warden, Senate of Velmar",
        "Warden, Chamber of Velmar",
        "# Heard & McDonald Islands",
        "Reeve of the House of Ostrel",
        "#",
        "Nobody’s Board",
    ]


@pytest.mark.parametrize("number", [11, 40, 200])
def test_many_without_a_body_or_country_are_one_list(tmp_path: Path, number: int) -> None:
    """Nothing unites them, so there is no heading."""
    assert named(tmp_path, *people(number)) == [
        "#",
        *(f"Person {n}" for n in range(1, number + 1)),
    ]


def test_groups_speak_the_language_of_the_letter(tmp_path: Path) -> None:
    """Bodies and offices have their names in it where these are known, and their own elsewhere."""
    entries = [
        "velmar-lower/warden",
        "{office: velmar-lower/member, name: Edo Marrin}",
        "velmar-lower",
        "velmar-upper/warden",
        "{office: ostrel-lower/reeve, name: Ona Tesk}",
        *[f"{{office: velmar-lower/member, name: Member {n}, id: m{n}}}" for n in range(1, 4)],
        *people(3),
    ]
    assert named(tmp_path, *entries, language="fr") == [
        "# Chambre du Velmar",
        "Gardien de la Chambre",
        "Edo Marrin",
        "Chambre du Velmar",
        *(f"Member {n}" for n in range(1, 4)),
        "#",
        "Warden, Sénat du Velmar",
        "Ona Tesk, Reeve of the House of Ostrel",
        *(f"Person {n}" for n in range(1, 4)),
    ]


def test_countries_are_named_in_the_language_of_the_letter(tmp_path: Path) -> None:
    """As CLDR has them."""
    entries = ["tarvon-single/chair", "velmar-lower", *people(9, ", country: NZ")]
    assert named(tmp_path, *entries, language="es") == [
        "# Isla Bouvet",
        "Chair",
        "# Territorios Australes Franceses",
        "Chamber of Velmar",
        "# Nueva Zelanda",
        *(f"Person {n}" for n in range(1, 10)),
    ]
