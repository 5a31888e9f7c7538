"""Headings: their levels and anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.sketch import sketch
from tests.support.sources import compose

if TYPE_CHECKING:
    from pathlib import Path

    from undersigned.model.letter import Letter


def parts(letter: Letter, *names: str) -> list[str]:
    """These parts of the letter, one after the other."""
    return sketch(tuple(getattr(letter, name) for name in names)).split("\n")


def test_levels_follow_one_another(tmp_path: Path) -> None:
    """Whatever number of signs was typed, no level is skipped, and each anchor is its own."""
    letter = compose(
        tmp_path,
        body=(
            "### A *b*\n\n# C\n\n#### A b\n\n## ភាសា & 日本!\n\n## ***\n\nsee "
            "[x](#a-b-2)\n\n> ## In quote\n"
        ),
    )
    assert parts(letter, "body") == [
        "Heading level=2 6:1 anchor='a-b'",
        "  'A ' 6:5",
        "  Emphasis",
        "    'b' 6:8",
        "Heading level=2 8:1 anchor='c'",
        "  'C' 8:3",
        "Heading level=3 10:1 anchor='a-b-2'",
        "  'A b' 10:6",
        "Heading level=3 12:1 anchor='ភាសា-日本'",
        "  'ភាសា & 日本!' 12:4",
        "Heading level=3 14:1 anchor='section'",
        "  '***' 14:4",
        "Paragraph 16:1",
        "  'see ' 16:1",
        "  Link href='#a-b-2' 16:5",
        "    'x' 16:6",
        "BlockQuote 18:3",
        "  Heading level=3 18:3 anchor='in-quote'",
        "    'In quote' 18:6",
    ]


def test_the_headings_of_a_block_are_levelled_with_the_letters(tmp_path: Path) -> None:
    """A heading of a block stands under the one before it."""
    letter = compose(
        tmp_path,
        body='# A\n\n{{ block("n") }}\n\n# A\n',
        files={"templates/blocks/n.md": "---\n---\n#### A\n\nWords\n"},
    )
    assert parts(letter, "body") == [
        "Heading level=2 6:1 anchor='a'",
        "  'A' 6:3",
        "Heading level=3 3:1 anchor='a-2'",
        "  'A' 3:6 block",
        "Paragraph 5:1",
        "  'Words' 5:1 block",
        "Heading level=2 10:1 anchor='a-3'",
        "  'A' 10:3",
    ]
