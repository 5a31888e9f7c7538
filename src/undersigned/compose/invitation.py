"""What is sent to those who are asked to sign: the letter as far as it is known, and a mail.

Nothing of the roster is in either but the name of the one whom the mail is for: who has signed,
and how many, is nobody's business before the letter goes out. Where the letter will say it, there
is a gap; passages that depend on it are all there, since all of them are signed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from undersigned.compose.body import BodyComposer, Flow, Frame
from undersigned.compose.contractions import Inserted
from undersigned.compose.evaluate import Scope
from undersigned.compose.letter import LetterComposer
from undersigned.compose.phrases import Phrasebook
from undersigned.compose.plain import iter_paragraphs
from undersigned.compose.signed_text import Standing, StandingEvaluator
from undersigned.errors import Location
from undersigned.model.dossier import Dossier
from undersigned.model.invitation import Invitation, Invitee, one_line
from undersigned.model.letter import Edition, Letter
from undersigned.model.node import Block, BlockCall, Condition, Loop, Paragraph
from undersigned.model.roster import SignatoryKind
from undersigned.model.text import Origin, Text

__all__ = ["Mailing", "compose_for_invited"]

_GAP = "[…]"
_WIDTH = 72
_RULE = "-" * 24
# What a plain paragraph begins with: the mark of an item or a quotation, of a note, of a row.
_MARK = re.compile(r"(?:> |- |\d+\. |\[\^\d+\]: |#+ |\| | {2,})*")
_LISTED = re.compile(r"(?:> |- |\d+\. |\| | {2,})")


def compose_for_invited(
    dossier: Dossier, answer_by: dt.date, *, now: dt.datetime, created: dt.datetime | None = None
) -> Letter:
    """The open edition without names of signatories, and with a gap for whatever the roster says.

    Where the letter is a draft, it is open for signature until `answer_by`. Raises `InvalidInput`
    with every fault that shows when the text is filled in.
    """
    # Without its roster there is nothing that could get out.
    composer = LetterComposer(replace(dossier, roster=None), Edition.OPEN, None, now, created)
    composer.evaluator = _OpenEvaluator(composer.book)
    composer.body = _OpenBody(composer.evaluator, dossier.blocks, composer.facts, composer.findings)
    letter = composer.compose()
    identifier = hashlib.sha256(f"{letter.metadata.identifier}.invitation".encode()).hexdigest()
    until = Text(composer.book.date(answer_by), dossier.document.location, Origin.DOCUMENT)
    return replace(
        letter,
        metadata=replace(letter.metadata, identifier=identifier[:32]),
        sign_on_by=until if letter.is_draft else None,
    )


class _OpenEvaluator(StandingEvaluator):
    """Leaves a gap for what the roster says; all else is as the letter has it."""

    def waits(self, names: frozenset[str] | set[str], source: str, scope: Scope) -> bool:
        del source
        return "signatories" in names or any(
            isinstance(scope.get(name), Standing) for name in names
        )

    def text(self, source: str, scope: Scope, place: Location, default: Origin) -> Inserted:
        if self.stands(source, scope):
            return Inserted(_GAP, place, self.origin(source, scope, default), False)
        return super().text(source, scope, place, default)


class _OpenBody(BodyComposer):
    """Keeps every passage that depends on the roster, each with its number."""

    evaluator: _OpenEvaluator

    def _block(self, node: Block, frame: Frame, out: Flow) -> None:
        if isinstance(node, Condition) and any(
            source is not None and self.evaluator.stands(source, frame.scope)
            for source, _, _ in node.branches
        ):
            passages = [self._blocks(children, frame) for _, children, _ in node.branches]
            out.extend(tuple(_numbered(passages, node.location)))
        elif isinstance(node, Loop) and self.evaluator.loop_stands(node.source, frame.scope):
            waiting = dict.fromkeys((*node.targets, "loop"), Standing(""))
            inner = replace(frame, scope={**frame.scope, **waiting})
            passages = [self._blocks(node.children, inner)]
            if node.otherwise:
                passages.append(self._blocks(node.otherwise, frame))
            out.extend(tuple(_numbered(passages, node.location)) if node.otherwise else passages[0])
        else:
            super()._block(node, frame, out)

    def _arguments(self, call: BlockCall, frame: Frame) -> dict[str, object]:
        given = self.evaluator.arguments(call, frame.scope)
        return super()._arguments(call, frame) if given is None else given


def _numbered(passages: Sequence[tuple[Block, ...]], place: Location) -> Iterator[Block]:
    for number, blocks in enumerate(passages, start=1):
        yield Paragraph((Text(f"[{number}/{len(passages)}]", place),), place)
        yield from blocks


class Mailing:
    """The mails to all who are invited to sign one letter, which differ in their first line."""

    def __init__(
        self, letter: Letter, dossier: Dossier, answer_by: dt.date, *, again: bool = False
    ) -> None:
        self._letter = letter
        self._book = Phrasebook(letter.wording)
        self._organisation = dossier.organisation
        self._answer_by = answer_by
        self._again = again

    def to(self, invitee: Invitee) -> Invitation:
        """The mail to one of them. Raises `InvalidInput` where the wording lacks a phrase."""
        person = invitee.kind is SignatoryKind.INDIVIDUAL
        greeting = self._said("to_person" if person else "to_organisation", name=invitee.name)
        return Invitation(self.subject, f"{_wrapped(greeting)}\n\n{self._rest}")

    @cached_property
    def subject(self) -> str:
        """What all of them are about."""
        key = "subject_again" if self._again else "subject"
        return one_line(self._said(key, title=str(self._letter.title)))

    @cached_property
    def _rest(self) -> str:
        text = tuple(self._text())
        said = [
            self._said("again" if self._again else "ask"),
            self._said("lines"),
            self._said("answer", date=self._book.date(self._answer_by)),
        ]
        if any(_GAP in words for words in text):
            said.append(self._said("gap", gap=_GAP))
        if any(re.fullmatch(r"\[\d+/\d+\]", words) for words in text):
            said.append(self._said("passages"))
        said += [self._said("unnamed"), self._said("change")]
        letterhead = [str(one.name) for one in self._letter.sender] or [self._organisation]
        close = "\n".join([self._said("close"), *map(_wrapped, filter(None, letterhead))])
        parts = [*map(_wrapped, said), close, _RULE]
        return "\n\n".join(parts) + f"\n\n{_joined(text)}\n"

    def _text(self) -> Iterator[str]:
        """The letter, paragraph by paragraph."""
        letter = self._letter
        yield str(letter.title)
        names = [str(one.lines[0]) for one in letter.addressees]
        if names:
            between = letter.wording.phrases.get("letter.run_on", "; ")
            yield f"{self._book.phrase('letter.to')} {between.join(names)}"
        if letter.subject is not None:
            yield str(self._book.phrase("letter.subject", subject=str(letter.subject)))
        if letter.salutation is not None:
            yield str(letter.salutation)
        yield from (paragraph.words for paragraph in iter_paragraphs(letter.body))
        if letter.close is not None:
            yield str(letter.close)
        for note in letter.notes:
            first, *others = iter_paragraphs(note.children)
            yield f"[^{note.number}]: {first.words}"
            yield from (paragraph.words for paragraph in others)
        if letter.enclosures:
            yield str(self._book.phrase("letter.enclosures"))
            yield from (f"- {enclosure}" for enclosure in letter.enclosures)

    def _said(self, key: str, **gaps: str) -> str:
        return str(self._book.phrase(f"invitation.{key}", **gaps))


def _joined(paragraphs: Sequence[str]) -> str:
    """The paragraphs with a blank line between them, and none within a list or a table."""
    text = before = ""
    for words in paragraphs:
        mark = _LISTED.match(words)
        kind = mark[0][0] if mark else ""
        # What is indented belongs to the item above it.
        kind = "-" if kind.isdigit() or kind == " " else kind
        between = "\n" if kind and kind == before else "\n\n"
        text += (between if text else "") + _wrapped(words)
        before = kind
    return text


def _wrapped(words: str) -> str:
    """A paragraph in lines; what has no spaces, as in Khmer and Japanese, the reader's program
    breaks better."""
    mark = _MARK.match(words)
    before = mark[0] if mark else ""
    # A quotation is marked in each of its lines, an item in the first.
    under = re.sub(r"[^> ]", " ", before) if len(before) < _WIDTH // 2 else ""
    return textwrap.fill(
        words,
        _WIDTH,
        subsequent_indent=under,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
