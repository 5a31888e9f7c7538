"""`undersigned new`: a draft that renders at once, with as few questions as can be."""

from __future__ import annotations

from typing import Any

import click

from undersigned import load
from undersigned.cli import clock, complete, report
from undersigned.cli.lazy import Command
from undersigned.cli.letters import Selection, compose_letters, load_dossiers
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here, shown
from undersigned.cli.plan import Plan, plan
from undersigned.errors import Findings
from undersigned.publish import write_new_files

__all__ = ["new"]


@click.command(
    cls=Command,
    examples=[
        ("undersigned new open-letter senate-2024/open-letter", "Asks for the rest."),
        (
            "undersigned new letter senate-2024/thanks --title Thanks --signatories none",
            "Asks only to whom.",
        ),
        (
            "undersigned new open-letter senate-2025/open-letter --from senate-2024/open-letter",
            "Begins with last year's letter.",
        ),
        (
            "undersigned new open-letter senate-2024/open-letter --lang fr",
            "A translation of a letter that is there already.",
        ),
    ],
)
@click.argument("kind", shell_complete=complete.kinds)
@click.argument("name", metavar="CAMPAIGN/DOCUMENT")
@click.option("--title", help="The title.")
@click.option(
    "--lang",
    "--language",
    "language",
    shell_complete=complete.languages,
    help="The language; another than the workspace's makes a translation.",
)
@click.option(
    "--recipients",
    shell_complete=complete.recipient_lists,
    help="A list under recipients/, or ids of the catalogue (us,jp-lower), or none.",
)
@click.option(
    "--signatories",
    shell_complete=complete.rosters,
    help="A roster under signatories/, or none.",
)
@click.option("--close", help="How it ends; made from language and office, unless told.")
@click.option("--place", help="Where it is written.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day of the document; today, unless told.",
)
@click.option(
    "--from",
    "source",
    metavar="CAMPAIGN/DOCUMENT",
    shell_complete=complete.documents,
    help="Begin with an earlier document: its front matter and its text.",
)
@workspace_option
def new(kind: str, name: str, **options: Any) -> int:
    """Draft a document.

    Asks for title, language, recipients, signatories and close where no option says them. What
    it writes renders at once, as a draft. Nothing that is there already is overwritten.
    """
    for option in ("title", "close", "place"):
        words = options[option]
        if words is not None and not words.strip():
            raise click.BadOptionUsage(option, f"--{option} is empty.")
    workspace = open_here(options["workspace"])
    order = plan(workspace, load.load_kind(workspace, kind), name, options)
    files, put_aside = order.files(clock.now().date())
    for path in write_new_files(workspace.root, files):
        report.say(shown(path))
    if put_aside:
        report.note(f"made a comment, being of its day: {', '.join(put_aside)}")
    return _look_at(order)


def _look_at(order: Plan) -> int:
    """Read what was written, as `render` would: a copy may name what its new place lacks."""
    workspace = load.open_workspace(order.workspace.root)
    findings = Findings()
    selection = Selection((str(order.name),))
    compose_letters(load_dossiers(workspace, selection, findings), selection, findings)
    report.findings(findings.sorted(), err=True)
    if findings.has_errors:
        report.note(f"mend these, then: undersigned render {order.name}")
        return 1
    report.note(f"write on, then: undersigned render {order.name}")
    return 0
