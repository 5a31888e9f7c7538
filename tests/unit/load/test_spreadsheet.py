"""Spreadsheets of any program as one table, and what makes a file unreadable."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sources import said
from tests.support.workbooks import Rows, altered, encrypted, ods, packed, xlsx
from undersigned.errors import InvalidInput
from undersigned.load.sheet import Sheet
from undersigned.load.spreadsheet import read_spreadsheet

KNOWN = ("name", "email", "office")
TABLE: Rows = [["Name", "Seats", "Since"], ["Ana Ruiz", 12, 5.5], ["Bo Li", None, "x"]]


def read(data: bytes, sheet: str | None = None) -> Sheet:
    return read_spreadsheet(data, "f", lambda cell: cell.casefold() in KNOWN, sheet=sheet)


def lines(sheet: Sheet) -> list[tuple[int, ...] | tuple[int | str, ...]]:
    return [(row.line, *row.cells) for row in sheet.rows]


@pytest.mark.parametrize(
    "data", [xlsx({"P": TABLE}), ods(TABLE), b"Name,Seats,Since\nAna Ruiz,12,5.5\nBo Li,,x\n"]
)
def test_every_program_writes_the_same_table(data: bytes) -> None:
    """XLSX, ODS and CSV come out alike, numbers as they were typed, each row with its line."""
    sheet = read(data)
    assert sheet.header == ("Name", "Seats", "Since")
    assert lines(sheet) == [(2, "Ana Ruiz", "12", "5.5"), (3, "Bo Li", "", "x")]
    assert (sheet.notes, sheet.refused) == ((), ())


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_separator_mark_and_line_end(separator: str, encoding: str, end: str) -> None:
    """A cell may hold the separator and a line break if it is quoted."""
    rows = [("name", "note"), (f'"A{separator} ""B"""', '"one\ntwo"'), ("C", "x"), ("D", "y")]
    text = end.join(separator.join(row) for row in rows)
    sheet = read(text.encode(encoding))
    assert lines(sheet) == [
        (2, f'A{separator} "B"', "one\ntwo"), (4, "C", "x"), (5, "D", "y")
    ]  # fmt: skip


def test_what_excel_says_of_the_separator() -> None:
    """A first line sep=; is no header."""
    sheet = read(b'sep=;\nname;note\n"A, B";1,5\n')
    assert (sheet.header, lines(sheet)) == (("name", "note"), [(3, "A, B", "1,5")])


def test_the_header_may_come_later() -> None:
    """A title and an explanation stand above it; that is told."""
    sheet = read(xlsx({"P": [["All members", None], [], ["Name", "Office"], ["A B", "Chair"]]}))
    assert (sheet.header, lines(sheet)) == (("Name", "Office"), [(4, "A B", "Chair")])
    assert sheet.notes == ("the header is on line 3; line 1 is left out",)


def test_column_names_are_each_there_once() -> None:
    """A doubled name gets a number, a column without a name its place."""
    assert read(b"name,email,Email,\nA,b,c,d\n").header == (
        "name",
        "email",
        "Email (2)",
        "column 4",
    )


def test_the_first_sheet_with_something_in_it() -> None:
    """Which sheet is taken is told, unless it was named; a hidden one is taken last."""
    sheets: dict[str, Rows] = {
        "Hidden": [["name"], ["H"]],
        "Empty": [],
        "P": TABLE,
        "Q": [["name"], ["Q"]],
    }
    data = xlsx(sheets, hidden=["Hidden"])
    assert read(data).notes == ('taken from the sheet "P"; left out: Hidden, Empty, Q (--sheet)',)
    assert (lines(read(data, "Q")), read(data, "Q").notes) == ([(2, "Q")], ())
    assert said(lambda: read(data, "R")) == [
        'f [workbook] there is no sheet "R" (its sheets: Hidden, Empty, P, Q)'
    ]


def test_merged_cells_hold_in_each_row() -> None:
    """What is merged down a column is said of all its rows."""
    rows: Rows = [["Office", "Name"], ["Board", "A"], [None, "B"], ["Court", "C"]]
    sheet = read(xlsx({"P": rows}, merged=["A2:A3"]))
    assert lines(sheet) == [(2, "Board", "A"), (3, "Board", "B"), (4, "Court", "C")]
    assert sheet.notes == ("merged cells: each row of them was given what they say",)


def test_a_formula_is_its_value() -> None:
    """What the program computed is what a person sees in the cell."""
    sheet = read(xlsx({"P": [["name"], ['{HYPERLINK("https://a.example","x")}Ana Ruiz']]}))
    assert lines(sheet) == [(2, "Ana Ruiz")]


def test_one_bad_row_does_not_stop_the_rest() -> None:
    """A row of too many cells and a stray quotation mark are refused, each with its line."""
    sheet = read(b'name,email\nA,a\n"B"x,b\nC,c,d\n"open,e\nF,f\n')
    assert lines(sheet) == [(2, "A", "a"), (6, "F", "f")]
    assert [f"{f.location}: {f.message}" for f in sheet.refused] == [
        'f:3: the row cannot be read: "," expected after a quotation mark',
        "f:5: a quotation mark opens here and is not closed",
        "f:4: the row has 3 cells, the header 2",
    ]


_NOTHING = "f [empty] there is nothing in the file (is it the right one?)"
_SAVE = "save the table as XLSX, ODS or CSV, and import that"
_ANEW = "open it in a spreadsheet program, save it anew or as CSV, and import that"
_FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
_BROKEN = xlsx({"P": TABLE}).replace(b"worksheets/sheet1.xml", b"worksheets/sheet2.xml")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", _NOTHING),
        (b"\n ,, \n\n", _NOTHING),
        (b"\xef\xbb\xbf", _NOTHING),
        (xlsx({"P": []}), _NOTHING),
        (
            b"%PDF-1.7\n\x93",
            "f [format] this is a PDF (copy the table into a spreadsheet, and save that as CSV)",
        ),
        (
            encrypted(),
            (
                "f [workbook] the workbook is protected with a password "
                "(open it, save it without the password, and import that)"
            ),
        ),
        (
            xlsx({"P": TABLE})[:200],
            f"f [workbook] the file is damaged: it cannot be unpacked ({_SAVE})",
        ),
        (_BROKEN, f"f [workbook] the workbook is damaged and cannot be read ({_ANEW})"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            f"f [workbook] the workbook is damaged and cannot be read ({_ANEW})",
        ),
        (
            packed({"xl/workbook.xml": "", "xl/worksheets/sheet1.xml": _FAR}),
            (
                "f [workbook] a sheet reaches over 17,179,869,184 cells, too many to be a list of "
                f"people ({_SAVE})"
            ),
        ),
        (
            packed({"word/document.xml": ""}),
            f"f [workbook] this is a Word document, not a table ({_SAVE})",
        ),
        (packed({"a": ""}), f"f [workbook] this is a packed archive, not a table ({_SAVE})"),
        (
            b"A B,a@b.example\nC D,c@d.example\n",
            (
                "f:1 [header] this line names no columns: it has somebody's address in it "
                "(write a first line that names them, such as name,office,email)"
            ),
        ),
        (
            "name,town\nGrønland,x\nSalomonøerne,y\n".encode("cp1252"),
            (
                "f [encoding] the encoding is doubtful: Windows-1252 or Windows-1257 "
                '(say it with --encoding; in Windows-1252 it says "Grønland, Salomonøerne")'
            ),
        ),
    ],
)
def test_what_is_no_table_is_told(data: bytes, expected: str) -> None:
    """Empty, packed, encrypted, damaged and doubtful files are refused in one sentence."""
    assert said(lambda: read(data)) == [expected]


_XLSX, _ODS = xlsx({"P": TABLE}), ods(TABLE)
_LAST = '<c r="A3"'
_ODS_ROW = "<table:table-row>"


@pytest.mark.parametrize(
    ("data", "cells"),
    [
        (altered(altered(_XLSX, _LAST, '<c r="XFD1048576"'), "worksheets/", "other/"), 2**34),
        (altered(altered(_XLSX, _LAST, '<c r="XFD1048576"'), "sheet1.xml", "SHEET.BIN"), 2**34),
        (altered(altered(_XLSX, _LAST, '<c r="ZZ1048576"'), "sheet1", "sub/s"), 702 * 2**20),
        (altered(_XLSX, _LAST, '<c r="xfd1048576"'), 2**34),
        (altered(_XLSX, _LAST, "<c a='>' r = 'XFD1048576'"), 2**34),
        (altered(_XLSX, _LAST, '<c a=" r=\'A1\'" r="XFD01048576"'), 2**34),
        (altered(_XLSX, '<row r="3"><c r="A3"', '<row r="9000000"><c'), 9_000_000),
        (packed({"xl/workbook.xml": "", "content.xml": "<table:table>", "s": _FAR}), 2**34),
        (
            altered(_ODS, _ODS_ROW, '<table:table-row table:number-rows-repeated="9000000">'),
            9_000_000,
        ),
        (
            altered(
                _ODS,
                _ODS_ROW,
                '<table:table-row table:number-rows-repeated = "9000000">'
                "<table:table-row-group></table:table-row-group>",
            ),
            9_000_000,
        ),
        (
            altered(
                _ODS,
                _ODS_ROW,
                f"{_ODS_ROW}<table:table-cell office:string-value='x' "
                "table:number-columns-repeated='9000000'/>",
            ),
            9_000_000,
        ),
    ],
)
def test_a_sheet_that_asks_for_too_much(data: bytes, cells: int) -> None:
    """It is measured before anybody makes room for it, whatever its part is called, however its
    tags are written, and whichever of two workbooks the file is."""
    (told,) = said(lambda: read(data))
    assert told.endswith(f" too many to be a list of people ({_SAVE})")
    assert int(re.sub(r"\D", "", told.partition(" cells")[0])) >= cells


def test_what_is_said_of_the_size_alone_refuses_nothing() -> None:
    """Programs write the extent of what was ever formatted; no room is made for that."""
    data = altered(_XLSX, "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    assert lines(read(data)) == lines(read(_XLSX))
    data = altered(_XLSX, "</row></sheetData>", '<c r="XFD3" s="1"/></row></sheetData>')
    assert lines(read(data)) == lines(read(_XLSX))


@pytest.mark.parametrize(
    "data",
    [
        # No look at the file tells these: only calamine takes them for what they are.
        altered(_XLSX, _LAST, '<c a="<" r="XFD1048576"'),
        altered(_XLSX, _LAST, '<c a="<" r="ZZ1048576"'),
    ],
)
def test_what_ends_calamine_ends_no_import(data: bytes) -> None:
    """It runs in a process of its own with a bound on its memory."""
    assert said(lambda: read(data)) == [
        f"f [workbook] the workbook is damaged and cannot be read ({_ANEW})"
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("xl/worksheets/sheet1.xml", "<row r='1' " + "<row " * 400_000),
        ("xl/worksheets/sheet1.xml", "<c " + '<c a="' * 400_000),
        ("xl/worksheets/sheet1.xml", "<c " + "r " * 1_000_000),
        ("xl/worksheets/sheet1.xml", "<" + "c" * 3_000_000),
        ("content.xml", "<table:table>" + "<table:table-row " * 400_000),
        ("content.xml", "<table:table><table:table-cell " + "a=' " * 1_000_000),
    ],
)
def test_tags_without_end_are_read_once(name: str, text: str) -> None:
    """A few kilobytes, packed; tried anew from each tag, they took minutes."""
    assert said(lambda: read(packed({"xl/workbook.xml": "", name: text}))) == [
        f"f [workbook] the workbook is damaged and cannot be read ({_ANEW})"
    ]


def test_a_tag_is_seen_wherever_the_pieces_are_cut() -> None:
    """A part is measured a piece at a time."""
    for gap in range(999_960, 1_000_010):
        with pytest.raises(InvalidInput, match="a sheet reaches over"):
            read(packed({"xl/workbook.xml": "", "s": " " * gap + _FAR}))


def test_a_workbook_that_unpacks_to_very_much() -> None:
    """It is refused by what it says of its size, before it is unpacked."""
    data = packed({"xl/workbook.xml": "", "xl/worksheets/sheet1.xml": "0" * 150_000_001})
    assert said(lambda: read(data)) == [
        f"f [workbook] the workbook is too large once it is unpacked ({_SAVE})"
    ]


def test_many_merged_cells_over_many_rows() -> None:
    """They are filled up to a bound, and do not take for ever."""
    rows: Rows = [["Name"], *[[f"N{n}"] for n in range(3000)]]
    data = xlsx({"P": rows}, merged=["A2:A3001"] * 2000)
    assert said(lambda: read(data)) == [
        f"f [workbook] the workbook is damaged and cannot be read ({_ANEW})"
    ]


def test_a_mark_that_is_not_kept_to() -> None:
    """The file says UTF-16 and breaks off: --encoding was not what was wrong."""
    assert said(lambda: read("name,email\n".encode("utf-16") + b"A")) == [
        (
            "f [encoding] the file begins as UTF-16 and does not go on as it (fetch or save it "
            "again: it may be cut off; or name its encoding with --encoding)"
        )
    ]


def test_a_sample_of_the_encoding_is_no_address() -> None:
    """No message repeats an e-mail address."""
    data = "name;email\nÉmile Müller;émile@müller.example\nZoé Köln;\n".encode("cp1252")
    assert read(data).notes == (
        'read as Windows-1252: "Émile, Müller, Zoé" (if that is wrong: --encoding)',
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ã„rzte fÃ¼r FlÃ¼sse", True), ("Itâ€™s a River", True), ("Ð ÐµÐºÐ°", True),
        ("æ°´ã®", True), ("Ärzte für Flüsse", False), ("It’s a River…", False),
        ("Comunicação NÃO", False), ("Река", False), ("Île à “Vue”", False),
    ],
)  # fmt: skip
def test_mojibake_is_told(name: str, told: bool) -> None:
    """What a program before us has read in the wrong encoding: by lines, without a word."""
    sheet = read(f"name,email\nA,a\n{name},x\n".encode())
    note = "letters look as if a program had read them in the wrong encoding: line 3"
    assert sheet.notes == ((note,) if told else ())
    assert lines(sheet)[1] == (3, name, "x")


@pytest.mark.parametrize("bad", [b"\xe9", b"\xed\xa0\x80", b"\xc3", b"\xff\xfe"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_few_bytes_do_not_change_the_encoding(bad: bytes, mark: bytes) -> None:
    """UTF-8 but for one row is UTF-8, and this row is refused."""
    text = mark + "name,email\nÄrzte,a\n河川の友,b\nX".encode() + bad + b",c\nF,f\n"
    sheet = read(text)
    assert lines(sheet) == [(2, "Ärzte", "a"), (3, "河川の友", "b"), (5, "F", "f")]
    assert [str(f.location) for f in sheet.refused] == ["f:4"]
    assert sheet.notes == ()


def test_a_file_that_is_cut_within_a_character() -> None:
    """Its last row is refused."""
    data = "name,email\nÄrzte,a\nÑandú,b\nSã".encode()[:-1]
    assert lines(read(data)) == [(2, "Ärzte", "a"), (3, "Ñandú", "b")]
    assert [str(f.location) for f in read(data).refused] == ["f:4"]


def test_a_header_with_a_byte_that_is_none() -> None:
    """The names of the columns stay where they are."""
    sheet = read("name,email,Größe,N\udce9\nÄrzte,a,ü,x\n".encode("utf-8", "surrogateescape"))
    assert sheet.header == ("name", "email", "Größe", "N\ufffd")
    assert lines(sheet) == [(2, "Ärzte", "a", "ü", "x")]


@given(st.integers(0, 1500), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_never_stops_the_program(at: int, bad: bytes) -> None:
    """Whatever bytes are wrong, it is read or refused."""
    whole = xlsx({"P": TABLE})
    with contextlib.suppress(InvalidInput):
        assert read(whole[:at] + bad + whole[at + len(bad) :]).header


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text ends the program, and every row is as wide as the header."""
    with contextlib.suppress(InvalidInput):
        sheet = read(text.encode("utf-8", "replace"))
        assert {len(row.cells) for row in sheet.rows} <= {len(sheet.header)}
        assert len({name.casefold() for name in sheet.header}) == len(sheet.header)
