"""Name, acronym, title and affiliation of a signatory, each where it belongs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from undersigned.load.capitals import all_capitals, ordinary_capitals
from undersigned.load.country import find_country
from undersigned.load.known_organisations import find_organisation, folded, split_organisation
from undersigned.load.signatory_told import RowTold

__all__ = ["KEPT", "full_name", "organisation_cells", "person_cells"]

KEPT = "names are all in capitals, and were kept: how else they are written is not certain"
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_ACRONYM = re.compile(r"(?P<name>\S.*?)\s*[(\[（](?P<acronym>[^\s()\[\]（）]{2,12})[)\]）]")


def full_name(cells: Mapping[str, str]) -> str:
    """Given and family name in the order in which they are written."""
    given, family = cells.get("given", ""), cells.get("family", "")
    if not (given and family):
        return given or family
    return f"{family}{given}" if _EAST_ASIAN.search(given + family) else f"{given} {family}"


def organisation_cells(
    name: str, cells: Mapping[str, str], country: str, told: RowTold
) -> dict[str, str]:
    """Name and acronym: one in brackets at the end of the name goes into its column."""
    acronym = cells.get("acronym", "")
    match = _ACRONYM.fullmatch(name)
    if match and _is_acronym(match["acronym"]):
        if not acronym or acronym.casefold() == match["acronym"].casefold():
            told.change("name", "the acronym has a column of its own", name, match["name"])
            name, acronym = match["name"], acronym or match["acronym"]
        else:
            told.remark("an acronym in brackets is not the one in its column", name)
    if ";" in name:
        told.remark("names have a semicolon in them and may be two; they were kept", name)
    acronyms = tuple(filter(None, (acronym, country)))
    return {"name": _capitals("name", name, country, told, acronyms), "acronym": acronym}


def person_cells(
    name: str,
    cells: Mapping[str, str],
    country: str,
    known: Mapping[str, str],
    told: RowTold,
) -> dict[str, str]:
    """Name, sort key, title and affiliation; an organisation that is known goes from name or
    title to the affiliation, where that says nothing else.

    Raises `InvalidInput` where the whole name is an organisation's.
    """
    if find_organisation(name, known):
        told.refuse("the person's name is that of an organisation", "write there who signs")
    title, affiliation = cells.get("title", ""), cells.get("affiliation", "")
    name, affiliation = _moved("name", name, affiliation, known, told)
    whole = find_organisation(title, known)
    if whole and _fits(whole, affiliation):
        told.change("title", "it is an organisation, and the affiliation", title, "")
        title, affiliation = "", affiliation or whole
    title, affiliation = _moved("title", title, affiliation, known, told)
    if "," in name:
        told.remark("names have a comma in them, and were kept", name)
    if "," in title and not affiliation:
        told.remark("titles may have an organisation in them, and were kept", title)
    ordinary = _capitals("name", name, country, told, person=True)
    made = {"name": ordinary, "title": title}
    made["affiliation"] = _capitals("affiliation", affiliation, country, told)
    given, family = cells.get("given", ""), cells.get("family", "")
    if given and family and name == full_name(cells):
        joint = "" if _EAST_ASIAN.search(name) else " "
        if ordinary != name:
            given, family = (
                ordinary_capitals(part, person=True, country=country) or part
                for part in (given, family)
            )
        made["sort_key"] = f"{family}{joint}{given}"
    return made


def _moved(
    column: str, words: str, affiliation: str, known: Mapping[str, str], told: RowTold
) -> tuple[str, str]:
    """The words without the organisation at their end, and the affiliation."""
    rest, held = split_organisation(words, known)
    if not held or not _fits(held, affiliation):
        return words, affiliation
    told.change(column, f'"{held}" is the affiliation', words, rest)
    return rest, affiliation or held


def _fits(held: str, affiliation: str) -> bool:
    return not affiliation or folded(held) == folded(affiliation)


def _capitals(
    column: str,
    name: str,
    country: str,
    told: RowTold,
    acronyms: tuple[str, ...] = (),
    *,
    person: bool = False,
) -> str:
    """The name without capitals throughout, where that is certain; told either way."""
    if not all_capitals(name):
        return name
    ordinary = ordinary_capitals(name, person=person, country=country, acronyms=acronyms)
    if ordinary is None:
        told.remark(KEPT, name)
        return name
    told.change(column, "capitals", name, ordinary)
    return ordinary


def _is_acronym(word: str) -> bool:
    """Whether the word in brackets is one: two capitals at least, and no country."""
    capitals = sum(map(str.isupper, word))
    return capitals >= 2 and capitals > sum(map(str.islower, word)) and find_country(word) is None
