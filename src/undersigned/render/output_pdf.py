"""The letter as a tagged PDF file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from undersigned.model.letter import Letter
from undersigned.render.page import set_page

__all__ = ["SUFFIX", "render"]

SUFFIX = ".pdf"


def render(letter: Letter, layers: Sequence[Path]) -> bytes:
    """The page as PDF/UA-1."""
    page = set_page(letter, layers)
    # The layout engine takes half a second to load: only where it is needed.
    from undersigned.render.pdf import write_pdf  # noqa: PLC0415

    return write_pdf(page, letter, layers)
