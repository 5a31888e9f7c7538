"""Printed before: which files carry the name of a row, by what the history says of rendering.

An event "rendered", "packed" or "exported" has under `files` lines of "<SHA-256>  <path>", under
`folders` of "<number of letters>  <path>/" for the individual edition, and under `printed` the
digest of the fingerprints that were printed; `rows` has these themselves, once for each digest.
Paths start at the workspace, or at the root of the file system where they lie outside it.

An event "invited" has under `drafts` such a line for each of its rows, in their order: the mail
to whom the row names.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from undersigned.model.history import Event

__all__ = ["WITH_NAMES", "PrintedFile", "State", "files_with", "printed_digest", "recorded"]

# What puts names into files.
WITH_NAMES = ("rendered", "packed", "exported")


class State(StrEnum):
    """What has become of a file that carried the name."""

    THERE = "still there"
    CHANGED = "still there, changed since"
    RENEWED = "made anew since, without it"
    GONE = "no longer there"


@dataclass(frozen=True)
class PrintedFile:
    """A file or a folder of letters that carried the name when it was made, last at `when`.

    `number` is how many letters a folder had, 0 for a file.
    """

    path: str
    when: dt.datetime
    state: State
    number: int = 0


def printed_digest(rows: Collection[str]) -> str:
    """What stands for a set of fingerprints in the history."""
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()[:16]


def recorded(events: Sequence[Event]) -> dict[str, tuple[str, str]]:
    """What the history says last of each path: its SHA-256, or the number of its letters, and
    the digest of what was printed."""
    found: dict[str, tuple[str, str]] = {}
    for event in events:
        for mark, path in _entries(event):
            found[path] = mark, event.text("printed")
    return found


def files_with(
    events: Sequence[Event], fingerprints: Collection[str], root: Path
) -> tuple[PrintedFile, ...]:
    """The files that carried one of these fingerprints, in the workspace at `root`."""
    sets = {event.text("printed"): event.rows for event in events if event.rows}
    carried: dict[str, tuple[str, dt.datetime]] = {}
    last = recorded(events)
    for event in events:
        if not set(fingerprints) & set(sets.get(event.text("printed"), ())):
            continue
        for mark, path in _entries(event):
            carried[path] = mark, event.when
    found = _drafts_to(events, fingerprints, root)
    for path, (mark, when) in sorted(carried.items()):
        without = not set(fingerprints) & set(sets.get(last[path][1], ()))
        number = int(mark) if path.endswith("/") and mark.isdecimal() else 0
        found.append(PrintedFile(path, when, _state(root / path, mark, renewed=without), number))
    return tuple(found)


def _drafts_to(
    events: Sequence[Event], fingerprints: Collection[str], root: Path
) -> list[PrintedFile]:
    """The mails that were drafted to one of these. A later draft of the same path may be to
    somebody else."""
    last: dict[str, tuple[str, str]] = {}
    carried: dict[str, dt.datetime] = {}
    for event in events:
        for row, entry in zip(event.rows, event.items("drafts"), strict=False):
            mark, _, path = entry.partition("  ")
            last[path] = mark, row
            if row in fingerprints:
                carried[path] = event.when
    found = []
    for path, when in sorted(carried.items()):
        mark, row = last[path]
        state = _state(root / path, mark, renewed=row not in fingerprints)
        found.append(PrintedFile(path, when, state))
    return found


def _entries(event: Event) -> Iterator[tuple[str, str]]:
    if event.what not in WITH_NAMES:
        return
    for entry in (*event.items("files"), *event.items("folders")):
        mark, blank, path = entry.partition("  ")
        if blank:
            yield mark, path


def _state(path: Path, mark: str, *, renewed: bool) -> State:
    try:
        if not path.exists():
            return State.GONE
        if renewed:
            return State.RENEWED
        if path.is_dir():
            return State.THERE
        same = hashlib.sha256(path.read_bytes()).hexdigest() == mark
    except (OSError, ValueError):
        # What cannot be looked at may well be there.
        return State.CHANGED
    return State.THERE if same else State.CHANGED
