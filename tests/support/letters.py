"""Composed letters of every kind, language and length, for tests and benchmarks.

The country, the organisations and the words are invented. Each letter holds every kind of
node, and the English ones names that look like markup, which must print as they are.
"""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.support.prose import PROSE, Prose
from undersigned.errors import Location
from undersigned.model.document import Contact
from undersigned.model.letter import (
    AddresseeGroup,
    Edition,
    InsideAddress,
    Letter,
    LetterField,
    Metadata,
    SignatureBlock,
    SignatureGroup,
)
from undersigned.model.node import (
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Footnote,
    FootnoteReference,
    Heading,
    Image,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Strikethrough,
    Strong,
    Table,
    TableCell,
    ThematicBreak,
)
from undersigned.model.recipient import Recipient, RecipientKind
from undersigned.model.roster import Signatory, SignatoryKind
from undersigned.model.text import Origin, Text
from undersigned.model.wording import Wording

__all__ = [
    "HOSTILE",
    "KINDS",
    "LANGUAGES",
    "LAYERS",
    "SETTINGS",
    "load_wording",
    "make_letter",
    "signatory",
    "text",
    "write_picture",
]

REPOSITORY = Path(__file__).parents[2]
# The repository is a workspace, and what the wheel ships: both layers in one.
LAYERS = (REPOSITORY,)
KINDS = ("joint-statement", "letter", "open-letter", "press-release", "un-statement")
LANGUAGES = tuple(PROSE)
# A statement to the United Nations is written in one of its languages alone.
SETTINGS = tuple(
    (kind, language)
    for kind in KINDS
    for language in LANGUAGES
    if kind != "un-statement" or language in {"en", "fr", "es", "ar"}
)
# Names that are markup elsewhere and words here.
HOSTILE = ("<script>alert(1)</script>", "{{ 7*7 }} & Sons", "*bold* _x_ Society")

_SOURCE = "templates/campaigns/velmara/letter.md"


def text(words: str, line: int = 1, column: int = 1, path: str = _SOURCE) -> Text:
    """Words at a place of the letter's source."""
    return Text(words, Location(path, line, column))


def signatory(name: str, line: int = 1, **columns: Any) -> Signatory:
    """An organisation, or a person where `columns` gives a title."""
    kind = SignatoryKind.INDIVIDUAL if columns.get("title") else SignatoryKind.ORGANISATION
    location = Location("signatories/velmara.csv", line)
    return Signatory(Text(name, location, Origin.ROSTER), location, kind=kind, **columns)


@cache
def load_wording(language: str) -> Wording:
    """The wording of a language as its table has it."""
    path = REPOSITORY / "templates" / "wording" / f"{language}.yaml"
    table = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    phrases = {
        f"{section}.{name}": phrase
        for section, names in table["phrases"].items()
        for name, phrase in names.items()
    }
    return Wording(
        language=language,
        name=table["name"],
        direction=table["direction"],
        numbering=table["numbering"],
        phrases=phrases,
        plurals=table.get("plurals", {}),
        ordinals=table.get("ordinals", {}),
        location=Location(f"templates/wording/{language}.yaml"),
    )


def make_letter(
    kind: str,
    language: str = "en",
    signatories: int = 6,
    *,
    draft: bool = False,
    picture: Path | None = None,
    bare: bool = False,
    hostile: bool = True,
) -> Letter:
    """A letter of the kind; `bare` leaves out every optional part, `picture` goes into the text."""
    prose = PROSE[language]
    letter = Letter(
        kind=kind,
        layout=kind,
        campaign="velmara",
        document="letter",
        edition=Edition.OPEN,
        language=language,
        wording=load_wording(language),
        title=text(prose.title, 2, 8),
        body=_body(prose, picture, short=bare),
        metadata=Metadata(
            author=prose.organisations[0],
            subject=prose.subject,
            keywords=("Velmara", prose.place),
            created=dt.datetime(2026, 1, 15, tzinfo=dt.UTC),
            identifier=f"velmara/letter/{kind}/{language}",
        ),
        date=text(prose.date, 3, 7),
        day=dt.date(2026, 1, 15),
        is_draft=draft,
    )
    if bare:
        return letter
    many = kind in {"open-letter", "joint-statement"}
    addressed = kind in {"open-letter", "letter"}
    sender = signatory(
        prose.organisations[0], 2, acronym="CMC" if language == "en" else "", ecosoc="general"
    )
    return replace(
        letter,
        sender=(sender,),
        place=text(prose.place, 4, 8),
        dateline=text(f"{prose.place}, {prose.date}", 4, 8),
        reference=text("CMC/2026/07", 5, 12) if kind != "joint-statement" else None,
        addressee_groups=(AddresseeGroup(None, _addressees(kind, prose)),) if addressed else (),
        subject=text(prose.subject, 6, 10) if addressed else None,
        salutation=text(prose.salutation, 7, 13) if addressed else None,
        close=text(prose.close, 8, 8) if addressed else None,
        signatures=_signatures(kind, prose, signatories, hostile)
        if many or kind == "letter"
        else None,
        notes=_notes(prose),
        cc=_addressees("open-letter", prose)[:1] if addressed else (),
        enclosures=(text(prose.enclosure, 12, 5),) if addressed else (),
        contacts=(
            Contact(
                text(prose.desk, 14, 12), email="press@circle.example", phone="+62 21 555 0147"
            ),
        ),
        embargo=text("16 January 2026, 09:00", 15, 10)
        if kind == "press-release" and draft
        else None,
        fields=_fields(kind, prose),
    )


def _body(prose: Prose, picture: Path | None, *, short: bool) -> tuple[Block, ...]:
    first, second, third, fourth, fifth = prose.paragraphs
    here = Location(_SOURCE, 20, 1)
    if short:
        return (Paragraph((text(first, 20),), here), Paragraph((text(fifth, 22),), here))
    before, _, after = first.partition(prose.stressed)
    opening = (
        (text(before, 20), Strong((text(prose.stressed, 20),)), text(after, 20))
        if after
        else (text(first, 20),)
    )
    image: tuple[Block, ...] = ()
    if picture is not None:
        image = (Paragraph((Image(str(picture), prose.picture, here),), here),)
    return (
        Paragraph((*opening, FootnoteReference("rolls", here, 1, 1)), here),
        Paragraph(
            (
                text(second + " ", 22),
                text("(", 22),
                Link("https://circle.example/reports/3", (text(prose.link, 22),), here),
                text(")", 22),
                FootnoteReference("reasons", here, 2, 1),
            ),
            here,
        ),
        BlockQuote(
            (Paragraph((text(prose.quote, 24),), here),), here, (text(f"— {prose.speaker}", 25),)
        ),
        Paragraph((text(third, 27), FootnoteReference("rolls", here, 1, 2)), here),
        Table(
            tuple(
                TableCell((text(cell, 29),), "right" if i else "")
                for i, cell in enumerate(prose.header)
            ),
            tuple(
                tuple(
                    TableCell((text(cell, 31),), "right" if i else "") for i, cell in enumerate(row)
                )
                for row in prose.rows
            ),
            here,
        ),
        *image,
        Heading(2, (text(prose.heading, 35),), here, "what-we-ask"),
        Paragraph((text(fourth, 37),), here),
        BulletList(
            tuple(ListItem((Paragraph((text(i, 39),), here),), here) for i in prose.items),
            True,
            here,
        ),
        Heading(3, (text(prose.subheading, 43),), here, "before"),
        OrderedList(
            tuple(ListItem((Paragraph((text(i, 45),), here),), here) for i in prose.steps),
            1,
            False,
            here,
        ),
        ThematicBreak(here),
        Paragraph(
            (
                Emphasis((text(prose.stressed, 50),)),
                LineBreak(),
                Code(text("CMC/2026", 51)),
                text(" ", 51),
                Strikethrough((text(prose.place, 51),)),
            ),
            here,
        ),
        CodeBlock(text("A-14  Lower Arden\nA-15  Greywater", 53)),
        Paragraph((text(fifth, 57),), here),
    )


def _notes(prose: Prose) -> tuple[Footnote, ...]:
    here = Location(_SOURCE, 60, 1)
    return (
        Footnote("rolls", (Paragraph((text(prose.note, 60),), here),), here, 1, 2),
        Footnote("reasons", (Paragraph((text(prose.second_note, 61),), here),), here, 2, 1),
    )


def _addressees(kind: str, prose: Prose) -> tuple[InsideAddress, ...]:
    names = prose.addressees if kind == "open-letter" else prose.addressees[:1]
    street = (
        text("1 Assembly Square", 5, path="recipients/list.yaml"),
        text("10000 Capital", 5, path="recipients/list.yaml"),
    )
    found = []
    for number, name in enumerate(names, start=3):
        line = text(name, number, path="recipients/list.yaml")
        recipient = Recipient(f"r{number}", RecipientKind.PARLIAMENT, "", line, line.location)
        found.append(InsideAddress(recipient, (line, *(street if kind == "letter" else ()))))
    return tuple(found)


def _signatures(kind: str, prose: Prose, number: int, hostile: bool) -> SignatureBlock:
    if kind == "letter" or number == 1:
        names = prose.people
        found = [
            signatory(
                names[i % len(names)], i + 2, title=prose.desk, affiliation=prose.organisations[0]
            )
            for i in range(number)
        ]
    else:
        first, *others = prose.organisations
        pool = (first, *(HOSTILE if hostile and prose is PROSE["en"] else ()), *others)
        found = []
        for i in range(number):
            name = pool[i % len(pool)]
            again = i // len(pool)
            found.append(signatory(f"{name} {again + 1}" if again else name, i + 2))
    return SignatureBlock(
        groups=(SignatureGroup(None, tuple(found)),),
        numbered=kind == "joint-statement",
        show=frozenset({"acronym", "title", "affiliation"}),
        count=text(f"{number} organisations") if number > 1 and prose is PROSE["en"] else None,
        withheld=None,
    )


def _fields(kind: str, prose: Prose) -> dict[str, LetterField]:
    here = Location("templates/blocks/about.md", 9, 1)
    if kind == "press-release":
        about = Paragraph((text(prose.paragraphs[4], 9, path=here.path),), here)
        return {"dateline": text(f"{prose.place}, {prose.date}", 4, 8), "boilerplate": (about,)}
    if kind != "un-statement":
        return {}
    organisations = [signatory(name, i) for i, name in enumerate(prose.organisations, start=2)]
    return {
        "symbol": text("A/HRC/61/NGO/107"),
        "session": text("Sixty-first session"),
        "session_dates": text("23 February–2 April 2026"),
        "agenda_item": text("4"),
        "agenda_title": text("Human rights situations that require the Council’s attention"),
        "submitted_by": replace(organisations[0], ecosoc="general"),
        "received": text("30 January 2026"),
        "distributed": text("13 February 2026"),
        "cosponsors": (
            replace(organisations[1], ecosoc="special"),
            replace(organisations[2], ecosoc="special"),
            replace(organisations[3], ecosoc="roster"),
        ),
        "supported_by": tuple(organisations[4:6]),
    }


def write_picture(path: Path, width: int = 48, height: int = 24) -> Path:
    """A small PNG file: a landscape of two colours."""
    rows = b"".join(
        b"\0" + (b"\x4a\x6f\xa5" if y < height * 2 // 3 else b"\xd9\xc9\x9a") * width
        for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )
    return path
