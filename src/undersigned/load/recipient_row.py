"""One row of somebody's table as an entry of a recipient list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr

from undersigned.errors import Location
from undersigned.load.address_lines import address_lines
from undersigned.load.cell import Remarks, clean_cell, is_formula, refused, short
from undersigned.load.country import find_country
from undersigned.load.personal_title import split_title
from undersigned.load.recipient_columns import LIST_COLUMNS, find_language
from undersigned.model.catalogue import Catalogue
from undersigned.model.recipient import RecipientKind

__all__ = ["Entry", "read_row"]

_LINES = ("address", "street", "street2")
_NAMES = frozenset({"name", "given", "family"})
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True)
class Entry:
    """An entry with the line it comes from; `marks` tell people of one name apart."""

    line: int
    cells: Mapping[str, str]
    marks: tuple[str, ...] = ()


def read_row(
    cells: Mapping[str, str], place: Location, catalogue: Catalogue, remarks: Remarks
) -> Entry:
    """The entry. Raises `InvalidInput` for a cell that cannot stand in a list."""
    given = {name: clean_cell(name, cell, place, lines=_LINES) for name, cell in cells.items()}
    given = {name: cell for name, cell in given.items() if cell}
    for name, cell in given.items():
        if is_formula(cell):
            said = "cells begin like a formula and are kept as text"
            remarks.add(said, place.line, f"{name}: {short(cell)}")
    entry = dict(given)
    _name(entry, place, remarks)
    _contact(entry, place, remarks)
    if "country" in given:
        entry["country"] = _code(
            find_country(given["country"], in_any_language=True), "country", given, place
        )
    if "language" in given:
        entry["language"] = _code(find_language(given["language"]), "language", given, place)
    _seat(entry, catalogue)
    entry["address"] = "|".join(address_lines(given, entry.get("country", "")))
    marks = tuple(given[key] for key in ("external_id", "constituency", "state") if key in given)
    kept = {name: entry[name] for name in LIST_COLUMNS if entry.get(name)}
    named = {"name", "institution", "office", "body", "as"}
    if not _NAMES & set(cells):
        # A table of chambers, and not of people, of whom one is without a name.
        named |= {"parliament", "chamber"}
    if not set(kept) & named:
        raise refused(place, "the row names nobody", "give it a name or an institution")
    return Entry(place.line, kept, marks)


def _name(entry: dict[str, str], place: Location, remarks: Remarks) -> None:
    given, family = entry.get("given", ""), entry.get("family", "")
    name = entry.get("name", "")
    if not name and (given or family):
        joint = "" if _EAST_ASIAN.search(given + family) else " "
        pair = (family, given) if not joint else (given, family)
        name = joint.join(filter(None, pair))
        remarks.add("names were made of given and family name", place.line, name)
    if not name:
        return
    if entry.get("honorific") and name.startswith(entry["honorific"] + " "):
        name = name.removeprefix(entry["honorific"]).strip()
    if entry.get("post_nominals"):
        name = re.sub(rf",? +{re.escape(entry['post_nominals'])}$", "", name)
    title, rest, doubtful = split_title(name)
    if title and "honorific" not in entry:
        entry["honorific"], name = title, rest
        remarks.add("titles were moved from the name to the honorific", place.line, title)
    elif (title or doubtful) and not (given and name.startswith(given)):
        remarks.add("names may begin with a title, and were kept", place.line, name)
    if re.match(r"[^,]+, +(?!jr|sr|ph|mp|i+\b)[^,]+$", name, re.IGNORECASE) and not family:
        remarks.add("names have a comma in them, and were kept", place.line, name)
    entry["name"] = name


def _contact(entry: dict[str, str], place: Location, remarks: Remarks) -> None:
    if "email" in entry:
        entry["email"] = _email(entry["email"], place, remarks)
    website = entry.get("website", "")
    if website and not re.match(r"https?://\S+$", website):
        if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", website):
            entry["website"] = f"https://{website}"
        else:
            remarks.add("websites are no web address, and were left out", place.line, website)
            del entry["website"]


def _email(cell: str, place: Location, remarks: Remarks) -> str:
    parts = [part for part in re.split(r"[;,\s]+(?=[^\s;,]+@)", cell) if part]
    address = parseaddr(re.sub(r"^mailto:", "", parts[0], flags=re.IGNORECASE).rstrip(";, "))[1]
    if not re.fullmatch(r"[^@\s\"<>,;]+@[^@\s.,;]+(\.[^@\s.,;]+)+", address):
        if "<" in cell:
            address = parseaddr(cell)[1]
        if not re.fullmatch(r"[^@\s\"<>,;]+@[^@\s.,;]+(\.[^@\s.,;]+)+", address):
            said = f'"{short(cell)}" is not an e-mail address'
            raise refused(place, said, "correct it, or empty the cell")
    if len(re.findall("@", cell)) > 1:
        remarks.add("rows have several e-mail addresses, and the first is taken", place.line)
    return address


def _code(found: str | None, name: str, cells: Mapping[str, str], place: Location) -> str:
    if found is None:
        said = f'no {name} is called "{short(cells[name])}"'
        codes = {"country": "ISO 3166, such as NZ", "language": "ISO 639, such as fr"}
        raise refused(place, said, f"write its code of {codes[name]}")
    return found


def _seat(entry: dict[str, str], catalogue: Catalogue) -> None:
    """A person of a chamber or parliament is its member: the office of the catalogue where it has
    one, and the institution's name where it has none."""
    if "name" not in entry:
        return
    for key in ("chamber", "parliament"):
        record = catalogue.find(entry.get(key, ""))
        if record is None or record.kind.value != key:
            continue
        del entry[key]
        member = catalogue.find(f"{record.id}/member")
        if member is not None and member.kind is RecipientKind.OFFICE and "office" not in entry:
            entry["office"] = member.id
        else:
            entry.setdefault("institution", record.name.text)
        if record.country:
            entry.setdefault("country", record.country)
        return
