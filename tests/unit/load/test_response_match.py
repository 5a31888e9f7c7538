"""load.response_match: which responses of a newer export were imported before."""

from __future__ import annotations

import datetime as dt

from undersigned.load.columns import Columns, Match
from undersigned.load.date_column import Moment
from undersigned.load.form_response import Response, read_responses, remembered
from undersigned.load.response_match import match_responses
from undersigned.load.sheet import SheetRow
from undersigned.load.signatory_columns import FIELDS

TODAY = dt.date(2026, 11, 22)
NAMES = tuple(field.name for field in FIELDS)


def responses(*rows: dict[str, str]) -> tuple[Response, ...]:
    """Of a form that has the columns of its first row."""
    fields = tuple(rows[0])
    assert set(fields) <= set(NAMES)
    columns = Columns(tuple(Match(f, i, "") for i, f in enumerate(fields)), (), ())
    sheet = [SheetRow(n, tuple(row.values())) for n, row in enumerate(rows, 2)]
    moments = [Moment(TODAY, row["signed_on"]) if row.get("signed_on") else None for row in rows]
    return read_responses(sheet, columns, moments, "f.csv")


def found(
    before: tuple[Response, ...], after: tuple[Response, ...], *, organisations: bool = False
) -> list[str]:
    """For each response: the line of the earlier one that it is, "?" before it where that is in
    doubt, and "new"."""
    earlier = remembered(one.text(str(one.line)) for one in before)
    matches = match_responses(after, earlier, organisations=organisations)
    return [
        f"{'?' if (match := matches[one.line]).why else ''}{match.earlier.row}"
        if one.line in matches
        else "new"
        for one in after
    ]


def test_an_id_that_moved() -> None:
    """Takes nothing with it: each is in doubt, and none is taken for another."""
    before = responses(*({"response": str(n), "name": name} for n, name in ((1, "A"), (2, "B"))))
    after = responses(
        *({"response": str(n), "name": name} for n, name in ((1, "C"), (2, "A"), (3, "B")))
    )
    # B has a number that is new, and a name that is not.
    assert found(before, after) == ["?2", "?3", "?3"]


def test_one_time_and_address() -> None:
    """By the name where several have them; alone, and under another name, it is a doubt."""
    row = {"signed_on": "10:00", "email": "a@b.example"}
    before = responses({**row, "organisation": "A"})
    assert found(before, responses({**row, "organisation": "B"}, {**row, "organisation": "A"})) == [
        "new", "2",
    ]  # fmt: skip
    assert found(before, responses({**row, "organisation": "B"})) == ["?2"]


def test_a_column_that_came_in() -> None:
    """Changes nothing of those that have no id and no time."""
    before = responses({"organisation": "A"}, {"organisation": "B"})
    after = responses(
        {"organisation": "B", "country": "KE", "email": ""},
        {"organisation": "C", "country": "", "email": ""},
        {"organisation": "A", "country": "", "email": "a@b.example"},
    )
    assert found(before, after) == ["3", "new", "2"]


def test_an_id_that_came_in() -> None:
    """Or a time: the same name, and what was asked before is answered as before."""
    before = responses({"organisation": "A", "country": "KE"})
    assert found(before, responses({"response": "1", "organisation": "A", "country": "KE"})) == [
        "2"
    ]
    after = {"signed_on": "10:00", "email": "a@b.example", "organisation": "A", "country": "KE"}
    assert found(before, responses(after)) == ["2"]


def test_people_of_one_name() -> None:
    """Are in doubt where they say something else, and each earlier one is taken once."""
    before = responses({"person": "Maria Sol", "title": "Nurse"})
    nurse, teacher = ({"person": "Maria Sol", "title": t} for t in ("Nurse", "Teacher"))
    assert found(before, responses(teacher)) == ["?2"]
    assert found(before, responses(teacher, nurse)) == ["?2", "2"]


def test_an_organisation_that_changed_its_answer() -> None:
    """Is the same; also where another person filled in the form, if it is what signs."""
    before = responses({"organisation": "A", "person": "Ona", "publish": "Yes"})
    after = responses({"organisation": "A", "person": "Bo", "publish": "No"})
    assert found(before, after, organisations=True) == ["2"]
    assert found(before, after) == ["new"]


def test_other_ids_of_one_name() -> None:
    """Are other responses; whether the name still has a row is another's question."""
    before = responses({"response": "7", "person": "Maria Sol"})
    assert found(before, responses({"response": "9", "person": "Maria Sol"})) == ["?2"]
