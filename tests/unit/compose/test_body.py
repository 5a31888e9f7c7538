"""Bodies: notes, loops, conditions, blocks and lists, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.sketch import sketch
from tests.support.sources import compose

if TYPE_CHECKING:
    from pathlib import Path

    from undersigned.model.letter import Letter


def parts(letter: Letter, *names: str) -> list[str]:
    """These parts of the letter, one after the other."""
    return sketch(tuple(getattr(letter, name) for name in names)).split("\n")


def test_notes_are_numbered_where_they_are_first_referred_to(tmp_path: Path) -> None:
    """Notes of the document, of blocks and of other notes have one row of numbers."""
    letter = compose(
        tmp_path,
        body=(
            'A[^a]\n\n{{ block("n", w="x") }}\n\n{{ block("n", w="y") }}\n\n'
            "B[^b] C[^a]\n\n[^a]: One[^c]\n\n[^b]: Two\n\n[^c]: {{ 1 + 1 }} "
            "deep\n"
        ),
        files={
            "templates/blocks/n.md": (
                "---\nparameters: {w: z}\n---\nBlock[^a] {{ w }}.\n\n[^a]: Of block {{ w }}.\n"
            )
        },
    )
    assert parts(letter, "body", "notes") == [
        "Paragraph 6:1",
        "  'A' 6:1",
        "  FootnoteReference key='1' 6:2 number=1",
        "Paragraph 4:1",
        "  'Block' 4:1 block",
        "  FootnoteReference key='2' 4:6 number=2",
        "  ' ' 4:10 block",
        "  'x' 4:11 block",
        "  '.' 4:18 block",
        "Paragraph 4:1",
        "  'Block' 4:1 block",
        "  FootnoteReference key='3' 4:6 number=3",
        "  ' ' 4:10 block",
        "  'y' 4:11 block",
        "  '.' 4:18 block",
        "Paragraph 12:1",
        "  'B' 12:1",
        "  FootnoteReference key='4' 12:2 number=4",
        "  ' C' 12:6",
        "  FootnoteReference key='1' 12:8 number=1 occurrence=2",
        "Footnote key='1' 14:1 number=1 references=2",
        "  Paragraph 14:1",
        "    'One' 14:7",
        "    FootnoteReference key='5' 14:10 number=5",
        "Footnote key='2' 6:1 number=2 references=1",
        "  Paragraph 6:1",
        "    'Of block ' 6:7 block",
        "    'x' 6:16 block",
        "    '.' 6:23 block",
        "Footnote key='3' 6:1 number=3 references=1",
        "  Paragraph 6:1",
        "    'Of block ' 6:7 block",
        "    'y' 6:16 block",
        "    '.' 6:23 block",
        "Footnote key='4' 16:1 number=4 references=1",
        "  Paragraph 16:1",
        "    'Two' 16:7",
        "Footnote key='5' 18:1 number=5 references=1",
        "  Paragraph 18:1",
        "    '2' 18:7",
        "    ' deep' 18:18",
    ]


def test_a_note_in_a_loop_is_one_note(tmp_path: Path) -> None:
    """Each round refers to the same note, and its items join their list."""
    letter = compose(
        tmp_path,
        body=(
            "{% for d in facts.dams %}\n- {{ loop.index }} {{ d }}[^1]\n"
            "{% endfor %}\n- last\n\n[^1]: Note\n"
        ),
        files={
            "templates/campaigns/dam/campaign.yaml": "title: D\nfacts: {dams: [Upper, Lower]}\n"
        },
    )
    assert parts(letter, "body", "notes") == [
        "BulletList tight=True 7:1",
        "  items:",
        "    ListItem 7:1",
        "      Paragraph 7:1",
        "        '1' 7:3",
        "        ' ' 7:19",
        "        'Upper' 7:20",
        "        FootnoteReference key='1' 7:27 number=1",
        "    ListItem 7:1",
        "      Paragraph 7:1",
        "        '2' 7:3",
        "        ' ' 7:19",
        "        'Lower' 7:20",
        "        FootnoteReference key='1' 7:27 number=1 occurrence=2",
        "    ListItem 9:1",
        "      Paragraph 9:1",
        "        'last' 9:3",
        "Footnote key='1' 11:1 number=1 references=2",
        "  Paragraph 11:1",
        "    'Note' 11:7",
    ]


def test_lists_that_a_statement_parts_are_one(tmp_path: Path) -> None:
    """A condition within a list leaves one list; two lists of the author's stay two."""
    letter = compose(
        tmp_path,
        body=(
            "- first\n{% if true %}\n- second\n{% endif %}\n- third\n\n1. a\n"
            "{% if false %}\n2. b\n{% endif %}\n2. c\n\n<!-- -->\n\n1. d\n"
        ),
    )
    assert parts(letter, "body") == [
        "BulletList tight=True 6:1",
        "  items:",
        "    ListItem 6:1",
        "      Paragraph 6:1",
        "        'first' 6:3",
        "    ListItem 8:1",
        "      Paragraph 8:1",
        "        'second' 8:3",
        "    ListItem 10:1",
        "      Paragraph 10:1",
        "        'third' 10:3",
        "OrderedList start=1 tight=True 12:1",
        "  items:",
        "    ListItem 12:1",
        "      Paragraph 12:1",
        "        'a' 12:4",
        "    ListItem 16:1",
        "      Paragraph 16:1",
        "        'c' 16:4",
        "OrderedList start=1 tight=True 20:1",
        "  items:",
        "    ListItem 20:1",
        "      Paragraph 20:1",
        "        'd' 20:4",
    ]


def test_the_first_branch_that_holds_is_taken(tmp_path: Path) -> None:
    """A condition gives one branch, and a loop over nothing what stands there otherwise."""
    letter = compose(
        tmp_path,
        body=(
            "{% if facts.n > 9 %}\nA\n{% elif facts.n > 3 %}\nB\n{% else "
            '%}\nC\n{% endif %}\n\n{% for d in facts.dams if d == "x" %}\n'
            "D\n{% else %}\nE\n{% endfor %}\n"
        ),
        files={"templates/campaigns/dam/campaign.yaml": "title: D\nfacts: {n: 5, dams: [Upper]}\n"},
    )
    assert parts(letter, "body") == [
        "Paragraph 9:1",
        "  'B' 9:1",
        "Paragraph 17:1",
        "  'E' 17:1",
    ]


def test_words_say_what_they_come_from(tmp_path: Path) -> None:
    """A fact, a recipient, a signatory, a block and prose are told apart."""
    letter = compose(
        tmp_path,
        body=(
            "{{ facts.n }} {{ recipient.name }} {{ signatories.count "
            "}} {{ document.title }}\n\n{% for s in signatories.all %}\n"
            '{{ s.name }}\n{% endfor %}\n\n{{ block("n", w=facts.n) }}\n'
        ),
        front="recipients: [{name: The Board}]\nsignatories: r\n",
        files={
            "templates/campaigns/dam/campaign.yaml": "title: D\nfacts: {n: 5}\n",
            "signatories/r.csv": "name\nAlpha\n",
            "templates/blocks/n.md": (
                "---\nparameters: {w: z}\n---\nBlock {{ w }} {{ facts.n }}.\n"
            ),
        },
    )
    assert parts(letter, "body") == [
        "Paragraph 8:1",
        "  '5' 8:1 fact",
        "  ' ' 8:14",
        "  'The Board' 8:15 recipient",
        "  ' ' 8:35",
        "  '1' 8:36 roster",
        "  ' ' 8:59",
        "  'The dam' 8:60",
        "Paragraph 11:1",
        "  'Alpha' 11:1 roster",
        "Paragraph 4:1",
        "  'Block ' 4:1 block",
        "  '5' 4:7 block",
        "  ' ' 4:14 block",
        "  '5' 4:15 fact",
        "  '.' 4:28 block",
    ]


def test_blocks_nest_and_hand_on_their_parameters(tmp_path: Path) -> None:
    """A block may use another with what it was given; a default stands in where nothing is."""
    letter = compose(
        tmp_path,
        body='> {{ block("outer", w="*x*") }}\n\n- {{ block("outer") }}\n',
        files={
            "templates/blocks/outer.md": (
                "---\nparameters: {w: none}\n---\nOuter "
                '{{ w }}\n\n{{ block("inner", v=w ~ '
                '"!") }}\n'
            ),
            "templates/blocks/inner.md": "---\nparameters: {v: }\n---\n- Inner {{ v }}\n",
        },
    )
    assert parts(letter, "body") == [
        "BlockQuote 6:3",
        "  Paragraph 4:1",
        "    'Outer ' 4:1 block",
        "    '*x*' 4:7 block",
        "  BulletList tight=True 4:1",
        "    items:",
        "      ListItem 4:1",
        "        Paragraph 4:1",
        "          'Inner ' 4:3 block",
        "          '*x*!' 4:9 block",
        "BulletList tight=True 8:1",
        "  items:",
        "    ListItem 8:1",
        "      Paragraph 4:1",
        "        'Outer ' 4:1 block",
        "        'none' 4:7 block",
        "      BulletList tight=True 4:1",
        "        items:",
        "          ListItem 4:1",
        "            Paragraph 4:1",
        "              'Inner ' 4:3 block",
        "              'none!' 4:9 block",
    ]


def test_expressions_stand_in_every_part(tmp_path: Path) -> None:
    """Headings, tables, links, quotations and their speakers are filled in."""
    letter = compose(
        tmp_path,
        body=(
            "# On {{ facts.n }}\n\n| {{ facts.n }} |\n|---|\n| *{{ "
            "facts.n }}* |\n\n[{{ facts.n }}](https://x.example/{{ "
            "facts.n }})\n\n> A {{ facts.n }}\n> — {{ facts.who }}\n"
        ),
        files={
            "templates/campaigns/dam/campaign.yaml": "title: D\nfacts: {n: 5, who: A. Person}\n"
        },
    )
    assert parts(letter, "body") == [
        "Heading level=2 6:1 anchor='on-5'",
        "  'On ' 6:3",
        "  '5' 6:6 fact",
        "Table 8:1",
        "  header:",
        "    TableCell",
        "      '5' 8:3 fact",
        "  rows:",
        "    TableCell",
        "      Emphasis",
        "        '5' 10:4 fact",
        "Paragraph 12:1",
        "  Link href='https://x.example/5' 12:1",
        "    '5' 12:2 fact",
        "BlockQuote 14:3",
        "  Paragraph 14:3",
        "    'A ' 14:3",
        "    '5' 14:5 fact",
        "  attribution:",
        "    '— ' 15:3",
        "    'A. Person' 15:5 fact",
    ]
