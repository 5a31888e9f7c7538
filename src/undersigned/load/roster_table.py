"""Roster table: a roster as it stands in its file, to be changed cell by cell.

`load.roster` reads what a letter needs, and leaves whoever has not confirmed out; here is every
row, for the commands that change one. Nothing of a row that is withheld is ever told but its
line, and a row whose state is in doubt counts as withheld.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from undersigned.errors import Finding, InvalidInput, Location, NotFound
from undersigned.load.directory import COLUMNS, DIRECTORY, FOLDER
from undersigned.load.raw_table import Record, new_record, split_records
from undersigned.load.roster import roster_names
from undersigned.load.roster_search import find_row
from undersigned.load.source import REFUSED, SURROGATE, decode_printable
from undersigned.load.swallowed_rows import refuse_swallowed_rows
from undersigned.load.table import delimiter_of, parse_table
from undersigned.load.workspace import Workspace
from undersigned.model.roster import Directory, SignatoryStatus

__all__ = ["RosterRow", "RosterTable", "read_roster_table", "roster_path"]

# More is no name and no evidence; `csv` refuses to read a cell of 131,072.
_LONGEST = 20_000
_CONFIRMED = SignatoryStatus.CONFIRMED.value
_STATES = frozenset(status.value for status in SignatoryStatus)


@dataclass(frozen=True)
class RosterRow:
    """One row: its line, its cells by column, and its state, None where that is in doubt."""

    line: int
    cells: Mapping[str, str]
    status: SignatoryStatus | None
    lines: int = 1

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    @property
    def may_be_named(self) -> bool:
        """Whether a message may say whose row it is. Of one that has withdrawn it is not known
        whether it could be named before."""
        return self.status in (SignatoryStatus.INVITED, SignatoryStatus.CONFIRMED)


@dataclass(frozen=True)
class RosterTable:
    """A roster as it stands in its file.

    `read` are the bytes that it was made from, None for a roster that is yet to be written;
    `shown` is how a message calls the file. Lines are those of the file as it was read.
    """

    name: str
    path: Path
    shown: str
    read: bytes | None
    records: tuple[Record, ...]
    marked: bool = False

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of the columns; none before the first row of a new roster."""
        at = self.header_at
        return () if at is None else tuple(v.casefold() for v in self.records[at].values)

    @cached_property
    def rows(self) -> tuple[RosterRow, ...]:
        """Every row in the order of the file."""
        return tuple(self._row(self.records[at]) for at in self.rows_at)

    def place(self, line: int = 0) -> Location:
        """A line of the file, as findings have it."""
        return Location(self.shown, line)

    def at(self, line: int) -> RosterRow:
        """The row that begins on this line, which there is."""
        return next(row for row in self.rows if row.line == line)

    def find(self, row: str, directory: Directory) -> RosterRow:
        """The row that is meant by its line number, its id, its name or its acronym.

        Raises `NotFound`, and `InvalidInput` where several rows go by that.
        """
        return find_row(self, row, directory)

    def changed(self, line: int, cells: Mapping[str, str]) -> RosterTable:
        """The roster with these cells in the row of this line. Columns that are missing are
        added: where that is `status`, all other rows are confirmed, as they were without it.

        Raises `InvalidInput` for a value that cannot stand in a table.
        """
        return self.changed_all({line: cells})

    def changed_all(self, rows: Mapping[int, Mapping[str, str]]) -> RosterTable:
        """The same for many rows at once, by their lines."""
        clean = {line: self._clean(cells, line) for line, cells in rows.items()}
        filled = (name for cells in clean.values() for name, value in cells.items() if value)
        table = self._with_columns(filled)
        records = list(table.records)
        for at in table.rows_at:
            for column, value in clean.get(records[at].line, {}).items():
                if column in table.header:
                    index = table.header.index(column)
                    records[at] = records[at].with_value(index, value)
        return replace(table, records=tuple(records))

    def appended(self, rows: Sequence[Mapping[str, str]]) -> RosterTable:
        """The roster with these rows at its end, and the columns that they need.

        Raises `InvalidInput` for a value that cannot stand in a table.
        """
        line = sum(record.lines for record in self.records) + 1
        clean = [self._clean(row, line + number) for number, row in enumerate(rows)]
        table = self._with_columns(c for row in clean for c, value in row.items() if value)
        end = self._line_end
        records = list(table.records)
        if clean and records and not records[-1].end:
            records[-1] = replace(records[-1], end=end)
        quoted = bool(clean) and table.records[table.header_at or 0].quotes_all
        for row in clean:
            line = records[-1].line + records[-1].lines
            values = [row.get(column, "") for column in table.header]
            records.append(new_record(line, values, end, self._delimiter, quoted=quoted))
        return replace(table, records=tuple(records))

    def data(self) -> bytes:
        """The file."""
        text = "".join(record.text for record in self.records)
        return (codecs.BOM_UTF8 if self.marked else b"") + text.encode()

    @cached_property
    def header_at(self) -> int | None:
        """The place of the header among the records."""
        filled = (at for at, record in enumerate(self.records) if any(record.values))
        return next(filled, None)

    @cached_property
    def rows_at(self) -> tuple[int, ...]:
        """The places of the rows among the records: others are blank."""
        first = len(self.records) if self.header_at is None else self.header_at + 1
        return tuple(n for n in range(first, len(self.records)) if any(self.records[n].values))

    @property
    def _delimiter(self) -> str:
        return self.records[0].delimiter if self.records else ","

    @property
    def _line_end(self) -> str:
        return (self.records[0].end if self.records else "") or "\n"

    def _row(self, record: Record) -> RosterRow:
        cells = dict(zip(self.header, record.values, strict=False))
        said = cells.get("status", "").casefold() if "status" in self.header else _CONFIRMED
        status = SignatoryStatus(said) if said in _STATES else None
        return RosterRow(record.line, cells, status, record.lines)

    def _with_columns(self, wanted: Iterable[str]) -> RosterTable:
        asked = set(wanted)
        missing = [name for name in COLUMNS if name in asked and name not in self.header]
        if not missing:
            return self
        at = self.header_at
        records = list(self.records)
        if at is None:
            at = 0
            records[:] = [Record(1, (), self._line_end, self._delimiter)]
        for name in missing:
            index = len(records[at].cells)
            records[at] = records[at].with_value(index, name)
            for row in self.rows_at if name == "status" else ():
                records[row] = records[row].with_value(index, _CONFIRMED)
        return replace(self, records=tuple(records))

    def _clean(self, cells: Mapping[str, str], line: int) -> dict[str, str]:
        """The values as they will be read again. What is refused is not told, only where."""
        clean = {}
        for column, value in cells.items():
            assert column in COLUMNS, column
            text = value.replace("\r\n", "\n").replace("\r", "\n").strip()
            fault = ""
            if REFUSED.search(text) or SURROGATE.search(text):
                fault = f'what would stand in the column "{column}" has a character in it that'
                fault += " cannot be printed"
            elif len(text) > _LONGEST:
                fault = f'what would stand in the column "{column}" is longer than'
                fault += f" {_LONGEST:,} characters"
            if fault:
                hint = "nothing has been written; type it again"
                raise InvalidInput([Finding(self.place(line), "character", fault, hint)])
            clean[column] = text
        return clean


def roster_path(workspace: Workspace, name: str) -> Path:
    """Where the roster of this name lies, or would."""
    return workspace.root / FOLDER / f"{name}.csv"


def read_roster_table(workspace: Workspace, name: str, *, new_ok: bool = False) -> RosterTable:
    """The roster of this name; an empty one with `new_ok` where there is none yet.

    Raises `NotFound`, and `InvalidInput` for faults of the table: an unknown column, quotation
    marks that do not close, characters that cannot be printed. States are not looked at.
    """
    path = roster_path(workspace, name)
    shown = workspace.reader.display(path)
    if name not in roster_names(workspace):
        if not new_ok or name == DIRECTORY or not re.fullmatch(r"(private/)?\w[\w. -]*", name):
            raise NotFound("roster", name, [f"{FOLDER}/{name}.csv"], roster_names(workspace))
        return RosterTable(name, path, shown, None, ())
    data = workspace.reader.read_bytes(path)
    rows = parse_table(decode_printable(data, shown), shown, COLUMNS, ("id", "name"))
    refuse_swallowed_rows(rows)
    marked = data.startswith(codecs.BOM_UTF8)
    text = data.decode("utf-8-sig")
    delimiter = delimiter_of(text.replace("\r\n", "\n").replace("\r", "\n"))
    return RosterTable(name, path, shown, data, split_records(text, delimiter), marked)
