"""Workbooks as spreadsheet programs write them, reduced to what a reader looks at."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, TypeAlias
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Cell", "Rows", "altered", "encrypted", "ods", "packed", "xlsx"]

Cell: TypeAlias = "str | float | None"
Rows: TypeAlias = "Sequence[Sequence[Cell]]"

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(
    sheets: Mapping[str, Rows], merged: Sequence[str] = (), hidden: Sequence[str] = ()
) -> bytes:
    """A workbook of these sheets; a text that begins with "{" is a formula with its value after
    the "}", and `merged` are ranges of every sheet."""
    parts = {
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _workbook(sheets, hidden),
        "xl/_rels/workbook.xml.rels": _relations(
            {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in _numbers(sheets)}
        ),
    }
    types = (
        '<Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        f'ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
    )
    for number, rows in zip(_numbers(sheets), sheets.values(), strict=True):
        types += (
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
            f'ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        )
        cells = "".join(_xlsx_row(index, row) for index, row in enumerate(rows, 1))
        ranges = "".join(f'<mergeCell ref="{name}"/>' for name in merged)
        ending = f"<mergeCells>{ranges}</mergeCells>" if merged else ""
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData>{ending}</worksheet>'
        )
    parts["[Content_Types].xml"] = f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{types}</Types>'
    return packed(parts)


def ods(rows: Rows) -> bytes:
    """A document of one sheet."""
    table = "".join(
        "<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in rows
    )
    content = (
        f'{_HEAD}<office:document-content xmlns:office="{_ODF}:office:1.0" '
        f'xmlns:table="{_ODF}:table:1.0" xmlns:text="{_ODF}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Sheet1">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        "</manifest:manifest>"
    )
    parts = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}
    return packed(parts)


def encrypted() -> bytes:
    """The first bytes of what Excel writes for a workbook with a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")


def packed(parts: Mapping[str, str]) -> bytes:
    """An archive of these texts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return data.getvalue()


def altered(workbook: bytes, old: str, new: str) -> bytes:
    """The workbook with other words in its parts, and in their names."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    changed = {name.replace(old, new): text.replace(old, new) for name, text in parts.items()}
    assert changed != parts, old
    return packed(changed)


def _numbers(sheets: Mapping[str, Rows]) -> range:
    return range(1, len(sheets) + 1)


def _workbook(sheets: Mapping[str, Rows], hidden: Sequence[str]) -> str:
    named = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"'
        + (' state="hidden"/>' if name in hidden else "/>")
        for number, name in zip(_numbers(sheets), sheets, strict=True)
    )
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{named}</sheets></workbook>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for id_, (kind, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _xlsx_row(number: int, row: Sequence[Cell]) -> str:
    cells = ""
    for index, value in enumerate(row):
        place = f"{chr(65 + index)}{number}"
        if isinstance(value, str) and value.startswith("{"):
            formula, _, result = value[1:].partition("}")
            cells += f'<c r="{place}" t="str"><f>{escape(formula)}</f><v>{escape(result)}</v></c>'
        elif isinstance(value, str):
            cells += f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        elif value is not None:
            cells += f'<c r="{place}"><v>{value}</v></c>'
    return f'<row r="{number}">{cells}</row>'


def _ods_cell(value: Cell) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        text = f"<text:p>{escape(value)}</text:p>"
        return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )
