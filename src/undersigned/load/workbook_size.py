"""How far the sheets of a workbook reach, measured before anybody makes room for them.

A file of some kilobytes can ask for any amount of memory. Only tags are looked at, a piece of
the part at a time, and each pattern stops at the next tag: the time grows with the file alone.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["ods_cells", "xlsx_cells"]

_PIECE = 1_000_000
# Signs of one tag, quoted ones as a whole; nothing of it is ever tried twice.
_INSIDE = rb"((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>"
_XLSX_TAG = re.compile(rb"<(?:[^\s<>/:=\"']++:)?+(row|c)(?=[\s/>])" + _INSIDE)
_ROW = re.compile(rb"(?<![^\s\"'])r\s*+=\s*+[\"']\s*+0*+(\d{1,10})")
_CELL = re.compile(rb"(?<![^\s\"'])r\s*+=\s*+[\"']\s*+([A-Za-z]{1,7})0*+(\d{1,10})")
_ODS_TAG = re.compile(
    rb"<table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])"
    + _INSIDE
    + rb"|</table:table-row\s*+>"
)
_REPEATED = re.compile(rb"table:number-(?:columns|rows)-repeated\s*+=\s*+[\"']\s*+0*+(\d{1,10})")


def xlsx_cells(package: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """Rows times columns up to the last cell with content; above `most` it stops counting.

    Whatever a part is called, it may be a sheet: the relations of the package decide.
    """
    rows = columns = row = column = 0
    for tag in _tags(package, part, _XLSX_TAG):
        kind, inside = tag.groups()
        if kind == b"row":
            row, column = max(map(int, _ROW.findall(inside)), default=row + 1), 0
            continue
        places = _CELL.findall(inside)
        row, column = row or 1, 0 if places else column + 1
        for letters, number in places:
            # Of two attributes of this name the farther: which one counts is not for us to know.
            row, column = max(row, int(number)), max(column, _index(letters))
        if not inside.endswith(b"/"):
            rows, columns = max(rows, row), max(columns, column)
            if rows * columns > most:
                break
    return rows * columns


def ods_cells(package: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int | None:
    """Rows times columns up to the last cell with content, repetitions unrolled, of the largest
    table; None where there is no table."""
    largest: int | None = None
    rows = columns = filled = widest = position = 0
    repeated = 1
    for tag in _tags(package, part, _ODS_TAG):
        kind, inside = tag.groups()
        times = max(map(int, _REPEATED.findall(inside or b"")), default=1)
        closed = (inside or b"").endswith(b"/")
        if kind == b"table":
            rows = columns = filled = widest = position = 0
            largest = largest or 0
        elif kind == b"table-row":
            repeated, position, widest = times, 0, 0
            rows += times if closed else 0
        elif kind is None:
            rows += repeated
            filled = rows if widest else filled
            columns = max(columns, widest)
        else:
            position += times
            if not closed or b"value" in inside:
                widest = max(widest, position)
        # The row that is open counts as well: it may never be closed.
        reach = max(filled, rows + repeated if widest else 0) * max(columns, widest)
        if largest is not None or reach:
            largest = max(largest or 0, reach)
        if reach > most:
            break
    return largest


@lru_cache
def _index(letters: bytes) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + letter - 64
    return index


def _tags(
    package: zipfile.ZipFile, part: zipfile.ZipInfo, pattern: re.Pattern[bytes]
) -> Iterator[re.Match[bytes]]:
    """The tags of a part that the pattern knows; of the part never more than a piece is held."""
    carried = b""
    with package.open(part) as file:
        while piece := file.read(_PIECE):
            text = carried + piece
            cut = text.rfind(b"<")
            # The last tag may go on in the next piece; one that long is none.
            end = cut if cut >= 0 and len(text) - cut < _PIECE else len(text)
            carried = text[end:]
            yield from pattern.finditer(text, 0, end)
    yield from pattern.finditer(carried)
