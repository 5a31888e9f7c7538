"""Source files: encodings, line ends, and characters that no letter can hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sources import said
from undersigned.errors import MachineFailed
from undersigned.load.source import Layer, SourceReader


def reader(folder: Path) -> SourceReader:
    return SourceReader([Layer("workspace", folder, "en")])


def read(folder: Path, data: bytes) -> str:
    (folder / "a.md").write_bytes(data)
    return reader(folder).read_text(folder / "a.md")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa", "a"),
        (
            "é ភាសា 日本 \t\u200b\u200f\u00ad\u2028".encode(),
            "é ភាសា 日本 \t\u200b\u200f\u00ad\u2028",
        ),
    ],
)
def test_a_text_is_utf_8_with_one_line_end(tmp_path: Path, data: bytes, text: str) -> None:
    """Every line end is the same, a mark is taken away, and letters of all scripts are kept."""
    assert read(tmp_path, data) == text


_UTF_16 = "a.md:1:1 [encoding] the file is UTF-16, not UTF-8 (save it as UTF-8)"
_SAVE = "save it as UTF-8; an older program may have written Windows-1252"
_DELETE = "delete it, or type again what stood there"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a".encode("utf-16"), [_UTF_16]),
        (b"\xfe\xff\0a", [_UTF_16]),
        (
            "a\né caf".encode() + b"\xe9",
            [f"a.md:2:6 [encoding] the file is not UTF-8 (byte 0xe9) ({_SAVE})"],
        ),
        (b"a\xed\xa0\x80", [f"a.md:1:2 [encoding] the file is not UTF-8 (byte 0xed) ({_SAVE})"]),
        (
            "a\x00\n\x0c\x1b\nb\ufffd\ue000\U000f0000\U0010ffff\x7f\x9f".encode(),
            [
                f"a.md:{place} [character] the character {code} cannot be printed ({_DELETE})"
                for place, code in [
                    ("1:2", "U+0000"), ("2:1", "U+000C"), ("2:2", "U+001B"), ("3:2", "U+FFFD"),
                    ("3:3", "U+E000"), ("3:4", "U+F0000"), ("3:5", "U+10FFFF"), ("3:6", "U+007F"),
                    ("3:7", "U+009F"),
                ]
            ],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_told_at_its_place(
    tmp_path: Path, data: bytes, expected: list[str]
) -> None:
    """Bytes that are not UTF-8, control and private characters have line and column."""
    assert said(lambda: read(tmp_path, data)) == expected


def test_twenty_characters_are_enough(tmp_path: Path) -> None:
    """A file of nothing but control characters is told twenty times, not a thousand."""
    assert len(said(lambda: read(tmp_path, b"\0" * 1000))) == 20


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    """A file that is not there, and a folder in its place, are the user's to mend."""
    (tmp_path / "folder").mkdir()
    for name in ("none.md", "folder", "none/none.md"):
        assert said(lambda name=name: reader(tmp_path).read_text(tmp_path / name)) == [  # type: ignore[misc]
            f"{name} [missing-file] there is no such file"
        ]


def test_a_file_without_rights_is_the_machines_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What may not be read ends the program with another exit code."""

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(MachineFailed) as caught:
        reader(tmp_path).read_text(tmp_path / "a.md")
    assert str(caught.value) == "cannot read a.md: Permission denied (check the file's rights)"
    assert caught.value.exit_code == 4
