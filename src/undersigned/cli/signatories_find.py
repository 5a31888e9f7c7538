"""`undersigned signatories find`: Search the directory, and tell who stands in which roster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from undersigned import load
from undersigned.cli import report
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here
from undersigned.cli.table import FORMATS, say_rows
from undersigned.errors import InvalidInput
from undersigned.load.directory_search import find_entries
from undersigned.load.roster_table import read_roster_table
from undersigned.load.row_identity import RowIndex
from undersigned.model.history import fingerprint
from undersigned.model.roster import SignatoryStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from undersigned.cli.table import Row
    from undersigned.load import Workspace
    from undersigned.load.roster_table import RosterTable
    from undersigned.model.roster import Directory, Signatory

__all__ = ["command"]

_TOLD = (SignatoryStatus.CONFIRMED, SignatoryStatus.INVITED)


@click.command(
    "find",
    cls=Command,
    examples=[
        ("undersigned signatories find lantern", "By a word of a name."),
        ("undersigned signatories find OAM", "By acronym or id."),
        ('undersigned signatories find "Journalist Mutal"', "Misspelt."),
    ],
)
@click.argument("text")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", help="How to print it."
)
@workspace_option
def command(text: str, format_: str, workspace: Path | None) -> int:
    """Search the directory, and tell who stands in which roster.

    TEXT is an id, an acronym, or words of a name: of the present one, a former one, or that in
    a language of its own. Spelling is forgiven. Told are the rosters in which an entry is
    confirmed or invited; of others, nothing.
    """
    opened = open_here(workspace)
    directory = load.load_directory(opened)
    found = find_entries(text, directory)
    standing = _standing(opened, directory) if found else {}
    rows = [_row(entry, standing) for entry in found]
    say_rows(rows, format_, ("id", "name", "acronym", "country", "rosters"))
    return 0


def _row(entry: Signatory, standing: Mapping[str, list[str]]) -> Row:
    keys = (fingerprint(entry.id, ""), fingerprint("", entry.name.text))
    rosters = [roster for key in keys for roster in standing.get(key, ())]
    return {
        "id": entry.id,
        "name": entry.name,
        "acronym": entry.acronym,
        "kind": entry.kind,
        "country": entry.country,
        "former_names": entry.former_names,
        "native_names": entry.native_names,
        "url": entry.url,
        "ecosoc": entry.ecosoc,
        "rosters": tuple(dict.fromkeys(rosters)),
    }


def _standing(workspace: Workspace, directory: Directory) -> Mapping[str, list[str]]:
    """In which rosters a signatory is confirmed or invited, by fingerprint."""
    found: dict[str, list[str]] = {}
    for name in load.roster_names(workspace):
        try:
            table = read_roster_table(workspace, name)
        except InvalidInput:
            report.note(f"{name} cannot be read; `undersigned signatories status {name}` tells why")
            continue
        for key, state in _states(table, directory).items():
            found.setdefault(key, []).append(f"{name} ({state})")
    return found


def _states(table: RosterTable, directory: Directory) -> Mapping[str, SignatoryStatus]:
    """The states that may be told, by fingerprint."""
    told: dict[str, SignatoryStatus] = {}
    index = RowIndex(table, directory)
    for row in table.rows:
        if index.may_be_named(row) and row.status in _TOLD:
            told |= dict.fromkeys(index.keys(row), row.status)
    return told
