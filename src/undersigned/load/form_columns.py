"""What only the cells of a sign-on form tell of its columns, and their neighbours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import replace

from undersigned.load.columns import Columns, Doubt, plain_name
from undersigned.load.consent_columns import Consent, left_out_doubts
from undersigned.load.counting_column import without_counter
from undersigned.load.date_column import DateColumn, Order, read_dates
from undersigned.load.sheet import Sheet
from undersigned.load.signatory_columns import FIELDS, IGNORED, PERSON
from undersigned.model.roster import SignatoryStatus

__all__ = ["dates_of", "is_unasked", "rows_of_both", "settle_columns"]

_STATES = frozenset(status.value for status in SignatoryStatus)
# What form tools write of a response that was sent off.
_FINISHED = frozenset({"complete", "completed", "submitted", "finished", "done", "sent"})


def settle_columns(
    sheet: Sheet,
    columns: Columns,
    known_ids: Iterable[str] = (),
    consent: Consent | None = None,
    taken: Collection[int] = (),
) -> Columns:
    """The columns with what only the cells and the neighbours tell: an id that is in no directory
    is the form's own, a state may be that of the form's own work, and no question about consent
    is left unasked. `consent` is what was settled of it before, `taken` are columns that somebody
    has named, or left out by name."""
    ids = set(known_ids)
    match = next((m for m in columns.matches if m.field == "id" and m.reason != "given"), None)
    if match is not None and not ids & set(sheet.column(match.column)):
        others = tuple(m for m in columns.matches if m is not match)
        taken_already = columns.index("response") is not None
        if taken_already:
            left = (*columns.left_out, match.column)
            columns = replace(columns, matches=others, left_out=left)
        else:
            response = replace(match, field="response", reason="no directory has these ids")
            columns = replace(columns, matches=(*others, response))
    columns = _without_finished(sheet, columns)
    columns = without_counter(sheet, columns, next(f for f in FIELDS if f.name == "response"))
    columns, unasked = _without_placeholders(sheet, columns)
    if consent is not None:
        found = {match.column for match in consent.matches}
        columns = Columns(
            (*consent.matches, *columns.matches),
            (*columns.doubts, *consent.doubts),
            tuple(index for index in columns.left_out if index not in found),
        )
    settled = consent.settled if consent is not None else ()
    return left_out_doubts(sheet, columns, IGNORED, {*taken, *unasked}, settled)


def _without_finished(sheet: Sheet, columns: Columns) -> Columns:
    """The columns without a state that says of every response alone that the form was filled in;
    one that holds no state of a roster is in doubt."""
    match = next((m for m in columns.matches if m.field == "status" and m.reason != "given"), None)
    doubt = next((d for d in columns.doubts if d.field == "status"), None)
    index = match.column if match else doubt.columns[0] if doubt else None
    if index is None:
        return columns
    cells = {plain_name(cell) for cell in sheet.column(index) if cell}
    if cells & _STATES:
        return columns
    left = tuple(sorted({*columns.left_out, index}))
    matches = tuple(m for m in columns.matches if m is not match)
    doubts = tuple(d for d in columns.doubts if d is not doubt)
    if not cells <= _FINISHED:
        reason = "its cells are no states of a signature"
        doubts = (*doubts, Doubt("status", (index,), reason))
    return Columns(matches, doubts, left)


def is_unasked(sheet: Sheet, index: int) -> bool:
    """Whether the column is that of e-mail addresses that Microsoft Forms has not asked for."""
    cells = {cell.casefold() for cell in sheet.column(index)}
    return plain_name(sheet.header[index]) == "email" and cells <= {"", "anonymous"}


def _without_placeholders(sheet: Sheet, columns: Columns) -> tuple[Columns, set[int]]:
    """The columns without a doubt about e-mail addresses that Microsoft Forms has not asked for,
    and writes "anonymous" instead of; and which those are."""
    unasked = {index for index in columns.left_out if is_unasked(sheet, index)}
    doubts = (doubt for doubt in columns.doubts if not set(doubt.columns) <= unasked)
    return replace(columns, doubts=tuple(doubts)), unasked


def rows_of_both(sheet: Sheet, columns: Columns) -> tuple[int, ...]:
    """The lines that name an organisation and a person, and where nothing in the form says which
    of them signs."""
    found = {m.field: m.column for m in columns.matches}
    people = [found[name] for name in PERSON if name in found and name != "contact"]
    if "organisation" not in found or not people:
        return ()
    if "contact" in found and set(found) & {"person", "given", "family", "name"} == set():
        return ()
    questions = " ".join(plain_name(sheet.header[index]) for index in people)
    if any(word in questions for word in ("contact", "representative", "submitted", "filled")):
        return ()
    return tuple(
        row.line
        for row in sheet.rows
        if row.cells[found["organisation"]]
        and any(row.cells[index] for index in people)
        and not ("kind" in found and row.cells[found["kind"]])
    )


def dates_of(
    sheet: Sheet, columns: Columns, today: dt.date, order: Order | None = None
) -> DateColumn:
    """The dates of the responses, None for each where the form has none."""
    index = columns.index("signed_on")
    if index is None:
        return DateColumn((None,) * len(sheet.rows))
    return read_dates(sheet.column(index), today, order)
