"""Nearest: which record was probably meant by an id that is none.

An id is a country's code, a house and an office (`us-lower/speaker`), so sense goes before
letters: whoever mistypes a house of Tunisia does not mean the one of Viet Nam.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from babel import Locale
from babel.core import get_global

from undersigned.errors import did_you_mean
from undersigned.load.country import countries_by_code
from undersigned.model.recipient import Recipient

__all__ = ["nearest_of_country", "nearest_record"]

# More than these are no suggestion but a list.
_MOST = 3
_ALIKE = 0.6


def nearest_record(id_: str, records: Iterable[Recipient]) -> str:
    """A hint naming the record that was probably meant: by its country and its id, by what others
    call the country ("uk"), or by its name."""
    known = list(records)
    hint = nearest_of_country(id_, known)
    if hint:
        return hint
    folded = id_.casefold()
    codes = get_global("territory_aliases").get(id_.upper(), ())
    countries = Locale("en").territories
    for record in known:
        country = countries.get(record.country or "", "").casefold()
        if record.country in codes or folded in (country, record.name.text.casefold()):
            return f'did you mean "{record.id}"?'
    prefix, house, _ = _parts(id_)
    if house and len(prefix) == 2:
        # Of two letters any other two are as far away.
        return ""
    return did_you_mean(id_, [record.id for record in known])


def nearest_of_country(id_: str, records: Iterable[Recipient]) -> str:
    """A hint naming the records of the country that the id begins with: the one whose id is
    nearly so, else those of the same kind, if they are few; or nothing."""
    prefix, house, office = _parts(id_)
    if not house:
        return ""
    codes = countries_by_code(prefix) if len(prefix) <= 3 else ()
    family = {
        name: record
        for record in records
        if record.country in codes or _parts(record.id)[0] == prefix
        for name in (record.id, *record.aliases)
    }
    alike = [name for name in family if bool(_parts(name)[2]) is bool(office)]
    if office:
        named = _near(office, alike, 2)
        of_house = [name for name in alike if _parts(name)[1] == house]
        found = [name for name in named if name in of_house] or named or of_house
    else:
        houses = [name for name in alike if _parts(name)[1]] or alike
        found = _near(house, houses, 1) or houses
    # One record may go by several names.
    unique = list({family[name].id: name for name in reversed(found)}.values())[::-1]
    return _asked(sorted(unique)) if len(unique) <= _MOST else ""


def _near(word: str, names: Sequence[str], part: int) -> list[str]:
    """The names that have the word in that part, or what is nearest to it."""
    words = {_parts(name)[part] for name in names}
    hint = did_you_mean(word, words, _ALIKE)
    return [name for name in names if hint == f'did you mean "{_parts(name)[part]}"?']


def _parts(id_: str) -> tuple[str, str, str]:
    """Country, house and office: "us", "lower", "speaker"."""
    whole, _, office = id_.casefold().partition("/")
    country, _, house = whole.partition("-")
    return country, house, office


def _asked(ids: Sequence[str]) -> str:
    if not ids:
        return ""
    quoted = [f'"{id_}"' for id_ in ids]
    several = ", ".join(quoted[:-1])
    return f"did you mean {several} or {quoted[-1]}?" if several else f"did you mean {quoted[0]}?"
