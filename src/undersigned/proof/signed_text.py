"""Whether the text is the one that was signed, by all who are named under it."""

from __future__ import annotations

from collections.abc import Iterator

from undersigned.compose.signed_text import compose_signed_text
from undersigned.compose.text_change import SentenceChange, alike, sentence_changes
from undersigned.errors import Finding, Level, Location
from undersigned.model.document import Status
from undersigned.model.dossier import Dossier
from undersigned.model.roster import Roster, Signatory, WithheldRow
from undersigned.model.signed_text import OpenText, SignedText

__all__ = ["OPENED", "RULE", "check_signed_text", "tell_changes", "tell_unsigned"]

RULE = "text-changed"
# What is wrong with the text that was opened for signature, found while it was read.
OPENED = "signed-text"
_MOST = 40
# A statement of its own may quote the letter; this much of it is no quotation.
_COPY = 0.5


def check_signed_text(dossier: Dossier) -> tuple[Finding, ...]:
    """What is no longer as it was signed: errors of a final document, warnings of a draft.

    Raises `InvalidInput` where the text cannot be composed.
    """
    opened, roster = dossier.open_text, dossier.roster
    document = dossier.document
    level = Level.ERROR if document.status is Status.FINAL else Level.WARNING
    if roster is None:
        return ()
    if opened is None:
        return tuple(_lost(roster, level))
    now = compose_signed_text(dossier)
    signed = opened.latest.find(now.language)
    if opened.document != document.id:
        return tuple(_copied(opened, now, document.location, level))
    if signed is None or signed.digest != now.digest:
        return tell_unsigned(opened, roster, now, document.location, level)
    return tuple(_outdated(roster, opened, level))


def tell_unsigned(
    opened: OpenText,
    roster: Roster,
    now: SignedText,
    place: Location,
    level: Level = Level.ERROR,
) -> tuple[Finding, ...]:
    """That a text is none of those that were signed: what differs, and who had signed. `place` is
    the document's own."""
    signed = opened.latest.find(now.language)
    if signed is None:
        said = f'the text in the language "{now.language}" is not among those that were signed'
        command = f"undersigned signatories open {opened.roster} {opened.document}"
        hint = f'if it is a faithful translation: {command} --editorial "who made and checked it"'
        return (Finding(place, RULE, said, hint, level),)
    changes = tell_changes(signed, now, place, level, opened.hushed)
    return (*changes, *_signed_before(roster, opened, level))


def _lost(roster: Roster, level: Level) -> Iterator[Finding]:
    """Rows that say which text they signed, where none is there."""
    rows: list[Signatory | WithheldRow] = [*roster.signatories, *roster.withheld_rows]
    row = next((row for row in rows if row.signed_text), None)
    if row is not None:
        said = "the text that this row signed is missing: no text is open for the roster"
        hint = "fetch signatories/texts/ from git or a backup, or empty the column signed_text"
        yield Finding(row.location, RULE, said, hint, level)


def _copied(opened: OpenText, now: SignedText, place: Location, level: Level) -> Iterator[Finding]:
    """A copy of the text that was signed, with other words in it, under the same names."""
    found = [t for t in opened.latest.texts if alike(t, now) > _COPY]
    if any(text.digest == now.digest for text in found):
        return
    for text in found[:1]:
        said = f"this is {opened.document}, which {opened.roster} signed, with other words in it"
        hint = "a roster signs one text: write the change there, or take a roster of its own"
        yield Finding(place, RULE, said, hint, level)
        yield from tell_changes(text, now, place, level, opened.hushed)


def tell_changes(
    signed: SignedText,
    now: SignedText,
    place: Location,
    level: Level,
    hushed: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    """Each sentence that differs, where it stands now; `place` is the document's own. Sentences of
    paragraphs that are `hushed` are not repeated."""
    changes = sentence_changes(signed, now)
    for change in changes[:_MOST]:
        quiet = any(words and words in each for each in hushed for words in _both(change))
        said = _said(None if quiet else change)
        yield Finding(change.location, RULE, said, "", level)
    if len(changes) > _MOST:
        yield Finding(place, RULE, f"{len(changes) - _MOST} more sentences changed", "", level)


def _both(change: SentenceChange) -> tuple[str, str]:
    return change.signed, change.now


def _said(change: SentenceChange | None) -> str:
    since = "since the text was opened for signature"
    if change is None:
        return f"a sentence that named somebody who cannot be named changed {since}"
    if not change.now:
        return f"taken out {since}: “{change.signed}”"
    if not change.signed:
        return f"added {since}: “{change.now}”"
    return f"changed {since}: “{change.signed}” is now “{change.now}”"


def _signed_before(roster: Roster, opened: OpenText, level: Level) -> Iterator[Finding]:
    names = [str(signatory.name) for signatory in roster.signatories]
    withheld = len(roster.withheld_rows)
    command = f"undersigned signatories open {opened.roster} {opened.document}"
    if names or withheld:
        unnamed = f"{withheld} who cannot be named"
        said = "; ".join([*names, unnamed] if withheld else names)
        hint = f"ask them again: {command} --ask-again; or, if only commas moved: {command} "
        hint += '--editorial "what changed, and why it changes nothing"'
        message = f"signed before the change: {said}"
        yield Finding(Location(roster.location.path), RULE, message, hint, level)
        return
    message = "nobody has signed yet, but the text that is open is another"
    yield Finding(
        Location(roster.location.path), RULE, message, f"open it anew: {command} --ask-again", level
    )


def _outdated(roster: Roster, opened: OpenText, level: Level) -> Iterator[Finding]:
    signatories, withheld = opened.outdated(roster)
    for signatory in signatories:
        line = signatory.location.line
        hint = f"once they agree to it: undersigned signatories confirm {opened.roster} {line}"
        message = f"{signatory.name} signed an earlier text than this one"
        yield Finding(signatory.location, RULE, message, hint, level)
    for row in withheld:
        line = row.location.line
        command = f"undersigned signatories withhold {opened.roster} {line} --signed-again"
        hint = f"once they agree to it: {command}"
        message = "somebody who cannot be named signed an earlier text than this one"
        yield Finding(row.location, RULE, message, hint, level)
