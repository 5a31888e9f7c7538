"""Collation by the Unicode algorithm, from no more of its table than the texts at hand need."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

__all__ = ["collation"]

_IMPLICIT = "@implicitweights"


def collation(texts: Iterable[str]) -> Callable[[str], Any]:
    """The key by which these texts are sorted; it holds for no text with other characters.

    pyuca parses 35,000 rows, which takes longer than all else that is done before the letter
    is set. Rows are looked up by the characters of a text alone, so the others are left out.
    """
    from pyuca import Collator  # noqa: PLC0415 - only where something is sorted
    from pyuca.collator import COLL_ELEMENT_PATTERN  # noqa: PLC0415

    characters = set(unicodedata.normalize("NFD", "".join(texts)))
    needed = {f"{ord(character):04X}" for character in characters}
    starts = {_IMPLICIT[:4], *(code[:4] for code in needed)}

    class NeededRows(Collator):  # type: ignore[misc]  # pyuca has no types
        def load(self, filename: str) -> None:
            for line in Path(filename).read_text(encoding="utf-8").split("\n"):
                if line[:4] not in starts:
                    continue
                row = line.partition("#")[0]
                codes, _, elements = row.partition(";")
                if row.startswith(_IMPLICIT):
                    first, _, last = codes.removeprefix(_IMPLICIT).strip().partition("..")
                    weights = [int(first, 16), int(last, 16), int(elements, 16)]
                    self.implicit_weights.append(weights)
                elif needed.issuperset(codes.split()):
                    key = [int(code, 16) for code in codes.split()]
                    found = COLL_ELEMENT_PATTERN.findall(elements)
                    self.table.add(key, [[int(weight, 16) for weight in e] for e in found])

    sort_key: Callable[[str], Any] = NeededRows().sort_key
    return sort_key
