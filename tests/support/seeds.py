"""The six seed documents, carved out of their two files at test time by structure alone.

The files stay where they are: not a sentence of theirs is in this repository. What is known here is
the structure of each file (a title printed twice starts a document, a numbered list ends one), and
first words of a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NAMES", "SeedDocument", "SeedStatement", "carve_documents", "carve_statement"]

# In the order of the first file.
NAMES = (
    "senate-letter",
    "prison-sentences",
    "undemocratic-elections",
    "joint-statement",
    "sham-elections",
)
_WEB_LINE = "Click here to download"
_NUMBERED = re.compile(r"^\s*(\d+)\. (.+)$")
_WITH_ACRONYM = re.compile(r"^(?P<name>.+) \((?P<acronym>[^()]+)\)$")


@dataclass(frozen=True)
class SeedDocument:
    """One document of the first file.

    `paragraphs` is the whole document, line by line, with the title once and without the line that
    belongs to the web page; the other fields are parts of it.
    """

    name: str
    paragraphs: tuple[str, ...]
    title: str
    body: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    salutation: str = ""
    close: str = ""
    signatories: tuple[tuple[str, str], ...] = ()
    dateline: str = ""


@dataclass(frozen=True)
class SeedStatement:
    """The written statement of the second file; `body` is in the format's Markdown."""

    paragraphs: tuple[str, ...]
    title: str
    body: tuple[str, ...]
    fields: dict[str, str]
    submitter: str
    supporter: str


def carve_documents(folder: Path) -> tuple[SeedDocument, ...]:
    """The five documents of the first file, in its order."""
    lines = _read(folder, "000").splitlines()
    # A web page prints the title as its heading and again above the text.
    starts = [
        index
        for index, line in enumerate(lines[:-2])
        if line.strip() and line == lines[index + 2] and not lines[index + 1].strip()
    ]
    assert len(starts) == len(NAMES), starts
    ends = [*starts[1:], len(lines)]
    return tuple(
        _carve(name, [line for line in lines[start + 2 : end] if line.strip()])
        for name, start, end in zip(NAMES, starts, ends, strict=True)
    )


def _carve(name: str, lines: list[str]) -> SeedDocument:
    if lines[-1].startswith(_WEB_LINE):
        del lines[-1]
    title, *rest = lines
    if rest[0] == "To:":
        return _carve_letter(name, title, rest)
    numbered = [line for line in rest if _NUMBERED.match(line)]
    if numbered:
        body = rest[: -len(numbered)]
        assert [int(line.split(".")[0]) for line in numbered] == list(range(1, len(numbered) + 1))
        names = [_NUMBERED.sub(r"\2", line) for line in numbered]
        signatories = tuple(_split_acronym(line) for line in names)
        return SeedDocument(name, (title, *rest), title, tuple(body), signatories=signatories)
    dateline, _, first = rest[0].partition(" – ")
    assert dateline.isupper(), dateline
    return SeedDocument(name, (title, *rest), title, (first, *rest[1:]), dateline=dateline)


def _carve_letter(name: str, title: str, rest: list[str]) -> SeedDocument:
    """To: addressees, a line that ends in a comma, body, a line that ends in a comma, names."""
    short = [index for index, line in enumerate(rest) if line.strip().endswith(",")]
    salutation, close = short
    return SeedDocument(
        name=name,
        paragraphs=(title, *rest),
        title=title,
        body=tuple(rest[salutation + 1 : close]),
        recipients=tuple(rest[1:salutation]),
        salutation=rest[salutation],
        close=rest[close],
        signatories=tuple(_split_acronym(line) for line in rest[close + 1 :]),
    )


def _split_acronym(line: str) -> tuple[str, str]:
    found = _WITH_ACRONYM.match(line.strip())
    return (found["name"], found["acronym"]) if found else (line.strip(), "")


def carve_statement(folder: Path) -> SeedStatement:
    """The written statement: what stands before the second rule is its masthead."""
    lines = [line.strip() for line in _read(folder, "004").splitlines()]
    lines = [line for line in lines if line]
    _, second_rule = (index for index, line in enumerate(lines) if line == "---")
    paragraphs = tuple(plain for line in lines if line != "---" and (plain := _plain(line)))
    masthead = [_plain(line) for line in lines[:second_rule] if line != "---"]
    (_, _, distributed, _, _, session, dates, item, item_title, submitted, _, received) = masthead
    title, *text = lines[second_rule + 2 :]
    last = text.pop()
    return SeedStatement(
        paragraphs=paragraphs,
        title=_plain(title),
        body=tuple(_adapt(line) for line in text),
        fields={
            "session": session,
            "session_dates": dates,
            "agenda_item": item.split()[-1],
            "agenda_title": item_title,
            "received": received.strip("[]"),
            "distributed": distributed,
        },
        submitter=_plain(submitted).split("submitted by ")[1].split(", ")[0],
        supporter=last.split(", ")[0],
    )


def _adapt(line: str) -> str:
    """A line of the second file in the authoring format.

    Its headings are bold as well, and one paragraph of a list is marked as a heading by mistake: a
    section's heading starts with its letter.
    """
    text = _plain(line)
    return f"## {text}" if re.match(r"[A-Z]\. ", text) else text


def _plain(line: str) -> str:
    """The line without the file's Markdown marks."""
    line = re.sub(r"^#+ ", "", line)
    line = re.sub(r"^\*\*(.+)\*\*$", r"\1", line)
    return line.replace(r"\*", "*").strip()


def _read(folder: Path, number: str) -> str:
    (path,) = folder.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")
