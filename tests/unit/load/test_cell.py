"""load.cell: what is told of a cell that was taken otherwise than it was typed."""

from __future__ import annotations

import pytest

from undersigned.errors import Location
from undersigned.load.cell import Change, Remarks, clean_cell, is_blank, is_lost, short


def test_a_change_tells_before_and_after() -> None:
    """With the line and the column; of a row that must not be named nothing else."""
    change = Change(12, "name", "spaces", "River  Watch", "River Watch")
    assert str(change) == 'line 12, name: spaces: "River  Watch" -> "River Watch"'
    assert str(Change(12, "name", "spaces")) == "line 12, name: spaces"


def test_no_message_holds_an_address() -> None:
    """Messages end up in logs."""
    assert short("write to ona@velmar.example, or not") == "write to …@…, or not"
    assert short("x" * 41) == "x" * 37 + "…"


def test_remarks_are_told_by_kind() -> None:
    """One sentence each, with the first lines and an example."""
    remarks = Remarks()
    for line in range(2, 13):
        remarks.add("names have a comma in them", line, "Tesk, Ona" if line == 4 else "")
    remarks.add("rows are empty", 3)
    assert remarks.told() == (
        "names have a comma in them: lines 2, 3, 4, 5, 6, 7, 8, 9 and 3 more (Tesk, Ona)",
        "rows are empty: line 3",
    )


@pytest.mark.parametrize(
    "cell", ["", "-", "N/A", "#DIV/0!", "#REF!", "#NAME?", "#N/A", "#VALUE!", "#ERROR!", "#NUM!",
             "#NULL!", "#SPILL!", "Err:502", "#div/0!"],
)  # fmt: skip
def test_what_says_nothing(cell: str) -> None:
    """Dashes, and what a spreadsheet program writes where a formula failed."""
    assert is_blank(cell)
    assert clean_cell("office", cell, Location("f", 2)) == ""


@pytest.mark.parametrize(
    ("cell", "blank"),
    [(".", True), ("***", True), ("“”", True), ("#1", False), ("河", False), ("ទ", False)],
)
def test_a_name_has_a_letter_or_a_digit(cell: str, blank: bool) -> None:
    """Signs alone name nobody; elsewhere they may mean something."""
    assert is_blank(cell, "organisation") is blank
    assert not is_blank(cell, "note")


def test_a_name_that_is_lost() -> None:
    """Pictures and errors stood for a name; a dash says that there is none."""
    assert [is_lost(cell) for cell in ("🌊🌊", "#REF!", "-", "", ".", "🌊 River")] == [
        True, True, False, False, False, False
    ]  # fmt: skip
