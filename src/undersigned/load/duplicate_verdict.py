"""Verdict on two candidates: one signatory, perhaps one, or two.

Certain is what leaves no doubt: one name in two spellings, or in two grammars where the acronym,
the website or the e-mail address agrees, and nothing that contradicts. A name is never merged on
likeness alone. What would be told of one chapter and another is not even asked.
"""

from __future__ import annotations

from itertools import product

from undersigned.load.duplicate_known import Known
from undersigned.load.name_likeness import Degree, Likeness, likeness
from undersigned.load.name_reading import Reading
from undersigned.load.name_signs import runs_on
from undersigned.load.name_vocabulary import GENERAL, is_distinguishing
from undersigned.model.duplicate import Verdict

__all__ = ["Opinion", "have_one_name", "opinion_of_organisations"]

_SHORTEST_ACRONYM = 3
# Two organisations of one country share an acronym of four letters now and then.
_TELLING_ACRONYM = 5

Opinion = tuple[Verdict, tuple[str, ...]]


def opinion_of_organisations(one: Known, other: Known) -> Opinion | None:
    """Whether two organisations are one; None where they differ."""
    found = _nearest(one, other)
    agreed = _agreed(one, other)
    against = _against(one, other)
    if found is None or found.degree > Degree.NEAR:
        short = _acronym_alone(one, other, agreed)
        if short is not None:
            verdict, reasons = short
            return (Verdict.DOUBTFUL if against else verdict), (*reasons, *against)
    if found is None:
        return _without_likeness(one, other, against)
    reasons = (*found.reasons, *agreed, *against)
    if found.degree is Degree.APART:
        return None
    if found.degree is Degree.SPELLING:
        doubt = against or (not agreed and _says_little(one, other))
        return (Verdict.DOUBTFUL if doubt else Verdict.SAME), reasons
    if found.degree is Degree.ALIKE:
        return Verdict.DOUBTFUL, reasons
    if "two countries" in against:
        return None
    if found.degree is Degree.GRAMMAR:
        return (Verdict.SAME if agreed and not against else Verdict.DOUBTFUL), reasons
    if found.degree is Degree.NEAR or agreed:
        return Verdict.DOUBTFUL, reasons
    return None


def have_one_name(one: Known, other: Known) -> bool:
    """Whether their names are so near that an acronym of both says nothing new."""
    found = _nearest(one, other)
    return found is not None and found.degree <= Degree.NEAR


def _nearest(one: Known, other: Known) -> Likeness | None:
    """The nearest of their readings. A further name of both, what stands before a colon, and what
    is left without brackets or country are no certainty."""
    best: Likeness | None = None
    for mine, theirs in product(one.readings, other.readings):
        found = likeness(mine, theirs)
        if found is None:
            continue
        hows = {mine.how, theirs.how}
        if hows != {""}:
            found = _of_reading(found, hows) if found.degree <= Degree.ALIKE else None
        if found is None or not _fits(one, other, mine, theirs):
            continue
        if best is None or (found.degree, found.reasons) < (best.degree, best.reasons):
            best = found
    return best


def _of_reading(found: Likeness, hows: set[str]) -> Likeness:
    """What it says where one or both are not the name itself."""
    if "home" in hows:
        return Likeness(Degree.ALIKE, ("the same but for the country where the other is",))
    if "brackets" in hows:
        return Likeness(Degree.ALIKE, ("the same but for what stands in brackets",))
    if "former" in hows:
        certain = len(hows) > 1 and found.degree is Degree.SPELLING
        said = (*found.reasons, "a former name, or one in another language")
        return Likeness(Degree.SPELLING if certain else Degree.NEAR, said)
    if "head" in hows:
        return Likeness(Degree.NEAR, ("the same but for what follows a colon or a dash",))
    said = found.reasons if found.degree is Degree.ALIKE else ()
    return Likeness(found.degree, ("the same with umlauts written out", *said))


def _fits(one: Known, other: Known, mine: Reading, theirs: Reading) -> bool:
    """Whether what a reading leaves out may be left out beside the other: the country where the
    other is, and in brackets a chapter's place or section where both say their country."""
    if mine.how == theirs.how:
        return mine.how not in ("home", "brackets")
    for own, known, beside in ((mine, one, other), (theirs, other, one)):
        if own.how == "home" and not (
            known.named_country == beside.country and known.country in ("", beside.country)
        ):
            return False
        if own.how == "brackets" and known.is_chapter and not (known.country and beside.country):
            return False
    return True


def _agreed(one: Known, other: Known) -> tuple[str, ...]:
    """What both have beside the name."""
    said = []
    if any(len(short) >= _SHORTEST_ACRONYM for short in one.acronyms & other.acronyms):
        said.append("one acronym")
    if one.mailbox and one.mailbox == other.mailbox:
        said.append("one e-mail address")
    elif one.domains & other.domains:
        said.append("one website or domain of e-mail")
    return tuple(said)


def _against(one: Known, other: Known) -> tuple[str, ...]:
    """What speaks for two."""
    said = []
    if one.country and other.country and one.country != other.country:
        said.append("two countries")
    if one.acronyms and other.acronyms and one.acronyms.isdisjoint(other.acronyms):
        said.append("two acronyms")
    if one.domains and other.domains and one.domains.isdisjoint(other.domains):
        said.append("two websites or domains of e-mail")
    mine, theirs = one.candidate.id, other.candidate.id
    if mine and theirs and mine.casefold() != theirs.casefold():
        said.append("two ids")
    return tuple(said)


def _says_little(one: Known, other: Known) -> bool:
    """Whether the name is one that many have: all general words, or a short acronym, or a single
    word that goes with a legal form or an article; and the country does not say more."""
    if one.country and one.country == other.country:
        return False
    names = (one.first, other.first)
    short = all(map(_is_short_acronym, names))
    aside = names[0].forms != names[1].forms or names[0].article != names[1].article
    single = aside and any(map(_is_single_word, names))
    one_sided = one.country != other.country and any(map(_is_general, names))
    return short or single or one_sided


def _is_short_acronym(name: Reading) -> bool:
    return name.is_acronym and len(name.bare) < _TELLING_ACRONYM


def _is_single_word(name: Reading) -> bool:
    # In scripts without blanks four signs are two words.
    return len(name.stems) == 1 and not (runs_on(name.stems[0]) and len(name.stems[0]) > 3)


def _is_general(name: Reading) -> bool:
    return all(word in GENERAL or is_distinguishing(word) for word in name.stems)


def _acronym_alone(one: Known, other: Known, agreed: tuple[str, ...]) -> Opinion | None:
    """Where one is called by nothing but the other's acronym."""
    for short, long in ((one, other), (other, one)):
        if not short.is_acronym or long.is_acronym:
            continue
        name = short.first.bare
        if name in long.acronyms:
            reason = "one is called by the acronym of the other"
        elif len(name) >= _SHORTEST_ACRONYM and name in long.initials:
            reason = "one is called by the first letters of the other"
        else:
            continue
        where = {"one e-mail address", "one website or domain of e-mail"}.intersection(agreed)
        country = bool(short.country) and short.country == long.country
        telling = country and len(name) >= _TELLING_ACRONYM and name in long.acronyms
        reasons = (reason, *sorted(where), *(("one country",) if country else ()))
        certain = telling or (where and name in long.acronyms)
        return (Verdict.SAME if certain else Verdict.DOUBTFUL), reasons
    return None


def _without_likeness(one: Known, other: Known, against: tuple[str, ...]) -> Opinion | None:
    """Names that have nothing in common: a translation, or other letters."""
    if "two countries" in against:
        return None
    if one.is_latin is not other.is_latin:
        if one.skeleton and one.skeleton == other.skeleton:
            return Verdict.DOUBTFUL, ("the same sounds in other letters", *against)
        if one.domains & other.domains:
            return Verdict.DOUBTFUL, ("one website or domain of e-mail", "names in two scripts")
    if one.mailbox and one.mailbox == other.mailbox:
        return Verdict.DOUBTFUL, ("one e-mail address", "two names: perhaps a translation")
    return None
