"""How wide text comes out: near enough for columns and titles."""

from __future__ import annotations

from undersigned.render.measure import balanced_measure, text_width


def test_width_counts_letters_and_not_marks() -> None:
    """A square character is two letters wide, a capital a little more than one, a mark nothing."""
    assert text_width("abc") == 3
    assert text_width("Abc") == 3.2
    assert text_width("国") == 2.1
    assert text_width("e\u0301") == 1


def test_title_of_one_line_keeps_its_line() -> None:
    """Nothing is balanced that does not break."""
    assert balanced_measure("A short title") is None


def test_title_is_broken_into_even_lines() -> None:
    """The measure is half of the title's width, with room for a word."""
    title = "Speak before the squares of Orvelia fall silent"
    measure = balanced_measure(title)

    assert measure is not None
    assert 12 < measure < 15
