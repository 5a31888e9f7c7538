"""Evaluates the expressions of a document: sandboxed, strict, and into words.

An undefined name, an empty value or a value that is no text is a finding at the expression;
nothing is ever rendered with a hole in it.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, NoReturn

from jinja2 import StrictUndefined, Template, Undefined, meta
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from jinja2.utils import missing

from undersigned.compose.contractions import Contractions, Inserted, InText
from undersigned.compose.phrases import Phrasebook
from undersigned.compose.sandbox import Sandbox, metered, refuse_growth
from undersigned.compose.scope import Namespace, kind_of, lacks, printed
from undersigned.compose.spelling import spelled_out
from undersigned.errors import Finding, Findings, InvalidInput, Location, did_you_mean
from undersigned.load.masking import Masked, split_expressions
from undersigned.load.source import REFUSED
from undersigned.model.direction import has_marks, isolated
from undersigned.model.text import Origin, Text

__all__ = ["Evaluator", "Scope"]

Scope = Mapping[str, Any]

# A loop over more than the largest parliament's members is a slip.
_MOST_ROUNDS = 10_000
_MOST_SIGNS = 100_000
_ORIGINS = {
    "facts": Origin.FACT,
    "recipient": Origin.RECIPIENT,
    "recipients": Origin.RECIPIENT,
    "signatories": Origin.ROSTER,
    "signatory": Origin.ROSTER,
}
# What Python says of an expression that cannot be computed, or not be compiled.
_PYTHON_FAULTS = (
    ArithmeticError, TypeError, ValueError, LookupError, AttributeError, RecursionError,
    MemoryError, SyntaxError, AssertionError,
)  # fmt: skip


class _Undefined(StrictUndefined):
    """Says what is missing in the words of the format, with the nearest name."""

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        name = str(self._undefined_name)
        owner = self._undefined_obj
        if isinstance(owner, Namespace):
            raise UndefinedError(lacks(owner, name))
        if self._undefined_hint:
            raise UndefinedError(self._undefined_hint)
        if owner is not missing:
            raise UndefinedError(f'its value has no "{name}"')
        raise UndefinedError(f'unknown variable "{name}"')

    __str__ = __iter__ = __len__ = __bool__ = __eq__ = __ne__ = __hash__ = (
        _fail_with_undefined_error
    )
    __add__ = __radd__ = __lt__ = __gt__ = __call__ = __getitem__ = _fail_with_undefined_error


class Evaluator:
    """Evaluates expressions in one language; compiled ones are kept."""

    def __init__(self, book: Phrasebook) -> None:
        self.book = book
        self.contractions = Contractions(book.wording.contractions)
        own = {
            "date": self._date, "listed": self._listed, "number": self._number,
            "ordinal": self._ordinal, "spelled_out": self._spelled_out,
        }  # fmt: skip
        self.environment = Sandbox(_Undefined, own)
        self._compiled: dict[str, Callable[..., Any]] = {}
        self._loops: dict[str, Template] = {}
        self._roots: dict[str, frozenset[str]] = {}

    def value(self, source: str, scope: Scope, place: Location) -> Any:
        """The expression's value. Raises `InvalidInput` at `place`."""
        with _faults(source, scope, place):
            if source not in self._compiled:
                self._compiled[source] = self.environment.compile_expression(
                    source, undefined_to_none=False
                )
            value = self._compiled[source](**scope)
            if isinstance(value, _Undefined):
                str(value)
            if isinstance(value, Undefined):
                raise TypeError(
                    "it has no value when the condition does not hold | write what stands there "
                    'then, or else ""'
                )
            refuse_growth(value)
        return value

    def holds(self, source: str, scope: Scope, place: Location) -> bool:
        """Whether the condition of an `if` holds."""
        return bool(self.value(source, scope, place))

    def rounds(
        self, source: str, targets: Sequence[str], scope: Scope, place: Location
    ) -> list[dict[str, Any]]:
        """What a loop binds, round by round; `source` is what stands after `for`."""
        found: list[dict[str, Any]] = []

        def take(loop: Any, *values: Any) -> str:
            if len(found) >= _MOST_ROUNDS:
                raise OverflowError(f"the loop has more than {_MOST_ROUNDS} rounds")
            # The loop variable moves on: what a text may ask of it is kept as it is now.
            now = Namespace("loop", {
                "index": loop.index, "index0": loop.index0, "first": loop.first,
                "last": loop.last, "length": loop.length,
            })  # fmt: skip
            found.append({**dict(zip(targets, values, strict=True)), "loop": now})
            return ""

        names = ", ".join(("loop", *targets))
        text = "{% for " + source + " %}{{ take_(" + names + ") }}{% endfor %}"
        with _faults(f"for {source}", scope, place):
            if text not in self._loops:
                self._loops[text] = self.environment.from_string(text)
            self._loops[text].render(**scope, take_=take)
        return found

    def text(self, source: str, scope: Scope, place: Location, default: Origin) -> Inserted:
        """The expression's value as literal words. Raises `InvalidInput`."""
        value = self.value(source, scope, place)
        with _faults(source, scope, place):
            words = self.words(value)
            if isinstance(value, str | Namespace):
                # The items of a list are set apart each.
                words = self._apart(words)
            if len(words) > _MOST_SIGNS:
                raise TypeError(f"its value is longer than {_MOST_SIGNS} signs")
            origin = self.origin(source, scope, default)
            return Inserted(str(words), place, origin, isinstance(words, InText))

    def _apart(self, words: str) -> str:
        """Words with marks of direction in them, so that they turn none that follow."""
        if not has_marks(words):
            return words
        apart = isolated(words, self.book.wording.direction)
        return InText(apart) if isinstance(words, InText) else apart

    def filled(self, text: Text, scope: Scope) -> Text:
        """A text of the front matter with its expressions filled in. Raises `InvalidInput`."""
        if "{{" not in text.text:
            return text
        words = self.contractions.line(self._parts(text, scope))
        return Text(words, text.location, text.origin)

    def address(self, text: Text, scope: Scope) -> str:
        """The same for a link's address, which is no sentence. Raises `InvalidInput`."""
        return "".join(part.text for part in self._parts(text, scope))

    def _parts(self, text: Text, scope: Scope) -> list[Text]:
        findings = Findings()
        parts: list[Text] = []
        for part in split_expressions(text.text, text.location, findings):
            if isinstance(part, Masked):
                with findings.gather():
                    parts.append(self.text(part.inside, scope, text.location, text.origin))
            else:
                parts.append(Text(part, text.location, text.origin))
        findings.raise_errors()
        return parts

    def words(self, value: Any) -> str:
        """A value as the letter's language writes it: an `InText` as one, and a list that such a
        name begins. Raises TypeError for what is no text."""
        if isinstance(value, Namespace):
            return printed(value)
        if isinstance(value, bool) or value is None:
            raise TypeError(f"its value is {str(value).lower()}, which is no text")
        if isinstance(value, str):
            refused = REFUSED.search(value)
            if refused:
                code = f"U+{ord(refused[0]):04X}"
                raise TypeError(f"its value holds the character {code}, which cannot be printed")
            return value if isinstance(value, InText) else str(value)
        if isinstance(value, int | Decimal):
            return str(value)
        if isinstance(value, float):
            if not math.isfinite(value):
                raise TypeError("its value is no number")
            return self.book.number(value)
        if isinstance(value, dt.date):
            return self.book.date(value)
        if isinstance(value, Mapping) or callable(value):
            raise TypeError("its value is no text")
        try:
            items = [self._apart(self.words(item)) for item in metered(value)]
        except TypeError as error:
            raise TypeError("its value is no text") from error
        if not items:
            raise TypeError("the list is empty, so nothing would be printed")
        listed = self.book.listed(items)
        return InText(listed) if isinstance(items[0], InText) else listed

    def origin(self, source: str, scope: Scope, default: Origin) -> Origin:
        """What kind of source the words come from, by the first variable that has one."""
        if source not in self._roots:
            tree = self.environment.parse("{{ (" + source + ") }}")
            self._roots[source] = frozenset(meta.find_undeclared_variables(tree))
        roots = self._roots[source]
        for name, origin in _ORIGINS.items():
            if name in roots:
                return origin
        # A loop's variable is of the kind of what the loop went over.
        kinds = {kind_of(scope[name]) for name in roots if isinstance(scope.get(name), Namespace)}
        return next((_ORIGINS[kind] for kind in kinds if kind in _ORIGINS), default)

    def _date(self, value: Any) -> str:
        if isinstance(value, str):
            try:
                value = dt.date.fromisoformat(value)
            except ValueError as error:
                raise ValueError(f'"{value:.60}" is not a date | write 2026-01-31') from error
        if not isinstance(value, dt.date):
            raise TypeError("| date takes a date")
        return self.book.date(value)

    def _listed(self, value: Any) -> str:
        if isinstance(value, str) or not isinstance(value, Iterable):
            raise TypeError("| listed takes a list")
        return self.words(list(metered(value)))

    def _number(self, value: Any) -> str:
        if isinstance(value, str):
            value = _as_number(value)
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise TypeError("| number takes a number")
        return self.book.number(value)

    def _ordinal(self, value: Any) -> str:
        return self.book.ordinal(_whole(value, "ordinal"))

    def _spelled_out(self, value: Any, form: str = "") -> str:
        return spelled_out(_whole(value, "spelled_out"), self.book.locale, str(form))


def _as_number(value: str) -> int | float:
    try:
        return float(value) if "." in value else int(value)
    except ValueError as error:
        raise ValueError(f'"{value:.60}" is not a number') from error


def _whole(value: Any, filter_: str) -> int:
    if isinstance(value, str):
        value = _as_number(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"| {filter_} takes a whole number")
    return value


@contextmanager
def _faults(source: str, scope: Scope, place: Location) -> Iterator[None]:
    """Whatever an expression can do wrong, as a finding at its place."""
    try:
        yield
    except SecurityError as error:
        raise _invalid(place, source, "this is not allowed in a document", scope) from error
    except TemplateError as error:
        raise _invalid(place, source, str(error.message), scope) from error
    except NameError as error:  # Jinja compiles 1e999 to the name "inf"
        raise _invalid(place, source, "its value is no number", scope) from error
    except _PYTHON_FAULTS as error:
        raise _invalid(place, source, str(error), scope) from error


def _invalid(place: Location, source: str, message: str, scope: Scope) -> InvalidInput:
    hint = ""
    if message.startswith('unknown variable "'):
        name = message.split('"')[1]
        hint = did_you_mean(name, scope) or "known here: " + ", ".join(sorted(scope))
    elif " | " in message:
        message, _, hint = message.partition(" | ")
    shown = " ".join(source.split())
    said = message if message.startswith("unknown") else f"{{{{ {shown} }}}}: {message}"
    return InvalidInput([Finding(place, "expression", said, hint)])
