"""WithheldName: by what a signatory who cannot be named would be recognised."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from undersigned.errors import Location

__all__ = ["WithheldName", "as_read"]

# Accents, zero-width characters and soft hyphens do not keep a reader from reading a name.
_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]")
# From Hebrew on, scripts write words on to one another.
_WRITTEN_ON = "\u0590"


def as_read(words: str) -> str:
    """The words as a reader has them, whatever spaces and unseen characters are between them;
    accents are left out."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKD", words)).split())


@dataclass(frozen=True)
class WithheldName:
    """A row whose signatory cannot be named, and by what it is known: its id, its names, its
    acronym, and the addresses that lead to it.

    For the checks of `load` alone: no value that leaves it holds any of these words.
    """

    row: Location
    id: str
    names: tuple[str, ...]
    acronym: str
    addresses: tuple[str, ...]

    def stands_in(self, words: str) -> bool:
        """Whether words that are `as_read` give it away."""
        return any(pattern.search(words) for pattern in self._patterns)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        words = (*self.names, *self.addresses)
        found = [re.compile(_alone(as_read(word)), re.IGNORECASE) for word in words]
        if self.acronym:
            # As it is written: "who" is not WHO.
            found.append(re.compile(_alone(as_read(self.acronym))))
        return tuple(found)


def _alone(word: str) -> str:
    before = r"(?<!\w)" if word[:1] < _WRITTEN_ON else ""
    after = r"(?!\w)" if word[-1:] < _WRITTEN_ON else ""
    return before + re.escape(word) + after
