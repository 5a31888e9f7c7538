"""Names of organisations: what sorts them, and what they are compared by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undersigned.model.organisation_name import accented, folded, sorting_name, split_legal_form


@pytest.mark.parametrize(
    ("name", "language", "sorted_by"),
    [
        ("The Velmar Watch, Inc.", "en", "Velmar Watch"),
        ("The Velmar Watch", "km", "Velmar Watch"),
        ("Velmar Watch e.V.", "de", "Velmar Watch"),
        ("Der Velmar-Kreis e. V.", "de", "Velmar-Kreis"),
        ("L'Observatoire de Velmar", "fr", "Observatoire de Velmar"),
        ("L’Observatoire de Velmar", "fr-CH", "Observatoire de Velmar"),
        ("La Voz A.C.", "es", "Voz"),
        ("La Voz", "en", "La Voz"),
        ("’t Lichtje", "nl", "Lichtje"),
        ("Stichting Lichtje", "nl", "Lichtje"),
        ("Yayasan Suluh Orvanna", "id", "Suluh Orvanna"),
        ("PT. Suluh Orvanna", "en", "Suluh Orvanna"),
        ("PTSD Network", "en", "PTSD Network"),
        ("NPO法人ひかりの会", "ja", "ひかりの会"),
        ("ひかりの会株式会社", "ja", "ひかりの会"),
        ("“Haklar” Derneği", "tr", "Haklar” Derneği"),
        ("ГО «Право Вельмару»", "uk", "Право Вельмару"),
        ("Theodora Circle", "en", "Theodora Circle"),
        ("A Rokha", "en", "A Rokha"),
        ("Watch SA", "en", "Watch SA"),
        ("Watch, SA", "en", "Watch"),
    ],
)
def test_article_quotation_mark_and_legal_form_do_not_sort(
    name: str, language: str, sorted_by: str
) -> None:
    """The article is that of the language, or "The"; two letters that may be a country stay."""
    assert sorting_name(name, language) == sorted_by


@pytest.mark.parametrize("name", ["The", "Ltd", "“”", "", " ", "Inc. Ltd."])
def test_a_name_that_is_nothing_else_stays(name: str) -> None:
    """There is always something to sort by, unless the name was empty."""
    assert bool(sorting_name(name, "en")) == bool(name)


def test_a_form_is_told_as_it_is_written() -> None:
    """Several forms come off one after the other."""
    assert split_legal_form("Velmar Watch Ltd. (NPC)") == ("Velmar Watch", ("NPC", "Ltd."))


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Élan  d’Orvanna", "elan dorvanna"),
        ("VELMAR\u00a0WATCH", "velmar watch"),
        ("Vel\u200bmar W\u200eatch", "velmar watch"),
        ("Straße & Łódź", "strasse lodz"),
        ("សិទ្ធិ\u200bមនុស្ស", "សិទ្ធិមនុស្ស"),
        ("がくえん", "がくえん"),
        ("ｶﾞｸｴﾝ", "ガクエン"),
        ("المُنَظَّمة", "المنظمه"),
        ("ก่า", "ก่า"),
        ("!?", ""),
        ("\ud800", ""),
    ],
)
def test_names_are_compared_without_case_accents_and_signs(name: str, plain: str) -> None:
    """Marks of Latin, Greek, Cyrillic, Hebrew and Arabic go; those of Khmer, Thai and kana are
    letters."""
    assert folded(name) == plain


def test_accents_may_be_kept() -> None:
    """They tell names of some languages apart; the dots of a Russian ё are left out by most."""
    assert accented("Hội  Bạn-ĐƯỜNG, ёж") == "hội bạn đường еж"


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    """Whatever the text, it is folded, and what is folded stays as it is."""
    assert folded(folded(name)) == folded(name)
    assert accented(accented(name)) == accented(name)


@given(st.text(), st.sampled_from(["en", "fr", "ja", "x", ""]))
def test_whatever_the_name_it_can_be_sorted(name: str, language: str) -> None:
    """Nothing raises, and nothing but an empty name sorts by nothing."""
    assert bool(sorting_name(name, language)) == bool(name)
