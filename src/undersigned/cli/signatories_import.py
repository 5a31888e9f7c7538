"""`undersigned signatories import`: Take the responses of a sign-on form into a roster."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from undersigned import load
from undersigned.cli import clock, complete, questions, report
from undersigned.cli.actor import actor, by_option
from undersigned.cli.import_told import question_text, tell_form, tell_import
from undersigned.cli.lazy import Command
from undersigned.cli.list_name import check_list_name
from undersigned.cli.mapping import confirm_columns, settled_columns, tell_columns
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here, shown
from undersigned.cli.source_file import open_source
from undersigned.cli.target import count, hide_folder
from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.columns import knows
from undersigned.load.decisions import DECISIONS, decision, read_decisions
from undersigned.load.form_response import remembered
from undersigned.load.formats import spreadsheet
from undersigned.load.history import read_history
from undersigned.load.known_organisations import known_organisations
from undersigned.load.roster_table import read_roster_table, roster_path
from undersigned.load.signatory_columns import FIELDS, IGNORED, NAMING
from undersigned.load.signatory_form import dates_of, read_form, rows_of_both, settle_columns
from undersigned.load.signatory_import import Answers, take_over
from undersigned.load.signatory_match import find_matches
from undersigned.load.signatory_row import Known
from undersigned.load.signed_text import current_text
from undersigned.model.history import Event
from undersigned.model.roster import SignatoryStatus
from undersigned.publish.history import append_history
from undersigned.publish.roster import write_roster

if TYPE_CHECKING:
    from collections.abc import Mapping

    from undersigned.load import Workspace
    from undersigned.load.columns import Columns
    from undersigned.load.date_column import DateColumn
    from undersigned.load.roster_table import RosterTable
    from undersigned.load.sheet import Sheet
    from undersigned.load.signatory_form import Form
    from undersigned.load.signatory_import import Imported
    from undersigned.load.signatory_match import Match

__all__ = ["command"]

_HIDDEN = "Who signs, where that is nobody else's business."
_STATES = ("confirmed", "invited", "withheld")


@dataclass(frozen=True)
class _Task:
    """What goes into which roster."""

    workspace: Workspace
    table: RosterTable
    sheet: Sheet
    columns: Columns
    options: Mapping[str, Any]


@click.command(
    "import",
    cls=Command,
    examples=[
        (
            "undersigned signatories import responses.csv dam-letter",
            "Adds what is new to signatories/dam-letter.csv.",
        ),
        (
            "undersigned signatories import responses.xlsx dam-letter --dry-run",
            "Tells what it would do.",
        ),
        (
            'undersigned signatories import r.csv dam --map "organisation=Who are you?"',
            "Says which column names the organisation.",
        ),
        (
            "undersigned signatories import r.csv dam --same 0c1d2e3f4a5b",
            "Settles a doubtful duplicate, for good.",
        ),
    ],
)
@click.argument("form", type=click.Path(path_type=Path))
@click.argument("roster", shell_complete=complete.rosters)
@click.option(
    "--map",
    "maps",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Take this column for this field; nothing after the = leaves the field out.",
)
@click.option(
    "--signs",
    type=click.Choice(["organisations", "people"]),
    help="Who signs where a response names an organisation and a person.",
)
@click.option(
    "--dates", type=click.Choice(["dmy", "mdy"]), help="Is 03/10 in October (dmy) or March (mdy)?"
)
@click.option(
    "--status",
    type=click.Choice(_STATES),
    default="confirmed",
    help="The state of new rows, where the form says nothing else; confirmed, unless told.",
)
@click.option(
    "--same", multiple=True, metavar="KEY", help="These two are one signatory; remembered."
)
@click.option(
    "--different", multiple=True, metavar="KEY", help="These two are two signatories; remembered."
)
@click.option("--encoding", help="The encoding of the text, such as windows-1252; found out.")
@click.option("--sheet", help="The sheet of a workbook; the first with something in it.")
@click.option(
    "--private", is_flag=True, help="Write under signatories/private/, where git does not look."
)
@by_option
@click.option("--dry-run", is_flag=True, help="Tell what would happen, and write nothing.")
@workspace_option
def command(form: Path, roster: str, **options: Any) -> int:
    """Take the responses of a sign-on form into a roster.

    FORM is CSV, TSV, XLSX, XLS or ODS, as form builders and campaign tools export it, with
    columns in any order. Which column is what is guessed and told; what is doubtful is asked
    for, or taken from --map. Fields: organisation, acronym, name, person, given, family, kind,
    title, affiliation, country, group, url, email, logo, signed_on, evidence, note, contact,
    publish, anonymous, consent, response, status, sort_key, id. The same form may be imported
    again: what is known already is left as it is, and what somebody corrected by hand too.
    """
    workspace = open_here(options["workspace"])
    name = _roster_name(workspace, roster, private=options["private"])
    table = read_roster_table(workspace, name, new_ok=True)
    source = open_source(workspace, form, encoding=options["encoding"], sheet=options["sheet"])
    sheet = spreadsheet.read(source, knows(FIELDS, IGNORED))
    for told in sheet.notes:
        report.note(told)
    task = _Task(workspace, table, sheet, _columns(workspace, sheet, options["maps"]), options)
    read = _form(task)
    tell_form(read)
    made, said = _taken_over(task, read)
    if not options["dry_run"]:
        _write(task, read, made, said)
    tell_import(read, made, table.shown)
    if options["dry_run"]:
        report.note("nothing was written")
    elif "email" in made.table.header and not name.startswith("private/") and made.new:
        told = "this roster holds e-mail addresses"
        report.note(f"{told}: --private writes one where git does not look")
    return 1 if made.held or made.refused or not read.total else 0


def _roster_name(workspace: Workspace, typed: str, *, private: bool) -> str:
    """The roster's name, "private/…" where it lies there. Raises a usage error for what is no
    name, and `InvalidInput` where the other folder has one of this name."""
    plain = typed.removesuffix(".csv").removeprefix("private/")
    check_list_name(plain)
    private = private or typed.startswith("private/")
    name, other = (f"private/{plain}", plain) if private else (plain, f"private/{plain}")
    path = roster_path(workspace, other)
    if path.exists() and not roster_path(workspace, name).exists():
        said = "there is a roster of this name here already"
        hint = "leave --private out" if private else f"import into {other}, or choose another name"
        raise InvalidInput([Finding(workspace.place(path), "exists", said, hint)])
    return name


def _columns(workspace: Workspace, sheet: Sheet, maps: tuple[str, ...]) -> Columns:
    """Which column is what, told, and confirmed where somebody sits there."""
    ids = [entry.id for entry in load.load_directory(workspace).entries]
    settled = [option.partition("=")[0].strip() for option in maps]

    def settle(sheet: Sheet, columns: Columns) -> Columns:
        return settle_columns(sheet, columns, ids, settled)

    columns = settled_columns(sheet, FIELDS, IGNORED, maps, settle, NAMING, filled_only=True)
    tell_columns(sheet, columns)
    confirm_columns(sheet, columns)
    return columns


def _form(task: _Task) -> Form:
    """The form's rows, read; doubts about who signs and about dates are settled first."""
    known = Known(
        signs=_signs(task),
        status=SignatoryStatus(task.options["status"]),
        form=Path(task.sheet.path).name,
        organisations=known_organisations(load.load_directory(task.workspace), task.table.rows),
    )
    dates = _dates(task)
    events = read_history(task.workspace, task.table.name)
    before = remembered(text for event in events for text in event.items("responses"))
    form = read_form(task.sheet, task.columns, dates, known, before)
    if not form.total:
        finding = Finding(
            Location(task.sheet.path), "empty", "there is no row below the header",
            "is it the right file?",
        )  # fmt: skip
        form = replace(form, refused=(*form.refused, finding))
    return form


def _signs(task: _Task) -> Any:
    lines = rows_of_both(task.sheet, task.columns)
    if task.options["signs"] or not lines:
        if not lines and not task.options["signs"]:
            # A contact beside an organisation is none who signs.
            return "organisations"
        return task.options["signs"]
    said = f"{count(len(lines), 'row')} name an organisation and a person, from line {lines[0]} on"
    if not questions.can_ask():
        hint = "say which of them signs: --signs organisations (the person is their contact)"
        raise click.UsageError(f"{said}; {hint} or --signs people (they are affiliated with it)")
    report.note(said)
    question = questions.Question(
        "signs", "Who signs", "organisations", ("organisations", "people")
    )
    return questions.answers([question], {})["signs"]


def _dates(task: _Task) -> DateColumn:
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


def _taken_over(task: _Task, form: Form) -> tuple[Imported, dict[str, bool]]:
    """The roster with the form's rows, and what was said of doubtful pairs, by key."""
    options, directory = task.options, load.load_directory(task.workspace)
    decided = read_decisions(task.workspace)
    same, different = frozenset(options["same"]), frozenset(options["different"])
    fresh = {key: said for key, said in decided.items() if key not in same | different}
    matches = find_matches(form.rows, task.table, directory, fresh)
    _check_answers(same, different, matches, decided)
    text = current_text(task.workspace, task.table.name)
    answers = Answers(same, different)
    asked: set[str] = set()
    while True:
        made = take_over(task.workspace, task.table, form, matches, answers, text)
        open_ = {
            match.handle: match
            for held in made.held
            for match in held.matches
            if not held.why and match.handle not in asked
        }
        if not open_ or not questions.can_ask() or options["dry_run"]:
            break
        for handle, match in open_.items():
            asked.add(handle)
            answers = _ask(match, answers, task.table.shown)
    said = {
        match.key: match.handle in answers.same or match.key in answers.same
        for found in matches.values()
        for match in found
        if answers.of(match) is not None and not (match.certain and match.key not in same)
    }
    return made, said


def _ask(match: Match, answers: Answers, shown_as: str) -> Answers:
    report.note(question_text(match, shown_as))
    question = questions.Question(
        "same", "Are they one signatory", "later", ("same", "different", "later")
    )
    answer = questions.answers([question], {})["same"]
    if answer == "same":
        return replace(answers, same=answers.same | {match.handle})
    if answer == "different":
        return replace(answers, different=answers.different | {match.handle})
    return answers


def _check_answers(
    same: frozenset[str],
    different: frozenset[str],
    matches: Mapping[int, list[Match]],
    decided: Mapping[str, bool],
) -> None:
    """Raise a usage error for a key that no question of this form has."""
    known = {name for found in matches.values() for m in found for name in (m.key, m.handle)}
    for option, keys in (("--same", same), ("--different", different)):
        for key in sorted(keys - known - set(decided)):
            said = f'{option}: no doubtful pair of this form is called "{key}"'
            raise click.BadOptionUsage(option, said)
    if both := same & different:
        raise click.UsageError(f'"{min(both)}" is given to --same and to --different')


def _write(task: _Task, form: Form, made: Imported, said: Mapping[str, bool]) -> None:
    """Write the roster, and what is to be remembered of it."""
    root, name = task.workspace.root, task.table.name
    by, moment = actor(task.options["by"], root), clock.now()
    append_history(root, name, ())
    if made.table.data() != task.table.data():
        if task.options["private"]:
            hide_folder(task.table.path.parent, _HIDDEN)
        if task.table.read is not None and "status" not in task.table.header:
            report.note("the roster had no column status: it has now, and its rows are confirmed")
        write_roster(made.table)
        report.say(shown(task.table.path))
    lines = (*made.new, *(line for line, _ in (*made.known, *made.merged)))
    responses = [form.responses[line].text for line in sorted(lines)]
    events = [
        Event(moment, by, what, rows)
        for what, rows in (("confirmed", made.confirmed), ("withheld", made.withheld))
        if rows
    ]
    if responses:
        events.insert(0, Event(moment, by, "imported", made.rows, {"responses": responses}))
    append_history(root, name, events)
    decisions = [decision(moment, by, key, same=same) for key, same in said.items()]
    if decisions:
        append_history(root, DECISIONS, decisions)
