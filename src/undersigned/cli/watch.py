"""Rendering again and again: whenever a file changes that the documents are made from.

Folders are watched, not files: an editor that saves puts a new file in the old one's place, and
a file that was looked for and is missing may appear.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import watchfiles

from undersigned.cli import failure, report
from undersigned.cli.order import carry_out
from undersigned.cli.place import open_here
from undersigned.cli.render import open_first
from undersigned.errors import UndersignedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from undersigned.cli.order import Order
    from undersigned.load import Workspace

__all__ = ["watch"]

# Milliseconds after which the files themselves are looked at.
_PATIENCE = 500
# What the layouts read is known to the renderer alone: all that lies there is followed.
_WHOLE = ("templates/layouts", "templates/fonts", "templates/wording")


# When a file was changed, and how long it is; nothing where there is none.
_Stamp: TypeAlias = tuple[int, int] | None


@dataclass(frozen=True)
class _Sources:
    """What a round of rendering was made from: single files, and whole folders. `stamps` are the
    files as they were read."""

    files: frozenset[Path]
    whole: frozenset[Path]
    stamps: Mapping[Path, _Stamp]

    @property
    def are_stale(self) -> bool:
        """Whether a file is another by now."""
        return any(_stamp(path) != stamp for path, stamp in self.stamps.items())

    def have(self, path: str) -> bool:
        """Whether a change of this path matters."""
        changed = Path(path)
        return changed in self.files or any(changed.is_relative_to(folder) for folder in self.whole)

    @property
    def folders(self) -> frozenset[Path]:
        """The folders to watch: the nearest one that exists, for each file."""
        near = {_nearest_folder(path.parent) for path in self.files}
        near |= {_nearest_folder(folder) for folder in self.whole}
        inside = {Path(top) for folder in self.whole for top, _, _ in os.walk(folder)}
        return frozenset(near | inside)


def watch(folder: Path | None, order: Order, *, show: bool) -> int:
    """Render, then wait and render again until the user presses Ctrl+C.

    What goes wrong is told, and the watch goes on; only a workspace that cannot be opened at
    the start ends it.
    """
    root = open_here(folder).root
    sources = _render(root, order, show=show)
    report.note("watching; press Ctrl+C to end")
    try:
        while True:
            sources = _follow(root, order, sources)
    except KeyboardInterrupt:
        return 0


def _follow(root: Path, order: Order, sources: _Sources) -> _Sources:
    """Render after each change, until other folders must be watched."""
    folders = sources.folders
    # recursive=False: a workspace may lie beside a large tree that has nothing to do with it.
    changes = watchfiles.watch(
        *folders, recursive=False, watch_filter=None, rust_timeout=_PATIENCE, yield_on_timeout=True
    )
    for change in changes:
        # What was saved before the folders were watched, or while they were being read, is told
        # by no event.
        missed = not change and sources.are_stale
        if missed or any(sources.have(path) for _, path in change):
            sources = _render(root, order)
            report.note("watching")
            if sources.folders != folders:
                break
    return sources


def _render(root: Path, order: Order, *, show: bool = False) -> _Sources:
    workspace = None
    started = time.time_ns()
    try:
        workspace = open_here(root)
        outcome = carry_out(workspace, order)
        if show:
            open_first(outcome.written)
        outcome.findings.raise_errors()
    except UndersignedError as error:
        failure.tell(error)
    return _sources(root, order, workspace, started)


def _sources(root: Path, order: Order, workspace: Workspace | None, started: int) -> _Sources:
    files: Iterable[Path] = workspace.files_read if workspace else ()
    layers = workspace.layers if workspace else (root,)
    whole = frozenset(layer / name for layer in layers for name in _WHOLE)
    # A document may come, go and come back: its campaign is followed whether it is there or not.
    named = order.selection.documents or ("",)
    whole |= {root / "templates" / "campaigns" / name.partition("/")[0] for name in named}
    followed = frozenset({root / "undersigned.toml", *files})
    now = time.time_ns()
    stamps = {path: _stamp(path) for path in followed}
    # Saved while it was being rendered: nobody knows which of the two was read.
    fresh = {p for p, stamp in stamps.items() if stamp and started <= stamp[0] <= now}
    return _Sources(followed, whole, {**stamps, **dict.fromkeys(fresh, (0, 0))})


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _nearest_folder(folder: Path) -> Path:
    return next(parent for parent in (folder, *folder.parents) if parent.is_dir())
