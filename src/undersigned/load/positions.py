"""Columns of running text: markdown-it tells the lines of a block, not where a word stands.

The inline tokens of a block come in the order of its source, so a cursor that moves over
the source finds each of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy

from markdown_it.token import Token

from undersigned.errors import Location

__all__ = ["InlineCursor"]


_DESTINATION = re.compile(r"\(\s*<(?:\\.|[^>\\])*>")


class InlineCursor:
    """Gives the place of each inline token in turn."""

    def __init__(
        self, content: str, lines: Sequence[str], first: int, path: str, offset: int
    ) -> None:
        """`lines` are the source's, `first` is the index of the block's first line and
        `offset` what is added to an index to get the file's line number."""
        self.content = content
        self.position = 0
        self.in_cell = False
        self.path = path
        self.starts: list[tuple[int, int, int]] = []
        at = 0
        for index, piece in enumerate(content.split("\n")):
            line = first + index
            source = lines[line] if line < len(lines) else piece
            words = piece.strip()
            column = len(source.rstrip()) - len(words)
            if not source.rstrip().endswith(words):
                column = max(source.find(words), 0)
            # What is left of a tab stands before the words as spaces that the source has not.
            column -= len(piece) - len(piece.lstrip())
            self.starts.append((at, line + offset, column))
            at += len(piece) + 1

    def place(self, position: int | None = None) -> Location:
        """The place of a position in the content, the cursor's by default."""
        position = self.position if position is None else position
        start, line, column = next(
            (s for s in reversed(self.starts) if s[0] <= position), self.starts[0]
        )
        column += position - start
        if self.in_cell:
            column += self.content.count("|", 0, position)
        return Location(self.path, line, column + 1)

    def enter_cell(self, column: int) -> None:
        """The content is a cell of a table that begins here: each | in it is \\| in its line."""
        self.in_cell = True
        self.starts = [(0, self.starts[0][1], column)]

    def inside_note(self, token: Token) -> InlineCursor:
        """A cursor for the words of the note `^[…]` that was just stepped over."""
        inside = copy(self)
        inside.position = self.position - len(token.content) + len("^[")
        return inside

    def step(self, token: Token) -> Location:
        """Move over the token; the place where it begins."""
        wanted = self._written(token)
        found = self.content.find(wanted, self.position) if wanted else self.position
        if found < 0:
            found = self.position
        place = self.place(found)
        self.position = found + len(wanted)
        if token.type == "code_inline":
            end = self.content.find(token.markup, self.position)
            self.position = end + len(token.markup) if end >= 0 else self.position
        elif token.type == "link_close" and token.markup != "autolink":
            self._pass_destination()
        return place

    def _written(self, token: Token) -> str:
        match token.type:
            case "text":
                return token.content
            case "text_special" | "code_inline" | "html_inline":
                return token.content if token.type == "html_inline" else token.markup
            case "softbreak" | "hardbreak":
                return "\n"
            case "footnote_ref":
                return token.content or f"[^{token.meta['label']}]"
            case "image":
                return "!["
            case "link_open":
                return "<" if token.markup == "autolink" else "["
            case "link_close":
                return ">" if token.markup == "autolink" else "]"
            case _:
                return token.markup

    def _pass_destination(self) -> None:
        text = self.content
        if text[self.position : self.position + 1] == "[":
            end = text.find("]", self.position)
            self.position = end + 1 if end >= 0 else self.position
            return
        if text[self.position : self.position + 1] != "(":
            return
        # Parentheses balance, but for those in <…>, in the title's quotes and behind a backslash.
        match = _DESTINATION.match(text, self.position)
        depth, position = 1, match.end() if match else self.position + 1
        quote = ""
        while depth and position < len(text):
            sign = text[position]
            if sign == "\\":
                position += 1
            elif quote:
                quote = "" if sign == quote else quote
            elif sign in "\"'" and text[position - 1].isspace():
                quote = sign
            else:
                depth += {"(": 1, ")": -1}.get(sign, 0)
            position += 1
        if not depth:
            self.position = position
