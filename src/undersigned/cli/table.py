"""Rows for people and for programs: a table for the eye, CSV for a spreadsheet, JSON."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

import click

from undersigned.cli import report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["FORMATS", "Row", "csv_text", "json_rows", "say_rows"]

FORMATS = ("table", "csv", "json")

Row: TypeAlias = "Mapping[str, object]"

_WIDEST = 60
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
_FORMULA = re.compile("[=+@＝＋－＠-]")
_AFTER_SEPARATOR = re.compile(f"""([;\t]\\s*["']?\\s*)(?={_FORMULA.pattern})""")


def say_rows(rows: Sequence[Row], format_: str, columns: Sequence[str]) -> None:
    """Print the rows; `columns` are those that the table shows, the other formats show all."""
    if format_ == "json":
        report.say_json(json_rows(rows))
    elif format_ == "csv":
        if rows:
            report.say(csv_text(rows).rstrip("\n"))
    else:
        _say_table([[_text(row[column]) for column in columns] for row in rows], columns)


def json_rows(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The rows as JSON has them."""
    return [{key: _json(value) for key, value in row.items()} for row in rows]


def csv_text(rows: Sequence[Row]) -> str:
    """The rows as CSV, after a line with the names of the columns; of no rows nothing."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(rows[:1])
    writer.writerows([_guarded(_text(value)) for value in row.values()] for row in rows)
    return text.getvalue()


def _guarded(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run as a formula.

    https://owasp.org/www-community/attacks/CSV_Injection; a number is a number. Where a
    spreadsheet parts cells at semicolons or tabs, what follows one would be a cell as well.
    """
    if _NUMBER.fullmatch(cell):
        return cell
    runs = cell.startswith(("\t", "\r", "\n")) or _FORMULA.match(cell.lstrip())
    return _AFTER_SEPARATOR.sub(r"\1'", f"'{cell}" if runs else cell)


def _say_table(cells: Sequence[Sequence[str]], columns: Sequence[str]) -> None:
    if not cells:
        report.note("nothing to list")
        return
    lines = [[_shortened(cell) for cell in line] for line in cells]
    widths = [
        max(_width(cell) for cell in (name, *column))
        for name, column in zip(columns, zip(*lines, strict=True), strict=True)
    ]
    head = [name.replace("_", " ").upper() for name in columns]
    report.say(click.style(_line(head, widths), bold=True))
    for line in lines:
        report.say(_line(line, widths))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    # Chinese and Japanese characters take two columns, combining ones none.
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) != 0 for character in text)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 3]}..."


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return ", ".join(_text(item) for item in value)
        case _:
            return str(value)


def _json(value: object) -> object:
    match value:
        case None | bool() | int() | float():
            return value
        case dt.date():
            return value.isoformat()
        case list() | tuple():
            return [_json(item) for item in value]
        case _:
            return str(value)
