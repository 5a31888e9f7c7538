"""The command as a process: how it ends, and what it leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "TMPDIR": str(folder / "temporary")}
    return subprocess.run(
        [sys.executable, "-m", "undersigned", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_all_is_written_and_nothing_left_behind(tmp_path: Path) -> None:
    """Output and exit code arrive whole, and the folder for temporary files is empty again."""
    (tmp_path / "temporary").mkdir()
    assert _run(tmp_path, "init", "letters").returncode == 0

    done = _run(tmp_path, "render", "-C", "letters", "free-assembly/letter")

    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.split() == [
        "letters/output/free-assembly/letter.html",
        "letters/output/free-assembly/letter.pdf",
    ]
    assert list((tmp_path / "temporary").iterdir()) == []
    assert _run(tmp_path, "check", "-C", "letters", "nothing").returncode == 1
    assert _run(tmp_path, "check", "--no-such-option").returncode == 2


def test_check_tries_a_layout_of_the_workspace(tmp_path: Path) -> None:
    """A fault in a layout of one's own is found by `check`, as `render` would refuse it."""
    (tmp_path / "temporary").mkdir()
    _run(tmp_path, "init", "letters")
    layout = tmp_path / "letters/templates/layouts/letter/letter.html"
    layout.parent.mkdir(parents=True)
    words = "{% block letter %}{{ nothing.here }}{% endblock %}"
    layout.write_text('{% extends "_base/base.html" %}' + words)

    done = _run(tmp_path, "check", "-C", "letters", "free-assembly/letter")

    assert done.returncode == 1
    assert done.stdout == (
        "letters/templates/layouts/letter/letter.html:1: 'nothing' is undefined [layout-error]\n"
    )


def test_check_tells_two_letters_of_one_file(tmp_path: Path) -> None:
    """Names that differ in capitals alone are one file to some systems: check and render say so."""
    (tmp_path / "temporary").mkdir()
    _run(tmp_path, "init", "letters")
    campaign = tmp_path / "letters/templates/campaigns/free-assembly"
    (campaign / "Letter.md").write_bytes((campaign / "letter.md").read_bytes())
    said = (
        "letters/templates/campaigns/free-assembly/letter.md: letter and Letter would be written "
        "to the same file [same-file-name]\n    give one of them another name\n"
    )

    checked = _run(tmp_path, "check", "-C", "letters")
    rendered = _run(tmp_path, "render", "-C", "letters")

    assert (checked.returncode, checked.stdout) == (1, said)
    assert (rendered.returncode, rendered.stdout) == (1, "")
    assert said in rendered.stderr


def test_a_title_with_braces_is_printed_as_typed(tmp_path: Path) -> None:
    """What `new` is told is words: braces in it begin no expression."""
    (tmp_path / "temporary").mkdir()
    _run(tmp_path, "init", "letters")
    options = ["--title", "Of {{ 7*7 }} things", "--recipients", "none", "--signatories", "none"]
    written = _run(tmp_path, "new", "-C", "letters", "letter", "free-assembly/odd", *options)
    assert written.returncode == 0

    _run(tmp_path, "render", "-C", "letters", "free-assembly/odd", "--to", "html")

    page = (tmp_path / "letters/output/free-assembly/odd.html").read_text(encoding="utf-8")
    assert "<title>Of {{ 7*7 }} things</title>" in page
