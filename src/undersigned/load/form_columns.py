"""What only the cells of a sign-on form tell of its columns, and their neighbours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from undersigned.load.columns import Columns, Doubt, plain_name
from undersigned.load.date_column import DateColumn, Order, read_dates
from undersigned.load.form_answer import asks_to_hide
from undersigned.load.form_question import may_be_consent
from undersigned.load.sheet import Sheet
from undersigned.load.signatory_columns import PERSON

__all__ = ["dates_of", "is_unasked", "rows_of_both", "settle_columns"]


def settle_columns(
    sheet: Sheet, columns: Columns, known_ids: Iterable[str] = (), settled: Iterable[str] = ()
) -> Columns:
    """The columns with what only the cells and the neighbours tell: an id that is in no directory
    is the form's own, and no question about consent is left unasked. `settled` are the fields
    that somebody has said to leave out."""
    ids = set(known_ids)
    match = next((m for m in columns.matches if m.field == "id" and m.reason != "given"), None)
    if match is not None and not ids & set(sheet.column(match.column)):
        others = tuple(m for m in columns.matches if m is not match)
        taken = columns.index("response") is not None
        if taken:
            left = (*columns.left_out, match.column)
            columns = replace(columns, matches=others, left_out=left)
        else:
            response = replace(match, field="response", reason="no directory has these ids")
            columns = replace(columns, matches=(*others, response))
    columns, unasked = _without_placeholders(sheet, columns)
    asked = unasked | {index for doubt in columns.doubts for index in doubt.columns}
    left_consents = tuple(
        index
        for index in columns.left_out
        if index not in asked
        and any(sheet.column(index))
        and (
            may_be_consent(plain_name(sheet.header[index]))
            or any(map(asks_to_hide, sheet.column(index)))
        )
    )
    if left_consents and "anonymous" not in settled and "publish" not in settled:
        reason = "it may ask whether somebody can be named"
        doubt = Doubt("anonymous", left_consents, reason)
        columns = replace(columns, doubts=(*columns.doubts, doubt))
    return columns


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
