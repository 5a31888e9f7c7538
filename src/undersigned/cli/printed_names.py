"""Telling which files carry a name that must not be in them any more, and what to do."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from undersigned.cli import report
from undersigned.errors import Findings
from undersigned.load.history import read_history
from undersigned.load.output_search import Searched, search_output
from undersigned.load.printed import State, files_with, recorded
from undersigned.load.roster_search import row_words
from undersigned.load.row_identity import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from undersigned.cli.row_change import Roll
    from undersigned.load.printed import PrintedFile
    from undersigned.load.roster_table import RosterRow

__all__ = ["tell_printed"]

_SHOWN = 5


def tell_printed(roll: Roll, rows: Sequence[RosterRow], todo: str) -> None:
    """Name the files that were made with the names of these rows, by what the history knows and
    by what stands in output/, and not the names; `todo` is what to do about those that are still
    there."""
    known = frozenset(key for row in rows for key in fingerprints(row, roll.directory))
    findings = Findings()
    events = read_history(roll.workspace, roll.table.name, findings)
    report.findings(findings.items, err=True)
    files = list(files_with(events, known, roll.workspace.root))
    searched = _searched(roll, rows)
    unknown = _not_among(files, searched, roll.workspace.root)
    if files:
        number = (
            "1 file or folder was" if len(files) == 1 else f"{len(files)} files or folders were"
        )
        report.say(f"{number} made with the name in it:")
    for file in files:
        report.say(f"  {_told(file)}")
    if unknown:
        report.say("found in output/ with the name in it, though the history does not know of it:")
    for place in unknown:
        report.say(f"  {place}")
    if unknown or any(file.state in (State.THERE, State.CHANGED) for file in files):
        report.note(todo)
    _tell_limits(roll, recorded(events), searched)
    if not files and not unknown:
        report.note(
            "no file is known that was made with the name in it; files made on other machines, "
            "or moved out of output/, are not known here"
        )
        return
    report.note("copies that were sent or published are not known here: ask for them back")


def _searched(roll: Roll, rows: Iterable[RosterRow]) -> Searched:
    names = [
        word for row in rows for word in row_words(row, roll.directory) if word != row["acronym"]
    ]
    with contextlib.suppress(OSError):
        return search_output(roll.workspace.root / "output", names)
    return Searched()


def _not_among(files: Iterable[PrintedFile], searched: Searched, root: Path) -> list[str]:
    """The files that the history has not told of. Of one that is itself
    named so no name is told."""
    told = [file.path for file in files if file.state is not State.GONE]
    found = dict.fromkeys(
        "output/ (the file itself is named so)"
        if path in searched.called
        else path.relative_to(root).as_posix()
        for path in searched.named
    )
    return [
        path
        for path in found
        if not any(path == one or (one.endswith("/") and path.startswith(one)) for one in told)
    ]


def _tell_limits(roll: Roll, known: Mapping[str, object], searched: Searched) -> None:
    """PDFs of which neither the history nor a page beside them tells anything."""
    root = roll.workspace.root
    paths = [path.relative_to(root).as_posix() for path in searched.unread]
    paths = [path for path in paths if path not in known]
    if paths:
        shown = ", ".join(paths[:_SHOWN])
        more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
        report.note(f"not searched, for no page lies beside it: {shown}{more}; look into it")


def _told(file: PrintedFile) -> str:
    letters = f" ({file.number} letter{'' if file.number == 1 else 's'})" if file.number else ""
    return f"{file.path}{letters}, of {file.when.date()}: {file.state}"
