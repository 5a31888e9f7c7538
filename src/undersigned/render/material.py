"""Material: what an output is made of."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Material"]


class Material(StrEnum):
    """What an output is made of, and so how many files of it there are.

    `cli.order` composes each of them. Another, such as all letters of a document for one file,
    is a member here and a line there.
    """

    LETTER = "letter"
    """Each letter: a file for each."""
    LABELS = "labels"
    """The labels of a document: a file for all its letters, in whichever edition."""
