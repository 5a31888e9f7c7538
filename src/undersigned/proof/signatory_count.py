"""A number of organisations that was typed by hand, beside what the roster says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from babel import Locale

from undersigned.compose.spelling import spellings
from undersigned.errors import Finding, Level, Location
from undersigned.model.letter import Letter
from undersigned.model.node import Block, iter_runs
from undersigned.model.roster import Roster, SignatoryKind
from undersigned.model.text import Text
from undersigned.model.wording import Wording

__all__ = ["check_signatory_count"]

# Who says so in words says no more than this: "two hundred and twelve organisations".
_WORDS_UP_TO = 300
_ANY_WORDS = r"[\w-]+(?:\s[\w-]+){0,4}"
_FIGURES = r"\d{1,3}(?:[.,’'\u00a0\u202f ]\d{3})+|\d+"
# From Hebrew on, scripts write words on to one another.
_WRITTEN_ON = "\u0590"


def check_signatory_count(letter: Letter, roster: Roster) -> tuple[Finding, ...]:
    """Where the text says that so many organisations sign it, and the roster has another number.

    Both numbers may be right where some cannot be named: with them, and without.
    """
    organisations = [s for s in roster.signatories if s.kind is SignatoryKind.ORGANISATION]
    number = len(organisations)
    right = range(number, number + roster.withheld + 1)
    notes = tuple(block for note in letter.notes for block in note.children)
    findings = []
    for said, typed, place in _claims((*letter.body, *notes), letter.wording):
        if typed not in right:
            has = f"{number}" + (f" and {roster.withheld} withheld" if roster.withheld else "")
            message = f"the text says “{said}”, the roster {roster.location.path} has {has}"
            hint = "write {{ signatories.organisations | length }} and it is always right"
            findings.append(Finding(place, "signatory-count", message, hint, Level.WARNING))
    return tuple(findings)


def _claims(blocks: tuple[Block, ...], wording: Wording) -> Iterator[tuple[str, int, Location]]:
    """What is said, the number in it, and where it stands."""
    patterns = [_pattern(said, wording) for said in wording.claims.said]
    for run in iter_runs(blocks):
        text = _plain(run)
        every = [match for pattern in patterns for match in pattern.finditer(text)]
        # Of one number the most that is said of it.
        matches: dict[int, tuple[re.Match[str], int]] = {}
        for match in sorted(every, key=lambda m: len(m[0])):
            found = _number(match["number"], wording)
            if found is not None:
                matches[match.start("number") + found[0]] = (match, found[1])
        for at, (match, number) in sorted(matches.items()):
            yield " ".join(match[0].split()), number, _place(run, at)


def _number(words: str, wording: Wording) -> tuple[int, int] | None:
    """Where the number begins in what stands in its place, and which it is; None where there is
    none: "we are the organisations"."""
    if re.fullmatch(_FIGURES, words):
        return 0, int(re.sub(r"\D", "", words))
    # What a language calls its numbers takes longer to load than most texts to check.
    known = _number_words(wording.language, wording.locale)
    starts = [match.start() for match in re.finditer(r"[^\s]+", words)]
    ends = [match.end() for match in re.finditer(r"[^\s]+", words)]
    for index, start in enumerate(starts):
        for end in reversed(ends[index:]):
            found = known.get(" ".join(words[start:end].split()).casefold())
            if found is not None:
                return start, found
    return None


def _plain(run: Sequence[Text]) -> str:
    text = "".join(part.text for part in run)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _pattern(said: str, wording: Wording) -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, wording.claims.nouns))
    gaps = {
        "number": rf"(?P<number>{_FIGURES}|{_ANY_WORDS})",
        "noun": rf"(?:[\w’'-]+\s+){{0,4}}(?:{nouns})",
    }
    parts = re.split(r"\{(\w+)\}", said)
    pattern = "".join(
        gaps[part] if index % 2 else r"\s+".join(map(re.escape, re.split(r"\s+", part)))
        for index, part in enumerate(parts)
    )
    before = r"(?<!\w)" if said[0] == "{" or said[0] < _WRITTEN_ON else ""
    after = r"(?!\w)" if said[-1] != "}" and said[-1] < _WRITTEN_ON else ""
    return re.compile(before + pattern + after, re.IGNORECASE)


@cache
def _number_words(language: str, code: str) -> Mapping[str, int]:
    locale = Locale.parse(code or language, sep="-")
    return {
        form.casefold(): number
        for number in range(1, _WORDS_UP_TO)
        for word in spellings(number, locale)
        # Americans leave the "and" out, and some the hyphen.
        for form in (word, word.replace(" and ", " "), word.replace("-", " "))
    }


def _place(run: Sequence[Text], at: int) -> Location:
    for part in run:
        if at < len(part.text):
            return part.location
        at -= len(part.text)
    return run[0].location
