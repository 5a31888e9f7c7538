"""Spreadsheets: bytes of CSV, TSV, XLSX, XLS or ODS as a table of text with its lines.

For whoever imports: recipients here, signatories likewise. What was taken for certain on the
way is told in the sheet's notes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.delimited import read_delimited
from undersigned.load.encoding import Decoded, decode_any
from undersigned.load.mojibake import mojibake_notes
from undersigned.load.sheet import Sheet, with_header
from undersigned.load.source import REFUSED
from undersigned.load.workbook import is_workbook, read_workbook

__all__ = ["DoubtfulEncoding", "decoded_text", "encoding_notes", "read_spreadsheet"]

_MOST_ROWS = 100_000
_SAMPLE = 100_000
_FEWEST = 3
_BINARY = (
    (b"%PDF", "this is a PDF", "copy the table into a spreadsheet, and save that as CSV"),
    (b"\x89PNG", "this is a picture", "type the table into a spreadsheet"),
    (b"\xff\xd8\xff", "this is a picture", "type the table into a spreadsheet"),
    (b"{\\rtf", "this is a text document", "copy the table into a spreadsheet, and save that"),
    (b"\x1f\x8b", "the file is packed", "unpack it first"),
)
_NAMES = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp1257": "Windows-1257",
    "cp1258": "Windows-1258",
    "cp850": "CP850",
    "cp852": "CP852",
    "cp866": "CP866",
    "cp874": "CP874",
    "cp932": "Shift-JIS",
    "cp949": "EUC-KR",
    "euc_jp": "EUC-JP",
    "gb18030": "GB18030",
    "big5": "Big5",
    "iso8859_2": "ISO-8859-2",
    "iso8859_5": "ISO-8859-5",
    "iso8859_6": "ISO-8859-6",
    "iso8859_7": "ISO-8859-7",
    "iso8859_8": "ISO-8859-8",
    "koi8_u": "KOI8-U",
    "mac_cyrillic": "Mac-Cyrillic",
    "mac_latin2": "Mac-Latin2",
    "mac_roman": "Mac-Roman",
}


class DoubtfulEncoding(InvalidInput):
    """A text in one of several encodings: `names` are those that it may be in, as a user names
    them, the likeliest first."""

    def __init__(self, finding: Finding, names: tuple[str, ...]) -> None:
        super().__init__([finding])
        self.names = names


def read_spreadsheet(
    data: bytes,
    path: str,
    knows: Callable[[str], bool],
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    samples: bool = True,
) -> Sheet:
    """The table in these bytes; `path` names them in messages, and `knows` tells a cell that
    names a column, by which the header is found. Without `samples` no message shows a word of
    them.

    Raises `InvalidInput` where there is no table in them, and `DoubtfulEncoding`.
    """
    notes: tuple[str, ...] = ()
    if is_workbook(data):
        raw = read_workbook(data, path, sheet)
    else:
        decoded = decoded_text(data, path, encoding, samples=samples)
        notes = encoding_notes(decoded)
        raw = read_delimited(decoded.text, path)
    if len(raw.rows) > _MOST_ROWS:
        said = f"the table has {len(raw.rows):,} rows; more than {_MOST_ROWS:,} are not taken"
        hint = "cut it into several files"
        raise InvalidInput([Finding(Location(path), "size", said, hint)])
    found = with_header(raw, knows)
    notes = (*notes, *found.notes, *mojibake_notes(found.rows))
    return Sheet(path, found.header, found.rows, notes, found.refused, found.exact)


def decoded_text(data: bytes, path: str, encoding: str | None, *, samples: bool = True) -> Decoded:
    """The bytes as text. Raises `InvalidInput` for what is no text, and `DoubtfulEncoding` where
    several encodings may be meant."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        finding = Finding(
            Location(path), "empty", "there is nothing in the file", "is it the right one?"
        )
        raise InvalidInput([finding])
    for start, said, hint in _BINARY:
        if data.startswith(start):
            raise InvalidInput([Finding(Location(path), "format", said, hint)])
    decoded = decode_any(data, path, encoding)
    if not samples:
        decoded = replace(decoded, sample="")
    if _is_rubbish(decoded.text):
        said = "this is neither text nor a workbook"
        hint = "save the table as XLSX, ODS or CSV, and import that"
        raise InvalidInput([Finding(Location(path), "format", said, hint)])
    if decoded.rivals:
        names = tuple(_name(page) for page in (decoded.encoding, *decoded.rivals))
        said = f"the encoding is doubtful: {' or '.join(names)}"
        hint = "say it with --encoding"
        hint += f'; in {names[0]} it says "{decoded.sample}"' if samples else ""
        raise DoubtfulEncoding(Finding(Location(path), "encoding", said, hint), names)
    return decoded


def encoding_notes(decoded: Decoded) -> tuple[str, ...]:
    """What to tell of an encoding that was guessed."""
    if not decoded.guessed:
        return ()
    seen = f': "{decoded.sample}"' if decoded.sample else ""
    return (f"read as {_name(decoded.encoding)}{seen} (if that is wrong: --encoding)",)


def _is_rubbish(text: str) -> bool:
    """Whether there are more control characters than slip into a text."""
    strange = len(REFUSED.findall(text[:_SAMPLE]))
    return strange >= _FEWEST and strange > len(text[:_SAMPLE]) / 50


def _name(page: str) -> str:
    return _NAMES.get(page, page)
