"""What `signatories import` tells: each change, what became of each row, and how many there are.

Of a row that asks to be withheld nothing is told but its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned.cli import report
from undersigned.cli.target import refused_lines
from undersigned.errors import Finding, Location
from undersigned.load.cell import visible
from undersigned.load.signatory_name import KEPT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undersigned.load.roster_duplicates import Acronym
    from undersigned.load.signatory_form import Form
    from undersigned.load.signatory_match import Match
    from undersigned.load.signatory_outcome import Held, Imported

__all__ = ["question_text", "tell_form", "tell_import"]

_MANY = 12


def tell_form(form: Form, made: Imported, hushed: frozenset[int]) -> None:
    """What was changed in the rows, and what else is to be said of them; of those that are
    `hushed` only where. Of a row whose name is not taken, since
    it is there already, the spelling is not."""
    entries = {line for line, _ in (*made.entries, *made.known, *made.merged)}
    for change in sorted(form.told.changes, key=lambda change: change.line):
        if change.column != "name" or change.line not in entries:
            report.note(str(change.hushed if change.line in hushed else change))
    for told in form.told.remarks.without(KEPT, entries).told(hushed):
        report.note(told)
    if form.declined:
        report.note(f"do not consent to sign, and were not imported: {_lines(form.declined)}")
    for changed in form.changed:
        said = f"line {changed.line} was imported before and says something else now"
        report.note(f"{said} ({', '.join(changed.fields)}); the roster is left as it is")
    if form.gone:
        said = "were imported before, and no row of the roster is known of them any more"
        report.note(f"{said} (--again takes them anew): {_lines(form.gone)}")


def tell_import(form: Form, made: Imported, shown: str, acronyms: Sequence[Acronym] = ()) -> None:
    """What became of the rows, and the sum of it."""
    for line, first in form.repeated:
        report.note(f"line {line} says the same as line {first}")
    for line, said in sorted((*made.entries, *made.known, *made.merged)):
        report.note(f"line {line}: {said}")
    if made.outdated:
        said = "answered before those who had signed were asked again, and are invited"
        report.note(f"{said}: {_lines(made.outdated)}")
    report.findings(
        [found for held in made.held for found in _findings(held, form, shown)], err=True
    )
    report.findings(sorted(dict.fromkeys(made.refused), key=lambda f: f.location), err=True)
    report.findings(form.alarms, err=True)
    for shared in acronyms:
        said = f"{shared.acronym or 'an acronym'} stands for different names"
        report.note(f"{said}: {_lines(shared.lines)} of {shown}")
    report.note(_summary(form, made))


def question_text(match: Match, shown: str) -> str:
    """What is asked, with the evidence; the names only where both may be told."""
    one, other = f"line {match.line}", _other(match, shown)
    if match.named:
        one, other = (
            f'{place}, "{visible(name)}",'
            for place, name in zip((one, other), match.names, strict=True)
        )
    what = "one" if match.before else "one signatory"
    return f"{one} and {other} may be {what}: {'; '.join(match.evidence)}"


def _findings(held: Held, form: Form, shown: str) -> Sequence[Finding]:
    place = Location(form.path, held.line)
    if not held.matches or held.why:
        hint = "settle that first, or write the row into the roster by hand"
        return [Finding(place, "held-back", f"the row is held back: {held.why}", hint)]
    found = []
    for match in held.matches:
        said = question_text(match, shown).removeprefix(f"line {match.line}").lstrip(", ")
        hint = f"--same {match.handle} or --different {match.handle}"
        said = (
            f"the row is held back: {said}" if match.named else f"the row is held back: it {said}"
        )
        found.append(Finding(place, "doubtful-duplicate", said, hint))
    return found


def _other(match: Match, shown: str) -> str:
    if match.earlier:
        return f"line {match.earlier} of the form"
    if match.before:
        return "a response that was imported before"
    if match.row:
        return f"line {match.row} of {shown}"
    return "an entry of the directory"


def _summary(form: Form, made: Imported) -> str:
    parts = [
        (len(made.new), "new"),
        (len(form.known) + len(made.known), "known already"),
        (len(made.merged) + len(form.repeated), "merged"),
        (len(made.held), "held back"),
        (refused_lines(made.refused), "refused"),
        (len(form.declined), "declined to sign"),
    ]
    told = [f"{number} {what}" for number, what in parts if number or what == "new"]
    return ", ".join(told)


def _lines(lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:_MANY]))
    more = f" and {len(lines) - _MANY} more" if len(lines) > _MANY else ""
    return f"line{'s' if len(lines) > 1 else ''} {shown}{more}"
