"""How a sign-on form is read: which column is what, who signs, and what its dates mean.

What is doubtful is asked; where nobody is there, it is a usage error that names the option.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from undersigned import load
from undersigned.cli import clock, questions, report
from undersigned.cli.mapping import (
    confirm_columns,
    given_columns,
    ignored_columns,
    settled_columns,
    tell_columns,
)
from undersigned.errors import Finding, Location
from undersigned.load.consent_columns import consent_columns, count_answers
from undersigned.load.form_columns import dates_of, rows_of_both, settle_columns
from undersigned.load.form_response import remembered
from undersigned.load.history import read_history
from undersigned.load.known_organisations import known_organisations
from undersigned.load.signatory_columns import FIELDS, GUESSED, IGNORED, NAMING
from undersigned.load.signatory_form import read_form
from undersigned.load.signatory_row import Known
from undersigned.load.standing_rows import with_standing
from undersigned.model.roster import SignatoryStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from undersigned.load import Workspace
    from undersigned.load.columns import Columns
    from undersigned.load.date_column import DateColumn
    from undersigned.load.roster_table import RosterTable
    from undersigned.load.sheet import Sheet
    from undersigned.load.signatory_form import Form

__all__ = ["Task", "form_columns", "form_of"]


@dataclass(frozen=True)
class Task:
    """What goes into which roster."""

    workspace: Workspace
    table: RosterTable
    sheet: Sheet
    columns: Columns
    options: Mapping[str, Any]


def form_columns(workspace: Workspace, sheet: Sheet, maps: tuple[str, ...]) -> Columns:
    """Which column is what, told, and confirmed where somebody sits there."""
    ids = [entry.id for entry in load.load_directory(workspace).entries]
    ignored, others = ignored_columns(sheet, maps)
    given = given_columns(sheet, FIELDS, others)
    taken = ignored | {index for index in given.values() if index is not None}
    consent = consent_columns(sheet, FIELDS, IGNORED, taken, given)

    def settle(sheet: Sheet, columns: Columns) -> Columns:
        return settle_columns(sheet, columns, ids, consent, taken)

    columns = settled_columns(
        sheet, GUESSED, IGNORED, given, settle, NAMING,
        filled_only=True, left_out=ignored | consent.columns,
    )  # fmt: skip
    tell_columns(sheet, columns)
    _tell_consent(sheet, columns)
    confirm_columns(sheet, columns)
    return columns


def _tell_consent(sheet: Sheet, columns: Columns) -> None:
    """What the answers mean for the names, and how many there are of each, before anything is
    done: who has it the wrong way round sees it here."""
    for field, one, other in (
        ("publish", "may be named", "withheld"), ("anonymous", "withheld", "may be named"),
    ):  # fmt: skip
        index = columns.index(field)
        if index is None:
            continue
        named, hidden, unclear = count_answers(sheet, field, index)
        yes, no = (named, hidden) if field == "publish" else (hidden, named)
        said = f"{field}: yes = {one}: {_rows(yes)}; no = {other}: {_rows(no)}"
        report.note(f"{said}; not clear = refused: {_rows(unclear)}" if unclear else said)


def _rows(number: int) -> str:
    return f"{number} row{'' if number == 1 else 's'}"


def form_of(task: Task) -> Form:
    """The form's rows, read; doubts about who signs and about dates are settled first."""
    known = Known(
        signs=_signs(task),
        status=SignatoryStatus(task.options["status"]),
        form=Path(task.sheet.path).name,
        organisations=known_organisations(load.load_directory(task.workspace), task.table.rows),
    )
    dates = _dates(task)
    events = read_history(task.workspace, task.table.name)
    before = with_standing(
        remembered(text for event in events for text in event.items("responses")),
        task.table,
        load.load_directory(task.workspace),
        again=task.options["again"],
    )
    form = read_form(task.sheet, task.columns, dates, known, before)
    if not form.total:
        finding = Finding(
            Location(task.sheet.path), "empty", "there is no row below the header",
            "is it the right file?",
        )  # fmt: skip
        form = replace(form, refused=(*form.refused, finding))
    return form


def _signs(task: Task) -> Any:
    lines = rows_of_both(task.sheet, task.columns)
    if task.options["signs"] or not lines:
        if not lines and not task.options["signs"]:
            # A contact beside an organisation is none who signs.
            return "organisations"
        return task.options["signs"]
    names = "row names" if len(lines) == 1 else "rows name"
    said = f"{len(lines)} {names} an organisation and a person, from line {lines[0]} on"
    if not questions.can_ask():
        hint = "say which of them signs: --signs organisations (the person is their contact)"
        raise click.UsageError(f"{said}; {hint} or --signs people (they are affiliated with it)")
    report.note(said)
    question = questions.Question(
        "signs", "Who signs", "organisations", ("organisations", "people")
    )
    return questions.answers([question], {})["signs"]


def _dates(task: Task) -> DateColumn:
    today = clock.now().date()
    dates = dates_of(task.sheet, task.columns, today, task.options["dates"])
    if not dates.doubt:
        if dates.reason:
            order = "day/month" if dates.order == "dmy" else "month/day"
            report.note(f"dates are {order}: {dates.reason}")
        return dates
    if not questions.can_ask():
        said = f"day and month cannot be told apart: {dates.doubt}"
        raise click.UsageError(f"{said}; say it with --dates dmy or --dates mdy")
    report.note(f"day and month cannot be told apart: {dates.doubt}")
    question = questions.Question("dates", "Day or month first", "dmy", ("dmy", "mdy"))
    answer: Any = questions.answers([question], {})["dates"]
    return dates_of(task.sheet, task.columns, today, answer)
