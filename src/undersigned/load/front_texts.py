"""The texts of a document's front matter that are filled in and printed."""

from __future__ import annotations

from undersigned.errors import Location
from undersigned.model.document import Document
from undersigned.model.text import Text

__all__ = ["front_texts"]


def front_texts(document: Document) -> list[tuple[str, Location]]:
    """Each with its place, those of the kind's own fields among them."""
    texts = [
        document.title, document.subject, document.salutation, document.close, document.place,
        document.reference, document.version, *document.enclosures,
    ]  # fmt: skip
    if document.updated is not None:
        texts.append(document.updated.note)
    texts.extend(value for value in document.fields.values() if isinstance(value, Text))
    return [(t.text, t.location) for t in texts if t is not None]
