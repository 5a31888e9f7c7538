"""Which row of a roster is meant by what somebody typed: a line, an id, a name or an acronym.

What was typed is told again only where it cannot be meant for a row that is withheld: whoever
mistypes a name that nobody may read must not find it, nearly, in a log.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from undersigned.errors import Finding, InvalidInput, NotFound, did_you_mean
from undersigned.load.row_identity import RowIndex
from undersigned.load.word_search import folded
from undersigned.model.roster import Directory

if TYPE_CHECKING:
    from undersigned.load.roster_table import RosterRow, RosterTable

__all__ = ["find_row", "row_words"]


def row_words(row: RosterRow, directory: Directory) -> tuple[str, ...]:
    """Every name that a row goes by: its own, and those of its entry in the directory."""
    entry = directory.find(row["id"]) if row["id"] else None
    words = [row["name"], row["acronym"]]
    if entry is not None:
        words += [entry.name.text, entry.acronym, *entry.former_names, *entry.native_names]
    return tuple(dict.fromkeys(filter(None, words)))


def find_row(table: RosterTable, typed: str, directory: Directory) -> RosterRow:
    """The row that is meant. Raises `NotFound`, and `InvalidInput` where it is several."""
    for fits in _ways(typed.strip(), directory):
        found = [row for row in table.rows if fits(row)]
        if len(found) == 1:
            return found[0]
        if found:
            said = f"{_lines(found)} go by what was typed"
            hint = "name the row by its line"
            raise InvalidInput([Finding(table.place(), "ambiguous-row", said, hint)])
    raise _not_found(table, typed.strip(), directory)


def _ways(typed: str, directory: Directory) -> Iterable[Callable[[RosterRow], bool]]:
    """From the surest way of naming a row to the one that forgives most."""
    plain, words = typed.casefold(), folded(typed)
    if typed.isascii() and typed.isdigit():
        number = _number(typed)
        # An id may be a number too: then it is both, and somebody has to say which.
        yield lambda row: row.line == number or row["id"].casefold() == plain
        return
    if not plain:
        return
    yield lambda row: row["id"].casefold() == plain
    yield lambda row: plain in (word.casefold() for word in row_words(row, directory))
    if words:
        yield lambda row: words in map(folded, row_words(row, directory))


def _not_found(table: RosterTable, typed: str, directory: Directory) -> Exception:
    """What to say of something that is no row: neither names of rows that may not be named, nor
    what is near to one."""
    named: list[str] = []
    hidden: list[str] = []
    index = RowIndex(table, directory)
    for row in table.rows:
        words = [word for word in (row["id"], *row_words(row, directory)) if word]
        (named if index.may_be_named(row) else hidden).extend(words)
    meant = "" if did_you_mean(typed, hidden) else did_you_mean(typed, named)
    number = _number(typed)
    if hidden and not meant and not number:
        said = "there is no row that goes by what was typed"
        hint = "name the row by its line: the file has it"
        return InvalidInput([Finding(table.place(), "unknown-row", said, hint)])
    hint = meant or "name the row by its line, its id, its name or its acronym"
    within = [row for row in table.rows if row.line < number < row.line + row.lines]
    if within:
        hint = f"the row begins on line {within[0].line}"
    return NotFound("row", typed, hint=hint)


def _number(typed: str) -> int:
    """The line that was typed; 0 for what is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def _lines(rows: Sequence[RosterRow]) -> str:
    numbers = [str(row.line) for row in rows]
    return f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"
