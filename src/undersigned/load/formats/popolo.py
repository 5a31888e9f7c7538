"""Popolo: persons, organisations, memberships and posts as JSON.

Of several memberships the one that has not ended is taken, the first of them; which day it is
does not matter here. https://www.popoloproject.com/specs/
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.formats.source_file import SourceFile
from undersigned.load.sheet import Sheet, SheetRow

__all__ = ["read", "recognises"]

_HEADER = (
    "name", "given", "family", "honorific", "post_nominals", "office", "institution",
    "address", "country", "language", "email", "website", "external_id", "constituency", "gender",
    "image", "birth_date",
)  # fmt: skip
_SPACE = re.compile(r"\s*")
_COMMA = re.compile(r"\s*,?\s*")


def recognises(file: SourceFile) -> bool:
    """An object with a list of persons."""
    return file.head.startswith("{") and '"persons"' in file.decoded.text


def read(file: SourceFile, knows: Callable[[str], bool]) -> Sheet:
    """Each person as a row. Raises `InvalidInput` where the JSON is broken."""
    del knows
    text = file.decoded.text
    try:
        whole = json.loads(text)
        starts = _starts(text, "persons")
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        place = Location(file.path, line)
        hint = "fetch the file again: it may be incomplete"
        raise InvalidInput([Finding(place, "format", "the JSON is broken here", hint)]) from error
    persons = whole.get("persons") if isinstance(whole, dict) else None
    if not isinstance(persons, list):
        said = '"persons" is no list of persons'
        hint = 'Popolo has them as {"persons": [{"name": …}]}; or export a table as CSV'
        raise InvalidInput([Finding(Location(file.path, 1), "format", said, hint)])
    tables = _Tables(whole)
    lines = _lines(text, starts)
    rows: list[SheetRow] = []
    refused: list[Finding] = []
    several: list[int] = []
    for line, person in zip(lines, persons, strict=True):
        if not isinstance(person, dict):
            hint = 'write it as {"name": …}, or take it out'
            place = Location(file.path, line)
            refused.append(Finding(place, "row", "the entry is no person", hint))
            continue
        found, memberships = tables.fields(person)
        several += [line] if memberships > 1 else []
        rows.append(SheetRow(line, tuple(found.get(name, "") for name in _HEADER)))
    notes = list(file.notes)
    if several:
        notes.append(
            f"{len(several)} hold several offices, and the first is taken: {_some('line', several)}"
        )
    return Sheet(file.path, _HEADER, tuple(rows), tuple(notes), tuple(refused), exact=True)


def _starts(text: str, wanted: str) -> list[int]:
    """Where each element of a list of the outermost object begins; of two such lists the last,
    as JSON is read."""
    starts: list[int] = []
    decoder = json.JSONDecoder()
    at = _end(_SPACE, text, text.index("{") + 1)
    while text[at] != "}":
        key, at = decoder.raw_decode(text, at)
        at = _end(_SPACE, text, at)
        at = _end(_SPACE, text, at + 1)  # the colon
        starts = [] if key == wanted else starts
        if key != wanted or text[at] != "[":
            _, at = decoder.raw_decode(text, at)
        else:
            at = _end(_SPACE, text, at + 1)
            while text[at] != "]":
                starts.append(at)
                _, at = decoder.raw_decode(text, at)
                at = _end(_COMMA, text, at)
            at += 1
        at = _end(_COMMA, text, at)
    return starts


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _lines(text: str, starts: Sequence[int]) -> list[int]:
    lines, before, line = [], 0, 1
    for start in starts:
        line += text.count("\n", before, start)
        before = start
        lines.append(line)
    return lines


class _Tables:
    """What the persons refer to, by id."""

    def __init__(self, whole: Mapping[str, Any]) -> None:
        self.organizations = _by_id(whole.get("organizations"))
        self.posts = _by_id(whole.get("posts"))
        self.areas = _by_id(whole.get("areas"))
        self.memberships: dict[str, list[Mapping[str, Any]]] = {}
        for membership in _objects(whole.get("memberships")):
            key = _text(membership, "person_id")
            self.memberships.setdefault(key, []).append(membership)

    def fields(self, person: Mapping[str, Any]) -> tuple[dict[str, str], int]:
        """The person's row, and how many memberships it could have been made from."""
        own = [*self.memberships.get(_text(person, "id"), ()), *_objects(person.get("memberships"))]
        current = [m for m in own if not _text(m, "end_date")] or sorted(
            own, key=lambda m: _text(m, "end_date"), reverse=True
        )[:1]
        # A party is no office.
        offices = [m for m in current if self._class(m) not in ("party", "faction")]
        membership: Mapping[str, Any] = offices[0] if offices else {}
        post = self.posts.get(_text(membership, "post_id"), {})
        organization = self._organization(membership) or self._organization(post)
        area = self.areas.get(_text(membership, "area_id") or _text(post, "area_id"), {})
        office = _text(post, "label") or _text(membership, "label") or _text(membership, "role")
        details = _objects(person.get("contact_details"))
        return {
            "name": _text(person, "name"),
            "given": _text(person, "given_name"),
            "family": _text(person, "family_name"),
            "honorific": _text(person, "honorific_prefix"),
            "post_nominals": _text(person, "honorific_suffix"),
            "office": office,
            "institution": _text(organization, "name"),
            "address": "|".join(_detail(details, "address").splitlines()),
            "country": _text(person, "country"),
            "language": _text(person, "language"),
            "email": _text(person, "email") or _detail(details, "email"),
            "website": _website(person, details),
            "external_id": _text(person, "id"),
            "constituency": _text(area, "name"),
            "gender": _text(person, "gender"),
            "image": _text(person, "image"),
            "birth_date": _text(person, "birth_date"),
        }, len(offices)

    def _organization(self, holder: Mapping[str, Any]) -> Mapping[str, Any]:
        inner = holder.get("organization")
        if isinstance(inner, dict):
            return inner
        return self.organizations.get(_text(holder, "organization_id"), {})

    def _class(self, membership: Mapping[str, Any]) -> str:
        return _text(self._organization(membership), "classification").casefold()


def _by_id(value: Any) -> dict[str, Mapping[str, Any]]:
    return {_text(item, "id"): item for item in _objects(value)}


def _objects(value: Any) -> list[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(mapping: Mapping[str, Any], key: str) -> str:
    value = mapping.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).strip()


def _detail(details: Sequence[Mapping[str, Any]], kind: str) -> str:
    return next((_text(d, "value") for d in details if _text(d, "type").casefold() == kind), "")


def _website(person: Mapping[str, Any], details: Sequence[Mapping[str, Any]]) -> str:
    links = _objects(person.get("links"))
    named = [_text(link, "url") for link in links if "wikipedia" not in _text(link, "url")]
    return _detail(details, "url") or _detail(details, "website") or next(iter(named), "")


def _some(noun: str, lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:8])) + (", …" if len(lines) > 8 else "")
    return f"{noun if len(lines) == 1 else noun + 's'} {shown}"
