"""Contractions: "à" before "le Sénat" is "au Sénat", as the wording of a language has it.

A recipient's name for a sentence brings its article along, and the author's sentence the
preposition before it. They are made one word at that seam and nowhere else: what the author
typed, and whatever else an expression inserts, is printed as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from undersigned.model.node import Emphasis, Inline, Link, Strikethrough, Strong
from undersigned.model.text import Text

__all__ = ["Contractions", "InText", "Inserted"]

_SPACES = " \t\n\u00a0\u202f"
_LETTERS = r"[\w\u0300-\u036f]+"
_LETTER = re.compile(r"[\w\u0300-\u036f]")
# "le " before a word, or "l’" with the word right behind it.
_ARTICLE = re.compile(rf"({_LETTERS}(?:['’]|(?=[{_SPACES}])))[{_SPACES}]*(?=\S)")
# What is behind a hyphen is a part of a word: "là-de". An apostrophe parts two: "jusqu’à".
_HYPHENS = ("-", "\u00ad", "\u2010", "\u2011")


class InText(str):
    """A recipient's name in the form for a sentence, or several as a list: what the expression
    `recipient.in_text` gives. Whatever makes other words of it gives a plain `str`."""

    __slots__ = ()


@dataclass(frozen=True)
class Inserted(Text):
    """Words from an expression, not from the author. No letter holds one: `Contractions` makes
    them `Text`. `in_text` is whether they are an `InText`."""

    in_text: bool = False


class Contractions:
    """The contractions of one language; `table` maps "à le" to "au"."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._forms: dict[tuple[str, ...], str] = {
            tuple(_plain(key).split()): form for key, form in table.items()
        }

    def line(self, parts: Sequence[Text]) -> str:
        """The parts of one line as its words."""
        return "".join(word for word in self._words(parts) if word is not None)

    def run(self, nodes: Sequence[Inline]) -> tuple[Inline, ...]:
        """Running text with its contractions made, and with no `Inserted` in it.

        Emphasis and links may begin or end at the seam: the contraction stands where the
        preposition stood. Struck out words are apart from the others.
        """
        leaves = list(_leaves(nodes))
        if not any(isinstance(leaf, Inserted) for leaf in leaves):
            return tuple(nodes)
        return _rebuilt(nodes, iter([word for word in self._words(leaves) if word is not None]))

    def _words(self, parts: Sequence[Text | None]) -> list[str | None]:
        """The words of each part; None is what parts two texts."""
        words = [None if part is None else part.text for part in parts]
        if self._forms:
            for index, part in enumerate(parts):
                if isinstance(part, Inserted) and part.in_text:
                    self._contract(parts, words, index)
        return words

    def _contract(self, parts: Sequence[Text | None], words: list[str | None], index: int) -> None:
        article = _ARTICLE.match(words[index] or "")
        at = index - 1
        while at >= 0 and _is_typed(parts[at]) and not (words[at] or "").strip(_SPACES):
            at -= 1
        if article is None or at < 0 or not _is_typed(parts[at]):
            return
        typed = words[at] or ""
        stem = typed.rstrip(_SPACES)
        gap = typed[len(stem) :] + "".join(word or "" for word in words[at + 1 : index])
        start = len(stem)
        while start and _LETTER.match(stem[start - 1]):
            start -= 1
        before = stem[start - 1] if start else _sign_before(words, at)
        if not gap or before in _HYPHENS or _LETTER.match(before):
            return
        form = self._forms.get((_plain(stem[start:]).lower(), _plain(article[1])))
        form = form and _in_case_of(stem[start:], form)
        if not form:
            return
        words[at] = stem[:start] + form + typed[len(stem) :]
        words[index] = (words[index] or "")[article.end() :]
        if form.endswith(("'", "’")):
            words[at] = stem[:start] + form
            words[at + 1 : index] = [""] * (index - at - 1)


def _in_case_of(word: str, form: str) -> str:
    """The form as the word is written: au, Au, AU; empty for a word in no such case."""
    if word.islower():
        return form
    if word[:1].isupper() and word[1:] == word[1:].lower():
        return form[:1].upper() + form[1:]
    return form.upper() if word.isupper() else ""


def _is_typed(part: Text | None) -> bool:
    return part is not None and not isinstance(part, Inserted)


def _sign_before(words: Sequence[str | None], index: int) -> str:
    """The last sign before the part, which may be in another form: "**modè**le"."""
    while index and words[index - 1] == "":
        index -= 1
    return (words[index - 1] or "")[-1:] if index else ""


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("'", "’")


def _leaves(nodes: Sequence[Inline]) -> Iterator[Text | None]:
    """The words in reading order; None where something else stands between them."""
    for node in nodes:
        match node:
            case Text():
                yield node
            case Emphasis() | Strong() | Link():
                yield from _leaves(node.children)
            case Strikethrough():
                yield None
                yield from _leaves(node.children)
                yield None
            case _:
                yield None


def _rebuilt(nodes: Sequence[Inline], words: Iterator[str]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for node in nodes:
        match node:
            case Text():
                out.append(Text(next(words), node.location, node.origin))
            case Emphasis() | Strong() | Strikethrough() | Link():
                out.append(replace(node, children=_rebuilt(node.children, words)))
            case _:
                out.append(node)
    return tuple(out)
