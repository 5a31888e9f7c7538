"""A file that a command imports: its bytes, and the path by which messages name it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from undersigned.cli import questions, report
from undersigned.cli.place import here
from undersigned.errors import Finding, InvalidInput, Location, MachineFailed
from undersigned.load.formats import SourceFile
from undersigned.load.spreadsheet import DoubtfulEncoding
from undersigned.load.workbook import is_workbook

if TYPE_CHECKING:
    from undersigned.load import Workspace

__all__ = ["open_source"]

_LARGEST = 50_000_000


def open_source(
    workspace: Workspace,
    file: Path,
    *,
    encoding: str | None,
    sheet: str | None,
    samples: bool = True,
) -> SourceFile:
    """The file; without `samples` no message shows a word of it.

    Raises `InvalidInput` for what is missing, a folder or too large, `MachineFailed` for what may
    not be read, and a usage error for a doubtful encoding where nobody can be asked.
    """
    # From the workspace, for the report makes of it what one types.
    shown = Path(os.path.relpath(here() / file, workspace.root)).as_posix()
    source = SourceFile(shown, _bytes(file, Location(shown)), encoding, sheet, samples)
    return source if encoding or is_workbook(source.data) else _settled(source)


def _settled(source: SourceFile) -> SourceFile:
    """The file with its encoding said where that is doubtful: asked for, or a usage error."""
    try:
        _ = source.decoded
    except DoubtfulEncoding as doubt:
        told = doubt.findings[0]
        if not questions.can_ask():
            raise click.BadOptionUsage(
                "--encoding", f"{source.path}: {told.message}; {told.hint}"
            ) from doubt
        report.note(f"{source.path}: {told.message}")
        question = questions.Question("encoding", "Which one is it", doubt.names[0], doubt.names)
        answer = questions.answers([question], {})["encoding"]
        return replace(source, encoding=answer)
    except InvalidInput:
        # What is no text at all is told by whoever reads it.
        return source
    return source


def _bytes(file: Path, place: Location) -> bytes:
    try:
        # A pipe has no size, and a device no end.
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        said, hint = "there is no such file", "is its name spelt so, and does it lie there?"
        raise InvalidInput([Finding(place, "missing-file", said, hint)]) from error
    except IsADirectoryError as error:
        said, hint = "this is a folder, not a file", "name the file in it"
        raise InvalidInput([Finding(place, "missing-file", said, hint)]) from error
    except OSError as error:
        said = f"cannot read {file}: {error.strerror or error}"
        raise MachineFailed(said, "check the file's rights") from error
    if len(data) > _LARGEST:
        said = f"the file has more than {_LARGEST / 1e6:.0f} MB, which is no list"
        raise InvalidInput([Finding(place, "size", said, "cut it into several files")])
    return data
