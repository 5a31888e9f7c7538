"""The wording's phrases, filled in: as words, as markup, and as CSS for the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from undersigned.errors import Finding, RenderFailed
from undersigned.model.letter import Letter
from undersigned.model.wording import Wording

__all__ = ["css_content", "css_string", "get_phrase", "numeral", "phrase", "phrase_markup"]

# CSS counter styles that only put other digits in place of ours: the digit for nought.
_DIGITS = {
    "arabic-indic": "٠",
    "persian": "۰",
    "devanagari": "०",
    "bengali": "০",
    "gurmukhi": "੦",
    "gujarati": "૦",
    "oriya": "୦",
    "tamil": "௦",
    "telugu": "౦",
    "kannada": "೦",
    "malayalam": "൦",
    "thai": "๐",
    "lao": "໐",
    "tibetan": "༠",
    "myanmar": "၀",
    "khmer": "០",
    "cambodian": "០",
    "mongolian": "᠐",
}
_GAP = re.compile(r"\{(\w+)\}")


def get_phrase(wording: Wording, name: str) -> str:
    """The phrase with its gaps; raises `RenderFailed` where the language has not got it."""
    if name not in wording.phrases:
        said = f'the wording of "{wording.language}" has no phrase "{name}"'
        hint = "add it to the table, as the English one has it"
        raise RenderFailed([Finding(wording.location, "missing-phrase", said, hint)])
    return wording.phrases[name]


def phrase(letter: Letter, name: str, /, **gaps: object) -> str:
    """The phrase with its gaps filled."""
    return _GAP.sub(lambda gap: str(gaps[gap[1]]), get_phrase(letter.wording, name))


def phrase_markup(letter: Letter, name: str, /, **gaps: object) -> Markup:
    """The phrase with its gaps filled, all escaped but what is markup already."""
    return _fill(get_phrase(letter.wording, name), lambda gap: escape(gaps[gap]))


def _fill(text: str, fill: Callable[[str], Markup]) -> Markup:
    parts = _GAP.split(text)
    return Markup("").join(
        fill(part) if odd % 2 else escape(part) for odd, part in enumerate(parts)
    )


def numeral(number: int, wording: Wording) -> str:
    """The number in the digits of the language."""
    nought = _DIGITS.get(wording.numbering)
    if nought is None:
        return str(number)
    return "".join(chr(ord(nought) + int(digit)) for digit in str(number))


def css_string(text: str) -> str:
    """The text as a CSS string that can neither end itself nor the style element around it."""
    safe = (c if (c.isalnum() and c.isascii()) or c == " " else f"\\{ord(c):X} " for c in text)
    return f'"{"".join(safe)}"'


def css_content(template: str, wording: Wording) -> str:
    """The value of `content` for a phrase whose gaps are {page} and {pages}."""
    parts = _GAP.split(template)
    return " ".join(
        f"counter({part}, {wording.numbering})" if odd % 2 else css_string(part)
        for odd, part in enumerate(parts)
        if part
    )
