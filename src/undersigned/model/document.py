"""Document: one source of a letter, in one language, as the author wrote it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from undersigned.errors import Location
from undersigned.model.node import Block, BlockCall, Footnote
from undersigned.model.recipient import Recipient
from undersigned.model.roster import Signatory
from undersigned.model.text import Text

__all__ = [
    "Contact",
    "Document",
    "FieldValue",
    "SignatureOrder",
    "SignatureStyle",
    "Status",
    "Update",
]


class Status(StrEnum):
    """A draft bears a visible mark on every page; a final document does not."""

    DRAFT = "draft"
    FINAL = "final"


class SignatureOrder(StrEnum):
    """The order in which the signatories are printed."""

    LISTED = "listed"
    ALPHABETICAL = "alphabetical"
    COUNTRY = "country"


@dataclass(frozen=True)
class SignatureStyle:
    """How a document prints its roster; `numbered` is None where the kind decides.

    `show` names the columns printed beside the name: acronym, title, affiliation, country,
    url, logo.
    """

    roster: str
    order: SignatureOrder = SignatureOrder.LISTED
    group_by: str = ""
    numbered: bool | None = None
    show: tuple[str, ...] = ("acronym", "title", "affiliation")


@dataclass(frozen=True)
class Update:
    """What changed after publication, and when."""

    on: dt.date
    note: Text


@dataclass(frozen=True)
class Contact:
    """Somebody to ask."""

    name: Text
    email: str = ""
    phone: str = ""
    title: str = ""


FieldValue: TypeAlias = Text | dt.date | Signatory | tuple[Signatory, ...] | tuple[BlockCall, ...]


@dataclass(frozen=True)
class Document:
    """A document in one language: a translation with what it inherits already filled in.

    `fields` holds what the kind adds. `date` and `embargo` are None where absent; `embargo`
    always has a time zone.
    """

    campaign: str
    name: str
    language: str
    kind: str
    layout: str
    title: Text
    body: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    location: Location
    status: Status = Status.DRAFT
    date: dt.date | None = None
    place: Text | None = None
    recipients: tuple[Recipient, ...] = ()
    subject: Text | None = None
    salutation: Text | None = None
    close: Text | None = None
    signatures: SignatureStyle | None = None
    cc: tuple[Recipient, ...] = ()
    enclosures: tuple[Text, ...] = ()
    embargo: dt.datetime | None = None
    embargo_zone: str = ""
    contacts: tuple[Contact, ...] = ()
    version: Text | None = None
    updated: Update | None = None
    sign_on_by: dt.date | None = None
    reference: Text | None = None
    fields: Mapping[str, FieldValue] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """How a user names it on the command line."""
        return f"{self.campaign}/{self.name}"
