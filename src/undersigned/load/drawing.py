"""Drawings (SVG): known to be whole, to draw from nowhere else, and to come to an end."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["svg_problem"]

# What an SVG may name: a part of itself, or what is written out within it.
_WITHIN = ("#", "data:")
_URL = re.compile(r"""(?:url\(|@import)\s*["']?\s*([^"')\s]+)""")
# Elements drawn in all, those that `use` draws again among them: a file of ten lines can ask for
# more than a machine draws in a year.
_MOST_DRAWN = 200_000
_DEEPEST = 100


def svg_problem(content: bytes, raster_problem: Callable[[bytes], tuple[str, str]]) -> str:
    """Why a drawing cannot be printed, or nothing.

    `raster_problem` says the same, and what to do, of a picture written out within it.
    """
    import xml.etree.ElementTree as ET  # noqa: PLC0415 - entities are refused below

    if b"<svg" not in content and b":svg" not in content:
        return "is no SVG in UTF-8"
    if b"<!ENTITY" in content:
        return "holds entity definitions"
    try:
        root = ET.fromstring(content)  # noqa: S314 - entities are refused above
    except ET.ParseError as error:
        return f"is damaged: {error}"
    if root.tag.rpartition("}")[2] != "svg":
        return "is no SVG"
    outside = next(_drawn_from_outside(root), "")
    if outside:
        return f'draws from outside the file: "{outside[:60]}"'
    for inside in _pictures_within(root):
        problem, _ = raster_problem(inside)
        if problem:
            return f"holds a picture that {problem}"
    return _endless(root)


def _drawn_from_outside(root: Element) -> Iterator[str]:
    for element in root.iter():
        for name, value in element.attrib.items():
            if _is_drawn(element, name) and not value.strip().startswith(_WITHIN):
                yield value
            yield from (u for u in _URL.findall(value) if not u.startswith(_WITHIN))
        yield from (u for u in _URL.findall(element.text or "") if not u.startswith(_WITHIN))


def _is_drawn(element: Element, attribute: str) -> bool:
    return (
        attribute.rpartition("}")[2] == "href"
        and element.tag.rpartition("}")[2] != "a"
        and bool(element.attrib[attribute].strip())
    )


def _pictures_within(root: Element) -> Iterator[bytes]:
    """The bytes of `data:` addresses; of one that cannot be read, none."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if _is_drawn(element, name) and value.strip().startswith("data:"):
                head, _, data = value.strip().partition(",")
                if "svg" in head:
                    yield b""
                elif head.endswith(";base64"):
                    try:
                        yield b64decode(data)
                    except ValueError:
                        yield b""
                else:
                    yield unquote_to_bytes(data)


def _endless(root: Element) -> str:
    """What keeps a drawing from coming to an end, or nothing."""
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[int, int] = {}

    def drawn(element: Element, depth: int) -> int:
        """How many elements are drawn for this one."""
        if depth > _DEEPEST:
            return _MOST_DRAWN + 1
        key = id(element)
        if key not in known:
            # One that draws itself is counted as endless when it comes round again.
            known[key] = _MOST_DRAWN + 1
            total = 1 + sum(drawn(child, depth + 1) for child in element)
            for name, value in element.attrib.items():
                target = by_id.get(value.strip()[1:]) if _is_drawn(element, name) else None
                total += drawn(target, depth + 1) if target is not None else 0
            known[key] = total
        return known[key]

    if drawn(root, 0) > _MOST_DRAWN:
        return f"draws more than {_MOST_DRAWN:,} parts, or itself"
    return ""
