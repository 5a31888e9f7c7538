"""Writing a changed roster: whole or not at all, and never over somebody else's change."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from tests.support.sources import said, workspace
from tests.support.tree import read_file_tree
from undersigned.errors import MachineFailed
from undersigned.load.roster_table import RosterTable, read_roster_table
from undersigned.publish.roster import write_roster

_ROSTER = "signatories/dam.csv"
_BEFORE = b"name,status\nOpen Ballot,invited\nWeir,withheld\n"
_AFTER = b"name,status,note\nOpen Ballot,withdrawn,=1+1\nWeir,withheld\n"


def _changed(root: Path) -> RosterTable:
    table = read_roster_table(workspace(root, {_ROSTER: _BEFORE}), "dam")
    return table.changed(2, {"status": "withdrawn", "note": "=1+1"})


def test_it_is_written_as_it_is(tmp_path: Path) -> None:
    """The roster is its author's own: a cell like a formula is no danger in it."""
    write_roster(_changed(tmp_path))
    tree = read_file_tree(tmp_path)
    assert tree.pop("undersigned.toml")
    assert tree == {_ROSTER: _AFTER}


def test_a_new_roster(tmp_path: Path) -> None:
    """Folders are made as needed; a file that came in between stays."""
    opened = workspace(tmp_path)
    table = read_roster_table(opened, "private/new", new_ok=True).appended([{"name": "Weir"}])
    write_roster(table)
    assert (tmp_path / "signatories/private/new.csv").read_bytes() == b"name\nWeir\n"
    assert said(lambda: write_roster(table)) == [
        (
            "signatories/private/new.csv [file-changed] the file has changed while the command "
            "was at work, and is left as it is (close it in your other program, then run the "
            "command again)"
        )
    ]


@pytest.mark.parametrize("other", [b"name\n", None])
def test_a_change_by_somebody_else_is_not_lost(tmp_path: Path, other: bytes | None) -> None:
    """A file that has changed since it was read is left as it is, and so is one that is gone."""
    table = _changed(tmp_path)
    path = tmp_path / _ROSTER
    path.write_bytes(other) if other else path.unlink()
    before = read_file_tree(tmp_path)
    assert [line.partition("]")[0] for line in said(lambda: write_roster(table))] == [
        f"{_ROSTER} [file-changed"
    ]
    assert read_file_tree(tmp_path) == before


def test_a_change_at_the_last_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is looked at last of all, after the new one has reached the disk."""
    table, real = _changed(tmp_path), os.fsync

    def meanwhile(descriptor: int) -> None:
        (tmp_path / _ROSTER).write_bytes(b"name\nTheirs\n")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert len(said(lambda: write_roster(table))) == 1
    assert (tmp_path / _ROSTER).read_bytes() == b"name\nTheirs\n"
    assert len(list((tmp_path / "signatories").iterdir())) == 1


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o400])
def test_who_may_read_it_stays(tmp_path: Path, mode: int) -> None:
    """A roster that only its owner may read is not opened to others by a change."""
    table = _changed(tmp_path)
    (tmp_path / _ROSTER).chmod(mode)
    write_roster(table)
    assert stat.S_IMODE((tmp_path / _ROSTER).stat().st_mode) == mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """A roster that lies on another disk, as an encrypted one, does not leave it."""
    away = tmp_path / "away.csv"
    away.write_bytes(_BEFORE)
    opened = workspace(tmp_path / "ws", {"signatories/x.csv": "id\n"})
    link = tmp_path / "ws" / _ROSTER
    link.symlink_to(away)
    write_roster(read_roster_table(opened, "dam").changed(2, {"status": "withdrawn"}))
    assert link.is_symlink()
    assert away.read_bytes() == _BEFORE.replace(b"invited", b"withdrawn")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
@pytest.mark.parametrize("step", ["fsync", "replace", "fchmod"])
def test_whatever_fails_the_roster_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, step: str
) -> None:
    """A full disk at any step leaves the roster as it was, and nothing beside it."""
    table = _changed(tmp_path)
    before = read_file_tree(tmp_path)

    def fail(*_: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path if step == "replace" else os, step, fail)
    with pytest.raises(MachineFailed):
        write_roster(table)
    monkeypatch.undo()
    assert read_file_tree(tmp_path) == before


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_killed_at_any_step_the_roster_is_whole(tmp_path: Path, step: str) -> None:
    """Whenever the program is killed, the roster is the old one or the new one."""
    table = _changed(tmp_path)
    child = os.fork()
    if not child:

        def die(*_: object) -> NoReturn:
            os._exit(9)

        setattr(Path if step == "replace" else os, step, die)
        write_roster(table)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert (tmp_path / _ROSTER).read_bytes() == _BEFORE
    write_roster(table)
    assert (tmp_path / _ROSTER).read_bytes() == _AFTER
