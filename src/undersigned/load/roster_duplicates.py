"""Duplicates of a roster, and of the directory: which lines, and what of them may be told.

Of a row that is withheld, or whose state is in doubt, nothing is told but its line; and neither is
the name of a row that may be the same signatory, since that would tell it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from undersigned.load.duplicates import Candidate, Pair, Verdict, find_duplicates, shared_acronyms
from undersigned.load.roster_table import RosterRow, RosterTable
from undersigned.load.row_identity import RowIndex
from undersigned.load.signatory_candidates import entry_candidate, row_candidate
from undersigned.model.roster import Directory, SignatoryStatus

__all__ = ["Acronym", "Doubles", "Twin", "directory_doubles", "roster_doubles"]

_ROW, _ENTRY = "row", "entry"


@dataclass(frozen=True)
class Twin:
    """A pair by its lines: `line` of the roster (or of the directory), and `other` of the same
    file, or `entry`, an id of the directory. `named`: both may be named. `withdrawn`: one of the
    two has withdrawn."""

    pair: Pair
    line: int
    other: int = 0
    entry: str = ""
    named: bool = True
    withdrawn: bool = False

    @property
    def certain(self) -> bool:
        return self.pair.verdict is Verdict.SAME

    @property
    def key(self) -> str:
        """How the question is called: by the key of the pair, or by lines where a row of it must
        not be told, for whoever has a name could try it on the key."""
        return self.pair.key if self.named else f"{self.line}:{self.other or 'directory'}"

    def without_names(self) -> Twin:
        """The pair as it may be told of rows that must not be named."""
        return replace(self, entry="", named=False)

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called; nothing where one of them must not be named."""
        return (self.pair.first.name, self.pair.second.name) if self.named else ("", "")


@dataclass(frozen=True)
class Acronym:
    """An acronym that stands for different names, and the lines where; "" and no names where one
    of them must not be named."""

    acronym: str
    lines: tuple[int, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Doubles:
    """What a search found: pairs, and acronyms that stand for different names."""

    twins: tuple[Twin, ...]
    acronyms: tuple[Acronym, ...]


def roster_doubles(
    table: RosterTable, directory: Directory, decided: Mapping[str, bool]
) -> Doubles:
    """Pairs of rows, and of rows without an id with entries of the directory; and acronyms.

    A row that has withdrawn counts where it is certainly one with a row that has not: its name
    would be printed.
    """
    rows, gone = _split(table)
    candidates = [row_candidate(row, directory, f"{_ROW} {row.line}") for row in (*rows, *gone)]
    here = candidates[: len(rows)]
    entries = [entry_candidate(entry, f"{_ENTRY} {entry.id}") for entry in directory.entries]
    nameless = [one for one in here if not one.id]
    pairs = [
        *find_duplicates(candidates, (), decided),
        *(pair for pair in find_duplicates(nameless, entries, decided) if _with_entry(pair)),
    ]
    lines = {row.line for row in gone}
    twins = [twin for pair in pairs if _counts(twin := _twin(pair, lines), lines)]
    hidden = _hidden(twins, table, directory)
    return Doubles(
        tuple(twin.without_names() if {twin.line, twin.other} & hidden else twin for twin in twins),
        _acronyms([replace(one, key=one.key.partition(" ")[2]) for one in here], hidden),
    )


def directory_doubles(directory: Directory, decided: Mapping[str, bool]) -> Doubles:
    """Pairs of entries, and acronyms. Two ids for one signatory are never certain: somebody gave
    them."""
    candidates = [entry_candidate(one, str(one.location.line)) for one in directory.entries]
    twins = (
        Twin(pair, int(pair.first.key), int(pair.second.key))
        for pair in find_duplicates(candidates, (), decided)
    )
    return Doubles(tuple(twins), _acronyms(candidates, frozenset()))


def _acronyms(candidates: Sequence[Candidate], hidden: frozenset[int]) -> tuple[Acronym, ...]:
    found = []
    for shared in shared_acronyms(candidates):
        lines = tuple(int(one.key) for one in shared.candidates)
        named = hidden.isdisjoint(lines)
        names = tuple(one.name for one in shared.candidates) if named else ()
        found.append(Acronym(shared.acronym if named else "", lines, names))
    return tuple(found)


def _split(table: RosterTable) -> tuple[list[RosterRow], list[RosterRow]]:
    """The rows that count, and those that have withdrawn."""
    withdrawn = SignatoryStatus.WITHDRAWN
    filled = [row for row in table.rows if row["id"] or row["name"]]
    return (
        [row for row in filled if row.status is not withdrawn],
        [row for row in filled if row.status is withdrawn],
    )


def _with_entry(pair: Pair) -> bool:
    return pair.second.key.startswith(f"{_ENTRY} ")


def _twin(pair: Pair, gone: set[int]) -> Twin:
    line = int(pair.first.key.partition(" ")[2])
    which = pair.second.key.partition(" ")[2]
    if _with_entry(pair):
        return Twin(pair, line, entry=which)
    other = int(which)
    return Twin(pair, line, other, withdrawn=bool({line, other} & gone))


def _counts(twin: Twin, gone: set[int]) -> bool:
    return not twin.withdrawn or (twin.certain and not {twin.line, twin.other} <= gone)


def _hidden(twins: Sequence[Twin], table: RosterTable, directory: Directory) -> frozenset[int]:
    """The lines of rows that must not be named, or may be one with such a row."""
    index = RowIndex(table, directory)
    hidden = {row.line for row in table.rows if not index.may_be_named(row)}
    size = -1
    while size != len(hidden):
        size = len(hidden)
        pairs = ({twin.line, twin.other} for twin in twins if twin.other)
        hidden = hidden.union(*(pair for pair in pairs if pair & hidden))
    return frozenset(hidden)
