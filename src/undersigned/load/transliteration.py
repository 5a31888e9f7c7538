"""Transliteration: what a name sounds like in Latin letters, roughly."""

from __future__ import annotations

import re

from undersigned.model.organisation_name import folded

__all__ = ["skeleton"]

# What the tables of romanisation disagree about.
_ALIKE = (
    ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("dh", "d"), ("ts", "s"), ("tz", "s"), ("zh", "s"), ("x", "s"), ("z", "s"), ("c", "k"),
    ("q", "k"), ("w", "v"), ("j", ""), ("y", ""), ("h", ""),
)  # fmt: skip
_SHORTEST = 5


def skeleton(name: str) -> str:
    """The name's consonants in Latin letters; "" where they are too few to tell anything."""
    from anyascii import anyascii  # noqa: PLC0415 - only where duplicates are looked for

    plain = folded(name)
    if not plain.isascii():
        plain = folded(anyascii(plain))
    for written, sound in _ALIKE:
        plain = plain.replace(written, sound)
    sounds = re.sub(r"[^bdfgklmnprstv]", "", plain)
    found = re.sub(r"(.)\1+", r"\1", sounds)
    return found if len(found) >= _SHORTEST else ""
