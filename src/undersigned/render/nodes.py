"""The body's tree to HTML, by code: nothing in it can become markup but what is a node."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from undersigned.model.node import (
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Footnote,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Strikethrough,
    Strong,
    Table,
    TableCell,
    ThematicBreak,
    inline_text,
)
from undersigned.model.text import Text
from undersigned.model.wording import Wording
from undersigned.render.phrases import numeral
from undersigned.render.pictures import data_url

__all__ = ["NodeSetter", "safe_href"]

_SCHEMES = {"", "http", "https", "mailto", "tel"}


@dataclass(frozen=True)
class NodeSetter:
    """Sets nodes as HTML in the language of `wording`."""

    wording: Wording

    def blocks(self, blocks: Iterable[Block], *, run_in: Markup | None = None) -> Markup:
        """The blocks one below the other; `run_in` stands before the first paragraph's words."""
        parts = []
        for block, following in pairwise((*blocks, None)):
            if isinstance(block, Paragraph):
                leads = isinstance(following, BulletList | OrderedList) and _ends_in_colon(block)
                parts.append(self._paragraph(block, run_in, leads=leads))
                run_in = None
            elif block is not None:
                parts.append(self._block(block))
        return Markup("\n").join(parts)

    def inlines(self, children: Iterable[Inline]) -> Markup:
        """Running text."""
        return Markup("").join(self._inline(child) for child in children)

    def note(self, note: Footnote, back: str) -> Markup:
        """One item of the list of notes, with a way back to each place that refers to it."""
        ways = Markup(" ").join(
            Markup('<a class="back" href="#{}" role="doc-backlink" aria-label="{}">↑</a>').format(
                _reference_id(note.number, occurrence), back
            )
            for occurrence in range(1, note.references + 1)
        )
        *first, last = note.children
        parts = [self._block(block) for block in first]
        if isinstance(last, Paragraph):
            parts.append(Markup("<p>{} {}</p>").format(self.inlines(last.children), ways))
        else:
            parts += [self._block(last), Markup("<p>{}</p>").format(ways)]
        return Markup('<li class="blocks" id="note-{}" value="{}">{}</li>').format(
            note.number, note.number, Markup("\n").join(parts)
        )

    def _block(self, block: Block) -> Markup:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                return Markup('<h{0} id="{1}">{2}</h{0}>').format(
                    min(block.level, 6), block.anchor, self.inlines(block.children)
                )
            case BulletList():
                return Markup("<ul>\n{}\n</ul>").format(self._items(block.items, block.tight))
            case OrderedList():
                # The style says again what `start` does: WeasyPrint heeds the style alone.
                start = (
                    Markup(' start="{}" style="counter-reset: list-item {}"').format(
                        block.start, block.start - 1
                    )
                    if block.start != 1
                    else ""
                )
                return Markup("<ol{}>\n{}\n</ol>").format(
                    start, self._items(block.items, block.tight)
                )
            case BlockQuote():
                return self._quote(block)
            case Table():
                return self._table(block)
            case CodeBlock(text):
                return Markup("<pre><code>{}</code></pre>").format(text)
            case ThematicBreak():
                return Markup("<hr>")
            case _:
                raise TypeError(f"{type(block).__name__} is resolved before a letter is set")

    def _paragraph(
        self, block: Paragraph, run_in: Markup | None = None, *, leads: bool = False
    ) -> Markup:
        kind = Markup(' class="lead-in"') if leads else ""
        return Markup("<p{}>{}{}</p>").format(kind, run_in or "", self.inlines(block.children))

    def _items(self, items: Iterable[ListItem], tight: bool) -> Markup:
        return Markup("\n").join(self._item(item.children, tight) for item in items)

    def _item(self, blocks: tuple[Block, ...], tight: bool) -> Markup:
        """An item of one line and of lists under it, or one of blocks, which is said of it.

        A PDF reader wants the body of an item in one element, which the layout engine gives
        to lines alone; the style of `blocks` sees to the others.
        """
        first, *others = blocks or (None,)
        one_line = isinstance(first, Paragraph) and all(
            isinstance(block, BulletList | OrderedList) for block in others
        )
        if one_line and tight and isinstance(first, Paragraph):
            parts = [self.inlines(first.children), *(self._block(block) for block in others)]
            return Markup("<li>{}</li>").format(Markup("\n").join(parts))
        return Markup('<li class="blocks">{}</li>').format(self.blocks(blocks))

    def _quote(self, block: BlockQuote) -> Markup:
        footer = ""
        if block.attribution:
            dash = "" if inline_text(block.attribution).lstrip().startswith(("—", "–")) else "— "
            footer = Markup("\n<footer>{}{}</footer>").format(dash, self.inlines(block.attribution))
        return Markup("<blockquote>\n{}{}\n</blockquote>").format(
            self.blocks(block.children), footer
        )

    def _table(self, table: Table) -> Markup:
        head = self._row(table.header, Markup('<th scope="col"{}>{}</th>'))
        rows = Markup("\n").join(self._row(row, Markup("<td{}>{}</td>")) for row in table.rows)
        # An empty body is not allowed in PDF/UA-1 (7.2).
        body = Markup("\n<tbody>\n{}\n</tbody>").format(rows) if table.rows else ""
        return Markup('<div class="table"><table>\n<thead>\n{}\n</thead>{}\n</table></div>').format(
            head, body
        )

    def _row(self, cells: Iterable[TableCell], form: Markup) -> Markup:
        def cell(cell: TableCell) -> Markup:
            align = Markup(' class="align-{}"').format(cell.align) if cell.align else ""
            return form.format(align, self.inlines(cell.children))

        return Markup("<tr>{}</tr>").format(Markup("").join(cell(c) for c in cells))

    def _inline(self, node: Inline) -> Markup:
        match node:
            case Text(text):
                return escape(text)
            case Emphasis(children):
                return Markup("<em>{}</em>").format(self.inlines(children))
            case Strong(children):
                return Markup("<strong>{}</strong>").format(self.inlines(children))
            case Strikethrough(children):
                return Markup("<s>{}</s>").format(self.inlines(children))
            case Code(text):
                return Markup("<code>{}</code>").format(text)
            case Link():
                return self._link(node)
            case Image():
                return self._image(node)
            case LineBreak():
                return Markup("<br>\n")
            case FootnoteReference():
                return Markup(
                    '<sup class="note-ref">'
                    '<a id="{}" href="#note-{}" role="doc-noteref">{}</a></sup>'
                ).format(
                    _reference_id(node.number, node.occurrence),
                    node.number,
                    numeral(node.number, self.wording),
                )
            case _:
                raise TypeError(f"{type(node).__name__} is resolved before a letter is set")

    def _link(self, node: Link) -> Markup:
        words = self.inlines(node.children)
        if not safe_href(node.href):
            return words
        title = Markup(' title="{}"').format(node.title) if node.title else ""
        return Markup('<a href="{}"{}>{}</a>').format(node.href, title, words)

    def _image(self, node: Image) -> Markup:
        title = Markup(' title="{}"').format(node.title) if node.title else ""
        address = data_url(Path(node.path), node.location)
        return Markup('<img src="{}" alt="{}"{}>').format(address, node.alt, title)


def safe_href(href: str) -> bool:
    """Whether an address only leads somewhere: `javascript:` and the like do more."""
    try:
        return urlsplit(href.strip()).scheme.casefold() in _SCHEMES
    except ValueError:
        return False


def _ends_in_colon(block: Paragraph) -> bool:
    return inline_text(block.children).rstrip().endswith((":", "：", "៖"))


def _reference_id(number: int, occurrence: int) -> str:
    return f"note-{number}-ref-{occurrence}"
