"""Resolves a body: expressions become words, blocks their text, conditions and loops what
holds today. Notes are numbered where they are first referred to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from undersigned.compose.evaluate import Evaluator, Scope
from undersigned.compose.sandbox import refuse_growth
from undersigned.compose.scope import Namespace
from undersigned.errors import Findings, Location
from undersigned.load.inline_reader import SCHEMES
from undersigned.model.block import TextBlock
from undersigned.model.node import (
    Block,
    BlockCall,
    BlockQuote,
    BulletList,
    Condition,
    Emphasis,
    Expression,
    Footnote,
    FootnoteReference,
    Heading,
    Inline,
    Link,
    Loop,
    OrderedList,
    Paragraph,
    Strikethrough,
    Strong,
    Table,
)
from undersigned.model.text import Origin, Text

__all__ = ["BodyComposer", "Flow", "Frame"]

_DEEPEST = 40
# Lists and quotations inside each other, through all blocks.
_DEEPEST_NODES = 60
_MOST_BLOCKS = 100_000


@dataclass(frozen=True)
class Frame:
    """Where a text stands: what it sees, its notes, and what its own words come from."""

    scope: Scope
    footnotes: Mapping[str, Footnote]
    prefix: str
    origin: Origin
    depth: int = 0


@dataclass
class _Note:
    footnote: Footnote
    frame: Frame
    references: int = 0


@dataclass
class BodyComposer:
    """Resolves the texts of one letter. Every fault goes to `findings`."""

    evaluator: Evaluator
    blocks: Mapping[str, TextBlock]
    facts: Namespace
    findings: Findings
    notes: dict[str, _Note] = field(default_factory=dict)
    made: int = 0
    overgrown: bool = False
    depth: int = 0

    def compose(
        self, body: Sequence[Block], footnotes: Sequence[Footnote], scope: Scope
    ) -> tuple[Block, ...]:
        """The body of a document."""
        frame = Frame(scope, {note.key: note for note in footnotes}, "", Origin.PROSE)
        return self._blocks(body, frame)

    def compose_call(self, call: BlockCall, scope: Scope) -> tuple[Block, ...]:
        """A block that the front matter names."""
        return tuple(self._called(call, Frame(scope, {}, "", Origin.PROSE)))

    def compose_notes(self) -> tuple[Footnote, ...]:
        """The notes that the texts so far refer to, in order; a note may bring another."""
        done: list[Footnote] = []
        while len(done) < len(self.notes):
            note = list(self.notes.values())[len(done)]
            children = self._blocks(note.footnote.children, note.frame)
            number = len(done) + 1
            done.append(replace(note.footnote, key=str(number), children=children, number=number))
        counted = list(self.notes.values())
        return tuple(
            replace(f, references=n.references) for f, n in zip(done, counted, strict=True)
        )

    # Blocks

    def _blocks(self, nodes: Sequence[Block], frame: Frame) -> tuple[Block, ...]:
        out = Flow()
        for node in nodes:
            self.made += 1
            if self.made > _MOST_BLOCKS:
                if not self.overgrown:
                    self.overgrown = True
                    place = getattr(node, "location", Location(""))
                    self.findings.add(
                        place,
                        "too-much",
                        "the text grows beyond all bounds here",
                        "a loop or a block repeats too often",
                    )
                return tuple(out.blocks)
            if self.depth >= _DEEPEST_NODES:
                self.findings.add(
                    getattr(node, "location", Location("")),
                    "nesting",
                    "the text is nested too deeply",
                    "take lists, quotations or blocks out of one another",
                )
                break
            self.depth += 1
            with self.findings.gather():
                self._block(node, frame, out)
            self.depth -= 1
        return tuple(out.blocks)

    def _block(self, node: Block, frame: Frame, out: Flow) -> None:
        match node:
            case Condition():
                out.divide()
                for condition, children, place in node.branches:
                    if condition is None or self.evaluator.holds(condition, frame.scope, place):
                        out.extend(self._blocks(children, frame))
                        break
                out.divide()
            case Loop():
                self._loop(node, frame, out)
            case BlockCall():
                out.extend(self._called(node, frame))
            case _:
                out.append(self._plain(node, frame))

    def _plain(self, node: Block, frame: Frame) -> Block:
        match node:
            case Paragraph() | Heading():
                return replace(node, children=self._running(node.children, frame))
            case BulletList() | OrderedList():
                items = tuple(
                    replace(item, children=self._blocks(item.children, frame))
                    for item in node.items
                )
                return replace(node, items=items)
            case BlockQuote():
                return replace(
                    node,
                    children=self._blocks(node.children, frame),
                    attribution=self._running(node.attribution, frame),
                )
            case Table():
                return replace(
                    node,
                    header=tuple(
                        replace(c, children=self._running(c.children, frame)) for c in node.header
                    ),
                    rows=tuple(
                        tuple(replace(c, children=self._running(c.children, frame)) for c in row)
                        for row in node.rows
                    ),
                )
            case _:
                return node

    def _loop(self, node: Loop, frame: Frame, out: Flow) -> None:
        if self.made > _MOST_BLOCKS:
            return
        rounds = self.evaluator.rounds(node.source, node.targets, frame.scope, node.location)
        self.made += len(rounds)
        out.divide()
        for bound in rounds:
            inner = replace(frame, scope={**frame.scope, **bound})
            out.extend(self._blocks(node.children, inner))
            out.divide()
        if not rounds:
            out.extend(self._blocks(node.otherwise, frame))
            out.divide()

    def _called(self, call: BlockCall, frame: Frame) -> Sequence[Block]:
        block = self.blocks.get(call.name)
        if block is None or frame.depth > _DEEPEST:
            self.findings.add(
                call.location, "block", f'the block "{call.name}" cannot be used here'
            )
            return ()
        given = self._arguments(call, frame)
        scope: dict[str, Any] = {"facts": self.facts}
        for parameter in block.parameters:
            value = given.get(parameter.name, parameter.default)
            if value is None or (value == "" and parameter.default != ""):
                self.findings.add(
                    call.location,
                    "missing-parameter",
                    f'the parameter "{parameter.name}" has no value',
                )
                return ()
            scope[parameter.name] = value
        inner = Frame(
            scope,
            {note.key: note for note in block.footnotes},
            f"{frame.prefix}{call.location}#{self.made}/",
            Origin.BLOCK,
            frame.depth + 1,
        )
        return self._blocks(block.body, inner)

    def _arguments(self, call: BlockCall, frame: Frame) -> dict[str, Any]:
        """What a call gives to the parameters of its block."""
        given: dict[str, Any] = {}

        def take(_name: str, **arguments: Any) -> str:
            refuse_growth(list(arguments.values()))
            given.update(arguments)
            return ""

        self.evaluator.value(call.source, {**frame.scope, "block": take}, call.location)
        return given

    # Running text

    def _running(self, nodes: Sequence[Inline], frame: Frame) -> tuple[Inline, ...]:
        """All running text of a paragraph, a heading, a cell."""
        return self.evaluator.contractions.run(self._inlines(nodes, frame))

    def _inlines(self, nodes: Sequence[Inline], frame: Frame) -> tuple[Inline, ...]:
        out: list[Inline] = []
        for node in nodes:
            with self.findings.gather():
                out.append(self._inline(node, frame))
        return tuple(out)

    def _inline(self, node: Inline, frame: Frame) -> Inline:
        match node:
            case Text():
                return node if frame.origin is node.origin else replace(node, origin=frame.origin)
            case Expression():
                return self.evaluator.text(node.source, frame.scope, node.location, frame.origin)
            case Emphasis() | Strong() | Strikethrough():
                return replace(node, children=self._inlines(node.children, frame))
            case Link():
                href = self.evaluator.address(Text(node.href, node.location), frame.scope)
                if "{{" in node.href and not href.startswith(SCHEMES):
                    self.findings.add(
                        node.location,
                        "link",
                        f'the link leads to "{href}", which a reader cannot reach',
                        "write the whole address, https:// and all, before or in the value",
                    )
                children = self._inlines(node.children, frame)
                return replace(node, href=href.replace(" ", "%20"), children=children)
            case FootnoteReference():
                return self._reference(node, frame)
            case _:
                return node

    def _reference(self, node: FootnoteReference, frame: Frame) -> FootnoteReference:
        key = frame.prefix + node.key
        note = self.notes.get(key)
        if note is None:
            note = self.notes[key] = _Note(frame.footnotes[node.key], frame)
        note.references += 1
        number = list(self.notes).index(key) + 1
        return replace(node, key=str(number), number=number, occurrence=note.references)


class Flow:
    """Collects blocks; lists that only a statement separates are one list."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.divided = False

    def divide(self) -> None:
        self.divided = True

    def extend(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self.append(block)

    def append(self, block: Block) -> None:
        last = self.blocks[-1] if self.blocks else None
        if (self.divided and isinstance(block, BulletList) and isinstance(last, BulletList)) or (
            self.divided and isinstance(block, OrderedList) and isinstance(last, OrderedList)
        ):
            self.blocks[-1] = _joined(last, block)
        else:
            self.blocks.append(block)
        self.divided = False


def _joined(first: Any, second: Any) -> Any:
    return replace(first, items=(*first.items, *second.items), tight=first.tight and second.tight)
