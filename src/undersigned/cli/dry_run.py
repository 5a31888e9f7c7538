"""Dry run: who would get what, in which language and with which greeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned.cli.order import prepare
from undersigned.cli.place import shown
from undersigned.cli.table import say_rows
from undersigned.model.letter import Edition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undersigned.cli.order import Job, Order
    from undersigned.cli.table import Row
    from undersigned.load import Workspace
    from undersigned.model.letter import Letter

__all__ = ["say_plan"]

_COLUMNS = ("recipient", "name", "language", "salutation", "files")


def say_plan(workspace: Workspace, order: Order, format_: str) -> None:
    """Print a row for each letter of the order, and write nothing.

    Raises what carrying the order out would raise before its first file.
    """
    say_rows(_rows(prepare(workspace, order)), format_, _COLUMNS)


def _together(letter: Letter) -> str:
    if letter.labels is not None:
        return f"{len(letter.labels.labels)} labels"
    number = len(letter.addressees)
    return f"{number} together" if number else "nobody"


def _rows(jobs: Sequence[Job]) -> list[Row]:
    rows: list[Row] = []
    for job in jobs:
        letter = job.letter
        alone = letter.edition is Edition.INDIVIDUAL
        first = letter.addressees[0] if alone else None
        rows.append(
            {
                "document": f"{letter.campaign}/{letter.document}",
                "recipient": first.recipient.id if first else _together(letter),
                "name": first.lines[0] if first else letter.title,
                "address": tuple(line.text for line in first.lines[1:]) if first else (),
                "language": letter.language,
                "salutation": letter.salutation,
                "close": letter.close,
                "copies": tuple(copy.recipient.id for copy in letter.cc),
                "files": tuple(shown(path) for path in job.paths.values()),
            }
        )
    return rows
