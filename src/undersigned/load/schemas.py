"""What may stand in each file that a user writes: the models that pydantic checks.

They are also the source of the JSON Schemas that editors read, so a description here is what
a coordinator sees while typing.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic import create_model as _create_model

from undersigned.load.schema import Schema
from undersigned.model.document import SignatureOrder, Status
from undersigned.model.kind import Field as KindField
from undersigned.model.kind import FieldType, Kind

__all__ = [
    "ApprovedSchema",
    "BlockCallSchema",
    "BlockSchema",
    "CampaignSchema",
    "ContactSchema",
    "DocumentSchema",
    "FactSchema",
    "KindSchema",
    "NamedSchema",
    "RecipientListSchema",
    "RecipientSchema",
    "SettingsSchema",
    "SignaturesSchema",
    "WordingSchema",
    "document_schema",
]

# A number typed without quotation marks is text to us, and should be to an editor.
Words = Annotated[
    str,
    StringConstraints(min_length=1),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]


def _day(value: object) -> object:
    """Only 2026-01-31: pydantic would take a row of digits for seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        shown = value if len(value) <= 60 else value[:57] + "…"
        raise ValueError(f'"{shown}" is not a date | write 2026-01-31 (year-month-day)')
    return value


Day = Annotated[dt.date, BeforeValidator(_day)]


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _several(value: object) -> object:
    """One value, or several in one cell of a table: lower|single."""
    if isinstance(value, str):
        return [part for word in value.split("|") if (part := word.strip())]
    return value


def described(description: str, **options: Any) -> Any:
    """An optional key with the sentence that an editor shows for it."""
    return Field(default=None, description=description, **options)


def _days(value: object) -> object:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError('"stale_after_days" takes a number of days | write stale_after_days = 365')
    return value


class RecipientSettingsSchema(Schema):
    """`[recipients]` in `undersigned.toml`."""

    stale_after_days: Annotated[
        int, BeforeValidator(_days), WithJsonSchema({"type": "integer", "minimum": 1})
    ] = Field(365, description="After how many days `recipients check` calls a record old")


class SignatorySettingsSchema(Schema):
    """`[signatories]` in `undersigned.toml`."""

    withheld_in_text: Literal["error", "warning"] = Field(
        "error", description="What it is that a text names whom its roster withholds"
    )


class SettingsSchema(Schema):
    """`undersigned.toml`; every key has a default."""

    organisation: str = Field("", description="Who runs this workspace; the author of its files")
    language: str = Field("en", description="The default language, as a code: en, fr, pt-BR")
    label_format: str = Field(
        "avery-l7160", description="The labels in your printer: a file of templates/labels/"
    )
    recipients: RecipientSettingsSchema = Field(
        default_factory=RecipientSettingsSchema, description="How recipients are looked after"
    )
    signatories: SignatorySettingsSchema = Field(
        default_factory=SignatorySettingsSchema, description="How signatories are looked after"
    )


class FactSchema(Schema):
    """A fact with what it rests on."""

    value: Any = Field(description="The figure, name, date or list")
    source: str | None = described("Where it comes from")
    as_of: Day | None = described("The date of the source")


class CampaignSchema(Schema):
    """`campaign.yaml`: what the documents of one campaign share."""

    title: Words = Field(description="What the campaign is called")
    languages: Annotated[list[Words], BeforeValidator(_listed)] | None = described(
        "The languages that every document of it is written in; the default language alone"
    )
    letterhead: Annotated[list[Words], BeforeValidator(_listed)] | None = described(
        "Organisations of the directory that stand at the head of each letter, by id"
    )
    facts: dict[str, Any] | None = described(
        "Figures and names that several documents state: {{ facts.name }}"
    )


class RecipientSchema(Schema):
    """Somebody to write to: a record of the catalogue, or written out."""

    parliament: Words | None = described("A parliament of the catalogue, by id")
    chamber: Words | None = described("A chamber of the catalogue, by id")
    office: Words | None = described(
        "An office of the catalogue, by id; or, with a name, what the person is"
    )
    body: Words | None = described("A body of the catalogue, by id, such as ohchr")
    region: Words | None = described(
        "Every parliament of a region, by id, such as asean; with kind: or role: its chambers or "
        "their presiding officers"
    )
    include: Words | None = described("Another recipient list, by name, with all its recipients")
    kind: Literal["parliament", "chamber", "office"] | None = described(
        "What of a region: its parliaments (the default), chambers or presiding officers"
    )
    role: Annotated[list[Literal["single", "lower", "upper"]], BeforeValidator(_several)] | None = (
        described("Which chambers of a region: single, lower, upper")
    )
    exclude: Annotated[list[Words], BeforeValidator(_several)] | None = described(
        "Ids of whom to leave out of the region or of the other list"
    )
    as_: Words | None = described("How this list prints it instead", alias="as")
    id: Words | None = described("A name for the letter's file, for one written out here")
    name: Words | None = described("The name on the address line")
    given: Words | None = described("Given name")
    family: Words | None = described("Family name; a salutation by surname needs it")
    honorific: Words | None = described("What stands before the name, such as H.E.")
    post_nominals: Words | None = described("What stands after the name, such as MP")
    institution: Words | None = described("The institution the person belongs to")
    in_text: Words | None = described("The form in a sentence: the Parliament of Canada")
    address: Annotated[list[Words], BeforeValidator(_listed)] | None = described(
        "The postal address, line by line"
    )
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = described(
        "The country as two capitals (ISO 3166)"
    )
    language: Words | None = described("The language to write in, as a code")
    email: Words | None = described("E-mail address")
    website: Words | None = described("Web address")
    salutation: Words | None = described("How the letter greets this recipient")
    close: Words | None = described("How the letter to this recipient ends")


RecipientEntry: TypeAlias = Annotated[
    Annotated[Words, Tag("text")] | Annotated[RecipientSchema, Tag("mapping")],
    Discriminator(lambda value: "text" if isinstance(value, str) else "mapping"),
]


class RecipientListSchema(Schema):
    """`recipients/<list>.yaml`: whom to write to."""

    title: Words | None = described("What the list is called")
    recipients: Annotated[list[RecipientEntry], Field(min_length=1)] = Field(
        description="The recipients, in the order in which a letter names them"
    )


class SignaturesSchema(Schema):
    """`signatories:` of a document, with how the roster is printed."""

    roster: Words = Field(description="A roster under signatories/, by name")
    order: SignatureOrder | None = described("listed (the default), alphabetical or country")
    group_by: Literal["kind", "country", "region", "group"] | None = described(
        "What the groups are"
    )
    numbered: bool | None = described("Whether each name has a number")
    show: (
        Annotated[
            list[Literal["acronym", "title", "affiliation", "country", "url", "logo"]],
            BeforeValidator(_listed),
        ]
        | None
    ) = described("What is printed beside the name")


SignaturesEntry: TypeAlias = Annotated[
    Annotated[Words, Tag("text")] | Annotated[SignaturesSchema, Tag("mapping")],
    Discriminator(lambda value: "text" if isinstance(value, str) else "mapping"),
]


class ContactSchema(Schema):
    """Somebody to ask."""

    name: Words = Field(description="A person or a desk")
    title: Words | None = described("What the person is")
    email: Words | None = described("E-mail address")
    phone: Words | None = described("Telephone number, with the country's code")


class UpdatedSchema(Schema):
    """What changed after publication."""

    on: Day = Field(description="The day of the change")
    note: Words = Field(description="What changed, in a sentence")


class NamedSchema(Schema):
    """An organisation that is not in the directory."""

    name: Words = Field(description="Its name")
    ecosoc: Literal["general", "special", "roster"] | None = described(
        "Its consultative status with the UN's Economic and Social Council"
    )


class BlockCallSchema(Schema):
    """A text block with its parameters."""

    block: Words = Field(description="The block's name")
    parameters: dict[str, str] | None = described("What it is given")


OrganisationEntry: TypeAlias = Annotated[
    Annotated[Words, Tag("text")] | Annotated[NamedSchema, Tag("mapping")],
    Discriminator(lambda value: "text" if isinstance(value, str) else "mapping"),
]
BlockEntry: TypeAlias = Annotated[
    Annotated[Words, Tag("text")] | Annotated[BlockCallSchema, Tag("mapping")],
    Discriminator(lambda value: "text" if isinstance(value, str) else "mapping"),
]
RecipientsEntry: TypeAlias = Annotated[
    Annotated[Words, Tag("text")]
    | Annotated[list[RecipientEntry], Field(min_length=1), Tag("list")],
    Discriminator(lambda value: "text" if isinstance(value, str) else "list"),
]


class DocumentSchema(Schema):
    """The front matter of a document; a kind adds keys of its own."""

    kind: Words | None = described("What sort of document it is")
    title: Words | None = described("The title")
    layout: Words | None = described("How it looks; the kind's own layout where absent")
    date: Day | None = described("The day of the letter; today where absent")
    place: Words | None = described("Where it is written")
    status: Status | None = described("draft (the default: a mark on every page) or final")
    recipients: RecipientsEntry | None = described("A list under recipients/, or the list itself")
    subject: Words | None = described('The "Re:" line')
    salutation: Words | None = described("How it greets; made from language and office if absent")
    close: Words | None = described("How it ends; likewise")
    signatories: SignaturesEntry | None = described("A roster, or how a roster is printed")
    cc: Annotated[list[RecipientEntry], BeforeValidator(_listed)] | None = described(
        "Who gets a copy: ids of the catalogue, or written out"
    )
    enclosures: Annotated[list[Words], BeforeValidator(_listed)] | None = described(
        "What is enclosed"
    )
    embargo: Words | None = described("Not before: 2026-01-16 09:00 Asia/Jakarta")
    contacts: list[ContactSchema] | None = described("Whom to ask")
    version: Words | None = described("The version of the text")
    updated: UpdatedSchema | None = described("What changed after publication, and when")
    sign_on_by: Day | None = described("The last day to sign; printed on a draft")
    reference: Words | None = described("Your own reference")


# What a translation carries; everything else is said once, in the default language's file.
TRANSLATED = frozenset({"title", "subject", "salutation", "close"})

_FIELD_TYPES: dict[FieldType, Any] = {
    FieldType.TEXT: Words | None,
    FieldType.DATE: Day | None,
    FieldType.ORGANISATION: OrganisationEntry | None,
    FieldType.ORGANISATIONS: Annotated[list[OrganisationEntry], BeforeValidator(_listed)] | None,
    FieldType.BLOCKS: Annotated[list[BlockEntry], BeforeValidator(_listed)] | None,
}


@cache
def document_schema(kind: Kind | None) -> type[DocumentSchema]:
    """The front matter's model for a kind: the common keys and its own."""
    if kind is None or not kind.fields:
        return DocumentSchema
    fields: dict[str, Any] = {
        f.name: (_FIELD_TYPES[f.type], described(f.description)) for f in kind.fields
    }
    return _create_model("DocumentSchema", __base__=DocumentSchema, **fields)


class ApprovedSchema(Schema):
    """Who signed a block off."""

    by: Words = Field(description="Who signed the text off")
    on: Day = Field(description="When")


class BlockSchema(Schema):
    """The front matter of a text block."""

    title: Words | None = described("What the block is called")
    parameters: dict[str, str | None] | None = described(
        "What the block is given: a default, or nothing where it must be given"
    )
    owner: Words | None = described("Who answers for the text")
    approved: ApprovedSchema | None = described("Who signed it off, and when")
    review_by: Day | None = described("When it is to be looked at again")
    source: Words | None = described("What it rests on")


class FieldSchema(Schema):
    """A key that a kind adds to the front matter."""

    type: FieldType = Field(description="What the key holds")
    description: Words = Field(description="The sentence that an editor shows")
    translated: bool = Field(False, description="Whether a translation carries its own")

    ecosoc: Literal["required", "none"] | None = described(
        "Whether the organisation must have consultative status, or must have none"
    )

    def value(self, name: str) -> KindField:
        """The model's value."""
        return KindField(name, self.type, self.description, self.translated, self.ecosoc or "")


class KindSchema(Schema):
    """`templates/layouts/<kind>/kind.yaml`."""

    title: Words = Field(description="What the kind is called")
    description: Words = Field(description="What it is for, in a sentence")
    addressed: bool = Field(description="Whether it has recipients, a salutation and a close")
    numbered: bool = Field(description="Whether its signatories are numbered")
    sections: list[Words] = Field(
        default_factory=list, description="Sections of the wording that its layout uses"
    )
    fields: dict[str, FieldSchema] = Field(
        default_factory=dict, description="Keys that the kind adds to the front matter"
    )


class ClaimsSchema(Schema):
    """`claims:` of a wording table."""

    nouns: list[Words] = Field(description="What organisations are called in the plural")
    said: list[Words] = Field(description="How a text says how many sign it: we, {number} {noun}")


class WordingSchema(Schema):
    """`templates/wording/<language>.yaml`."""

    model_config = ConfigDict(str_strip_whitespace=False)

    language: Words = Field(description="The language's code")
    name: Words = Field(description="Its name in English")
    direction: Literal["ltr", "rtl"] = Field(description="Which way it is written")
    numbering: Words = Field(description="The CSS counter style of page numbers")
    locale: str = Field("", description="The CLDR locale of dates and lists; the language's own")
    date: str = Field("", description="CLDR date pattern; the language's long date if absent")
    date_first: str = Field("", description="The same for the first of a month, where it differs")
    phrases: dict[str, dict[str, str]] = Field(description="The phrases, by section")
    plurals: dict[str, dict[str, str]] = Field(description="Phrases with a number in them")
    ordinals: dict[str, str] = Field(description="1st, 2nd, … by plural category")
    contractions: dict[str, str] = Field(
        {}, description="What a preposition and an article become: à le, au"
    )
    claims: ClaimsSchema | None = described("How a text says how many organisations sign it")
