"""Direction: which way words run, and how a name is kept from turning the words around it.

A name is somebody else's text: its letters may run against the letter's, and it may hold marks
of direction (U+200E and U+200F, U+202A to U+202C, U+2066 to U+2069) that nobody closed. The rules
are those of the Unicode Bidirectional Algorithm, UAX #9: what stands between FIRST STRONG ISOLATE
and its POP DIRECTIONAL ISOLATE has no effect on what stands outside (BD9, X5c, X6a).
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

__all__ = ["direction_of", "has_marks", "isolated"]

_FSI = "\u2068"
_PDI = "\u2069"
_OPENING = {"LRI", "RLI", "FSI"}
_EXPLICIT = _OPENING | {"PDI", "LRE", "RLE", "LRO", "RLO", "PDF"}
_AGAINST = {"ltr": {"R", "AL"} | _EXPLICIT, "rtl": {"L"} | _EXPLICIT}
# Characters at which a paragraph ends, and with it all that was opened: bidi class B.
_PARAGRAPH_ENDS = re.compile("[\n\r\x1c-\x1e\x85\u2029]")


def direction_of(text: str) -> str:
    """`ltr` or `rtl` by the first letter outside of isolates (UAX #9, P2); else nothing."""
    depth = 0
    for character in text:
        kind = bidirectional(character)
        if kind in _OPENING:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return ""


def has_marks(text: str) -> bool:
    """Whether the text opens or closes an embedding or an isolate."""
    return any(bidirectional(character) in _EXPLICIT for character in text)


def isolated(text: str, direction: str) -> str:
    """The text as it may stand among words of a direction (`ltr`, `rtl`), set apart if need be.

    Text that runs as the words around it is returned as it is. Marks of direction in it stay;
    those that open or close too much get their counterparts, so that none is left for what follows.
    """
    against = _AGAINST["rtl" if direction == "rtl" else "ltr"]
    if text.isascii() and direction != "rtl":
        return text
    if not any(bidirectional(character) in against for character in text):
        return text
    text = _PARAGRAPH_ENDS.sub(" ", text)
    opened = unopened = 0
    for character in text:
        kind = bidirectional(character)
        if kind in _OPENING:
            opened += 1
        elif kind == "PDI" and opened:
            opened -= 1
        elif kind == "PDI":
            unopened += 1
    already = not opened and not unopened and _is_one_isolate(text)
    return text if already else f"{_FSI}{_FSI * unopened}{text}{_PDI * opened}{_PDI}"


def _is_one_isolate(text: str) -> bool:
    """Whether a balanced text is a single isolate from its first character to its last."""
    depth = 0
    for at, character in enumerate(text):
        kind = bidirectional(character)
        depth += (kind in _OPENING) - (kind == "PDI")
        if not depth:
            return at == len(text) - 1 and at > 0
    return False
