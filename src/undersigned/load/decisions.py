"""Decisions: what a person has said of pairs that may be one signatory, asked once.

They are kept for the whole workspace in `signatories/.history/.decisions.jsonl`, by the key of the
pair, which holds no name; the last word counts.
"""

from __future__ import annotations

import datetime as dt

from undersigned.load.history import read_history
from undersigned.load.workspace import Workspace
from undersigned.model.history import Event

__all__ = ["DECISIONS", "decision", "read_decisions"]

# No name of a roster begins with a point.
DECISIONS = ".decisions"
_SAME, _DIFFERENT = "same", "different"


def read_decisions(workspace: Workspace) -> dict[str, bool]:
    """Whether the two are one, by the key of the pair."""
    return {
        event.text("pair"): event.what == _SAME
        for event in read_history(workspace, DECISIONS)
        if event.what in (_SAME, _DIFFERENT) and event.text("pair")
    }


def decision(when: dt.datetime, by: str, key: str, *, same: bool) -> Event:
    """The event by which a decision is remembered, for `publish.append_history`."""
    return Event(when, by, _SAME if same else _DIFFERENT, said={"pair": key})
