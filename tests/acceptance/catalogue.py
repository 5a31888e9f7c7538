"""The shipped catalogue as its tables have it, read here with nothing of the program's own."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["Addressee", "read_parliaments", "read_table"]


@dataclass(frozen=True)
class Addressee:
    """How the tables write to a parliament in English.

    `place` is what its address is made of, in the table's order and spelling; what the row of its
    own form of address leaves blank is None.
    """

    id: str
    name: str
    place: tuple[str, ...]
    own_salutation: str | None
    own_close: str | None
    salutation: str
    close: str


def read_parliaments(folder: Path, ids: Sequence[str]) -> list[Addressee]:
    """The parliaments of the catalogue in `folder` with these ids, in their order."""
    rows = {row["id"]: row for row in read_table(folder / "parliaments.csv")}
    forms = {
        row["office"]: row
        for row in read_table(folder / "forms_of_address.csv")
        if row["language"] == "en"
    }
    return [_addressee(rows[id_], forms) for id_ in ids]


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _addressee(row: Mapping[str, str], forms: Mapping[str, Mapping[str, str]]) -> Addressee:
    own, general = forms.get(row["id"], {}), forms["parliament"]

    def said(form: Mapping[str, str], column: str) -> str | None:
        words = form.get(column) or None
        return words and words.replace("{name}", row["name"]).replace("{in_text}", row["in_text"])

    place = [row[column] for column in ("street", "postal_code", "city", "area")]
    place = [part for cell in place for part in cell.split("|") if part]
    if place:
        place.append(str(Locale("en").territories[row["address_country"] or row["country"]]))
    return Addressee(
        id=row["id"],
        name=row["name"],
        place=tuple(place),
        own_salutation=said(own, "salutation"),
        own_close=said(own, "close"),
        salutation=said(own, "salutation") or said(general, "salutation") or "",
        close=said(own, "close") or said(general, "close") or "",
    )
