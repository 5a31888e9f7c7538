"""A tree of nodes as lines that a test can hold whole: type, place, words, and every field set."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum

from undersigned.errors import Location
from undersigned.model.text import Origin, Text

__all__ = ["sketch"]


def sketch(value: object, *, places: bool = True) -> str:
    """The value and all below it, a line each; what a field holds by default is left out."""
    return "\n".join(_lines(value, places))


def _lines(value: object, places: bool) -> list[str]:
    if isinstance(value, tuple):
        return [line for item in value for line in _lines(item, places)]
    if isinstance(value, Text):
        origin = "" if value.origin is Origin.PROSE else f" {value.origin.value}"
        return [f"{value.text!r}{_place(value.location, places)}{origin}"]
    if isinstance(value, Location):
        return [f"at{_place(value, places)}"]
    if isinstance(value, frozenset):
        return [repr(sorted(value))]
    if not is_dataclass(value) or isinstance(value, type):
        return [repr(value.value if isinstance(value, Enum) else value)]
    head = type(value).__name__
    below: list[str] = []
    for field in fields(value):
        held = getattr(value, field.name)
        if isinstance(held, Location):
            head += _place(held, places)
        elif held != _default(field):
            if isinstance(held, tuple) or is_dataclass(held):
                lines = _lines(held, places)
                named = field.name in ("children", "text") or not lines
                below += lines if named else [f"{field.name}:", *_indented(lines)]
            else:
                head += f" {field.name}={_lines(held, places)[0]}"
    return [head, *_indented(below)]


def _default(field: Field[object]) -> object:
    return () if field.default is MISSING else field.default


def _indented(lines: list[str]) -> list[str]:
    return ["  " + line for line in lines]


def _place(location: Location, places: bool) -> str:
    return f" {location.line}:{location.column}" if places else ""
