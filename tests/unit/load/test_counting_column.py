"""load.counting_column: numbers of rows are no ids."""

from __future__ import annotations

import pytest

from undersigned.load.columns import guess_columns
from undersigned.load.form_columns import settle_columns
from undersigned.load.sheet import Sheet, SheetRow
from undersigned.load.signatory_columns import FIELDS, IGNORED


def field_of(name: str, *cells: str, given: bool = False) -> str:
    """What the column is taken for, beside one of organisations."""
    rows = tuple(SheetRow(n, (cell, f"Club {cell} {n}")) for n, cell in enumerate(cells, 2))
    sheet = Sheet("f.csv", (name, "Organisation"), rows)
    told = {"response": 0} if given else {}
    columns = settle_columns(sheet, guess_columns(sheet, FIELDS, told, IGNORED, filled_only=True))
    assert columns.doubts == ()
    return next((match.field for match in columns.matches if match.column == 0), "")


@pytest.mark.parametrize(
    "cells",
    [("1", "2", "3"), ("3", "2", "1"), ("0", "1", "2"), ("1",), ("1", "", "2"), ("01", "02")],
)
@pytest.mark.parametrize("name", ["No", "ID", "#", "_index"])
def test_it_counts(name: str, cells: tuple[str, ...]) -> None:
    """From either end, with a gap for an empty row or zeros before."""
    assert field_of(name, *cells) == ""


@pytest.mark.parametrize(
    "cells", [("1", "3", "4"), ("2", "1", "3"), ("5551", "5552"), ("a1", "b2")]
)
def test_it_does_not(cells: tuple[str, ...]) -> None:
    """Where a number is missing, or the rows are in another order, they are ids."""
    assert field_of("No", *cells) == "response"


def test_whoever_says_so() -> None:
    """By name, or the form by calling it the response's id, is believed: the names are compared
    as well."""
    assert field_of("No", "1", "2", given=True) == "response"
    assert field_of("Response ID", "1", "2") == "response"
