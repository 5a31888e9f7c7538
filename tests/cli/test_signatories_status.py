"""`undersigned signatories status|history`: how a roster stands, and how it came to that."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from tests.support.tree import build_file_tree
from undersigned.model.history import Event, fingerprint
from undersigned.publish.history import append_history

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

# Bouvet Island (BV) belongs to the Americas, Heard Island (HM) to Oceania.
_FILES = {
    "signatories/dam.csv": """
        id,name,country,status,signed_on,evidence
        lamp,,,confirmed,2023-12-01,form row 1
        ,River Watch,BV,confirmed,2023-12-02,
        ,Open Ballot,Bouvet Island,confirmed,2023-12-02,
        ,Secret Well,AQ,withheld,2023-12-02,
        ,Weir Table,,invited,,
        ,Pier Round,Everywhere,invited,,
        ,Ferry Crew,HM,withdrawn,,
        ,Quay Club,BV,confirmed,2023-12-05,
    """,
    "signatories/directory.csv": "id,name,country\nlamp,Lamp Makers of Brook,HM\n",
}
_DAY = dt.datetime(2024, 1, 2, 9, 30, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def roster(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> None:
    """A roster with a row in every state, and something that happened to it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")
    build_file_tree(workspace, _FILES)
    weir, well = fingerprint("", "Weir Table"), fingerprint("", "Secret Well")
    append_history(
        workspace,
        "dam",
        [
            Event(_DAY, "Ada Quill", "invited", (weir, well)),
            Event(_DAY, "Béla", "confirmed", (fingerprint("", "Gone"),), {"from": "invited"}),
            Event(_DAY, "Béla", "withheld", (well,), {"from": "invited", "changed": ("note",)}),
        ],
    )


def test_status(run: Callable[..., Said]) -> None:
    """Counts by state; by country and region only of those who may be named."""
    said = run("signatories", "status", "dam")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "dam: 2 invited, 4 confirmed, 1 withdrawn, 1 withheld\n"
        "\n"
        "By country\n"
        "COUNTRY                   CONFIRMED  INVITED\n"
        "Bouvet Island             3          0\n"
        "Heard & McDonald Islands  1          0\n"
        "Everywhere                0          1\n"
        "no country given          0          1\n"
        "\n"
        "By region\n"
        "REGION                              CONFIRMED  INVITED\n"
        "Americas                            3          0\n"
        "Oceania                             1          0\n"
        "in no region of the United Nations  0          1\n"
        "no country given                    0          1\n"
        "\n"
        "Invited, and no answer\n"
        "LINE  NAME        INVITED\n"
        "6     Weir Table  2024-01-02\n"
        "7     Pier Round\n"
        "\n"
        "Confirmed without evidence: lines 3-4, 9\n"
    )


def test_status_of_all(run: Callable[..., Said], workspace: Path) -> None:
    """A line a roster; one that cannot be read is told, and the others are."""
    said = run("signatories", "status")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "ROSTER  INVITED  CONFIRMED  WITHDRAWN  WITHHELD  DOCUMENT\n"
        "dam     2        4          1          1\n"
        "spring  0        2          0          0\n"
    )
    build_file_tree(workspace, {"signatories/pier.csv": "name,status\nSecret Well,withhold\n"})
    said = run("signatories", "status", "--format", "csv")
    assert said.code == 1
    assert said.out == (
        "roster,invited,confirmed,withdrawn,withheld,document\ndam,2,4,1,1,\nspring,0,2,0,0,\n"
    )
    assert said.err.startswith("signatories/pier.csv:2:1: the status is none that there is")
    assert "Secret" not in said.err


def test_status_for_a_program(run: Callable[..., Said]) -> None:
    """One list, each fact with its section, and nothing of who is withheld."""
    out = run("signatories", "status", "dam", "--format", "json").out
    facts = json.loads(out)
    assert [fact["section"] for fact in facts] == [
        *["state"] * 4, *["country"] * 4, *["region"] * 4, *["not answered"] * 2,
        *["no evidence"] * 3,
    ]  # fmt: skip
    assert facts[12] == {
        "section": "not answered", "name": "Weir Table", "number": None, "invited": None,
        "line": 6, "on": "2024-01-02", "by": "Ada Quill", "said": "",
    }  # fmt: skip
    assert not [word for word in ("Secret", "Well", "Antarctica", "AQ") if word in out]


def test_the_text_that_is_open(run: Callable[..., Said], workspace: Path) -> None:
    """Which text is signed, what was declared of it, and who signed an earlier one; whoever
    confirms signs the text as it stands."""
    letter = workspace / "templates/campaigns/spring/letter.md"
    letter.write_text(letter.read_text().replace("signatories: spring", "signatories: dam"))
    assert run("signatories", "open", "dam", "spring/letter", "--by", "Ada").code == 0
    letter.write_text(letter.read_text() + "\nThe dam is old.\n")
    editorial = ("--editorial", "a known fact", "--by", "Béla")
    assert run("signatories", "open", "dam", "spring/letter", *editorial).code == 0
    out = run("signatories", "status", "dam").out
    text = out.partition("The text\n")[2].splitlines()
    assert [line.split() for line in text[:3]] == [
        ["ON", "TEXT", "BY", "SAID"],
        ["2024-01-02", "opened", text[1].split()[2], "Ada", "spring/letter"],
        ["2024-01-02", "editorial", text[2].split()[2], "Béla", "a", "known", "fact"],
    ]
    assert "Signed an earlier text" not in out
    letter.write_text(letter.read_text() + "\nIt must be pulled down.\n")
    again = ("--ask-again", "--by", "Ada")
    assert run("signatories", "open", "dam", "spring/letter", *again).code == 0
    out = run("signatories", "status", "dam").out
    assert out.splitlines()[0] == "dam: 6 invited, 0 confirmed, 1 withdrawn, 1 withheld"
    assert "Signed an earlier text\nLINE  NAME               SIGNED ON\n" in out
    assert "5     (cannot be named)\n" in out
    said = run("signatories", "confirm", "dam", "2", "9", "--evidence", "mail", "--by", "x")
    assert (said.code, said.err) == (0, "")
    lines = (workspace / "signatories/dam.csv").read_text().splitlines()
    version = lines[8].rpartition(",")[2]
    assert lines[8] == f",Quay Club,BV,confirmed,2024-01-02,mail,{version}"
    assert lines[1] == f"lamp,,,confirmed,2024-01-02,form row 1; mail,{version}"
    assert len(version) == 13
    said = run("signatories", "withhold", "dam", "5", "--by", "x")
    assert said.out.startswith("line 5: withheld already\n")
    said = run("signatories", "withhold", "dam", "5", "--signed-again", "--by", "x")
    assert said.out.startswith("line 5: withheld; changed: signed on, signed text\n")
    assert "Signed an earlier text" not in run("signatories", "status", "dam").out


def test_history(run: Callable[..., Said]) -> None:
    """Rows by the names that they have now; of one that is withheld by now only the line."""
    said = run("signatories", "history", "dam")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "WHEN              BY         WHAT       ROW                            SAID\n"
        "2024-01-02 09:30  Ada Quill  invited    line 6, Weir Table\n"
        "2024-01-02 09:30  Ada Quill  invited    line 5\n"
        "2024-01-02 09:30  Béla       confirmed  a row that is no longer there  from invited\n"
        "2024-01-02 09:30  Béla       withheld   line 5                         "
        "from invited; changed note\n"
    )


def test_history_of_one_row(run: Callable[..., Said], workspace: Path) -> None:
    """A row by its line or name; a line of the history that is torn is told."""
    with (workspace / "signatories/.history/dam.jsonl").open("a") as file:
        file.write('{"when')
    said = run("signatories", "history", "dam", "5", "--format", "json")
    assert [(each["what"], each["row"]) for each in json.loads(said.out)] == [
        ("invited", "line 5"), ("withheld", "line 5"),
    ]  # fmt: skip
    assert said.err.splitlines()[0] == (
        "signatories/.history/dam.jsonl:4: warning: this line of the history cannot be read, "
        "and is passed over [history]"
    )
    assert "Weir" not in said.out


def test_history_of_rendering(run: Callable[..., Said], workspace: Path) -> None:
    """Files are named; a row finds those that it was printed in, written out or by digest."""
    letter = workspace / "templates/campaigns/spring/letter.md"
    letter.write_text(letter.read_text().replace("signatories: spring", "signatories: dam"))
    run("render", "spring/letter", "--to", "html")
    letter.write_text(letter.read_text() + "\nThe dam is old.\n")
    run("render", "spring/letter", "--to", "html")
    out = run("signatories", "history", "dam", "--format", "json").out
    assert [(e["row"], e["said"]) for e in json.loads(out)[4:]] == [
        ("4 rows", "output/spring/letter.html"), ("", "output/spring/letter.html"),
    ]  # fmt: skip
    out = run("signatories", "history", "dam", "lamp", "--format", "json").out
    assert [(e["row"], e["said"]) for e in json.loads(out)] == [
        ("", "output/spring/letter.html"), ("", "output/spring/letter.html"),
    ]  # fmt: skip


@pytest.mark.parametrize("command", ["status", "history"])
def test_no_such_roster(run: Callable[..., Said], command: str) -> None:
    """The nearest one is offered."""
    said = run("signatories", command, "damm")
    assert (said.code, said.out, said.err) == (
        1, "", 'undersigned: unknown roster "damm" (did you mean "dam"?)\n',
    )  # fmt: skip
