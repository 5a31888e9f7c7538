"""What is tracked names no registry and no machine, and the lock files are complete."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import undersigned

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = ("requirements.lock", "requirements-test.lock")
ICU_LOCK = "requirements-icu.lock"

# In parts, so that this file does not name them either.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("repo1", "maven", "org"),
        ("maven", "apache", "org"),
        ("crates", "io"),
        ("golang", "org"),
    )
]
FOLDERS = [
    "/".join(("", *parts))
    for parts in (
        ("work", "main"),
        ("work", "shared"),
        ("root", ""),
        ("tmp", "venv"),
        ("opt", "wheels"),
        ("opt", "pypi"),
    )
]
FORBIDDEN = re.compile(
    "|".join([*map(re.escape, HOSTS), *(rf"(?<![\w.]){re.escape(folder)}" for folder in FOLDERS)])
)


def locked(repository: Path, name: str) -> dict[str, str]:
    """Package → version."""
    text = (repository / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", text, flags=re.MULTILINE))


def test_no_registry_and_no_machine_is_named(repository: Path, tracked: list[str]) -> None:
    """No tracked text names a package registry's host, or a folder of a developer's machine."""
    found = []
    for path in tracked:
        try:
            text = (repository / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path}: {match.group()}" for match in FORBIDDEN.finditer(text)]

    assert found == []


def test_the_search_finds() -> None:
    """The pattern that finds nothing above does find what it is for."""
    for word in HOSTS + FOLDERS:
        assert FORBIDDEN.search(f"see https://{word}/x" if "/" not in word else f"in {word}/x")
    assert not FORBIDDEN.search("https://example.org/root/1")


@pytest.mark.parametrize(("name", "least"), [*((name, 30) for name in LOCKS), (ICU_LOCK, 1)])
def test_lock_names_digests_and_no_addresses(repository: Path, name: str, least: int) -> None:
    """Each package is pinned to a version and to digests; where to fetch it from is not said."""
    text = (repository / name).read_text(encoding="utf-8")
    entries = text.replace("\\\n", "").splitlines()

    assert "http" not in text
    assert "file:" not in text
    assert len(entries) >= least
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9-]+==[^ ]+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+", entry)


def test_lock_follows_the_project(repository: Path, project: dict[str, Any]) -> None:
    """Every dependency is locked, at a version that pyproject.toml allows: `make lock` was run."""
    extras = project["project"]["optional-dependencies"]
    groups = project["dependency-groups"]
    runtime = [*project["project"]["dependencies"], *extras["all"], *groups["build"]]
    test = [entry for entry in groups["test"] if isinstance(entry, str)]

    for name, requirements in (
        (LOCKS[0], runtime), (LOCKS[1], runtime + test), (ICU_LOCK, groups["icu"]),
    ):  # fmt: skip
        versions = locked(repository, name)
        for requirement in map(Requirement, requirements):
            package = canonicalize_name(requirement.name)
            assert package in versions, f"{name} lacks {package}"
            assert requirement.specifier.contains(versions[package]), f"{name}: {package}"


def test_what_has_no_wheel_is_in_a_lock_of_its_own(project: dict[str, Any]) -> None:
    """PyICU's group, which has the lock, asks for what the extra asks for; `all` leaves it out."""
    extras = project["project"]["optional-dependencies"]

    assert extras["icu"] == project["dependency-groups"]["icu"]
    assert not set(extras["icu"]) & set(extras["all"])


def test_locks_agree(repository: Path) -> None:
    """Tests run with the versions that users get."""
    runtime, test = (locked(repository, name) for name in LOCKS)

    assert runtime.items() <= test.items()


def test_versions_agree(version: str) -> None:
    """The package says the version that it is released under."""
    assert undersigned.__version__ == version
