"""Invitation: what is written to somebody who is asked to sign. Invitee: who that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from undersigned.errors import Location
from undersigned.model.roster import SignatoryKind

__all__ = ["Invitation", "Invitee", "one_line"]

# All that some program or other takes for the end of a line, and spaces beside it. A space that
# keeps two words together stays.
_BREAKS = re.compile("[ \t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True)
class Invitee:
    """A row of a roster that is invited: `email` is an address as mail servers take it, in ASCII,
    or empty; `fingerprint` is what the history knows the row by from now on, `known_by` all that
    it may have known it by before."""

    location: Location
    name: str
    kind: SignatoryKind
    email: str
    fingerprint: str
    known_by: frozenset[str]


@dataclass(frozen=True)
class Invitation:
    """The words of one mail, in the letter's language; a paragraph of `text` is wrapped."""

    subject: str
    text: str


def one_line(words: str) -> str:
    """The words as a header may have them."""
    return _BREAKS.sub(" ", words).strip()
