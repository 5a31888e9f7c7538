"""A roster's history: written line by line, and read whatever a crash has left of it."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import stat
from typing import TYPE_CHECKING

import pytest

from tests.support.sources import workspace
from tests.support.tree import build_file_tree, read_file_tree
from undersigned.errors import Findings, MachineFailed
from undersigned.load.history import read_history
from undersigned.model.history import Event, fingerprint
from undersigned.publish.history import append_history

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "signatories/.history/dam.jsonl"
_WHEN = dt.datetime(2031, 5, 17, 22, 30, tzinfo=dt.UTC)
_EVENT = Event(_WHEN, "Ada Quill", "confirmed", ("0a",), {"from": "invited", "files": ("a", "b")})
_LATER = Event(_WHEN + dt.timedelta(hours=1), "Béla", "withdrawn", ("0b",))


def test_what_is_appended_is_read(tmp_path: Path) -> None:
    """Events come back in their order, as they were; a private roster has its own folder."""
    append_history(tmp_path, "dam", [_EVENT])
    append_history(tmp_path, "dam", [_LATER])
    append_history(tmp_path, "private/dam", [_LATER])
    opened = workspace(tmp_path)
    assert read_history(opened, "dam") == (_EVENT, _LATER)
    assert read_history(opened, "private/dam") == (_LATER,)
    assert read_history(opened, "weir") == ()


def test_the_files(tmp_path: Path) -> None:
    """A line of JSON an event, for its owner alone, in a folder that git does not look into."""
    append_history(tmp_path, "dam", [_EVENT])
    tree = read_file_tree(tmp_path)
    assert sorted(tree) == ["signatories/.history/.gitignore", _FILE]
    assert tree["signatories/.history/.gitignore"].endswith(b"\n*\n")
    assert tree[_FILE] == (
        b'{"when": "2031-05-17T22:30:00+00:00", "by": "Ada Quill", "what": "confirmed", '
        b'"rows": ["0a"], "said": {"from": "invited", "files": ["a", "b"]}}\n'
    )
    assert stat.S_IMODE((tmp_path / _FILE).stat().st_mode) == 0o600


def test_a_moment_elsewhere_is_written_in_utc(tmp_path: Path) -> None:
    """Whoever is where, the history has one clock."""
    away = dt.datetime(2031, 5, 18, 5, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    append_history(tmp_path, "dam", [Event(away, "x", "opened")])
    assert read_history(workspace(tmp_path), "dam")[0].when == _WHEN


def test_a_torn_line_is_told_and_kept(tmp_path: Path) -> None:
    """A crash costs the line that was being written; the next one begins on its own."""
    append_history(tmp_path, "dam", [_EVENT, _LATER])
    whole = (tmp_path / _FILE).read_bytes()
    (tmp_path / _FILE).write_bytes(whole[:-20])
    append_history(tmp_path, "dam", [_LATER])
    assert (tmp_path / _FILE).read_bytes() == whole[:-20] + b"\n" + whole.split(b"\n")[1] + b"\n"
    findings = Findings()
    assert read_history(workspace(tmp_path), "dam", findings) == (_EVENT, _LATER)
    assert [str(finding) for finding in findings.items] == [
        (
            f"{_FILE}:2: this line of the history cannot be read, and is passed over (it may have "
            "been cut off by a crash; it does no harm where it is)"
        )
    ]


@pytest.mark.parametrize(
    "line",
    [
        b"\x00\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"when": "2031-05-17", "by": "x", "what": "y", "rows": [], "said": {}}',
        b'{"when": 1, "by": "x", "what": "y", "rows": [], "said": {}}',
        b'{"when": "2031-05-17T00:00:00+00:00", "by": 1, "what": "y", "rows": [], "said": {}}',
        b'{"when": "2031-05-17T00:00:00+00:00", "by": "x", "what": "y", "rows": "", "said": {}}',
        b'{"when": "2031-05-17T00:00:00+00:00", "by": "x", "what": "y", "rows": [], "said": []}',
        (
            b'{"when": "2031-05-17T00:00:00+00:00", "by": "x", "what": "y", "rows": [], '
            b'"said": {"a": 1}}'
        ),
    ],
)
def test_any_rubbish_is_passed_over(tmp_path: Path, line: bytes) -> None:
    """Whatever else stands in the file, what can be read is read."""
    build_file_tree(tmp_path, {_FILE: line + b"\n"})
    append_history(tmp_path, "dam", [_EVENT])
    findings = Findings()
    assert read_history(workspace(tmp_path), "dam", findings) == (_EVENT,)
    assert [finding.location.line for finding in findings.items] == [1]


@pytest.mark.parametrize("fails", ["fsync", "write"])
def test_a_full_disk_leaves_the_history_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    """All events of a command are in the history, or none."""
    append_history(tmp_path, "dam", [_EVENT])
    before = read_file_tree(tmp_path)
    real, calls = os.write, []

    def fail(descriptor: int, data: bytes = b"") -> int:
        calls.append(data)
        if fails == "write" and len(calls) == 1:
            return real(descriptor, data[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, fails, fail)
    with pytest.raises(MachineFailed, match="No space left on device"):
        append_history(tmp_path, "dam", [_LATER])
    monkeypatch.undo()
    assert read_file_tree(tmp_path) == before


def test_a_history_that_cannot_be_written(tmp_path: Path) -> None:
    """Without events it is found out whether one could be added."""
    build_file_tree(tmp_path, {"signatories/.history": b"a file\n"})
    with pytest.raises(MachineFailed, match="cannot write"):
        append_history(tmp_path, "dam", [])


def test_a_fingerprint_holds_no_name() -> None:
    """A row is known by its id, else by its name, in any case and spacing."""
    assert fingerprint("vrw", "Velmar River Watch") == fingerprint("VRW", "")
    assert fingerprint("", "Open  Ballot ") == fingerprint(" ", "OPEN BALLOT")
    assert fingerprint("", "vrw") != fingerprint("vrw", "")
    assert fingerprint("", "\ud800") == "817f819b91de9308"


def test_what_is_said_is_text_or_a_list() -> None:
    """Asked for the wrong one, an event says nothing."""
    assert (_EVENT.text("from"), _EVENT.items("from")) == ("invited", ())
    assert (_EVENT.text("files"), _EVENT.items("files")) == ("", ("a", "b"))
    assert json.dumps(dict(_LATER.said)) == "{}"
