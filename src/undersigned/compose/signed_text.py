"""The text to be signed: the letter with everything in it but what roster, recipient and clock
fill in, which stays as its expression.

The date of the letter counts as the clock's: it is set when the letter goes out. Facts, blocks
and their arguments are part of what is signed. Bold and italics are not, nor line breaks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import meta, nodes
from jinja2.environment import TemplateExpression

from undersigned.compose.body import BodyComposer, Flow, Frame
from undersigned.compose.contractions import Inserted
from undersigned.compose.evaluate import Evaluator, Scope
from undersigned.compose.letter import LetterComposer
from undersigned.compose.plain import iter_paragraphs
from undersigned.compose.scope import Namespace, values_of
from undersigned.errors import Location
from undersigned.model.dossier import Dossier
from undersigned.model.letter import Edition, Letter
from undersigned.model.node import Block, BlockCall, Condition, Loop
from undersigned.model.node import Paragraph as ParagraphNode
from undersigned.model.signed_text import Paragraph, SignedText
from undersigned.model.text import Origin, Text

__all__ = ["Standing", "StandingEvaluator", "compose_signed_text"]

# What is known only when the letter is made.
_LATER = frozenset({"signatories", "recipient", "recipients"})
_CLOCK = re.compile(r"\bdocument\s*(\.\s*date\b|\[)|\bdocument\b(?!\s*[.\[])")
_NO_CLOCK = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def compose_signed_text(dossier: Dossier) -> SignedText:
    """The text of a document in the dossier's language, as those who sign it are given it.

    Raises `InvalidInput` with every fault that shows when the text is filled in.
    """
    composer = LetterComposer(dossier, Edition.OPEN, None, _NO_CLOCK, None)
    evaluator = StandingEvaluator(composer.book)
    composer.evaluator = evaluator
    composer.body = _StandingBody(evaluator, dossier.blocks, composer.facts, composer.findings)
    letter = composer.compose()
    return SignedText(letter.language, tuple(_paragraphs(letter, dossier)))


def _paragraphs(letter: Letter, dossier: Dossier) -> Iterator[Paragraph]:
    document = dossier.document
    front = (
        letter.title,
        letter.subject,
        # What the form of address says depends on the recipient.
        letter.salutation if document.salutation is not None else None,
    )
    yield from (_paragraph(text) for text in front if text is not None)
    yield from iter_paragraphs(letter.body)
    if letter.close is not None and document.close is not None:
        yield _paragraph(letter.close)
    for note in letter.notes:
        # A note may come to nothing where a condition in it does not hold.
        first, *rest = (*iter_paragraphs(note.children), Paragraph("", note.location))
        yield Paragraph(f"[^{note.number}]: {first.words}", first.location)
        yield from rest[:-1]
    yield from (_paragraph(text) for text in letter.enclosures)


def _paragraph(text: Text) -> Paragraph:
    return Paragraph(" ".join(text.text.split()), text.location)


@dataclass(frozen=True)
class Standing:
    """The value of a name that stands for an expression."""

    source: str


class StandingEvaluator(Evaluator):
    """Leaves as they are the expressions that only the finished letter can fill in."""

    def stands(self, source: str, scope: Scope) -> bool:
        """Whether an expression has to wait."""
        return self.waits(_undeclared(self._tree(source)), source, scope)

    def loop_stands(self, source: str, scope: Scope) -> bool:
        """The same of what stands after `for`."""
        return self.waits(_undeclared(self._tree(source, loop=True)), source, scope)

    def waits(self, names: frozenset[str] | set[str], source: str, scope: Scope) -> bool:
        """Whether any of an expression's names has to wait."""
        if names & _LATER or any(isinstance(scope.get(name), Standing) for name in names):
            return True
        return "document" in names and bool(_CLOCK.search(source))

    def text(self, source: str, scope: Scope, place: Location, default: Origin) -> Inserted:
        """The expression's words, or the expression."""
        if not self.stands(source, scope):
            return super().text(source, scope, place, default)
        words = "{{ " + self.standing(source, scope) + " }}"
        return Inserted(words, place, self.origin(source, scope, default), False)

    def standing(self, source: str, scope: Scope, *, loop: bool = False) -> str:
        """The expression, or what stands after `for`, with what its other names mean, which is
        part of what is signed."""
        shown = " ".join(source.split())
        bound = dict(_meanings(self._tree(source, loop=loop), scope))
        meanings = ", ".join(f"{name} = {value}" for name, value in sorted(bound.items()))
        return f"{shown} where {meanings}" if meanings else shown

    def _tree(self, source: str, *, loop: bool = False) -> nodes.Template:
        text = "{% for " + source + " %}{% endfor %}" if loop else "{{ (" + source + ") }}"
        return self.environment.parse(text)

    def arguments(self, call: BlockCall, scope: Scope) -> dict[str, Any] | None:
        """The arguments of a call of a block of which one has to wait, else None."""
        tree = self.environment.parse("{{ " + call.source + " }}")
        keywords = [k for found in tree.find_all(nodes.Call) for k in found.kwargs]
        waiting = {k.key for k in keywords if self.waits(_names_in(k.value), call.source, scope)}
        if not waiting:
            return None
        standing = Standing(self.standing(call.source, scope))
        return {
            k.key: standing if k.key in waiting else self._argument(k.value, scope, call.location)
            for k in keywords
        }

    def _argument(self, tree: nodes.Expr, scope: Scope, place: Location) -> Any:
        """The value of one argument; as `Environment.compile_expression` does it with a text."""
        result = nodes.Assign(nodes.Name("result", "store"), tree, lineno=1)
        template = self.environment.from_string(nodes.Template([result], lineno=1))
        compiled = TemplateExpression(template, undefined_to_none=False)
        return self.value("argument()", {"argument": lambda: compiled(**scope)}, place)


def _undeclared(tree: nodes.Template) -> frozenset[str]:
    return frozenset(meta.find_undeclared_variables(tree))


def _meanings(tree: nodes.Template, scope: Scope) -> Iterator[tuple[str, str]]:
    """What the names of an expression mean today, those left out that are known only later."""
    for name in _undeclared(tree):
        value = scope.get(name)
        if isinstance(value, Standing):
            if value.source:
                yield name, value.source
        elif not isinstance(value, Namespace) and name not in _LATER and name in scope:
            yield name, str(value)
    # What is asked of a namespace by its name, and all of it where the name is computed.
    asked: dict[int, str | None] = {id(n.node): n.attr for n in tree.find_all(nodes.Getattr)}
    asked |= {id(n.node): _constant(n.arg) for n in tree.find_all(nodes.Getitem)}
    for root in tree.find_all(nodes.Name):
        value = scope.get(root.name)
        if root.name in _LATER or not isinstance(value, Namespace):
            continue
        key = asked.get(id(root))
        for name, said in values_of(value).items():
            if key in (None, name) and (root.name, name) != ("document", "date"):
                yield f"{root.name}.{name}", str(said)


def _constant(tree: nodes.Node) -> str | None:
    return tree.value if isinstance(tree, nodes.Const) and isinstance(tree.value, str) else None


def _names_in(tree: nodes.Expr) -> set[str]:
    found = (tree, *tree.find_all(nodes.Name))
    return {node.name for node in found if isinstance(node, nodes.Name)}


class _StandingBody(BodyComposer):
    """Keeps both ways of a condition that has to wait, and the round of such a loop once."""

    evaluator: StandingEvaluator

    def _block(self, node: Block, frame: Frame, out: Flow) -> None:
        evaluator = self.evaluator
        if isinstance(node, Condition) and any(
            source is not None and evaluator.stands(source, frame.scope)
            for source, _, _ in node.branches
        ):
            out.extend(tuple(self._branches(node, frame)))
        elif isinstance(node, Loop) and evaluator.loop_stands(node.source, frame.scope):
            out.extend(tuple(self._round(node, frame)))
        else:
            super()._block(node, frame, out)

    def _branches(self, node: Condition, frame: Frame) -> Iterator[Block]:
        word = "if"
        for source, children, place in node.branches:
            said = f"{word} {self.evaluator.standing(source, frame.scope)}" if source else "else"
            yield _statement(said, place)
            yield from self._blocks(children, frame)
            word = "elif"
        yield _statement("endif", node.location)

    def _round(self, node: Loop, frame: Frame) -> Iterator[Block]:
        said = self.evaluator.standing(node.source, frame.scope, loop=True)
        yield _statement(f"for {said}", node.location)
        waiting = dict.fromkeys((*node.targets, "loop"), Standing(""))
        yield from self._blocks(node.children, replace(frame, scope={**frame.scope, **waiting}))
        if node.otherwise:
            yield _statement("else", node.location)
            yield from self._blocks(node.otherwise, frame)
        yield _statement("endfor", node.location)

    def _arguments(self, call: BlockCall, frame: Frame) -> dict[str, Any]:
        given = self.evaluator.arguments(call, frame.scope)
        return super()._arguments(call, frame) if given is None else given


def _statement(words: str, place: Location) -> ParagraphNode:
    return ParagraphNode((Text("{% " + words + " %}", place),), place)
