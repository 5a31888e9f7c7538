"""A roster changed cell by cell: what is not changed keeps its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sources import said, workspace
from undersigned.errors import NotFound
from undersigned.load.directory import COLUMNS, load_directory
from undersigned.load.roster_table import RosterTable, read_roster_table
from undersigned.load.source import REFUSED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from undersigned.load.roster_table import RosterRow

_ROSTER = "signatories/dam.csv"
_DIRECTORY = (
    "id,name,acronym,former_names,native_names\n"
    "vrw,Velmar River Watch,VRW,River Friends of Velmar,fr: Veille du fleuve\n"
    "well,Society of the Well,,,\n"
)


def _table(root: Path, data: bytes | str) -> RosterTable:
    text = data.encode() if isinstance(data, str) else data
    files: Mapping[str, str | bytes] = {
        _ROSTER: text,
        "signatories/directory.csv": _DIRECTORY.encode(),
    }
    return read_roster_table(workspace(root, files), "dam")


@pytest.mark.parametrize(
    "data",
    [
        b"id,name\nvrw,\n",
        b"\xef\xbb\xbfid;name;status\r\nvrw;;invited\r\n;Open Ballot;confirmed",
        b'"id"\t"name"\t"evidence"\r"vrw"\t""\t"two\r\nlines"\r',
        b"\n\nid,name,\n , Open Ballot ,\n,,,\n\nvrw,,,,\n   ",
        b'id,name\nx,"Say ""no"""\ny,5" pipe\n',
    ],
)
def test_what_is_read_is_written(tmp_path: Path, data: bytes) -> None:
    """Mark, separator, quotation marks, line ends, blank lines and blanks stay."""
    assert _table(tmp_path, data).data() == data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            b"\xef\xbb\xbfid;name;status\r\n;Open Ballot;invited\r\n ;'x' ; confirmed \r\n",
            b"\xef\xbb\xbfid;name;status\r\n;Open Ballot;withdrawn\r\n ;'x' ; confirmed \r\n",
            id="one cell",
        ),
        pytest.param(
            b'"name","status","note"\n"Open Ballot","invited"\n"Weir","confirmed",""\n',
            b'"name","status","note"\n"Open Ballot","withdrawn"\n"Weir","confirmed",""\n',
            id="a row that quotes every cell, shorter than the header",
        ),
        pytest.param(
            b"name\nOpen Ballot\n\nWeir\n",
            b"name,status\nOpen Ballot,withdrawn\n\nWeir,confirmed\n",
            id="without a status column all others become confirmed",
        ),
        pytest.param(
            b"name,,\nOpen Ballot\nWeir,,,,\n",
            b"name,,,status\nOpen Ballot,,,withdrawn\nWeir,,,confirmed,\n",
            id="columns without a name",
        ),
    ],
)
def test_a_changed_cell(tmp_path: Path, before: bytes, after: bytes) -> None:
    """Only what is changed is written anew, in the style of its row."""
    assert _table(tmp_path, before).changed(2, {"status": "withdrawn"}).data() == after


def test_a_new_column_leaves_other_rows(tmp_path: Path) -> None:
    """A column that only one row fills adds nothing to the others; an empty value adds none."""
    table = _table(tmp_path, "name,status\nOpen Ballot,invited\nWeir,confirmed\n")
    changed = table.changed(2, {"evidence": 'a "yes", by mail', "note": ""})
    assert changed.data().decode() == (
        'name,status,evidence\nOpen Ballot,invited,"a ""yes"", by mail"\nWeir,confirmed\n'
    )


def test_lines_stay_those_of_the_file(tmp_path: Path) -> None:
    """A cell of two lines moves no row while a command is at work."""
    table = _table(tmp_path, "name,note\nOpen Ballot,\nWeir,\n").changed(2, {"note": "one\ntwo"})
    assert [row.line for row in table.rows] == [2, 3]
    assert table.changed(3, {"note": "x"}).data() == (
        b'name,note\nOpen Ballot,"one\ntwo"\nWeir,x\n'
    )


def test_appended_rows(tmp_path: Path) -> None:
    """New rows follow in the style of the file, even where its last line has no end."""
    table = _table(tmp_path, b'"name";"status"\r\n"Open; Ballot";"invited"')
    added = table.appended([{"name": "Weir", "status": "invited"}, {"name": "=1+1", "url": "u"}])
    assert added.data() == (
        b'"name";"status";"url"\r\n"Open; Ballot";"invited"\r\n"Weir";"invited";\r\n"=1+1";;"u"\r\n'
    )
    assert [(row.line, row["name"], row.status) for row in added.rows] == [
        (2, "Open; Ballot", "invited"), (3, "Weir", "invited"), (4, "=1+1", None),
    ]  # fmt: skip


def test_a_new_roster(tmp_path: Path) -> None:
    """A roster that is not there yet gets the columns that its rows fill."""
    table = read_roster_table(workspace(tmp_path), "private/new", new_ok=True)
    assert (table.read, table.rows, table.header) == (None, (), ())
    added = table.appended([{"name": "Weir", "status": "invited", "acronym": ""}])
    assert added.data() == b"name,status\nWeir,invited\n"


@pytest.mark.parametrize("name", ["new", "../new", "directory", "a/b", ""])
def test_no_such_roster(tmp_path: Path, name: str) -> None:
    """A roster that is not there is told; a new one has a name that stays in its folder."""
    opened = workspace(tmp_path, {"signatories/directory.csv": _DIRECTORY})
    with pytest.raises(NotFound, match="unknown roster"):
        read_roster_table(opened, name, new_ok=name != "new")


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("a\x00b", "has a character in it that cannot be printed"),
        ("a\ud800b", "has a character in it that cannot be printed"),
        ("a\x1b[31m", "has a character in it that cannot be printed"),
        ("a\u202eb", "has a character in it that cannot be printed"),
        ("a" * 20_001, "is longer than 20,000 characters"),
    ],
)
def test_what_cannot_stand_in_a_table(tmp_path: Path, value: str, fault: str) -> None:
    """It is refused with file, line and column, and is not told."""
    table = _table(tmp_path, "name,note\nOpen Ballot,\n")
    told = f'[character] what would stand in the column "note" {fault}'
    told += " (nothing has been written; type it again)"
    assert said(lambda: table.changed(2, {"note": value})) == [f"{_ROSTER}:2 {told}"]
    assert said(lambda: table.appended([{"name": "x"}, {"note": value}])) == [f"{_ROSTER}:4 {told}"]


def test_faults_of_the_file(tmp_path: Path) -> None:
    """What is no table is refused with its place, before anything is changed."""
    assert said(lambda: _table(tmp_path, b"name\nA\x00\n")) == [
        (
            f"{_ROSTER}:2:2 [character] the character U+0000 cannot be printed "
            "(delete it, or type again what stood there)"
        )
    ]
    assert said(lambda: _table(tmp_path, b'name,note\n"A,\n')) == [
        (
            f"{_ROSTER}:2:1 [table] the table cannot be read: unexpected end of data "
            "(check the quotation marks of this row and of the one before)"
        )
    ]


_PEOPLE = (
    "id,name,acronym,status,note\n"
    "vrw,,,confirmed,\n"
    ",Open Ballot,OB,invited,\n"
    ',"Ballot, Open",OB,withdrawn,"two\nlines"\n'
    "well,,,withheld,\n"
    ",Sisters of Lume,SL,withheld,\n"
    ",Pier Table,PT,whithheld,\n"
)


def _find(root: Path, typed: str) -> RosterRow:
    table = _table(root, _PEOPLE)
    return table.find(typed, load_directory(workspace(root)))


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("4", 4),
        ("VRW", 2),
        ("velmar river watch", 2),
        ("River Friends of Velmar", 2),
        ("Veille du fleuve", 2),
        ("open ballot", 3),
        ("Ballot Open", 4),
        ("Society of the Well", 6),
        ("well", 6),
        ("SL", 7),
    ],
)
def test_a_row_by_line_id_name_or_acronym(tmp_path: Path, typed: str, line: int) -> None:
    """Case, accents and punctuation do not matter; names of the directory count."""
    assert _find(tmp_path, typed).line == line


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("OB", "ambiguous-row] lines 3 and 4 go by what was typed (name the row by its line)"),
        *(
            (
                typed,
                (
                    "unknown-row] there is no row that goes by what was typed (name the row by "
                    "its line: the file has it)"
                ),
            )
            for typed in (
                "Society of a Well",
                "Sister of Lumen",
                "Pier Tables",
                "Lume",
                "Grove",
                "",
            )
        ),
    ],
)
def test_nothing_of_a_withheld_row_is_told(tmp_path: Path, typed: str, expected: str) -> None:
    """Neither a name that may not be read nor one that is near to it is repeated."""
    assert said(lambda: _find(tmp_path, typed)) == [f"{_ROSTER} [{expected}"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Open Balot", 'unknown row "Open Balot" (did you mean "Open Ballot"?)'),
        ("5", 'unknown row "5" (the row begins on line 4)'),
        ("77", 'unknown row "77" (name the row by its line, its id, its name or its acronym)'),
    ],
)
def test_no_such_row(tmp_path: Path, typed: str, expected: str) -> None:
    """The nearest name is offered, of rows that may be named."""
    with pytest.raises(NotFound) as caught:
        _find(tmp_path, typed)
    assert str(caught.value) == expected


def test_without_a_withheld_row_what_was_typed_is_told(tmp_path: Path) -> None:
    """Nobody can have meant a name that may not be read."""
    table = _table(tmp_path, "name\nOpen Ballot\n")
    for typed in ("Grove", "", "9" * 5000):
        with pytest.raises(NotFound) as caught:
            table.find(typed, load_directory(workspace(tmp_path)))
        assert str(caught.value) == (
            f'unknown row "{typed}" (name the row by its line, its id, its name or its acronym)'
        )


# ------------------------------------------------------------------------------ any text at all
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).filter(
    lambda text: not REFUSED.search(text)
)
_CELLS = st.dictionaries(st.sampled_from(COLUMNS), _TEXT, max_size=4)
_NAMED = st.builds(lambda cells, name: {**cells, "name": f"n{name}"}, _CELLS, _TEXT)
_QUOTED = st.sampled_from(['"{}"', "{}"])


@st.composite
def _files(draw: st.DrawFn) -> bytes:
    """A roster in any of the styles that programs write."""
    delimiter, end = draw(st.sampled_from(",;\t")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    names = ["name", *draw(st.lists(st.sampled_from(COLUMNS[3:]), unique=True, max_size=3))]
    lines = [names, *draw(st.lists(st.lists(_TEXT, max_size=len(names)), max_size=5))]

    def written(cell: str) -> str:
        plain = not any(sign in cell for sign in (delimiter, '"', "\n"))
        style = draw(_QUOTED) if plain else '"{}"'
        return style.format(cell.replace('"', '""').replace("\n", end))

    text = end.join(delimiter.join(written(cell) for cell in line) for line in lines)
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return (mark + text + draw(st.sampled_from(["", end, end * 2]))).encode()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples."""
    return tmp_path_factory.mktemp("any")


def _cells(table: RosterTable) -> list[dict[str, str]]:
    return [{k: v for k, v in row.cells.items() if k and v} for row in table.rows]


@given(data=_files())
def test_any_file_comes_back(root: Path, data: bytes) -> None:
    """Read and written, every roster is the same to the byte."""
    assert _table(root, data).data() == data


@given(data=_files(), cells=_NAMED, number=st.integers(0, 4))
def test_any_change_reads_back(
    root: Path, data: bytes, cells: Mapping[str, str], number: int
) -> None:
    """A changed cell says what was given, and all other rows what they said before."""
    before = _table(root, data)
    if number >= len(before.rows):
        return
    line = before.rows[number].line
    after = _table(root, before.changed(line, cells).data())
    added = {"status": "confirmed"} if _adds_status(before, cells) else {}
    expected = [{**added, **row} for row in _cells(before)]
    expected[number] |= {key: value.strip() for key, value in cells.items()}
    assert _cells(after) == [{k: v for k, v in row.items() if v} for row in expected]


@given(data=_files(), rows=st.lists(_NAMED, max_size=4))
def test_any_rows_read_back(root: Path, data: bytes, rows: list[Mapping[str, str]]) -> None:
    """Rows that were added say what was given, at the lines that were told."""
    before = _table(root, data)
    table = before.appended(rows)
    after = _table(root, table.data())
    needs = any(_adds_status(before, row) for row in rows)
    added = {"status": "confirmed"} if needs else {}
    expected = [{**added, **row} for row in _cells(before)]
    expected += [{k: v.strip() for k, v in row.items() if v.strip()} for row in rows]
    assert _cells(after) == expected
    assert [row.line for row in after.rows] == [row.line for row in table.rows]


def _adds_status(table: RosterTable, cells: Mapping[str, str]) -> bool:
    return "status" not in table.header and bool(cells.get("status", "").strip())
