"""Columns of words: whatever Markdown stands around them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from undersigned.errors import Findings, Location
from undersigned.load.markdown import MarkdownTree, parse_markdown
from undersigned.model.node import Expression, FootnoteReference, Image, Link
from undersigned.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each piece of Markdown may come before each other one; "@" becomes a word like no other.
_PIECES = [
    "@", "@ @", " @", "\n", "\n\n", "\n\n@", "  ", "    ", "- ", "1. ", "2) ", "> ", "\n> @",
    "\n- @", "\n  - @", "\n> - @", "# @", "**@", "*", "_@", "`@", "\n```\n@", "~~", "[@", "]",
    "](https://x.example)", '](https://x.example "tit(le")', "](<https://x.example/(a>)",
    "](https://x.example/(a))", "[@](https://x.example) ", "<https://x.example>", "<!-- c -->",
    "\n<!-- c\nd -->\n", "&amp;", "&copy;", "&#35;", "\\", "\\*@", "\\[", "\\\\", "\\{{", "\\\n",
    "  \n", "{{ a }}@", "{{ a\n | b }}", "{{ '}}' }}", "{{ 'a|b' }}", "\n\n{% if a > 3 %}\n\n@",
    "\n\n{% endif %}\n\n", "\n{% for d in a %}\n@",
    "\n{% endfor %}\n", "|", "\n| @ | b |\n|---|:-:|\n",
    "\n| @ | x\\|@ ", "[^1]", "[^2]", "\n\n[^1]: @", "\n\n[^2]: @", "^[@", "![@](dam.png)",
    "\n> — @", "é@", "日本@", "\t@", "'", '"', "\n===\n", "\n---\n", "!",
]  # fmt: skip


def nodes(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for item in value:
            yield from nodes(item)
    elif is_dataclass(value) and not isinstance(value, Location | type):
        yield value
        for field in () if isinstance(value, Text) else fields(value):
            yield from nodes(getattr(value, field.name))


def read(text: str) -> tuple[MarkdownTree, Findings]:
    findings = Findings()
    tree = parse_markdown(text, "a.md", 1, lambda _address, _place: Path("/dam.png"), findings)
    return tree, findings


def numbered(pieces: list[str]) -> str:
    """The pieces as one text, each "@" in it another word."""
    first, *others = "".join(pieces).split("@")
    return first + "".join(f"w{number}w{other}" for number, other in enumerate(others))


_documents = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=25).map(numbered)


@settings(max_examples=300)
@given(_documents)
def test_a_place_is_where_the_thing_stands(text: str) -> None:
    """Words, expressions, links and notes stand at the line and column that they say."""
    lines = text.split("\n")

    def source(place: Location) -> str:
        return lines[place.line - 1][place.column - 1 :]

    tree, _ = read(text)
    for node in nodes((tree.body, tree.footnotes)):
        match node:
            case Text() if word := re.match(r"w\d+w", node.text):
                assert source(node.location).lstrip("`").startswith(word[0])
            case Expression():
                assert source(node.location).startswith("{{")
            case Link():
                assert source(node.location).startswith(("[", "<"))
            case FootnoteReference():
                assert source(node.location).startswith(("[^", "^["))
            case _:
                pass


@settings(max_examples=300)
@given(_documents)
def test_no_word_is_lost_and_none_is_doubled(text: str) -> None:
    """Of a text in which nothing is wrong each word is in the tree, once."""
    tree, findings = read(text)
    if findings.items:
        return
    seen: Counter[str] = Counter()
    for node in nodes((tree.body, tree.footnotes)):
        words = node.text if isinstance(node, Text) else ""
        if isinstance(node, Image):
            words = node.alt
        seen.update(re.findall(r"w\d+w", words))
    # The word behind a fence names a language and is never printed.
    fenced = set(re.findall(r"(?m)^[ >\-\d.)\t]*(?:`{3,}|~{3,})[^\n]*", text))
    expected = re.findall(r"w\d+w", text)
    named = [word for line in fenced for word in re.findall(r"w\d+w", line)]
    assert [w for w in expected if seen[w] != 1 and w not in named] == []
