"""A row of a roster, or an entry of the directory, as it is compared with others."""

from __future__ import annotations

from undersigned.load.duplicates import Candidate
from undersigned.load.roster_table import RosterRow
from undersigned.model.roster import Directory, Signatory, SignatoryKind

__all__ = ["entry_candidate", "row_candidate"]


def row_candidate(row: RosterRow, directory: Directory, key: str) -> Candidate:
    """The row; what it leaves empty comes from its entry, whose names are further names of it."""
    entry = directory.find(row["id"]) if row["id"] else None
    said = row["kind"].casefold() or (entry.kind.value if entry else "")
    individual = said == SignatoryKind.INDIVIDUAL.value
    others = (*entry.former_names, *entry.native_names) if entry else ()
    if entry is not None and row["name"] and row["name"] != entry.name.text:
        others = (entry.name.text, *others)
    return Candidate(
        key=key,
        name=row["name"] or (entry.name.text if entry else row["id"]),
        acronym=row["acronym"] or (entry.acronym if entry else ""),
        kind=SignatoryKind.INDIVIDUAL if individual else SignatoryKind.ORGANISATION,
        country=row["country"] or (entry.country if entry else ""),
        url=row["url"] or (entry.url if entry else ""),
        email=row["email"],
        other_names=others,
        title=row["title"] or (entry.title if entry else ""),
        affiliation=row["affiliation"] or (entry.affiliation if entry else ""),
        id=row["id"],
    )


def entry_candidate(entry: Signatory, key: str) -> Candidate:
    """The entry, with its former and native names."""
    return Candidate(
        key=key,
        name=entry.name.text,
        acronym=entry.acronym,
        kind=entry.kind,
        country=entry.country,
        url=entry.url,
        other_names=(*entry.former_names, *entry.native_names),
        title=entry.title,
        affiliation=entry.affiliation,
        id=entry.id,
    )
