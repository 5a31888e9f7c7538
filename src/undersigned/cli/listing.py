"""`undersigned list`: what one may name in a document, and what there is already.

Not called `list.py`: as a submodule it would hide the built-in `list` in its package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from undersigned.cli import complete, rows
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here
from undersigned.cli.table import FORMATS, say_rows
from undersigned.model.recipient import RecipientKind

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["list_"]


@click.command(
    "list",
    cls=Command,
    examples=[
        ("undersigned list recipients", "Everybody whom one can write to."),
        ("undersigned list recipients seven-parliaments", "The members of one list."),
        ("undersigned list recipients --kind parliament", "The parliaments of the catalogue."),
        ("undersigned list signatories --format csv", "The directory, for a spreadsheet."),
        ("undersigned list blocks", "The text blocks, with their parameters."),
    ],
)
@click.argument("what", metavar="WHAT", type=click.Choice(tuple(rows.COLLECTIONS)))
@click.argument("name", required=False, shell_complete=complete.lists_and_rosters)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in RecipientKind]),
    help="Recipients of this kind alone.",
)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", help="How to print it."
)
@workspace_option
def list_(
    what: str, name: str | None, kind: str | None, format_: str, workspace: Path | None
) -> int:
    """List what the workspace holds.

    WHAT is recipients, signatories, blocks, documents, kinds or layouts. After the first two
    the NAME of a recipient list or a roster lists its members alone. Private columns (e-mail,
    note, evidence) are in no list, and whom a roster withholds is not in its list.
    """
    collection = rows.COLLECTIONS[what]
    if name and not collection.named:
        raise click.UsageError(f"`list {what}` takes no name")
    if kind and what != "recipients":
        raise click.UsageError("--kind goes with `list recipients`")
    found = collection.find(open_here(workspace), name)
    if kind:
        found = [row for row in found if row["kind"] == kind]
    say_rows(found, format_, collection.columns)
    return 0
