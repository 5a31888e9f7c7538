"""Reading a roster's history: JSON lines under `signatories/.history/`, one event a line.

A line that cannot be read is told and left where it is: a crash while it was written may have
torn it, and what happened before and after is still known.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from undersigned.errors import Findings, Level
from undersigned.load.directory import FOLDER
from undersigned.load.source import SourceReader
from undersigned.load.workspace import Workspace
from undersigned.model.history import Event, Said

__all__ = ["HISTORY_FOLDER", "history_path", "read_history"]

HISTORY_FOLDER = ".history"


def history_path(root: Path, roster: str) -> Path:
    """Where the history of the roster lies, in the workspace at `root`."""
    return root / FOLDER / HISTORY_FOLDER / f"{roster}.jsonl"


def read_history(
    workspace: Workspace, roster: str, findings: Findings | None = None
) -> tuple[Event, ...]:
    """What happened to the roster, the earliest first; nothing where there is no history.

    A line that cannot be read is a warning in `findings`.
    """
    path = history_path(workspace.root, roster)
    if not path.is_file():
        return ()
    events = []
    # Not through the workspace's reader: `--watch` follows what that has read, and rendering
    # adds to the history. Bytes that are no UTF-8 spoil their own line and no other.
    data = SourceReader(workspace.layer_list).read_bytes(path)
    lines = data.decode("utf-8", "replace").split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        event = _event(line)
        if event is not None:
            events.append(event)
        elif findings is not None:
            findings.add(
                workspace.place(path, number),
                "history",
                "this line of the history cannot be read, and is passed over",
                "it may have been cut off by a crash; it does no harm where it is",
                Level.WARNING,
            )
    return tuple(events)


def _event(line: str) -> Event | None:
    try:
        value = json.loads(line)
        when = dt.datetime.fromisoformat(value["when"])
        by, what, rows, said = (value[key] for key in ("by", "what", "rows", "said"))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    whole = isinstance(by, str) and isinstance(what, str) and _texts(rows)
    if not whole or when.tzinfo is None or not isinstance(said, dict):
        return None
    if not all(isinstance(entry, str) or _texts(entry) for entry in said.values()):
        return None
    kept: dict[str, Said] = {
        key: entry if isinstance(entry, str) else tuple(entry) for key, entry in said.items()
    }
    return Event(when.astimezone(dt.UTC), by, what, tuple(rows), kept)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
