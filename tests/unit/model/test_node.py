"""Nodes: the words of a tree, in reading order."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from undersigned.errors import Findings, Location
from undersigned.load.markdown import parse_markdown
from undersigned.model.node import Block, Emphasis, Paragraph, inline_text, iter_texts
from undersigned.model.text import Text

HERE = Location("a.md", 1, 1)


def blocks(text: str) -> tuple[Block, ...]:
    findings = Findings()
    body = parse_markdown(text, "a.md", 1, lambda _a, _p: Path("/x.png"), findings).body
    assert findings.items == []
    return body


def test_every_word_is_met_in_reading_order() -> None:
    """Headings, lists, tables, quotations with their speakers and code have their turn."""
    text = (
        "# A *b*\n\n- c\n  1. **d** ~~e~~\n\n> f\n> — g\n\n| h | i |\n|---|---|\n| j | `k` |\n\n"
        "```\nl\n```\n\n[m](https://x.example)\\\nn ![o](x.png)\n\n***\n"
    )
    assert "".join(str(words) for words in iter_texts(blocks(text))).split() == [
        "A", "bcd", "ef—", "ghijkl", "m", "n",
    ]  # fmt: skip


def test_running_text_has_its_words_without_their_form() -> None:
    """A line break is a space; an expression, a picture and a note have no words of their own."""
    (paragraph,) = blocks("A *b `c`* [d](https://x.example)  \ne {{ f }}\n")
    assert isinstance(paragraph, Paragraph)
    assert inline_text(paragraph.children) == "A b c d e "


def test_values_are_frozen() -> None:
    """A node cannot be changed after it was made."""
    node = Emphasis((Text("a", HERE),))
    with pytest.raises(FrozenInstanceError):
        node.children = ()  # type: ignore[misc]
