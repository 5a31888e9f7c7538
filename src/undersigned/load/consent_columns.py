"""Consent columns: which columns of a form say whether somebody signs, and may be named.

They are settled before anything else is guessed, so that no other field takes them. A question
that is certain is taken; any other that touches names or lists, and every column of yes and no
that is not known to be about something else, is a doubt of its own: what a yes in it means is
for a person to say.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from undersigned.load.columns import Columns, Doubt, Field, Match, plain_name
from undersigned.load.form_answer import asks_to_hide, is_kind, is_like_answer, may_be_named
from undersigned.load.form_question import question_of
from undersigned.load.naming_question import (
    Asked,
    asks_to_sign,
    is_harmless,
    naming_question,
    touches_naming,
)
from undersigned.load.sheet import Sheet
from undersigned.model.roster import SignatoryStatus

__all__ = ["CONSENT", "Consent", "consent_columns", "count_answers", "left_out_doubts"]

CONSENT = ("publish", "anonymous", "consent")
_MEANS = {
    "publish": "yes = may be named",
    "anonymous": "yes = must not be named",
    "consent": "yes = signs",
    "ignore": "it is about something else",
}
_ASKS = "it may ask whether somebody can be named"
_ANSWERS = "its cells are yes and no, and may say whether somebody can be named"
_ODD = "it asks whether somebody can be named, but its cells are no yes or no"
_SEVERAL = "several columns ask whether somebody can be named"
_HIDES = "a cell of it asks that a name be kept back"
_FEW = 4
# A column with one of their names is what it says, whatever its cells are.
# A "NO" is Norway in a column of countries.
_PLAIN = frozenset({
    "response", "kind", "consent", "note", "logo", "email", "url", "acronym", "country", "title",
    "affiliation", "signed_on",
})  # fmt: skip
_STATUS = frozenset({"status", "signature status", "sign on status"})
_STATES = frozenset(status.value for status in SignatoryStatus)
_NUMBERS = frozenset({"id", "", "number", "no", "nr", "index", "serial", "_id"})


@dataclass(frozen=True)
class Consent:
    """What was found, what is to be asked, and the fields that somebody has given or refused."""

    matches: tuple[Match, ...]
    doubts: tuple[Doubt, ...]
    settled: frozenset[str] = frozenset()

    @property
    def columns(self) -> frozenset[int]:
        """All of them: nobody else may take one."""
        asked = {index for doubt in self.doubts for index in doubt.columns}
        return frozenset(asked | {match.column for match in self.matches})


def consent_columns(
    sheet: Sheet,
    fields: Sequence[Field],
    ignored: Sequence[str],
    taken: Collection[int],
    settled: Collection[str],
) -> Consent:
    """The columns about consent. `taken` are columns that somebody has named or left out already,
    `settled` the fields that somebody has given or refused."""
    known = {plain_name(word) for word in ignored}
    for field in fields:
        if field.name in _PLAIN:
            known |= {plain_name(word) for word in (field.name, *field.words)}
    # A sign alone, such as a tick, names nothing.
    known.discard("")
    certain: dict[str, list[int]] = {"publish": [], "anonymous": []}
    doubtful: list[tuple[int, str]] = []
    for index in range(len(sheet.header)):
        if index in taken or not any(sheet.column(index)):
            continue
        asked, reason = _asked(sheet, index, known)
        if asked in certain and not reason and asked not in settled:
            certain[asked].append(index)
        elif asked is not Asked.OTHER:
            doubtful.append((index, reason or _ASKS))
    matches = []
    for field_name, columns in certain.items():
        if len(columns) == 1:
            settled = {*settled, field_name}
            matches.append(Match(field_name, columns[0], "named so"))
        else:
            doubtful += [(index, _SEVERAL) for index in columns]
    doubts = [_doubt(sheet, index, reason, settled) for index, reason in sorted(doubtful)]
    return Consent(tuple(matches), tuple(doubts), frozenset(settled))


def left_out_doubts(
    sheet: Sheet,
    columns: Columns,
    ignored: Sequence[str],
    taken: Collection[int],
    settled: Collection[str] = (),
) -> Columns:
    """The columns with a doubt for each that was left out, or is doubtful, and may be about
    consent all the same; `taken` are those that somebody has settled."""
    known = {plain_name(word) for word in ignored}
    settled = {*settled, *(match.field for match in columns.matches)}
    own = {index for doubt in columns.doubts if doubt.either for index in doubt.columns}
    doubts = []
    for doubt in columns.doubts:
        if doubt.field not in CONSENT or doubt.either:
            doubts.append(doubt)
            continue
        for index in doubt.columns:
            if index not in own:
                own.add(index)
                doubts.append(_doubt(sheet, index, doubt.reason, settled))
    asked = {index for doubt in doubts for index in doubt.columns}
    for index in columns.left_out:
        if index in asked or index in taken or not any(sheet.column(index)):
            continue
        hides = any(map(asks_to_hide, sheet.column(index)))
        touches = touches_naming(sheet.header[index])
        if hides or (touches and plain_name(sheet.header[index]) not in known):
            doubts.append(_doubt(sheet, index, _HIDES if hides else _ASKS, settled))
    return Columns(columns.matches, tuple(doubts), columns.left_out)


def count_answers(sheet: Sheet, field: str, index: int) -> tuple[int, int, int]:
    """How many rows may be named by this column, how many must not be, and of how many it is not
    clear."""
    rows = [row for row in sheet.rows if any(row.cells)]
    said = [may_be_named(row.cells[index], asked_to_hide=field == "anonymous") for row in rows]
    return said.count(True), said.count(False), said.count(None)


def _asked(sheet: Sheet, index: int, known: Collection[str]) -> tuple[Asked, str]:
    """What the column asks, and why that is in doubt; "" where it is certain."""
    header, cells = sheet.header[index], [cell for cell in sheet.column(index) if cell]
    plain, asked = plain_name(header), naming_question(header)
    # 1 and 0 are yes and no where no other number is; a number of each response is none.
    numbers = {cell for cell in cells if cell.isdecimal()}
    counted = plain in _NUMBERS or not numbers <= {"0", "1"}
    answers = sum(is_like_answer(c) and not (counted and c in numbers) for c in cells)
    mostly = answers >= len(cells) / 2
    if is_harmless(header) or (plain in known and asked is not Asked.ANONYMOUS):
        return Asked.OTHER, ""
    if plain in _STATUS and not _STATES.isdisjoint(map(plain_name, cells)):
        return Asked.OTHER, ""
    if asked in (Asked.PUBLISH, Asked.ANONYMOUS):
        if mostly:
            return asked, ""
        return (Asked.OTHER, "") if _is_text(header, cells) else (Asked.PERHAPS, _ODD)
    if mostly and not asks_to_sign(header) and not all(map(is_kind, cells)):
        hides = any(map(asks_to_hide, cells))
        return Asked.PERHAPS, _ASKS if asked else _HIDES if hides else _ANSWERS
    if asked is Asked.PERHAPS and not _is_text(header, cells):
        return asked, _ASKS
    return Asked.OTHER, ""


def _is_text(header: str, cells: Sequence[str]) -> bool:
    """Whether the column holds names, addresses or the like, by its name and by its cells."""
    if any(map(is_like_answer, cells)) or any(map(asks_to_hide, cells)):
        return False
    if len(cells) >= _FEW and len(set(cells)) < len(cells) / 2:
        return False
    return question_of(plain_name(header)) not in ("", *CONSENT)


def _doubt(sheet: Sheet, index: int, reason: str, settled: Collection[str]) -> Doubt:
    """What a column may be: of the fields that are still free, each with what a yes means."""
    header = sheet.header[index]
    signs = question_of(plain_name(header)) == "consent" or plain_name(header) in _SIGNS
    fields = CONSENT if signs else CONSENT[:2]
    either = tuple((n, _MEANS[n]) for n in (*fields, "ignore") if n not in settled)
    return Doubt("publish", (index,), reason, either)


_SIGNS = frozenset({
    "consent", "agree", "i agree", "we agree", "agreement", "confirmation", "endorse",
    "consentement", "consentimiento", "einverstandnis", "persetujuan", "同意", "الموافقة",
})  # fmt: skip
