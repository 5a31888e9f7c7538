"""The system's fonts, asked of libfontconfig itself: which characters, which families.

By ctypes and the library's own name: `ctypes.util.find_library` would start a C compiler, and
WeasyPrint takes half a second to load.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

__all__ = ["SystemFonts", "load_library"]

_FONTCONFIG = ("libfontconfig.so.1", "libfontconfig.1.dylib")
_SYSTEM, _APPLICATION = 0, 1


class _FontSet(ctypes.Structure):
    _fields_ = (
        ("nfont", ctypes.c_int),
        ("sfont", ctypes.c_int),
        ("fonts", ctypes.POINTER(ctypes.c_void_p)),
    )


def load_library(*names: str) -> ctypes.CDLL | None:
    """The first library of these names that loads, or None."""
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


class SystemFonts:
    """The fonts that text can be set in: the system's, and the files given besides."""

    def __init__(self, library: ctypes.CDLL, files: Sequence[Path]) -> None:
        self._library = library
        # Kept for as long as this is: the patterns and their sets of characters are its own.
        self._config = library.FcInitLoadConfigAndFonts()
        for file in files:
            library.FcConfigAppFontAddFile(self._config, str(file).encode())
        self._patterns = tuple(self._find_patterns())
        self._known: dict[str, bool] = {}

    @staticmethod
    @lru_cache(maxsize=2)
    def load(files: tuple[Path, ...] = ()) -> SystemFonts | None:
        """The fonts of this machine, or None where there is no libfontconfig."""
        library = load_library(*_FONTCONFIG)
        if library is None:
            return None
        _declare(library)
        return SystemFonts(library, files)

    def has(self, character: str) -> bool:
        """Whether any of the fonts has the character."""
        if character not in self._known:
            point = ord(character)
            self._known[character] = any(
                self._library.FcCharSetHasChar(charset, point) for charset in self._charsets
            )
        return self._known[character]

    @cached_property
    def families(self) -> frozenset[str]:
        """The names of all families, each in every language that its font names it in."""
        return frozenset(name for pattern in self._patterns for name in self._names(pattern))

    @cached_property
    def _charsets(self) -> tuple[int, ...]:
        found = []
        for pattern in self._patterns:
            charset = ctypes.c_void_p()
            if not self._library.FcPatternGetCharSet(pattern, b"charset", 0, ctypes.byref(charset)):
                found.append(charset.value)
        return tuple(value for value in found if value is not None)

    def _find_patterns(self) -> Iterator[int]:
        for which in (_APPLICATION, _SYSTEM):
            fonts = self._library.FcConfigGetFonts(self._config, which)
            if fonts:
                for index in range(fonts.contents.nfont):
                    pattern = fonts.contents.fonts[index]
                    if pattern is not None:
                        yield pattern

    def _names(self, pattern: int) -> Iterator[str]:
        name = ctypes.c_char_p()
        index = 0
        while not self._library.FcPatternGetString(pattern, b"family", index, ctypes.byref(name)):
            yield (name.value or b"").decode(errors="replace")
            index += 1


def _declare(library: ctypes.CDLL) -> None:
    """The signatures of what is called: ctypes takes every pointer for an int without."""
    pointer, integer, text = ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p
    library.FcInitLoadConfigAndFonts.restype = pointer
    library.FcInitLoadConfigAndFonts.argtypes = ()
    library.FcConfigAppFontAddFile.argtypes = (pointer, text)
    library.FcConfigGetFonts.restype = ctypes.POINTER(_FontSet)
    library.FcConfigGetFonts.argtypes = (pointer, integer)
    library.FcPatternGetCharSet.argtypes = (pointer, text, integer, ctypes.POINTER(pointer))
    library.FcPatternGetString.argtypes = (pointer, text, integer, ctypes.POINTER(text))
    library.FcCharSetHasChar.argtypes = (pointer, ctypes.c_uint32)
