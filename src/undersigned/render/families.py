"""The font families of a letter, by the scripts that occur in it."""

from __future__ import annotations

from collections.abc import Iterable

from undersigned.model.letter import Letter
from undersigned.render.scripts import own_scripts, scripts_in
from undersigned.render.texts import letter_texts

__all__ = ["SANS", "SERIF", "css_families"]

SERIF = "Source Serif 4"
SANS = "Source Sans 3"
# Where the shipped fonts are not installed, as in most browsers that open the HTML.
_SERIF_ELSEWHERE = ("Source Serif Pro", "Charter", "Georgia", "Cambria", "serif")
_SANS_ELSEWHERE = ("Source Sans Pro", "Segoe UI", "Helvetica Neue", "Arial", "sans-serif")
_GENERIC = {"serif", "sans-serif"}


def css_families(letter: Letter) -> tuple[str, str]:
    """The values of `font-family` for serif and sans.

    The families of the language's own script stand before ours, so that its points and
    brackets come from the same font as its letters; those of other scripts after ours and what
    stands for ours elsewhere, lest one foreign name set a page's figures in a font of its own.
    """
    scripts = scripts_in((c for text in letter_texts(letter) for c in text.text), letter.language)
    own = own_scripts(letter.language)
    first = [script for script in scripts if script.code in own]
    others = [script for script in scripts if script.code not in own]
    return (
        _stack(
            [
                *(family for script in first for family in script.serif),
                SERIF,
                *_SERIF_ELSEWHERE[:-1],
                *(family for script in others for family in script.serif),
                _SERIF_ELSEWHERE[-1],
            ]
        ),
        _stack(
            [
                *(family for script in first for family in script.sans),
                SANS,
                *_SANS_ELSEWHERE[:-1],
                *(family for script in others for family in script.sans),
                _SANS_ELSEWHERE[-1],
            ]
        ),
    )


def _stack(families: Iterable[str]) -> str:
    unique = dict.fromkeys(families)
    return ", ".join(name if name in _GENERIC else f'"{name}"' for name in unique)
