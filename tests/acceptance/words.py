"""The words of an output and of a seed, and what differs between them.

Only this is made alike: Unicode's normal form, and whitespace of every kind. What the layout does
to words (hyphens at the end of a line, lines of the page itself) is undone.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

__all__ = ["Difference", "compare", "html_words", "pdf_words", "words"]

_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup"
    "|time|u|var|wbr"
)
_UNSEEN = re.compile("script|style|template|title")
_HYPHENS = "-\u2010\u00ad"
# A line may also end after these, without a hyphen.
_BREAKS_AFTER = "/–—"


@dataclass(frozen=True)
class Difference:
    """What an output lacks, what it has besides, and after how many of the seed's words."""

    lost: list[tuple[int, str]]
    added: list[tuple[int, str]]


def words(text: str) -> list[str]:
    """The words of a text."""
    return unicodedata.normalize("NFC", text).replace("\u00ad", "").split()


def compare(seed: Sequence[str], found: Sequence[str]) -> Difference:
    """What was lost of the seed's words and what was added; a moved word is both."""
    lost, added = [], []
    for tag, start, end, from_, to in SequenceMatcher(
        None, seed, found, autojunk=False
    ).get_opcodes():
        if tag != "equal" and end > start:
            lost.append((start, " ".join(seed[start:end])))
        if tag != "equal" and to > from_:
            added.append((start, " ".join(found[from_:to])))
    return Difference(lost, added)


def html_words(source: str) -> list[str]:
    """The words of the page's one article."""
    reader = _Article()
    reader.feed(source)
    reader.close()
    assert reader.articles == 1, f"{reader.articles} articles"
    return words("".join(reader.text))


class _Article(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.articles = 0
        self._inside = False
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.articles += 1
            self._inside = True
        if _UNSEEN.fullmatch(tag):
            self._unseen += 1
        if not _INLINE.fullmatch(tag):
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._inside = False
        if _UNSEEN.fullmatch(tag):
            self._unseen -= 1
        if not _INLINE.fullmatch(tag):
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        if self._inside and not self._unseen:
            self.text.append(data)


def pdf_words(path: Path, *, known: Collection[str], page_line: str) -> list[str]:
    """The words of a PDF file in the order of its content.

    A line that matches `page_line` as a whole belongs to the page. Whether a hyphen at the end of
    a line is the layout's own is told by `known`, all the words that may occur.
    """
    text = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    lines = [
        unicodedata.normalize("NFC", line).split()
        for page in text.split("\f")
        for line in page.splitlines()
        if not re.fullmatch(page_line, line.strip())
    ]
    found: list[str] = []
    for line in filter(None, lines):
        joined = _join(found[-1], line[0], known) if found else None
        if joined is None:
            found += line
        else:
            found[-1:] = [joined, *line[1:]]
    return [word.replace("\u00ad", "") for word in found]


def _join(end: str, start: str, known: Collection[str]) -> str | None:
    """The word of which one half ends a line and the other starts the next, if it is one."""
    candidates = []
    if end[-1] in _HYPHENS:
        candidates = [end[:-1] + start, end[:-1] + "-" + start]
    elif end[-1] in _BREAKS_AFTER:
        candidates = [end + start]
    for candidate in candidates:
        if candidate in known:
            return candidate
        # The second half may be broken in its turn; the next line decides.
        if start[-1] in _HYPHENS and any(word.startswith(candidate[:-1]) for word in known):
            return candidate
    return None
