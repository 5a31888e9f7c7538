"""`undersigned list`: what one may name in a document, and what there is already.

Not called `list.py`: as a submodule it would hide the built-in `list` in its package.
"""

from __future__ import annotations

from typing import Any

import click

from undersigned.cli import complete, report, rows
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here
from undersigned.cli.recipient_filter import FILTERS, filter_options
from undersigned.cli.table import FORMATS, say_rows

__all__ = ["list_"]


@click.command(
    "list",
    cls=Command,
    examples=[
        ("undersigned list recipients", "Everybody whom one can write to."),
        ("undersigned list recipients seven-parliaments", "The members of one list."),
        ("undersigned list recipients --region asean --role lower", "The lower chambers of ASEAN."),
        ("undersigned list recipients --find Bundestag", "By name in any language, or by code."),
        ("undersigned list signatories --format csv", "The directory, for a spreadsheet."),
        ("undersigned list blocks", "The text blocks, with their parameters."),
    ],
)
@click.argument("what", metavar="WHAT", type=click.Choice(tuple(rows.COLLECTIONS)))
@click.argument("name", required=False, shell_complete=complete.lists_and_rosters)
@filter_options
@click.option(
    "--find",
    metavar="TEXT",
    help="Recipients that the text means, the best first: a name in English or in a language "
    "of its own, a country, a code. Spelling is forgiven.",
)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", help="How to print it."
)
@workspace_option
def list_(what: str, name: str | None, format_: str, **options: Any) -> int:
    """List what the workspace holds.

    WHAT is recipients, signatories, blocks, documents, kinds, layouts, regions or labels. After
    the first two the NAME of a recipient list or a roster lists its members alone. The options
    that pick recipients narrow each other and take several values, with commas between them.
    Private columns (e-mail, note, evidence) are in no list, and whom a roster withholds is not
    in its list.
    """
    collection = rows.COLLECTIONS[what]
    if name and not collection.named:
        raise click.UsageError(f"`list {what}` takes no name")
    for option in (*FILTERS, "find"):
        if options[option] and what != "recipients":
            raise click.UsageError(f"--{option} goes with `list recipients`")
    found = collection.find(open_here(options["workspace"]), name, options)
    say_rows(found, format_, collection.columns)
    if not found and options["find"] is not None and format_ == "table":
        report.note(
            "    try fewer words, or another name; `undersigned list regions` lists the groups of "
            "countries"
        )
    return 0
