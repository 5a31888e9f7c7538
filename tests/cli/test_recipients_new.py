"""`undersigned recipients new`: a list from the catalogue that loads, for somebody to edit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.velmar import CATALOGUE
from tests.support.terminal import at_terminal
from tests.support.tree import build_file_tree, read_file_tree
from undersigned.errors import Findings
from undersigned.load import load_catalogue, open_workspace
from undersigned.load.recipients import load_recipient_list

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

USAGE = (
    "Usage: undersigned recipients new [OPTIONS] LIST\n"
    "Try 'undersigned recipients new --help' for help.\n\nError: "
)
HEAD = "# yaml-language-server: $schema=../.schemas/recipients.json\n# Made on 2 January 2024: "


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> None:
    """It is the second of January 2024, and the catalogue knows Velmar."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")
    build_file_tree(workspace, CATALOGUE)


def written(workspace: Path, name: str) -> str:
    return (workspace / "recipients" / name).read_text(encoding="utf-8")


def loaded(workspace: Path, name: str) -> list[str]:
    """The ids in the list, which loads without a fault; a parliament that does not sit is told."""
    opened = open_workspace(workspace)
    findings = Findings()
    read = load_recipient_list(opened, name, load_catalogue(opened), findings)
    assert {item.rule for item in findings.items} <= {"no-sitting-legislature"}
    return [recipient.id for recipient in read.recipients]


def test_the_parliaments_of_a_region(run: Callable[..., Said], workspace: Path) -> None:
    """One line a parliament, by country; a member without one is told."""
    said = run("recipients", "new", "seas", "--region", "two-seas")
    assert (said.code, said.out) == (0, "recipients/seas.yaml\n")
    assert said.err == (
        "2 recipients by country\nthe catalogue has no parliament of Heard & McDonald Islands\n"
    )
    assert written(workspace, "seas.yaml") == (
        f"{HEAD}undersigned recipients new seas --region two-seas\n"
        "title: Seas\n"
        "recipients:\n"
        "  - {parliament: tarvon}  # Parliament of Tarvon\n"
        "  - {parliament: velmar}  # Assembly of Velmar\n"
    )
    assert loaded(workspace, "seas") == ["tarvon", "velmar"]
    assert run("check").code == 0


def test_chambers(run: Callable[..., Said], workspace: Path) -> None:
    """With a role it is chambers; whose parliament has one chamber is told, and how to add it."""
    said = run("recipients", "new", "low", "--region", "two-seas", "--role", "lower")
    assert (said.code, said.out) == (0, "recipients/low.yaml\n")
    assert said.err == (
        "1 recipient by country\n"
        "the catalogue has no chamber of Heard & McDonald Islands\n"
        "left out, having no chamber that is all of that: Bouvet Island\n"
        "    for parliaments of one chamber: --role lower,single\n"
    )
    assert loaded(workspace, "low") == ["velmar-lower"]
    said = run("recipients", "new", "both", "--country", "BV,tf", "--role", "lower,single,upper")
    assert (said.code, said.err) == (0, "3 recipients by country\n")
    assert loaded(workspace, "both") == ["tarvon-single", "velmar-lower", "velmar-upper"]


def test_presiding_officers(run: Callable[..., Said], workspace: Path) -> None:
    """Of the offices those that preside; the comment says of which country."""
    said = run("recipients", "new", "heads", "--country", "TF", "--kind", "office")
    assert (said.code, said.err) == (0, "1 recipient by country\n")
    assert written(workspace, "heads.yaml").endswith(
        "  - {office: velmar-lower/president}  # President of the Chamber of Velmar\n"
    )


def test_a_table(run: Callable[..., Said], workspace: Path) -> None:
    """As a table: a column a kind."""
    said = run(
        "recipients", "new", "seas", "--country", "BV", "--kind", "chamber,parliament",
        "--format", "csv",
    )  # fmt: skip
    assert (said.code, said.out, said.err) == (
        0,
        "recipients/seas.csv\n",
        "2 recipients by country\n",
    )
    assert written(workspace, "seas.csv") == "parliament,chamber\ntarvon,\n,tarvon-single\n"
    assert loaded(workspace, "seas") == ["tarvon", "tarvon-single"]


def test_title_and_quotes(run: Callable[..., Said], workspace: Path) -> None:
    """What YAML would take for something else has quotes; the comment can be run again."""
    build_file_tree(
        workspace,
        {"recipients/catalogue/bodies.csv": "id,name,country\nno,Norn # Board,BV\n"},
    )
    said = run(
        "recipients", "new", "x", "--country", "Bouvet Island", "--kind", "body",
        "--title", "No: one",
    )  # fmt: skip
    assert said.code == 0
    assert written(workspace, "x.yaml") == (
        f"{HEAD}undersigned recipients new x --country 'Bouvet Island' --kind body\n"
        'title: "No: one"\nrecipients:\n  - {body: "no"}  # Norn # Board\n'
    )
    assert loaded(workspace, "x") == ["no"]


def test_everybody_that_ships(run: Callable[..., Said], workspace: Path) -> None:
    """A list of the whole catalogue loads."""
    said = run("recipients", "new", "all", "--kind", "parliament,chamber,office,body")
    assert said.code == 0
    assert len(loaded(workspace, "all")) > 800


def test_nothing_is_overwritten(run: Callable[..., Said], workspace: Path) -> None:
    """Neither the file itself nor a table of the same name."""
    tables = {
        "recipients/table.csv": "name\nOna Tesk\n",
        "recipients/private/press.csv": "name\nOna Tesk\n",
    }
    build_file_tree(workspace, tables)
    before = read_file_tree(workspace)
    for name, file in (("two", "two.yaml"), ("table", "table.csv"), ("press", "private/press.csv")):
        said = run("recipients", "new", name, "--region", "two-seas")
        assert (said.code, said.out) == (1, "")
        assert said.err == (
            f"recipients/{file}: is there already, and is not overwritten [exists]\n"
            "    choose another name, or move it away first\n"
        )
    assert read_file_tree(workspace) == before


def test_nobody(run: Callable[..., Said], workspace: Path) -> None:
    """A list of nobody is not written."""
    before = read_file_tree(workspace)
    said = run("recipients", "new", "x", "--country", "HM")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        "undersigned: the catalogue has nobody who is all of that\n    ask for less\n"
    )
    assert read_file_tree(workspace) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["x"],
            (
                "nobody is here to be asked, so say who is in it:\n"
                "  --country\n  --region\n  --kind\n  --role\n  --language\n"
            ),
        ),
        (
            ["../x", "--region", "two-seas"],
            (
                '"../x" is no name for a list: letters, digits, - and _, without a folder or an '
                "ending\n"
            ),
        ),
        (
            ["x" * 300, "--region", "two-seas"],
            (
                "the list's name has 300 characters, too many for the name of a file: choose a "
                "shorter one, as in members-of-congress\n"
            ),
        ),
        (
            ["x", "--kind", "parliament", "--role", "lower"],
            "a parliament has no role: leave --role out, or write --kind chamber or office\n",
        ),
        (
            ["x", "--region", "two-seas", "--title", "T", "--format", "csv"],
            "a table has no title: leave --title out, or write --format yaml\n",
        ),
        (["x", "--region", "two-seas", "--title", " "], "--title is empty\n"),
        (
            ["x", "--region", "two-sees", "--country", "Bouvet Iland,TF", "--role", "uper"],
            (
                'unknown country "Bouvet Iland" (did you mean BV, Bouvet Island?)\n'
                '       unknown region "two-sees" (did you mean "two-seas"?)\n'
                '       unknown role "uper" (did you mean "upper"?)\n'
            ),
        ),
    ],
)
def test_refusals(
    run: Callable[..., Said], workspace: Path, arguments: list[str], said: str
) -> None:
    """Every fault at once, each with a way out; nothing is written."""
    before = read_file_tree(workspace)
    ended = run("recipients", "new", *arguments)
    assert (ended.code, ended.out, ended.err) == (2, "", USAGE + said)
    assert read_file_tree(workspace) == before


def test_asks_at_a_terminal(workspace: Path) -> None:
    """Who gives no option is asked for a region and a kind."""
    command = [sys.executable, "-m", "undersigned", "recipients", "new", "seas"]
    typed = [("[none]: ", "two-seas\n"), ("[parliament]: ", "chamber\n")]
    ended = at_terminal(command, workspace, typed)
    assert ended.code == 0, ended.text
    assert loaded(workspace, "seas") == ["tarvon-single", "velmar-lower", "velmar-upper"]


def test_asks_for_countries(workspace: Path) -> None:
    """Who wants no region is asked for countries."""
    command = [sys.executable, "-m", "undersigned", "recipients", "new", "seas"]
    typed = [("[none]: ", "\n"), ("between them", "BV\n")]
    ended = at_terminal(command, workspace, typed)
    assert ended.code == 0, ended.text
    assert loaded(workspace, "seas") == ["tarvon"]
