"""An organisation that may be there twice, with what is read out of its row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from undersigned.load.contact_domain import domains
from undersigned.load.duplicate_compared import Compared
from undersigned.load.name_place import country_in
from undersigned.load.name_reading import Reading, initials, readings
from undersigned.load.name_vocabulary import is_distinguishing
from undersigned.model.duplicate import Candidate

__all__ = ["Known"]


@dataclass(frozen=True)
class Known(Compared):
    """A candidate with what is read out of it, each once."""

    candidate: Candidate
    place: int

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        one = self.candidate
        return readings(one.name, one.acronym, one.other_names)

    @property
    def first(self) -> Reading:
        """The reading of the name itself."""
        return self.readings[0]

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Its acronyms: of the column, and in the name."""
        return frozenset().union(*(reading.acronyms for reading in self.readings))

    @cached_property
    def is_acronym(self) -> bool:
        return self.first.is_acronym

    @cached_property
    def initials(self) -> frozenset[str]:
        return initials(self.first)

    @cached_property
    def domains(self) -> frozenset[str]:
        return domains(self.candidate.url, self.candidate.email)

    @cached_property
    def is_chapter(self) -> bool:
        """Whether a place, a section or a number stands in brackets."""
        outside = [one for one in self.readings if one.how == "brackets"]
        inside = Counter(self.first.stems) - Counter(outside[0].stems if outside else ())
        return any(map(is_distinguishing, inside))

    @cached_property
    def named_country(self) -> str:
        """The country with which the name itself begins or ends."""
        return country_in(self.first.written)

    @cached_property
    def is_latin(self) -> bool:
        return self.first.plain.isascii()
