"""Hides `{{ … }}` from the Markdown parser, so that nothing inside it is read as markup.

Each expression is replaced, character for character, by characters of the private-use
areas: the first says which expression it is, the rest fill its length. Lines and columns
stay as they were. `SourceReader` refuses these characters in files, so none is mistaken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from undersigned.errors import Findings, Location

__all__ = ["FILLER", "FIRST", "Masked", "Masker", "split_expressions"]

FIRST = 0xF0000
FILLER = "\ue000"
_LAST = 0xFFFFD


@dataclass(frozen=True)
class Masked:
    """An expression that was found: its inside, as typed, its whole, and its place."""

    inside: str
    whole: str
    location: Location


class Masker:
    """Masks the expressions of one text and gives them back."""

    def __init__(self, path: str, first_line: int = 1, first_column: int = 1) -> None:
        self.path = path
        self.first_line = first_line
        self.first_column = first_column
        self.expressions: list[Masked] = []
        self.findings = Findings()

    def mask(self, text: str) -> str:
        """The text with every expression masked. An unclosed one becomes a finding."""
        out: list[str] = []
        position = 0
        while (start := text.find("{{", position)) >= 0:
            if _escaped(text, start):
                out.append(text[position : start + 1])
                position = start + 1
                continue
            end = _end(text, start + 2)
            if end < 0 or FIRST + len(self.expressions) > _LAST:
                self.findings.add(
                    self._location(text, start),
                    "expression",
                    "{{ is not closed",
                    "write }} after the expression, or \\{{ for two braces in the text",
                )
                break
            whole = text[start:end]
            mark = chr(FIRST + len(self.expressions))
            self.expressions.append(Masked(whole[2:-2].strip(), whole, self._location(text, start)))
            filled = "".join("\n" if c == "\n" else FILLER for c in whole[1:])
            out.append(text[position:start] + mark + filled)
            position = end
        out.append(text[position:])
        return "".join(out)

    def unmask(self, text: str) -> str:
        """The text as it was typed."""
        out: list[str] = []
        position = 0
        while position < len(text):
            number = ord(text[position]) - FIRST
            if 0 <= number < len(self.expressions):
                whole = self.expressions[number].whole
                out.append(whole)
                end = position + len(whole)
                position += 1
                while position < min(end, len(text)) and text[position] in (FILLER, "\n", " "):
                    position += 1
                continue
            if text[position] != FILLER:
                out.append(text[position])
            position += 1
        return "".join(out)

    def _location(self, text: str, start: int) -> Location:
        line = text.count("\n", 0, start)
        column = start - (text.rfind("\n", 0, start) + 1) + 1
        if line == 0:
            column += self.first_column - 1
        return Location(self.path, self.first_line + line, column)


def split_expressions(
    text: str, location: Location, findings: Findings
) -> tuple[str | Masked, ...]:
    """A one-line text of the front matter as words and expressions in turn.

    Every expression has the place of the text, which is where the editor should go.
    """
    masker = Masker(location.path, location.line, location.column)
    masked = masker.mask(text)
    findings.items.extend(masker.findings.items)
    parts: list[str | Masked] = []
    words = ""
    for character in masked:
        number = ord(character) - FIRST
        if 0 <= number < len(masker.expressions):
            if words:
                parts.append(words)
                words = ""
            found = masker.expressions[number]
            parts.append(Masked(found.inside, found.whole, location))
        elif character != FILLER:
            words += character
    if words:
        parts.append(words)
    return tuple(_join(parts))


def _join(parts: Sequence[str | Masked]) -> list[str | Masked]:
    return [p.replace("\\{{", "{{") if isinstance(p, str) else p for p in parts]


def _escaped(text: str, start: int) -> bool:
    backslashes = 0
    while start - backslashes - 1 >= 0 and text[start - backslashes - 1] == "\\":
        backslashes += 1
    return backslashes % 2 == 1


def _end(text: str, position: int) -> int:
    """Where the expression ends, past its braces: strings and inner braces are stepped over.

    An expression ends with its paragraph at the latest; -1 where it does not close.
    """
    depth = 0
    quote = ""
    while position < len(text):
        character = text[position]
        if quote:
            if character == "\\":
                position += 1
            elif character == quote:
                quote = ""
        elif character in "\"'":
            quote = character
        elif character == "{":
            depth += 1
        elif character == "}":
            if depth == 0:
                return position + 2 if text[position + 1 : position + 2] == "}" else -1
            depth -= 1
        if text.startswith("\n\n", position):
            return -1
        position += 1
    return -1
