"""Order: what the user asked to have rendered, and how it is carried out.

Everything is read and composed before the first file is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from undersigned.cli import report
from undersigned.cli.clashes import find_clashes, source_of
from undersigned.cli.letters import Selection, compose_letters, load_dossiers
from undersigned.cli.place import shown
from undersigned.errors import Findings, Location
from undersigned.publish import output_path, write_file
from undersigned.render import render as render_letter
from undersigned.render import suffix

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from undersigned.load import Workspace
    from undersigned.model.letter import Letter

__all__ = ["Job", "Order", "Outcome", "carry_out", "prepare"]


@dataclass(frozen=True)
class Order:
    """What the user asked for; `output` is None for `output/` in the workspace."""

    selection: Selection
    to: tuple[str, ...] = ("html", "pdf")
    output: Path | None = None
    quiet: bool = False


@dataclass(frozen=True)
class Job:
    """A letter and where each output of it goes."""

    letter: Letter
    paths: Mapping[str, Path]

    @property
    def source(self) -> Location:
        """The file that names the letter's layout."""
        return source_of(self.letter)


@dataclass
class Outcome:
    """What came of an order: the files written, and what could not be set as it should."""

    written: list[Path] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)


def carry_out(workspace: Workspace, order: Order) -> Outcome:
    """Render what was ordered and name each file written.

    Raises `InvalidInput` with all that is wrong in all documents, before anything is written.
    A letter that cannot be set does not stop the others: what was wrong is in the outcome.
    """
    jobs = prepare(workspace, order)
    outcome = Outcome()
    try:
        with report.progress(jobs, hidden=order.quiet) as steps:
            for job in steps:
                with outcome.findings.gather(job.source):
                    outcome.written += _make(job, workspace)
    finally:
        # After the bar, which owns the line; and also when the disk fills up half-way.
        if not order.quiet:
            for path in outcome.written:
                report.say(shown(path))
    return outcome


def prepare(workspace: Workspace, order: Order) -> list[Job]:
    """Everything that is to be done, each letter composed and its files named.

    Raises `InvalidInput` with all that is wrong in all documents.
    """
    findings = Findings()
    dossiers = load_dossiers(workspace, order.selection, findings)
    letters = compose_letters(dossiers, order.selection, findings)
    findings.raise_errors()
    if not letters:
        _nothing_to_do(order)
    return _jobs(letters, order, workspace)


def _make(job: Job, workspace: Workspace) -> list[Path]:
    # All outputs of a letter, then all its files: a letter is renewed whole or not at all.
    made = [
        (path, render_letter(job.letter, to, workspace.layers)) for to, path in job.paths.items()
    ]
    for path, data in made:
        write_file(path, data)
    return list(job.paths.values())


def _jobs(letters: Sequence[Letter], order: Order, workspace: Workspace) -> list[Job]:
    folder = (order.output or workspace.root / "output").absolute()
    Findings(find_clashes(letters, workspace.language)).raise_errors()
    jobs = []
    for letter in letters:
        names = {to: output_path(letter, suffix(to), workspace.language) for to in order.to}
        jobs.append(Job(letter, {to: folder / name for to, name in names.items()}))
    return jobs


def _nothing_to_do(order: Order) -> None:
    if order.selection.each:
        raise click.UsageError("none of these documents has recipients: --each makes no letter")
    report.note("there is no document yet: `undersigned new open-letter CAMPAIGN/DOCUMENT`")
