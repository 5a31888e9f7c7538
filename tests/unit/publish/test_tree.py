"""Writing several new files: all, or none."""

from __future__ import annotations

import errno
from pathlib import Path, PurePosixPath

import pytest

from tests.support.tree import build_file_tree, read_file_tree
from undersigned.errors import Finding, InvalidInput, Location, MachineFailed
from undersigned.publish import tree, write_file, write_new_files

FILES = {PurePosixPath("a.txt"): b"a", PurePosixPath("deep/er/b.txt"): b"b"}


def test_writes_all(tmp_path: Path) -> None:
    """Every file arrives, and its path comes back in the order given."""
    root = tmp_path / "new" / "root"
    assert write_new_files(root, FILES) == (root / "a.txt", root / "deep/er/b.txt")
    assert read_file_tree(root) == {"a.txt": b"a", "deep/er/b.txt": b"b"}


def test_overwrites_nothing(tmp_path: Path) -> None:
    """One file that is there already keeps the others from being written."""
    build_file_tree(tmp_path, {"deep/er/b.txt": "mine"})
    with pytest.raises(InvalidInput) as caught:
        write_new_files(tmp_path, FILES)
    assert caught.value.findings == (
        Finding(
            Location("deep/er/b.txt"),
            "exists",
            "is there already, and is not overwritten",
            "choose another name, or move it away first",
        ),
    )
    assert read_file_tree(tmp_path) == {"deep/er/b.txt": b"mine"}


def test_a_link_that_leads_nowhere_is_there(tmp_path: Path) -> None:
    """A dangling link is somebody's too."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    with pytest.raises(InvalidInput):
        write_new_files(tmp_path, FILES)


def test_takes_back_what_it_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fills up half-way, files and folders go again."""

    def fail_at_second(path: Path, data: bytes) -> None:
        if path.name == "b.txt":
            path.parent.mkdir(parents=True)
            raise MachineFailed("full") from OSError(errno.ENOSPC, "full")
        write_file(path, data)

    monkeypatch.setattr(tree, "write_file", fail_at_second)
    with pytest.raises(MachineFailed):
        write_new_files(tmp_path / "new", FILES)
    assert list(tmp_path.iterdir()) == []


def test_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taking back never touches the folder's other files."""
    build_file_tree(tmp_path, {"deep/mine.txt": "mine"})

    def fail(path: Path, _: bytes) -> None:
        raise MachineFailed(f"cannot write {path}")

    monkeypatch.setattr(tree, "write_file", fail)
    with pytest.raises(MachineFailed):
        write_new_files(tmp_path, FILES)
    assert read_file_tree(tmp_path) == {"deep/mine.txt": b"mine"}
