"""Letter pairs: how likely words are in the languages that a code page is used for.

The pairs are counted in the names that CLDR has of countries, languages, scripts and currencies,
which Babel ships: some 1,500 words a language. That is little, and enough to tell "für" from "fźr".
Counted when they are asked for: half a second, for a file in a code page alone.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

__all__ = ["LETTERS", "likelihood"]

_EDGE = "^"
_NEVER = 1e-6
# Letters are smoothed with as many invented pairs as this.
_SMOOTH = 8.0
# What stands at the edge of words, and between them, in any language.
_AT_EDGE = frozenset("\u00a0“”„‘’‚«»‹›–—…·•§°ºª©®™¿¡№")
_APART = frozenset("•§°ºª©®™№")
_WITHIN = frozenset("’·\u00ad")
# Not at a blank that does not break: one within a word is a letter read wrong.
LETTERS = re.compile(r"[^ \t\r\n,;|\"()\[\]/<>@0-9_.:!?*+=#&-]+")


def likelihood(words: Iterable[str], languages: Sequence[str]) -> float:
    """The logarithm of how likely the letters beyond ASCII are where they stand, each word in the
    language that suits it best: 0 or less."""
    tables = [_pairs(language) for language in languages]
    return sum(max(_word(word, table) for table in tables) for word in words)


def _word(word: str, table: Mapping[str, float]) -> float:
    total = 0.0
    # Windows-1258 has marks of their own after the letters of Vietnamese.
    padded = f"{_EDGE}{unicodedata.normalize('NFC', word)}{_EDGE}"
    folded = "".join(sign.lower()[0] for sign in padded)
    for at in range(1, len(padded) - 1):
        if padded[at].isascii():
            continue
        total += _sign(padded, folded, at, table)
    return total


def _sign(padded: str, folded: str, at: int, table: Mapping[str, float]) -> float:
    sign, before, after = padded[at], padded[at - 1], padded[at + 1]
    if not (sign.isalpha() or unicodedata.category(sign)[0] == "M"):
        at_edge = sign in _AT_EDGE and not (before.isalpha() and after.isalpha())
        at_edge = at_edge and not (sign in _APART and after.isalpha())
        likely = at_edge or (sign in _WITHIN and before.isalpha() and after.isalpha())
        return 2 * math.log(1e-2 if likely else _NEVER)
    if (sign.isupper() and before.islower()) or _mixed(sign, before, after):
        return 2 * math.log(_NEVER)
    one = table.get(folded[at], _NEVER)
    found = 0.0
    for pair, given in ((folded[at - 1 : at + 1], True), (folded[at : at + 2], False)):
        other = folded[at - 1] if given else folded[at + 1]
        # As likely after this letter as before it: both are told by how often the pair is seen.
        seen = table.get(pair, 0.0)
        base = table.get(other + "#", 0.0)
        found += math.log(max((seen + _SMOOTH * one) / (base + _SMOOTH), _NEVER))
    return found


def _mixed(sign: str, before: str, after: str) -> bool:
    """Whether a letter of another alphabet stands beside a Latin one."""
    beside = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    return beside and sign > "\u024f" and not "\u1e00" <= sign <= "\u1eff"


@cache
def _pairs(language: str) -> dict[str, float]:
    """How often each pair is seen, each letter before or after another ("a#"), and the share of
    each letter."""
    from babel import Locale  # noqa: PLC0415 - for import only

    locale = Locale.parse(language)
    found: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    for names in (locale.territories, locale.languages, locale.scripts, locale.currencies):
        for word in {w for name in names.values() for w in LETTERS.findall(str(name))}:
            padded = f"{_EDGE}{_old(word).lower()}{_EDGE}"
            letters.update(padded)
            found.update(a + b for a, b in pairwise(padded))
    total = sum(letters.values())
    table: dict[str, float] = {pair: float(n) for pair, n in found.items()}
    table |= {f"{letter}#": float(n) for letter, n in letters.items()}
    table |= {letter: max(n / total, _NEVER) for letter, n in letters.items()}
    return table


def _old(word: str) -> str:
    """The word as code pages have it: Romanian with cedillas, for want of commas."""
    return unicodedata.normalize("NFC", word).translate(str.maketrans("șțȘȚ", "şţŞŢ"))
