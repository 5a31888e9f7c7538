"""Bytes of somebody else's file as text: marks, UTF-8, UTF-16, and the code pages of old.

UTF-8 is certain. A code page is a guess, for every one of them reads any bytes: charset-normalizer
tells scripts apart, and among the pages of one script the letters of a language decide, because
in a short list of names there is too little text for statistics. Whoever calls tells the guess
with a sample, and asks where two pages fit alike.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.source import REFUSED

__all__ = ["Decoded", "decode_any"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Page, how common it is where its language is written, and the letters beyond a to z.
_PAGES: tuple[tuple[str, float, str], ...] = (
    ("cp1252", 1.0, "àâæçéèêëîïôœùûüÿ"),
    ("cp1252", 1.0, "äöüß"),
    ("cp1252", 1.0, "áéíñóúüª"),
    ("cp1252", 1.0, "áâãàçéêíóôõú"),
    ("cp1252", 1.0, "àèéìíîòóùú"),
    ("cp1252", 0.98, "äåöéæø"),
    ("cp1252", 0.75, "áðéíóúýþæö"),
    ("cp1252", 0.9, "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœß"),
    ("cp1250", 0.95, "áčďéěíňóřšťúůýž"),
    ("cp1250", 0.95, "ąćęłńóśźż"),
    ("cp1250", 0.95, "áéíóöőúüű"),
    ("cp1250", 0.9, "áäčďéíĺľňóôŕšťúýž"),
    ("cp1250", 0.9, "čćđšž"),
    ("cp1250", 0.9, "ăâîşţ"),
    ("cp1250", 0.8, "áčďéěíňóřšťúůýžąćęłńśźżöőüűäĺľôŕđăâîşţ"),
    ("iso8859_2", 0.85, "áčďéěíňóřšťúůýžąćęłńśźżöőüű"),
    ("cp1254", 0.95, "çğıöşüâîû"),
    ("cp1257", 0.85, "ąčęėįšųūž"),
    ("cp1257", 0.85, "āčēģīķļņšūž"),
    ("cp1251", 0.95, "оеаинтсрвлкмбгдёжзйпуфхцчшщъыьэюя"),
    ("cp1251", 0.9, "оаинвтерсікмбгґдєжзїйлпуфхцчшщьюяўъёыэ"),
    ("cp1251", 0.85, "аоиетнрсвдмкбгђжзјлљњпћуфхцчџшѓќѕ"),
    ("koi8_u", 0.8, "оеаинтсрвлкмбгґдєёжзіїйпуфхцчшщъыьэюя"),
    ("cp866", 0.7, "оеаинтсрвлкмбгдёжзйпуфхцчшщъыьэюя"),
    ("cp1253", 0.95, "αοιετσνηρυκςβγδζθλμξπφχψωάέήίόύώϊϋΐΰ"),
    ("cp1255", 0.95, "יוהלארתבמנשדגזחטךכםןסעףפץצק"),
    ("cp1256", 0.95, "انلميروتبهدسءآأؤإئةثجحخذزشصضطظعغفقكىپچژگکە"),
    ("cp874", 0.75, "".join(map(chr, range(0x0E01, 0x0E5C)))),
    ("mac_roman", 0.85, "àâæçéèêëîïôœùûüÿäößáíñóúãõìòåø"),
    ("cp850", 0.75, "àâæçéèêëîïôùûüÿäößáíñóúãõìòåø"),
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
# What careful typists set between letters, in any of these pages.
_PUNCTUATION = frozenset("\u00a0\u00ad“”„‘’‚«»‹›–—…·•§°ºª©®™€£¥№¿¡×¼½¾")
_WIDE_PUNCTUATION = frozenset("　、。「」『』（）：；，．・ー～－〒")
_CLOSE = 0.04
_SAMPLE = 100_000


@dataclass(frozen=True)
class Decoded:
    """Text with "\\n" as its line end, and what it was read as.

    `guessed`: nothing in the file says so. `rival` is another page that fits as well.
    `sample` is a word that shows whether the guess is right.
    """

    text: str
    encoding: str
    guessed: bool = False
    rival: str = ""
    sample: str = ""


def decode_any(data: bytes, shown: str, encoding: str | None = None) -> Decoded:
    """The bytes as text, in the encoding that is given or in the one they seem to be in.

    Raises `InvalidInput` where the given one does not fit, or none does.
    """
    if encoding:
        return Decoded(_lines(_decode(data, encoding, shown)), encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _marked(data[len(mark) :] if name == "utf-8" else data, name, shown)
            return Decoded(_lines(text), name)
    wide = _utf16(data)
    try:
        return Decoded(_lines(data.decode(wide or "utf-8")), wide or "utf-8")
    except UnicodeDecodeError:
        return _guessed(data, shown)


def _decode(data: bytes, encoding: str, shown: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        finding = Finding(
            Location(shown), "encoding", f'unknown encoding "{encoding}"', "such as windows-1252"
        )
    except UnicodeError:
        said, hint = f"the file is not {encoding}", "leave --encoding out, or name another"
        finding = Finding(Location(shown), "encoding", said, hint)
    raise InvalidInput([finding])


def _marked(data: bytes, encoding: str, shown: str) -> str:
    """What follows a mark, which says the encoding."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        said = f"the file begins as {encoding.upper()} and does not go on as it"
        hint = "fetch or save it again: it may be cut off; or name its encoding with --encoding"
        raise InvalidInput([Finding(Location(shown), "encoding", said, hint)]) from error


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of what separates the cells is zero."""
    head = data[:4000]
    if len(head) < 4 or len(head) % 2:
        return ""
    for name, zeros, others in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if head[zeros::2].count(0) > len(head) / 10 and head[others::2].count(0) == 0:
            return name
    return ""


def _guessed(data: bytes, shown: str) -> Decoded:
    sample = data
    if len(data) > _SAMPLE:
        # Whole lines: half a character at the end would rule its encoding out.
        sample = data[:_SAMPLE].rpartition(b"\n")[0] or data[:_SAMPLE]
    ranked = sorted(_scores(sample), reverse=True)
    readable = [found for found in ranked if found[0] > 0.3 and _decodes(data, found[1])]
    if not readable:
        said = "the file is in no encoding that is known here"
        hint = "save it as UTF-8, or name its encoding with --encoding"
        raise InvalidInput([Finding(Location(shown), "encoding", said, hint)])
    best, page, seen = readable[0]
    rivals = [name for score, name, text in readable if text != seen and score > best - _CLOSE]
    if rivals:
        page, rivals = _second_opinion(sample, page, rivals)
    text = data.decode(page)
    rival = rivals[0] if rivals else ""
    return Decoded(_lines(text), page, guessed=True, rival=rival, sample=_sample_of(text))


def _decodes(data: bytes, page: str) -> bool:
    try:
        data.decode(page)
    except UnicodeDecodeError:
        return False
    return True


def _second_opinion(sample: bytes, page: str, rivals: list[str]) -> tuple[str, list[str]]:
    """What statistics say of pages that fit alike; what they do not settle stays doubtful."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - wanted for few files, and slow

    best = from_bytes(sample, cp_isolation=[page, *rivals]).best()
    said = best.encoding if best is not None else ""
    east_asian = {name for name, *_ in _MULTIBYTE}
    if said == page or (said in rivals and east_asian.issuperset([page, *rivals])):
        return said, []
    return page, rivals


def _scores(data: bytes) -> Iterator[tuple[float, str, str]]:
    """Each page with how well it fits, by its best language, and what it reads."""
    best: dict[str, tuple[float, str]] = {}
    texts: dict[str, str | None] = {}
    for page, weight, alphabet in _PAGES:
        if page not in texts:
            try:
                texts[page] = data.decode(page)
            except UnicodeDecodeError:
                texts[page] = None
        text = texts[page]
        if text is None:
            continue
        score = weight * _fit(text, alphabet)
        if page not in best or score > best[page][0]:
            best[page] = (score, text)
    for page, (score, text) in best.items():
        yield score, page, text
    for page, levels, first, last in _MULTIBYTE:
        if _decodes(data, page):
            text = data.decode(page)
            yield 0.97 * _east_asian(text, levels, first, last), page, text


def _east_asian(text: str, levels: str, first: int, last: int) -> float:
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


def _fit(text: str, letters: str) -> float:
    """What share of the characters beyond ASCII are letters of this alphabet, less what no word
    has (a capital after a small letter, two alphabets in one word) and a little for rare ones."""
    alphabet = frozenset(letters)
    common = frozenset(letters[:12]) if letters[0] > "\u036f" else frozenset()
    strange = [c for c in text if not c.isascii() and c not in _PUNCTUATION]
    if not strange:
        return 1.0
    known = sum(c.lower() in alphabet for c in strange)
    odd = 0
    for word in re.findall(r"\w+", text):
        if word.isascii() or len(word) > 1000:
            continue
        odd += len(re.findall("(?<=[^\\W\\d_A-Z])[^\x00-\x7f]", _odd_capitals(word)))
        odd += _mixed(word) * len(word)
    usual = sum(c.lower() in common for c in strange) / len(strange) if common else 1.0
    return (known - odd) / len(strange) - 0.15 * max(0.0, 0.6 - usual)


def _odd_capitals(word: str) -> str:
    """The word with small letters as "a" and plain capitals as "A", so that a capital beyond
    ASCII shows where it follows a small letter."""
    return "".join("A" if c.isascii() and c.isupper() else c if c.isupper() else "a" for c in word)


def _mixed(word: str) -> int:
    scripts = {unicodedata.name(c, "?").partition(" ")[0] for c in word if c.isalpha()}
    return len(scripts & {"LATIN", "CYRILLIC", "GREEK", "HEBREW", "ARABIC", "THAI"}) > 1


def _sample_of(text: str) -> str:
    """A word or two that are right only in the right encoding."""
    printed = REFUSED.sub(" ", text[:_SAMPLE])
    split = re.split(r"[\s,;|\"]+", printed)
    # An e-mail address belongs into no message.
    words = [word for word in split if not word.isascii() and "@" not in word]
    unique = dict.fromkeys(word[:30] for word in words if any(c.isalpha() for c in word))
    return ", ".join(list(unique)[:3])
