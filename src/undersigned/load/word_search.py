"""Word search: things by what people call them, with spelling forgiven.

First words as they are, then beginnings of words, and only where neither leads anywhere what is
spelt nearly so. A search that finds what was typed does not add what merely resembles it.
"""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeVar

__all__ = ["Searched", "by_likeness", "by_words", "folded", "search_words"]

# Letters that Unicode does not take apart into a plain one and a mark, and the letters of
# Arabic that are typed for one another.
_PLAIN = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h",
    "ə": "e", "ة": "ه", "ى": "ي", "ـ": "", "'": "", "’": "", "‘": "", "ʻ": "", "ʼ": "", "`": "",
})  # fmt: skip
_SMALL = frozenset({"of", "the", "and", "a", "an"})
# In three letters a slip of one is another word; beyond, one letter in four may be wrong.
_SHORTEST_FORGIVEN = 4
_NEAR = 0.75
_NEAR_AS_A_WHOLE = 0.82


class Searched(ABC):
    """Something that is searched for, with the words that lead to it."""

    @property
    @abstractmethod
    def names(self) -> tuple[str, ...]:
        """What it is called, folded."""

    @property
    @abstractmethod
    def others(self) -> frozenset[str]:
        """Folded words that lead to it without being in a name of it."""

    @property
    @abstractmethod
    def order(self) -> tuple[int, str]:
        """What goes before what, all else being equal."""

    @cached_property
    def plain_names(self) -> frozenset[str]:
        """Its names without the small words."""
        return frozenset(
            " ".join(word for word in name.split() if word not in _SMALL) for name in self.names
        )

    @cached_property
    def own(self) -> frozenset[str]:
        """The words of its names."""
        return frozenset(word for name in self.names for word in name.split())


_Found = TypeVar("_Found", bound=Searched)


def folded(text: str) -> str:
    """The text without case, accents and punctuation, its words a blank apart."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    letters = (
        " " if unicodedata.category(sign)[0] in "CPSZ" else sign
        for sign in apart
        if not unicodedata.combining(sign)
    )
    return " ".join("".join(letters).split())


def search_words(text: str) -> list[str]:
    """The words to search for: "Parliament of Brazil" means that of the National Congress of
    Brazil too."""
    return [word for word in folded(text).split() if word not in _SMALL]


def by_words(words: Sequence[str], entries: Sequence[_Found]) -> list[_Found]:
    """Those that hold every word; those that hold its beginning where none holds it whole."""
    ranks = {entry: rank for entry in entries if (rank := _rank(words, entry)) is not None}
    best = min(ranks.values(), default=0)
    kept = [entry for entry, rank in ranks.items() if rank < _PREFIX or best == _PREFIX]
    return sorted(kept, key=lambda e: (ranks[e], e.order))


_NAME, _OWN, _OTHER, _PREFIX = range(4)


def _rank(words: Sequence[str], entry: Searched) -> int | None:
    if " ".join(words) in entry.plain_names:
        return _NAME
    if entry.own.issuperset(words):
        return _OWN
    every = entry.own | entry.others
    if every.issuperset(words):
        return _OTHER
    return _PREFIX if all(_begins(word, entry, every) for word in words) else None


def _begins(word: str, entry: Searched, every: frozenset[str]) -> bool:
    if word in every:
        return True
    if any(_runs_on(sign) for sign in word):
        # Chinese, Thai and their like leave no blank between words.
        return any(word in name for name in entry.names)
    return len(word) >= 3 and any(other.startswith(word) for other in every)


def _runs_on(sign: str) -> bool:
    code = ord(sign)
    return 0x0E00 <= code <= 0x109F or 0x1780 <= code <= 0x17FF or 0x2E80 <= code <= 0x9FFF


def by_likeness(words: Sequence[str], entries: Sequence[_Found]) -> list[_Found]:
    """Those that hold something like every word, or have a name like the whole."""
    # Loaded late: most commands never search, and start-up is measured.
    from rapidfuzz.distance import OSA  # noqa: PLC0415
    from rapidfuzz.process import extract  # noqa: PLC0415

    def alike(typed: str, known: Iterable[str], least: float) -> dict[str, float]:
        score = OSA.normalized_similarity
        found = extract(typed, list(known), scorer=score, score_cutoff=least, limit=None)
        return {word: likeness for word, likeness, _ in found}

    vocabulary = {word for entry in entries for word in entry.own | entry.others}
    forgiven = [word for word in vocabulary if len(word) >= _SHORTEST_FORGIVEN]
    near: dict[str, dict[str, float]] = {word: {word: 1.0} for word in words}
    for word in words:
        if len(word) >= _SHORTEST_FORGIVEN:
            near[word] = alike(word, forgiven, _NEAR)
    joined = "".join(words)
    names = {name.replace(" ", "") for entry in entries for name in entry.names}
    known = names | vocabulary
    whole = alike(joined, known, _NEAR_AS_A_WHOLE) if len(joined) > _SHORTEST_FORGIVEN else {}
    scores: dict[_Found, float] = {}
    for entry in entries:
        every = entry.own | entry.others
        likeness = [max((near[word].get(w, 0.0) for w in every), default=0.0) for word in words]
        score = sum(likeness) / len(words) if all(likeness) else 0.0
        together = (*every, *(name.replace(" ", "") for name in entry.names))
        best = max(score, *(whole.get(said, 0.0) for said in together), 0.0)
        if best:
            scores[entry] = best
    return sorted(scores, key=lambda e: (-scores[e], e.order))
