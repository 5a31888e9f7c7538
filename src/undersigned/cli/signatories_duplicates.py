"""`undersigned signatories duplicates`: Tell who stands in a roster twice, or may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from undersigned import load
from undersigned.cli import clock, complete, questions, report
from undersigned.cli.actor import actor, by_option
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import open_here
from undersigned.cli.table import FORMATS, say_rows
from undersigned.errors import NotFound
from undersigned.load.decisions import DECISIONS, decision, read_decisions
from undersigned.load.directory import DIRECTORY
from undersigned.load.roster_duplicates import directory_doubles, roster_doubles
from undersigned.load.roster_table import read_roster_table
from undersigned.publish.history import append_history

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from undersigned.cli.table import Row
    from undersigned.load import Workspace
    from undersigned.load.roster_duplicates import Acronym, Doubles, Twin

__all__ = ["command"]

_COLUMNS = ("verdict", "line", "name", "other", "other_name", "evidence", "key")
_ANSWERS = ("same", "different", "later")
_SHORTEST_KEY = 4


@click.command(
    "duplicates",
    cls=Command,
    examples=[
        ("undersigned signatories duplicates spring", "Within the roster, and with the directory."),
        ("undersigned signatories duplicates", "Within the directory."),
        ("undersigned signatories duplicates spring --different 0c1d2e3f4a5b", "Never ask again."),
        ("undersigned signatories duplicates spring --same 4:9", "Where a name must not be told."),
    ],
)
@click.argument("roster", required=False, shell_complete=complete.rosters)
@click.option(
    "--same", multiple=True, metavar="KEY", help="These two are one signatory; remembered."
)
@click.option(
    "--different", multiple=True, metavar="KEY", help="These two are two signatories; remembered."
)
@by_option
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", help="How to print it."
)
@workspace_option
def command(roster: str | None, format_: str, **options: Any) -> int:
    """Tell who stands in a roster twice, or may.

    Told are pairs that are certainly one signatory, pairs that may be, with what speaks for it
    and against, and acronyms that stand for two names. At a terminal each doubtful pair is
    asked; elsewhere --same and --different answer by its key. An answer is remembered, and
    counts for imports too; the roster is not changed. A row that is withheld is told by its line
    alone, and so is whoever may be the same. The exit code is 1 where a pair waits for an
    answer, or where one signatory has two rows.
    """
    workspace = open_here(options["workspace"])
    search = _search(workspace, roster)
    answered = _given(search({}).twins, options) if options["same"] or options["different"] else {}
    decided = {**read_decisions(workspace), **answered}
    if format_ == "table" and questions.can_ask():
        asked = _asked([twin for twin in search(decided).twins if not twin.certain])
        answered |= asked
        decided |= asked
    if answered:
        by, moment = actor(options["by"], workspace.root), clock.now()
        events = [decision(moment, by, key, same=same) for key, same in answered.items()]
        append_history(workspace.root, DECISIONS, events)
    found = search(decided)
    rows = [*map(_row, found.twins), *map(_acronym_row, found.acronyms)]
    say_rows(rows, format_, _COLUMNS)
    return 1 if _tell(found) else 0


def _search(workspace: Workspace, roster: str | None) -> Callable[[Mapping[str, bool]], Doubles]:
    """How to search, given what is decided. Raises `NotFound`, and `InvalidInput`."""
    directory = load.load_directory(workspace)
    name = (roster or DIRECTORY).removesuffix(".csv")
    if name == DIRECTORY:
        return lambda decided: directory_doubles(directory, decided)
    table = read_roster_table(workspace, name)
    return lambda decided: roster_doubles(table, directory, decided)


def _given(twins: Sequence[Twin], options: Mapping[str, Any]) -> dict[str, bool]:
    """The answers on the command line, by the keys of the pairs. Raises `NotFound`."""
    found: dict[str, bool] = {}
    for same, typed in ((True, options["same"]), (False, options["different"])):
        for key in typed:
            pair = _key(key, twins)
            if found.get(pair, same) is not same:
                raise click.UsageError(f"{key} cannot be the same and different")
            found[pair] = same
    return found


def _key(typed: str, twins: Sequence[Twin]) -> str:
    """The key of the pair that is meant: its beginning is enough."""
    plain = typed.strip().casefold()
    exact = [twin for twin in twins if twin.key == plain]
    begun = [twin for twin in twins if len(plain) >= _SHORTEST_KEY and twin.key.startswith(plain)]
    meant = {twin.pair.key for twin in exact or (t for t in begun if t.named)}
    if len(meant) != 1:
        hint = "several begin so" if meant else "`--format json` tells the key of each pair"
        raise NotFound("pair", typed, hint=hint)
    return meant.pop()


def _asked(twins: Sequence[Twin]) -> dict[str, bool]:
    """What somebody at the terminal says of the pairs that nobody has decided."""
    said: dict[str, bool] = {}
    for twin in twins:
        if twin.pair.key in said:
            continue
        report.say(_sentence(twin))
        question = questions.Question("same", "One signatory", "later", _ANSWERS)
        answer = questions.answers([question], {})["same"]
        if answer != "later":
            said[twin.pair.key] = answer == "same"
    return said


def _sentence(twin: Twin) -> str:
    one, other = f"line {twin.line}", f"line {twin.other}"
    if not twin.other:
        other = f"the directory's {twin.entry}" if twin.named else "an entry of the directory"
    if twin.named:
        one, other = f'{one} "{twin.names[0]}"', f'{other} "{twin.names[1]}"'
    return f"{one} and {other}: {'; '.join(twin.pair.evidence)}"


def _row(twin: Twin) -> Row:
    evidence = (*twin.pair.evidence, *(("one of them has withdrawn",) if twin.withdrawn else ()))
    other = f"line {twin.other}" if twin.other else twin.entry or "an entry of the directory"
    return {
        "verdict": "certain" if twin.certain else "doubtful",
        "line": twin.line,
        "name": twin.names[0],
        "other": other,
        "other_name": twin.names[1],
        "evidence": evidence,
        "key": twin.key,
    }


def _acronym_row(shared: Acronym) -> Row:
    return {
        "verdict": "acronym",
        "line": shared.lines[0],
        "name": shared.names[0] if shared.names else "",
        "other": ", ".join(f"line {line}" for line in shared.lines[1:]),
        "other_name": ", ".join(shared.names[1:]),
        "evidence": (f"{shared.acronym or 'an acronym'} stands for different names",),
        "key": "",
    }


def _tell(found: Doubles) -> bool:
    """What is left to do, in a line each; whether anything is."""
    doubtful = sum(not twin.certain for twin in found.twins)
    twice = sum(twin.certain and bool(twin.other) for twin in found.twins)
    known = sum(twin.certain and not twin.other for twin in found.twins)
    if doubtful:
        report.note(f"{_count(doubtful, 'pair')} to decide: --same KEY or --different KEY")
    if twice:
        report.note(f"{_count(twice, 'pair')} certain: leave one row of each")
    if known:
        report.note(f"{_count(known, 'row')} of somebody in the directory: write the id into it")
    if found.acronyms:
        report.note(f"{_count(len(found.acronyms), 'acronym')} for different names")
    return bool(doubtful or twice)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
