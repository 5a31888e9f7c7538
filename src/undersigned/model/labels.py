"""Labels: the addresses of a document's letters, as they go onto labels or envelopes."""

from __future__ import annotations

from dataclasses import dataclass

from undersigned.errors import Location
from undersigned.model.label_format import LabelFormat
from undersigned.model.text import Text
from undersigned.model.wording import Wording

__all__ = ["Label", "Labels"]


@dataclass(frozen=True)
class Label:
    """One address. `wording` is that of the letter it goes with; `has_country` says whether the
    last line is the country, which the post wants in capitals; `location` names the recipient."""

    lines: tuple[Text, ...]
    wording: Wording
    has_country: bool
    location: Location


@dataclass(frozen=True)
class Labels:
    """All of them, in the order of printing, or as many as one file holds; `start` is the first
    free label of the first page, `part` which of the files it is, both counted from 1."""

    format: LabelFormat
    labels: tuple[Label, ...]
    start: int = 1
    part: int = 1
