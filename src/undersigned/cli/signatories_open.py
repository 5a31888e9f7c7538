"""`undersigned signatories open`: Put a text before those who sign, and keep it as they see it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from undersigned import load
from undersigned.cli import clock, complete, report
from undersigned.cli.actor import actor, by_option
from undersigned.cli.lazy import Command
from undersigned.cli.letters import Selection, load_dossiers
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here, shown
from undersigned.compose.signed_text import compose_signed_text
from undersigned.errors import Finding, Findings, InvalidInput, TextChanged
from undersigned.load.roster import load_withheld
from undersigned.load.roster_table import read_roster_table
from undersigned.load.signed_text import load_open_text, open_text_data, open_text_path
from undersigned.load.withheld_name import as_read
from undersigned.model.history import Event, fingerprint
from undersigned.model.roster import SignatoryStatus
from undersigned.model.signed_text import OpenText, Step, TextVersion, short_digest
from undersigned.proof.signed_text import tell_unsigned
from undersigned.publish import write_file
from undersigned.publish.history import append_history
from undersigned.publish.roster import write_roster

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undersigned.load import Workspace
    from undersigned.model.dossier import Dossier
    from undersigned.model.signed_text import SignedText

__all__ = ["command"]


@click.command(
    "open",
    cls=Command,
    examples=[
        (
            "undersigned signatories open senate senate-2024/open-letter",
            "From now on the text is kept; who signs, signs this one.",
        ),
        (
            "undersigned signatories open senate senate-2024/open-letter --ask-again",
            "The text changed: those who signed are invited again.",
        ),
        (
            'undersigned signatories open senate senate-2024/open-letter --editorial "two commas"',
            "The text changed, but nothing that would have to be asked.",
        ),
    ],
)
@click.argument("roster", shell_complete=complete.rosters)
@click.argument("document", metavar="CAMPAIGN/DOCUMENT", shell_complete=complete.documents)
@click.option(
    "--ask-again",
    is_flag=True,
    help="The text changed: those who had confirmed are set back to invited.",
)
@click.option(
    "--editorial",
    metavar="REASON",
    help="The text changed or a translation came, and the signatures hold: what, and why.",
)
@by_option
@workspace_option
def command(
    roster: str,
    document: str,
    *,
    ask_again: bool,
    editorial: str | None,
    by: str | None,
    workspace: Path | None,
) -> int:
    """Put a text before those who sign, and keep it as they see it.

    The text of the document is written to signatories/texts/, in all its languages, with its
    digest. What the roster, a recipient or the clock fills in is kept as its expression, so that
    a new signature is no new text. When a later edit changes it, `render` stops for a final
    document (exit code 3) and names the sentences and who had signed, until they are asked again
    or the change is declared editorial.
    """
    if ask_again and editorial is not None:
        raise click.UsageError("--ask-again and --editorial exclude each other")
    if editorial is not None and not editorial.strip():
        raise click.UsageError("--editorial takes the reason, in words")
    opened = open_here(workspace)
    dossiers = _dossiers(opened, roster, document)
    before = _before(opened, roster, dossiers[0])
    texts = tuple(compose_signed_text(dossier) for dossier in dossiers)
    who = actor(by, opened.root)
    _check_reason(opened, roster, editorial or "")

    def version(step: Step, reason: str = "") -> TextVersion:
        return TextVersion(step, clock.now().astimezone(dt.UTC), who, reason, texts)

    name = dossiers[0].document.id
    place = opened.place(open_text_path(opened, roster))
    if before is None:
        if ask_again or editorial is not None:
            raise click.UsageError(f'no text is open for "{roster}": nothing can have changed')
        made = OpenText(roster, name, (version(Step.OPENED),), place)
    else:
        step = _step(before, texts, dossiers, ask_again=ask_again, editorial=editorial)
        if step is None and before.document == name:
            report.note(f"{name} is open as it stands: {short_digest(before.latest)}")
            if editorial is not None:
                report.note("nothing has changed that would have to be declared")
            if ask_again:
                _ask_again(opened, before, who)
            return 0
        new = (version(step, editorial or ""),) if step else ()
        made = OpenText(roster, name, (*before.versions, *new), place)
    _write(opened, made)
    if ask_again:
        _ask_again(opened, made, who)
    return 0


def _dossiers(workspace: Workspace, roster: str, document: str) -> list[Dossier]:
    findings = Findings()
    names = load.select_documents(workspace, (document,))
    if len(names) != 1 or str(names[0]) != document:
        raise click.UsageError(f'"{document}" is a campaign: name one document of it')
    dossiers = load_dossiers(workspace, Selection((document,)), findings)
    findings.raise_errors()
    for dossier in dossiers:
        style = dossier.document.signatures
        if style is None or style.roster != roster:
            said = f'the document does not name the roster "{roster}"'
            hint = f"write signatories: {roster}"
            raise InvalidInput([Finding(dossier.document.location, "signed-text", said, hint)])
    return dossiers


def _check_reason(workspace: Workspace, roster: str, reason: str) -> None:
    """Refuse a reason that would tell whom the roster withholds: it is kept, and printed."""
    names = load_withheld(workspace, roster, load.load_directory(workspace))
    row = next((name.row for name in names if name.stands_in(as_read(reason))), None)
    if row is not None:
        raise click.UsageError(f"--editorial: the reason names somebody whom {row} withholds")


def _before(workspace: Workspace, roster: str, dossier: Dossier) -> OpenText | None:
    """What is open already. Raises `InvalidInput` where it is the text of another document."""
    before = load_open_text(workspace, roster)
    if before is None or before.document == dossier.document.id:
        return before
    if before.document in {str(name) for name in load.documents(workspace)}:
        said = f'the roster "{roster}" signs {before.document} already'
        hint = "a roster says who signs one document: write another one for this"
        raise InvalidInput([Finding(before.location, "signed-text", said, hint)])
    return before


def _step(
    before: OpenText,
    texts: Sequence[SignedText],
    dossiers: Sequence[Dossier],
    *,
    ask_again: bool,
    editorial: str | None,
) -> Step | None:
    """What the new version is, None where nothing is new. Raises `TextChanged`."""
    found = {text.language: before.latest.find(text.language) for text in texts}
    signed = {language: old for language, old in found.items() if old is not None}
    # Where none of its languages was signed, the text as a whole was not.
    changed = not signed or any(
        text.digest != signed[text.language].digest for text in texts if text.language in signed
    )
    if not changed and len(signed) == len(texts):
        return None
    if ask_again:
        return Step.ASKED_AGAIN
    roster = dossiers[0].roster
    assert roster is not None
    nobody = not (roster.signatories or roster.withheld_rows)
    if editorial is not None or (nobody and not changed):
        return Step.EDITORIAL if changed else Step.TRANSLATED
    raise TextChanged(
        finding
        for dossier, text in zip(dossiers, texts, strict=True)
        if text.language not in signed or text.digest != signed[text.language].digest
        for finding in tell_unsigned(
            dossier.open_text or before, roster, text, dossier.document.location
        )
    )


def _write(workspace: Workspace, made: OpenText) -> None:
    path = open_text_path(workspace, made.roster)
    write_file(path, open_text_data(made))
    latest = made.latest
    said = {"document": made.document, "text": short_digest(latest), "reason": latest.reason}
    _remember(workspace, made.roster, Event(latest.on, latest.by, str(latest.step), (), said))
    report.say(shown(path))
    languages = ", ".join(text.language for text in latest.texts)
    report.note(f"{made.document} ({languages}): {latest.step}, {short_digest(latest)}")
    table = read_roster_table(workspace, made.roster)
    confirmed = sum(row.status is SignatoryStatus.CONFIRMED for row in table.rows)
    if latest.step is Step.OPENED and confirmed:
        report.note(f"{confirmed} confirmed before: they are taken to have signed this text")


def _ask_again(workspace: Workspace, made: OpenText, who: str) -> None:
    """Set back to invited those who confirmed an earlier text, also where that was broken off;
    whom the roster withholds stays withheld, and is told by line."""
    roster = load.load_roster(workspace, made.roster, load.load_directory(workspace))
    signatories, withheld = made.outdated(roster)
    table = read_roster_table(workspace, made.roster)
    asked = [table.at(signatory.location.line) for signatory in signatories]
    if asked:
        invited = {"status": str(SignatoryStatus.INVITED)}
        write_roster(table.changed_all(dict.fromkeys((row.line for row in asked), invited)))
        prints = tuple(fingerprint(row["id"], row["name"]) for row in asked)
        said = {"from": "confirmed", "to": "invited"}
        _remember(workspace, made.roster, Event(clock.now(), who, "invited", prints, said))
    report.note(f"{len(asked)} set back to invited: they sign again, or not")
    if withheld:
        lines = ", ".join(str(row.location.line) for row in withheld)
        places = f"line{'' if len(withheld) == 1 else 's'} {lines}"
        unnamed = f"{len(withheld)} who cannot be named signed the earlier text ({places})"
        report.note(
            f"{unnamed}: ask, then "
            f"`undersigned signatories withhold {made.roster} LINE --signed-again`, or withdraw"
        )


def _remember(workspace: Workspace, roster: str, event: Event) -> None:
    append_history(workspace.root, roster, [event])
