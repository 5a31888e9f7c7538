"""Raw table: a CSV text taken apart so that it can be put together again byte for byte.

A library writes a table anew, in its own style: a roster whose every line has changed because
one cell has is a roster whose history in git says nothing. Here only the cell that is changed
is written; quotes, line ends and blanks of all others stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

__all__ = ["Record", "new_record", "split_records"]

_LINE_END = re.compile("\r\n|\n|\r")


@dataclass(frozen=True)
class Record:
    """A row as it stands in the file: `line` is where it begins, `cells` are raw, with their
    quotation marks, `end` is the line end or nothing."""

    line: int
    cells: tuple[str, ...]
    end: str
    delimiter: str

    @property
    def text(self) -> str:
        """The record as it is written."""
        return self.delimiter.join(self.cells) + self.end

    @property
    def lines(self) -> int:
        """How many lines of the file it takes."""
        return 1 + sum(len(_LINE_END.findall(cell)) for cell in self.cells)

    @property
    def values(self) -> tuple[str, ...]:
        """What the cells say, as `load.table` reads them."""
        return tuple(_value(cell) for cell in self.cells)

    @property
    def quotes_all(self) -> bool:
        """Whether each cell with something in it stands in quotation marks."""
        filled = [cell for cell in self.cells if cell]
        return bool(filled) and all(cell.startswith('"') for cell in filled)

    def with_value(self, index: int, value: str) -> Record:
        """The record with another value in this place; cells that are missing before it are
        added empty. What says the same already stays as it is written."""
        cells = [*self.cells, *[""] * (index + 1 - len(self.cells))]
        if _value(cells[index]) != value:
            cells[index] = _written(value, self.delimiter, quoted=self.quotes_all)
        return replace(self, cells=tuple(cells))


def new_record(
    line: int, values: Sequence[str], end: str, delimiter: str, *, quoted: bool = False
) -> Record:
    """A record of these values; `quoted`: each with something in it, as the table has it."""
    cells = (_written(v, delimiter, quoted=quoted and bool(v)) for v in values)
    return Record(line, tuple(cells), end, delimiter)


def split_records(text: str, delimiter: str) -> tuple[Record, ...]:
    """The records of a text that `load.table` has read without a fault, blank ones among them."""
    return tuple(_records(text, delimiter))


def _records(text: str, delimiter: str) -> Iterator[Record]:
    # The end of the text last: a record may end without a line end.
    cell = re.compile(rf'("[^"]*(?:""[^"]*)*"|[^{delimiter}\r\n]*)({delimiter}|\r\n|\n|\r|\Z)')
    at, line = 0, 1
    while at < len(text):
        cells, end = [], delimiter
        while end == delimiter:
            match = cell.match(text, at)
            assert match is not None
            cells.append(match[1])
            end, at = match[2], match.end()
        record = Record(line, tuple(cells), end, delimiter)
        yield record
        line += record.lines


def _value(raw: str) -> str:
    if len(raw) > 1 and raw[0] == raw[-1] == '"':
        raw = raw[1:-1].replace('""', '"')
    return _LINE_END.sub("\n", raw).strip()


def _written(value: str, delimiter: str, *, quoted: bool) -> str:
    if quoted or any(sign in value for sign in (delimiter, '"', "\n", "\r")):
        return '"' + value.replace('"', '""') + '"'
    return value
