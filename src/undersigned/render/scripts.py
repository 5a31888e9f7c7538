"""Scripts: which one a character is written in, and which font families set it.

Every family is named, because left to itself the system falls back to whatever font comes
first: Arabic and Hebrew then come out in DejaVu. The families are Noto's, which Debian's
fonts-noto-core and fonts-noto-cjk hold, and which is one design for all scripts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

__all__ = ["SCRIPTS", "Script", "main_script", "own_scripts", "scripts_in"]


@dataclass(frozen=True)
class Script:
    """A script by its ISO 15924 code.

    `serif` and `sans` name the families that set it, best first; none where the shipped fonts
    do. `sample` is three of its letters. `package` is the Debian package of the families.
    """

    code: str
    name: str
    sample: str
    ranges: tuple[tuple[int, int], ...]
    serif: tuple[str, ...] = ()
    sans: tuple[str, ...] = ()
    package: str = "fonts-noto-core"


def _noto(
    code: str, name: str, sample: str, *ranges: tuple[int, int], serif: bool = True
) -> Script:
    sans = f"Noto Sans {name}"
    return Script(
        code, name, sample, ranges, (f"Noto Serif {name}", sans) if serif else (sans,), (sans,)
    )


def _cjk(code: str, name: str, sample: str, region: str, *ranges: tuple[int, int]) -> Script:
    return Script(
        code,
        name,
        sample,
        ranges,
        (f"Noto Serif CJK {region}", f"Noto Sans CJK {region}"),
        (f"Noto Sans CJK {region}",),
        "fonts-noto-cjk",
    )


# Ranges are Unicode blocks, which is as fine as the choice of a font needs.
SCRIPTS: tuple[Script, ...] = (
    Script(
        "Latn",
        "Latin",
        "Aaß",
        ((0x41, 0x5A), (0x61, 0x7A), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0x24F), (0x1E00, 0x1EFF)),
    ),
    Script("Grek", "Greek", "Αβγ", ((0x370, 0x3FF), (0x1F00, 0x1FFF))),
    Script("Cyrl", "Cyrillic", "Бгж", ((0x400, 0x52F),)),
    _noto("Armn", "Armenian", "Ադժ", (0x530, 0x58F)),
    _noto("Hebr", "Hebrew", "אבג", (0x590, 0x5FF), (0xFB1D, 0xFB4F)),
    Script(
        "Arab",
        "Arabic",
        "ابج",
        ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
        ("Noto Naskh Arabic", "Noto Sans Arabic"),
        ("Noto Sans Arabic", "Noto Naskh Arabic"),
    ),
    _noto("Syrc", "Syriac", "ܐܒܓ", (0x700, 0x74F), serif=False),
    _noto("Thaa", "Thaana", "ހށނ", (0x780, 0x7BF), serif=False),
    _noto("Nkoo", "NKo", "ߊߋߌ", (0x7C0, 0x7FF), serif=False),
    _noto("Deva", "Devanagari", "अकग", (0x900, 0x97F), (0xA8E0, 0xA8FF)),
    _noto("Beng", "Bengali", "অকগ", (0x980, 0x9FF)),
    _noto("Guru", "Gurmukhi", "ਅਕਗ", (0xA00, 0xA7F)),
    _noto("Gujr", "Gujarati", "અકગ", (0xA80, 0xAFF)),
    _noto("Orya", "Oriya", "ଅକଗ", (0xB00, 0xB7F), serif=False),
    _noto("Taml", "Tamil", "அகங", (0xB80, 0xBFF)),
    _noto("Telu", "Telugu", "అకగ", (0xC00, 0xC7F)),
    _noto("Knda", "Kannada", "ಅಕಗ", (0xC80, 0xCFF)),
    _noto("Mlym", "Malayalam", "അകഗ", (0xD00, 0xD7F)),
    _noto("Sinh", "Sinhala", "අකග", (0xD80, 0xDFF)),
    _noto("Thai", "Thai", "กขค", (0xE01, 0xE3A), (0xE40, 0xE7F)),
    _noto("Laoo", "Lao", "ກຂຄ", (0xE80, 0xEFF)),
    _noto("Tibt", "Tibetan", "ཀཁག", (0xF00, 0xFFF)),
    _noto("Mymr", "Myanmar", "ကခဂ", (0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F)),
    _noto("Geor", "Georgian", "აბგ", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    _noto("Ethi", "Ethiopic", "ሀለሐ", (0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)),
    _noto("Cher", "Cherokee", "ᎠᎡᎢ", (0x13A0, 0x13FF), serif=False),
    _noto("Cans", "Canadian Aboriginal", "ᐁᐃᐅ", (0x1400, 0x167F), serif=False),
    _noto("Khmr", "Khmer", "កខគ", (0x1780, 0x17FF), (0x19E0, 0x19FF)),
    _noto("Mong", "Mongolian", "ᠠᠡᠢ", (0x1800, 0x18AF), serif=False),
    _noto("Tale", "Tai Le", "ᥐᥑᥒ", (0x1950, 0x197F), serif=False),
    _noto("Talu", "New Tai Lue", "ᦀᦁᦂ", (0x1980, 0x19DF), serif=False),
    _noto("Bali", "Balinese", "ᬅᬓᬕ", (0x1B00, 0x1B7F)),
    _noto("Sund", "Sundanese", "ᮃᮊᮌ", (0x1B80, 0x1BBF), serif=False),
    _noto("Olck", "Ol Chiki", "ᱚᱛᱜ", (0x1C50, 0x1C7F), serif=False),
    _noto("Tfng", "Tifinagh", "ⴰⴱⴳ", (0x2D30, 0x2D7F), serif=False),
    _cjk("Kana", "Kana", "あかア", "JP", (0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F)),
    _cjk("Bopo", "Bopomofo", "ㄅㄆㄇ", "TC", (0x3100, 0x312F), (0x31A0, 0x31BF)),
    _cjk("Hang", "Hangul", "가나다", "KR", (0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3)),
    _cjk(
        "Hani",
        "Han",
        "一人日",
        "JP",
        (0x2E80, 0x303F),
        (0x31C0, 0x31EF),
        (0x3200, 0x4DBF),
        (0x4E00, 0x9FFF),
        (0xF900, 0xFAFF),
        (0xFF01, 0xFF65),
        (0x20000, 0x323AF),
    ),
    _noto("Yiii", "Yi", "ꀀꀁꀂ", (0xA000, 0xA4CF), serif=False),
    _noto("Java", "Javanese", "ꦄꦏꦒ", (0xA980, 0xA9DF), serif=False),
    _noto("Cham", "Cham", "ꨀꨆꨈ", (0xAA00, 0xAA5F), serif=False),
    _noto("Mtei", "Meetei Mayek", "ꯀꯁꯂ", (0xABC0, 0xABFF), serif=False),
    _noto("Adlm", "Adlam", "𞤀𞤁𞤂", (0x1E900, 0x1E95F), serif=False),
)

_HAN_REGIONS = {"ja": "JP", "ko": "KR", "zh-hant": "TC", "zh-tw": "TC", "zh-hk": "HK", "zh": "SC"}
# What CLDR says too, for the commonest, and where several scripts go together.
_MAIN = {
    "en": "Latn",
    "fr": "Latn",
    "es": "Latn",
    "ar": "Arab",
    "km": "Khmr",
    "ja": "Jpan",
    "ko": "Kore",
    "zh": "Hans",
    "zh-hant": "Hant",
    "zh-tw": "Hant",
    "zh-hk": "Hant",
    "yue": "Hant",
}

_OWN = {
    "Jpan": ("Hani", "Kana"),
    "Kore": ("Hang", "Hani"),
    "Hans": ("Hani",),
    "Hant": ("Hani", "Bopo"),
}


def main_script(language: str) -> str:
    """The ISO 15924 code of the script that the language is written in."""
    tag = language.replace("_", "-").casefold()
    subtags = tag.split("-")
    for subtag in subtags[1:]:
        if len(subtag) == 4 and subtag.isalpha():
            return subtag.title()
    while tag:
        if tag in _MAIN:
            return _MAIN[tag]
        tag = tag.rpartition("-")[0]
    # Babel reads a table of CLDR for it, which an English letter need not wait for.
    from babel.core import get_global  # noqa: PLC0415

    likely = str(get_global("likely_subtags").get(subtags[0], "")).split("_")
    return likely[1] if len(likely) > 1 else "Latn"


def scripts_in(characters: Iterable[str], language: str) -> tuple[Script, ...]:
    """The scripts of these characters, each once, the language's own first."""
    starts, ends, scripts = _index()
    found: dict[str, Script] = {}
    for character in sorted(set(characters)):
        point = ord(character)
        place = bisect_right(starts, point) - 1
        if place >= 0 and point <= ends[place]:
            script = scripts[place]
            found[script.code] = script
    if "Hani" in found:
        found["Hani"] = _han(language, "Kana" in found, "Hang" in found)
    own = own_scripts(language)
    return tuple(sorted(found.values(), key=lambda script: script.code not in own))


def own_scripts(language: str) -> tuple[str, ...]:
    """The codes of the scripts that the language is written in: Japanese has several."""
    script = main_script(language)
    return _OWN.get(script, (script,))


def _han(language: str, kana: bool, hangul: bool) -> Script:
    """Han characters have a shape for each region: that of the language, else of the company."""
    tag = language.replace("_", "-").casefold()
    while tag and tag not in _HAN_REGIONS:
        tag = tag.rpartition("-")[0]
    region = _HAN_REGIONS.get(tag) or ("JP" if kana else "KR" if hangul else "SC")
    han = next(script for script in SCRIPTS if script.code == "Hani")
    return _cjk("Hani", han.name, han.sample, region, *han.ranges)


@cache
def _index() -> tuple[list[int], list[int], list[Script]]:
    rows = [(start, end, script) for script in SCRIPTS for start, end in script.ranges]
    rows.sort(key=lambda row: row[0])
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]
