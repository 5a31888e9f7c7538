"""Catalogue: the workspace's tables over the built-in ones, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.sources import said, workspace
from undersigned.load import load_catalogue

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "recipients/catalogue/parliaments.csv"


def test_a_corrected_row_hides_no_other(tmp_path: Path) -> None:
    """A row of the workspace stands for the built-in row of its id, and for no other."""
    shipped = load_catalogue(workspace(tmp_path / "empty"))
    assert len(shipped.records) > 1
    known = shipped.records[0]
    files = {TABLE: f"id,name\n{known.id},Another name\nvelmar,Assembly of Velmar\n"}
    catalogue = load_catalogue(workspace(tmp_path / "own", files))
    assert [
        (record.id, record.name.text)
        for record in catalogue.records
        if record.id in (known.id, "velmar")
    ] == [(known.id, "Another name"), ("velmar", "Assembly of Velmar")]
    assert [r for r in catalogue.records if r.id not in (known.id, "velmar")] == [
        record for record in shipped.records if record.id != known.id
    ]
    assert catalogue.find("none") is None


def test_a_form_of_address_is_known_by_office_and_language(tmp_path: Path) -> None:
    """A row for one language leaves the other languages of the office as they are."""
    table = "recipients/catalogue/forms_of_address.csv"
    text = "office,language,salutation\nx,en,Dear X\nx,fr,Cher X\nx,en,Dear New X\n"
    catalogue = load_catalogue(workspace(tmp_path, {table: text}))
    assert [(form.language, form.salutation) for form in catalogue.forms if form.office == "x"] == [
        ("en", "Dear New X"),
        ("fr", "Cher X"),
    ]


def test_a_row_without_name_or_with_an_impossible_date_is_told(tmp_path: Path) -> None:
    """Each row that cannot be a record has its line."""
    opened = workspace(tmp_path, {TABLE: "id,name,as_of\nvelmar,Assembly,2031-02-30\n,X,\nb,,\n"})
    assert said(lambda: load_catalogue(opened)) == [
        (
            f'{TABLE}:2:1 [catalogue] "2031-02-30" in the column as_of is not a date '
            "(write 2026-01-31 (year-month-day))"
        ),
        f"{TABLE}:3:1 [catalogue] the row has no id or no name",
        f"{TABLE}:4:1 [catalogue] the row has no id or no name",
    ]
