"""`undersigned signatories confirm`: Put rows of a roster down as confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from undersigned.cli import report
from undersigned.cli.lazy import Command
from undersigned.cli.row_change import (
    Change,
    carry_out,
    find_rows,
    noted,
    open_roll,
    row_options,
)
from undersigned.errors import Findings
from undersigned.load.history import read_history
from undersigned.load.row_text import signed_earlier_text
from undersigned.load.signed_text import current_text
from undersigned.model.roster import SignatoryStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from undersigned.cli.row_change import Roll
    from undersigned.load.roster_table import RosterRow

__all__ = ["command"]

_CONFIRMED, _WITHHELD = SignatoryStatus.CONFIRMED, SignatoryStatus.WITHHELD


@click.command(
    "confirm",
    cls=Command,
    examples=[
        ('undersigned signatories confirm spring 7 --evidence "mail of 3 May"', "Line 7 signs."),
        ("undersigned signatories confirm spring 7 OAM almond", "Three rows, or none of them."),
        ("undersigned signatories confirm spring 9 --name-may-be-told", "It was withheld before."),
    ],
)
@row_options
@click.option(
    "--name-may-be-told",
    is_flag=True,
    help="A row that is withheld is printed by name from now on.",
)
def command(**options: Any) -> int:
    """Put rows of a roster down as confirmed: their names are printed.

    ROW is the line of the row in the file, its id, its name or its acronym. A row that signs is
    given the day and, where the text was opened for signature, which text it is. A row that
    signed an earlier text signs the present one. All rows are changed, or none.
    """
    roll = open_roll(options)
    findings = Findings()
    rows = find_rows(roll, options["rows"], findings)
    for row in rows:
        _check(roll, row, findings, may_be_told=options["name_may_be_told"])
    findings.raise_errors()
    changes = [_change(roll, row, options) for row in rows]
    carry_out(roll, changes, options)
    for change in changes:
        signs_anew = "signed_text" in change.changed
        if "evidence" not in change.cells and (signs_anew or not change.row["evidence"]):
            said = (
                f"line {change.row.line} has no {'new ' if change.row['evidence'] else ''}evidence"
            )
            report.note(f"{said}: --evidence TEXT says by what one knows that it signs")
    return 0


def _check(roll: Roll, row: RosterRow, findings: Findings, *, may_be_told: bool) -> None:
    place = roll.table.place(row.line)
    said = _hidden(roll, row)
    if said and not may_be_told:
        hint = "only if the signatory has said that the name may be told: --name-may-be-told"
        findings.add(place, "withheld-row", f"{said}: confirmed, its name would be printed", hint)
    if not row["name"] and roll.directory.find(row["id"]) is None:
        said = "the row has no name, and its id is not in the directory"
        findings.add(place, "unknown-signatory", said, "write the name into the row")
    for other in roll.index.others(row):
        if other.status is not _CONFIRMED:
            said = f"this row and line {other.line} are one signatory in two rows"
            hint = "leave the one that says where the signature stands, and delete the other"
            findings.add(place, "roster-status", said, hint)


def _hidden(roll: Roll, row: RosterRow) -> str:
    """Why the name may not be one to be printed, or nothing."""
    if row.status is None:
        return "this row's state is unclear"
    if row.status is _WITHHELD:
        return "this row is withheld"
    if row.status is SignatoryStatus.WITHDRAWN:
        # To withdraw is no leave to be named.
        keys, last = roll.index.keys(row), ""
        for event in read_history(roll.workspace, roll.table.name):
            if event.what in (_CONFIRMED, _WITHHELD) and not keys.isdisjoint(event.rows):
                last = event.what
        if last == _WITHHELD:
            return "this row was withheld before it withdrew"
    return ""


def _change(roll: Roll, row: RosterRow, options: Mapping[str, Any]) -> Change:
    cells = noted(row, options)
    if options["day"]:
        cells["signed_on"] = str(options["day"])
    earlier = signed_earlier_text(roll.workspace, roll.table, row)
    # Whoever was withheld has signed before, on whatever day and whatever text: that the name
    # may be told is no new signature.
    if row.status is _WITHHELD or (row.status is _CONFIRMED and not earlier):
        return Change(row, _CONFIRMED, cells)
    # A day that stands beside an invitation is that of this signature, unless it was for an
    # earlier text.
    if not row["signed_on"] or row.status is not SignatoryStatus.INVITED or earlier:
        cells.setdefault("signed_on", str(roll.today))
    text = current_text(roll.workspace, roll.table.name)
    if text:
        cells["signed_text"] = text
    return Change(row, _CONFIRMED, cells)
