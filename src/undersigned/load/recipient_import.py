"""Rows of a sheet as a recipient list that loads: what does not is refused, with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from undersigned.errors import Finding, Findings, InvalidInput, Level, Location
from undersigned.load.catalogue import load_catalogue
from undersigned.load.cell import Remarks
from undersigned.load.columns import Columns, Match
from undersigned.load.planned import PlannedReader
from undersigned.load.recipient_columns import LIST_COLUMNS
from undersigned.load.recipient_ids import ids_for
from undersigned.load.recipient_row import Entry, read_row
from undersigned.load.recipients import load_recipient_list
from undersigned.load.sheet import Sheet
from undersigned.load.workspace import Workspace

__all__ = ["Imported", "import_recipients", "settle_names"]

_FOLDER = "recipients"
_LINE = re.compile(r"\bline (\d+)")


@dataclass(frozen=True)
class Imported:
    """The text of the list, with `count` recipients; the rows that were refused; what is to be
    told of the others, in a word or as findings that refuse nothing; and whether any of them
    has an e-mail address."""

    text: str
    count: int
    refused: tuple[Finding, ...]
    notes: tuple[str, ...]
    doubts: tuple[Finding, ...]
    has_emails: bool


def settle_names(sheet: Sheet, columns: Columns) -> Columns:
    """The columns with "name" settled by its cells, where its name says too little: in "Name,
    Vorname" the first is the family name, in "Nom, Fonction" it is the whole name."""
    given, family = columns.index("given"), columns.index("family")
    doubt = next((d for d in columns.doubts if d.field == "name" and len(d.columns) == 1), None)
    match = next((m for m in columns.matches if m.field == "name" and m.reason != "given"), None)
    column = doubt.columns[0] if doubt else match.column if match else None
    if sheet.exact or column is None:
        return columns
    cells = sheet.column(column)
    rest = [row.cells[given] for row in sheet.rows] if given is not None else []
    apart = sum(bool(a and b) and b not in a for a, b in zip(cells, rest, strict=False))
    filled = sum(map(bool, cells))
    if given is not None and family is None and filled and apart > 0.9 * filled:
        field, reason = "family", "its cells leave out the given name"
    elif doubt and given is None and family is not None:
        field, reason = "given", "the family name has a column of its own"
    elif doubt and given is None and sum(" " in c for c in cells) > 0.8 * filled:
        field, reason = "name", "its cells are several words"
    else:
        return columns
    matches = [m for m in columns.matches if m is not match] + [Match(field, column, reason)]
    doubts = tuple(d for d in columns.doubts if d is not doubt)
    left = tuple(index for index in columns.left_out if index != column)
    return Columns(tuple(matches), doubts, left)


def import_recipients(workspace: Workspace, name: str, sheet: Sheet, columns: Columns) -> Imported:
    """The list `name` that is made of the sheet; nothing is written."""
    catalogue = load_catalogue(workspace)
    remarks = Remarks()
    findings = Findings(list(sheet.refused))
    entries: list[Entry] = []
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    for row in sheet.rows:
        cells = {match.field: row.cells[match.column] for match in columns.matches}
        if not any(row.cells):
            continue
        place = Location(sheet.path, row.line)
        with findings.gather():
            entry = read_row(cells, place, catalogue, remarks)
            key = (*sorted(entry.cells.items()), ("", "\n".join(entry.marks)))
            if key in seen:
                said = f"the row says the same as line {seen[key]}"
                findings.add(place, "row", said, "it is in the list once")
                continue
            seen[key] = row.line
            entries.append(entry)
    if not sheet.rows and not sheet.refused:
        place = Location(sheet.path)
        findings.add(place, "empty", "there is no row below the header", "is it the right file?")
    entries = _with_ids(entries)
    kept, doubts = _loadable(workspace, name, sheet.path, entries, findings)
    refused = tuple(sorted(dict.fromkeys(findings.items), key=lambda f: f.location))
    has_emails = any(entry.cells.get("email") for entry in kept)
    return Imported(_text(kept), len(kept), refused, remarks.told(), doubts, has_emails)


def _with_ids(entries: Sequence[Entry]) -> list[Entry]:
    return [
        replace(entry, cells={**entry.cells, "id": id_} if id_ else entry.cells)
        for entry, id_ in zip(entries, ids_for(entries), strict=True)
    ]


def _loadable(
    workspace: Workspace, name: str, path: str, entries: Sequence[Entry], findings: Findings
) -> tuple[list[Entry], tuple[Finding, ...]]:
    """The entries with which the list loads without an error, and what else is said of them.

    The list is read as it will be, so that whatever the reader of lists refuses is refused here.
    """
    left = list(entries)
    while left:
        rows, others = _faults(workspace, name, path, left)
        wrong = {index: [f for f in found if _refuses(f)] for index, found in rows.items()}
        refused = {index for index, found in wrong.items() if found}
        if not refused:
            if any(finding.level is Level.ERROR for finding in others):
                raise InvalidInput(others)
            return left, (*others, *(found for index in sorted(rows) for found in rows[index]))
        for index in sorted(refused):
            findings.items += [replace(found, level=Level.ERROR) for found in wrong[index]]
        left = [entry for index, entry in enumerate(left) if index not in refused]
    return left, ()


def _refuses(finding: Finding) -> bool:
    """A doubt about a row is for the list's author; a row said twice is none."""
    return finding.level is Level.ERROR or finding.rule == "recipient-twice"


def _faults(
    workspace: Workspace, name: str, path: str, entries: Sequence[Entry]
) -> tuple[Mapping[int, list[Finding]], list[Finding]]:
    """What the reader of lists says: by the index of the entry, with the line that it comes
    from; and of the list as a whole, or of other files."""
    file = workspace.root / _FOLDER / f"{name}.csv"
    reader = PlannedReader(workspace.reader.layers, planned=file, data=_text(entries).encode())
    known = {k: v for k, v in workspace.memory.items() if k != ("recipient list", name)}
    planned = replace(workspace, reader=reader, memory=known)
    findings = Findings()
    with findings.gather():
        load_recipient_list(planned, name, load_catalogue(workspace), findings)
    # The header takes the first line, and no cell has a line break.
    lines = {index + 2: entry.line for index, entry in enumerate(entries)}
    rows: dict[int, list[Finding]] = {}
    others = []
    for finding in findings.sorted():
        place = finding.location
        if place.path != reader.display(file):
            others.append(finding)
        elif place.line not in lines:
            others.append(replace(finding, location=Location(path)))
        else:
            hint = _LINE.sub(lambda m: f"line {lines.get(int(m[1]), m[1])}", finding.hint)
            told = replace(finding, location=Location(path, lines[place.line]), hint=hint)
            rows.setdefault(place.line - 2, []).append(told)
    return rows, others


def _text(entries: Sequence[Entry]) -> str:
    """The list as CSV, with the columns that are used."""
    used = [name for name in LIST_COLUMNS if any(name in entry.cells for entry in entries)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(used)
    writer.writerows([entry.cells.get(name, "") for name in used] for entry in entries)
    return text.getvalue()
