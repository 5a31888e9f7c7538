"""Addressees of an open letter: one under the other, or together by body or country."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from undersigned.compose.address import inside_address
from undersigned.compose.courtesy import FormsOfAddress
from undersigned.compose.phrases import Phrasebook
from undersigned.model.letter import AddresseeGroup, InsideAddress
from undersigned.model.recipient import Recipient, RecipientKind
from undersigned.model.text import Origin, Text

__all__ = ["compose_addressees"]

# As many as a page shows one under the other without becoming a list of its own.
_FEW = 10

# By what they are under, and by country.
_Groups: TypeAlias = dict[tuple[str, str], list[Recipient]]


def compose_addressees(
    recipients: Sequence[Recipient], book: Phrasebook, forms: FormsOfAddress
) -> tuple[AddresseeGroup, ...]:
    """Everybody whom a letter names, in the order of its list.

    Up to ten stand one under the other. More are grouped by the body they sit in where half of
    them share one, else by country where half of them share one; each is then one line of words.
    """
    if len(recipients) <= _FEW:
        alone = len(recipients) == 1
        lines = tuple(inside_address(r, book, forms, full=alone) for r in recipients)
        return (AddresseeGroup(None, lines),) if lines else ()
    found = []
    for heading in (_body, _country):
        groups: _Groups = {}
        for recipient in recipients:
            # Many a country has a Senate.
            key = (heading(recipient, book), _country(recipient, book))
            groups.setdefault(key, []).append(recipient)
        sharing = sum(len(group) for (name, _), group in groups.items() if name and len(group) > 1)
        found.append((sharing * 2 >= len(recipients), heading, groups))
    # A heading that stands over one name takes more room than it gives sense.
    for unites_half, heading, groups in found:
        if unites_half:
            return _grouped(groups, heading, book, forms)
    return (AddresseeGroup(None, _lines(recipients, book, forms)),)


def _body(recipient: Recipient, _: Phrasebook) -> str:
    """What a person or an office belongs to; an institution is its own body."""
    return str(recipient.institution or recipient.name)


def _country(recipient: Recipient, book: Phrasebook) -> str:
    return book.country(recipient.country) if recipient.country else ""


def _grouped(
    groups: _Groups,
    heading: Callable[[Recipient, Phrasebook], str],
    book: Phrasebook,
    forms: FormsOfAddress,
) -> tuple[AddresseeGroup, ...]:
    """The groups with their headings; those that nothing unites come last, under none."""
    made = []
    loose: list[Recipient] = []
    names = [name for name, _ in groups]
    for (name, country), members in groups.items():
        if not name or (len(members) == 1 and heading is _body):
            loose += members
            continue
        words = [name, country] if names.count(name) > 1 and country else [name]
        title = Text(book.series(words), members[0].location, Origin.RECIPIENT)
        made.append(AddresseeGroup(title, _lines(members, book, forms, under=name)))
    if loose:
        made.append(AddresseeGroup(None, _lines(loose, book, forms)))
    return tuple(made)


def _lines(
    members: Sequence[Recipient], book: Phrasebook, forms: FormsOfAddress, under: str = ""
) -> tuple[InsideAddress, ...]:
    """Each member as one line: the name, and the office or body unless the heading says it.

    A form of address that is repeated two hundred times honours nobody: what stands before a
    name is what the list itself gives.
    """
    plain = FormsOfAddress((), forms.language)
    addresses = [
        inside_address(member, book, plain if member.is_person else forms, full=False)
        for member in members
    ]
    firsts = [address.lines[0].text for address in addresses]
    told_apart = len(set(firsts)) == len(firsts)
    made = []
    for member, address in zip(members, addresses, strict=True):
        words = [line.text for line in address.lines if line.text != under]
        if under and member.is_person and member.record.endswith("/member"):
            # Under its chamber a member's name is enough.
            words = words[:1]
        if under and told_apart and not member.is_person and member.kind is RecipientKind.OFFICE:
            # "Canada: Speaker of the House of Commons" needs no "House of Commons of Canada".
            words = words[:1]
        words = words or [address.lines[0].text]
        line = Text(book.series(words), member.location, Origin.RECIPIENT)
        made.append(InsideAddress(member, (line,)))
    return tuple(made)
