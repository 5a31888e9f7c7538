"""Recipients as rows: those of one list, or everybody whom one can write to.

What a list says of somebody's address and e-mail may be private; the catalogue's is public. So
the rows hold the catalogue's alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned import load
from undersigned.cli import report
from undersigned.compose.postal import postal_lines
from undersigned.errors import Findings, NotFound
from undersigned.load.recipients import load_recipient_list
from undersigned.load.search import find_records

if TYPE_CHECKING:
    from undersigned.cli.table import Row
    from undersigned.load import Workspace
    from undersigned.model.catalogue import Catalogue
    from undersigned.model.recipient import Recipient

__all__ = ["COLUMNS", "contact_of", "find_recipients", "recipient_row"]

# What the table for the eye shows.
COLUMNS = ("id", "kind", "name", "country", "languages")


def find_recipients(workspace: Workspace, name: str | None) -> list[Recipient]:
    """The members of a list in its order, or everybody by id. Raises `NotFound`, and
    `InvalidInput` with the faults of the list; where everybody is asked for, a note says how
    many lists have faults."""
    catalogue = load.load_catalogue(workspace)
    if name is None:
        everybody = {r.id: r for r in (*_written_out(workspace), *catalogue.records.values())}
        return [recipient for _, recipient in sorted(everybody.items())]
    known = load.list_names(workspace)
    if name not in known:
        meant = find_records(name, catalogue.records.values())
        hint = f'`undersigned list recipients --find "{name}"` finds {meant[0].id}' if meant else ""
        raise NotFound("recipient list", name, ["recipients/"], known, hint)
    findings = Findings()
    members = load_recipient_list(workspace, name, catalogue, findings).recipients
    findings.raise_errors()
    return list(members)


def _written_out(workspace: Workspace) -> list[Recipient]:
    """The members of all lists, as far as they can be read."""
    catalogue = load.load_catalogue(workspace)
    found: list[Recipient] = []
    faulty = 0
    for name in load.list_names(workspace):
        findings = Findings()
        with findings.gather(workspace.place(workspace.root / "recipients")):
            found += load_recipient_list(workspace, name, catalogue, findings).recipients
        faulty += findings.has_errors
    if faulty:
        lists = "1 list has" if faulty == 1 else f"{faulty} lists have"
        report.note(f"{lists} faults; `undersigned recipients check` tells them")
    return found


def recipient_row(recipient: Recipient, catalogue: Catalogue) -> Row:
    """What is known of a recipient, for a table or another program."""
    record = catalogue.find(recipient.record) if recipient.record else None
    contact = contact_of(record, catalogue) if record else recipient
    return {
        "id": recipient.id,
        "kind": recipient.kind,
        "role": recipient.role,
        "name": recipient.name,
        "in_text": recipient.in_text,
        "country": recipient.country,
        "languages": recipient.languages,
        "source": recipient.source,
        "as_of": recipient.as_of,
        "checked": recipient.checked,
        "name_native": recipient.native_name or None,
        "of": recipient.of or None,
        "structure": recipient.structure or None,
        "level": recipient.level or None,
        "seats": recipient.seats or None,
        "website": record.website if record else None,
        "address": [str(line) for line in postal_lines(record)] if record else [],
        "contact_source": contact.contact_source,
        "contact_as_of": contact.contact_as_of,
    }


def contact_of(record: Recipient, catalogue: Catalogue) -> Recipient:
    """The record that the address stands in: an office has that of what it belongs to."""
    owner = catalogue.find(record.of) if record.of else None
    inherited = record.address is not None
    if owner and inherited and not record.contact_source and owner.address is record.address:
        return owner
    return record
