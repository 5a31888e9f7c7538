"""Rosters: who signs one document.

A row that is not confirmed leaves no more than its number in the value. A message about such a
row names its line and nothing else of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

from undersigned.errors import Findings, NotFound, did_you_mean
from undersigned.load.directory import (
    COLUMNS,
    DIRECTORY,
    FOLDER,
    load_directory,
    row_signatory,
    signed_on,
)
from undersigned.load.swallowed_rows import refuse_swallowed_rows
from undersigned.load.table import Row, read_table
from undersigned.load.withheld_name import WithheldName
from undersigned.load.withheld_rows import check_company, withheld_names
from undersigned.load.workspace import Workspace
from undersigned.model.roster import Directory, Roster, Signatory, SignatoryStatus, WithheldRow

__all__ = ["load_roster", "load_rosters", "load_withheld", "roster_names"]


def roster_names(workspace: Workspace) -> tuple[str, ...]:
    """Every roster, by name; those under `signatories/private/` as private/<name>."""
    root = workspace.root / FOLDER
    names = {
        path.relative_to(root).as_posix().removesuffix(".csv")
        for pattern in ("*.csv", "private/*.csv")
        for path in root.glob(pattern)
        if not path.name.startswith((".", "~"))
    }
    return tuple(sorted(names - {DIRECTORY}))


def load_rosters(workspace: Workspace) -> tuple[Roster, ...]:
    """Every roster of the workspace."""
    directory = load_directory(workspace)
    return tuple(load_roster(workspace, name, directory) for name in roster_names(workspace))


def load_roster(workspace: Workspace, name: str, directory: Directory) -> Roster:
    """A roster by name. Raises `NotFound`, or `InvalidInput` with every fault of its rows."""
    return _remembered(workspace, name, directory).roster


def load_withheld(
    workspace: Workspace, name: str, directory: Directory
) -> tuple[WithheldName, ...]:
    """What would give each withheld signatory away.

    For the checks of `load` alone: no value that leaves it holds any of these words.
    """
    return _remembered(workspace, name, directory).withheld


@dataclass(frozen=True)
class _ReadRoster:
    roster: Roster
    withheld: tuple[WithheldName, ...]


def _remembered(workspace: Workspace, name: str, directory: Directory) -> _ReadRoster:
    return workspace.remember(("roster", name), lambda: _read(workspace, name, directory))


def _read(workspace: Workspace, name: str, directory: Directory) -> _ReadRoster:
    if not re.fullmatch(r"(private/)?[\w][\w. -]*", name):
        raise NotFound("roster", name, [f"{FOLDER}/"], roster_names(workspace))
    path = workspace.root / FOLDER / f"{name}.csv"
    if name == DIRECTORY or not workspace.reader.exists(path):
        raise NotFound("roster", name, [f"{FOLDER}/{name}.csv"], roster_names(workspace))
    findings = Findings()
    signatories: list[Signatory] = []
    printed: dict[Hashable, Signatory] = {}
    rows = read_table(workspace.reader, path, COLUMNS, ("id", "name"))
    refuse_swallowed_rows(rows)
    states = [(row, status) for row in rows if (status := _status(row, findings)) is not None]
    _check_states(states, directory, findings)
    hidden = {row["id"] for row, status in states if status is not SignatoryStatus.CONFIRMED}
    for row, status in states:
        if status is not SignatoryStatus.CONFIRMED:
            continue
        entry = _known(row, directory, hidden, findings)
        if entry is None and not row["name"]:
            continue
        signatory = row_signatory(workspace, row, entry, path, findings)
        lines = _printed_as(signatory)
        double = next((printed[line] for line in lines if line in printed), None)
        if double is not None:
            findings.add(
                row.location,
                "roster",
                f'"{signatory.id or signatory.name}" signs twice',
                f"it stands first on line {double.location.line}; delete one of the rows",
            )
            continue
        signatories.append(signatory)
        printed.update(dict.fromkeys(lines, signatory))
    withheld_rows = tuple(
        WithheldRow(row.location, signed_on(row, findings), row["signed_text"].casefold())
        for row, status in states
        if status is SignatoryStatus.WITHHELD
    )
    withheld = withheld_names(
        [row for row, status in states if status is SignatoryStatus.WITHHELD], directory
    )
    check_company(signatories, withheld, workspace, findings)
    findings.raise_errors()
    counts = Counter(status for _, status in states)
    roster = Roster(
        name=name,
        signatories=tuple(signatories),
        withheld=counts[SignatoryStatus.WITHHELD],
        invited=counts[SignatoryStatus.INVITED],
        withdrawn=counts[SignatoryStatus.WITHDRAWN],
        location=workspace.place(path, 1, 1),
        withheld_rows=withheld_rows,
    )
    return _ReadRoster(roster, withheld)


def _check_states(
    states: Sequence[tuple[Row, SignatoryStatus]], directory: Directory, findings: Findings
) -> None:
    """Find a signatory that stands there in two states, or twice withheld: its name would be
    printed, or counted twice. Nothing of such rows is told but their lines."""
    first: dict[str, tuple[Row, SignatoryStatus]] = {}
    for row, status in states:
        keys = {word for word in (row["id"].casefold(), row["name"].casefold()) if word}
        entry = directory.find(row["id"]) if row["id"] else None
        if entry is not None and not row["name"]:
            keys.add(entry.name.text.casefold())
        for key in keys:
            other, before = first.setdefault(key, (row, status))
            if other is row or status is before is SignatoryStatus.CONFIRMED:
                continue
            findings.add(
                row.location,
                "roster-status",
                f"this row and line {other.location.line} are one signatory in two rows",
                "leave the one that says where the signature stands, and delete the other",
            )
            break


def _printed_as(signatory: Signatory) -> tuple[Hashable, ...]:
    """What must not be there twice: the id, and the line that is printed. People may share a
    name, and then differ in what stands beside it."""
    parts = ("name", "kind", "title", "affiliation", "country")
    line = tuple(str(getattr(signatory, part)).casefold() for part in parts)
    return (signatory.id, line) if signatory.id else (line,)


def _status(row: Row, findings: Findings) -> SignatoryStatus | None:
    if not row.has("status"):
        return SignatoryStatus.CONFIRMED
    value = row["status"].casefold()
    known = [status.value for status in SignatoryStatus]
    if value in known:
        return SignatoryStatus(value)
    # Nothing of the row is told, not the cell either: a comma may have moved a name into it.
    said = "the status is none that there is" if value else "the status is empty"
    findings.add(
        row.location,
        "roster-status",
        said,
        did_you_mean(value, known) or "write one of " + ", ".join(known),
    )
    return None


def _known(
    row: Row, directory: Directory, hidden: Collection[str], findings: Findings
) -> Signatory | None:
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
            did_you_mean(row["id"], [e.id for e in directory.entries if e.id not in hidden])
            or "add it to signatories/directory.csv, or write its name in the row",
        )
    return entry
