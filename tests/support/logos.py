"""Logos of organisations that do not exist: seals, wordmarks, towers; drawn and painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["PROPORTIONS", "draw_logos"]

# Width to height: from a tower to a wordmark of one long line.
PROPORTIONS = (1.0, 3.2, 0.6, 5.5, 1.6, 8.0, 0.35, 2.4)
_COLOURS = ("#1d3f72", "#9c1c1c", "#276749", "#7a4a00", "#4a2a6a", "#1c6a74")


def draw_logos(folder: Path, number: int) -> list[Path]:
    """That many, of all proportions and of three sorts in turn: an SVG, a PNG with a wide
    transparent margin, and a JPEG."""
    folder.mkdir(exist_ok=True)
    return [_draw(folder, i) for i in range(number)]


def _draw(folder: Path, index: int) -> Path:
    ratio = PROPORTIONS[index % len(PROPORTIONS)]
    colour = _COLOURS[index % len(_COLOURS)]
    sort = index // len(PROPORTIONS) % 3
    height = 120
    width = round(height * ratio)
    if sort == 0:
        path = folder / f"{index}.svg"
        inner = f'<ellipse cx="{width / 2}" cy="60" rx="{width / 2 - 4}" ry="56" fill="{colour}"/>'
        if ratio > 2:
            bars = "".join(
                f'<rect x="{x}" y="20" width="26" height="{60 + x % 40}"/>'
                for x in range(0, width - 20, 40)
            )
            inner = f'<g fill="{colour}">{bars}</g>'
        path.write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 120">{inner}</svg>',
            encoding="utf-8",
        )
        return path
    margin = 90 if sort == 1 else 0
    size = (width * 3 + 2 * margin, height * 3 + 2 * margin)
    picture = Image.new("RGBA", size, (0, 0, 0, 0) if sort == 1 else "white")
    pen = ImageDraw.Draw(picture)
    right, bottom = size[0] - margin - 1, size[1] - margin - 1
    if ratio > 2:
        for x in range(margin, right - 70, 110):
            pen.rectangle((x, margin, x + 60, bottom), fill=colour)
        pen.rectangle((right - 60, margin, right, bottom), fill=colour)
    else:
        pen.ellipse((margin, margin, right, bottom), fill=colour)
    path = folder / f"{index}.{'png' if sort == 1 else 'jpg'}"
    (picture if sort == 1 else picture.convert("RGB")).save(path)
    return path
