"""CSV tables with the line of each row: comma, semicolon or tab, with or without a mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from undersigned.errors import Findings, InvalidInput, Location, did_you_mean
from undersigned.load.source import SourceReader

__all__ = ["IndexedTable", "Row", "delimiter_of", "index_table", "parse_table", "read_table"]

_LONGEST_CELL = 20_000


@dataclass(frozen=True)
class Row:
    """A row by column name, its cells stripped; `columns` gives each cell's place in the row."""

    cells: Mapping[str, str]
    location: Location
    columns: Mapping[str, int]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    def has(self, name: str) -> bool:
        """Whether the table has such a column."""
        return name in self.columns


def read_table(
    reader: SourceReader,
    path: Path,
    known: Sequence[str],
    required: Sequence[str] = (),
    keys: Sequence[str] = (),
) -> tuple[Row, ...]:
    """The rows of a CSV file whose first line names the columns: one of `required` and all of
    `keys` among them.

    Raises `InvalidInput` for an unknown, doubled or missing column, for a row with more cells
    than columns and for a quotation mark that never closes.
    """
    return parse_table(reader.read_text(path), reader.display(path), known, required, keys)


def parse_table(
    text: str,
    shown: str,
    known: Sequence[str],
    required: Sequence[str] = (),
    keys: Sequence[str] = (),
) -> tuple[Row, ...]:
    """The rows of a text whose lines end in "\\n", as `read_table` has them; `shown` names its
    file in a finding."""
    findings = Findings()
    rows: list[Row] = []
    header: list[str] = []
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
        before = 0
        for cells in lines:
            place = Location(shown, before + 1, 1)
            before = lines.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = [cell.strip().casefold() for cell in cells]
                _check_header(header, known, place, findings, required=required, keys=keys)
                continue
            if len(cells) > len(header) and any(c.strip() for c in cells[len(header) :]):
                findings.add(
                    place,
                    "table",
                    f"the row has {len(cells)} cells, the table {len(header)} columns",
                    "a cell with the separator in it needs quotation marks around it",
                )
                continue
            if any(c.strip() for c, name in zip(cells, header, strict=False) if not name):
                # The cell itself is not told: it may say what its neighbour must not.
                findings.add(
                    place,
                    "table",
                    "the row has a cell in a column without a name",
                    "name the column in the first line, or empty its cells",
                )
                continue
            stripped = [" ".join(cell.split(" ")).strip() for cell in cells]
            rows.append(
                Row(
                    dict(zip(header, stripped, strict=False)),
                    place,
                    {name: i for i, name in enumerate(header)},
                )
            )
    except csv.Error as error:
        place = Location(shown, max(lines.line_num, 1), 1)
        findings.add(
            place,
            "table",
            f"the table cannot be read: {error}",
            "check the quotation marks of this row and of the one before",
        )
    if not header and not findings.items:
        findings.add(
            Location(shown, 1, 1),
            "table",
            "the table is empty",
            "its first line names the columns: " + ",".join(known[:4]),
        )
    findings.raise_errors()
    return tuple(rows)


@dataclass(frozen=True)
class IndexedTable(Mapping[str, tuple[Row, ...]]):
    """The rows of a large table by their first cell, each found and split when it is asked for."""

    shown: str
    header: tuple[str, ...]
    columns: Mapping[str, int]
    delimiter: str
    text: str

    def __getitem__(self, key: str) -> tuple[Row, ...]:
        rows = tuple(self._rows(key))
        if not rows:
            raise KeyError(key)
        return rows

    def __contains__(self, key: object) -> bool:
        return any(start in self.text for start in self._starts(str(key)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    @cached_property
    def _keys(self) -> Mapping[str, None]:
        _, _, rest = self.text.partition("\n")
        lines = (line for line in rest.split("\n") if line.strip())
        return {line.partition(self.delimiter)[0].strip().strip('"'): None for line in lines}

    def _starts(self, key: str) -> tuple[str, ...]:
        plain = f"\n{key}{self.delimiter}"
        return (plain, f'\n"{key}"{self.delimiter}') if self._quoted else (plain,)

    @cached_property
    def _quoted(self) -> bool:
        """Whether keys stand in quotation marks, into which some programs put every cell."""
        return '\n"' in self.text

    def _rows(self, key: str) -> Iterator[Row]:
        for start in self._starts(key):
            at = self.text.find(start)
            while at >= 0:
                end = self.text.find("\n", at + 1)
                line = self.text[at + 1 : end if end >= 0 else None]
                cells = (
                    cell.strip() for cell in next(csv.reader([line], delimiter=self.delimiter))
                )
                place = Location(self.shown, self.text.count("\n", 0, at) + 2, 1)
                yield Row(dict(zip(self.header, cells, strict=False)), place, self.columns)
                at = self.text.find(start, at + 1)


def index_table(
    reader: SourceReader, path: Path, known: Sequence[str], keys: Sequence[str]
) -> IndexedTable:
    """A table with one row a line whose first column is its key, as those that ship are.

    Thousands of rows, of which `check` uses seven: to find them in the text takes less than to
    split it. Raises `InvalidInput` for an unknown, doubled or missing column; other faults of a
    row show when it is read, or by `read_table`.
    """
    text = reader.read_text(path)
    shown = reader.display(path)
    first = text.partition("\n")[0]
    delimiter = delimiter_of(first)
    cells = next(csv.reader([first], delimiter=delimiter), [])
    header = tuple(cell.strip().casefold() for cell in cells)
    _check_header(header, known, Location(shown, 1, 1), Findings(), keys=keys)
    columns = {name: index for index, name in enumerate(header)}
    return IndexedTable(shown, header, columns, delimiter, text)


def delimiter_of(text: str) -> str:
    """What stands between the cells of a table: comma, semicolon or tab, by its first line."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return max(",;\t", key=lambda mark: (first.count(mark), mark == ","))


def _check_header(
    header: Sequence[str],
    known: Sequence[str],
    place: Location,
    findings: Findings,
    *,
    required: Sequence[str] = (),
    keys: Sequence[str] = (),
) -> None:
    unnamed = bool(required) and not any(name in header for name in required)
    for index, name in enumerate(header):
        if not name:
            continue
        if name not in known:
            meant = did_you_mean(name, known)
            # A table may begin with its first row, and that is not told.
            said = f"column {index + 1} is none" if unnamed else f'unknown column "{name}"'
            if meant or not unnamed:
                hint = meant or "known columns: " + ", ".join(known)
                findings.add(place, "unknown-column", said, hint)
        elif name in header[:index]:
            findings.add(place, "table", f'the column "{name}" is there twice')
    for name in keys:
        if name not in header:
            findings.add(
                place,
                "table",
                f"a column {name} is missing",
                "the table's first line names its columns",
            )
    if unnamed:
        findings.add(
            place,
            "table",
            f"a column {' or '.join(required)} is missing",
            "the table's first line names its columns",
        )
    if findings.has_errors:
        raise InvalidInput(findings.sorted())
