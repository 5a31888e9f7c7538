"""The blocks of a letter as plain paragraphs, for comparing: what is said, and in which place of
what list or heading, without bold, italics and line breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from undersigned.errors import Location
from undersigned.model.node import (
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    OrderedList,
    Strikethrough,
    Strong,
    Table,
)
from undersigned.model.node import Paragraph as ParagraphNode
from undersigned.model.signed_text import Paragraph
from undersigned.model.text import Text

__all__ = ["iter_paragraphs"]


def iter_paragraphs(blocks: Sequence[Block], before: str = "") -> Iterator[Paragraph]:
    """Each paragraph, heading, item, row and line, begun with what it is."""
    for block in blocks:
        yield from _paragraphs(block, before)


def _paragraphs(block: Block, before: str) -> Iterator[Paragraph]:
    match block:
        case ParagraphNode():
            yield _said(before, block.children, block.location)
        case Heading():
            yield _said(f"{before}{'#' * block.level} ", block.children, block.location)
        case BulletList() | OrderedList():
            for number, item in enumerate(block.items):
                mark = f"{block.start + number}." if isinstance(block, OrderedList) else "-"
                yield from _marked(item.children, f"{before}{mark} ")
        case BlockQuote():
            yield from _marked(block.children, f"{before}> ", again=True)
            if block.attribution:
                yield _said(f"{before}> ", block.attribution, block.location)
        case Table():
            for row in (block.header, *block.rows):
                cells = (_words(cell.children) for cell in row)
                yield Paragraph(f"{before}| {' | '.join(cells)} |", block.location)
        case CodeBlock(text):
            for line in text.text.splitlines():
                yield Paragraph(f"{before}    {line}", text.location)
        case _:
            # A break between two parts; what only a source holds is resolved by now.
            yield Paragraph(f"{before}* * *", getattr(block, "location", Location("")))


def _marked(blocks: Sequence[Block], mark: str, *, again: bool = False) -> Iterator[Paragraph]:
    """The mark of an item before its first paragraph, of a quotation before each."""
    for number, paragraph in enumerate(iter_paragraphs(blocks)):
        start = mark if again or number == 0 else " " * len(mark)
        yield Paragraph(start + paragraph.words, paragraph.location)


def _said(before: str, children: Sequence[Inline], place: Location) -> Paragraph:
    return Paragraph(before + _words(children), place)


def _words(children: Sequence[Inline]) -> str:
    return " ".join("".join(map(_inline, children)).split())


def _inline(node: Inline) -> str:
    match node:
        case Text():
            return node.text
        case Code(text):
            return text.text
        case Emphasis(children) | Strong(children):
            return "".join(map(_inline, children))
        case Strikethrough(children):
            # What is struck out is not said: the mark belongs to the words.
            return f"~~{''.join(map(_inline, children))}~~"
        case Link():
            return f"[{''.join(map(_inline, node.children))}]({node.href})"
        case Image():
            return f"![{node.alt}]"
        case FootnoteReference():
            return f"[^{node.number}]"
        case LineBreak():
            return " "
        case _:
            return ""
