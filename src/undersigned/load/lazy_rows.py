"""Lazy rows: what several tables on top of each other hold, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

__all__ = ["LazyRows"]

_T = TypeVar("_T")


class LazyRows(Mapping[str, _T], Generic[_T]):
    """Values by key, each made of the last table's rows when it is first asked for."""

    def __init__(
        self, tables: Sequence[Mapping[str, object]], make: Callable[[str, int], _T], each: int = 1
    ) -> None:
        self._tables = tables
        # A later layer's row stands for an earlier one's; of the tables that `each` layer has
        # the first is asked first.
        starts = range(len(tables) - each, -1, -each)
        self._order = [n for start in starts for n in range(start, start + each)]
        self._make = make
        self._made: dict[str, _T] = {}

    def __getitem__(self, key: str) -> _T:
        if key not in self._made:
            number = next((n for n in self._order if key and key in self._tables[n]), None)
            if number is None:
                raise KeyError(key)
            self._made[key] = self._make(key, number)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return bool(key) and any(key in table for table in self._tables)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    @cached_property
    def _keys(self) -> Mapping[str, None]:
        return {key: None for table in self._tables for key in table}
