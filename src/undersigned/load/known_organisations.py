"""Known organisations: those of directory, roster and form, by which an organisation is found that
somebody wrote where the own title or name belongs.

It is moved only where the words are exactly its name; case, accents and signs apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from undersigned.load.roster_table import RosterRow
from undersigned.model.organisation_name import folded
from undersigned.model.roster import Directory, SignatoryKind

__all__ = ["find_organisation", "folded", "known_organisations", "split_organisation"]

# "Director, Lantern Street", "Director at Lantern Street", "Director – Lantern Street".
_JOINTS = re.compile(
    r"\s*[,;/|]\s+|\s+[–—-]\s+|\s+(?:at|of|for|with|de|bei|chez|en)\s+", re.IGNORECASE
)


def known_organisations(directory: Directory, rows: Sequence[RosterRow]) -> dict[str, str]:
    """The organisations of the directory and of a roster by folded name, but for those whose
    rows must not be named."""
    hidden = [row for row in rows if not row.may_be_named]
    ids = {row["id"] for row in hidden}
    found: dict[str, str] = {}
    for entry in directory.entries:
        if entry.kind is SignatoryKind.ORGANISATION and entry.id not in ids:
            for name in (entry.name.text, *entry.former_names, *entry.native_names):
                found.setdefault(folded(name), name)
    for row in rows:
        if row["name"] and row["kind"].casefold() != SignatoryKind.INDIVIDUAL.value:
            found.setdefault(folded(row["name"]), row["name"])
    hushed = {folded(row["name"]) for row in hidden} | {""}
    return {words: name for words, name in found.items() if words not in hushed}


def find_organisation(words: str, known: Mapping[str, str]) -> str:
    """The organisation of this name, or ""."""
    return known.get(folded(words), "") if words else ""


def split_organisation(words: str, known: Mapping[str, str]) -> tuple[str, str]:
    """The words without the organisation at their end, and the organisation; "" where there is
    none that is known."""
    for joint in _JOINTS.finditer(words):
        held = find_organisation(words[joint.end() :], known)
        if held and joint.start():
            return words[: joint.start()], held
    bracket = re.fullmatch(r"(\S.*?)\s*\((.+)\)", words)
    if bracket and (held := find_organisation(bracket[2], known)):
        return bracket[1], held
    return words, ""
