"""What changed in a text since it was signed, sentence by sentence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from undersigned.errors import Location
from undersigned.model.signed_text import Paragraph, SignedText

__all__ = ["SentenceChange", "alike", "sentence_changes"]

# A stop with its closing marks, and then a space, or none after the stops that are set without.
_END = re.compile(r"(?<=[.!?…؟។])(?:[”’\"»)\]]*)(?:\[\^\d+\])*\s+|(?<=[。！？])(?![」』）])")


@dataclass(frozen=True)
class SentenceChange:
    """A sentence as it was signed and as it is now; one of them is empty where it was added or
    taken out. `location` is where it stands now, or stood before."""

    signed: str
    now: str
    location: Location


def sentence_changes(signed: SignedText, now: SignedText) -> tuple[SentenceChange, ...]:
    """The sentences that differ, in the order of the text."""
    old, new = _sentences(signed.paragraphs), _sentences(now.paragraphs)
    before, after = [s.words for s in old], [s.words for s in new]
    changes = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            continue
        place = new[min(start, len(new) - 1)].location if new else Location("")
        for index in range(max(last - first, end - start)):
            here = start + index
            changes.append(
                SentenceChange(
                    before[first + index] if first + index < last else "",
                    after[here] if here < end else "",
                    new[here].location if here < end else place,
                )
            )
    return tuple(changes)


def alike(one: SignedText, other: SignedText) -> float:
    """How much of the shorter text is in the other, sentence by sentence: 0 to 1."""
    first = {sentence.words for sentence in _sentences(one.paragraphs)}
    second = {sentence.words for sentence in _sentences(other.paragraphs)}
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _sentences(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [
        Paragraph(words.strip(), paragraph.location)
        for paragraph in paragraphs
        for words in _split(paragraph.words)
        if words.strip()
    ]


def _split(words: str) -> list[str]:
    parts, start = [], 0
    for end in _END.finditer(words):
        parts.append(words[start : end.end()])
        start = end.end()
    return [*parts, words[start:]]
