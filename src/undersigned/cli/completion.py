"""`undersigned completion`: the script by which a shell completes commands and names."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from undersigned.cli.lazy import Command

__all__ = ["completion"]


@click.command(
    cls=Command,
    examples=[
        (
            'eval "$(undersigned completion bash)"',
            "In ~/.bashrc: from the next shell on, the tab key completes.",
        ),
        ('eval "$(undersigned completion zsh)"', "The same, in ~/.zshrc."),
        (
            "undersigned completion fish > ~/.config/fish/completions/undersigned.fish",
            "For fish.",
        ),
    ],
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print a script for the shell that completes commands, options, documents and lists."""
    maker = get_completion_class(shell)
    if maker is None:
        raise click.UsageError(f"there is no completion for {shell}")
    made = maker(ctx.find_root().command, {}, "undersigned", "_UNDERSIGNED_COMPLETE")
    # Not `made.source()`: that starts a bash to ask for its version, and complains without one.
    click.echo(made.source_template % made.source_vars())
    return 0
