"""`undersigned recipients new`: Write a list of recipients from the catalogue, to edit."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import click
from babel.dates import format_date

from undersigned import load
from undersigned.cli import clock, report
from undersigned.cli.lazy import Command
from undersigned.cli.list_draft import by_country, list_as_csv, list_as_yaml, missing_countries
from undersigned.cli.list_name import check_list_name
from undersigned.cli.options import CommaList, workspace_option
from undersigned.cli.place import open_here, shown
from undersigned.cli.questions import NONE, Question, answers, can_ask
from undersigned.cli.recipient_filter import FILTERS, filter_from, filter_options, words_of
from undersigned.errors import Finding, Findings, InvalidInput
from undersigned.load.recipient_group import presides
from undersigned.load.recipients import list_paths, load_recipient_list
from undersigned.model.recipient import RecipientKind
from undersigned.publish import write_new_files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from undersigned.cli.recipient_filter import RecipientFilter
    from undersigned.load import Workspace
    from undersigned.model.recipient import Recipient

__all__ = ["command"]

_FOLDER = "recipients"
_MANY = 12


@click.command(
    "new",
    cls=Command,
    examples=[
        (
            "undersigned recipients new asean --region asean --role lower,single",
            "The chambers to write to in ASEAN.",
        ),
        (
            "undersigned recipients new neighbours --country TH,Laos,VN --title Neighbours",
            "The parliaments of three countries.",
        ),
        ("undersigned recipients new francophone --language fr --format csv", "As a table."),
    ],
)
@click.argument("list_", metavar="LIST")
@filter_options
@click.option("--title", help="What the list is called; made from LIST, unless told.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["yaml", "csv"]),
    default="yaml",
    help="What to write; yaml, unless told.",
)
@workspace_option
def command(list_: str, format_: str, **options: Any) -> int:
    """Write a list of recipients from the catalogue, to edit.

    The options say who is in it; they narrow each other and take several values, with commas
    between them. It is parliaments unless --kind says otherwise, and chambers where --role is
    given. Of a parliament's offices it is those that preside. The list is recipients/LIST.yaml, one
    recipient a line, by country. Nothing that is there already is overwritten.
    """
    _check(list_, format_, options["title"])
    workspace = open_here(options["workspace"])
    _check_free(workspace, list_)
    options |= _asked(workspace, options)
    wanted = _wanted(workspace, options)
    records = _records(workspace)
    found = by_country(wanted.among(records))
    if not found:
        report.complain("the catalogue has nobody who is all of that", "ask for less")
        return 1
    if format_ == "csv":
        text = list_as_csv(found)
    else:
        title = options["title"] or re.sub(r"[-_]", " ", list_).capitalize()
        text = list_as_yaml(found, title.strip(), _made(list_, options))
    path = PurePosixPath(_FOLDER, f"{list_}.{format_}")
    for written in write_new_files(workspace.root, {path: text.encode()}):
        report.say(shown(written))
    report.note(f"{len(found)} {'recipient' if len(found) == 1 else 'recipients'} by country")
    _tell_missing(wanted, found, records)
    return _look_at(workspace, list_)


def _check(list_: str, format_: str, title: str | None) -> None:
    check_list_name(list_)
    if title is not None and not title.strip():
        raise click.UsageError("--title is empty")
    if title is not None and format_ == "csv":
        raise click.UsageError("a table has no title: leave --title out, or write --format yaml")


def _check_free(workspace: Workspace, list_: str) -> None:
    # A table beside a list of the same name would be passed over unseen.
    for path in list_paths(workspace, list_):
        if path.exists() or path.is_symlink():
            place = workspace.place(path)
            said = "is there already, and is not overwritten"
            hint = "choose another name, or move it away first"
            raise InvalidInput([Finding(place, "exists", said, hint)])


def _asked(workspace: Workspace, options: Mapping[str, Any]) -> Mapping[str, Any]:
    """What somebody at a terminal answers, where no option says who is in the list."""
    if any(options[name] for name in FILTERS):
        return {}
    if not can_ask():
        named = "\n".join(f"  --{name}" for name in FILTERS)
        raise click.UsageError(f"nobody is here to be asked, so say who is in it:\n{named}")
    regions = (*load.load_catalogue(workspace).regions, NONE)
    region = answers([Question("region", "Region", NONE, regions, choice="region")], {})["region"]
    if region != NONE:
        kinds = [kind.value for kind in RecipientKind]
        kind = Question("kind", "Kind", RecipientKind.PARLIAMENT.value, kinds, choice="kind")
        return _typed({"region": region, **answers([kind], {})})
    country = Question("country", "Countries, with commas between them", "")
    return _typed(answers([country], {}))


def _typed(said: Mapping[str, str]) -> Mapping[str, Any]:
    return {name: (CommaList().convert(words, None, None),) for name, words in said.items()}


def _records(workspace: Workspace) -> Sequence[Recipient]:
    """Whom a list may name without a person's name: of a parliament's offices those that
    preside, and no member of it."""
    records = load.load_catalogue(workspace).records
    bodies = {record.id for record in records.values() if record.kind is RecipientKind.BODY}
    return [record for record in records.values() if presides(record) or record.of in bodies]


def _wanted(workspace: Workspace, options: Mapping[str, Any]) -> RecipientFilter:
    wanted = filter_from(workspace, options)
    if not wanted.kinds:
        kind = RecipientKind.CHAMBER if wanted.roles else RecipientKind.PARLIAMENT
        return replace(wanted, kinds=(kind.value,))
    whole = [kind for kind in wanted.kinds if kind in ("parliament", "body")]
    if wanted.roles and whole:
        raise click.UsageError(
            f"a {whole[0]} has no role: leave --role out, or write --kind chamber or office"
        )
    return wanted


def _made(list_: str, options: Mapping[str, Any]) -> str:
    """How the list was made, and when: a comment for whoever makes it anew."""
    words = ["undersigned", "recipients", "new", list_]
    for name in FILTERS:
        if said := words_of(options, name):
            words += [f"--{name}", ",".join(said)]
    day = format_date(clock.now().date(), "d MMMM y", locale="en")
    return f"Made on {day}: {' '.join(shlex.join(words).split())}"


def _tell_missing(
    wanted: RecipientFilter, found: Sequence[Recipient], records: Sequence[Recipient]
) -> None:
    unknown, unmatched = missing_countries(wanted, found, records)
    kinds = " or ".join(wanted.kinds)
    if unknown:
        report.note(f"the catalogue has no {kinds} of {_listed(unknown)}")
    if unmatched:
        report.note(f"left out, having no {kinds} that is all of that: {_listed(unmatched)}")
        if wanted.roles and "single" not in wanted.roles:
            roles = ",".join((*wanted.roles, "single"))
            report.note(f"    for parliaments of one chamber: --role {roles}")


def _listed(names: Sequence[str]) -> str:
    further = len(names) - _MANY
    return ", ".join(names[:_MANY]) + (f" and {further} more" if further > 0 else "")


def _look_at(workspace: Workspace, list_: str) -> int:
    """Read what was written, as a document would."""
    opened = load.open_workspace(workspace.root)
    findings = Findings()
    with findings.gather():
        load_recipient_list(opened, list_, load.load_catalogue(opened), findings)
    report.findings(findings.sorted(), err=True)
    return 1 if findings.has_errors else 0
