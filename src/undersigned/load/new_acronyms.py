"""Acronyms that an import brought in and that stand for two names of the roster."""

from __future__ import annotations

from collections import defaultdict

from undersigned.load.duplicates import Candidate, shared_acronyms
from undersigned.load.known_organisations import folded
from undersigned.load.roster_duplicates import Acronym
from undersigned.load.roster_table import RosterTable
from undersigned.load.row_identity import RowIndex
from undersigned.load.signatory_candidates import row_candidate
from undersigned.model.roster import Directory, SignatoryStatus

__all__ = ["new_acronyms"]


def new_acronyms(
    before: RosterTable, after: RosterTable, directory: Directory
) -> tuple[Acronym, ...]:
    """Those of rows that are new, or have another acronym or id than before."""
    old = {row.line: (row["acronym"], row["id"]) for row in before.rows}
    groups: dict[str, list[Candidate]] = defaultdict(list)
    fresh = set()
    for row in after.rows:
        one = row_candidate(row, directory, str(row.line))
        acronym = folded(one.acronym)
        if acronym and row.status is not SignatoryStatus.WITHDRAWN:
            groups[acronym].append(one)
            if old.get(row.line) != (row["acronym"], row["id"]):
                fresh.add(acronym)
    asked = [
        one for acronym in sorted(fresh) if len(groups[acronym]) > 1 for one in groups[acronym]
    ]
    if not asked:
        return ()
    index = RowIndex(after, directory)
    rows = {str(row.line): row for row in after.rows}
    found = []
    for shared in shared_acronyms(asked):
        named = all(index.may_be_named(rows[one.key]) for one in shared.candidates)
        lines = tuple(int(one.key) for one in shared.candidates)
        found.append(Acronym(shared.acronym if named else "", lines, ()))
    return tuple(found)
