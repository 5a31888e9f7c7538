"""Which column is what, settled: from `--map`, from the guess, by asking, or by an error that
names the option; and what is told of it."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from undersigned.cli import questions, report
from undersigned.load.columns import (
    Columns,
    Doubt,
    MapError,
    Match,
    column_of,
    guess_columns,
    parse_map,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from undersigned.load.columns import Field
    from undersigned.load.sheet import Sheet

__all__ = ["confirm_columns", "given_columns", "ignored_columns", "settled_columns", "tell_columns"]

# `--map ignore=COLUMN`: a column that somebody has looked at, and that is about something else.
IGNORE = "ignore"


def given_columns(
    sheet: Sheet, fields: Sequence[Field], options: Sequence[str]
) -> dict[str, int | None]:
    """What `--map` says. Raises a usage error for what names no field or no column."""
    try:
        return parse_map(options, sheet, fields)
    except MapError as error:
        raise click.BadOptionUsage("--map", f"--map: {error}") from error


def ignored_columns(sheet: Sheet, options: Sequence[str]) -> tuple[frozenset[int], tuple[str, ...]]:
    """The columns that `--map ignore=COLUMN` leaves out, each by its name, and the other options.

    Raises a usage error where there is no such column.
    """
    columns, others = set(), []
    for option in options:
        field, _, name = (part.strip() for part in option.partition("="))
        if field != IGNORE:
            others.append(option)
            continue
        try:
            columns.add(column_of(name, sheet))
        except MapError as error:
            raise click.BadOptionUsage("--map", f"--map: {error}") from error
    return frozenset(columns), tuple(others)


def settled_columns(  # noqa: PLR0913 - each is another thing that is known of a table
    sheet: Sheet,
    fields: Sequence[Field],
    ignored: Sequence[str],
    given: Mapping[str, int | None],
    settle: Callable[[Sheet, Columns], Columns],
    needed: Sequence[str],
    *,
    filled_only: bool = False,
    left_out: Collection[int] = (),
) -> Columns:
    """The columns without a doubt left; `given` are those that `--map` names (`given_columns`),
    `settle` is what the kind of table can say of its own, and one of the fields `needed` must be
    there. With `filled_only` empty columns are none; `left_out` are not looked at.

    Raises a usage error for a doubt where nobody can be asked.
    """
    columns = guess_columns(
        sheet, fields, given, ignored, filled_only=filled_only, left_out=left_out
    )
    columns = settle(sheet, columns)
    doubts = list(columns.doubts)
    found = {match.field for match in columns.matches} | {doubt.field for doubt in doubts}
    if not found & set(needed):
        open_ = tuple(index for index in columns.left_out if index not in left_out)
        if needed[0] in given or not open_:
            raise click.UsageError(_no_name(sheet, needed))
        doubts.append(Doubt(needed[0], open_, "no column is named so"))
    if not doubts:
        return columns
    order = [*needed, *(field.name for field in fields)]
    doubts.sort(key=lambda doubt: len(order) if doubt.either else order.index(doubt.field))
    if not questions.can_ask():
        raise click.UsageError(_unsettled(sheet, doubts))
    return _asked(sheet, columns, doubts, needed)


def tell_columns(sheet: Sheet, columns: Columns) -> None:
    """What was taken for what, and what was left out, on standard error."""
    if not sheet.exact:
        for match in columns.matches:
            name = sheet.header[match.column]
            if name.casefold() != match.field:
                why = "" if match.reason in ("given", "named so") else f" ({match.reason})"
                report.note(f"{match.field}: the column {_quoted(name)}{why}")
    left = [
        name
        for index, name in enumerate(sheet.header)
        if index in columns.left_out and any(sheet.column(index))
    ]
    if left:
        report.note(f"left out: {', '.join(left)}")


def confirm_columns(sheet: Sheet, columns: Columns) -> None:
    """Ask once, at a terminal, whether what was guessed is right.

    Raises a usage error where it is not; nothing is asked where nothing was guessed.
    """
    guessed = any(
        match.reason != "given" and sheet.header[match.column].casefold() != match.field
        for match in columns.matches
    )
    if sheet.exact or not guessed or not questions.can_ask():
        return
    question = questions.Question("map", "Take the columns so", "yes", ("yes", "no"))
    if questions.answers([question], {})["map"] == "no":
        fields = ", ".join(map(_quoted, sheet.header))
        raise click.UsageError(
            f"then say which column is what, with --map FIELD=COLUMN; the columns are {fields}"
        )


def _asked(
    sheet: Sheet, columns: Columns, doubts: Sequence[Doubt], needed: Sequence[str]
) -> Columns:
    for doubt in doubts:
        if doubt.either:
            columns = _asked_either(sheet, columns, doubt)
            continue
        used = {match.column for match in columns.matches}
        open_ = [sheet.header[index] for index in doubt.columns if index not in used]
        if not open_:
            continue
        none = _no_column(sheet)
        choices = (*open_, none)
        text = f"Which column is the {doubt.field}"
        must = doubt.field in needed and not {m.field for m in columns.matches} & set(needed)
        default = none if must and len(open_) > 1 else open_[0]
        question = questions.Question(doubt.field, text, default, choices, choice="column")
        answer = questions.answers([question], {})[doubt.field]
        if answer != none:
            match = Match(doubt.field, sheet.header.index(answer), "given")
            left = tuple(index for index in columns.left_out if index != match.column)
            columns = replace(columns, matches=(*columns.matches, match), left_out=left)
    columns = replace(columns, doubts=())
    if not {match.field for match in columns.matches} & set(needed):
        raise click.UsageError(_no_name(sheet, needed))
    return columns


def _asked_either(sheet: Sheet, columns: Columns, doubt: Doubt) -> Columns:
    """A column that decides over names: there is no answer that is taken without being typed."""
    index = doubt.columns[0]
    used = {match.field for match in columns.matches}
    open_ = [(field, means) for field, means in doubt.either if field not in used]
    report.note(f"the column {_quoted(sheet.header[index])}: {doubt.reason}")
    for field, means in open_:
        report.note(f"  {field}: {means}")
    choices = tuple(field for field, _ in open_)
    question = questions.Question("map", "What is it", "", choices, choice="field")
    answer = questions.answers([question], {})["map"]
    if answer == IGNORE:
        return columns
    left = tuple(other for other in columns.left_out if other != index)
    return replace(
        columns, matches=(*columns.matches, Match(answer, index, "given")), left_out=left
    )


def _no_column(sheet: Sheet) -> str:
    """The answer that no column is it, whatever the columns are called."""
    answer, names = questions.NONE, {name.casefold() for name in sheet.header}
    while answer in names:
        answer = f"{answer} of them"
    return answer


def _unsettled(sheet: Sheet, doubts: Sequence[Doubt]) -> str:
    lines = ["nobody is here to be asked, so say which column is what:"]
    for doubt in doubts:
        names = [sheet.header[index] for index in doubt.columns]
        if doubt.either:
            lines.append(f"  the column {_quoted(names[0])}: {doubt.reason}")
            lines += [f"    --map {_option(field, names[0])} ({m})" for field, m in doubt.either]
        elif len(names) == 1:
            lines.append(f"  --map {_option(doubt.field, names[0])} ({doubt.reason})")
            lines.append(f"  or --map {doubt.field}= to leave it out")
        else:
            shown = ", ".join(_quoted(name) for name in names[:12])
            lines.append(f"  --map {doubt.field}=COLUMN ({doubt.reason}: {shown})")
    return "\n".join(lines)


def _no_name(sheet: Sheet, needed: Sequence[str]) -> str:
    return (
        f"no column says who it is ({', '.join(needed[:4])}): name one with "
        f"--map {needed[0]}=COLUMN; the columns are {', '.join(map(_quoted, sheet.header))}"
    )


def _option(field: str, column: str) -> str:
    return shlex.quote(f"{field}={column}")


def _quoted(name: str) -> str:
    return f'"{name}"'
