"""The fonts that come with the program: their faces, and where they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from undersigned.render.families import SANS, SERIF

__all__ = ["FACES", "SANS_FILE", "font_css", "font_files", "font_folder"]

SANS_FILE = "SourceSans3-Regular.ttf"
# Family, file, weight, style.
FACES = (
    (SERIF, "SourceSerif4-Regular.ttf", 400, "normal"),
    (SERIF, "SourceSerif4-It.ttf", 400, "italic"),
    (SERIF, "SourceSerif4-Bold.ttf", 700, "normal"),
    (SERIF, "SourceSerif4-BoldIt.ttf", 700, "italic"),
    (SANS, SANS_FILE, 400, "normal"),
    (SANS, "SourceSans3-It.ttf", 400, "italic"),
    (SANS, "SourceSans3-Semibold.ttf", 600, "normal"),
)


def font_folder(layers: Sequence[Path]) -> Path:
    """Where the shipped fonts are: in the built-in layer, which is the last."""
    return layers[-1] / "templates" / "fonts"


def font_css(layers: Sequence[Path]) -> str:
    """The faces as CSS, for the layout engine; the HTML names the families and carries none."""
    folder = font_folder(layers).resolve()
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
        f'src: url("{(folder / file).as_uri()}") }}'
        for family, file, weight, style in FACES
    )


def font_files(layers: Sequence[Path]) -> tuple[Path, ...]:
    """The files of the shipped fonts."""
    return tuple(font_folder(layers) / file for _, file, _, _ in FACES)
