"""Pictures: found inside the workspace, never on the network, and known to be readable."""

from __future__ import annotations

import io
import re
from pathlib import Path

from undersigned.errors import Findings, Location
from undersigned.load.drawing import svg_problem
from undersigned.load.workspace import Workspace

__all__ = ["find_image"]

# A page at 600 dots to the inch is 7,000 pixels high, and a camera's picture has 50 million; as
# many take 240 MB to unpack, and a file of a few kilobytes can claim any number.
_LONGEST_SIDE = 12_000
_MOST_PIXELS = 60_000_000
_MOST_BYTES = 50_000_000
_AGAIN = "export it again as PNG, JPEG or SVG"
_SMALLER = "save a smaller copy: 2,000 pixels are enough for the width of a page"
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


def find_image(
    workspace: Workspace, address: str, folder: Path, place: Location, findings: Findings
) -> Path | None:
    """The picture's file: relative to the folder of the file that names it, or to the
    workspace. None, with a finding, where there is none that can be printed."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", address) or "{{" in address:
        findings.add(
            place,
            "image",
            f'the picture "{address[:80]}" is not a file of the workspace',
            "save it in the workspace and give its path; nothing is fetched from the network",
        )
        return None
    candidates = [
        candidate
        for base in dict.fromkeys((folder, *workspace.layers))
        if workspace.reader.exists(candidate := base / address.removeprefix("/"))
    ]
    inside = [c for c in candidates if _is_inside(c, workspace)]
    if not candidates:
        findings.add(
            place,
            "image",
            f'there is no picture "{address}"',
            f"looked in {workspace.reader.display(folder)}/ and in the workspace",
        )
        return None
    if not inside:
        findings.add(
            place,
            "image",
            f'the picture "{address}" lies outside the workspace',
            "copy it into the workspace",
        )
        return None
    problem, advice = _problem(inside[0])
    if problem:
        findings.add(place, "image", f'the picture "{address}" {problem}', advice)
        return None
    return inside[0].resolve()


def _is_inside(path: Path, workspace: Workspace) -> bool:
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return any(real.is_relative_to(layer.resolve()) for layer in workspace.layers)


def _problem(path: Path) -> tuple[str, str]:
    """Why the picture cannot be printed and what to do, or nothing.

    Its size is told by its first bytes: what is too large is not unpacked.
    """
    try:
        size = path.stat().st_size
        if size > _MOST_BYTES:
            megabytes = f"{size / 1_000_000:,.0f} MB"
            return f"is a file of {megabytes}; {_MOST_BYTES // 1_000_000} MB is the most", _SMALLER
        content = path.read_bytes()
    except OSError as error:
        return f"cannot be read: {error.strerror}", _AGAIN
    if path.suffix.casefold() == ".svg":
        problem = svg_problem(content, raster_problem)
        return problem, _AGAIN if problem else ""
    return raster_problem(content)


def raster_problem(content: bytes) -> tuple[str, str]:
    """Why a picture of pixels cannot be printed and what to do, or nothing."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - slow, and rarely needed

    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            width, height = picture.size
            if max(width, height) > _LONGEST_SIDE or width * height > _MOST_PIXELS:
                limit = f"{_LONGEST_SIDE:,} on a side and {_MOST_PIXELS:,} in all are the most"
                return f"is {width:,} by {height:,} pixels; {limit}", _SMALLER
            picture.load()
    except UnidentifiedImageError:
        return "is no PNG, JPEG, GIF, WebP or SVG", _AGAIN
    except (OSError, ValueError, SyntaxError) as error:
        return f"is damaged: {error}", _AGAIN
    return "", ""
