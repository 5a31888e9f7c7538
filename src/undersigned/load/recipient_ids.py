"""Ids of imported recipients: readable, plain, each once; they name the files of letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from undersigned.load.recipient_row import Entry

__all__ = ["LONGEST", "ids_for", "plain_id"]

LONGEST = 80


def plain_id(name: str) -> str:
    """The name in small letters of ASCII, with hyphens; "" where nothing of it can be written."""
    # For import only: what it takes to load is wanted by nobody else.
    from anyascii import anyascii  # noqa: PLC0415

    # A character of Chinese is a syllable or two, and no letter of a word.
    written = "".join(
        anyascii(c) if _is_letter(c) else f" {anyascii(c)} "
        for c in name.replace("'", "").replace("’", "")
    )
    words = re.findall(r"[a-z0-9]+", written.casefold())
    return _cut("-".join(words), LONGEST)


def _is_letter(character: str) -> bool:
    return ord(character) < 0x2E80 and unicodedata.category(character)[0] in "LMN"


def ids_for(entries: Sequence[Entry]) -> list[str]:
    """An id for each entry, "" for one that the catalogue names. Where two would be alike each
    gets what tells them apart: an identifier, or the constituency; at last a number."""
    ids = [_own_id(entry) for entry in entries]
    for position in range(3):
        counts = Counter(ids)
        for index, entry in enumerate(entries):
            mark = entry.marks[position] if position < len(entry.marks) else ""
            ending = plain_id(mark.rpartition(":")[2])
            if ids[index] and counts[ids[index]] > 1 and ending:
                ids[index] = f"{_cut(ids[index], LONGEST - len(ending) - 1)}-{ending}"[:LONGEST]
    seen: set[str] = set()
    numbers: Counter[str] = Counter()
    for index, id_ in enumerate(ids):
        unique = id_
        while unique and unique in seen:
            numbers[id_] += 1
            unique = f"{_cut(id_, LONGEST - 7)}-{numbers[id_] + 1}"
        seen.add(unique)
        ids[index] = unique
    return ids


def _own_id(entry: Entry) -> str:
    cells = entry.cells
    if cells.get("id"):
        return plain_id(cells["id"]) or f"recipient-{entry.line}"
    named = any(key in cells for key in ("parliament", "chamber", "body"))
    if named or ("name" not in cells and "/" in cells.get("office", "")):
        return ""
    for key in ("name", "institution", "office", "as"):
        if cells.get(key):
            return plain_id(cells[key]) or f"recipient-{entry.line}"
    return ""


def _cut(id_: str, length: int) -> str:
    """No longer than that, and not in the middle of a word where there is another."""
    if len(id_) <= length:
        return id_
    head, hyphen, _ = id_[: length + 1].rpartition("-")
    return (head if hyphen and len(head) > length / 2 else id_[:length]).strip("-")
