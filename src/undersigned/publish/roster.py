"""A changed roster goes back into its file: whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned.errors import Finding, InvalidInput
from undersigned.publish.files import rewrite_file, translate_os_errors

if TYPE_CHECKING:
    from undersigned.load.roster_table import RosterTable

__all__ = ["write_roster"]


def write_roster(table: RosterTable) -> None:
    """Write the roster. Cells are written as they are: a spreadsheet's formulas are guarded in
    what leaves the workspace, not here.

    Raises `InvalidInput` where the file is not as it was when it was read, so that nobody's
    change is lost, and `MachineFailed`; either way the file stays as it is.
    """
    rewrite_file(table.path, table.data(), lambda: _check_unchanged(table))


def _check_unchanged(table: RosterTable) -> None:
    with translate_os_errors(table.path):
        now = table.path.read_bytes() if table.path.exists() else None
    if now == table.read:
        return
    said = "the file has changed while the command was at work, and is left as it is"
    hint = "close it in your other program, then run the command again"
    raise InvalidInput([Finding(table.place(), "file-changed", said, hint)])
