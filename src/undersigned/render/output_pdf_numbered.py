"""The letter as a tagged PDF file with the lines of its text numbered, for reading it together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from undersigned.model.letter import Letter
from undersigned.render.page import set_page

__all__ = ["SUFFIX", "render"]

# A name of its own: the numbered file never takes the place of the finished one.
SUFFIX = ".numbered.pdf"


def render(letter: Letter, layers: Sequence[Path]) -> bytes:
    """The page as PDF/UA-1, broken into lines and pages as without numbers."""
    from undersigned.render.line_numbers import STYLESHEET, number_lines  # noqa: PLC0415 - seldom

    page = set_page(letter, layers, sheets=(STYLESHEET,))
    # The layout engine takes half a second to load: only where it is needed.
    from undersigned.render.pdf import write_pdf  # noqa: PLC0415

    return write_pdf(
        page, letter, layers, lambda document: number_lines(document, letter, page.layout)
    )
