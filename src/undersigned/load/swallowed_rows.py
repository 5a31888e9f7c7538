"""Swallowed rows: rows of a roster that lie within a cell, between two stray quotation marks.

A name that must not be printed would be printed as part of somebody's title, and a signature would
be lost. Such a cell has line breaks, which a reader of tables takes for a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from undersigned.errors import Finding, InvalidInput
from undersigned.load.table import Row
from undersigned.model.roster import SignatoryStatus

__all__ = ["refuse_swallowed_rows"]

_STATES = frozenset(status.value for status in SignatoryStatus)
_DELIMITERS = re.compile("[,;\t]")
# What nobody prints may have lists in several lines.
_LONG = ("note", "evidence")


def refuse_swallowed_rows(rows: Iterable[Row]) -> None:
    """Raise `InvalidInput` with the lines of all rows that seem to have others in them; nothing
    of them is told."""
    found = [
        Finding(
            row.location,
            "table",
            "a cell of this row goes on over several lines, and seems to have other rows in it",
            "look for a quotation mark too many here and in the rows below; or write the cell in "
            "one line",
        )
        for row in rows
        if _swallows(row.cells)
    ]
    if found:
        raise InvalidInput(found)


def _swallows(cells: Mapping[str, str]) -> bool:
    return any(
        _is_row(line, len(cells) - 1 if column in _LONG else 1)
        for column, cell in cells.items()
        if "\n" in cell
        for line in cell.split("\n")
    )


def _is_row(line: str, delimiters: int) -> bool:
    """Whether a line of a cell has so many delimiters; in a long one a state as well."""
    parts = [part.strip().casefold() for part in _DELIMITERS.split(line)]
    if len(parts) <= delimiters:
        return False
    return delimiters == 1 or not _STATES.isdisjoint(parts)
