"""Directory: every organisation and person that the workspace knows; and what a row says of one."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from undersigned.errors import Finding, Findings, InvalidInput, did_you_mean
from undersigned.load.cell import short
from undersigned.load.country import country_called, is_country
from undersigned.load.image import find_image
from undersigned.load.table import Row, read_table
from undersigned.load.workspace import Workspace
from undersigned.model.roster import (
    Directory,
    Signatory,
    SignatoryKind,
)
from undersigned.model.text import Origin, Text

__all__ = [
    "COLUMNS",
    "DIRECTORY",
    "DIRECTORY_COLUMNS",
    "FOLDER",
    "load_directory",
    "row_signatory",
    "signed_on",
]

_COMMON = (
    "id", "name", "acronym", "kind", "title", "affiliation", "country", "group", "url", "logo",
    "signature", "ecosoc", "status", "signed_on", "evidence", "sort_key", "email", "note",
)  # fmt: skip
# Of a roster: which text was signed, by the beginning of its digest.
COLUMNS = (*_COMMON, "signed_text")
# Of the directory: what an organisation was called, and what it is called at home.
DIRECTORY_COLUMNS = (*_COMMON, "former_names", "native_names")
FOLDER = "signatories"
DIRECTORY = "directory"
# The Stream-Safe Text Format of UAX #15 ends a run of accents here.
_MARKS = 30
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
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
    path = workspace.root / FOLDER / f"{DIRECTORY}.csv"
    if not workspace.reader.exists(path):
        return Directory(()), ()
    found = Findings()
    entries: list[Signatory] = []
    ids: set[str] = set()
    for row in read_table(workspace.reader, path, DIRECTORY_COLUMNS, ("id", "name")):
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
        if row["id"] in ids:
            found.add(row.location, "directory", f'the id "{row["id"]}" is there twice')
            continue
        ids.add(row["id"])
        entries.append(row_signatory(workspace, row, None, path, found))
    return Directory(tuple(entries)), tuple(found.items)


def row_signatory(
    workspace: Workspace, row: Row, entry: Signatory | None, path: Path, findings: Findings
) -> Signatory:
    """The row as a signatory; what it leaves empty comes from the directory's entry."""
    base = entry or Signatory(Text("", row.location, Origin.ROSTER), row.location)
    given = {
        column: row[column]
        for column in ("title", "affiliation", "country", "group", "url", "acronym", "sort_key")
        if row[column]
    }
    if "country" in given:
        given["country"] = _country(given["country"], workspace.language)
    kind = _choice(row, "kind", [k.value for k in SignatoryKind], findings)
    ecosoc = _choice(row, "ecosoc", _ECOSOC, findings)
    if given.get("url") and not given["url"].startswith(("https://", "http://")):
        findings.add(
            row.location,
            "roster",
            f'"{short(given["url"])}" is not a web address',
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
        former_names=_names(row["former_names"]) or base.former_names,
        native_names=_names(row["native_names"], tagged=True) or base.native_names,
        signed_on=signed_on(row, findings),
        signed_text=row["signed_text"].casefold(),
        **given,
        **pictures,
    )


def _check_cells(row: Row, findings: Findings) -> None:
    if re.search("[\n\u2028\u2029]", row["name"]):
        findings.add(
            row.location,
            "roster",
            "there is a line break within the name",
            "if these are two names, give each a row",
        )
    for column in ("name", "acronym", "title", "affiliation", "group"):
        if _EMAIL.search(row[column]):
            findings.add(
                row.location,
                "roster",
                f"an e-mail address stands in the column {column}, which is printed",
                "move it into the column email, which is not",
            )
    if _has_tower(row["name"]):
        findings.add(
            row.location,
            "roster",
            f"more than {_MARKS} accents stand on one letter of the name",
            "type the name again: they would cover what is printed above",
        )
    code = row["country"]
    if re.fullmatch(r"[A-Z]{2}", code) and not is_country(code):
        findings.add(
            row.location,
            "roster",
            f'no country has the code "{code}"',
            "write the code of ISO 3166, or the country's name",
        )


def _has_tower(name: str) -> bool:
    marks = 0
    for character in "" if name.isascii() else unicodedata.normalize("NFD", name):
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MARKS:
            return True
    return False


def signed_on(row: Row, findings: Findings) -> dt.date | None:
    """The day of the signature; what is no date is a finding. It is not repeated there: it may be
    the evidence, or of a row that must not be told."""
    if not row["signed_on"]:
        return None
    try:
        return dt.date.fromisoformat(row["signed_on"])
    except ValueError:
        findings.add(
            row.location,
            "roster",
            "what stands in the column signed_on is not a date",
            "write 2026-01-31 (year-month-day)",
        )
        return None


def _country(words: str, language: str) -> str:
    """The code of a country that is written as CLDR has it in English or the workspace's language,
    so that every letter says it in its own; "Scotland" is no name of the country that it is part
    of, and stays."""
    if re.fullmatch(r"[A-Za-z]{2}", words) and is_country(words.upper()):
        return words.upper()
    return country_called(words, "en") or country_called(words, language) or words


def _names(cell: str, *, tagged: bool = False) -> tuple[str, ...]:
    """Names with a bar between them; a native one may begin with its language ("km: …")."""
    names = (name.strip() for name in cell.split("|"))
    if tagged:
        names = (re.sub(r"^[a-z]{2,3}(-[A-Za-z]+)?:\s*", "", name) for name in names)
    return tuple(name for name in names if name)


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
