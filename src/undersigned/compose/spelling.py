"""Spelling: whole numbers in words, by the rules of CLDR (RBNF, "spellout-cardinal").

unicode-rbnf has the rules with it, so that the words are the same on every machine, ICU or not.
Where a number agrees with what it counts, the author says how: nothing is guessed from the noun,
and it must be said for 12 as for 21, or a letter would break on the day that somebody signs.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

__all__ = ["spelled_out", "spellings"]

# Beyond, languages put a preposition between number and noun ("un millón de firmas"), and nobody
# reads a number so long in words.
_MOST = 999_999
_RULES = "spellout-cardinal"
# Where CLDR's rules are wrong: its Arabic has one "three" for both genders, and mixes them in
# "eleven".
_WRONG = frozenset({"ar"})
# A language by another's rules, as CLDR's own inheritance has it.
_PARENT = {"nb": "no"}


def spelled_out(number: int, locale: Locale, form: str = "") -> str:
    """The number in words: "twenty-one"; with the form that its noun asks for, "veintiuna".

    The forms are those of CLDR's rules (feminine, masculine, neuter, …), and "alone" for a number
    without a noun. Raises ValueError, with what to write after a bar.
    """
    name = locale.get_language_name("en") or str(locale)
    if not 0 <= number <= _MOST:
        raise ValueError(f"{number} is no number for words | write | number for figures")
    engine = None if locale.language in _WRONG else _engine(_codes(locale))
    if engine is None:
        said = f"numbers are not known in words in {name}"
        raise ValueError(f"{said} | write | number, for figures")
    rules = _rules(engine, locale)
    if form not in rules:
        raise ValueError(_unknown(form, name, sorted(filter(None, rules))))
    return engine.format_number(number, ruleset_names=[rules[form]]).text


def spellings(number: int, locale: Locale) -> tuple[str, ...]:
    """Every form of the number in words; none where the language's are not known."""
    engine = None if locale.language in _WRONG else _engine(_codes(locale))
    if engine is None:
        return ()
    rules = _rules(engine, locale).values()
    found = engine.format_number(number, ruleset_names=list(rules)).text_by_ruleset
    return tuple(dict.fromkeys(found.values()))


def _unknown(form: str, name: str, forms: list[str]) -> str:
    known = " or ".join(f'| spelled_out("{known}")' for known in forms)
    if form:
        said = f'numbers in {name} have no form "{form}"'
    else:
        said = f"in {name} a number in words agrees with what it counts"
    return f"{said} | write {known or '| spelled_out'}"


def _rules(engine: RbnfEngine, locale: Locale) -> dict[str, str]:
    """The sets of rules by what an author calls them; "" for a number that has one form."""
    names = [
        name
        for name, rules in engine.rulesets.items()
        if name.startswith(_RULES) and not rules.is_private
    ]
    found = {name.removeprefix(_RULES).lstrip("-"): name for name in names}
    verbose = found.pop("verbose", None)
    if verbose and locale.territory != "US":
        # "One hundred and one": Americans alone leave the "and" out.
        found[""] = verbose
    if "" not in found:
        found["alone"] = "spellout-numbering"
    return found


def _codes(locale: Locale) -> tuple[str, ...]:
    """The locale's own rules before those of its language: fr_CH, zh_Hant, fr."""
    language = _PARENT.get(locale.language, locale.language)
    parts = (locale.territory, locale.script)
    return (*(f"{language}_{part}" for part in parts if part), language)


@cache
def _engine(codes: tuple[str, ...]) -> RbnfEngine | None:
    # Only where a number is spelled out: 60 ms.
    from unicode_rbnf import RbnfEngine  # noqa: PLC0415

    for code in codes:
        try:
            engine = RbnfEngine.for_language(code)
        except ValueError:
            continue
        if any(name.startswith(_RULES) for name in engine.rulesets):
            return engine
    return None
