"""load.consent_columns: no column of yes and no is passed over, and none is guessed."""

from __future__ import annotations

import pytest

from tests.support.consent_forms import DANGEROUS, HARMLESS, HIDING, NAMING
from undersigned.load.columns import Columns, guess_columns
from undersigned.load.consent_columns import consent_columns, count_answers
from undersigned.load.form_columns import settle_columns
from undersigned.load.sheet import Sheet, SheetRow
from undersigned.load.signatory_columns import FIELDS, GUESSED, IGNORED

ANSWERS = (("Yes",), ("Yes", "No"), ("Yes", "", "", "", "No", "Yes", "Yes"), ("x",) * 7)


def sheet_of(question: str, cells: tuple[str, ...], header: str = "Organisation") -> Sheet:
    rows = (
        SheetRow(line, (f"River Watch {line}", f"o{line}@v.example", cell))
        for line, cell in enumerate(cells, 2)
    )
    return Sheet("f.csv", (header, "E-mail", question), tuple(rows))


def settled(sheet: Sheet, **given: int | None) -> Columns:
    taken = {index for index in given.values() if index is not None}
    consent = consent_columns(sheet, FIELDS, IGNORED, taken, given)
    columns = guess_columns(
        sheet, GUESSED, given, IGNORED, filled_only=True, left_out=consent.columns
    )
    return settle_columns(sheet, columns, (), consent, taken)


@pytest.mark.parametrize("cells", ANSWERS)
@pytest.mark.parametrize("question", DANGEROUS)
def test_what_may_be_the_other_way_round(question: str, cells: tuple[str, ...]) -> None:
    """It is a doubt, or it asks for certain who must not be named."""
    for header in ("Organisation", "Name of your organisation"):
        columns = settled(sheet_of(question, cells, header))
        found = {match.column: match.field for match in columns.matches}
        doubts = {index for doubt in columns.doubts if doubt.either for index in doubt.columns}
        assert found.get(2) == "anonymous" or 2 in doubts
        assert "publish" not in found.values()
        assert found.get(0) == "organisation"


@pytest.mark.parametrize("cells", ANSWERS)
@pytest.mark.parametrize(
    ("question", "field"), [*((q, "publish") for q in NAMING), *((q, "anonymous") for q in HIDING)]
)
def test_what_is_certain(question: str, field: str, cells: tuple[str, ...]) -> None:
    """Without a doubt about anything."""
    columns = settled(sheet_of(question, cells))
    assert columns.index(field) == 2
    assert columns.doubts == ()


@pytest.mark.parametrize("question", HARMLESS)
def test_what_is_harmless(question: str) -> None:
    """It needs no option."""
    columns = settled(sheet_of(question, ("Yes", "No", "Yes")))
    assert columns.doubts == ()
    assert {match.field for match in columns.matches} <= {"organisation", "email", "consent"}


@pytest.mark.parametrize("field", ["publish", "anonymous"])
def test_a_field_that_is_refused(field: str) -> None:
    """Refuses that field alone: the column is asked about all the same."""
    columns = settled(sheet_of("May we publish your name?", ("Yes", "No")), **{field: None})
    if field == "anonymous":
        assert columns.index("publish") == 2
    else:
        assert [doubt.either for doubt in columns.doubts] == [
            (("anonymous", "yes = must not be named"), ("ignore", "it is about something else"))
        ]


def test_two_that_ask_the_same() -> None:
    """Both are doubts: one of them may be about something else."""
    rows = (SheetRow(2, ("River Watch", "Yes", "No")),)
    header = ("Organisation", "May we publish your name?", "May we list your organisation?")
    columns = settled(Sheet("f.csv", header, rows))
    assert [doubt.columns for doubt in columns.doubts] == [(1,), (2,)]


def test_both_ways_round() -> None:
    """Both are taken; whoever must not be named by one of them is withheld."""
    rows = (SheetRow(2, ("River Watch", "Yes", "Yes")),)
    header = ("Organisation", "May we publish your name?", "Anonymous?")
    columns = settled(Sheet("f.csv", header, rows))
    assert (columns.index("publish"), columns.index("anonymous"), columns.doubts) == (1, 2, ())


def test_an_address_that_will_not_be_published() -> None:
    """Is an address, by its cells."""
    cells = ("a@b.example", "c@d.example", "e@f.example")
    rows = tuple(SheetRow(n, ("River Watch", cell)) for n, cell in enumerate(cells, 2))
    columns = settled(Sheet("f.csv", ("Organisation", "Email (will not be published)"), rows))
    assert (columns.index("email"), columns.doubts) == (1, ())


@pytest.mark.parametrize("cells", [("completed",) * 8, ("Submitted",)])
def test_a_status_of_the_form_tool(cells: tuple[str, ...]) -> None:
    """Says nothing of a signature, and is left out."""
    columns = settled(sheet_of("Status", cells))
    assert (columns.index("status"), columns.doubts, columns.left_out) == (None, (), (2,))


@pytest.mark.parametrize("cells", [("rejected", "completed"), ("spam",) * 8])
def test_another_status(cells: tuple[str, ...]) -> None:
    """Is asked about."""
    columns = settled(sheet_of("Status", cells))
    assert [doubt.field for doubt in columns.doubts] == ["status"]


def test_answers_are_counted() -> None:
    """By what they mean for the name."""
    sheet = sheet_of("q", ("Yes", "No", "perhaps", "Yes", ""))
    assert count_answers(sheet, "publish", 2) == (2, 1, 2)
    assert count_answers(sheet, "anonymous", 2) == (1, 2, 2)


def test_a_cell_that_asks_it() -> None:
    """Makes the column a doubt, whatever it is called; and the reason is told."""
    columns = settled(sheet_of("Anything else?", ("please do not name us",)))
    assert [doubt.reason for doubt in columns.doubts] == [
        "a cell of it asks that a name be kept back"
    ]
