"""Where an import writes: a folder that git does not look into, and how many rows went there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned.publish import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from undersigned.errors import Finding

__all__ = ["count", "hide_folder", "refused_lines"]


def hide_folder(folder: Path, why: str) -> None:
    """See to it that git does not look into the folder, whatever the workspace's own .gitignore
    says; `why` is the sentence in the file that does it."""
    path = folder / ".gitignore"
    if not path.exists():
        write_file(path, f"# {why}\n*\n".encode())


def refused_lines(findings: Iterable[Finding]) -> int:
    """How many rows the findings are about."""
    return len({finding.location.line for finding in findings if finding.location.line})


def count(number: int, noun: str) -> str:
    """1 recipient, 2 recipients."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
