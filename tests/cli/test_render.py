"""`undersigned render`: what is written, what is named, and what is left alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import click
import pytest

from tests.support.pdf import pdf_info
from tests.support.tree import build_file_tree, read_file_tree
from undersigned.cli import order as order_module
from undersigned.cli import watch as watch_module
from undersigned.cli.letters import Selection
from undersigned.cli.order import Order
from undersigned.errors import Finding, Location, RenderFailed
from undersigned.render import render as real_render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said
    from undersigned.cli.order import Outcome
    from undersigned.load import Workspace
    from undersigned.model.letter import Letter

LETTER = "templates/campaigns/spring/letter.md"


def written(root: Path) -> list[str]:
    return [name for name in read_file_tree(root) if name.startswith("output/")]


def test_names_each_file_it_writes(run: Callable[..., Said], workspace: Path) -> None:
    """Every document becomes PDF and HTML, and standard output names each."""
    said = run("render")
    assert said.code == 0
    assert said.out.splitlines() == [
        "output/spring/letter.html",
        "output/spring/letter.pdf",
        "output/spring/statement.html",
        "output/spring/statement.pdf",
    ]
    assert said.err == ""
    assert written(workspace) == said.out.splitlines()


def test_one_document_one_output(run: Callable[..., Said], workspace: Path) -> None:
    """A document and an output may be picked."""
    said = run("render", "spring/letter", "--to", "html")
    assert (said.code, said.out, said.err) == (0, "output/spring/letter.html\n", "")
    assert written(workspace) == ["output/spring/letter.html"]


def test_quiet(run: Callable[..., Said], workspace: Path) -> None:
    """`--quiet` says nothing while nothing is wrong."""
    said = run("render", "spring/letter", "--to", "html", "--quiet")
    assert (said.code, said.out, said.err) == (0, "", "")
    assert written(workspace) == ["output/spring/letter.html"]


def test_another_folder(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--output` is where everything goes, and starts where the user is."""
    monkeypatch.chdir(workspace.parent)
    said = run("render", "-C", "ws", "--output", "out", "--to", "html", "spring/letter")
    assert (said.code, said.out, said.err) == (0, "out/spring/letter.html\n", "")
    assert written(workspace) == []


def test_paths_start_where_the_user_is(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a folder below, files and findings are named so that an editor finds them."""
    build_file_tree(workspace, {LETTER: "---\nkind: open-letter\ntitle: x\n---\n"})
    monkeypatch.chdir(workspace / "templates")
    said = run("render")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("../templates/campaigns/spring/letter.md:")


def test_one_letter_each(run: Callable[..., Said], workspace: Path) -> None:
    """`--each` writes one letter to each recipient, in its language where there is that text."""
    (workspace / "templates/campaigns/spring/letter.fr.md").write_text(
        "---\ntitle: Lettre\n---\nLe barrage.\n", encoding="utf-8"
    )
    (workspace / "templates/wording").mkdir()
    english = _builtin_wording()
    french = english.replace("language: en", "language: fr").replace(
        "name: English", "name: French"
    )
    (workspace / "templates/wording/fr.yaml").write_text(french, encoding="utf-8")
    said = run("render", "--each", "--to", "html")
    assert said.err == ""
    assert said.out == "output/spring/letter/vallora.html\noutput/spring/letter/brook.html\n"
    vallora = (workspace / "output/spring/letter/vallora.html").read_text(encoding="utf-8")
    brook = (workspace / "output/spring/letter/brook.html").read_text(encoding="utf-8")
    assert ("Le barrage." in vallora, "Le barrage." in brook) == (True, False)
    assert "Diet of Brook" in brook
    assert "Diet of Brook" not in vallora


def _builtin_wording() -> str:
    from undersigned.load import builtin_root

    return (builtin_root() / "templates/wording/en.yaml").read_text(encoding="utf-8")


def test_each_needs_recipients(run: Callable[..., Said], workspace: Path) -> None:
    """`--each` of a statement to nobody is wrong usage."""
    said = run("render", "spring/statement", "--each")
    assert (said.code, said.out) == (2, "")
    assert "none of these documents has recipients" in said.err


def test_two_recipients_of_one_file_name(run: Callable[..., Said], workspace: Path) -> None:
    """Two ids that make one file name are told before either letter is lost."""
    build_file_tree(
        workspace,
        {
            "recipients/two.yaml": """
                recipients:
                  - {id: a/b, name: The Assembly}
                  - {id: A-b, name: The Diet}
            """
        },
    )
    said = run("render", "spring/letter", "--each")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        'recipients/two.yaml:3:5: "A-b" and "a/b" would be written to the same file '
        "[same-file-name]\n    give one of them another id\n"
    )
    assert written(workspace) == []


def test_everything_wrong_is_told_and_nothing_written(
    run: Callable[..., Said], workspace: Path
) -> None:
    """Faults of several documents come at once, and keep every file as it was."""
    run("render", "--to", "html")
    before = read_file_tree(workspace / "output")
    letter = workspace / LETTER
    letter.write_text(letter.read_text("utf-8").replace("two", "tow"), encoding="utf-8")
    statement = workspace / "templates/campaigns/spring/statement.md"
    statement.write_text(statement.read_text("utf-8") + "{{ fact }}\n", encoding="utf-8")
    said = run("render")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        'templates/campaigns/spring/letter.md:5:13: unknown recipient list "tow" '
        '[unknown-recipient-list]\n    did you mean "two"?\n'
        'templates/campaigns/spring/statement.md:7:1: unknown variable "fact" '
        '[unknown-variable]\n    did you mean "facts"?\n'
    )
    assert read_file_tree(workspace / "output") == before


def test_a_letter_that_cannot_be_set_stops_no_other(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What shows only when a page is laid out costs that letter alone, and all of its files."""

    def render(letter: Letter, to: str, layers: tuple[Path, ...]) -> bytes:
        if letter.document == "letter" and to == "pdf":
            raise RenderFailed([Finding(Location("x.md", 1), "missing-glyph", "no font")])
        return real_render(letter, to, layers)

    monkeypatch.setattr("undersigned.cli.order.render_letter", render)
    said = run("render")
    assert said.code == 1
    assert said.out == "output/spring/statement.html\noutput/spring/statement.pdf\n"
    assert said.err == "x.md:1: no font [missing-glyph]\n"
    assert written(workspace) == said.out.splitlines()


def test_an_output_folder_that_is_a_file(run: Callable[..., Said], workspace: Path) -> None:
    """A file in the way is the machine's failure, told with a way out."""
    (workspace / "output").write_text("mine", encoding="utf-8")
    said = run("render", "spring/letter", "--to", "html")
    assert (said.code, said.out) == (4, "")
    assert said.err.endswith("a file stands where a folder is needed: move it, or use --output\n")
    assert (workspace / "output").read_text("utf-8") == "mine"


def test_the_same_bytes_twice(run: Callable[..., Said], workspace: Path) -> None:
    """The same files give the same output, and the PDF bears the document's date."""
    run("render", "spring/letter")
    first = read_file_tree(workspace / "output")
    run("render", "spring/letter", "--output", "again")
    assert read_file_tree(workspace / "again") == first
    assert "2024" in pdf_info(workspace / "output/spring/letter.pdf")["CreationDate"]


def test_source_date_epoch(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH is the day of an undated document and the moment in every PDF."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    monkeypatch.setenv("TZ", "UTC")
    letter = workspace / LETTER
    text = letter.read_text("utf-8").replace("date: 2024-05-01\n", "")
    letter.write_text(text, encoding="utf-8")
    assert run("render", "spring/letter").code == 0
    assert (
        "Fri Jan  2 00:00:00 1970"
        in pdf_info(workspace / "output/spring/letter.pdf")["CreationDate"]
    )
    assert "2 January 1970" in (workspace / "output/spring/letter.html").read_text("utf-8")


def test_source_date_epoch_that_is_no_moment(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words in SOURCE_DATE_EPOCH are wrong usage."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    said = run("render")
    assert (said.code, said.out) == (2, "")
    assert 'SOURCE_DATE_EPOCH is "yesterday"' in said.err


@pytest.mark.parametrize(
    ("status", "said"), [(0, ""), (1, "no program here opens output/spring/letter.pdf\n")]
)
def test_open(
    run: Callable[..., Said],
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    said: str,
) -> None:
    """`--open` shows the first PDF, and says so where nothing can."""
    opened: list[str] = []

    def launch(path: str) -> int:
        opened.append(path)
        return status

    monkeypatch.setattr(click, "launch", launch)
    ended = run("render", "spring/letter", "--open")
    assert (ended.code, ended.err) == (0, said)
    assert opened == [str(workspace / "output/spring/letter.pdf")]


def test_unknown_document(run: Callable[..., Said], workspace: Path) -> None:
    """A wrong name is told with the nearest."""
    said = run("render", "spring/leter")
    assert (said.code, said.out) == (1, "")
    assert (
        said.err == 'undersigned: unknown document "spring/leter" (did you mean "spring/letter"?)\n'
    )


def test_a_workspace_without_documents(run: Callable[..., Said], workspace: Path) -> None:
    """Where there is nothing to render, it is said how to begin."""
    for path in (workspace / "templates/campaigns/spring").iterdir():
        path.unlink()
    said = run("render")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("there is no document yet")


class TestWatch:
    """`--watch`, in a process of its own."""

    def test_follows_what_the_document_uses(self, workspace: Path) -> None:
        """A change of list or text renders again, a fault is told, and the watch goes on."""
        log = workspace.parent / "log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "undersigned", "render", "--to", "html", "--watch"],
                stdout=out,
                stderr=out,
                cwd=workspace,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )
        try:
            self._wait_for(log, "watching; press Ctrl+C to end\n")
            roster = workspace / "signatories/spring.csv"
            roster.write_text(roster.read_text("utf-8") + "Third Name,,\n", encoding="utf-8")
            self._wait_for(log, "watching\n")
            page = workspace / "output/spring/letter.html"
            assert "Third Name" in page.read_text("utf-8")
            recipients = workspace / "recipients/two.yaml"
            good = recipients.read_text("utf-8")
            recipients.write_text("recipients: [", encoding="utf-8")
            self._wait_for(log, "broken YAML", "watching\n")
            # As an editor saves: a new file takes the old one's place.
            (workspace / "recipients/new").write_text(good.replace("Diet", "Council"), "utf-8")
            (workspace / "recipients/new").replace(recipients)
            self._wait_for(log, "statement.html\n", "watching\n")
            assert "Council of Brook" in page.read_text("utf-8")
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0
        finally:
            process.kill()
            process.wait()

    def test_what_was_saved_before_it_was_watched(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file that is saved while the letter is being made is not missed."""
        rounds: list[str] = []
        roster = workspace / "signatories/spring.csv"

        def carry_out(opened: Workspace, order: Order) -> Outcome:
            outcome = order_module.carry_out(opened, order)
            rounds.append((workspace / "output/spring/letter.html").read_text("utf-8"))
            if len(rounds) == 2:
                raise KeyboardInterrupt
            roster.write_text(roster.read_text("utf-8") + "Third Name,,\n", encoding="utf-8")
            return outcome

        monkeypatch.setattr(watch_module, "carry_out", carry_out)
        order = Order(Selection(("spring/letter",)), ("html",), quiet=True)
        assert watch_module.watch(workspace, order, show=False) == 0
        assert ["Third Name" in page for page in rounds] == [False, True]

    def _wait_for(self, log: Path, *said: str) -> None:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            text = log.read_text("utf-8")
            if all(words in text for words in said) and text.endswith(said[-1]):
                log.write_bytes(b"")
                return
            time.sleep(0.05)
        pytest.fail(f"not said: {said}; but: {log.read_text('utf-8')}")
