"""`undersigned recipients check`: Tell whom the post would not reach, and what is old."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from undersigned import load
from undersigned.cli import clock, complete, report
from undersigned.cli.lazy import Command
from undersigned.cli.options import findings_format_option, workspace_option
from undersigned.cli.place import open_here
from undersigned.cli.table import say_rows
from undersigned.errors import Finding, Findings, InvalidInput, Location, NotFound
from undersigned.load.catalogue import read_catalogue
from undersigned.load.recipients import load_recipient_list
from undersigned.proof.coverage import coverage_of
from undersigned.proof.recipient import Scrutiny, check_recipients, check_same_person
from undersigned.publish import safe_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from undersigned.load import Workspace
    from undersigned.model.recipient import Recipient

__all__ = ["command"]

_COLUMNS = (
    "group", "records", "native_name", "seats", "presiding_title", "address", "website", "email",
    "checked",
)  # fmt: skip


@click.command(
    "check",
    cls=Command,
    examples=[
        ("undersigned recipients check", "Every list of the workspace."),
        ("undersigned recipients check seven-parliaments", "One list."),
        ("undersigned recipients check --catalogue", "Every record of the catalogue."),
        ("undersigned recipients check --coverage", "How much of the catalogue is filled."),
    ],
)
@click.argument("lists", nargs=-1, metavar="[LIST]...", shell_complete=complete.recipient_lists)
@click.option("--catalogue", is_flag=True, help="The records of the catalogue, and no list.")
@click.option(
    "--coverage",
    is_flag=True,
    help="Print how many parliaments and chambers have what, by group of countries.",
)
@findings_format_option
@workspace_option
def command(lists: tuple[str, ...], format_: str, **options: Any) -> int:
    """Tell whom the post would not reach, and what is old.

    Without a LIST it is every list of the workspace. Told are records older than a year
    (stale_after_days in undersigned.toml says otherwise), recipients without address and
    e-mail, bodies that share an inbox, titles that stand in a name, persons whom no form of
    address can greet, somebody who is in a list twice, and two recipients whose letters would
    be one file. The exit code is 1 where a letter could not be made.
    """
    if lists and (options["catalogue"] or options["coverage"]):
        what = "--catalogue" if options["catalogue"] else "--coverage"
        raise click.UsageError(f"{what} looks at the catalogue, and takes no list")
    try:
        workspace = open_here(options["workspace"])
        load.load_catalogue(workspace)
        if options["catalogue"]:
            # For those who correct the tables that ship: they are read whole here and in the tests.
            read_catalogue(workspace)
    except InvalidInput as error:
        # Settings and tables are files of the user's like any other.
        _tell(error.findings, format_, 0, "recipient")
        return 1
    if options["coverage"]:
        return _say_coverage(workspace, format_)
    if options["catalogue"]:
        return _check_catalogue(workspace, format_)
    return _check_lists(workspace, _known(workspace, lists), format_)


def _known(workspace: Workspace, lists: Sequence[str]) -> Sequence[str]:
    """The lists to look at. Tells every name that is none, and raises for the last."""
    known = load.list_names(workspace)
    unknown = [
        NotFound("recipient list", name, ["recipients/"], known)
        for name in lists
        if name not in known
    ]
    for missing in unknown[:-1]:
        report.complain(str(missing))
    if unknown:
        raise unknown[-1]
    return tuple(dict.fromkeys(lists)) or known


def _check_lists(workspace: Workspace, names: Sequence[str], format_: str) -> int:
    catalogue = load.load_catalogue(workspace)
    findings = Findings()
    everybody: list[Recipient] = []
    for name in names:
        with findings.gather(Location(f"recipients/{name}")):
            recipients = load_recipient_list(workspace, name, catalogue, findings).recipients
            findings.items += _same_file(recipients)
            findings.items += check_same_person(recipients)
            everybody += recipients
    findings.items += check_recipients(everybody, _scrutiny(workspace, in_lists=True))
    return _tell(findings.sorted(), format_, len(names), "list")


def _check_catalogue(workspace: Workspace, format_: str) -> int:
    findings = Findings()
    records = []
    table = load.load_catalogue(workspace).records
    for id_ in table:
        with findings.gather():
            records.append(table[id_])
    findings.items += _same_file(records)
    findings.items += check_recipients(records, _scrutiny(workspace, in_lists=False))
    return _tell(findings.sorted(), format_, len(records), "record")


def _scrutiny(workspace: Workspace, *, in_lists: bool) -> Scrutiny:
    forms = load.load_catalogue(workspace).forms
    days, language = workspace.stale_after_days, workspace.language
    return Scrutiny(clock.now().date(), days, forms, language, in_lists)


def _same_file(recipients: Sequence[Recipient]) -> Iterator[Finding]:
    """A finding for each recipient whose letter would be the file of an earlier one's."""
    taken: dict[str, Recipient] = {}
    for recipient in recipients:
        # Some file systems take "A" and "a" for one name.
        first = taken.setdefault(safe_name(recipient.id).casefold(), recipient)
        if first is not recipient:
            yield Finding(
                recipient.location,
                "same-file-name",
                f'letters to "{recipient.name}" and "{first.name}" would be written to one file',
                f"that one stands at {first.location}: give one of them another id",
            )


def _say_coverage(workspace: Workspace, format_: str) -> int:
    rows = [coverage.row() for coverage in coverage_of(load.load_catalogue(workspace))]
    say_rows(rows, "json" if format_ == "json" else "table", _COLUMNS)
    return 0


def _tell(findings: Sequence[Finding], format_: str, number: int, noun: str) -> int:
    told = Findings(list(findings))
    if format_ == "json":
        report.say_json([report.as_json(finding) for finding in findings])
    else:
        report.findings(findings)
        report.summary(findings, number, noun)
    return 1 if told.has_errors else 0
