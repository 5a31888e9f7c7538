"""What an invitation is about: the text that is open for those who sign, and whom they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from undersigned import load
from undersigned.cli import report
from undersigned.compose.signed_text import compose_signed_text
from undersigned.errors import Finding, InvalidInput, Level, Location, NotFound, TextChanged
from undersigned.load.email_address import ascii_address
from undersigned.load.roster_table import read_roster_table
from undersigned.load.signed_text import load_open_text
from undersigned.model.invitation import one_line
from undersigned.proof.signed_text import RULE, tell_changes
from undersigned.render.invitation import Mailbox

if TYPE_CHECKING:
    from undersigned.errors import Findings
    from undersigned.load import Workspace
    from undersigned.model.document import Document
    from undersigned.model.dossier import Dossier
    from undersigned.model.signed_text import OpenText

__all__ = ["invitation_dossier", "reply_mailbox"]


def invitation_dossier(workspace: Workspace, roster: str, language: str | None) -> Dossier:
    """The document whose text is open for the roster, in the language, or the workspace's.

    Raises `NotFound` for a roster that is not there, `InvalidInput` where no text is open, or
    none in this language, and `TextChanged` where it is no longer the one that was opened.
    """
    table = read_roster_table(workspace, roster)
    opened = load_open_text(workspace, roster)
    command = f"undersigned signatories open {roster}"
    if opened is None:
        said = "no text is open for those who sign: nobody can be asked to sign it"
        hint = f"{command} CAMPAIGN/DOCUMENT"
        raise InvalidInput([Finding(table.place(), "signed-text", said, hint)])
    (name,) = load.select_documents(workspace, (opened.document,))
    wanted = language or workspace.language
    if wanted not in load.document_languages(workspace, name):
        there = load.document_languages(workspace, name)
        raise NotFound("language", wanted, (), there, f"{name} is written in {', '.join(there)}")
    dossier = load.load_dossier(workspace, name, wanted)
    report.findings(dossier.remarks, err=True)
    _check_text(dossier, opened)
    return dossier


def _check_text(dossier: Dossier, opened: OpenText) -> None:
    document = dossier.document
    now = compose_signed_text(dossier)
    signed = opened.latest.find(now.language)
    command = f"undersigned signatories open {opened.roster} {opened.document}"
    if signed is None:
        said = f'the text in the language "{now.language}" was not there when it was opened'
        raise InvalidInput([Finding(document.location, "signed-text", said, command)])
    if signed.digest != now.digest:
        hushed = dossier.open_text.hushed if dossier.open_text else frozenset()
        changes = tell_changes(signed, now, document.location, Level.ERROR, hushed)
        said = "the text is no longer the one that was opened: nobody is asked to sign it"
        hint = f'{command} --ask-again; or --editorial "what changed, and why it changes nothing"'
        raise TextChanged([*changes, Finding(document.location, RULE, said, hint)])


def reply_mailbox(given: str | None, document: Document, findings: Findings) -> Mailbox | None:
    """Where answers go: what was given, else the first contact with an e-mail address.

    What is no address is a usage error where it was given, else in `findings`.
    """
    if given is not None:
        try:
            return Mailbox("", ascii_address(given))
        except ValueError as error:
            raise click.UsageError(f"--reply-to: {error}") from error
    contact = next((contact for contact in document.contacts if contact.email), None)
    if contact is None:
        return None
    place: Location = contact.name.location
    try:
        return Mailbox(one_line(str(contact.name)), ascii_address(contact.email))
    except ValueError as error:
        findings.add(place, "email", str(error), "correct the contact, or give --reply-to")
        return None
