"""Checks of those whom a document is addressed to: by a name in another language, or twice."""

from __future__ import annotations

from undersigned.errors import Findings, Level
from undersigned.load.document import LoadedDocument
from undersigned.model.recipient import Recipient
from undersigned.model.wording import Wording

__all__ = ["check_copies", "check_names"]

# How many of them are told.
_SHOWN = 10


def check_names(loaded: LoadedDocument, wording: Wording, findings: Findings) -> None:
    """Tell whom a letter in another language than English will name in English."""
    document = loaded.document
    if not loaded.kind.addressed or document.language.partition("-")[0] == "en":
        return
    foreign = [
        recipient.record
        for recipient in (*document.recipients, *document.cc)
        if recipient.record and not recipient.is_named_in(document.language)
    ]
    if foreign:
        shown = ", ".join(foreign[:_SHOWN]) + (" …" if len(foreign) > _SHOWN else "")
        findings.add(
            loaded.tree.at(("recipients",)),
            "name-in-english",
            f"in {wording.name} the catalogue has no name for {shown}: the letter has the English",
            "write as: in the list, or a row of your recipients/catalogue/names.csv",
            Level.WARNING,
        )


def check_copies(loaded: LoadedDocument, findings: Findings) -> None:
    """Tell who gets the letter and a copy of it too."""
    document = loaded.document
    if not loaded.kind.addressed:
        return
    both = [
        copied
        for copied in document.cc
        if any(_is_same(recipient, copied) for recipient in document.recipients)
    ]
    if both:
        shown = ", ".join(f'"{copied.name}"' for copied in both[:_SHOWN])
        shown += " …" if len(both) > _SHOWN else ""
        findings.add(
            loaded.tree.at(("cc",)),
            "copy-to-recipient",
            f"among the recipients and in cc: {shown}",
            "whom the letter is addressed to needs no copy: take them out of one of the two",
            Level.WARNING,
        )


def _is_same(one: Recipient, other: Recipient) -> bool:
    # Loaded late: most letters have no copies, and `check` is to be quick.
    from undersigned.load.same_person import plain_name, shared_with  # noqa: PLC0415

    if one.record and one.record == other.record:
        # Two members of one house hold one office.
        return not (one.is_person and other.is_person) or plain_name(one) == plain_name(other)
    if not one.record and not other.record and one.id == other.id:
        return True
    return bool(shared_with(one, other))
