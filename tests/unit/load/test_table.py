"""CSV tables: dialects, the line of each row, and what makes a table unreadable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import said
from undersigned.load.source import Layer, SourceReader
from undersigned.load.table import Row, read_table

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("id", "name", "country")


def read(folder: Path, data: bytes) -> tuple[Row, ...]:
    (folder / "t.csv").write_bytes(data)
    reader = SourceReader([Layer("workspace", folder, "en")])
    return read_table(reader, folder / "t.csv", COLUMNS, ("id", "name"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_spreadsheet_of_any_dialect_is_read(
    tmp_path: Path, separator: str, mark: bytes, end: str
) -> None:
    """Comma, semicolon or tab, with or without a mark, with any line end."""
    lines = [("id", "Name", " COUNTRY "), ("vrw", ' Velmar "River" Watch ', ""), ("", "", "")]
    quoted = [separator.join(f'"{c.replace(chr(34), chr(34) * 2)}"' for c in row) for row in lines]
    rows = read(tmp_path, mark + (end.join([*quoted, "b" + separator + "B"]) + end).encode())
    assert [(dict(row.cells), str(row.location)) for row in rows] == [
        ({"id": "vrw", "name": 'Velmar "River" Watch', "country": ""}, "t.csv:2:1"),
        ({"id": "b", "name": "B"}, "t.csv:4:1"),
    ]


def test_lines_are_counted_through_cells_of_several_lines(tmp_path: Path) -> None:
    """A row after a cell of three lines has the line on which it begins."""
    rows = read(tmp_path, b'id,name\n\na,"One\nTwo\nThree"\nb,Four\n')
    assert [(row["name"], row.location.line) for row in rows] == [
        ("One\nTwo\nThree", 3),
        ("Four", 6),
    ]


def test_a_short_row_has_empty_cells(tmp_path: Path) -> None:
    """What a row does not have is empty; the table says which columns there are."""
    (row,) = read(tmp_path, b"id,name,country\na\n")
    assert (row["id"], row["name"], row["country"]) == ("a", "", "")
    assert (row.has("country"), row.has("status")) == (True, False)


def test_empty_cells_beyond_the_columns_are_no_fault(tmp_path: Path) -> None:
    """Separators that a spreadsheet leaves at the end of rows and columns change nothing."""
    (row,) = read(tmp_path, b"id,name,,\na,A,,,\n")
    assert (row["id"], row["name"]) == ("a", "A")


_EMPTY = "t.csv:1:1 [table] the table is empty (its first line names the columns: id,name,country)"
_LOST = "check the quotation marks of this row and of the one before"
_QUOTE = "a cell with the separator in it needs quotation marks around it"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", [_EMPTY]),
        (b"\n\n", [_EMPTY]),
        (
            b"\nid,nmae,country,planet\n",
            [
                't.csv:2:1 [unknown-column] unknown column "nmae" (did you mean "name"?)',
                ('t.csv:2:1 [unknown-column] unknown column "planet" '
                "(known columns: id, name, country)"),
            ],
        ),
        (b"id,name,Name\na,A,B\n", ['t.csv:1:1 [table] the column "name" is there twice']),
        (
            b"country\nFR\n",
            [
                ("t.csv:1:1 [table] a column id or name is missing "
                "(the table's first line names its columns)")
            ],
        ),
        (
            b"id,name\na,A\nb,B, C\nc,C,D,E\n",
            [
                f"t.csv:3:1 [table] the row has 3 cells, the table 2 columns ({_QUOTE})",
                f"t.csv:4:1 [table] the row has 4 cells, the table 2 columns ({_QUOTE})",
            ],
        ),
        (
            b'id,name\na,"A\nb,B\n',
            [f"t.csv:3:1 [table] the table cannot be read: unexpected end of data ({_LOST})"],
        ),
        (
            b'id,name\na,"A"x\nb,B\n',
            [f"t.csv:2:1 [table] the table cannot be read: ',' expected after '\"' ({_LOST})"],
        ),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_is_told_by_line(
    tmp_path: Path, data: bytes, expected: list[str]
) -> None:
    """Unknown, doubled and missing columns, ragged rows and open quotation marks."""
    assert said(lambda: read(tmp_path, data)) == expected
