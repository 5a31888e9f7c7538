"""`undersigned signatories withhold`: Keep the names of signatories out of every output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from undersigned.cli import report
from undersigned.cli.lazy import Command
from undersigned.cli.printed_names import tell_printed
from undersigned.cli.row_change import (
    Change,
    carry_out,
    find_rows,
    noted,
    open_roll,
    row_options,
    tell_twins,
)
from undersigned.errors import Findings
from undersigned.load.signed_text import current_text
from undersigned.model.roster import SignatoryStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from undersigned.cli.row_change import Roll
    from undersigned.load.roster_table import RosterRow

__all__ = ["command"]

_SIGNED = (SignatoryStatus.CONFIRMED, SignatoryStatus.WITHHELD)
_TODO = "delete them now, then render the documents of this roster again"


@click.command(
    "withhold",
    cls=Command,
    examples=[
        ("undersigned signatories withhold spring 9", "The signatory on line 9 is not named."),
        ("undersigned signatories withhold spring 9 --signed-again", "The present text, unnamed."),
    ],
)
@row_options
@click.option(
    "--signed-again",
    is_flag=True,
    help="The signatory has signed the text as it stands now, unnamed as before.",
)
def command(**options: Any) -> int:
    """Keep the names of signatories out of every output: they are counted, and that is all.

    ROW is the line of the row in the file, its id, its name or its acronym. Told are the files
    that were made with the names in them, and whether they are still there; what is printed
    here names lines alone. All rows are changed, or none.
    """
    roll = open_roll(options)
    findings = Findings()
    rows = find_rows(roll, options["rows"], findings)
    findings.raise_errors()
    carry_out(roll, [_change(roll, row, options) for row in rows], options)
    tell_twins(roll, rows)
    tell_printed(roll, rows, _TODO)
    if not roll.table.name.startswith("private/"):
        report.note(
            f"the name stands in {roll.table.shown}, which git keeps: move the roster into "
            "signatories/private/, where git does not look"
        )
    return 0


def _change(roll: Roll, row: RosterRow, options: Mapping[str, Any]) -> Change:
    cells = noted(row, options)
    if options["day"]:
        cells["signed_on"] = str(options["day"])
    # Whoever has signed before has not signed anew by asking not to be named.
    if row.status not in _SIGNED or options["signed_again"]:
        if options["signed_again"] or not row["signed_on"]:
            cells.setdefault("signed_on", str(roll.today))
        text = current_text(roll.workspace, roll.table.name)
        if text:
            cells["signed_text"] = text
    return Change(row, SignatoryStatus.WITHHELD, cells)
