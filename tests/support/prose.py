"""What the letters of `letters.py` say in each language: the table of `prose.yaml`, as values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

__all__ = ["PROSE", "Prose"]


@dataclass(frozen=True)
class Prose:
    """The words of one language. `paragraphs` are the text's, in order."""

    title: str
    subject: str
    salutation: str
    close: str
    place: str
    date: str
    addressees: tuple[str, ...]
    heading: str
    subheading: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    steps: tuple[str, ...]
    quote: str
    speaker: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    second_note: str
    link: str
    stressed: str
    organisations: tuple[str, ...]
    people: tuple[str, ...]
    picture: str
    enclosure: str
    desk: str


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _read() -> dict[str, Prose]:
    tables = YAML(typ="safe").load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return {
        language: Prose(**{name: _frozen(value) for name, value in table.items()})
        for language, table in tables.items()
    }


PROSE = _read()
