"""The signature block: order, groups and count of the confirmed signatories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from undersigned.compose.collation import collation
from undersigned.compose.phrases import Phrasebook
from undersigned.model.document import SignatureOrder, SignatureStyle
from undersigned.model.letter import SignatureBlock, SignatureGroup
from undersigned.model.roster import Roster, Signatory, SignatoryKind
from undersigned.model.text import Origin, Text

__all__ = ["compose_signatures"]


def compose_signatures(
    roster: Roster, style: SignatureStyle, book: Phrasebook, *, numbered: bool
) -> SignatureBlock | None:
    """The block as it is printed, or None where nobody signs."""
    if not roster.signatories and not roster.withheld:
        return None
    shown = [replace(s, country=book.country(s.country)) for s in roster.signatories]
    ordered = _ordered(shown, style.order)
    groups = []
    first = 1
    for heading, members in _grouped(ordered, style.group_by, book):
        groups.append(SignatureGroup(heading, tuple(members), first))
        first += len(members)
    return SignatureBlock(
        groups=tuple(groups),
        numbered=numbered if style.numbered is None else style.numbered,
        show=frozenset(style.show),
        count=_count(shown, roster.withheld, book),
        withheld=book.counted("withheld", roster.withheld) if roster.withheld else None,
    )


def _ordered(signatories: Sequence[Signatory], order: SignatureOrder) -> list[Signatory]:
    if order is SignatureOrder.LISTED:
        return list(signatories)
    collate = collation(t for s in signatories for t in (_sorted_by(s), s.country))

    def by_name(signatory: Signatory) -> Any:
        return collate(_sorted_by(signatory))

    if order is SignatureOrder.ALPHABETICAL:
        return sorted(signatories, key=by_name)
    return sorted(signatories, key=lambda s: (not s.country, collate(s.country), by_name(s)))


def _sorted_by(signatory: Signatory) -> str:
    return signatory.sort_key or re.sub(r"^The\s+", "", signatory.name.text)


def _grouped(
    signatories: Sequence[Signatory], group_by: str, book: Phrasebook
) -> list[tuple[Text | None, list[Signatory]]]:
    if group_by == "kind":
        return _by_kind(signatories, book)
    if group_by not in ("country", "group"):
        return [(None, list(signatories))] if signatories else []
    members: dict[str, list[Signatory]] = {}
    for signatory in signatories:
        members.setdefault(str(getattr(signatory, group_by)), []).append(signatory)
    names = [name for name in members if name]
    if group_by == "country":
        names.sort(key=collation(names))
    groups: list[tuple[Text | None, list[Signatory]]] = [
        (Text(name, members[name][0].location, Origin.ROSTER), members[name]) for name in names
    ]
    if "" in members:
        rest = book.phrase("letter.other_countries") if group_by == "country" else None
        nameless = (rest if groups else None, members[""])
        groups = [*groups, nameless] if group_by == "country" else [nameless, *groups]
    return groups


def _by_kind(
    signatories: Sequence[Signatory], book: Phrasebook
) -> list[tuple[Text | None, list[Signatory]]]:
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
