"""The shipped catalogue as its tables have it, read here with nothing of the program's own."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["Addressee", "read_addressee", "read_table"]

_TABLES = {"parliament": "parliaments", "chamber": "chambers", "office": "offices"}


@dataclass(frozen=True)
class Addressee:
    """How the tables write to an institution or an office, without a person, in one language.

    `place` is what its address is made of, in the table's order and spelling, the country last.
    What the rows of its own form of address leave blank is None in `own_salutation` and
    `own_close`; the other two are then the general form's.
    """

    id: str
    name: str
    in_text: str
    place: tuple[str, ...]
    own_salutation: str | None
    own_close: str | None
    salutation: str
    close: str


def read_addressee(folder: Path, id_: str, language: str = "en") -> Addressee:
    """The record of the catalogue in `folder`, as a letter in this language has it."""
    kind, row = _record(folder, id_)
    local = _named(folder, id_, language) or row
    said = {"name": local["name"], "in_text": local["in_text"], "office": local["name"]}
    forms = {
        form["office"]: form
        for form in read_table(folder / "forms_of_address.csv")
        if form["language"] == language
    }

    def first(column: str, *keys: str) -> str | None:
        for key in keys:
            if words := forms.get(key, {}).get(column):
                for gap, word in said.items():
                    words = words.replace("{" + gap + "}", word)
                return words
        return None

    own = (id_, *([f"*/{id_.partition('/')[2]}"] if kind == "office" else []))
    # An office's own form is that for somebody in it, by name; that for the office alone goes by
    # the name that all presiding officers share.
    keys = ["*/presiding-officer"] if kind == "office" else [*own, kind]
    envelope = first("envelope", *keys)
    return Addressee(
        id=id_,
        name=envelope or said["name"],
        in_text=said["in_text"],
        place=tuple(_place(folder, id_, language)),
        own_salutation=first("salutation", *own),
        own_close=first("close", *own),
        salutation=first("salutation", *own, kind) or "",
        close=first("close", *own, kind) or "",
    )


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _record(folder: Path, id_: str) -> tuple[str, dict[str, str]]:
    (found,) = (
        (kind, row)
        for kind, table in _TABLES.items()
        for row in read_table(folder / f"{table}.csv")
        if row["id"] == id_
    )
    return found


def _named(folder: Path, id_: str, language: str) -> Mapping[str, str] | None:
    rows = read_table(folder / "names.csv")
    return next((row for row in rows if (row["id"], row["language"]) == (id_, language)), None)


def _place(folder: Path, id_: str, language: str) -> Iterator[str]:
    """The address of the record; for an office without one that of what it belongs to."""
    kind, row = _record(folder, id_)
    cells = [row[column] for column in ("street", "postal_code", "city", "area")]
    parts = [part for cell in cells for part in cell.split("|") if part]
    if not parts and kind == "office":
        yield from _place(folder, row["of"], language)
    if not parts:
        return
    yield from parts
    while not (row["address_country"] or row.get("country")):
        _, row = _record(folder, row.get("parliament") or row["of"])
    code = row["address_country"] or row["country"]
    yield str(Locale(language).territories[code])
