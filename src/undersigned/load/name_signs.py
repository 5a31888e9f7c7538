"""Signs and blanks: what in two names of the same letters may be more than typing.

A hyphen stands for a blank, capitals within a word show where a blank would be, and scripts that
leave no blanks may have some. But "3.5" is not "35", "C++" not "C", and "Now Here" not "Nowhere".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import IntEnum
from functools import cache

from undersigned.model.organisation_name import folded

__all__ = ["blanks_move", "runs_on", "telling_signs"]


class _Between(IntEnum):
    """What stands between two letters."""

    NOTHING = 0
    SHOWN = 1  # a capital, an apostrophe, a digit after a letter: a blank might stand here
    HYPHEN = 2
    BLANK = 3


# Between two digits, after a letter or a digit, before a digit, after a digit.
_TELLING = re.compile(
    r"(?<=\d)\s*(?:[^\w\s]|_)+\s*(?=\d)|(?<=\w)[+#]+(?!\w)"
    r"|(?<![\w\s])[^\w\s](?=\d)|(?<!\S)[-−+±<>≤≥~$€£¥#]+(?=\d)|(?<=\d)[%‰°$€£¥+#]+"
)
_DASHES = re.compile("[‐‑‒–—―−]")
# Letters with dots between them are one word.
_DOTTED = re.compile(r"(?<!\w)([^\W\d_])\.\s*(?=[^\W\d_](?!\w))")
_APOSTROPHES = frozenset("'’‘ʻʼ`´′")
# Written apart, with a hyphen or in one, and never two things.
_ONE_WORD = frozenset(
    """
    southeast southwest northeast northwest southeastern southwestern northeastern northwestern
    nonprofit nonprofits nongovernmental nonviolence nonviolent anticorruption antiracist
    antiracism grassroots healthcare childcare newsroom
    """.split()  # noqa: SIM905 - a list of words
)


def telling_signs(name: str) -> tuple[str, ...]:
    """The signs that are read aloud: between digits, at one, and "+" and "#" after a word."""
    found = _TELLING.findall(_DASHES.sub("-", unicodedata.normalize("NFKC", name)))
    return tuple(sign.strip() for sign in found)


def blanks_move(one: str, other: str) -> bool:
    """Whether a blank of one is nowhere in the other: no hyphen, and no capital that shows it."""
    letters, mine = _boundaries(one)
    others, theirs = _boundaries(other)
    if letters != others:
        return folded(one).split() != folded(other).split()
    more, fewer = False, False
    for at in mine.keys() | theirs.keys():
        pair = mine.get(at, _Between.NOTHING), theirs.get(at, _Between.NOTHING)
        if max(pair) < _Between.HYPHEN or min(pair) > _Between.NOTHING:
            continue
        if _leaves_no_blanks(letters[at - 1]) or _leaves_no_blanks(letters[at]):
            more, fewer = more or pair[0] > pair[1], fewer or pair[0] < pair[1]
        elif _word(letters, theirs if pair[0] > pair[1] else mine, at) not in _ONE_WORD:
            return True
    return more and fewer


def runs_on(word: str) -> bool:
    """Whether its script leaves no blanks between words."""
    code = ord(word[0])
    return 0x0E00 <= code <= 0x109F or 0x1780 <= code <= 0x17FF or 0x2E80 <= code <= 0x9FFF


def _leaves_no_blanks(sign: str) -> bool:
    # Korean has blanks, and everybody sets them otherwise.
    return runs_on(sign) or 0xAC00 <= ord(sign) <= 0xD7A3


def _word(letters: str, between: Mapping[int, _Between], at: int) -> str:
    """The word of that name in whose midst this place is."""
    ends = [place for place, kind in between.items() if kind >= _Between.HYPHEN]
    start = max((place for place in ends if place < at), default=0)
    return letters[start : min((place for place in ends if place > at), default=len(letters))]


def _boundaries(name: str) -> tuple[str, Mapping[int, _Between]]:
    """The name's letters, and what stands between them: before the letter of that place."""
    text = _DOTTED.sub(r"\1", unicodedata.normalize("NFKC", name).replace("&", " and "))
    letters, previous, kind = "", "", _Between.NOTHING
    found: dict[int, _Between] = {}
    for sign, following in zip(text, [*text[1:], ""], strict=False):
        if not (sign.isalnum() or unicodedata.category(sign)[0] == "M"):
            kind = max(kind, _kind(sign))
            continue
        if _shows(previous, sign, following):
            kind = max(kind, _Between.SHOWN)
        if letters and kind:
            found[len(letters)] = kind
        letters += _plain(sign)
        previous, kind = sign, _Between.NOTHING
    return letters, {at: kind for at, kind in found.items() if at < len(letters)}


def _kind(sign: str) -> _Between:
    category = unicodedata.category(sign)
    if sign in _APOSTROPHES or category == "Cf":
        return _Between.SHOWN
    return _Between.HYPHEN if category == "Pd" else _Between.BLANK


def _shows(previous: str, sign: str, following: str) -> bool:
    """Whether a word begins at this sign, as far as capitals and digits tell."""
    if previous.isalpha() and sign.isalpha():
        return sign.isupper() and (previous.islower() or following.islower())
    return previous.isalnum() and sign.isalnum() and previous.isdigit() is not sign.isdigit()


@cache
def _plain(sign: str) -> str:
    return folded(sign).replace(" ", "")
