"""The signature block: what is printed of each name, and how many names go to a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from undersigned.model.direction import direction_of, has_marks, isolated
from undersigned.model.letter import Letter, SignatureBlock, SignatureGroup
from undersigned.model.roster import Signatory, SignatoryKind
from undersigned.model.signature_limits import MOST_LOGOS, THRONG
from undersigned.model.text import Text
from undersigned.render.columns import choose_columns, is_run_in, is_tall
from undersigned.render.logos import Logo, logo_of, side_in_one_row
from undersigned.render.measure import text_width
from undersigned.render.nodes import safe_href
from undersigned.render.phrases import get_phrase, phrase

__all__ = ["Entry", "EntryGroup", "Signatures", "lay_out_signatures", "name_of", "text_direction"]

# What a number takes of the width of a name.
_NUMBER = 4
# What details take of the width of the name's letters, and what parts a country from them.
_SOFT = 0.9
_BETWEEN = 3
# So many people may each want room to sign.
_HANDS = 3


@dataclass(frozen=True)
class Entry:
    """One name as printed. What a language puts about it for its acronym stands `before` and
    `after`; `details` are what a person is, `country` where the signatory is at home. In a throng
    all that follows the name is `behind` it, in one.

    `is_one_with_acronym` is said of a name that runs against the letter's words together with its
    acronym, `is_set_apart` of a name that would turn the words around it, `is_wide` of the one
    among many that a column would break into a tower.
    """

    name: str
    before: str = ""
    after: str = ""
    details: str = ""
    country: str = ""
    behind: str = ""
    is_one_with_acronym: bool = False
    url: str = ""
    signature: Logo | None = None
    is_set_apart: bool = False
    is_wide: bool = False

    @property
    def href(self) -> str:
        """Where the address leads; nowhere, if it would do more than lead."""
        if not self.url or not safe_href(self.url):
            return ""
        return self.url if "://" in self.url else f"https://{self.url}"


@dataclass(frozen=True)
class EntryGroup:
    """Names under one heading, or under none; `first` is the number of the first. A tall group may
    be parted at the foot of a page."""

    heading: Text | None
    entries: tuple[Entry, ...]
    first: int
    is_tall: bool = False


@dataclass(frozen=True)
class Signatures:
    """The block as the templates read it.

    `columns` is how many names go to a row, `digits` how long the last number is; a throng is
    set in the finest size. Headings that are run in stand before their names, others above.
    `by_hand` says that room is kept for signatures. `logos` are set together, under the names;
    `logo_side` is their size in millimetres where it is not the usual one.
    """

    groups: tuple[EntryGroup, ...]
    numbered: bool
    columns: int
    total: int
    digits: int
    is_throng: bool
    is_run_in: bool
    by_hand: bool
    logos: tuple[Logo, ...]
    logo_side: float | None
    count: Text | None
    withheld: Text | None
    note: Text | None


def lay_out_signatures(letter: Letter) -> Signatures | None:
    """The letter's signature block, or None where it has none."""
    block = letter.signatures
    if block is None or not (block.signatories or block.withheld or block.count):
        return None
    signatories = block.signatories
    is_throng = len(signatories) > THRONG
    # One name needs no number.
    numbered = block.numbered and len(signatories) > 1
    groups = [
        EntryGroup(
            group.heading,
            tuple(
                _entry(signatory, group, letter, show=block.show, is_throng=is_throng)
                for signatory in group.signatories
            ),
            group.first,
        )
        for group in block.groups
    ]
    number = _NUMBER if numbered else 0
    widths = [[_width(entry) + number for entry in group.entries] for group in groups]
    run_in = is_run_in(widths, [text_width(str(g.heading)) for g in groups if g.heading])
    columns, wide = choose_columns(widths, run_in=run_in)
    last = max((group.first + len(group.entries) - 1 for group in groups), default=0)
    logos = _logos(block, letter)
    return Signatures(
        groups=tuple(_measured(group, columns, wide - number) for group in groups),
        numbered=numbered,
        columns=columns,
        total=len(signatories),
        digits=len(str(last)),
        is_throng=is_throng,
        is_run_in=run_in,
        by_hand=_is_signed_by_hand(signatories),
        logos=logos,
        logo_side=side_in_one_row(logos),
        count=block.count,
        withheld=block.withheld,
        note=block.note,
    )


def _measured(group: EntryGroup, columns: int, wide: float) -> EntryGroup:
    """The group, where entries wider than `wide` letters are said to be so."""
    entries = tuple(replace(e, is_wide=True) if _width(e) > wide else e for e in group.entries)
    tall = is_tall(len(entries), columns) or any(entry.is_wide for entry in entries)
    return replace(group, entries=entries, is_tall=tall)


def name_of(signatory: Signatory, letter: Letter) -> str:
    """The name as words, with the acronym unless the name ends with it already."""
    before, after = _about(signatory, letter)
    name = str(signatory.name)
    if (before or after) and not _runs_with_its_acronym(signatory, letter):
        name = isolated(name, letter.wording.direction)
    return f"{before}{name}{after}"


def _about(signatory: Signatory, letter: Letter) -> tuple[str, str]:
    """What the acronym puts before the name and after it, in the letter's language."""
    name, short = str(signatory.name), signatory.acronym
    if not short or name == short or name.rstrip().endswith((f"({short})", f"（{short}）")):
        return "", ""
    said = get_phrase(letter.wording, "letter.acronym")
    before, _, after = said.partition("{name}")
    if not _runs_with_its_acronym(signatory, letter):
        short = isolated(short, letter.wording.direction)
    return before.replace("{acronym}", short), after.replace("{acronym}", short)


def _runs_with_its_acronym(signatory: Signatory, letter: Letter) -> bool:
    """Whether name and acronym run against the letter's words together, as one."""
    name, short = str(signatory.name), signatory.acronym
    against = text_direction(name, letter)
    return bool(against) and direction_of(short) == against and not has_marks(name + short)


def text_direction(text: str, letter: Letter) -> str:
    """`ltr` or `rtl` where the first letter runs against the letter's direction, else nothing.

    Said of each name: without it a closing bracket jumps to the other end.
    """
    direction = direction_of(text)
    return "" if direction == letter.wording.direction else direction


def _entry(
    signatory: Signatory,
    group: SignatureGroup,
    letter: Letter,
    *,
    show: frozenset[str],
    is_throng: bool,
) -> Entry:
    direction, name = letter.wording.direction, str(signatory.name)
    before, after = _about(signatory, letter) if "acronym" in show else ("", "")
    title = signatory.title if "title" in show else ""
    affiliation = signatory.affiliation if "affiliation" in show else ""
    role = title or affiliation
    if title and affiliation:
        parts = {
            "title": isolated(title, direction),
            "affiliation": isolated(affiliation, direction),
        }
        role = phrase(letter, "letter.role", **parts)
    country = signatory.country if "country" in show else ""
    # Under the country's own heading it would say the same again at each name.
    if group.heading is not None and str(group.heading) == country:
        country = ""
    country = isolated(country, direction)
    as_one = bool(before or after) and _runs_with_its_acronym(signatory, letter)
    behind = ""
    if is_throng:
        if as_one:
            name, before, after = f"{before}{name}{after}", "", ""
        between = get_phrase(letter.wording, "letter.series").partition("{first}")[2]
        between = between.partition("{second}")[0]
        more = (between + words for words in (isolated(role, direction), country) if words)
        behind = "".join((after, *more))
    return Entry(
        name=name,
        before=before,
        after=after,
        details=role,
        country=country,
        behind=behind,
        is_one_with_acronym=as_one,
        is_set_apart=isolated(name, direction) != name,
        url=signatory.url if "url" in show else "",
        signature=_signature(signatory, direction),
    )


def _signature(signatory: Signatory, direction: str) -> Logo | None:
    if not signatory.signature:
        return None
    name = isolated(str(signatory.name), direction)
    return logo_of(Path(signatory.signature), signatory.location, name)


def _logos(block: SignatureBlock, letter: Letter) -> tuple[Logo, ...]:
    """The logos in the order of the names; none of a crowd."""
    signatories = block.signatories
    if "logo" not in block.show or len(signatories) > MOST_LOGOS:
        return ()
    direction = letter.wording.direction
    return tuple(
        logo_of(Path(s.logo), s.location, isolated(str(s.name), direction))
        for s in signatories
        if s.logo
    )


def _is_signed_by_hand(signatories: tuple[Signatory, ...]) -> bool:
    """Whether there is to be room for a signature: above a single name, and of a few people."""
    if len(signatories) == 1:
        return True
    return 0 < len(signatories) <= _HANDS and all(
        s.kind is SignatoryKind.INDIVIDUAL for s in signatories
    )


def _width(entry: Entry) -> float:
    """How wide the entry would be on one line, and its details on the next."""
    name = text_width(entry.before) + text_width(entry.name)
    url = text_width(entry.url)
    if entry.behind:
        return max(name + text_width(entry.behind), url)
    name += text_width(entry.after)
    country = text_width(entry.country) * _SOFT + _BETWEEN if entry.country else 0
    if not entry.details:
        return max(name + country, url)
    return max(name, text_width(entry.details) * _SOFT + country, url)
