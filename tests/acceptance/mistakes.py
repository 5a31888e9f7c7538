"""A letter with one mistake in it, and what is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Mistake"]


@dataclass(frozen=True)
class Mistake:
    """`at` is a file, and words of the line that is named; `says` stands in the message."""

    name: str
    at: tuple[str, str]
    says: tuple[str, ...]
    body: str = "The dam is unsafe."
    front: str = ""
    files: dict[str, str] = field(default_factory=dict)
