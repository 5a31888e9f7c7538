"""Roster: who signs one document. Signatory: one of them, by name.

A withheld, invited or withdrawn row is a count and a line number here; its name stays in
the file, so that nothing that holds a roster can leak it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from undersigned.errors import Location
from undersigned.model.text import Text

__all__ = [
    "Directory",
    "Roster",
    "Signatory",
    "SignatoryKind",
    "SignatoryStatus",
    "WithheldRow",
]


class SignatoryKind(StrEnum):
    """Whether an organisation or a person signs."""

    ORGANISATION = "organisation"
    INDIVIDUAL = "individual"


class SignatoryStatus(StrEnum):
    """Where a signature stands; only a confirmed one appears."""

    INVITED = "invited"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Signatory:
    """An organisation or person of the directory, or one written out in a roster.

    `logo` and `signature` are absolute paths of pictures inside the workspace; `country` is
    an ISO 3166-1 alpha-2 code or a name as typed; `ecosoc` is general, special, roster or
    empty. `former_names` and `native_names` are further names of an entry of the directory, by
    which it is found; they are not printed. `signed_text` is the beginning of the digest of the
    text that was signed, empty for the first that was opened.
    """

    name: Text
    location: Location
    id: str = ""
    kind: SignatoryKind = SignatoryKind.ORGANISATION
    acronym: str = ""
    title: str = ""
    affiliation: str = ""
    country: str = ""
    group: str = ""
    url: str = ""
    logo: str = ""
    signature: str = ""
    ecosoc: str = ""
    sort_key: str = ""
    former_names: tuple[str, ...] = ()
    native_names: tuple[str, ...] = ()
    signed_on: dt.date | None = None
    signed_text: str = ""


@dataclass(frozen=True)
class WithheldRow:
    """A signatory who cannot be named: where the row stands, and which text was signed."""

    location: Location
    signed_on: dt.date | None = None
    signed_text: str = ""


@dataclass(frozen=True)
class Roster:
    """The confirmed signatories in the order of the file, and the number of the others."""

    name: str
    signatories: tuple[Signatory, ...]
    withheld: int
    invited: int
    withdrawn: int
    location: Location
    withheld_rows: tuple[WithheldRow, ...] = ()


@dataclass(frozen=True)
class Directory:
    """Every organisation and person that the workspace knows, by id."""

    entries: tuple[Signatory, ...]

    def find(self, id_: str) -> Signatory | None:
        """The entry with this id, or None."""
        return self._by_id.get(id_)

    @cached_property
    def _by_id(self) -> dict[str, Signatory]:
        return {entry.id: entry for entry in reversed(self.entries)}
