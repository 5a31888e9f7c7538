"""Signs and blanks in names of the same letters: what is typing, and what may mean something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undersigned.load.name_signs import blanks_move, telling_signs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Open Urna", "OpenUrna"),
        ("Open-Urna", "OpenUrna"),
        ("Clear-Count", "Clear Count"),
        ("HR Watch", "HRWatch"),
        ("Velmar N. G. O.", "Velmar NGO"),
        ("G-12", "G 12"),
        ("G12", "g 12"),
        ("d’ Orvanna", "d'Orvanna"),
        ("South East Velmar", "Southeast Velmar"),
        ("Non-profit", "Nonprofit"),
        ("Women & Ballots", "Women and Ballots"),
        ("Vel\u200bmar", "Velmar"),
        ("Velmar – Watch", "Velmar: Watch"),
        ("選挙 の灯", "選挙の灯"),
        ("벨마르 선거", "벨마르선거"),
        ("វ៉ែលម៉ា ក្រុម", "វ៉ែលម៉ាក្រុម"),
        ("Watch", "WATCH"),
        ("", ""),
    ],
)
def test_a_hyphen_a_capital_and_a_script_without_blanks_move_none(one: str, other: str) -> None:
    """Whichever of the two comes first."""
    assert not blanks_move(one, other)
    assert not blanks_move(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Now Here", "Nowhere"),
        ("Now Here", "NOWHERE"),
        ("Now-Here", "Nowhere"),
        ("NowHere Group", "No Where Group"),
        ("Act!on", "Acton"),
        ("1 19", "11 9"),
        ("選挙 の灯", "選挙の 灯"),
        ("Velmar Watch", "Velmar Count"),
    ],
)
def test_a_blank_that_is_nowhere_in_the_other_moves(one: str, other: str) -> None:
    """And so does every one of names of other letters, which are not for this to compare."""
    assert blanks_move(one, other)
    assert blanks_move(other, one)


@pytest.mark.parametrize(
    ("name", "signs"),
    [
        ("Velmar 24/7", ("/",)),
        ("Velmar 2020 – 2025", ("-",)),
        ("1.9 and 3:5", (".", ":")),
        ("៣.៥", (".",)),
        ("C++, C# and Voters+", ("++", "#", "+")),
        ("5% Circle", ("%",)),
        ("-30 Circle", ("-",)),
        ("Under-30, Velmar (2025)!", ()),
        ("Velmar: “Watch” & Count / Co.", ()),
    ],
)
def test_signs_that_are_read_aloud(name: str, signs: tuple[str, ...]) -> None:
    """Those between words, and hyphens after a letter, are not."""
    assert telling_signs(name) == signs


@given(st.text(), st.text())
def test_whatever_the_text_nothing_raises_and_a_name_is_itself(one: str, other: str) -> None:
    """And it does not matter which comes first."""
    assert not blanks_move(one, one)
    assert blanks_move(one, other) is blanks_move(other, one)
    assert telling_signs(one) == telling_signs(one)
