"""`undersigned render`: everything is read and composed before the first file is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from undersigned.cli import report
from undersigned.cli.lazy import Command
from undersigned.cli.letters import Selection, compose_letters, load_dossiers
from undersigned.cli.options import (
    CommaList,
    documents_argument,
    language_option,
    workspace_option,
)
from undersigned.cli.place import open_here, shown
from undersigned.errors import Finding, Findings, Location
from undersigned.publish import output_path, write_file
from undersigned.render import output_names, suffix
from undersigned.render import render as render_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from undersigned.load import Workspace
    from undersigned.model.letter import Letter

__all__ = ["Order", "Outcome", "carry_out", "open_first", "render"]

_USUAL = ("html", "pdf")


@dataclass(frozen=True)
class Order:
    """What the user asked for; `output` is None for `output/` in the workspace."""

    selection: Selection
    to: tuple[str, ...] = _USUAL
    output: Path | None = None
    quiet: bool = False


@dataclass(frozen=True)
class Job:
    """A letter and where each output of it goes."""

    letter: Letter
    paths: Mapping[str, Path]


@dataclass
class Outcome:
    """What came of an order: the files written, and what could not be set as it should."""

    written: list[Path] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)


@click.command(
    cls=Command,
    examples=[
        ("undersigned render", "PDF and HTML of every document, into output/."),
        ("undersigned render senate-2024/open-letter --to pdf --open", "One letter, and look."),
        ("undersigned render senate-2024 --lang fr,es", "A campaign in two of its languages."),
        ("undersigned render senate-2024 --watch", "Again after each change, until Ctrl+C."),
        ("undersigned render senate-2024/open-letter --each", "One letter to each recipient."),
    ],
)
@documents_argument
@click.option(
    "--to",
    type=CommaList(output_names()),
    multiple=True,
    help="What to make; html,pdf unless told.",
)
@language_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where to write; output/ in the workspace, unless told.",
)
@click.option("--each", is_flag=True, help="The individual edition: one letter to each recipient.")
@click.option("--watch", is_flag=True, help="Render again whenever a file that is used changes.")
@click.option("--open", "open_", is_flag=True, help="Show the first file when it is done.")
@click.option("-q", "--quiet", is_flag=True, help="Name no file written; only tell what is wrong.")
@workspace_option
def render(**options: Any) -> int:
    """Make PDF and HTML of documents.

    Name campaigns, or single documents as CAMPAIGN/DOCUMENT; without a name it is all of them.
    Everything is read first: while something is wrong, nothing is written.
    """
    order = Order(
        Selection(options["documents"], _flat(options["languages"]), options["each"]),
        _flat(options["to"]) or _USUAL,
        options["output"],
        options["quiet"],
    )
    if options["watch"]:
        from undersigned.cli.watch import watch  # noqa: PLC0415 - watching is rare

        return watch(options["workspace"], order, open_first=options["open_"])
    outcome = carry_out(open_here(options["workspace"]), order)
    if options["open_"]:
        open_first(outcome.written)
    outcome.findings.raise_errors()
    return 0


def carry_out(workspace: Workspace, order: Order) -> Outcome:
    """Render what was ordered and name each file written.

    Raises `InvalidInput` with all that is wrong in all documents, before anything is written.
    A letter that cannot be set does not stop the others: what was wrong is in the outcome.
    """
    findings = Findings()
    dossiers = load_dossiers(workspace, order.selection, findings)
    letters = compose_letters(dossiers, order.selection, findings)
    findings.raise_errors()
    if not letters:
        _nothing_to_do(order)
    jobs = _jobs(letters, order, workspace)
    outcome = Outcome()
    with report.progress(jobs, hidden=order.quiet) as steps:
        for job in steps:
            with outcome.findings.gather():
                outcome.written += _make(job, workspace)
    if not order.quiet:
        for path in outcome.written:
            report.say(shown(path))
    return outcome


def open_first(written: Sequence[Path]) -> None:
    """Show the first PDF, or the first file, in the program that the desktop has for it."""
    pdf = [path for path in written if path.suffix == ".pdf"]
    for path in (pdf or written)[:1]:
        if click.launch(str(path)) != 0:
            report.note(f"no program here opens {shown(path)}")


def _make(job: Job, workspace: Workspace) -> list[Path]:
    # All outputs of a letter, then all its files: a letter is renewed whole or not at all.
    made = [
        (path, render_letter(job.letter, to, workspace.layers)) for to, path in job.paths.items()
    ]
    for path, data in made:
        write_file(path, data)
    return list(job.paths.values())


def _jobs(letters: Iterable[Letter], order: Order, workspace: Workspace) -> list[Job]:
    folder = (order.output or workspace.root / "output").absolute()
    taken: dict[str, Letter] = {}
    jobs = []
    clashes = Findings()
    for letter in letters:
        names = {to: output_path(letter, suffix(to), workspace.language) for to in order.to}
        # Some file systems take "A" and "a" for one name.
        others = [taken.setdefault(str(name).casefold(), letter) for name in names.values()]
        if others[0] is not letter:
            clashes.items.append(_clash(letter, others[0]))
        jobs.append(Job(letter, {to: folder / name for to, name in names.items()}))
    clashes.raise_errors()
    return jobs


def _clash(letter: Letter, other: Letter) -> Finding:
    if letter.addressees and other.addressees:
        recipient, earlier = letter.addressees[0].recipient, other.addressees[0].recipient
        return Finding(
            recipient.location,
            "same-file-name",
            f'"{recipient.id}" and "{earlier.id}" would be written to the same file',
            "give one of them another id",
        )
    return Finding(
        Location(f"templates/campaigns/{letter.campaign}/{letter.document}.md"),
        "same-file-name",
        f"{letter.document} and {other.document} would be written to the same file",
        "give one of them another name",
    )


def _nothing_to_do(order: Order) -> None:
    if order.selection.each:
        raise click.UsageError("none of these documents has recipients: --each makes no letter")
    report.note("there is no document yet: `undersigned new open-letter CAMPAIGN/DOCUMENT`")


def _flat(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for value in values for part in value))
