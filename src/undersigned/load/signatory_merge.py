"""The rows of a form on their way into a roster: added, merged, known already or held back.

A row of the roster is never overwritten: a certain duplicate fills in cells that are empty, and
takes a signature to a row that was invited. Who withdrew stays withdrawn, and who is withheld in
either place stays withheld.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from undersigned.errors import Finding
from undersigned.load.merged_cells import beside, compared, contradicted, renamed, told_of
from undersigned.load.response_mark import Mark, marks_of
from undersigned.load.roster_table import RosterTable
from undersigned.load.signatory_form import Form
from undersigned.load.signatory_match import Match, Matches
from undersigned.load.signatory_outcome import Answers, Held, Imported, Target
from undersigned.load.signatory_row import FormRow
from undersigned.model.history import fingerprint
from undersigned.model.roster import Directory, Signatory, SignatoryStatus
from undersigned.model.signed_text import OpenText, short_digest

__all__ = ["Merging"]

_WITHHELD, _INVITED = SignatoryStatus.WITHHELD.value, SignatoryStatus.INVITED.value


class Merging:
    """The rows of one form on their way into one roster."""

    def __init__(
        self,
        table: RosterTable,
        form: Form,
        directory: Directory,
        matches: Matches,
        answers: Answers,
        opened: OpenText | None,
    ) -> None:
        self.before, self.form, self.directory = table, form, directory
        self.matches, self.answers, self.opened = matches, answers, opened
        self.old = {row.line: row for row in table.rows}
        self.by_id = {row["id"]: row for row in table.rows if row["id"]}
        self.new: list[Target] = []
        self.new_by_id: dict[str, Target] = {}
        self.into: dict[int, Target] = {}
        self.fresh: list[int] = []
        self.outdated: list[int] = []
        self.entries: list[tuple[int, str]] = []
        self.known: list[tuple[int, str]] = []
        self.merged: list[tuple[int, str]] = []
        self.held: dict[int, Held] = {}
        self.targets: dict[int, Target] = {}

    def take(self, row: FormRow) -> None:
        """One row of the form, after those above it."""
        one, open_ = self._sorted(row.line)
        if open_:
            self.held[row.line] = Held(row.line, tuple(open_))
            return
        if any(match.before for match in one) and not any(m.row or m.earlier for m in one):
            self._as_before(row)
            return
        waiting = next((m.earlier for m in one if m.earlier in self.held), 0)
        if waiting:
            self.held[row.line] = Held(row.line, (), f"it is one with line {waiting}, which waits")
            return
        entries = {match.entry for match in one if match.entry}
        found = {id(t): t for m in one if (t := self._target(m)) is not None}
        if len(found) > 1 or len(entries) > 1:
            why = "it is one with several signatories that differ"
            self.held[row.line] = Held(row.line, tuple(one), why)
            return
        target = next(iter(found.values()), None)
        if target is None:
            self._add(row, next(iter(entries), ""))
        elif target.old is not None:
            self._to_roster(row, target)
        else:
            self._to_new(row, target)

    def _as_before(self, row: FormRow) -> None:
        """A response that was imported before, and of which no row of the roster tells."""
        if row.hidden:
            why = "it was imported before and may not be named now: see to its row by hand"
            self.held[row.line] = Held(row.line, (), why)
        else:
            self.known.append((row.line, "it was imported before; the roster is left as it is"))

    def _sorted(self, line: int) -> tuple[list[Match], list[Match]]:
        """The matches that are one with the row, and those that nobody has settled."""
        one, open_ = [], []
        for match in self.matches.by_line.get(line, ()):
            if match.earlier and match.earlier not in (self.targets | self.held):
                # The other row was refused.
                continue
            said = self.answers.of(match)
            if said or (said is None and match.certain):
                one.append(match)
            elif said is None:
                open_.append(match)
        # Who is certainly a row that is there already adds none, whatever else that row may be.
        there = any(match.row or match.earlier in self.targets for match in one)
        return one, [] if there else open_

    def _target(self, match: Match) -> Target | None:
        if match.earlier:
            return self.targets.get(match.earlier)
        old = self.old.get(match.row) or self.by_id.get(match.entry)
        if old is None:
            return next(
                (t for t in self.new if match.entry and t.cells.get("id") == match.entry), None
            )
        if old.line not in self.into:
            self.into[old.line] = Target({}, [], old)
        return self.into[old.line]

    def _add(self, row: FormRow, entry_id: str) -> None:
        cells = dict(row.cells)
        entry = self.directory.find(entry_id or cells.get("id", ""))
        if entry is not None:
            self._tell_entry(entry, row)
            cells = beside(entry, cells)
        signs = row.status in (SignatoryStatus.CONFIRMED, SignatoryStatus.WITHHELD)
        if self.opened is not None and signs:
            cells["signed_text"] = self._text_of(self.opened, row)
        if self._is_outdated(row) and row.status is SignatoryStatus.CONFIRMED:
            cells["status"] = _INVITED
            self.outdated.append(row.line)
        target = Target(cells, [row.line])
        self.new.append(target)
        if entry is not None:
            self.new_by_id[entry.id] = target
        self.targets[row.line] = target
        self.fresh.append(row.line)

    def _tell_entry(self, entry: Signatory, row: FormRow) -> None:
        """Tell of a new row that it is an entry of the directory, unless it says so itself."""
        aside = contradicted(entry, row.cells)
        if aside or not row.cells.get("id"):
            hushed = row.hidden or row.line in self.matches.hushed
            which = "an entry" if hushed else entry.id
            self.entries.append((row.line, f"it is {which} of the directory" + told_of(aside)))

    def _to_new(self, row: FormRow, target: Target) -> None:
        """Into an earlier row of the same form."""
        filled, aside = self._fill(target.cells, target.cells, row)
        if _WITHHELD in (target.cells.get("status"), row.cells["status"]):
            target.cells["status"] = _WITHHELD
        elif self._answers(target.cells, row):
            self._confirm(target, target.cells, row)
            self.outdated = [line for line in self.outdated if line not in target.lines]
        self._note(target, target.cells.get("note", ""), row, filled, aside)
        self._merged(row, target, f"line {target.lines[0]}", filled, aside)

    def _to_roster(self, row: FormRow, target: Target) -> None:
        """Into a row that the roster has already."""
        old = target.old
        assert old is not None
        where = f"line {old.line} of {self.before.shown}"
        cells = {**old.cells, **target.cells}
        self.targets[row.line] = target
        status = cells.get("status", "").casefold() or SignatoryStatus.CONFIRMED.value
        if status == SignatoryStatus.WITHDRAWN.value:
            self.known.append((row.line, f"{where} has withdrawn, and stays so"))
            return
        if status == _WITHHELD and row.status is not SignatoryStatus.WITHHELD:
            self.known.append((row.line, f"{where} is withheld, and stays so"))
            return
        answers = status == _INVITED and row.status is not SignatoryStatus.INVITED
        if answers and not row.hidden and not self._answers(cells, row):
            self.known.append((row.line, f"{where} is asked again: this answer is of before"))
            return
        hides = row.status is SignatoryStatus.WITHHELD and status != _WITHHELD
        own = Mark.of(self.form.name, row.line, row.moment)
        seen = not answers and not hides and _tells_of(cells, own)
        filled, aside = (
            ([], renamed(cells, row.cells)) if seen else self._fill(cells, target.cells, row)
        )
        address = "email" in aside and row.cells["email"] not in cells.get("note", "")
        if not (filled or answers or hides or address):
            self.known.append((row.line, f"it is {where}" + told_of(aside)))
            return
        if answers:
            self._confirm(target, cells, row)
        if answers or hides:
            target.cells["status"] = row.status.value
        self._note(target, cells.get("note", ""), row, filled, aside)
        self._merged(row, target, where, filled, aside)

    def _answers(self, has: Mapping[str, str], row: FormRow) -> bool:
        """Whether a row that is invited is confirmed by this response."""
        confirms = row.status is SignatoryStatus.CONFIRMED and not self._is_outdated(row)
        return has.get("status", "").casefold() == _INVITED and confirms

    def _confirm(self, target: Target, has: Mapping[str, str], row: FormRow) -> None:
        """Write down that, when and by what one knows that an invited row has answered."""
        target.cells["status"] = row.status.value
        if self.opened is not None:
            target.cells["signed_text"] = self._text_of(self.opened, row)
        if "signed_on" in row.cells:
            target.cells["signed_on"] = row.cells["signed_on"]
        before = has.get("evidence", "")
        new = row.cells["evidence"]
        target.cells["evidence"] = "; ".join(filter(None, (new, before if new != before else "")))

    def _is_outdated(self, row: FormRow) -> bool:
        """Whether the answer is of before those who had signed were asked again."""
        opened, moment = self.opened, row.moment
        if opened is None or opened.asked == 0:
            return False
        day, time = (moment.day, moment.time) if moment else (None, "")
        return opened.version_at(day, time) < opened.asked

    def _text_of(self, opened: OpenText, row: FormRow) -> str:
        """How the row says which text it answers: without a moment, that nobody was asked again
        after, else the first."""
        moment = row.moment
        if moment is None:
            return short_digest(opened.versions[-1 if opened.asked == 0 else 0])
        return short_digest(opened.versions[opened.version_at(moment.day, moment.time)])

    def _fill(
        self, has: Mapping[str, str], into: dict[str, str], row: FormRow
    ) -> tuple[list[str], list[str]]:
        """Set the cells that are empty, and tell which; and which say something else."""
        id_ = has.get("id", "")
        filled, aside = compared(self.directory.find(id_) if id_ else None, has, row.cells)
        into.update({column: row.cells[column] for column in filled})
        return filled, aside

    def _note(
        self,
        target: Target,
        before: str,
        row: FormRow,
        filled: Sequence[str],
        aside: Sequence[str],
    ) -> None:
        own = row.cells.get("note", "")
        moment = f", {row.moment}" if row.moment else ""
        said = f"merged with {self.form.name}, line {row.line}{moment}"
        said += f": {', '.join(filled)}" if filled else ""
        other = row.cells["email"] if "email" in aside else ""
        other = f"other e-mail: {other}" if other and other not in before else ""
        own = own if own and own not in before else ""
        target.cells["note"] = "; ".join(filter(None, (before, said, other, own)))

    def _merged(
        self,
        row: FormRow,
        target: Target,
        where: str,
        filled: Sequence[str],
        aside: Sequence[str],
    ) -> None:
        target.lines.append(row.line)
        self.targets[row.line] = target
        said = f"it is {where}"
        all_of_it = "" if aside else ", which has all of it"
        said += f", which gets its {', '.join(filled)}" if filled else all_of_it
        state = target.cells.get("status") if target.old is not None else None
        said += f", and is {state} now" if state else ""
        self.merged.append((row.line, said + told_of(aside)))

    def table(self) -> tuple[RosterTable, dict[int, Target]]:
        """The roster with all of it, and what stands on its lines."""
        lines = {line: target for line, target in self.into.items() if target.cells}
        table = self.before.changed_all({line: t.cells for line, t in lines.items()})
        table = table.appended([target.cells for target in self.new])
        if self.new:
            rows = table.rows[-len(self.new) :]
            lines |= {row.line: target for row, target in zip(rows, self.new, strict=True)}
        return table, lines

    def imported(self, table: RosterTable, refused: Sequence[Finding]) -> Imported:
        """All that became of the form."""
        changed = [t for t in self.into.values() if t.old is not None and t.cells.get("status")]
        return Imported(
            table,
            tuple(self.fresh),
            tuple(self.known),
            tuple(self.merged),
            tuple(self.held.values()),
            (*self.form.refused, *refused),
            tuple(_fingerprint(target.cells) for target in self.new),
            tuple(_fingerprint(t.old.cells) for t in changed
                  if t.old and t.cells["status"] != _WITHHELD),
            tuple(_fingerprint(t.old.cells) for t in changed
                  if t.old and t.cells["status"] == _WITHHELD),
            tuple(self.outdated),
            tuple(self.entries),
            {line: _fingerprint({**(t.old.cells if t.old else {}), **t.cells})
             for line, t in self.targets.items()},
        )  # fmt: skip


def _fingerprint(cells: Mapping[str, str]) -> str:
    return fingerprint(cells.get("id", ""), cells.get("name", ""))


def _tells_of(cells: Mapping[str, str], own: Mark) -> bool:
    """Whether the roster's row was made from this response, or merged with it, before."""
    return any(
        mark == own or (own.timed and (mark.form, mark.moment) == (own.form, own.moment))
        for mark in marks_of(cells)
    )
