"""A column that counts the rows of an export is no id: its numbers go to other responses as soon
as one is added above them, or deleted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from undersigned.load.columns import Columns, Field, plain_name
from undersigned.load.sheet import Sheet

__all__ = ["without_counter"]

_NUMBERED = re.compile(r"(\D*)(\d+)")


def without_counter(sheet: Sheet, columns: Columns, field: Field) -> Columns:
    """The columns without a response's id that only counts, unless somebody named the column, or
    it is called by one of the words of `field` that mean an id and nothing else."""
    match = next((m for m in columns.matches if m.field == "response"), None)
    if match is None or match.reason == "given" or not _counts(sheet.column(match.column)):
        return columns
    weak = set(map(plain_name, field.weak))
    if plain_name(sheet.header[match.column]) in {plain_name(word) for word in field.words} - weak:
        return columns
    return replace(
        columns,
        matches=tuple(m for m in columns.matches if m is not match),
        left_out=tuple(sorted({*columns.left_out, match.column})),
    )


def _counts(cells: Sequence[str]) -> bool:
    """Whether the cells are 1, 2, 3 … in their order, or backwards; a sign may stand before."""
    found = [_NUMBERED.fullmatch(cell.strip()) for cell in cells if cell.strip()]
    whole = [one for one in found if one is not None]
    if not whole or len(whole) < len(found) or len({one[1] for one in whole}) > 1:
        return False
    numbers = [int(one[2]) for one in whole]
    if numbers[0] > numbers[-1]:
        numbers.reverse()
    # Some count from 0, and some the header as well.
    return numbers[0] <= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
