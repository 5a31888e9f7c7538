"""Compared: what organisations and people are compared by alike."""

from __future__ import annotations

from functools import cached_property

from undersigned.load.contact_domain import mailbox
from undersigned.load.country import country_key
from undersigned.load.transliteration import skeleton
from undersigned.model.duplicate import Candidate

__all__ = ["Compared"]


class Compared:
    """A candidate, and what is read from it once."""

    candidate: Candidate

    @cached_property
    def mailbox(self) -> str:
        """The e-mail address, in one spelling."""
        return mailbox(self.candidate.email)

    @cached_property
    def country(self) -> str:
        """A code, or the name as it is typed, folded."""
        return country_key(self.candidate.country)

    @cached_property
    def skeleton(self) -> str:
        """The name's consonants in Latin letters."""
        return skeleton(self.candidate.name)
