"""Workbooks: XLSX, XLSM, XLS and ODS, through calamine, as the text that a person sees.

calamine makes room for every cell up to the farthest one that is filled, and ends the whole
process where there is not so much memory; so a sheet is measured before it is handed over.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.sheet import RawSheet, SheetRow

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

__all__ = ["is_workbook", "read_workbook"]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_CELLS = 4_000_000
_MOST_BYTES = 400_000_000
_MERGED = 200_000
_TOKEN = re.compile(
    rb"<(?:\w+:)?(?:row\b[^>]*?\br=[\"'](\d{1,9})|c\b(?:[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,9}))?[^>]*[^/]>)"
)
_ODS_TOKEN = re.compile(
    rb"<table:(?:(table-row|table-cell|covered-table-cell)\b([^>]*?)(/?)>)|</table:table-row>"
)
_REPEATED = re.compile(rb"table:number-(?:columns|rows)-repeated=[\"'](\d{1,9})")


def is_workbook(data: bytes) -> bool:
    """Whether these are the first bytes of what a spreadsheet program or a packer writes."""
    return data.startswith((_ZIP, _OLE))


def read_workbook(data: bytes, path: str, sheet: str | None = None) -> RawSheet:
    """The sheet of that name, or the first that has something in it.

    Raises `InvalidInput` for what is no workbook, is damaged, encrypted or without that sheet.
    """
    _check_package(data, path)
    # For import only: what it takes to load is wanted by nobody else.
    import python_calamine  # noqa: PLC0415

    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = _find_sheet(workbook, sheet, path)
        rows, notes = _rows(found) if found else ((), [])
    except python_calamine.PasswordError as error:
        _encrypted(path, error)
    except (InvalidInput, MemoryError, KeyboardInterrupt):
        raise
    except BaseException as error:
        # A panic in calamine's Rust comes as a BaseException:
        # https://github.com/dimastbk/python-calamine/issues/139
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        said = "the workbook is damaged and cannot be read"
        hint = "open it in a spreadsheet program, save it anew or as CSV, and import that"
        raise InvalidInput([Finding(Location(path), "workbook", said, hint)]) from error
    names = workbook.sheet_names
    if found and len(names) > 1 and sheet is None:
        others = ", ".join(name for name in names if name != found.name)
        notes.insert(0, f'taken from the sheet "{found.name}"; left out: {others} (--sheet)')
    return RawSheet(path, rows, tuple(notes))


def _find_sheet(workbook: CalamineWorkbook, wanted: str | None, path: str) -> CalamineSheet | None:
    import python_calamine  # noqa: PLC0415

    names = workbook.sheet_names
    if wanted is not None:
        if wanted not in names:
            said = f'there is no sheet "{wanted}"'
            raise InvalidInput(
                [Finding(Location(path), "workbook", said, "its sheets: " + ", ".join(names))]
            )
        return workbook.get_sheet_by_name(wanted)
    visible = [
        m.name
        for m in workbook.sheets_metadata
        if m.visible is python_calamine.SheetVisibleEnum.Visible
    ]
    for name in [*(visible or names), *names]:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.start is not None:
            return sheet
    return None


def _rows(sheet: CalamineSheet) -> tuple[tuple[SheetRow, ...], list[str]]:
    top, left = sheet.start or (0, 0)
    table = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=True)]
    notes = []
    if _fill_merged(table, sheet.merged_cell_ranges or (), top, left):
        notes.append("merged cells: each row of them was given what they say")
    return tuple(SheetRow(top + i + 1, tuple(row)) for i, row in enumerate(table)), notes


def _fill_merged(
    table: list[list[str]], ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    top: int, left: int,
) -> bool:  # fmt: skip
    """Cells merged down a column hold in each of its rows; merged across, they are a title."""
    filled = False
    for (first, column), (last, last_column) in ranges[:_MERGED]:
        row, at = first - top, column - left
        if column != last_column or not 0 <= row < len(table) or not 0 <= at < len(table[row]):
            continue
        for below in table[row + 1 : last - top + 1]:
            if not below[at] and table[row][at]:
                below[at] = table[row][at]
                filled = True
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


def _check_package(data: bytes, path: str) -> None:
    """Refuse what is packed alike but is no workbook, and what would not fit into memory."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            _encrypted(path)
        if "WordDocument".encode("utf-16-le") in data:
            _refuse(path, "this is a Word document, not a table")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(package, path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        _refuse(path, "the file is damaged: it cannot be unpacked", error)
    except Exception as error:
        if type(error).__module__ not in ("zlib", "lzma", "struct"):
            raise
        _refuse(path, "the file is damaged: it cannot be unpacked", error)


def _check_parts(package: zipfile.ZipFile, path: str) -> None:
    names = package.namelist()
    if sum(part.file_size for part in package.infolist()) > _MOST_BYTES:
        _refuse(path, "the workbook is too large once it is unpacked")
    if any(name.startswith("word/") for name in names):
        _refuse(path, "this is a Word document, not a table")
    if "content.xml" in names:
        if "META-INF/manifest.xml" in names and b"encryption-data" in package.read(
            "META-INF/manifest.xml"
        ):
            _encrypted(path)
        if b"<table:table" not in (content := package.read("content.xml")):
            _refuse(path, "there is no table in this document")
        _check_size(_ods_cells(content), path)
    elif "xl/workbook.xml" in names:
        for name in names:
            if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
                _check_size(_xlsx_cells(package.read(name)), path)
    elif "xl/workbook.bin" in names:
        _refuse(path, "a workbook in Excel's binary form is not read here")
    else:
        _refuse(path, "this is a packed archive, not a table")


def _xlsx_cells(content: bytes) -> int:
    rows = columns = row = 0
    for number, letters, cell_row in _TOKEN.findall(content):
        if number:
            row = int(number)
            continue
        rows = max(rows, int(cell_row or row))
        index = 0
        for letter in letters:
            index = index * 26 + letter - 64
        columns = max(columns, index)
    return rows * columns


def _ods_cells(content: bytes) -> int:
    """Rows times columns up to the last cell with content, repetitions unrolled."""
    rows = columns = position = 0
    repeated_rows, widest, filled = 1, 0, 0
    for match in _ODS_TOKEN.finditer(content):
        kind, attributes, closed = match.groups()
        times = int(found[1]) if attributes and (found := _REPEATED.search(attributes)) else 1
        if kind == b"table-row":
            repeated_rows, position, widest = times, 0, 0
        elif kind is None:
            position, columns = 0, max(columns, widest)
            rows += repeated_rows
            filled = rows if widest else filled
        else:
            position += times
            if not closed or b"office:value" in attributes:
                widest = max(widest, position)
    return filled * columns


def _check_size(cells: int, path: str) -> None:
    if cells > _MOST_CELLS:
        _refuse(path, f"a sheet reaches over {cells:,} cells, too many to be a list of people")


def _encrypted(path: str, error: Exception | None = None) -> NoReturn:
    said = "the workbook is protected with a password"
    hint = "open it, save it without the password, and import that"
    raise InvalidInput([Finding(Location(path), "workbook", said, hint)]) from error


def _refuse(path: str, said: str, error: Exception | None = None) -> NoReturn:
    hint = "save the table as XLSX, ODS or CSV, and import that"
    raise InvalidInput([Finding(Location(path), "workbook", said, hint)]) from error
