"""History: what happened to a roster, who did it and when, without a name in it.

A row is known by a fingerprint of its id, or of its name where it has no id, so that a copy of
the history says nothing at a glance. It is no encryption: whoever has a name can try whether it
is in there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["Event", "Said", "fingerprint"]

Said: TypeAlias = str | Sequence[str]


@dataclass(frozen=True)
class Event:
    """One thing that happened: `when` in UTC, `by` whom, `what` in a word.

    `rows` are fingerprints; `said` is what else is to be remembered: never a name, an id, an
    e-mail address or what was given as evidence.
    """

    when: dt.datetime
    by: str
    what: str
    rows: tuple[str, ...] = ()
    said: Mapping[str, Said] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """What is remembered under this key, as text; nothing where it is a list or missing."""
        value = self.said.get(key, "")
        return value if isinstance(value, str) else ""

    def items(self, key: str) -> tuple[str, ...]:
        """What is remembered under this key, as a list; empty where it is text or missing."""
        value = self.said.get(key, ())
        return () if isinstance(value, str) else tuple(value)


def fingerprint(id_: str, name: str) -> str:
    """By what the history knows a row: 16 hexadecimal digits of the SHA-256 of its id, or of its
    name where it has none, without regard to case and spacing.

    With an id, a name corrected by hand makes no other row of it.
    """
    words = f"id {id_}" if id_.strip() else f"name {name}"
    plain = " ".join(unicodedata.normalize("NFKC", words).casefold().split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]
