"""Search: records by what people call them, in any of their languages, with spelling forgiven.

First the exact id and the country's codes, then words as they are, then beginnings of words, and
only where none of these leads anywhere what is spelt nearly so. A search that finds what was
typed does not add what merely resembles it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from babel import Locale, UnknownLocaleError

from undersigned.load.country import countries_by_code, country_names
from undersigned.model.recipient import Recipient, RecipientKind

__all__ = ["find_records", "folded"]

_KINDS = tuple(RecipientKind)
# Letters that Unicode does not take apart into a plain one and a mark, and the letters of
# Arabic that are typed for one another.
_PLAIN = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h",
    "ə": "e", "ة": "ه", "ى": "ي", "ـ": "", "'": "", "’": "", "‘": "", "ʻ": "", "ʼ": "", "`": "",
})  # fmt: skip
_SMALL = frozenset({"of", "the", "and", "a", "an"})
# What people write for the names of these organisations and of what belongs to them.
_ORGANISATIONS = {
    ("un", "united", "nations"): ("united nations",),
    ("eu", "european", "union"): (
        "european union", "european parliament", "european commission", "european council",
        "european external action service", "european ombudsman",
    ),
}  # fmt: skip
# In three letters a slip of one is another word; beyond, one letter in four may be wrong.
_SHORTEST_FORGIVEN = 4
_NEAR = 0.75
_NEAR_AS_A_WHOLE = 0.82


def find_records(text: str, records: Iterable[Recipient]) -> list[Recipient]:
    """The records that the text means, the best first; none where nothing is near."""
    everybody = list(records)
    found = _by_code(text, everybody)
    words = folded(text).split()
    # "Parliament of Brazil" means that of the National Congress of Brazil too.
    words = [word for word in words if word not in _SMALL]
    if found or not words:
        return found
    entries = [_Entry(record) for record in everybody]
    # Babel reads a hundred languages for the names of countries in them: only if need be.
    for native in (False, True):
        if native:
            entries = [_Entry(entry.record, native=True) for entry in entries]
        ranked = _by_words(words, entries)
        if ranked:
            return ranked
    return _by_likeness(words, entries)


def folded(text: str) -> str:
    """The text without case, accents and punctuation, its words a blank apart."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    letters = (
        " " if unicodedata.category(sign)[0] in "CPSZ" else sign
        for sign in apart
        if not unicodedata.combining(sign)
    )
    return " ".join("".join(letters).split())


@dataclass(frozen=True)
class _Entry:
    """A record with the words that lead to it; `native`: its country's name as it says itself."""

    record: Recipient
    native: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What it is called, folded."""
        record = self.record
        said = [record.name.text, record.in_text.text if record.in_text else ""]
        said += [name for local in record.local_names for name in (local.name, local.in_text)]
        return tuple(dict.fromkeys(filter(None, map(folded, said))))

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

    @cached_property
    def others(self) -> frozenset[str]:
        """The words of its id, its country and the institution it belongs to."""
        record = self.record
        said = [record.kind, record.id, *record.aliases, record.country or "", *self._countries()]
        said += [record.institution.text if record.institution else ""]
        said += [local.institution for local in record.local_names]
        said += self._organisations()
        return frozenset(word for name in said for word in folded(name).split()) - self.own

    @property
    def order(self) -> tuple[int, str]:
        """What goes before what, all else being equal: the whole before its parts."""
        return _KINDS.index(self.record.kind), self.record.id

    def _organisations(self) -> Iterator[str]:
        record = self.record
        institution = folded(record.institution.text) if record.institution else ""
        for words, phrases in _ORGANISATIONS.items():
            if any(phrase in name for phrase in phrases for name in (*self.names, institution)):
                yield from words

    def _countries(self) -> Iterator[str]:
        if not self.record.country:
            return
        yield from country_names(self.record.country)
        for language in self.record.languages if self.native else ():
            try:
                locale = Locale.parse(language, sep="-")
            except (UnknownLocaleError, ValueError):
                continue
            yield locale.territories.get(self.record.country, "")


def _by_code(text: str, records: Sequence[Recipient]) -> list[Recipient]:
    typed = text.strip().casefold()
    exact = [record for record in records if typed in (record.id, *record.aliases)]
    codes = countries_by_code(typed)
    of_country = [record for record in records if record.country in codes and record not in exact]
    return exact + sorted(of_country, key=lambda record: _Entry(record).order)


def _by_words(words: Sequence[str], entries: Sequence[_Entry]) -> list[Recipient]:
    """Those that hold every word; those that hold its beginning where none holds it whole."""
    ranks = {entry: rank for entry in entries if (rank := _rank(words, entry)) is not None}
    best = min(ranks.values(), default=0)
    kept = [entry for entry, rank in ranks.items() if rank < _PREFIX or best == _PREFIX]
    return [e.record for e in sorted(kept, key=lambda e: (ranks[e], e.order))]


_NAME, _OWN, _OTHER, _PREFIX = range(4)


def _rank(words: Sequence[str], entry: _Entry) -> int | None:
    if " ".join(words) in entry.plain_names:
        return _NAME
    if entry.own.issuperset(words):
        return _OWN
    every = entry.own | entry.others
    if every.issuperset(words):
        return _OTHER
    return _PREFIX if all(_begins(word, entry, every) for word in words) else None


def _begins(word: str, entry: _Entry, every: frozenset[str]) -> bool:
    if word in every:
        return True
    if any(_runs_on(sign) for sign in word):
        # Chinese, Thai and their like leave no blank between words.
        return any(word in name for name in entry.names)
    return len(word) >= 3 and any(other.startswith(word) for other in every)


def _runs_on(sign: str) -> bool:
    code = ord(sign)
    return 0x0E00 <= code <= 0x109F or 0x1780 <= code <= 0x17FF or 0x2E80 <= code <= 0x9FFF


def _by_likeness(words: Sequence[str], entries: Sequence[_Entry]) -> list[Recipient]:
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
    scores: dict[_Entry, float] = {}
    for entry in entries:
        every = entry.own | entry.others
        likeness = [max((near[word].get(w, 0.0) for w in every), default=0.0) for word in words]
        score = sum(likeness) / len(words) if all(likeness) else 0.0
        together = (*every, *(name.replace(" ", "") for name in entry.names))
        best = max(score, *(whole.get(said, 0.0) for said in together), 0.0)
        if best:
            scores[entry] = best
    return [e.record for e in sorted(scores, key=lambda e: (-scores[e], e.order))]
