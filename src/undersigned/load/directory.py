"""Directory and rosters: who there is, and who signs one document.

A row that is not confirmed leaves no more than its number here. A message about a withheld
row names its line and nothing else of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from undersigned.errors import Finding, Findings, InvalidInput, NotFound, did_you_mean
from undersigned.load.country import is_country
from undersigned.load.image import find_image
from undersigned.load.table import Row, read_table
from undersigned.load.workspace import Workspace
from undersigned.model.roster import (
    Directory,
    Roster,
    Signatory,
    SignatoryKind,
    SignatoryStatus,
)
from undersigned.model.text import Origin, Text

__all__ = ["COLUMNS", "load_directory", "load_roster", "load_rosters", "roster_names"]

COLUMNS = (
    "id", "name", "acronym", "kind", "title", "affiliation", "country", "group", "url", "logo",
    "signature", "ecosoc", "status", "signed_on", "evidence", "sort_key", "email", "note",
)  # fmt: skip
_FOLDER = "signatories"
_DIRECTORY = "directory"
_ECOSOC = ("general", "special", "roster")


def load_directory(workspace: Workspace, findings: Findings | None = None) -> Directory:
    """The workspace's directory; an empty one where there is no file.

    Faults of its rows are added to `findings`, or raised as `InvalidInput` where it is None.
    """
    directory, found = workspace.remember("directory", lambda: _read_directory(workspace))
    if findings is None and found:
        raise InvalidInput(found)
    if findings is not None:
        findings.items.extend(found)
    return directory


def _read_directory(workspace: Workspace) -> tuple[Directory, tuple[Finding, ...]]:
    path = workspace.root / _FOLDER / f"{_DIRECTORY}.csv"
    if not workspace.reader.exists(path):
        return Directory(()), ()
    found = Findings()
    entries: list[Signatory] = []
    for row in read_table(workspace.reader, path, COLUMNS, ("id", "name")):
        if not row["id"] or not row["name"]:
            found.add(
                row.location,
                "directory",
                "the row has no id or no name",
                "each organisation and person of the directory has both",
            )
            continue
        if row["status"]:
            # Only a roster withholds: taken here, a name could be printed that nobody meant to.
            found.add(
                row.location,
                "directory",
                "a status belongs to a roster, not to the directory",
                "move it to the roster that this entry signs in, and empty the cell here",
            )
            continue
        if any(entry.id == row["id"] for entry in entries):
            found.add(row.location, "directory", f'the id "{row["id"]}" is there twice')
            continue
        entries.append(_signatory(workspace, row, None, path, found))
    return Directory(tuple(entries)), tuple(found.items)


def roster_names(workspace: Workspace) -> tuple[str, ...]:
    """Every roster, by name; those under `signatories/private/` as private/<name>."""
    root = workspace.root / _FOLDER
    names = {
        path.relative_to(root).as_posix().removesuffix(".csv")
        for pattern in ("*.csv", "private/*.csv")
        for path in root.glob(pattern)
        if not path.name.startswith((".", "~"))
    }
    return tuple(sorted(names - {_DIRECTORY}))


def load_rosters(workspace: Workspace) -> tuple[Roster, ...]:
    """Every roster of the workspace."""
    directory = load_directory(workspace)
    return tuple(load_roster(workspace, name, directory) for name in roster_names(workspace))


def load_roster(workspace: Workspace, name: str, directory: Directory) -> Roster:
    """A roster by name. Raises `NotFound`, or `InvalidInput` with every fault of its rows."""
    return workspace.remember(("roster", name), lambda: _read_roster(workspace, name, directory))


def _read_roster(workspace: Workspace, name: str, directory: Directory) -> Roster:
    if not re.fullmatch(r"(private/)?[\w][\w. -]*", name):
        raise NotFound("roster", name, [f"{_FOLDER}/"], roster_names(workspace))
    path = workspace.root / _FOLDER / f"{name}.csv"
    if name == _DIRECTORY or not workspace.reader.exists(path):
        raise NotFound("roster", name, [f"{_FOLDER}/{name}.csv"], roster_names(workspace))
    findings = Findings()
    signatories: list[Signatory] = []
    counts = dict.fromkeys(SignatoryStatus, 0)
    for row in read_table(workspace.reader, path, COLUMNS, ("id", "name")):
        status = _status(row, findings)
        if status is None:
            continue
        counts[status] += 1
        if status is not SignatoryStatus.CONFIRMED:
            continue
        entry = _known(row, directory, findings)
        if entry is None and not row["name"]:
            continue
        signatory = _signatory(workspace, row, entry, path, findings)
        if signatory.id and any(other.id == signatory.id for other in signatories):
            findings.add(
                row.location, "roster", f'"{signatory.id}" signs twice', "delete one of the rows"
            )
            continue
        double = next((s for s in signatories if _is_same(s, signatory)), None)
        if double is not None:
            findings.add(
                row.location,
                "roster",
                f'"{signatory.name}" signs twice',
                f"the name stands first on line {double.location.line}; delete one of the rows",
            )
            continue
        signatories.append(signatory)
    findings.raise_errors()
    return Roster(
        name=name,
        signatories=tuple(signatories),
        withheld=counts[SignatoryStatus.WITHHELD],
        invited=counts[SignatoryStatus.INVITED],
        withdrawn=counts[SignatoryStatus.WITHDRAWN],
        location=workspace.place(path, 1, 1),
    )


def _is_same(one: Signatory, other: Signatory) -> bool:
    """Whether two rows would print the same line: people may share a name, and then differ in
    what stands beside it."""
    return all(
        str(getattr(one, part)).casefold() == str(getattr(other, part)).casefold()
        for part in ("name", "kind", "title", "affiliation", "country")
    )


def _status(row: Row, findings: Findings) -> SignatoryStatus | None:
    if not row.has("status"):
        return SignatoryStatus.CONFIRMED
    value = row["status"].casefold()
    known = [status.value for status in SignatoryStatus]
    if value in known:
        return SignatoryStatus(value)
    # The row's name is left out of the message: the word may be a misspelt "withheld".
    said = f'the status "{row["status"]}" is unknown' if value else "the status is empty"
    findings.add(
        row.location,
        "roster-status",
        said,
        did_you_mean(value, known) or "write one of " + ", ".join(known),
    )
    return None


def _known(row: Row, directory: Directory, findings: Findings) -> Signatory | None:
    if not row["id"]:
        if not row["name"]:
            findings.add(
                row.location,
                "roster",
                "the row has neither id nor name",
                "name who signs, or delete the row",
            )
        return None
    entry = directory.find(row["id"])
    if entry is None and not row["name"]:
        findings.add(
            row.location,
            "unknown-signatory",
            f'unknown signatory "{row["id"]}"',
            did_you_mean(row["id"], [e.id for e in directory.entries])
            or "add it to signatories/directory.csv, or write its name in the row",
        )
    return entry


def _signatory(
    workspace: Workspace, row: Row, entry: Signatory | None, path: Path, findings: Findings
) -> Signatory:
    """The row as a signatory; what it leaves empty comes from the directory's entry."""
    base = entry or Signatory(Text("", row.location, Origin.ROSTER), row.location)
    given = {
        column: row[column]
        for column in ("title", "affiliation", "country", "group", "url", "acronym", "sort_key")
        if row[column]
    }
    kind = _choice(row, "kind", [k.value for k in SignatoryKind], findings)
    ecosoc = _choice(row, "ecosoc", _ECOSOC, findings)
    if given.get("url") and not given["url"].startswith(("https://", "http://")):
        findings.add(
            row.location,
            "roster",
            f'"{given["url"]}" is not a web address',
            "write it with https://",
        )
    _check_cells(row, findings)
    pictures = {}
    for column in ("logo", "signature"):
        if row[column]:
            found = find_image(workspace, row[column], path.parent, row.location, findings)
            pictures[column] = str(found or "")
    return replace(
        base,
        id=row["id"] or base.id,
        name=Text(row["name"], row.location, Origin.ROSTER) if row["name"] else base.name,
        location=row.location,
        kind=SignatoryKind(kind) if kind else base.kind,
        ecosoc=ecosoc or base.ecosoc,
        **given,
        **pictures,
    )


def _check_cells(row: Row, findings: Findings) -> None:
    if "\n" in row["name"]:
        findings.add(
            row.location,
            "roster",
            "there is a line break within the name",
            "if these are two names, give each a row",
        )
    code = row["country"]
    if re.fullmatch(r"[A-Z]{2}", code) and not is_country(code):
        findings.add(
            row.location,
            "roster",
            f'no country has the code "{code}"',
            "write the code of ISO 3166, or the country's name",
        )
    if row["signed_on"]:
        try:
            dt.date.fromisoformat(row["signed_on"])
        except ValueError:
            findings.add(
                row.location,
                "roster",
                f'"{row["signed_on"]}" in the column signed_on is not a date',
                "write 2026-01-31 (year-month-day)",
            )


def _choice(row: Row, column: str, known: Sequence[str], findings: Findings) -> str:
    value = row[column].casefold()
    if not value or value in known:
        return value
    findings.add(
        row.location,
        "roster",
        f'"{row[column]}" is not a value of "{column}"',
        did_you_mean(value, known) or "one of " + ", ".join(known),
    )
    return ""
