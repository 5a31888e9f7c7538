"""The workspace that a command works in: the folder named, or the nearest one upwards."""

from __future__ import annotations

from pathlib import Path

import click

from undersigned.cli import report
from undersigned.load import Workspace, find_workspace, open_workspace

__all__ = ["open_here", "shown"]


def open_here(folder: Path | None) -> Workspace:
    """Open the workspace and show paths from where the user is.

    Raises a usage error where there is no workspace, and `InvalidInput`.
    """
    start = folder.absolute() if folder else Path.cwd()
    root = find_workspace(start)
    if root is None:
        where = f"in {folder}" if folder else "here"
        raise click.UsageError(
            f"there is no workspace {where} nor in a folder above: no undersigned.toml. "
            "Write one with `undersigned init my-campaigns`, or name one with --workspace."
        )
    report.paths_from(root)
    return open_workspace(root)


def shown(path: Path) -> str:
    """The path as the user would type it: from the working directory where it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
