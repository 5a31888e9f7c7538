"""Commands that are imported when they are called, and that show how they are called.

`undersigned --help` must come at once: the table of commands holds what it prints, and the
module of a command, with all that it imports, waits until somebody wants it.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from undersigned.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Command", "LazyGroup", "Stub"]


@dataclass(frozen=True)
class Stub:
    """Where a command lives (`module:attribute`), and the sentence that the overview prints."""

    path: str
    help: str


class _WithExamples(click.Command):
    """A command whose help ends with examples: what one types, and what that does."""

    examples: Sequence[tuple[str, str]] = ()

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Examples"):
            for typed, meaning in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{typed}\n")
                formatter.indent()
                formatter.write_text(meaning)
                formatter.dedent()


class Command(_WithExamples):
    """One command; `examples` holds pairs of a command line and its meaning."""

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples


class LazyGroup(_WithExamples, click.Group):
    """A group that knows its commands by `Stub` and imports each when it is called."""

    def __init__(
        self,
        *args: Any,
        stubs: Mapping[str, Stub],
        examples: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.stubs = stubs
        self.examples = examples

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table: the order in which one meets them."""
        del ctx
        return list(self.stubs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None where there is none of that name."""
        del ctx
        stub = self.stubs.get(cmd_name)
        if stub is None:
            return None
        module, _, attribute = stub.path.partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name, or a usage error that offers the nearest."""
        mistyped = args[0] not in self.stubs and not args[0].startswith("-")
        if mistyped and not ctx.resilient_parsing:
            hint = did_you_mean(args[0], self.stubs)
            ctx.fail(f'unknown command "{args[0]}"' + (f" ({hint})" if hint else ""))
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands by their stubs, so that the tab key answers at once; then options."""
        names = [
            CompletionItem(name, help=stub.help)
            for name, stub in self.stubs.items()
            if name.startswith(incomplete)
        ]
        return names + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing one."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, stub.help) for name, stub in self.stubs.items()])
