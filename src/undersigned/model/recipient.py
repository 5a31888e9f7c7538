"""Recipient: an institution, office or person that a letter is written to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from undersigned.errors import Location
from undersigned.model.text import Text

__all__ = ["Catalogue", "FormOfAddress", "Recipient", "RecipientKind", "RecipientList"]


class RecipientKind(StrEnum):
    """What a catalogue record is."""

    PARLIAMENT = "parliament"
    CHAMBER = "chamber"
    OFFICE = "office"
    BODY = "body"


@dataclass(frozen=True)
class FormOfAddress:
    """How an office is written to in one language; never guessed from a gender."""

    office: str
    language: str
    envelope: str
    salutation: str
    close: str
    source: str
    as_of: str


@dataclass(frozen=True)
class Recipient:
    """Somebody to write to; what is unknown is None and never guessed.

    `name` is what the addressee line prints, `in_text` the form in a sentence with its
    article ("the Parliament of Canada"), in the language `in_text_language` where that is
    known. `country` is an ISO 3166-1 alpha-2 code. `as_of` is the date of the source,
    `checked` the day a person checked it against the body itself.
    """

    id: str
    kind: RecipientKind
    role: str
    name: Text
    location: Location
    in_text: Text | None = None
    in_text_language: str = ""
    given: Text | None = None
    family: Text | None = None
    honorific: Text | None = None
    post_nominals: Text | None = None
    office: Text | None = None
    institution: Text | None = None
    address: tuple[Text, ...] = ()
    country: str | None = None
    languages: tuple[str, ...] = ()
    email: str | None = None
    website: str | None = None
    salutation: Text | None = None
    close: Text | None = None
    source: str | None = None
    as_of: dt.date | None = None
    checked: dt.date | None = None


@dataclass(frozen=True)
class RecipientList:
    """Whom one or more documents are written to, in the order of the file."""

    name: str
    title: str
    recipients: tuple[Recipient, ...]
    location: Location


@dataclass(frozen=True)
class Catalogue:
    """Every institution, office and body that the tables know, and how to write to them."""

    records: tuple[Recipient, ...]
    forms: tuple[FormOfAddress, ...]

    def find(self, id_: str) -> Recipient | None:
        """The record with this id, or None."""
        return next((record for record in self.records if record.id == id_), None)
