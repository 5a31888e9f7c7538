"""Codes of countries (ISO 3166-1 alpha-2) and languages (BCP 47), as CLDR knows them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from undersigned.errors import did_you_mean
from undersigned.model.organisation_name import folded

__all__ = [
    "countries_by_code",
    "country_called",
    "country_key",
    "country_name",
    "country_names",
    "find_country",
    "is_country",
    "is_language",
    "nearest_country",
]

# Codes of CLDR that stand for no country: unions, what is unknown, and what tests programs.
_OTHERS = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})

# What people write where CLDR has another name: for finding alone, never printed.
_ALSO_CALLED: Mapping[str, tuple[str, ...]] = {
    "AE": ("UAE", "Emirates"),
    "BA": ("Bosnia",),
    "CD": ("DRC", "DR Congo", "Democratic Republic of the Congo", "Zaire"),
    "CG": ("Republic of the Congo",),
    "CI": ("Ivory Coast", "Cote d'Ivoire"),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic",),
    "FM": ("Federated States of Micronesia",),
    "GB": ("UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"),
    "KP": ("DPRK",),
    "KR": ("Republic of Korea", "Korea, Republic of"),
    "LA": ("Lao PDR",),
    "MK": ("Macedonia",),
    "MM": ("Burma", "Myanmar"),
    "NL": ("Holland",),
    "PS": ("Palestine", "State of Palestine"),
    "RU": ("Russian Federation",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey",),
    "US": ("USA", "United States of America", "America", "U.S.", "U.S.A."),
    "VA": ("Vatican", "Holy See"),
    "VN": ("Viet Nam",),
}


def is_country(code: str) -> bool:
    """Whether some country or territory has this code."""
    return code in _names()


def is_language(code: str) -> bool:
    """Whether some language has this code (BCP 47): fr, pt-BR, ar-Latn. Of the seven thousand with
    three letters CLDR knows a few: these are taken on trust."""
    plain, _, further = code.partition("-")
    known = plain in Locale("en").languages or re.fullmatch("[a-z]{3}", plain)
    return bool(known) and bool(re.fullmatch(r"([A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*)?", further))


def country_name(code: str) -> str:
    """The country's name in English; what is no code is left as it is."""
    return _names().get(code, code)


def country_names(code: str) -> tuple[str, ...]:
    """Its name in English, and what else it is called in English."""
    return (country_name(code), *_ALSO_CALLED.get(code, ()))


def countries_by_code(code: str) -> tuple[str, ...]:
    """The countries that a code of two or three letters stands for: KH, KHM, UK."""
    code = code.upper()
    if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
        return ()
    if is_country(code):
        return () if code in _OTHERS else (code,)
    return tuple(get_global("territory_aliases").get(code, ()))


def find_country(words: str, *, in_any_language: bool = False) -> str | None:
    """The country that a code or a name stands for, or None: kh, KHM, Cambodia; and in tables
    from anywhere also Kambodscha or ប្រទេសកម្ពុជា."""
    codes = countries_by_code(words.strip())
    if len(codes) == 1:
        return codes[0]
    name = " ".join(words.split()).casefold().removeprefix("the ")
    found = _codes().get(name)
    return found if found or not in_any_language else _foreign().get(name)


def country_called(name: str, language: str) -> str | None:
    """The country whose name in a language this is, as CLDR has it, or None."""
    return _names_in(language).get(name.casefold())


def country_key(words: str) -> str:
    """By what countries are compared: the code, or what is typed, folded, where no country is
    called so in any language."""
    if not words.strip():
        return ""
    return find_country(words, in_any_language=True) or folded(words)


def nearest_country(words: str) -> str:
    """A hint naming the country that was probably meant, or nothing where none is near."""
    hint = did_you_mean(words, _codes())
    name = hint.removeprefix('did you mean "').removesuffix('"?')
    return f"did you mean {_codes()[name]}, {country_name(_codes()[name])}?" if hint else ""


def _names() -> Mapping[str, str]:
    names: Mapping[str, str] = Locale("en").territories
    return names


@cache
def _foreign() -> Mapping[str, str]:
    """Countries by their names in the languages in which tables of members are met."""
    known = set(_codes().values())
    return {
        str(name).casefold(): str(code)
        for language in ("ar", "de", "es", "fr", "id", "it", "ja", "km", "nl", "pt", "ru", "zh")
        for code, name in Locale(language).territories.items()
        if str(code) in known
    }


@cache
def _names_in(language: str) -> Mapping[str, str]:
    territories = Locale.parse(language, sep="-").territories
    known = set(_codes().values())
    return {str(name).casefold(): str(code) for code, name in territories.items() if code in known}


@cache
def _codes() -> Mapping[str, str]:
    """Countries by their names in lower case; "001" and its like are parts of the world."""
    countries = (code for code in _names() if code.isalpha() and code not in _OTHERS)
    return {name.casefold(): code for code in countries for name in country_names(code)}
