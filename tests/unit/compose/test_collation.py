"""Sorting by the rows that the texts need gives the order of the whole table."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pyuca import Collator

from undersigned.compose.collation import collation

_WHOLE = Collator()
_LETTERS = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cn", "Co", "Cc"], max_codepoint=0x9FFF),
    max_size=20,
)


@settings(max_examples=100)
@given(st.lists(_LETTERS, max_size=8))
def test_the_key_is_that_of_the_whole_table(texts: list[str]) -> None:
    """For letters of any script the key equals the one from all rows."""
    key = collation(texts)
    assert [key(text) for text in texts] == [_WHOLE.sort_key(text) for text in texts]


def test_accents_and_capitals_do_not_part_words() -> None:
    """Letters decide before accents, accents before capitals."""
    names = ["zebra", "Éclat", "eclair", "Eclat", "éclat", "Zoe"]
    assert sorted(names, key=collation(names)) == [
        "eclair",
        "Eclat",
        "éclat",
        "Éclat",
        "zebra",
        "Zoe",
    ]
