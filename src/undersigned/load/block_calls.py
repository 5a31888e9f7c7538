"""Calls of text blocks: `{{ block("name") }}` alone in its paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from undersigned.errors import Findings
from undersigned.load.expression import find_block_use, iter_calls_of_block, parse_expression
from undersigned.model.node import BlockCall, Expression, Inline

__all__ = ["find_call", "refuse_calls"]


def find_call(expression: Expression, findings: Findings) -> BlockCall | None:
    """The block that an expression alone in its paragraph calls, or None where it calls none."""
    silent = Findings()
    tree = parse_expression(expression.source, expression.location, silent)
    use = find_block_use(tree) if tree is not None else None
    if use is None:
        return None
    for fault in use.faults:
        findings.add(expression.location, "block", "this block cannot be called so", fault)
    if use.name is None:
        findings.add(
            expression.location,
            "block",
            "the block's name is computed",
            'write the name itself: {{ block("name") }}, so that its uses can be found',
        )
        return BlockCall("", expression.source, expression.location)
    return BlockCall(use.name, expression.source, expression.location)


def refuse_calls(findings: Findings, children: Sequence[Inline]) -> None:
    """Find calls that stand among words, where a block's paragraphs have no place."""
    for child in children:
        inner = getattr(child, "children", None)
        if inner:
            refuse_calls(findings, inner)
        if not isinstance(child, Expression):
            continue
        tree = parse_expression(child.source, child.location, Findings())
        if tree is not None and any(iter_calls_of_block(tree)):
            findings.add(
                child.location,
                "block",
                "a block stands alone in its paragraph",
                "put {{ block(…) }} between two empty lines, with nothing beside it",
            )
