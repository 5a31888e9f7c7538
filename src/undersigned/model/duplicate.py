"""Duplicate: two entries that may be one signatory, and what says so."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from undersigned.model.organisation_name import accented, folded
from undersigned.model.roster import SignatoryKind

__all__ = ["Candidate", "Pair", "SharedAcronym", "Verdict"]

# 48 bits: with a thousand decisions and a million pairs none meets another's by accident.
_DIGITS = 12


class Verdict(StrEnum):
    """Whether a person has to be asked. Pairs that differ have no verdict: they are not told."""

    SAME = "same"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Candidate:
    """A row or an entry that may be there twice. `key` is the caller's own: it comes back as it
    is. `other_names` are former and native ones; `country` is a code or a name."""

    key: str
    name: str
    acronym: str = ""
    kind: SignatoryKind = SignatoryKind.ORGANISATION
    country: str = ""
    url: str = ""
    email: str = ""
    other_names: tuple[str, ...] = ()
    title: str = ""
    affiliation: str = ""
    id: str = ""


@dataclass(frozen=True)
class Pair:
    """Two candidates that are one, or may be. `evidence` says why in plain words and holds
    nothing of either, so that it may be told of rows that must not be named."""

    first: Candidate
    second: Candidate
    verdict: Verdict
    evidence: tuple[str, ...]

    @cached_property
    def key(self) -> str:
        """The name of the question, by which its answer is remembered: a digest of who is
        compared, in whichever order. Whoever shares a name differs by affiliation, country or,
        where these are alike too, by acronym, e-mail and website: an answer about two never
        counts for a third."""
        pair = (self.first, self.second)
        both = [_identity(one) for one in pair]
        if both[0] == both[1]:
            both = [[*_identity(one), *_further(one)] for one in pair]
        said = "\x1e".join("\x1f".join(identity) for identity in sorted(both))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


@dataclass(frozen=True)
class SharedAcronym:
    """One acronym that stands for different names: a candidate of each."""

    acronym: str
    candidates: tuple[Candidate, ...]


def _identity(one: Candidate) -> list[str]:
    # With its accents, which tell some names apart.
    name = accented(one.name) or one.name.strip()
    return [name, str(one.kind), folded(one.affiliation), folded(one.country)]


def _further(one: Candidate) -> list[str]:
    return [folded(one.acronym), one.email.strip().casefold(), one.url.strip().casefold()]
