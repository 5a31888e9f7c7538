"""Evaluates the expressions of a document: sandboxed, strict, and into words.

An undefined name, an empty value or a value that is no text is a finding at the expression;
nothing is ever rendered with a hole in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NoReturn

from jinja2 import StrictUndefined, meta
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from undersigned.compose.phrases import Phrasebook
from undersigned.compose.scope import Namespace, kind_of, lacks, printed
from undersigned.errors import Finding, Findings, InvalidInput, Location, did_you_mean
from undersigned.load.masking import Masked, split_expressions
from undersigned.model.text import Origin, Text

__all__ = ["Evaluator", "Scope"]

Scope = Mapping[str, Any]

# A loop over more than the largest parliament's members is a slip.
_MOST_ROUNDS = 10_000
_LARGEST = 10**15
_HIGHEST_POWER = 100
_LONGEST = 10_000
_MOST_SIGNS = 100_000
_ORIGINS = {
    "facts": Origin.FACT,
    "recipient": Origin.RECIPIENT,
    "recipients": Origin.RECIPIENT,
    "signatories": Origin.ROSTER,
    "signatory": Origin.ROSTER,
}


class _Undefined(StrictUndefined):
    """Says what is missing in the words of the format, with the nearest name."""

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        name = str(self._undefined_name)
        owner = self._undefined_obj
        if isinstance(owner, Namespace):
            raise UndefinedError(lacks(owner, name))
        if self._undefined_name is None:
            raise UndefinedError("it has no value when the condition does not hold")
        if self._undefined_hint:
            raise UndefinedError(self._undefined_hint)
        raise UndefinedError(f'unknown variable "{name}"')

    __str__ = __iter__ = __len__ = __bool__ = __eq__ = __ne__ = __hash__ = (
        _fail_with_undefined_error
    )
    __add__ = __radd__ = __lt__ = __gt__ = __call__ = __getitem__ = _fail_with_undefined_error


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, and a bound on what two signs can ask of the machine's memory."""

    intercepted_binops = frozenset(["*", "**"])

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if numbers and (abs(left) > _LARGEST or abs(right) > _LARGEST):
            raise OverflowError("the number is too large")
        if numbers and operator == "**" and abs(right) > _HIGHEST_POWER:
            raise OverflowError("the power is too high")
        if not numbers and max(_size(left), _size(right)) > _LONGEST:
            raise OverflowError("the text repeats too often")
        return super().call_binop(context, operator, left, right)


def _size(value: Any) -> int:
    return value if isinstance(value, int) else len(value) if hasattr(value, "__len__") else 0


class Evaluator:
    """Evaluates expressions in one language; compiled ones are kept."""

    def __init__(self, book: Phrasebook) -> None:
        self.book = book
        self.environment = _Environment(undefined=_Undefined, autoescape=False)
        self.environment.globals = {}
        self.environment.filters.update(
            date=self._date, listed=self._listed, number=self._number, ordinal=self._ordinal
        )
        self._compiled: dict[str, Callable[..., Any]] = {}
        self._roots: dict[str, frozenset[str]] = {}

    def value(self, source: str, scope: Scope, place: Location) -> Any:
        """The expression's value. Raises `InvalidInput` at `place`."""
        try:
            if source not in self._compiled:
                self._compiled[source] = self.environment.compile_expression(
                    source, undefined_to_none=False
                )
            value = self._compiled[source](**scope)
            if isinstance(value, _Undefined):
                str(value)
        except UndefinedError as error:
            raise _invalid(place, source, str(error.message), scope) from error
        except SecurityError as error:
            raise _invalid(place, source, "this is not allowed in a document", scope) from error
        except (
            TemplateError,
            ArithmeticError,
            TypeError,
            ValueError,
            LookupError,
            AttributeError,
            RecursionError,
            MemoryError,
        ) as error:
            raise _invalid(place, source, str(error), scope) from error
        return value

    def holds(self, source: str, scope: Scope, place: Location) -> bool:
        """Whether the condition of an `if` holds."""
        value = self.value(source, scope, place)
        try:
            return bool(value)
        except UndefinedError as error:
            raise _invalid(place, source, str(error.message), scope) from error

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
        try:
            self.environment.from_string(text).render(**scope, take_=take)
        except (UndefinedError, SecurityError, TemplateError) as error:
            raise _invalid(place, f"for {source}", str(error.message), scope) from error
        except (ArithmeticError, TypeError, ValueError, LookupError, AttributeError) as error:
            raise _invalid(place, f"for {source}", str(error), scope) from error
        return found

    def text(self, source: str, scope: Scope, place: Location, default: Origin) -> Text:
        """The expression's value as literal words. Raises `InvalidInput`."""
        value = self.value(source, scope, place)
        try:
            words = self.words(value)
            if len(words) > _MOST_SIGNS:
                raise TypeError(f"its value is longer than {_MOST_SIGNS} signs")
            return Text(words, place, self.origin(source, scope, default))
        except UndefinedError as error:
            raise _invalid(place, source, str(error.message), scope) from error
        except TypeError as error:
            raise _invalid(place, source, str(error), scope) from error

    def filled(self, text: Text, scope: Scope) -> Text:
        """A text of the front matter with its expressions filled in. Raises `InvalidInput`."""
        if "{{" not in text.text:
            return text
        findings = Findings()
        words = []
        for part in split_expressions(text.text, text.location, findings):
            if isinstance(part, Masked):
                with findings.gather():
                    words.append(self.text(part.inside, scope, text.location, text.origin).text)
            else:
                words.append(part)
        findings.raise_errors()
        return Text("".join(words), text.location, text.origin)

    def words(self, value: Any) -> str:
        """A value as the letter's language writes it. Raises TypeError for what is no text."""
        if isinstance(value, Namespace):
            return printed(value)
        if isinstance(value, bool) or value is None:
            raise TypeError(f"its value is {str(value).lower()}, which is no text")
        if isinstance(value, str):
            return str(value)
        if isinstance(value, int | Decimal):
            return str(value)
        if isinstance(value, float):
            return self.book.number(value)
        if isinstance(value, dt.date):
            return self.book.date(value)
        if isinstance(value, Mapping) or callable(value):
            raise TypeError("its value is no text")
        try:
            items = [self.words(item) for item in value]
        except TypeError as error:
            raise TypeError("its value is no text") from error
        if not items:
            raise TypeError("the list is empty, so nothing would be printed")
        return self.book.listed(items)

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
            value = dt.date.fromisoformat(value)
        if not isinstance(value, dt.date):
            raise TypeError("| date takes a date")
        return self.book.date(value)

    def _listed(self, value: Any) -> str:
        return self.words(list(value))

    def _number(self, value: Any) -> str:
        if isinstance(value, str):
            value = float(value) if "." in value else int(value)
        return self.book.number(value)

    def _ordinal(self, value: Any) -> str:
        return self.book.ordinal(int(value))


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
