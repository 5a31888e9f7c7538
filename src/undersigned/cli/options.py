"""Options and arguments that several commands share, so that they read and behave alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from undersigned.cli import complete

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "CommaList",
    "documents_argument",
    "findings_format_option",
    "language_option",
    "workspace_option",
]

_F = TypeVar("_F", bound="Callable[..., Any]")


class CommaList(click.ParamType[tuple[str, ...]]):
    """Values with commas between them; with `choices`, each must be one of those."""

    name = "list"

    def __init__(self, choices: Sequence[str] = ()) -> None:
        self.choices = choices

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The values, each once, in the order given."""
        if isinstance(value, tuple):
            return value
        parts = tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
        if not parts:
            self.fail("nothing is named", param, ctx)
        for part in parts:
            if self.choices and part not in self.choices:
                self.fail(f'"{part}" is none of {", ".join(self.choices)}', param, ctx)
        return parts

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """What stands for the value in the help."""
        del param, ctx
        return ",".join(self.choices) or "CODE"


def workspace_option(command: _F) -> _F:
    """`--workspace`: where to look for `undersigned.toml`."""
    return click.option(
        "-C",
        "--workspace",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="FOLDER",
        help="The workspace; without this, the nearest undersigned.toml upwards from here.",
    )(command)


def findings_format_option(command: _F) -> _F:
    """`--format`: findings for people, or for another program."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json"]),
        default="text",
        help="How to tell it; text, unless told.",
    )(command)


def documents_argument(command: _F) -> _F:
    """Which documents: campaigns, or single documents, or all."""
    return click.argument(
        "documents",
        nargs=-1,
        metavar="[CAMPAIGN[/DOCUMENT]]...",
        shell_complete=complete.documents,
    )(command)


def language_option(command: _F) -> _F:
    """`--lang`: only these languages."""
    return click.option(
        "--lang",
        "languages",
        type=CommaList(),
        multiple=True,
        shell_complete=complete.languages,
        help="Only in this language; may be given several times, or as a list with commas.",
    )(command)
