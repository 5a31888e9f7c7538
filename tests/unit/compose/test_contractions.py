"""Contractions: a preposition of the author's and the article of a recipient's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sketch import sketch
from tests.support.sources import compose
from undersigned.compose.contractions import Contractions, Inserted, InText
from undersigned.errors import Location
from undersigned.model.node import (
    Code,
    Emphasis,
    FootnoteReference,
    Inline,
    LineBreak,
    Link,
    Strikethrough,
    Strong,
    inline_text,
)
from undersigned.model.text import Origin, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from undersigned.model.letter import Letter

HERE = Location("a.md", 7, 3)
THERE = Location("a.md", 7, 20)
FRENCH = Contractions({"à le": "au", "à les": "aux", "de le": "du", "de les": "des"})
ITALIAN = Contractions({"a il": "al", "a l'": "all’", "di lo": "dello"})
NONE = Contractions({})


def typed(words: str) -> Text:
    return Text(words, HERE)


def named(words: str) -> Inserted:
    """What `{{ recipient.in_text }}` gives."""
    return Inserted(words, THERE, Origin.RECIPIENT, in_text=True)


def inserted(words: str) -> Inserted:
    """What any other expression gives."""
    return Inserted(words, THERE, Origin.FACT)


SENATE = "le Sénat français"


@pytest.mark.parametrize(
    ("before", "name", "expected"),
    [
        ("Nous écrivons à ", SENATE, "Nous écrivons au Sénat français"),
        ("le rôle de ", SENATE, "le rôle du Sénat français"),
        ("à ", "les États de Jersey", "aux États de Jersey"),
        ("de ", "les États de Jersey", "des États de Jersey"),
        ("À ", SENATE, "Au Sénat français"),
        ("De ", SENATE, "Du Sénat français"),
        ("DE ", SENATE, "DU Sénat français"),
        ("à\u00a0", SENATE, "au\u00a0Sénat français"),
        ("à\u202f", SENATE, "au\u202fSénat français"),
        ("à\n", SENATE, "au\nSénat français"),
        ("à ", "le\u00a0Sénat", "au Sénat"),
        ("a\u0300 ", SENATE, "au Sénat français"),
        ("jusqu’à ", SENATE, "jusqu’au Sénat français"),
        ("jusqu'à ", SENATE, "jusqu'au Sénat français"),
        ("(à ", SENATE, "(au Sénat français"),
        ("« de ", SENATE, "« du Sénat français"),
        ("vis-à-vis de ", SENATE, "vis-à-vis du Sénat français"),
        ("à ", f"{SENATE} et le Congrès", "au Sénat français et le Congrès"),
        # Nothing to contract.
        ("à ", "l’Assemblée nationale", "à l’Assemblée nationale"),
        ("de ", "l'Assemblée nationale", "de l'Assemblée nationale"),
        ("à ", "la Chambre", "à la Chambre"),
        ("dans ", SENATE, "dans le Sénat français"),
        ("", SENATE, SENATE),
        ("le modèle ", SENATE, "le modèle le Sénat français"),
        ("mode ", SENATE, "mode le Sénat français"),
        ("là-de ", SENATE, "là-de le Sénat français"),
        ("dE ", SENATE, "dE le Sénat français"),
        ("à", SENATE, "àle Sénat français"),
        ("à : ", SENATE, "à : le Sénat français"),
        ("à « ", SENATE, "à « le Sénat français"),
        ("à ", "Le Havre", "à Le Havre"),
        ("à ", "Le Sénat", "à Le Sénat"),
        ("à ", "leSénat", "à leSénat"),
        ("à ", "le", "à le"),
        ("à ", "le ", "à le "),
        ("à ", "", "à "),
        ("de le ", "Sénat", "de le Sénat"),
        ("écrit à le ", SENATE, "écrit à le le Sénat français"),
    ],
)
def test_a_preposition_and_an_article_become_one_word(
    before: str, name: str, expected: str
) -> None:
    """At the seam of the author's words and the name, as a word of its own, its case kept; in a
    line of the front matter as in the text, and in no language without a table."""
    parts = (typed(before), named(name), typed("."))
    assert FRENCH.line(parts) == f"{expected}."
    assert inline_text(FRENCH.run(parts)) == f"{expected}."
    assert NONE.line(parts) == inline_text(NONE.run(parts)) == f"{before}{name}."


@pytest.mark.parametrize(
    ("before", "name", "expected"),
    [
        ("a ", "il Senato", "al Senato"),
        ("a ", "l’Assemblea", "all’Assemblea"),
        ("A ", "l'Assemblea", "All’Assemblea"),
        ("di ", "lo Stato", "dello Stato"),
        ("di ", "l’Assemblea", "di l’Assemblea"),
    ],
)
def test_a_word_that_ends_in_an_apostrophe_joins_the_name(
    before: str, name: str, expected: str
) -> None:
    """An article may end in an apostrophe, and so may what it becomes."""
    assert ITALIAN.line((typed(before), named(name))) == expected
    apart = (Emphasis((typed(before.strip()),)), typed(" "), named(name))
    assert inline_text(ITALIAN.run(apart)) == expected


def strong(*nodes: Inline) -> Strong:
    return Strong(nodes)


def link(*nodes: Inline) -> Link:
    return Link("https://a.example", nodes, HERE)


NAME = Text("Sénat français", THERE, Origin.RECIPIENT)
WHOLE = Text(SENATE, THERE, Origin.RECIPIENT)


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ([typed("à "), strong(named(SENATE))], [typed("au "), strong(NAME)]),
        ([typed("à "), link(named(SENATE))], [typed("au "), link(NAME)]),
        ([typed("à "), strong(link(named(SENATE)))], [typed("au "), strong(link(NAME))]),
        ([strong(typed("à")), typed(" "), named(SENATE)], [strong(typed("au")), typed(" "), NAME]),
        ([strong(typed("lu à ")), named(SENATE)], [strong(typed("lu au ")), NAME]),
        ([link(typed("De")), typed("\n"), strong(named(SENATE))],
         [link(typed("Du")), typed("\n"), strong(NAME)]),
        ([strong(typed("à "), named(SENATE))], [strong(typed("au "), NAME)]),
        ([Strikethrough((typed("à "), named(SENATE)))], [Strikethrough((typed("au "), NAME))]),
        ([LineBreak(), typed("à "), named(SENATE)], [LineBreak(), typed("au "), NAME]),
        ([inserted("x"), typed(" à "), named(SENATE)],
         [Text("x", THERE, Origin.FACT), typed(" au "), NAME]),
        ([typed("de "), named(SENATE), typed(" à "), named(SENATE)],
         [typed("du "), NAME, typed(" au "), NAME]),
        # Nothing to contract.
        ([strong(typed("modè")), typed("de "), named(SENATE)],
         [strong(typed("modè")), typed("de "), WHOLE]),
        ([inserted("mo"), typed("de "), named(SENATE)],
         [Text("mo", THERE, Origin.FACT), typed("de "), WHOLE]),
        ([inserted("mo"), strong(typed("")), typed("de "), named(SENATE)],
         [Text("mo", THERE, Origin.FACT), strong(typed("")), typed("de "), WHOLE]),
        ([strong(typed("d")), typed("e "), named(SENATE)],
         [strong(typed("d")), typed("e "), WHOLE]),
        ([inserted("à"), typed(" "), named(SENATE)],
         [Text("à", THERE, Origin.FACT), typed(" "), WHOLE]),
        ([typed("à "), inserted("le Monde")], [typed("à "), Text("le Monde", THERE, Origin.FACT)]),
        ([named("ville de"), typed(" "), named(SENATE)],
         [Text("ville de", THERE, Origin.RECIPIENT), typed(" "), WHOLE]),
        ([typed("à"), LineBreak(), named(SENATE)], [typed("à"), LineBreak(), WHOLE]),
        ([typed("à "), FootnoteReference("1", HERE), named(SENATE)],
         [typed("à "), FootnoteReference("1", HERE), WHOLE]),
        ([Code(typed("à")), typed(" "), named(SENATE)], [Code(typed("à")), typed(" "), WHOLE]),
        ([Strikethrough((typed("à "),)), named(SENATE)], [Strikethrough((typed("à "),)), WHOLE]),
        ([typed("à "), Strikethrough((named(SENATE),))], [typed("à "), Strikethrough((WHOLE,))]),
    ],
)  # fmt: skip
def test_emphasis_and_links_may_stand_at_the_seam(
    nodes: list[Inline], expected: list[Inline]
) -> None:
    """The one word stands where the preposition stood; each text keeps its place and origin, and
    nothing else may stand between the two."""
    assert FRENCH.run(nodes) == tuple(expected)


_words = st.text(st.sampled_from("àÀdelsu LE\n\u00a0’-.Sénat"), max_size=12)
_spans = st.sampled_from([Emphasis, Strong, Strikethrough])


@given(
    st.recursive(
        st.lists(st.one_of(_words.map(typed), _words.map(inserted)), max_size=6),
        lambda inner: st.lists(
            st.builds(lambda span, nodes: span(tuple(nodes)), _spans, inner), max_size=3
        ),
    )
)
def test_text_without_a_name_is_never_changed(nodes: list[Inline]) -> None:
    """Whatever the author typed and whatever else was inserted is printed as it stands."""
    run = FRENCH.run(nodes)
    assert inline_text(run) == inline_text(tuple(nodes))
    assert "Inserted" not in repr(run)
    leaves = [node for node in nodes if isinstance(node, Text)]
    assert FRENCH.line(leaves) == "".join(map(str, leaves))


@given(_words, st.sampled_from([SENATE, "les États", "l’Assemblée", "Le Havre"]), _words)
def test_only_the_seam_is_changed(before: str, name: str, after: str) -> None:
    """What is before the preposition, the name behind its article and what follows stay."""
    kept = before + name + after
    said = FRENCH.line((typed(before), named(name), typed(after)))
    if said != kept:
        word, article = before.rsplit(maxsplit=1)[-1], name.split(maxsplit=1)[0]
        assert word.lower().endswith(("à", "de"))
        assert article in ("le", "les")
        shared = len(before.rstrip()) - (1 if word.lower().endswith("à") else 2)
        assert said[:shared] == kept[:shared]
        assert said.endswith(
            before[len(before.rstrip()) :] + name.removeprefix(article)[1:] + after
        )


FILES = {
    "undersigned.toml": 'organisation = "Velmar"\nlanguage = "fr"\n',
    "templates/campaigns/dam/campaign.yaml": (
        "title: Barrage\nfacts:\n  journal: le Monde\n  ville: Le Havre\n  mot: à\n"
    ),
    "templates/blocks/appel.md": (
        "---\nparameters: {qui: , autre: le Monde}\n---\n"
        "Appel à {{ qui }}, lu de {{ autre }}.[^1]\n\n[^1]: Copie de {{ qui }}.\n"
    ),
}
SENATES = (
    "recipients:\n  - {id: a, name: Sénat, in_text: le Sénat}\n"
    "  - {id: b, name: États, in_text: les États}\n"
)


def written(root: Path, body: str, front: str = "", to: int | None = None) -> Letter:
    """A French letter to the Senate and the States."""
    files: Mapping[str, str] = FILES
    return compose(root, body, SENATES + front, files, language="fr", to=to)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("recipient.in_text", "au Sénat et les États"),
        ("recipients[1].in_text", "aux États"),
        ("(recipient.in_text if true else 1)", "au Sénat et les États"),
        ("recipients | map(attribute='in_text') | list", "au Sénat et les États"),
        ("recipients | map(attribute='in_text') | reverse | listed", "aux États et le Sénat"),
        ("recipient.in_text | default('x')", "au Sénat et les États"),
        # Other words than the name's own, or none of a recipient's.
        ("recipients | map(attribute='in_text') | join(' / ')", "à le Sénat / les États"),
        ("recipient.in_text | upper", "à LE SÉNAT ET LES ÉTATS"),
        ("recipient.in_text ~ ''", "à le Sénat et les États"),
        ("recipient.in_text.lower()", "à le sénat et les états"),
        ("recipient.name", "à Sénat et États"),
        ("facts.journal", "à le Monde"),
        ("facts.ville", "à Le Havre"),
        ("'le Sénat'", "à le Sénat"),
    ],
)
def test_only_the_name_for_a_sentence_is_contracted(
    tmp_path: Path, source: str, expected: str
) -> None:
    """As it is, chosen, or first in a list; what a filter makes of it is other words."""
    letter = written(tmp_path, f"à {{{{ {source} }}}}", f"subject: à {{{{ {source} }}}}\n")
    (paragraph,) = letter.body
    assert inline_text(paragraph.children) == expected  # type: ignore[union-attr, arg-type]
    assert str(letter.subject) == expected


def test_every_text_of_a_letter_is_contracted(tmp_path: Path) -> None:
    """Headings, lists, tables, quotations, loops, notes and blocks, each at its own place."""
    letter = written(
        tmp_path,
        "## Lettre à {{ recipient.in_text }}\n\nÀ\n**{{ recipient.in_text }}**.[^n]\n\n"
        "{% for r in recipients %}\n- de {{ r.in_text }}\n{% endfor %}\n\n"
        "> De le fait.\n>\n> — Président de {{ recipient.in_text }}\n\n"
        '{{ block("appel", qui=recipient.in_text) }}\n\n'
        "| de {{ recipient.in_text }} |\n|---|\n| à {{ recipient.in_text }} |\n\n"
        "{{ facts.mot }} {{ recipient.in_text }}"
        " [x](<https://a.example/?de {{ recipient.in_text }}>)\n\n"
        "[^n]: Copie de {{ recipient.in_text }}.\n",
        to=0,
    )
    assert sketch((letter.body, letter.notes)).split("\n") == [
        "Heading level=2 9:1 anchor='lettre-au-sénat'",
        "  'Lettre au ' 9:4",
        "  'Sénat' 9:13 recipient",
        "Paragraph 11:1",
        "  'Au' 11:1",
        "  '\\n' 11:2",
        "  Strong",
        "    'Sénat' 12:3 recipient",
        "  '.' 12:28",
        "  FootnoteReference key='1' 12:29 number=1",
        "BulletList tight=True 15:1",
        "  items:",
        "    ListItem 15:1",
        "      Paragraph 15:1",
        "        'du ' 15:3",
        "        'Sénat' 15:6 recipient",
        "BlockQuote 18:3",
        "  Paragraph 18:3",
        "    'De le fait.' 18:3",
        "  attribution:",
        "    '— Président du ' 20:3",
        "    'Sénat' 20:18 recipient",
        "Paragraph 4:1",
        "  'Appel au ' 4:1 block",
        "  'Sénat' 4:9 block",
        "  ', lu de ' 4:18 block",
        "  'le Monde' 4:26 block",
        "  '.' 4:37 block",
        "  FootnoteReference key='2' 4:38 number=2",
        "Table 24:1",
        "  header:",
        "    TableCell",
        "      'du ' 24:3",
        "      'Sénat' 24:6 recipient",
        "  rows:",
        "    TableCell",
        "      'au ' 26:3",
        "      'Sénat' 26:5 recipient",
        "Paragraph 28:1",
        "  'à' 28:1 fact",
        "  ' ' 28:16",
        "  'le Sénat' 28:17 recipient",
        "  ' ' 28:40",
        "  Link href='https://a.example/?de%20le%20Sénat' 28:41",
        "    'x' 28:42",
        "Footnote key='1' 30:1 number=1 references=1",
        "  Paragraph 30:1",
        "    'Copie du ' 30:7",
        "    'Sénat' 30:16 recipient",
        "    '.' 30:39",
        "Footnote key='2' 6:1 number=2 references=1",
        "  Paragraph 6:1",
        "    'Copie du ' 6:7 block",
        "    'Sénat' 6:16 block",
        "    '.' 6:25 block",
    ]


def test_the_lines_of_a_letter_are_contracted(tmp_path: Path) -> None:
    """Title, subject, greeting and close, to all and to each."""
    lines = "".join(
        f"{key}: {word} {{{{ recipient.in_text }}}},\n"
        for key, word in [("subject", "Rôle de"), ("salutation", "À"), ("close", "Merci à")]
    )
    letter = written(tmp_path, "Mots.", lines)
    said = [str(part) for part in (letter.subject, letter.salutation, letter.close)]
    assert said == ["Rôle du Sénat et les États,", "Au Sénat et les États,",
                    "Merci au Sénat et les États,"]  # fmt: skip
    letter = written(tmp_path, "Mots.", lines, to=1)
    said = [str(part) for part in (letter.subject, letter.salutation, letter.close)]
    assert said == ["Rôle des États,", "Aux États,", "Merci aux États,"]


def test_a_name_stays_a_text(tmp_path: Path) -> None:
    """It is compared, measured and joined like any other."""
    name = InText(SENATE)
    assert (name, len(name), f"{name}") == (SENATE, 17, SENATE)
    assert type(name.upper()) is type(name + "") is str
