"""Phrases: as words, as markup, and as the foot of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.letters import load_wording, make_letter
from undersigned.errors import RenderFailed
from undersigned.render.phrases import (
    css_content,
    css_string,
    numeral,
    phrase,
    phrase_markup,
)

LETTER = make_letter("open-letter")


def test_gaps_are_filled_with_words_and_not_read_again() -> None:
    """A value that looks like a gap stays as it is, and in markup everything is escaped."""
    assert phrase(LETTER, "letter.acronym", name="{acronym}", acronym="A") == "{acronym} (A)"
    assert phrase_markup(LETTER, "letter.subject", subject="<b> & {subject}") == (
        "Re: &lt;b&gt; &amp; {subject}"
    )


def test_phrase_that_a_language_lacks_is_told_with_its_table() -> None:
    """A translator learns what to add, and where."""
    with pytest.raises(RenderFailed) as caught:
        phrase(LETTER, "letter.nonsense")

    assert str(caught.value) == (
        'templates/wording/en.yaml: the wording of "en" has no phrase "letter.nonsense" '
        "(add it to the table, as the English one has it)"
    )


def test_foot_of_a_page_counts_in_the_languages_figures() -> None:
    """The gaps become counters, and the words strings."""
    wording = replace(load_wording("en"), numbering="khmer")

    assert css_content("Page {page} of {pages}", wording) == (
        '"Page " counter(page, khmer) " of " counter(pages, khmer)'
    )


def test_css_string_ends_neither_itself_nor_the_style_element() -> None:
    """Whatever has a meaning in CSS or HTML is written as its number."""
    assert css_string('a"</style>é') == '"a\\22 \\3C \\2F style\\3E \\E9 "'


def test_figures_are_the_languages_own() -> None:
    """A note's number is written as the list of notes counts."""
    english = load_wording("en")

    assert numeral(120, english) == "120"
    assert numeral(120, replace(english, numbering="arabic-indic")) == "١٢٠"
    assert numeral(120, replace(english, numbering="khmer")) == "១២០"
