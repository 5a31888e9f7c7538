"""The names that an expression may use, and the walk that checks every expression of a tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from jinja2 import nodes as jinja

from undersigned.errors import Findings, Location
from undersigned.load.expression import check_names, parse_expression, parse_loop
from undersigned.load.masking import Masked, split_expressions
from undersigned.model.node import (
    Block,
    BlockCall,
    Condition,
    Expression,
    Inline,
    Link,
    Loop,
)

__all__ = [
    "RECIPIENT_NAMES",
    "SIGNATORIES_NAMES",
    "KnownNames",
    "check_block_tree",
    "document_names_known",
    "iter_calls",
    "iter_nodes",
]

# What `recipient` and `signatories` have in a text; `compose.scope` gives them their values.
RECIPIENT_NAMES = frozenset(
    [
        "id",
        "name",
        "office",
        "institution",
        "in_text",
        "country",
        "given",
        "family",
        "honorific",
        "post_nominals",
    ]
)
SIGNATORIES_NAMES = frozenset(
    ["organisations", "individuals", "all", "count", "countries", "regions", "withheld"]
)


@dataclass(frozen=True)
class KnownNames:
    """The variables that a text sees, each with its attributes, or None where it has any."""

    variables: Mapping[str, frozenset[str] | None]
    facts: frozenset[str] | None

    def with_names(self, names: Sequence[str]) -> KnownNames:
        """The same, and the names that a loop binds."""
        return KnownNames({**self.variables, **dict.fromkeys(names)}, self.facts)

    def check(self, tree: jinja.Node | None, place: Location, findings: Findings) -> None:
        """Find the unknown names of a parsed expression."""
        if tree is not None:
            known = {**self.variables, "facts": self.facts, "block": None}
            check_names(tree, known, place, findings)

    def check_source(self, source: str, place: Location, findings: Findings) -> None:
        """Find the unknown names of an expression."""
        self.check(parse_expression(source, place, Findings()), place, findings)

    def check_text(self, text: tuple[str, Location], findings: Findings) -> None:
        """Find the unknown names in a text of the front matter."""
        words, place = text
        for part in split_expressions(words, place, findings):
            if isinstance(part, Masked):
                self.check(parse_expression(part.inside, place, findings), place, findings)


def document_names_known(facts: frozenset[str] | None) -> KnownNames:
    """What a document's own text sees."""
    return KnownNames(
        {
            "recipient": RECIPIENT_NAMES,
            "recipients": None,
            "signatories": SIGNATORIES_NAMES,
            "document": frozenset({"title", "date", "place", "language"}),
            "campaign": frozenset({"title"}),
        },
        facts,
    )


def check_block_tree(blocks: Sequence[Block], known: KnownNames, findings: Findings) -> None:
    """Find the unknown names of every expression and statement below these blocks."""
    for block in blocks:
        match block:
            case Condition():
                for condition, children, place in block.branches:
                    if condition is not None:
                        known.check_source(condition, place, findings)
                    check_block_tree(children, known, findings)
            case Loop():
                known.check(parse_loop(block.source), block.location, findings)
                inner = known.with_names((*block.targets, "loop"))
                check_block_tree(block.children, inner, findings)
                check_block_tree(block.otherwise, known, findings)
            case BlockCall():
                pass
            case _:
                _check_node(block, known, findings)


def _check_node(node: object, known: KnownNames, findings: Findings) -> None:
    """Walk the fields of a node: whatever holds blocks or running text is looked into."""
    if isinstance(node, Expression):
        known.check_source(node.source, node.location, findings)
    elif isinstance(node, Link):
        known.check_text((node.href, node.location), findings)
    if not hasattr(node, "__dataclass_fields__"):
        return
    for child in _children(node):
        if isinstance(child, Condition | Loop | BlockCall):
            check_block_tree((child,), known, findings)
        else:
            _check_node(child, known, findings)


def _children(node: object) -> Iterator[object]:
    for field in fields(node):  # type: ignore[arg-type]
        yield from _flat(getattr(node, field.name))


def _flat(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for item in value:
            yield from _flat(item)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, Location):
        yield value


def iter_calls(blocks: Sequence[Block | Inline]) -> Iterator[BlockCall]:
    """Every call of a block below these blocks, in order."""
    for block in blocks:
        if isinstance(block, BlockCall):
            yield block
            continue
        yield from iter_calls([c for c in _children(block) if c is not block])  # type: ignore[misc]


def iter_nodes(blocks: Sequence[Block | Inline]) -> Iterator[object]:
    """Every node below these blocks and they themselves, in order, whatever a condition says."""
    for block in blocks:
        yield block
        yield from iter_nodes([c for c in _children(block) if c is not block])  # type: ignore[misc]
