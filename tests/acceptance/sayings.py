"""What is said by the outputs of the seed documents: the seed's words, and those that the layout
adds; and the command that makes the outputs."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.acceptance.workspace import DATES, STATEMENT
from tests.support.seeds import NAMES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "ALL",
    "Wording",
    "own_words",
    "page_line",
    "printed_date",
    "run",
    "without_number",
]

ALL = (*NAMES, STATEMENT)
Wording = dict[str, dict[str, dict[str, str]]]


def run(workspace: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, as a user starts it in their workspace."""
    return subprocess.run(
        [sys.executable, "-m", "undersigned", *arguments],
        check=False,
        cwd=workspace,
        capture_output=True,
        encoding="utf-8",
        env={key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"},
    )


def printed_date(name: str) -> str:
    date = dt.date.fromisoformat(DATES[name])
    return f"{date.day} {date:%B %Y}"


def own_words(
    name: str, paragraphs: tuple[tuple[str, ...], ...], wording: Wording
) -> list[tuple[int, str]]:
    """What the layout adds to a document: after how many of the seed's words, and what."""
    phrases = wording["phrases"]
    organisations = wording["plurals"]["organisations"]["other"]
    end = sum(map(len, paragraphs))
    if name == STATEMENT:
        return [(0, phrases["un-statement"]["united_nations"])]
    if name in ("prison-sentences", "undemocratic-elections"):
        release = phrases["press-release"]
        return [(0, f"{release['label']} {release['immediate']}")]
    own = [(0, printed_date(name))]
    if name == "senate-letter":
        own.append((end, organisations.format(count=6)))
    if name == "joint-statement":
        names = sum(map(len, paragraphs[-17:]))
        own.append((end - names, phrases["letter"]["signatories"]))
        own.append((end, organisations.format(count=17)))
    return own


def page_line(wording: Wording) -> str:
    """The line at the foot of a page, as a regular expression."""
    page = re.escape(wording["phrases"]["letter"]["page"])
    return page.replace(r"\{page\}", r"\d+").replace(r"\{pages\}", r"\d+")


def without_number(paragraph: tuple[str, ...]) -> tuple[str, ...]:
    """A numbered signatory as the page says it: there the number is the list's, and no word."""
    return paragraph[1:] if re.fullmatch(r"\d+\.", paragraph[0]) else paragraph
