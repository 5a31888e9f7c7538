"""docs/commands.md: every command with its help, as the program itself prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from undersigned.cli.lazy import LazyGroup
from undersigned.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["commands", "commands_page", "help_of", "overview_of"]

_HEAD = """\
# Commands
Written by `pytest tests/cli --update-golden` from what each command says with `--help`.
"""


def commands(group: LazyGroup = program, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that the tables name, those of a group after it: "recipients show"."""
    context = click.Context(group)
    for name in group.stubs:
        command = group.get_command(context, name)
        assert command is not None
        yield f"{before}{name}", command
        if isinstance(command, LazyGroup):
            yield from commands(command, f"{before}{name} ")


def overview_of(name: str) -> str:
    """The sentence that the overview of its group prints of a command."""
    group: click.Command | None = program
    *groups, last = name.split(" ")
    for part in groups:
        assert isinstance(group, LazyGroup)
        group = group.get_command(click.Context(group), part)
    assert isinstance(group, LazyGroup)
    return group.stubs[last].help


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
