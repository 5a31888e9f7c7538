"""`undersigned recipients show`: Tell all that is known of one recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from undersigned import load
from undersigned.cli import clock, complete, report
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here
from undersigned.cli.record_facts import Sheet
from undersigned.errors import Findings, InvalidInput, NotFound
from undersigned.load.recipient_entry import nearest_record
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
    ],
)
@click.argument("id_", metavar="ID", shell_complete=complete.recipients)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to tell it; text, unless told.",
)
@workspace_option
def command(id_: str, format_: str, workspace: Path | None) -> int:
    """Tell all that is known of one recipient.

    ID is that of the catalogue, or of somebody written out in a list. What is not known is
    named too. Each source comes with its age, and the last line says where to correct the
    record.
    """
    opened = open_here(workspace)
    catalogue = load.load_catalogue(opened)
    lists = _lists(opened)
    recipient = _find(opened, id_, lists)
    using = [
        a_list.name
        for a_list in lists
        if any(recipient.id in (other.id, other.record) for other in a_list.recipients)
    ]
    sheet = Sheet(recipient, catalogue, using, clock.now().date())
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
    if recipient.record:
        row = f"write a row with this id into {table_of(recipient.kind)}"
        report.say(f"to correct it, {row}")
    else:
        report.say(f"to correct it, change {recipient.location}")
