"""Columns of running text: markdown-it tells the lines of a block, not where a word stands.

The inline tokens of a block come in the order of its source, so a cursor that moves over
the source finds each of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from undersigned.errors import Location

__all__ = ["InlineCursor"]


class InlineCursor:
    """Gives the place of each inline token in turn."""

    def __init__(
        self, content: str, lines: Sequence[str], first: int, path: str, offset: int
    ) -> None:
        """`lines` are the source's, `first` is the index of the block's first line and
        `offset` what is added to an index to get the file's line number."""
        self.content = content
        self.position = 0
        self.path = path
        self.starts: list[tuple[int, int, int]] = []
        at = 0
        for index, piece in enumerate(content.split("\n")):
            line = first + index
            source = lines[line] if line < len(lines) else piece
            stripped = piece.rstrip()
            column = len(source.rstrip()) - len(stripped)
            if not source.rstrip().endswith(stripped):
                column = max(source.find(stripped), 0)
            self.starts.append((at, line + offset, column))
            at += len(piece) + 1

    def place(self, position: int | None = None) -> Location:
        """The place of a position in the content, the cursor's by default."""
        position = self.position if position is None else position
        start, line, column = next(
            (s for s in reversed(self.starts) if s[0] <= position), self.starts[0]
        )
        return Location(self.path, line, column + position - start + 1)

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
                return f"[^{token.meta.get('label') or ''}"
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
        depth = 0
        for position in range(self.position, len(text)):
            depth += {"(": 1, ")": -1}.get(text[position], 0)
            if depth == 0:
                self.position = position + 1
                return
