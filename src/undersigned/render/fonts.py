"""What a machine has for setting type: asked by `undersigned doctor` and `undersigned check`.

Nothing here loads the layout engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from undersigned.render.fontconfig import SystemFonts, load_library
from undersigned.render.glyphs import missing_characters
from undersigned.render.scripts import SCRIPTS, Script, own_scripts
from undersigned.render.shipped import font_files
from undersigned.render.texts import letter_texts

__all__ = [
    "PANGO_HINT",
    "SUBSETTER_HINT",
    "LanguageFonts",
    "fonts_for_language",
    "has_fast_subsetter",
    "letter_texts",
    "missing_characters",
    "missing_pango_libraries",
]

PANGO_HINT = (
    "Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "macOS: brew install pango"
)
SUBSETTER_HINT = (
    "Debian and Ubuntu: apt-get install libharfbuzz-subset0; macOS: brew install harfbuzz"
)

# The names that WeasyPrint 70 tries, Linux and macOS.
_PANGO = {
    "GObject": ("gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    "Pango": ("pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
    "HarfBuzz": ("harfbuzz", "libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "Fontconfig": ("fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib"),
    "PangoFT2": ("pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
}
_SUBSETTER = ("harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib")


@dataclass(frozen=True)
class LanguageFonts:
    """How the scripts of one language stand: with the family of choice, with another, or bare.

    `packages` are Debian's packages that hold what is wanting.
    """

    language: str
    fitting: tuple[str, ...]
    makeshift: tuple[str, ...]
    missing: tuple[str, ...]
    packages: tuple[str, ...]


def missing_pango_libraries() -> tuple[str, ...]:
    """The names of the libraries without which no PDF can be made."""
    return tuple(name for name, sonames in _PANGO.items() if load_library(*sonames) is None)


def has_fast_subsetter() -> bool:
    """Whether HarfBuzz cuts the fonts down; without it each letter takes four times as long."""
    return load_library(*_SUBSETTER) is not None


def fonts_for_language(language: str, layers: Sequence[Path]) -> LanguageFonts:
    """What this machine has for the scripts of a language."""
    fonts = SystemFonts.load(font_files(layers))
    own = own_scripts(language)
    fitting, makeshift, missing, packages = [], [], [], []
    for script in SCRIPTS:
        if script.code not in own:
            continue
        if fonts is None or not all(fonts.has(letter) for letter in script.sample):
            missing.append(script.name)
            packages.append(script.package)
        elif _has_family(script, fonts):
            fitting.append(script.name)
        else:
            makeshift.append(script.name)
            packages.append(script.package)
    return LanguageFonts(
        language, tuple(fitting), tuple(makeshift), tuple(missing), tuple(dict.fromkeys(packages))
    )


def _has_family(script: Script, fonts: SystemFonts) -> bool:
    return not script.serif or any(family in fonts.families for family in script.serif)
