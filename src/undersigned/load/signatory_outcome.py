"""What becomes of the rows of a form, and what a person has said of those in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from undersigned.errors import Finding
from undersigned.load.roster_table import RosterRow, RosterTable
from undersigned.load.signatory_match import Match

__all__ = ["Answers", "Held", "Imported", "Target"]


@dataclass(frozen=True)
class Answers:
    """What a person says of doubtful matches, by the handle or the key of each."""

    same: frozenset[str] = frozenset()
    different: frozenset[str] = frozenset()

    def of(self, match: Match) -> bool | None:
        """Whether the two are one; None where nobody has said so."""
        names = {match.key, match.handle}
        if names & self.different:
            return False
        return True if names & self.same else None


@dataclass(frozen=True)
class Held:
    """A row that waits for an answer, and the matches in question; none where it is one with
    two that differ, or with another row that waits: `why` says so."""

    line: int
    matches: tuple[Match, ...] = ()
    why: str = ""


@dataclass
class Target:
    """A row that is to be written: a new one, or cells that an old one gets."""

    cells: dict[str, str]
    lines: list[int]
    old: RosterRow | None = None
    filled: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Imported:
    """The roster as it is going to be, and what became of each line of the form.

    `merged` are pairs of a line and what is told of it. `rows` are the fingerprints of the new
    rows, `confirmed` and `withheld` those whose state a merge has changed. `outdated` are lines of
    new rows that answered before those who had signed were asked again, and are invited so.
    `entries` are lines of new rows that are entries of the directory, and what is told of that.
    `of` is, by line, the fingerprint of the row that a response went into.
    """

    table: RosterTable
    new: tuple[int, ...]
    known: tuple[tuple[int, str], ...]
    merged: tuple[tuple[int, str], ...]
    held: tuple[Held, ...]
    refused: tuple[Finding, ...]
    rows: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    outdated: tuple[int, ...] = ()
    entries: tuple[tuple[int, str], ...] = ()
    of: Mapping[int, str] = field(default_factory=dict)
