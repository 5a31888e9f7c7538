"""Blocks: which pairs of names are worth a look, among many.

Every pair of ten thousand names would be fifty million. Names meet here by what they have in
common: the letters, the words in any order, all words but one or two, all words with one letter
wrong in one or two, the acronym, the domain, the mailbox. The words that a slip apart are found
once, over the whole vocabulary, by what is left of a word without one of its letters (as SymSpell
does), so that the time grows with the number of names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product

from undersigned.load.duplicate_known import Known
from undersigned.load.duplicate_people import Person
from undersigned.load.name_likeness import is_slip

__all__ = ["pairs_of_organisations", "pairs_of_people"]

_Pairs = set[tuple[int, int]]

# Whoever signs for more than this with one address is their secretariat.
_MOST_OF_A_MAILBOX = 5
_MOST_OF_A_DOMAIN = 30
# A name that stands there more often than this is compared with its neighbours alone: a question
# for each row, and not for each two.
_MOST_OF_A_NAME = 50
_MOST_WORDS = 12
_MOST_SLIPS = 20


def pairs_of_organisations(known: Sequence[Known]) -> _Pairs:
    """Places of organisations that may be one, the smaller first."""
    found: _Pairs = set()
    names: dict[str, list[int]] = defaultdict(list)
    words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(known):
        keys = {
            key
            for reading in one.readings
            for key in (reading.plain, reading.bare, reading.spelt, reading.root)
        }
        for key in keys:
            names[key].append(at)
        words[tuple(sorted(one.first.stems))].append(at)
    found |= _met(names.values(), _MOST_OF_A_NAME, neighbours=True)
    found |= _met(words.values(), _MOST_OF_A_NAME, neighbours=True)
    near = _slips({word for key in words for word in key})
    for own, places in words.items():
        for other in {*_fewer(own), *_mistyped(own, near)} & words.keys():
            found |= _across(places, words[other])
    found |= _by_acronym(known)
    found |= _met(_grouped((one.mailbox,) for one in known), _MOST_OF_A_MAILBOX)
    found |= _met(_grouped(one.domains for one in known), _MOST_OF_A_DOMAIN)
    if not all(one.is_latin for one in known):
        found |= _met(_grouped((one.skeleton,) for one in known), _MOST_OF_A_NAME)
    return found


def pairs_of_people(known: Sequence[Person]) -> _Pairs:
    """Places of people who may be one."""
    found = _met(
        _grouped((*one.names, one.joined) for one in known), _MOST_OF_A_NAME, neighbours=True
    )
    found |= _met(_grouped((one.mailbox,) for one in known), _MOST_OF_A_MAILBOX)
    surnames = _grouped((" ".join(one.surname),) for one in known)
    for places in surnames:
        short = [at for at in places if known[at].has_initial]
        found |= _across(short, [at for at in places if not known[at].has_initial])
    return found


def _across(some: Sequence[int], others: Sequence[int]) -> _Pairs:
    both = product(some[:_MOST_OF_A_NAME], others[:_MOST_OF_A_NAME])
    return {(min(pair), max(pair)) for pair in both if pair[0] != pair[1]}


def _grouped(keys: Iterable[Iterable[str]]) -> list[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for at, several in enumerate(keys):
        for key in set(several):
            if key.strip():
                groups[key].append(at)
    return list(groups.values())


def _met(groups: Iterable[Sequence[int]], most: int, *, neighbours: bool = False) -> _Pairs:
    found: _Pairs = set()
    for places in groups:
        if len(places) <= most:
            found.update(combinations(places, 2))
        elif neighbours:
            found.update(pairwise(places))
    return found


def _by_acronym(known: Sequence[Known]) -> _Pairs:
    """Those of one acronym, and those called by it beside those whose first letters it is."""
    short = {one.first.bare for one in known if one.is_acronym}
    keys = []
    for one in known:
        own = (one.first.bare,) if one.is_acronym else one.initials & short
        keys.append({*one.acronyms, *own})
    return _met(_grouped(keys), _MOST_OF_A_DOMAIN)


def _fewer(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words without one of them, and without two."""
    if len(words) <= _MOST_WORDS:
        for number in (1, 2):
            if len(words) > number:
                yield from combinations(words, len(words) - number)


def _mistyped(
    words: tuple[str, ...], near: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, ...]]:
    """The words with one of them, or two, as others write it."""
    doubtful = [at for at, word in enumerate(words) if word in near][:_MOST_WORDS]
    for number in (1, 2):
        for places in combinations(doubtful, number):
            for instead in product(*(near[words[at]] for at in places)):
                changed = dict(zip(places, instead, strict=True))
                yield tuple(sorted(changed.get(at, word) for at, word in enumerate(words)))


def _slips(vocabulary: set[str]) -> dict[str, list[str]]:
    """The words that one word of the vocabulary may be, mistyped."""
    shorter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(vocabulary):
        if 5 <= len(word) <= 100:
            for rest in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
                shorter[rest].append(word)
    near: dict[str, set[str]] = defaultdict(set)
    for group in shorter.values():
        for one, other in combinations(group[:_MOST_SLIPS], 2):
            if other not in near[one] and is_slip(one, other):
                near[one].add(other)
                near[other].add(one)
    return {word: sorted(others)[:_MOST_SLIPS] for word, others in near.items() if others}
