"""Words that somebody typed into a sign-on form, made fit to be printed, with what was changed.

Taken out: entities of HTML, blanks too many, characters that nobody sees, emoji, a comma at the
end. Kept: joiners and blanks of no width where a script needs them, and marks of direction where
they are balanced and the words have a direction to mark.
"""

from __future__ import annotations

import html
import re
import unicodedata

from undersigned.errors import Location
from undersigned.load.cell import LONGEST, is_blank, refuse_strange, refused

__all__ = ["clean_words"]

_ENTITY = re.compile(r"&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
# Joiners, which Indic scripts and Arabic need, and the blank of no width between words of Khmer,
# Thai, Lao and Burmese, which are written without another.
_JOINER = re.compile("(?<![\u0600-\u08ff\u0900-\u0dff\u1780-\u17ff\u1000-\u109f])[\u200c\u200d]")
_NO_WIDTH = re.compile("(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b|\u200b(?=\\s|$)")
_UNSEEN = re.compile(
    "[\u2060-\u2064\ufeff\u00ad\u034f\u115f\u1160\u3164\uffa0\U000e0000-\U000e007f]"
)
_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202c\u2066-\u2069]")
_OPENS = frozenset("\u202a\u202b\u2066\u2067\u2068")
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u27bf\u2b50\u2b55\u231a\u231b\u23e9-\u23fa\ufe0e\ufe0f\u20e3]"
)


def clean_words(
    name: str, cell: str, place: Location, *, one_line: bool = True
) -> tuple[str, tuple[str, ...]]:
    """The words, "" for what stands for nothing, and what was changed of them; `name` is the
    column's. With `one_line` a line break is no blank but a row too many.

    Raises `InvalidInput` for what cannot be printed and for what is too long; nothing of the cell
    is told.
    """
    changed: list[str] = []
    text = unicodedata.normalize("NFC", cell).strip()

    def step(said: str, after: str) -> None:
        nonlocal text
        if after != text:
            changed.append(said)
            text = after

    if _ENTITY.search(text):
        step("entities of HTML", unicodedata.normalize("NFC", html.unescape(text)))
    refuse_strange(name, text, place)
    if len(text) > LONGEST:
        said = f'"{name}" has {len(text):,} characters, too many for a name'
        raise refused(place, said, "a quotation mark may be missing in the row")
    if one_line and re.search(r"[\n\r\x85\u2028\u2029]", text.strip()):
        hint = "if these are two names, give each a row"
        raise refused(place, f'there is a line break within "{name}"', hint)
    unseen = _UNSEEN.sub("", _NO_WIDTH.sub("", _JOINER.sub("", text)))
    step("characters that nobody sees", unseen)
    step("emoji", _EMOJI.sub("", text))
    step("marks of direction", _directed(text))
    step("blanks", " ".join(text.split()))
    step("a comma at the end", re.sub(r"[\s,;،、]+$", "", text))
    return ("", ()) if is_blank(text, name) else (text, tuple(changed))


def _directed(text: str) -> str:
    """The text with its marks of direction where they are balanced and there is something
    written from right to left; else without them."""
    if not _MARKS.search(text):
        return text
    depth = 0
    for mark in _MARKS.findall(text):
        depth += (mark in _OPENS) - (mark in "\u202c\u2069")
        if depth < 0:
            break
    mixed = any(unicodedata.bidirectional(c) in ("R", "AL") for c in _MARKS.sub("", text))
    return text if depth == 0 and mixed else _MARKS.sub("", text)
