"""Rows of a form that may be a signatory who is there already: asked about once, and remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from undersigned import load
from undersigned.cli import questions, report
from undersigned.cli.import_told import question_text
from undersigned.load.decisions import read_decisions
from undersigned.load.signatory_import import take_over
from undersigned.load.signatory_match import find_matches
from undersigned.load.signatory_outcome import Answers
from undersigned.load.signed_text import load_open_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from undersigned.cli.form_reading import Task
    from undersigned.load.signatory_form import Form
    from undersigned.load.signatory_match import Match
    from undersigned.load.signatory_outcome import Imported

__all__ = ["settle_pairs"]


def settle_pairs(task: Task, form: Form) -> tuple[Imported, dict[str, bool], frozenset[int]]:
    """The roster with the form's rows, what was said of doubtful pairs, by key, and the lines of
    the form of which nothing else must be told."""
    options, directory = task.options, load.load_directory(task.workspace)
    decided = read_decisions(task.workspace)
    same, different = frozenset(options["same"]), frozenset(options["different"])
    fresh = {key: said for key, said in decided.items() if key not in same | different}
    matches = find_matches(form, task.table, directory, fresh)
    _check_answers(same, different, matches.by_line, decided)
    opened = load_open_text(task.workspace, task.table.name)
    answers = Answers(same, different)
    asked: set[str] = set()
    while True:
        made = take_over(task.workspace, task.table, form, matches, answers, opened)
        open_ = {
            match.handle: match
            for held in made.held
            for match in held.matches
            if not held.why and match.handle not in asked
        }
        if not open_ or not questions.can_ask() or options["dry_run"]:
            break
        for handle, match in open_.items():
            asked.add(handle)
            answers = _ask(match, answers, task.table.shown)
    said = {
        match.key: answer
        for found in matches.by_line.values()
        for match in found
        if (answer := answers.of(match)) is not None
    }
    return made, said, matches.hushed


def _ask(match: Match, answers: Answers, shown_as: str) -> Answers:
    report.note(question_text(match, shown_as))
    question = questions.Question(
        "same", "Are they one signatory", "later", ("same", "different", "later")
    )
    answer = questions.answers([question], {})["same"]
    if answer == "same":
        return replace(answers, same=answers.same | {match.handle})
    if answer == "different":
        return replace(answers, different=answers.different | {match.handle})
    return answers


def _check_answers(
    same: frozenset[str],
    different: frozenset[str],
    matches: Mapping[int, Sequence[Match]],
    decided: Mapping[str, bool],
) -> None:
    """Raise a usage error for a key that no question of this form has."""
    known = {name for found in matches.values() for m in found for name in (m.key, m.handle)}
    for option, keys in (("--same", same), ("--different", different)):
        for key in sorted(keys - known - set(decided)):
            said = f'{option}: no doubtful pair of this form is called "{key}"'
            raise click.BadOptionUsage(option, said)
    if both := same & different:
        raise click.UsageError(f'"{min(both)}" is given to --same and to --different')
