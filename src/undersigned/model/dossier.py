"""Dossier: everything that one letter is composed from, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from undersigned.errors import Finding
from undersigned.model.block import TextBlock
from undersigned.model.campaign import Campaign
from undersigned.model.catalogue import FormOfAddress
from undersigned.model.document import Document
from undersigned.model.kind import Kind
from undersigned.model.roster import Roster
from undersigned.model.signed_text import OpenText
from undersigned.model.wording import Wording

__all__ = ["Dossier"]


@dataclass(frozen=True)
class Dossier:
    """One document in one language with all that it names.

    `organisation` is the workspace's own; `blocks` holds every block that the document
    reaches, in the document's language; `open_text` is what its roster signs, None where no
    text was opened for signature. `remarks` was found while reading: warnings, and
    what is wrong with the text that was opened for signature.
    """

    organisation: str
    campaign: Campaign
    document: Document
    kind: Kind
    wording: Wording
    roster: Roster | None
    blocks: Mapping[str, TextBlock]
    forms: tuple[FormOfAddress, ...] = ()
    remarks: tuple[Finding, ...] = ()
    open_text: OpenText | None = None
