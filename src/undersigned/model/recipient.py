"""Recipient: an institution, office or person that a letter is written to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from undersigned.errors import Location
from undersigned.model.text import Origin, Text

__all__ = ["LocalName", "PostalAddress", "Recipient", "RecipientKind", "RecipientList"]


class RecipientKind(StrEnum):
    """What a catalogue record is."""

    PARLIAMENT = "parliament"
    CHAMBER = "chamber"
    OFFICE = "office"
    BODY = "body"


@dataclass(frozen=True)
class PostalAddress:
    """Where post goes. With a town, `lines` are what stands before it (building, street, post
    box), and the whole is set by the country's custom; without, `lines` are all there is, as
    they were written. `country` is where it stands if the recipient has no country of its own,
    as an assembly of many states has none."""

    lines: tuple[Text, ...] = ()
    postal_code: str = ""
    city: str = ""
    area: str = ""
    country: str = ""

    @property
    def as_written(self) -> bool:
        """Whether the lines are the whole address."""
        return not (self.postal_code or self.city or self.area)


@dataclass(frozen=True)
class LocalName:
    """What a record is called in a language other than English, and in its running text.

    `institution` is the name of what an office belongs to. What is not known is empty.
    """

    language: str
    name: str = ""
    in_text: str = ""
    institution: str = ""


@dataclass(frozen=True)
class Recipient:
    """Somebody to write to; what is unknown is None or empty and never guessed.

    `record` is the id of the catalogue's record, and empty for one written out. `name` is what
    the addressee line prints, `in_text` the form in a sentence with its article ("the
    Parliament of Canada"), in the languages `name_language` and `in_text_language` where
    these are known; `local_names` says the same in other languages. `country` is an ISO 3166-1
    alpha-2 code. `of` is the id of what a chamber or an office belongs to. `aliases` are other ids
    that lead here. `as_of` is the date of the source, as far as it is known (2012, 2012-11,
    2012-11-27); `contact_source` and `contact_as_of` are those of address, e-mail and website;
    `in_person` is whether the name is that of somebody in the office.
    `words_language` is that of salutation and close, where it is known. `checked` is the day a
    person checked the record against the body itself. `sits` is False for a legislature that is
    dissolved or suspended, as far as the source knows.
    """

    id: str
    kind: RecipientKind
    role: str
    name: Text
    location: Location
    record: str = ""
    of: str = ""
    name_language: str = ""
    in_text: Text | None = None
    in_text_language: str = ""
    local_names: tuple[LocalName, ...] = ()
    in_person: bool = False
    given: Text | None = None
    family: Text | None = None
    honorific: Text | None = None
    post_nominals: Text | None = None
    office: Text | None = None
    institution: Text | None = None
    address: PostalAddress | None = None
    country: str | None = None
    languages: tuple[str, ...] = ()
    email: str | None = None
    website: str | None = None
    salutation: Text | None = None
    close: Text | None = None
    words_language: str = ""
    aliases: tuple[str, ...] = ()
    sits: bool = True
    level: str = ""
    structure: str = ""
    seats: str = ""
    source: str | None = None
    as_of: str | None = None
    contact_source: str | None = None
    contact_as_of: str | None = None
    checked: dt.date | None = None
    note: str = ""

    @property
    def is_person(self) -> bool:
        """Whether somebody is named, and not an institution or an office alone."""
        parts = (self.given, self.family, self.honorific, self.post_nominals)
        return self.in_person or any(part is not None for part in parts)

    @property
    def native_name(self) -> str:
        """The record's name in the first of its languages in which it is known, or nothing; a
        romanisation only where it is known in no other way."""
        names = {local.language: local.name for local in self.local_names if local.name}
        if self.name_language:
            names[self.name_language] = self.name.text
        plain = [language.partition("-")[0] for language in self.languages]
        for code in (*self.languages, *plain, *(f"{language}-Latn" for language in plain)):
            if code in names:
                return names[code]
        return ""

    def local_name(self, language: str) -> LocalName | None:
        """What it is called in this language, or in the language without its region."""
        for code in (language, language.partition("-")[0]):
            for local in self.local_names:
                if local.language == code:
                    return local
        return None

    def says_itself(self, part: str, language: str) -> Text | None:
        """The words that a list has for its salutation or close, if they are in this language
        or, of the two, one is the language of every region."""
        words: Text | None = getattr(self, part)
        theirs = self.words_language
        plain = (theirs.partition("-")[0], language.partition("-")[0])
        return (
            words if not theirs or theirs in (language, plain[1]) or plain[0] == language else None
        )

    def is_named_in(self, language: str) -> bool:
        """Whether an address in this language has no line in another: an office by its own
        name, or a person with the institution alone."""
        local = self.local_name(language)
        if self.kind is RecipientKind.OFFICE:
            words = local and (local.name or (self.is_person and local.institution))
            return bool(words)
        return self.name_language in ("", language, language.partition("-")[0]) or bool(
            local and local.name
        )

    def says(self, attribute: str, language: str) -> bool:
        """Whether what it says there may stand in a sentence of this language: a person's name
        may in any, an institution's in its own."""
        plain = language.partition("-")[0]
        if attribute == "in_text":
            return self.in_text_language in ("", plain, language)
        if attribute == "name" and not self.is_person:
            return self.name_language in ("", plain, language)
        if attribute in ("office", "institution") and self.record and plain != "en":
            local = self.local_name(language)
            words = local and (local.name if attribute == "office" else local.institution)
            return bool(words)
        return True

    def in_language(self, language: str) -> Recipient:
        """The recipient as a letter in this language names it; where its name in it is not
        known, as it is."""
        local = self.local_name(language)
        if local is None:
            return self

        def said(words: str, text: Text | None) -> Text | None:
            return Text(words, self.location, Origin.RECIPIENT) if words else text

        name = said(local.name, self.name) or self.name
        office, institution = self.office, said(local.institution, self.institution)
        if self.kind is RecipientKind.OFFICE:
            # The table names the office; a person in it keeps a name of their own.
            office = said(local.name, self.office)
            name = self.name if self.is_person else name
        elif self.institution is not None and self.institution.text == self.name.text:
            institution = name
        return replace(
            self,
            name_language=local.language if local.name else self.name_language,
            name=name,
            office=office,
            institution=institution,
            in_text=said(local.in_text, self.in_text),
            in_text_language=local.language if local.in_text else self.in_text_language,
        )


@dataclass(frozen=True)
class RecipientList:
    """Whom one or more documents are written to, in the order of the file."""

    name: str
    title: str
    recipients: tuple[Recipient, ...]
    location: Location
