"""Text: words together with where they were written and what kind of source they come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from undersigned.errors import Location

__all__ = ["Origin", "Text"]


class Origin(StrEnum):
    """What the words of a letter come from."""

    PROSE = "prose"
    BLOCK = "block"
    FACT = "fact"
    RECIPIENT = "recipient"
    ROSTER = "roster"
    DOCUMENT = "document"
    WORDING = "wording"


@dataclass(frozen=True)
class Text:
    """Literal words. They are never markup: every output escapes them."""

    text: str
    location: Location
    origin: Origin = Origin.PROSE

    def __str__(self) -> str:
        return self.text
