"""Directory search: entries of the directory by whatever name they go or went by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from undersigned.load.country import country_names
from undersigned.load.word_search import Searched, by_likeness, by_words, folded, search_words
from undersigned.model.roster import Directory, Signatory

__all__ = ["find_entries"]


def find_entries(text: str, directory: Directory) -> Sequence[Signatory]:
    """The entries that the text means, the best first: by id, by name, acronym, former or native
    name, by country, title or affiliation; misspelt, where it is nothing else."""
    typed = text.strip().casefold()
    exact = [e for e in directory.entries if typed in (e.id.casefold(), e.acronym.casefold())]
    words = search_words(text) or folded(text).split()
    if (exact and typed) or not words:
        return exact if typed else []
    entries = [_Entry(entry, number) for number, entry in enumerate(directory.entries)]
    ranked = by_words(words, entries) or by_likeness(words, entries)
    return [entry.signatory for entry in ranked]


@dataclass(frozen=True)
class _Entry(Searched):
    """An entry with the words that lead to it, and its place in the directory."""

    signatory: Signatory
    number: int

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What it is and was called, folded."""
        entry = self.signatory
        said = (entry.name.text, entry.acronym, *entry.former_names, *entry.native_names)
        return tuple(dict.fromkeys(filter(None, map(folded, said))))

    @cached_property
    def others(self) -> frozenset[str]:
        """The words of its id, its country, its title and its affiliation."""
        entry = self.signatory
        said = [entry.id, entry.country, entry.title, entry.affiliation, entry.group]
        said += country_names(entry.country) if entry.country else ()
        return frozenset(word for name in said for word in folded(name).split()) - self.own

    @property
    def order(self) -> tuple[int, str]:
        """In the order of the directory."""
        return self.number, ""
