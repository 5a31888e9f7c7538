"""The program `undersigned`: the table of its commands, in the order in which one meets them.

A command is added with its module and one line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from undersigned import __version__
from undersigned.cli.lazy import LazyGroup, Stub

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["program"]

_STUBS: Mapping[str, Stub] = {
    "init": Stub("undersigned.cli.init:init", "Write a new workspace with a worked example."),
    "new": Stub("undersigned.cli.new:new", "Draft a document."),
    "render": Stub("undersigned.cli.render:render", "Make PDF, HTML and labels of documents."),
    "check": Stub("undersigned.cli.check:check", "Tell what is wrong in the files."),
    "list": Stub("undersigned.cli.listing:list_", "List what the workspace holds."),
    "recipients": Stub(
        "undersigned.cli.recipients:recipients", "Fill recipient lists and look after them."
    ),
    "signatories": Stub(
        "undersigned.cli.signatories:signatories", "Fill rosters and look after them."
    ),
    "schema": Stub("undersigned.cli.schema:schema", "Print the JSON Schema of a kind of file."),
    "doctor": Stub("undersigned.cli.doctor:doctor", "Tell whether this machine has what it takes."),
    "completion": Stub("undersigned.cli.completion:completion", "Print a script for the shell."),
}


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"undersigned {__version__}")
        ctx.exit()


def _program(**_: Any) -> None:
    """Draft letters of coalitions and make PDF and HTML of them."""


program = LazyGroup(
    "undersigned",
    stubs=_STUBS,
    callback=_program,
    help=_program.__doc__,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help="Show the version and end.",
        )
    ],
    examples=[
        ("undersigned init my-campaigns", "Begin: a folder with a sample campaign."),
        ("undersigned render", "Make PDF and HTML of every document, into output/."),
        ("undersigned render --help", "Tell all about one command."),
    ],
)
