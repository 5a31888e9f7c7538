"""Form response: by what one is known when the form is exported again, and what it said then.

Only digests leave this module, for they are written into the roster's history: a response is
known by the id that the form gave it, else by its time and e-mail address, else by all it says.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from undersigned.load.columns import Columns
from undersigned.load.date_column import Moment
from undersigned.load.sheet import SheetRow

__all__ = ["Response", "read_responses", "remembered"]

_NAMES = ("organisation", "name", "person", "given", "family")


@dataclass(frozen=True)
class Response:
    """One response: its line, by what it is known, and a few digits of each of its cells."""

    line: int
    key: str
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """As the history has it."""
        return " ".join(
            [self.key, *(f"{name}={said}" for name, said in sorted(self.parts.items()))]
        )

    def differs(self, before: Mapping[str, str]) -> tuple[str, ...]:
        """The fields that say something else than before; those that were not asked for then
        are none of them."""
        return tuple(n for n, said in before.items() if n in self.parts and self.parts[n] != said)


def read_responses(
    rows: Sequence[SheetRow], columns: Columns, moments: Sequence[Moment | None]
) -> tuple[Response, ...]:
    """A response for each row. Two of one key are two with the same id, or say the same."""
    found: list[Response] = []
    seen: set[str] = set()
    for row, moment in zip(rows, moments, strict=True):
        cells = {match.field: _plain(row.cells[match.column]) for match in columns.matches}
        key = _key(cells, moment)
        if key in seen and key.startswith("t"):
            # One person may send several in one minute, for several organisations.
            key = _digest("n", key, *(cells.get(name, "") for name in _NAMES))
        seen.add(key)
        parts = {name: _digest("", name, cell)[:4] for name, cell in cells.items()}
        found.append(Response(row.line, key, parts))
    return tuple(found)


def remembered(texts: Iterable[str]) -> dict[str, dict[str, str]]:
    """What the history knows: for each key the digits of its cells."""
    known: dict[str, dict[str, str]] = {}
    for text in texts:
        key, *parts = text.split(" ")
        known[key] = dict(part.split("=", 1) for part in parts if "=" in part)
    return known


def _key(cells: Mapping[str, str], moment: Moment | None) -> str:
    if cells.get("response"):
        return _digest("i", cells["response"])
    if cells.get("email") and moment is not None and moment.time:
        return _digest("t", cells["signed_on"], cells["email"])
    return _digest("r", *(f"{name}={cell}" for name, cell in sorted(cells.items()) if cell))


def _digest(mark: str, *words: str) -> str:
    data = "\x1f".join(words).encode("utf-8", "surrogatepass")
    return mark + hashlib.sha256(data).hexdigest()[:20]


def _plain(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", cell).casefold().split())
