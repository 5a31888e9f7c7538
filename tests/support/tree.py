"""A tree of files for a test, written down where the test reads it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["build_file_tree", "read_file_tree"]


def build_file_tree(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write each file under `root`, taking away the indentation of its text; give `root` back."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(textwrap.dedent(content).lstrip("\n"), encoding="utf-8")
    return root


def read_file_tree(root: Path) -> dict[str, bytes]:
    """Every file under `root`, by its path: to assert that nothing was written."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
