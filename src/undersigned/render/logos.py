"""Logos and signatures in even optical size: each takes the same area, whatever its proportions.

At one height a wordmark shouts and a seal whispers; at one width it is the other way about.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from undersigned.errors import Finding, Location, RenderFailed
from undersigned.model.signature_limits import MOST_LOGOS
from undersigned.render.pictures import address_of, media_type, read_picture
from undersigned.render.raster import fitted, raster_size

__all__ = ["Logo", "logo_of", "side_in_one_row"]

# In 300 dots to the inch, for a logo of five centimetres.
_LONGEST = 600
# Width and height at most, in sides of the square of the same area: beyond, a line of letters
# would leave the page, and a tower push its row apart.
_WIDEST = 3.0
_TALLEST = 1.5

_SVG_TAG = re.compile(rb"<(?:[\w.-]+:)?svg\b[^>]*>", re.DOTALL)
_ATTRIBUTE = re.compile(rb"""\s(width|height|viewBox)\s*=\s*["']([^"']*)["']""")
_LENGTH = re.compile(rb"\s*([\d.]+(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*")
_PIXELS = {b"": 1.0, b"px": 1.0, b"pt": 4 / 3, b"pc": 16.0, b"mm": 96 / 25.4, b"cm": 96 / 2.54,
           b"in": 96.0}  # fmt: skip
# What an SVG without any size has: CSS 2.2, 10.3.2.
_UNSIZED = (300.0, 150.0)


# The type area of a page, what stands between two logos, and the side of the square whose area a
# logo has (base.css, parts.css), in millimetres; and how small one may become to stay in its row.
_ROW, _GAP, _SIDE, _SMALLEST = 144.0, 8.5, 15.0, 9.0


@dataclass(frozen=True)
class Logo:
    """A picture with its width, in sides of the square that has its area, and whose it is."""

    src: str
    across: float
    name: str


def logo_of(path: Path, location: Location, name: str) -> Logo:
    """The picture without its empty margins. Raises `RenderFailed` where it cannot be read."""
    content = read_picture(path, location)
    try:
        src, across = _measured(content)
    except (OSError, ValueError, SyntaxError) as error:
        said = f'"{path.name}" cannot be read as a picture'
        raise RenderFailed(
            [Finding(location, "unreadable-image", said, "export it again")]
        ) from error
    return Logo(src, across, name)


def side_in_one_row(logos: Sequence[Logo]) -> float | None:
    """The side, in millimetres, at which logos that would leave a few for a second row stay in
    one; None where they do as they are, or would become too small."""
    across = sum(logo.across for logo in logos)
    room = _ROW - _GAP * len(logos)
    if not logos or across * _SIDE <= room or room < across * _SMALLEST:
        return None
    return math.floor(room / across * 10) / 10


# Every letter of an edition carries the same ones.
@lru_cache(maxsize=2 * MOST_LOGOS)
def _measured(content: bytes) -> tuple[str, float]:
    if media_type(content) == "image/svg+xml":
        width, height = _svg_size(content)
    else:
        content = fitted(content, _LONGEST, trim=True)
        width, height = raster_size(content)
    ratio = width / height
    across = min(math.sqrt(ratio), _WIDEST, _TALLEST * ratio)
    return address_of(content), round(across, 3)


def _svg_size(content: bytes) -> tuple[float, float]:
    """Width and height of a drawing, in any unit: only their proportion counts."""
    tag = _SVG_TAG.search(content)
    said = dict(_ATTRIBUTE.findall(tag[0])) if tag else {}
    sizes = tuple(_length(said.get(name, b"")) for name in (b"width", b"height"))
    if all(sizes):
        return sizes[0], sizes[1]
    try:
        _, _, width, height = (float(n) for n in re.split(rb"[\s,]+", said[b"viewBox"].strip()))
    except (KeyError, ValueError):
        return _UNSIZED
    return (width, height) if 0 < width < math.inf and 0 < height < math.inf else _UNSIZED


def _length(said: bytes) -> float:
    found = _LENGTH.fullmatch(said)
    try:
        return float(found[1]) * _PIXELS[found[2]] if found else 0.0
    except ValueError:
        return 0.0
