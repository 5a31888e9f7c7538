"""Values are literal: what a fact, a name or a parameter holds is words and nothing else."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.sources import NOW, workspace
from undersigned.compose import compose_letter
from undersigned.errors import InvalidInput, Location, NotFound
from undersigned.load import DocumentName, Workspace, load_dossier, open_workspace
from undersigned.model.letter import Letter
from undersigned.model.text import Text

_LETTER = "templates/campaigns/dam/letter.md"
_CAMPAIGN = "templates/campaigns/dam/campaign.yaml"
_BLOCK = "---\nparameters:\n  who:\n---\nThe block names {{ who }} here.\n"
_HEAD = "---\nkind: open-letter\ntitle: The dam\ndate: 2031-04-02\nsignatories: people\n"

# Letters of many scripts, and every sign that Markdown, Jinja, YAML, CSV and HTML know.
_SIGNS = "*_~`[](){}<>#!|\\&;:'\"%^+-=.,/$@0 \u00a0\u200d"
_LETTERS = "aZéßšżłقلمखमភាសា日本語한글Ωж"
_PIECES = [
    "{{",
    "}}",
    "{% if a %}",
    "{# #}",
    "\\{{",
    "<script>",
    "&amp;",
    "](https://x)",
    "**",
    "|",
]
_values = (
    st.lists(st.sampled_from([*_SIGNS, *_LETTERS, *_PIECES]), min_size=1, max_size=14)
    .map("".join)
    .map(lambda words: f"«{words}»")
)


@pytest.fixture(scope="module")
def opened() -> Iterator[Workspace]:
    with tempfile.TemporaryDirectory() as folder:
        yield workspace(Path(folder), {"templates/blocks/oath.md": _BLOCK})


def write(opened: Workspace, files: dict[str, str]) -> Letter:
    """The letter that these files make."""
    for name, content in files.items():
        path = opened.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    fresh = open_workspace(opened.root)
    return compose_letter(load_dossier(fresh, DocumentName("dam", "letter"), "en"), now=NOW)


def texts(value: object) -> Iterator[str]:
    """Every text of a letter, wherever it stands."""
    if isinstance(value, Text):
        yield value.text
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value) and not isinstance(value, Location | type):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def shape(value: object) -> object:
    """The letter's body without its words and places: what nodes there are."""
    if isinstance(value, tuple):
        return [shape(item) for item in value]
    if isinstance(value, Text):
        return "Text"
    if is_dataclass(value) and not isinstance(value, Location | type):
        return [type(value).__name__, *(shape(getattr(value, f.name)) for f in fields(value))]
    return None


_SHAPE = [
    ["Paragraph", ["Text", "Text", "Text", ["Emphasis", ["Text", "Text"]], "Text"], None],
    ["Paragraph", ["Text", "Text", "Text"], None],
    ["Paragraph", ["Text", "Text", "Text", "Text", "Text"], None],
]


@settings(max_examples=200)
@given(fact=_values, signatory=_values, recipient=_values, argument=_values)
def test_a_value_is_printed_as_it_is(
    opened: Workspace, fact: str, signatory: str, recipient: str, argument: str
) -> None:
    """Each value stands in the letter letter by letter, and makes no node but its own words."""
    table = io.StringIO()
    csv.writer(table).writerows([["name", "kind"], [f"1{signatory}", "organisation"]])

    def files(facts: str, name: str, given: str) -> dict[str, str]:
        return {
            _CAMPAIGN: f"title: Dam\nfacts: {{found: {json.dumps(facts)}}}\n",
            "signatories/people.csv": table.getvalue(),
            _LETTER: f"{_HEAD}recipients: [{{name: {json.dumps(name)}}}]\n---\n"
            "A {{ facts.found }} *b {{ facts.found }}*.\n\n"
            f'{{{{ block("oath", who={json.dumps(given)}) }}}}\n\n'
            "Names {{ signatories.organisations | listed }} and {{ recipient.name }} stand.\n",
        }

    letter = write(opened, files(f"2{fact}", f"3{recipient}", f"4{argument}"))
    in_body = [words for words in texts(letter.body) if "«" in words]
    assert in_body == [
        f"2{fact}",
        f"2{fact}",
        f"4{argument}",
        f"1{signatory}",
        f"3{recipient}",
    ]
    assert [words for words in texts(letter.signatures) if "«" in words] == [in_body[3]]
    assert [line.text for address in letter.addressees for line in address.lines] == [
        f"3{recipient}"
    ]
    assert shape(letter.body) == _SHAPE


_MARKDOWN = [
    "word ", "words, and more ", "\n", "\n\n", "    ", "\t", "- ", "1. ", "> ", "# ", "***",
    "**", "*", "_", "`", "```\n", "[", "]", "](#word)", "![", "[a](https://x.example)", "<", "<b>",
    "<!--", "-->", "&amp;", "\\", "\\{{", "{{", "}}", "{{ facts.n }}", "{{ facts.dams | listed }}",
    "{{ facts.none }}", "{{ recipient.name }}", "{{ signatories.count }}", "{{ loop.index }}",
    "{{ d }}", '{{ block("oath", who="*x*") }}', '{{ block("oath") }}', '{{ block("none") }}',
    '{{ facts.n * "x" }}', "{{ 2 ** 999 ** 9 }}", "{{ facts.dams[9] }}", "{{ facts.n.x }}",
    "\n\n{% if facts.n > 3 %}\n\n", "\n\n{% else %}\n\n", "\n\n{% endif %}\n\n", "{% if", "%}",
    "\n\n{% for d in facts.dams %}\n\n", "\n\n{% for a, b in facts.dams %}\n\n",
    "\n\n{% endfor %}\n\n", "{#", "|", "\n| a | b |\n|---|---|\n| {{ facts.n }} ", "[^1]",
    "\n[^1]: note {{ facts.n }}\n", "^[note", "![p](x.png)", "\n> — {{ d }}\n", "é", "م", "日\n本",
    "\u200b", "\u200f", "\x0c", "\x00", "\ue000", "\U000f0000", "\U0010ffff",
    "'", '"',
    "{{ '}}' }}",
]  # fmt: skip


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(_MARKDOWN), max_size=30).map("".join)
    | st.text(max_size=60).filter(lambda text: text.isprintable() or "\n" in text)
)
def test_any_text_is_a_letter_or_a_finding(opened: Workspace, body: str) -> None:
    """Whatever stands in a document, it is composed or refused; nothing else is raised."""
    try:
        data = body.encode()
    except UnicodeEncodeError:
        return
    files = {
        _CAMPAIGN: "title: Dam\nfacts: {n: 5, dams: [Upper, Lower]}\n",
        "signatories/people.csv": "name,kind\nAlpha,organisation\nBeta,individual\n",
        _LETTER: f"{_HEAD}recipients: [{{name: The Committee}}]\n---\n{data.decode()}",
    }
    try:
        letter = write(opened, files)
    except (InvalidInput, NotFound) as error:
        assert str(error)  # noqa: PT017 - a refusal says something
        return
    assert letter.body
