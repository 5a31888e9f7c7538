"""A file that is to be imported: its bytes, and how the user said that they are to be read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from undersigned.errors import InvalidInput
from undersigned.load.encoding import Decoded
from undersigned.load.spreadsheet import decoded_text, encoding_notes
from undersigned.load.workbook import is_workbook

__all__ = ["SourceFile"]


@dataclass(frozen=True)
class SourceFile:
    """`path` is what messages show; `encoding` and `sheet` are None where nothing was said.
    Without `samples` no message shows a word of the file: it may be one that must not be told."""

    path: str
    data: bytes
    encoding: str | None = None
    sheet: str | None = None
    samples: bool = True

    @cached_property
    def decoded(self) -> Decoded:
        """The file as text. Raises `InvalidInput` where it is none."""
        return decoded_text(self.data, self.path, self.encoding, samples=self.samples)

    @cached_property
    def head(self) -> str:
        """The beginning of the text, or "" where the file is no text."""
        if is_workbook(self.data):
            return ""
        try:
            return self.decoded.text[:20_000].lstrip()
        except InvalidInput:
            return ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell of the encoding."""
        return encoding_notes(self.decoded)
