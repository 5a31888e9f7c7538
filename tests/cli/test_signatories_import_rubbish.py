"""`undersigned signatories import` of hostile names and of what is no table."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.cli.sign_on import form, loaded, rows
from tests.support.tree import build_file_tree, read_file_tree
from tests.support.workbooks import altered, encrypted, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

HEADER = ("Organisation", "Country")


@pytest.mark.parametrize(
    "name",
    [
        "<img src=x onerror=alert(1)>", "{{ 7*7 }}", "{% for x in y %}", '=HYPERLINK("x")',
        "@SUM(1)", "مرصد الأنهار", "\u202bمرصد الأنهار\u202c", "**bold** _League_", "River | Watch",
        "x" * 2000,
        "'; DROP TABLE rosters; --", "../../etc/passwd", "-1+1", "River\\nWatch",
    ],
)  # fmt: skip
def test_hostile_names_are_names(run: Callable[..., Said], workspace: Path, name: str) -> None:
    """They are taken as they are, and the roster loads."""
    build_file_tree(workspace, {"f.csv": form((name, "KH"), header=HEADER)})
    said = run("signatories", "import", "f.csv", "dam")
    assert said.code == 0, said.err
    assert [row["name"] for row in rows(workspace)] == [name]
    assert [str(entry.name) for entry in loaded(workspace).signatories] == [name]


@pytest.mark.parametrize(
    ("name", "code"),
    [("River\x00Watch", "0000"), ("River\x1b[31m", "001B"), ("River\u202eWatch", "202E"),
     ("River\x9bWatch", "009B"), ("River&#0;Watch", "FFFD"), ("River\ue000", "E000")],
)  # fmt: skip
def test_what_cannot_be_printed_is_refused(
    run: Callable[..., Said], workspace: Path, name: str, code: str
) -> None:
    """With its file, its row and the character."""
    build_file_tree(workspace, {"f.csv": form((name, ""), ("Open Ballot", "KH"), header=HEADER)})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (
        1,
        (
            f'f.csv:2: the character U+{code} in "organisation" cannot be printed [row]\n'
            "    type again what stood there\n"
            "1 new, 1 refused\n"
        ),
    )


def test_a_lone_surrogate_is_refused(run: Callable[..., Said], workspace: Path) -> None:
    """Half a character, as an escape in a workbook makes it."""
    book = altered(xlsx({"S": [HEADER, ("River Watch", "KH")]}), "River Watch", "River _xD800_")
    build_file_tree(workspace, {"f.xlsx": book})
    said = run("signatories", "import", "f.xlsx", "dam")
    assert (said.code, said.out) == (1, "")
    assert "f.xlsx:2: there are bytes in this row that are no text [row]" in said.err
    assert not (workspace / "signatories/dam.csv").exists()
    utf16 = form(("River Watch", "KH"), header=HEADER).encode("utf-16-le")
    build_file_tree(workspace, {"g.csv": b"\xff\xfe" + utf16 + b"\x00\xd8,\x00"})
    said = run("signatories", "import", "g.csv", "two")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("g.csv: the file begins as UTF-16 and does not go on as it")


def test_no_contact_signs_by_a_slip(run: Callable[..., Said], workspace: Path) -> None:
    """An organisation that cannot be printed refuses the row; where there is none, it is told
    that the person signs."""
    header = ("Organisation", "First name", "Last name")
    cells = ("🌊🌊", "#REF!", "", "-", ".", "individual", "Open Ballot")
    responses = [(cell, f"Ona{n}", "Tesk") for n, cell in enumerate(cells, 2)]
    build_file_tree(workspace, {"f.csv": form(*responses, header=header)})
    options = ("--signs", "organisations", "--map", "organisation=Organisation")
    said = run("signatories", "import", "f.csv", "dam", *options)
    assert said.code == 1, said.err
    lost = "nothing of its organisation can be printed [row]\n    write its name, or empty the cell"
    told = "rows name no organisation, and the person signs as an individual"
    assert f"f.csv:2: {lost}\nf.csv:3: {lost}\n" in said.err
    assert f"{told}: lines 4, 5, 6, 7\n" in said.err
    assert [row["name"] for row in rows(workspace)] == [
        "Ona4 Tesk", "Ona5 Tesk", "Ona6 Tesk", "Ona7 Tesk", "Open Ballot"
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["#DIV/0!", "#NAME?", "#ERROR!", "#REF!", "#N/A", ".", "—", "🌊"])
def test_an_error_is_no_name(run: Callable[..., Said], workspace: Path, cell: str) -> None:
    """What a spreadsheet program writes where a formula failed names nobody, nor do signs."""
    build_file_tree(workspace, {"f.csv": form((cell, "KH"), ("Open", "KH"), header=HEADER)})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, [row["name"] for row in rows(workspace)]) == (1, ["Open"])
    assert said.err.startswith("f.csv:2: ")


def test_files_that_are_cut_off(run: Callable[..., Said], workspace: Path) -> None:
    """In the middle of a cell that is quoted the row is refused; a workbook is as a whole."""
    text = form(("River Watch", "KH"), ("Open, Ballot", "KH"), header=HEADER)
    book = xlsx({"S": [HEADER, ("River Watch", "KH")]})
    build_file_tree(workspace, {"f.csv": text[: text.index("Ballot")], "f.xlsx": book[:-40]})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (
        1,
        (
            "f.csv:3: a quotation mark opens here and is not closed [row]\n"
            "    check the quotation marks of this line\n"
            "1 new, 1 refused\n"
        ),
    )
    before = read_file_tree(workspace)
    said = run("signatories", "import", "f.xlsx", "two")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("f.xlsx: the file is damaged: it cannot be unpacked [workbook]")
    assert read_file_tree(workspace) == before


def test_a_bomb(run: Callable[..., Said], workspace: Path) -> None:
    """A workbook that is gigabytes once unpacked is refused before it is."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)
    build_file_tree(workspace, {"f.xlsx": data.getvalue()})
    said = run("signatories", "import", "f.xlsx", "dam")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("f.xlsx: the workbook is too large once it is unpacked [workbook]")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("f.csv", b"", "f.csv: there is nothing in the file [empty]"),
        ("f.csv", b"\x00\x00\x00\x00", "f.csv: there is nothing in the file [empty]"),
        ("f.xlsx", encrypted(), "f.xlsx: the workbook is protected with a password [workbook]"),
        ("f.csv", b"<html><table>", "f.csv:1: this is a web page or XML, not a table"),
        ("f.json", b'[{"name": "x"}]', "f.json:1: this JSON is neither Popolo nor of"),
        ("f.csv", random.Random(7).randbytes(4000), "f.csv: this is neither text nor a workbook"),  # noqa: S311 - no secret
        ("f.csv", b"Organisation,Country\n", "f.csv: there is no row below the header [empty]"),
    ],
)  # fmt: skip
def test_what_is_no_form(
    run: Callable[..., Said], workspace: Path, name: str, data: bytes, said: str
) -> None:
    """Nothing is written, and what to do next is told."""
    build_file_tree(workspace, {name: data})
    before = read_file_tree(workspace)
    ended = run("signatories", "import", name, "dam")
    assert (ended.code, ended.out) == (1, "")
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert "signatories/dam.csv" not in read_file_tree(workspace)
    assert {k: v for k, v in read_file_tree(workspace).items() if ".history" not in k} == before


def test_a_column_is_missing(run: Callable[..., Said], workspace: Path) -> None:
    """No column says who signs: the option that names one is told."""
    build_file_tree(workspace, {"f.csv": "Colour,Size\nblue,3\nred,4\n"})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.out) == (2, "")
    assert '  --map organisation=COLUMN (no column is named so: "Colour", "Size")' in said.err


def test_no_file(run: Callable[..., Said], workspace: Path) -> None:
    said = run("signatories", "import", "nowhere.csv", "dam")
    assert (said.code, said.err) == (
        1,
        (
            "nowhere.csv: there is no such file [missing-file]\n"
            "    is its name spelt so, and does it lie there?\n"
        ),
    )


@pytest.mark.parametrize("name", ["../dam", "a/b", "", ".dam", "private/../dam", "x" * 300])
def test_a_roster_is_a_plain_name(run: Callable[..., Said], workspace: Path, name: str) -> None:
    build_file_tree(workspace, {"f.csv": form(("River Watch", "KH"), header=HEADER)})
    before = read_file_tree(workspace)
    said = run("signatories", "import", "f.csv", "--", name)
    assert (said.code, said.out) == (2, "")
    assert read_file_tree(workspace) == before


def test_nothing_steers_the_terminal(run: Callable[..., Said], workspace: Path) -> None:
    """No control character of a file is printed, be it in a header or in a cell."""
    header = ("Organi\x1b[31msation", "Organisation", "Comm\x07ent")
    table = form(
        ("a\x1b]0;x\x07", "b\x9b31m", "c"), ("River Watch", "Fen", "d\u202e"), header=header
    )
    build_file_tree(workspace, {"f.csv": table})
    for options in ((), ("--map", "organisation=Organisation")):
        said = run("signatories", "import", "f.csv", "dam", *options)
        assert said.err
        assert not set(said.out + said.err) & {"\x1b", "\x07", "\x9b", "\u202e"}
