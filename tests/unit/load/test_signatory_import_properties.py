"""load.signatory_import: whatever a form holds, no row is lost and the roster loads."""

from __future__ import annotations

import csv
import datetime as dt
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.tree import build_file_tree
from undersigned.errors import InvalidInput
from undersigned.load import load_directory, load_roster, open_workspace
from undersigned.load.columns import guess_columns, knows
from undersigned.load.form_columns import dates_of, settle_columns
from undersigned.load.form_response import remembered
from undersigned.load.formats import SourceFile, spreadsheet
from undersigned.load.known_organisations import known_organisations
from undersigned.load.roster_table import read_roster_table
from undersigned.load.signatory_columns import FIELDS, IGNORED
from undersigned.load.signatory_form import Form, read_form
from undersigned.load.signatory_import import take_over
from undersigned.load.signatory_match import find_matches
from undersigned.load.signatory_outcome import Answers, Imported
from undersigned.load.signatory_row import Known
from undersigned.model.roster import SignatoryStatus

FILES = {
    "undersigned.toml": 'organisation = "Vallora Water Forum"\nlanguage = "en"\n',
    "signatories/directory.csv": "id,name,acronym\nwatch,River Watch,RW\noam,Marsh Union,MU\n",
    "signatories/dam.csv": (
        "name,status,email\nFen League,withheld,a@b.example\nOpen Ballot,invited,\n"
    ),
}
HEADER = (
    "Response ID", "Timestamp", "Organisation", "Full name", "First name", "Last name", "Job title",
    "Affiliation", "Country", "E-mail", "Website", "Signing as", "May we publish your name?",
    "Do you agree to sign the letter?", "Acronym", "Comments",
)  # fmt: skip
NAMES = (
    "River Watch", "The River Watch", "RIVER WATCH (RW)", "River  Watch, Inc.", "Fen League",
    "FEN LEAGUE", "Open Ballot", "Open Ballots", "Marsh Union", "<img onerror=x>", "{{ 7*7 }}",
    "=1+1", "مرصد الأنهار", "国際川協会", "អង្គការទន្លេ", "Ona Tesk", "ONA TESK", "山田",
)  # fmt: skip
ODD = ("\x00", "\u202e", "\u200b", "\u200f", "&amp;", "&#0;", "🎉", "\n", ";", ",", '"', "\u00a0")
_TEXT = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(("", "", "-", "n/a", "independent")),
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.tuples(st.sampled_from(NAMES), st.sampled_from(ODD)).map("".join),
)
_ANSWER = st.sampled_from(("Yes", "No", "yes", "", "perhaps", "TRUE", "Anonymous"))
_CELLS = {
    "Response ID": st.sampled_from(("", "1", "2", "3", "abc")),
    "Timestamp": st.sampled_from(("", "2026-10-13 14:02", "13/10/2026", "soon", "2026-10-14")),
    "Country": st.sampled_from(("", "KH", "Cambodia", "XX", "Atlantis")),
    "E-mail": st.sampled_from(("", "a@b.example", "c@d.example", "no")),
    "Website": st.sampled_from(("", "https://w.example", "w.example", "see below")),
    "Signing as": st.sampled_from(("", "Individual", "Organisation", "blue")),
    "May we publish your name?": _ANSWER,
    "Do you agree to sign the letter?": _ANSWER,
}
_ROW = st.tuples(*(_CELLS.get(name, _TEXT) for name in HEADER))
_TABLES = st.lists(_ROW, max_size=12)
_KEPT = st.sets(st.sampled_from(HEADER), max_size=8)
_SIGNS = st.sampled_from(("organisations", "people", ""))


def _csv(rows: list[tuple[str, ...]], left: set[str]) -> bytes:
    kept = [
        index for index, name in enumerate(HEADER) if name not in left or name == "Organisation"
    ]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([HEADER[index] for index in kept])
    writer.writerows([row[index] for index in kept] for row in rows)
    return text.getvalue().encode()


def _import(root: Path, data: bytes, signs: str, responses: list[str]) -> tuple[Form, Imported]:
    """What the command does, but for its questions."""
    workspace = open_workspace(root)
    sheet = spreadsheet.read(SourceFile("f.csv", data), knows(FIELDS, IGNORED))
    columns = settle_columns(sheet, guess_columns(sheet, FIELDS, {}, IGNORED, filled_only=True))
    table = read_roster_table(workspace, "dam", new_ok=True)
    directory = load_directory(workspace)
    organisations = known_organisations(directory, table.rows)
    known = Known(signs, SignatoryStatus.CONFIRMED, "f.csv", organisations)  # type: ignore[arg-type]
    dates = dates_of(sheet, columns, dt.date(2026, 11, 22), "dmy")
    form = read_form(sheet, columns, dates, known, remembered(responses))
    matches = find_matches(form, table, directory, {})
    return form, take_over(workspace, table, form, matches, Answers())


def _lines(form: Form, made: Imported) -> list[int]:
    """The line of each row, as often as it is accounted for."""
    refused = {finding.location.line for finding in made.refused}
    told = (made.known, made.merged, form.repeated)
    return [
        *made.new, *form.known, *form.declined, *refused, *(held.line for held in made.held),
        *(line for each in told for line, _ in each),
    ]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TABLES, _KEPT, _SIGNS)
def test_every_row_is_accounted_for(
    rows: list[tuple[str, ...]], left: set[str], signs: str
) -> None:
    """Once; the roster loads afterwards; nobody who must not be named is; twice brings nothing."""
    with tempfile.TemporaryDirectory() as folder:
        root = build_file_tree(Path(folder) / "ws", FILES)
        data = _csv(rows, left)
        try:
            form, made = _import(root, data, signs, [])
        except InvalidInput:
            return
        lines = _lines(form, made)
        assert len(lines) == form.total
        assert len(set(lines)) == len(lines)
        path = root / "signatories/dam.csv"
        before = path.read_bytes()
        path.write_bytes(made.table.data())
        assert made.table.data() == before or made.new or made.merged
        workspace = open_workspace(root)
        roster = load_roster(workspace, "dam", load_directory(workspace))
        assert "fen league" not in {str(entry.name).casefold() for entry in roster.signatories}
        hidden = {row.line for row in form.rows if row.hidden}
        for change in form.told.changes:
            assert change.line not in hidden or not (change.before or change.after)
        remembered_ = [form.responses[line].text() for line in lines if line in form.responses]
        for responses in (remembered_, []):
            again, second = _import(root, data, signs, responses)
            assert second.table.data() == made.table.data()
            assert not second.new
            assert len(_lines(again, second)) == again.total


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TABLES, _KEPT, _SIGNS, st.booleans())
def test_corrected_rows_stay(
    rows: list[tuple[str, ...]], left: set[str], signs: str, history: bool
) -> None:
    """Each name in the roster is another one by now: no response that is in there comes in once
    more, each is accounted for, and whoever was withheld is in no other row."""
    with tempfile.TemporaryDirectory() as folder:
        root = build_file_tree(Path(folder) / "ws", FILES)
        data = _csv(rows, left)
        try:
            form, made = _import(root, data, signs, [])
        except InvalidInput:
            return
        named = {row.line: {"name": f"Cover {row.line}"} for row in made.table.rows if row["name"]}
        (root / "signatories/dam.csv").write_bytes(made.table.changed_all(named).data())
        inside = {*made.new, *(line for line, _ in (*made.merged, *made.known))}
        texts = [form.responses[line].text(made.of.get(line, "")) for line in sorted(inside)]
        again, second = _import(root, data, signs, texts if history else [])
        lines = _lines(again, second)
        assert len(lines) == len(set(lines)) == again.total
        assert not set(second.new) & {*made.new, *(line for line, _ in made.merged)}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_a_form_or_a_finding(data: bytes) -> None:
    """Never a fault of the program's own."""
    with tempfile.TemporaryDirectory() as folder:
        root = build_file_tree(Path(folder) / "ws", FILES)
        try:
            form, made = _import(root, b"Organisation,Country\n" + data, "people", [])
        except InvalidInput:
            return
        assert len(_lines(form, made)) == form.total
