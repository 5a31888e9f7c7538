"""What was measured, as a table for the terminal and as a page for the documentation."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

__all__ = ["Growth", "Target", "page", "table"]

_Row = Sequence[str]


@dataclass(frozen=True)
class Target:
    """One thing that was promised; `detail` is what the figure was computed from."""

    what: str
    figure: float
    most: float
    unit: str
    detail: str

    @property
    def row(self) -> _Row:
        """The figure beside its target."""
        return (
            self.what,
            f"{self.figure:.2f}{self.unit}",
            f"≤ {self.most:.2f}{self.unit}",
            "yes" if self.figure <= self.most else "no",
            self.detail,
        )


@dataclass(frozen=True)
class Growth:
    """What letters of one sort took, by the number of names: (names, seconds, megabytes)."""

    what: str
    points: tuple[tuple[int, float, float], ...]

    @property
    def rows(self) -> list[_Row]:
        """A line for each number of names, with what each further name added."""
        found: list[_Row] = []
        for at, (names, seconds, memory) in enumerate(self.points):
            per_name = ("", "")
            if at:
                time, megabytes = self._slopes(at)
                per_name = (f"{time * 1000:.2f}", f"{megabytes * 1000:.1f}")
            cells = (f"{names:,}", f"{seconds:.2f}", per_name[0], f"{memory:.0f}", per_name[1])
            found.append((self.what if not at else "", *cells))
        return found

    def targets(self, most: float) -> list[Target]:
        """That a name among the last adds no more than `most` times what one before them did."""
        (time_before, memory_before), (time, memory) = self._slopes(-2), self._slopes(-1)
        what = f"{self.what}: a name after the {self.points[-2][0]:,}th, against one before"
        return [
            Target(
                f"{what}, time", time / time_before, most, "×",
                f"{time * 1000:.2f} ms against {time_before * 1000:.2f} ms",
            ),
            Target(
                f"{what}, memory", memory / memory_before, most, "×",
                f"{memory * 1000:.1f} kB against {memory_before * 1000:.1f} kB",
            ),
        ]  # fmt: skip

    def _slopes(self, at: int) -> tuple[float, float]:
        """Seconds and megabytes for each name more than at the point before."""
        before, here = self.points[at - 1], self.points[at]
        more = here[0] - before[0]
        return (here[1] - before[1]) / more, (here[2] - before[2]) / more


_TARGET_HEAD = ("", "figure", "target", "reached", "from")
_GROWTH_HEAD = ("", "names", "seconds", "ms per further name", "peak MB", "kB per further name")


def table(targets: Iterable[Target], growths: Iterable[Growth]) -> str:
    """For the terminal."""
    promised = _aligned([_TARGET_HEAD, *(target.row for target in targets)])
    grown = _aligned([_GROWTH_HEAD, *(row for growth in growths for row in growth.rows)])
    return f"{promised}\n\n{grown}"


def page(targets: Iterable[Target], growths: Iterable[Growth], method: str) -> str:
    """For the documentation: the same figures, and under what circumstances."""
    machine = (
        f"Measured on {dt.datetime.now(dt.UTC).date()} with Python {platform.python_version()}, "
        f"WeasyPrint {version('weasyprint')}, {platform.system()}, {os.cpu_count()} cores."
    )
    parts = [
        "# Speed",
        "<!-- Written by benchmarks/run.py: change that, and run `make benchmark`. -->",
        machine,
        method,
        "## What is promised",
        _markdown([_TARGET_HEAD, *(target.row for target in targets)]),
        "## How time and memory grow with the number of names",
        _markdown([_GROWTH_HEAD, *(row for growth in growths for row in growth.rows)]),
    ]
    return "\n\n".join(parts) + "\n"


def _aligned(rows: Sequence[_Row]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _markdown(rows: Sequence[_Row]) -> str:
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, "|---" * len(rows[0]) + "|", *body])
