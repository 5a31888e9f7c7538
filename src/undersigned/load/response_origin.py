"""Rows of a roster that say themselves from which response of the form they come.

A moment with its time is as good as certain, where one response and one row have it. A line alone
is not: in an export that begins with the newest response every line moves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from undersigned.load.duplicates import Verdict
from undersigned.load.response_mark import Mark, marks_of
from undersigned.load.response_match import Found
from undersigned.load.roster_table import RosterRow, RosterTable
from undersigned.load.signatory_form import Form
from undersigned.load.signatory_row import FormRow

__all__ = ["Origin", "row_origins"]

_MOST = 5
_TOLD = "the row says that it comes from this response"
_MAY_BE = "the row may come from this response"


@dataclass(frozen=True)
class Origin:
    """A line of the form, the line of a row of the roster that comes from it, or may, and why."""

    line: int
    row: int
    verdict: Verdict
    why: str


def row_origins(
    form: Form,
    table: RosterTable,
    certain: Mapping[int, Collection[int]],
    doubts: Mapping[int, Found],
) -> Iterator[Origin]:
    """For the rows of the form that are not `certain` ones of the roster's anyhow. `doubts` are
    the earlier responses that a row may be."""
    marked = [(mark, row) for row in table.rows for mark in marks_of(row.cells)]
    by_digits = {mark.digits: row for mark, row in reversed(marked)}
    left = []
    for row in form.rows:
        if row.line in certain:
            continue
        found = doubts.get(row.line)
        old = by_digits.get(found.earlier.mark) if found is not None else None
        if found is None:
            left.append(row)
        elif old is not None:
            yield Origin(row.line, old.line, Verdict.DOUBTFUL, found.why)
    # A mark of a response that is known is none of another's.
    slots = [(mark, row) for mark, row in marked if mark.digits not in form.marks]
    yield from _timed(form, left, slots, certain)
    taken = {row for rows in certain.values() for row in rows}
    lines = {(mark.form, mark.line, mark.moment): row for mark, row in slots if not mark.timed}
    for row in left:
        old = lines.get(_place(form, row))
        if old is not None and old.line not in taken:
            yield Origin(row.line, old.line, Verdict.DOUBTFUL, _TOLD)


def _timed(
    form: Form,
    left: list[FormRow],
    slots: list[tuple[Mark, RosterRow]],
    certain: Mapping[int, Collection[int]],
) -> Iterator[Origin]:
    """By the moment: sure where one response and one row of it are left."""
    rows: dict[tuple[str, str], list[tuple[int, RosterRow]]] = defaultdict(list)
    for mark, old in slots:
        if mark.timed:
            rows[mark.form, mark.moment].append((mark.line, old))
    for row in form.rows:
        stem, line, moment = _place(form, row)
        here = rows.get((stem, moment), [])
        mine = [slot for slot in here if slot[1].line in certain.get(row.line, ())]
        if mine:
            here.remove(min(mine, key=lambda slot: slot[0] != line))
    asking: dict[tuple[str, str], list[FormRow]] = defaultdict(list)
    for row in left:
        stem, _, moment = _place(form, row)
        asking[stem, moment].append(row)
    for moment_, ones in asking.items():
        olds = list({old.line: old for _, old in rows.get(moment_, ())}.values())
        for row in ones:
            for old in olds[:_MOST]:
                sure = len(ones) == len(olds) == 1 and not _contradicts(row, old)
                verdict = Verdict.SAME if sure else Verdict.DOUBTFUL
                yield Origin(row.line, old.line, verdict, _TOLD if sure else _MAY_BE)


def _place(form: Form, row: FormRow) -> tuple[str, int, str]:
    mark = Mark.of(form.name, row.line, row.moment)
    return mark.form, mark.line, mark.moment


def _contradicts(row: FormRow, old: RosterRow) -> bool:
    email, other = row.cells.get("email", ""), old["email"]
    return bool(email and other) and email.casefold() != other.casefold()
