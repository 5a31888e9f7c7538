"""load.form_response: a response is known again, and nothing of it can be read."""

from __future__ import annotations

import datetime as dt

from undersigned.load.columns import Columns, Match
from undersigned.load.date_column import Moment
from undersigned.load.form_response import Response, read_responses, remembered
from undersigned.load.sheet import SheetRow

MOMENT = Moment(dt.date(2026, 10, 3), "14:02")
FIELDS = ("response", "signed_on", "email", "organisation")


def columns(*fields: str) -> Columns:
    return Columns(tuple(Match(f, i, "") for i, f in enumerate(fields)), (), ())


def response(*cells: str, moment: Moment | None = MOMENT) -> Response:
    (read,) = read_responses([SheetRow(2, cells)], columns(*FIELDS), [moment], "f.csv")
    return read


def key(*cells: str, moment: Moment | None = MOMENT) -> str:
    return response(*cells, moment=moment).key


def test_by_its_id() -> None:
    """Whatever else it says."""
    assert key("7", "x", "a@b.example", "River") == key("7", "y", "c@d.example", "Fen")
    assert key("7", "", "", "") != key("8", "", "", "")


def test_by_time_and_address() -> None:
    """Where it has no id, and the time is one of the day, however it is typed."""
    assert key("", "x", "a@b.example", "River") == key("", "y", "A@b.example ", "Fen")
    day = Moment(dt.date(2026, 10, 3))
    assert key("", "x", "a@b.example", "River", moment=day) != key(
        "", "x", "a@b.example", "Fen", moment=day
    )


def test_by_all_it_says() -> None:
    """Else; without regard to case and blanks, or to columns that came later and are empty."""
    rows = [SheetRow(2, ("River  Watch", "KH")), SheetRow(3, ("river watch", "kh"))]
    one, two = read_responses(rows, columns("organisation", "country"), [None, None])
    assert one.key == two.key
    rows = [SheetRow(2, ("River Watch", "KH", ""))]
    (more,) = read_responses(rows, columns("organisation", "country", "url"), [None])
    assert more.key == one.key


def test_several_in_one_minute() -> None:
    """By one person, for several organisations, are several."""
    one, two = (response("", "x", "a@b.example", f"River {n}") for n in (2, 3))
    assert one.key == two.key
    assert one.itself != two.itself
    assert one.itself == response("", "x", "a@b.example", "River 2").itself


def test_what_changed_is_told_by_column() -> None:
    """A column that was not there then is none of it."""
    fields = columns("response", "organisation", "country")
    (before,) = read_responses([SheetRow(2, ("7", "River Watch", "KH"))], fields, [None])
    (known,) = remembered([before.text()])
    more = columns("response", "organisation", "country", "url")
    rows = [SheetRow(2, ("7", "River Watch", "FR", "https://x.example"))]
    (after,) = read_responses(rows, more, [None])
    assert after.differs(known.parts) == ("country",)
    assert "River" not in before.text()
    assert "KH" not in before.text().split()


def test_what_is_remembered() -> None:
    """Its mark and the row that it went into, the latest first; of what says the same one."""
    one, two = response("7", "", "", "River"), response("8", "", "", "Fen")
    first, second = remembered([two.text(), one.text("abc"), one.text("abc")])
    assert (first.key, first.parts, first.mark, first.row) == (
        one.key, one.parts, one.mark, "abc"
    )  # fmt: skip
    assert (second.key, second.row) == (two.key, "")
    assert one.parts["email"] == ""
