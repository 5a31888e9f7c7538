"""Rosters that can be read: who signs, and what the directory knows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sketch import sketch
from tests.support.sources import compose, workspace
from undersigned.errors import InvalidInput
from undersigned.load import load_directory, load_roster

if TYPE_CHECKING:
    from pathlib import Path

FILES: dict[str, str | bytes] = {
    "signatories/directory.csv": (
        "id,name,acronym,country,url,kind\n"
        "vrw,Velmar River "
        "Watch,VRW,FR,https://vrw.example,org"
        "anisation\np,A. Person,,,,individual\n"
    ),
    "signatories/r.csv": (
        "id,name,acronym,title,status\n"
        "vrw,,,Host,confirmed\n"
        "new,Renamed,RN,,Confirmed\n"
        "p,,,,CONFIRMED\n"
        ",Outsider,OUT,,confirmed\n,Hidden "
        "Name,,,withheld\n,Other "
        "Hidden,,,withdrawn\n,Third "
        "Hidden,,,invited\n"
    ),
}


def test_a_roster_holds_the_confirmed_and_counts_the_others(tmp_path: Path) -> None:
    """What a row leaves empty comes from the directory; the others are numbers."""
    opened = workspace(tmp_path, FILES)
    roster = load_roster(opened, "r", load_directory(opened))
    assert sketch(roster).split("\n") == [
        "Roster name='r' withheld=1 invited=1 withdrawn=1 1:1",
        "  signatories:",
        (
            "    Signatory 2:1 id='vrw' acronym='VRW' title='Host' country='FR' "
            "url='https://vrw.example'"
        ),
        "      name:",
        "        'Velmar River Watch' 2:1 roster",
        "    Signatory 3:1 id='new' acronym='RN'",
        "      name:",
        "        'Renamed' 3:1 roster",
        "    Signatory 4:1 id='p' kind='individual'",
        "      name:",
        "        'A. Person' 3:1 roster",
        "    Signatory 5:1 acronym='OUT'",
        "      name:",
        "        'Outsider' 5:1 roster",
        "  withheld_rows:",
        "    WithheldRow 6:1",
    ]


def test_a_roster_without_a_status_is_confirmed(tmp_path: Path) -> None:
    """Where the column is absent everybody has signed."""
    opened = workspace(tmp_path, {"signatories/r.csv": "name\nAlpha\nBeta\n"})
    roster = load_roster(opened, "r", load_directory(opened))
    assert [str(signatory.name) for signatory in roster.signatories] == ["Alpha", "Beta"]


def test_a_country_by_its_name_is_its_code(tmp_path: Path) -> None:
    """So that each letter says it in its own language; a part of a country stays what it is."""
    rows = "name,country\nA,Cambodia\nB,kh\nC,Scotland\nD,The Far Isles\n"
    opened = workspace(tmp_path, {"signatories/r.csv": rows})
    roster = load_roster(opened, "r", load_directory(opened))
    countries = [signatory.country for signatory in roster.signatories]
    assert countries == ["KH", "KH", "Scotland", "The Far Isles"]


def test_a_country_in_the_language_of_the_workspace(tmp_path: Path) -> None:
    """A French workspace writes Cambodge."""
    files = {
        "undersigned.toml": 'language = "fr"\n',
        "signatories/r.csv": "name,country\nA,Cambodge\nB,Cambodia\n",
    }
    opened = workspace(tmp_path, files)
    roster = load_roster(opened, "r", load_directory(opened))
    assert [signatory.country for signatory in roster.signatories] == ["KH", "KH"]


def test_an_entry_has_former_and_native_names(tmp_path: Path) -> None:
    """The directory knows them; a native name may say its language."""
    rows = "id,name,former_names,native_names\na,Alpha,Aleph | Alef,km: អាល់ហ្វា|fr: Alphe\n"
    opened = workspace(tmp_path, {"signatories/directory.csv": rows})
    (entry,) = load_directory(opened).entries
    assert entry.former_names == ("Aleph", "Alef")
    assert entry.native_names == ("អាល់ហ្វា", "Alphe")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("One\u2028Two", "there is a line break within the name"),
        ("One\u2029Two", "there is a line break within the name"),
        ("A" + "\u0301" * 31, "more than 30 accents stand on one letter of the name"),
    ],
)
def test_a_name_that_would_not_stay_on_its_line(tmp_path: Path, name: str, expected: str) -> None:
    """It is told; thirty accents are more than any language sets."""
    opened = workspace(tmp_path, {"signatories/r.csv": f"name\n{name}\nA{30 * chr(0x301)}\n"})
    with pytest.raises(InvalidInput) as caught:
        load_roster(opened, "r", load_directory(opened))
    assert [finding.message for finding in caught.value.findings] == [expected]


@pytest.mark.parametrize("column", ["name", "acronym", "title", "affiliation", "group"])
def test_an_address_in_a_column_that_is_printed(tmp_path: Path, column: str) -> None:
    """E-mail addresses leave the roster in no output; the message does not repeat it."""
    cells = {"name": "Lamp House", column: "Lamp House (bo@lamp.example)"}
    rows = f"{','.join(cells)}\n{','.join(cells.values())}\n"
    opened = workspace(tmp_path, {"signatories/r.csv": rows})
    with pytest.raises(InvalidInput) as caught:
        load_roster(opened, "r", load_directory(opened))
    assert [str(finding) for finding in caught.value.findings] == [
        (
            f"signatories/r.csv:2:1: an e-mail address stands in the column {column}, which is "
            "printed (move it into the column email, which is not)"
        )
    ]


def test_a_withheld_row_does_not_repeat_its_date(tmp_path: Path) -> None:
    """A date that is none is told without what stands there: a name may have slipped into it."""
    rows = "name,status,signed_on\nHidden,withheld,Hidden too\n"
    opened = workspace(tmp_path, {"signatories/r.csv": rows})
    with pytest.raises(InvalidInput) as caught:
        load_roster(opened, "r", load_directory(opened))
    assert [str(finding) for finding in caught.value.findings] == [
        (
            "signatories/r.csv:2:1: what stands in the column signed_on is not a date "
            "(write 2026-01-31 (year-month-day))"
        )
    ]


def test_a_withheld_name_is_nowhere_in_the_letter(tmp_path: Path) -> None:
    """Neither its name nor anything else of its row is in the value that outputs read."""
    letter = compose(
        tmp_path,
        body="{{ signatories.count }} {{ signatories.withheld }} {{ signatories.all }}\n",
        front="signatories: r\n",
        files=FILES,
    )
    assert "Hidden" not in repr(letter)
    assert letter.signatures is not None
    assert str(letter.signatures.withheld) == "and 1 who cannot be named"
    assert [node.text for node in letter.body[0].children] == [  # type: ignore[union-attr]
        "5",
        " ",
        "1",
        " ",
        "Velmar River Watch, Renamed, A. Person and Outsider",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Hidden Name,nonsense,,withheld",
        "Hidden Name,,http,withheld,one more",
        "Hidden Name,organisation,http://x,wihheld",
        "Hidden Name,organisation,http://x,",
        '"Hidden Name,organisation,,withheld',
        "Hidden Name\0,organisation,,withheld",
    ],
)
def test_a_withheld_name_is_in_no_message(tmp_path: Path, row: str) -> None:
    """Whatever is wrong with the row, its line is told and not its name."""
    table = f"name,kind,url,status\nAlpha,organisation,x,confirmed\n{row}\n"
    opened = workspace(tmp_path, {"signatories/r.csv": table.encode()})
    with pytest.raises(InvalidInput) as caught:
        load_roster(opened, "r", load_directory(opened))
    assert str(caught.value)
    assert "Hidden" not in str(caught.value)
