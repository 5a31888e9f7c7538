"""The head of a file that a person goes on editing: keys are set in its text, line by line.

Rewriting it through a YAML library would be shorter, and would cost the author's comments,
quotes and order. What comes out is read again by `load` before anybody relies on it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

__all__ = ["Head", "quoted", "schema_line"]

# What YAML reads as something else than words, when it stands alone.
_NOT_WORDS = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null|~|nan|inf|\.\S*|[\d+.-].*)")
_PLAIN = re.compile(r"[^\W\d_][\w .,;()/’'&–—!?+-]*")


def quoted(text: str) -> str:
    """The text as a YAML value: bare where it is plain words, else between quotes."""
    if _PLAIN.fullmatch(text) and not _NOT_WORDS.fullmatch(text) and text == text.strip():
        return text
    # A JSON string is a YAML one; what it would escape, people want to read, but for what YAML
    # takes for the end of a line.
    string = json.dumps(text, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda m: f"\\u{ord(m[0]):04x}", string)


def schema_line(schema: str, depth: int) -> str:
    """The comment by which an editor finds the schema, from a file `depth` folders down."""
    return f"# yaml-language-server: $schema={'../' * depth}.schemas/{schema}.json"


@dataclass
class Head:
    """The lines of a mapping in YAML, written key by key as people write it."""

    lines: list[str]

    def set(self, key: str, value: str) -> None:
        """Give the key a value, already in YAML; a new key goes to the end."""
        start, end = self._find(key)
        self.lines[start:end] = [f"{key}: {value}"]

    def lines_of(self, key: str) -> list[str]:
        """The lines of the key; none where it is not there."""
        start, end = self._find(key)
        return self.lines[start:end]

    def drop(self, key: str) -> None:
        """Take the key out."""
        start, end = self._find(key)
        del self.lines[start:end]

    def put_aside(self, key: str) -> bool:
        """Make the key a comment, so that nothing is lost; tell whether it was there."""
        start, end = self._find(key)
        self.lines[start:end] = [f"# {line}" for line in self.lines[start:end]]
        return start != end

    def set_schema(self, line: str) -> None:
        """Put the schema's line first, in the place of an earlier one."""
        kept = [line for line in self.lines if not line.startswith("# yaml-language-server:")]
        self.lines[:] = [line, *kept]

    def _find(self, key: str) -> tuple[int, int]:
        """From where to where the key stands, with the indented lines that belong to it."""
        pattern = re.compile(rf"""(["']?){re.escape(key)}\1\s*:(\s|$)""")
        for start, line in enumerate(self.lines):
            if pattern.match(line):
                end = start + 1
                while end < len(self.lines) and _continues(self.lines[end]):
                    end += 1
                # Blank lines and comments before the next key are that one's.
                while end > start + 1 and not self.lines[end - 1].strip():
                    end -= 1
                return start, end
        return len(self.lines), len(self.lines)


def _continues(line: str) -> bool:
    return not line.strip() or line[0] in " \t]}" or line == "-" or line.startswith("- ")
