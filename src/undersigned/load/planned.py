"""Planned file: a list or roster as it is going to be, read before it is written.

So whatever the reader of such files refuses is refused by an import, and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from undersigned.load.source import Layer, SourceReader

__all__ = ["PlannedReader"]


class PlannedReader(SourceReader):
    """A reader that sees a file as it is going to be."""

    def __init__(self, layers: Sequence[Layer], *, planned: Path, data: bytes) -> None:
        super().__init__(layers)
        self.planned = planned
        self.data = data

    def exists(self, path: Path) -> bool:
        """The planned file is there, and no other list of its name."""
        folders = (self.planned.parent, self.planned.parent / "private")
        if path.parent in folders and path.stem == self.planned.stem:
            return path == self.planned
        return super().exists(path)

    def read_bytes(self, path: Path) -> bytes:
        """The planned file's bytes, or a file's."""
        return self.data if path == self.planned else super().read_bytes(path)
