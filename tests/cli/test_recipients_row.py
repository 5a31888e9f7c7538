"""`undersigned recipients show --format csv`: the row of the catalogue that a correction begins
with."""

from __future__ import annotations

import csv
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.tree import build_file_tree
from undersigned.load import builtin_root

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

_TABLE = "recipients/catalogue/chambers.csv"
_COMMAND = ("recipients", "show", "nz-single", "--format", "csv")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> None:
    """It is the second of January 2024."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")


def shipped() -> str:
    """The header and the row as they stand in the table that ships."""
    lines = (builtin_root() / _TABLE).read_text(encoding="utf-8").splitlines()
    (row,) = (line for line in lines if line.startswith("nz-single,"))
    return f"{lines[0]}\n{row}\n"


def test_the_row_that_ships(run: Callable[..., Said], workspace: Path) -> None:
    """Header and row are those of the table, and it is said where the corrected row goes."""
    said = run(*_COMMAND)
    assert (said.code, said.out) == (0, shipped())
    assert said.err == f"this is the row that ships; corrected, it goes into {_TABLE}\n"


def test_printed_into_the_table(run: Callable[..., Said], workspace: Path) -> None:
    """The shell makes the table empty before the row is in it; then all is as it was, and the
    row is the user's own."""
    (workspace / "recipients/catalogue").mkdir()
    before = run("recipients", "show", "nz-single").out
    command = [sys.executable, "-m", "undersigned", *_COMMAND]
    with (workspace / _TABLE).open("wb") as table:
        done = subprocess.run(command, stdout=table, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode()) == (
        0, f"this is the row that ships; corrected, it goes into {_TABLE}\n"
    )  # fmt: skip
    assert (workspace / _TABLE).read_text(encoding="utf-8") == shipped()
    assert run("check").code == 0
    after = run("recipients", "show", "nz-single").out.splitlines()
    own = [line for line in after if line.startswith("  row ")]
    assert [" ".join(line.split()) for line in own] == [
        f"row your own, {_TABLE}:2:1, in place of the one that ships"
    ]
    assert [line for line in after[:-1] if line not in own] == before.splitlines()[:-1]
    assert before.splitlines()[-1] == (
        "to correct it, write its row, which `undersigned recipients show nz-single --format csv` "
        f"prints, into {_TABLE}"
    )
    assert after[-1] == f"to correct it, change {_TABLE}:2:1"


def test_a_table_beside(run: Callable[..., Said], workspace: Path) -> None:
    """Where the workspace has a table with other rows, the row goes under them."""
    build_file_tree(workspace, {_TABLE: "id,name\nvelmar-lower,Chamber of Velmar\n"})
    said = run(*_COMMAND)
    assert (said.code, said.out) == (0, shipped())
    assert said.err == (
        f"this is the row that ships; corrected, it goes into {_TABLE}, under the rows that are "
        "there\n"
    )


def test_the_own_row(run: Callable[..., Said], workspace: Path) -> None:
    """The workspace's row is the one that counts; its cells stay as they are."""
    table = 'ID;name;note\nvelmar;Velmar;\nnz-single;"House; of NZ";"a\nb, ""c"""\n'
    build_file_tree(workspace, {_TABLE: table.encode()})
    said = run(*_COMMAND)
    assert said.code == 0
    assert said.out == 'ID,name,note\nnz-single,House; of NZ,"a\nb, ""c"""\n'
    assert list(csv.reader(said.out.splitlines(keepends=True)))[1] == [
        "nz-single", "House; of NZ", 'a\nb, "c"',
    ]  # fmt: skip
    assert said.err == f"this is the row of {_TABLE}, line 3: correct it there\n"


def test_the_source_of_an_own_row(run: Callable[..., Said], workspace: Path) -> None:
    """One source, where there is no other, is that of the address too."""
    table = (
        "id,parliament,name,street,source,as_of\n"
        "nz-single,nz,House of NZ,1 Quay,the body's own page,2023-12-01\n"
    )
    build_file_tree(workspace, {_TABLE: table})
    lines = [" ".join(line.split()) for line in run(*_COMMAND[:-2]).out.splitlines()]
    source = "the body's own page, as of 1 December 2023, 1 month old"
    assert f"source {source}" in lines
    assert f"source of the address {source}" in lines


def test_an_office_by_another_id(run: Callable[..., Said], workspace: Path) -> None:
    """An alias leads to the row; it is the one of the offices."""
    said = run("recipients", "show", "nz-single/presiding-officer", "--format", "csv")
    header, row = csv.reader(said.out.splitlines())
    assert (said.code, dict(zip(header, row, strict=True))["id"]) == (0, "nz-single/speaker")


def test_somebody_of_a_list(run: Callable[..., Said], workspace: Path) -> None:
    """Who is written out in a list has no row, and is corrected there."""
    said = run("recipients", "show", "brook", "--format", "csv")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        'recipients/two.yaml:4:5: "The Diet of Brook" is written out here, and has no row in the '
        "catalogue [recipient]\n"
        "    correct it here; --format json tells what is known\n"
    )
