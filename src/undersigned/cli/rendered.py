"""Keeping in mind which files were made with whose names, for whoever withdraws later.

A history that cannot be written keeps nobody from rendering: it is told, and that is all.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from undersigned.cli import clock, report
from undersigned.cli.actor import actor
from undersigned.errors import MachineFailed
from undersigned.load.history import read_history
from undersigned.load.printed import WITH_NAMES, printed_digest, recorded
from undersigned.model.history import Event, fingerprint
from undersigned.model.letter import Edition
from undersigned.publish.history import append_history

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from undersigned.cli.order import Job
    from undersigned.load import Workspace
    from undersigned.model.letter import Letter
    from undersigned.model.roster import Signatory

__all__ = ["mark_of", "record_exported", "record_rendered"]


@dataclass
class _Made:
    """What one roster's names went into: fingerprints, files by path with their digest, and
    folders with the number of their letters."""

    rows: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)


def record_rendered(workspace: Workspace, jobs: Iterable[Job], written: Collection[Path]) -> None:
    """Add an event to the history of each roster whose names are in the files written, unless
    the history says so already."""
    try:
        for roster, made in _by_roster(workspace, jobs, set(written)).items():
            _record(workspace, roster, made)
    except (MachineFailed, OSError) as error:
        report.note(f"who is named in these files is not kept in mind: {error}")


def record_exported(
    workspace: Workspace, roster: str, signatories: Iterable[Signatory], path: Path
) -> None:
    """Add to the history of the roster that a table with these names was written."""
    try:
        made = _Made({fingerprint(s.id, s.name.text) for s in signatories})
        made.files[_shown(workspace, path)] = hashlib.sha256(path.read_bytes()).hexdigest()
        if made.rows:
            _record(workspace, roster, made, "exported")
    except (MachineFailed, OSError) as error:
        report.note(f"who is named in this file is not kept in mind: {error}")


def mark_of(workspace: Workspace, path: Path) -> str:
    """A file that was written, as the history has it: its digest and where it lies."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"{digest}  {_shown(workspace, path)}"


def _by_roster(
    workspace: Workspace, jobs: Iterable[Job], written: Collection[Path]
) -> dict[str, _Made]:
    found: dict[str, _Made] = {}
    for job in jobs:
        paths = [path for path in job.paths.values() if path in written]
        roster = _roster(job.letter)
        if not paths or roster is None:
            continue
        made = found.setdefault(roster, _Made())
        signed = job.letter.signatures.signatories if job.letter.signatures else ()
        made.rows |= {fingerprint(signatory.id, signatory.name.text) for signatory in signed}
        if job.letter.edition is Edition.INDIVIDUAL:
            folder = _shown(workspace, paths[0].parent) + "/"
            made.folders[folder] = made.folders.get(folder, 0) + 1
            continue
        for path in paths:
            made.files[_shown(workspace, path)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def _roster(letter: Letter) -> str | None:
    """The roster that the names come from, by the file of the first; None where none is named."""
    if letter.signatures is None or not letter.signatures.signatories:
        return None
    path = letter.signatures.signatories[0].location.path
    return path.removeprefix("signatories/").removesuffix(".csv")


def _shown(workspace: Workspace, path: Path) -> str:
    """The path from the workspace, or from the root of the file system where it lies outside."""
    whole = path.parent.resolve() / path.name
    inside = whole.is_relative_to(workspace.root)
    return (whole.relative_to(workspace.root) if inside else whole).as_posix()


def _record(workspace: Workspace, roster: str, made: _Made, what: str = "rendered") -> None:
    events = read_history(workspace, roster)
    digest, known = printed_digest(made.rows), recorded(events)
    files = _new(((path, sha) for path, sha in made.files.items()), digest, known)
    folders = _new(((path, str(n)) for path, n in made.folders.items()), digest, known)
    if not files and not folders:
        return
    told_before = any(
        e.text("printed") == digest and e.rows for e in events if e.what in WITH_NAMES
    )
    rows = () if told_before else tuple(sorted(made.rows))
    said: dict[str, str | Sequence[str]] = {"printed": digest}
    said |= {key: lines for key, lines in (("files", files), ("folders", folders)) if lines}
    event = Event(clock.now(), actor(None, workspace.root), what, rows, said)
    append_history(workspace.root, roster, [event])


def _new(
    made: Iterable[tuple[str, str]], digest: str, known: dict[str, tuple[str, str]]
) -> tuple[str, ...]:
    """Lines for the history, of what it does not say last of all of that path."""
    return tuple(
        f"{mark}  {path}" for path, mark in sorted(made) if known.get(path) != (mark, digest)
    )
