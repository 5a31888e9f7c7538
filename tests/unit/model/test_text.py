"""Text: words and where they come from."""

from __future__ import annotations

from undersigned.errors import Location
from undersigned.model.text import Origin, Text


def test_a_text_prints_as_its_words() -> None:
    """Its place and its origin are no part of what is printed."""
    assert str(Text("*a*", Location("a.md", 1), Origin.FACT)) == "*a*"


def test_a_text_is_prose_unless_it_says_otherwise() -> None:
    """Words of a document are its author's."""
    assert Text("a", Location("a.md")).origin is Origin.PROSE
