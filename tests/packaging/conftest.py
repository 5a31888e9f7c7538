"""The tracked files, in a checkout of their own beside private ones, and what is built from it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

# Some of it git ignores, and some is merely not tracked, as what a user adds is.
PRIVATE = (
    "letter-to-come.md",
    "notes/members.csv",
    "recipients/press.csv",
    "recipients/press.yaml",
    "recipients/private/members.csv",
    "recipients/catalogue/members.csv",
    "signatories/press.csv",
    "signatories/logos/secret.svg",
    "signatories/private/secret.csv",
    "signatories/.history/roster.2024-01-15.csv",
    "templates/blocks/secret.md",
    "templates/campaigns/free-assembly/secret.md",
    "templates/campaigns/secret/letter.md",
    "output/campaign/letter.pdf",
    "src/undersigned/__pycache__/secret.pyc",
)


@pytest.fixture(scope="session")
def tracked(repository: Path) -> list[str]:
    """The path of every tracked file."""
    command = ["git", "-c", "safe.directory=*", "-C", str(repository), "ls-files", "-z"]
    listing = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    paths = listing.rstrip("\0").split("\0")
    assert "pyproject.toml" in paths
    return paths


@pytest.fixture(scope="session")
def project(repository: Path) -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def version(project: dict[str, Any]) -> str:
    return str(project["project"]["version"])


@pytest.fixture(scope="session")
def checkout(
    tmp_path_factory: pytest.TempPathFactory, repository: Path, tracked: list[str]
) -> Path:
    """A copy of the tracked files, with private and made ones planted among them."""
    folder = tmp_path_factory.mktemp("checkout") / "undersigned"
    for path in tracked:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(repository / path, folder / path)
    for path in PRIVATE:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    return _build("--sdist", checkout, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    return _build("--wheel", checkout, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def wheel_of_sdist(tmp_path_factory: pytest.TempPathFactory, sdist: Path) -> Path:
    """The wheel as pip builds it from the source distribution."""
    folder = tmp_path_factory.mktemp("unpacked")
    # Debian 12 has Python 3.11.2, whose tarfile knows no filters yet and later ones insist on.
    subprocess.run(["tar", "-xzf", str(sdist), "-C", str(folder)], check=True)
    [source] = folder.iterdir()
    return _build("--wheel", source, tmp_path_factory.mktemp("wheel-of-sdist"))


def _build(kind: str, source: Path, folder: Path) -> Path:
    """Build with the locked backend of this environment: nothing is fetched."""
    command = [sys.executable, "-m", "build", kind, "--no-isolation", "--outdir", str(folder)]
    done = subprocess.run(
        [*command, str(source)], check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = folder.iterdir()
    return built
