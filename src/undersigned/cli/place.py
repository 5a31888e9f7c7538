"""The workspace that a command works in: the folder named, or the nearest one upwards."""

from __future__ import annotations

from pathlib import Path

import click

from undersigned.cli import report
from undersigned.errors import MachineFailed
from undersigned.load import Workspace, find_workspace, open_workspace

__all__ = ["here", "open_here", "shown"]


def here() -> Path:
    """The working directory. Raises `MachineFailed` where somebody has deleted it."""
    try:
        return Path.cwd()
    except OSError as error:
        raise MachineFailed("the folder that you are in is gone", "go to another one") from error


def open_here(folder: Path | None) -> Workspace:
    """Open the workspace and show paths from where the user is.

    Raises a usage error where there is no workspace, and `InvalidInput`.
    """
    start = here() / (folder or "")
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
    start = here()
    return str(path.relative_to(start) if path.is_relative_to(start) else path)
