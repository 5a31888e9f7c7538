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
from undersigned.cli.labels import compose_sheets
from undersigned.cli.left_names import tell_left_names
from undersigned.cli.leftovers import find_leftovers
from undersigned.cli.letters import Selection, compose_letters, load_dossiers
from undersigned.cli.place import shown
from undersigned.cli.rendered import record_rendered
from undersigned.errors import Findings, Level, Location, TextChanged
from undersigned.proof.signed_text import OPENED, check_signed_text
from undersigned.publish import output_path, write_file
from undersigned.render import Material, material, suffix
from undersigned.render import render as render_letter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from undersigned.load import Workspace
    from undersigned.model.dossier import Dossier
    from undersigned.model.letter import Letter

# How many files of before are named.
_SHOWN = 5

__all__ = ["Job", "Order", "Outcome", "carry_out", "prepare"]


@dataclass(frozen=True)
class Order:
    """What the user asked for; `output` is None for `output/` in the workspace, `label_format`
    for the one of its settings. `start` is the first free label of a sheet."""

    selection: Selection
    to: tuple[str, ...] = ("html", "pdf")
    output: Path | None = None
    quiet: bool = False
    label_format: str | None = None
    start: int = 1


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
        record_rendered(workspace, jobs, outcome.written)
    _tell_leftovers(jobs, order)
    tell_left_names(workspace)
    return outcome


def _tell_leftovers(jobs: Sequence[Job], order: Order) -> None:
    """Name the letters of before to whoever left the list; of a part of it nothing is known."""
    wanted = order.selection
    if not wanted.each or wanted.only or wanted.limit or wanted.languages:
        return
    left = find_leftovers(jobs)
    if left:
        names = ", ".join(shown(path) for path in left[:_SHOWN])
        more = f" and {len(left) - _SHOWN} more" if len(left) > _SHOWN else ""
        report.note(f"from an earlier rendering, to nobody in this list: {names}{more}")


def prepare(workspace: Workspace, order: Order) -> list[Job]:
    """Everything that is to be done, each letter composed and its files named.

    Raises `InvalidInput` with all that is wrong in all documents, and `TextChanged`.
    """
    findings = Findings()
    dossiers = load_dossiers(workspace, order.selection, findings)
    outputs = {of: [to for to in order.to if material(to) is of] for of in Material}
    composed = {
        of: _compose(of, workspace, dossiers, order, findings) for of in Material if outputs[of]
    }
    findings.raise_errors()
    if outputs[Material.LETTER]:
        _check_signed(dossiers, findings)
    report.findings(findings.sorted(), err=True)
    if not any(composed.values()):
        _nothing_to_do(order, dossiers)
    letters = composed.get(Material.LETTER, [])
    Findings(find_clashes(letters, workspace.language)).raise_errors()
    return [job for of in composed for job in _jobs(composed[of], outputs[of], order, workspace)]


def _check_signed(dossiers: Sequence[Dossier], findings: Findings) -> None:
    """Refuse final letters whose text is not the one that was signed."""
    findings.items += [r for dossier in dossiers for r in dossier.remarks if r.rule == OPENED]
    findings.raise_errors()
    found = [finding for dossier in dossiers for finding in check_signed_text(dossier)]
    if any(finding.level is Level.ERROR for finding in found):
        raise TextChanged(found)
    findings.items += found


def _compose(
    of: Material,
    workspace: Workspace,
    dossiers: Sequence[Dossier],
    order: Order,
    findings: Findings,
) -> list[Letter]:
    """What the outputs made of this are made of; what cannot be composed is in `findings`."""
    match of:
        case Material.LETTER:
            return compose_letters(dossiers, order.selection, findings)
        case Material.LABELS:
            name, start = order.label_format, order.start
            selection = order.selection
            return compose_sheets(workspace, dossiers, selection, findings, name=name, start=start)


def _make(job: Job, workspace: Workspace) -> list[Path]:
    # All outputs of a letter, then all its files: a letter is renewed whole or not at all.
    made = [
        (path, render_letter(job.letter, to, workspace.layers)) for to, path in job.paths.items()
    ]
    for path, data in made:
        write_file(path, data)
    return list(job.paths.values())


def _jobs(
    letters: Sequence[Letter], to: Sequence[str], order: Order, workspace: Workspace
) -> list[Job]:
    folder = (order.output or workspace.root / "output").absolute()
    jobs = []
    for letter in letters:
        names = {
            name: output_path(letter, _suffix(letter, name), workspace.language) for name in to
        }
        jobs.append(Job(letter, {name: folder / path for name, path in names.items()}))
    return jobs


def _suffix(letter: Letter, to: str) -> str:
    """How the file's name ends; labels may come in several files."""
    stem, _, ending = suffix(to).rpartition(".")
    part = letter.labels.part if letter.labels else 1
    return f"{stem}.{ending}" if part == 1 else f"{stem}-{part}.{ending}"


def _nothing_to_do(order: Order, dossiers: Sequence[Dossier]) -> None:
    if order.selection.each:
        raise click.UsageError("none of these documents has recipients: --each makes no letter")
    if dossiers:
        raise click.UsageError("none of these documents has recipients: there are no labels")
    report.note("there is no document yet: `undersigned new open-letter CAMPAIGN/DOCUMENT`")
