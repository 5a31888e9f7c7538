"""`undersigned signatories duplicates`: lines, evidence and answers that are remembered."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.terminal import at_terminal
from tests.support.tree import build_file_tree
from undersigned.load.decisions import DECISIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

_DECISIONS = f"signatories/.history/{DECISIONS}.jsonl"
_FILES = {
    "signatories/dam.csv": """
        id,name,acronym,status,email
        ,The River Watch,RW,confirmed,
        ,River Watch,,invited,
        ,Society of the Secret Wells,SSW,withheld,secret@well.example
        ,Society of the Secret Well,SSW,confirmed,secret@well.example
        ,Lamp Makers of Brook,,confirmed,
        ,Weir Tables,,withdrawn,
        ,Weir Tables Inc.,,confirmed,
        ,Brook Centres for Peace,,confirmed,
        ,Brook Centre for Peace,BCP,confirmed,
        ,Bridge Council of Painters,BCP,confirmed,
        ,Salt Circle,,withheld,
    """,
    "signatories/directory.csv": """
        id,name,former_names
        lamp,Brook Lanterns,Lamp Makers of Brook
        lant,The Brook Lantern,
        salt,Salt Circle,
    """,
}
_SECRETS = ("Secret", "secret", "Well", "SSW", "Salt", "salt")
_KEY = "872338777334"
_TO_DO = """\
3 pairs certain: leave one row of each
2 rows of somebody in the directory: write the id into it
1 acronym for different names
"""


@pytest.fixture(autouse=True)
def roster(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> None:
    """It is the second of January 2024, and a roster has every kind of double."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")
    build_file_tree(workspace, _FILES)


def _duplicates(run: Callable[..., Said], *arguments: str) -> Said:
    said = run("signatories", "duplicates", *arguments, "--by", "Ada Quill")
    # Whatever is told, nothing of the rows that are withheld is in it, nor of their doubles.
    assert not [word for word in _SECRETS if word in said.out + said.err]
    return said


def _told(said: Said) -> list[tuple[str, int, str, str, str, list[str], str]]:
    return [tuple(row.values()) for row in json.loads(said.out)]


def test_pairs_are_told_by_lines_with_evidence(run: Callable[..., Said]) -> None:
    """Certain ones, doubtful ones, those known to the directory, and acronyms for two names."""
    said = _duplicates(run, "dam", "--format", "json")
    plural = "the same but for singular and plural"
    acronym = "the same but for the acronym"
    assert (said.code, said.err) == (
        1, "1 pair to decide: --same KEY or --different KEY\n" + _TO_DO,
    )  # fmt: skip
    assert _told(said) == [
        (
            "certain", 2, "The River Watch", "line 3", "River Watch",
            ["the same but for “The”", acronym], "bc98eca0cd7e",
        ),
        ("certain", 4, "", "line 5", "", [plural, "one acronym", "one e-mail address"], "4:5"),
        (
            "certain", 8, "", "line 7", "",
            ["the same but for a legal form", "one of them has withdrawn"], "8:7",
        ),
        (
            "doubtful", 9, "Brook Centres for Peace", "line 10", "Brook Centre for Peace",
            [acronym, plural], _KEY,
        ),
        (
            "certain", 6, "Lamp Makers of Brook", "lamp", "Brook Lanterns",
            ["the same name", "a former name, or one in another language"], "9f18c084b051",
        ),
        (
            "certain", 12, "", "an entry of the directory", "", ["the same name"],
            "12:directory",
        ),
        (
            "acronym", 10, "Brook Centre for Peace", "line 11", "Bridge Council of Painters",
            ["BCP stands for different names"], "",
        ),
    ]  # fmt: skip


def test_the_directory_itself(run: Callable[..., Said]) -> None:
    """Two ids are never certain to be one."""
    said = run("signatories", "duplicates", "--format", "csv")
    assert (said.code, said.err) == (1, "1 pair to decide: --same KEY or --different KEY\n")
    assert list(csv.reader(io.StringIO(said.out)))[1:] == [[
        "doubtful", "2", "Brook Lanterns", "line 3", "The Brook Lantern",
        "the same but for “The”, the same but for singular and plural, two ids", "b8ff016f2f6e",
    ]]  # fmt: skip


def test_an_answer_is_remembered_without_a_name(run: Callable[..., Said], workspace: Path) -> None:
    """The beginning of a key is enough; what was answered last counts, and is not asked again."""
    said = _duplicates(run, "dam", "--different", _KEY[:6])
    assert (said.code, said.err) == (1, _TO_DO)
    kept = {"when": "2024-01-02T00:00:00+00:00", "by": "Ada Quill", "rows": []}
    first = {**kept, "what": "different", "said": {"pair": _KEY}}
    lines = (workspace / _DECISIONS).read_text().splitlines()
    assert [json.loads(line) for line in lines] == [first]
    said = _duplicates(run, "dam", "--same", _KEY, "--format", "json")
    (row,) = [row for row in _told(said) if row[1] == 9]
    assert (row[0], row[5][-1]) == ("certain", "decided before")
    assert (said.code, said.err) == (1, _TO_DO.replace("3 pairs", "4 pairs"))


def test_a_row_that_must_not_be_named_is_answered_for_by_lines(
    run: Callable[..., Said], workspace: Path
) -> None:
    """The key of such a pair is not told, since names can be tried on it."""
    said = _duplicates(run, "dam", "--different", "4:5", "--different", "12:directory")
    assert said.code == 1
    keys = [json.loads(line)["said"] for line in (workspace / _DECISIONS).read_text().splitlines()]
    assert keys == [{"pair": "a36276412f5f"}, {"pair": "f5d03cab55b0"}]
    assert "2 pairs certain" in said.err
    assert "4:5" not in said.out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--same", "zzzz"), 1, 'unknown pair "zzzz" (`--format json` tells the key of each pair)'),
        (("--same", _KEY, "--different", _KEY), 2, f"{_KEY} cannot be the same and different"),
    ],
)
def test_an_answer_to_nothing(
    run: Callable[..., Said], workspace: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    """Nothing is remembered."""
    said = _duplicates(run, "dam", *arguments)
    assert (said.code, said.out) == (code, "")
    assert message in said.err
    assert not (workspace / _DECISIONS).exists()


def test_nothing_twice(run: Callable[..., Said]) -> None:
    """Then there is nothing to do."""
    said = run("signatories", "duplicates", "spring")
    assert (said.code, said.out, said.err) == (0, "", "nothing to list\n")


def test_an_unknown_roster(run: Callable[..., Said]) -> None:
    """Its nearest name is offered."""
    said = run("signatories", "duplicates", "dan")
    assert (said.code, said.out) == (1, "")
    assert 'unknown roster "dan" (did you mean "dam"?)' in said.err


def test_at_a_terminal_each_doubt_is_asked(workspace: Path) -> None:
    """With the evidence; the answer is taken at once."""
    command = [sys.executable, "-m", "undersigned", "signatories", "duplicates", "dam"]
    screen = at_terminal(command, workspace, [("[later]:", "different\n")])
    asked = 'line 9 "Brook Centres for Peace" and line 10 "Brook Centre for Peace": '
    assert asked + "the same but for the acronym; the same but for" in screen.text
    assert json.loads((workspace / _DECISIONS).read_text())["what"] == "different"
    assert "to decide" not in screen.text
