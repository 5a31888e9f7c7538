"""Campaign: what the documents of one cause share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from undersigned.errors import Location
from undersigned.model.roster import Signatory

__all__ = ["Campaign", "Fact", "FactValue"]

FactValue: TypeAlias = str | int | Decimal | bool | dt.date | tuple["FactValue", ...]


@dataclass(frozen=True)
class Fact:
    """A figure or a name that several documents state, with its source where one is given."""

    name: str
    value: FactValue
    location: Location
    source: str = ""
    as_of: dt.date | None = None


@dataclass(frozen=True)
class Campaign:
    """A folder under `templates/campaigns/`; `languages` starts with the default language;
    `languages_location` is where it names them."""

    name: str
    title: str
    languages: tuple[str, ...]
    letterhead: tuple[Signatory, ...]
    facts: tuple[Fact, ...]
    documents: tuple[str, ...]
    location: Location
    languages_location: Location
