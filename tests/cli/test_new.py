"""`undersigned new`: a draft that renders at once, with no more questions than needed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.terminal import at_terminal
from tests.support.tree import build_file_tree, read_file_tree
from undersigned.load import builtin_root, list_names, open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

KINDS = ["open-letter", "letter", "joint-statement", "press-release", "un-statement"]
ALL = ("--title", "A title", "--signatories", "spring", "--recipients", "two")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> None:
    """It is the second of January 2024."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")


def read(workspace: Path, name: str) -> str:
    return (workspace / "templates/campaigns" / f"{name}.md").read_text(encoding="utf-8")


def head(workspace: Path, name: str) -> str:
    return read(workspace, name).split("---\n")[1]


@pytest.mark.parametrize("kind", KINDS)
def test_what_it_writes_renders(run: Callable[..., Said], workspace: Path, kind: str) -> None:
    """A fresh document of every kind is checked without a finding, and rendered."""
    said = run("new", kind, f"autumn/{kind}", *ALL)
    assert said.code == 0, said.err
    assert said.out.splitlines()[:2] == [
        "templates/campaigns/autumn/campaign.yaml",
        f"templates/campaigns/autumn/{kind}.md",
    ]
    assert said.err.endswith(f"write on, then: undersigned render autumn/{kind}\n")
    assert run("check", "autumn").err == "1 document: nothing to mend\n"
    assert run("render", "autumn", "--quiet").code == 0


def test_writes_what_it_was_told(run: Callable[..., Said], workspace: Path) -> None:
    """Each option is a key; what needs quotes has them; the schema comes along."""
    said = run(
        "new", "open-letter", "spring/appeal", "--title", 'No: "dam" #2', "--language", "en",
        "--recipients", "two", "--signatories", "none", "--close", "Yes", "--place", "Tane",
        "--date", "2024-03-05",
    )  # fmt: skip
    assert said.code == 0, said.err
    assert head(workspace, "spring/appeal") == (
        "# yaml-language-server: $schema=../../../.schemas/open-letter.json\n"
        "kind: open-letter\n"
        'title: "No: \\"dam\\" #2"\n'
        "date: 2024-03-05\n"
        "status: draft  # or final: without the mark on every page\n"
        "place: Tane\n"
        "recipients: two\n"
        'close: "Yes"\n'
    )
    assert (workspace / ".schemas/open-letter.json").is_file()


def test_without_a_terminal_names_every_option(run: Callable[..., Said], workspace: Path) -> None:
    """Nobody is asked where nobody is; what is missing comes at once, with the choices."""
    before = read_file_tree(workspace)
    said = run("new", "open-letter", "spring/appeal")
    assert (said.code, said.out) == (2, "")
    lists = ", ".join([*list_names(open_workspace(workspace)), "none"])
    assert said.err.endswith(
        "Error: nobody is here to be asked, so say it with options:\n"
        "  --title TITLE\n"
        f"  --recipients RECIPIENTS ({lists})\n"
        "  --signatories SIGNATORIES (spring, none)\n"
    )
    assert read_file_tree(workspace) == before


def test_tells_what_it_took_for_certain(run: Callable[..., Said], workspace: Path) -> None:
    """Language and close have an answer that nearly everybody gives: it is taken, and told."""
    said = run("new", "letter", "spring/appeal", *ALL)
    assert said.err.splitlines()[:2] == ["Language: en", "Close: Yours faithfully,"]
    assert "close" not in head(workspace, "spring/appeal")


def test_to_recipients_of_the_catalogue(run: Callable[..., Said], workspace: Path) -> None:
    """In place of a list's name there may be ids of the catalogue."""
    options = ["--title", "A", "--signatories", "none", "--recipients", "us-lower/speaker, jp"]
    assert run("new", "letter", "spring/two-ids", *options).code == 0
    assert "recipients: [us-lower/speaker, jp]\n" in head(workspace, "spring/two-ids")
    assert run("check", "spring/two-ids").code == 0


def test_a_statement_is_not_asked_to_whom(run: Callable[..., Said], workspace: Path) -> None:
    """A kind without addressees needs neither recipients nor close."""
    said = run("new", "press-release", "spring/news", "--title", "News", "--signatories", "none")
    assert said.code == 0, said.err
    assert "recipients" not in head(workspace, "spring/news")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["opn-letter", "a/b"], 1, 'unknown kind "opn-letter" (did you mean "open-letter"?)'),
        (["letter", "appeal"], 2, '"appeal" names no document: write CAMPAIGN/DOCUMENT'),
        (["letter", "../a/b"], 2, "names no document"),
        (["letter", "a/b.c"], 2, "names no document"),
        (["letter", "a/b", "--recipients", "tow"], 1, '(did you mean "two"?)'),
        (["letter", "a/b", "--lang", "xx"], 2, "in the workspace's language first (en)"),
        (["letter", "a/b", "--date", "2024-02-31"], 2, "--date"),
        (["letter", "a/b", "--from", "spring/leter"], 1, 'did you mean "spring/letter"?'),
        (["open-letter", "spring/letter", *ALL], 1, "is there already, and is not overwritten"),
        (["letter", "spring/letter", "--lang", "xx"], 1, 'unknown language "xx"'),
        (["press-release", "a/b", "--from", "spring/letter"], 1, "is of the kind open-letter"),
    ],
)
def test_refuses(
    run: Callable[..., Said], workspace: Path, arguments: list[str], code: int, said: str
) -> None:
    """What cannot be is told, and nothing is written."""
    before = read_file_tree(workspace)
    ended = run("new", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
    assert read_file_tree(workspace) == before


def test_a_kind_without_words_in_the_language(run: Callable[..., Said], workspace: Path) -> None:
    """A document that its layout could not set in this language is not begun."""
    build_file_tree(workspace, {"undersigned.toml": 'organisation = "x"\nlanguage = "ja"\n'})
    said = run("new", "un-statement", "a/b", *ALL)
    assert (said.code, said.out) == (1, "")
    assert 'a "un-statement" has no wording in Japanese' in said.err


def test_from_an_earlier_document(run: Callable[..., Said], workspace: Path) -> None:
    """A copy keeps text and comments, is a draft of today, and leaves out what was of its day."""
    build_file_tree(
        workspace,
        {
            "templates/campaigns/spring/campaign.yaml": """
                title: Spring
                languages: [en]
                facts:
                  dams: 3   # counted
            """,
            "templates/campaigns/spring/letter.md": """
                ---
                # Ours
                kind: open-letter
                title: Letter on the dam
                date: 2023-05-01
                status: final     # agreed
                embargo: 2023-05-01 09:00 Europe/Paris
                recipients:
                - {id: brook, name: The Diet of Brook}   # the one that counts
                updated:
                  on: 2023-06-01
                  note: A name was added.

                signatories: spring
                ---
                There are {{ facts.dams }} dams.
            """,
        },
    )
    said = run(
        "new", "open-letter", "autumn/letter", "--from", "spring/letter",
        "--title", "Again", "--signatories", "none",
    )  # fmt: skip
    assert said.code == 0, said.err
    assert "made a comment, being of its day: updated, embargo\n" in said.err
    assert read(workspace, "autumn/letter") == (
        "---\n"
        "# yaml-language-server: $schema=../../../.schemas/open-letter.json\n"
        "# Ours\n"
        "kind: open-letter\n"
        "title: Again\n"
        "date: 2024-01-02\n"
        "status: draft\n"
        "# embargo: 2023-05-01 09:00 Europe/Paris\n"
        "recipients:\n"
        "- {id: brook, name: The Diet of Brook}   # the one that counts\n"
        "# updated:\n"
        "#   on: 2023-06-01\n"
        "#   note: A name was added.\n"
        "\n"
        "---\n"
        "There are {{ facts.dams }} dams.\n"
    )
    campaign = (workspace / "templates/campaigns/autumn/campaign.yaml").read_text("utf-8")
    assert campaign == (
        "# yaml-language-server: $schema=../../../.schemas/campaign.json\n"
        "title: Autumn\n"
        "# languages: [en]\n"
        "facts:\n"
        "  dams: 3   # counted\n"
    )
    assert run("check", "autumn").code == 0


def test_a_copy_that_needs_its_author(run: Callable[..., Said], workspace: Path) -> None:
    """What the copy names and its new campaign lacks is told at once; the file stays."""
    build_file_tree(
        workspace,
        {
            "templates/campaigns/autumn/campaign.yaml": "title: Autumn\n",
            "templates/campaigns/spring/campaign.yaml": "title: Spring\nfacts: {dams: 3}\n",
        },
    )
    letter = workspace / "templates/campaigns/spring/letter.md"
    letter.write_text(letter.read_text("utf-8") + "\n{{ facts.dams }}\n", encoding="utf-8")
    said = run("new", "open-letter", "autumn/letter", "--from", "spring/letter")
    assert said.code == 1
    assert 'unknown fact "dams"' in said.err
    assert said.err.endswith("mend these, then: undersigned render autumn/letter\n")
    assert "facts.dams" in read(workspace, "autumn/letter")


def test_a_translation(run: Callable[..., Said], workspace: Path) -> None:
    """Another language of a document that is there carries what is language, and its text."""
    wording = (workspace / "templates/wording/fr.yaml").parent
    wording.mkdir()
    english = (builtin_root() / "templates/wording/en.yaml").read_text(encoding="utf-8")
    french = english.replace("language: en", "language: fr").replace("name: English", "name: x")
    (wording / "fr.yaml").write_text(french, encoding="utf-8")
    said = run("new", "open-letter", "spring/letter", "--lang", "fr", "--title", "Lettre")
    assert said.code == 0, said.err
    assert read(workspace, "spring/letter.fr") == (
        "---\n"
        "# yaml-language-server: $schema=../../../.schemas/open-letter.json\n"
        "title: Lettre\n"
        "---\n"
        "We, the {{ signatories.organisations | length }} organisations, write about the dam.\n"
    )
    assert run("check", "spring").code == 0
    again = run("new", "open-letter", "spring/letter", "--lang", "fr", "--title", "Lettre")
    assert again.code in {1, 2}
    assert again.out == ""


def test_a_campaign_of_two_languages(run: Callable[..., Said], workspace: Path) -> None:
    """Where every document has a translation, a new one gets a text to be translated."""
    build_file_tree(
        workspace, {"templates/campaigns/autumn/campaign.yaml": "title: A\nlanguages: [en, fr]\n"}
    )
    said = run("new", "open-letter", "autumn/letter", *ALL, "--close", "Yours,")
    assert said.code == 0, said.err
    assert head(workspace, "autumn/letter.fr") == (
        "# yaml-language-server: $schema=../../../.schemas/open-letter.json\n"
        "title: A title\n"
        "# close: Yours,\n"
    )
    assert run("check", "autumn").code == 0


class TestAtATerminal:
    """Somebody sits there and types."""

    def _new(self, workspace: Path, *typed: tuple[str, str]) -> tuple[int, str]:
        command = [sys.executable, "-m", "undersigned", "new", "open-letter", "spring/appeal"]
        screen = at_terminal(command, workspace, typed)
        return screen.code, screen.text

    def test_a_question_has_a_default(self, workspace: Path) -> None:
        """Return alone is an answer to each of the five questions."""
        code, screen = self._new(
            workspace,
            ("Title [Appeal]: ", "\n"),
            ("Language (en) [en]: ", "\n"),
            (" none) [two]: ", "\n"),
            ("Signatories (spring, none) [spring]: ", "\n"),
            ("Close [Yours faithfully,]: ", "\n"),
        )
        assert code == 0, screen
        assert head(workspace, "spring/appeal") == (
            "# yaml-language-server: $schema=../../../.schemas/open-letter.json\n"
            "kind: open-letter\n"
            "title: Appeal\n"
            "date: 2024-01-02\n"
            "status: draft  # or final: without the mark on every page\n"
            "recipients: two\n"
            "signatories: spring\n"
        )

    def test_the_tab_key_and_a_slip(self, workspace: Path) -> None:
        """The tab key completes the name of a list; a wrong one is asked for again."""
        code, screen = self._new(
            workspace,
            ("Title", "Appeal to all\n"),
            ("Language", "\n"),
            ("Recipients", "tw\t\n"),
            ("Signatories", "sprign\n"),
            ('did you mean "spring"?', ""),
            ("Signatories", "none\n"),
            ("Close", "Respectfully,\n"),
        )
        assert code == 0, screen
        written = head(workspace, "spring/appeal")
        assert "title: Appeal to all\n" in written
        assert "recipients: two\n" in written
        assert "signatories" not in written
        assert "close: Respectfully,\n" in written

    def test_interrupted(self, workspace: Path) -> None:
        """Ctrl+C at a question writes nothing."""
        before = read_file_tree(workspace)
        code, screen = self._new(workspace, ("Title", "\x03"))
        assert code == 130
        assert "Traceback" not in screen
        assert read_file_tree(workspace) == before
