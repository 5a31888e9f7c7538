"""load.response_mark: a row says from which response of which form it comes."""

from __future__ import annotations

import datetime as dt

import pytest

from undersigned.load.date_column import Moment
from undersigned.load.response_mark import Mark, marks_of

MOMENT = Moment(dt.date(2026, 10, 14), "09:00")


def test_in_evidence_and_note() -> None:
    """Of the response that made the row, and of those that were merged with it."""
    cells = {
        "evidence": "f.csv, line 2, 2026-10-14 09:00; call of 3 May",
        "note": "one; merged with g.csv, line 4: country\nmerged with f.csv, line 9, 2026-10-14",
    }
    assert list(marks_of(cells)) == [
        Mark("f", 2, "2026-10-14 09:00"), Mark("g", 4, ""), Mark("f", 9, "2026-10-14"),
    ]  # fmt: skip
    assert [mark.timed for mark in marks_of(cells)] == [True, False, False]


@pytest.mark.parametrize(
    "name", ["Sign on.csv", "Sign-on (2).xlsx", "sign on 2026-11-20.csv", "Sign on - Copy.csv"]
)
def test_another_export_of_the_form(name: str) -> None:
    """Has the same name but for what a browser or a person adds."""
    assert Mark.of(name, 2, MOMENT) == Mark("sign on", 2, "2026-10-14 09:00")


def test_a_name_of_numbers() -> None:
    """Stays as it is."""
    assert Mark.of("2026.csv", 2, None) == Mark("2026", 2, "")


@pytest.mark.parametrize(
    "evidence", ["", "call", "letter, line", "see line 4", "f.csv, line 2 of it"]
)
def test_no_mark(evidence: str) -> None:
    """What somebody typed."""
    assert list(marks_of({"evidence": evidence})) == []
