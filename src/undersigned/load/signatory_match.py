"""The rows of a form beside the roster and the directory: which are one, which may be.

A roster's row, an entry of the directory and an earlier row of the form are all a `Candidate`,
whose key says which of them it is. A row of the roster that says itself from which response it
comes is compared by that as well: its name may have been corrected by hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from undersigned.load.duplicates import Candidate, Pair, Verdict, find_duplicates
from undersigned.load.form_response import WHO
from undersigned.load.known_organisations import folded
from undersigned.load.response_match import Found
from undersigned.load.response_origin import row_origins
from undersigned.load.roster_table import RosterTable
from undersigned.load.signatory_candidates import entry_candidate, row_candidate
from undersigned.load.signatory_form import Form
from undersigned.load.signatory_row import FormRow
from undersigned.model.roster import Directory

__all__ = ["Match", "Matches", "find_matches"]

_FORM, _ROSTER, _ENTRY = "form", "roster", "directory"


@dataclass(frozen=True)
class Match:
    """A row of the form, by its line, and what it may be one with: `row` of the roster, `entry`
    of the directory, `earlier` row of the form, or a response that was imported `before` and of
    which no row tells.

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
    before: bool = False
    names: tuple[str, str] = ("", "")

    @property
    def handle(self) -> str:
        """How the question is called on the command line: by its key, or by lines alone where a
        row of it must not be told, for whoever has a name could try it on the key."""
        if self.named:
            return self.key
        other = f"form{self.earlier}" if self.earlier else str(self.row or "directory")
        return f"{self.line}:{'before' if self.before else other}"


@dataclass(frozen=True)
class Matches:
    """The matches by line of the form, and the lines of which nothing else must be told."""

    by_line: Mapping[int, Sequence[Match]]
    hushed: frozenset[int] = frozenset()


def find_matches(
    form: Form, table: RosterTable, directory: Directory, decided: Mapping[str, bool]
) -> Matches:
    """The matches of each line of the form. `decided` is what a person has said before."""
    rows = {row.line: _of_form(row) for row in form.rows}
    old = {row.line: row_candidate(row, directory, _key(_ROSTER, row.line)) for row in table.rows}
    entries = [entry_candidate(entry, _key(_ENTRY, entry.id)) for entry in directory.entries]
    hidden = {_key(_FORM, row.line) for row in form.rows if row.hidden}
    hidden |= {_key(_ROSTER, row.line) for row in table.rows if not row.may_be_named}
    found = find_duplicates(list(rows.values()), [*old.values(), *entries], decided)
    certain = _lines_of(pair for pair in found if pair.verdict is Verdict.SAME)
    by_keys = {(pair.first.key, pair.second.key): pair for pair in found}
    names = {folded(one.name) for one in old.values()}
    doubts = {
        line: doubt
        for line, doubt in form.doubts.items()
        if not (doubt.by_name and folded(rows[line].name) in names)
    }
    for origin in row_origins(form, table, certain, doubts):
        pair = Pair(rows[origin.line], old[origin.row], origin.verdict, (origin.why,))
        keys = pair.first.key, pair.second.key
        answer = decided.get(pair.key)
        if answer is not False and (pair.verdict is Verdict.SAME or keys not in by_keys):
            by_keys[keys] = replace(pair, verdict=Verdict.SAME) if answer else pair
    pairs = list(by_keys.values())
    related = _lines_of(pairs)
    before = [
        match
        for line, doubt in doubts.items()
        if line not in related
        for match in _of_before(form, line, doubt, decided)
    ]
    # Whoever was imported once and has no row may be one whose name must not be told.
    hidden = _with_kin(hidden | {_key(_FORM, match.line) for match in before}, pairs)
    by_line: dict[int, list[Match]] = {}
    for match in (*_matches(pairs, hidden), *before):
        by_line.setdefault(match.line, []).append(match)
    lines = {int(key.partition(" ")[2]) for key in hidden if key.startswith(f"{_FORM} ")}
    return Matches(by_line, frozenset(lines))


def _lines_of(pairs: Iterable[Pair]) -> dict[int, set[int]]:
    """Rows of the roster by line of the form, where a pair has one of each."""
    found: dict[int, set[int]] = {}
    for pair in pairs:
        first, second = _split(pair.first.key), _split(pair.second.key)
        if (first[0], second[0]) == (_FORM, _ROSTER):
            found.setdefault(int(first[1]), set()).add(int(second[1]))
    return found


def _of_before(form: Form, line: int, found: Found, decided: Mapping[str, bool]) -> Iterator[Match]:
    """The question whether a response was imported before; none where that is decided."""
    parts = form.responses[line].parts
    said = "\x1f".join((found.earlier.key, *(parts.get(name, "") for name in WHO)))
    key = hashlib.sha256(said.encode()).hexdigest()[:12]
    if decided.get(key) is not False:
        yield Match(line, key in decided, (found.why,), key, named=False, before=True)


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
