"""`undersigned schema`: what an editor needs to help with a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from undersigned import load
from undersigned.cli import complete, report
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["schema"]


@click.command(
    cls=Command,
    examples=[
        ("undersigned schema open-letter", "What the front matter of an open letter may hold."),
        ("undersigned schema campaign > campaign.json", "Into a file, for an editor."),
    ],
)
@click.argument("kind", shell_complete=complete.schemas)
@workspace_option
def schema(kind: str, workspace: Path | None) -> int:
    """Print the JSON Schema of a kind of file.

    KIND is a kind of document, or a file that documents use; a wrong one names the nearest.
    `init` writes them all into .schemas/.
    """
    report.say_json(load.json_schema(kind, open_here(workspace)))
    return 0
