"""`undersigned recipients show`: Tell all that is known of one recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from undersigned import load
from undersigned.cli import clock, complete, report
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here, shown
from undersigned.cli.record_facts import Sheet
from undersigned.errors import Finding, Findings, InvalidInput, NotFound
from undersigned.load.catalogue_row import find_rows
from undersigned.load.nearest import nearest_of_country, nearest_record
from undersigned.load.recipients import load_recipient_list
from undersigned.load.search import find_records
from undersigned.proof.recipient import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from undersigned.load import Workspace
    from undersigned.model.recipient import Recipient, RecipientList

__all__ = ["command"]


@click.command(
    "show",
    cls=Command,
    examples=[
        ("undersigned recipients show us-lower/speaker", "With source, age and how to greet."),
        ("undersigned recipients show gb --format json", "For another program."),
        (
            "undersigned recipients show nz-single --format csv > nz.csv",
            "The row of the catalogue, to correct it.",
        ),
    ],
)
@click.argument("id_", metavar="ID", shell_complete=complete.recipients)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help="How to tell it; text, unless told.",
)
@workspace_option
def command(id_: str, format_: str, workspace: Path | None) -> int:
    """Tell all that is known of one recipient.

    ID is that of the catalogue, or of somebody written out in a list. What is not known is
    named too. Each source comes with its age, and the last line says where to correct the
    record. As CSV it is the row that counts, as its table has it: yours, or the one that ships.
    """
    opened = open_here(workspace)
    lists = _lists(opened)
    recipient = _find(opened, id_, lists)
    if format_ == "csv":
        _say_row(opened, recipient)
        return 0
    using = [
        a_list.name
        for a_list in lists
        if any(recipient.id in (other.id, other.record) for other in a_list.recipients)
    ]
    sheet = Sheet(recipient, opened, using, clock.now().date())
    if format_ == "json":
        report.say_json(sheet.as_json())
    else:
        _say(sheet)
    return 0


def _lists(workspace: Workspace) -> Sequence[RecipientList]:
    """Every list that can be read. Of the others it is told how one finds out why."""
    catalogue = load.load_catalogue(workspace)
    lists = []
    for name in load.list_names(workspace):
        try:
            lists.append(load_recipient_list(workspace, name, catalogue, Findings()))
        except InvalidInput:
            report.note(
                f"the list {name} cannot be read; `undersigned recipients check {name}` tells why"
            )
    return lists


def _find(workspace: Workspace, id_: str, lists: Sequence[RecipientList]) -> Recipient:
    """The recipient. Raises `NotFound` with the nearest."""
    catalogue = load.load_catalogue(workspace)
    record = catalogue.find(id_)
    if record is not None:
        return record
    written_out = {r.id: r for a_list in lists for r in a_list.recipients}
    if id_ in written_out:
        return written_out[id_]
    records = catalogue.records.values()
    everybody = (*records, *written_out.values())
    hint = nearest_of_country(id_, everybody)
    if not hint:
        meant = find_records(id_, everybody)
        hint = f'did you mean "{meant[0].id}"?' if meant else nearest_record(id_, everybody)
    raise NotFound("recipient", id_, hint=hint or "`undersigned list recipients` lists them")


def _say(sheet: Sheet) -> None:
    recipient = sheet.recipient
    facts = list(sheet.facts())
    width = max(len(fact.label) for fact in facts)
    report.say(click.style(recipient.id, bold=True))
    for fact in facts:
        value = fact.value or click.style("not known", dim=True)
        report.say(f"  {fact.label:<{width}}  {value}")
    if not recipient.record or sheet.is_own(recipient):
        report.say(f"to correct it, change {recipient.location}")
    else:
        row = f"`undersigned recipients show {recipient.id} --format csv`"
        table = table_of(recipient.kind)
        report.say(f"to correct it, write its row, which {row} prints, into {table}")


def _say_row(workspace: Workspace, recipient: Recipient) -> None:
    """The row that counts, and beside it where it is from and where it goes. Raises
    `InvalidInput` for somebody who stands in no table."""
    rows = find_rows(workspace, recipient)
    if not rows:
        said = f'"{recipient.name}" is written out here, and has no row in the catalogue'
        hint = "correct it here; --format json tells what is known"
        raise InvalidInput([Finding(recipient.location, "recipient", said, hint)])
    row = rows[0]
    target = workspace.root / table_of(recipient.kind)
    # Before the row is printed: a shell that prints it into the table has emptied that.
    beside = ", under the rows that are there" if _has_rows(target) else ""
    report.say(row.as_csv().rstrip("\n"))
    if target == workspace.root / row.place.path:
        report.note(f"this is the row of {shown(target)}, line {row.place.line}: correct it there")
        return
    report.note(f"this is the row that ships; corrected, it goes into {shown(target)}{beside}")


def _has_rows(table: Path) -> bool:
    return table.is_file() and table.stat().st_size > 0
