"""Contact cards, vCard 2.1 to 4.0, any number in one file; a broken one is refused alone."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

from undersigned.errors import Finding, Location
from undersigned.load.country import find_country
from undersigned.load.formats.source_file import SourceFile
from undersigned.load.sheet import Sheet, SheetRow

__all__ = ["read", "recognises"]

_HEADER = (
    "name", "given", "family", "honorific", "post_nominals", "office", "institution", "address",
    "country", "email", "website", "language", "phone",
)  # fmt: skip
_ADDRESS = ("box", "extended", "street")


def recognises(file: SourceFile) -> bool:
    """A card begins with BEGIN:VCARD."""
    return bool(re.match(r"BEGIN:VCARD", file.head, re.IGNORECASE))


def read(file: SourceFile, knows: Callable[[str], bool]) -> Sheet:
    """Each card as a row."""
    del knows
    rows: list[SheetRow] = []
    refused: list[Finding] = []
    for line, text in _cards(file.decoded.text):
        found = _parsed(text)
        if isinstance(found, str):
            hint = "export this contact anew, or write it into a table"
            refused.append(Finding(Location(file.path, line), "row", found, hint))
        else:
            rows.append(SheetRow(line, tuple(found.get(name, "") for name in _HEADER)))
    return Sheet(file.path, _HEADER, tuple(rows), file.notes, tuple(refused), exact=True)


def _cards(text: str) -> Iterator[tuple[int, str]]:
    """The line on which each card begins, and its text."""
    start, lines = 0, text.split("\n")
    for index, line in enumerate(lines):
        if re.match(r"BEGIN:VCARD\s*$", line, re.IGNORECASE) and (index == 0 or index != start):
            if lines[start].strip() and start != index:
                yield start + 1, "\n".join(lines[start:index])
            start = index
        elif re.match(r"END:VCARD\s*$", line, re.IGNORECASE):
            yield start + 1, "\n".join(lines[start : index + 1])
            start = next((i for i in range(index + 1, len(lines)) if lines[i].strip()), len(lines))
    if start < len(lines):
        yield start + 1, "\n".join(lines[start:])


def _parsed(text: str) -> dict[str, str] | str:
    """The fields of a card, or why it cannot be read."""
    # For import only: what it takes to load is wanted by nobody else.
    import vobject  # type: ignore[import-untyped]  # noqa: PLC0415

    if not re.search(r"^END:VCARD\s*$", text, re.IGNORECASE | re.MULTILINE):
        return "the card has no end (END:VCARD)"
    # It writes to standard error what it raises as well.
    logging.getLogger("vobject.base").disabled = True
    try:
        card = vobject.readOne(text, allowQP=True)
        return _fields(card)
    except Exception as error:  # noqa: BLE001 - whatever it stumbles over, the other cards are read
        said = re.sub(r"^At line \d+: ", "", str(error)).partition("\n")[0]
        return f"the card cannot be read: {said or type(error).__name__}"


def _fields(card: Any) -> dict[str, str]:
    contents = card.contents
    name = _first(contents, "n")
    found = {
        "name": _text(_first(contents, "fn")),
        "office": _text(_first(contents, "title")) or _text(_first(contents, "role")),
        "institution": _text(_first(contents, "org")),
        "email": _text(_first(contents, "email")),
        "website": _text(_first(contents, "url")),
        "language": _text(_first(contents, "lang")),
        "phone": _text(_first(contents, "tel")),
    }
    found |= _address(_first(contents, "adr"))
    if name is not None and not isinstance(name, str):
        found |= {
            "given": _text([_text(name.given), _text(name.additional)], " "),
            "family": _text(name.family, " "),
            "honorific": _text(name.prefix, " "),
            "post_nominals": _text(name.suffix),
        }
    kind = _text(_first(contents, "kind")).casefold()
    if kind == "org" or (found["name"] and found["name"] == found["institution"]):
        # An organisation's card: it has no person in it.
        found["institution"] = found["institution"] or found["name"]
        found |= {"name": "", "given": "", "family": ""}
    return found


def _first(contents: dict[str, list[Any]], key: str) -> Any:
    """The value that is preferred, else the first."""
    lines = contents.get(key, [])
    preferred = [
        line for line in lines
        if "PREF" in line.params or "pref" in map(str.lower, line.params.get("TYPE", []))
    ]  # fmt: skip
    line = next(iter(preferred or lines), None)
    return line.value if line is not None else None


def _text(value: Any, joint: str = ", ") -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return joint.join(part for part in map(_text, value) if part)
    return " ".join(str(value).split())


def _address(value: Any) -> dict[str, str]:
    """The lines of the address; its country by itself, for a letter writes it in its own way,
    and as the last line where nobody knows a country of this name."""
    if value is None or isinstance(value, str):
        return {"address": value or ""}
    lines = [
        line.strip()
        for part in _ADDRESS
        for line in _text_lines(getattr(value, part, ""))
        if line.strip()
    ]
    town = " ".join(filter(None, (_text(value.code), _text(value.city))))
    country = find_country(_text(value.country), in_any_language=True) or ""
    lines += [town, _text(value.region), "" if country else _text(value.country)]
    return {"address": "|".join(line for line in lines if line), "country": country}


def _text_lines(value: Any) -> list[str]:
    parts = value if isinstance(value, list) else [value]
    return [line for part in parts for line in str(part or "").splitlines()]
