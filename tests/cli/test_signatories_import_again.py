"""`undersigned signatories import` of a newer export: nothing comes in twice, and nothing is lost.

Whatever was corrected, deleted or hidden by hand in the meantime, with the history and without.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.sign_on import DIRECTORY, form, rows, written
from tests.support.tree import build_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.cli.conftest import Said

    Import = Callable[..., Said]

ALPHA, BETA, GAMMA = "Alpha Reed House", "Beta Mill Guild", "Gamma Boat Club"
PUBLISH = "May we publish your name?"


@pytest.fixture
def take(run: Callable[..., Said], workspace: Path) -> Import:
    """Import a form of these rows, the first of which is its header."""

    def imported(header: Sequence[str], *responses: Sequence[str], options: str = "") -> Said:
        build_file_tree(workspace, {"f.csv": form(*responses, header=header)})
        return run("signatories", "import", "f.csv", "dam", *options.split())

    return imported


def correct(workspace: Path, before: str, after: str) -> str:
    """The roster with other words, as somebody writes them there by hand."""
    path = workspace / "signatories/dam.csv"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return text.replace(before, after)


def forget(workspace: Path) -> None:
    """Another machine, without the history."""
    shutil.rmtree(workspace / "signatories/.history")


def names(workspace: Path) -> list[str]:
    return [row.get("name", "") for row in rows(workspace)]


class TestIds:
    """A number is an id only where it stays with whom it was given to."""

    @pytest.mark.parametrize("name", ["No", "#", "Nr", "Number", "_index", "ID"])
    def test_a_column_that_counts(self, take: Import, workspace: Path, name: str) -> None:
        """The rows of an export is none: in a newer one, newest first, it belongs to others."""
        header = (name, "Organisation")
        assert take(header, ("1", ALPHA), ("2", BETA)).code == 0
        said = take(header, ("1", GAMMA), ("2", ALPHA), ("3", BETA))
        assert (said.code, said.err.splitlines()[-1]) == (0, "1 new, 2 known already")
        assert names(workspace) == [ALPHA, BETA, GAMMA]

    def test_an_id_of_another_name(self, take: Import, workspace: Path) -> None:
        """Holds the row back, until a person has said whether it is the same response."""
        header = ("Response ID", "Organisation")
        take(header, ("1", ALPHA), ("2", BETA))
        said = take(header, ("1", GAMMA), ("2", ALPHA), ("3", BETA))
        assert said.code == 1
        assert said.err.splitlines()[1:3] == [
            "line 3: it is line 2 of signatories/dam.csv",
            "line 4: it is line 3 of signatories/dam.csv",
        ]
        assert (
            'f.csv:2: the row is held back: "Gamma Boat Club", and line 2 of '
            'signatories/dam.csv, "Alpha Reed House", may be one signatory: one response id, and '
            "another name [doubtful-duplicate]"
        ) in said.err
        assert said.err.endswith("0 new, 2 known already, 1 held back\n")
        key = said.err.partition("--different ")[2].split()[0]
        said = take(header, ("1", GAMMA), ("2", ALPHA), ("3", BETA), options=f"--different {key}")
        assert said.code == 0
        assert names(workspace) == [ALPHA, BETA, GAMMA]
        said = take(header, ("1", GAMMA), ("2", ALPHA), ("3", BETA))
        assert said.err.endswith("0 new, 3 known already\n")

    def test_a_corrected_response(self, take: Import, workspace: Path) -> None:
        """Of the same id is the same, once somebody has said so; the roster stays."""
        header = ("Response ID", "Organisation")
        take(header, ("71", ALPHA))
        before = written(workspace)
        said = take(header, ("71", GAMMA))
        key = said.err.partition("--same ")[2].split()[0]
        said = take(header, ("71", GAMMA), options=f"--same {key}")
        assert said.code == 0
        said = take(header, ("71", GAMMA))
        assert (said.code, said.err.splitlines()[-1]) == (0, "0 new, 1 known already")
        assert rows(workspace)[0]["name"] == ALPHA
        assert before.splitlines()[0] in written(workspace)

    def test_two_of_one_minute(self, take: Import, workspace: Path) -> None:
        """And of one address, newest first, are two: the later is never taken for the earlier."""
        header = ("Timestamp", "Organisation", "E-mail")
        take(header, ("2026-01-02 10:00", ALPHA, "a@a.example"))
        two = (
            ("2026-01-02 10:00", BETA, "a@a.example"), ("2026-01-02 10:00", ALPHA, "a@a.example"),
        )  # fmt: skip
        said = take(header, *two)
        assert (said.code, said.err.splitlines()[-1]) == (1, "0 new, 1 known already, 1 held back")
        key = said.err.partition("--different ")[2].split()[0]
        take(header, *two, options=f"--different {key}")
        assert names(workspace) == [ALPHA, BETA]


class TestCorrected:
    """A name that was corrected by hand stays, and the old one does not come in again."""

    @pytest.mark.parametrize("history", [True, False])
    def test_with_a_time(self, take: Import, workspace: Path, *, history: bool) -> None:
        """With the history and without, even where the e-mail address was taken out, and where
        the newer export has another name and another column."""
        header = ("Timestamp", "Organisation", "E-mail")
        one = ("2026-01-02 10:00:01", "Alfa", "a@a.example")
        two = ("2026-01-02 10:05:01", BETA, "b@b.example")
        take(header, one, two)
        correct(workspace, "Alfa", ALPHA)
        correct(workspace, BETA, "Guild of Zebras")
        after = correct(workspace, "a@a.example", "")
        if not history:
            forget(workspace)
        said = take((*header, "Country"), (*one, ""), (*two, ""))
        assert (said.code, said.err.splitlines()[-1]) == (0, "0 new, 2 known already")
        assert written(workspace) == after

    def test_without_a_time(self, take: Import, workspace: Path) -> None:
        """By the history, though the newer export has another column and another order."""
        take(("Organisation",), ("Alfa",), (BETA,))
        after = correct(workspace, "Alfa", ALPHA)
        said = take(
            ("Organisation", "Country"), (BETA, "France"), ("Alfa", "Kenya"), (GAMMA, "Chile")
        )
        assert (said.code, said.err.splitlines()[-1]) == (0, "1 new, 2 known already")
        assert [row["name"] for row in rows(workspace)] == [ALPHA, BETA, GAMMA]
        assert all(line in written(workspace) for line in after.splitlines()[1:])

    def test_without_time_and_history(self, take: Import, workspace: Path) -> None:
        """A line alone is a question, for lines move."""
        take(("Organisation",), ("Alfa",), (BETA,))
        after = correct(workspace, "Alfa", ALPHA)
        forget(workspace)
        said = take(("Organisation",), ("Alfa",), (BETA,))
        assert (said.code, said.err.splitlines()) == (
            1,
            [
                "line 3: it is line 3 of signatories/dam.csv",
                (
                    'f.csv:2: the row is held back: "Alfa", and line 2 of signatories/dam.csv, '
                    '"Alpha Reed House", may be one signatory: the row says that it comes from '
                    "this response [doubtful-duplicate]"
                ),
                said.err.splitlines()[2],
                "0 new, 1 known already, 1 held back",
            ],
        )
        assert written(workspace) == after

    def test_a_new_answer_on_an_old_line(self, take: Import, workspace: Path) -> None:
        """Is new, where the row of that line is known as another's."""
        take(("Organisation",), (ALPHA,))
        forget(workspace)
        said = take(("Organisation",), (BETA,), (ALPHA,))
        assert (said.code, said.err.splitlines()[-1]) == (0, "1 new, 1 known already")
        assert names(workspace) == [ALPHA, BETA]

    def test_another_answer_under_the_old_name(self, take: Import, workspace: Path) -> None:
        """Is a question: the row that has the name no longer may be the same."""
        header = ("Organisation", "E-mail")
        take(header, ("Alfa", "a@a.example"))
        correct(workspace, "Alfa", ALPHA)
        said = take(header, ("Alfa", "a@a.example"), ("Alfa", "c@c.example"))
        assert (said.code, said.err.splitlines()[-1]) == (1, "0 new, 1 known already, 1 held back")
        assert names(workspace) == [ALPHA]


class TestConsent:
    """Who must not be named is never brought back, and never left printed without a word."""

    def test_taken_back(self, take: Import, workspace: Path) -> None:
        """After the name was corrected: an error, with the row that it is about."""
        take(("Organisation", PUBLISH), ("Alfa", "Yes"), (BETA, "Yes"))
        before = correct(workspace, "Alfa", ALPHA)
        said = take(("Organisation", PUBLISH), (BETA, "Yes"), ("Alfa", "No"))
        assert said.code == 1
        assert said.err.endswith(
            "f.csv:3: this response was imported before, and may not be named, or does not sign, "
            "any more [changed-consent]\n"
            "    look at line 2 of signatories/dam.csv: `undersigned signatories withhold` or "
            "`withdraw`\n0 new, 2 known already\n"
        )
        assert written(workspace) == before

    def test_taken_back_without_the_history(self, take: Import, workspace: Path) -> None:
        """The corrected row is withheld, by its time."""
        header = ("Timestamp", "Organisation", PUBLISH)
        take(header, ("2026-01-02 10:00", "Alfa", "Yes"))
        correct(workspace, "Alfa", ALPHA)
        forget(workspace)
        said = take(header, ("2026-01-02 10:00", "Alfa", "No"))
        assert said.code == 0
        told = "line 2: it is line 2 of signatories/dam.csv, which has all of it, and is withheld"
        assert f"{told} now\n" in said.err
        assert [(row["name"], row["status"]) for row in rows(workspace)] == [(ALPHA, "withheld")]
        assert "Alfa" not in said.err

    @pytest.mark.parametrize("command", ["withhold", "withdraw"])
    @pytest.mark.parametrize("history", [True, False])
    def test_a_cover_name(
        self,
        take: Import,
        run: Callable[..., Said],
        workspace: Path,
        command: str,
        *,
        history: bool,
    ) -> None:
        """In the place of the real one: that does not come in again, and is not told."""
        take(("Organisation",), ("Hush Secret Band",), (BETA,))
        run("signatories", command, "dam", "2", "--evidence", "call")
        after = correct(workspace, "Hush Secret Band", "A group in the north")
        if not history:
            forget(workspace)
        said = take(("Organisation", "Country"), ("Hush Secret Band", "Kenya"), (BETA, ""))
        assert said.code == (0 if history else 1)
        assert said.err.splitlines()[-1].startswith("0 new, ")
        assert written(workspace) == after
        if command == "withhold":
            assert "Hush" not in said.err

    def test_a_cover_name_and_another_answer(
        self, take: Import, run: Callable[..., Said], workspace: Path
    ) -> None:
        """Of somebody else of the band: it waits for a person."""
        header = ("Timestamp", "Organisation", "E-mail")
        one = ("2026-01-02 10:00", "Hush Secret Band", "a@a.example")
        take(header, one)
        run("signatories", "withhold", "dam", "2")
        after = correct(workspace, "Hush Secret Band", "A group in the north")
        said = take(header, one, ("2026-01-03 10:00", "Hush Secret Band", "c@c.example"))
        assert said.code == 1
        assert "f.csv:3: the row is held back: it and line 2 of signatories/dam.csv" in said.err
        assert "Hush" not in said.err
        assert written(workspace) == after

    def test_who_signs_no_more(self, take: Import, workspace: Path) -> None:
        """Is an error without the history as well, while the row stands."""
        header = ("Timestamp", "Organisation", "Do you agree to sign the letter?")
        take(header, ("2026-01-02 10:00", ALPHA, "Yes"))
        forget(workspace)
        said = take(header, ("2026-01-02 10:00", ALPHA, "No"))
        assert (said.code, said.err.splitlines()[-4:]) == (
            1,
            [
                "do not consent to sign, and were not imported: line 2",
                (
                    "f.csv:2: this response does not consent to sign, and a row that says it comes "
                    "from it stands [changed-consent]"
                ),
                (
                    "    look at line 2 of signatories/dam.csv: `undersigned signatories withhold` "
                    "or `withdraw`"
                ),
                "0 new, 1 declined to sign",
            ],
        )


class TestLost:
    """Rows that the roster has no longer."""

    def test_a_deleted_row(self, take: Import, workspace: Path) -> None:
        """Does not come back, which is told; with --again it does."""
        take(("Organisation",), (ALPHA,), (BETA,))
        after = correct(workspace, f'{ALPHA},confirmed,"f.csv, line 2"\n', "")
        said = take(("Organisation", "Country"), (ALPHA, ""), (BETA, ""))
        assert (said.code, said.err.splitlines()) == (
            0,
            [
                (
                    "were imported before, and no row of the roster is known of them any more "
                    "(--again takes them anew): line 2"
                ),
                "0 new, 2 known already",
            ],
        )
        assert written(workspace) == after
        take(("Organisation",), (ALPHA,), (BETA,), options="--again")
        assert names(workspace) == [BETA, ALPHA]

    def test_a_roster_that_is_gone(self, take: Import, workspace: Path) -> None:
        """Is made anew, whatever its history says."""
        take(("Organisation",), (ALPHA,), (BETA,))
        before = written(workspace)
        (workspace / "signatories/dam.csv").unlink()
        said = take(("Organisation",), (ALPHA,), (BETA,))
        assert (said.code, said.err.splitlines()[-1]) == (0, "2 new")
        assert written(workspace) == before


class TestTold:
    """What becomes of a row is told."""

    def test_an_entry_of_the_directory(self, take: Import, workspace: Path) -> None:
        """By its id; its spelling in the form is not told, for it is not kept."""
        build_file_tree(workspace, {"signatories/directory.csv": DIRECTORY})
        said = take(("Organisation",), ("LANTERN STREET LEGAL CLINIC (LSLC)",), ("RWV FORUM",))
        assert (said.code, said.err.splitlines()[-3:]) == (
            0,
            [
                (
                    "names are all in capitals, and were kept: how else they are written is not "
                    "certain: line 3 (RWV FORUM)"
                ),
                "line 2: it is lantern of the directory",
                "2 new",
            ],
        )

    def test_what_the_directory_knows_better(self, take: Import, workspace: Path) -> None:
        """Stays, and is told by column."""
        build_file_tree(workspace, {"signatories/directory.csv": DIRECTORY})
        header, one = ("Organisation", "Country"), ("Lantern Street Legal Clinic", "Kenya")
        key = take(header, one).err.partition("--same ")[2].split()[0]
        said = take(header, one, options=f"--same {key}")
        assert (said.code, said.err) == (
            0, "line 2: it is lantern of the directory; its country differs\n1 new\n"
        )  # fmt: skip
        assert rows(workspace) == [
            {"id": "lantern", "status": "confirmed", "evidence": "f.csv, line 2"}
        ]

    def test_an_acronym_of_two_names(self, take: Import, workspace: Path) -> None:
        """When it comes in."""
        header = ("Organisation", "Acronym")
        take(header, ("Night Desk Reporters", "NDR"))
        two = (("Night Desk Reporters", "NDR"), ("New Dam Researchers", "NDR"))
        said = take(header, *two)
        assert said.err.splitlines()[-2:] == [
            "NDR stands for different names: lines 2, 3 of signatories/dam.csv",
            "1 new, 1 known already",
        ]
        assert take(header, *two).err.splitlines()[-1] == "0 new, 2 known already"

    def test_what_a_merge_leaves_aside(self, take: Import, workspace: Path) -> None:
        """Is told by column; another e-mail address goes into the note."""
        header = ("Organisation", "Country", "E-mail", "Website")
        said = take(
            header,
            ("River Watch", "Kenya", "a@a.example", "https://river.example"),
            ("The River Watch", "KE", "c@c.example", "http://www.river.example/"),
        )
        assert (
            "line 3: it is line 2; its email differs; the e-mail address is in the note"
            in said.err.splitlines()
        )
        assert rows(workspace)[0]["note"] == "merged with f.csv, line 3; other e-mail: c@c.example"

    def test_a_withheld_name_in_git(self, take: Import, workspace: Path) -> None:
        """Where the roster is not private."""
        header = ("Organisation", PUBLISH)
        said = take(header, (ALPHA, "No"))
        assert said.err.endswith(
            "1 new\na name that is withheld stands in signatories/dam.csv, which git keeps: move "
            "the roster into signatories/private/, where git does not look\n"
        )
        said = take(header, (ALPHA, "No"), (BETA, "Yes"))
        assert "git keeps" not in said.err
        (workspace / "signatories/dam.csv").unlink()
        assert "git keeps" not in take(header, (GAMMA, "No"), options="--private").err
