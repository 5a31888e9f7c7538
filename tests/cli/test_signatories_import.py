"""`undersigned signatories import`: a sign-on form's responses become rows of a roster."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.sign_on import DIRECTORY, HEADER, form, loaded, meant, rows, written
from tests.support.terminal import at_terminal
from tests.support.tree import build_file_tree, read_file_tree
from tests.support.workbooks import ods, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

USAGE = (
    "Usage: undersigned signatories import [OPTIONS] FORM ROSTER\n"
    "Try 'undersigned signatories import --help' for help.\n\nError: "
)
COLUMNS = (
    'publish: the column "May we publish your organization\'s name?"\n'
    'signed_on: the column "Timestamp"\n'
    'email: the column "E-mail"\n'
    'contact: the column "Name of contact person"\n'
    'organisation: the column "What is the full legal name of your organization? *"\n'
)
EMAILS = "this roster holds e-mail addresses: --private writes one where git does not look\n"
GIT = (
    "a name that is withheld stands in signatories/dam.csv, which git keeps: move the roster into "
    "signatories/private/, where git does not look\n"
)
WATCH = ("2026-10-13 14:02", "River Watch", "Cambodia", "Ona Tesk", "ona@watch.example", "Yes")
BALLOT = ("2026-10-14 09:30", "Open Ballot", "NZ", "Bo Li", "bo@ballot.example", "yes")
HOUSE = ("2026-10-15 10:00", "Hidden House", "KH", "Cy Day", "cy@house.example", "No")


def test_a_new_roster(run: Callable[..., Said], workspace: Path) -> None:
    """With the columns that it needs; a contact is no signatory, and who must not be named is
    withheld."""
    build_file_tree(workspace, {"f.csv": form(WATCH, BALLOT, HOUSE)})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.out, said.err) == (
        0, "signatories/dam.csv\n", COLUMNS + meant(2, 1) + "3 new\n" + EMAILS + GIT
    )  # fmt: skip
    assert written(workspace) == (
        "name,country,status,signed_on,evidence,email,note\n"
        'River Watch,KH,confirmed,2026-10-13,"f.csv, line 2, 2026-10-13 14:02",'
        "ona@watch.example,contact: Ona Tesk\n"
        'Open Ballot,NZ,confirmed,2026-10-14,"f.csv, line 3, 2026-10-14 09:30",'
        "bo@ballot.example,contact: Bo Li\n"
        'Hidden House,KH,withheld,2026-10-15,"f.csv, line 4, 2026-10-15 10:00",'
        "cy@house.example,contact: Cy Day\n"
    )
    roster = loaded(workspace)
    assert [str(entry.name) for entry in roster.signatories] == ["River Watch", "Open Ballot"]
    assert roster.withheld == 1


def test_importing_twice_brings_nothing(run: Callable[..., Said], workspace: Path) -> None:
    """With its history, and without it on a colleague's machine."""
    build_file_tree(workspace, {"f.csv": form(WATCH, BALLOT, HOUSE)})
    run("signatories", "import", "f.csv", "dam")
    before = written(workspace)
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.out, said.err) == (
        0,
        "",
        COLUMNS + meant(2, 1) + "0 new, 3 known already\n",
    )
    (workspace / "signatories/.history/dam.jsonl").unlink()
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.out, said.err) == (
        0,
        "",
        COLUMNS + meant(2, 1) + "line 2: it is line 2 of signatories/dam.csv\n"
        "line 3: it is line 3 of signatories/dam.csv\n"
        "line 4: it is line 4 of signatories/dam.csv\n"
        "0 new, 3 known already\n",
    )
    assert written(workspace) == before


def test_a_newer_export(run: Callable[..., Said], workspace: Path) -> None:
    """Brings only what is new: a correction by hand stays, and a row that was deleted does not
    come back."""
    build_file_tree(workspace, {"f.csv": form(WATCH, BALLOT)})
    run("signatories", "import", "f.csv", "dam")
    path = workspace / "signatories/dam.csv"
    first, watch, _ = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        f"{first}\r\n" + watch.replace("River Watch", '"The River Watch"') + "\r\n",
        encoding="utf-8", newline="",
    )  # fmt: skip
    before = path.read_bytes()
    build_file_tree(workspace, {"f.csv": form(WATCH, BALLOT, HOUSE)})
    said = run("signatories", "import", "f.csv", "dam")
    told = "were imported before, and no row of the roster is known of them any more "
    told += "(--again takes them anew): line 3\n1 new, 2 known already\n"
    assert (said.code, said.err) == (0, COLUMNS + meant(2, 1) + told + EMAILS + GIT)
    after = path.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].startswith(b"Hidden House,")
    assert after.endswith(b"\r\n")


def test_what_changed_in_the_form_is_told(run: Callable[..., Said], workspace: Path) -> None:
    """The roster stays as it is; a consent that was taken back is an error until it is heeded."""
    build_file_tree(workspace, {"f.csv": form(WATCH, BALLOT)})
    run("signatories", "import", "f.csv", "dam")
    before = written(workspace)
    other = (*WATCH[:2], "Laos", *WATCH[3:])
    build_file_tree(workspace, {"f.csv": form(other, BALLOT)})
    said = run("signatories", "import", "f.csv", "dam")
    told = "line 2 was imported before and says something else now (country); "
    told += "the roster is left as it is\n"
    assert (said.code, said.err) == (0, COLUMNS + meant(2, 0) + told + "0 new, 2 known already\n")
    build_file_tree(workspace, {"f.csv": form((*WATCH[:5], "No"), BALLOT)})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (
        1,
        COLUMNS + meant(1, 1) + told.replace("country", "publish")
        + "f.csv:2: this response was imported before, and may not be named, or does not sign, "
        "any more [changed-consent]\n"
        "    look at line 2 of signatories/dam.csv: `undersigned signatories withhold` or "
        "`withdraw`\n"
        "0 new, 2 known already\n",
    )  # fmt: skip
    assert written(workspace) == before
    assert run("signatories", "withhold", "dam", "2").code == 0
    assert run("signatories", "import", "f.csv", "dam").code == 0


def test_refused_rows(run: Callable[..., Said], workspace: Path) -> None:
    """By line and reason, and never with a word of a row that may ask to be withheld."""
    build_file_tree(
        workspace,
        {
            "f.csv": form(
                WATCH,
                ("2026-10-13 15:00", "Marsh League", "KH", "", "", ""),
                ("2026-10-13 15:01", "Marsh Union", "KH", "", "", "Ask us first"),
                ("2026-10-13 15:02", "", "KH", "Dee", "", "Yes"),
                ("2026-10-13 15:03", "Lake\x00League", "KH", "", "", "Yes"),
                ("2026-10-13 15:04", "Lake League\nLake Union", "KH", "", "", "Yes"),
                ("2026-10-13 15:05", "x" * 10_000, "KH", "", "", "No"),
                ("2026-10-13 15:06", "Fen League", "XX", "", "", "Yes"),
            )
        },
    )
    said = run("signatories", "import", "f.csv", "dam")
    assert said.code == 1
    assert (
        said.err
        == COLUMNS
        + meant(5, 1, 2)
        + (
            "countries are not known, and were kept as typed: line 10 (XX)\n"
            "f.csv:3: it is not clear whether this signatory may be named [row]\n"
            "    ask, and write yes or no into the form's column\n"
            "f.csv:4: it is not clear whether this signatory may be named [row]\n"
            "    ask, and write yes or no into the form's column\n"
            "f.csv:5: it names no organisation [row]\n"
            "    write which one signs, or who\n"
            'f.csv:6: the character U+0000 in "organisation" cannot be printed [row]\n'
            "    type again what stood there\n"
            'f.csv:7: there is a line break within "organisation" [row]\n'
            "    if these are two names, give each a row\n"
            'f.csv:9: "organisation" has 10,000 characters, too many for a name [row]\n'
            "    a quotation mark may be missing in the row\n"
            'f.csv:10: no country has the code "XX" [roster]\n'
            "    write the code of ISO 3166, or the country's name\n"
            "1 new, 7 refused\n"
        )
        + EMAILS
    )
    assert [row["name"] for row in rows(workspace)] == ["River Watch"]


def test_nothing_of_a_withheld_row_is_told(run: Callable[..., Said], workspace: Path) -> None:
    """Neither of the row, nor of one that is merged with it or may be the same."""
    secret = ("2026-10-15 10:00", "ZIGGURAT  HOUSE (ZH)", "Nowhere", "Cy Ziggurat", "zig", "No")
    again = ("2026-10-16 10:00", "The Ziggurat House  ", "KH", "", "z@house.example", "Yes")
    near = ("2026-10-17 10:00", "Ziggurat  Houses", "KH", "", "y@house.example", "Yes")
    build_file_tree(workspace, {"f.csv": form(WATCH, secret, again, near)})
    said = run("signatories", "import", "f.csv", "dam")
    assert "ziggurat" not in (said.out + said.err).casefold()
    assert "zig" not in said.err.casefold()
    assert "nowhere" not in said.err.casefold()
    assert [row["status"] for row in rows(workspace)][1:] == ["withheld"] * (
        len(rows(workspace)) - 1
    )
    history = (workspace / "signatories/.history/dam.jsonl").read_text(encoding="utf-8")
    assert "ziggurat" not in history.casefold()


def test_an_old_encoding_shows_no_word(run: Callable[..., Said], workspace: Path) -> None:
    """Which page was taken is told, or that it is in doubt, but not a word of a row."""
    header = ("Organisation", "May we publish your name?")
    table = form(("Société Cachée", "No"), ("Réseau des Rivières", "Yes"), header=header)
    build_file_tree(
        workspace,
        {
            "f.csv": table.encode("cp1252"),
            "g.csv": "Organisation\nGrønland\nSalomonøerne\n".encode("cp1252"),
        },
    )
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (
        0,
        (
            "read as Windows-1252 (if that is wrong: --encoding)\n"
            'publish: the column "May we publish your name?"\n' + meant(1, 1) + "2 new\n" + GIT
        ),
    )
    said = run("signatories", "import", "g.csv", "two")
    assert said.code == 2
    assert said.err.endswith(
        "Error: g.csv: the encoding is doubtful: Windows-1252 or Windows-1257; "
        "say it with --encoding\n"
    )
    said = run("signatories", "import", "g.csv", "two", "--encoding", "windows-1252")
    assert (said.code, [row["name"] for row in rows(workspace, "two")]) == (
        0,
        ["Grønland", "Salomonøerne"],
    )


def test_every_change_is_listed(run: Callable[..., Said], workspace: Path) -> None:
    """Line, column, before and after; what nobody sees is shown by its code."""
    header = ("Organisation", "Country", "Website")
    build_file_tree(
        workspace,
        {
            "f.csv": form(
                ("River\u00a0 Watch 🎉,", "Kambodscha", "watch.example"),
                ("RIVER BALLOT OBSERVERS", "KH", "see our page"),
                ("Fish &amp; Fen (FAF)", "", ""),
                ("Lake\u200b League\u200e", "", ""),
                ("RWV FORUM", "", ""),
                ("=HYPERLINK(1)", "", ""),
                header=header,
            )
        },
    )
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.out) == (0, "signatories/dam.csv\n")
    assert said.err.splitlines()[1:] == [
        (
            "line 2, organisation: emoji, blanks, a comma at the end: "
            '"River<U+00A0> Watch 🎉," -> "River Watch"'
        ),
        'line 2, url: https:// belongs before it: "watch.example" -> "https://watch.example"',
        'line 3, name: capitals: "RIVER BALLOT OBSERVERS" -> "River Ballot Observers"',
        'line 4, organisation: entities of HTML: "Fish &amp; Fen (FAF)" -> "Fish & Fen (FAF)"',
        'line 4, name: the acronym has a column of its own: "Fish & Fen (FAF)" -> "Fish & Fen"',
        (
            "line 5, organisation: characters that nobody sees, marks of direction: "
            '"Lake<U+200B> League<U+200E>" -> "Lake League"'
        ),
        "websites are no web address, and were left out: line 3 (see our page)",
        (
            "names are all in capitals, and were kept: how else they are written is not certain: "
            "line 6 (RWV FORUM)"
        ),
        "cells begin like a formula and are kept as text: line 7 (=HYPERLINK(1))",
        "6 new",
    ]
    assert [row["name"] for row in rows(workspace)] == [
        "River Watch", "River Ballot Observers", "Fish & Fen", "Lake League", "RWV FORUM",
        "=HYPERLINK(1)",
    ]  # fmt: skip
    assert rows(workspace)[0]["country"] == "KH"
    assert rows(workspace)[2]["acronym"] == "FAF"


def test_people(run: Callable[..., Said], workspace: Path) -> None:
    """First and last name make name and sort key; an organisation in the title goes to the
    affiliation where it is known, and is told where it may be one."""
    header = ("First name", "Last name", "Job title", "Organisation", "Signing as")
    build_file_tree(
        workspace,
        {
            "signatories/directory.csv": DIRECTORY,
            "f.csv": form(
                ("Ona", "Tesk", "Director, Lantern Street Legal Clinic", "", "Individual"),
                ("太郎", "山田", "", "", "Individual"),
                ("BO", "AREL-LI", "Lantern Street Legal Clinic", "", "Individual"),
                ("Cy", "Day", "Chair, Some Club", "", "Individual"),
                ("Dee", "Orr", "Chair", "River Watch", "Organisation"),
                ("Eve", "Orr", "Chair", "River Watch", "Individual"),
                ("Fay", "Orr", "Chair", "River Watch", "blue"),
                header=header,
            ),
        },
    )
    said = run("signatories", "import", "f.csv", "dam")
    assert said.code == 1
    assert (
        said.err.splitlines()[4:]
        == [
            'organisation: the column "Organisation"',
            'title: the column "Job title"',
        ][:0]
        + said.err.splitlines()[4:]
    )
    assert 'line 2, title: "Lantern Street Legal Clinic" is the affiliation: ' in said.err
    assert "titles may have an organisation in them, and were kept: line 5" in said.err
    assert (
        "f.csv:8: it is not clear whether an organisation or a person signs [row]\n"
        "    write organisation or individual\n"
    ) in said.err
    found = [
        {k: v for k, v in row.items() if k not in ("status", "evidence")} for row in rows(workspace)
    ]
    assert found == [
        {
            "name": "Ona Tesk", "kind": "individual", "title": "Director",
            "affiliation": "Lantern Street Legal Clinic", "sort_key": "Tesk Ona",
        },
        {"name": "山田太郎", "kind": "individual", "sort_key": "山田太郎"},
        {
            "name": "Bo Arel-Li", "kind": "individual",
            "affiliation": "Lantern Street Legal Clinic", "sort_key": "Arel-Li Bo",
        },
        {"name": "Cy Day", "kind": "individual", "title": "Chair, Some Club", "sort_key": "Day Cy"},
        {"name": "River Watch", "note": "contact: Dee Orr, Chair"},
        {
            "name": "Eve Orr", "kind": "individual", "title": "Chair",
            "affiliation": "River Watch", "sort_key": "Orr Eve",
        },
    ]  # fmt: skip


def test_who_signs_must_be_said(run: Callable[..., Said], workspace: Path) -> None:
    """Where a row names an organisation and a person, and the form does not say."""
    header = ("Full name", "Organisation")
    build_file_tree(workspace, {"f.csv": form(("Ona Tesk", "River Watch"), header=header)})
    before = read_file_tree(workspace)
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.out) == (2, "")
    assert said.err == 'person: the column "Full name"\n' + USAGE + (
        "1 row names an organisation and a person, from line 2 on; say which of them signs: "
        "--signs organisations (the person is their contact) or --signs people (they are "
        "affiliated with it)\n"
    )
    assert read_file_tree(workspace) == before
    run("signatories", "import", "f.csv", "dam", "--signs", "organisations")
    assert rows(workspace)[0]["name"] == "River Watch"
    run("signatories", "import", "f.csv", "people", "--signs", "people")
    assert rows(workspace, "people")[0]["affiliation"] == "River Watch"


def test_dates_that_are_in_doubt(run: Callable[..., Said], workspace: Path) -> None:
    """Name the option."""
    header = ("Organisation", "Timestamp")
    table = form(("River Watch", "03/10/2026 14:02"), header=header)
    build_file_tree(workspace, {"f.csv": table})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (
        2,
        'signed_on: the column "Timestamp"\n' + USAGE + "day and month cannot be told apart: "
        '"03/10/2026 14:02" may be the 2026-10-03 14:02 or the 2026-03-10 14:02; say it with '
        "--dates dmy or --dates mdy\n",
    )
    assert run("signatories", "import", "f.csv", "dam", "--dates", "dmy").code == 0
    assert rows(workspace)[0]["signed_on"] == "2026-10-03"


def test_a_question_about_consent_is_never_left_out(
    run: Callable[..., Said], workspace: Path
) -> None:
    """A column that may say who must not be named is a doubt."""
    header = ("Organisation", "Public or private")
    table = form(("River Watch", "web"), ("Open Ballot", "it depends"), header=header)
    build_file_tree(workspace, {"f.csv": table})
    said = run("signatories", "import", "f.csv", "dam")
    assert said.code == 2
    for field in ("publish", "anonymous", "ignore"):
        assert f"--map '{field}=Public or private'" in said.err
    assert not (workspace / "signatories/dam.csv").exists()


def test_consent_to_sign(run: Callable[..., Said], workspace: Path) -> None:
    """Who declines is not imported, and told; what is not understood is refused."""
    header = ("Organisation", "Do you agree to sign the letter?")
    table = form(
        ("River Watch", "Yes"), ("Open Ballot", "No"), ("Fen League", "perhaps"), header=header
    )
    build_file_tree(workspace, {"f.csv": table})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (
        1,
        (
            'consent: the column "Do you agree to sign the letter?"\n'
            "do not consent to sign, and were not imported: line 3\n"
            "f.csv:4: it is not clear whether this response consents to sign [row]\n"
            "    write yes or no into the form's column, or delete the row\n"
            "1 new, 1 refused, 1 declined to sign\n"
        ),
    )
    assert [row["name"] for row in rows(workspace)] == ["River Watch"]


class TestStates:
    """A row of the roster is never overwritten."""

    def test_an_invited_row_is_confirmed(self, run: Callable[..., Said], workspace: Path) -> None:
        """By its signature, with the day and the evidence; others keep their bytes."""
        roster = "status;name;signed_on;evidence;note\ninvited;River Watch;;;\nconfirmed;'Fen';;;\n"
        build_file_tree(workspace, {"f.csv": form(WATCH), "signatories/dam.csv": roster})
        said = run("signatories", "import", "f.csv", "dam")
        assert (said.code, said.out) == (0, "signatories/dam.csv\n")
        assert said.err.endswith(
            "line 2: it is line 2 of signatories/dam.csv, which gets its country, signed_on, "
            "evidence, email, and is confirmed now\n0 new, 1 merged\n"
        )
        assert written(workspace) == (
            "status;name;signed_on;evidence;note;country;email\n"
            "confirmed;River Watch;2026-10-13;f.csv, line 2, 2026-10-13 14:02;"
            '"merged with f.csv, line 2, 2026-10-13 14:02: country, signed_on, evidence, email; '
            'contact: Ona Tesk";KH;ona@watch.example\n'
            "confirmed;'Fen';;;\n"
        )

    @pytest.mark.parametrize("state", ["withdrawn", "withheld"])
    def test_it_stays(self, run: Callable[..., Said], workspace: Path, state: str) -> None:
        """Who withdrew or must not be named stays so, whatever the form says."""
        roster = f"name,status\nRiver Watch,{state}\n"
        build_file_tree(workspace, {"f.csv": form(WATCH), "signatories/dam.csv": roster})
        said = run("signatories", "import", "f.csv", "dam")
        what = "has withdrawn" if state == "withdrawn" else "is withheld"
        assert (said.code, said.out, said.err) == (
            0,
            "",
            COLUMNS + meant(1, 0) + f"line 2: line 2 of signatories/dam.csv {what}, and stays so\n"
            "0 new, 1 known already\n",
        )
        assert written(workspace) == roster

    def test_a_confirmed_row_is_withheld(self, run: Callable[..., Said], workspace: Path) -> None:
        """Where its own response asks for it."""
        roster = "name\nRiver Watch\nOpen Ballot\n"
        table = form((*WATCH[:5], "No"))
        build_file_tree(workspace, {"f.csv": table, "signatories/dam.csv": roster})
        said = run("signatories", "import", "f.csv", "dam")
        assert said.code == 0
        assert "River Watch" not in said.err
        assert [row["status"] for row in rows(workspace)] == ["withheld", "confirmed"]
        assert loaded(workspace).withheld == 1

    def test_new_rows_may_be_invited(self, run: Callable[..., Said], workspace: Path) -> None:
        """With --status; the form's own word is stricter."""
        table = form(WATCH, HOUSE)
        build_file_tree(workspace, {"f.csv": table})
        assert run("signatories", "import", "f.csv", "dam", "--status", "invited").code == 0
        assert [row["status"] for row in rows(workspace)] == ["invited", "withheld"]


def test_a_row_that_would_give_another_away(run: Callable[..., Said], workspace: Path) -> None:
    """Somebody who is printed with the affiliation that is withheld: the row that would be new
    is refused, whichever it is, and the roster stays as it loads."""
    roster = "name,kind,affiliation\nOna Tesk,individual,Hidden House\n"
    build_file_tree(workspace, {"f.csv": form(WATCH, HOUSE), "signatories/dam.csv": roster})
    said = run("signatories", "import", "f.csv", "dam")
    assert said.code == 1
    assert (
        "f.csv:3: with this row line 2 of signatories/dam.csv is at fault: title, affiliation or "
        "group names somebody whom line 3 withholds"
    ) in said.err
    assert "Hidden" not in said.err
    assert said.err.endswith("1 new, 1 refused\n" + EMAILS)
    assert [row["name"] for row in rows(workspace)] == ["Ona Tesk", "River Watch"]
    assert loaded(workspace).withheld == 0


def test_a_table_in_the_form_of_a_roster(run: Callable[..., Said], workspace: Path) -> None:
    """As a partner sends it: ids of the directory, and states, which are honoured."""
    table = (
        "id,name,status,email\n"
        "oam,,withheld,a@b.example\n"
        "lantern,,Confirmed,\n"
        ",Fen League,invited,\n"
        ",Marsh Union,,\n"
        ",Lake Union,agreed,\n"
    )
    build_file_tree(workspace, {"f.csv": table, "signatories/directory.csv": DIRECTORY})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (
        1,
        (
            "names were taken for organisations (for people: --map person=COLUMN): line 4\n"
            "f.csv:5: the status is empty [row]\n"
            "    write one of invited, confirmed, withdrawn, withheld\n"
            "f.csv:6: the status is none that there is [row]\n"
            "    write one of invited, confirmed, withdrawn, withheld\n"
            "3 new, 2 refused\n"
        )
        + EMAILS
        + GIT,
    )
    assert [(row.get("id", ""), row["status"]) for row in rows(workspace)] == [
        ("oam", "withheld"), ("lantern", "confirmed"), ("", "invited"),
    ]  # fmt: skip
    assert loaded(workspace).withheld == 1


def test_a_comment_may_ask_it(run: Callable[..., Said], workspace: Path) -> None:
    """Whatever was ticked: the row waits for a person to look."""
    header = ("Organisation", "May we publish your name?", "Comments", "Why do you sign?")
    table = form(
        ("River Watch", "Yes", "Thank you!", ""),
        ("Fen League", "Yes", "please do not mention us by name", ""),
        ("Lake Union", "Yes", "", "For the fish. Please keep this confidential."),
        ("Anonymous", "Yes", "", ""),
        ("Marsh Union", "No", "stay anonymous please", ""),
        header=header,
    )
    build_file_tree(workspace, {"f.csv": table})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (
        1,
        (
            'publish: the column "May we publish your name?"\n'
            'note: the column "Comments"\n'
            "left out: Why do you sign?\n"
            + meant(4, 1)
            + "f.csv:3: something in this row may ask that the name be kept back [row]\n"
            "    look; then write no where the form asks for consent, or take the words out\n"
            "f.csv:4: something in this row may ask that the name be kept back [row]\n"
            "    look; then write no where the form asks for consent, or take the words out\n"
            "f.csv:5: something in this row may ask that the name be kept back [row]\n"
            "    look; then write no where the form asks for consent, or take the words out\n"
            "2 new, 3 refused\n" + GIT
        ),
    )
    assert [row["status"] for row in rows(workspace)] == ["confirmed", "withheld"]


class TestDuplicates:
    """Certain ones are merged, doubtful ones held back."""

    def test_a_certain_one(self, run: Callable[..., Said], workspace: Path) -> None:
        """The later fills in what the earlier left empty, and overwrites nothing."""
        first = ("2026-10-13 14:02", "River Watch", "", "", "ona@watch.example", "Yes")
        later = ("2026-10-14 14:02", "The River Watch", "KH", "", "two@watch.example", "Yes")
        build_file_tree(workspace, {"f.csv": form(first, later)})
        said = run("signatories", "import", "f.csv", "dam")
        assert (said.code, said.err.splitlines()[-3:]) == (
            0,
            [
                (
                    "line 3: it is line 2, which gets its country; its email differs; the e-mail "
                    "address is in the note"
                ),
                "1 new, 1 merged",
                EMAILS.strip(),
            ],
        )
        assert rows(workspace) == [
            {
                "name": "River Watch", "country": "KH", "status": "confirmed",
                "signed_on": "2026-10-13", "evidence": "f.csv, line 2, 2026-10-13 14:02",
                "email": "ona@watch.example",
                "note": "merged with f.csv, line 3, 2026-10-14 14:02: country; "
                "other e-mail: two@watch.example",
            }
        ]  # fmt: skip
        before = written(workspace)
        assert run("signatories", "import", "f.csv", "dam").err.endswith("0 new, 2 known already\n")
        assert written(workspace) == before

    def test_a_doubtful_one(self, run: Callable[..., Said], workspace: Path) -> None:
        """It waits; the option that settles it is named, and the answer remembered."""
        near = ("2026-10-16 10:00", "River Watch Network", "KH", "", "", "Yes")
        build_file_tree(workspace, {"f.csv": form(WATCH, near)})
        said = run("signatories", "import", "f.csv", "dam")
        assert said.code == 1
        assert (
            'f.csv:3: the row is held back: "River Watch Network", and line 2 of the form, '
            '"River Watch", may be one signatory: '
        ) in said.err
        assert said.err.endswith("1 new, 1 held back\n" + EMAILS)
        key = said.err.partition("--same ")[2].partition(" ")[0]
        said = run("signatories", "import", "f.csv", "dam", "--different", key)
        assert (said.code, len(rows(workspace))) == (0, 2)
        before = written(workspace)
        (workspace / "signatories/.history/dam.jsonl").unlink()
        assert run("signatories", "import", "f.csv", "dam").code == 0
        assert written(workspace) == before

    def test_it_is_the_same(self, run: Callable[..., Said], workspace: Path) -> None:
        """Then it is merged."""
        near = ("2026-10-16 10:00", "River Watch Network", "KH", "", "", "Yes")
        build_file_tree(workspace, {"f.csv": form(WATCH, near)})
        said = run("signatories", "import", "f.csv", "dam", "--dry-run")
        key = said.err.partition("--same ")[2].partition(" ")[0]
        said = run("signatories", "import", "f.csv", "dam", "--same", key)
        assert (said.code, len(rows(workspace))) == (0, 1)

    def test_an_unknown_key(self, run: Callable[..., Said], workspace: Path) -> None:
        """Is a wrong usage, and nothing is written."""
        build_file_tree(workspace, {"f.csv": form(WATCH)})
        said = run("signatories", "import", "f.csv", "dam", "--same", "abc")
        assert (said.code, said.err) == (
            2,
            COLUMNS + meant(1, 0) + USAGE
            + '--same: no doubtful pair of this form is called "abc"\n',
        )  # fmt: skip
        assert not (workspace / "signatories/dam.csv").exists()

    def test_the_directory(self, run: Callable[..., Said], workspace: Path) -> None:
        """A row of an organisation that it knows gets its id, and only what differs."""
        header = ("Organisation", "Acronym", "Country", "Region")
        table = form(
            ("Lantern Street Legal Clinic", "LSLC", "New Zealand", "Pacific"),
            ("LANTERN STREET LEGAL CLINIC (LSLC)", "", "", ""),
            header=header,
        )
        build_file_tree(workspace, {"f.csv": table, "signatories/directory.csv": DIRECTORY})
        said = run("signatories", "import", "f.csv", "dam")
        assert said.code == 0, said.err
        assert rows(workspace) == [
            {
                "id": "lantern", "group": "Pacific", "status": "confirmed",
                "evidence": "f.csv, line 2", "note": "merged with f.csv, line 3",
            }
        ]  # fmt: skip
        assert str(loaded(workspace).signatories[0].name) == "Lantern Street Legal Clinic"


def test_two_ids_alike(run: Callable[..., Said], workspace: Path) -> None:
    """The second is refused, unless it says the same."""
    header = ("Response ID", "Organisation")
    table = form(
        ("7", "River Watch"), ("7", "River Watch"), ("7", "Open Ballot"), ("8", "Fen League"),
        header=header,
    )  # fmt: skip
    build_file_tree(workspace, {"f.csv": table})
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (
        1,
        (
            'response: the column "Response ID"\n'
            "line 3 says the same as line 2\n"
            "f.csv:4: the row has the id of line 2, and says something else [row]\n"
            "    give each response its own\n"
            "2 new, 1 merged, 1 refused\n"
        ),
    )


def test_a_dry_run(run: Callable[..., Said], workspace: Path) -> None:
    """Tells the same and writes nothing."""
    build_file_tree(workspace, {"f.csv": form(WATCH)})
    before = read_file_tree(workspace)
    said = run("signatories", "import", "f.csv", "dam", "--dry-run")
    assert (said.code, said.out, said.err) == (
        0,
        "",
        COLUMNS + meant(1, 0) + "1 new\nnothing was written\n",
    )
    assert read_file_tree(workspace) == before


def test_a_private_roster(run: Callable[..., Said], workspace: Path) -> None:
    """Lies where git does not look; its name is not taken a second time beside it."""
    build_file_tree(workspace, {"f.csv": form(WATCH)})
    said = run("signatories", "import", "f.csv", "dam", "--private")
    assert (said.code, said.out, said.err) == (
        0, "signatories/private/dam.csv\n", COLUMNS + meant(1, 0) + "1 new\n"
    )  # fmt: skip
    ignored = (workspace / "signatories/private/.gitignore").read_text(encoding="utf-8")
    assert ignored.endswith("\n*\n")
    assert (workspace / "signatories/.history/private/dam.jsonl").is_file()
    said = run("signatories", "import", "f.csv", "dam")
    assert (said.code, said.err) == (
        1,
        (
            "signatories/private/dam.csv: there is a roster of this name here already [exists]\n"
            "    import into private/dam, or choose another name\n"
        ),
    )
    said = run("signatories", "import", "f.csv", "private/dam")
    assert said.err.endswith("0 new, 1 known already\n")


def test_the_directory_is_no_roster(run: Callable[..., Said], workspace: Path) -> None:
    build_file_tree(workspace, {"f.csv": form(WATCH)})
    said = run("signatories", "import", "f.csv", "directory")
    assert said.code == 1
    assert not (workspace / "signatories/directory.csv").exists()


def test_a_faulty_roster_is_left_alone(run: Callable[..., Said], workspace: Path) -> None:
    """It is mended first."""
    roster = "name,status\nRiver Watch,\n"
    build_file_tree(workspace, {"f.csv": form(BALLOT), "signatories/dam.csv": roster})
    said = run("signatories", "import", "f.csv", "dam")
    assert said.code == 1
    assert "signatories/dam.csv:2:1: the status is empty [roster-status]" in said.err
    assert written(workspace) == roster


def test_formats(run: Callable[..., Said], workspace: Path) -> None:
    """CSV, TSV, XLSX and ODS, in any common encoding, make the same roster."""
    header = ("Organisation", "Pays", "Commentaires")
    cells = ("Réseau des Rivières", "Cambodge", "été")
    text = form(cells, header=header)
    files = {
        "a.csv": text.encode(),
        "b.csv": b"\xef\xbb\xbf" + text.encode(),
        "c.csv": text.encode("utf-16"),
        "d.csv": text.encode("cp1252"),
        "e.tsv": text.replace(",", "\t").encode(),
        "f.csv": text.replace(",", ";").encode(),
        "g.xlsx": xlsx({"Responses": [header, cells]}),
        "h.ods": ods([header, cells]),
    }
    build_file_tree(workspace, files)
    for name in files:
        roster = name.replace(".", "-")
        said = run("signatories", "import", name, roster)
        assert (said.code, said.out) == (0, f"signatories/{roster}.csv\n"), said.err
        assert rows(workspace, roster) == [
            {
                "name": "Réseau des Rivières", "country": "KH", "status": "confirmed",
                "evidence": f"{name}, line 2", "note": "été",
            }
        ]  # fmt: skip


class TestAtATerminal:
    """Somebody sits there and types."""

    def test_what_was_guessed_is_confirmed(self, workspace: Path) -> None:
        """With one question; then each doubtful pair, with its evidence, once."""
        near = ("2026-10-16 10:00", "River Watch Network", "KH", "", "", "Yes")
        build_file_tree(workspace, {"f.csv": form(WATCH, near)})
        command = [sys.executable, "-m", "undersigned", "signatories", "import", "f.csv", "dam"]
        screen = at_terminal(
            command,
            workspace,
            (
                ("Take the columns so (yes, no) [yes]: ", "\n"),
                ("Are they one signatory (same, different, later) [later]: ", "same\n"),
            ),
        )
        assert screen.code == 0, screen.text
        assert "1 new, 1 merged" in screen.text
        done = subprocess.run(command, cwd=workspace, capture_output=True, text=True, check=False)
        assert done.stderr.endswith("0 new, 2 known already\n")

    def test_a_wrong_guess(self, workspace: Path) -> None:
        """Ends the command with the option that says it better."""
        build_file_tree(workspace, {"f.csv": form(WATCH)})
        command = [sys.executable, "-m", "undersigned", "signatories", "import", "f.csv", "dam"]
        screen = at_terminal(
            command, workspace, (("Take the columns so (yes, no) [yes]: ", "no\n"),)
        )
        assert screen.code == 2
        assert "say which column is what, with --map FIELD=COLUMN" in screen.text
        assert not (workspace / "signatories/dam.csv").exists()


def test_the_history_holds_no_name(run: Callable[..., Said], workspace: Path) -> None:
    """Nor an address, nor what was given as evidence."""
    build_file_tree(workspace, {"f.csv": form(WATCH, BALLOT)})
    run("signatories", "import", "f.csv", "dam", "--by", "Ona")
    text = (workspace / "signatories/.history/dam.jsonl").read_text(encoding="utf-8")
    assert '"by": "Ona"' in text
    for word in (*WATCH[1:5], *BALLOT[1:5], "f.csv", *HEADER):
        assert f'"{word}' not in text
        assert word not in text or len(word) < 3
