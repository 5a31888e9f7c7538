"""Who is at work: for the history of a roster. `--by`, or git's user.name, or the login."""

from __future__ import annotations

import getpass
import re
import subprocess
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["actor", "by_option"]

_F = TypeVar("_F", bound="Callable[..., Any]")
_LONGEST = 200


def by_option(command: _F) -> _F:
    """`--by`: who does this."""
    return click.option(
        "--by",
        metavar="NAME",
        help="Who does this, for the history; git's user.name or your login, unless told.",
    )(command)


def actor(given: str | None, root: Path) -> str:
    """Who is at work in the workspace at `root`, in one line."""
    name = _plain(given or "") or _plain(_name_in_git(root)) or _plain(_login())
    return name or "unknown"


def _name_in_git(root: Path) -> str:
    command = ["git", "-C", str(root), "config", "user.name"]
    try:
        said = subprocess.run(command, capture_output=True, timeout=5, check=False)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ""
    return said.stdout.decode("utf-8", "replace") if said.returncode == 0 else ""


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # A container's user need not be in any list.
        return ""


def _plain(name: str) -> str:
    printable = re.sub("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", name)
    return " ".join(printable.split())[:_LONGEST]
