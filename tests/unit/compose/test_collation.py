"""Names are in the order of the alphabet that the letter's readers know."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyuca import Collator

from tests.support.alphabets import require_icu, without_icu
from undersigned.compose.collation import _as_sorted, _untailored, collation, is_tailored

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHOLE = Collator()
_LETTERS = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cn", "Co", "Cc"], max_codepoint=0x9FFF),
    max_size=20,
)
# What names are written with in the languages that have no order of their own.
_LATIN = st.text(
    alphabet=st.one_of(
        st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F),
        st.sampled_from(" 0123456789-–/'’.,&#%@*()\"“”:"),
    ),
    max_size=12,
)


def in_order(names: Sequence[str], language: str) -> list[str]:
    """The names sorted, whatever their order was."""
    shuffled = list(names)
    random.Random(7).shuffle(shuffled)  # noqa: S311 - an order, no secret
    return sorted(shuffled, key=collation(shuffled, language))


# By language, the names in order and who says so.
ORDERS = {
    # NISO TR03-1999, Guidelines for Alphabetical Arrangement: word by word, accents and
    # punctuation without weight, numbers by their value.
    "en": [
        "2 Rivers", "10 Rivers", "Action-Aid Velmar", "Action on Water", "Actionable", "Eclair",
        "Éclair House", "New Harbour", "New-Harbour Trust", "Newark Watch", "Oakley",
        "O’Brien Fund", "People 9 Network", "People 19 Network", "People’s Water", "Zoë Circle",
    ],
    # Real Academia Española, Ortografía de la lengua española (2010): ñ is a letter after n;
    # ch and ll are two letters each.
    "es": [
        "Cántaro", "Chacra", "Cumbre", "Llano", "Loma", "Mantel", "Mañana", "Nube", "Nuez", "Ñandú",
        "Ñu", "Oasis", "Zafra",
    ],
    # Svenska Akademiens ordlista, 13th edition (2006) and on: å, ä, ö after z; w a letter after v.
    "sv": [
        "Alm", "Almö", "Varg", "Vik", "Vål", "Wahl", "Ypsilon", "Zebra", "Ål", "Ång", "Älv", "Äng",
        "Öland", "Öst",
    ],
    # CLDR, common/collation/vi.xml, as in Vietnamese dictionaries: ă, â, đ, ê, ô, ơ, ư are
    # letters; the tones follow none, grave, hook, tilde, acute, dot below.
    "vi": [
        "An", "Ăn", "Ân", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Dân", "Đa", "Đá", "Em", "Êm", "Ong",
        "Ông", "Ơn", "Tung", "Từng", "Vui",
    ],
    # CLDR, common/collation/km.xml, after the dictionary of Chuon Nath: the consonants from ក to
    # អ, ឫ and ឬ as letters after រ, ឭ and ឮ after ល; a vowel sign before a subscript consonant.
    "km": [
        "កម្ម", "កាត", "ក្រុម", "ខេត្ត", "គូ", "ងារ", "ចេក", "ដី", "ណាត់", "តា", "ទឹក", "នាវា", "បឹង",
        "ផែ", "ពូជ", "ភូមិ", "មាត់", "យុវ", "រុក្ខ", "ឫទ្ធិ", "ឬស", "លំនៅ", "ឭ", "វត្ត", "សេរី", "ហត្ថ",
        "អង្គ",
    ],
    # JIS X 4061-1996, Collation of Japanese character strings: the fifty sounds, hiragana as
    # katakana; a voiced sound follows its plain one where nothing else decides.
    "ja": [
        "アイ", "あき", "かがみ", "ガラス", "かわ", "きぼう", "サクラ", "さと", "はな", "ばな",
        "ぱな", "はなび", "みなと", "ゆめ", "わかば",
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", ORDERS)
def test_the_order_of_a_language(language: str) -> None:
    """Each language has its own alphabet."""
    if language != "en":
        require_icu()
    assert in_order(ORDERS[language], language) == ORDERS[language]


def test_kanji_follow_the_japanese_standard() -> None:
    """Kanji are in the order of JIS X 0208, which is what Python's codec counts by; a reading in
    kana, as `sort_key` gives it, stands among the kana."""
    require_icu()
    kanji = ["海", "空", "山", "森", "水", "川", "緑", "河", "愛"]
    assert in_order(kanji, "ja") == sorted(kanji, key=lambda sign: sign.encode("euc_jp"))
    assert in_order(["海", "やま"], "ja") == ["やま", "海"]


@pytest.mark.parametrize("language", [language for language in ORDERS if language != "en"])
def test_without_icu_the_order_is_the_untailored_one(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which is another one; English is sorted alike."""
    names = ORDERS[language]
    without_icu(monkeypatch)
    assert is_tailored(language)
    if language != "ja":
        assert in_order(names, language) != names
    assert in_order(ORDERS["en"], "en") == ORDERS["en"]


@settings(max_examples=300)
@given(_LATIN, _LATIN)
def test_what_has_no_order_of_its_own_is_sorted_alike_without_icu(one: str, other: str) -> None:
    """In English, French, German or Portuguese the order is one on every machine."""
    require_icu()
    with_icu = collation((one, other), "en")
    table = _untailored((_as_sorted(one), _as_sorted(other)))
    first, second = table(_as_sorted(one)), table(_as_sorted(other))
    assert (with_icu(one) < with_icu(other)) == (first < second)


def test_languages_with_an_order_of_their_own() -> None:
    """The list that is kept for machines without ICU has what ICU tailors."""
    require_icu()
    import icu

    tailored = {
        locale.replace("_", "-")
        for locale in icu.Collator.getAvailableLocales()
        if icu.Collator.createInstance(icu.Locale(locale)).getRules()
    }
    assert {code for code in tailored if not is_tailored(code)} <= {"en-US-POSIX", "ff-Adlm", "ln"}
    assert {"es", "sv", "vi", "km", "ja", "ar", "nb", "zh-TW", "fr-CA"} == {
        code
        for code in (
            "en", "en-GB", "fr", "de", "pt-BR", "it", "nl", "id", "ms", "sw", "es", "sv", "vi",
            "km", "ja", "ar", "nb", "zh-TW", "fr-CA",
        )
        if is_tailored(code)
    }  # fmt: skip


@settings(max_examples=100)
@given(st.lists(_LETTERS, max_size=8))
def test_the_key_is_that_of_the_whole_table(texts: list[str]) -> None:
    """Without ICU: for letters of any script the key equals the one from all rows."""
    key = _untailored(texts)
    assert [key(text) for text in texts] == [_WHOLE.sort_key(text) for text in texts]


@pytest.mark.parametrize("has_icu", [True, False])
def test_accents_and_capitals_do_not_part_words(
    has_icu: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Letters decide before accents, accents before capitals."""
    if not has_icu:
        without_icu(monkeypatch)
    names = ["zebra", "Éclat", "eclair", "Eclat", "éclat", "Zoe"]
    assert sorted(names, key=collation(names, "en")) == [
        "eclair",
        "Eclat",
        "éclat",
        "Éclat",
        "zebra",
        "Zoe",
    ]


@pytest.mark.parametrize("has_icu", [True, False])
def test_signs_and_numbers(has_icu: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quotation marks and brackets count for nothing, signs come first; numbers in other digits
    count as what they are; a name of punctuation alone is sorted by it."""
    if not has_icu:
        without_icu(monkeypatch)
    names = ["Beacon & Co", "#Article10", "“Article 9”", "(Cairn)", "???", "៩ ភូមិ", "១០ ភូមិ"]
    assert in_order(names, "en")[0] == "???"
    assert [name for name in in_order(names, "en") if name in names[:4]] == [
        "#Article10",
        "“Article 9”",
        "Beacon & Co",
        "(Cairn)",
    ]
    assert [name for name in in_order(names, "en") if name in names[5:]] == ["៩ ភូមិ", "១០ ភូមិ"]


def test_what_is_alike_keeps_its_order() -> None:
    """Names with one key stay as the roster has them."""
    names = ["Two Rivers", "Two-Rivers", "Two Rivers"]
    assert sorted(names, key=collation(names, "en")) == names
