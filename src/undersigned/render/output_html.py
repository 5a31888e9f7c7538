"""The letter as one HTML file, which needs no other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from undersigned.model.letter import Letter
from undersigned.render.page import set_page

__all__ = ["SUFFIX", "render"]

SUFFIX = ".html"


def render(letter: Letter, layers: Sequence[Path]) -> bytes:
    """The page as UTF-8."""
    return set_page(letter, layers).html.encode()
