"""Telling which files carry a name that must not be in them any more, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned.cli import report
from undersigned.errors import Findings
from undersigned.load.history import read_history
from undersigned.load.printed import State, files_with
from undersigned.load.row_identity import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undersigned.cli.row_change import Roll
    from undersigned.load.printed import PrintedFile
    from undersigned.load.roster_table import RosterRow

__all__ = ["tell_printed"]


def tell_printed(roll: Roll, rows: Iterable[RosterRow], todo: str) -> None:
    """Name the files that were made with the names of these rows, as far as the history knows,
    and not the names; `todo` is what to do about those that are still there."""
    known = frozenset(key for row in rows for key in fingerprints(row, roll.directory))
    findings = Findings()
    events = read_history(roll.workspace, roll.table.name, findings)
    report.findings(findings.items, err=True)
    files = files_with(events, known, roll.workspace.root)
    if not files:
        report.note("no file is known that was made with the name in it")
        return
    several = "1 file or folder was" if len(files) == 1 else f"{len(files)} files or folders were"
    report.say(f"{several} made with the name in it:")
    for file in files:
        report.say(f"  {_told(file)}")
    if any(file.state in (State.THERE, State.CHANGED) for file in files):
        report.note(todo)
    report.note("copies that were sent or published are not known here: ask for them back")


def _told(file: PrintedFile) -> str:
    letters = f" ({file.number} letter{'' if file.number == 1 else 's'})" if file.number else ""
    return f"{file.path}{letters}, of {file.when.date()}: {file.state}"
