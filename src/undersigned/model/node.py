"""The tree of a letter's body: paragraphs, headings, lists, and the words in them.

`load.markdown` writes the tree with expressions and statements in it; `compose.body`
resolves them, and what an output reads holds none: `Expression`, `BlockCall`, `Condition`
and `Loop` live in a source only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from undersigned.errors import Location
from undersigned.model.text import Text

__all__ = [
    "Block",
    "BlockCall",
    "BlockQuote",
    "BulletList",
    "Code",
    "CodeBlock",
    "Condition",
    "Emphasis",
    "Expression",
    "Footnote",
    "FootnoteReference",
    "Heading",
    "Image",
    "Inline",
    "LineBreak",
    "Link",
    "ListItem",
    "Loop",
    "OrderedList",
    "Paragraph",
    "Strikethrough",
    "Strong",
    "Table",
    "TableCell",
    "ThematicBreak",
    "inline_text",
    "iter_runs",
    "iter_texts",
]


@dataclass(frozen=True)
class Emphasis:
    """Words set in italics."""

    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Strong:
    """Words set in bold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Strikethrough:
    """Words struck out."""

    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Code:
    """Words set as code."""

    text: Text


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere: a web address, a mail address, or `#anchor` in the letter."""

    href: str
    children: tuple[Inline, ...]
    location: Location
    title: str = ""


@dataclass(frozen=True)
class Image:
    """A picture. `path` is an absolute file path inside the workspace; `alt` is never empty."""

    path: str
    alt: str
    location: Location
    title: str = ""


@dataclass(frozen=True)
class LineBreak:
    """A line break that the author asked for."""


@dataclass(frozen=True)
class FootnoteReference:
    """The place in the text that a note belongs to.

    `key` is unique in the letter; `number` is 0 until composed, `occurrence` counts the
    references to one note from 1.
    """

    key: str
    location: Location
    number: int = 0
    occurrence: int = 1


@dataclass(frozen=True)
class Expression:
    """`{{ … }}` in running text: what stands between the braces."""

    source: str
    location: Location


Inline: TypeAlias = (
    Text
    | Emphasis
    | Strong
    | Strikethrough
    | Code
    | Link
    | Image
    | LineBreak
    | FootnoteReference
    | Expression
)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]
    location: Location


@dataclass(frozen=True)
class Heading:
    """A heading. In a source `level` is as written (1 to 6); in a letter the title is 1 and
    the levels below it never skip one (PDF/UA-1, clause 7.4.2). `anchor` is unique."""

    level: int
    children: tuple[Inline, ...]
    location: Location
    anchor: str = ""


@dataclass(frozen=True)
class ListItem:
    """One item of a list."""

    children: tuple[Block, ...]
    location: Location


@dataclass(frozen=True)
class BulletList:
    """A list without numbers; `tight` where its items are single lines."""

    items: tuple[ListItem, ...]
    tight: bool
    location: Location


@dataclass(frozen=True)
class OrderedList:
    """A numbered list that starts at `start`."""

    items: tuple[ListItem, ...]
    start: int
    tight: bool
    location: Location


@dataclass(frozen=True)
class BlockQuote:
    """A quotation; `attribution` is its last line where that starts with an em dash."""

    children: tuple[Block, ...]
    location: Location
    attribution: tuple[Inline, ...] = ()


@dataclass(frozen=True)
class TableCell:
    """A cell; `align` is left, center, right, or empty where the author said nothing."""

    children: tuple[Inline, ...]
    align: str = ""


@dataclass(frozen=True)
class Table:
    """A table with one row of headings."""

    header: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    location: Location


@dataclass(frozen=True)
class CodeBlock:
    """Lines set as they stand."""

    text: Text


@dataclass(frozen=True)
class ThematicBreak:
    """A break between two parts."""

    location: Location


@dataclass(frozen=True)
class BlockCall:
    """`{{ block("name", parameter=…) }}` alone in its paragraph."""

    name: str
    source: str
    location: Location


@dataclass(frozen=True)
class Condition:
    """`{% if %}` … `{% endif %}`: the first branch whose condition holds; `None` is else."""

    branches: tuple[tuple[str | None, tuple[Block, ...], Location], ...]
    location: Location


@dataclass(frozen=True)
class Loop:
    """`{% for … %}` … `{% endfor %}`: `source` is the statement after the word `for`."""

    source: str
    targets: tuple[str, ...]
    children: tuple[Block, ...]
    otherwise: tuple[Block, ...]
    location: Location


Block: TypeAlias = (
    Paragraph
    | Heading
    | BulletList
    | OrderedList
    | BlockQuote
    | Table
    | CodeBlock
    | ThematicBreak
    | BlockCall
    | Condition
    | Loop
)


@dataclass(frozen=True)
class Footnote:
    """A note: its text, and how often it is referred to. `number` is 0 until composed."""

    key: str
    children: tuple[Block, ...]
    location: Location
    number: int = 0
    references: int = 0


def inline_text(children: tuple[Inline, ...]) -> str:
    """The words of running text without their form, as a bookmark or an anchor needs them."""
    return "".join(str(text) for child in children for text in _texts_in_inline(child))


def iter_texts(blocks: tuple[Block, ...]) -> Iterator[Text]:
    """Every run of words in the blocks, in reading order."""
    for block in blocks:
        yield from _texts_in_block(block)


def iter_runs(blocks: tuple[Block, ...]) -> Iterator[tuple[Text, ...]]:
    """The words of each paragraph, heading and cell, in reading order: what is read at one go."""
    for block in blocks:
        match block:
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from iter_runs(item.children)
            case BlockQuote():
                yield from iter_runs(block.children)
                yield tuple(text for child in block.attribution for text in _texts_in_inline(child))
            case Table():
                for cell in (cell for row in (block.header, *block.rows) for cell in row):
                    yield tuple(t for child in cell.children for t in _texts_in_inline(child))
            case _:
                yield tuple(_texts_in_block(block))


def _texts_in_inline(node: Inline) -> Iterator[Text]:
    match node:
        case Text():
            yield node
        case Code(text):
            yield text
        case Emphasis(children) | Strong(children) | Strikethrough(children):
            for child in children:
                yield from _texts_in_inline(child)
        case Link():
            for child in node.children:
                yield from _texts_in_inline(child)
        case LineBreak():
            yield Text(" ", Location(""))
        case _:
            return


def _texts_in_block(block: Block) -> Iterator[Text]:
    match block:
        case Paragraph() | Heading():
            for child in block.children:
                yield from _texts_in_inline(child)
        case BulletList() | OrderedList():
            for item in block.items:
                yield from iter_texts(item.children)
        case BlockQuote():
            yield from iter_texts(block.children)
            for child in block.attribution:
                yield from _texts_in_inline(child)
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    for child in cell.children:
                        yield from _texts_in_inline(child)
        case CodeBlock(text):
            yield text
        case _:
            return
