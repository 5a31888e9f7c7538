"""A response that was imported before and now asks not to be named, or to sign no more.

The roster is left as it is, as with every change in the form; but that a name may still be
printed is an error, until the row is withheld or has withdrawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.known_organisations import folded
from undersigned.load.response_mark import Mark, marks_of
from undersigned.load.roster_table import RosterRow, RosterTable
from undersigned.load.signatory_form import ChangedResponse, Form
from undersigned.load.signatory_state import read_state, signs
from undersigned.model.roster import SignatoryStatus

__all__ = ["with_changed_consent"]

_CONSENT = frozenset({"publish", "anonymous", "consent", "status"})
_SILENT = (SignatoryStatus.WITHHELD, SignatoryStatus.WITHDRAWN)
_BEFORE = "this response was imported before, and may not be named, or does not sign, any more"
_DECLINES = "this response does not consent to sign, and a row that says it comes from it stands"


def with_changed_consent(form: Form, table: RosterTable) -> Form:
    """The form with an error for each response that has taken its consent back."""
    marked = [(mark, row) for row in table.rows for mark in marks_of(row.cells)]
    found = []
    for response in form.changed:
        if _CONSENT & set(response.fields) and _hides(form.path, response):
            rows = _rows_of(response, form, marked)
            if not rows or not all(row.status in _SILENT for row in rows):
                found.append(_finding(_BEFORE, response, rows, form, table))
    for response in form.refusals:
        rows = [
            row
            for row in _rows_of(response, form, marked)
            if row.status is SignatoryStatus.CONFIRMED and _is_its(row, response)
        ]
        if rows:
            found.append(_finding(_DECLINES, response, rows, form, table))
    return replace(form, alarms=tuple(found))


def _finding(
    said: str,
    response: ChangedResponse,
    rows: Sequence[RosterRow],
    form: Form,
    table: RosterTable,
) -> Finding:
    where = f"line {rows[0].line} of {table.shown}" if rows else f"its row in {table.shown}"
    hint = f"look at {where}: `undersigned signatories withhold` or `withdraw`"
    return Finding(Location(form.path, response.line), "changed-consent", said, hint)


def _hides(path: str, response: ChangedResponse) -> bool:
    """Whether the response does not say, for certain, that it signs and may be named."""
    place = Location(path, response.line)
    try:
        state = read_state(response.cells, place, SignatoryStatus.CONFIRMED)
        return not signs(response.cells, place) or state in _SILENT
    except InvalidInput:
        return True


def _rows_of(
    response: ChangedResponse, form: Form, marked: Sequence[tuple[Mark, RosterRow]]
) -> list[RosterRow]:
    """The rows that were made from the response, or merged with it, by what they say themselves:
    by what the history remembers of the line that it stood on then, else by its moment."""
    rows = [row for mark, row in marked if mark.digits in response.marks]
    if not rows and response.moment is not None and response.moment.time:
        own = Mark.of(form.name, response.line, response.moment)
        rows = [row for mark, row in marked if (mark.form, mark.moment) == (own.form, own.moment)]
    return list({row.line: row for row in rows}.values())


def _is_its(row: RosterRow, response: ChangedResponse) -> bool:
    """Whether the row's mark is more than that of a line that may have moved, or of a minute that
    others may share."""
    timed = response.moment is not None and bool(response.moment.time)
    sure = response.marks if timed else response.marks[1:]
    if any(mark.digits in sure for mark in marks_of(row.cells)):
        return True
    said = [response.cells.get(name, "") for name in ("organisation", "name", "person")]
    email = response.cells.get("email", "").strip().casefold()
    return folded(row["name"]) in {folded(cell) for cell in said if cell} or (
        bool(email) and row["email"].casefold() == email
    )
