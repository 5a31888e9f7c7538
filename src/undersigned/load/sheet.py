"""Sheet: what any file of people comes down to, a header and rows of text with their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.date_column import is_date
from undersigned.load.source import REFUSED, SURROGATE

__all__ = ["RawSheet", "Sheet", "SheetRow", "with_header"]

# A title, an explanation and a date may stand above the header; whole pages do not.
_SEARCHED = 15


@dataclass(frozen=True)
class SheetRow:
    """A row's cells, stripped, and the line of the file on which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class RawSheet:
    """Rows before it is known which of them names the columns.

    `notes` say what was taken for certain on the way, `refused` which rows could not be read.
    """

    path: str
    rows: tuple[SheetRow, ...]
    notes: tuple[str, ...] = ()
    refused: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A table: the name of each column, each once, and rows with as many cells as that.

    `exact`: the names are the program's own, and nothing is left to be guessed.
    """

    path: str
    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    notes: tuple[str, ...] = ()
    refused: tuple[Finding, ...] = ()
    exact: bool = False

    def column(self, index: int) -> tuple[str, ...]:
        """The cells of one column."""
        return tuple(row.cells[index] for row in self.rows)


def with_header(raw: RawSheet, knows: Callable[[str], bool]) -> Sheet:
    """The sheet with its header found: of the first rows the one with the most names that
    `knows` knows, else the first that has more than one cell.

    Raises `InvalidInput` where the sheet is empty, or begins with its data.
    """
    filled = [row for row in raw.rows if any(row.cells)]
    if not filled:
        raise InvalidInput([*raw.refused, _empty(raw.path)])
    first = filled[:_SEARCHED]
    known = [_known(row, knows) for row in first]
    broad = [sum(map(bool, row.cells)) > 1 for row in first]
    index = known.index(max(known)) if max(known) else (broad.index(True) if any(broad) else 0)
    head = first[index]
    if any("@" in cell or "://" in cell for cell in head.cells):
        place = Location(raw.path, head.line)
        said = "this line names no columns: it has somebody's address in it"
        hint = "write a first line that names them, such as name,office,email"
        raise InvalidInput([*raw.refused, Finding(place, "header", said, hint)])
    if any(map(is_date, head.cells)):
        # A first row that is taken for names would be told, column by column, and be lost.
        place = Location(raw.path, head.line)
        said = "this line names no columns: it has a day in it, as a response has"
        hint = "write a first line that names them, such as date,name,email"
        raise InvalidInput([*raw.refused, Finding(place, "header", said, hint)])
    notes = list(raw.notes)
    if index:
        above = [row.line for row in first[:index]]
        lines = f"line {above[0]} is" if index == 1 else f"lines {above[0]} to {above[-1]} are"
        notes.append(f"the header is on line {head.line}; {lines} left out")
    return _cut(replace(raw, notes=tuple(notes)), head, filled[index + 1 :])


def _cut(raw: RawSheet, head: SheetRow, rows: Sequence[SheetRow]) -> Sheet:
    """Rows as wide as the header; one with more in it is refused, for its cells have slipped."""
    used = max((i for row in rows for i, cell in enumerate(row.cells) if cell), default=-1)
    last = max((i for i, cell in enumerate(head.cells) if cell), default=0)
    named = last + 1
    # A column that all rows fill has lost its name; a cell here and there has slipped.
    beyond = sum(any(row.cells[named:]) for row in rows)
    width = used + 1 if used >= named and beyond > len(rows) / 2 else named
    refused = list(raw.refused)
    kept: list[SheetRow] = []
    for row in rows:
        if any(row.cells[width:]):
            refused.append(
                Finding(
                    Location(raw.path, row.line),
                    "row",
                    f"the row has {_last(row.cells)} cells, the header {width}",
                    "a cell with the separator in it needs quotation marks around it",
                )
            )
            continue
        if any(map(SURROGATE.search, row.cells)):
            refused.append(_broken(raw.path, row.line))
            continue
        cells = (row.cells + ("",) * width)[:width]
        kept.append(SheetRow(row.line, cells))
    header = _names((head.cells + ("",) * width)[:width])
    return Sheet(raw.path, header, tuple(kept), raw.notes, tuple(refused))


def _known(row: SheetRow, knows: Callable[[str], bool]) -> int:
    """How many names of columns the row has; one alone among other words is chance."""
    filled = [cell for cell in row.cells if cell]
    count = sum(map(knows, filled))
    return count if count > 1 or count == len(filled) else 0


def _last(cells: Sequence[str]) -> int:
    return max(index for index, cell in enumerate(cells) if cell) + 1


def _names(cells: Sequence[str]) -> tuple[str, ...]:
    """Each column's name, once: the second "e-mail" is "e-mail (2)"."""
    names: list[str] = []
    seen: Counter[str] = Counter()
    for number, cell in enumerate(cells, 1):
        # A name is printed, whatever is in it.
        shown = SURROGATE.sub("\ufffd", REFUSED.sub("\ufffd", cell))
        name = " ".join(shown.split()) or f"column {number}"
        seen[name.casefold()] += 1
        count = seen[name.casefold()]
        names.append(name if count == 1 else f"{name} ({count})")
        seen[names[-1].casefold()] += count > 1
    return tuple(names)


def _broken(path: str, line: int) -> Finding:
    said = "there are bytes in this row that are no text"
    hint = "type the row again, and save the file as UTF-8; the end of a file may be cut off"
    return Finding(Location(path, line), "row", said, hint)


def _empty(path: str) -> Finding:
    return Finding(Location(path), "empty", "there is nothing in the file", "is it the right one?")
