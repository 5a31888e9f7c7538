"""Expressions: their words in the letter's language, and what a document may not compute."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from tests.support.sources import said
from undersigned.compose.evaluate import Evaluator
from undersigned.compose.phrases import Phrasebook
from undersigned.compose.scope import Namespace
from undersigned.errors import Location
from undersigned.model.text import Origin, Text
from undersigned.model.wording import Wording

HERE = Location("a.md", 7, 3)
FACTS = Namespace(
    "facts",
    {
        "n": 12345,
        "rate": 0.5,
        "price": Decimal("1.50"),
        "day": dt.date(2031, 4, 2),
        "dams": ("Upper", "Lower", "Old"),
        "empty": (),
        "name": "*Velmar* {{ x }}",
        "yes": True,
    },
)
SCOPE = {"facts": FACTS, "a": "A", "recipient": Namespace("recipient", {"name": "B"}, title="B")}


def evaluator(language: str = "en") -> Evaluator:
    ordinals = {"en": {"one": "{number}st", "two": "{number}nd", "few": "{number}rd"}}
    forms = {"other": "{number}th", **ordinals.get(language, {})}
    wording = Wording(language, language, "ltr", "decimal", {}, {}, forms, Location("w.yaml"))
    return Evaluator(Phrasebook(wording))


def words(source: str, language: str = "en") -> str:
    return evaluator(language).text(source, SCOPE, HERE, Origin.PROSE).text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["April 2, 2031", "Upper, Lower, and Old", "12,345", "Upper and Lower"]),
        ("fr", ["2 avril 2031", "Upper, Lower et Old", "12\u202f345", "Upper et Lower"]),
        ("es", ["2 de abril de 2031", "Upper, Lower y Old", "12.345", "Upper y Lower"]),
        ("ar", ["2 أبريل 2031", "Upper وLower وOld", "12,345", "Upper وLower"]),
        ("km", ["2 មេសា 2031", "Upper, Lower និង Old", "12,345", "Upper និង\u200bLower"]),
        ("ja", ["2031年4月2日", "Upper、Lower、Old", "12,345", "Upper、Lower"]),
    ],
)
def test_values_are_written_as_the_language_writes_them(language: str, expected: list[str]) -> None:
    """Days, lists and numbers follow CLDR, whichever filter or none is used."""
    sources = ["facts.day", "facts.dams", "facts.n | number", "facts.dams[:2] | listed"]
    assert [words(source, language) for source in sources] == expected
    assert words('"2031-04-02" | date', language) == expected[0]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (21, "21st")]
)  # fmt: skip
def test_an_ordinal_follows_the_plural_rules(number: int, expected: str) -> None:
    """The form of an ordinal is the one of its category in CLDR."""
    assert words(f"{number} | ordinal") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("facts.name", "*Velmar* {{ x }}"),
        ("facts.name | upper", "*VELMAR* {{ X }}"),
        ("facts.n", "12345"),
        ("facts.rate", "0.5"),
        ("facts.price", "1.50"),
        ("facts.dams | length", "3"),
        ("facts.dams | join(' / ')", "Upper / Lower / Old"),
        ("facts.dams | map('upper') | listed", "UPPER, LOWER, and OLD"),
        ("facts.dams | sort | first", "Lower"),
        ("'1,5' ~ ' m'", "1,5 m"),
        ("'many' if facts.n > 3 else ''", "many"),
        ("'many' if facts.n < 3 else ''", ""),
        ("recipient", "B"),
        ("facts['n']", "12345"),
        ("'12' | int + 1", "13"),
        ("a.upper()", "A"),
        ("[1, [2, 3]]", "1 and 2 and 3"),
    ],
)
def test_an_expression_becomes_words(source: str, expected: str) -> None:
    """Names, attributes, filters and conditions within a sentence."""
    assert words(source) == expected


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        ("facts.n", Origin.FACT),
        ("facts.n | number", Origin.FACT),
        ("recipient.name", Origin.RECIPIENT),
        ("a", Origin.BLOCK),
        ("1 + 1", Origin.BLOCK),
    ],
)
def test_words_say_what_they_come_from(source: str, origin: Origin) -> None:
    """A fact is told from a recipient and from the text around them."""
    text = evaluator().text(source, SCOPE, HERE, Origin.BLOCK)
    assert (text.origin, text.location) == (origin, HERE)


_GROWS = "it grows beyond all bounds (a document names values; it does not compute them)"
_METHOD = "is not allowed in a document (a filter may do it: {{ … | upper }}, {{ … | join }})"
_HIDDEN = "is not allowed in a document (names that begin with _ are not for documents)"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x", 'unknown variable "x" (known here: a, facts, recipient)'),
        ("fact", 'unknown variable "fact" (did you mean "facts"?)'),
        ("facts.nn", '{{ facts.nn }}: facts has no "nn" (did you mean "n"?)'),
        ("facts.n.x", '{{ facts.n.x }}: its value has no "x"'),
        ("facts.dams[9]", '{{ facts.dams[9] }}: its value has no "9"'),
        ("none", "{{ none }}: its value is none, which is no text"),
        ("facts.yes", "{{ facts.yes }}: its value is true, which is no text"),
        ("facts.n > 3", "{{ facts.n > 3 }}: its value is true, which is no text"),
        ("[]", "{{ [] }}: the list is empty, so nothing would be printed"),
        ("facts.empty", "{{ facts.empty }}: the list is empty, so nothing would be printed"),
        (
            "facts.empty | join(', ')",
            "{{ facts.empty | join(', ') }}: the list is empty, so nothing would be printed",
        ),
        ("{'a': 1}", "{{ {'a': 1} }}: its value is no text"),
        ("'a' if false", ("{{ 'a' if false }}: it has no value when the condition does not hold "
         '(write what stands there then, or else "")')),
        ("1 / 0", "{{ 1 / 0 }}: division by zero"),
        ("1e999", "{{ 1e999 }}: its value is no number"),
        ("1e308 * 10 - 1e308 * 10", "{{ 1e308 * 10 - 1e308 * 10 }}: its value is no number"),
        ("'abc' | int", "{{ 'abc' | int }}: \"abc\" is not a number"),
        ("'abc' | number", "{{ 'abc' | number }}: \"abc\" is not a number"),
        ("a | listed", "{{ a | listed }}: | listed takes a list"),
        ("a | ordinal", "{{ a | ordinal }}: \"A\" is not a number"),
        ("1.5 | ordinal", "{{ 1.5 | ordinal }}: | ordinal takes a whole number"),
        ("3 | date", "{{ 3 | date }}: | date takes a date"),
        ("'2031-02-30' | date",
         "{{ '2031-02-30' | date }}: \"2031-02-30\" is not a date (write 2026-01-31)"),
        ("().__class__", f'{{{{ ().__class__ }}}}: "__class__" {_HIDDEN}'),
        ("''.__class__.__mro__", f'{{{{ \'\'.__class__.__mro__ }}}}: "__class__" {_HIDDEN}'),
        ("facts.dams.__len__()", f'{{{{ facts.dams.__len__() }}}}: "__len__" {_HIDDEN}'),
        ("facts._values", '{{ facts._values }}: facts has no "_values"'),
        ("facts['_values']", "{{ facts['_values'] }}: facts has no \"_values\""),
        ("[3].sort()", f'{{{{ [3].sort() }}}}: "sort" {_METHOD}'),
        ("{}.update({})", f'{{{{ {{}}.update({{}}) }}}}: "update" {_METHOD}'),
        ("'{0._values}'.format(facts)",
         f"{{{{ '{{0._values}}'.format(facts) }}}}: \"format\" {_METHOD}"),
        ("'x'.center(10**9)", f"{{{{ 'x'.center(10**9) }}}}: \"center\" {_METHOD}"),
        ("'x' * 10**9", f"{{{{ 'x' * 10**9 }}}}: {_GROWS}"),
        ("10**9 * 'x'", f"{{{{ 10**9 * 'x' }}}}: {_GROWS}"),
        ("[1] * 10**9", f"{{{{ [1] * 10**9 }}}}: {_GROWS}"),
        ("[['x' * 9999] * 999] * 999 | string",
         f"{{{{ [['x' * 9999] * 999] * 999 | string }}}}: {_GROWS}"),
        ("2 ** 99999", f"{{{{ 2 ** 99999 }}}}: {_GROWS}"),
        ("9 ** (9 ** 9)", f"{{{{ 9 ** (9 ** 9) }}}}: {_GROWS}"),
        ("('x' * 9999) | replace('x', 'y' * 9999)",
         f"{{{{ ('x' * 9999) | replace('x', 'y' * 9999) }}}}: {_GROWS}"),
        ("('x' * 9999) | join('y' * 9999)",
         f"{{{{ ('x' * 9999) | join('y' * 9999) }}}}: {_GROWS}"),
        ("'%999999999d' % 1",
         "{{ '%999999999d' % 1 }}: % does not fill in texts (join them with ~)"),
        ("'x' * 200000", "{{ 'x' * 200000 }}: its value is longer than 100000 signs"),
    ],
)  # fmt: skip
def test_what_has_no_words_is_told_at_its_place(source: str, expected: str) -> None:
    """A gap, a truth, a fault, a way out of the sandbox or a flood is a finding, never words."""
    assert said(lambda: words(source)) == [f"a.md:7:3 [expression] {expected}"]


def test_the_sandbox_has_no_globals() -> None:
    """Jinja's own functions, and what chooses at random, are unknown to a document."""
    for name in ("range(9)", "lipsum()", "cycler", "joiner()", "namespace()", "dict()"):
        (finding,) = said(lambda name=name: words(name))  # type: ignore[misc]
        assert finding.startswith("a.md:7:3 [expression] unknown variable")
    known = evaluator().environment.filters
    assert not {"random", "safe", "escape", "attr", "pprint", "urlize", "xmlattr"} & set(known)


def test_a_loop_binds_its_names_round_by_round() -> None:
    """Each round has its value and its own number, and nothing beyond the loop."""
    rounds = evaluator().rounds("d in facts.dams if d != 'Old'", ("d",), SCOPE, HERE)
    assert [(bound["d"], bound["loop"].index, bound["loop"].last) for bound in rounds] == [
        ("Upper", 1, False),
        ("Lower", 2, True),
    ]
    pairs = evaluator().rounds("k, v in {'a': 1}.items()", ("k", "v"), SCOPE, HERE)
    assert [(bound["k"], bound["v"]) for bound in pairs] == [("a", 1)]


@pytest.mark.parametrize(
    ("source", "targets", "expected"),
    [
        ("d in facts.nn", ("d",), '{{ for d in facts.nn }}: facts has no "nn" (did you mean "n"?)'),
        ("d in facts.n", ("d",), "{{ for d in facts.n }}: 'int' object is not iterable"),
        ("d in 'x' * 99999", ("d",),
         "{{ for d in 'x' * 99999 }}: the loop has more than 10000 rounds"),
        ("d in 'x' * 10**9", ("d",), f"{{{{ for d in 'x' * 10**9 }}}}: {_GROWS}"),
        ("a, b in facts.dams", ("a", "b"),
         "{{ for a, b in facts.dams }}: too many values to unpack (expected 2)"),
    ],
)  # fmt: skip
def test_a_loop_over_nothing_or_too_much_is_told(
    source: str, targets: tuple[str, ...], expected: str
) -> None:
    """What is no list, or a list beyond all use, is a finding at the loop."""
    assert said(lambda: evaluator().rounds(source, targets, SCOPE, HERE)) == [
        f"a.md:7:3 [expression] {expected}"
    ]


def test_a_text_of_the_front_matter_is_filled_in() -> None:
    """Every expression in it is replaced; two literal braces stay."""
    text = Text("On {{ facts.n | number }} \\{{ {{ facts.name }}", HERE, Origin.DOCUMENT)
    assert evaluator().filled(text, SCOPE) == Text(
        "On 12,345 {{ *Velmar* {{ x }}", HERE, Origin.DOCUMENT
    )


def test_all_faults_of_a_text_are_told_together() -> None:
    """Two wrong expressions in one title are two findings."""
    text = Text("{{ x }} and {{ facts.nn }}", HERE)
    assert said(lambda: evaluator().filled(text, SCOPE)) == [
        'a.md:7:3 [expression] unknown variable "x" (known here: a, facts, recipient)',
        'a.md:7:3 [expression] {{ facts.nn }}: facts has no "nn" (did you mean "n"?)',
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain", "plain"),
        ("\u05d0\u05d1", "\u05d0\u05d1"),
        ("a\u202bb", "\u2068a\u202bb\u2069"),
        ("a\u2067b", "\u2068a\u2067b\u2069\u2069"),
        (["a\u202bb", "c"], "\u2068a\u202bb\u2069 and c"),
    ],
)
def test_marks_of_direction_turn_nothing_that_follows(value: object, expected: str) -> None:
    """A value that opens an embedding and does not close it is set apart, and closed."""
    assert str(evaluator().text("x", {"x": value}, HERE, Origin.PROSE)) == expected
