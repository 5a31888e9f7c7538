"""Likeness: in what two readings of names differ, and how much that says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum

from undersigned.load.name_reading import Reading
from undersigned.load.name_signs import blanks_move, runs_on, telling_signs
from undersigned.load.name_vocabulary import GENERAL, is_distinguishing, is_place

__all__ = ["Degree", "Likeness", "is_slip", "likeness"]

_SHORTEST_SLIP = 5
# In scripts that leave no blanks the whole name is one word, and each sign of it a syllable.
_SHORTEST_WITHOUT_BLANKS = 14
# In a short name one accent makes another word: "Ano" and "Año", "Ma" and "Mã".
_SHORT = 12
_SIGNS = "the same but for capitals, accents, blanks or signs"


class Degree(IntEnum):
    """How near two names are, the nearest first."""

    SPELLING = 0  # one name in two spellings
    GRAMMAR = 1  # small words, a plural: one name where anything else agrees
    ALIKE = 2  # one name but for a sign, a blank, accents or brackets: a person has to say
    NEAR = 3  # a slip, another order, a general word more: a person has to say
    PART = 4  # one has words more: only where something else agrees
    WORD = 5  # other words: only where something else agrees
    APART = 6  # what differs is a place, a section, whom it is for


@dataclass(frozen=True)
class Likeness:
    """The degree, and what differs, in plain words."""

    degree: Degree
    reasons: tuple[str, ...]


def likeness(one: Reading, other: Reading) -> Likeness | None:
    """What two readings have in common; None where it is next to nothing."""
    if one.raw == other.raw:
        return Likeness(Degree.SPELLING, ("the same name",))
    doubts = _doubts(one, other)
    if one.plain == other.plain:
        return Likeness(Degree.ALIKE if doubts else Degree.SPELLING, doubts or (_SIGNS,))
    said = _set_aside(one, other)
    degree = Degree.SPELLING
    if one.bare == other.bare:
        said = said or [_SIGNS]
    elif one.spelt == other.spelt:
        said.append("the same in another spelling, or with a word written out")
    elif _grammar(one, other, said):
        degree = Degree.GRAMMAR
    else:
        return _by_words(one, other)
    two_articles = (
        one.article and other.article and one.article.casefold() != other.article.casefold()
    )
    if doubts or _two_forms(one, other) or _unproven(one, other) or two_articles:
        degree = Degree.ALIKE
    return Likeness(degree, (*said, *doubts))


def _grammar(one: Reading, other: Reading, said: list[str]) -> bool:
    """Whether they differ in no more than grammar, and how."""
    if one.root != other.root:
        return False
    if sorted(one.words) != sorted(other.words) and len(one.words) != len(other.words):
        said.append("the same but for small words")
    if one.joined != other.joined:
        plural = one.singular == other.singular
        said.append(
            "the same but for singular and plural"
            if plural
            else "the same but for an adjective (“Asia” and “Asian”, or the like)"
        )
    elif len(one.words) == len(other.words):
        said.append("the same but for small words")
    return True


def _set_aside(one: Reading, other: Reading) -> list[str]:
    said = []
    if one.article.casefold() != other.article.casefold():
        articles = filter(None, sorted((one.article, other.article)))
        said.append(f"the same but for {' and '.join(f'“{article}”' for article in articles)}")
    if one.forms != other.forms:
        said.append(
            "two legal forms" if _two_forms(one, other) else "the same but for a legal form"
        )
    if _unproven(one, other):
        said.append("the same but for what stands in brackets")
    elif one.acronyms != other.acronyms and not (one.acronyms and other.acronyms):
        said.append("the same but for the acronym")
    return said


def _doubts(one: Reading, other: Reading) -> tuple[str, ...]:
    """What may be another word, though the letters are those of one name."""
    said = [_accents(one, other)]
    if telling_signs(one.name) != telling_signs(other.name):
        said.append("a sign differs that may be a part of the name")
    if one.bare == other.bare:
        moved = blanks_move(one.name, other.name)
    elif one.plain == other.plain:
        moved = blanks_move(one.raw, other.raw)
    else:
        moved = one.spelt == other.spelt and one.words != other.words
    said += ["a blank stands elsewhere"] if moved else []
    if one.article.casefold() != other.article.casefold() and (
        one.article_of_place or other.article_of_place
    ):
        said.append("the article may belong to a place")
    return tuple(filter(None, said))


def _accents(one: Reading, other: Reading) -> str:
    """What accents tell apart: those of both, and in a short name those that one leaves out."""
    if one.accented and other.accented:
        return "the accents differ" if one.accented != other.accented else ""
    with_accents = one if one.accented else other
    short = len(with_accents.bare) < _SHORT and with_accents.has_letters_of_its_own
    return "an accent is left out, and the name is short" if short else ""


def _unproven(one: Reading, other: Reading) -> bool:
    """Whether what looked like an acronym may have been something else."""
    return not (one.proven and other.proven) and one.acronyms.isdisjoint(other.acronyms)


def _two_forms(one: Reading, other: Reading) -> bool:
    return bool(one.forms and other.forms and one.forms.isdisjoint(other.forms))


def _by_words(one: Reading, other: Reading) -> Likeness | None:
    mine, theirs = Counter(one.stems), Counter(other.stems)
    only_mine, only_theirs = list((mine - theirs).elements()), list((theirs - mine).elements())
    if not only_mine and not only_theirs:
        return Likeness(Degree.NEAR, ("the same words in another order",))
    changed = [*only_mine, *only_theirs]
    shared = (mine & theirs).total()
    if not (only_mine and only_theirs):
        if any(map(is_distinguishing, changed)):
            return Likeness(Degree.APART, ("a section, a place or a number more",))
        if all(word in GENERAL for word in changed) and shared:
            return Likeness(Degree.NEAR, ("the same but for a general word",))
        return Likeness(Degree.PART, ("one name is a part of the other",)) if shared else None
    if len(only_mine) == len(only_theirs) and _all_slips(only_mine, only_theirs):
        return Likeness(Degree.NEAR, ("a letter differs",))
    if any(map(is_distinguishing, changed)):
        return Likeness(Degree.APART, ("another section, place or number",))
    if shared * 2 >= max(mine.total(), theirs.total()):
        return Likeness(Degree.WORD, ("the names differ in a word or more",))
    return None


def _all_slips(mine: list[str], theirs: list[str]) -> bool:
    if len(mine) > 2:
        return False
    straight = all(map(is_slip, mine, theirs))
    return straight or all(map(is_slip, mine, theirs[::-1]))


def is_slip(one: str, other: str) -> bool:
    """Whether one word may be the other, mistyped: a letter lost, added, exchanged or wrong."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where duplicates are looked for

    if one == other or OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    shortest = min(len(one), len(other))
    if shortest < _SHORTEST_SLIP or one[0] != other[0]:
        return False
    if not (one + other).isascii() and runs_on(one) and shortest < _SHORTEST_WITHOUT_BLANKS:
        return False
    if is_place(one) and is_place(other):
        return False
    # Abogados and abogadas are two associations.
    ends = {one.rstrip("s")[-1:], other.rstrip("s")[-1:]}
    gender = ends == {"a", "o"} and one.rstrip("s")[:-1] == other.rstrip("s")[:-1]
    return not gender and not any(map(str.isdigit, one + other))
