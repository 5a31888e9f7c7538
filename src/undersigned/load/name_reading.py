"""Reading of a name: an organisation's name taken apart for comparing.

Acronym, legal form and article are set aside; the words are compared as they are written, as they
are spelt elsewhere, and by what they have in common with their plurals and adjectives.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property

from undersigned.load.name_aside import (
    BRACKETS,
    DASH,
    is_acronym,
    letters_of,
    without_acronym_at_dash,
    without_brackets,
)
from undersigned.load.name_place import PLACES_WITH_ARTICLE, without_country
from undersigned.load.name_vocabulary import AND, SMALL, family, is_distinguishing, singular, spelt
from undersigned.model.organisation_name import accented, folded, split_legal_form

__all__ = ["Reading", "initials", "joined_letters", "readings"]

# In any language; the organisation's own is not known.
_ARTICLE = re.compile(
    r"^(?:(?:the|le|la|les|el|los|las|der|die|das|il|gli|de|het)\s+|l['’ʼ]\s?)", re.IGNORECASE
)
# What is longer than this is no name, and is not taken apart.
_LONGEST = 400
_LETTERS = ("LATIN", "CYRILLIC", "COMBINING")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


@dataclass(frozen=True)
class Reading:
    """One way to read a name. `how` is "" for the name itself, "umlauts", "former" (a further
    name), "head" (what stands before a colon), "brackets" (without what stands in them) or
    "home" (without the country)."""

    raw: str
    name: str
    how: str = ""
    acronyms: frozenset[str] = frozenset()
    proven: bool = True
    forms: frozenset[str] = frozenset()
    article: str = ""

    @cached_property
    def plain(self) -> str:
        """The whole name, folded, without blanks."""
        return joined_letters(self.raw)

    @cached_property
    def accented(self) -> str:
        """The name proper with its accents and without blanks; "" where it has none."""
        letters = accented(self.name).replace(" ", "")
        return letters if letters != self.bare else ""

    @property
    def has_letters_of_its_own(self) -> bool:
        """Whether an accent stands on a Latin or Cyrillic letter, as in "Año"; Greek capitals go
        without theirs."""
        signs = [sign for sign in self.accented if folded(sign) != sign]
        return any(unicodedata.name(sign, "").startswith(_LETTERS) for sign in signs)

    @property
    def article_of_place(self) -> bool:
        """Whether article and first word are a place: "La Paz"."""
        return f"{folded(self.article)} {self.written[0]}" in PLACES_WITH_ARTICLE

    @cached_property
    def written(self) -> tuple[str, ...]:
        """The words of the name proper; letters with dots between them are one."""
        words: list[str] = []
        run: list[str] = []
        for word in [*folded(self.name.replace("&", " and ")).split(), ""]:
            if len(word) == 1 and word.isalpha():
                run.append(word)
                continue
            words += ["".join(run)] if len(run) > 1 and "." in self.name else run
            run = []
            words.append(word)
        return tuple(filter(None, words)) or (self.plain,)

    @cached_property
    def bare(self) -> str:
        """The name proper without blanks."""
        return "".join(self.written)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in one spelling; small ones too."""
        found = ["&" if word in AND else spelt(word) for word in self.written]
        return tuple(
            "rights" if word == "right" and before == "human" else word
            for before, word in zip(["", *found], found, strict=False)
        )

    @cached_property
    def spelt(self) -> str:
        return "".join(self.words)

    @cached_property
    def content(self) -> tuple[str, ...]:
        """Its words without the small ones."""
        kept = tuple(word for word in self.words if word not in SMALL and word != "&")
        return kept or self.words

    @cached_property
    def joined(self) -> str:
        return "".join(self.content)

    @cached_property
    def singular(self) -> str:
        return "".join(map(singular, self.content))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Its words without plurals and adjectives."""
        return tuple(singular(family(singular(word))) for word in self.content)

    @cached_property
    def root(self) -> str:
        return "".join(self.stems)

    @property
    def is_acronym(self) -> bool:
        """Whether the name is no more than an acronym, as far as one can see."""
        return len(self.written) == 1 and is_acronym(self.name.strip())


def readings(
    name: str, acronym: str = "", other_names: tuple[str, ...] = ()
) -> tuple[Reading, ...]:
    """Every way to read the name, the name itself first."""
    if len(name) > _LONGEST:
        return (Reading(name, name, acronyms=frozenset(filter(None, [letters_of(acronym)]))),)
    first, aside = _read(name, acronym)
    found = [first]
    if first.name.lower() != (german := first.name.lower().translate(_GERMAN)):
        found.append(
            replace(first, name=german, raw=name.lower().translate(_GERMAN), how="umlauts")
        )
    others = filter(str.strip, (*other_names, *aside))
    found += [replace(_read(other, "")[0], how="former") for other in others]
    head, *tail = DASH.split(first.name, maxsplit=1)
    rest = folded(tail[0]).split() if tail else []
    if len(rest) > 1 and not any(map(is_distinguishing, rest)) and len(folded(head)) > 3:
        found.append(replace(first, name=head, raw=head, how="head"))
    outside = BRACKETS.sub(" ", first.name)
    if outside != first.name and len(folded(outside)) > 3:
        found.append(replace(first, name=outside, raw=outside, how="brackets"))
    home = without_country(first.written)
    if home:
        found.append(replace(first, name=home, raw=home, how="home"))
    return tuple(found)


def initials(reading: Reading) -> frozenset[str]:
    """The first letters of its words, with the small words and without."""
    return frozenset(
        "".join(word[:1] for word in words) for words in (reading.written, reading.content)
    )


def _read(name: str, acronym: str) -> tuple[Reading, list[str]]:
    """The name with acronym, legal form and article set aside, and the former names in it."""
    known = letters_of(acronym)
    rest, acronyms, aside, proven = without_brackets(name, known)
    rest, acronyms = without_acronym_at_dash(rest, acronyms, known)
    rest, forms = split_legal_form(rest)
    bare = _ARTICLE.sub("", rest)
    if not folded(bare):
        bare = rest
    bare, more = split_legal_form(bare)
    reading = Reading(
        raw=name,
        name=bare or name,
        acronyms=frozenset(filter(None, {known, *acronyms})),
        proven=proven,
        forms=frozenset(map(_form, (*forms, *more))),
        article=rest[: len(rest) - len(bare)].strip() if rest.endswith(bare) else "",
    )
    return reading, aside


def joined_letters(name: str) -> str:
    """The whole name, folded, without blanks; of what has no letters its signs."""
    return letters_of(name) or "".join(
        sign for sign in name.casefold() if unicodedata.category(sign)[0] not in "CZ"
    )


def _form(form: str) -> str:
    """A legal form, however it is spelt."""
    plain = letters_of(form)
    return _SAME_FORMS.get(plain, plain)


_SAME_FORMS = {
    "limited": "ltd", "incorporated": "inc", "coltd": "ltd", "privatelimited": "pvtltd",
    "eingetragenerverein": "ev", "asociacioncivil": "ac", "特定非営利活動法人": "npo法人",
    "limitedbyguarantee": "ltdbyguarantee", "companylimitedbyguarantee": "ltdbyguarantee",
    "認定npo法人": "npo法人", "認定特定非営利活動法人": "npo法人", "501c3": "501c3",
    "rekisteroityyhdistys": "ry",
}  # fmt: skip
