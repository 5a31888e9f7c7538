"""A small workspace of an invented coalition, and the command in this process."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.support.tree import build_file_tree
from undersigned.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LETTER = """
---
kind: open-letter
title: Letter on the dam
date: 2024-05-01
recipients: two
signatories: spring
---
We, the {{ signatories.organisations | length }} organisations, write about the dam.
"""

STATEMENT = """
---
kind: joint-statement
title: Statement on the dam
date: 2024-05-02
---
The dam is unsafe.
"""

FILES = {
    "undersigned.toml": 'organisation = "Vallora Water Forum"\nlanguage = "en"\n',
    "recipients/two.yaml": """
        title: Two assemblies
        recipients:
          - {id: vallora, name: The Assembly of Vallora, country: FR, language: fr}
          - {id: brook, name: The Diet of Brook}
    """,
    "signatories/spring.csv": """
        name,acronym,email
        River Watch,RW,private@example.org
        Open Ballot,OB,
    """,
    "templates/campaigns/spring/campaign.yaml": "title: Spring\n",
    "templates/campaigns/spring/letter.md": LETTER,
    "templates/campaigns/spring/statement.md": STATEMENT,
}


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with two documents; it is the working directory."""
    root = build_file_tree(tmp_path / "ws", FILES)
    monkeypatch.chdir(root)
    for name in ("SOURCE_DATE_EPOCH", "UNDERSIGNED_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return root


@pytest.fixture
def run() -> Callable[..., Said]:
    """`run("check", "--format", "json")`: give the command; nobody sits at a terminal."""

    def run(*arguments: str) -> Said:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(arguments)
        return Said(code, out.getvalue(), err.getvalue())

    return run
