"""Inline tokens to nodes: words, emphasis, links, pictures, notes and expressions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from markdown_it.token import Token

from undersigned.errors import Findings, Location
from undersigned.load.expression import parse_expression
from undersigned.load.masking import Masker
from undersigned.load.positions import InlineCursor
from undersigned.model.node import (
    Code,
    Emphasis,
    Expression,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Strikethrough,
    Strong,
)
from undersigned.model.text import Text

__all__ = ["SCHEMES", "InlineReader", "note_key"]

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_SPANS: dict[str, Callable[[tuple[Inline, ...]], Inline]] = {
    "em_open": Emphasis,
    "strong_open": Strong,
    "s_open": Strikethrough,
}
_SIGNS = {
    "{%": (
        "{% stands on a line of its own, around whole paragraphs",
        "within a sentence write {{ … if … else … }}",
    ),
    "{#": ("{# would be printed as it stands", "a comment is <!-- … -->"),
}
SCHEMES = ("https://", "http://", "mailto:", "tel:", "#")


class InlineReader:
    """Reads the inline tokens of one file."""

    def __init__(
        self,
        masker: Masker,
        find_image: Callable[[str, Location], Path | None],
        findings: Findings,
    ) -> None:
        self.masker = masker
        self.find_image = find_image
        self.findings = findings
        self.notes: dict[int, InlineCursor] = {}

    def read(self, tokens: Sequence[Token], cursor: InlineCursor) -> tuple[Inline, ...]:
        """The nodes of one run of text."""
        stack: list[tuple[Token | None, Location, list[Inline]]] = [
            (None, Location(self.masker.path), [])
        ]
        for token in tokens:
            if token.type in ("text", "text_special") and not token.content:
                continue
            place = self._step(token, cursor)
            if token.type == "footnote_ref" and "label" not in token.meta:
                self.notes[token.meta["id"]] = cursor.inside_note(token)
            if token.nesting == 1:
                stack.append((token, place, []))
            elif token.nesting == -1:
                opened, opened_at, children = stack.pop()
                assert opened is not None
                stack[-1][2].append(self._span(opened, opened_at, tuple(_joined(children))))
            else:
                node = self._leaf(token, place)
                if node is not None:
                    stack[-1][2].append(node)
        return tuple(_joined(stack[0][2]))

    def _step(self, token: Token, cursor: InlineCursor) -> Location:
        if token.type != "expression":
            return cursor.step(token)
        # The mask counted the place of the expression itself, over several lines if need be.
        cursor.step(Token("text", "", 0, content=token.content))
        number: int = token.meta["number"]
        return self.masker.expressions[number].location

    def html(self, content: str, place: Location) -> None:
        """Refuse HTML; a comment is no part of the letter and is passed over."""
        rest = _COMMENT.sub("", content).strip()
        if rest:
            shown = self.masker.unmask(rest.split("\n")[0])[:40]
            self.findings.add(
                place,
                "html",
                f"HTML is not for letters: {shown}",
                "write Markdown; \\< prints the sign itself, a \\ at a line's end breaks the line",
            )

    def _span(self, token: Token, place: Location, children: tuple[Inline, ...]) -> Inline:
        if token.type in _SPANS:
            return _SPANS[token.type](children)
        href = self.masker.unmask(str(token.attrGet("href") or ""))
        if not href.startswith((*SCHEMES, "{{")):
            self.findings.add(
                place,
                "link",
                f'the link leads to "{href}", which a reader cannot reach',
                "write the whole address, https:// and all, or #heading for a place in the letter",
            )
        if not children:
            self.findings.add(
                place, "link", "the link has no words", "write them between the brackets"
            )
        title = self.masker.unmask(str(token.attrGet("title") or ""))
        return Link(href, children, place, title)

    def _leaf(self, token: Token, place: Location) -> Inline | None:
        match token.type:
            case "text" | "text_special":
                if token.type == "text":
                    self._check_text(token.content, place)
                return Text(token.content, place)
            case "softbreak":
                return Text("\n", place)
            case "hardbreak":
                return LineBreak()
            case "code_inline":
                return Code(Text(self.masker.unmask(token.content), place))
            case "expression":
                inside = self.masker.expressions[token.meta["number"]].inside
                parse_expression(inside, place, self.findings)
                return Expression(inside, place)
            case "footnote_ref":
                return FootnoteReference(note_key(token), place)
            case "image":
                return self._image(token, place)
            case "html_inline":
                self.html(token.content, place)
            case _:
                pass
        return None

    def _check_text(self, text: str, place: Location) -> None:
        for match in _REFERENCE.finditer(text):
            self.findings.add(
                Location(place.path, place.line, place.column + match.start()),
                "footnote",
                f"the footnote {match.group()} has no text",
                f"write {match.group()}: and the text on a line of its own",
            )
        for sign, said in _SIGNS.items():
            at = text.find(sign)
            if at >= 0:
                self.findings.add(
                    Location(place.path, place.line, place.column + at),
                    "statement",
                    *said,
                )

    def _image(self, token: Token, place: Location) -> Image | None:
        alt = self.masker.unmask(token.content).strip()
        if not alt:
            self.findings.add(
                place,
                "image-description",
                "the picture has no description",
                "write what it shows between the brackets: ![description](file)",
            )
        if any(child.type == "footnote_ref" for child in token.children or ()):
            self.findings.add(
                place,
                "footnote",
                "a picture's description holds no footnote",
                "write the note after the picture",
            )
        src = self.masker.unmask(str(token.attrGet("src") or ""))
        path = self.find_image(src, place)
        if path is None or not alt:
            return None
        title = self.masker.unmask(str(token.attrGet("title") or ""))
        return Image(str(path), alt, place, title)


def note_key(token: Token) -> str:
    """What a note is known by: its label, or a number in brackets, which no label can hold."""
    return str(token.meta.get("label") or f"[{token.meta['id']}]")


def _joined(nodes: Sequence[Inline]) -> list[Inline]:
    """Neighbouring words as one text, and a line end between signs of a script that has no
    spaces between words as nothing (or as the invisible space that lets a line break)."""
    joined: list[Inline] = []
    for index, node in enumerate(nodes):
        if isinstance(node, Text) and node.text == "\n":
            before = nodes[index - 1] if index else None
            after = nodes[index + 1] if index + 1 < len(nodes) else None
            joined.append(Text(_line_end(before, after), node.location, node.origin))
        elif (
            isinstance(node, Text)
            and joined
            and isinstance(joined[-1], Text)
            and joined[-1].text not in ("\n", "")
            and joined[-1].location.line == node.location.line
        ):
            last = joined.pop()
            assert isinstance(last, Text)
            joined.append(Text(last.text + node.text, last.location, last.origin))
        else:
            joined.append(node)
    return [n for n in joined if not (isinstance(n, Text) and not n.text)]


def _line_end(before: Inline | None, after: Inline | None) -> str:
    left = before.text[-1:] if isinstance(before, Text) else ""
    right = after.text[:1] if isinstance(after, Text) else ""
    if left and right:
        wide = [unicodedata.east_asian_width(c) in ("W", "F") for c in (left, right)]
        # Hangul is wide and yet separates its words.
        hangul = any("\uac00" <= c <= "\ud7a3" for c in (left, right))
        if all(wide) and not hangul:
            return ""
        if all("\u1780" <= c <= "\u17ff" or "\u0e00" <= c <= "\u0eff" for c in (left, right)):
            return "\u200b"
    return "\n"
