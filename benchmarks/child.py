"""Runs programs in fresh processes and tells what each took.

Programs that are compared take turns, so that a machine that slows down slows them alike, and
a ratio is the median of each turn's ratio.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

__all__ = ["Command", "Run", "Runs", "take_turns"]

Command = Sequence[str | os.PathLike[str]]

# Of ru_maxrss: kilobytes on Linux, bytes on macOS.
_PER_MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024
# An installed program is compiled, so let Python keep what it compiles in a checkout too.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock, seconds of processor, and the most memory held, in MB.

    A child counts its parent's memory at the start as its own, so whoever calls this must stay
    smaller than what it measures: nothing here imports what is measured.
    """

    seconds: float
    processor: float
    memory: float


@dataclass(frozen=True)
class Runs:
    """All runs of one program, in their order."""

    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """By the clock, the median."""
        return median(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        """Of processor time, the median."""
        return median(run.processor for run in self.runs)

    @property
    def memory(self) -> float:
        """The peak in MB, the median."""
        return median(run.memory for run in self.runs)

    def times(self, other: Runs) -> float:
        """How many times as long as the other, which ran in the same turns."""
        return median(a.seconds / b.seconds for a, b in zip(self.runs, other.runs, strict=True))

    def more_than(self, other: Runs) -> float:
        """How many seconds more than the other, which ran in the same turns."""
        return median(a.seconds - b.seconds for a, b in zip(self.runs, other.runs, strict=True))


def take_turns(
    programs: Mapping[str, Command], turns: int, path: Path | None = None
) -> dict[str, Runs]:
    """Each program `turns` times, in turn, after one run that fills the system's caches.

    `path` is where they look for other programs, instead of where everybody does.
    """
    environment = _ENVIRONMENT | ({"PATH": str(path)} if path else {})
    for command in programs.values():
        _run(command, environment)
    found: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(turns):
        for name, command in programs.items():
            found[name].append(_run(command, environment))
    return {name: Runs(tuple(runs)) for name, runs in found.items()}


def _run(command: Command, environment: Mapping[str, str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{said.decode(errors='replace')}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _PER_MEGABYTE)
