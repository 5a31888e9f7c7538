"""Source files: the one place where the workspace's files are opened for reading.

Every text is UTF-8 (with or without a mark), its line ends are made "\\n", and characters
that no letter can hold are refused with their place. What was looked for is remembered, so
that `--watch` can follow it.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from undersigned.errors import Finding, InvalidInput, Location, MachineFailed

__all__ = ["REFUSED", "SURROGATE", "Layer", "SourceReader", "decode_printable"]

# Control characters but tab and line feed; surrogates cannot come out of UTF-8. U+202D and U+202E
# in a value would turn the author's own words after it around. U+FFFD is what a program leaves
# where it lost a letter. The private-use areas have no agreed meaning, and load.markdown uses
# them for itself.
REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
# Halves of characters. Escapes in YAML and JSON make them, and some encodings do.
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Layer:
    """A place where files are looked up: the workspace, or what ships with the program.

    `language` is that of its files without a language in their name.
    """

    name: str
    root: Path
    language: str


@dataclass
class SourceReader:
    """Reads text and remembers which files were asked for."""

    layers: Sequence[Layer]
    paths: set[Path] = field(default_factory=set)

    def display(self, path: Path) -> str:
        """The path as a message shows it: relative to its layer."""
        for layer in self.layers:
            if path.is_relative_to(layer.root):
                shown = path.relative_to(layer.root).as_posix()
                first = layer is self.layers[0]
                return shown if first else f"({layer.name}) {shown}"
        return path.as_posix()

    def exists(self, path: Path) -> bool:
        """Whether there is such a file. A file that is looked for is remembered as well."""
        self.paths.add(path)
        try:
            return path.is_file()
        except OSError as error:
            # A name longer than any file's.
            if error.errno == errno.ENAMETOOLONG:
                return False
            raise

    def read_bytes(self, path: Path) -> bytes:
        """The file's bytes. Raises `InvalidInput` where it is missing or no file,
        `MachineFailed` where it may not be read."""
        self.paths.add(path)
        try:
            return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise InvalidInput(
                [Finding(Location(self.display(path)), "missing-file", "there is no such file")]
            ) from error
        except OSError as error:
            raise MachineFailed(
                f"cannot read {self.display(path)}: {error.strerror or error}",
                "check the file's rights",
            ) from error

    def read_text(self, path: Path) -> str:
        """The file's text. Raises `InvalidInput` for bytes that are not UTF-8 and for
        characters that cannot be printed, each with its place."""
        return decode_printable(self.read_bytes(path), self.display(path))


def decode_printable(data: bytes, shown: str) -> str:
    """UTF-8 bytes as text with "\\n" as line end. Raises `InvalidInput` for bytes that are none
    and for characters that cannot be printed; `shown` names the file there."""
    text = decode(data, shown)
    findings = []
    for match in REFUSED.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        code = f"U+{ord(match.group()):04X}"
        findings.append(
            Finding(
                Location(shown, line, column),
                "character",
                f"the character {code} cannot be printed",
                "delete it, or type again what stood there",
            )
        )
    if findings:
        raise InvalidInput(findings[:20])
    return text


def decode(data: bytes, shown: str) -> str:
    """UTF-8 bytes as text with "\\n" as line end; `shown` names the file in a finding."""
    for mark, name in ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if data.startswith(mark):
            raise InvalidInput(
                [
                    Finding(
                        Location(shown, 1, 1),
                        "encoding",
                        f"the file is {name}, not UTF-8",
                        "save it as UTF-8",
                    )
                ]
            )
    if data.startswith(b"PK\x03\x04"):
        finding = Finding(
            Location(shown),
            "encoding",
            "this is not text but a packed file, as spreadsheets and word processors write",
            "export it from there as CSV (UTF-8) or as plain text",
        )
        raise InvalidInput([finding])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise InvalidInput(
            [
                Finding(
                    Location(shown, line, column),
                    "encoding",
                    f"the file is not UTF-8 (byte 0x{data[error.start]:02x})",
                    "save it as UTF-8; an older program may have written Windows-1252",
                )
            ]
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
