"""A name set apart turns nothing around it, whatever marks of direction it holds."""

from __future__ import annotations

from unicodedata import bidirectional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undersigned.model.direction import direction_of, isolated

MARKS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u2029\n"
NAMES = st.text(st.sampled_from(MARKS + "aZ1 (-ابא"), max_size=40)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Open", "ltr"),
        ("«רשת»", "rtl"),
        ("12 ابج", "rtl"),
        ("123 –", ""),
        ("\u2068ا\u2069 x", "ltr"),
    ],
)
def test_direction_is_that_of_the_first_letter(text: str, direction: str) -> None:
    """What stands in an isolate, and signs without a direction, do not count."""
    assert direction_of(text) == direction


def test_text_that_runs_as_the_words_around_it_is_left_as_it_is() -> None:
    """Most names need nothing, and get nothing."""
    assert isolated("Citizens' Watch (CW) 2000", "ltr") == "Citizens' Watch (CW) 2000"
    assert isolated("Études 12 –", "ltr") == "Études 12 –"
    assert isolated("ខ្មែរ 日本", "ltr") == "ខ្មែរ 日本"
    assert isolated("رابطة ١٢", "rtl") == "رابطة ١٢"


def test_text_against_it_is_an_isolate_once() -> None:
    """Set apart twice, it is what it was."""
    assert isolated("رابطة", "ltr") == "\u2068رابطة\u2069"
    assert isolated("Watch", "rtl") == "\u2068Watch\u2069"
    assert isolated(isolated("رابطة", "ltr"), "ltr") == "\u2068رابطة\u2069"


@pytest.mark.parametrize(
    ("name", "apart"),
    [
        ("a\u202bb", "\u2068a\u202bb\u2069"),
        ("a\u2067b", "\u2068a\u2067b\u2069\u2069"),
        ("a\u2069b", "\u2068\u2068a\u2069b\u2069"),
        ("a\u2069\u2066b", "\u2068\u2068a\u2069\u2066b\u2069\u2069"),
        ("a\u2029\u202bb", "\u2068a \u202bb\u2069"),
    ],
)
def test_what_is_opened_is_closed(name: str, apart: str) -> None:
    """Marks stay, and those without a counterpart get one; a paragraph does not end in a name."""
    assert isolated(name, "ltr") == apart


@given(NAMES, st.sampled_from(["ltr", "rtl"]))
def test_nothing_is_left_open(name: str, direction: str) -> None:
    """By the rules of UAX #9 no level and no isolate outlasts the name, and no letter is lost."""
    apart = isolated(name, direction)

    assert [c for c in apart if not bidirectional(c).endswith("I")] == [
        " " if bidirectional(c) == "B" and apart != name else c
        for c in name
        if not bidirectional(c).endswith("I")
    ]
    if any(bidirectional(c) in {"LRE", "RLE", "LRI", "RLI", "FSI", "PDI", "PDF"} for c in name):
        assert _is_one_isolate(apart)


def _is_one_isolate(text: str) -> bool:
    depth = 0
    for at, character in enumerate(text):
        kind = bidirectional(character)
        depth += (kind in {"LRI", "RLI", "FSI"}) - (kind == "PDI")
        if depth <= 0 and at < len(text) - 1:
            return False
    return depth == 0
