"""Leftovers: letters of an earlier rendering to people who are no longer written to.

Nothing is taken away: they are named, since whoever posts the folder posts them too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned.model.letter import Edition
from undersigned.render import suffix

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from undersigned.cli.order import Job

__all__ = ["find_leftovers"]


def find_leftovers(jobs: Sequence[Job]) -> list[Path]:
    """The files beside the individual letters of these jobs that are none of them, by name.

    Only files of the kinds that the jobs make are looked at; jobs are taken for all the letters
    of their documents. A PDF with numbered lines and one without are of one letter.
    """
    made: dict[Path, set[Path]] = {}
    for job in jobs:
        if job.letter.edition is Edition.INDIVIDUAL:
            for path in job.paths.values():
                made.setdefault(path.parent, set()).add(path)
    found = []
    for folder, paths in made.items():
        endings = {path.suffix for path in paths}
        letters = {_without_ending(path) for path in paths}
        there = folder.iterdir() if folder.is_dir() else ()
        found += [
            path
            for path in there
            if path.suffix in endings and _without_ending(path) not in letters
        ]
    return sorted(found)


def _without_ending(path: Path) -> tuple[str, str]:
    """Which letter a file is of, and which kind of file it is."""
    numbered = path.name.removesuffix(suffix("pdf_numbered"))
    return numbered if numbered != path.name else path.stem, path.suffix
