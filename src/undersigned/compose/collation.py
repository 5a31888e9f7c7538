"""Collation: the order of the alphabet, in a language.

The Unicode Collation Algorithm with CLDR's tailoring for the language, through ICU; where PyICU,
which comes without a wheel, is not installed, the algorithm's own table alone, through pyuca.
`is_tailored` says to which languages that makes a difference.

Before either, a text is made what lists are sorted by (NISO TR03-1999, Guidelines for Alphabetical
Arrangement, 3 and 6): word by word; dashes and slashes part words, other punctuation counts for
nothing, signs such as & come before numbers, and these count by their value. So the attributes of
the algorithm stay as CLDR's root has them: `alternate` non-ignorable, or a blank would not part
words; `numeric` off, since pyuca has none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["collation", "has_tailoring", "is_tailored"]

_IMPLICIT = "@implicitweights"
_PARTING = re.compile(r"[\s/\u2010-\u2015\u2212\u3000-]+")
_DIGITS = 18
# Unicode has them among the punctuation.
_SIGNS = frozenset("&#%@*§")
# Languages whose order CLDR 42 tailors (common/collation), and locales that differ from theirs.
# Those of Chinese hold for all its regions, and "no" is Norwegian in either of its forms.
_TAILORED = """
    af am ar as az be bg bn bo br bs ceb chr cs cy da dsb ee el eo es et fa fi fil fo fy gl gu ha
    haw he hi hr hsb hu hy ig is ja ka kk kl km kn ko kok ku ky lkt ln lo lt lv mk ml mn mr mt my
    nb ne nn no om or pa pl ps ro ru se si sk sl smn sq sr sv ta te th tk to tr ug uk ur uz vi wo
    yi yo zh fr-CA
"""


def has_tailoring() -> bool:
    """Whether this machine knows more than the table of the algorithm itself."""
    return _icu() is not None


def is_tailored(language: str) -> bool:
    """Whether the language (BCP 47) has an order of its own, which the table alone does not
    give: Spanish with its ñ, Swedish with å, ä and ö at the end."""
    tailored = frozenset(_TAILORED.split())
    return language in tailored or language.partition("-")[0].casefold() in tailored


def collation(texts: Iterable[str], language: str) -> Callable[[str], Any]:
    """The key by which these texts are sorted in a language; it may hold for no others.

    pyuca parses 35,000 rows, which takes longer than all else that is done before the letter
    is set. Rows are looked up by the characters of a text alone, so the others are left out.
    """
    icu = _icu()
    if icu is not None:
        collator = icu.Collator.createInstance(icu.Locale.forLanguageTag(language))
        return lambda text: collator.getSortKey(_as_sorted(text))
    key = _untailored(_as_sorted(text) for text in texts)
    return lambda text: key(_as_sorted(text))


def _as_sorted(text: str) -> str:
    """The text without what counts for nothing, and its numbers as long as each other."""
    words = _PARTING.sub(" ", text)
    plain = "".join(sign for sign in words if not _counts_for_nothing(sign)).strip() or words
    return re.sub(r"\d+", lambda number: number[0].zfill(_DIGITS), " ".join(plain.split()))


def _counts_for_nothing(sign: str) -> bool:
    if sign in _SIGNS or "\u0f00" <= sign <= "\u0fff":
        # The points of Tibetan part its syllables, as blanks do elsewhere.
        return False
    return unicodedata.category(sign)[0] == "P"


@cache
def _icu() -> Any:
    try:
        import icu  # noqa: PLC0415 - only where something is sorted, and not installed everywhere
    except ImportError:
        return None
    return icu


def _untailored(texts: Iterable[str]) -> Callable[[str], Any]:
    """The key of the table without any language's tailoring."""
    from pyuca import Collator  # noqa: PLC0415 - only where something is sorted
    from pyuca.collator import COLL_ELEMENT_PATTERN  # noqa: PLC0415

    characters = set(unicodedata.normalize("NFD", "".join(texts)))
    needed = {f"{ord(character):04X}" for character in characters}
    starts = {_IMPLICIT[:4], *(code[:4] for code in needed)}

    class NeededRows(Collator):  # type: ignore[misc]  # pyuca has no types
        def load(self, filename: str) -> None:
            for line in Path(filename).read_text(encoding="utf-8").split("\n"):
                if line[:4] not in starts:
                    continue
                row = line.partition("#")[0]
                codes, _, elements = row.partition(";")
                if row.startswith(_IMPLICIT):
                    first, _, last = codes.removeprefix(_IMPLICIT).strip().partition("..")
                    weights = [int(first, 16), int(last, 16), int(elements, 16)]
                    self.implicit_weights.append(weights)
                elif needed.issuperset(codes.split()):
                    key = [int(code, 16) for code in codes.split()]
                    found = COLL_ELEMENT_PATTERN.findall(elements)
                    self.table.add(key, [[int(weight, 16) for weight in e] for e in found])

    sort_key: Callable[[str], Any] = NeededRows().sort_key
    return sort_key
