"""Cell: what somebody typed into a table, made fit to be printed; what was changed is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.source import REFUSED, SURROGATE

__all__ = [
    "Change",
    "Remarks",
    "clean_cell",
    "is_formula",
    "is_lost",
    "refuse_strange",
    "refused",
    "short",
    "visible",
]

LONGEST = 2_000
_BLANK = frozenset({"-", "–", "—", "?", "n/a", "n.a."})
# What Excel, LibreOffice and Google Sheets write where a formula failed, some with a number.
_ERROR = re.compile(
    r"#(div/0!|ref!|name\?|n/?a|value!|num!|null!|error!|getting_data|spill!|calc!|field!|"
    r"blocked!|connect!|unknown!|busy!|python!)|(err|fehler|fout|erreur):\d{3}",
    re.IGNORECASE,
)
# Columns that name somebody: signs alone are no name.
_NAMES = frozenset({"organisation", "name", "person", "given", "family", "acronym"})
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad]")
_INVISIBLE = re.compile(
    "[\u0000-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u2000-\u200f\u2028-\u202f\u2060-\u206f"
    "\u3000\u3164\ufe0e\ufe0f\ufeff\uffa0\U000e0000-\U000e007f]"
)
_FORMULA = re.compile(r"[=+@]")
# Also what only looks like an e-mail address: it may be one with a slip in it.
_EMAIL = re.compile(r"[^\s\"'<>,;:|()@]+@[^\s\"'<>,;:|()@]+")


@dataclass(frozen=True, order=True)
class Change:
    """A cell that is taken otherwise than it was typed; both texts are empty where the row's
    words must not be told."""

    line: int
    column: str
    what: str
    before: str = ""
    after: str = ""

    @property
    def hushed(self) -> Change:
        """The same without a word of the row."""
        return Change(self.line, self.column, "it was changed")

    def __str__(self) -> str:
        told = f"line {self.line}, {self.column}: {self.what}"
        if not (self.before or self.after):
            return told
        return f'{told}: "{visible(self.before)}" -> "{visible(self.after)}"'


@dataclass
class Remarks:
    """What is to be told of rows that were taken: the kind of thing, by line, with an example."""

    lines: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def add(self, said: str, line: int, example: str = "") -> None:
        """Note one row."""
        self.lines.setdefault(said, []).append((line, example))

    def without(self, said: str, lines: Collection[int]) -> Remarks:
        """The remarks but for one of a kind about these lines."""
        left = [(line, word) for line, word in self.lines.get(said, ()) if line not in lines]
        kept = {what: rows for what, rows in self.lines.items() if what != said or left}
        return Remarks({**kept, said: left} if left else kept)

    def told(self, hushed: Collection[int] = ()) -> tuple[str, ...]:
        """Each kind of thing in one sentence, without an example from the rows `hushed`."""
        return tuple(
            _sentence(said, [(line, "" if line in hushed else word) for line, word in rows])
            for said, rows in self.lines.items()
        )


def clean_cell(name: str, cell: str, place: Location, *, lines: Sequence[str] = ()) -> str:
    """The cell in composed characters, with plain spaces and without what nobody sees, in one
    line but for the columns `lines`; "" for what stands for nothing.

    Raises `InvalidInput` for what cannot be printed, and for more than a line holds.
    """
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", cell))
    refuse_strange(name, text, place)
    if len(text) > LONGEST:
        said = f'"{name}" has {len(text):,} characters, too many for a line of an address'
        raise refused(place, said, "a quotation mark may be missing in the row")
    if name in lines:
        return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()
    words = " ".join(text.split())
    return "" if is_blank(words) else words


def refuse_strange(name: str, text: str, place: Location) -> None:
    """Raise `InvalidInput` where a character cannot be printed; `name` is the column's."""
    blank = text.replace("\r", " ").replace("\x0b", " ")
    strange = REFUSED.search(blank) or SURROGATE.search(blank)
    if strange:
        said = f'the character U+{ord(strange[0]):04X} in "{name}" cannot be printed'
        raise refused(place, said, "type again what stood there")


def refused(place: Location, said: str, hint: str) -> InvalidInput:
    """The error with which a row is left out."""
    return InvalidInput([Finding(place, "row", said, hint)])


def is_blank(words: str, name: str = "") -> bool:
    """Whether a cell says no more than that it says nothing: in a column `name` of names also
    one without a letter or a digit."""
    if not words or words.casefold() in _BLANK or _ERROR.fullmatch(words):
        return True
    return name in _NAMES and not any(map(str.isalnum, words))


def is_lost(cell: str) -> bool:
    """Whether a name stood in a cell of which nothing can be printed: an error that a formula left
    behind, or pictures alone. A dash says that there is none."""
    words = " ".join(cell.split())
    if _ERROR.fullmatch(words):
        return True
    return any(
        unicodedata.category(sign) in ("So", "Sk", "Cs", "Co") for sign in words
    ) and not any(map(str.isalnum, words))


def is_formula(cell: str) -> bool:
    """Whether another program would compute it."""
    return bool(_FORMULA.match(cell))


def short(cell: str) -> str:
    """What a message shows of a cell: no e-mail address, for messages end up in logs."""
    cell = _EMAIL.sub("…@…", cell)
    return cell if len(cell) <= 40 else cell[:37] + "…"


def visible(cell: str) -> str:
    """The cell with the code of what nobody sees, or what would turn a line around."""
    return short(_INVISIBLE.sub(lambda sign: f"<U+{ord(sign[0]):04X}>", cell))


def _sentence(said: str, rows: list[tuple[int, str]]) -> str:
    lines = [str(line) for line, _ in rows]
    shown = ", ".join(lines[:8]) + (f" and {len(lines) - 8} more" if len(lines) > 8 else "")
    example = next((f" ({short(example)})" for _, example in rows if example), "")
    return f"{said}: line{'s' if len(lines) > 1 else ''} {shown}{example}"
