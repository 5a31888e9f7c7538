"""SignedText: the text that is put before those who sign. OpenText: how it went on from there.

What the roster, a recipient or the clock fills in stands in it as its expression, so that a new
signature is no new text.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from undersigned.errors import Location
from undersigned.model.roster import Roster, Signatory, WithheldRow

__all__ = ["OpenText", "Paragraph", "SignedText", "Step", "TextVersion", "short_digest"]

_SHORT = 12
_FURTHEST_AHEAD = dt.timedelta(hours=14)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, heading, list item or note as plain words, and where it was written."""

    words: str
    location: Location


@dataclass(frozen=True)
class SignedText:
    """A document's text in one language."""

    language: str
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of its words, in hexadecimal; where they stand in a file is no part of it."""
        words = "\n\n".join(paragraph.words for paragraph in self.paragraphs)
        return hashlib.sha256(words.encode()).hexdigest()


class Step(StrEnum):
    """What made a version: the text was opened, those who had signed were asked again, the change
    was declared editorial, or a translation was added."""

    OPENED = "opened"
    ASKED_AGAIN = "asked-again"
    EDITORIAL = "editorial"
    TRANSLATED = "translated"


@dataclass(frozen=True)
class TextVersion:
    """The text as it stood from a moment (in UTC) on; `by` is who said so, `reason` why."""

    step: Step
    on: dt.datetime
    by: str
    reason: str
    texts: tuple[SignedText, ...]

    @cached_property
    def digest(self) -> str:
        """The SHA-256 over the digests of its languages."""
        lines = sorted(f"{text.language} {text.digest}\n" for text in self.texts)
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def find(self, language: str) -> SignedText | None:
        """The text in a language, or None."""
        return next((text for text in self.texts if text.language == language), None)


@dataclass(frozen=True)
class OpenText:
    """The text that a roster signs, version by version, the latest last. `hushed` are paragraphs
    that name somebody who cannot be named by now: no message repeats their words."""

    roster: str
    document: str
    versions: tuple[TextVersion, ...]
    location: Location
    hushed: frozenset[str] = frozenset()

    @property
    def latest(self) -> TextVersion:
        """The version that holds now."""
        return self.versions[-1]

    @property
    def asked(self) -> int:
        """The version (from 0) from which on a signature is for this text: what came after it
        changed nothing that would have to be asked."""
        steps = [version.step for version in self.versions]
        return max(i for i, step in enumerate(steps) if step in (Step.OPENED, Step.ASKED_AGAIN))

    def version_of(self, row: Signatory | WithheldRow) -> int | None:
        """The version that a row signed, by its digest or, where it has none, by its day; None
        where its digest is that of another text."""
        if row.signed_text:
            known = [short_digest(version) for version in self.versions]
            found = [index for index, short in enumerate(known) if short == row.signed_text]
            return found[-1] if found else None
        if row.signed_on is None:
            return 0
        # Of the day itself it is not known whether it was before or after.
        later = [i for i, v in enumerate(self.versions) if row.signed_on > v.on.date()]
        return max(later, default=0)

    def version_at(self, day: dt.date | None, time: str = "") -> int:
        """The version that was there for certain when somebody answered on a day, at a time
        (HH:MM) of an unknown zone; the first where the day is not known."""
        if day is None:
            return 0
        hours, _, minutes = time.partition(":")
        clock = dt.time(int(hours), int(minutes)) if minutes else dt.time()
        # Nowhere are clocks further ahead of UTC.
        earliest = dt.datetime.combine(day, clock, dt.UTC) - _FURTHEST_AHEAD
        return max((i for i, v in enumerate(self.versions) if v.on <= earliest), default=0)

    def outdated(self, roster: Roster) -> tuple[Sequence[Signatory], Sequence[WithheldRow]]:
        """The rows whose signature is not for the text that holds now."""

        def is_outdated(row: Signatory | WithheldRow) -> bool:
            version = self.version_of(row)
            return version is None or version < self.asked

        return (
            [row for row in roster.signatories if is_outdated(row)],
            [row for row in roster.withheld_rows if is_outdated(row)],
        )


def short_digest(version: TextVersion) -> str:
    """How a row of a roster names the version that it signed: no spreadsheet takes it for a
    number."""
    return f"t{version.digest[:_SHORT]}"
