"""The files of the invitations to sign one document: where they go, and what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned.cli import clock
from undersigned.compose.invitation import Mailing, compose_for_invited
from undersigned.publish import output_path, safe_name, write_file
from undersigned.render import render, suffix
from undersigned.render.invitation import Mailbox, write_mail

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from undersigned.load import Workspace
    from undersigned.model.dossier import Dossier
    from undersigned.model.invitation import Invitee

__all__ = ["Drafts"]

_FOLDER = "invitations"


class Drafts:
    """The drafts to all who are invited, as files in one folder."""

    def __init__(
        self,
        workspace: Workspace,
        dossier: Dossier,
        roster: str,
        folder: Path,
        day: dt.date,
        *,
        again: bool,
    ) -> None:
        self._workspace = workspace
        moment, created = clock.now(), clock.fixed_moment()
        self._letter = compose_for_invited(dossier, day, now=moment, created=created)
        self._mailing = Mailing(self._letter, dossier, day, again=again)
        self._stem = f"{safe_name(roster)}-line-"
        letter = self._letter
        self._folder = folder / letter.campaign / letter.document / _FOLDER

    def path(self, invitee: Invitee) -> Path:
        """Where the draft goes: its name says which row it is for, and nobody's name."""
        return self._folder / f"{self._stem}{invitee.location.line}.eml"

    def write(self, invitees: Sequence[Invitee], reply_to: Mailbox | None) -> None:
        """All drafts, each made before the first is written.

        Raises `RenderFailed` and `InvalidInput` where the text or the wording cannot be set.
        """
        letter = self._letter
        pdf = render(letter, "pdf_numbered", self._workspace.layers)
        name = output_path(letter, suffix("pdf_numbered"), self._workspace.language).name
        mails = [
            write_mail(
                self._mailing.to(invitee),
                to=Mailbox(invitee.name, invitee.email) if invitee.email else None,
                reply_to=reply_to,
                language=letter.language,
                file_name=name,
                pdf=pdf,
            )
            for invitee in invitees
        ]
        for invitee, mail in zip(invitees, mails, strict=True):
            write_file(self.path(invitee), mail)

    def left_over(self, invitees: Sequence[Invitee]) -> list[Path]:
        """Drafts of the same roster that lie there and are to none of these."""
        made = {self.path(invitee) for invitee in invitees}
        there = self._folder.glob(f"{self._stem}*.eml") if self._folder.is_dir() else ()
        return sorted(set(there) - made)
