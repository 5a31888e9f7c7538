"""The file of the text that was opened for signature."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from tests.support.sources import said, workspace
from undersigned.errors import Location
from undersigned.load.signed_text import (
    current_text,
    load_open_text,
    load_open_texts,
    open_text_data,
    open_text_path,
)
from undersigned.model.roster import Roster, Signatory, WithheldRow
from undersigned.model.signed_text import (
    OpenText,
    Paragraph,
    SignedText,
    Step,
    TextVersion,
    short_digest,
)
from undersigned.model.text import Text

if TYPE_CHECKING:
    from pathlib import Path

PLACE = Location("signatories/texts/r.json", 1, 1)


def version(words: str, step: Step = Step.OPENED, day: int = 1) -> TextVersion:
    """A version in English of a day in March."""
    signed = SignedText("en", (Paragraph(words, PLACE),))
    return TextVersion(step, dt.datetime(2031, 3, day, 9, tzinfo=dt.UTC), "Ilsa", "", (signed,))


def text(*versions: TextVersion, roster: str = "r") -> OpenText:
    """The text of a roster."""
    return OpenText(roster, "dam/letter", versions, PLACE)


def test_it_reads_back_as_it_was_written(tmp_path: Path) -> None:
    """Whatever is in its words; the last version is the one that holds."""
    opened = workspace(tmp_path)
    made = text(version('“One” {{ x }}\t\\ "q" 一'), version("Two", Step.ASKED_AGAIN, 2))
    path = open_text_path(opened, "r")
    path.parent.mkdir(parents=True)
    path.write_bytes(open_text_data(made))
    assert load_open_text(opened, "r") == made
    assert load_open_texts(opened) == (made,)
    assert current_text(opened, "r") == short_digest(made.versions[1]) != ""


def test_a_private_roster_has_its_text_in_private(tmp_path: Path) -> None:
    """Where git does not look."""
    opened = workspace(tmp_path)
    made = text(version("One"), roster="private/r")
    path = open_text_path(opened, "private/r")
    assert path == opened.root / "signatories/private/texts/r.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(open_text_data(made))
    assert [found.roster for found in load_open_texts(opened)] == ["private/r"]


def test_none_is_open(tmp_path: Path) -> None:
    """Where there is no file."""
    opened = workspace(tmp_path)
    assert (load_open_text(opened, "r"), current_text(opened, "r")) == (None, "")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda value: value["versions"][0]["texts"]["en"].update(paragraphs=["Other"]),
         "was altered: its words are not those of its digest"),
        (lambda value: value["versions"][0].update(sha256="0" * 64),
         "was altered: its languages are not those of its digest"),
        (lambda value: value["versions"].clear(), "cannot be read"),
        (lambda value: value["versions"][0].update(step="signed"), "cannot be read"),
        (lambda value: value["versions"][0].update(on="soon"), "cannot be read"),
        (lambda value: value.pop("document"), "cannot be read"),
    ],
    ids=["words", "languages", "none", "step", "moment", "document"],
)  # fmt: skip
def test_an_altered_file_is_no_proof(tmp_path: Path, change: object, expected: str) -> None:
    """What was signed is not known then: it is an error, never another text."""
    value = json.loads(open_text_data(text(version("One"))))
    change(value)  # type: ignore[operator]
    opened = workspace(tmp_path, {"signatories/texts/r.json": json.dumps(value)})
    assert said(lambda: load_open_text(opened, "r")) == [
        (
            f"signatories/texts/r.json:1:1 [signed-text] the text that was opened for signature "
            f"{expected} (fetch the file as it was from your backup or from git: it is the proof)"
        )
    ]


@pytest.mark.parametrize("data", ["", "[]", "{", "null", '{"format": 2}', "[" * 100_000])
def test_what_is_no_such_file(tmp_path: Path, data: str) -> None:
    """Nor is what cannot be read at all."""
    opened = workspace(tmp_path, {"signatories/texts/r.json": data})
    (line,) = said(lambda: load_open_text(opened, "r"))
    assert line.startswith("signatories/texts/r.json:1:1 [signed-text] the text that was opened")


VERSIONS = (
    version("One"),
    version("One.", Step.EDITORIAL, 5),
    version("Two", Step.ASKED_AGAIN, 10),
    version("Two.", Step.EDITORIAL, 15),
)


@pytest.mark.parametrize(
    ("signed_text", "day", "outdated"),
    [
        ("", None, True),  # nothing known: the first text
        ("", 9, True),
        ("", 10, True),  # of the day itself it is not known
        ("", 11, False),
        (0, 20, True),  # the digest says more than the day
        (1, None, True),
        (2, None, False),
        (3, 1, False),
        ("0" * 12, 20, True),
    ],
)
def test_which_text_a_row_signed(signed_text: str | int, day: int | None, outdated: bool) -> None:
    """By its digest, else by its day; an editorial change asks nobody again."""
    short = short_digest(VERSIONS[signed_text]) if isinstance(signed_text, int) else signed_text
    on = dt.date(2031, 3, day) if day else None
    signatory = Signatory(Text("A", PLACE), PLACE, signed_on=on, signed_text=short)
    row = WithheldRow(PLACE, on, short)
    roster = Roster("r", (signatory,), 1, 0, 0, PLACE, (row,))
    expected = ([signatory], [row]) if outdated else ([], [])
    assert text(*VERSIONS).outdated(roster) == expected


def test_the_first_text_is_everybodys(tmp_path: Path) -> None:
    """Whoever confirmed before it was opened is taken to have signed it; a digest of another
    text is of another text."""
    opened = text(VERSIONS[0], VERSIONS[1])
    before = Signatory(Text("A", PLACE), PLACE, signed_on=dt.date(2030, 1, 1))
    other = Signatory(Text("B", PLACE), PLACE, signed_text="f" * 12)
    roster = Roster("r", (before, other), 0, 0, 0, PLACE)
    assert opened.outdated(roster) == ([other], [])
