"""`undersigned recipients import` of what is no table: it is refused, and steers no terminal."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from tests.support.tree import build_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NO_TABLE = (
    "{0}: this is neither text nor a workbook [format]\n"
    "    save the table as XLSX, ODS or CSV, and import that\n"
)
_OTHERWISE = (
    "{0}:1: this is no {1}, though its name ends in {2} [format]\n"
    "    export it anew; if it is a table in plain text, let its name end in .csv\n"
)


@pytest.mark.parametrize("name", ["c.csv", "c.xlsx", "c.xls", "c.ods"])
def test_rubbish(run: Callable[..., Said], workspace: Path, name: str) -> None:
    """Bytes of anything are no table, whatever the name says."""
    data = random.Random(7).randbytes(5000)  # noqa: S311 - no secret
    build_file_tree(workspace, {name: data})
    said = run("recipients", "import", name, "press")
    assert (said.code, said.out, said.err) == (1, "", _NO_TABLE.format(name))


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("c.vcf", "hello\n", "contact card"),
        ("c.ods", "PK nope\n", "workbook"),
        ("c.xlsx", "name,email\nOna,o@v.example\n", "workbook"),
    ],
)
def test_text_of_another_name(
    run: Callable[..., Said], workspace: Path, name: str, text: str, what: str
) -> None:
    """A text that bears the name of another format is none of that format."""
    build_file_tree(workspace, {name: text.encode()})
    said = run("recipients", "import", name, "press")
    expected = _OTHERWISE.format(name, what, name[1:])
    assert (said.code, said.out, said.err) == (1, "", expected)


def test_an_empty_file_is_empty(run: Callable[..., Said], workspace: Path) -> None:
    """What is told of an empty file does not hang on its name."""
    build_file_tree(workspace, {"c.xlsx": b""})
    said = run("recipients", "import", "c.xlsx", "press")
    assert said.err == "c.xlsx: there is nothing in the file [empty]\n    is it the right one?\n"


def test_a_table_called_xls(run: Callable[..., Said], workspace: Path) -> None:
    """Many programs export a plain table under this name."""
    build_file_tree(workspace, {"c.xls": b"name\temail\nOna Tesk\to@v.example\n"})
    said = run("recipients", "import", "c.xls", "press")
    assert (said.code, said.out) == (0, "recipients/press.csv\n")


def test_nothing_steers_the_terminal(run: Callable[..., Said], workspace: Path) -> None:
    """No control character of a file is printed, be it in a column's name or in a cell."""
    table = "na\x1b[31mme,email,country,chamber,\x1b]0;x\x07\n" + "".join(
        f"Ona {n},{cells}\n"
        for n, cells in enumerate([
            "\x1b[31mo@v,FR,,", "o@v.example,\x1b[31m,,", "o@v.example,FR,\x1b[31m,",
            "o@v.example,FR,,\x9b31m", "a@v.example,FR,,plain words to make the table a table",
        ])
    )  # fmt: skip
    build_file_tree(workspace, {"c.csv": table.encode(), "short.csv": b"\x1bx\x01,y\nOna,z\n"})
    for arguments in (["c.csv"], ["c.csv", "--map", "name=na\ufffd[31mme"], ["short.csv"]):
        said = run("recipients", "import", "--force", arguments[0], "press", *arguments[1:])
        assert said.err
        assert not _CONTROL.search(said.out + said.err)
