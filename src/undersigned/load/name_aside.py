"""What stands beside a name: the acronym in brackets or behind a dash, and a former name."""

from __future__ import annotations

import re

from undersigned.load.country import find_country
from undersigned.load.name_vocabulary import SMALL, is_distinguishing
from undersigned.model.organisation_name import folded

__all__ = [
    "BRACKETS",
    "DASH",
    "is_acronym",
    "letters_of",
    "without_acronym_at_dash",
    "without_brackets",
]

BRACKETS = re.compile(r"\s*[(\[（【]\s*([^()\[\]（）【】]{1,200}?)\s*[)\]）】]")
DASH = re.compile(r"\s+[-–—|]\s+|(?<=\w)\s*[—:：]\s+")
_FORMER = re.compile(
    r"(?:formerly|previously|ex|née?|anciennement|antes|antiguamente|früher|vormals|ehemals|dulu|"
    r"sebelumnya|zamani|precedentemente|also|aka|a\.k\.a\.|auch|alias)\b"
    r"(?:\s+(?:known|called|connue?|conocid[ao]|bekannt|dikenal)\b)?(?:\s+(?:as|sous|como|als|sebagai)\b)?"
    r"[\s:,]*(?P<name>\S.*)",
    re.IGNORECASE,
)
_LONGEST_ACRONYM = 15


def without_brackets(name: str, known: str) -> tuple[str, set[str], list[str], bool]:
    acronyms: set[str] = set()
    aside: list[str] = []
    proven = True
    rest = name
    for match in BRACKETS.finditer(name):
        inside = match[1]
        outside = " ".join(rest.replace(match[0], " ", 1).split())
        if not folded(outside):
            continue
        if former := _FORMER.fullmatch(inside):
            aside.append(former["name"])
        elif (letters := letters_of(inside)) == known or (
            _stands_for(letters, outside) and not _is_code(letters)
        ):
            acronyms.add(letters)
        elif (is_acronym(inside) and not outside.isupper()) or _stands_for(letters, outside):
            # It may as well be a town: proven where the other has it for an acronym too.
            acronyms.add(letters)
            proven = False
        elif is_acronym(outside) and _stands_for(letters_of(outside), inside):
            acronyms.add(letters_of(outside))
            outside = inside
        else:
            continue
        rest = outside
    return rest, acronyms, aside, proven


def without_acronym_at_dash(name: str, acronyms: set[str], known: str) -> tuple[str, set[str]]:
    """The name without an acronym that stands before or behind a dash."""
    parts = DASH.split(name, maxsplit=1)
    if len(parts) == 2:
        for one, other in (parts, parts[::-1]):
            letters = letters_of(one)
            if is_acronym(one) and (letters == known or _stands_for(letters, other)):
                return other, acronyms | {letters}
    return name, acronyms


def is_acronym(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return (
        2 <= len(letters) <= _LONGEST_ACRONYM
        and not re.search(r"\s", text)
        and capitals * 3 >= len(letters) * 2
        and not is_distinguishing(folded(text))
        and find_country(text) is None
    )


def _is_code(letters: str) -> bool:
    """Whether it is what one writes for a country too: LA, UK."""
    return len(letters) == 2 and find_country(letters) is not None


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


def letters_of(text: str) -> str:
    return folded(text).replace(" ", "")
