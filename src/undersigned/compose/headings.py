"""Headings: levels that never skip one, and an anchor for each.

The title is level 1. PDF/UA-1 (ISO 14289-1, 7.4.2) forbids a level to be skipped, so a level
counts how many headings it stands under, whatever number of signs was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from undersigned.errors import Findings, did_you_mean
from undersigned.model.node import Block, Heading, Link, inline_text

__all__ = ["check_links", "level_headings"]


def level_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, their headings levelled from 2 on and each with its own anchor."""
    return _Leveller().walk(tuple(blocks))  # type: ignore[no-any-return]


class _Leveller:
    def __init__(self) -> None:
        self.open: list[int] = []
        self.anchors: set[str] = set()

    def walk(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self.walk(item) for item in value)
        if isinstance(value, Heading):
            return self.heading(value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changes = {
            f.name: changed
            for f in fields(value)
            if isinstance(old := getattr(value, f.name), tuple)
            and (changed := self.walk(old)) != old
        }
        return replace(value, **changes) if changes else value

    def heading(self, heading: Heading) -> Heading:
        while self.open and self.open[-1] >= heading.level:
            self.open.pop()
        self.open.append(heading.level)
        slug = _slug(inline_text(heading.children))
        anchor, number = slug or "section", 2
        while anchor in self.anchors:
            anchor = f"{slug or 'section'}-{number}"
            number += 1
        self.anchors.add(anchor)
        return replace(heading, level=min(len(self.open) + 1, 6), anchor=anchor)


def _slug(words: str) -> str:
    """Letters and figures with hyphens between words; the vowel signs of Khmer are marks."""
    kept = (c if c.isalnum() or unicodedata.category(c)[0] == "M" else "-" for c in words)
    return re.sub(r"-+", "-", "".join(kept).casefold()).strip("-")


def check_links(blocks: Sequence[Block], findings: Findings) -> None:
    """Find links to places that the letter does not have."""
    anchors: set[str] = set()
    links: list[Link] = []

    def look(value: Any) -> None:
        if isinstance(value, tuple):
            for item in value:
                look(item)
            return
        if isinstance(value, Heading):
            anchors.add(value.anchor)
        elif isinstance(value, Link) and value.href.startswith("#"):
            links.append(value)
        if is_dataclass(value) and not isinstance(value, type):
            for f in fields(value):
                if isinstance(child := getattr(value, f.name), tuple):
                    look(child)

    look(tuple(blocks))
    for link in links:
        if link.href[1:] not in anchors:
            findings.add(
                link.location, "link", f'no heading of this letter is "{link.href}"',
                did_you_mean(link.href[1:], anchors) or "known: " + ", ".join(sorted(anchors)),
            )  # fmt: skip
