"""Markdown to nodes: the whole tree of each source, with the place of every word."""

from __future__ import annotations

from pathlib import Path

from tests.support.sketch import sketch
from undersigned.errors import Findings, Location
from undersigned.load.markdown import MarkdownTree, parse_markdown


def parse(text: str) -> MarkdownTree:
    """The tree of a text in which nothing is wrong."""
    findings = Findings()
    tree = parse_markdown(text, "a.md", 1, lambda _address, _place: Path("/pic.png"), findings)
    assert findings.items == []
    return tree


def lines(text: str) -> list[str]:
    return sketch(parse(text)).split("\n")


def test_places_count_from_the_first_line_of_the_body() -> None:
    """A body that begins on line 9 of its file has its words there."""
    tree = parse_markdown("# One\n\n{{ a }}", "b.md", 9, lambda _a, _p: None, Findings())
    assert [getattr(block, "location", None) for block in tree.body] == [
        Location("b.md", 9, 1),
        Location("b.md", 11, 1),
    ]


def test_words_and_emphasis() -> None:
    """Each run of words has the line and column where it begins, inside emphasis too."""
    assert lines(
        "One *two* **three *four*** ~~five~~ `six` seven\nnew line  \nbroken\\\nagain\n"
    ) == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'One ' 1:1",
        "      Emphasis",
        "        'two' 1:6",
        "      ' ' 1:10",
        "      Strong",
        "        'three ' 1:13",
        "        Emphasis",
        "          'four' 1:20",
        "      ' ' 1:27",
        "      Strikethrough",
        "        'five' 1:30",
        "      ' ' 1:36",
        "      Code",
        "        'six' 1:37",
        "      ' seven' 1:42",
        "      '\\n' 1:48",
        "      'new line' 2:1",
        "      LineBreak",
        "      'broken' 3:1",
        "      LineBreak",
        "      'again' 4:1",
    ]


def test_links() -> None:
    """A link has the place of its bracket; what stands in its address and title shifts nothing."""
    assert lines(
        'See [the *report*](https://river.example/a_(b) "Title)") and <https://river.example> or\n'
        "[mail](mailto:a@river.example), [there](#demands) end\n"
    ) == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'See ' 1:1",
        "      Link href='https://river.example/a_(b)' 1:5 title='Title)'",
        "        'the ' 1:6",
        "        Emphasis",
        "          'report' 1:11",
        "      ' and ' 1:57",
        "      Link href='https://river.example' 1:62",
        "        'https://river.example' 1:63",
        "      ' or' 1:85",
        "      '\\n' 1:88",
        "      Link href='mailto:a@river.example' 2:1",
        "        'mail' 2:2",
        "      ', ' 2:31",
        "      Link href='#demands' 2:33",
        "        'there' 2:34",
        "      ' end' 2:50",
    ]


def test_link_by_reference() -> None:
    """A link that is defined elsewhere is the same as one written out."""
    assert lines("A [reference][one] and [one] end\n\n[one]: https://river.example/1 'T'\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'A ' 1:1",
        "      Link href='https://river.example/1' 1:3 title='T'",
        "        'reference' 1:4",
        "      ' and ' 1:19",
        "      Link href='https://river.example/1' 1:24 title='T'",
        "        'one' 1:25",
        "      ' end' 1:29",
    ]


def test_escapes_and_entities() -> None:
    """Escaped signs and entities become letters, and the words after them keep their columns."""
    assert lines("\\*not\\* em &amp; &copy;&#233; *in* \\[x\\] 5 < 6 & 7 > 2 end {{ a }}\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      '*not* em & ©é ' 1:1",
        "      Emphasis",
        "        'in' 1:32",
        "      ' [x] 5 < 6 & 7 > 2 end ' 1:35",
        "      Expression source='a' 1:60",
    ]


def test_expressions() -> None:
    """An expression is a node of its own, in running text and in emphasis."""
    assert lines("We, {{ a }}, ask *{{ b }}* and {{ c }}{{ d }} end\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'We, ' 1:1",
        "      Expression source='a' 1:5",
        "      ', ask ' 1:12",
        "      Emphasis",
        "        Expression source='b' 1:19",
        "      ' and ' 1:27",
        "      Expression source='c' 1:32",
        "      Expression source='d' 1:39",
        "      ' end' 1:46",
    ]


def test_expression_over_lines() -> None:
    """An expression may run over several lines; the words after it keep their places."""
    assert lines("Before {{ a\n  | listed }} after *words*\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'Before ' 1:1",
        "      Expression source='a\\n  | listed' 1:8",
        "      ' after ' 2:14",
        "      Emphasis",
        "        'words' 2:22",
    ]


def test_expression_with_braces() -> None:
    """Braces and }} inside quotation marks belong to the expression."""
    assert lines("{{ {'k': '}}'}['k'] }} x {{ \"it's }} {{\" }} y {{ 'a\\'}}' }} z\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      Expression source=\"{'k': '}}'}['k']\" 1:1",
        "      ' x ' 1:23",
        "      Expression source='\"it\\'s }} {{\"' 1:26",
        "      ' y ' 1:44",
        "      Expression source=\"'a\\\\'}}'\" 1:47",
        "      ' z' 1:60",
    ]


def test_expression_with_markup() -> None:
    """Nothing inside an expression is markup."""
    assert lines("{{ '*a* [b](c) `d` <b> _e_' }} *x {{ \"**\" }} y*\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      Expression source=\"'*a* [b](c) `d` <b> _e_'\" 1:1",
        "      ' ' 1:31",
        "      Emphasis",
        "        'x ' 1:33",
        "        Expression source='\"**\"' 1:35",
        "        ' y' 1:45",
    ]


def test_literal_braces() -> None:
    """A backslash makes two braces literal; a doubled backslash does not."""
    assert lines("\\{{ name }} and \\\\{{ a }} and { b } {c} }} end\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      '{{ name }} and \\\\' 1:1",
        "      Expression source='a' 1:19",
        "      ' and { b } {c} }} end' 1:26",
    ]


def test_braces_in_code_closed() -> None:
    """Code is literal, braces and all."""
    assert lines("`{{ a }}` then `` `{{ b }} `` {{ c }}\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      Code",
        "        '{{ a }}' 1:1",
        "      ' then ' 1:10",
        "      Code",
        "        '`{{ b }}' 1:16",
        "      ' ' 1:30",
        "      Expression source='c' 1:31",
    ]


def test_fenced_code() -> None:
    """Lines of code stand as they are; their place is that of their first line."""
    assert lines("Words\n\n```\n{{ a }} *b*\n  c\n```\n\n    indented {{ d }}\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'Words' 1:1",
        "    CodeBlock",
        "      '{{ a }} *b*\\n  c\\n' 4:1",
        "    CodeBlock",
        "      'indented {{ d }}\\n' 8:5",
    ]


def test_headings() -> None:
    """A heading keeps the level that was typed."""
    assert lines("# One *two* {{ a }}\n\n### Three #\n\nFour\n====\n") == [
        "MarkdownTree",
        "  body:",
        "    Heading level=1 1:1",
        "      'One ' 1:3",
        "      Emphasis",
        "        'two' 1:8",
        "      ' ' 1:12",
        "      Expression source='a' 1:13",
        "    Heading level=3 3:1",
        "      'Three' 3:5",
        "    Heading level=1 5:1",
        "      'Four' 5:1",
    ]


def test_lists() -> None:
    """Lists nest; a list is tight where its items are single lines."""
    assert lines("- one\n- two {{ a }}\n  - three\n\n    four\n- five\n\n3. six\n4. seven\n") == [
        "MarkdownTree",
        "  body:",
        "    BulletList tight=True 1:1",
        "      items:",
        "        ListItem 1:1",
        "          Paragraph 1:1",
        "            'one' 1:3",
        "        ListItem 2:1",
        "          Paragraph 2:1",
        "            'two ' 2:3",
        "            Expression source='a' 2:7",
        "          BulletList tight=False 3:3",
        "            items:",
        "              ListItem 3:3",
        "                Paragraph 3:3",
        "                  'three' 3:5",
        "                Paragraph 5:5",
        "                  'four' 5:5",
        "        ListItem 6:1",
        "          Paragraph 6:1",
        "            'five' 6:3",
        "    OrderedList start=3 tight=True 8:1",
        "      items:",
        "        ListItem 8:1",
        "          Paragraph 8:1",
        "            'six' 8:4",
        "        ListItem 9:1",
        "          Paragraph 9:1",
        "            'seven' 9:4",
    ]


def test_loose_list() -> None:
    """Items with an empty line between them make a loose list."""
    assert lines("1. one\n\n2. two\n") == [
        "MarkdownTree",
        "  body:",
        "    OrderedList start=1 tight=False 1:1",
        "      items:",
        "        ListItem 1:1",
        "          Paragraph 1:1",
        "            'one' 1:4",
        "        ListItem 3:1",
        "          Paragraph 3:1",
        "            'two' 3:4",
    ]


def test_quotes() -> None:
    """Quotations nest, and their words have their own columns."""
    assert lines("> one *two*\n> three\n>\n> > four {{ a }}\n") == [
        "MarkdownTree",
        "  body:",
        "    BlockQuote 1:3",
        "      Paragraph 1:3",
        "        'one ' 1:3",
        "        Emphasis",
        "          'two' 1:8",
        "        '\\n' 1:12",
        "        'three' 2:3",
        "      BlockQuote 4:5",
        "        Paragraph 4:5",
        "          'four ' 4:5",
        "          Expression source='a' 4:10",
    ]


def test_quotation() -> None:
    """The last line of a quotation that starts with an em dash is who said it."""
    assert lines("> We saw it ourselves.\n> — {{ a }}, *engineer*\n") == [
        "MarkdownTree",
        "  body:",
        "    BlockQuote 1:3",
        "      Paragraph 1:3",
        "        'We saw it ourselves.' 1:3",
        "      attribution:",
        "        '— ' 2:3",
        "        Expression source='a' 2:5",
        "        ', ' 2:12",
        "        Emphasis",
        "          'engineer' 2:15",
    ]


def test_quotation_in_paragraphs() -> None:
    """Who said it may stand in a paragraph of its own."""
    assert lines("> We saw it.\n>\n> — A. Person\n") == [
        "MarkdownTree",
        "  body:",
        "    BlockQuote 1:3",
        "      Paragraph 1:3",
        "        'We saw it.' 1:3",
        "      attribution:",
        "        '— A. Person' 3:3",
    ]


def test_quote_without_speaker() -> None:
    """An em dash anywhere else in a quotation is a word like others."""
    assert lines("> — only\n> not last\n") == [
        "MarkdownTree",
        "  body:",
        "    BlockQuote 1:3",
        "      Paragraph 1:3",
        "        '— only' 1:3",
        "        '\\n' 1:9",
        "        'not last' 2:3",
    ]


def test_quote_in_list() -> None:
    """A quotation in a list has its speaker too."""
    assert lines("- > a {{ b }}\n  > — c\n") == [
        "MarkdownTree",
        "  body:",
        "    BulletList tight=True 1:1",
        "      items:",
        "        ListItem 1:1",
        "          BlockQuote 1:1",
        "            Paragraph 1:1",
        "              'a ' 1:5",
        "              Expression source='b' 1:7",
        "            attribution:",
        "              '— c' 2:5",
    ]


def test_table() -> None:
    """Cells keep their columns behind escaped pipes, pipes in expressions and cells alike."""
    assert lines(
        "| Name | No. {{ a }} | *c* |\n"
        "|:-----|:-:|--:|\n"
        "| a | a | {{ b | listed }} |\n"
        "| x\\|y `p\\|q` {{ 'r|s' }} t | |\n"
    ) == [
        "MarkdownTree",
        "  body:",
        "    Table 1:1",
        "      header:",
        "        TableCell align='left'",
        "          'Name' 1:3",
        "        TableCell align='center'",
        "          'No. ' 1:10",
        "          Expression source='a' 1:14",
        "        TableCell align='right'",
        "          Emphasis",
        "            'c' 1:25",
        "      rows:",
        "        TableCell align='left'",
        "          'a' 3:3",
        "        TableCell align='center'",
        "          'a' 3:7",
        "        TableCell align='right'",
        "          Expression source='b | listed' 3:11",
        "        TableCell align='left'",
        "          'x|y ' 4:3",
        "          Code",
        "            'p|q' 4:8",
        "          ' ' 4:14",
        "          Expression source=\"'r|s'\" 4:15",
        "          ' t' 4:26",
        "        TableCell align='center'",
        "        TableCell align='right'",
    ]


def test_table_in_list() -> None:
    """A table in a list is found in its lines."""
    assert lines("1. | a | b |\n   |---|---|\n   | c | {{ d }} |\n") == [
        "MarkdownTree",
        "  body:",
        "    OrderedList start=1 tight=True 1:1",
        "      items:",
        "        ListItem 1:1",
        "          Table 1:1",
        "            header:",
        "              TableCell",
        "                'a' 1:6",
        "              TableCell",
        "                'b' 1:10",
        "            rows:",
        "              TableCell",
        "                'c' 3:6",
        "              TableCell",
        "                Expression source='d' 3:10",
    ]


def test_table_without_outer_pipes() -> None:
    """A table needs no outer pipes."""
    assert lines("a | a\n--|--\nb | b\n") == [
        "MarkdownTree",
        "  body:",
        "    Table 1:1",
        "      header:",
        "        TableCell",
        "          'a' 1:1",
        "        TableCell",
        "          'a' 1:5",
        "      rows:",
        "        TableCell",
        "          'b' 3:1",
        "        TableCell",
        "          'b' 3:5",
    ]


def test_footnotes() -> None:
    """A note has its words' places, several paragraphs, and as many references as there are."""
    assert lines(
        "Claim[^a] and more[^b], again[^a].\n"
        "\n"
        "[^b]: Note *two* {{ x }}.\n"
        "\n"
        "[^a]: Note one\n"
        "    goes on.\n"
        "\n"
        "    Second paragraph.\n"
    ) == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'Claim' 1:1",
        "      FootnoteReference key='a' 1:6",
        "      ' and more' 1:10",
        "      FootnoteReference key='b' 1:19",
        "      ', again' 1:23",
        "      FootnoteReference key='a' 1:30",
        "      '.' 1:34",
        "  footnotes:",
        "    Footnote key='a' 5:1",
        "      Paragraph 5:1",
        "        'Note one' 5:7",
        "        '\\n' 5:15",
        "        'goes on.' 6:5",
        "      Paragraph 8:5",
        "        'Second paragraph.' 8:5",
        "    Footnote key='b' 3:1",
        "      Paragraph 3:1",
        "        'Note ' 3:7",
        "        Emphasis",
        "          'two' 3:13",
        "        ' ' 3:17",
        "        Expression source='x' 3:18",
        "        '.' 3:25",
    ]


def test_inline_footnotes() -> None:
    """A note written where it belongs may hold another one."""
    assert lines("Claim^[a *note* {{ x }} with ^[another]] end.\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'Claim' 1:1",
        "      FootnoteReference key='[0]' 1:6",
        "      ' end.' 1:41",
        "  footnotes:",
        "    Footnote key='[0]' 1:8",
        "      Paragraph 1:8",
        "        'a ' 1:8",
        "        Emphasis",
        "          'note' 1:11",
        "        ' ' 1:16",
        "        Expression source='x' 1:17",
        "        ' with ' 1:24",
        "        FootnoteReference key='[1]' 1:30",
        "    Footnote key='[1]' 1:32",
        "      Paragraph 1:32",
        "        'another' 1:32",
    ]


def test_break_and_comment() -> None:
    """A comment is no part of the letter, and an expression in it is none."""
    assert lines("One\n\n***\n\n<!-- dropped\n{{ a }} -->\n\nTwo <!-- gone --> three\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'One' 1:1",
        "    ThematicBreak 3:1",
        "    Paragraph 8:1",
        "      'Two  three' 8:1",
    ]


def test_condition() -> None:
    """A condition holds the paragraphs between its lines, branch by branch."""
    assert lines(
        "A\n\n{% if a > 1 %}\n\nB {{ b }}\n\n{% elif c %}\nC\n{% else %}\n- D\n{% endif %}\n\nE\n"
    ) == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'A' 1:1",
        "    Condition 3:1",
        "      branches:",
        "        'a > 1'",
        "        Paragraph 5:1",
        "          'B ' 5:1",
        "          Expression source='b' 5:3",
        "        at 3:1",
        "        'c'",
        "        Paragraph 8:1",
        "          'C' 8:1",
        "        at 7:1",
        "        None",
        "        BulletList tight=True 10:1",
        "          items:",
        "            ListItem 10:1",
        "              Paragraph 10:1",
        "                'D' 10:3",
        "        at 9:1",
        "    Paragraph 13:1",
        "      'E' 13:1",
    ]


def test_loop() -> None:
    """A loop holds its names, its blocks and what stands there otherwise."""
    assert lines("{% for a, b in c %}\n- {{ a }}\n{% else %}\nNone.\n{% endfor %}\n") == [
        "MarkdownTree",
        "  body:",
        "    Loop source='a, b in c' 1:1",
        "      targets:",
        "        'a'",
        "        'b'",
        "      BulletList tight=True 2:1",
        "        items:",
        "          ListItem 2:1",
        "            Paragraph 2:1",
        "              Expression source='a' 2:3",
        "      otherwise:",
        "        Paragraph 4:1",
        "          'None.' 4:1",
    ]


def test_nested_statements() -> None:
    """Statements stand in lists and quotations, with or without marks of white space."""
    assert lines(
        "- {% if a %}\n"
        "  one\n"
        "  {% endif %}\n"
        "- {% for x in y %}\n"
        "  > {{ x }}\n"
        "  {% endfor %}\n"
        "\n"
        "> {%- if b -%}\n"
        "> two\n"
        "> {%- endif -%}\n"
    ) == [
        "MarkdownTree",
        "  body:",
        "    BulletList tight=True 1:1",
        "      items:",
        "        ListItem 1:1",
        "          Condition 1:3",
        "            branches:",
        "              'a'",
        "              Paragraph 2:3",
        "                'one' 2:3",
        "              at 1:3",
        "        ListItem 4:1",
        "          Loop source='x in y' 4:3",
        "            targets:",
        "              'x'",
        "            BlockQuote 5:5",
        "              Paragraph 5:5",
        "                Expression source='x' 5:5",
        "    BlockQuote 8:3",
        "      Condition 8:3",
        "        branches:",
        "          'b'",
        "          Paragraph 9:3",
        "            'two' 9:3",
        "          at 8:3",
    ]


def test_block_calls() -> None:
    """A block alone in its paragraph is a call, in lists and quotations too."""
    assert lines(
        '{{ block("oath") }}\n\n- {{ block("oath", who=a) }}\n\n> {{ block("oath") }}\n'
    ) == [
        "MarkdownTree",
        "  body:",
        "    BlockCall name='oath' source='block(\"oath\")' 1:1",
        "    BulletList tight=True 3:1",
        "      items:",
        "        ListItem 3:1",
        "          BlockCall name='oath' source='block(\"oath\", who=a)' 3:3",
        "    BlockQuote 5:3",
        "      BlockCall name='oath' source='block(\"oath\")' 5:3",
    ]


def test_joined_scripts() -> None:
    """A line's end is nothing between signs of a script without spaces, and a space in Hangul."""
    assert lines("日本\n語 and\n英 ខ្មែ\nរ\n한\n국\n") == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      '日本' 1:1",
        "      '語 and' 2:1",
        "      '\\n' 2:6",
        "      '英 ខ្មែ' 3:1",
        "      '\\u200b' 3:7",
        "      'រ' 4:1",
        "      '\\n' 4:2",
        "      '한' 5:1",
        "      '\\n' 5:2",
        "      '국' 6:1",
    ]


def test_tabs() -> None:
    """A tab counts as one column."""
    assert lines("-\ta\n\n\tb {{ c }}\n") == [
        "MarkdownTree",
        "  body:",
        "    BulletList tight=False 1:1",
        "      items:",
        "        ListItem 1:1",
        "          Paragraph 1:1",
        "            'a' 1:3",
        "          Paragraph 3:2",
        "            'b ' 3:2",
        "            Expression source='c' 3:4",
    ]


def test_picture() -> None:
    """A picture has its file, its description and its place."""
    assert lines('Text ![A *dam*](dam.png "T") end\n') == [
        "MarkdownTree",
        "  body:",
        "    Paragraph 1:1",
        "      'Text ' 1:1",
        "      Image path='/pic.png' alt='A *dam*' 1:6 title='T'",
        "      ' end' 1:29",
    ]
