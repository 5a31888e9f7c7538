"""Disguises: a word as it may lie in a file, so that a search for it finds it whatever wraps it.

A file is unwrapped first: compressed streams, base64, hexadecimal strings, escapes of HTML, JSON,
addresses and mails. A word is then looked for as it is, without accents, apart and composed,
backwards and in capitals.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import re
import unicodedata
import zlib
from html import unescape
from quopri import decodestring
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pypdf
from pypdf.generic import StreamObject

from tests.support.pdf import pdf_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["drawn_characters", "find_words", "unwrapped", "unwrapped_pdf"]

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}(?:\r?\n[A-Za-z0-9+/_-]+)*={0,2}")
_HEXADECIMAL = re.compile(rb"(?:[0-9A-Fa-f]{2}\s?){6,}")
_MAPPED = re.compile(r"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>")


def find_words(pieces: Iterable[str | bytes], words: Iterable[str]) -> set[str]:
    """Those of the words that stand in one of the pieces, in whatever disguise."""
    forms = {word: (_forms(word), _encoded(word)) for word in words}
    found: set[str] = set()
    for piece in pieces:
        spread = piece.lower() if isinstance(piece, bytes) else _folded(piece)
        for word, (as_text, as_bytes) in forms.items():
            if isinstance(spread, bytes):
                there = any(form in spread for form in as_bytes)
            else:
                there = any(form in spread for form in as_text)
            if there:
                found.add(word)
    return found


def unwrapped(data: bytes) -> list[str | bytes]:
    """A file's bytes and text, and all that is wrapped in it."""
    return [read for piece in _pieces(data, 2) for read in _read(piece)]


def unwrapped_pdf(path: Path) -> list[str | bytes]:
    """The same of a PDF file: every stream, every object, and its words as readers see them."""
    data = path.read_bytes()
    reader = pypdf.PdfReader(path)
    read: list[str | bytes] = [pdf_text(path), pdf_text(path, layout=True), repr(reader.metadata)]
    read += _outline(reader.outline)
    pieces = [data, *map(_inflated, _STREAM.findall(data))]
    for number in _objects(reader):
        thing = reader.get_object(number)
        read.append(repr(thing))
        if isinstance(thing, StreamObject):
            pieces.append(_data(thing))
    unlike = dict.fromkeys(pieces)
    return [*read, *(r for piece in unlike for each in _pieces(piece, 1) for r in _read(each))]


def drawn_characters(path: Path) -> set[str]:
    """Every character for which a font of the PDF file holds a sign, by the fonts' own tables."""
    reader = pypdf.PdfReader(path)
    found: set[str] = set()
    for number in _objects(reader):
        thing = reader.get_object(number)
        if not isinstance(thing, StreamObject):
            continue
        data = _data(thing)
        if b"beginbfchar" not in data and b"beginbfrange" not in data:
            continue
        for digits in _MAPPED.findall(data.decode("latin-1")):
            found |= set(bytes.fromhex(digits).decode("utf-16-be", "ignore"))
    return found


def _objects(reader: pypdf.PdfReader) -> Iterator[int]:
    known = set(reader.xref_objStm)
    for table in reader.xref.values():
        known |= set(table)
    return iter(sorted(known - {0}))


def _data(stream: StreamObject) -> bytes:
    # A filter that pypdf does not know is one of pictures; their bytes are searched as they are.
    with contextlib.suppress(Exception):
        return bytes(stream.get_data())
    return b""


def _outline(entries: object) -> Iterator[str]:
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, list):
            yield from _outline(entry)
        else:
            yield str(entry.title)


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return data


def _pieces(data: bytes, depth: int) -> Iterator[bytes]:
    """The bytes, and what is written out within them."""
    yield data
    if not depth:
        return
    for run in _BASE64.findall(data):
        plain = run.replace(b"\r", b"").replace(b"\n", b"").rstrip(b"=").translate(_URL_SAFE)
        try:
            inner = base64.b64decode(plain + b"=" * (-len(plain) % 4))
        except (binascii.Error, ValueError):
            continue
        yield from _pieces(_inflated(inner), depth - 1)
    for run in _HEXADECIMAL.findall(data):
        digits = b"".join(run.split())
        yield bytes.fromhex(digits[: len(digits) // 2 * 2].decode())


_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def _read(data: bytes) -> Iterator[str | bytes]:
    """The bytes, and the text that they are, without the escapes in it."""
    yield data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    else:
        yield text
    if "&" in text:
        yield unescape(text)
    if "%" in text:
        yield unquote(text)
    if "\\" in text:
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
        # Octal, as PDF strings have it.
        octal = re.sub(rb"\\([0-7]{3})", lambda code: bytes([int(code[1], 8) % 256]), data)
        yield octal
    if b"=\n" in data or b"=\r\n" in data:
        yield decodestring(data)


def _forms(word: str) -> tuple[str, ...]:
    folded = _folded(word)
    return folded, folded[::-1]


def _encoded(word: str) -> tuple[bytes, ...]:
    """The word as bytes in small letters, in each encoding that a file may have it in."""
    plain = {form for name in ("NFC", "NFD") for form in [unicodedata.normalize(name, word)]}
    texts = sorted({text.casefold() for form in plain for text in (form, form[::-1])})
    coded = [text.encode(code) for text in texts for code in ("utf-8", "utf-16-be", "utf-16-le")]
    # Small letters alone, also where a byte that is no letter looks like a capital.
    return tuple(dict.fromkeys(form.lower() for form in coded))


def _folded(text: str) -> str:
    """Without accents, case, and whatever parts the letters of a word."""
    if text.isascii():
        return text.lower()
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", text.casefold()))


# Marks that stand on letters, and what nobody sees.
_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]")
