"""The two rosters of the seed documents recognise whom they have in common, and merge no others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from undersigned.load.duplicates import Candidate, find_duplicates, shared_acronyms

if TYPE_CHECKING:
    from tests.support.seeds import SeedDocument

# By their places in the six names and in the seventeen.
_SHARED = [(0, 1), (1, 2), (2, 3), (3, 4)]


def _roster(documents: tuple[SeedDocument, ...], name: str) -> list[Candidate]:
    (document,) = (document for document in documents if document.name == name)
    return [
        Candidate(f"{place}", name, acronym)
        for place, (name, acronym) in enumerate(document.signatories)
    ]


@pytest.fixture
def rosters(documents: tuple[SeedDocument, ...]) -> tuple[list[Candidate], list[Candidate]]:
    six, seventeen = _roster(documents, "senate-letter"), _roster(documents, "joint-statement")
    assert [len(six), len(seventeen)] == [6, 17]
    return six, seventeen


def _found(one: list[Candidate], other: list[Candidate]) -> list[tuple[int, int, str]]:
    pairs = find_duplicates(one, other)
    return [(int(pair.first.key), int(pair.second.key), str(pair.verdict)) for pair in pairs]


def test_the_four_in_common_are_certain_and_nobody_else_is_found(
    rosters: tuple[list[Candidate], list[Candidate]],
) -> None:
    """Two are spelt differently; their acronyms agree. No other pair is merged or asked."""
    six, seventeen = rosters
    assert _found(six, seventeen) == [(*places, "same") for places in _SHARED]
    assert shared_acronyms([*six, *seventeen]) == ()


def test_acronyms_in_brackets_do_as_well_as_acronyms_in_a_column(
    rosters: tuple[list[Candidate], list[Candidate]],
) -> None:
    """As the seeds have them, and as most forms collect them."""
    six, seventeen = rosters
    written = [
        replace(one, name=f"{one.name} ({one.acronym})", acronym="") if one.acronym else one
        for one in seventeen
    ]
    assert _found(six, written) == [(*places, "same") for places in _SHARED]


def test_without_acronyms_two_are_a_question(
    rosters: tuple[list[Candidate], list[Candidate]],
) -> None:
    """Another spelling with nothing to confirm it is asked and not merged."""
    six, seventeen = ([replace(one, acronym="") for one in roster] for roster in rosters)
    verdicts = ["same", "doubtful", "doubtful", "same"]
    assert _found(six, seventeen) == [
        (*places, verdict) for places, verdict in zip(_SHARED, verdicts, strict=True)
    ]
