"""`undersigned recipients import`: Make a recipient list of somebody's table or contacts."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from undersigned.cli import report
from undersigned.cli.lazy import Command
from undersigned.cli.list_name import check_list_name
from undersigned.cli.mapping import given_columns, settled_columns, tell_columns
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here, shown
from undersigned.cli.source_file import open_source
from undersigned.cli.target import count, hide_folder, refused_lines
from undersigned.errors import Finding, InvalidInput
from undersigned.load.columns import knows
from undersigned.load.formats import read_file
from undersigned.load.recipient_columns import FIELDS, IGNORED, NAMING
from undersigned.load.recipient_import import import_recipients, settle_names
from undersigned.load.recipients import LIST_FOLDERS, list_paths
from undersigned.publish import write_file

if TYPE_CHECKING:
    from undersigned.load import Workspace
    from undersigned.load.recipient_import import Imported

__all__ = ["command"]

_HIDDEN = "Whom you write to, with addresses that are nobody else's business."


@click.command(
    "import",
    cls=Command,
    examples=[
        (
            "undersigned recipients import members.xlsx members-of-congress",
            "Writes recipients/members-of-congress.csv.",
        ),
        (
            "undersigned recipients import contacts.csv press --map name=Kontakt --map office=",
            "Says which column is the name, and leaves the office out.",
        ),
        (
            "undersigned recipients import legislators-current.yaml congress --force",
            "The same list anew, from newer data.",
        ),
        (
            "undersigned recipients import contacts.vcf press --private",
            "Writes recipients/private/press.csv, which git ignores.",
        ),
    ],
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("list_", metavar="LIST")
@click.option(
    "--map",
    "maps",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Take this column for this field; nothing after the = leaves the field out.",
)
@click.option("--encoding", help="The encoding of the text, such as windows-1252; found out.")
@click.option("--sheet", help="The sheet of a workbook; the first with something in it.")
@click.option(
    "--private", is_flag=True, help="Write into recipients/private/, where git does not look."
)
@click.option("--force", is_flag=True, help="Replace the list of this name.")
@workspace_option
def command(
    file: Path,
    list_: str,
    *,
    maps: tuple[str, ...],
    private: bool,
    force: bool,
    workspace: Path | None,
    **options: str | None,
) -> int:
    """Make a recipient list of somebody's table or contacts.

    FILE is CSV, TSV, XLSX, XLS or ODS with columns in any order, the YAML or CSV of
    unitedstates/congress-legislators, Popolo JSON, or vCard, in any common encoding. LIST is
    the name of the new list. Which column is what is guessed and told; what is doubtful is
    asked for, or taken from --map. Fields: name, given, family, honorific, post_nominals,
    office, institution, chamber, address (or street, postcode, town, state), country,
    language, email, website, salutation, close, id. A row that cannot be taken is refused
    with its line and its reason, and the others are written.
    """
    opened = open_here(workspace)
    target = _target(opened, list_, private=private, force=force)
    source = open_source(opened, file, encoding=options["encoding"], sheet=options["sheet"])
    read = read_file(source, knows(FIELDS, IGNORED))
    for told in read.notes:
        report.note(told)
    given = given_columns(read, FIELDS, maps)
    columns = settled_columns(read, FIELDS, IGNORED, given, settle_names, NAMING)
    tell_columns(read, columns)
    made = import_recipients(opened, target.stem, read, columns)
    for told in made.notes:
        report.note(told)
    report.findings(made.doubts, err=True)
    report.findings(made.refused, err=True)
    if made.count:
        if private:
            hide_folder(opened.root / LIST_FOLDERS[True], _HIDDEN)
        write_file(opened.root / target, made.text.encode())
        report.say(shown(opened.root / target))
    report.note(_summary(made))
    if made.has_emails and not private:
        said = "this list holds e-mail addresses"
        report.note(f"{said}: --private writes it where git does not look")
    return 0 if made.count and not made.refused else 1


def _target(workspace: Workspace, name: str, *, private: bool, force: bool) -> PurePosixPath:
    """Where the list goes. Raises a usage error for what is no name, and `InvalidInput` where a
    list of this name is there already."""
    plain = name.removesuffix(".csv")
    check_list_name(plain)
    target = PurePosixPath(LIST_FOLDERS[private], f"{plain}.csv")
    for path in list_paths(workspace, plain):
        own = path == workspace.root / target
        if not (path.exists() or path.is_symlink()) or (own and force):
            continue
        said, hint = "is there already, and is not overwritten", "replace it with --force"
        if not own:
            said, hint = "is there already", "choose another name, or move it away"
        raise InvalidInput([Finding(workspace.place(path), "exists", said, hint)])
    return target


def _summary(made: Imported) -> str:
    written = f"{count(made.count, 'recipient')} written"
    refused = refused_lines(made.refused)
    return f"{written}, {refused} refused" if refused else written
