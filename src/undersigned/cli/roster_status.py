"""How a roster stands, as rows: one a fact, each with the section that it belongs to.

By country and by region only those are counted who may be named: one who cannot, alone in a
country, would be found by it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from undersigned import load
from undersigned.load.country import country_name, find_country
from undersigned.load.row_identity import display_name, fingerprints
from undersigned.load.signed_text import load_open_text
from undersigned.model.roster import SignatoryStatus
from undersigned.model.signed_text import Step, short_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from undersigned.cli.table import Row
    from undersigned.load import Workspace
    from undersigned.load.roster_table import RosterRow, RosterTable
    from undersigned.model.history import Event
    from undersigned.model.roster import Directory, Roster

__all__ = ["Standing", "status_rows"]

_CONFIRMED, _INVITED = SignatoryStatus.CONFIRMED, SignatoryStatus.INVITED
# The regions of the United Nations (M49), as the catalogue has them.
_REGIONS = ("africa", "americas", "asia", "europe", "oceania")


@dataclass(frozen=True)
class Standing:
    """A roster with all that its status is made of."""

    workspace: Workspace
    roster: Roster
    table: RosterTable
    directory: Directory
    history: Sequence[Event]


def status_rows(standing: Standing) -> list[Row]:
    """Everything there is to tell, section by section."""
    return [
        *_states(standing),
        *_parts("country", standing, _country),
        *_parts("region", standing, _region),
        *_unanswered(standing),
        *_without_evidence(standing),
        *_texts(standing),
        *_earlier_texts(standing),
    ]


def _fact(section: str, name: str = "", **facts: object) -> Row:
    """A row; whatever it says nothing of is empty, so that all rows have the same columns."""
    empty = {"number": None, "invited": None, "line": None, "on": "", "by": "", "said": ""}
    return {"section": section, "name": name, **empty, **facts}


def _states(standing: Standing) -> Iterator[Row]:
    counts = Counter(row.status for row in standing.table.rows)
    for status in SignatoryStatus:
        yield _fact("state", status.value, number=counts[status])


def _parts(
    section: str, standing: Standing, part: Callable[[Standing, RosterRow], str]
) -> Iterator[Row]:
    """How many are confirmed (`number`) and invited in each part, the largest first."""
    counts: dict[SignatoryStatus, Counter[str]] = {_CONFIRMED: Counter(), _INVITED: Counter()}
    for row in standing.table.rows:
        if row.status in counts:
            counts[row.status][part(standing, row)] += 1
    confirmed, invited = counts[_CONFIRMED], counts[_INVITED]
    for name in sorted({*confirmed, *invited}, key=lambda n: (-confirmed[n], -invited[n], n)):
        yield _fact(section, name, number=confirmed[name], invited=invited[name])


def _code(standing: Standing, row: RosterRow) -> str:
    """The country of a row as a code; what is none as it is typed."""
    entry = standing.directory.find(row["id"]) if row["id"] else None
    typed = row["country"] or (entry.country if entry else "")
    return find_country(typed) or typed


def _country(standing: Standing, row: RosterRow) -> str:
    code = _code(standing, row)
    return country_name(code) if code else "no country given"


def _region(standing: Standing, row: RosterRow) -> str:
    code = _code(standing, row)
    if not code:
        return "no country given"
    regions = load.load_catalogue(standing.workspace).regions
    found = (regions[id_] for id_ in _REGIONS if id_ in regions and code in regions[id_].members)
    return next((region.name for region in found), "in no region of the United Nations")


def _unanswered(standing: Standing) -> Iterator[Row]:
    for row in standing.table.rows:
        if row.status is not _INVITED:
            continue
        keys = fingerprints(row, standing.directory)
        asked = [e for e in standing.history if e.what == "invited" and keys & set(e.rows)]
        on = asked[-1].when.date() if asked else ""
        name = display_name(row, standing.directory)
        yield _fact("not answered", name, line=row.line, on=on, by=asked[-1].by if asked else "")


def _without_evidence(standing: Standing) -> Iterator[Row]:
    for row in standing.table.rows:
        if row.status is _CONFIRMED and not row["evidence"]:
            yield _fact("no evidence", display_name(row, standing.directory), line=row.line)


def _texts(standing: Standing) -> Iterator[Row]:
    """The text that was opened, and what was declared of it since."""
    opened = load_open_text(standing.workspace, standing.table.name)
    for version in opened.versions if opened else ():
        said = opened.document if opened and version.step is Step.OPENED else version.reason
        name, on = f"{version.step} {short_digest(version)}", version.on.date()
        yield _fact("text", name, on=on, by=version.by, said=said)


def _earlier_texts(standing: Standing) -> Iterator[Row]:
    opened = load_open_text(standing.workspace, standing.table.name)
    if opened is None:
        return
    named, withheld = opened.outdated(standing.roster)
    for signatory in named:
        line = signatory.location.line
        name = " ".join(signatory.name.text.split())
        yield _fact("earlier text", name, line=line, on=signatory.signed_on or "")
    for row in withheld:
        # Of whom cannot be named not even the day is told.
        yield _fact("earlier text", "(cannot be named)", line=row.location.line)
