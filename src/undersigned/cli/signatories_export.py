"""`undersigned signatories export`: The confirmed signatories as a table, for partners."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from undersigned import load
from undersigned.cli import complete, report
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import here, open_here, shown
from undersigned.cli.rendered import record_exported
from undersigned.cli.table import csv_text, json_rows
from undersigned.errors import Finding, InvalidInput
from undersigned.load.directory import FOLDER
from undersigned.publish import write_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undersigned.cli.table import Row
    from undersigned.load import Workspace
    from undersigned.model.roster import Signatory

__all__ = ["command"]

_OTHERS = frozenset({".xlsx", ".xls", ".ods", ".pdf", ".docx"})


@click.command(
    "export",
    cls=Command,
    examples=[
        ("undersigned signatories export spring", "On the screen."),
        ("undersigned signatories export spring ../to-partners.csv", "Into a file."),
        ("undersigned signatories export spring --format json", "For another program."),
    ],
)
@click.argument("roster", shell_complete=complete.rosters)
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--format", "format_", type=click.Choice(("csv", "json")), default="csv", help="What to write."
)
@click.option("--force", is_flag=True, help="Replace the file where there is one.")
@workspace_option
def command(
    roster: str, file: Path | None, *, format_: str, force: bool, workspace: Path | None
) -> int:
    """The confirmed signatories as a table, for partners.

    Who is invited, has withdrawn or is withheld is not in it, nor are the columns email, note,
    evidence, signed_text, sort_key, logo and signature. What the row leaves to the directory is
    filled in. Cells that a spreadsheet would run as a formula begin with an apostrophe.
    """
    opened = open_here(workspace)
    name = roster.removesuffix(".csv")
    read = load.load_roster(opened, name, load.load_directory(opened))
    rows = [_row(signatory) for signatory in read.signatories]
    number = f"{len(rows)} signator{'y' if len(rows) == 1 else 'ies'}"
    if file is None:
        _say(rows, format_)
        report.note(f"{number}; none of those who cannot be named")
        return 0
    target = here() / file
    _check_target(opened, target, force=force)
    write_file(target, _data(rows, format_))
    report.say(shown(target))
    report.note(f"{number}; none of those who cannot be named")
    record_exported(opened, name, read.signatories, target)
    return 0


def _row(signatory: Signatory) -> Row:
    return {
        "id": signatory.id,
        "name": signatory.name,
        "acronym": signatory.acronym,
        "kind": signatory.kind,
        "title": signatory.title,
        "affiliation": signatory.affiliation,
        "country": signatory.country,
        "group": signatory.group,
        "url": signatory.url,
        "ecosoc": signatory.ecosoc,
        "signed_on": signatory.signed_on,
    }


def _say(rows: Sequence[Row], format_: str) -> None:
    if format_ == "json":
        report.say_json(json_rows(rows))
    elif rows:
        report.say(csv_text(rows).rstrip("\n"))


def _data(rows: Sequence[Row], format_: str) -> bytes:
    if format_ == "json":
        return (json.dumps(json_rows(rows), ensure_ascii=False, indent=2) + "\n").encode()
    # With a mark: without it Excel takes the file for one of its old code pages.
    return csv_text(rows).encode("utf-8-sig")


def _check_target(workspace: Workspace, target: Path, **options: Any) -> None:
    """Refuse to write over a file that is there, and over rosters in any case."""
    if target.suffix.lower() in _OTHERS:
        said = f"an export is CSV or JSON, which no program opens as {target.suffix}"
        raise click.BadParameter(f"{said}: name it {target.stem}.csv", param_hint="FILE")
    inside = target.parent.resolve().is_relative_to(workspace.root / FOLDER)
    if inside:
        said, hint = "an export beside the rosters would be read as one", "name another folder"
    elif (target.exists() or target.is_symlink()) and not options["force"]:
        said, hint = "is there already, and is not overwritten", "replace it with --force"
    else:
        return
    raise InvalidInput([Finding(workspace.place(target), "exists", said, hint)])
