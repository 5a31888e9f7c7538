"""Same person: two recipients of one name who share an inbox, an institution or an address."""

from __future__ import annotations

from undersigned.load.personal_title import split_title
from undersigned.load.search import folded
from undersigned.model.recipient import Recipient

__all__ = ["plain_name", "shared_with"]


def plain_name(recipient: Recipient) -> str:
    """The name without title, case, accents and punctuation; "" where nothing is left."""
    return folded(split_title(recipient.name.text)[1])


def shared_with(one: Recipient, other: Recipient) -> str:
    """What says that two of one name are the same person: "e-mail address", "address" or
    "institution"; "" where nothing does, and of the catalogue's records, which may go by one
    name."""
    if any(recipient.record and not recipient.is_person for recipient in (one, other)):
        return ""
    if not plain_name(one) or plain_name(one) != plain_name(other):
        return ""
    for what, mine, theirs in (
        ("e-mail address", _email(one), _email(other)),
        ("address", _address(one), _address(other)),
        ("institution", _institution(one), _institution(other)),
    ):
        if mine and mine == theirs:
            return what
    return ""


def _email(recipient: Recipient) -> str:
    return (recipient.email or "").strip().casefold()


def _address(recipient: Recipient) -> str:
    address = recipient.address
    if address is None:
        return ""
    lines = (line.text for line in address.lines)
    return folded(" ".join((*lines, address.postal_code, address.city, address.area)))


def _institution(recipient: Recipient) -> str:
    return folded(recipient.institution.text) if recipient.institution else ""
