"""`undersigned signatories open`: the text that is signed, and what happens when it changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import Said
from tests.support.tree import build_file_tree, read_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FINAL = """
---
kind: open-letter
title: Letter on the dam
date: 2024-05-01
status: final
recipients: two
signatories: spring
---
We, the {{ signatories.organisations | length }} organisations, write. The dam is {{ facts.state }}.
"""
CHANGED = FINAL.replace("write.", "protest.")
LETTER = "templates/campaigns/spring/letter.md"
ROSTER = "signatories/spring.csv"
TEXT = "signatories/texts/spring.json"
OPEN = ("signatories", "open", "spring", "spring/letter", "--by", "Ilsa")
AGAIN = "undersigned signatories open spring spring/letter"
HINT = (
    f"    ask them again: {AGAIN} --ask-again; or, if only commas moved: {AGAIN} "
    '--editorial "what changed, and why it changes nothing"\n'
)
SENTENCE = (
    f"{LETTER}:9:1: changed since the text was opened for signature: “We, the "
    "{{ signatories.organisations | length }} organisations, write.” is now “We, the "
    "{{ signatories.organisations | length }} organisations, protest.” [text-changed]\n"
)


@pytest.fixture(autouse=True)
def spring(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the second of January 2024; the letter is final, and somebody cannot be named."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")
    build_file_tree(
        workspace,
        {
            LETTER: FINAL,
            ROSTER: """
                name,status,email
                River Watch,confirmed,private@example.org
                Hidden Society,withheld,
                Open Ballot,invited,
            """,
            "templates/campaigns/spring/campaign.yaml": "title: Spring\nfacts: {state: old}\n",
        },
    )


def render(run: Callable[..., Said]) -> Said:
    """The letter as HTML."""
    return run("render", "spring/letter", "--to", "html")


def roster(workspace: Path) -> list[str]:
    """The rows of the roster."""
    return (workspace / ROSTER).read_text().splitlines()[1:]


def test_the_text_is_kept(run: Callable[..., Said], workspace: Path) -> None:
    """With its digest, and without a name; the history knows who opened it."""
    said = run(*OPEN)
    assert (said.code, said.out) == (0, f"{TEXT}\n")
    kept = json.loads((workspace / TEXT).read_text())
    (version,) = kept["versions"]
    assert kept["document"] == "spring/letter"
    assert (version["step"], version["on"], version["by"]) == (
        "opened",
        "2024-01-02T00:00:00Z",
        "Ilsa",
    )
    assert version["texts"]["en"]["paragraphs"] == [
        "Letter on the dam",
        ("We, the {{ signatories.organisations | length }} organisations, write. The dam is old."),
    ]
    assert said.err == (
        f"spring/letter (en): opened, t{version['sha256'][:12]}\n"
        "1 confirmed before: they are taken to have signed this text\n"
    )
    history = (workspace / "signatories/.history/spring.jsonl").read_text()
    assert [json.loads(line)["what"] for line in history.splitlines()] == ["opened"]
    assert run(*OPEN).err == f"spring/letter is open as it stands: t{version['sha256'][:12]}\n"


def test_a_new_signature_changes_nothing(run: Callable[..., Said], workspace: Path) -> None:
    """Nor does another recipient or another day."""
    run(*OPEN)
    path = workspace / ROSTER
    path.write_text(path.read_text() + "New One,confirmed,\n")
    letter = workspace / LETTER
    letter.write_text(letter.read_text().replace("2024-05-01", "2024-06-01"))
    assert render(run).code == 0


def test_a_changed_text_is_not_rendered(run: Callable[..., Said], workspace: Path) -> None:
    """The sentences are told, and who had signed; whom the roster withholds is a number. What was
    rendered before stays."""
    run(*OPEN)
    assert render(run).code == 0
    before = read_file_tree(workspace / "output")
    build_file_tree(workspace, {LETTER: CHANGED})
    expected = (
        f"{SENTENCE}{ROSTER}: signed before the change: River Watch; 1 who cannot be named "
        f"[text-changed]\n{HINT}"
    )
    assert render(run) == Said(3, "", expected)
    assert read_file_tree(workspace / "output") == before
    checked = run("check", "spring/letter")
    assert (checked.code, checked.out.count("[text-changed]")) == (1, 2)
    assert run(*OPEN) == Said(3, "", expected)


def test_a_changed_fact_is_a_changed_text(run: Callable[..., Said], workspace: Path) -> None:
    """The words that are read have changed, wherever they stand."""
    run(*OPEN)
    campaign = {"templates/campaigns/spring/campaign.yaml": "title: S\nfacts: {state: new}\n"}
    build_file_tree(workspace, campaign)
    said = render(run)
    assert said.code == 3
    assert "“The dam is old.” is now “The dam is new.”" in said.err


def test_a_draft_is_warned(run: Callable[..., Said], workspace: Path) -> None:
    """It may change; before it is final somebody has to be asked."""
    run(*OPEN)
    build_file_tree(workspace, {LETTER: CHANGED.replace("final", "draft")})
    said = render(run)
    assert said.code == 0
    assert SENTENCE.replace("9:1: ", "9:1: warning: ") in said.err


def test_an_editorial_change(run: Callable[..., Said], workspace: Path) -> None:
    """With a reason, the signatures hold, and the letter is rendered."""
    run(*OPEN)
    build_file_tree(workspace, {LETTER: CHANGED})
    assert run(*OPEN, "--editorial", "a word").code == 0
    assert render(run).code == 0
    versions = json.loads((workspace / TEXT).read_text())["versions"]
    assert [(v["step"], v["reason"]) for v in versions] == [("opened", ""), ("editorial", "a word")]
    assert roster(workspace)[0] == "River Watch,confirmed,private@example.org"


def test_asking_again(run: Callable[..., Said], workspace: Path) -> None:
    """Those who had confirmed are invited again, and not named until they confirm; a withheld
    signature of the earlier text is told by its line, and holds the letter up."""
    run(*OPEN)
    build_file_tree(workspace, {LETTER: CHANGED})
    said = run(*OPEN, "--ask-again")
    assert said.code == 0
    assert said.err.splitlines()[1:] == [
        "1 set back to invited: they sign again, or not",
        (
            "1 who cannot be named signed the earlier text (line 3): ask, then `undersigned "
            "signatories withhold spring LINE --signed-again`, or withdraw"
        ),
    ]
    assert roster(workspace)[0].startswith("River Watch,invited,")
    assert roster(workspace)[1].startswith("Hidden Society,withheld,")
    assert render(run) == Said(
        3,
        "",
        f"{ROSTER}:3:1: somebody who cannot be named signed an earlier text than this one "
        "[text-changed]\n"
        "    once they agree to it: undersigned signatories withhold spring 3 --signed-again\n",
    )
    assert run("signatories", "withhold", "spring", "3", "--signed-again").code == 0
    assert run("signatories", "confirm", "spring", "River Watch").code == 0
    assert render(run).code == 0


def test_a_signature_by_hand_is_of_an_earlier_text(
    run: Callable[..., Said], workspace: Path
) -> None:
    """A row that is set to confirmed without a day or a digest proves nothing."""
    run(*OPEN)
    run("signatories", "withdraw", "spring", "3")
    build_file_tree(workspace, {LETTER: CHANGED})
    run(*OPEN, "--ask-again")
    path = workspace / ROSTER
    path.write_text(path.read_text().replace("River Watch,invited", "River Watch,confirmed"))
    said = render(run)
    assert said.code == 3
    assert said.err == (
        f"{ROSTER}:2:1: River Watch signed an earlier text than this one [text-changed]\n"
        "    once they agree to it: undersigned signatories confirm spring 2\n"
    )


def test_a_translation_is_added(run: Callable[..., Said], workspace: Path) -> None:
    """One that came later was not signed: somebody says that it is faithful, and asks nobody."""
    run(*OPEN)
    french = "---\ntitle: Lettre\n---\nNous, les organisations, écrivons.\n"
    build_file_tree(workspace, {"templates/campaigns/spring/letter.fr.md": french})
    expected = (
        f"{LETTER}:1:1: the text in the language "
        '"fr" is not among those that were signed [text-changed]\n'
        f'    if it is a faithful translation: {AGAIN} --editorial "who made and checked it"\n'
    )
    assert render(run) == Said(3, "", expected)
    assert run(*OPEN) == Said(3, "", expected)
    assert run(*OPEN, "--editorial", "by Ada, read by Ben").code == 0
    assert render(run).code == 0
    versions = json.loads((workspace / TEXT).read_text())["versions"]
    assert [(v["step"], list(v["texts"]), v["reason"]) for v in versions] == [
        ("opened", ["en"], ""),
        ("translated", ["en", "fr"], "by Ada, read by Ben"),
    ]


def test_a_translation_before_anybody_signed(run: Callable[..., Said], workspace: Path) -> None:
    """It is part of the text without a word."""
    build_file_tree(workspace, {ROSTER: "name,status\nA,invited\n"})
    run(*OPEN)
    french = "---\ntitle: Lettre\n---\nNous, les organisations, écrivons.\n"
    build_file_tree(workspace, {"templates/campaigns/spring/letter.fr.md": french})
    assert run(*OPEN).code == 0
    assert render(run).code == 0


def test_another_default_language_is_no_way_out(run: Callable[..., Said], workspace: Path) -> None:
    """A text of which no language was signed is not the one that was."""
    run(*OPEN)
    settings = (workspace / "undersigned.toml").read_text().replace('"en"', '"en-GB"')
    build_file_tree(workspace, {LETTER: CHANGED, "undersigned.toml": settings})
    assert render(run).code == 3
    assert run(*OPEN).code == 3


def test_a_copy_is_no_way_out(run: Callable[..., Said], workspace: Path) -> None:
    """Under the same names a copy is rendered only as it was signed."""
    run(*OPEN)
    copy = "templates/campaigns/spring/letter-v2.md"
    build_file_tree(workspace, {copy: FINAL})
    assert run("render", "spring/letter-v2", "--to", "html").code == 0
    build_file_tree(workspace, {copy: CHANGED})
    said = run("render", "spring/letter-v2", "--to", "html")
    assert said.code == 3
    assert f"{copy}:1:1: this is spring/letter, which spring signed, with other words" in said.err
    assert "“We, the {{ signatories.organisations | length }} organisations, write.” is now" in (
        said.err
    )


def test_to_delete_the_text_is_no_way_out(run: Callable[..., Said], workspace: Path) -> None:
    """Rows that say which text they signed want to see it."""
    run(*OPEN)
    run("signatories", "confirm", "spring", "Open Ballot")
    (workspace / TEXT).unlink()
    said = render(run)
    assert said.code == 3
    assert f"{ROSTER}:4:1: the text that this row signed is missing" in said.err


@pytest.mark.parametrize(
    "expression",
    [
        'signatories.count * facts["n"]',
        "signatories.count ~ campaign.title",
        '"x" if signatories.count > facts.n else "y"',
        'signatories.all | join(facts["n"] ~ "")',
        "(signatories.count, facts) | first",
    ],
)
def test_what_stands_beside_the_roster_is_signed(
    run: Callable[..., Said], workspace: Path, expression: str
) -> None:
    """Also where only the whole can be filled in when the letter is made."""
    campaign = "templates/campaigns/spring/campaign.yaml"
    letter = FINAL.replace("write.", "write {{ " + expression + " }}.")
    build_file_tree(workspace, {LETTER: letter, campaign: "title: S\nfacts: {state: old, n: 7}\n"})
    run(*OPEN)
    assert render(run).code == 0
    build_file_tree(workspace, {campaign: "title: T\nfacts: {state: old, n: 9}\n"})
    assert render(run).code == 3


def test_a_loop_and_its_facts(run: Callable[..., Said], workspace: Path) -> None:
    """What a loop chooses by is part of the text."""
    campaign = "templates/campaigns/spring/campaign.yaml"
    loop = "\n{% for one in signatories.all if one.name != facts.out %}\n\nX\n\n{% endfor %}\n"
    build_file_tree(
        workspace,
        {LETTER: FINAL + loop, campaign: "title: S\nfacts: {state: old, out: Nobody}\n"},
    )
    assert run(*OPEN).code == 0
    assert render(run).code == 0
    build_file_tree(workspace, {campaign: "title: S\nfacts: {state: old, out: Somebody}\n"})
    assert render(run).code == 3


def test_a_document_that_is_renamed(run: Callable[..., Said], workspace: Path) -> None:
    """Its text stays under guard: the roster says that it signs another, until it is opened."""
    run(*OPEN)
    (workspace / LETTER).rename(workspace / "templates/campaigns/spring/renamed.md")
    said = run("render", "spring/renamed", "--to", "html")
    assert said.code == 1
    assert 'the roster "spring" signs spring/letter, which is no longer there' in said.err
    assert run("signatories", "open", "spring", "spring/renamed").code == 0
    assert run("render", "spring/renamed", "--to", "html").code == 0


def test_a_document_that_takes_another_roster(run: Callable[..., Said], workspace: Path) -> None:
    """It cannot slip out from under the guard so."""
    run(*OPEN)
    files = {
        "signatories/other.csv": "name\nOther\n",
        LETTER: FINAL.replace("s: spring", "s: other"),
    }
    build_file_tree(workspace, files)
    said = render(run)
    assert said.code == 1
    assert 'the text was opened for signature with the roster "spring"' in said.err


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (("nobody", "spring/letter"), 1, 'the document does not name the roster "nobody"'),
        (("spring", "spring"), 2, '"spring" is a campaign: name one document of it'),
        (("spring", "spring/lettre"), 1, 'unknown document "spring/lettre"'),
        (("spring", "spring/statement"), 1, 'the document does not name the roster "spring"'),
        (("spring", "spring/letter", "--ask-again"), 2, 'no text is open for "spring"'),
        (("spring", "spring/letter", "--editorial", " "), 2, "--editorial takes the reason"),
        (
            ("spring", "spring/letter", "--editorial", "a", "--ask-again"),
            2,
            "--ask-again and --editorial exclude each other",
        ),
    ],
)
def test_what_cannot_be_opened(
    run: Callable[..., Said], workspace: Path, arguments: tuple[str, ...], code: int, expected: str
) -> None:
    """It is said, and nothing is written."""
    before = read_file_tree(workspace)
    said = run("signatories", "open", *arguments)
    assert (said.code, expected in said.err) == (code, True), said.err
    assert read_file_tree(workspace) == before


def test_a_roster_signs_one_document(run: Callable[..., Said], workspace: Path) -> None:
    """A second one needs a roster of its own; rendering it with this one is a warning."""
    run(*OPEN)
    statement = (workspace / "templates/campaigns/spring/statement.md").read_text()
    final = statement.replace("date:", "status: final\nsignatories: spring\ndate:")
    (workspace / "templates/campaigns/spring/statement.md").write_text(final)
    said = run("signatories", "open", "spring", "spring/statement")
    assert said.code == 1
    assert 'the roster "spring" signs spring/letter already' in said.err
    said = run("render", "spring/statement", "--to", "html")
    assert said.code == 0
    assert 'warning: the roster "spring" signs another text, that of spring/letter' in said.err


FORM = """
Timestamp,Organisation,May we publish your name?
{day},{name},{publish}
"""


def answer(run: Callable[..., Said], workspace: Path, day: str, name: str, publish: str) -> Said:
    """One answer to the form comes in."""
    files = {"form.csv": FORM.format(day=day, name=name, publish=publish)}
    build_file_tree(workspace, files)
    return run("signatories", "import", "form.csv", "spring", "--by", "Ilsa")


@pytest.fixture
def asked_again(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """A text opened on the second of January and again on the fifth; it is the tenth. The digests
    of both."""
    run(*OPEN)
    build_file_tree(workspace, {LETTER: CHANGED})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1704153600 + 3 * 86400))
    assert run(*OPEN, "--ask-again").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1704153600 + 8 * 86400))
    versions = json.loads((workspace / TEXT).read_text())["versions"]
    return ["t" + version["sha256"][:12] for version in versions]


@pytest.mark.parametrize(
    ("day", "publish", "status", "text"),
    [
        ("2024-01-03 10:00", "yes", "invited", 0),
        ("2024-01-05 10:00", "yes", "invited", 0),  # somewhere that was before it was opened
        ("2024-01-05 15:00", "yes", "confirmed", 1),
        ("2024-01-06", "yes", "confirmed", 1),
        ("2024-01-05", "yes", "invited", 0),
        ("2024-01-03 10:00", "no", "withheld", 0),
    ],
)
def test_an_answer_is_to_the_text_of_its_day(
    run: Callable[..., Said],
    workspace: Path,
    asked_again: list[str],
    day: str,
    publish: str,
    status: str,
    text: int,
) -> None:
    """Whoever answered before the text was opened again signed the text of before, however late
    the answer comes in: invited, and not printed. Whoever is withheld stays withheld."""
    said = answer(run, workspace, day, "Late Society", publish)
    assert said.code == 0, said.err
    told = "answered before those who had signed were asked again, and are invited: line 2"
    assert (told in said.err) == (status == "invited")
    (row,) = [row for row in roster(workspace) if "Late Society" in row]
    assert f",{status}," in row
    assert asked_again[text] in row


def test_an_old_answer_confirms_nobody_who_was_asked_again(
    run: Callable[..., Said], workspace: Path, asked_again: list[str]
) -> None:
    """A newer one does."""
    said = answer(run, workspace, "2024-01-04 10:00", "River Watch", "yes")
    assert "is asked again: this answer is of before" in said.err
    assert roster(workspace)[0].startswith("River Watch,invited,")
    said = answer(run, workspace, "2024-01-09 10:00", "River Watch", "yes")
    assert (said.code, "and is confirmed now" in said.err) == (0, True)
    assert roster(workspace)[0].startswith("River Watch,confirmed,")
    assert asked_again[1] in roster(workspace)[0]


def test_an_old_answer_that_withholds_is_no_new_signature(
    run: Callable[..., Said], workspace: Path, asked_again: list[str]
) -> None:
    """The name is withheld; which text was signed stays what it was."""
    run("signatories", "confirm", "spring", "River Watch")
    before = roster(workspace)[0]
    answer(run, workspace, "2024-01-04 10:00", "River Watch", "no")
    (row,) = [row for row in roster(workspace) if row.startswith("River Watch")]
    assert row.startswith("River Watch,withheld,")
    assert (asked_again[1] in row) == (asked_again[1] in before)


def test_to_withdraw_is_no_leave_to_be_named(run: Callable[..., Said], workspace: Path) -> None:
    """Whoever was withheld and has withdrawn is told by line, and confirmed only with leave."""
    run("signatories", "withhold", "spring", "4")
    run("signatories", "withdraw", "spring", "4")
    refused = run("signatories", "confirm", "spring", "4")
    assert refused.code == 1
    assert "this row was withheld before it withdrew" in refused.err
    assert "Open Ballot" not in refused.err
    assert run("signatories", "confirm", "spring", "4", "--name-may-be-told").code == 0


def test_asking_again_goes_on_where_it_was_broken_off(
    run: Callable[..., Said], workspace: Path
) -> None:
    """The text is written before the roster: where the program was killed in between, the same
    command does the rest."""
    run(*OPEN)
    build_file_tree(workspace, {LETTER: CHANGED})
    before = (workspace / ROSTER).read_bytes()
    run(*OPEN, "--ask-again")
    (workspace / ROSTER).write_bytes(before)
    said = run(*OPEN, "--ask-again")
    assert (said.code, "1 set back to invited" in said.err) == (0, True)
    assert roster(workspace)[0].startswith("River Watch,invited,")


def test_what_was_signed_tells_nobody_who_is_withheld_by_now(
    run: Callable[..., Said], workspace: Path
) -> None:
    """A sentence that named somebody who has asked not to be named since is not repeated, by no
    command; `check` says where it stands."""
    build_file_tree(workspace, {LETTER: FINAL.replace("write.", "write with Open Ballot.")})
    run(*OPEN)
    run("signatories", "withhold", "spring", "4")
    build_file_tree(workspace, {LETTER: FINAL})
    told = "a sentence that named somebody who cannot be named changed since the text was opened"
    for arguments in (("render", "spring/letter"), OPEN, ("check",)):
        said = run(*arguments)
        assert told in said.out + said.err
        assert "Open Ballot" not in said.out + said.err
    assert f"{TEXT}:1:1: warning: the text as it was signed names somebody whom" in said.out
    reason = run(*OPEN, "--editorial", "Open Ballot left")
    assert reason.code == 2
    assert "--editorial: the reason names somebody whom signatories/spring.csv:4:1" in reason.err


def test_who_answered_before_and_after(
    run: Callable[..., Said], workspace: Path, asked_again: list[str]
) -> None:
    """In one export has signed the new text, by the later answer; both stand in the evidence."""
    first = FORM.format(day="2024-01-03 10:00", name="Late Society", publish="yes")
    later = FORM.format(day="2024-01-09 10:00", name="Late Society", publish="yes")
    build_file_tree(workspace, {"form.csv": first + later.splitlines()[2] + "\n"})
    said = run("signatories", "import", "form.csv", "spring", "--by", "Ilsa")
    assert said.code == 0
    assert "are invited" not in said.err
    (row,) = [row for row in roster(workspace) if "Late Society" in row]
    assert ",confirmed," in row
    assert asked_again[1] in row
    assert "2024-01-09" in row
    assert "form.csv, line 3, 2024-01-09 10:00; form.csv, line 2, 2024-01-03 10:00" in row
