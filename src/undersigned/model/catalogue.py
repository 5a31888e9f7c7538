"""Catalogue: the parliaments, chambers, offices and bodies that the tables know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from undersigned.errors import Location
from undersigned.model.recipient import Recipient

__all__ = ["Catalogue", "FormOfAddress", "Region"]


@dataclass(frozen=True)
class FormOfAddress:
    """How an office is written to in one language; never guessed from a gender.

    `office` is the id of a record, `*/speaker` for every office whose id ends so, or the kind
    of a record for all that have no form of their own.
    """

    office: str
    language: str
    envelope: str
    salutation: str
    close: str
    source: str
    as_of: str
    checked: str = ""
    note: str = ""
    location: Location | None = None


@dataclass(frozen=True)
class Region:
    """A part of the world or an organisation of states: `members` are ISO 3166-1 codes."""

    id: str
    name: str
    members: tuple[str, ...]
    source: str
    as_of: str
    note: str
    location: Location


@dataclass(frozen=True)
class Catalogue:
    """Every institution, office and body that the tables know, and how to write to them.

    `records` and `regions` are by id, in the order of the tables; `aliases` leads from another
    name of a record to its id.
    """

    records: Mapping[str, Recipient] = field(default_factory=dict)
    forms: tuple[FormOfAddress, ...] = ()
    regions: Mapping[str, Region] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)

    def find(self, id_: str) -> Recipient | None:
        """The record with this id or alias, or None."""
        record = self.records.get(id_)
        return self.records.get(self.aliases.get(id_, "")) if record is None else record

    def find_region(self, words: str) -> Region | None:
        """The region with this id or this name, or None."""
        called = " ".join(words.casefold().split())
        id_ = called.replace(" ", "-")
        if id_ in self.regions:
            return self.regions[id_]
        return next((r for r in self.regions.values() if r.name.casefold() == called), None)
