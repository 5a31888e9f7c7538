"""Scripts, font families, and the characters that no font has."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.support.letters import LAYERS, text
from undersigned.render import fonts
from undersigned.render.glyphs import missing_characters
from undersigned.render.scripts import SCRIPTS, main_script, scripts_in


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("en", "Latn"), ("fr-CA", "Latn"), ("ar", "Arab"), ("km", "Khmr"), ("ja", "Jpan"),
        ("zh", "Hans"), ("zh-TW", "Hant"), ("zh-Hant-HK", "Hant"), ("sr-Latn", "Latn"),
        ("ru", "Cyrl"), ("fa", "Arab"), ("hi", "Deva"), ("ko", "Kore"), ("xx", "Latn"),
    ],
)  # fmt: skip
def test_language_has_a_script(language: str, script: str) -> None:
    """By its own subtag, or as CLDR says; Latin where nothing is known."""
    assert main_script(language) == script


def test_scripts_of_a_text_are_told_with_the_languages_own_first() -> None:
    """Each script once; points and figures belong to none."""
    found = [script.code for script in scripts_in("Hello, សួស្តី 123 — مرحبا!", "km")]

    assert found[0] == "Khmr"
    assert set(found) == {"Khmr", "Latn", "Arab"}


@pytest.mark.parametrize(
    ("language", "sample", "family"),
    [
        ("ja", "国", "Noto Serif CJK JP"), ("ko", "国", "Noto Serif CJK KR"),
        ("zh", "国", "Noto Serif CJK SC"), ("zh-TW", "国", "Noto Serif CJK TC"),
        ("zh-Hant-HK", "国", "Noto Serif CJK TC"), ("zh-HK", "国", "Noto Serif CJK HK"),
        ("en", "国", "Noto Serif CJK SC"), ("en", "国のこと", "Noto Serif CJK JP"),
    ],
)  # fmt: skip
def test_han_is_set_as_the_region_writes_it(language: str, sample: str, family: str) -> None:
    """The same character has another shape in each region."""
    [han] = [script for script in scripts_in(sample, language) if script.code == "Hani"]

    assert han.serif[0] == family


def test_no_two_scripts_share_a_place() -> None:
    """The ranges do not overlap, and each sample is in its own."""
    ranges = sorted((start, end, script.code) for script in SCRIPTS for start, end in script.ranges)
    for (_, end, one), (start, _, other) in pairwise(ranges):
        assert end < start, (one, other)
    for script in SCRIPTS:
        assert [found.code for found in scripts_in(script.sample, "en")] == [script.code]


def test_missing_character_is_told_once_where_it_first_stands() -> None:
    """Column and all; characters that are not drawn are not missed."""
    texts = [text("plain"), text("a \u200d\u00ad\ufe0f\u2003b", 2), text("né\u0378", 3, 5)]
    findings = missing_characters([*texts, text("\u0378 again", 9)], LAYERS)

    [finding] = findings
    assert str(finding.location) == "templates/campaigns/velmara/letter.md:3:7"
    assert finding.message == 'no font has "\u0378" (U+0378 unnamed character)'


def test_letter_with_a_mark_may_be_put_together() -> None:
    """A precomposed letter that no font has is set from its parts."""
    assert missing_characters([text("x\u0302 \u1e8d")], LAYERS) == []


def test_machine_is_asked_what_it_has() -> None:
    """Where the tests run Pango is there, and so are the fonts of the wording's languages."""
    assert fonts.missing_pango_libraries() == ()
    for language in ("en", "fr", "es", "ar", "km", "ja"):
        found = fonts.fonts_for_language(language, LAYERS)
        assert found.fitting, language
        assert (found.makeshift, found.missing, found.packages) == ((), (), ())
