"""Nodes to HTML: each has its element, and no value is ever markup."""

from __future__ import annotations

import pytest

from tests.support.letters import load_wording, text
from undersigned.errors import Location
from undersigned.model.node import (
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Footnote,
    FootnoteReference,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Strikethrough,
    Strong,
    Table,
    TableCell,
    ThematicBreak,
)
from undersigned.render.nodes import NodeSetter, safe_href

HERE = Location("letter.md", 1, 1)
HOSTILE = '<b onclick="x">&amp;{{ 1 }}</b>'
TO_NOTE = 'href="#note-3" role="doc-noteref"'
TABLE = """\
<div class="table"><table>
<thead>
<tr><th scope="col">&lt;h&gt;</th></tr>
</thead>
<tbody>
<tr><td class="align-right">1</td></tr>
</tbody>
</table></div>"""
LIST = """\
<ol start="3" style="counter-reset: list-item 2">
<li class="blocks"><p>a</p>
<p>b</p></li>
</ol>"""
ESCAPED = "&lt;b onclick=&#34;x&#34;&gt;&amp;amp;{{ 1 }}&lt;/b&gt;"
setter = NodeSetter(load_wording("en"))


def paragraph(words: str) -> Paragraph:
    return Paragraph((text(words),), HERE)


@pytest.mark.parametrize(
    ("node", "html"),
    [
        (text(HOSTILE), ESCAPED),
        (Emphasis((text(HOSTILE),)), f"<em>{ESCAPED}</em>"),
        (Strong((text("x"),)), "<strong>x</strong>"),
        (Strikethrough((text("x"),)), "<s>x</s>"),
        (Code(text(HOSTILE)), f"<code>{ESCAPED}</code>"),
        (LineBreak(), "<br>\n"),
        (Link("https://x.example/?a=1&b=2", (text("x"),), HERE, HOSTILE),
         f'<a href="https://x.example/?a=1&amp;b=2" title="{ESCAPED}">x</a>'),
        (Link("javascript:alert(1)", (text("x"),), HERE), "x"),
        (FootnoteReference("k", HERE, 3, 2),
         f'<sup class="note-ref"><a id="note-3-ref-2" {TO_NOTE}>3</a></sup>'),
    ],
)  # fmt: skip
def test_running_text(node: Inline, html: str) -> None:
    """Each node of running text is its element; what is in it is escaped."""
    assert setter.inlines((node,)) == html


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (paragraph(HOSTILE), f"<p>{ESCAPED}</p>"),
        (Heading(2, (text("A & B"),), HERE, 'a"b'), '<h2 id="a&#34;b">A &amp; B</h2>'),
        (Heading(9, (text("x"),), HERE, "x"), '<h6 id="x">x</h6>'),
        (CodeBlock(text("a\n<b>")), "<pre><code>a\n&lt;b&gt;</code></pre>"),
        (ThematicBreak(HERE), "<hr>"),
        (BulletList((ListItem((paragraph("a"),), HERE),), True, HERE), "<ul>\n<li>a</li>\n</ul>"),
        (OrderedList((ListItem((paragraph("a"), paragraph("b")), HERE),), 3, False, HERE),
         LIST),
        (BlockQuote((paragraph("a"),), HERE, (text("— X"),)),
         "<blockquote>\n<p>a</p>\n<footer>— X</footer>\n</blockquote>"),
        (BlockQuote((paragraph("a"),), HERE), "<blockquote>\n<p>a</p>\n</blockquote>"),
        (Table((TableCell((text("<h>"),)),), ((TableCell((text("1"),), "right"),),), HERE),
         TABLE),
    ],
)  # fmt: skip
def test_blocks(block: Block, html: str) -> None:
    """Each block is its element; what is in it is escaped."""
    assert setter.blocks((block,)) == html


def test_words_that_lead_into_a_list_stay_with_it() -> None:
    """A paragraph that ends in a colon is marked, so that no page ends with it."""
    items = BulletList((ListItem((paragraph("a"),), HERE),), True, HERE)

    assert setter.blocks((paragraph("We ask:"), items)).startswith('<p class="lead-in">')
    assert setter.blocks((paragraph("We ask."), items)).startswith("<p>")


def test_note_leads_back_to_each_reference() -> None:
    """A note that is referred to twice has two ways back, each with a name for who cannot see."""
    note = Footnote("k", (paragraph("Source."),), HERE, 1, 2)

    assert setter.note(note, "Back") == (
        '<li class="blocks" id="note-1" value="1"><p>Source. '
        '<a class="back" href="#note-1-ref-1" role="doc-backlink" aria-label="Back">↑</a> '
        '<a class="back" href="#note-1-ref-2" role="doc-backlink" aria-label="Back">↑</a></p></li>'
    )


@pytest.mark.parametrize(
    "href",
    ["javascript:x", " JavaScript:x", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "http://["],
)  # fmt: skip
def test_addresses_that_do_more_than_lead_are_left_out(href: str) -> None:
    """Only web, mail and telephone addresses, and places in the letter, are links."""
    assert not safe_href(href)
    assert all(map(safe_href, ("https://x.example", "mailto:a@b.example", "tel:+1", "#note-1")))
