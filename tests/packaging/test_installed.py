"""The wheel works where it is installed, away from the repository."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """A new environment that holds the wheel, and borrows its dependencies from this one."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    offline = ["--disable-pip-version-check", "--no-index", "--no-deps"]
    subprocess.run([*pip, *offline, str(wheel)], check=True)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([python, "-c", ask], check=True, capture_output=True, encoding="utf-8")
    # A plain path: the .pth files in there, of the editable install too, are not read.
    borrowed = Path(site.stdout.strip()) / "borrowed.pth"
    borrowed.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def run(environment: Path, tmp_path: Path) -> Run:
    """Run a program of that environment, without a terminal and with next to no variables."""

    def run(
        program: str, *arguments: str, cwd: Path = tmp_path
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [environment / "bin" / program, *arguments],
            cwd=cwd,
            check=False,
            env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    return run


def test_package_is_the_installed_one(run: Run, environment: Path) -> None:
    """What is tested here is the wheel, not the checkout."""
    done = run("python", "-c", "import undersigned; print(undersigned.__file__)")

    assert done.stderr == ""
    assert Path(done.stdout.strip()).is_relative_to(environment)


def test_version(run: Run, version: str) -> None:
    """The program knows its version."""
    done = run("undersigned", "--version")

    assert done.stderr == ""
    assert done.returncode == 0
    assert version in done.stdout.split()


def test_a_new_workspace_renders(run: Run, tmp_path: Path) -> None:
    """`init` writes a workspace that `render` turns into PDF and HTML with what the wheel ships."""
    workspace = tmp_path / "letters"

    started = run("undersigned", "init", "letters")
    assert started.stderr.lstrip().startswith("What to do next:\n  cd letters\n")
    assert started.returncode == 0
    rendered = run("undersigned", "render", cwd=workspace)
    assert rendered.stderr == ""
    assert rendered.returncode == 0

    made = [path for path in (workspace / "output").rglob("*") if path.is_file()]
    assert {path.suffix for path in made} >= {".pdf", ".html"}
    for path in made:
        assert path.name in rendered.stdout
    assert all(p.read_bytes().startswith(b"%PDF-") for p in made if p.suffix == ".pdf")
