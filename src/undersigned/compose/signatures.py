"""The signature block: order, groups and count of the confirmed signatories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from undersigned.compose.collation import collation, has_tailoring, is_tailored
from undersigned.compose.phrases import Phrasebook
from undersigned.errors import Finding, Level
from undersigned.model.continent import continent_of
from undersigned.model.document import SignatureOrder, SignatureStyle
from undersigned.model.dossier import Dossier
from undersigned.model.letter import SignatureBlock, SignatureGroup
from undersigned.model.organisation_name import sorting_name
from undersigned.model.roster import Roster, Signatory, SignatoryKind
from undersigned.model.text import Origin, Text

__all__ = ["compose_signatures", "remark_on_order"]


def remark_on_order(dossiers: Sequence[Dossier]) -> tuple[Finding, ...]:
    """One note, whatever the number of documents, where names are sorted in a language whose own
    order this machine does not know. Nothing is said of a language without one, such as English,
    which the table of the algorithm sorts alike."""
    concerned = [d for d in dossiers if _is_sorted(d) and is_tailored(d.wording.language)]
    if not concerned or has_tailoring():
        return ()
    languages = dict.fromkeys(dossier.wording.name for dossier in concerned)
    said = f"the names are not in the alphabetical order of {', '.join(languages)}"
    why = "PyICU is not installed, and the order of the Unicode table stands in for each language's"
    hint = f'{why}: run "make icu" in a checkout, or pip install "undersigned[icu]"'
    place = concerned[0].document.location
    return (Finding(place, "collation", said, hint, Level.NOTE),)


def _is_sorted(dossier: Dossier) -> bool:
    style, roster = dossier.document.signatures, dossier.roster
    if style is None or roster is None or len(roster.signatories) < 2:
        return False
    return style.order is not SignatureOrder.LISTED or style.group_by in ("country", "region")


def compose_signatures(
    roster: Roster, style: SignatureStyle, book: Phrasebook, *, numbered: bool
) -> SignatureBlock | None:
    """The block as it is printed, or None where nobody signs."""
    if not roster.signatories and not roster.withheld:
        return None
    ordered = _ordered(roster.signatories, style.order, book)
    groups = []
    first = 1
    for heading, members in _grouped(ordered, style.group_by, book):
        shown = tuple(replace(s, country=book.country(s.country)) for s in members)
        groups.append(SignatureGroup(heading, shown, first))
        first += len(shown)
    return SignatureBlock(
        groups=tuple(groups),
        numbered=numbered if style.numbered is None else style.numbered,
        show=frozenset(style.show),
        count=_count(roster.signatories, roster.withheld, book),
        withheld=_withheld(roster, book),
        note=_note(roster.signatories, style, book),
    )


def _ordered(
    signatories: Sequence[Signatory], order: SignatureOrder, book: Phrasebook
) -> list[Signatory]:
    """In the order wanted; whose sort key and name are alike stay in that of the file."""
    if order is SignatureOrder.LISTED:
        return list(signatories)
    names = {s: _sorted_by(s, book.wording.language) for s in signatories}
    countries = {s: book.country(s.country) for s in signatories}
    collate = collation((*names.values(), *countries.values()), book.wording.language)
    if order is SignatureOrder.ALPHABETICAL:
        return sorted(signatories, key=lambda s: collate(names[s]))

    def by_country(signatory: Signatory) -> tuple[bool, Any, Any]:
        country = countries[signatory]
        return not country, collate(country), collate(names[signatory])

    return sorted(signatories, key=by_country)


def _sorted_by(signatory: Signatory, language: str) -> str:
    """A person's surname is where the roster's `sort_key` has it, and is never guessed; the "La"
    of a person's name is no article."""
    if signatory.sort_key or signatory.kind is SignatoryKind.INDIVIDUAL:
        return signatory.sort_key or signatory.name.text
    return sorting_name(signatory.name.text, language)


_Groups = list[tuple[Text | None, list[Signatory]]]


def _grouped(signatories: Sequence[Signatory], group_by: str, book: Phrasebook) -> _Groups:
    match group_by:
        case "kind":
            return _by_kind(signatories, book)
        case "country":
            return _by_place(signatories, lambda s: book.country(s.country), book)
        case "region":
            return _by_place(signatories, lambda s: _region(s, book), book)
        case "group":
            return _by_group(signatories)
        case _:
            return [(None, list(signatories))] if signatories else []


def _by_group(signatories: Sequence[Signatory]) -> _Groups:
    members = _members(signatories, lambda s: s.group)
    nameless = members.pop("", None)
    groups: _Groups = [(None, nameless)] if nameless else []
    return [*groups, *((_heading(name, found), found) for name, found in members.items())]


def _by_place(
    signatories: Sequence[Signatory], place: Callable[[Signatory], str], book: Phrasebook
) -> _Groups:
    """Under the names of places in their alphabetical order; those in none of them come last."""
    members = _members(signatories, place)
    nameless = members.pop("", None)
    elsewhere = members.pop(_ELSEWHERE, None)
    names = sorted(members, key=collation(members, book.wording.language))
    groups: _Groups = [(_heading(name, members[name]), members[name]) for name in names]
    if elsewhere:
        groups.append((book.phrase("letter.other_regions") if groups else None, elsewhere))
    if nameless:
        groups.append((book.phrase("letter.other_countries") if groups else None, nameless))
    return groups


_ELSEWHERE = "?"


def _region(signatory: Signatory, book: Phrasebook) -> str:
    if not signatory.country:
        return ""
    return book.region(continent_of(signatory.country)) or _ELSEWHERE


def _members(
    signatories: Sequence[Signatory], name: Callable[[Signatory], str]
) -> dict[str, list[Signatory]]:
    members: dict[str, list[Signatory]] = {}
    for signatory in signatories:
        members.setdefault(name(signatory), []).append(signatory)
    return members


def _heading(name: str, members: Sequence[Signatory]) -> Text:
    return Text(name, members[0].location, Origin.ROSTER)


def _by_kind(signatories: Sequence[Signatory], book: Phrasebook) -> _Groups:
    kinds = (
        (SignatoryKind.ORGANISATION, "letter.organisations"),
        (SignatoryKind.INDIVIDUAL, "letter.individuals"),
    )
    found = [(key, [s for s in signatories if s.kind is kind]) for kind, key in kinds]
    present = [(key, members) for key, members in found if members]
    return [(book.phrase(key) if len(present) > 1 else None, members) for key, members in present]


def _count(signatories: Sequence[Signatory], withheld: int, book: Phrasebook) -> Text | None:
    """How many signed; nothing for a single name, which a reader can count."""
    if len(signatories) + withheld < 2 or not signatories:
        return None
    parts = []
    for key, kind in (
        ("organisations", SignatoryKind.ORGANISATION), ("individuals", SignatoryKind.INDIVIDUAL),
    ):  # fmt: skip
        number = sum(1 for s in signatories if s.kind is kind)
        if number:
            parts.append(book.counted(key, number).text)
    # The withheld follow with an "and" of their own.
    words = book.series(parts) if withheld else book.listed(parts)
    return Text(words, signatories[0].location, Origin.WORDING)


def _withheld(roster: Roster, book: Phrasebook) -> Text | None:
    """How many cannot be named: after the others, or alone where nobody else signs."""
    if not roster.withheld:
        return None
    return book.counted("withheld" if roster.signatories else "withheld_alone", roster.withheld)


def _note(signatories: Sequence[Signatory], style: SignatureStyle, book: Phrasebook) -> Text | None:
    """That nobody signs for the institution where they work, once, where one is printed."""
    persons = (s for s in signatories if s.kind is SignatoryKind.INDIVIDUAL)
    if "affiliation" in style.show and any(person.affiliation for person in persons):
        return book.phrase("letter.affiliation_note")
    return None
