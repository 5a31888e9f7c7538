"""The comparison itself: it must fail on any difference, and on a file too many or too few."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.golden import Golden

if TYPE_CHECKING:
    from pathlib import Path


def test_same_text_passes(tmp_path: Path) -> None:
    """What was written by an update passes from then on."""
    Golden(tmp_path, update=True).check("a/letter.html", "Zoë\n")

    Golden(tmp_path, update=False).check_all({"a/letter.html": "Zoë\n"})


def test_any_difference_fails(tmp_path: Path) -> None:
    """A missing blank, a missing file and an abandoned file all fail."""
    Golden(tmp_path, update=True).check("letter.txt", "Dear Zoë, \n")
    golden = Golden(tmp_path, update=False)

    with pytest.raises(AssertionError, match="differs from"):
        golden.check("letter.txt", "Dear Zoë,\n")
    with pytest.raises(AssertionError, match="is missing"):
        golden.check("other.txt", "")
    with pytest.raises(AssertionError, match="holds other files"):
        golden.check_all({})


def test_update_is_refused_in_ci(repository: Path) -> None:
    """In CI nothing can be declared good."""
    command = [sys.executable, "-m", "pytest", "--update-golden", "--collect-only", "-q"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", "tests/golden/test_golden_harness.py"],
        cwd=repository,
        env={"CI": "true", "PATH": "/usr/bin:/bin"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )

    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "--update-golden is refused in CI" in done.stderr
