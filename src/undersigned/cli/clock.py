"""The clock, which everything below is handed: the present, or what SOURCE_DATE_EPOCH says.

https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import datetime as dt
import os

import click

__all__ = ["fixed_moment", "now"]


def now() -> dt.datetime:
    """The present with its time zone; the fixed moment where there is one."""
    return fixed_moment() or dt.datetime.now().astimezone()


def fixed_moment() -> dt.datetime | None:
    """What SOURCE_DATE_EPOCH says, in UTC, or None; a usage error where it is no moment."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not seconds:
        return None
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(
            f'SOURCE_DATE_EPOCH is "{seconds}": give the seconds since 1970 as a whole number'
        ) from error
