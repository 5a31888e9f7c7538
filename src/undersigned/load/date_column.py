"""Dates as forms write them, and the order of day and month settled from the column as a whole.

03/10 is a day in March or in October: nothing in the cell says which. A column does where any
date of it fits one order alone, where one order has days that are yet to come, or where the rows,
which a form writes one after the other, are in order by one of them alone. Else it is a doubt.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeAlias

__all__ = ["DateColumn", "Moment", "Order", "is_date", "read_dates"]

Order: TypeAlias = Literal["dmy", "mdy"]

# So many days in the one order, and not in the other, are no chance.
_ENOUGH = 5
_ISO = re.compile(r"(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-](?:of |de |d')?([^\W\d_]{3,})\.?,?[\s-]"
    r"(?:de |del )?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
# Days since the end of 1899, as a spreadsheet counts: 2009 to 2064.
_SERIAL = re.compile(r"([4-5]\d{4})(\.\d+)?")
_TIME = re.compile(
    r"(?<![\d:])(午前|午後)?\s*([01]?\d|2[0-4])[:h時]([0-5]\d)(?!\d)(?::[0-5]\d(?:\.\d+)?)?"
    r"\s*(a\.? ?m\b|p\.? ?m\b|ص|م|午前|午後)?",
    re.IGNORECASE,
)
_LANGUAGES = ("en", "fr", "es", "pt", "de", "id", "ar", "km", "it", "nl")


@dataclass(frozen=True, order=True)
class Moment:
    """A day, and the time as HH:MM, or "" where the form has none."""

    day: dt.date
    time: str = ""

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.time}".rstrip()


@dataclass(frozen=True)
class DateColumn:
    """A moment for each cell, None where there is none or it is not understood.

    `doubt` says why day and month cannot be told apart, `reason` how they were.
    """

    moments: tuple[Moment | None, ...]
    doubt: str = ""
    order: Order | None = None
    reason: str = ""


def read_dates(cells: Sequence[str], today: dt.date, order: Order | None = None) -> DateColumn:
    """The dates of a column, whose order of day and month is `order` where that is given. A day
    that is yet to come is none on which somebody signed."""
    found = _read_dates(cells, today, order)
    # Zones: somewhere it is tomorrow already.
    late = today + dt.timedelta(days=1)
    kept = (one if one is None or one.day <= late else None for one in found.moments)
    return replace(found, moments=tuple(kept))


def _read_dates(cells: Sequence[str], today: dt.date, order: Order | None) -> DateColumn:
    plain = [_plain(cell) for cell in cells]
    orders: tuple[Order, ...] = (order,) if order else ("dmy", "mdy")
    read = {which: tuple(_moment(cell, which) for cell in plain) for which in orders}
    if order:
        return DateColumn(read[order], order=order)
    if read["dmy"] == read["mdy"]:
        return DateColumn(read["dmy"])
    pairs = [pair for pair in zip(read["dmy"], read["mdy"], strict=True) if pair[0] != pair[1]]
    # A date with dots is one of the countries that write the day first.
    only: dict[Order, int] = {
        "dmy": sum(b is None for _, b in pairs),
        "mdy": sum(a is None for a, _ in pairs),
    }
    if only["dmy"] and only["mdy"]:
        said = "some fit only as day/month, others only as month/day"
        return DateColumn(read["dmy"], doubt=said)
    chosen, reason = _chosen(only, read, pairs, today)
    if chosen is None:
        cell = next(c for c, a, b in zip(cells, read["dmy"], read["mdy"], strict=True) if a != b)
        said = f'"{cell}" may be the {pairs[0][0]} or the {pairs[0][1]}'
        return DateColumn(read["dmy"], doubt=said)
    return DateColumn(read[chosen], order=chosen, reason=reason)


def is_date(cell: str) -> bool:
    """Whether the cell is a date in any form that is known here."""
    text = _plain(cell)
    return any(_moment(text, which) is not None for which in _ORDERS)


_ORDERS: tuple[Order, ...] = ("dmy", "mdy")
_Pair: TypeAlias = "tuple[Moment | None, Moment | None]"


def _chosen(
    only: dict[Order, int],
    read: dict[Order, tuple[Moment | None, ...]],
    pairs: Sequence[_Pair],
    today: dt.date,
) -> tuple[Order | None, str]:
    """The order that one kind of evidence speaks for, and what it says; None where none does."""
    for which in _ORDERS:
        if only[which]:
            return which, "a number above 12 stands in the place of the day"
    # Zones: somewhere it is tomorrow already.
    late = today + dt.timedelta(days=1)
    future = {
        which: any(pair[at] is not None and pair[at].day > late for pair in pairs)  # type: ignore[union-attr]
        for at, which in enumerate(_ORDERS)
    }
    ordered = {which: _in_order(read[which]) for which in _ORDERS}
    if future["dmy"] != future["mdy"]:
        return ("mdy" if future["dmy"] else "dmy"), "otherwise some would be yet to come"
    if ordered["dmy"] != ordered["mdy"] and len({pair[0] for pair in pairs}) >= _ENOUGH:
        return ("dmy" if ordered["dmy"] else "mdy"), "so the rows are in the order of their dates"
    return None, ""


def _in_order(moments: Sequence[Moment | None]) -> bool:
    known = [moment for moment in moments if moment is not None]
    return known in (sorted(known), sorted(known, reverse=True))


def _plain(cell: str) -> str:
    """The cell with ASCII digits and without capitals or marks of direction."""
    text = unicodedata.normalize("NFKC", cell).casefold()
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    return " ".join(re.sub("[\u200e\u200f\u061c]", "", digits).split())


def _moment(text: str, order: Order) -> Moment | None:
    if serial := _SERIAL.fullmatch(text):
        return _from_serial(float(serial[0]))
    day = _day(text, order)
    return None if day is None else Moment(day, _time(text))


def _day(text: str, order: Order) -> dt.date | None:
    if found := _ISO.search(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.search(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year += 2000 if year < 100 else 0
        if found[2] == "." or order == "dmy":
            return _date(year, second, first)
        return _date(year, first, second)
    for pattern, day, month in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        for found in pattern.finditer(text):
            number = _months().get(found[month])
            if number:
                return _date(int(found[3]), number, int(found[day]))
    return None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _from_serial(serial: float) -> Moment:
    moment = dt.datetime(1899, 12, 30) + dt.timedelta(seconds=round(serial * 86400))  # noqa: DTZ001 - a form's own clock
    return Moment(moment.date(), moment.strftime("%H:%M") if serial % 1 else "")


def _time(text: str) -> str:
    # What stands before the time may be a date with points, never one with colons.
    match = _TIME.search(text)
    if match is None:
        iso = re.search(r"\dt([01]\d|2[0-3]):?([0-5]\d)", text)
        return f"{iso[1]}:{iso[2]}" if iso else ""
    hour, half = int(match[2]), (match[1] or match[4] or "")[:1]
    said = f"{match[1]}{match[4]}"
    if half in ("p", "م") or "午後" in said:
        hour = hour % 12 + 12
    elif half in ("a", "ص") or "午前" in said:
        hour %= 12
    return f"{hour:02}:{match[3]}" if hour < 24 else ""


@cache
def _months() -> dict[str, int]:
    from babel import Locale  # noqa: PLC0415 - for import alone

    return {
        unicodedata.normalize("NFKC", str(name)).casefold().rstrip("."): number
        for language in _LANGUAGES
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in Locale(language).months[form][width].items()
    }
