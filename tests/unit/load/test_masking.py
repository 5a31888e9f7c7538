"""Expressions that do not close."""

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
            "A {{ b }\n\nC }}\n",
            [
                (
                    "[expression] a.md:1:3: {{ is not closed (write }} after the "
                    "expression, or \\{{ for two braces in the text)"
                ),
            ],
            id="an expression that is not closed",
        ),
        pytest.param(
            'A {{ "b }}\n\nC\n',
            [
                (
                    "[expression] a.md:1:3: {{ is not closed (write }} after the "
                    "expression, or \\{{ for two braces in the text)"
                ),
            ],
            id="an expression whose text is not closed",
        ),
        pytest.param(
            "A {{ b } c }}\n",
            [
                (
                    "[expression] a.md:1:3: {{ is not closed (write }} after the "
                    "expression, or \\{{ for two braces in the text)"
                ),
            ],
            id="an expression closed by one brace",
        ),
        pytest.param(
            "`{{` is code\n",
            [
                (
                    "[expression] a.md:1:2: {{ is not closed (write }} after the "
                    "expression, or \\{{ for two braces in the text)"
                ),
            ],
            id="an opening in code",
        ),
        pytest.param(
            "A {{ b\n\nC {{ d }}\n",
            [
                (
                    "[expression] a.md:1:3: {{ is not closed (write }} after the "
                    "expression, or \\{{ for two braces in the text)"
                ),
            ],
            id="one after the other",
        ),
    ],
)
def test_all_that_is_wrong_is_told(text: str, expected: list[str]) -> None:
    """An expression that does not close is told where it opens, once."""
    assert said(text) == expected
