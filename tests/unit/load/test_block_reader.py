"""Blocks and statements that cannot be read, each with its place."""

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
            "A\n\n{% if a %}\n\nB\n",
            [
                (
                    "[statement] a.md:3:1: {% if %} has no end (write {% endif %} on a "
                    "line of its own after what belongs to it)"
                ),
            ],
            id="an if that is never ended",
        ),
        pytest.param(
            "{% for a in b %}\nB\n",
            [
                (
                    "[statement] a.md:1:1: {% for %} has no end (write {% endfor %} on a "
                    "line of its own after what belongs to it)"
                ),
            ],
            id="a for that is never ended",
        ),
        pytest.param(
            "A\n\n{% endif %}\n\nB\n",
            [
                (
                    "[statement] a.md:3:1: {% endif %} ends or divides nothing here (it "
                    "must stand in the same list, quotation or level as its beginning)"
                ),
            ],
            id="an end without a beginning",
        ),
        pytest.param(
            "{% else %}\n",
            [
                (
                    "[statement] a.md:1:1: {% else %} ends or divides nothing here (it "
                    "must stand in the same list, quotation or level as its beginning)"
                ),
            ],
            id="an else without a beginning",
        ),
        pytest.param(
            "{% if a %}\nA\n{% else %}\nB\n{% elif c %}\nC\n{% endif %}\n",
            [
                (
                    "[statement] a.md:1:1: {% if %} has no end (write {% endif %} on a "
                    "line of its own after what belongs to it)"
                ),
                (
                    "[statement] a.md:5:1: {% elif %} ends or divides nothing here (it "
                    "must stand in the same list, quotation or level as its beginning)"
                ),
                (
                    "[statement] a.md:7:1: {% endif %} ends or divides nothing here (it "
                    "must stand in the same list, quotation or level as its beginning)"
                ),
            ],
            id="an elif after the else",
        ),
        pytest.param(
            "{% if a %}\nA\n{% endfor %}\n",
            [
                (
                    "[statement] a.md:1:1: {% if %} has no end (write {% endif %} on a "
                    "line of its own after what belongs to it)"
                ),
                (
                    "[statement] a.md:3:1: {% endfor %} ends or divides nothing here (it "
                    "must stand in the same list, quotation or level as its beginning)"
                ),
            ],
            id="an end of the wrong sort",
        ),
        pytest.param(
            "- {% if a %}\n  A\n- B\n  {% endif %}\n",
            [
                (
                    "[statement] a.md:1:3: {% if %} has no end (write {% endif %} on a "
                    "line of its own after what belongs to it)"
                ),
                (
                    "[statement] a.md:4:3: {% endif %} ends or divides nothing here (it "
                    "must stand in the same list, quotation or level as its beginning)"
                ),
            ],
            id="an end in another list",
        ),
        pytest.param(
            "{% set a = 1 %}\n\n{% include 'x' %}\n\n{% macro m() %}\n\n{% raw %}\n",
            [
                (
                    '[statement] a.md:1:1: "{% set %}" is not for documents (a document '
                    "knows {% if %} and {% for %})"
                ),
                (
                    '[statement] a.md:3:1: "{% include %}" is not for documents (a '
                    "document knows {% if %} and {% for %})"
                ),
                (
                    '[statement] a.md:5:1: "{% macro %}" is not for documents (a document '
                    "knows {% if %} and {% for %})"
                ),
                (
                    '[statement] a.md:7:1: "{% raw %}" is not for documents (a document '
                    "knows {% if %} and {% for %})"
                ),
            ],
            id="a statement that is not for documents",
        ),
        pytest.param(
            "{% if a b %}\nA\n{% elif %}\nB\n{% endif %}\n",
            [
                (
                    "[expression] a.md:1:1: cannot read the expression {{ a b }}: "
                    "expected token ')', got 'b' (a text in it needs quotation marks; a "
                    "name is letters, digits and _)"
                ),
                "[expression] a.md:3:1: the expression is empty (write a name inside {{ }})",
            ],
            id="a condition that cannot be read",
        ),
        pytest.param(
            "{% for a %}\nA\n{% endfor %}\n",
            [
                (
                    "[statement] a.md:1:1: cannot read the loop: expected token 'in', got "
                    "'end of statement block' (write it as {% for name in "
                    "signatories.organisations %})"
                ),
            ],
            id="a loop that cannot be read",
        ),
        pytest.param(
            "{% for a in b %}{{ a }}{% endfor %}\n",
            [
                (
                    "[statement] a.md:1:1: {% for %} stands alone on its line (what "
                    "belongs to it begins on the next line; {% endfor %} has a line too)"
                ),
            ],
            id="a loop and its end on one line",
        ),
        pytest.param(
            "{% for a in b %}{% endfor %}{% for c in d %}\nA\n{% endfor %}\n",
            [
                (
                    "[statement] a.md:1:1: {% for %} stands alone on its line (what "
                    "belongs to it begins on the next line; {% endfor %} has a line too)"
                ),
                (
                    "[statement] a.md:3:1: {% endfor %} ends or divides nothing here (it "
                    "must stand in the same list, quotation or level as its beginning)"
                ),
            ],
            id="a loop that goes on to another",
        ),
        pytest.param(
            "Words {% if a %} more {% endif %}\n",
            [
                (
                    "[statement] a.md:1:7: {% stands on a line of its own, around whole "
                    "paragraphs (within a sentence write {{ … if … else … }})"
                ),
            ],
            id="a statement within a sentence",
        ),
        pytest.param(
            "Words {# note #}\n",
            [
                (
                    "[statement] a.md:1:7: {# would be printed as it stands (a comment is "
                    "<!-- … -->)"
                ),
            ],
            id="a comment of Jinja's",
        ),
        pytest.param(
            'See {{ block("oath") }}.\n\n*{{ block("oath") }}*\n',
            [
                (
                    "[block] a.md:1:5: a block stands alone in its paragraph (put {{ "
                    "block(…) }} between two empty lines, with nothing beside it)"
                ),
                (
                    "[block] a.md:3:2: a block stands alone in its paragraph (put {{ "
                    "block(…) }} between two empty lines, with nothing beside it)"
                ),
            ],
            id="a block within a sentence",
        ),
        pytest.param(
            '{{ block("oath") | upper }}\n',
            [
                (
                    "[block] a.md:1:1: a block stands alone in its paragraph (put {{ "
                    "block(…) }} between two empty lines, with nothing beside it)"
                ),
            ],
            id="a block inside an expression",
        ),
        pytest.param(
            "{{ block(name) }}\n",
            [
                (
                    "[block] a.md:1:1: the block's name is computed (write the name "
                    'itself: {{ block("name") }}, so that its uses can be found)'
                ),
            ],
            id="a block whose name is computed",
        ),
        pytest.param(
            '{{ block("oath", "x") }}\n\n{{ block("oath", **a) }}\n',
            [
                (
                    "[block] a.md:1:1: this block cannot be called so (a parameter needs "
                    'its name before it, as in country="…")'
                ),
                (
                    "[block] a.md:3:1: this block cannot be called so (the parameters are "
                    "written out, not computed)"
                ),
            ],
            id="a block with a nameless parameter",
        ),
        pytest.param(
            '<div class="x">\n*a*\n</div>\n\n<!-- gone --> <p>\n',
            [
                (
                    '[html] a.md:1:1: HTML is not for letters: <div class="x"> (write '
                    "Markdown; \\< prints the sign itself, a \\ at a line's end breaks the "
                    "line)"
                ),
                (
                    "[html] a.md:5:1: HTML is not for letters: <p> (write Markdown; \\< "
                    "prints the sign itself, a \\ at a line's end breaks the line)"
                ),
            ],
            id="HTML as a block",
        ),
        pytest.param(
            "A[^1] B[^2]\n\n[^1]:\n\n[^2]:\n",
            [
                (
                    "[footnote] a.md:3:1: the footnote [^1] is empty (write its text "
                    "after the colon)"
                ),
                (
                    "[footnote] a.md:5:1: the footnote [^2] is empty (write its text "
                    "after the colon)"
                ),
            ],
            id="a note without words",
        ),
        pytest.param(
            "> | a | b |\n> |---|---|\n> | c | d | e |\n> | f | g | | |\n",
            [
                (
                    "[table] a.md:3:13: the row has more cells than the table has columns "
                    "(\\| prints the sign itself in a cell)"
                ),
                (
                    "[table] a.md:4:13: the row has more cells than the table has columns "
                    "(\\| prints the sign itself in a cell)"
                ),
            ],
            id="a row with too many cells",
        ),
        pytest.param(
            "A\n\n" + "> " * 60 + "B\n",
            [
                (
                    "[nesting] a.md:3:1: the text is nested too deeply (take lists, "
                    "quotations or emphasis out of one another)"
                ),
            ],
            id="nesting beyond all use",
        ),
        pytest.param(
            "- " * 30 + "B\n",
            [
                (
                    "[nesting] a.md:1:1: the text is nested too deeply (take lists, "
                    "quotations or emphasis out of one another)"
                ),
            ],
            id="lists beyond all use",
        ),
        pytest.param(
            "A\n\n" + "*" * 99 + "B" + "*" * 99 + "\n",
            [
                (
                    "[nesting] a.md:3:1: the text is nested too deeply (take lists, "
                    "quotations or emphasis out of one another)"
                ),
            ],
            id="emphasis beyond all use",
        ),
        pytest.param(
            "{% if a %}\n" * 60 + "{% endif %}\n" * 60,
            [
                (
                    "[nesting] a.md:50:1: the text is nested too deeply (take lists, "
                    "quotations or emphasis out of one another)"
                ),
            ],
            id="statements beyond all use",
        ),
    ],
)
def test_all_that_is_wrong_is_told(text: str, expected: list[str]) -> None:
    """What is wrong between paragraphs is told, all of it, where it stands."""
    assert said(text) == expected
