"""A sign-on form's export, read whole: which responses are new, which known, which refused.

Every row of the sheet ends in one of these lists; none is lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from undersigned.errors import Finding, Findings, InvalidInput, Location
from undersigned.load.columns import Columns, Doubt, plain_name
from undersigned.load.date_column import DateColumn, Order, read_dates
from undersigned.load.form_question import may_be_consent
from undersigned.load.form_response import Response, read_responses
from undersigned.load.known_organisations import folded
from undersigned.load.sheet import Sheet
from undersigned.load.signatory_columns import PERSON
from undersigned.load.signatory_row import FormRow, Known, read_form_row
from undersigned.load.signatory_state import read_state
from undersigned.load.signatory_text import clean_words
from undersigned.load.signatory_told import Told
from undersigned.model.roster import SignatoryStatus

__all__ = ["Form", "dates_of", "read_form", "rows_of_both", "settle_columns"]


@dataclass(frozen=True)
class Form:
    """What was read. `known` are lines of responses that were imported before, `changed` those
    of them that say something else now, with the fields; `declined` do not consent to sign;
    `repeated` say the same as an earlier line of the form."""

    path: str
    rows: tuple[FormRow, ...]
    responses: Mapping[int, Response]
    known: tuple[int, ...] = ()
    changed: tuple[tuple[int, tuple[str, ...]], ...] = ()
    declined: tuple[int, ...] = ()
    repeated: tuple[tuple[int, int], ...] = ()
    refused: tuple[Finding, ...] = ()
    total: int = 0
    told: Told = field(default_factory=Told)

    @property
    def name(self) -> str:
        """The form's file, as evidence names it."""
        return PurePosixPath(self.path).name


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
    asked = {index for doubt in columns.doubts for index in doubt.columns}
    left_consents = tuple(
        index
        for index in columns.left_out
        if index not in asked
        and any(sheet.column(index))
        and may_be_consent(plain_name(sheet.header[index]))
    )
    if left_consents and "anonymous" not in settled and "publish" not in settled:
        reason = "it may ask whether somebody can be named"
        doubt = Doubt("anonymous", left_consents, reason)
        columns = replace(columns, doubts=(*columns.doubts, doubt))
    return columns


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


def read_form(
    sheet: Sheet,
    columns: Columns,
    dates: DateColumn,
    known: Known,
    before: Mapping[str, Mapping[str, str]],
) -> Form:
    """The form's responses; `before` is what the history knows of earlier ones."""
    findings = Findings(list(sheet.refused))
    told = Told()
    rows: list[FormRow] = []
    known_lines: list[int] = []
    changed: list[tuple[int, tuple[str, ...]]] = []
    declined: list[int] = []
    first: dict[str, Response] = {}
    repeated: list[tuple[int, int]] = []
    responses: dict[int, Response] = {}
    filled = [(row, moment) for row, moment in zip(sheet.rows, dates.moments, strict=True)
              if any(row.cells)]  # fmt: skip
    read = read_responses([row for row, _ in filled], columns, [moment for _, moment in filled])
    cells_of = [
        {match.field: row.cells[match.column] for match in columns.matches} for row, _ in filled
    ]
    known = replace(known, organisations={**known.organisations, **_named_in(cells_of, known)})
    for (row, moment), response, cells in zip(filled, read, cells_of, strict=True):
        place = Location(sheet.path, row.line)
        earlier = first.setdefault(response.key, response)
        if earlier is not response and earlier.parts != response.parts:
            said = f"the row has the id of line {earlier.line}, and says something else"
            findings.add(place, "row", said, "give each response its own")
            continue
        if earlier is not response and earlier.line in responses:
            repeated.append((row.line, earlier.line))
            continue
        responses[row.line] = response
        if response.key in before:
            known_lines.append(row.line)
            if differing := response.differs(before[response.key]):
                changed.append((row.line, differing))
            continue
        with findings.gather():
            made = read_form_row(cells, place, moment, known, told)
            if made is None:
                declined.append(row.line)
            else:
                rows.append(made)
            continue
        # Refused: a second row that says the same is refused as well, and not taken for told.
        del responses[row.line]
    refused = tuple(sorted(dict.fromkeys(findings.items), key=lambda f: f.location))
    return Form(
        sheet.path, tuple(rows), responses, tuple(known_lines), tuple(changed), tuple(declined),
        tuple(repeated), refused, len(filled) + len({f.location.line for f in sheet.refused}), told,
    )  # fmt: skip


def _named_in(rows: Iterable[Mapping[str, str]], known: Known) -> dict[str, str]:
    """The organisations of the form itself, but for those that are not to be named."""
    found: dict[str, str] = {}
    for cells in rows:
        if not cells.get("organisation"):
            continue
        try:
            if read_state(cells, Location(""), known.status) is SignatoryStatus.WITHHELD:
                continue
            name, _ = clean_words("organisation", cells["organisation"], Location(""))
        except InvalidInput:
            continue
        if len(name) > 3:
            found.setdefault(folded(name), name)
    return found
