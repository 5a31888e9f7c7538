"""What `confirm`, `withdraw` and `withhold` have in common: rows of a roster get another state.

All rows are found and looked at before anything is written; then all are changed, or none. The
roster is written before its history, which is asked beforehand whether it can be.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import click

from undersigned import load
from undersigned.cli import clock, complete, report
from undersigned.cli.actor import actor, by_option
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here
from undersigned.errors import Findings, MachineFailed
from undersigned.load.roster_table import read_roster_table
from undersigned.load.row_identity import RowIndex, display_name, row_fingerprint
from undersigned.model.history import Event
from undersigned.model.roster import SignatoryStatus
from undersigned.publish.history import append_history
from undersigned.publish.roster import write_roster

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from undersigned.load import Workspace
    from undersigned.load.roster_table import RosterRow, RosterTable
    from undersigned.model.roster import Directory

__all__ = [
    "Change",
    "Roll",
    "carry_out",
    "find_rows",
    "noted",
    "open_roll",
    "row_options",
    "tell_twins",
]

_F = TypeVar("_F", bound="Callable[..., Any]")


@dataclass(frozen=True)
class Roll:
    """A roster that is open for changes, with what goes with it. `today` is the day of the
    clock."""

    workspace: Workspace
    table: RosterTable
    directory: Directory
    today: dt.date

    @cached_property
    def index(self) -> RowIndex:
        """Which rows are one signatory, and which may be named."""
        return RowIndex(self.table, self.directory)


@dataclass(frozen=True)
class Change:
    """What is to become of one row: its state, and the cells that change besides. `said` is for
    the history alone."""

    row: RosterRow
    to: SignatoryStatus
    cells: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_none(self) -> bool:
        """Whether all of it stands there already."""
        return self.row.status is self.to and not self.changed

    @property
    def changed(self) -> tuple[str, ...]:
        """The columns that say something else afterwards, the state left out."""
        return tuple(column for column, value in self.cells.items() if self.row[column] != value)


class _Day(click.ParamType[dt.date]):
    """A day that has come, as 2026-01-31."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """The day, or a usage error."""
        try:
            day = dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f'"{value}" is no date: write 2026-01-31 (year-month-day)', param, ctx)
        if day > clock.now().date():
            self.fail(f"{day} has not come yet", param, ctx)
        return day


def row_options(command: _F) -> _F:
    """The arguments and options of every command that changes rows."""
    options = (
        click.argument("roster", shell_complete=complete.rosters),
        click.argument("rows", nargs=-1, required=True, metavar="ROW..."),
        click.option(
            "--on", "day", type=_Day(), metavar="DATE", help="The day of it, as 2026-01-31; today."
        ),
        click.option(
            "--evidence",
            metavar="TEXT",
            help="By what one knows it: a mail, a call; added to what the row says already.",
        ),
        click.option("--note", metavar="TEXT", help="Added to the row's note."),
        by_option,
        click.option("--dry-run", is_flag=True, help="Tell what would change, and write nothing."),
        workspace_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


def open_roll(options: Mapping[str, Any]) -> Roll:
    """The roster that the options name. Raises `NotFound`, and `InvalidInput` for its faults."""
    workspace = open_here(options["workspace"])
    table = read_roster_table(workspace, options["roster"].removesuffix(".csv"))
    return Roll(workspace, table, load.load_directory(workspace), clock.now().date())


def find_rows(roll: Roll, typed: Sequence[str], findings: Findings) -> list[RosterRow]:
    """The rows that were named, each once; what names none is in `findings`."""
    found: dict[int, RosterRow] = {}
    for words in typed:
        with findings.gather(roll.table.place()):
            row = roll.table.find(words, roll.directory)
            found.setdefault(row.line, row)
    return list(found.values())


def noted(row: RosterRow, options: Mapping[str, Any]) -> dict[str, str]:
    """The cells for evidence and note: what is given is added, and nothing is lost."""
    cells = {}
    for column in ("evidence", "note"):
        given = " ".join((options[column] or "").split())
        if given and given not in row[column]:
            cells[column] = f"{row[column]}; {given}" if row[column] else given
    return cells


def carry_out(roll: Roll, changes: Sequence[Change], options: Mapping[str, Any]) -> bool:
    """Tell the changes and write them, with their history; whether there was one to write.

    Raises `MachineFailed`, and `InvalidInput` where the roster has changed meanwhile.
    """
    due = [change for change in changes if not change.is_none]
    table = roll.table
    if due and "status" not in table.header:
        others = len(table.rows) - len({change.row.line for change in due})
        if others:
            rows = "the other row is" if others == 1 else f"the {others} other rows are"
            report.note(f"the roster had no column status: it has now, and {rows} confirmed")
    table = table.changed_all(
        {change.row.line: {"status": change.to.value, **change.cells} for change in due}
    )
    if due and not options["dry_run"]:
        _write(roll, table, due, actor(options["by"], roll.workspace.root))
    for change in changes:
        report.say(_told(roll, change))
    if due and options["dry_run"]:
        report.note("nothing was written")
    return bool(due) and not options["dry_run"]


def _write(roll: Roll, table: RosterTable, due: Sequence[Change], by: str) -> None:
    root, name = roll.workspace.root, table.name
    append_history(root, name, ())
    write_roster(table)
    moment = clock.now()
    events = [
        Event(
            moment,
            by,
            change.to.value,
            (row_fingerprint(change.row),),
            {"from": change.row.status or "unclear", **_said(change)},
        )
        for change in due
    ]
    try:
        append_history(root, name, events)
    except MachineFailed as error:
        raise MachineFailed(
            f"the roster is changed, its history is not: {error.message}"
        ) from error


def _said(change: Change) -> dict[str, str | Sequence[str]]:
    """What the history keeps of a change: days and texts, and of all else only that it changed."""
    said: dict[str, str | Sequence[str]] = {
        key: change.cells[column]
        for key, column in (("on", "signed_on"), ("text", "signed_text"))
        if column in change.changed
    }
    others = tuple(column for column in change.changed if column in ("evidence", "note"))
    return {**said, **change.said, **({"changed": others} if others else {})}


def _told(roll: Roll, change: Change) -> str:
    row = change.row
    before = row.status or "unclear"
    name = ""
    if change.to is not SignatoryStatus.WITHHELD and roll.index.may_be_named(row):
        name = f" ({display_name(row, roll.directory)})"
    if change.is_none:
        return f"line {row.line}: {change.to} already{name}"
    if row.status is change.to:
        what = ", ".join(column.replace("_", " ") for column in change.changed)
        return f"line {row.line}: {change.to}; changed: {what}{name}"
    return f"line {row.line}: {before} -> {change.to}{name}"


def tell_twins(roll: Roll, rows: Sequence[RosterRow]) -> None:
    """Tell, by lines alone, which other rows would still print the names of these."""
    changed = {row.line for row in rows}
    for row in rows:
        for other in roll.index.others(row):
            if other.line not in changed:
                said = f"line {other.line} is the same signatory as line {row.line}"
                report.note(f"{said}: delete one of the rows, or nothing is rendered")
