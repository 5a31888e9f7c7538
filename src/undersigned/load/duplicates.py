"""Duplicates: entries that are one signatory or may be, each pair with its evidence.

What is certain may be merged; what is doubtful is a question, asked once; what differs is not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from undersigned.load.duplicate_blocks import pairs_of_organisations, pairs_of_people
from undersigned.load.duplicate_known import Known
from undersigned.load.duplicate_people import Person, opinion_of_people
from undersigned.load.duplicate_verdict import have_one_name, opinion_of_organisations
from undersigned.load.name_reading import joined_letters
from undersigned.model.duplicate import Candidate, Pair, SharedAcronym, Verdict
from undersigned.model.roster import SignatoryKind

__all__ = ["Candidate", "Pair", "SharedAcronym", "Verdict", "find_duplicates", "shared_acronyms"]

_LEAST_LETTERS = 2
_MOST = 40


def find_duplicates(
    candidates: Sequence[Candidate],
    against: Sequence[Candidate] = (),
    decided: Mapping[str, bool] | None = None,
) -> tuple[Pair, ...]:
    """Pairs among the candidates, and of a candidate with one of `against`, in their order.

    `decided` holds what a person has said of a pair before, by `Pair.key`: True makes it certain,
    False leaves it out. An organisation and a person are never one.
    """
    everybody = [*candidates, *against]
    pairs = [*_of_organisations(everybody), *_of_people(everybody), *_of_one_id(everybody)]
    found: dict[tuple[int, int], Pair] = {}
    for first, second, verdict, evidence in pairs:
        if first >= len(candidates) or (first, second) in found:
            continue
        pair = Pair(everybody[first], everybody[second], verdict, evidence)
        answer = (decided or {}).get(pair.key)
        if answer is True:
            pair = Pair(pair.first, pair.second, Verdict.SAME, (*evidence, "decided before"))
        if answer is not False:
            found[first, second] = pair
    return tuple(found[places] for places in sorted(found))


def shared_acronyms(candidates: Sequence[Candidate]) -> tuple[SharedAcronym, ...]:
    """Acronyms that stand for different names, by acronym; of each name the first candidate."""
    groups: dict[str, list[Known]] = defaultdict(list)
    for place, one in enumerate(candidates):
        if one.kind is SignatoryKind.ORGANISATION:
            known = Known(one, place)
            for acronym in () if known.is_acronym else known.acronyms:
                groups[acronym].append(known)
    found = []
    for acronym, members in sorted(groups.items()):
        names: list[Known] = []
        for member in members:
            if len(names) < _MOST and not any(have_one_name(member, name) for name in names):
                names.append(member)
        if len(names) > 1 and len(acronym) >= _LEAST_LETTERS:
            said = names[0].candidate.acronym or acronym.upper()
            found.append(SharedAcronym(said, tuple(name.candidate for name in names)))
    return tuple(found)


_Found = tuple[int, int, Verdict, tuple[str, ...]]


def _of_organisations(everybody: Sequence[Candidate]) -> Iterator[_Found]:
    known = [
        Known(one, place)
        for place, one in enumerate(everybody)
        if one.kind is SignatoryKind.ORGANISATION and joined_letters(one.name)
    ]
    for at, other in pairs_of_organisations(known):
        opinion = opinion_of_organisations(known[at], known[other])
        if opinion is not None:
            yield known[at].place, known[other].place, *opinion


def _of_people(everybody: Sequence[Candidate]) -> Iterator[_Found]:
    known = [
        Person(one, place)
        for place, one in enumerate(everybody)
        if one.kind is SignatoryKind.INDIVIDUAL and joined_letters(one.name)
    ]
    for at, other in pairs_of_people(known):
        opinion = opinion_of_people(known[at], known[other])
        if opinion is not None:
            yield known[at].place, known[other].place, *opinion


def _of_one_id(everybody: Sequence[Candidate]) -> Iterator[_Found]:
    """Rows with one id of the directory, whatever else they say."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(everybody):
        if one.id.strip():
            groups[one.kind, one.id.strip().casefold()].append(place)
    for places in groups.values():
        for first, second in combinations(places[:_MOST], 2):
            yield first, second, Verdict.SAME, ("one id",)
