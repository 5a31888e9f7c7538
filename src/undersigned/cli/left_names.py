"""Files of before that carry a name which is withheld by now, however it came to be: by a command,
by an import, or by hand in a spreadsheet.

Nothing is taken away: they are named, without the name.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from undersigned import load
from undersigned.cli import report
from undersigned.errors import InvalidInput, MachineFailed, NotFound
from undersigned.load.history import history_path, read_history
from undersigned.load.printed import State, files_with
from undersigned.load.roster_table import read_roster_table
from undersigned.load.row_identity import fingerprints
from undersigned.model.roster import SignatoryStatus

if TYPE_CHECKING:
    from undersigned.load import Workspace
    from undersigned.load.printed import PrintedFile

__all__ = ["tell_left_names"]

# So many are named.
_SHOWN = 5


def tell_left_names(workspace: Workspace) -> None:
    """Name the files that were made with the names of rows that are withheld, and are as they
    were. A roster that cannot be read is told by whoever needs it."""
    for roster in load.roster_names(workspace):
        if history_path(workspace.root, roster).is_file():
            with contextlib.suppress(InvalidInput, NotFound, MachineFailed):
                _tell(_left(workspace, roster))


def _left(workspace: Workspace, roster: str) -> list[PrintedFile]:
    directory = load.load_directory(workspace)
    if not load.load_roster(workspace, roster, directory).withheld:
        return []
    rows = read_roster_table(workspace, roster).rows
    withheld = [row for row in rows if row.status is SignatoryStatus.WITHHELD]
    known = frozenset(key for row in withheld for key in fingerprints(row, directory))
    files = files_with(read_history(workspace, roster), known, workspace.root)
    return [file for file in files if file.state is State.THERE]


def _tell(files: list[PrintedFile]) -> None:
    if files:
        names = ", ".join(file.path for file in files[:_SHOWN])
        more = f" and {len(files) - _SHOWN} more" if len(files) > _SHOWN else ""
        said = f"made before, with a name in it that is withheld now: {names}{more}"
        report.note(f"{said}; delete it, and ask for copies that were sent")
