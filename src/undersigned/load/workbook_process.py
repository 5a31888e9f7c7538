"""A process of its own that reads a workbook through calamine, with bounds on what it may take.

calamine ends its whole process where there is not so much memory as a workbook asks for, and a
file can be crafted so that no look at it beforehand tells. Here nothing but this process ends.
It is run as a script, by `load.workbook`, and knows nothing of the package.

It reads a line of JSON (`path`: where modules are, `sheet`: a name or null) and the workbook's
bytes; it writes JSON: `names` of all sheets, the `sheet` taken, its `rows` from the line `top`,
whether cells were `merged`; or a `fault`. Whatever else is wrong with the workbook ends it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

__all__: list[str] = []

_MOST_MEMORY = 3_000_000_000
_MOST_TEXT = 100_000_000
_MOST_FILLED = 4_000_000


def main() -> None:
    """Answer one request."""
    _bound()
    request = json.loads(sys.stdin.buffer.readline())
    sys.path[:] = request["path"]
    sys.stdout.write(json.dumps(_answer(sys.stdin.buffer.read(), request["sheet"])))


def _bound() -> None:
    """Take no more than this, and leave no picture of the memory behind."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (limit, hard))


def _answer(data: bytes, wanted: str | None) -> dict[str, Any]:
    import python_calamine  # noqa: PLC0415 - its place is told first

    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = workbook.sheet_names
        if wanted is not None and wanted not in names:
            return {"fault": "sheet", "names": names}
        found = _find_sheet(workbook, wanted)
    except python_calamine.PasswordError:
        return {"fault": "password"}
    if found is None:
        return {"names": names, "sheet": None, "top": 1, "rows": [], "merged": False}
    rows, merged = _rows(found)
    top = (found.start or (0, 0))[0] + 1
    return {"names": names, "sheet": found.name, "top": top, "rows": rows, "merged": merged}


def _find_sheet(workbook: CalamineWorkbook, wanted: str | None) -> CalamineSheet | None:
    import python_calamine  # noqa: PLC0415

    if wanted is not None:
        return workbook.get_sheet_by_name(wanted)
    visible = [
        m.name
        for m in workbook.sheets_metadata
        if m.visible is python_calamine.SheetVisibleEnum.Visible
    ]
    for name in [*(visible or workbook.sheet_names), *workbook.sheet_names]:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.start is not None:
            return sheet
    return None


def _rows(sheet: CalamineSheet) -> tuple[list[list[str]], bool]:
    top, left = sheet.start or (0, 0)
    table = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=True)]
    merged = _fill_merged(table, sheet.merged_cell_ranges or (), top, left)
    if sum(len(cell) for row in table for cell in row) > _MOST_TEXT:
        raise MemoryError
    return table, merged


def _fill_merged(
    table: list[list[str]], ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    top: int, left: int,
) -> bool:  # fmt: skip
    """Cells merged down a column hold in each of its rows; merged across, they are a title."""
    filled, steps = False, 0
    for (first, column), (last, last_column) in ranges:
        row, at = first - top, column - left
        if column != last_column or not 0 <= row < len(table) or not 0 <= at < len(table[row]):
            continue
        for below in table[row + 1 : last - top + 1]:
            if not below[at] and table[row][at]:
                below[at] = table[row][at]
                filled = True
            steps += 1
        if steps > _MOST_FILLED:
            raise MemoryError
    return filled


def _text(value: Any) -> str:
    """The cell as it was typed: 12 and not 12.0, a date as 2026-01-31."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < 1e16:
            return str(int(value))
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case _:
            return str(value).strip()


if __name__ == "__main__":
    main()
