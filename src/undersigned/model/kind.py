"""Kind: what sort of document it is, and which keys of its own that sort has.

A kind is a folder under `templates/layouts/` with a `kind.yaml`; no code knows their names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Field", "FieldType", "Kind"]


class FieldType(StrEnum):
    """What a key that a kind adds may hold."""

    TEXT = "text"
    DATE = "date"
    ORGANISATION = "organisation"
    ORGANISATIONS = "organisations"
    BLOCKS = "blocks"


@dataclass(frozen=True)
class Field:
    """A key of the front matter that only this kind has; it may always be absent.

    `translated`: the key is language, so a translation carries its own. `ecosoc`: what it
    says of an organisation's consultative status, "required" or "none".
    """

    name: str
    type: FieldType
    description: str
    translated: bool = False
    ecosoc: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of document and what its layout expects.

    `addressed`: it has recipients, a salutation and a close; without, none is made up.
    `numbered`: its signatories are numbered unless the document says otherwise.
    `sections`: the sections of the wording table, beside `letter`, that its layout uses.
    """

    name: str
    title: str
    description: str
    addressed: bool
    numbered: bool
    fields: tuple[Field, ...]
    sections: tuple[str, ...] = ()
