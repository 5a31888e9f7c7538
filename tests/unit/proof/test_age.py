"""Age in words."""

from __future__ import annotations

import datetime as dt

import pytest

from undersigned.proof.age import age_in_words, beginning, moment_in_words

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("moment", "said", "age"),
    [
        ("2026-11-21", "21 November 2026", "of today"),
        ("2026-11-20", "20 November 2026", "1 day old"),
        ("2026-10-22", "22 October 2026", "30 days old"),
        ("2026-10-21", "21 October 2026", "1 month old"),
        ("2026-01-21", "21 January 2026", "10 months old"),
        ("2026-01-22", "22 January 2026", "9 months old"),
        ("2025-01", "January 2025", "22 months old"),
        ("2024-11-22", "22 November 2024", "23 months old"),
        ("2024-11-21", "21 November 2024", "2 years old"),
        ("2012", "2012", "14 years old"),
        ("2027", "2027", "in the future"),
    ],
)
def test_age(moment: str, said: str, age: str) -> None:
    """As much as is known; months up to two years, and whole ones alone."""
    assert moment_in_words(moment) == said
    assert age_in_words(beginning(moment), TODAY) == age
