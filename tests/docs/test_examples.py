"""Runs the examples of README.md and docs/ as tests, a page in one folder of its own.

A fence `console` is a terminal: what follows "$ " is run, and what it prints must be what the
page shows; "…" alone on a line stands for any lines, within a line for any words. A fence after
`<!-- file: NAME -->` is written to that file first. From `<!-- day: 2026-01-31 -->` on the clock
says noon of that day, until the next; somebody called mira is at work.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sybil import Document, Example, Region
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
_FILE = re.compile(r"<!-- file: (\S+) -->\s*\Z")
_DAY = re.compile(r"^<!-- day: (\d{4}-\d\d-\d\d) -->$", re.MULTILINE)
_LEXER = FencedCodeBlockLexer(r"console|yaml|markdown|csv|toml")
_PROMPT = re.compile(r"^\$ ", re.MULTILINE)


def parse(document: Document) -> Iterable[Region]:
    """The fences of a page that are examples, and the days between them."""
    for day in _DAY.finditer(document.text):
        yield Region(day.start(), day.end(), day[1], turn)
    for region in _LEXER(document):
        named = _FILE.search(document.text[: region.start])
        source = region.lexemes["source"]
        if named is not None:
            yield Region(region.start, region.end, (named[1], str(source)), write)
        elif region.lexemes["language"] == "console":
            yield Region(region.start, region.end, str(source), run)


def turn(example: Example) -> None:
    """Set the clock."""
    noon = dt.datetime.fromisoformat(f"{example.parsed}T12:00:00+00:00")
    example.namespace["clock"] = {"SOURCE_DATE_EPOCH": str(int(noon.timestamp()))}


def write(example: Example) -> None:
    """Write the file that the fence shows."""
    name, text = example.parsed
    path = folder(example) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(example: Example) -> None:
    """Run each command of the fence and compare what it prints."""
    for block in _PROMPT.split(example.parsed)[1:]:
        command, _, expected = block.partition("\n")
        environment = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder(example)),
            "LANG": "C.UTF-8",
            "COLUMNS": "100",
            "TZ": "UTC",
            "LOGNAME": "mira",
            "GIT_CONFIG_NOSYSTEM": "1",
            **example.namespace.get("clock", {}),
        }
        place = example.namespace.get("cwd", folder(example))
        if command.startswith("cd "):
            example.namespace["cwd"] = place / command[3:]
            continue
        done = subprocess.run(  # noqa: S602
            command, shell=True, cwd=place, env=environment, text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert _matches(expected, done.stdout), (
            f"$ {command}\nexpected:\n{expected}\nprinted:\n{done.stdout}"
        )


def folder(example: Example) -> Path:
    """The page's own folder."""
    made: Path = example.namespace["folder"]
    return made


def _matches(expected: str, printed: str) -> bool:
    if not expected.strip():
        return True
    pattern = ""
    for line in expected.rstrip().split("\n"):
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*?".join(re.escape(part) for part in line.rstrip().split("…")) + r"\s*\n"
    return re.fullmatch(pattern, printed.rstrip() + "\n") is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_example_does_what_the_page_says(page: Path, tmp_path: Path) -> None:
    """Each command of a page runs and prints what is shown; each file that it shows is read."""
    document = Document.parse(str(page), parse)
    document.namespace["folder"] = tmp_path
    for example in document.examples():
        example.evaluate()


def test_the_readme_has_examples() -> None:
    """The tour of the README is run, so a parser that finds nothing cannot pass for it."""
    examples = list(Document.parse(str(ROOT / "README.md"), parse).examples())
    assert len(examples) >= 5
