"""Row identity: which rows are one signatory, and by which fingerprints the history knows one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from undersigned.model.history import fingerprint
from undersigned.model.roster import Directory

if TYPE_CHECKING:
    from undersigned.load.roster_table import RosterRow, RosterTable

__all__ = [
    "display_name",
    "fingerprints",
    "known_rows",
    "nameable_lines",
    "others_of",
    "row_fingerprint",
]


def row_fingerprint(row: RosterRow) -> str:
    """By what the history knows the row from now on."""
    return fingerprint(row["id"], row["name"])


def fingerprints(row: RosterRow, directory: Directory) -> frozenset[str]:
    """By what the history may know the row: before it had an id it went by its name."""
    return frozenset(fingerprint(*key) for key in _keys(row, directory))


def known_rows(table: RosterTable, directory: Directory) -> Mapping[str, RosterRow]:
    """The rows that are there, by everything that the history may call them. Where two rows could
    be meant it is one that may not be named, if there is one."""
    found: dict[str, RosterRow] = {}
    for row in table.rows:
        for key in fingerprints(row, directory):
            if key not in found or found[key].may_be_named:
                found[key] = row
    return found


def nameable_lines(table: RosterTable, directory: Directory) -> frozenset[int]:
    """The lines of the rows that a message may name: neither withheld nor in doubt, nor in a
    second row of the same signatory."""
    hidden: set[str] = set()
    for row in table.rows:
        if not row.may_be_named:
            hidden |= fingerprints(row, directory)
    return frozenset(row.line for row in table.rows if not hidden & fingerprints(row, directory))


def others_of(table: RosterTable, row: RosterRow, directory: Directory) -> Sequence[RosterRow]:
    """The other rows that stand for the same signatory: by id, or by the whole name."""
    own = fingerprints(row, directory)
    return [
        other
        for other in table.rows
        if other.line != row.line and own & fingerprints(other, directory)
    ]


def display_name(row: RosterRow, directory: Directory) -> str:
    """The name on one line, for a message: only of a row that may be named."""
    assert row.may_be_named
    entry = directory.find(row["id"]) if row["id"] else None
    return " ".join((row["name"] or (entry.name.text if entry else row["id"])).split())


def _keys(row: RosterRow, directory: Directory) -> set[tuple[str, str]]:
    entry = directory.find(row["id"]) if row["id"] else None
    keys = {(row["id"], "")} if row["id"] else set()
    names = {row["name"], entry.name.text if entry else ""}
    return keys | {("", name) for name in names if name}
