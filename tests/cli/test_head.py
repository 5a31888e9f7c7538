"""The head of a file, edited as text: what YAML reads afterwards, and what stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from undersigned.cli.head import Head, quoted, schema_line

HEAD = """\
# Ours
kind: letter   # of course
"title": >-
  Two
  lines

recipients:
- {id: a}

# after the list
cc: [
  ohchr,
]
titles: other
"""


def value_of(text: str) -> object:
    return YAML(typ="safe").load(f"key: {text}\n")["key"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example("one\u2028two\u2029three\x85four\nfive\tsix")
def test_quoted_text_is_read_as_it_was(text: str) -> None:
    """Whatever a person types comes out of YAML as the same words."""
    assert value_of(quoted(text)) == text


@pytest.mark.parametrize("text", ["Yes", "no", "null", "12", "2024-01-01", "~", ".5", "- a", " a "])
def test_what_yaml_would_take_for_something_else_is_quoted(text: str) -> None:
    """Words that YAML reads as a truth, a number or a date stand between quotes."""
    assert quoted(text) == f'"{text}"'


@pytest.mark.parametrize("text", ["Letter on the dam", "Yours faithfully,", "Droits & libertés"])
def test_plain_words_stand_bare(text: str) -> None:
    """Plain words need no quotes, and get none."""
    assert quoted(text) == text


def edited(key: str, action: str, *arguments: str) -> str:
    head = Head(HEAD.removesuffix("\n").split("\n"))
    getattr(head, action)(key, *arguments)
    return "\n".join([*head.lines, ""])


@pytest.mark.parametrize(
    ("key", "old"),
    [
        ("kind", "kind: letter   # of course\n"),
        ("title", '"title": >-\n  Two\n  lines\n'),
        ("recipients", "recipients:\n- {id: a}\n"),
        ("cc", "cc: [\n  ohchr,\n]\n"),
        ("titles", "titles: other\n"),
    ],
)
def test_a_key_is_its_own_lines(key: str, old: str) -> None:
    """Setting, dropping and putting aside touch the key's lines, and no other."""
    assert edited(key, "set", "x") == HEAD.replace(old, f"{key}: x\n")
    assert edited(key, "drop") == HEAD.replace(old, "")
    aside = "".join(f"# {line}\n" for line in old.splitlines())
    assert edited(key, "put_aside") == HEAD.replace(old, aside)


def test_a_new_key_goes_to_the_end() -> None:
    """A key that is not there yet is added below the others; dropping one changes nothing."""
    assert edited("place", "set", "Tane") == f"{HEAD}place: Tane\n"
    assert edited("place", "drop") == HEAD
    assert edited("place", "put_aside") == HEAD


def test_one_line_for_the_schema() -> None:
    """The schema's line is the first, and there is one."""
    head = Head(["# yaml-language-server: $schema=old.json", "kind: letter"])
    head.set_schema(schema_line("letter", 3))
    assert head.lines == [
        "# yaml-language-server: $schema=../../../.schemas/letter.json",
        "kind: letter",
    ]
