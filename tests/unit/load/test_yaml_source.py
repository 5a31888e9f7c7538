"""YAML: the place of every value, and what YAML allows and a letter does not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from tests.support.sources import said
from undersigned.errors import Location
from undersigned.load.yaml_source import KeyPath, as_mapping, parse_yaml, typed_scalar


def test_every_value_and_every_key_has_its_place() -> None:
    """Values and keys have line and column, in lists, mappings and over several lines."""
    text = "a: 1\nb:\n  - x\n  - {c: y, d: 'z'}\ne: |\n  one\n  two\n"
    tree = parse_yaml(text, "f.yaml", first_line=3)
    assert tree.value == {"a": "1", "b": ["x", {"c": "y", "d": "z"}], "e": "one\ntwo\n"}
    assert tree.locations == {
        (): Location("f.yaml", 3, 1),
        ("a",): Location("f.yaml", 3, 4),
        ("b",): Location("f.yaml", 5, 3),
        ("b", 0): Location("f.yaml", 5, 5),
        ("b", 1): Location("f.yaml", 6, 5),
        ("b", 1, "c"): Location("f.yaml", 6, 9),
        ("b", 1, "d"): Location("f.yaml", 6, 15),
        ("e",): Location("f.yaml", 7, 4),
    }
    assert tree.key_locations == {
        ("a",): Location("f.yaml", 3, 1),
        ("b",): Location("f.yaml", 4, 1),
        ("b", 1, "c"): Location("f.yaml", 6, 6),
        ("b", 1, "d"): Location("f.yaml", 6, 12),
        ("e",): Location("f.yaml", 7, 1),
    }


def test_what_is_not_there_has_the_place_of_what_encloses_it() -> None:
    """A missing key is at its mapping, and parts that no file has are passed over."""
    tree = parse_yaml("a:\n  b: 1\n", "f.yaml")
    assert tree.at(("a", "c")) == Location("f.yaml", 2, 3)
    assert tree.at(("a", "mapping", "b")) == Location("f.yaml", 2, 6)
    assert tree.key_at(("a", "b")) == Location("f.yaml", 2, 3)
    assert tree.at(("x",)) == Location("f.yaml", 1, 1)


def test_an_alias_is_read_where_it_stands() -> None:
    """An alias has the value of its anchor."""
    assert parse_yaml("a: &x [1, 2]\nb: *x\n", "f.yaml").value == {"a": ["1", "2"], "b": ["1", "2"]}


def test_an_empty_file_is_an_empty_mapping() -> None:
    """Nothing, or nothing but a comment, is a file without keys."""
    assert as_mapping(parse_yaml("", "f.yaml")) == {}
    assert as_mapping(parse_yaml("# nothing\n", "f.yaml")) == {}


_ALIAS = (
    "f.yaml:1:4 [yaml] broken YAML: found undefined alias 'none' "
    "(check brackets, quotation marks and indentation just before this place)"
)
_BRACKETS = "check brackets, quotation marks and indentation just before this place"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: [1, 2\nb: 3\n",
            [
                ("f.yaml:2:2 [yaml] broken YAML: expected ',' or ']', but got ':' "
                f"({_BRACKETS})")
            ],
        ),
        (
            "a: Re: the dam\n",
            [
                ("f.yaml:1:6 [yaml] broken YAML: mapping values are not allowed here "
                '(a text with ": " in it needs quotation marks around it)')
            ],
        ),
        (
            "a:\n\tb: 1\n",
            [
                ("f.yaml:2:1 [yaml] broken YAML: found character '\\t' that cannot start any token "
                "(indent with spaces, not with tabs)")
            ],
        ),
        (
            "a: 1\nb\nc: 2\n",
            [
                ("f.yaml:3:1 [yaml] broken YAML: could not find expected ':' "
                "(a colon may be missing after the key)")
            ],
        ),
        ("a: *none\n", [_ALIAS]),
        ("a: &x [*x]\n", ["f.yaml:1:4 [yaml] an alias (*name) leads back to itself"]),
        ("a: &x {b: *x}\n", ["f.yaml:1:4 [yaml] an alias (*name) leads back to itself"]),
        (
            "a: 1\nb: 2\na: 3\nb: 4\n",
            [
                'f.yaml:3:1 [duplicate-key] the key "a" is given twice (it stands first on line 1)',
                'f.yaml:4:1 [duplicate-key] the key "b" is given twice (it stands first on line 2)',
            ],
        ),
        (
            "a: {{ facts.n }}\n",
            [
                ("f.yaml:1:5 [yaml] a key must be a word "
                '(text in {{ }} needs quotation marks around it: "{{ … }}")')
            ],
        ),
    ],
)  # fmt: skip
def test_what_yaml_cannot_mean_is_told_at_its_place(text: str, expected: list[str]) -> None:
    """Broken YAML, doubled keys, circles and expressions without quotes have line and column."""
    assert said(lambda: parse_yaml(text, "f.yaml")) == expected


def test_aliases_of_aliases_end() -> None:
    """A few lines that stand for a billion values are refused."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    findings = said(lambda: parse_yaml("\n".join(lines), "f.yaml"))
    assert findings == ["f.yaml:1:34 [yaml] the aliases (*name) stand for too many values"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("1_000", 1000),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("1.50", Decimal("1.50")),
        ("1e3", "1e3"),
        ("true", True),
        ("yes", "yes"),
        ("no", "no"),
        ("2031-04-02", dt.date(2031, 4, 2)),
        ("'2031-04-02'", "2031-04-02"),
        ("'12'", "12"),
        ("12:30:45", "12:30:45"),
        ("Velmar", "Velmar"),
    ],
)  # fmt: skip
def test_a_plain_value_is_what_a_reader_takes_it_for(typed: str, value: object) -> None:
    """Numbers, days and truth are themselves; whatever could be misread stays as typed."""
    tree = parse_yaml(f"a: {typed}\n", "f.yaml")
    path: KeyPath = ("a",)
    found = typed_scalar(tree, path, tree.value["a"])
    assert (type(found), found) == (type(value), value)


def test_an_impossible_date_is_no_date() -> None:
    """A day that the calendar does not have raises ValueError."""
    tree = parse_yaml("a: 2031-02-30\n", "f.yaml")
    with pytest.raises(ValueError, match="day is out of range for month"):
        typed_scalar(tree, ("a",), "2031-02-30")
