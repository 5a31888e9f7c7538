"""Pictures: found inside the workspace, never on the network, and known to be readable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from undersigned.errors import Findings, Location
from undersigned.load.workspace import Workspace

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["find_image"]

_MOST_PIXELS = 60_000_000
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
    problem = _problem(inside[0])
    if problem:
        findings.add(
            place,
            "image",
            f'the picture "{address}" {problem}',
            "export it again as PNG, JPEG or SVG",
        )
        return None
    return inside[0].resolve()


def _is_inside(path: Path, workspace: Workspace) -> bool:
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return any(real.is_relative_to(layer.resolve()) for layer in workspace.layers)


def _problem(path: Path) -> str:
    """Why the picture cannot be printed, or nothing."""
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if path.suffix.casefold() == ".svg":
        return _svg_problem(path)
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - slow, and rarely needed

    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(path, formats=_FORMATS) as picture:
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                return f"is too large ({width} by {height} pixels)"
            picture.load()
    except UnidentifiedImageError:
        return "is no PNG, JPEG, GIF, WebP or SVG"
    except (OSError, ValueError, SyntaxError) as error:
        return f"is damaged: {error}"
    return ""


def _svg_problem(path: Path) -> str:

    import xml.etree.ElementTree as ET  # noqa: PLC0415 - entities are refused below

    data = path.read_bytes()
    if b"<!ENTITY" in data:
        return "holds entity definitions"
    try:
        root = ET.fromstring(data)  # noqa: S314 - entities are refused above
    except ET.ParseError as error:
        return f"is damaged: {error}"
    if root.tag.rpartition("}")[2] != "svg":
        return "is no SVG"
    outside = next(_drawn_from_outside(root), "")
    return f'draws from outside the file: "{outside[:60]}"' if outside else ""


# What an SVG may name: a part of itself, or what is written out within it.
_WITHIN = ("#", "data:")
_URL = re.compile(r"""(?:url\(|@import)\s*["']?\s*([^"')\s]+)""")


def _drawn_from_outside(root: Element) -> Iterator[str]:
    for element in root.iter():
        for name, value in element.attrib.items():
            drawn = name.rpartition("}")[2] == "href" and element.tag.rpartition("}")[2] != "a"
            if drawn and value.strip() and not value.strip().startswith(_WITHIN):
                yield value
            yield from (u for u in _URL.findall(value) if not u.startswith(_WITHIN))
        yield from (u for u in _URL.findall(element.text or "") if not u.startswith(_WITHIN))
