"""Form response: by what one is known when the form is exported again, and what it said then.

Only digests leave this module, for they are written into the roster's history: a response is
known by the id that the form gave it, else by its time and e-mail address, else by all it says;
and whichever it is, by who it names.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from undersigned.load.columns import Columns
from undersigned.load.date_column import Moment
from undersigned.load.response_mark import Mark
from undersigned.load.sheet import SheetRow
from undersigned.model.organisation_name import folded

__all__ = ["WHO", "Earlier", "Response", "read_responses", "remembered", "who_digits"]

# Who is named; the same words in another of these columns have the same digits.
WHO = ("organisation", "name", "person", "given", "family", "id")
_ONE_WHO = ("organisation", "name", "person")
# 64 bits, by which one of many is found; of other cells 16 tell only whether they changed.
_LONG, _SHORT = 16, 4


@dataclass(frozen=True)
class Earlier:
    """A response as the history remembers it: its key, digits of its cells, "" for those that
    were empty, the digits of its mark in the roster, and the fingerprint of the row that it went
    into. `standing`: there still is such a row."""

    key: str
    parts: Mapping[str, str]
    mark: str = ""
    row: str = ""
    standing: bool = True


@dataclass(frozen=True)
class Response:
    """One response: its line, by what it is known, digits of its cells, and of its mark."""

    line: int
    key: str
    parts: Mapping[str, str] = field(default_factory=dict)
    mark: str = ""

    def text(self, row: str = "") -> str:
        """As the history has it; `row` is the fingerprint of the row that it went into."""
        return f"{self._said} .mark={self.mark} .row={row}"

    @property
    def itself(self) -> str:
        """What no other response of the form has, unless it says the same. One person may send
        several in one minute, for several organisations."""
        return self._said if self.key.startswith("t") else self.key

    @property
    def _said(self) -> str:
        parts = (f"{name}={said}" for name, said in sorted(self.parts.items()))
        return " ".join([self.key, *parts])

    def differs(self, before: Mapping[str, str]) -> tuple[str, ...]:
        """The fields that say something else than before; those that were not asked for then
        are none of them."""
        return tuple(n for n, said in before.items() if n in self.parts and self.parts[n] != said)


def read_responses(
    rows: Sequence[SheetRow], columns: Columns, moments: Sequence[Moment | None], form: str = ""
) -> tuple[Response, ...]:
    """A response for each row of a form, whose file's name is `form`."""
    found: list[Response] = []
    for row, moment in zip(rows, moments, strict=True):
        cells = {match.field: _plain(row.cells[match.column]) for match in columns.matches}
        parts = {name: _digits(name, cell, moment) for name, cell in cells.items()}
        mark = Mark.of(form, row.line, moment).digits
        found.append(Response(row.line, _key(cells, moment), parts, mark))
    return tuple(found)


def remembered(texts: Iterable[str]) -> tuple[Earlier, ...]:
    """What the history knows, the latest first."""
    known = []
    for text in reversed(tuple(dict.fromkeys(texts))):
        key, *words = text.split(" ")
        parts = dict(word.split("=", 1) for word in words if "=" in word)
        mark, row = parts.pop(".mark", ""), parts.pop(".row", "")
        known.append(Earlier(key, parts, mark, row))
    return tuple(known)


def _key(cells: Mapping[str, str], moment: Moment | None) -> str:
    if cells.get("response"):
        return "i" + _digest(cells["response"])
    if cells.get("email") and moment is not None and moment.time:
        # Not as it is typed: another format of the same form writes it otherwise.
        return "t" + _digest(str(moment), cells["email"])
    return "r" + _digest(*(f"{name}={cell}" for name, cell in sorted(cells.items()) if cell))


def who_digits(name: str) -> str:
    """The digits of a name, as they are among the parts of a response."""
    return _digits("name", _plain(name), None)


def _digits(name: str, cell: str, moment: Moment | None) -> str:
    if not cell:
        return ""
    if name in WHO:
        return _digest("who" if name in _ONE_WHO else name, folded(cell) or cell)[:_LONG]
    if name == "signed_on" and moment is not None:
        cell = str(moment)
    return _digest(name, cell)[: _LONG if name == "email" else _SHORT]


def _digest(*words: str) -> str:
    data = "\x1f".join(words).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:20]


def _plain(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", cell).casefold().split())
