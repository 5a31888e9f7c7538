"""The members of a real congress: 537 rows of somebody's table become 537 individual letters.

The table is imported by the command, and each letter is compared with the table itself, member by
member (`external_id`), not with what the import made of it. The campaign is invented.
"""

from __future__ import annotations

import csv
import os
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.sayings import run
from tests.acceptance.words import html_words, words
from tests.support.pdf import pdf_fonts, pdf_info, pdf_text

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping
    from pathlib import Path

    from tests.support.verapdf import VeraPdf

TITLE = "Letter on the dam at Vallora"
FILES = {
    "undersigned.toml": 'organisation = "Vallora Water Forum"\nlanguage = "en"\n',
    "signatories/spring.csv": "name,acronym\nRiver Watch Vallora,RWV\n",
    "templates/campaigns/spring/campaign.yaml": "title: Spring\n",
    "templates/campaigns/spring/letter.md": f"""---
kind: open-letter
title: {TITLE}
date: 2026-07-01
status: final
recipients: congress
signatories: spring
---
The dam is unsafe, and {{{{ recipient.family }}}} is a name that people there know.
""",
}
# The chamber by its column, as a letter to its member says it.
CHAMBERS = {
    "us-upper": ("United States Senate", "Senator"),
    "us-lower": ("United States House of Representatives", "Representative"),
}
# Names that go wrong where a name is taken apart or typed anew: suffixes, particles, families of
# two words, nicknames in quotation marks, diacritics, initials.
ODD = {
    "bioguide:J000288": ('Henry C. "Hank" Johnson, Jr.', "Johnson"),
    "bioguide:K000383": ("Angus S. King, Jr.", "King"),
    "bioguide:W000814": ("Randy K. Weber, Sr.", "Weber"),
    "bioguide:T000480": ("William R. Timmons IV", "Timmons"),
    "bioguide:Y000067": ("Rudy Yakym III", "Yakym"),
    "bioguide:V000128": ("Chris Van Hollen", "Van Hollen"),
    "bioguide:D000594": ("Monica De La Cruz", "De La Cruz"),
    "bioguide:C001113": ("Catherine Cortez Masto", "Cortez Masto"),
    "bioguide:H001103": ("Pablo José Hernández", "Hernández Rivera"),
    "bioguide:G000586": ('Jesús G. "Chuy" García', "García"),
    "bioguide:L000570": ("Ben Ray Luján", "Luján"),
    "bioguide:H001072": ("J. French Hill", "Hill"),
    "bioguide:B001300": ("Nanette Diaz Barragán", "Barragán"),
    "bioguide:L000598": ("Nick LaLota", "LaLota"),
    "bioguide:R000600": ("Aumua Amata Coleman Radewagen", "Radewagen"),
}
SIX = ("J000288", "L000570", "V000128", "T000480", "H001103", "C000127")


@dataclass(frozen=True)
class Member:
    """A member as the table has them, and what the letter to them is to say."""

    row: Mapping[str, str]

    @property
    def id(self) -> str:
        return self.row["external_id"]

    @property
    def file(self) -> str:
        """The name of the file: the member's name in small letters of ASCII."""
        plain = unicodedata.normalize("NFD", self.row["name"].replace("'", "")).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
        return "-".join(re.findall("[a-z0-9]+", plain))

    @property
    def address(self) -> list[str]:
        """Honorific and name, chamber, and the table's address; where the table has none, as much
        as the catalogue knows of the chamber's."""
        street, town, code = self.row["address"].partition(" Washington DC ")
        place = [street, (town + code).strip()] if street else ["WASHINGTON, DC 20515"]
        chamber, _ = CHAMBERS[self.row["chamber_id"]]
        return [f"The Honorable {self.row['name']}", chamber, *place, "United States"]

    @property
    def salutation(self) -> str:
        return f"Dear {CHAMBERS[self.row['chamber_id']][1]} {self.row['family']}:"

    @property
    def letter(self) -> list[str]:
        """The words of the whole letter."""
        text = [
            "1 July 2026",
            TITLE,
            "To:",
            *self.address,
            self.salutation,
            f"The dam is unsafe, and {self.row['family']} is a name that people there know.",
            "Sincerely,",
            "River Watch Vallora (RWV)",
        ]
        return words(" ".join(text))


@pytest.fixture(scope="module")
def facts(repository: Path) -> Path:
    """The table; without it the test is skipped, or fails if the shared files are due."""
    path = repository.parent / "shared" / "facts" / "members_us.csv"
    if not path.is_file():
        if os.environ.get("REQUIRE_SEEDS") == "1":
            pytest.fail("REQUIRE_SEEDS=1, but ../shared/facts/members_us.csv is missing")
        pytest.skip("../shared/facts/members_us.csv is not on this machine")
    return path


@pytest.fixture(scope="module")
def members(facts: Path) -> dict[str, Member]:
    """Every member, by their id."""
    with facts.open(encoding="utf-8", newline="") as file:
        rows = [Member(row) for row in csv.DictReader(file)]
    return {member.id: member for member in rows}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of an invented coalition, with one letter to the congress."""
    folder = tmp_path_factory.mktemp("congress")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def imported(workspace: Path, facts: Path) -> subprocess.CompletedProcess[str]:
    return run(workspace, "recipients", "import", str(facts), "congress")


@pytest.fixture(scope="module")
def pages(workspace: Path, imported: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """The pages of the individual edition, by the name of the file."""
    done = run(workspace, "render", "spring/letter", "--each", "--to", "html", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    folder = workspace / "output" / "spring" / "letter"
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_table(members: Mapping[str, Member]) -> None:
    """The table holds what is spoken of here: nothing passes for want of material."""
    chambers = [member.row["chamber_id"] for member in members.values()]
    assert (len(chambers), chambers.count("us-upper"), chambers.count("us-lower")) == (
        537,
        100,
        437,
    )
    named = {id_: (members[id_].row["name"], members[id_].row["family"]) for id_ in ODD}
    assert named == ODD
    assert [m.row["name"] for m in members.values() if not m.row["address"]] == ["James Gallagher"]


def test_import_says_what_it_did(imported: subprocess.CompletedProcess[str]) -> None:
    """The import takes every row, asks nothing and tells which columns it took."""
    assert (imported.returncode, imported.stdout) == (0, "recipients/congress.csv\n")
    assert imported.stderr == (
        'chamber: the column "chamber_id"\n'
        "left out: gender, party, contact_form, phone, source, source_date, licence\n"
        "537 recipients written\n"
    )


def test_one_page_for_each(pages: Mapping[str, str], members: Mapping[str, Member]) -> None:
    """537 files, each called by its member's name."""
    assert sorted(pages) == sorted(f"{member.file}.html" for member in members.values())
    assert len(pages) == 537


def test_each_page_says_what_the_table_says(
    pages: Mapping[str, str], members: Mapping[str, Member]
) -> None:
    """Each letter as a whole: honorific and name, chamber, address, salutation, text, close."""
    wrong = {
        member.id: " ".join(found)
        for member in members.values()
        if (found := html_words(pages[f"{member.file}.html"])) != member.letter
    }
    assert wrong == {}


def test_each_page_is_set_as_a_letter(
    pages: Mapping[str, str], members: Mapping[str, Member]
) -> None:
    """Each line of the address is a line of its own, the salutation is one, the page has the
    letter's title and language."""
    wrong = {}
    for member in members.values():
        page = pages[f"{member.file}.html"]
        salutation = re.findall(r'<p class="salutation"[^>]*>(.*?)</p>', page)
        block = re.findall(r'<section class="addressees.*?</section>', page, flags=re.DOTALL)
        lines = re.findall(r"<span[^>]*>(.*?)</span>", "".join(block))
        title = re.findall(r"<title>(.*?)</title>", page)
        language = re.findall(r"<html[^>]* lang=\"(.*?)\"", page)
        found = ([unescape(line) for line in lines], [unescape(one) for one in salutation])
        if (*found, title, language) != (member.address, [member.salutation], [TITLE], ["en"]):
            wrong[member.id] = (*found, title, language)
    assert wrong == {}


@pytest.mark.parametrize("id_", ODD)
def test_odd_names(id_: str, pages: Mapping[str, str], members: Mapping[str, Member]) -> None:
    """A name stands as it is written, and the salutation has the family name whole."""
    name, family = ODD[id_]
    page = unescape(pages[f"{members[id_].file}.html"])
    assert f"<span>The Honorable {name}</span>" in page
    assert re.findall(r'<p class="salutation">Dear (?:Senator|Representative) (.*):</p>', page) == [
        family
    ]


def test_nothing_else_of_the_table_is_told(
    pages: Mapping[str, str], members: Mapping[str, Member]
) -> None:
    """Party, telephone, form, website and id of a member are in no letter, and no courtesy that
    would guess from a gender."""
    for member in members.values():
        page = pages[f"{member.file}.html"]
        told = [
            column
            for column in ("party", "contact_form", "website", "phone", "external_id")
            if member.row[column] and member.row[column] in page
        ]
        assert (member.id, told) == (member.id, [])
        assert re.findall(r"\b(?:Mr|Mrs|Ms|Madam|Sir)\b", page) == []


def test_six_as_pdf(
    workspace: Path, pages: Mapping[str, str], members: Mapping[str, Member]
) -> None:
    """The PDF says the same as the table: of six whose names are hard."""
    chosen = [members[f"bioguide:{id_}"] for id_ in SIX]
    only = ",".join(member.file for member in chosen)
    done = run(
        workspace, "render", "spring/letter", "--each", "--only", only, "--to", "pdf",
        "--output", "six",
    )  # fmt: skip
    folder = workspace / "six" / "spring" / "letter"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"six/spring/letter/{member.file}.pdf" for member in members.values() if member in chosen
    ]
    assert sorted(path.stem for path in folder.iterdir()) == sorted(only.split(","))
    assert [difference for member in chosen if (difference := off_in_pdf(folder, member))] == []


@pytest.mark.soak
@pytest.mark.verapdf
def test_all_as_pdf(
    workspace: Path,
    imported: subprocess.CompletedProcess[str],
    members: Mapping[str, Member],
    verapdf: VeraPdf,
) -> None:
    """Every one of the 537 as a PDF; a sample is PDF/UA to veraPDF."""
    done = run(
        workspace, "render", "spring/letter", "--each", "--to", "pdf", "--output", "all", "-q"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    folder = workspace / "all" / "spring" / "letter"
    assert len(list(folder.iterdir())) == 537
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda member: off_in_pdf(folder, member), members.values()))
    assert [one for one in found if one] == []
    for member in [*list(members.values())[::60], *(members[id_] for id_ in ODD)]:
        verapdf.assert_compliant(folder / f"{member.file}.pdf", "ua1")


def off_in_pdf(folder: Path, member: Member) -> str:
    """What is wrong with a member's PDF file, or nothing."""
    path = folder / f"{member.file}.pdf"
    # A letter of one page has a number on it, or has none.
    found = words(re.sub(r"\n\s*Page 1 of 1\s*\f", "\f", pdf_text(path)))
    if found != member.letter:
        return f"{path.name}: {' '.join(found)}"
    info = pdf_info(path)
    if (info["Title"], info["Tagged"], info["Pages"]) != (TITLE, "yes", "1"):
        return f"{path.name}: {info}"
    loose = [font for font in pdf_fonts(path) if not (font.embedded and font.unicode)]
    return f"{path.name}: {loose}" if loose else ""
