"""The members of the United States Congress as unitedstates/congress-legislators keeps them.

YAML or the same as JSON, and CSV. A legislator's last term says in which chamber they sit.
https://github.com/unitedstates/congress-legislators
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.delimited import read_delimited
from undersigned.load.formats.source_file import SourceFile
from undersigned.load.sheet import Sheet, SheetRow

__all__ = ["read", "recognises"]

_HEADER = (
    "chamber", "name", "given", "family", "external_id", "state", "constituency", "country",
    "address", "website", "gender", "party", "phone", "contact_form", "birthday", "term_end",
)  # fmt: skip
_CHAMBERS = {"sen": "us-upper", "rep": "us-lower"}
# An own one: the whole history of the Congress has more nodes than a file that a person wrote.
_MOST_NODES = 6_000_000


def recognises(file: SourceFile) -> bool:
    """A list of persons with a Bioguide identifier, or the CSV with such a column."""
    head = file.head
    if "bioguide" not in head:
        return False
    return _is_csv(head) or bool(re.match(r"(#.*\n|---.*\n)*\s*(-\s|\[\s*\{)", head))


def read(file: SourceFile, knows: Callable[[str], bool]) -> Sheet:
    """Each legislator as a row. Raises `InvalidInput` where the file breaks off."""
    del knows
    text = file.decoded.text
    refused: list[Finding] = []
    is_csv = _is_csv(file.head)
    people = _from_csv(text, file.path, refused) if is_csv else _from_yaml(text, file.path)
    rows: list[SheetRow] = []
    for line, person in people:
        found = _fields(person)
        if isinstance(found, tuple):
            refused.append(Finding(Location(file.path, line), "row", *found))
        else:
            rows.append(SheetRow(line, tuple(found.get(name, "") for name in _HEADER)))
    return Sheet(file.path, _HEADER, tuple(rows), file.notes, tuple(refused), exact=True)


def _is_csv(head: str) -> bool:
    first = head.partition("\n")[0]
    return {"last_name", "bioguide_id", "type"} <= set(first.strip().split(","))


def _from_csv(text: str, path: str, refused: list[Finding]) -> Iterator[tuple[int, Any]]:
    """Each row as a person; what is no row is added to `refused`. Raises `InvalidInput` where
    the first line is none."""
    raw = read_delimited(text, path)
    refused += raw.refused
    header = raw.rows[0].cells if raw.rows else ()
    if "last_name" not in header:
        said, hint = "the first line does not name the columns", "fetch the file again"
        raise InvalidInput([*refused, Finding(Location(path, 1), "format", said, hint)])
    for row in raw.rows[1:]:
        yield row.line, _as_yaml(dict(zip(header, row.cells, strict=False)))


def _as_yaml(row: Mapping[str, Any]) -> dict[str, Any]:
    """The CSV's row in the form that the YAML has."""
    term = {key: row.get(key) or "" for key in (
        "type", "state", "district", "party", "url", "address", "phone", "contact_form",
    )}  # fmt: skip
    name = {
        "first": row.get("first_name") or "",
        "last": row.get("last_name") or "",
        "official_full": row.get("full_name") or "",
        "suffix": row.get("suffix") or "",
    }
    bio = {key: row.get(key) or "" for key in ("birthday", "gender")}
    return {"id": {"bioguide": row.get("bioguide_id")}, "name": name, "bio": bio, "terms": [term]}


def _from_yaml(text: str, path: str) -> Iterator[tuple[int, Any]]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - for import only
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415
    from ruamel.yaml.nodes import SequenceNode  # noqa: PLC0415

    try:
        root = YAML(typ="safe", pure=False).compose(text)
    except (YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Location(path, mark.line + 1 if mark else 1)
        said = "the YAML breaks off here" if mark else "this is not YAML"
        hint = "fetch the file again: it may be incomplete"
        raise InvalidInput([Finding(place, "format", said, hint)]) from error
    if isinstance(root, SequenceNode):
        plain = _Plain(path)
        for node in root.value:
            yield node.start_mark.line + 1, plain.value(node)


class _Plain:
    """Nodes as dicts, lists and text; it counts them, for an alias may stand for millions."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.count = 0

    def value(self, node: Any, depth: int = 0) -> Any:
        self.count += 1
        if self.count > _MOST_NODES or depth > 20:
            place = Location(self.path, node.start_mark.line + 1)
            said, hint = "the file is too large or too deep", "is it legislators-current.yaml?"
            raise InvalidInput([Finding(place, "format", said, hint)])
        if isinstance(node.value, str):
            null = str(node.tag).endswith(":null")
            return "" if null else node.value
        if str(node.tag).endswith(":seq"):
            return [self.value(item, depth + 1) for item in node.value]
        return {
            str(key.value): self.value(value, depth + 1)
            for key, value in node.value
            if isinstance(key.value, str)
        }


def _fields(person: Any) -> dict[str, str] | tuple[str, str]:
    """The row; or why there is none, and what to do."""
    if not isinstance(person, dict) or not isinstance(person.get("name"), dict):
        return "the entry has no name", "write it as `name: {first: …, last: …}`, or take it out"
    terms = person.get("terms")
    if not isinstance(terms, list) or not terms or not isinstance(terms[-1], dict):
        return "the entry has no term of office", "write its last term into terms:, or take it out"
    name, term = person["name"], terms[-1]
    chamber = _CHAMBERS.get(_text(term, "type"))
    if chamber is None:
        said = f'the last term is of no chamber: "{_text(term, "type")}"'
        return said, "its type is sen or rep; write to others from a list of your own"
    bio = person.get("bio") if isinstance(person.get("bio"), dict) else {}
    given, family = _text(name, "first"), _text(name, "last")
    suffix = _text(name, "suffix")
    made = f"{given} {family}" + (f", {suffix}" if suffix else "")
    state, district = _text(term, "state"), _text(term, "district")
    return {
        "chamber": chamber,
        "name": _text(name, "official_full") or made.strip(),
        "given": given,
        "family": family,
        "external_id": _text(person.get("id"), "bioguide"),
        "state": state,
        "constituency": f"{state}-{district}" if district else state,
        "country": "US",
        "address": _text(term, "address"),
        "website": _text(term, "url"),
        "gender": _text(bio, "gender"),
        "party": _text(term, "party"),
        "phone": _text(term, "phone"),
        "contact_form": _text(term, "contact_form"),
        "birthday": _text(bio, "birthday"),
        "term_end": _text(term, "end"),
    }


def _text(mapping: Any, key: str) -> str:
    value = mapping.get(key) if isinstance(mapping, dict) else None
    return " ".join(value.split()) if isinstance(value, str) else ""
