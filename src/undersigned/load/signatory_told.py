"""What is told of the rows of a form: each change, and remarks by kind.

Of a row that asks to be withheld nothing is told but its line and the column.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

from undersigned.errors import Location
from undersigned.load.cell import Change, Remarks, refused

__all__ = ["RowTold", "Told"]


@dataclass
class Told:
    """What is to be told of all rows."""

    changes: list[Change] = field(default_factory=list)
    remarks: Remarks = field(default_factory=Remarks)


@dataclass(frozen=True)
class RowTold:
    """What is to be told of one row; `hidden`: it must not be named."""

    place: Location
    hidden: bool
    told: Told

    def change(self, column: str, what: str, before: str, after: str) -> None:
        """A cell that is taken otherwise than it was typed."""
        line = self.place.line
        if self.hidden:
            self.told.changes.append(Change(line, column, what).hushed)
        else:
            self.told.changes.append(Change(line, column, what, before, after))

    def remark(self, said: str, example: str = "") -> None:
        """Something to look at that changes nothing."""
        self.told.remarks.add(said, self.place.line, "" if self.hidden else example)

    def refuse(self, said: str, hint: str) -> NoReturn:
        """Leave the row out; `said` holds nothing of its cells. Raises `InvalidInput`."""
        raise refused(self.place, said, hint)
