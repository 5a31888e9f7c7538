"""Running text that is no letter's."""

from __future__ import annotations

from pathlib import Path

import pytest

from undersigned.errors import Findings
from undersigned.load.markdown import parse_markdown


def said(text: str) -> list[str]:
    """Everything wrong with a text: rule, place, message and hint."""
    findings = Findings()
    parse_markdown(text, "a.md", 1, lambda _address, _place: Path("/pic.png"), findings)
    return [f"[{finding.rule}] {finding}" for finding in findings.items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A <b>bold</b> <script>alert()</script> B<br/>\n",
            [
                (
                    "[html] a.md:1:3: HTML is not for letters: <b> (write Markdown; \\< "
                    "prints the sign itself, a \\ at a line's end breaks the line)"
                ),
                (
                    "[html] a.md:1:10: HTML is not for letters: </b> (write Markdown; \\< "
                    "prints the sign itself, a \\ at a line's end breaks the line)"
                ),
                (
                    "[html] a.md:1:15: HTML is not for letters: <script> (write Markdown; "
                    "\\< prints the sign itself, a \\ at a line's end breaks the line)"
                ),
                (
                    "[html] a.md:1:30: HTML is not for letters: </script> (write "
                    "Markdown; \\< prints the sign itself, a \\ at a line's end breaks the "
                    "line)"
                ),
                (
                    "[html] a.md:1:41: HTML is not for letters: <br/> (write Markdown; \\< "
                    "prints the sign itself, a \\ at a line's end breaks the line)"
                ),
            ],
            id="HTML in a sentence",
        ),
        pytest.param(
            "[a](letter.md) and [b](javascript:alert(1)) and <ftp://x.example>\n",
            [
                (
                    '[link] a.md:1:1: the link leads to "letter.md", which a reader '
                    "cannot reach (write the whole address, https:// and all, or #heading "
                    "for a place in the letter)"
                ),
                (
                    '[link] a.md:1:20: the link leads to "javascript:alert(1)", which a '
                    "reader cannot reach (write the whole address, https:// and all, or "
                    "#heading for a place in the letter)"
                ),
                (
                    '[link] a.md:1:49: the link leads to "ftp://x.example", which a '
                    "reader cannot reach (write the whole address, https:// and all, or "
                    "#heading for a place in the letter)"
                ),
            ],
            id="a link to a file",
        ),
        pytest.param(
            "See [](https://river.example).\n",
            [
                "[link] a.md:1:5: the link has no words (write them between the brackets)",
            ],
            id="a link without words",
        ),
        pytest.param(
            "A ![](dam.png) and ![ ](dam.png)\n",
            [
                (
                    "[image-description] a.md:1:3: the picture has no description (write "
                    "what it shows between the brackets: ![description](file))"
                ),
                (
                    "[image-description] a.md:1:20: the picture has no description (write "
                    "what it shows between the brackets: ![description](file))"
                ),
            ],
            id="a picture without a description",
        ),
        pytest.param(
            "![a[^1]](dam.png) b[^1]\n\n[^1]: Note\n",
            [
                (
                    "[footnote] a.md:1:1: a picture's description holds no footnote "
                    "(write the note after the picture)"
                ),
            ],
            id="a footnote in a picture's description",
        ),
        pytest.param(
            "A[^1] and B[^two]\n",
            [
                (
                    "[footnote] a.md:1:2: the footnote [^1] has no text (write [^1]: and "
                    "the text on a line of its own)"
                ),
                (
                    "[footnote] a.md:1:12: the footnote [^two] has no text (write [^two]: "
                    "and the text on a line of its own)"
                ),
            ],
            id="a footnote without text",
        ),
        pytest.param(
            "A\n\n[^1]: One\n\n> [^2]: Two\n",
            [
                (
                    "[footnote] a.md:3:1: nothing refers to the footnote [^1], so its "
                    "text would be lost (write [^1] where the note belongs, or delete it)"
                ),
                (
                    "[footnote] a.md:5:1: nothing refers to the footnote [^2], so its "
                    "text would be lost (write [^2] where the note belongs, or delete it)"
                ),
            ],
            id="a note that nothing refers to",
        ),
        pytest.param(
            "A[^1]\n\n[^1]: One\n\n[^1]: Two\n",
            [
                (
                    "[footnote] a.md:5:1: the footnote [^1] has two texts (the first "
                    "stands on line 3; give this one another name)"
                ),
            ],
            id="a note with two texts",
        ),
    ],
)
def test_all_that_is_wrong_is_told(text: str, expected: list[str]) -> None:
    """What is wrong within a sentence is told at its own column."""
    assert said(text) == expected
