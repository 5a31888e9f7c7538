"""A response that was imported before and now asks not to be named, or to sign no more.

The roster is left as it is, as with every change in the form; but that a name may still be
printed is an error, until the row is withheld or has withdrawn.
"""

from __future__ import annotations

from dataclasses import replace

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.roster_table import RosterRow, RosterTable
from undersigned.load.signatory_form import ChangedResponse, Form
from undersigned.load.signatory_state import read_state, signs
from undersigned.model.roster import SignatoryStatus

__all__ = ["with_changed_consent"]

_CONSENT = frozenset({"publish", "anonymous", "consent", "status"})
_SILENT = (SignatoryStatus.WITHHELD, SignatoryStatus.WITHDRAWN)


def with_changed_consent(form: Form, table: RosterTable) -> Form:
    """The form with an error for each response that has taken its consent back."""
    found = []
    for response in form.changed:
        line = response.line
        if not _CONSENT & set(response.fields) or not _hides(form.path, response):
            continue
        rows = [row for row in table.rows if _tells_of(row, form.name, response)]
        if rows and all(row.status in _SILENT for row in rows):
            continue
        where = f"line {rows[0].line} of {table.shown}" if rows else f"its row in {table.shown}"
        said = "this response was imported before, and may not be named, or does not sign, any more"
        hint = f"look at {where}: `undersigned signatories withhold` or `withdraw`"
        found.append(Finding(Location(form.path, line), "changed-consent", said, hint))
    return replace(form, alarms=tuple(found))


def _hides(path: str, response: ChangedResponse) -> bool:
    """Whether the response does not say, for certain, that it signs and may be named."""
    place = Location(path, response.line)
    try:
        state = read_state(response.cells, place, SignatoryStatus.CONFIRMED)
        return not signs(response.cells, place) or state in _SILENT
    except InvalidInput:
        return True


def _tells_of(row: RosterRow, form: str, response: ChangedResponse) -> bool:
    """Whether the row was made from the response, or merged with it, by what it says itself."""
    marks = f"{row['evidence']}\n{row['note']}\n"
    if response.moment is not None and response.moment.time:
        return f", {response.moment}" in marks
    return any(f"{form}, line {response.line}{end}" in marks for end in ",;:\n")
