"""A sign-on form taken over into a roster: what is new is added, what is known stays as it is.

The roster is read as it is going to be, by the reader of rosters: a row with which it would not
load is refused. Nothing is written here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from undersigned.errors import Finding, Findings, InvalidInput, Level, Location
from undersigned.load.directory import load_directory
from undersigned.load.planned import PlannedReader
from undersigned.load.roster import load_roster
from undersigned.load.roster_table import RosterTable
from undersigned.load.signatory_form import Form
from undersigned.load.signatory_match import Matches
from undersigned.load.signatory_merge import Merging
from undersigned.load.signatory_outcome import Answers, Imported, Target
from undersigned.load.workspace import Workspace
from undersigned.model.roster import Directory
from undersigned.model.signed_text import OpenText

__all__ = ["take_over"]

_LINE = re.compile(r"\bline (\d+)")


def take_over(
    workspace: Workspace,
    table: RosterTable,
    form: Form,
    matches: Matches,
    answers: Answers,
    opened: OpenText | None = None,
) -> Imported:
    """The form's rows in the roster. Raises `InvalidInput` where the roster itself is faulty."""
    directory = load_directory(workspace)
    if table.read is not None:
        load_roster(workspace, table.name, directory)
    refused: list[Finding] = []
    left = list(form.rows)
    while True:
        work = Merging(table, form, directory, matches, answers, opened)
        for row in left:
            work.take(row)
        made, lines = work.table()
        wrong = _faults(workspace, made, directory, lines, form.path)
        if not wrong:
            return work.imported(made, refused)
        refused += [found for findings in wrong.values() for found in findings]
        left = [row for row in left if row.line not in wrong]


def _faults(
    workspace: Workspace,
    table: RosterTable,
    directory: Directory,
    lines: Mapping[int, Target],
    path: str,
) -> dict[int, list[Finding]]:
    """What the reader of rosters says of the roster as it is going to be, by line of the form."""
    if not lines:
        return {}
    reader = PlannedReader(workspace.reader.layers, planned=table.path, data=table.data())
    memory = {k: v for k, v in workspace.memory.items() if k != ("roster", table.name)}
    planned = replace(workspace, reader=reader, memory=memory)
    findings = Findings()
    with findings.gather():
        load_roster(planned, table.name, directory)
    wrong: dict[int, list[Finding]] = {}
    for finding in findings.sorted():
        if finding.level is not Level.ERROR:
            continue
        targets = _at_fault(finding, lines) if finding.location.path == table.shown else []
        if not targets:
            raise InvalidInput(findings.sorted())
        for line in (line for target in targets for line in target.lines):
            wrong.setdefault(line, []).append(_told(finding, line, lines, table.shown, path))
    return wrong


def _at_fault(finding: Finding, lines: Mapping[int, Target]) -> list[Target]:
    """The rows of the form that a finding is about: on whose line it is, or, where a row of old
    stands there that was read before without a fault, which it tells of."""
    own = lines.get(finding.location.line)
    if own is not None:
        return [own]
    told = (int(number) for number in _LINE.findall(f"{finding.message} {finding.hint}"))
    return [lines[number] for number in told if number in lines]


def _told(
    finding: Finding, line: int, lines: Mapping[int, Target], shown: str, path: str
) -> Finding:
    """The finding as one about a line of the form."""
    said = _in_form(finding.message, lines, shown)
    if finding.location.line not in lines:
        said = f"with this row line {finding.location.line} of {shown} is at fault: {said}"
    hint = _in_form(finding.hint, lines, shown)
    return replace(finding, location=Location(path, line), message=said, hint=hint)


def _in_form(said: str, lines: Mapping[int, Target], shown: str) -> str:
    """The sentence with the lines of new rows as they are in the form."""

    def named(match: re.Match[str]) -> str:
        target = lines.get(int(match[1]))
        if target is None or target.old is not None:
            return f"{match[0]} of {shown}"
        return f"line {target.lines[0]}"

    return _LINE.sub(named, said)
