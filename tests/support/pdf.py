"""A PDF file as its reader gets it: words, pages, fonts and pictures, through poppler's tools.

The program writes with WeasyPrint; reading with another project's code keeps a test honest.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "PdfFont",
    "pdf_fonts",
    "pdf_info",
    "pdf_page_count",
    "pdf_pictures",
    "pdf_text",
    "pdf_words",
]


@dataclass(frozen=True)
class PdfFont:
    """A font in a PDF file; the name without the tag that marks a subset."""

    name: str
    kind: str
    embedded: bool
    subset: bool
    unicode: bool


def pdf_text(path: Path, *, layout: bool = False, page: int | None = None) -> str:
    """The text in reading order, or with `layout` as placed; each page ends in a form feed."""
    pages = [] if page is None else ["-f", str(page), "-l", str(page)]
    options = ["-layout"] if layout else []
    return _run("pdftotext", "-enc", "UTF-8", *options, *pages, str(path), "-")


def pdf_words(path: Path, *, page: int | None = None) -> list[str]:
    """The words in reading order."""
    return pdf_text(path, page=page).split()


def pdf_info(path: Path) -> dict[str, str]:
    """What pdfinfo tells: Title, Author, Tagged, Pages, Page size, …."""
    lines = (
        line.partition(":") for line in _run("pdfinfo", "-enc", "UTF-8", str(path)).split("\n")
    )
    return {key.strip(): value.strip() for key, colon, value in lines if colon}


def pdf_page_count(path: Path) -> int:
    return int(pdf_info(path)["Pages"])


def pdf_fonts(path: Path) -> list[PdfFont]:
    """Every font the file uses, in the file's order."""
    _, _, *rows = _run("pdffonts", str(path)).splitlines()
    fonts = []
    for row in rows:
        # name, type (of one to three words), encoding, emb, sub, uni, object, generation
        words = row.split()
        embedded, subset, unicode = (word == "yes" for word in words[-5:-2])
        name = words[0].split("+", 1)[-1] if subset else words[0]
        fonts.append(PdfFont(name, " ".join(words[1:-6]), embedded, subset, unicode))
    return fonts


def pdf_pictures(path: Path, folder: Path, *, dpi: int = 72) -> list[Path]:
    """Each page as a PNG file in `folder`, in order."""
    _run("pdftoppm", "-png", "-r", str(dpi), str(path), str(folder / path.stem))
    return sorted(folder.glob(f"{path.stem}-*.png"))


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
