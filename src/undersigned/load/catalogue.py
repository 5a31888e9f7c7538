"""Catalogue: the tables under `recipients/catalogue/`, overlaid row by row by id.

A corrected row in the workspace hides the built-in row of its id and no other.
"""

from __future__ import annotations

import datetime as dt
import re

from undersigned.errors import Findings
from undersigned.load.table import Row, read_table
from undersigned.load.workspace import Workspace
from undersigned.model.recipient import Catalogue, FormOfAddress, Recipient, RecipientKind
from undersigned.model.text import Origin, Text

__all__ = ["TABLES", "load_catalogue"]

_FOLDER = "recipients/catalogue"
_COMMON = (
    "id", "name", "in_text", "country", "languages", "website", "address", "source", "as_of",
    "checked",
)  # fmt: skip
# File, kind and the columns beside the common ones.
TABLES: dict[str, tuple[RecipientKind, tuple[str, ...]]] = {
    "parliaments.csv": (RecipientKind.PARLIAMENT, ("name_native", "structure", "seats", "email")),
    "chambers.csv": (
        RecipientKind.CHAMBER, ("parliament", "role", "name_native", "seats", "email"),
    ),
    "offices.csv": (RecipientKind.OFFICE, ("of", "institution", "email", "name_native")),
    "bodies.csv": (RecipientKind.BODY, ("name_native", "email")),
}  # fmt: skip
# The language of the column in_text.
_LANGUAGE = "en"
_FORMS = "forms_of_address.csv"
_FORM_COLUMNS = (
    "office", "language", "envelope", "salutation", "close", "source", "as_of", "checked",
)  # fmt: skip


def load_catalogue(workspace: Workspace) -> Catalogue:
    """The whole catalogue. Raises `InvalidInput` with every fault of its tables."""
    return workspace.remember("catalogue", lambda: _read(workspace))


def _read(workspace: Workspace) -> Catalogue:
    findings = Findings()
    records: dict[str, Recipient] = {}
    forms: dict[tuple[str, str], FormOfAddress] = {}
    for layer in reversed(workspace.layer_list):
        folder = layer.root / _FOLDER
        for file_name, (kind, columns) in TABLES.items():
            path = folder / file_name
            if workspace.reader.exists(path):
                with findings.gather():
                    rows = read_table(workspace.reader, path, (*_COMMON, *columns), ("id",))
                    for row in rows:
                        record = _record(row, kind, records, findings)
                        records[record.id] = record
        path = folder / _FORMS
        if workspace.reader.exists(path):
            with findings.gather():
                for row in read_table(workspace.reader, path, _FORM_COLUMNS, ("office",)):
                    forms[row["office"], row["language"]] = _form(row)
    findings.raise_errors()
    return Catalogue(tuple(records.values()), tuple(forms.values()))


def _record(
    row: Row, kind: RecipientKind, known: dict[str, Recipient], findings: Findings
) -> Recipient:
    def text(column: str) -> Text | None:
        return Text(row[column], row.location, Origin.RECIPIENT) if row[column] else None

    name = text("name") or Text(row["id"], row.location, Origin.RECIPIENT)
    if not row["id"] or not row["name"]:
        findings.add(row.location, "catalogue", "the row has no id or no name")
    owner = known.get(row["of"]) or known.get(row["parliament"])
    institution = text("institution")
    if kind is RecipientKind.OFFICE:
        institution = institution or (owner.name if owner else None)
    else:
        institution = name
    languages = tuple(code for code in row["languages"].split("|") if code)
    return Recipient(
        id=row["id"],
        kind=kind,
        role=row["role"],
        name=name,
        location=row.location,
        in_text=text("in_text"),
        in_text_language=_LANGUAGE,
        office=name if kind is RecipientKind.OFFICE else None,
        institution=institution,
        address=tuple(
            Text(line.strip(), row.location, Origin.RECIPIENT)
            for line in row["address"].split("|")
            if line.strip()
        ),
        country=row["country"] or (owner.country if owner else None),
        languages=languages or (owner.languages if owner else ()),
        email=row["email"] or None,
        website=row["website"] or None,
        source=row["source"] or None,
        as_of=_date(row, "as_of", findings),
        checked=_date(row, "checked", findings),
    )


def _form(row: Row) -> FormOfAddress:
    return FormOfAddress(
        office=row["office"],
        language=row["language"],
        envelope=row["envelope"],
        salutation=row["salutation"],
        close=row["close"],
        source=row["source"],
        as_of=row["as_of"],
    )


def _date(row: Row, column: str, findings: Findings) -> dt.date | None:
    value = row[column]
    if not value:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    findings.add(
        row.location,
        "catalogue",
        f'"{value}" in the column {column} is not a date',
        "write 2026-01-31 (year-month-day)",
    )
    return None
