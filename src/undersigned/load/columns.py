"""Columns: which column of somebody's table holds what, told from its name and from its cells.

A guess is certain where the column's name is one that is known for the field and the cells do
not speak against it, or where the cells can be nothing else. Everything else is doubtful, and
whoever calls asks, or names the option that settles it. No column is taken for two fields, no
two columns for one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from undersigned.errors import UndersignedError
from undersigned.load.sheet import Sheet

__all__ = [
    "Columns",
    "Doubt",
    "Field",
    "MapError",
    "Match",
    "column_of",
    "guess_columns",
    "knows",
    "parse_map",
    "plain_name",
]

_SIMILAR = 86.0
_SAMPLE = 200
_MOST = 0.8
_FEW = 6
# What stands in brackets explains, but for the parts of a name: "Name (First)".
_ASIDE = re.compile(r"\((?!first\)|last\)|family\)|given\)|country\)).*?\)|\[.*?\]", re.IGNORECASE)


@dataclass(frozen=True)
class Field:
    """Something that a column may hold.

    `words` name it for certain, `weak` words perhaps, and so do `asks` and `hints`, which
    look at the whole of a name that is a question. `fits` says whether a cell can be one;
    `telling`: cells that fit can be nothing else, whatever the column is called; `decides`:
    they settle what a weak word leaves open. `first`: of several columns the one with the
    earliest of the words is taken. `said` is what such cells are called.
    """

    name: str
    words: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    fits: Callable[[str], bool] | None = None
    telling: bool = False
    decides: bool = False
    said: str = ""
    asks: Callable[[str], bool] | None = None
    hints: Callable[[str], bool] | None = None
    first: bool = False


@dataclass(frozen=True)
class Match:
    """A column that was taken for a field, and why."""

    field: str
    column: int
    reason: str


@dataclass(frozen=True)
class Doubt:
    """A field that one of these columns may hold: the likeliest first, and why it is in doubt.

    `either`: the column may be any of these fields, each with what that means; nobody takes it
    for one of them, or leaves it out, but by name.
    """

    field: str
    columns: tuple[int, ...]
    reason: str
    either: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Columns:
    """What was found. `left_out` are the columns that hold nothing that is wanted."""

    matches: tuple[Match, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[int, ...]

    def index(self, field: str) -> int | None:
        """The column of a field, or None."""
        return next((m.column for m in self.matches if m.field == field), None)


class MapError(UndersignedError):
    """A `--map` that names no field, no column, or one of them twice."""

    exit_code = 2


def parse_map(
    options: Sequence[str], sheet: Sheet, fields: Sequence[Field]
) -> dict[str, int | None]:
    """`FIELD=COLUMN` as the column's index, `FIELD=` as None. Raises `MapError`."""
    given: dict[str, int | None] = {}
    names = [field.name for field in fields]
    for option in options:
        field, equals, column = (part.strip() for part in option.partition("="))
        if not equals:
            raise MapError(f'"{option}" is not of the form FIELD=COLUMN')
        if field not in names:
            raise MapError(f'there is no field "{field}"; the fields are {", ".join(names)}')
        if field in given:
            raise MapError(f'"{field}" is given twice')
        index = column_of(column, sheet) if column else None
        if index is not None and index in given.values():
            raise MapError(f'the column "{column}" is given to two fields')
        given[field] = index
    return given


def column_of(name: str, sheet: Sheet) -> int:
    """The index of the column that somebody named. Raises `MapError` where there is none."""
    folded = [header.casefold() for header in sheet.header]
    if name.casefold() in folded:
        return folded.index(name.casefold())
    wanted = [
        index for index, header in enumerate(sheet.header) if plain_name(header) == plain_name(name)
    ]
    if len(wanted) == 1:
        return wanted[0]
    raise MapError(f'there is no column "{name}"; the columns are {", ".join(sheet.header)}')


def knows(fields: Sequence[Field], ignored: Sequence[str] = ()) -> Callable[[str], bool]:
    """Whether a cell is the name of a column, for finding the header of a sheet."""
    words = {
        plain_name(word) for field in fields for word in (field.name, *field.words, *field.weak)
    }
    words |= {plain_name(word) for word in ignored}
    asks = [field.asks for field in fields if field.asks]
    return lambda cell: plain_name(cell) in words or any(ask(plain_name(cell)) for ask in asks)


def guess_columns(
    sheet: Sheet,
    fields: Sequence[Field],
    given: Mapping[str, int | None] | None = None,
    ignored: Sequence[str] = (),
    *,
    filled_only: bool = False,
    left_out: Collection[int] = (),
) -> Columns:
    """The columns of a sheet; `given` is settled already, `ignored` are words of columns that
    are known and not wanted, `left_out` are columns that are not looked at. With `filled_only` a
    column without a cell in it is not looked at either: forms have many that nobody was asked to
    fill."""
    matches = [Match(f, c, "given") for f, c in (given or {}).items() if c is not None]
    taken = {match.column for match in matches}
    open_fields = [field for field in fields if field.name not in (given or {})]
    unwanted = {plain_name(word) for word in ignored}
    claims: list[_Claim] = []
    for index, name in enumerate(sheet.header):
        wanted = not filled_only or any(sheet.column(index)) or not sheet.rows
        if index not in {*taken, *left_out} and wanted and plain_name(name) not in unwanted:
            claims += _claims(index, name, sheet.column(index), open_fields, sheet.exact)
    found, doubts = _settle(claims, open_fields)
    matches += found
    used = {match.column for match in matches}
    left = tuple(index for index in range(len(sheet.header)) if index not in used)
    return Columns(tuple(matches), tuple(doubts), left)


@dataclass(frozen=True)
class _Claim:
    """A column that may be a field's. `strength` 4 is the field's own name, 3 a known word or
    telling cells, 2.5 a known word that few cells speak against, 2 and less a doubt."""

    field: str
    column: int
    strength: float
    reason: str
    likeness: float = 0.0


def _claims(
    index: int, name: str, cells: Sequence[str], fields: Sequence[Field], exact: bool
) -> list[_Claim]:
    plain = plain_name(name)
    filled = [cell for cell in cells if cell][:_SAMPLE]
    claims = []
    for field in fields:
        if exact:
            claims += [_Claim(field.name, index, 4, "named so")] if name == field.name else []
            continue
        claim = _claim(field, index, plain, filled)
        if claim is not None:
            claims.append(claim)
    # The column's own name, or its cells, say more than a likeness.
    least = min(max((claim.strength for claim in claims), default=0), 3)
    return [claim for claim in claims if claim.strength >= least]


def _claim(field: Field, index: int, plain: str, filled: Sequence[str]) -> _Claim | None:
    share = sum(map(field.fits, filled)) / len(filled) if field.fits and filled else None
    fits = share is None or share >= _MOST or (share >= 0.5 and len(filled) < _FEW)
    asked = field.asks is not None and field.asks(plain)
    if plain == plain_name(field.name) or plain in _words(field.words) or asked:
        strength = 4 if plain == plain_name(field.name) else 3
        if fits:
            return _Claim(field.name, index, strength, "named so", 100 - _rank(field, plain))
        if len(filled) < _FEW:
            # A slip in a row or two says nothing of the column.
            return _Claim(field.name, index, 2.5, "named so", 100)
        return _Claim(field.name, index, 2, f"named so, but its cells are no {_said(field)}", 100)
    if plain in _words(field.weak) or (field.hints is not None and field.hints(plain)):
        if share is not None and share < 1 - _MOST:
            return None
        certain = field.decides and share is not None and fits
        reason = f"its cells are {_said(field)}" if certain else "its name may mean that"
        likeness = 95 - _rank(field, plain)
        return _Claim(field.name, index, 3 if certain else 2, reason, likeness)
    if field.telling and share is not None and share >= _MOST:
        return _Claim(field.name, index, 3, f"its cells are {_said(field)}", 90)
    if not fits:
        return None
    likeness, word = _likeness(plain, (field.name, *field.words))
    if likeness >= _SIMILAR:
        return _Claim(field.name, index, 1, f'its name is like "{word}"', likeness)
    return None


def _rank(field: Field, plain: str) -> float:
    """Less than one, and the more the later the word stands, where the first is to be taken."""
    words = [plain_name(word) for word in (*field.words, *field.weak)] if field.first else []
    return words.index(plain) / 1000 if plain in words else 0


def _said(field: Field) -> str:
    return field.said or f'such as belong into "{field.name}"'


def _settle(claims: Sequence[_Claim], fields: Sequence[Field]) -> tuple[list[Match], list[Doubt]]:
    """Strong claims first; where two columns have the same, or none has a strong one, a doubt."""
    matches: list[Match] = []
    doubts: list[Doubt] = []
    used: set[int] = set()
    done: set[str] = set()
    order = {field.name: number for number, field in enumerate(fields)}
    for level in (4, 3, 2.5, 2, 1):
        for name in sorted({c.field for c in claims if c.strength == level}, key=order.__getitem__):
            if name in done:
                continue
            own = [
                c for c in claims
                if c.field == name and c.strength == level and c.column not in used
            ]  # fmt: skip
            own.sort(key=lambda c: (-c.likeness, c.column))
            if not own:
                continue
            done.add(name)
            if level > 2 and (len(own) == 1 or own[0].likeness > own[1].likeness):
                matches.append(Match(name, own[0].column, own[0].reason))
                used.add(own[0].column)
            else:
                reason = own[0].reason if level <= 2 else "several columns may be it"
                doubts.append(Doubt(name, tuple(c.column for c in own), reason))
    return matches, _once(doubts, used)


def _once(doubts: Sequence[Doubt], used: set[int]) -> list[Doubt]:
    """Doubts about columns that nobody else has been given."""
    open_ = []
    for doubt in doubts:
        left = tuple(column for column in doubt.columns if column not in used)
        if left:
            open_.append(replace(doubt, columns=left))
    return open_


@cache
def _words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain_name(word) for word in words)


@cache
def plain_name(name: str) -> str:
    """The name without case, accents, marks and what stands in brackets."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", name)
    bare = split if re.fullmatch(r"[(\[].*", split) else _ASIDE.sub(" ", split)
    letters = unicodedata.normalize("NFKD", bare.casefold())
    kept = "".join(c for c in letters if not (unicodedata.combining(c) and ord(c) < 0x0370))
    return " ".join(re.sub(r"[\W_]+", " ", kept).split())


def _likeness(plain: str, words: Sequence[str]) -> tuple[float, str]:
    # For import only: what it takes to load is wanted by nobody else.
    from rapidfuzz import fuzz  # noqa: PLC0415

    if len(plain) < 4:
        return 0.0, ""
    scored = [
        (
            max(
                fuzz.ratio(plain, plain_name(word)), fuzz.token_sort_ratio(plain, plain_name(word))
            ),
            word,
        )
        for word in words
        if len(word) >= 4
    ]
    return max(scored, default=(0.0, ""))
