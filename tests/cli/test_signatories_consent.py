"""`undersigned signatories import`: what a yes in a form means is known for certain, or asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.sign_on import form, rows
from tests.support.terminal import at_terminal
from tests.support.tree import build_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

TICK = "Please tick if you do not want your organisation to be listed"
USAGE = (
    "Usage: undersigned signatories import [OPTIONS] FORM ROSTER\n"
    "Try 'undersigned signatories import --help' for help.\n\nError: "
    "nobody is here to be asked, so say which column is what:\n"
)


def doubt(column: str, reason: str, *without: str) -> str:
    """What is said of a column that decides over names."""
    means = {"publish": "yes = may be named", "anonymous": "yes = must not be named"}
    lines = [f'  the column "{column}": {reason}']
    lines += [f"    --map '{f}={column}' ({m})" for f, m in means.items() if f not in without]
    return "\n".join((*lines, f"    --map 'ignore={column}' (it is about something else)\n"))


ASKS = "it may ask whether somebody can be named"
ANSWERS = "its cells are yes and no, and may say whether somebody can be named"


def test_a_question_is_not_guessed(run: Callable[..., Said], workspace: Path) -> None:
    """Both meanings are named, and the way to leave out this column alone."""
    table = form(("River Watch", "Yes"), ("Open Ballot", "No"), header=("Organisation", TICK))
    build_file_tree(workspace, {"f.csv": table})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (2, USAGE + doubt(TICK, ASKS))
    assert not (workspace / "signatories/dam.csv").exists()


@pytest.mark.parametrize(
    ("field", "told", "states"),
    [
        (
            "anonymous",
            (
                "anonymous: yes = withheld: 1 row; no = may be named: 2 rows; "
                "not clear = refused: 1 row\n"
            ),
            ["withheld", "confirmed", "confirmed"],
        ),
        (
            "publish",
            (
                "publish: yes = may be named: 1 row; no = withheld: 2 rows; "
                "not clear = refused: 1 row\n"
            ),
            ["confirmed", "withheld", "withheld"],
        ),
    ],
)
def test_what_the_answers_mean_is_told(
    run: Callable[..., Said], workspace: Path, field: str, told: str, states: list[str]
) -> None:
    """Whoever has it the wrong way round sees it."""
    table = form(
        ("River Watch", "Yes"), ("Open Ballot", "No"), ("Fen League", "no"), ("Lake Union", "eh"),
        header=("Organisation", TICK),
    )  # fmt: skip
    build_file_tree(workspace, {"f.csv": table})
    said = run("signatories", "import", "f.csv", "dam", "--map", f"{field}={TICK}")
    assert said.code == 1
    # What follows is about where a roster with such a row lies.
    assert said.err.startswith(
        f'{field}: the column "{TICK}"\n{told}'
        "f.csv:5: it is not clear whether this signatory may be named [row]\n"
        "    ask, and write yes or no into the form's column\n"
        "3 new, 1 refused\n"
    )
    assert [row["status"] for row in rows(workspace)] == states


def test_each_column_is_left_out_by_its_name(run: Callable[..., Said], workspace: Path) -> None:
    """To refuse a field settles no other column, and `ignore=` may be said for several."""
    header = ("Organisation", "Sign without being named", "Are you a member?", "Our newsletter")
    table = form(("River Watch", "No", "Yes", "Yes"), header=header)
    build_file_tree(workspace, {"f.csv": table})
    command = ("signatories", "import", "f.csv", "dam")
    said = run(*command, "--map", "anonymous=")
    expected = doubt(header[1], ASKS, "anonymous") + doubt(header[2], ANSWERS, "anonymous")
    assert (said.code, said.err) == (2, USAGE + expected)
    ignore = ("--map", "ignore=are you a member?")
    said = run(*command, *ignore, "--map", "publish=", "--map", "anonymous=")
    assert (said.code, said.err) == (2, USAGE + doubt(header[1], ASKS, "publish", "anonymous"))
    said = run(*command, *ignore, "--map", f"ignore={header[1]}")
    assert (said.code, said.err) == (
        0, "left out: Sign without being named, Are you a member?, Our newsletter\n1 new\n"
    )  # fmt: skip


def test_a_column_that_is_not_there(run: Callable[..., Said], workspace: Path) -> None:
    """Is a usage error, and so is no column."""
    build_file_tree(workspace, {"f.csv": form(("River Watch",), header=("Organisation",))})
    for typed in ("Membership", ""):
        said = run("signatories", "import", "f.csv", "dam", "--map", f"ignore={typed}")
        assert said.code == 2
        assert f'--map: there is no column "{typed}"; the columns are Organisation' in said.err


def test_a_column_that_is_ignored_may_still_ask_it(
    run: Callable[..., Said], workspace: Path
) -> None:
    """In words: the row waits for a person to look."""
    table = form(
        ("River Watch", "Yes"), ("Open Ballot", "Yes, but do not name us"),
        header=("Organisation", "Are you a member?"),
    )  # fmt: skip
    build_file_tree(workspace, {"f.csv": table})
    said = run("signatories", "import", "f.csv", "dam", "--map", "ignore=Are you a member?")
    assert (said.code, said.err) == (
        1,
        (
            "left out: Are you a member?\n"
            "f.csv:3: something in this row may ask that the name be kept back [row]\n"
            "    look; then write no where the form asks for consent, or take the words out\n"
            "1 new, 1 refused\n"
        ),
    )


def test_a_status_of_the_form_tool(run: Callable[..., Said], workspace: Path) -> None:
    """Is left out, and told."""
    table = form(("River Watch", "completed"), header=("Organisation", "Status"))
    build_file_tree(workspace, {"f.csv": table})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (0, "left out: Status\n1 new\n")


def test_at_a_terminal(workspace: Path) -> None:
    """Nothing is taken without being typed."""
    table = form(("River Watch", "Yes"), ("Open Ballot", "No"), header=("Organisation", TICK))
    build_file_tree(workspace, {"f.csv": table})
    command = [sys.executable, "-m", "undersigned", "signatories", "import", "f.csv", "dam"]
    question = "What is it (publish, anonymous, ignore): "
    screen = at_terminal(command, workspace, ((question, "\n"), (question, "anonymous\n")))
    assert screen.code == 0, screen.text
    assert f'the column "{TICK}": {ASKS}' in screen.text
    assert "  publish: yes = may be named" in screen.text
    assert "  anonymous: yes = must not be named" in screen.text
    assert "anonymous: yes = withheld: 1 row; no = may be named: 1 row" in screen.text
    assert [row["status"] for row in rows(workspace)] == ["withheld", "confirmed"]


def test_norway_is_no_answer(run: Callable[..., Said], workspace: Path) -> None:
    """A column of countries is what its name says, whatever its codes spell."""
    table = form(("Fjord Forum", "NO"), ("Lake Group", "NO"), header=("Organisation", "Country"))
    build_file_tree(workspace, {"f.csv": table})
    assert run("signatories", "import", "f.csv", "dam").code == 0
    assert [row["country"] for row in rows(workspace)] == ["NO", "NO"]
