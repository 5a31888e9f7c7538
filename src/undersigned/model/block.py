"""TextBlock: a passage that several documents use, with its parameters and its sign-off."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from undersigned.errors import Location
from undersigned.model.node import Block, Footnote

__all__ = ["Approval", "Parameter", "TextBlock"]


@dataclass(frozen=True)
class Parameter:
    """What a block is given; `default` is None where it must be given."""

    name: str
    default: str | None
    location: Location


@dataclass(frozen=True)
class Approval:
    """Who signed the text off, and when."""

    by: str
    on: dt.date


@dataclass(frozen=True)
class TextBlock:
    """A block in one language. `path` is where it was found, `layer` in which place."""

    name: str
    language: str
    title: str
    parameters: tuple[Parameter, ...]
    body: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    location: Location
    layer: str = "workspace"
    owner: str = ""
    approved: Approval | None = None
    review_by: dt.date | None = None
    source: str = ""
