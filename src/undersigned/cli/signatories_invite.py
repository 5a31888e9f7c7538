"""`undersigned signatories invite`: Draft a mail to each who is invited, with the text to sign."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from undersigned.cli import clock, complete, report
from undersigned.cli.actor import actor, by_option
from undersigned.cli.invitation_drafts import Drafts
from undersigned.cli.invitation_text import invitation_dossier, reply_mailbox
from undersigned.cli.lazy import Command
from undersigned.cli.options import CommaList, workspace_option
from undersigned.cli.place import open_here, shown
from undersigned.cli.rendered import mark_of
from undersigned.errors import Findings
from undersigned.load.history import read_history
from undersigned.load.invitees import load_invitees
from undersigned.load.roster_table import read_roster_table
from undersigned.model.history import Event, Said
from undersigned.model.signed_text import short_digest
from undersigned.publish.history import append_history

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undersigned.load import Workspace
    from undersigned.model.document import Document
    from undersigned.model.dossier import Dossier
    from undersigned.model.invitation import Invitee

__all__ = ["command"]

_SHOWN = 5


@click.command(
    "invite",
    cls=Command,
    examples=[
        (
            "undersigned signatories invite senate --answer-by 2026-12-01",
            "A draft to each who is invited, to look at and to send.",
        ),
        ("undersigned signatories invite senate --lang fr --only 12,17", "To two, in French."),
        ("undersigned signatories invite senate --remind", "To those who have not answered."),
    ],
)
@click.argument("roster", shell_complete=complete.rosters)
@click.option(
    "--answer-by",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day to answer by, as 2026-12-01; the document's sign_on_by, unless told.",
)
@click.option(
    "--lang",
    "language",
    metavar="CODE",
    shell_complete=complete.languages,
    help="The language of the text and the mail; the workspace's, unless told.",
)
@click.option(
    "--only",
    type=CommaList(),
    multiple=True,
    metavar="ROW,ROW",
    help="These rows alone, each by its line, id, name or acronym.",
)
@click.option("--remind", is_flag=True, help="Those alone who have had an invitation before.")
@click.option(
    "--reply-to",
    metavar="ADDRESS",
    help="Where answers go; the first e-mail address of the document's contacts, unless told.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where to write; output/ in the workspace, unless told.",
)
@click.option("--dry-run", is_flag=True, help="Name the drafts; write nothing.")
@by_option
@workspace_option
def command(**options: Any) -> int:
    """Draft a mail to each who is invited, with the text to sign. Nothing is sent.

    Each draft is a file (.eml) that a mail program opens, in output/CAMPAIGN/DOCUMENT/invitations/,
    named after the line of its row: the text as it was opened for signature, the same as a PDF
    with its lines numbered, and the day to answer by. Nobody else of the roster is in it, neither
    by name nor counted. Where the text is not the one that was opened, no draft is made (exit
    code 3).
    """
    opened, roster = open_here(options["workspace"]), options["roster"]
    dossier = invitation_dossier(opened, roster, options["language"])
    day = _day(options["answer_by"], dossier.document)
    findings = Findings()
    reply_to = reply_mailbox(options["reply_to"], dossier.document, findings)
    typed = [row for rows in options["only"] for row in rows]
    invitees = load_invitees(opened, read_roster_table(opened, roster), typed, findings)
    findings.raise_errors()
    if options["remind"]:
        before = _asked_before(opened, roster)
        invitees = tuple(one for one in invitees if one.known_by & before)
    if not invitees:
        had = " has had an invitation" if options["remind"] else ""
        report.note(f"nobody who is invited{had}" if had else "nobody is invited")
        return 0
    folder = (options["output"] or opened.root / "output").absolute()
    drafts = Drafts(opened, dossier, roster, folder, day, again=options["remind"])
    if not options["dry_run"]:
        # Asked before anything is written: the history must not miss it.
        append_history(opened.root, roster, [])
        drafts.write(invitees, reply_to)
        files = [mark_of(opened, drafts.path(invitee)) for invitee in invitees]
        event = _event(dossier, invitees, day, actor(options["by"], opened.root), files)
        append_history(opened.root, roster, [event])
    for invitee in invitees:
        report.say(shown(drafts.path(invitee)))
    _tell(drafts, invitees)
    return 0


def _tell(drafts: Drafts, invitees: Sequence[Invitee]) -> None:
    """Who has no address, and what lies there of before: whoever sends a folder sends all of it."""
    without = [str(one.location.line) for one in invitees if not one.email]
    if without:
        lines = "line" if len(without) == 1 else "lines"
        report.note(f"without an e-mail address, and so without To: {lines} {', '.join(without)}")
    left = drafts.left_over(invitees)
    if left:
        names = ", ".join(shown(path) for path in left[:_SHOWN])
        more = f" and {len(left) - _SHOWN} more" if len(left) > _SHOWN else ""
        report.note(f"drafts of before, to delete unless they are still to be sent: {names}{more}")


def _day(given: dt.datetime | None, document: Document) -> dt.date:
    """The day to answer by; a usage error where there is none, or it is over."""
    day = given.date() if given else document.sign_on_by
    if day is None:
        raise click.UsageError(
            f"no day to answer by: give --answer-by DATE, or write sign_on_by: into {document.id}"
        )
    if day < clock.now().date():
        source = "--answer-by" if given else f"sign_on_by of {document.id}"
        raise click.UsageError(f"{source}: {day} is over")
    return day


def _asked_before(workspace: Workspace, roster: str) -> frozenset[str]:
    """The fingerprints of those to whom an invitation was drafted."""
    events = read_history(workspace, roster)
    return frozenset(
        row
        for event in events
        if event.what == "invited" and event.text("answer_by")
        for row in event.rows
    )


def _event(
    dossier: Dossier, invitees: Sequence[Invitee], day: dt.date, who: str, files: Sequence[str]
) -> Event:
    opened = dossier.open_text
    said: dict[str, Said] = {
        "document": dossier.document.id,
        "language": dossier.document.language,
        "answer_by": day.isoformat(),
        "text": short_digest(opened.latest) if opened else "",
        "drafts": tuple(files),
    }
    rows = tuple(invitee.fingerprint for invitee in invitees)
    return Event(clock.now().astimezone(dt.UTC), who, "invited", rows, said)
