"""Wording: the words that a letter needs and its author does not write, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from undersigned.errors import Location

__all__ = ["Claims", "Wording"]


@dataclass(frozen=True)
class Claims:
    """How a text says how many organisations sign it: patterns with the gaps `{number}` and
    `{noun}`, and the nouns."""

    nouns: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wording:
    """One table of `templates/wording/`.

    `phrases` maps a dotted name ("letter.to", "un-statement.distribution") to a phrase with
    named gaps such as `{date}`. `plurals` maps a name to the phrase by CLDR plural category
    (zero, one, two, few, many, other), `ordinals` the same for "1st, 2nd, …".
    `contractions` maps a preposition and the article after it ("à le") to what they become ("au").
    `locale` is the CLDR locale of dates and lists, the language's own where empty.
    `date_pattern` is a CLDR date pattern; CLDR's long date where empty;
    `date_first` is the one for the first day of a month.
    """

    language: str
    name: str
    direction: str
    numbering: str
    phrases: Mapping[str, str]
    plurals: Mapping[str, Mapping[str, str]]
    ordinals: Mapping[str, str]
    location: Location
    locale: str = ""
    date_pattern: str = ""
    date_first: str = ""
    contractions: Mapping[str, str] = field(default_factory=dict)
    claims: Claims = Claims()
