"""`undersigned signatories import`: Take the responses of a sign-on form into a roster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from undersigned import load
from undersigned.cli import clock, complete, report
from undersigned.cli.actor import actor, by_option
from undersigned.cli.doubtful_pairs import settle_pairs
from undersigned.cli.form_reading import Task, form_columns, form_of
from undersigned.cli.import_told import tell_form, tell_import
from undersigned.cli.lazy import Command
from undersigned.cli.left_names import tell_left_names
from undersigned.cli.list_name import check_list_name
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here, shown
from undersigned.cli.source_file import open_source
from undersigned.cli.target import hide_folder
from undersigned.errors import Finding, InvalidInput
from undersigned.load.changed_consent import with_changed_consent
from undersigned.load.columns import knows
from undersigned.load.decisions import DECISIONS, decision
from undersigned.load.formats import spreadsheet
from undersigned.load.new_acronyms import new_acronyms
from undersigned.load.roster_table import read_roster_table, roster_path
from undersigned.load.signatory_columns import FIELDS, IGNORED
from undersigned.model.history import Event
from undersigned.publish.history import append_history
from undersigned.publish.roster import write_roster

if TYPE_CHECKING:
    from collections.abc import Mapping

    from undersigned.load import Workspace
    from undersigned.load.signatory_form import Form
    from undersigned.load.signatory_outcome import Imported

__all__ = ["command"]

_HIDDEN = "Who signs, where that is nobody else's business."
_STATES = ("confirmed", "invited", "withheld")


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
    help="Take this column for this field; nothing after the = leaves the field out, "
    "ignore=COLUMN one column.",
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
@click.option("--again", is_flag=True, help="Take responses anew whose rows the roster has lost.")
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
    source = open_source(
        workspace, form, encoding=options["encoding"], sheet=options["sheet"], samples=False
    )
    sheet = spreadsheet.read(source, knows(FIELDS, IGNORED))
    for told in sheet.notes:
        report.note(told)
    task = Task(workspace, table, sheet, form_columns(workspace, sheet, options["maps"]), options)
    read = form_of(task)
    made, said, hushed = settle_pairs(task, read)
    read = with_changed_consent(read, table)
    tell_form(read, made, hushed)
    if not options["dry_run"]:
        _write(task, read, made, said)
    acronyms = new_acronyms(table, made.table, load.load_directory(workspace))
    tell_import(read, made, table.shown, acronyms)
    if options["dry_run"]:
        report.note("nothing was written")
    elif not name.startswith("private/"):
        _tell_public(made)
    if made.withheld and not options["dry_run"]:
        # Read anew: the roster is another one by now.
        tell_left_names(open_here(options["workspace"]))
    return 1 if made.held or made.refused or read.alarms else 0


def _tell_public(made: Imported) -> None:
    """What a roster that git keeps should not hold."""
    new = made.table.rows[len(made.table.rows) - len(made.new) :]
    if "email" in made.table.header and new:
        told = "this roster holds e-mail addresses"
        report.note(f"{told}: --private writes one where git does not look")
    if made.withheld or not all(row.may_be_named for row in new):
        report.note(
            f"a name that is withheld stands in {made.table.shown}, which git keeps: move the "
            "roster into signatories/private/, where git does not look"
        )


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


def _write(task: Task, form: Form, made: Imported, said: Mapping[str, bool]) -> None:
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
    responses = [form.responses[line].text(made.of.get(line, "")) for line in sorted(lines)]
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
