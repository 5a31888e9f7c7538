"""Which responses that were imported before still have a row in the roster.

What was deleted by hand does not come back by itself; but that a roster was put back to what it
was, and has lost its latest signatures, must be told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from undersigned.load.form_response import WHO, Earlier, who_digits
from undersigned.load.response_mark import marks_of
from undersigned.load.roster_table import RosterTable
from undersigned.load.row_identity import fingerprints
from undersigned.model.roster import Directory

__all__ = ["with_standing"]


def with_standing(
    before: Sequence[Earlier], table: RosterTable, directory: Directory, *, again: bool = False
) -> tuple[Earlier, ...]:
    """The responses, each with whether a row is known of it: one that says so, that has the
    fingerprint of then, or that goes by its name. With `again` only those that have one; a roster
    that is yet to be written has none."""
    if table.read is None:
        return ()
    marks = {mark.digits for row in table.rows for mark in marks_of(row.cells)}
    prints = {key for row in table.rows for key in fingerprints(row, directory)}
    names = {who_digits(row["name"]) for row in table.rows if row["name"]}
    found = (
        one
        if one.mark in marks
        or one.row in prints
        or any(one.parts.get(field, "") in names for field in WHO)
        else replace(one, standing=False)
        for one in before
    )
    return tuple(one for one in found if one.standing or not again)
