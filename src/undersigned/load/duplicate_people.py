"""Verdict on two people: one name is not one person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from undersigned.load.duplicate_compared import Compared
from undersigned.load.duplicate_verdict import Opinion
from undersigned.load.name_likeness import Degree, likeness
from undersigned.load.name_reading import joined_letters, readings
from undersigned.load.name_signs import blanks_move
from undersigned.load.personal_title import split_title
from undersigned.model.duplicate import Candidate, Verdict
from undersigned.model.organisation_name import accented, folded

__all__ = ["Person", "opinion_of_people"]

# What follows a comma without being the first name.
_AFTER_COMMA = frozenset(
    "jr sr ii iii iv phd md llm llb jd msc ma ba mba esq dphil edd rn sj op".split()  # noqa: SIM905
)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


@dataclass(frozen=True)
class Person(Compared):
    """A candidate who is a person, with what is read out of it."""

    candidate: Candidate
    place: int

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The name without title, in no order: "Family, Given" is one with "Given Family"."""
        return tuple(sorted(folded(split_title(self.candidate.name)[1]).split()))

    @cached_property
    def orders(self) -> frozenset[str]:
        """The ways to write it, its words in their order, "Family, Given" turned round."""
        plain = split_title(self.candidate.name)[1].casefold()
        written = [plain, plain.translate(_GERMAN), *self.candidate.other_names]
        found = {folded(_turned(name)) for name in written}
        return frozenset(filter(None, found)) or frozenset({joined_letters(self.candidate.name)})

    @cached_property
    def names(self) -> frozenset[str]:
        """The ways to write it, its words in no order."""
        return frozenset(" ".join(sorted(name.split())) for name in self.orders)

    @cached_property
    def joined(self) -> str:
        """The name without blanks, as it is written."""
        return joined_letters(split_title(self.candidate.name)[1])

    @cached_property
    def accented(self) -> str:
        """The name with its accents, its words in no order; "" where it has none."""
        words = sorted(accented(split_title(self.candidate.name)[1]).split())
        return " ".join(words) if tuple(words) != self.words else ""

    @cached_property
    def surname(self) -> tuple[str, str]:
        """First letter and last word, for one who signs with an initial."""
        words = folded(split_title(self.candidate.name)[1]).split()
        return (words[0][0], words[-1]) if len(words) > 1 else ("", "")

    @cached_property
    def has_initial(self) -> bool:
        words = folded(split_title(self.candidate.name)[1]).split()
        return len(words) > 1 and len(words[0]) == 1


def _turned(name: str) -> str:
    """A name in the order of its words: "Family, Given" is "Given Family"."""
    family, comma, given = name.partition(",")
    after = folded(given).replace(" ", "")
    return name if not comma or not after or after in _AFTER_COMMA else f"{given} {family}"


def opinion_of_people(one: Person, other: Person) -> Opinion | None:
    """Whether two people are one; None where they differ."""
    mail = bool(one.mailbox) and one.mailbox == other.mailbox
    mails_differ = bool(one.mailbox and other.mailbox) and not mail
    affiliation = _one_affiliation(one.candidate.affiliation, other.candidate.affiliation)
    both = bool(one.candidate.affiliation and other.candidate.affiliation)
    countries = bool(one.country and other.country) and one.country != other.country
    said = [
        reason
        for holds, reason in (
            (mail, "one e-mail address"), (affiliation, "one affiliation"),
            (both and not affiliation, "two affiliations"), (countries, "two countries"),
            (mails_differ, "two e-mail addresses"),
            (_ids_differ(one, other), "two ids"),
        )
        if holds
    ]  # fmt: skip
    if one.names & other.names or one.joined == other.joined != "":
        if countries and both and not affiliation and not mail:
            return None
        doubts = _doubts(one, other)
        said += doubts
        doubt = countries or mails_differ or bool(doubts) or _ids_differ(one, other)
        certain = (mail or affiliation) and not doubt
        return (Verdict.SAME if certain else Verdict.DOUBTFUL), ("one name", *said)
    if mail:
        same = one.skeleton and one.skeleton == other.skeleton
        return Verdict.DOUBTFUL, ("names of one sound" if same else "two names", *said)
    initial = one.has_initial is not other.has_initial and one.surname == other.surname
    if initial and affiliation and not countries:
        return Verdict.DOUBTFUL, ("one surname, and an initial that fits", *said)
    return None


def _doubts(one: Person, other: Person) -> list[str]:
    """What may make two people of one name."""
    said = []
    if one.accented and other.accented and one.accented != other.accented:
        said.append("the accents differ")
    if not one.names & other.names:
        plain = [split_title(person.candidate.name)[1] for person in (one, other)]
        said += ["a blank stands elsewhere"] if blanks_move(*plain) else []
    elif not one.orders & other.orders:
        said.append("the words of the name in another order")
    return said


def _ids_differ(one: Person, other: Person) -> bool:
    mine, theirs = one.candidate.id.casefold(), other.candidate.id.casefold()
    return bool(mine and theirs) and mine != theirs


def _one_affiliation(one: str, other: str) -> bool:
    if not one.strip() or not other.strip():
        return False
    found = likeness(readings(one)[0], readings(other)[0])
    return found is not None and found.degree <= Degree.SPELLING
