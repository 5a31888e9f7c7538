"""Labelled pairs: none that differ is merged, and most that are one are found.

Two hundred were written before anything was tuned on them; sixty of these were held out, and only
counted. Forty-eight more ("later") came after a review had found false merges: marks between
digits, blanks that move, letters of their own, articles of places, names of people turned round,
and one name in two countries. They are what the mending was written for, and no measure of it.
Figures in `docs/decisions/0012-duplicates.md` and on `python -m tests.support.labelled_pairs`.
"""

from __future__ import annotations

import pytest

from tests.support.labelled_pairs import Labelled, figures, labelled_pairs
from undersigned.load.duplicates import Verdict

PAIRS = labelled_pairs()
TUNED_ON = [pair for pair in PAIRS if not pair.held_out and not pair.later]
HELD_OUT = [pair for pair in PAIRS if pair.held_out]
LATER = [pair for pair in PAIRS if pair.later]


def test_there_are_two_hundred_pairs_sixty_of_them_held_out_and_later_ones() -> None:
    """A hundred of each kind, thirty of them held out; of the later ones twelve are the same."""
    assert [sum(pair.same for pair in TUNED_ON), len(TUNED_ON)] == [70, 140]
    assert [sum(pair.same for pair in HELD_OUT), len(HELD_OUT)] == [30, 60]
    assert [sum(pair.same for pair in LATER), len(LATER)] == [12, 48]


@pytest.mark.parametrize("pair", [p for p in PAIRS if not p.same], ids=lambda p: f"line {p.line}")
def test_no_two_that_differ_are_merged(pair: Labelled) -> None:
    """A false merge loses a signatory: there is none."""
    assert pair.verdict is not Verdict.SAME, pair.why


@pytest.mark.parametrize(
    ("pairs", "certain", "found", "asked"),
    [
        pytest.param(TUNED_ON, 57, 70, 8, id="tuned on"),
        pytest.param(HELD_OUT, 22, 29, 2, id="held out"),
        pytest.param(LATER, 7, 12, 36, id="later"),
    ],
)
def test_recall(pairs: list[Labelled], certain: int, found: int, asked: int) -> None:
    """Of the same: at least so many certain, and found at all; of the different at most so many
    put as a question."""
    counts = figures(pairs)
    assert counts["same: same"] >= certain
    assert counts["same: same"] + counts["same: doubtful"] >= found
    assert counts.get("different: doubtful", 0) <= asked
