"""The sandbox of expressions: what a document may compute, and how much of it.

A document names values and prints them. It calls no method that could build a text of any
length, sees no name that begins with `_`, and nothing in it grows beyond `MOST`: a slip such
as `"x" * 10**9` is a finding and not a machine without memory.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jinja2 import Undefined
from jinja2.filters import do_join, do_replace
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from undersigned.load.expression import FILTERS

__all__ = ["MOST", "Sandbox", "metered", "refuse_growth"]

# Characters, or items: ten times the names of the largest coalition.
MOST = 1_000_000
_MOST_BITS = 4_096
_METHODS = frozenset(
    [
        "capitalize", "casefold", "count", "endswith", "find", "get", "index", "isalpha",
        "isdigit", "isnumeric", "isoformat", "items", "keys", "lower", "lstrip", "partition",
        "removeprefix", "removesuffix", "rpartition", "rsplit", "rstrip", "split", "splitlines",
        "startswith", "strftime", "strip", "swapcase", "title", "upper", "values", "weekday",
    ]
)  # fmt: skip
_TOO_LONG = "it grows beyond all bounds | a document names values; it does not compute them"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's own, without what grows, what chooses at random and what makes markup."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def __init__(self, undefined: type[Undefined], own: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(undefined=undefined, autoescape=False)
        self.globals = {}
        stricter = {"float": _float, "int": _int, "join": _join, "replace": _replace}
        known = {**self.filters, **stricter, **own}
        self.filters = {name: _bounded(known[name]) for name in FILTERS}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Count before multiplying."""
        if operator == "%" and isinstance(left, str):
            raise TypeError("% does not fill in texts | join them with ~")
        whole = isinstance(left, int) and isinstance(right, int)
        if operator == "**" and whole:
            grown = left.bit_length() * max(right, 0) > _MOST_BITS
        elif operator == "*" and whole:
            grown = left.bit_length() + right.bit_length() > _MOST_BITS
        elif operator == "*":
            things, number = (right, left) if isinstance(left, int) else (left, right)
            grown = isinstance(number, int) and (_size(things) + 1) * number > MOST
        else:
            grown = False
        if grown:
            raise OverflowError(_TOO_LONG)
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Plain attributes, and methods that make nothing longer than what they are called on."""
        return super().is_safe_attribute(obj, attr, value) and (
            not callable(value) or attr in _METHODS
        )

    def wrap_str_format(self, _value: Any) -> None:
        """Jinja hands out its own `str.format`; a width in it makes a text of any length."""
        return

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Say it in the words of the format."""
        hint = "names that begin with _ are not for documents"
        if not attribute.startswith("_"):
            hint = "a filter may do it: {{ … | upper }}, {{ … | join }}"
        said = f'"{attribute}" is not allowed in a document | {hint}'
        return self.undefined(said, obj=obj, name=attribute)


def refuse_growth(value: Any) -> None:
    """Raise OverflowError where a value has grown beyond what a letter can print."""
    _size(value)


def metered(items: Iterable[Any]) -> Iterator[Any]:
    """The items one by one, up to what a letter can print."""
    left = MOST
    for item in items:
        left -= _size(item) + 1
        if left < 0:
            raise OverflowError(_TOO_LONG)
        yield item


def _size(value: Any) -> int:
    """How long a value would be in print, at least. Raises OverflowError beyond `MOST`."""
    total = 0
    waiting = [value]
    while waiting:
        item = waiting.pop()
        total += 1
        if isinstance(item, str):
            total += len(item)
        elif isinstance(item, int):
            total += item.bit_length() // 4
        elif isinstance(item, list | tuple | set | frozenset):
            waiting.extend(item)
        elif isinstance(item, Mapping):
            waiting.extend((*item.keys(), *item.values()))
        if total + len(waiting) > MOST:
            raise OverflowError(_TOO_LONG)
    return total


def _bounded(filter_: Callable[..., Any]) -> Callable[..., Any]:
    # Some of Jinja's filters want the environment first; wraps() keeps the mark that says so.
    position = 1 if hasattr(filter_, "jinja_pass_arg") else 0

    @functools.wraps(filter_)
    def bounded(*arguments: Any, **named: Any) -> Any:
        given = list(arguments)
        if isinstance(given[position], Iterator):
            given[position] = metered(given[position])
        result = filter_(*given, **named)
        _size(result)
        return result

    return bounded


@functools.wraps(do_join)
def _join(context: Any, value: Any, d: str = "", attribute: str | None = None) -> str:
    items = list(metered(value))
    if not items:
        raise TypeError("the list is empty, so nothing would be printed")
    if len(items) * len(str(d)) > MOST:
        raise OverflowError(_TOO_LONG)
    return str(do_join(context, items, d, attribute))


@functools.wraps(do_replace)
def _replace(context: Any, s: str, old: str, new: str, count: int | None = None) -> str:
    if str(s).count(str(old)) * len(str(new)) > MOST:
        raise OverflowError(_TOO_LONG)
    return do_replace(context, s, old, new, count)


def _int(value: str | float) -> int:
    """Jinja's own makes 0 of what is no number."""
    try:
        return int(value)
    except ValueError as error:
        raise ValueError(f'"{value:.60}" is not a number') from error


def _float(value: str | float) -> float:
    try:
        return float(value)
    except ValueError as error:
        raise ValueError(f'"{value:.60}" is not a number') from error
