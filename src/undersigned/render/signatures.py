"""The signature block: what is printed of each name, and how many names go to a row."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from undersigned.model.letter import Letter, SignatureBlock
from undersigned.model.roster import Signatory
from undersigned.model.text import Text
from undersigned.render.measure import text_width
from undersigned.render.nodes import safe_href
from undersigned.render.phrases import phrase
from undersigned.render.pictures import data_url

__all__ = ["Entry", "EntryGroup", "Signatures", "lay_out_signatures", "name_of", "text_direction"]

# How many characters of the smaller size one line of the type area holds, with a margin for
# wide letters, and how many of the finest, in which a throng is set; a column loses what stands
# between it and the next, and the number.
_LINE = 96
_LINE_OF_THRONG = 107
_THRONG = 100
_GUTTER = 3
_NUMBER = 4
# Below this many names a list one name to a row reads as a list of persons who signed.
_FEW = 8
# What share of the names may need a second line: none in a list that one takes in at a look, more
# where the list is long, is searched rather than read, and would otherwise fill many pages.
_WRAPPED_AT_MOST = ((20, 0.0), (60, 0.1), (200, 0.2))
_WRAPPED_IN_LONG_LISTS = 0.3


@dataclass(frozen=True)
class Entry:
    """One name as printed: with its details, title, affiliation and country, below it."""

    name: str
    details: str = ""
    url: str = ""
    logo: str = ""
    signature: str = ""
    picture_name: str = ""

    @property
    def href(self) -> str:
        """Where the address leads; nowhere, if it would do more than lead."""
        if not self.url or not safe_href(self.url):
            return ""
        return self.url if "://" in self.url else f"https://{self.url}"


@dataclass(frozen=True)
class EntryGroup:
    """Names under one heading, or under none; `first` is the number of the first."""

    heading: Text | None
    entries: tuple[Entry, ...]
    first: int


@dataclass(frozen=True)
class Signatures:
    """The block as the templates read it.

    `columns` is how many names go to a row, `digits` how long the last number is; a throng is
    set in the finest size.
    """

    groups: tuple[EntryGroup, ...]
    numbered: bool
    columns: int
    total: int
    digits: int
    has_logos: bool
    is_throng: bool
    count: Text | None
    withheld: Text | None


def lay_out_signatures(letter: Letter) -> Signatures | None:
    """The letter's signature block, or None where it has none."""
    block = letter.signatures
    if block is None or not (block.signatories or block.withheld or block.count):
        return None
    groups = tuple(
        EntryGroup(
            group.heading, tuple(_entry(s, block, letter) for s in group.signatories), group.first
        )
        for group in block.groups
    )
    entries = [entry for group in groups for entry in group.entries]
    last = max((group.first + len(group.entries) - 1 for group in groups), default=0)
    return Signatures(
        groups=groups,
        numbered=block.numbered,
        columns=_columns(entries, numbered=block.numbered),
        total=len(entries),
        digits=len(str(last)),
        has_logos=any(entry.logo for entry in entries),
        is_throng=len(entries) > _THRONG,
        count=block.count,
        withheld=block.withheld,
    )


def name_of(signatory: Signatory, letter: Letter, *, acronym: bool = True) -> str:
    """The name, with the acronym unless the name ends with it already."""
    name = str(signatory.name)
    short = signatory.acronym
    if (
        not (acronym and short)
        or name == short
        or name.rstrip().endswith((f"({short})", f"（{short}）"))
    ):
        return name
    if text_direction(name, letter) != text_direction(short, letter):
        # Set apart, or the acronym would jump to the other end of the name.
        name = f"\u2068{name}\u2069"
    return phrase(letter, "letter.acronym", name=name, acronym=short)


def text_direction(text: str, letter: Letter) -> str:
    """`ltr` or `rtl` where the first letter runs against the letter's direction, else nothing.

    Said of each name: without it a closing bracket jumps to the other end.
    """
    for character in re.sub("\u2068[^\u2069]*\u2069", "", text):
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            direction = "ltr" if kind == "L" else "rtl"
            return "" if direction == letter.wording.direction else direction
    return ""


def _entry(signatory: Signatory, block: SignatureBlock, letter: Letter) -> Entry:
    show = block.show
    name = name_of(signatory, letter, acronym="acronym" in show)
    title = signatory.title if "title" in show else ""
    affiliation = signatory.affiliation if "affiliation" in show else ""
    role = (
        phrase(letter, "letter.role", title=title, affiliation=affiliation)
        if title and affiliation
        else title or affiliation
    )
    country = signatory.country if "country" in show else ""
    logo = signatory.logo if "logo" in show else ""
    return Entry(
        name=name,
        details=" · ".join(filter(None, (role, country))),
        url=signatory.url if "url" in show else "",
        logo=data_url(Path(logo), signatory.location) if logo else "",
        signature=(
            data_url(Path(signatory.signature), signatory.location) if signatory.signature else ""
        ),
        picture_name=str(signatory.name),
    )


def _columns(entries: list[Entry], *, numbered: bool) -> int:
    """Three to a row, or two, where nearly all names then keep to one line, and none needs four."""
    if len(entries) <= _FEW:
        return 1
    widths = sorted(
        max(text_width(entry.name), text_width(entry.details), text_width(entry.url))
        + (_NUMBER if numbered else 0)
        for entry in entries
    )
    wrapped = next(
        (share for most, share in _WRAPPED_AT_MOST if len(widths) <= most), _WRAPPED_IN_LONG_LISTS
    )
    nearly_all = widths[int((len(widths) - 1) * (1 - wrapped))]
    line = _LINE_OF_THRONG if len(entries) > _THRONG else _LINE
    for columns in (3, 2):
        room = line // columns - _GUTTER
        if nearly_all <= room and widths[-1] <= 3 * room:
            return columns
    return 1
