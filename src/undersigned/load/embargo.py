"""Embargo: a moment with its time zone, as a person types it."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo, available_timezones

from undersigned.errors import did_you_mean

__all__ = ["parse_moment"]

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d{1,2}:\d\d)(?::\d\d)?\s*(\S+)")


def parse_moment(value: str) -> tuple[dt.datetime, str]:
    """A moment and its zone as typed. Raises ValueError saying which part is wrong."""
    match = _MOMENT.fullmatch(value.strip())
    if match is None:
        raise ValueError(f'the embargo "{value}" is no moment with a time zone')
    day, clock, zone = match.groups()
    try:
        naive = dt.datetime.fromisoformat(f"{day} {clock.zfill(5)}")
    except ValueError as error:
        raise ValueError(f'the embargo "{value}" is no moment: there is no such day or time') from (
            error
        )
    try:
        if re.fullmatch(r"[+-]\d\d:?\d\d|Z", zone):
            return dt.datetime.fromisoformat(f"{naive.isoformat()}{zone}"), zone
        return naive.replace(tzinfo=ZoneInfo(zone)), zone
    except (ValueError, KeyError, OSError) as error:
        near = did_you_mean(zone, available_timezones())
        message = f'unknown time zone "{zone}"' + (f", {near}" if near else "")
        raise ValueError(message) from error
