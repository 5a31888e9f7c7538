"""Places in the names of organisations: the country that one ends or begins with, and places that
have an article of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale

from undersigned.load.country import countries_by_code, country_names
from undersigned.load.name_vocabulary import SMALL
from undersigned.model.organisation_name import folded

__all__ = ["PLACES_WITH_ARTICLE", "country_in", "without_country"]

# Cities, regions and states that are another word, or none, without their article; folded, the
# article and the next word. States that go by either name (The Gambia, The Bahamas) are not here.
PLACES_WITH_ARTICLE = frozenset(
    f"{article} {place}"
    for article, places in {
        "el": "aaiun alto bosque cairo callao carmen dorado escorial fasher fashir fayoum geneina "
        "hierro jadida kef minya monte obeid oro oued palmar paraiso paso progreso salvador seibo "
        "tigre triunfo viejo",
        "la": "altagracia antigua ceiba ciotat coruna corunna defense esperanza guaira guajira "
        "habana haya haye havana laguna libertad linea louviere mancha manche meca mecque palma "
        "pampa paz plata reina reunion rioja rochelle romana salle serena spezia tour trinidad "
        "tuque union valette valletta vega victoria chaux",
        "las": "cruces heras palmas piedras rozas tablas tunas vegas",
        "le": "cap caire creusot gosier havre kef kram lamentin locle mans port tampon touquet",
        "les": "abymes andelys cayes lilas sables ulis",
        "los": "alamos altos andes angeles cabos lagos llanos mochis rios santos teques",
        "de": "aar haag kalb panne",
        "der": "zor",
        "l": "alpe aquila avana hospitalet ile",
        "the": "bronx cotswolds dalles hague hebrides valley wash",
    }.items()
    for place in places.split()
)
_LANGUAGES = ("en", "fr", "es", "pt", "de", "id", "sw")
_MOST_WORDS = 6


def country_in(words: Sequence[str]) -> str:
    """The code of the country with which the name begins or ends; "" where there is none."""
    return _apart(tuple(words))[1]


def without_country(words: Sequence[str]) -> str:
    """The folded words without the country at their end or beginning; "" where there is none."""
    return _apart(tuple(words))[0]


def _apart(words: tuple[str, ...]) -> tuple[str, str]:
    if len(words) < 2 or not (words[-1] in _ends() or words[0] in _ends()):
        return "", ""
    for number in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        for rest, place in ((words[:-number], words[-number:]), (words[number:], words[:number])):
            code = _countries().get(" ".join(place))
            if code:
                last = max((at for at, word in enumerate(rest) if word not in SMALL), default=-1)
                return " ".join(rest[: last + 1]), code
    return "", ""


@cache
def _ends() -> frozenset[str]:
    """The words that a country's name begins or ends with, so that most names are not tried."""
    return frozenset(word for name in _countries() for word in (name.split()[0], name.split()[-1]))


@cache
def _countries() -> Mapping[str, str]:
    """Codes by the country's names, folded."""
    found: dict[str, str] = {}
    for code in map(str, Locale("en").territories):
        if countries_by_code(code) == (code,):
            local = [str(Locale(lang).territories.get(code, "")) for lang in _LANGUAGES]
            for name in (*country_names(code), *local):
                found.setdefault(folded(name), code)
    return {name: code for name, code in found.items() if name}
