"""Who of a roster is asked to sign: its invited rows, and no other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from undersigned.errors import Findings
from undersigned.load.directory import (
    DIRECTORY,
    DIRECTORY_COLUMNS,
    FOLDER,
    load_directory,
)
from undersigned.load.email_address import ascii_address
from undersigned.load.roster_table import RosterRow, RosterTable
from undersigned.load.row_identity import fingerprints, row_fingerprint
from undersigned.load.table import read_table
from undersigned.load.workspace import Workspace
from undersigned.model.invitation import Invitee, one_line
from undersigned.model.roster import Directory, SignatoryKind, SignatoryStatus

__all__ = ["load_invitees"]

# What turns the direction of the words around a name; a mail has no other way to set it apart.
_TURNS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


def load_invitees(
    workspace: Workspace, table: RosterTable, only: Sequence[str], findings: Findings
) -> tuple[Invitee, ...]:
    """The invited rows, or those of them that `only` names, in the order of the file.

    A row's name and address may be those of the directory. What is wrong with a row that is
    invited is in `findings`; raises `NotFound` and `InvalidInput` where `only` names no row.
    """
    directory = load_directory(workspace)
    rows = [row for row in table.rows if row.status is SignatoryStatus.INVITED]
    if only:
        lines = {table.find(typed, directory).line for typed in only}
        for line in sorted(lines - {row.line for row in rows}):
            findings.add(
                table.place(line),
                "invitation",
                "this row is not invited",
                "an invitation goes to rows whose status is invited",
            )
        rows = [row for row in rows if row.line in lines]
    known = _addresses(workspace)
    found = (_invitee(table, row, directory, known, findings) for row in rows)
    return tuple(invitee for invitee in found if invitee is not None)


def _invitee(
    table: RosterTable,
    row: RosterRow,
    directory: Directory,
    known: Mapping[str, str],
    findings: Findings,
) -> Invitee | None:
    place = table.place(row.line)
    entry = directory.find(row["id"])
    name = row["name"] or (entry.name.text if entry else "")
    if not name or "\n" in name:
        said = "there is a line break within the name" if name else "the row names nobody"
        findings.add(place, "roster", said, "write who is invited into the column name")
        return None
    email = row["email"] or known.get(row["id"], "")
    try:
        address = ascii_address(email) if email else ""
    except ValueError as error:
        findings.add(place, "email", str(error), "correct the column email, or empty it")
        return None
    kind = row["kind"].casefold()
    individual = kind == SignatoryKind.INDIVIDUAL or (
        not kind and entry is not None and entry.kind is SignatoryKind.INDIVIDUAL
    )
    return Invitee(
        place,
        one_line(_TURNS.sub("", name)),
        SignatoryKind.INDIVIDUAL if individual else SignatoryKind.ORGANISATION,
        address,
        row_fingerprint(row),
        fingerprints(row, directory),
    )


def _addresses(workspace: Workspace) -> Mapping[str, str]:
    """The e-mail addresses of the directory, by id: no other value of it holds them."""
    path = workspace.root / FOLDER / f"{DIRECTORY}.csv"
    if not workspace.reader.exists(path):
        return {}
    rows = read_table(workspace.reader, path, DIRECTORY_COLUMNS, ("id", "name"))
    return {row["id"]: row["email"] for row in rows if row["id"] and row["email"]}
