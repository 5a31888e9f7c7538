"""Workbooks: XLSX, XLSM, XLS and ODS, through calamine, as the text that a person sees.

calamine makes room for every cell up to the farthest one that is filled, and ends the whole
process where there is not so much memory; so a sheet is measured before it is handed over, and
handed to a process of its own (`load.workbook_process`), which may end.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any, NoReturn

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.sheet import RawSheet, SheetRow
from undersigned.load.workbook_size import ods_cells, xlsx_cells

__all__ = ["is_workbook", "read_workbook"]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HALF = re.compile("_x([dD][89a-fA-F][0-9a-fA-F]{2})_")
_MOST_CELLS = 4_000_000
_MOST_BYTES = 150_000_000
_LONGEST_MANIFEST = 1_000_000
_PROCESS = Path(__file__).with_name("workbook_process.py")
# Seconds. The largest list that is taken needs some ten of them.
_PATIENCE = 120


def is_workbook(data: bytes) -> bool:
    """Whether these are the first bytes of what a spreadsheet program or a packer writes."""
    return data.startswith((_ZIP, _OLE))


def read_workbook(data: bytes, path: str, sheet: str | None = None) -> RawSheet:
    """The sheet of that name, or the first that has something in it.

    Raises `InvalidInput` for what is no workbook, is damaged, encrypted or without that sheet.
    """
    _check_package(data, path)
    answer = _asked(data, path, sheet)
    names, found, top = answer["names"], answer["sheet"], answer["top"]
    rows = tuple(SheetRow(top + i, tuple(map(_half, row))) for i, row in enumerate(answer["rows"]))
    notes = []
    if found and len(names) > 1 and sheet is None:
        others = ", ".join(name for name in names if name != found)
        notes.append(f'taken from the sheet "{found}"; left out: {others} (--sheet)')
    if answer["merged"]:
        notes.append("merged cells: each row of them was given what they say")
    return RawSheet(path, rows, tuple(notes))


def _half(cell: str) -> str:
    """The cell with halves of characters as such, which a workbook writes as _xD800_ (ECMA-376,
    part 1, 22.9.2.19), so that whoever reads the row refuses them."""
    return _HALF.sub(lambda match: chr(int(match[1], 16)), cell) if "_x" in cell else cell


def _asked(data: bytes, path: str, sheet: str | None) -> dict[str, Any]:
    """What the other process says of the workbook."""
    request = json.dumps({"path": [*map(str, sys.path)], "sheet": sheet}).encode()
    command = [sys.executable, "-I", "-S", str(_PROCESS)]
    try:
        done = subprocess.run(  # noqa: S603 - the program's own file, by Python itself
            command,
            input=request + b"\n" + data,
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        said = "the workbook is damaged and cannot be read"
        hint = "open it in a spreadsheet program, save it anew or as CSV, and import that"
        raise InvalidInput([Finding(Location(path), "workbook", said, hint)]) from error
    if answer.get("fault") == "password":
        _encrypted(path)
    if answer.get("fault") == "sheet":
        said, hint = f'there is no sheet "{sheet}"', f"its sheets: {', '.join(answer['names'])}"
        raise InvalidInput([Finding(Location(path), "workbook", said, hint)])
    return answer


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
    parts = package.infolist()
    names = {part.filename for part in parts}
    if sum(part.file_size for part in parts) > _MOST_BYTES:
        _refuse(path, "the workbook is too large once it is unpacked")
    if any(name.startswith("word/") for name in names):
        _refuse(path, "this is a Word document, not a table")
    if "xl/workbook.bin" in names:
        _refuse(path, "a workbook in Excel's binary form is not read here")
    if not names & {"content.xml", "xl/workbook.xml"}:
        _refuse(path, "this is a packed archive, not a table")
    if "content.xml" in names and _is_encrypted(package, names):
        _encrypted(path)
    for part in parts:
        # Whichever of the two it says it is, and whatever its parts are called.
        cells = xlsx_cells(package, part, _MOST_CELLS)
        if part.filename == "content.xml":
            document = ods_cells(package, part, _MOST_CELLS)
            if document is None:
                _refuse(path, "there is no table in this document")
            cells = max(cells, document)
        if cells > _MOST_CELLS:
            _refuse(path, f"a sheet reaches over {cells:,} cells, too many to be a list of people")


def _is_encrypted(package: zipfile.ZipFile, names: set[str]) -> bool:
    if "META-INF/manifest.xml" not in names:
        return False
    with package.open("META-INF/manifest.xml") as manifest:
        return b"encryption-data" in manifest.read(_LONGEST_MANIFEST)


def _encrypted(path: str) -> NoReturn:
    said = "the workbook is protected with a password"
    hint = "open it, save it without the password, and import that"
    raise InvalidInput([Finding(Location(path), "workbook", said, hint)])


def _refuse(path: str, said: str, error: Exception | None = None) -> NoReturn:
    hint = "save the table as XLSX, ODS or CSV, and import that"
    raise InvalidInput([Finding(Location(path), "workbook", said, hint)]) from error
