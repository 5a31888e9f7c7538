"""Statements: `{% if %}` and `{% for %}` on lines of their own, and what stands inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from undersigned.errors import Findings, Location
from undersigned.load.expression import loop_targets, parse_expression, statement_parts
from undersigned.model.node import Block, Condition, Loop

__all__ = ["Folder", "Statement", "read_statement"]


@dataclass(frozen=True)
class Statement:
    """A line `{% … %}` before it is known what belongs to it."""

    word: str
    rest: str
    location: Location


def read_statement(line: str, place: Location, findings: Findings) -> Statement | None:
    """The statement on a line of its own, or None with a finding where it is not for documents."""
    parts = statement_parts(line)
    assert parts is not None
    word, rest = parts
    if word not in ("if", "elif", "else", "endif", "for", "endfor"):
        findings.add(
            place,
            "statement",
            f'"{{% {word} %}}" is not for documents',
            "a document knows {% if %} and {% for %}",
        )
        return None
    if "%}" in rest:
        findings.add(
            place,
            "statement",
            f"{{% {word} %}} stands alone on its line",
            f"what belongs to it begins on the next line; {{% end{word} %}} has a line too",
        )
        return None
    return Statement(word, rest, place)


class Folder:
    """Puts what stands between a statement and its end inside it."""

    def __init__(self, items: Sequence[Block | Statement], findings: Findings) -> None:
        self.items = items
        self.findings = findings
        self.index = 0

    def fold(self) -> list[Block]:
        blocks = self._until(())
        while self.index < len(self.items):
            stray = self.items[self.index]
            assert isinstance(stray, Statement)
            self.findings.add(
                stray.location,
                "statement",
                f"{{% {stray.word} %}} ends or divides nothing here",
                "it must stand in the same list, quotation or level as its beginning",
            )
            self.index += 1
            blocks.extend(self._until(()))
        return blocks

    def _until(self, ends: tuple[str, ...]) -> list[Block]:
        blocks: list[Block] = []
        while self.index < len(self.items):
            item = self.items[self.index]
            if not isinstance(item, Statement):
                blocks.append(item)
                self.index += 1
            elif item.word == "if":
                blocks.append(self._condition(item))
            elif item.word == "for":
                blocks.append(self._loop(item))
            elif item.word in ends or not ends:
                return blocks
            else:
                return blocks
        return blocks

    def _next(self, opened: Statement, allowed: tuple[str, ...]) -> Statement | None:
        if self.index < len(self.items):
            item = self.items[self.index]
            if isinstance(item, Statement) and item.word in allowed:
                self.index += 1
                return item
        self.findings.add(
            opened.location,
            "statement",
            f"{{% {opened.word} %}} has no end",
            f"write {{% end{opened.word} %}} on a line of its own after what belongs to it",
        )
        return None

    def _condition(self, opened: Statement) -> Condition:
        self.index += 1
        branches: list[tuple[str | None, tuple[Block, ...], Location]] = []
        current: Statement | None = opened
        while current is not None and current.word != "endif":
            condition = current.rest if current.word in ("if", "elif") else None
            if condition is not None:
                parse_expression(condition, current.location, self.findings)
            blocks = tuple(self._until(("elif", "else", "endif")))
            branches.append((condition, blocks, current.location))
            allowed = ("endif",) if condition is None else ("elif", "else", "endif")
            current = self._next(opened, allowed)
        return Condition(tuple(branches), opened.location)

    def _loop(self, opened: Statement) -> Loop:
        self.index += 1
        targets = loop_targets(opened.rest, opened.location, self.findings)
        children = tuple(self._until(("else", "endfor")))
        otherwise: tuple[Block, ...] = ()
        end = self._next(opened, ("else", "endfor"))
        if end is not None and end.word == "else":
            otherwise = tuple(self._until(("endfor",)))
            self._next(opened, ("endfor",))
        return Loop(opened.rest, targets, children, otherwise, opened.location)
