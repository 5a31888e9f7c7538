"""Search: records by what people call them, in any of their languages, with spelling forgiven.

First the exact id and the country's codes, then the words of `load.word_search`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from babel import Locale, UnknownLocaleError

from undersigned.load.country import countries_by_code, country_names
from undersigned.load.word_search import Searched, by_likeness, by_words, folded, search_words
from undersigned.model.recipient import Recipient, RecipientKind

__all__ = ["find_records", "folded"]

_KINDS = tuple(RecipientKind)
# What people write for the names of these organisations and of what belongs to them.
_ORGANISATIONS = {
    ("un", "united", "nations"): ("united nations",),
    ("eu", "european", "union"): (
        "european union", "european parliament", "european commission", "european council",
        "european external action service", "european ombudsman",
    ),
}  # fmt: skip


def find_records(text: str, records: Iterable[Recipient]) -> list[Recipient]:
    """The records that the text means, the best first; none where nothing is near."""
    everybody = list(records)
    found = _by_code(text, everybody)
    words = search_words(text)
    if found or not words:
        return found
    entries = [_Entry(record) for record in everybody]
    # Babel reads a hundred languages for the names of countries in them: only if need be.
    for native in (False, True):
        if native:
            entries = [_Entry(entry.record, native=True) for entry in entries]
        ranked = by_words(words, entries)
        if ranked:
            return [entry.record for entry in ranked]
    return [entry.record for entry in by_likeness(words, entries)]


@dataclass(frozen=True)
class _Entry(Searched):
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
