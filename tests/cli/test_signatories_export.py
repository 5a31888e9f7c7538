"""`undersigned signatories export|find`: what partners get, and who is in the directory."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.support.tree import build_file_tree, read_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

_FILES = {
    "signatories/dam.csv": """
        id,name,acronym,kind,affiliation,country,status,signed_on,evidence,email,note,sort_key
        lamp,,,,,,confirmed,2023-12-01,PRIVATE,PRIVATE@x.example,PRIVATE,PRIVATE
        ,=HYPERLINK("http://x"),@RW,,,BV,confirmed,,,,,
        ,Secret Well,SSW,,,,withheld,,,,,
        ,Weir Table,,,,,invited,,,,,
        ,Ferry Crew,,,,,withdrawn,,,,,
        ,Ana Quell,,individual,"Quay; =1+1",,confirmed,,,,,
        ,－1,,individual,+49 30 1,,confirmed,,,,,
    """,
    "signatories/pier.csv": """
        id,name,status
        ,Lamp Makers of Brook,invited
        slate,,withheld
    """,
    "signatories/directory.csv": """
        id,name,acronym,country,url,former_names,native_names
        lamp,Lamp Makers of Brook,LMB,HM,https://lamp.example,Wick Guild|Wicks,fr: Lampistes du Ru
        slate,Slate Roofers of Brook,SRB,BV,,,
    """,
}  # fmt: skip


@pytest.fixture(autouse=True)
def rosters(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> None:
    """A roster with rows in every state and hostile names, and a directory."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")
    build_file_tree(workspace, _FILES)


_HEAD = "id,name,acronym,kind,title,affiliation,country,group,url,ecosoc,signed_on\n"
_ROWS = (
    "lamp,Lamp Makers of Brook,LMB,organisation,,,HM,,https://lamp.example,,2023-12-01\n"
    ',"\'=HYPERLINK(""http://x"")",\'@RW,organisation,,,BV,,,,\n'
    ",Ana Quell,,individual,,Quay; =1+1,,,,,\n"
    ",'－1,,individual,,'+49 30 1,,,,,\n"
)


def test_export(run: Callable[..., Said], workspace: Path) -> None:
    """Only who is confirmed, without what is private, and with nothing that a spreadsheet runs."""
    before = read_file_tree(workspace)
    said = run("signatories", "export", "dam")
    assert (said.code, said.out) == (0, _HEAD + _ROWS.replace("Quay; =", "Quay; '="))
    assert said.err == "4 signatories; none of those who cannot be named\n"
    assert read_file_tree(workspace) == before


def test_nothing_private_and_nobody_else(run: Callable[..., Said], workspace: Path) -> None:
    """In no format is there a cell of anybody who is not confirmed."""
    run("signatories", "export", "dam", "../a.csv")
    run("signatories", "export", "dam", "../a.json", "--format", "json")
    for name in ("a.csv", "a.json"):
        text = (workspace.parent / name).read_text(encoding="utf-8")
        for word in ("PRIVATE", "Secret", "SSW", "Weir", "Ferry"):
            assert word not in text


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula_however_it_is_parted(
    run: Callable[..., Said], workspace: Path, delimiter: str
) -> None:
    """A spreadsheet that parts cells at semicolons or tabs finds no formula either."""
    run("signatories", "export", "dam", "../a.csv")
    text = (workspace.parent / "a.csv").read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row]
    assert not [cell for cell in cells if cell.strip().startswith(("=", "+", "-", "@", "－"))]


def test_a_file(run: Callable[..., Said], workspace: Path) -> None:
    """CSV has a mark, for Excel; a file that is there stays, but for --force; it is remembered
    whose names went into it."""
    said = run("signatories", "export", "dam", "../partners.csv")
    path = workspace.parent / "partners.csv"
    assert (said.code, said.out) == (0, "../partners.csv\n")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,name,")
    path.write_text("mine")
    said = run("signatories", "export", "dam", "../partners.csv")
    assert (said.code, path.read_text()) == (1, "mine")
    assert "is there already, and is not overwritten [exists]" in said.err
    assert run("signatories", "export", "dam", "../partners.csv", "--force").code == 0
    out = run("signatories", "withdraw", "dam", "lamp", "--dry-run").out
    assert f"  {path}, of 2024-01-02: still there\n" in out


@pytest.mark.parametrize("file", ["signatories/dam.csv", "signatories/private/x.csv"])
def test_a_roster_is_never_written_over(
    run: Callable[..., Said], workspace: Path, file: str
) -> None:
    """Not even with --force."""
    before = read_file_tree(workspace)
    said = run("signatories", "export", "dam", file, "--force")
    assert (said.code, said.out) == (1, "")
    assert read_file_tree(workspace) == before


def test_json(run: Callable[..., Said]) -> None:
    """For a program names stand as they are."""
    rows = json.loads(run("signatories", "export", "dam", "--format", "json").out)
    assert [row["name"] for row in rows] == [
        "Lamp Makers of Brook", '=HYPERLINK("http://x")', "Ana Quell", "－1",
    ]  # fmt: skip


# ---------------------------------------------------------------------------------------- find
@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("lamp", ["lamp"]),
        ("LMB", ["lamp"]),
        ("brook", ["lamp", "slate"]),
        ("wick guild", ["lamp"]),
        ("Lampistes", ["lamp"]),
        ("Lamp Mackers", ["lamp"]),
        ("Bouvet", ["slate"]),
        ("zither", []),
        ("", []),
        ("---", []),
    ],
)
def test_find(run: Callable[..., Said], typed: str, ids: list[str]) -> None:
    """By id, acronym, present, former and native name, country, and misspelt."""
    said = run("signatories", "find", "--format", "json", "--", typed)
    assert (said.code, [row["id"] for row in json.loads(said.out)]) == (0, ids)


def test_where_an_entry_stands(run: Callable[..., Said], workspace: Path) -> None:
    """Confirmed and invited are told, by id or by name; withheld never, nor of a roster in
    which the same signatory is withheld too."""
    assert run("signatories", "find", "brook").out == (
        "ID     NAME                    ACRONYM  COUNTRY  ROSTERS\n"
        "lamp   Lamp Makers of Brook    LMB      HM       dam (confirmed), pier (invited)\n"
        "slate  Slate Roofers of Brook  SRB      BV\n"
    )
    build_file_tree(workspace, {"signatories/pier.csv": "id,name,status\nlamp,,confirmed\n"
                                ",Lamp makers of Brook,withheld\n"})  # fmt: skip
    assert "pier" not in run("signatories", "find", "lamp").out
