"""`undersigned render`: PDF and HTML of documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from undersigned.cli import complete, report
from undersigned.cli.dry_run import say_plan
from undersigned.cli.lazy import Command
from undersigned.cli.letters import Selection
from undersigned.cli.options import (
    CommaList,
    documents_argument,
    language_option,
    workspace_option,
)
from undersigned.cli.order import Order, carry_out
from undersigned.cli.place import open_here, shown
from undersigned.cli.table import FORMATS
from undersigned.render import output_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["open_first", "render"]

_USUAL = ("html", "pdf")


@click.command(
    cls=Command,
    examples=[
        ("undersigned render", "PDF and HTML of every document, into output/."),
        ("undersigned render senate-2024/open-letter --to pdf --open", "One letter, and look."),
        ("undersigned render senate-2024 --lang fr,es", "A campaign in two of its languages."),
        ("undersigned render senate-2024 --watch", "Again after each change, until Ctrl+C."),
        ("undersigned render senate-2024/open-letter --each", "One letter to each recipient."),
        ("undersigned render senate-2024 --each --dry-run", "Who would get what; writes nothing."),
        ("undersigned render senate-2024 --to labels", "Address labels of all recipients."),
        (
            "undersigned render senate-2024/open-letter --line-numbers",
            "A PDF to go through together, line by line.",
        ),
    ],
)
@documents_argument
@click.option(
    "--to",
    type=CommaList(output_names()),
    multiple=True,
    help="What to make; html,pdf unless told.",
)
@click.option(
    "--line-numbers",
    is_flag=True,
    help="Number the lines of the text in the margin of the PDF, for reading it together; a file "
    "of its own beside the other, and the only one made unless --to tells more.",
)
@language_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where to write; output/ in the workspace, unless told.",
)
@click.option("--each", is_flag=True, help="The individual edition: one letter to each recipient.")
@click.option(
    "--only",
    type=CommaList(),
    multiple=True,
    metavar="ID,ID",
    help="With --each: these recipients alone, by id.",
)
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", help="With --each: the first N of a document."
)
@click.option(
    "--dry-run", is_flag=True, help="Print who would get what, in which language; write nothing."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="table",
    help="How --dry-run prints it.",
)
@click.option(
    "--label-format",
    metavar="NAME",
    shell_complete=complete.label_formats,
    help="With --to labels: the sheet or envelope, as avery-l7160 or envelope-dl.",
)
@click.option(
    "--start",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="With --to labels: the first free label of the first sheet.",
)
@click.option("--watch", is_flag=True, help="Render again whenever a file that is used changes.")
@click.option("--open", "open_", is_flag=True, help="Show the first file when it is done.")
@click.option("-q", "--quiet", is_flag=True, help="Name no file written; only tell what is wrong.")
@workspace_option
def render(**options: Any) -> int:
    """Make PDF, HTML and labels of documents.

    Name campaigns, or single documents as CAMPAIGN/DOCUMENT; without a name it is all of them.
    Everything is read first: while something is wrong, nothing is written.
    """
    _check(options)
    order = Order(
        Selection(
            options["documents"],
            _flat(options["languages"]),
            options["each"],
            _flat(options["only"]),
            options["limit"],
        ),
        _outputs(options),
        options["output"],
        options["quiet"],
        options["label_format"],
        options["start"],
    )
    if options["dry_run"]:
        say_plan(open_here(options["workspace"]), order, options["format_"])
        return 0
    if options["watch"]:
        from undersigned.cli.watch import watch  # noqa: PLC0415 - watching is rare

        return watch(options["workspace"], order, show=options["open_"])
    outcome = carry_out(open_here(options["workspace"]), order)
    if options["open_"]:
        open_first(outcome.written)
    outcome.findings.raise_errors()
    return 0


def _check(options: dict[str, Any]) -> None:
    """Refuse options that say nothing together."""
    for name in ("only", "limit"):
        if options[name] and not options["each"]:
            raise click.UsageError(f"--{name} goes with --each: the open edition is one letter")
    if options["line_numbers"] and "pdf" not in (_flat(options["to"]) or _USUAL):
        raise click.UsageError("--line-numbers goes with --to pdf: nothing else has lines")
    if "labels" not in _flat(options["to"]):
        given = {"label-format": options["label_format"], "start": options["start"] > 1}
        for name in (name for name, value in given.items() if value):
            raise click.UsageError(f"--{name} goes with --to labels")
    if options["dry_run"] and (options["watch"] or options["open_"]):
        raise click.UsageError("--dry-run makes nothing that could be watched or opened")
    if options["format_"] != "table" and not options["dry_run"]:
        raise click.UsageError("--format goes with --dry-run")


def _outputs(options: dict[str, Any]) -> tuple[str, ...]:
    """What to make: whoever asks for numbered lines, and for nothing else, gets that alone."""
    wanted = _flat(options["to"])
    if not options["line_numbers"]:
        return wanted or _USUAL
    return tuple("pdf_numbered" if name == "pdf" else name for name in wanted or ("pdf",))


def open_first(written: Sequence[Path]) -> None:
    """Show the first PDF, or the first file, in the program that the desktop has for it."""
    pdf = [path for path in written if path.suffix == ".pdf"]
    for path in (pdf or written)[:1]:
        if click.launch(str(path)) != 0:
            report.note(f"no program here opens {shown(path)}")


def _flat(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for value in values for part in value))
