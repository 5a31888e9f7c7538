"""Characters that no font has: found before a letter is set, without the layout engine."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from undersigned.errors import Finding, Location
from undersigned.model.text import Text
from undersigned.render.fontconfig import SystemFonts
from undersigned.render.scripts import scripts_in
from undersigned.render.shipped import font_files

__all__ = ["missing_characters", "missing_glyph"]

# Nothing is drawn for these: spaces, joiners, marks of direction, selectors of variants.
_UNDRAWN = {"Cc", "Cf", "Zs", "Zl", "Zp"}


def missing_characters(texts: Iterable[Text], layers: Sequence[Path]) -> list[Finding]:
    """A finding for each character that neither a shipped font nor one of the system has.

    It stands at the first text that holds the character. Without fontconfig nothing can be
    known, and nothing is said: then no PDF can be made either, which has its own error.
    """
    first: dict[str, Text] = {}
    for text in texts:
        # ASCII is in every font; most letters have nothing else to look up.
        if not text.text.isascii():
            for character in text.text:
                if character not in first and not character.isascii():
                    first[character] = text
    drawn = {c: t for c, t in first.items() if _is_drawn(c)}
    if not drawn:
        return []
    fonts = SystemFonts.load(font_files(layers))
    if fonts is None:
        return []
    return [missing_glyph(c, text) for c, text in drawn.items() if not _can_draw(c, fonts)]


def missing_glyph(character: str, text: Text) -> Finding:
    """The finding for one character, at its place in the text where that is known."""
    name = unicodedata.name(character, "unnamed character")
    scripts = scripts_in(character, "en")
    package = scripts[0].package if scripts else "fonts-noto-core"
    return Finding(
        _place(character, text),
        "missing-glyph",
        f'no font has "{character}" (U+{ord(character):04X} {name})',
        f"write it otherwise, or install a font that has it: on Debian {package}",
    )


def _place(character: str, text: Text) -> Location:
    """The character's own column where the text stands in its file as it is."""
    before = text.text.partition(character)[0]
    at = text.location
    if not at.column or "\n" in before:
        return at
    return Location(at.path, at.line, at.column + len(before))


def _is_drawn(character: str) -> bool:
    if unicodedata.category(character) in _UNDRAWN:
        return False
    return not 0xFE00 <= ord(character) <= 0xFE0F and not 0xE0100 <= ord(character) <= 0xE01EF


def _can_draw(character: str, fonts: SystemFonts) -> bool:
    if fonts.has(character):
        return True
    # A letter with a mark may be put together from the two.
    parts = unicodedata.normalize("NFD", character)
    return len(parts) > 1 and all(fonts.has(part) for part in parts)
