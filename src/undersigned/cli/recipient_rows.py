"""Recipients as rows: those of one list, or everybody whom one can write to.

What a list says of somebody's address and e-mail may be private; the catalogue's is public. So
the rows hold the catalogue's alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned import load
from undersigned.compose.postal import postal_lines
from undersigned.errors import NotFound
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
    `InvalidInput` with the faults of the lists."""
    lists = load.load_recipient_lists(workspace)
    records = load.load_catalogue(workspace).records
    if name is None:
        written_out = [recipient for a_list in lists for recipient in a_list.recipients]
        everybody = {r.id: r for r in (*written_out, *records.values())}
        return [recipient for _, recipient in sorted(everybody.items())]
    known = {a_list.name: a_list for a_list in lists}
    if name not in known:
        meant = find_records(name, records.values())
        hint = f'`undersigned list recipients --find "{name}"` finds {meant[0].id}' if meant else ""
        raise NotFound("recipient list", name, ["recipients/"], known, hint)
    return list(known[name].recipients)


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
