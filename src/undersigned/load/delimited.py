"""Text with a separator between its cells: commas, semicolons, tabs or bars, found out.

A row whose quotation marks do not close is refused by itself; the next line is a new row.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from undersigned.errors import Finding, Location
from undersigned.load.sheet import RawSheet, SheetRow

__all__ = ["read_delimited"]

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
# An address has few lines; a quotation mark that is still open after so many was a slip.
_MOST_LINES = 30
_LONGEST = 100_000
_SAMPLE_LINES = 60


def read_delimited(text: str, path: str) -> RawSheet:
    """The rows of a text with "\\n" as its line end."""
    lines = text.split("\n")
    # What Excel writes for itself into the first line.
    told = re.fullmatch(r"sep=(.)", lines[0].strip('\ufeff" '), re.IGNORECASE)
    start = 1 if told else 0
    separator = told[1] if told else _separator(lines)
    rows: list[SheetRow] = []
    refused: list[Finding] = []
    for line, cells, fault in _records(lines, start, separator):
        if fault:
            hint = "check the quotation marks of this line"
            refused.append(Finding(Location(path, line), "row", fault, hint))
        elif any(cells):
            rows.append(SheetRow(line, tuple(cells)))
    return RawSheet(path, tuple(rows), refused=tuple(refused))


def _records(lines: list[str], start: int, separator: str) -> Iterator[tuple[int, list[str], str]]:
    """Line, cells and fault of each row."""
    index = start
    while index < len(lines):
        cells, used, fault = _record(lines, index, separator)
        yield index + 1, cells, fault
        index += used


def _record(lines: list[str], index: int, separator: str) -> tuple[list[str], int, str]:
    """The row that begins on this line, and how many lines it takes."""
    taken = ""
    for used in range(1, min(_MOST_LINES, len(lines) - index) + 1):
        added = lines[index + used - 1]
        taken = f"{taken}\n{added}" if taken else added
        if len(taken) > _LONGEST:
            return [], 1, f"the line is longer than {_LONGEST:,} characters"
        if used > 1 and '"' not in added:
            continue
        try:
            found = list(csv.reader(io.StringIO(taken, ""), delimiter=separator, strict=True))
        except csv.Error as error:
            if "unexpected end" not in str(error):
                said = str(error).replace("'\"'", "a quotation mark").replace("'", '"')
                return [], 1, f"the row cannot be read: {said}"
            continue
        cells = found[0] if found else []
        return [cell.strip() for cell in cells], used, ""
    return [], 1, "a quotation mark opens here and is not closed"


def _separator(lines: list[str]) -> str:
    """The sign that cuts the most of the first rows into the same number of cells."""
    sample = [line for line in lines[:_SAMPLE_LINES] if line.strip()]

    def fit(sign: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        index = 0
        while index < len(sample):
            cells, used, fault = _record(sample, index, sign)
            widths[0 if fault else len(cells)] += 1
            index += used
        width, rows = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(0, 0))
        return (rows, width) if width > 1 else (0, 0)

    # On a tie the first of the table: an address has commas, few names have bars.
    return max(_SEPARATORS, key=fit)
