"""A letter with one mistake in it, and what is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Mistake"]


@dataclass(frozen=True)
class Mistake:
    """`at` is a file, and words of the line that is named.

    `said` is the rest of the message: column, what is wrong, and the rule.
    """

    name: str
    at: tuple[str, str]
    said: str
    hint: str
    body: str = "The dam is unsafe."
    front: str = ""
    files: dict[str, str] = field(default_factory=dict)
