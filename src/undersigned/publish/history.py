"""Writing a roster's history: lines are added at the end, and none is ever changed.

The files are for their owner alone, and git does not look into their folder.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from typing import TYPE_CHECKING

from undersigned.load.history import history_path
from undersigned.publish.files import translate_os_errors, write_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from undersigned.model.history import Event

__all__ = ["append_history"]

_IGNORED = b"# Who changed what in your rosters, and when: nobody's business but yours.\n*\n"


def append_history(root: Path, roster: str, events: Sequence[Event]) -> None:
    """Add the events to the history of the roster, in the workspace at `root`: all or none.

    Without an event it is made sure that one could be added: to be asked before something is
    changed that the history must not miss. Raises `MachineFailed`.
    """
    path = history_path(root, roster)
    lines = "".join(_line(event) + "\n" for event in events).encode()
    with translate_os_errors(path):
        _make_folder(root, path)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            if lines:
                _append(descriptor, lines)
        finally:
            os.close(descriptor)


def _append(descriptor: int, lines: bytes) -> None:
    size = os.fstat(descriptor).st_size
    # A line that a crash has torn stays as it is, and takes no part of the next one with it.
    torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
    data = b"\n" + lines if torn else lines
    try:
        written = 0
        while written < len(data):
            written += os.write(descriptor, data[written:])
        os.fsync(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, size)
        raise


def _make_folder(root: Path, path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    ignored = history_path(root, "x").with_name(".gitignore")
    if not ignored.exists():
        write_file(ignored, _IGNORED)


def _line(event: Event) -> str:
    value = {
        "when": event.when.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "by": event.by,
        "what": event.what,
        "rows": list(event.rows),
        "said": {k: v if isinstance(v, str) else list(v) for k, v in event.said.items()},
    }
    # Halves of characters, as a file name may have, can only be escaped.
    return json.dumps(value, ensure_ascii=True)
