"""load.naming_question: only whole questions that are known are certain."""

from __future__ import annotations

import pytest

from tests.support.consent_forms import DANGEROUS, HARMLESS, HIDING, NAMING
from undersigned.load.naming_question import (
    Asked,
    asks_to_sign,
    is_harmless,
    naming_question,
    touches_naming,
)


@pytest.mark.parametrize("question", NAMING)
def test_a_yes_means_that_the_name_may_be_printed(question: str) -> None:
    """So that the usual forms are read without an option."""
    assert naming_question(question) is Asked.PUBLISH


@pytest.mark.parametrize("question", HIDING)
def test_a_yes_means_that_the_name_must_not_be_printed(question: str) -> None:
    assert naming_question(question) is Asked.ANONYMOUS


@pytest.mark.parametrize("question", DANGEROUS)
def test_what_may_be_the_other_way_round(question: str) -> None:
    """It is never taken for leave to print a name, nor for something harmless."""
    assert naming_question(question) is not Asked.PUBLISH
    assert not is_harmless(question)
    assert not asks_to_sign(question)


@pytest.mark.parametrize("question", NAMING)
@pytest.mark.parametrize(
    "word", ["not", "no", "never", "unless", "only", "pas", "nicht", "ない", "لا"]
)
def test_one_word_more(question: str, word: str) -> None:
    """Before, behind or within a question that is known: it is none any more."""
    words = question.split()
    for place in range(len(words) + 1):
        changed = " ".join((*words[:place], word, *words[place:]))
        assert naming_question(changed) is not Asked.PUBLISH, changed


@pytest.mark.parametrize("question", HARMLESS)
def test_what_is_about_something_else(question: str) -> None:
    """A newsletter, a privacy policy, the right to sign."""
    assert is_harmless(question)
    assert not touches_naming(question)


@pytest.mark.parametrize(
    "question",
    ["Confidential?", "Public or private", "Should this be anonymous", "Consent",
     "Peut-on vous citer ?", "Permission", "Is my organisation shown?",
     "Öffentlich oder vertraulich?", "実名を公表"],
)  # fmt: skip
def test_what_touches_names(question: str) -> None:
    """It is asked about, and not left out."""
    assert touches_naming(question)


@pytest.mark.parametrize(
    ("question", "signs"),
    [
        ("Do you agree to sign the letter?", True),
        ("Do you agree to sign the letter on behalf of your organization?", True),
        ("Would you like to sign on to this statement?", True),
        ("I confirm that I am authorised to sign", True),
        ("Do you agree to sign the letter without your name?", False),
        ("I wish to sign in silence", False),
        ("We do not sign the letter", False),
    ],
)
def test_whether_somebody_signs(question: str, signs: bool) -> None:
    """One word more, and it may be about names."""
    assert asks_to_sign(question) is signs
