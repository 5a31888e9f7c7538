"""`undersigned init`: a workspace that renders at once, to be changed into one's own."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from undersigned.cli import report
from undersigned.cli.lazy import Command
from undersigned.cli.place import here, shown
from undersigned.cli.sample import sample_files
from undersigned.publish import write_new_files

__all__ = ["init"]


@click.command(
    cls=Command,
    examples=[
        ("undersigned init my-campaigns", "Into a new folder."),
        ("undersigned init", "Into the folder where you are, if there is nothing in it yet."),
    ],
)
@click.argument("folder", type=click.Path(path_type=Path), required=False)
def init(folder: Path | None) -> int:
    """Write a new workspace with a worked example.

    A sample campaign with its recipients, signatories and text blocks, and the schemas that
    help an editor. Nothing is asked, and nothing that is there already is overwritten.
    """
    root = here() / (folder or "")
    if folder is None and any(root.iterdir()):
        raise click.UsageError(
            "there are files here already: name a new folder, as in `undersigned init my-campaigns`"
        )
    report.paths_from(root)
    for path in write_new_files(root, sample_files()):
        report.say(shown(path))
    report.note("\nWhat to do next:")
    for command in _next(folder):
        report.note(f"  {command}")
    return 0


def _next(folder: Path | None) -> list[str]:
    first = "undersigned check" if folder is None else f"cd {shlex.quote(str(folder))}"
    return [first, "undersigned render", "undersigned new open-letter my-campaign/my-letter"]
