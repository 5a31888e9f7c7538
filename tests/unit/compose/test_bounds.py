"""Bounds of what blocks make of one another: a slip is a finding, never a machine at its end."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from tests.support.sources import compose, said

if TYPE_CHECKING:
    from pathlib import Path


def chain(body: str, last: str, length: int = 30) -> dict[str, str | bytes]:
    """Blocks each of which calls the next; {next} is its name."""
    names = [f"b{number}" for number in range(length + 1)]
    heads = dict.fromkeys(names, "---\nparameters: {p: x}\n---\n")
    files = {
        f"templates/blocks/{name}.md": heads[name] + body.replace("{next}", after)
        for name, after in itertools.pairwise(names)
    }
    return {**files, f"templates/blocks/{names[-1]}.md": heads[names[-1]] + last}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("> " * 20 + '{{ block("{next}") }}\n', "[nesting] the text is nested too deeply"),
        (
            '{{ block("{next}") }}\n\n{{ block("{next}") }}\n',
            "[too-much] the text grows beyond all bounds here",
        ),
        ('{{ block("{next}", p=p ~ p ~ p ~ p) }}\n', "it grows beyond all bounds"),
        ('{{ block("{next}", p=[p, p, p, p]) }}\n', "it grows beyond all bounds"),
    ],
)
def test_blocks_that_multiply_end(tmp_path: Path, body: str, expected: str) -> None:
    """Depth, number and length of what blocks hand on to each other have an end, told once."""
    files = chain(body, "End {{ p }}\n")
    (finding,) = said(lambda: compose(tmp_path, '{{ block("b0") }}\n', files=files))
    assert finding.startswith("templates/blocks/b")
    assert expected in finding


def test_loops_in_loops_end(tmp_path: Path) -> None:
    """A hundred million rounds are refused before they are gone through."""
    body = (
        '{% for a in "x" * 9999 %}\n\n{% for b in "x" * 9999 %}\n\n{% endfor %}\n\n{% endfor %}\n'
    )
    assert said(lambda: compose(tmp_path, body)) == [
        (
            "templates/campaigns/dam/letter.md:8:1 [too-much] the text grows beyond all bounds "
            "here (a loop or a block repeats too often)"
        )
    ]
