"""The name of a new list, which becomes the name of its file."""

from __future__ import annotations

import re

import click

__all__ = ["check_list_name"]

_NAME = re.compile(r"[^\W_][\w-]*")
# Bytes. A file's name may have 255 of them with its ending, on any system.
_LONGEST = 200


def check_list_name(name: str) -> None:
    """Raise a usage error for what is no plain name, or is longer than a file's may be."""
    if not _NAME.fullmatch(name):
        hint = "letters, digits, - and _, without a folder or an ending"
        raise click.UsageError(f'"{name}" is no name for a list: {hint}')
    if len(name.encode()) > _LONGEST:
        said = f"the list's name has {len(name)} characters, too many for the name of a file"
        raise click.UsageError(f"{said}: choose a shorter one, as in members-of-congress")
