"""Every word of a letter with the place where it was written, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from undersigned.model.document import Contact
from undersigned.model.letter import InsideAddress, Letter, LetterField, SignatureBlock
from undersigned.model.node import iter_texts
from undersigned.model.roster import Signatory
from undersigned.model.text import Origin, Text

__all__ = ["letter_texts"]


def letter_texts(letter: Letter) -> Iterator[Text]:
    """The letter's own words, then the wording's phrases."""
    for sender in letter.sender:
        yield from _signatory(sender)
    for text in (
        letter.title,
        letter.dateline,
        letter.date,
        letter.reference,
        letter.version,
        letter.embargo,
        letter.sign_on_by,
        letter.subject,
        letter.salutation,
    ):
        if text is not None:
            yield text
    for group in letter.addressee_groups:
        if group.heading is not None:
            yield group.heading
        yield from _addresses(group.addressees)
    for value in letter.fields.values():
        yield from _field(value)
    yield from iter_texts(letter.body)
    if letter.close is not None:
        yield letter.close
    if letter.signatures is not None:
        yield from _signatures(letter.signatures)
    if letter.updated is not None:
        yield letter.updated
    for note in letter.notes:
        yield from iter_texts(note.children)
    yield from _addresses(letter.cc)
    yield from letter.enclosures
    for contact in letter.contacts:
        yield from _contact(contact)
    yield from _labels(letter)
    wording = letter.wording
    for phrase in wording.phrases.values():
        yield Text(phrase, wording.location, Origin.WORDING)


def _labels(letter: Letter) -> Iterator[Text]:
    if letter.labels is not None:
        for label in letter.labels.labels:
            yield from label.lines


def _field(value: LetterField) -> Iterator[Text]:
    match value:
        case Text():
            yield value
        case Signatory():
            yield from _signatory(value)
        case tuple():
            for item in value:
                match item:
                    case Text():
                        yield item
                    case Signatory():
                        yield from _signatory(item)
                    case _:
                        yield from iter_texts((item,))


def _addresses(addresses: Iterable[InsideAddress]) -> Iterator[Text]:
    for address in addresses:
        yield from address.lines


def _signatures(block: SignatureBlock) -> Iterator[Text]:
    for group in block.groups:
        if group.heading is not None:
            yield group.heading
        for signatory in group.signatories:
            yield from _signatory(signatory)
    for text in (block.withheld, block.count, block.note):
        if text is not None:
            yield text


def _signatory(signatory: Signatory) -> Iterator[Text]:
    yield signatory.name
    for words in (signatory.acronym, signatory.title, signatory.affiliation, signatory.country):
        if words:
            yield Text(words, signatory.location, Origin.ROSTER)


def _contact(contact: Contact) -> Iterator[Text]:
    yield contact.name
    for words in (contact.title, contact.phone, contact.email):
        if words:
            yield Text(words, contact.name.location, Origin.DOCUMENT)
