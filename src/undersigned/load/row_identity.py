"""Row identity: which rows are one signatory, and by which fingerprints the history knows one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from undersigned.model.history import fingerprint
from undersigned.model.organisation_name import folded
from undersigned.model.roster import Directory

if TYPE_CHECKING:
    from undersigned.load.roster_table import RosterRow, RosterTable

__all__ = [
    "RowIndex",
    "display_name",
    "fingerprints",
    "row_fingerprint",
]


def row_fingerprint(row: RosterRow) -> str:
    """By what the history knows the row from now on."""
    return fingerprint(row["id"], row["name"])


def fingerprints(row: RosterRow, directory: Directory) -> frozenset[str]:
    """By what the history may know the row: before it had an id it went by its name."""
    return frozenset(fingerprint(*key) for key in _keys(row, directory))


class RowIndex:
    """The rows of a roster by everything that the history may call them; made once for many
    questions."""

    def __init__(self, table: RosterTable, directory: Directory) -> None:
        self._keys = {row.line: fingerprints(row, directory) for row in table.rows}
        self._rows: dict[str, list[RosterRow]] = {}
        for row in table.rows:
            for key in self._keys[row.line]:
                self._rows.setdefault(key, []).append(row)
        self._words = {row.line: _words(row, directory) for row in table.rows}
        self._hidden = {
            word for r in table.rows if not r.may_be_named for word in self._words[r.line]
        }

    def find(self, key: str) -> RosterRow | None:
        """The row of a fingerprint, or None. Where it could be two it is one that may not be
        named, if there is one."""
        rows = self._rows.get(key, ())
        hidden = (row for row in rows if not row.may_be_named)
        return next(hidden, rows[-1] if rows else None)

    def keys(self, row: RosterRow) -> frozenset[str]:
        """The fingerprints of a row."""
        return self._keys[row.line]

    def others(self, row: RosterRow) -> Sequence[RosterRow]:
        """The other rows that stand for the same signatory: by id, or by the whole name."""
        found = {r.line: r for key in self.keys(row) for r in self._rows[key]}
        return [found[line] for line in sorted(found) if line != row.line]

    def may_be_named(self, row: RosterRow) -> bool:
        """Whether a message may name the row: neither it nor a second row of the same signatory,
        under whatever name, is withheld, or in doubt."""
        if not row.may_be_named or not self._hidden.isdisjoint(self._words[row.line]):
            return False
        return all(other.may_be_named for other in self.others(row))


def display_name(row: RosterRow, directory: Directory) -> str:
    """The name on one line, for a message: only of a row that may be named."""
    assert row.may_be_named
    entry = directory.find(row["id"]) if row["id"] else None
    return " ".join((row["name"] or (entry.name.text if entry else row["id"])).split())


def _words(row: RosterRow, directory: Directory) -> frozenset[str]:
    """Every name of the row, former and native ones too, whatever its spelling."""
    entry = directory.find(row["id"]) if row["id"] else None
    names = [row["name"]]
    if entry is not None:
        names += [entry.name.text, *entry.former_names, *entry.native_names]
    return frozenset(filter(None, map(folded, names)))


def _keys(row: RosterRow, directory: Directory) -> set[tuple[str, str]]:
    entry = directory.find(row["id"]) if row["id"] else None
    keys = {(row["id"], "")} if row["id"] else set()
    names = {row["name"], entry.name.text if entry else ""}
    return keys | {("", name) for name in names if name}
