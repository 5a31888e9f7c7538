"""Locations, findings and the one family of exceptions."""

from __future__ import annotations

import pytest

from undersigned.errors import (
    EmbargoInForce,
    Finding,
    Findings,
    InvalidInput,
    Level,
    Location,
    MachineFailed,
    NotFound,
    RenderFailed,
    TextChanged,
    UndersignedError,
    did_you_mean,
)


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        (Location("a.md"), "a.md"),
        (Location("a.md", 3), "a.md:3"),
        (Location("a.md", 3, 7), "a.md:3:7"),
        (Location("a.md", 0, 7), "a.md"),
    ],
)
def test_a_location_shows_what_it_knows(location: Location, shown: str) -> None:
    """Path, line and column, as far as they are known."""
    assert str(location) == shown


def test_a_finding_says_where_what_and_what_next() -> None:
    """The hint stands in brackets, and only where there is one."""
    place = Location("a.md", 3, 7)
    assert str(Finding(place, "r", "wrong", "do that")) == "a.md:3:7: wrong (do that)"
    assert str(Finding(place, "r", "wrong")) == "a.md:3:7: wrong"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UndersignedError(), 70),
        (InvalidInput([]), 1),
        (NotFound("block", "x"), 1),
        (RenderFailed([]), 1),
        (EmbargoInForce(), 3),
        (TextChanged([]), 3),
        (MachineFailed("disk full"), 4),
    ],
)
def test_every_error_is_of_the_family_and_has_its_exit_code(
    error: UndersignedError, code: int
) -> None:
    """What went wrong decides what the program ends with."""
    assert isinstance(error, UndersignedError)
    assert error.exit_code == code


def test_an_exception_carries_every_finding() -> None:
    """All findings are in it and in its words, in the order given."""
    findings = [Finding(Location("b.md", 2), "r", "two"), Finding(Location("a.md", 1), "r", "one")]
    for error in (InvalidInput(findings), RenderFailed(iter(findings))):
        assert error.findings == tuple(findings)
        assert str(error) == "b.md:2: two\na.md:1: one"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NotFound("block", "oat", ["b/"], ["oath"]), 'unknown block "oat" (did you mean "oath"?)'),
        (NotFound("block", "x", ["b/", "c/"], ["oath"]), 'unknown block "x" (looked in b/, c/)'),
        (NotFound("block", "x"), 'unknown block "x"'),
    ],
)
def test_what_is_not_found_names_the_nearest_or_the_places(error: NotFound, said: str) -> None:
    """The nearest known name comes before the places that were searched."""
    assert str(error) == said


def test_what_is_not_found_becomes_a_finding_where_it_is_named() -> None:
    """Its rule is the kind of thing, and its hint the same."""
    error = NotFound("recipient list", "sevn", ["recipients/"], ["seven"])
    assert error.at(Location("a.md", 5, 2)) == Finding(
        Location("a.md", 5, 2),
        "unknown-recipient-list",
        'unknown recipient list "sevn"',
        'did you mean "seven"?',
    )


def test_the_machines_failure_says_what_to_do() -> None:
    """Its hint stands in brackets, where there is one."""
    assert str(MachineFailed("disk full", "make room")) == "disk full (make room)"
    assert str(MachineFailed("disk full")) == "disk full"


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("uk", ["gb", "us"], ""),
        ("Oaht", ["oath"], 'did you mean "oath"?'),
        ("oath", ["OATH"], 'did you mean "OATH"?'),
        ("oath", [], ""),
        ("", ["oath"], ""),
    ],
)
def test_only_a_near_name_is_offered(name: str, known: list[str], hint: str) -> None:
    """Capitals do not count, and what is far is not guessed."""
    assert did_you_mean(name, known) == hint


def test_findings_are_gathered_over_steps_that_fail() -> None:
    """A step that raises leaves its findings, and the next one goes on."""
    findings = Findings()
    place = Location("a.md", 4, 2)
    with findings.gather(place):
        raise NotFound("block", "x")
    with findings.gather():
        raise InvalidInput([Finding(Location("a.md", 1, 1), "r", "one")])
    findings.add(Location("a.md", 2, 1), "r", "two", "do", Level.WARNING)
    with pytest.raises(InvalidInput) as caught:
        findings.raise_errors()
    assert caught.value.findings == (
        Finding(Location("a.md", 1, 1), "r", "one"),
        Finding(Location("a.md", 2, 1), "r", "two", "do", Level.WARNING),
        Finding(place, "unknown-block", 'unknown block "x"'),
    )


def test_what_nobody_asked_for_is_not_swallowed() -> None:
    """A name that is not found without a place, and any other error, go on."""
    findings = Findings()
    with pytest.raises(NotFound), findings.gather():
        raise NotFound("block", "x")
    with pytest.raises(MachineFailed), findings.gather(Location("a.md")):
        raise MachineFailed("disk full")
    assert findings.items == []


def test_a_finding_is_told_once() -> None:
    """The same finding twice is one; the order is that of the files."""
    findings = Findings()
    for line in (2, 1, 2):
        findings.add(Location("a.md", line), "r", "wrong")
    assert [finding.location.line for finding in findings.sorted()] == [1, 2]


def test_warnings_keep_nothing_back() -> None:
    """Where there is no error, nothing is raised."""
    findings = Findings()
    findings.add(Location("a.md"), "r", "look", level=Level.WARNING)
    findings.add(Location("a.md"), "r", "read", level=Level.NOTE)
    findings.raise_errors()
    assert not findings.has_errors
