"""Row text: which text a row of a roster signed, whatever its state."""

from __future__ import annotations

import contextlib
import datetime as dt

from undersigned.load.roster_table import RosterRow, RosterTable
from undersigned.load.signed_text import load_open_text
from undersigned.load.workspace import Workspace
from undersigned.model.roster import WithheldRow

__all__ = ["signed_earlier_text"]


def signed_earlier_text(workspace: Workspace, table: RosterTable, row: RosterRow) -> bool:
    """Whether the row's signature is for a text that has changed since, and it would have to be
    asked again. Where no text was opened it is for the one that there is."""
    opened = load_open_text(workspace, table.name)
    if opened is None:
        return False
    signed_on = None
    with contextlib.suppress(ValueError):
        signed_on = dt.date.fromisoformat(row["signed_on"])
    # A value of the model that names nobody: of the row only day and digest are looked at.
    signature = WithheldRow(table.place(row.line), signed_on, row["signed_text"].casefold())
    version = opened.version_of(signature)
    return version is None or version < opened.asked
