"""Two hundred labelled pairs: none that differ is merged, and most that are one are found.

The pairs were written before anything was tuned on them; sixty were held out, and only counted.
Figures in `docs/decisions/0012-duplicates.md` and on `python -m tests.support.labelled_pairs`.
"""

from __future__ import annotations

import pytest

from tests.support.labelled_pairs import Labelled, figures, labelled_pairs
from undersigned.load.duplicates import Verdict

PAIRS = labelled_pairs()
TUNED_ON = [pair for pair in PAIRS if not pair.held_out]
HELD_OUT = [pair for pair in PAIRS if pair.held_out]


def test_there_are_two_hundred_pairs_and_sixty_are_held_out() -> None:
    """A hundred of each kind, thirty of them held out."""
    assert [sum(pair.same for pair in PAIRS), len(PAIRS)] == [100, 200]
    assert [sum(pair.same for pair in HELD_OUT), len(HELD_OUT)] == [30, 60]


@pytest.mark.parametrize("pair", [p for p in PAIRS if not p.same], ids=lambda p: f"line {p.line}")
def test_no_two_that_differ_are_merged(pair: Labelled) -> None:
    """A false merge loses a signatory: there is none."""
    assert pair.verdict is not Verdict.SAME, pair.why


@pytest.mark.parametrize(
    ("pairs", "certain", "found", "asked"),
    [
        pytest.param(TUNED_ON, 57, 70, 8, id="tuned on"),
        pytest.param(HELD_OUT, 22, 29, 2, id="held out"),
    ],
)
def test_recall(pairs: list[Labelled], certain: int, found: int, asked: int) -> None:
    """Of the same: at least so many certain, and found at all; of the different at most so many
    put as a question."""
    counts = figures(pairs)
    assert counts["same: same"] >= certain
    assert counts["same: same"] + counts["same: doubtful"] >= found
    assert counts.get("different: doubtful", 0) <= asked
