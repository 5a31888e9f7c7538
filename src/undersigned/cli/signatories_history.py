"""`undersigned signatories history`: Tell who changed what in a roster, and when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from undersigned import load
from undersigned.cli import complete, report
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here
from undersigned.cli.table import FORMATS, say_rows
from undersigned.errors import Findings
from undersigned.load.history import read_history
from undersigned.load.printed import WITH_NAMES
from undersigned.load.roster_table import read_roster_table
from undersigned.load.row_identity import RowIndex, display_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from undersigned.cli.table import Row
    from undersigned.load.roster_table import RosterRow
    from undersigned.model.history import Event
    from undersigned.model.roster import Directory

__all__ = ["command"]

# More rows than these are told as their number.
_MOST = 20


@click.command(
    "history",
    cls=Command,
    examples=[
        ("undersigned signatories history spring", "All that happened to a roster."),
        ("undersigned signatories history spring OAM", "What happened to one row."),
    ],
)
@click.argument("roster", shell_complete=complete.rosters)
@click.argument("row", required=False)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", help="How to print it."
)
@workspace_option
def command(roster: str, row: str | None, format_: str, workspace: Path | None) -> int:
    """Tell who changed what in a roster, and when (UTC).

    ROW is the line of a row, its id, its name or its acronym. The history itself holds no names:
    they come from the roster as it stands now, so that of a row which is withheld by now only
    the line is told.
    """
    opened = open_here(workspace)
    table = read_roster_table(opened, roster.removesuffix(".csv"))
    directory = load.load_directory(opened)
    findings = Findings()
    events: Sequence[Event] = read_history(opened, table.name, findings)
    index = RowIndex(table, directory)
    if row is not None:
        keys = index.keys(table.find(row, directory))
        events = [event for event in events if keys & _rows_of(event, events)]
    else:
        keys = frozenset()
    report.findings(findings.items, err=True)

    def named(key: str) -> str:
        return _named(index.find(key), index, directory)

    rows = [line for event in events for line in _lines(event, keys, named)]
    say_rows(rows, format_, ("when", "by", "what", "row", "said"))
    return 0


def _rows_of(event: Event, events: Sequence[Event]) -> frozenset[str]:
    """The rows of an event; of one that only says which they were, those of the earlier one."""
    if event.rows or event.what not in WITH_NAMES:
        return frozenset(event.rows)
    printed = event.text("printed")
    same = (other.rows for other in events if other.rows and other.text("printed") == printed)
    return frozenset(next(same, ()))


def _lines(event: Event, keys: frozenset[str], named: Callable[[str], str]) -> Iterator[Row]:
    """What happened, once for each of its rows: of those of `keys`, or of all where it is empty."""
    told = [key for key in event.rows if not keys or key in keys]
    if event.what in WITH_NAMES or len(told) > _MOST:
        number = len(told)
        names = [f"{number} row{'' if number == 1 else 's'}" if told and not keys else ""]
    else:
        names = [named(key) for key in told] or [""]
    for name in names:
        yield {
            "when": event.when.strftime("%Y-%m-%d %H:%M"),
            "by": event.by,
            "what": event.what,
            "row": name,
            "said": _said(event),
        }


def _named(row: RosterRow | None, index: RowIndex, directory: Directory) -> str:
    if row is None:
        return "a row that is no longer there"
    named = index.may_be_named(row)
    return f"line {row.line}" + (f", {display_name(row, directory)}" if named else "")


def _said(event: Event) -> str:
    """What else the history keeps, in a line; digests are for programs."""
    parts = []
    for key, value in event.said.items():
        if event.what == "imported":
            # By what the program knows a response again: of no use to a reader, and of one who
            # cannot be named more than a screen should show.
            continue
        if key == "drafts":
            # As many as there are rows, and this is told for each.
            continue
        if event.what in WITH_NAMES:
            parts += [entry.partition("  ")[2] for entry in event.items(key)]
        else:
            words = value if isinstance(value, str) else ", ".join(value)
            parts += [f"{key} {words}"] if words else []
    return "; ".join(parts)
