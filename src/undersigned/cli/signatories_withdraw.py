"""`undersigned signatories withdraw`: Put rows of a roster down as withdrawn."""

from __future__ import annotations

from typing import Any

import click

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
from undersigned.model.roster import SignatoryStatus

__all__ = ["command"]

_TODO = "render the documents of this roster again, and pack them again, before they go out"


@click.command(
    "withdraw",
    cls=Command,
    examples=[
        ('undersigned signatories withdraw spring 12 --evidence "call of 4 May"', "Line 12."),
        ("undersigned signatories withdraw spring OAM --dry-run", "What would change."),
    ],
)
@row_options
def command(**options: Any) -> int:
    """Put rows of a roster down as withdrawn: their names are printed no more.

    ROW is the line of the row in the file, its id, its name or its acronym. Told are the files
    that were made with the names in them, and whether they are still there. The day goes into
    the history; in the row stays when it was signed. All rows are changed, or none.
    """
    roll = open_roll(options)
    findings = Findings()
    rows = find_rows(roll, options["rows"], findings)
    findings.raise_errors()
    day = {"on": str(options["day"] or roll.today)}
    changes = [
        Change(row, SignatoryStatus.WITHDRAWN, noted(row, options), said=day) for row in rows
    ]
    carry_out(roll, changes, options)
    tell_twins(roll, rows)
    tell_printed(roll, rows, _TODO)
    return 0
