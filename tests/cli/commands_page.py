"""docs/commands.md: every command with its help, as the program itself prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from undersigned.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["commands", "commands_page", "help_of"]

_HEAD = """\
# Commands
Written by `pytest tests/cli --update-golden` from what each command says with `--help`.
"""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command that the table names."""
    context = click.Context(program)
    for name in program.stubs:
        command = program.get_command(context, name)
        assert command is not None
        yield name, command


def help_of(name: str, command: click.Command) -> str:
    """What `--help` prints on a terminal of 80 columns."""
    settings = program.context_settings
    parent = click.Context(program, info_name="undersigned", terminal_width=80, **settings)
    context = click.Context(command, parent, info_name=name) if name else parent
    return command.get_help(context)


def commands_page() -> str:
    """The whole page."""
    parts = [_HEAD, f"```\n{help_of('', program)}\n```\n"]
    parts += [f"## {name}\n```\n{help_of(name, command)}\n```\n" for name, command in commands()]
    return "\n".join(parts)
