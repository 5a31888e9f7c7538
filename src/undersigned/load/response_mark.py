"""Mark: the words by which a row of a roster says from which response of which form it comes.

They stand in its evidence, or in its note where a response was merged with it: "responses.csv,
line 4, 2026-10-14 09:00".
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from undersigned.load.date_column import Moment

__all__ = ["Mark", "marks_of"]

_MARK = re.compile(
    r"(?:merged with )?(?P<form>\S.*), line (?P<line>\d+)"
    r"(?:, (?P<moment>\d{4}-\d\d-\d\d(?: \d\d:\d\d)?))?(?::.*)?"
)
# What a browser or a person adds to the name of a newer export.
_ADDED = re.compile(r"\b(copy|copie|kopie|copia)\b|[\W\d_]+")
_TIMED = len("2026-10-14 ")


@dataclass(frozen=True)
class Mark:
    """The form without what tells one export of it from the next, the line, and the moment."""

    form: str
    line: int
    moment: str

    @classmethod
    def of(cls, form: str, line: int, moment: Moment | None) -> Mark:
        """The mark of a response; `form` is the name of its file."""
        stem = form.rpartition(".")[0] or form
        return cls(_ADDED.sub(" ", stem.casefold()).strip() or stem, line, str(moment or ""))

    @property
    def timed(self) -> bool:
        """Whether the moment is one of the day, so that hardly another response has it."""
        return len(self.moment) >= _TIMED

    @cached_property
    def digits(self) -> str:
        """Of its digest, as the history remembers it."""
        said = f"{self.form}\x1f{self.line}\x1f{self.moment}"
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def marks_of(cells: Mapping[str, str]) -> Iterator[Mark]:
    """The marks of a row of a roster."""
    for words in re.split(r"[;\n]", f"{cells.get('evidence', '')}\n{cells.get('note', '')}"):
        if found := _MARK.fullmatch(words.strip()):
            mark = Mark.of(found["form"], int(found["line"]), None)
            yield Mark(mark.form, mark.line, found["moment"] or "")
