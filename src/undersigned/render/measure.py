"""How wide text will come out, near enough to decide on columns and on the measure of a title.

The layout engine knows exactly, but only once everything is decided.
"""

from __future__ import annotations

import math
import unicodedata

__all__ = ["LONG_TITLE", "balanced_measure", "text_width"]

# An average letter of the bold serif, and the type area in the sizes of a title and a long one:
# templates/layouts/_base/tokens.css and base.css.
_EM_A_LETTER = 0.46
_LINE = 20.1
_LONG_LINE = 25.1
LONG_TITLE = 90
# Room for the word that no longer fits.
_SLACK = 2.4


def text_width(text: str) -> float:
    """How much room the text takes, in average Latin letters."""
    return sum(_character_width(character) for character in text)


def balanced_measure(title: str) -> float | None:
    """The width, in em, that breaks a title into lines of one length; None where it has one line.

    Left to itself the last line is often one word. Browsers balance by `text-wrap`; the layout
    engine does not know that yet.
    """
    total = text_width(title) * _EM_A_LETTER
    line = _LONG_LINE if len(title) > LONG_TITLE else _LINE
    # A line that would be all but full is not counted on: words do not divide.
    lines = math.ceil(total / (line * 0.94))
    measure = total / lines + _SLACK if lines > 1 else line
    return round(measure, 1) if measure < line else None


def _character_width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 2.1
    if unicodedata.category(character) in {"Mn", "Cf"}:
        return 0
    return 1.2 if character.isupper() else 1
