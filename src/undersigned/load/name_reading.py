"""Reading of a name: an organisation's name taken apart for comparing.

Acronym, legal form and article are set aside; the words are compared as they are written, as they
are spelt elsewhere, and by what they have in common with their plurals and adjectives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from undersigned.load.country import find_country
from undersigned.load.name_vocabulary import AND, SMALL, family, is_distinguishing, singular, spelt
from undersigned.model.organisation_name import folded, split_legal_form

__all__ = ["Reading", "initials", "readings"]

# In any language; the organisation's own is not known.
_ARTICLE = re.compile(
    r"^(?:(?:the|le|la|les|el|los|las|der|die|das|il|gli|de|het)\s+|l['’ʼ]\s?)", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s*[(\[（【]\s*([^()\[\]（）【】]{1,200}?)\s*[)\]）】]")
_DASH = re.compile(r"\s+[-–—|]\s+|(?<=\w)\s*[—:：]\s+")
_FORMER = re.compile(
    r"(?:formerly|previously|ex|née?|anciennement|antes|antiguamente|früher|vormals|ehemals|dulu|"
    r"sebelumnya|zamani|precedentemente|also|aka|a\.k\.a\.|auch|alias)\b"
    r"(?:\s+(?:known|called|connue?|conocid[ao]|bekannt|dikenal)\b)?(?:\s+(?:as|sous|como|als|sebagai)\b)?"
    r"[\s:,]*(?P<name>\S.*)",
    re.IGNORECASE,
)
_LONGEST_ACRONYM = 15
# What is longer than this is no name, and is not taken apart.
_LONGEST = 400
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


@dataclass(frozen=True)
class Reading:
    """One way to read a name. `how` is "" for the name itself, "umlauts", "former" (a further
    name) or "head" (what stands before a colon)."""

    raw: str
    name: str
    how: str = ""
    acronyms: frozenset[str] = frozenset()
    proven: bool = True
    forms: frozenset[str] = frozenset()
    article: str = ""

    @cached_property
    def plain(self) -> str:
        """The whole name, folded, without blanks; what has no letters is compared as it is."""
        return _letters(self.raw) or self.raw.strip()

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
        return len(self.written) == 1 and _is_acronym(self.name.strip())


def readings(
    name: str, acronym: str = "", other_names: tuple[str, ...] = ()
) -> tuple[Reading, ...]:
    """Every way to read the name, the name itself first."""
    if len(name) > _LONGEST:
        return (Reading(name, name, acronyms=frozenset(filter(None, [_letters(acronym)]))),)
    first, aside = _read(name, acronym)
    found = [first]
    if first.name.lower() != (german := first.name.lower().translate(_GERMAN)):
        found.append(
            replace(first, name=german, raw=name.lower().translate(_GERMAN), how="umlauts")
        )
    others = filter(str.strip, (*other_names, *aside))
    found += [replace(_read(other, "")[0], how="former") for other in others]
    head, *tail = _DASH.split(first.name, maxsplit=1)
    rest = folded(tail[0]).split() if tail else []
    if len(rest) > 1 and not any(map(is_distinguishing, rest)) and len(folded(head)) > 3:
        found.append(replace(first, name=head, raw=head, how="head"))
    return tuple(found)


def initials(reading: Reading) -> frozenset[str]:
    """The first letters of its words, with the small words and without."""
    return frozenset(
        "".join(word[0] for word in words) for words in (reading.written, reading.content)
    )


def _read(name: str, acronym: str) -> tuple[Reading, list[str]]:
    """The name with acronym, legal form and article set aside, and the former names in it."""
    known = _letters(acronym)
    rest, acronyms, aside, proven = _without_brackets(name, known)
    rest, acronyms = _without_dash(rest, acronyms, known)
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


def _without_brackets(name: str, known: str) -> tuple[str, set[str], list[str], bool]:
    acronyms: set[str] = set()
    aside: list[str] = []
    proven = True
    rest = name
    for match in _BRACKETS.finditer(name):
        inside = match[1]
        outside = " ".join(rest.replace(match[0], " ", 1).split())
        if not folded(outside):
            continue
        if former := _FORMER.fullmatch(inside):
            aside.append(former["name"])
        elif (letters := _letters(inside)) == known or _stands_for(letters, outside):
            acronyms.add(letters)
        elif _is_acronym(inside) and not outside.isupper():
            # It may as well be a town: proven where the other has it for an acronym too.
            acronyms.add(letters)
            proven = False
        elif _is_acronym(outside) and _stands_for(_letters(outside), inside):
            acronyms.add(_letters(outside))
            outside = inside
        else:
            continue
        rest = outside
    return rest, acronyms, aside, proven


def _without_dash(name: str, acronyms: set[str], known: str) -> tuple[str, set[str]]:
    """The name without an acronym that stands before or behind a dash."""
    parts = _DASH.split(name, maxsplit=1)
    if len(parts) == 2:
        for one, other in (parts, parts[::-1]):
            letters = _letters(one)
            if _is_acronym(one) and (letters == known or _stands_for(letters, other)):
                return other, acronyms | {letters}
    return name, acronyms


def _is_acronym(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return (
        2 <= len(letters) <= _LONGEST_ACRONYM
        and not re.search(r"\s", text)
        and capitals * 3 >= len(letters) * 2
        and not is_distinguishing(folded(text))
        and find_country(text) is None
    )


def _stands_for(letters: str, name: str) -> bool:
    """Whether the letters are the beginnings of the name's words, in order: of each one, but for
    the small."""
    words = folded(name).split()
    ends = {0}
    for word in words if len(words) > 1 and len(letters) <= _LONGEST_ACRONYM else ():
        ends = {
            end + taken
            for end in ends
            for taken in range(0 if word in SMALL else 1, len(word) + 1)
            if letters.startswith(word[:taken], end)
        }
    return len(letters) > 1 and len(letters) in ends


def _letters(text: str) -> str:
    return folded(text).replace(" ", "")


def _form(form: str) -> str:
    """A legal form, however it is spelt."""
    plain = _letters(form)
    return _SAME_FORMS.get(plain, plain)


_SAME_FORMS = {
    "limited": "ltd", "incorporated": "inc", "coltd": "ltd", "privatelimited": "pvtltd",
    "eingetragenerverein": "ev", "asociacioncivil": "ac", "特定非営利活動法人": "npo法人",
    "limitedbyguarantee": "ltdbyguarantee", "companylimitedbyguarantee": "ltdbyguarantee",
    "認定npo法人": "npo法人", "認定特定非営利活動法人": "npo法人", "501c3": "501c3",
    "rekisteroityyhdistys": "ry",
}  # fmt: skip
