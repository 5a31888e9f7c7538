"""load.decisions: a pair is asked about once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.support.tree import build_file_tree
from undersigned.load import open_workspace
from undersigned.load.decisions import DECISIONS, decision, read_decisions
from undersigned.publish.history import append_history

if TYPE_CHECKING:
    from pathlib import Path

_WHEN = dt.datetime(2031, 5, 3, 12, tzinfo=dt.UTC)


def test_the_last_word_counts(tmp_path: Path) -> None:
    """What is written is read again, for the whole workspace."""
    toml = 'organisation = "Vallora Water Forum"\nlanguage = "en"\n'
    root = build_file_tree(tmp_path / "ws", {"undersigned.toml": toml})
    assert read_decisions(open_workspace(root)) == {}
    said = [
        decision(_WHEN, "Ona", "a1b2c3d4e5f6", same=False),
        decision(_WHEN, "Ona", "00b2c3d4e5f6", same=False),
        decision(_WHEN, "Ona", "a1b2c3d4e5f6", same=True),
    ]
    append_history(root, DECISIONS, said)
    known = read_decisions(open_workspace(root))
    assert known == {"a1b2c3d4e5f6": True, "00b2c3d4e5f6": False}
