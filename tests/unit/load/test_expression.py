"""Expressions that cannot be read."""

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
            "{{ ('a' if b) ~ 'c' }} {{ 'a' if b }} {{ ('a' if b else '') ~ 'c' }}\n",
            [
                (
                    "[expression] a.md:1:1: the choice says nothing for the case that its "
                    'condition does not hold (write an else: {{ "…" if … else "…" }})'
                ),
            ],
            id="a choice within, without an else",
        ),
        pytest.param(
            "A {{ }} B {{}}\n",
            [
                "[expression] a.md:1:3: the expression is empty (write a name inside {{ }})",
                "[expression] a.md:1:11: the expression is empty (write a name inside {{ }})",
            ],
            id="an empty expression",
        ),
        pytest.param(
            "{{ a b }} {{ 1 + }} {{ % }} {{ a. }} {{ a, b }} {{ 'a }}\n",
            [
                (
                    "[expression] a.md:1:49: {{ is not closed (write }} after the "
                    "expression, or \\{{ for two braces in the text)"
                ),
                (
                    "[expression] a.md:1:1: cannot read the expression {{ a b }}: "
                    "expected token ')', got 'b' (a text in it needs quotation marks; a "
                    "name is letters, digits and _)"
                ),
                (
                    "[expression] a.md:1:11: cannot read the expression {{ 1 + }}: "
                    "unexpected ')' (a text in it needs quotation marks; a name is "
                    "letters, digits and _)"
                ),
                (
                    "[expression] a.md:1:21: cannot read the expression {{ % }}: "
                    "unexpected '%' (a text in it needs quotation marks; a name is "
                    "letters, digits and _)"
                ),
                (
                    "[expression] a.md:1:29: cannot read the expression {{ a. }}: "
                    "expected name or number (a text in it needs quotation marks; a name "
                    "is letters, digits and _)"
                ),
            ],
            id="what is no expression",
        ),
        pytest.param(
            "{{ a) }} {{ (b }}\n",
            [
                (
                    "[expression] a.md:1:1: cannot read the expression {{ a) }}: "
                    "unexpected ')' (a text in it needs quotation marks; a name is "
                    "letters, digits and _)"
                ),
                (
                    "[expression] a.md:1:10: cannot read the expression {{ (b }}: "
                    "unexpected '}', expected ')' (a text in it needs quotation marks; a "
                    "name is letters, digits and _)"
                ),
            ],
            id="two expressions in one",
        ),
        pytest.param(
            "{{ " + "(" * 400 + "1" + ")" * 400 + " }}\n",
            [
                (
                    "[expression] a.md:1:1: cannot read the expression: it has too many "
                    "parts inside each other (write it as several)"
                ),
            ],
            id="brackets beyond all use",
        ),
        pytest.param(
            "{{ " + "1+" * 400 + "1 }}\n",
            [
                (
                    "[expression] a.md:1:1: cannot read the expression: it has too many "
                    "parts inside each other (write it as several)"
                ),
            ],
            id="a sum beyond all use",
        ),
        pytest.param(
            "{% for a in " + "(" * 400 + "b" + ")" * 400 + " %}\nA\n{% endfor %}\n",
            [
                (
                    "[statement] a.md:1:1: cannot read the loop: it has too many parts "
                    "inside each other (write it as {% for name in "
                    "signatories.organisations %})"
                ),
            ],
            id="a loop of brackets",
        ),
        pytest.param(
            "{% if (a %}\nA\n{% endif %}\n",
            [
                (
                    "[expression] a.md:1:1: cannot read the expression {{ (a }}: "
                    "unexpected '}', expected ')' (a text in it needs quotation marks; a "
                    "name is letters, digits and _)"
                ),
            ],
            id="an unclosed bracket in a condition",
        ),
    ],
)
def test_all_that_is_wrong_is_told(text: str, expected: list[str]) -> None:
    """An expression or a statement that cannot be read is told where it begins."""
    assert said(text) == expected
