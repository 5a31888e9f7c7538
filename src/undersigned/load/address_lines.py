"""Postal addresses as lines: split where the town certainly begins, and left whole elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["address_lines"]

# The District of Columbia has one town.
_WASHINGTON = re.compile(
    r"(?P<street>.+?),? +(?P<town>Washington,? +(?:DC|D\.C\.),? +\d{5}(?:-\d{4})?)", re.IGNORECASE
)
# Street, Town, ST 12345
_UNITED_STATES = re.compile(r"(?P<street>.+?), *(?P<town>[^,\d]+,? +[A-Z]{2},? +\d{5}(?:-\d{4})?)")
# Street 1, 10115 Town
_POSTCODE_FIRST = re.compile(
    r"(?P<street>.+?), *(?P<town>(?:[A-Z]{1,2}-)?\d{4,5} +[^,\d]+(?:, *[^,\d]+)?)"
)
_FORMS = (_WASHINGTON, _UNITED_STATES, _POSTCODE_FIRST)
_TOWN_FIRST = frozenset({"US", "CA", "AU"})


def address_lines(cells: Mapping[str, str], country: str) -> list[str]:
    """The lines of an address, from one cell or from several: street, postcode, town, state."""
    parts = [cells.get(name, "") for name in ("address", "street", "street2")]
    lines = [line for part in parts for line in re.split(r"[|\n]", part)]
    lines = [" ".join(line.split()).rstrip(",") for line in lines if line.strip()]
    town = _town_lines(cells, country) if lines or cells.get("town") else []
    if not town and len(lines) == 1:
        return _split(lines[0])
    return lines + town


def _town_lines(cells: Mapping[str, str], country: str) -> list[str]:
    postcode, town, state = (cells.get(name, "") for name in ("postcode", "town", "state"))
    if not town:
        return [postcode] if postcode else []
    if country in _TOWN_FIRST:
        place = " ".join(filter(None, (state, postcode)))
        return [f"{town}, {place}" if place else town]
    if country in ("GB", "IE", "NZ", "IN"):
        return [town, postcode] if postcode else [town]
    return [" ".join(filter(None, (postcode, town)))]


def _split(line: str) -> list[str]:
    for form in _FORMS:
        match = form.fullmatch(line)
        if match:
            return [match["street"], match["town"]]
    return [line]
