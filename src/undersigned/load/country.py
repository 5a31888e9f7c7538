"""Country codes: ISO 3166-1 alpha-2, as CLDR knows them."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale
from babel.core import get_global

from undersigned.errors import did_you_mean

__all__ = [
    "countries_by_code",
    "country_name",
    "country_names",
    "find_country",
    "is_country",
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
    "CI": ("Ivory Coast",),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic",),
    "FM": ("Federated States of Micronesia",),
    "GB": ("UK", "Great Britain", "Britain"),
    "KP": ("DPRK",),
    "KR": ("Republic of Korea",),
    "LA": ("Lao PDR",),
    "MK": ("Macedonia",),
    "MM": ("Burma", "Myanmar"),
    "NL": ("Holland",),
    "PS": ("Palestine", "State of Palestine"),
    "RU": ("Russian Federation",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey",),
    "US": ("USA", "United States of America", "America"),
    "VA": ("Vatican", "Holy See"),
    "VN": ("Viet Nam",),
}


def is_country(code: str) -> bool:
    """Whether some country or territory has this code."""
    return code in _names()


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


def find_country(words: str) -> str | None:
    """The country that a code or an English name stands for, or None: kh, KHM, Cambodia."""
    codes = countries_by_code(words.strip())
    return codes[0] if len(codes) == 1 else _codes().get(words.strip().casefold())


def nearest_country(words: str) -> str:
    """A hint naming the country that was probably meant, or nothing where none is near."""
    hint = did_you_mean(words, _codes())
    name = hint.removeprefix('did you mean "').removesuffix('"?')
    return f"did you mean {_codes()[name]}, {country_name(_codes()[name])}?" if hint else ""


def _names() -> Mapping[str, str]:
    names: Mapping[str, str] = Locale("en").territories
    return names


def _codes() -> Mapping[str, str]:
    """Countries by their names in lower case; "001" and its like are parts of the world."""
    countries = (code for code in _names() if code.isalpha() and code not in _OTHERS)
    return {name.casefold(): code for code in countries for name in country_names(code)}
