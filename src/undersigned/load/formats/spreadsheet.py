"""Tables of any spreadsheet program; what is structured otherwise is refused with a word."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.formats.source_file import SourceFile
from undersigned.load.sheet import Sheet
from undersigned.load.spreadsheet import read_spreadsheet
from undersigned.load.workbook import is_workbook

__all__ = ["read", "recognises"]

_SAYS = {
    ".xlsx": "no workbook",
    ".xlsm": "no workbook",
    ".ods": "no workbook",
    ".vcf": "no contact card",
    ".vcard": "no contact card",
}


def recognises(file: SourceFile) -> bool:
    """Whatever is left is taken for a table."""
    del file
    return True


def read(file: SourceFile, knows: Callable[[str], bool]) -> Sheet:
    """The table. Raises `InvalidInput`, also for JSON, YAML and web pages of unknown form."""
    said = _other_form(file)
    if said:
        hint = "export it as CSV or XLSX, with a first line that names the columns"
        raise InvalidInput([Finding(Location(file.path, 1), "format", said, hint)])
    _check_suffix(file)
    return read_spreadsheet(
        file.data,
        file.path,
        knows,
        encoding=file.encoding,
        sheet=file.sheet,
        samples=file.samples,
    )


def _check_suffix(file: SourceFile) -> None:
    """Refuse what is not what its name says; XLS is the name of many a plain table."""
    suffix = PurePath(file.path).suffix.casefold()
    if is_workbook(file.data) or suffix not in _SAYS:
        return
    # What is empty, a picture or no text at all is told so first.
    _ = file.decoded
    said = f"this is {_SAYS[suffix]}, though its name ends in {suffix}"
    hint = "export it anew; if it is a table in plain text, let its name end in .csv"
    raise InvalidInput([Finding(Location(file.path, 1), "format", said, hint)])


def _other_form(file: SourceFile) -> str:
    suffix = PurePath(file.path).suffix.casefold()
    if re.match(r"<(!doctype|html|table|\?xml)", file.head, re.IGNORECASE):
        return "this is a web page or XML, not a table"
    if file.head.startswith("{") or re.match(r"\[\s*[\[{\]\"]", file.head):
        return "this JSON is neither Popolo nor of unitedstates/congress-legislators"
    if suffix in (".yaml", ".yml"):
        return "this YAML is not of unitedstates/congress-legislators"
    if re.match(r"BEGIN:VCALENDAR", file.head, re.IGNORECASE):
        return "this is a calendar"
    return ""
