"""Capitals: a name typed in capitals throughout, in ordinary ones where that is certain.

What cannot be told from the name is left as it is, and said: RWV may be an acronym, İ and I are
two letters in Turkish, and Greek capitals have lost their accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

__all__ = ["all_capitals", "ordinary_capitals"]

# Words that stay small within a name: English, French, Spanish, Portuguese, German, Italian,
# Dutch, Indonesian.
_SMALL_TEXT = (
    "of the and for in on to at by with against from et de du des la le les pour à au aux sur en "
    "y el los las del por para con e o os as da do das dos em und der die das den dem für von vom "
    "im zur zum il gli di della per van het een voor dan untuk dari di oleh"
)
_SMALL = frozenset(_SMALL_TEXT.split())
# Short words that are no acronym.
_WORDS_TEXT = (
    "aid all arts asia bar care city civil club data east fair faith farm film fire food free fund "
    "girl girls good help home hope hub human joint just lab land law laws left legal life link "
    "live main media men net new news non north now one open our past path peace plan poor post "
    "press real rise river road rural safe sea seed self sex sky small south tax team town tree "
    "trust truth union unit urban use vote voice war watch water way web west wide wild women "
    "work world year youth zone act age air art baltic bank base big blue body book boy can child "
    "core east eco eye fact for game gas gold gulf hall hand high hill idea job key kid lake lane "
    "line list lost love make map mine moon move name next oil old park part pool pro race rain "
    "red risk role room root rule run save say see ship side sign site skin soil song star step "
    "stop sun sure take talk task test time tool true two un up view walk wall we well wind wise "
    "wood word zero casa paz voz vida agua red eau terre paix voix"
)
_WORDS = frozenset(_WORDS_TEXT.split())
_TURKIC = frozenset({"TR", "AZ", "CY", "KZ"})
_NAME_PARTS = re.compile(r"^(MC|MAC|O['’]|D['’]|L['’]|AL-|EL-|FITZ)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’.]*")


def all_capitals(name: str) -> bool:
    """Whether every letter that could be a capital is one, in more than one word."""
    letters = [c for c in name if c.lower() != c.upper()]
    return len(letters) >= 8 and all(map(str.isupper, letters)) and len(_WORD.findall(name)) > 1


def ordinary_capitals(
    name: str, *, person: bool, country: str = "", acronyms: Collection[str] = ()
) -> str | None:
    """The name in ordinary capitals, or None where that is not certain. `acronyms` stay."""
    if country in _TURKIC or not _one_script(name):
        return None
    words: list[str] = []
    end = 0
    result = ""
    for match in _WORD.finditer(name):
        word = match[0]
        written = _person_word(word) if person else _word(word, acronyms, first=not words)
        if written is None:
            return None
        words.append(written)
        result += name[end : match.start()] + written
        end = match.end()
    return result + name[end:]


def _word(word: str, acronyms: Collection[str], *, first: bool) -> str | None:
    """A word of an organisation's name; None where it may be an acronym."""
    small = word.lower()
    if word in acronyms:
        return word
    if small in _SMALL:
        return small.capitalize() if first else small
    if "." in word or "'" in word or "’" in word:
        return None
    if small in _WORDS or (len(word) >= 5 and _pronounceable(small)):
        return small.capitalize()
    # RWV, and OSCE: four letters that can be spoken are a word or an acronym.
    return None


def _person_word(word: str) -> str | None:
    """A word of a person's name; None where its capitals are not known: McDonald, O’Neill, de."""
    small = word.lower()
    if small in _SMALL or _NAME_PARTS.match(word) or len(word.strip(".")) < 2 or "." in word:
        return word if re.fullmatch(r"[^\W\d_]\.", word) else None
    return small.capitalize()


def _pronounceable(small: str) -> bool:
    """Whether the word has vowels as words have them, and no run of five consonants."""
    plain = unicodedata.normalize("NFKD", small)
    if not plain.isascii() and not re.search("[a-z]", plain):
        return True
    letters = re.sub(r"[^a-z]", "", plain)
    return bool(re.search("[aeiouy]", letters)) and not re.search("[^aeiouy]{5}", letters)


def _one_script(name: str) -> bool:
    scripts = {unicodedata.name(c, "?").partition(" ")[0] for c in name if c.isalpha()}
    return scripts in ({"LATIN"}, {"CYRILLIC"}, {"ARMENIAN"})
