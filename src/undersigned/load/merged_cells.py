"""Cells of a response beside those of the row that it is merged with, or of its entry in the
directory: what it fills in, and what it says otherwise, which is told and never taken."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from undersigned.load.country import find_country
from undersigned.load.known_organisations import folded
from undersigned.model.roster import Signatory

__all__ = ["beside", "compared", "contradicted", "renamed", "told_of"]

_FILLED = (
    "acronym", "title", "affiliation", "country", "group", "url", "signed_on", "evidence",
    "sort_key", "email",
)  # fmt: skip
# What is told where the form says something else: an e-mail address goes into the note.
_COMPARED = ("acronym", "title", "affiliation", "country", "group", "url", "email")
# What a row says for itself where it has an id: the rest is the directory's.
_OWN = ("title", "affiliation", "country", "group", "url", "acronym", "sort_key", "kind")
# What the directory says of an entry holds, whatever somebody typed into a form.
_CURATED = ("acronym", "country", "url")
_ADDRESS = re.compile(r"^https?://(www\.)?")


def beside(entry: Signatory, cells: Mapping[str, str]) -> dict[str, str]:
    """The cells that a row with this entry's id needs: its name is the directory's, what says the
    same is left out, and what the directory knows better."""
    kept = {
        name: cell
        for name, cell in cells.items()
        if name != "name" and not (name in _CURATED and getattr(entry, name))
    }
    for column in _OWN:
        said = getattr(entry, column, "")
        if column in kept and kept[column].casefold() == str(said).casefold():
            del kept[column]
    return {**kept, "id": entry.id}


def contradicted(entry: Signatory, cells: Mapping[str, str]) -> list[str]:
    """The columns of which the directory knows better."""
    return [
        column
        for column in _CURATED
        if (own := getattr(entry, column)) and cells.get(column) and not _alike(own, cells[column])
    ]


def compared(
    entry: Signatory | None, has: Mapping[str, str], cells: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """The columns that are empty in a row, of this entry or none, and that `cells` fill; and
    those in which they say something else."""
    given = beside(entry, cells) if entry is not None else cells
    aside = [
        column
        for column in _COMPARED
        if given.get(column) and has.get(column) and not _alike(given[column], has[column])
    ]
    if entry is not None:
        aside += [column for column in contradicted(entry, cells) if not has.get(column)]
    return [column for column in _FILLED if given.get(column) and not has.get(column)], aside


def _alike(one: str, other: str) -> bool:
    """Whether two cells say the same; of a country and a web address however they write it."""
    bare = [_ADDRESS.sub("", cell.casefold()).rstrip("/") for cell in (one, other)]
    return bare[0] == bare[1] or (find_country(one) or one) == (find_country(other) or other)


def renamed(has: Mapping[str, str], cells: Mapping[str, str]) -> list[str]:
    """The column of the name, where a row that comes from these cells goes by another one."""
    names = {folded(said.get("name", "")) for said in (has, cells)} - {""}
    return ["name"] if len(names) > 1 else []


def told_of(aside: Sequence[str]) -> str:
    """What was left aside, by column."""
    if not aside:
        return ""
    kept = "; the e-mail address is in the note" if "email" in aside else ""
    columns = " and ".join(filter(None, (", ".join(aside[:-1]), aside[-1])))
    return f"; its {columns} {'differ' if len(aside) > 1 else 'differs'}{kept}"
