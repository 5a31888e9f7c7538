"""The rows of a form beside the roster and the directory: which are one, which may be.

A roster's row, an entry of the directory and an earlier row of the form are all a `Candidate`,
whose key says which of them it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from undersigned.load.duplicates import Candidate, Pair, Verdict, find_duplicates
from undersigned.load.roster_table import RosterTable
from undersigned.load.signatory_candidates import entry_candidate, row_candidate
from undersigned.load.signatory_row import FormRow
from undersigned.model.roster import Directory

__all__ = ["Match", "Matches", "find_matches"]

_FORM, _ROSTER, _ENTRY = "form", "roster", "directory"


@dataclass(frozen=True)
class Match:
    """A row of the form, by its line, and what it may be one with: `row` of the roster, `entry`
    of the directory or `earlier` row of the form.

    `named`: neither of the two asks to be withheld, so that the evidence may be told.
    """

    line: int
    certain: bool
    evidence: tuple[str, ...]
    key: str
    named: bool
    row: int = 0
    entry: str = ""
    earlier: int = 0
    names: tuple[str, str] = ("", "")

    @property
    def handle(self) -> str:
        """How the question is called on the command line: by its key, or by lines alone where a
        row of it must not be told, for whoever has a name could try it on the key."""
        if self.named:
            return self.key
        other = f"form{self.earlier}" if self.earlier else str(self.row or "directory")
        return f"{self.line}:{other}"


@dataclass(frozen=True)
class Matches:
    """The matches by line of the form, and the lines of which nothing else must be told."""

    by_line: Mapping[int, Sequence[Match]]
    hushed: frozenset[int] = frozenset()


def find_matches(
    rows: Sequence[FormRow],
    table: RosterTable,
    directory: Directory,
    decided: Mapping[str, bool],
) -> Matches:
    """The matches of each line of the form. `decided` is what a person has said before."""
    candidates = [_of_form(row) for row in rows]
    against = [
        *(row_candidate(row, directory, _key(_ROSTER, row.line)) for row in table.rows),
        *(entry_candidate(entry, _key(_ENTRY, entry.id)) for entry in directory.entries),
    ]
    hidden = {_key(_FORM, row.line) for row in rows if row.hidden}
    hidden |= {_key(_ROSTER, row.line) for row in table.rows if not row.may_be_named}
    pairs = find_duplicates(candidates, against, decided)
    hidden = _with_kin(hidden, pairs)
    found: dict[int, list[Match]] = {}
    for match in _matches(pairs, hidden):
        found.setdefault(match.line, []).append(match)
    lines = {int(key.partition(" ")[2]) for key in hidden if key.startswith(f"{_FORM} ")}
    return Matches(found, frozenset(lines))


def _with_kin(hidden: set[str], pairs: Sequence[Pair]) -> set[str]:
    """Also whoever may be one with them: their words would tell theirs."""
    kin: dict[str, list[str]] = {}
    for pair in pairs:
        kin.setdefault(pair.first.key, []).append(pair.second.key)
        kin.setdefault(pair.second.key, []).append(pair.first.key)
    found, new = set(hidden), list(hidden)
    while new:
        for other in kin.get(new.pop(), ()):
            if other not in found:
                found.add(other)
                new.append(other)
    return found


def _matches(pairs: Sequence[Pair], hidden: set[str]) -> Iterator[Match]:
    for pair in pairs:
        # Of two rows of the form the later one waits for the answer.
        first, second = pair.first, pair.second
        one, other = _split(first.key), _split(second.key)
        if other[0] == _FORM and int(other[1]) > int(one[1]):
            first, second, one, other = second, first, other, one
        yield Match(
            int(one[1]),
            certain=pair.verdict is Verdict.SAME,
            evidence=pair.evidence,
            key=pair.key,
            named=not {first.key, second.key} & hidden,
            row=int(other[1]) if other[0] == _ROSTER else 0,
            entry=other[1] if other[0] == _ENTRY else "",
            earlier=int(other[1]) if other[0] == _FORM else 0,
            names=(first.name, second.name),
        )


def _key(kind: str, which: int | str) -> str:
    return f"{kind} {which}"


def _split(key: str) -> tuple[str, str]:
    kind, _, which = key.partition(" ")
    return kind, which


def _of_form(row: FormRow) -> Candidate:
    cells = row.cells
    return Candidate(
        key=_key(_FORM, row.line),
        name=cells.get("name", ""),
        acronym=cells.get("acronym", ""),
        kind=row.kind,
        country=cells.get("country", ""),
        url=cells.get("url", ""),
        email=cells.get("email", ""),
        title=cells.get("title", ""),
        affiliation=cells.get("affiliation", ""),
        id=cells.get("id", ""),
    )
