"""load.form_answer: what is not understood is never a yes."""

from __future__ import annotations

import pytest

from tests.support.consent_forms import UNCLEAR
from undersigned.load.form_answer import (
    find_kind,
    is_like_answer,
    may_ask_to_hide,
    may_be_named,
    no_organisation,
    yes_or_no,
)
from undersigned.model.roster import SignatoryKind


@pytest.mark.parametrize(
    "cell",
    ["Yes", "YES!", " yes, you may", "I agree", "TRUE", "1", "x", "Oui", "Sí", "sim", "Ja",
     "ya", "نعم", "はい", "បាទ", "Yes - our organisation signs", "✓"],
)  # fmt: skip
def test_a_yes(cell: str) -> None:
    assert yes_or_no(cell) is True


@pytest.mark.parametrize(
    "cell",
    ["No", "no.", "FALSE", "0", "Non", "Não", "nein", "Tidak", "لا", "いいえ", "No, thank you",
     "I do not agree", "No - please leave us out"],
)  # fmt: skip
def test_a_no(cell: str) -> None:
    assert yes_or_no(cell) is False


@pytest.mark.parametrize(
    "cell",
    ["", "-", "maybe", "No problem", "no objection", "Yes, but not our name", "Yes if others do",
     "yes and no", "Yes, anonymously", "call us", "?", "si le comité accepte",
     "Ja, aber nur mit Kürzel", "はい、匿名で"],
)  # fmt: skip
def test_what_is_neither(cell: str) -> None:
    """Refused by whoever asks."""
    assert yes_or_no(cell) is None
    assert may_be_named(cell, asked_to_hide=False) is not True


@pytest.mark.parametrize("cell", UNCLEAR)
def test_a_yes_with_a_reservation(cell: str) -> None:
    """It is none, whichever way round the form asks."""
    assert yes_or_no(cell) is not True
    assert may_be_named(cell, asked_to_hide=False) is not True


@pytest.mark.parametrize(
    "cell", ["Yes, you may publish our name", "Yes - I agree", "Yes, please", "Oui, merci",
             "Yes, please list us publicly", "Ja, gerne", "Yes, I agree to be listed publicly"],
)  # fmt: skip
def test_a_yes_with_a_phrase(cell: str) -> None:
    """That is known as a whole."""
    assert may_be_named(cell, asked_to_hide=False) is True


@pytest.mark.parametrize("cell", ["Tak", "Да", "是", "[ ]", "☒", "いいえ", "Yes, but", "withheld"])
def test_what_is_like_an_answer(cell: str) -> None:
    """It shows that a column asks; whether it is understood is another question."""
    assert is_like_answer(cell)


@pytest.mark.parametrize(
    ("cell", "asked_to_hide", "named"),
    [
        ("Yes", False, True),
        ("Yes", True, False),
        ("No", False, False),
        ("No", True, True),
        ("No, and do not print it either", True, None),
        ("Please do not publish our name", False, False),
        ("Please do not publish our name", True, False),
        ("Publish my name", False, True),
        ("Publish my name", True, True),
        ("Anonymous", False, False),
        ("anonyme", False, False),
        ("匿名", False, False),
        ("Keep confidential", True, False),
        ("", True, None),
    ],
)  # fmt: skip
def test_whether_somebody_may_be_named(cell: str, asked_to_hide: bool, named: bool | None) -> None:
    """A form may ask either way round, and an answer may say it whole."""
    assert may_be_named(cell, asked_to_hide=asked_to_hide) is named


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Organisation", SignatoryKind.ORGANISATION),
        ("On behalf of my organization", SignatoryKind.ORGANISATION),
        ("Individual", SignatoryKind.INDIVIDUAL),
        ("As an individual (organisation for identification only)", SignatoryKind.INDIVIDUAL),
        ("à titre personnel", SignatoryKind.INDIVIDUAL),
        ("個人", SignatoryKind.INDIVIDUAL),
        ("団体", SignatoryKind.ORGANISATION),
        ("individual or organisation", None),
        ("blue", None),
    ],
)
def test_who_signs(cell: str, kind: SignatoryKind | None) -> None:
    """By what the answer says first; both at once say nothing."""
    assert find_kind(cell) is kind


@pytest.mark.parametrize(
    ("comment", "asks"),
    [
        ("Please do not list us by name.", True),
        ("We'd rather stay anonymous", True),
        ("Please leave our name off", True),
        ("We do not want to be named", True),
        ("名前は伏せてください", True),
        ("keep our name out of it", True),
        ("Merci de ne pas publier notre nom", True),
        ("Bitte nicht veröffentlichen", True),
        ("よろしくお願いします。匿名で。", True),
        ("Thank you for this letter!", False),
        ("We are a public body", False),
        ("", False),
    ],
)
def test_what_a_comment_may_ask(comment: str, asks: bool) -> None:
    """People write it where there is room."""
    assert may_ask_to_hide(comment) is asks


def test_no_organisation() -> None:
    """What people write where they have none."""
    assert no_organisation("N/A")
    assert no_organisation("Independent")
    assert not no_organisation("Independent Observers")
