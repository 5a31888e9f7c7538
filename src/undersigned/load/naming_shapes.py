"""Naming shapes: the only sentences that ask, or say, for certain that a name may be printed.

Each is matched as a whole, built of words that can mean nothing else; one word more, and it is
no such sentence. What is missing here costs one `--map`; what is here wrongly prints the name of
somebody who asked to be withheld. So a shape is added only with its test. Letters are taken
without case, accents and marks; in scripts without blanks, without blanks as well.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from undersigned.load import naming_english as english
from undersigned.load import naming_languages as languages

__all__ = ["asks_to_hide_name", "asks_to_name", "is_reserved", "says_to_name", "solid", "spaced"]

# What a form writes behind its question.
_ASIDE = (
    r"(?: (?:yes no|y n|yes or no|oui non|si no|sim nao|ja nein|ya tidak|"
    r"required|optional))?"
)
# The second fence: a word that takes back, prefers, doubts or limits, in whatever language.
_RESERVED = re.compile(
    r"\b(not?|never|nor|neither|none|without|only|unless|except|but|rather|prefer\w*|"
    r"instead|until|"
    r"after|before|cannot|can t|won t|don t|doesn t|didn t|shouldn t|mustn t|isn t|aren t|nobody|"
    r"un(?:named|listed|published|safe|disclosed|known|identified|able|willing|happy)|"
    r"non|nao|nicht|kein\w*|ne|pas|sans|sauf|jamais|"
    r"sin|sem|salvo|solo|apenas|ohne|nur|aber|tidak|jangan|tanpa|bukan|hanya|niet|"
    r"geen|zonder|inte|"
    r"ej|ikke|nie|senza|remov\w*|exclu\w*|omit\w*|hid(?:e|den|ing)|mask\w*|suppress\w*|avoid\w*|"
    r"stop\w*|prevent\w*|opt|object\w*|refus\w*|declin\w*|den(?:y|ied)|delet\w*|"
    r"redact\w*|withdraw\w*|"
    r"withh[eo]ld\w*|reject\w*|forbid\w*|prohibit\w*|unsafe|risk\w*|danger\w*|"
    r"reasons?|concern\w*|"
    r"problem\w*|harm\w*|afraid|worr\w*|anonym\w*|anonim\w*|pseudonym\w*|confiden\w*|private\w*|"
    r"secre\w*|intern(?:al|e|ally)?|oculta\w*|cach\w*|masqu\w*|retir\w*|sigil\w*|reserva\w*|"
    r"rahasia\w*|sembunyi\w*|merahasia\w*|dirahasia\w*|geheim\w*|vertraulich\w*|"
    r"ablehn\w*|weglass\w*)\b"
)
_RESERVED_SOLID = re.compile(
    r"ない|ません|ないで|伏せ|匿名|非公開|不|拒|除|以外|のみ|لا|عدم|بدون|إخفاء|دون|"
    r"رفض|مجهول|សម្ងាត់|កុំ|មិន|អនាមិក|លាក់"
)


def spaced(text: str) -> str:
    """The words of a text and of what stands in brackets, without case, accents and marks."""
    letters = unicodedata.normalize("NFKD", re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", text))
    kept = "".join(c for c in letters.casefold() if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", kept).split())


def solid(text: str) -> str:
    """The letters of a text, without case, blanks and marks; a script's own signs are kept."""
    letters = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        c
        for c in letters
        if unicodedata.category(c)[0] in "LNM" and not "\u064b" <= c <= "\u0652" and c != "\u0640"
    )


def asks_to_name(question: str) -> bool:
    """Whether a yes to this question says that somebody may be named, for certain."""
    patterns = (*english.QUESTIONS, *languages.QUESTIONS)
    return _is(question, patterns, languages.SOLID) or says_to_name(question)


def says_to_name(words: str) -> bool:
    """Whether the words themselves say that somebody may be named, for certain."""
    patterns = (*english.STATEMENTS, *languages.STATEMENTS)
    return _is(words, patterns, ())


def asks_to_hide_name(question: str) -> bool:
    """Whether a yes to this question says that somebody must not be named, for certain."""
    whole = _whole((*english.HIDING, *languages.HIDING)).fullmatch(spaced(question))
    return bool(whole or _whole(languages.HIDING_SOLID).fullmatch(solid(question)))


def is_reserved(words: str) -> bool:
    """Whether anything takes the rest back, limits it, or asks the other way round."""
    return bool(_RESERVED.search(spaced(words)) or _RESERVED_SOLID.search(solid(words)))


def _is(text: str, patterns: tuple[str, ...], others: tuple[str, ...]) -> bool:
    words = spaced(text)
    found = _whole(patterns).fullmatch(words)
    if found is not None:
        bare = re.sub(rf"{_ASIDE}$", "", words)
        return not is_reserved(bare)
    return bool(others and _whole(others).fullmatch(solid(text)) and not is_reserved(text))


@cache
def _whole(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)}){_ASIDE}")
