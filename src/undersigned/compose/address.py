"""Addressees: the lines of an inside address, and of an envelope."""

from __future__ import annotations

from collections.abc import Sequence

from undersigned.compose.courtesy import FormsOfAddress, fill_form, gaps_of
from undersigned.compose.phrases import Phrasebook
from undersigned.compose.postal import country_of, postal_lines
from undersigned.model.letter import InsideAddress
from undersigned.model.recipient import Recipient, RecipientKind
from undersigned.model.text import Origin, Text

__all__ = ["envelope_lines", "inside_address"]

# Gaps of a form that a person fills.
_PERSONAL = frozenset({"name", "given", "family", "honorific", "post_nominals"})


def inside_address(
    recipient: Recipient, book: Phrasebook, forms: FormsOfAddress, *, full: bool
) -> InsideAddress:
    """The lines for one addressee: name, office and institution, and where it is `full` the
    postal address and the country. A line that would repeat another is left out."""
    if full:
        return InsideAddress(recipient, envelope_lines(recipient, book, forms))
    return InsideAddress(recipient, _without_repeats(_who(recipient, book, forms, full=False)))


def envelope_lines(
    recipient: Recipient, book: Phrasebook, forms: FormsOfAddress
) -> tuple[Text, ...]:
    """Everything that the post needs: who, and where."""
    lines = _who(recipient, book, forms, full=True)
    where = postal_lines(recipient)
    lines += where
    if where and country_of(recipient):
        country = book.country(country_of(recipient))
        lines.append(Text(country, recipient.location, Origin.RECIPIENT))
    return _without_repeats(lines)


def _who(
    recipient: Recipient, book: Phrasebook, forms: FormsOfAddress, *, full: bool
) -> list[Text]:
    """Name, office and institution, as the office's form of address writes them."""
    first = recipient.name
    form = _form(recipient, book, forms)
    lines = form or [first]
    if recipient.honorific or recipient.post_nominals:
        # What the list says of a person stands before what the table says of the office.
        words = first.text
        if recipient.honorific:
            words = book.styled(recipient.honorific.text, words)
        if recipient.post_nominals:
            # Whoever parts them by commas parts them from the name too: "Ada Brook, P.C., M.P."
            letters = recipient.post_nominals.text
            words += f", {letters}" if "," in letters else f" {letters}"
        # The name's own line: in Japanese the office stands above it.
        at = next((n for n, line in enumerate(lines) if first.text in line.text), 0)
        said_so = Text(words, first.location, Origin.RECIPIENT)
        lines = [*lines[:at], said_so, *lines[at + 1 :]]
    if len(form) > 1:
        return lines
    if recipient.kind in (RecipientKind.OFFICE, RecipientKind.BODY) or full:
        language = book.wording.language
        further = [recipient.office, recipient.institution]
        if recipient.is_person and not recipient.says("office", language):
            # Rather no office than one in another language than the institution's.
            known = recipient.says("institution", language)
            further = [recipient.institution] if known else further
        for line in further:
            # "President of the European Parliament" says of which institution by itself, and a
            # name with a courtesy after it stands for the plain one.
            said = [first.text, *(known.text for known in lines)]
            if line and not any(line.text.casefold() in words.casefold() for words in said):
                lines.append(line)
    return lines


def _form(recipient: Recipient, book: Phrasebook, forms: FormsOfAddress) -> list[Text]:
    language = book.wording.language
    for candidates in (forms.of_office, forms.general):
        for form in candidates(recipient, "envelope"):
            # A form for somebody by name is not for an office alone, nor the other way round.
            personal = bool(_PERSONAL & set(gaps_of(form.envelope)))
            office = recipient.kind is RecipientKind.OFFICE or recipient.is_person
            if office and personal is not recipient.is_person:
                continue
            words = fill_form(form.envelope, recipient, language)
            if words is not None:
                return [
                    Text(line.strip(), words.location, Origin.RECIPIENT)
                    for line in words.text.split("|")
                    if line.strip()
                ]
    return []


def _without_repeats(lines: Sequence[Text]) -> tuple[Text, ...]:
    kept: list[Text] = []
    for line in lines:
        if not any(line.text.casefold() == other.text.casefold() for other in kept):
            kept.append(line)
    return tuple(kept)
