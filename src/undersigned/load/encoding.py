"""Bytes of somebody else's file as text: marks, UTF-8, UTF-16, and the code pages of old.

UTF-8 is certain, and what is UTF-8 but for a few bytes is UTF-8 as well: these are kept in the
text as halves of characters, so that their rows can be refused. A code page is a guess, for every
one of them reads any bytes (`load.code_page`). Whoever calls tells the guess with a sample, and
asks where it is not clear.
"""

from __future__ import annotations

import codecs
import re
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
_SAMPLE = 100_000
# Bytes that are no UTF-8, as Python keeps them.
_HALVES = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True)
class Decoded:
    """Text with "\\n" as its line end, and what it was read as.

    `guessed`: nothing in the file says so. `rivals` are other pages that it may be in as well.
    `sample` is a word that shows whether the guess is right.
    """

    text: str
    encoding: str
    guessed: bool = False
    rivals: tuple[str, ...] = ()
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
        text = _broken_utf8(data)
        return Decoded(_lines(text), "utf-8") if text else _guessed(data, shown)


def _broken_utf8(data: bytes, *, said: bool = False) -> str:
    """What is UTF-8 but for a few bytes, with those as halves of characters; "" for what is
    something else. `said`: a mark, or the user, says that it is UTF-8."""
    text = data.decode("utf-8", "surrogateescape")
    bad = len(_HALVES.findall(text))
    # Halves of characters that a program has encoded one by one, and the beginning of a character
    # at the end of a file that was cut off, are found in no other encoding but by chance.
    halves = len(re.findall(b"\xed[\xa0-\xbf][\x80-\xbf]", data))
    cut = re.search(b"([\xe1-\xef][\x80-\xbf]|[\xf1-\xf4][\x80-\xbf]{1,2})$", data)
    good = sum(not sign.isascii() for sign in text) - bad + 4 * halves
    good += 3 if cut else 0
    if said:
        return text if bad <= good + 3 and 10 * bad < len(data) else ""
    return text if bad < good else ""


def _decode(data: bytes, encoding: str, shown: str) -> str:
    try:
        if codecs.lookup(encoding).name == "utf-8":
            text = _broken_utf8(data, said=True)
            if text:
                return text
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
        text = _broken_utf8(data, said=True) if encoding == "utf-8" else ""
        if text:
            return text
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
    from undersigned.load.code_page import rank_pages  # noqa: PLC0415 - wanted for few files

    sample = data
    if len(data) > _SAMPLE:
        # Whole lines: half a character at the end would rule its encoding out.
        sample = data[:_SAMPLE].rpartition(b"\n")[0] or data[:_SAMPLE]
    ranking = rank_pages(sample)
    pages = [ranking.page, *ranking.rivals] if ranking else []
    pages = [page for page in pages if _decodes(data, page)]
    if not pages:
        said = "the file is in no encoding that is known here"
        hint = "save it as UTF-8, or name its encoding with --encoding"
        raise InvalidInput([Finding(Location(shown), "encoding", said, hint)])
    text = _lines(data.decode(pages[0]))
    return Decoded(text, pages[0], guessed=True, rivals=tuple(pages[1:]), sample=_sample_of(text))


def _decodes(data: bytes, page: str) -> bool:
    try:
        data.decode(page)
    except UnicodeDecodeError:
        return False
    return True


def _sample_of(text: str) -> str:
    """A word or two that are right only in the right encoding."""
    printed = REFUSED.sub(" ", text[:_SAMPLE])
    split = re.split(r"[\s,;|\"]+", printed)
    # An e-mail address belongs into no message.
    words = [word for word in split if not word.isascii() and "@" not in word]
    unique = dict.fromkeys(word[:30] for word in words if any(c.isalpha() for c in word))
    return ", ".join(list(unique)[:3])
