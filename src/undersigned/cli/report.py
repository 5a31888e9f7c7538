"""What the user is told: results, findings and progress, formatted here alone.

Results go to standard output; everything else goes to standard error, so that a result can be
piped. Colour is for terminals, and not where NO_COLOR asks for none (https://no-color.org).
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

from undersigned.errors import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from undersigned.errors import Finding

__all__ = [
    "as_json",
    "complain",
    "findings",
    "note",
    "paths_from",
    "prepare_streams",
    "progress",
    "say",
    "say_json",
    "summary",
]

_T = TypeVar("_T")

_COLOURS = {Level.WARNING: "yellow", Level.NOTE: "cyan"}
_MANY = 5
_folder: ContextVar[str] = ContextVar("_folder", default="")


def prepare_streams() -> None:
    """Let no character that the terminal cannot show stop the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def paths_from(root: Path) -> None:
    """From now on show the paths of findings, which start at `root`, from where the user is."""
    prefix = os.path.relpath(root)
    _folder.set("" if prefix == "." else f"{prefix}{os.sep}")


def say(text: str) -> None:
    """A line of the result."""
    click.echo(text, color=_colour(sys.stdout))


def say_json(value: object) -> None:
    """The result as JSON: readable, and still valid where the terminal knows no Unicode."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not unicode, indent=2)
    # A file name that is not UTF-8 holds halves of characters, which JSON may only escape.
    whole = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    say(text if text == whole else json.dumps(value, indent=2))


def note(text: str) -> None:
    """A line beside the result."""
    click.echo(text, err=True, color=_colour(sys.stderr))


def complain(message: str, hint: str = "") -> None:
    """What keeps the command from its work, and a way out on the next line."""
    message, hint = _printable(message), _printable(hint)
    note(f"{click.style('undersigned:', fg='red')} {message}" + (f"\n    {hint}" if hint else ""))


def findings(items: Iterable[Finding], *, err: bool = False) -> None:
    """Each finding on a line as `file:line:column: message [rule]`, its hint on the next."""
    for item in items:
        (note if err else say)(_formatted(item))


def as_json(item: Finding) -> dict[str, str | int]:
    """The finding for another program; the path starts at the workspace."""
    return {
        "path": item.location.path,
        "line": item.location.line,
        "column": item.location.column,
        "rule": item.rule,
        "level": str(item.level),
        "message": item.message,
        "hint": item.hint,
    }


def summary(items: Sequence[Finding], number: int, noun: str = "document") -> None:
    """How many findings of which level, in how many documents or other things."""
    counts = {level: sum(item.level is level for item in items) for level in Level}
    told = [_count(times, str(level)) for level, times in counts.items() if times]
    where = _count(number, noun)
    note(f"{', '.join(told)} in {where}" if told else f"{where}: nothing to mend")


@contextlib.contextmanager
def progress(items: Sequence[_T], *, hidden: bool = False) -> Iterator[Iterable[_T]]:
    """Go through the items, with a bar on a terminal where there are many."""
    if hidden or len(items) <= _MANY or not sys.stderr.isatty():
        yield items
        return
    bar: AbstractContextManager[Iterable[_T]] = click.progressbar(
        items,
        length=len(items),
        label="Rendering",
        file=sys.stderr,
        color=_colour(sys.stderr),
        show_pos=True,
    )
    with bar as steps:
        yield steps


def _formatted(item: Finding) -> str:
    # What ships with the program, and what lies outside, is shown as it stands.
    folder = "" if item.location.path.startswith(("(", "/")) else _folder.get()
    place = click.style(_printable(folder + str(item.location)), bold=True)
    level = ""
    if item.level is not Level.ERROR:
        level = click.style(f"{item.level}: ", fg=_COLOURS[item.level])
    rule = click.style(f"[{item.rule}]", dim=True)
    lines = [f"{place}: {level}{_printable(item.message)} {rule}"]
    if item.hint:
        lines.append(f"    {_printable(item.hint)}")
    return "\n".join(lines)


def _printable(text: str) -> str:
    """The words of somebody's file without what would steer the terminal."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f]", "\ufffd", text)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _colour(stream: TextIO) -> bool:
    return not os.environ.get("NO_COLOR") and stream.isatty()
