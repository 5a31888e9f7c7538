"""Rows within a cell, between two stray quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import said, workspace
from undersigned import load
from undersigned.load.roster_table import read_roster_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADER = "name,kind,title,affiliation,status,note\n"
SAID = (
    "signatories/r.csv:2:1 [table] a cell of this row goes on over several lines, and seems to "
    "have other rows in it (look for a quotation mark too many here and in the rows below; or "
    "write the cell in one line)"
)


def readers(tmp_path: Path, rows: str) -> list[Callable[[], object]]:
    """Who reads a roster to render it, and who to change it."""
    opened = workspace(tmp_path, {"signatories/r.csv": HEADER + rows})
    directory = load.load_directory(opened)
    return [
        lambda: load.load_roster(opened, "r", directory),
        lambda: read_roster_table(opened, "r"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        'A. Person,individual,"Chair,,confirmed,\nSecret Guild,,,,withheld,\nOther",,confirmed,\n',
        'A. Person,individual,Chair,"Tane,confirmed,\nSecret Guild",,confirmed,\n',
        'Alpha,,,,confirmed,"called\nSecret Guild,,,,withheld,\nOther Guild"\n',
    ],
    ids=["title", "half a row", "note"],
)
def test_are_refused(tmp_path: Path, rows: str) -> None:
    """A name would be printed within another one's title, or a signature be lost."""
    assert [said(read) for read in readers(tmp_path, rows)] == [[SAID], [SAID]]


@pytest.mark.parametrize(
    "rows",
    [
        'A. Person,individual,"Chair\nof a committee",Tane,confirmed,\n',
        'Alpha,,,,confirmed,"asked, and\nthen it was confirmed, by mail"\n',
    ],
    ids=["title", "note"],
)
def test_a_cell_may_have_lines(tmp_path: Path, rows: str) -> None:
    """A line break alone is no fault, and a note may say anything."""
    assert all(read() for read in readers(tmp_path, rows))
