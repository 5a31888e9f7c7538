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
# A program may have set them, or a person.
_TYPED = str.maketrans({
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u02b9\u00b4`\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
})  # fmt: skip
# From Hebrew on, scripts write words on to one another.
_WRITTEN_ON = "\u0590"


def as_read(words: str) -> str:
    """The words as a reader has them, whatever spaces and unseen characters are between them;
    accents are left out, and signs are those of a keyboard."""
    apart = _UNSEEN.sub("", unicodedata.normalize("NFKD", words))
    return " ".join(apart.translate(_TYPED).split())


@dataclass(frozen=True)
class WithheldName:
    """A row whose signatory cannot be named, and by what it is known: its id, its names, its
    acronyms, and the addresses that lead to it.

    For the checks of `load` alone: no value that leaves it holds any of these words.
    """

    row: Location
    id: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    addresses: tuple[str, ...]

    def stands_in(self, words: str) -> bool:
        """Whether words that are `as_read` give it away."""
        small = words.casefold()
        return any(_stands(word, small) for word in self._small) or any(
            _stands(word, words) for word in self._exact
        )

    @cached_property
    def _small(self) -> tuple[str, ...]:
        return tuple(as_read(word).casefold() for word in (*self.names, *self.addresses))

    @cached_property
    def _exact(self) -> tuple[str, ...]:
        # As it is written: "who" is not WHO.
        return tuple(map(as_read, self.acronyms))


def _stands(word: str, words: str) -> bool:
    # Many names are looked for in very long words: most are nowhere, which is soon found.
    return word in words and re.search(_alone(word), words) is not None


def _alone(word: str) -> str:
    before = r"(?<!\w)" if word[:1] < _WRITTEN_ON else ""
    after = r"(?!\w)" if word[-1:] < _WRITTEN_ON else ""
    return before + re.escape(word) + after
