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
    known = next(iter(shipped.records.values()))
    files = {TABLE: f"id,name\n{known.id},Another name\nvelmar,Assembly of Velmar\n"}
    catalogue = load_catalogue(workspace(tmp_path / "own", files))
    assert [
        (record.id, record.name.text)
        for record in catalogue.records.values()
        if record.id in (known.id, "velmar")
    ] == [(known.id, "Another name"), ("velmar", "Assembly of Velmar")]
    others = [id_ for id_ in catalogue.records if id_ not in (known.id, "velmar")]
    assert others == [id_ for id_ in shipped.records if id_ != known.id]
    assert catalogue.find("none") is None


def test_a_form_of_address_is_known_by_office_and_language(tmp_path: Path) -> None:
    """A row for one language leaves the other languages of the office as they are."""
    table = "recipients/catalogue/forms_of_address.csv"
    text = "office,language,salutation\nx,en,Dear New X\nx,fr,Cher X\n"
    catalogue = load_catalogue(workspace(tmp_path, {table: text}))
    assert [(form.language, form.salutation) for form in catalogue.forms if form.office == "x"] == [
        ("en", "Dear New X"),
        ("fr", "Cher X"),
    ]


def test_a_row_that_can_be_no_record_is_told(tmp_path: Path) -> None:
    """Each such row has its line, and all are told together."""
    rows = "velmar,Assembly,2031-02-30\n,X,\nb,,\nc,C,2031\nc,D,\nd,D,soon\n"
    opened = workspace(tmp_path, {TABLE: "id,name,as_of\n" + rows})
    assert said(lambda: load_catalogue(opened)) == [
        (
            f'{TABLE}:2:1 [catalogue] "2031-02-30" in the column as_of is not a date '
            "(write 2026-01-31 (year-month-day))"
        ),
        f"{TABLE}:3:1 [catalogue] the row has no id (fill the cell, or take the row out)",
        (
            f"{TABLE}:4:1 [catalogue] the row has no name "
            "(a recipient needs one: fill the cell, or take the row out)"
        ),
        (
            f'{TABLE}:6:1 [catalogue] "c" is in this table twice '
            "(it stands first on line 5: keep one of them)"
        ),
        (
            f'{TABLE}:7:1 [catalogue] "soon" in the column as_of is not a date '
            "(write 2026-01-31 (year-month-day))"
        ),
    ]


def test_a_form_of_address_without_a_language_is_told(tmp_path: Path) -> None:
    """A table without the column, a row without the cell, and a gap that nobody can fill."""
    table = "recipients/catalogue/forms_of_address.csv"
    without = workspace(tmp_path / "a", {table: "office,salutation\nx,Dear X\n"})
    assert said(lambda: load_catalogue(without)) == [
        (
            f"{table}:1:1 [table] a column language is missing "
            "(the table's first line names its columns)"
        )
    ]
    text = "office,language,salutation\nx,,Dear X\nx,en,Dear {surname}\n"
    opened = workspace(tmp_path / "b", {table: text})
    assert said(lambda: load_catalogue(opened)) == [
        (
            f"{table}:2:1 [catalogue] the row has no office or no language "
            "(fill the cell, or take the row out)"
        ),
        (
            f'{table}:3:1 [catalogue] unknown gap "{{surname}}" in the column salutation '
            "(known gaps: {family}, {given}, {honorific}, {in_text}, {institution}, {name}, "
            "{office}, {post_nominals})"
        ),
    ]


def test_records_that_belong_to_each_other_do_not_run_in_circles(tmp_path: Path) -> None:
    """Each is read without an owner."""
    table = "recipients/catalogue/offices.csv"
    opened = workspace(tmp_path, {table: "id,name,of\na,A,b\nb,B,a\nc,C,c\n"})
    catalogue = load_catalogue(opened)
    assert [catalogue.records[id_].of for id_ in "abc"] == ["b", "a", "c"]


def test_an_alias_leads_to_its_record(tmp_path: Path) -> None:
    """Whatever the title of a chamber's presiding officer is, one name finds it."""
    catalogue = load_catalogue(workspace(tmp_path))
    found = catalogue.find("us-lower/presiding-officer")
    assert found is not None
    assert found.id == "us-lower/speaker"


def test_a_name_without_a_record_or_a_language_is_told(tmp_path: Path) -> None:
    """Such a row would never be used."""
    table = "recipients/catalogue/names.csv"
    text = "id,language,name\njpp,ja,X\njp,japanisch,Y\njp,fr,Z\n"
    assert said(lambda: load_catalogue(workspace(tmp_path, {table: text}))) == [
        f'{table}:2:1 [catalogue] there is no record "jpp" to name (did you mean "jp"?)',
        (
            f'{table}:3:1 [catalogue] no language has the code "japanisch" '
            "(write a code such as fr, pt-BR or ar-Latn)"
        ),
    ]
