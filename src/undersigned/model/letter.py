"""Letter: everything resolved; the single value that every output reads.

Nothing in it is left to look up, to count or to translate, and no withheld name is in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from undersigned.model.document import Contact
from undersigned.model.labels import Labels
from undersigned.model.node import Block, Footnote
from undersigned.model.recipient import Recipient
from undersigned.model.roster import Signatory
from undersigned.model.text import Text
from undersigned.model.wording import Wording

__all__ = [
    "AddresseeGroup",
    "Edition",
    "InsideAddress",
    "Letter",
    "LetterField",
    "Metadata",
    "SignatureBlock",
    "SignatureGroup",
]


class Edition(StrEnum):
    """Open names all recipients; individual is one letter for each."""

    OPEN = "open"
    INDIVIDUAL = "individual"


@dataclass(frozen=True)
class InsideAddress:
    """One addressee: the lines printed for it, the first its name."""

    recipient: Recipient
    lines: tuple[Text, ...]


@dataclass(frozen=True)
class AddresseeGroup:
    """Addressees under one heading (a country, a body), or under none."""

    heading: Text | None
    addressees: tuple[InsideAddress, ...]


@dataclass(frozen=True)
class SignatureGroup:
    """Signatories under one heading, or under none. `first` is the number of the first."""

    heading: Text | None
    signatories: tuple[Signatory, ...]
    first: int = 1


@dataclass(frozen=True)
class SignatureBlock:
    """Who signed. `count` says how many, in the letter's language, the withheld among them.

    `show` names what is printed beside the name: acronym, title, affiliation, country, url,
    logo. Names of countries are already in the letter's language. `note` is what holds of all of
    them, such as that affiliations are given for identification only.
    """

    groups: tuple[SignatureGroup, ...]
    numbered: bool
    show: frozenset[str]
    count: Text | None
    withheld: Text | None
    note: Text | None = None

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """All of them, in printed order."""
        return tuple(s for group in self.groups for s in group.signatories)


@dataclass(frozen=True)
class Metadata:
    """What a file says of itself. `created` is a moment in UTC, so that bytes repeat."""

    author: str
    subject: str
    keywords: tuple[str, ...]
    created: dt.datetime
    identifier: str


LetterField: TypeAlias = (
    Text | tuple[Text, ...] | Signatory | tuple[Signatory, ...] | tuple[Block, ...]
)


@dataclass(frozen=True)
class Letter:
    """A composed document, in one language and one edition, ready to be set.

    `day` is the letter's date for a machine, `date` the same for a reader. Optional parts are
    None or empty where the letter has none. `dateline` is place and date as the language writes
    them, `embargo` the moment alone, `sign_on_by` the day alone; what
    stands around these, as around subject, reference and version, is the layout's phrase.
    `fields` holds what the kind adds, resolved: dates are text in the letter's language, blocks
    are their nodes. `labels` are the addresses of a sheet of labels, which has no other words.
    """

    kind: str
    layout: str
    campaign: str
    document: str
    edition: Edition
    language: str
    wording: Wording
    title: Text
    body: tuple[Block, ...]
    metadata: Metadata
    date: Text
    day: dt.date
    is_draft: bool = False
    sender: tuple[Signatory, ...] = ()
    place: Text | None = None
    dateline: Text | None = None
    reference: Text | None = None
    addressee_groups: tuple[AddresseeGroup, ...] = ()
    subject: Text | None = None
    salutation: Text | None = None
    close: Text | None = None
    signatures: SignatureBlock | None = None
    notes: tuple[Footnote, ...] = ()
    cc: tuple[InsideAddress, ...] = ()
    enclosures: tuple[Text, ...] = ()
    contacts: tuple[Contact, ...] = ()
    embargo: Text | None = None
    updated: Text | None = None
    version: Text | None = None
    sign_on_by: Text | None = None
    fields: Mapping[str, LetterField] = field(default_factory=dict)
    labels: Labels | None = None

    @property
    def addressees(self) -> tuple[InsideAddress, ...]:
        """All of them, in printed order."""
        return tuple(address for group in self.addressee_groups for address in group.addressees)
