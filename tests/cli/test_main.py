"""How the program ends: exit codes, and no traceback whatever happens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO, cast

import pytest

from undersigned import errors
from undersigned.cli import check as check_module  # noqa: F401 - makes the module known to patch
from undersigned.cli import report

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Said

FINDING = errors.Finding(errors.Location("a.md", 3, 1), "some-rule", "is wrong", "mend it")
ENDINGS = [
    (errors.InvalidInput([FINDING]), 1, "a.md:3:1: is wrong [some-rule]\n    mend it\n"),
    (errors.RenderFailed([FINDING]), 1, "a.md:3:1: is wrong [some-rule]\n    mend it\n"),
    (
        errors.NotFound("kind", "lettr", [], ["letter"]),
        1,
        'undersigned: unknown kind "lettr" (did you mean "letter"?)\n',
    ),
    (errors.EmbargoInForce("not before tomorrow"), 3, "undersigned: not before tomorrow\n"),
    (errors.TextChanged([FINDING]), 3, "a.md:3:1: is wrong [some-rule]\n    mend it\n"),
    (errors.MachineFailed("disk full", "make room"), 4, "undersigned: disk full\n    make room\n"),
    (
        PermissionError(13, "Permission denied", "x"),
        4,
        "undersigned: Permission denied: x\n",
    ),
    (KeyboardInterrupt(), 130, "\n"),
    (
        RecursionError(),
        1,
        """\
undersigned: something in the files is nested too deeply to be read
    look for a long run of brackets, or of lists inside lists
""",
    ),
    (
        ValueError("odd"),
        70,
        """\
undersigned: undersigned stumbled over a fault of its own: ValueError
    please report it; UNDERSIGNED_DEBUG=1 shows where, and may show words of your files
""",
    ),
]


@pytest.mark.parametrize(("problem", "code", "said"), ENDINGS, ids=lambda x: type(x).__name__)
def test_ends_with_the_code_of_what_went_wrong(
    run: Callable[..., Said],
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    problem: BaseException,
    code: int,
    said: str,
) -> None:
    """Each kind of trouble has its exit code and its words, and none a traceback."""

    def fail(_: object) -> NoReturn:
        raise problem

    monkeypatch.setattr("undersigned.cli.listing.open_here", fail)
    ended = run("list", "documents")
    assert (ended.code, ended.out, ended.err) == (code, "", said)


def test_developers_get_the_traceback(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """UNDERSIGNED_DEBUG shows where it happened."""

    def fail(_: object) -> NoReturn:
        raise ValueError("odd")

    monkeypatch.setenv("UNDERSIGNED_DEBUG", "1")
    monkeypatch.setattr("undersigned.cli.listing.open_here", fail)
    ended = run("list", "documents")
    assert ended.code == 70
    assert "Traceback (most recent call last)" in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], 'unknown command "chekc" (did you mean "check"?)'),
        (["render", "--to", "pfd"], '"pfd" is none of html, labels, pdf'),
        (["render", "--to", ","], "nothing is named"),
        (["render", "--frobnicate"], "No such option"),
        (["list", "recipients", "-C", "nowhere"], "does not exist"),
        (["list", "kinds", "open-letter"], "`list kinds` takes no name"),
        (["list", "blocks", "--kind", "body"], "--kind goes with `list recipients`"),
        (["completion", "tcsh"], "'tcsh' is not one of"),
    ],
)
def test_wrong_usage(
    run: Callable[..., Said], workspace: Path, arguments: list[str], said: str
) -> None:
    """Wrong usage ends with 2, and says what would be right."""
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


@pytest.mark.parametrize("command", ["render", "check", "list"])
def test_outside_a_workspace(
    run: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """Where there is no workspace, it is said how one gets one."""
    monkeypatch.chdir(tmp_path)
    ended = run(*([command, "kinds"] if command == "list" else [command]))
    assert (ended.code, ended.out) == (2, "")
    assert "no undersigned.toml" in ended.err
    assert "undersigned init my-campaigns" in ended.err


def test_version(run: Callable[..., Said]) -> None:
    """`--version` says name and number."""
    ended = run("--version")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("undersigned 0.")


def test_without_arguments_the_overview(run: Callable[..., Said]) -> None:
    """Who types the bare name sees what there is."""
    ended = run()
    assert ended.code == 2
    assert "Commands:" in ended.out + ended.err


def _start(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "undersigned", *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_terminals_without_unicode(workspace: Path, environment: dict[str, str]) -> None:
    """What a terminal cannot show stops nothing, and JSON comes through whole."""
    letter = workspace / "templates/campaigns/spring/letter.md"
    text = letter.read_text(encoding="utf-8").replace("Letter on the dam", "Lettre – 国会 é")
    letter.write_text(text, encoding="utf-8")
    done = _start("list", "documents", folder=workspace, **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Lettre" in done.stdout
    done = _start("list", "documents", "--format", "json", folder=workspace, **environment)
    assert json.loads(done.stdout.decode("ascii"))[0]["title"] == "Lettre – 国会 é"


def test_a_reader_that_has_seen_enough(workspace: Path) -> None:
    """A pipe that closes early ends the command without a word."""
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m undersigned schema open-letter | head -n 1"],
        capture_output=True,
        check=True,
        cwd=workspace,
    )
    assert (done.stdout, done.stderr) == (b"{\n", b"")


def test_output_that_cannot_be_written(workspace: Path) -> None:
    """A full disk behind standard output is the machine's failure."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m undersigned list kinds >/dev/full"],
        capture_output=True,
        check=False,
        cwd=workspace,
    )
    assert (done.returncode, done.stderr) == (4, b"undersigned: No space left on device\n")


def test_a_workspace_whose_name_is_no_text(tmp_path: Path) -> None:
    """A folder whose name is not UTF-8 stops nothing."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system takes only UTF-8")
    (folder / "undersigned.toml").write_text('organisation = "x"\n', encoding="utf-8")
    done = _start("check", "-C", str(folder), folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    done = _start("list", "documents", "--format", "json", folder=folder)
    assert (done.returncode, done.stdout) == (0, b"[]\n")


def test_links_in_a_circle(run: Callable[..., Said], workspace: Path) -> None:
    """A document that is a link to itself is told like any file that is not there."""
    (workspace / "templates/campaigns/spring/loop.md").symlink_to("loop.md")
    ended = run("check")
    assert ended.code in {1, 4}
    assert "spring/loop.md" in ended.err + ended.out
    assert "Traceback" not in ended.err


def test_colour_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour goes to a terminal, unless NO_COLOR is set to anything."""

    class Terminal:
        def isatty(self) -> bool:
            return True

    terminal = cast("TextIO", Terminal())
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert report._colour(terminal)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not report._colour(terminal)
