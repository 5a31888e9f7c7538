"""How many names go to a row, by how wide each will come out, and where their headings stand."""

from __future__ import annotations

import math
from collections.abc import Sequence

from undersigned.model.signature_limits import THRONG

__all__ = ["choose_columns", "is_run_in", "is_tall"]

# How many characters of the smaller size one line of the type area holds, with a margin for
# wide letters, and how many of the finest, in which a throng is set; a column loses what stands
# between it and the next.
_LINE = 96
_LINE_OF_THRONG = 107
_GUTTER = 3
# Below this many names a list one name to a row reads as a list of persons who signed.
_FEW = 8
# What share of the names may need a second line: none in a list that one takes in at a look, few in
# one that is read. A longer one is searched, and takes as few lines as it can.
_WRAPPED_AT_MOST = ((20, 0.0), (60, 0.1))
# A name of more lines than these takes a row of its own, and where each has one, may be parted at
# the foot of a page.
_MOST_LINES = 3
_MOST_LINES_OF_A_ROW = 8
# Headings stand before their names where there are as many as these, with no more names to each.
_GROUPS = 4
_NAMES_OF_A_GROUP = 4
# The share of the line that a heading takes then, and the lines that one of them may.
_HEADING = 0.25
_LINES_OF_A_HEADING = 3
# A group of more rows than these may be parted at the foot of a page.
_ROWS = 5


def is_run_in(groups: Sequence[Sequence[float]], headings: Sequence[float]) -> bool:
    """Whether headings stand before their names: many groups of a name or two, each under a line
    of its own, would take pages. `headings` are their widths, in letters; each group has one."""
    names = sum(len(group) for group in groups)
    room = _HEADING * _LINE
    return (
        names > _FEW
        and len(headings) == len(groups) >= _GROUPS
        and names <= _NAMES_OF_A_GROUP * len(groups)
        and max(headings) <= _LINES_OF_A_HEADING * room
    )


def is_tall(names: int, columns: int) -> bool:
    """Whether a group of so many names, so many to a row, may be parted."""
    return names > _ROWS * columns


def choose_columns(groups: Sequence[Sequence[float]], *, run_in: bool = False) -> tuple[int, float]:
    """How many names go to a row, three, two or one, and from what width on, in letters, a name
    takes a row of its own. `groups` are the widths of the names under each heading.

    Of a list that one reads, as many as leave nearly all names on one line; of one in which a
    name is looked up, as many as take the fewest lines and leave half of the names on one.
    """
    widths = sorted(width for group in groups for width in group)
    line = _LINE_OF_THRONG if len(widths) > THRONG else _LINE
    if run_in:
        line = round(line * (1 - _HEADING))
    if len(widths) <= _FEW:
        return 1, _MOST_LINES_OF_A_ROW * line
    rooms = {1: line, 2: line // 2 - _GUTTER, 3: line // 3 - _GUTTER}
    wrapped = next((share for most, share in _WRAPPED_AT_MOST if len(widths) <= most), None)
    if wrapped is None or run_in:
        middle = widths[len(widths) // 2]
        able = [many for many in (1, 2, 3) if middle <= rooms[many] or many == 1]
        columns = min(able, key=lambda many: _lines(groups, many, rooms[many], line))
    else:
        nearly_all = widths[int((len(widths) - 1) * (1 - wrapped))]
        columns = next((many for many in (3, 2) if nearly_all <= rooms[many]), 1)
    lines = _MOST_LINES if columns > 1 else _MOST_LINES_OF_A_ROW
    return columns, lines * rooms[columns]


def _lines(groups: Sequence[Sequence[float]], columns: int, room: float, line: float) -> int:
    """How many lines the groups take, so many names to a row."""
    total = 0
    for group in groups:
        lines = [math.ceil(width / room) or 1 for width in group]
        slim = [number for number in lines if columns == 1 or number <= _MOST_LINES]
        total += sum(max(slim[at : at + columns]) for at in range(0, len(slim), columns))
        wide = (width for width, number in zip(group, lines, strict=True) if number > _MOST_LINES)
        total += sum(math.ceil(width / line) for width in wide) if columns > 1 else 0
    return total
