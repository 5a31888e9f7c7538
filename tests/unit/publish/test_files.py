"""Writing one file: whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.support.tree import read_file_tree
from undersigned.errors import MachineFailed
from undersigned.publish import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_writes_the_bytes_and_makes_the_folders(tmp_path: Path) -> None:
    """A file arrives with its folders, and nothing else."""
    write_file(tmp_path / "a" / "b" / "letter.pdf", b"%PDF")
    assert read_file_tree(tmp_path) == {"a/b/letter.pdf": b"%PDF"}


def test_replaces_an_earlier_file(tmp_path: Path) -> None:
    """Rendering again renews the file."""
    (tmp_path / "letter.pdf").write_bytes(b"old")
    write_file(tmp_path / "letter.pdf", b"new")
    assert read_file_tree(tmp_path) == {"letter.pdf": b"new"}


def test_the_umask_decides_who_may_read(tmp_path: Path) -> None:
    """Output is as readable as any file that a person saves."""
    before = os.umask(0o022)
    try:
        write_file(tmp_path / "letter.pdf", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "letter.pdf").stat().st_mode) == 0o644


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO])
def test_a_failing_sync_leaves_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """A disk that is full at the last moment costs nothing that was there."""
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"old")

    def fail(_: int) -> NoReturn:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(MachineFailed) as caught:
        write_file(path, b"new")
    assert caught.value.message == f"cannot write {path}: {os.strerror(code)}"
    assert bool(caught.value.hint) is (code != errno.EIO)
    assert read_file_tree(tmp_path) == {"letter.pdf": b"old"}


def test_a_failing_write_leaves_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up during the write leaves no temporary file."""
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"old")
    # The real thing: this device takes no byte.
    real_open = os.open

    def open_full(name: str | Path, flags: int, mode: int = 0o777) -> int:
        descriptor = real_open(name, flags, mode)
        if str(name).endswith(".tmp"):
            full = real_open("/dev/full", os.O_WRONLY)
            os.dup2(full, descriptor)
            os.close(full)
        return descriptor

    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    monkeypatch.setattr(os, "open", open_full)
    with pytest.raises(MachineFailed, match="No space left on device") as caught:
        write_file(path, b"new" * 100_000)
    assert caught.value.hint == "make room on the disk, then run the command again"
    monkeypatch.undo()
    assert read_file_tree(tmp_path) == {"letter.pdf": b"old"}


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """An output folder that is a file is named, and stays."""
    (tmp_path / "output").write_bytes(b"mine")
    with pytest.raises(MachineFailed) as caught:
        write_file(tmp_path / "output" / "senate" / "letter.pdf", b"%PDF")
    assert caught.value.hint == "a file stands where a folder is needed: move it, or use --output"
    assert read_file_tree(tmp_path) == {"output": b"mine"}


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    """A folder of the output's name stays, and no temporary file is left beside it."""
    (tmp_path / "letter.pdf").mkdir()
    with pytest.raises(MachineFailed) as caught:
        write_file(tmp_path / "letter.pdf", b"%PDF")
    assert caught.value.hint == "a folder stands where the file belongs: move it, or use --output"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]


def test_links_in_a_circle(tmp_path: Path) -> None:
    """Links that lead in a circle are a fault of the machine, told in one sentence."""
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(MachineFailed):
        write_file(tmp_path / "a" / "letter.pdf", b"%PDF")


def test_a_folder_without_rights(tmp_path: Path) -> None:
    """A folder that may not be written is named with what to do."""
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folder = tmp_path / "output"
    folder.mkdir(mode=0o555)
    with pytest.raises(MachineFailed) as caught:
        write_file(folder / "letter.pdf", b"%PDF")
    assert "Permission denied" in caught.value.message
    assert caught.value.hint.startswith("ask for the right to write there")


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one page, or a skip where this machine lets nobody mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("this machine lets us mount no small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(full_disk: Path) -> None:
    """On a disk that is really full the earlier file stays and nothing is left over."""
    write_file(full_disk / "letter.pdf", b"old")
    with pytest.raises(MachineFailed, match="No space left on device"):
        write_file(full_disk / "letter.pdf", b"new" * 10_000)
    assert read_file_tree(full_disk) == {"letter.pdf": b"old"}


def test_a_disk_that_can_only_be_read(full_disk: Path) -> None:
    """Where nothing may be written, not even by root, the earlier file stays."""
    write_file(full_disk / "letter.pdf", b"old")
    subprocess.run(["mount", "-o", "remount,ro", str(full_disk)], check=True)
    with pytest.raises(MachineFailed, match="Read-only file system") as caught:
        write_file(full_disk / "letter.pdf", b"new")
    assert caught.value.hint == "this disk can only be read: choose another folder with --output"
    assert read_file_tree(full_disk) == {"letter.pdf": b"old"}
