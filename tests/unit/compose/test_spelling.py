"""Numbers in words, as each language spells them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from babel import Locale

from tests.support.alphabets import require_icu
from tests.support.sources import compose, said
from undersigned.compose.spelling import spelled_out
from undersigned.model.node import iter_texts

if TYPE_CHECKING:
    from pathlib import Path

    from undersigned.model.letter import Letter


def words(letter: Letter) -> str:
    """The body's words."""
    return "".join(text.text for text in iter_texts(letter.body))


NUMBERS = (0, 1, 12, 21, 101, 340, 1012)
# By locale and form; the words are those of CLDR's rules.
WORDS = {
    ("en-001", ""): [
        "zero", "one", "twelve", "twenty-one", "one hundred and one", "three hundred and forty",
        "one thousand and twelve",
    ],
    ("en-US", ""): [
        "zero", "one", "twelve", "twenty-one", "one hundred one", "three hundred forty",
        "one thousand twelve",
    ],
    ("fr", "feminine"): [
        "zéro", "une", "douze", "vingt-et-une", "cent une", "trois cent quarante", "mille douze",
    ],
    ("fr", "masculine"): [
        "zéro", "un", "douze", "vingt-et-un", "cent un", "trois cent quarante", "mille douze",
    ],
    ("es", "feminine"): [
        "cero", "una", "doce", "veintiuna", "ciento una", "trescientas cuarenta", "mil doce",
    ],
    ("es", "masculine"): [
        "cero", "un", "doce", "veintiún", "ciento un", "trescientos cuarenta", "mil doce",
    ],
    ("es", "alone"): [
        "cero", "uno", "doce", "veintiuno", "ciento uno", "trescientos cuarenta", "mil doce",
    ],
    ("km", ""): [
        "សូន្យ", "មួយ", "ដប់\u200bពីរ", "ម្ភៃ\u200bមួយ", "មួយ\u200bរយ\u200bមួយ", "បី\u200bរយ\u200bសែសិប",
        "មួយ\u200bពាន់\u200bដប់\u200bពីរ",
    ],
    ("ja", ""): ["〇", "一", "十二", "二十一", "百一", "三百四十", "千十二"],
    ("sv", "reale"): [
        "noll", "en", "tolv", "tjugoen", "etthundraen", "trehundrafyrtio", "ettusen tolv",
    ],
    ("nb", "masculine"): [
        "null", "én", "tolv", "tjueén", "hundre og én", "tre hundre og førti", "tusen og tolv",
    ],
    ("zh-TW", ""): ["零", "一", "十二", "二十一", "一百零一", "三百四十", "一千零一十二"],
}  # fmt: skip


@pytest.mark.parametrize(("code", "form"), WORDS)
def test_the_words(code: str, form: str) -> None:
    """Each language has its own words, and its own forms of them."""
    locale = Locale.parse(code, sep="-")
    assert [spelled_out(number, locale, form) for number in NUMBERS] == WORDS[code, form]


@pytest.mark.parametrize(
    ("code", "form", "message"),
    [
        (
            "fr", "",
            (
                "in French a number in words agrees with what it counts | write "
                '| spelled_out("alone") or | spelled_out("feminine") or | spelled_out("masculine")'
            ),
        ),
        (
            "es", "femenino",
            ('numbers in Spanish have no form "femenino" | write | spelled_out("alone") '
            'or | spelled_out("feminine") or | spelled_out("masculine")'),
        ),
        ("en", "feminine", 'numbers in English have no form "feminine" | write | spelled_out'),
        (
            "ar", "feminine",
            "numbers are not known in words in Arabic | write | number, for figures",
        ),
        (
            "bn", "",
            "numbers are not known in words in Bangla | write | number, for figures",
        ),
    ],
)  # fmt: skip
def test_what_is_not_known_is_not_guessed(code: str, form: str, message: str) -> None:
    """A form that is missing or unknown, and a language without words, are told with the way
    out."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        spelled_out(12, Locale.parse(code), form)


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_numbers_that_nobody_spells_out(number: int) -> None:
    """Below nought, and from a million on, there are figures."""
    with pytest.raises(ValueError, match=f"^{number} is no number for words"):
        spelled_out(number, Locale("en"))


@pytest.mark.parametrize("code", ["en", "fr", "es", "km", "ja", "sv", "vi", "pt", "ru"])
def test_the_words_are_those_of_icu(code: str) -> None:
    """The reader of CLDR's rules gives what ICU gives, up to hyphens that are not seen."""
    require_icu()
    import icu
    from unicode_rbnf import FormatPurpose, RbnfEngine

    engine = RbnfEngine.for_language(code)
    theirs = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(code))
    known = {theirs.getRuleSetName(n) for n in range(theirs.getNumberOfRuleSetNames())}
    numbers = [*range(300), *range(300, 3100, 37), 9_999, 12_345, 21_021, 131_131, 999_999]
    ours: dict[str, dict[int, str]] = {}
    for number in numbers:
        words = engine.format_number(number, FormatPurpose.CARDINAL).text_by_ruleset
        for rules in (rules for rules in words if f"%{rules}" in known):
            ours.setdefault(rules, {})[number] = words[rules]
    assert ours
    for rules, words_of in ours.items():
        theirs.setDefaultRuleSet(f"%{rules}")
        assert words_of == {n: theirs.format(n).replace("\u00ad", "") for n in numbers}


_ROSTER = "name,kind,country\nReed Watch,organisation,KH\nSedge Union,organisation,FR\n"


def test_a_count_in_the_text(tmp_path: Path) -> None:
    """The number of organisations is spelled out within a sentence, and at its beginning."""
    letter = compose(
        tmp_path,
        "{{ signatories.organisations | length | spelled_out | capitalize }} of us write, "
        'from {{ signatories.regions | length | spelled_out }} regions, {{ "3" | spelled_out }} '
        "times: {{ signatories.regions | listed }}.\n",
        "signatories: r\n",
        {"signatories/r.csv": _ROSTER},
    )
    assert "Two of us write, from two regions, three times: Asia and Europe." in words(letter)


def test_a_count_in_the_text_of_another_language(tmp_path: Path) -> None:
    """The form is the author's; the names of regions are the language's."""
    letter = compose(
        tmp_path,
        "",
        "signatories: r\n",
        {
            "signatories/r.csv": _ROSTER,
            "templates/campaigns/dam/letter.es.md": (
                "---\ntitle: La presa\n---\n"
                '{{ 21 | spelled_out("feminine") | capitalize }} organizaciones de '
                "{{ signatories.regions | listed }}.\n"
            ),
        },
        language="es",
    )
    assert "Veintiuna organizaciones de Asia y Europa." in words(letter)


def test_what_cannot_be_spelled_out_is_told_at_its_place(tmp_path: Path) -> None:
    """What is no whole number, and a form that the language has not got."""
    body = '{{ 1.5 | spelled_out }} {{ "x" | spelled_out }} {{ 2 | spelled_out("reale") }}\n'
    assert said(lambda: compose(tmp_path, body)) == [
        (
            "templates/campaigns/dam/letter.md:6:1 [expression] {{ 1.5 | spelled_out }}: "
            "| spelled_out takes a whole number"
        ),
        (
            'templates/campaigns/dam/letter.md:6:25 [expression] {{ "x" | spelled_out }}: '
            '"x" is not a number'
        ),
        (
            'templates/campaigns/dam/letter.md:6:49 [expression] {{ 2 | spelled_out("reale") }}: '
            'numbers in English have no form "reale" (write | spelled_out)'
        ),
    ]
