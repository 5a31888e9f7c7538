"""Age: how long ago something was so, where the source may tell no more than a year."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date

__all__ = ["age_in_words", "beginning", "moment_in_words"]


def beginning(moment: str) -> dt.date:
    """The first day of a year, month or day of ISO 8601: age counts from there."""
    return dt.date.fromisoformat(moment + "0000-01-01"[len(moment) :])


def moment_in_words(moment: str) -> str:
    """21 January 2026, November 2012, 2012: as much as is known."""
    pattern = {4: "y", 7: "MMMM y"}.get(len(moment), "d MMMM y")
    return format_date(beginning(moment), pattern, locale="en")


def age_in_words(day: dt.date, today: dt.date) -> str:
    """How old what is of this day is: 12 days old, 10 months old, 3 years old."""
    if day > today:
        return "in the future"
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months < 1:
        days = (today - day).days
        return f"{_count(days, 'day')} old" if days else "of today"
    return f"{_count(months, 'month') if months < 24 else _count(months // 12, 'year')} old"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
