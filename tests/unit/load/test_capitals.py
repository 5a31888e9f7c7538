"""load.capitals: only what is certain; an acronym stays."""

from __future__ import annotations

import pytest

from undersigned.load.capitals import all_capitals, ordinary_capitals


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("RIVER WATCH OF VALLORA", "River Watch of Vallora"),
        ("THE RIVER WATCH", "The River Watch"),
        ("OBSERVATOIRE DES RIVIÈRES", "Observatoire des Rivières"),
        ("CENTRO POR LA LIBERTAD Y LA PAZ", "Centro por la Libertad y la Paz"),
        ("ВОДНЫЙ ФОРУМ ВАЛЛОРЫ", "Водный Форум Валлоры"),
        ("RWV RIVER NETWORK", "RWV River Network"),
    ],
)
def test_an_organisation(name: str, expected: str) -> None:
    """Small words stay small, and an acronym that is known stays."""
    assert all_capitals(name)
    assert ordinary_capitals(name, person=False, acronyms=("RWV",)) == expected


@pytest.mark.parametrize(
    "name",
    ["OSCE FORUM OF VALLORA", "ΕΛΛΗΝΙΚΗ ΕΝΩΣΗ", "RIVER WATCH VLR", "L'OBSERVATOIRE DES EAUX"],
)
def test_what_may_be_an_acronym_stays(name: str) -> None:
    """It is told, and left as it is."""
    assert ordinary_capitals(name, person=False) is None


def test_turkish_has_two_letters() -> None:
    """I is not the capital of i there."""
    assert ordinary_capitals("IRMAK GÖZLEM", person=False, country="TR") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("MARIA SANTOS", "Maria Santos"),
        ("JEAN-PAUL AREL", "Jean-Paul Arel"),
        ("ONA MCBRIDE", None),
        ("ONA O'HARA", None),
        ("ONA DE LA CRUZ", None),
    ],
)
def test_a_person(name: str, expected: str | None) -> None:
    """Where the capitals within a name are not known it stays."""
    assert ordinary_capitals(name, person=True) == expected


@pytest.mark.parametrize(
    "name", ["RWV", "UNICORN", "River WATCH Vallora", "国際川協会", "1234 5678"]
)
def test_what_is_not_in_capitals(name: str) -> None:
    """One word may be a name that is written so."""
    assert not all_capitals(name)
