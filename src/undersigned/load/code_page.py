"""Code page: which of the old ones bytes are in, by what the words would be in each.

Every page reads nearly any bytes, so all of them are tried, and the words weighed: by the pairs of
letters of the languages that a page is used for, and among the pages of East Asia by how common
the characters are. What Windows writes comes first, for its pages are what spreadsheets export.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from undersigned.load.letter_pairs import LETTERS, likelihood

__all__ = ["Ranking", "rank_pages"]

_WEST = ("en", "fr", "de", "es", "pt", "it", "sv", "da", "nb", "fi", "nl", "ca", "is")
_MIDDLE = ("pl", "cs", "hu", "sk", "hr", "sl", "ro", "sq")
_CYRILLIC = ("ru", "uk", "bg", "sr", "mk", "be")
_ARABIC = ("ar", "fa", "ur")
# Page, how much less usual it is than Windows-1252 (a natural logarithm), and its languages.
_PAGES: tuple[tuple[str, float, tuple[str, ...]], ...] = (
    ("cp1252", 0.0, _WEST),
    ("cp1250", 2.0, _MIDDLE),
    ("cp1254", 1.0, ("tr", "az")),
    ("cp1257", 1.5, ("lt", "lv", "et")),
    ("cp1251", 0.0, _CYRILLIC),
    ("cp1253", 0.0, ("el",)),
    ("cp1255", 0.0, ("he",)),
    ("cp1256", 0.0, _ARABIC),
    ("cp1258", 1.0, ("vi",)),
    ("cp874", 0.0, ("th",)),
    ("mac_roman", 2.0, _WEST),
    ("koi8_u", 2.0, ("ru", "uk", "bg")),
    ("cp866", 2.0, ("ru", "uk", "bg")),
    ("cp850", 3.0, _WEST),
    ("iso8859_2", 6.0, _MIDDLE),
    ("iso8859_5", 6.0, _CYRILLIC),
    ("iso8859_6", 6.0, ("ar",)),
    ("iso8859_7", 6.0, ("el",)),
    ("iso8859_8", 6.0, ("he",)),
    ("mac_latin2", 3.0, _MIDDLE),
    ("mac_cyrillic", 3.0, _CYRILLIC),
    ("cp852", 4.0, _MIDDLE),
)
# East Asian encodings, with the first bytes of the characters that everybody uses: kana and the
# first level of kanji or hanzi, the syllables of Korean. The rest is rare in any text, and what
# a wrong reading is made of.
_MULTIBYTE: tuple[tuple[str, str, int, int], ...] = (
    ("cp932", "cp932", 0x81, 0x98),
    ("euc_jp", "cp932", 0x81, 0x98),
    ("gb18030", "gb18030", 0xB0, 0xD7),
    ("big5", "big5", 0xA4, 0xC6),
    ("cp949", "cp949", 0xB0, 0xC8),
)
_WIDE_PUNCTUATION = frozenset("　、。「」『』（）：；，．・ー～－〒")
# By so much a reading has to be likelier than the next one (a natural logarithm), and by more
# where its signs are not even so likely, on average, in words of a language.
_CLEARLY, _VERY_CLEARLY, _LIKELY = 3.5, 10.0, -9.5
# What share of East Asian characters is in everyday use, and by how much it has to be more than
# in the next page.
_EVERYDAY, _MORE = 0.75, 0.04
# With fewer different characters than this nothing is certain among them.
_FEW = 6
_MOST_WORDS = 1500


@dataclass(frozen=True)
class Ranking:
    """The page that fits best; `rivals` are others that may be meant as well, best first, and
    there are none where it is clear."""

    page: str
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Reading:
    page: str
    text: str
    score: float
    mean: float = 0.0


def rank_pages(data: bytes) -> Ranking | None:
    """Which page these bytes are in; None where there is none that reads them as text."""
    narrow, wide = _narrow(data), _wide(data)
    likely = bool(narrow) and narrow[0].mean >= _LIKELY
    if wide and wide[0].score > _EVERYDAY and not likely:
        return _east_asian_ranking(data, wide, narrow)
    if not narrow:
        return Ranking(wide[0].page, tuple(r.page for r in wide[1:3])) if wide else None
    best = narrow[0]
    # The most usual of those that read it alike.
    order = [page for page, *_ in _PAGES]
    alike = [r.page for r in narrow if r.text == best.text]
    page = min(alike, key=order.index)
    others = _distinct(narrow)[1:]
    margin = _CLEARLY if likely else _VERY_CLEARLY
    close = [
        r.page
        for r in others
        # A standard that hardly any program writes is a rival only where it reads much better.
        if r.score > best.score - margin and not (_is_iso(r.page) and r.mean <= best.mean + 1)
    ]
    if wide and wide[0].score > _EVERYDAY + (1 - _EVERYDAY) / 2:
        close.insert(0, wide[0].page)
    return Ranking(page, tuple(close[:2]))


def _narrow(data: bytes) -> list[_Reading]:
    """The readings of one byte a letter, the likeliest first."""
    found = []
    for page, rarity, languages in _PAGES:
        text = _decoded(data, page)
        if text is None or re.search("[\x80-\x84\x86-\x9f]", text):
            continue
        words = dict.fromkeys(word for word in LETTERS.findall(text) if not word.isascii())
        taken = list(words)[:_MOST_WORDS]
        signs = sum(not sign.isascii() for word in taken for sign in word)
        score = likelihood(taken, languages)
        found.append(_Reading(page, text, score - rarity, score / max(signs, 1)))
    return sorted(found, key=lambda reading: -reading.score)


def _is_iso(page: str) -> bool:
    return page.startswith("iso")


def _distinct(readings: list[_Reading]) -> list[_Reading]:
    """Each text once."""
    found: dict[str, _Reading] = {}
    for reading in readings:
        found.setdefault(reading.text, reading)
    return list(found.values())


def _wide(data: bytes) -> list[_Reading]:
    """The readings of East Asia, the most everyday one first."""
    found = []
    for page, levels, first, last in _MULTIBYTE:
        text = _decoded(data, page)
        if text is not None:
            found.append(_Reading(page, text, _everyday(text, levels, first, last)))
    return _distinct(sorted(found, key=lambda reading: -reading.score))


def _everyday(text: str, levels: str, first: int, last: int) -> float:
    """What share of the characters beyond ASCII is in everyday use, less those that stand in
    one word with plain letters."""
    strange = [c for c in text if not c.isascii() and c not in _WIDE_PUNCTUATION]
    if not strange:
        return 0.0
    common = 0
    for character in strange:
        written = character.encode(levels, "replace")
        common += len(written) == 2 and first <= written[0] <= last
    mixed = 0
    for run in re.finditer(r"[^\x00-\x7f]+", text):
        beside = text[max(run.start() - 1, 0) : run.start()] + text[run.end() : run.end() + 1]
        mixed += len(run[0]) if re.search("[A-Za-z]", beside) else 0
    return (common - mixed) / len(strange)


def _east_asian_ranking(data: bytes, readings: list[_Reading], narrow: list[_Reading]) -> Ranking:
    """What statistics say of pages that fit alike; what they do not settle stays doubtful."""
    best = readings[0]
    few = len({sign for sign in best.text if not sign.isascii()}) < _FEW
    rivals = [r.page for r in readings[1:] if r.score > best.score - (1 if few else _MORE)]
    if few and not rivals:
        rivals = [r.page for r in narrow[:1]]
    if few or not rivals:
        return Ranking(best.page, tuple(rivals[:2]))
    from charset_normalizer import from_bytes  # noqa: PLC0415 - wanted for few files, and slow

    found = from_bytes(data, cp_isolation=[best.page, *rivals]).best()
    said = found.encoding if found is not None else ""
    if said == best.page or said in rivals:
        return Ranking(said)
    return Ranking(best.page, tuple(rivals[:2]))


def _decoded(data: bytes, page: str) -> str | None:
    try:
        return data.decode(page)
    except UnicodeDecodeError:
        return None
