"""Phrases, dates, numbers and lists in the letter's language: CLDR through Babel, and the
wording table."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_time, get_timezone_name
from babel.lists import format_list
from babel.numbers import format_decimal

from undersigned.errors import Finding, InvalidInput
from undersigned.model.direction import has_marks, isolated
from undersigned.model.text import Origin, Text
from undersigned.model.wording import Wording

__all__ = ["Phrasebook"]


class Phrasebook:
    """The wording of one language, ready to speak."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.locale = Locale.parse(wording.locale or wording.language, sep="-")

    def phrase(self, key: str, **gaps: str) -> Text:
        """A phrase with its gaps filled. Raises `InvalidInput` where the table lacks it."""
        pattern = self.wording.phrases.get(key)
        if pattern is None:
            finding = Finding(
                self.wording.location, "wording", f'the phrase "{key}" is missing',
                "add it to the table of this language",
            )  # fmt: skip
            raise InvalidInput([finding])
        return Text(self._filled(pattern, gaps), self.wording.location, Origin.WORDING)

    def counted(self, key: str, count: int) -> Text:
        """A phrase with a number in it, in the plural form that the number asks for."""
        forms = self.wording.plurals[key]
        category = self.locale.plural_form(count)
        pattern = forms.get(category, forms["other"])
        words = self._filled(pattern, {"count": self.number(count)})
        return Text(words, self.wording.location, Origin.WORDING)

    def ordinal(self, number: int) -> str:
        """1st, 2nd, 3rd, as the language writes them."""
        forms = self.wording.ordinals
        category = self.locale.ordinal_form(number)
        return self._filled(forms.get(category, forms["other"]), {"number": self.number(number)})

    def number(self, number: float | Decimal) -> str:
        """A number with the language's separators."""
        return format_decimal(number, locale=self.locale)

    def date(self, day: dt.date) -> str:
        """A day, as a letter writes it."""
        first = self.wording.date_first if day.day == 1 else ""
        pattern = first or self.wording.date_pattern or "long"
        return format_date(day, pattern, locale=self.locale)

    def moment(self, moment: dt.datetime) -> Text:
        """A day and a time with the name of the time zone."""
        return self.phrase(
            "letter.moment",
            date=self.date(moment.date()),
            time=format_time(moment, "HH:mm", tzinfo=moment.tzinfo, locale=self.locale),
            zone=get_timezone_name(moment, locale=self.locale),
        )

    def styled(self, honorific: str, name: str) -> str:
        """A name with its honorific, before or behind it. The two are one name, and run one way:
        nothing is isolated between them."""
        first, _, last = self.phrase("letter.styled").text.partition("{name}")
        return (
            first.replace("{honorific}", honorific) + name + last.replace("{honorific}", honorific)
        )

    def listed(self, items: Sequence[str]) -> str:
        """The items with the language's "and" before the last."""
        return format_list(list(items), style="standard", locale=self.locale)

    def series(self, items: Sequence[str]) -> str:
        """The items one after the other, without an "and"."""
        words = items[0]
        for item in items[1:]:
            words = self.phrase("letter.series", first=words, second=item).text
        return words

    def country(self, code: str) -> str:
        """A country's name; what is no code is taken for a name and left as it is."""
        return self.locale.territories.get(code.upper(), code) if len(code) == 2 else code

    def region(self, code: str) -> str:
        """The name of a region by its code of UN M49; "" for no code."""
        return self.locale.territories.get(code, "") if code else ""

    def _filled(self, pattern: str, gaps: Mapping[str, str]) -> str:
        return re.sub(
            r"\{(\w+)\}", lambda m: self._set_apart(gaps[m[1]]) if m[1] in gaps else m[0], pattern
        )

    def _set_apart(self, value: str) -> str:
        """A value that runs the other way than the language, isolated from the words around it
        (Unicode UAX #9): otherwise "Port Avel, 1" would be torn apart in an Arabic date line."""
        ways = {_WAYS.get(unicodedata.bidirectional(sign), "") for sign in value} - {""}
        if has_marks(value) or (ways and self.wording.direction not in ways):
            return isolated(value, self.wording.direction)
        return value


_WAYS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
