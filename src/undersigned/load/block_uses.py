"""The blocks that a document reaches, each loaded once, and how each is called."""

from __future__ import annotations

from undersigned.errors import Findings, did_you_mean
from undersigned.load.block import load_block
from undersigned.load.expression import find_block_use, parse_expression
from undersigned.load.front_texts import front_texts
from undersigned.load.names import KnownNames, check_block_tree, document_names_known, iter_calls
from undersigned.load.workspace import Workspace
from undersigned.model.block import TextBlock
from undersigned.model.document import Document
from undersigned.model.node import BlockCall

__all__ = ["BlockUses"]


class BlockUses:
    """Loads every block that a document reaches and checks how each is called."""

    def __init__(
        self,
        workspace: Workspace,
        language: str,
        facts: frozenset[str] | None,
        findings: Findings,
    ) -> None:
        self.workspace = workspace
        self.language = language
        self.facts = facts
        self.findings = findings
        self.loaded: dict[str, TextBlock] = {}
        self.failed: set[str] = set()
        self.followed: set[str] = set()

    def check_document(self, document: Document) -> None:
        """The document's body, its notes and the texts of its front matter."""
        known = document_names_known(self.facts)
        notes = tuple(block for note in document.footnotes for block in note.children)
        check_block_tree((*document.body, *notes), known, self.findings)
        for text in front_texts(document):
            known.check_text(text, self.findings)
        calls = [
            *iter_calls((*document.body, *notes)),
            *(
                call
                for value in document.fields.values()
                if isinstance(value, tuple)
                for call in value
                if isinstance(call, BlockCall)
            ),
        ]
        for call in calls:
            self.follow(call, known, ())

    def follow(self, call: BlockCall, known: KnownNames, trail: tuple[str, ...]) -> None:
        """Load the block that is called, check the call, and go on with the block's own."""
        if not call.name:
            return
        if call.name in trail:
            circle = " → ".join((*trail[trail.index(call.name) :], call.name))
            self.findings.add(
                call.location,
                "circular-block",
                f"the blocks lead back to themselves: {circle}",
                "take one of these calls out",
            )
            return
        block = self._load(call)
        if block is None:
            return
        self._check_call(call, block)
        known.check_source(call.source, call.location, self.findings)
        if call.name in self.followed:
            return
        inner = KnownNames({p.name: None for p in block.parameters}, self.facts)
        notes = tuple(b for note in block.footnotes for b in note.children)
        check_block_tree((*block.body, *notes), inner, self.findings)
        for nested in iter_calls((*block.body, *notes)):
            self.follow(nested, inner, (*trail, call.name))
        self.followed.add(call.name)

    def _load(self, call: BlockCall) -> TextBlock | None:
        if call.name in self.failed:
            return None
        if call.name not in self.loaded:
            with self.findings.gather(call.location):
                self.loaded[call.name] = load_block(self.workspace, call.name, self.language)
            if call.name not in self.loaded:
                self.failed.add(call.name)
        return self.loaded.get(call.name)

    def _check_call(self, call: BlockCall, block: TextBlock) -> None:
        tree = parse_expression(call.source, call.location, Findings())
        use = find_block_use(tree) if tree is not None else None
        if use is None:
            return
        known = [parameter.name for parameter in block.parameters]
        for name in use.parameters:
            if name not in known:
                self.findings.add(
                    call.location,
                    "unknown-parameter",
                    f'the block "{block.name}" has no parameter "{name}"',
                    did_you_mean(name, known)
                    or ("it has " + ", ".join(known) if known else "it has none"),
                )
        for parameter in block.parameters:
            if parameter.default is None and parameter.name not in use.parameters:
                self.findings.add(
                    call.location,
                    "missing-parameter",
                    f'the block "{block.name}" needs the parameter "{parameter.name}"',
                    f'write block("{block.name}", {parameter.name}="…")',
                )
