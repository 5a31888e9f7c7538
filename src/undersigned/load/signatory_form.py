"""A sign-on form's export, read whole: which responses are new, which known, which refused.

Every row of the sheet ends in one of these lists; none is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from undersigned.errors import Finding, Findings, InvalidInput, Location
from undersigned.load.columns import Columns
from undersigned.load.date_column import DateColumn, Moment
from undersigned.load.form_columns import is_unasked
from undersigned.load.form_response import Earlier, Response, read_responses
from undersigned.load.known_organisations import folded
from undersigned.load.response_match import Found, match_responses
from undersigned.load.sheet import Sheet
from undersigned.load.signatory_row import ELSEWHERE, FormRow, Known, read_form_row
from undersigned.load.signatory_state import read_state
from undersigned.load.signatory_text import clean_words
from undersigned.load.signatory_told import Told
from undersigned.model.roster import SignatoryStatus

__all__ = ["ChangedResponse", "Form", "read_form"]


@dataclass(frozen=True)
class ChangedResponse:
    """A response that was imported before and says something else now: the fields, what all of
    its cells say, and the digits of the marks that its row has."""

    line: int
    fields: tuple[str, ...]
    cells: Mapping[str, str]
    moment: Moment | None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """What was read. `known` are lines of responses that were imported before, `changed` some of
    them; `declined` do not consent to sign, `refusals` are the same with their cells; `repeated`
    say the same as an earlier line. `doubts` are, by line, earlier responses that one may be;
    `marks` the digits of the marks that known ones had, `gone` those of which no row stands.
    `alarms` are findings about rows that nothing else is done with."""

    path: str
    total: int
    told: Told
    rows: tuple[FormRow, ...]
    responses: Mapping[int, Response]
    known: tuple[int, ...]
    changed: tuple[ChangedResponse, ...]
    declined: tuple[int, ...]
    repeated: tuple[tuple[int, int], ...]
    refused: tuple[Finding, ...]
    refusals: tuple[ChangedResponse, ...] = ()
    doubts: Mapping[int, Found] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()
    gone: tuple[int, ...] = ()
    alarms: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """The form's file, as evidence names it."""
        return PurePosixPath(self.path).name


def read_form(
    sheet: Sheet,
    columns: Columns,
    dates: DateColumn,
    known: Known,
    before: Sequence[Earlier],
) -> Form:
    """The form's responses; `before` is what the history knows of earlier ones."""
    filled = [
        (row, moment)
        for row, moment in zip(sheet.rows, dates.moments, strict=True)
        if any(row.cells)
    ]
    moments = [moment for _, moment in filled]
    responses = read_responses([row for row, _ in filled], columns, moments, known.form)
    first = {response.itself: response for response in reversed(responses)}
    found = match_responses(
        sorted(first.values(), key=lambda response: response.line),
        before,
        organisations=known.signs == "organisations",
    )
    cells = [{m.field: row.cells[m.column] for m in columns.matches} for row, _ in filled]
    rest = [index for index in columns.left_out if not is_unasked(sheet, index)]
    known = replace(known, organisations={**known.organisations, **_named_in(cells, known)})
    sorting = _Sorting(sheet.path, known, first, found, Findings(list(sheet.refused)))
    for (row, moment), response, said in zip(filled, responses, cells, strict=True):
        elsewhere = "\n".join(row.cells[index] for index in rest)
        sorting.take(response, {**said, ELSEWHERE: elsewhere}, moment)
    refused_lines = {finding.location.line for finding in sheet.refused}
    form = sorting.form(len(filled) + len(refused_lines))
    sure = {line: one.earlier for line, one in found.items() if not one.why}
    gone = tuple(line for line in form.known if not sure[line].standing)
    return replace(form, marks=frozenset(one.mark for one in sure.values()), gone=gone)


@dataclass
class _Sorting:
    """Responses, one after the other, into their lists."""

    path: str
    organisations: Known
    first: Mapping[str, Response]
    found: Mapping[int, Found]
    findings: Findings
    told: Told = field(default_factory=Told)
    rows: list[FormRow] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    changed: list[ChangedResponse] = field(default_factory=list)
    refusals: list[ChangedResponse] = field(default_factory=list)
    repeated: list[tuple[int, int]] = field(default_factory=list)
    doubts: dict[int, Found] = field(default_factory=dict)
    taken: dict[int, Response] = field(default_factory=dict)

    def take(self, response: Response, cells: Mapping[str, str], moment: Moment | None) -> None:
        """One response."""
        place = Location(self.path, response.line)
        earlier = self.first[response.itself]
        found = self.found.get(response.line)
        if earlier is not response and earlier.parts != response.parts:
            said = f"the row has the id of line {earlier.line}, and says something else"
            self.findings.add(place, "row", said, "give each response its own")
        elif earlier is not response and earlier.line in self.taken:
            self.repeated.append((response.line, earlier.line))
        elif found is not None and not found.why:
            self.taken[response.line] = response
            self.known.append(response.line)
            if fields := response.differs(found.earlier.parts):
                changed = ChangedResponse(
                    response.line, fields, cells, moment, (found.earlier.mark,)
                )
                self.changed.append(changed)
        else:
            with self.findings.gather():
                self._read(response, cells, moment, found)

    def _read(
        self,
        response: Response,
        cells: Mapping[str, str],
        moment: Moment | None,
        found: Found | None,
    ) -> None:
        line = response.line
        row = read_form_row(cells, Location(self.path, line), moment, self.organisations, self.told)
        # A second row that says the same as one that was refused is refused as well.
        self.taken[line] = response
        if row is not None:
            self.rows.append(row)
            if found is not None:
                self.doubts[line] = found
            return
        marks = (response.mark, *([found.earlier.mark] if found is not None else []))
        self.refusals.append(ChangedResponse(line, (), cells, moment, marks))

    def form(self, total: int) -> Form:
        """All of them."""
        refused = sorted(dict.fromkeys(self.findings.items), key=lambda f: f.location)
        return Form(
            self.path,
            total,
            self.told,
            rows=tuple(self.rows),
            responses=self.taken,
            known=tuple(self.known),
            changed=tuple(self.changed),
            declined=tuple(response.line for response in self.refusals),
            refusals=tuple(self.refusals),
            doubts=self.doubts,
            repeated=tuple(self.repeated),
            refused=tuple(refused),
        )


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
