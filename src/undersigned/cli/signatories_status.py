"""`undersigned signatories status`: Tell who signed, who has not answered, and what is missing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from undersigned import load
from undersigned.cli import complete, report
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here
from undersigned.cli.roster_status import Standing, status_rows
from undersigned.cli.table import FORMATS, say_rows
from undersigned.errors import Findings, InvalidInput
from undersigned.load.history import read_history
from undersigned.load.roster_table import read_roster_table
from undersigned.load.signed_text import load_open_text
from undersigned.model.roster import SignatoryStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undersigned.cli.table import Row
    from undersigned.load import Workspace

__all__ = ["command"]

# What each section's table shows, and what stands above it.
_SECTIONS = {
    "country": ("By country", {"name": "country", "number": "confirmed", "invited": "invited"}),
    "region": ("By region", {"name": "region", "number": "confirmed", "invited": "invited"}),
    "not answered": ("Invited, and no answer", {"line": "line", "name": "name", "on": "invited"}),
    "text": ("The text", {"on": "on", "name": "text", "by": "by", "said": "said"}),
    "earlier text": (
        "Signed an earlier text",
        {"line": "line", "name": "name", "on": "signed_on"},
    ),
}


@click.command(
    "status",
    cls=Command,
    examples=[
        ("undersigned signatories status", "Every roster in a line."),
        ("undersigned signatories status spring", "All about one."),
        ("undersigned signatories status spring --format json", "For another program."),
    ],
)
@click.argument("roster", required=False, shell_complete=complete.rosters)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", help="How to print it."
)
@workspace_option
def command(roster: str | None, format_: str, workspace: Path | None) -> int:
    """Tell who signed, who has not answered, and what is missing.

    Without a ROSTER every roster has a line. With one: how many are in each state, and by
    country and region; who was invited and has not answered; who is confirmed without evidence;
    which text was opened for signature and what was declared editorial of it; and who signed an
    earlier one. Whoever is withheld is counted by state alone.
    """
    opened = open_here(workspace)
    if roster is None:
        return _say_all(opened, format_)
    findings = Findings()
    rows = status_rows(_standing(opened, roster.removesuffix(".csv"), findings))
    report.findings(findings.items, err=True)
    if format_ != "table":
        say_rows(rows, format_, ())
        return 0
    _say_states(roster, rows)
    for section, (title, columns) in _SECTIONS.items():
        _say_section(title, columns, [row for row in rows if row["section"] == section])
    bare = [row["line"] for row in rows if row["section"] == "no evidence"]
    if bare:
        report.say(f"\nConfirmed without evidence: {_ranges(bare)}")
    return 0


def _standing(workspace: Workspace, name: str, findings: Findings) -> Standing:
    directory = load.load_directory(workspace)
    read = load.load_roster(workspace, name, directory)
    table = read_roster_table(workspace, name)
    return Standing(workspace, read, table, directory, read_history(workspace, name, findings))


def _say_all(workspace: Workspace, format_: str) -> int:
    rows: list[Row] = []
    faulty = Findings()
    for name in load.roster_names(workspace):
        with faulty.gather():
            rows.append(_line(workspace, name))
    states = tuple(status.value for status in SignatoryStatus)
    say_rows(rows, format_, ("roster", *states, "document"))
    if faulty.has_errors:
        raise InvalidInput(faulty.sorted())
    return 0


def _line(workspace: Workspace, name: str) -> Row:
    load.load_roster(workspace, name, load.load_directory(workspace))
    counts = Counter(row.status for row in read_roster_table(workspace, name).rows)
    text = load_open_text(workspace, name)
    return {
        "roster": name,
        **{status.value: counts[status] for status in SignatoryStatus},
        "document": text.document if text else "",
    }


def _say_states(roster: str, rows: Iterable[Row]) -> None:
    counts = [f"{row['number']} {row['name']}" for row in rows if row["section"] == "state"]
    report.say(f"{roster}: {', '.join(counts)}")


def _say_section(title: str, columns: dict[str, str], rows: Sequence[Row]) -> None:
    if not rows:
        return
    report.say(f"\n{title}")
    renamed = [{shown: row[column] for column, shown in columns.items()} for row in rows]
    say_rows(renamed, "table", tuple(columns.values()))


def _ranges(lines: Iterable[object]) -> str:
    """Lines 2, 4-7 and so on."""
    parts: list[list[int]] = []
    for line in lines:
        assert isinstance(line, int)
        if parts and line == parts[-1][-1] + 1:
            parts[-1] = [parts[-1][0], line]
        else:
            parts.append([line])
    said = ", ".join("-".join(map(str, part)) for part in parts)
    return f"line {said}" if len(parts) == 1 and len(parts[0]) == 1 else f"lines {said}"
