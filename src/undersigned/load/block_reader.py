"""Markdown tokens to block nodes: paragraphs, lists, quotations, tables and statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from markdown_it.token import Token

from undersigned.errors import Findings, Location
from undersigned.load.block_calls import find_call, refuse_calls
from undersigned.load.inline_reader import InlineReader, note_key
from undersigned.load.masking import Masker
from undersigned.load.positions import InlineCursor
from undersigned.load.statements import Folder, Statement, read_statement
from undersigned.model.node import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    Expression,
    Footnote,
    Heading,
    Inline,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    TableCell,
    ThematicBreak,
)
from undersigned.model.text import Text

__all__ = ["BlockReader"]


class BlockReader:
    """Reads one token stream from front to back."""

    def __init__(
        self,
        tokens: Sequence[Token],
        lines: Sequence[str],
        masker: Masker,
        first_line: int,
        find_image: Callable[[str, Location], Path | None],
        findings: Findings,
    ) -> None:
        self.tokens = tokens
        self.lines = lines
        self.masker = masker
        self.first_line = first_line
        self.findings = findings
        self.inlines = InlineReader(masker, find_image, findings)
        self.index = 0
        self.line = 0

    def read(self) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
        """The whole stream."""
        body = self._blocks(("footnote_block_open",))
        footnotes = self._footnotes() if self.index < len(self.tokens) else ()
        return body, footnotes

    def _place(self, token: Token | None = None) -> Location:
        if token is not None and token.map:
            self.line = token.map[0]
        source = self.lines[self.line] if self.line < len(self.lines) else ""
        column = len(source) - len(source.lstrip(" \t>")) + 1
        return Location(self.masker.path, self.line + self.first_line, column)

    def _blocks(self, until: tuple[str, ...]) -> tuple[Block, ...]:
        items: list[Block | Statement] = []
        while self.index < len(self.tokens) and self.tokens[self.index].type not in until:
            item = self._block(self.tokens[self.index])
            if item is not None:
                items.append(item)
        folder = Folder(items, self.findings)
        return tuple(folder.fold())

    def _block(self, token: Token) -> Block | Statement | None:
        place = self._place(token)
        self.index += 1
        match token.type:
            case "paragraph_open":
                return self._paragraph(place)
            case "heading_open":
                children = self._inline()
                refuse_calls(self.findings, children)
                self.index += 1
                if not children:
                    self._refuse_empty("heading", place)
                return Heading(int(token.tag[1]), children, place)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, place)
            case "blockquote_open":
                quoted = self._blocks(("blockquote_close",))
                self.index += 1
                return _quotation(quoted, place)
            case "table_open":
                return self._table(place)
            case "fence" | "code_block":
                return self._code(token)
            case "hr":
                return ThematicBreak(place)
            case "html_block":
                self.inlines.html(token.content, place)
                return None
            case "statement":
                above = self.lines[self.line - 1].strip() if self.line else ""
                if above.startswith("|"):
                    self.findings.add(
                        place,
                        "statement",
                        "a statement cannot stand among the rows of a table",
                        "leave an empty line between them; rows that change become a list",
                    )
                at = self.lines[self.line].find(token.content) + 1
                return read_statement(token.content, replace(place, column=at), self.findings)
            case _:
                return None

    def _inline(self, column: int | None = None) -> tuple[Inline, ...]:
        """The running text that comes next; a cell of a table has its `column` told."""
        token = self.tokens[self.index]
        self.index += 1
        first = token.map[0] if token.map else self.line
        cursor = InlineCursor(token.content, self.lines, first, self.masker.path, self.first_line)
        if column is not None:
            cursor.enter_cell(column)
        return self.inlines.read(token.children or (), cursor)

    def _paragraph(self, place: Location) -> Block | None:
        children = self._inline()
        self.index += 1
        if not children:
            return None
        if len(children) == 1 and isinstance(children[0], Expression):
            call = find_call(children[0], self.findings)
            if call is not None:
                return call
        refuse_calls(self.findings, children)
        return Paragraph(children, place)

    def _list(self, token: Token, place: Location) -> Block:
        items: list[ListItem] = []
        tight = True
        close = token.type.replace("_open", "_close")
        while self.tokens[self.index].type != close:
            item_place = self._place(self.tokens[self.index])
            self.index += 1
            tight = tight and self._is_tight()
            children = self._blocks(("list_item_close",))
            if not children:
                self._refuse_empty("item of a list", item_place)
            items.append(ListItem(children, item_place))
            self.index += 1
        self.index += 1
        if token.type == "bullet_list_open":
            return BulletList(tuple(items), tight, place)
        start = token.attrGet("start")
        return OrderedList(tuple(items), 1 if start is None else int(start), tight, place)

    def _refuse_empty(self, what: str, place: Location) -> None:
        self.findings.add(
            place, "empty", f"the {what} is empty", "write its words on this line, or delete it"
        )

    def _is_tight(self) -> bool:
        token = self.tokens[self.index]
        return token.type != "paragraph_open" or token.hidden

    def _table(self, place: Location) -> Table:
        rows: list[tuple[TableCell, ...]] = []
        row: list[TableCell] = []
        column = 0
        while self.tokens[self.index].type != "table_close":
            token = self.tokens[self.index]
            self.index += 1
            if token.type == "tr_open":
                row, column = [], 0
                self.line = place.line - self.first_line + len(rows) + (1 if rows else 0)
            elif token.type in ("th_open", "td_open"):
                align = str(token.attrGet("style") or "").removeprefix("text-align:")
                start, column = self._cell(column)
                row.append(TableCell(self._inline(start), align))
                refuse_calls(self.findings, row[-1].children)
            elif token.type == "tr_close":
                self._refuse_more_cells(column)
                rows.append(tuple(row))
        self.index += 1
        return Table(rows[0], tuple(rows[1:]), place)

    def _cell(self, column: int) -> tuple[int, int]:
        """Where the cell that comes next begins in its line, and where the one after it may."""
        written = self.tokens[self.index].content.replace("|", "\\|")
        source = self.lines[self.line]
        start = max(source.find(written, column), column)
        end = source.find("|", start + len(written))
        return start, end + 1 if end >= 0 else len(source)

    def _refuse_more_cells(self, column: int) -> None:
        """markdown-it drops the cells of a row that has more than the table has columns."""
        rest = self.lines[self.line][column:]
        if rest.strip():
            column += len(rest) - len(rest.lstrip()) + 1
            self.findings.add(
                Location(self.masker.path, self.line + self.first_line, column),
                "table",
                "the row has more cells than the table has columns",
                "\\| prints the sign itself in a cell",
            )

    def _code(self, token: Token) -> CodeBlock:
        """Its place is that of its words: below the fence, after the indentation."""
        assert token.map is not None
        line = min(token.map[0] + (token.type == "fence"), len(self.lines) - 1)
        first = token.content.partition("\n")[0]
        source = self.lines[line]
        column = len(source) - len(first) + 1 if source.endswith(first) else 1
        place = Location(self.masker.path, line + self.first_line, column)
        return CodeBlock(Text(self.masker.unmask(token.content), place))

    def _footnotes(self) -> tuple[Footnote, ...]:
        notes: list[Footnote] = []
        waiting = [
            index
            for index, token in enumerate(self.tokens)
            if index > self.index and token.type == "footnote_open"
        ]
        while waiting:
            # A note that was written inside another one can be read only after that one.
            ready = [index for index in waiting if self._is_ready(self.tokens[index])]
            if not ready:
                break
            waiting = [index for index in waiting if index not in ready]
            for index in ready:
                token = self.tokens[index]
                self.index = index + 1
                labelled = token.meta.get("label") is not None
                notes.append(self._note(token) if labelled else self._inline_note(token))
        return tuple(notes)

    def _is_ready(self, token: Token) -> bool:
        return token.meta.get("label") is not None or token.meta["id"] in self.inlines.notes

    def _note(self, token: Token) -> Footnote:
        children = self._blocks(("footnote_close",))
        label = str(token.meta["label"])
        place = getattr(children[0], "location", None) if children else None
        place = place or self._label_place(label)
        if not _has_words(children):
            self._empty_note(f"[^{label}]", "write its text after the colon", place)
        return Footnote(label, children, place)

    def _inline_note(self, token: Token) -> Footnote:
        """The one paragraph of a note that was written where it belongs: `^[…]`."""
        cursor = self.inlines.notes[token.meta["id"]]
        place = cursor.place()
        while self.tokens[self.index].type != "inline":
            self.index += 1
        children = self.inlines.read(self.tokens[self.index].children or (), cursor)
        refuse_calls(self.findings, children)
        if not children:
            self._empty_note("^[]", "write its text between the brackets", place)
        return Footnote(note_key(token), (Paragraph(children, place),), place)

    def _empty_note(self, shown: str, hint: str, place: Location) -> None:
        self.findings.add(place, "footnote", f"the footnote {shown} is empty", hint)

    def _label_place(self, label: str) -> Location:
        for index, line in enumerate(self.lines):
            if re.match(r"\s*\[\^" + re.escape(label) + r"\]:", line):
                return Location(self.masker.path, index + self.first_line, 1)
        return Location(self.masker.path, self.first_line, 1)


def _has_words(children: Sequence[Block]) -> bool:
    return any(not isinstance(child, Paragraph) or child.children for child in children)


def _quotation(children: tuple[Block, ...], place: Location) -> BlockQuote:
    """A quotation; where its last line starts with an em dash, that is who said it."""
    last = children[-1] if children else None
    if not isinstance(last, Paragraph):
        return BlockQuote(children, place)
    starts = [0] + [
        i + 1 for i, c in enumerate(last.children) if isinstance(c, Text) and c.text == "\n"
    ]
    start = starts[-1]
    said_by = last.children[start:]
    if not (said_by and isinstance(said_by[0], Text) and said_by[0].text.startswith(("—", "―"))):
        return BlockQuote(children, place)
    words = last.children[: max(start - 1, 0)]
    rest = (*children[:-1], Paragraph(words, last.location)) if words else children[:-1]
    return BlockQuote(rest, place, said_by)
