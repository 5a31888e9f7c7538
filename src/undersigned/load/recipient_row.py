"""One row of somebody's table as an entry of a recipient list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.address_lines import address_lines
from undersigned.load.country import find_country
from undersigned.load.personal_title import split_title
from undersigned.load.recipient_columns import LIST_COLUMNS, find_language
from undersigned.load.source import REFUSED, SURROGATE
from undersigned.model.catalogue import Catalogue
from undersigned.model.recipient import RecipientKind

__all__ = ["Entry", "Remarks", "read_row"]

_LONGEST = 2_000
_NAMES = frozenset({"name", "given", "family"})
_BLANK = frozenset({"-", "–", "—", "?", "n/a", "n.a.", "#n/a", "#ref!", "#value!", "#name?"})
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad]")
_FORMULA = re.compile(r"[=+@]")
# Also what only looks like an e-mail address: it may be one with a slip in it.
_EMAIL = re.compile(r"[^\s\"'<>,;:|()@]+@[^\s\"'<>,;:|()@]+")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


@dataclass
class Remarks:
    """What is to be told of rows that were taken: the kind of thing, by line, with an example."""

    lines: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def add(self, said: str, line: int, example: str = "") -> None:
        """Note one row."""
        self.lines.setdefault(said, []).append((line, example))

    def told(self) -> tuple[str, ...]:
        """Each kind of thing in one sentence."""
        return tuple(_sentence(said, rows) for said, rows in self.lines.items())


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
    given = {name: _cleaned(name, cell, place) for name, cell in cells.items()}
    given = {name: cell for name, cell in given.items() if cell}
    for name, cell in given.items():
        if _FORMULA.match(cell):
            said = "cells begin like a formula and are kept as text"
            remarks.add(said, place.line, f"{name}: {_short(cell)}")
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
        raise _refusal(place, "the row names nobody", "give it a name or an institution")
    return Entry(place.line, kept, marks)


def _cleaned(name: str, cell: str, place: Location) -> str:
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", cell))
    blank = text.replace("\r", " ").replace("\x0b", " ")
    refused = REFUSED.search(blank) or SURROGATE.search(blank)
    if refused:
        code = f"U+{ord(refused[0]):04X}"
        said = f'the character {code} in "{name}" cannot be printed'
        raise _refusal(place, said, "type again what stood there")
    if len(text) > _LONGEST:
        said = f'"{name}" has {len(text):,} characters, too many for a line of an address'
        raise _refusal(place, said, "a quotation mark may be missing in the row")
    if name in ("address", "street", "street2"):
        return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()
    words = " ".join(text.split())
    return "" if words.casefold() in _BLANK else words


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
            said = f'"{_short(cell)}" is not an e-mail address'
            raise _refusal(place, said, "correct it, or empty the cell")
    if len(re.findall("@", cell)) > 1:
        remarks.add("rows have several e-mail addresses, and the first is taken", place.line)
    return address


def _code(found: str | None, name: str, cells: Mapping[str, str], place: Location) -> str:
    if found is None:
        said = f'no {name} is called "{_short(cells[name])}"'
        codes = {"country": "ISO 3166, such as NZ", "language": "ISO 639, such as fr"}
        raise _refusal(place, said, f"write its code of {codes[name]}")
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


def _refusal(place: Location, said: str, hint: str) -> InvalidInput:
    return InvalidInput([Finding(place, "row", said, hint)])


def _short(cell: str) -> str:
    """What a message shows of a cell: no e-mail address, for messages end up in logs."""
    cell = _EMAIL.sub("…@…", cell)
    return cell if len(cell) <= 40 else cell[:37] + "…"


def _sentence(said: str, rows: list[tuple[int, str]]) -> str:
    lines = [str(line) for line, _ in rows]
    shown = ", ".join(lines[:8]) + (f" and {len(lines) - 8} more" if len(lines) > 8 else "")
    example = next((f" ({_short(example)})" for _, example in rows if example), "")
    return f"{said}: line{'s' if len(lines) > 1 else ''} {shown}{example}"
