"""Markdown (CommonMark with tables and footnotes) to the tree of `model.node`.

Markdown is parsed first: an expression is one token of it, and a statement a block of its
own, so every word keeps its place and no value can become markup. HTML is refused, since a
letter must read the same in every output; comments are dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_inline

from undersigned.errors import Findings, Location
from undersigned.load.block_reader import BlockReader
from undersigned.load.expression import statement_parts
from undersigned.load.masking import FILLER, FIRST, Masker
from undersigned.model.node import Block, Footnote

__all__ = ["MarkdownTree", "parse_markdown"]


_DEEPEST = 50


@dataclass(frozen=True)
class MarkdownTree:
    """A parsed body: its blocks, and its notes in the order in which they are referred to."""

    body: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]


def parse_markdown(
    text: str,
    path: str,
    first_line: int,
    find_image: Callable[[str, Location], Path | None],
    findings: Findings,
) -> MarkdownTree:
    """Parse the body of a file, which begins on `first_line` of `path`.

    `find_image` gives the file of a picture's address, or None after noting a finding.
    Whatever is wrong is added to `findings`.
    """
    masker = Masker(path, first_line)
    masked = masker.mask(text)
    findings.items.extend(masker.findings.items)
    env: dict[str, object] = {}
    tokens = _parser().parse(masked, env)
    if (deep := _too_deep(tokens)) is not None:
        findings.add(
            Location(path, first_line + deep, 1),
            "nesting",
            "the text is nested too deeply",
            "take lists, quotations or emphasis out of one another",
        )
        return MarkdownTree((), ())
    reader = BlockReader(tokens, masked.split("\n"), masker, first_line, find_image, findings)
    body, footnotes = reader.read()
    _check_doubled_footnotes(masked, path, first_line, findings)
    _check_unused_footnotes(masked, env, path, first_line, findings)
    return MarkdownTree(body, footnotes)


def _too_deep(tokens: Sequence[Token]) -> int | None:
    """The line of what is nested so deeply that markdown-it would leave its words out."""
    line = 0
    statements = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.type == "statement":
            word = (statement_parts(token.content) or ("", ""))[0]
            statements += {"if": 1, "for": 1, "endif": -1, "endfor": -1}.get(word, 0)
        inner = max((child.level for child in token.children or ()), default=0)
        if max(token.level + 1, statements, inner) >= _DEEPEST:
            return line
    return None


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    options = {"html": True, "maxNesting": _DEEPEST}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    # Escapes stay tokens of their own, so that the cursor can follow them in the source.
    parser.disable("text_join")
    parser.inline.ruler.at("footnote_inline", _inline_note_rule)
    parser.inline.ruler.before("text", "expression", _expression_rule)
    parser.inline.ruler.at("text", _text_rule)
    parser.block.ruler.before(
        "table",
        "statement",
        _statement_rule,
        {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]},
    )
    # A link that markdown-it would leave as brackets in the text is told by InlineReader.
    parser.validateLink = bool  # type: ignore[method-assign, assignment]
    normalize = parser.normalizeLink

    def keep_expressions(url: str) -> str:
        return url if any(ord(c) >= FIRST for c in url) else normalize(url)

    parser.normalizeLink = keep_expressions  # type: ignore[method-assign]
    return parser


# What markdown-it's own rule for plain words stops at, and the first sign of an expression.
_WORDS = re.compile("[^\n!#$%&*+\\-:<=>@\\[\\\\\\]^_`{}~\U000f0000-\U000ffffd]+")


def _text_rule(state: StateInline, silent: bool) -> bool:
    match = _WORDS.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.pending += match.group()
    state.pos = match.end()
    return True


def _inline_note_rule(state: StateInline, silent: bool) -> bool:
    """`^[a note]`, its token with the whole of it, so that the cursor can step over it."""
    start = state.pos
    if not footnote_inline(state, silent):
        return False
    if not silent:
        state.tokens[-1].content = state.src[start : state.pos]
    return True


def _expression_rule(state: StateInline, silent: bool) -> bool:
    number = ord(state.src[state.pos]) - FIRST
    if number < 0:
        return False
    end = state.pos + 1
    while end < state.posMax and state.src[end] in (FILLER, "\n"):
        if state.src[end] == "\n" and FILLER not in state.src[end : end + 2]:
            break
        end += 1
    if not silent:
        token = state.push("expression", "", 0)
        token.content = state.src[state.pos : end]
        token.meta = {"number": number}
    state.pos = end
    return True


def _statement_rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not line.startswith("{%") or statement_parts(line) is None:
        return False
    if silent:
        return True
    token = state.push("statement", "", 0)
    token.content = line
    token.map = [start, start + 1]
    state.line = start + 1
    return True


def _check_doubled_footnotes(masked: str, path: str, first_line: int, findings: Findings) -> None:
    """markdown-it keeps one text for a label and drops the others without a word."""
    first: dict[str, int] = {}
    for match in re.finditer(r"^ {0,3}\[\^([^\]\s]+)\]:", masked, re.MULTILINE):
        line = first_line + masked.count("\n", 0, match.start())
        if match[1] in first:
            findings.add(
                Location(path, line, 1), "footnote",
                f"the footnote [^{match[1]}] has two texts",
                f"the first stands on line {first[match[1]]}; give this one another name",
            )  # fmt: skip
        first.setdefault(match[1], line)


def _check_unused_footnotes(
    masked: str, env: dict[str, object], path: str, first_line: int, findings: Findings
) -> None:
    notes = env.get("footnotes")
    refs = notes.get("refs", {}) if isinstance(notes, dict) else {}
    for key, number in refs.items():
        if number >= 0:
            continue
        label = key[1:]
        match = re.search(r"^[ >]*\[\^" + re.escape(label) + r"\]:", masked, re.MULTILINE)
        line = masked.count("\n", 0, match.start()) if match else 0
        findings.add(
            Location(path, first_line + line, 1),
            "footnote",
            f"nothing refers to the footnote [^{label}], so its text would be lost",
            f"write [^{label}] where the note belongs, or delete it",
        )
