"""How a command that failed says so: in words for a user, in a traceback only for a developer."""

from __future__ import annotations

import contextlib
import os
import traceback

from undersigned.cli import report
from undersigned.errors import (
    InvalidInput,
    MachineFailed,
    RenderFailed,
    TextChanged,
    UndersignedError,
)

__all__ = ["machine_failed", "own_fault", "tell", "too_deep"]


def tell(problem: UndersignedError) -> None:
    """What an exception of the family has to say."""
    match problem:
        case InvalidInput() | RenderFailed() | TextChanged():
            report.findings(problem.findings, err=True)
        case MachineFailed():
            report.complain(problem.message, problem.hint)
        case _:
            report.complain(str(problem))
    _show_place(problem)


def machine_failed(problem: OSError) -> None:
    """What the system refused, where nothing nearer to it could say more."""
    said = problem.strerror or str(problem)
    with contextlib.suppress(OSError):
        report.complain(f"{said}: {problem.filename}" if problem.filename else said)
        _show_place(problem)


def too_deep(problem: RecursionError) -> None:
    """Something is nested beyond what the program can follow."""
    report.complain(
        "something in the files is nested too deeply to be read",
        "look for a long run of brackets, or of lists inside lists",
    )
    _show_place(problem)


def own_fault(problem: Exception) -> None:
    """A fault of the program's own: one line, and how to report it. What the exception says is
    left out: nobody knows beforehand whose name is in it, and reports are public."""
    report.complain(
        f"undersigned stumbled over a fault of its own: {type(problem).__name__}",
        "please report it; UNDERSIGNED_DEBUG=1 shows where, and may show words of your files",
    )
    _show_place(problem)


def _show_place(problem: BaseException) -> None:
    """Where it happened in the program, for whoever set UNDERSIGNED_DEBUG."""
    if os.environ.get("UNDERSIGNED_DEBUG"):
        report.note("".join(traceback.format_exception(problem)).rstrip())
