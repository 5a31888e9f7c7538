"""load.date_column: day and month by the column as a whole, or a doubt."""

from __future__ import annotations

import datetime as dt

import pytest

from undersigned.load.date_column import Moment, is_date, read_dates

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026-10-03", "2026-10-03"),
        ("2026-10-03T14:02:09Z", "2026-10-03 14:02"),
        ("2026-10-03 14:02:09", "2026-10-03 14:02"),
        ("2026/10/03 2:02:11 PM GMT+7", "2026-10-03 14:02"),
        ("2026/10/03 12:02:11 AM MEZ", "2026-10-03 00:02"),
        ("13/10/2026 14:02:11", "2026-10-13 14:02"),
        ("10/13/2026 14:02:11", "2026-10-13 14:02"),
        ("13.10.26", "2026-10-13"),
        ("Oct 3, 2026 2:02 PM", "2026-10-03 14:02"),
        ("3 October 2026", "2026-10-03"),
        ("3rd of October 2026", "2026-10-03"),
        ("3 octobre 2026", "2026-10-03"),
        ("3 de octubre de 2026", "2026-10-03"),
        ("3 de outubro de 2026, 14h02", "2026-10-03 14:02"),
        ("3. Oktober 2026", "2026-10-03"),
        ("3 Oktober 2026", "2026-10-03"),
        ("Sat, 3 Oct 2026 14:02:09 +0000", "2026-10-03 14:02"),
        ("2026年10月3日", "2026-10-03"),
        ("٠٣.١٠.٢٠٢٦", "2026-10-03"),
        ("46298.5849", "2026-10-03 14:02"),
        ("46298", "2026-10-03"),
    ],
)
def test_forms(cell: str, moment: str) -> None:
    """As form builders and spreadsheets write them."""
    read = read_dates([cell], TODAY)
    assert (str(read.moments[0]), read.doubt) == (moment, "")


@pytest.mark.parametrize("cell", ["", "soon", "99/99/2026", "2026-13-41", "12345", "3", "1/2"])
def test_what_is_no_date(cell: str) -> None:
    assert read_dates([cell], TODAY).moments == (None,)
    assert not is_date(cell)


def test_one_date_settles_the_column() -> None:
    """A number above 12 is no month."""
    read = read_dates(["03/10/2026", "13/10/2026"], TODAY)
    assert read.moments == (Moment(dt.date(2026, 10, 3)), Moment(dt.date(2026, 10, 13)))
    assert (read.order, read.reason) == (
        "dmy", "a number above 12 stands in the place of the day"
    )  # fmt: skip


def test_nothing_was_signed_tomorrow() -> None:
    """The order with days that are yet to come is not it."""
    read = read_dates(["11/12/2026"], TODAY)
    assert (str(read.moments[0]), read.doubt) != ("2026-12-11", "")
    read = read_dates(["12/11/2026", "11/11/2026"], TODAY)
    assert [str(moment) for moment in read.moments] == ["2026-11-12", "2026-11-11"]
    assert read.reason == "otherwise some would be yet to come"


def test_a_day_that_is_yet_to_come() -> None:
    """Is none on which somebody signed: a slip, or another calendar. Tomorrow may be today
    elsewhere."""
    tomorrow, later = TODAY + dt.timedelta(days=1), TODAY + dt.timedelta(days=2)
    cells = [tomorrow.isoformat(), later.isoformat(), "2569-01-02"]
    assert read_dates(cells, TODAY).moments == (Moment(tomorrow), None, None)


def test_an_afternoon_in_japanese() -> None:
    """Before the time or after it."""
    cells = ["2026/10/03 9:12:44 午後", "2026/10/03 午後9:12", "2026/10/03 9:12 午前"]
    times = [moment.time for moment in read_dates(cells, TODAY).moments if moment]
    assert times == ["21:12", "21:12", "09:12"]


def test_a_form_writes_one_row_after_the_other() -> None:
    """Five days in the one order, and not in the other, are no chance."""
    cells = ["01/02/2026", "02/02/2026", "03/02/2026", "04/02/2026", "05/02/2026", "01/03/2026"]
    read = read_dates(cells, TODAY)
    assert (read.order, read.reason) == (
        "dmy", "so the rows are in the order of their dates"
    )  # fmt: skip
    assert read_dates(cells[:5], TODAY).doubt


def test_a_doubt_is_a_doubt() -> None:
    """Nothing is guessed where the column does not say."""
    read = read_dates(["03/10/2026"], TODAY)
    assert read.doubt == '"03/10/2026" may be the 2026-10-03 or the 2026-03-10'
    both = read_dates(["13/10/2026", "10/13/2026"], TODAY)
    assert both.doubt == "some fit only as day/month, others only as month/day"
    said = read_dates(["03/10/2026"], TODAY, "mdy")
    assert (said.doubt, str(said.moments[0])) == ("", "2026-03-10")
