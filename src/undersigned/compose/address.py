"""Addressees, salutation and close: by the recipient, the form of address, or the language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from undersigned.compose.phrases import Phrasebook
from undersigned.errors import Finding, InvalidInput
from undersigned.model.letter import Edition, InsideAddress
from undersigned.model.recipient import FormOfAddress, Recipient, RecipientKind
from undersigned.model.text import Origin, Text

__all__ = ["Courtesy", "inside_address"]


def inside_address(
    recipient: Recipient, book: Phrasebook, forms: Sequence[FormOfAddress] = (), *, full: bool
) -> InsideAddress:
    """The lines for one addressee: name, office and institution, and where it is `full` the
    postal address and the country. A line that would repeat another is left out."""
    name = recipient.name
    if recipient.honorific or recipient.post_nominals:
        parts = [recipient.honorific, recipient.name, recipient.post_nominals]
        words = " ".join(str(part) for part in parts if part is not None)
        name = Text(words, recipient.name.location, Origin.RECIPIENT)
    elif recipient.office is not None and recipient.office.text != recipient.name.text:
        # A person in an office, as the office's form of address writes the envelope.
        envelope = next(
            (
                form.envelope
                for form in forms
                if form.office == recipient.id and form.language == book.wording.language
            ),
            "",
        )
        if "{name}" in envelope:
            words = envelope.replace("{name}", recipient.name.text)
            name = Text(words, recipient.name.location, Origin.RECIPIENT)
    lines = [name]
    if recipient.kind in (RecipientKind.OFFICE, RecipientKind.BODY) or full:
        lines += [line for line in (recipient.office, recipient.institution) if line is not None]
    if full:
        lines += recipient.address
        if recipient.address and recipient.country:
            country = book.country(recipient.country)
            lines.append(Text(country, recipient.location, Origin.RECIPIENT))
    return InsideAddress(recipient, _without_repeats(lines))


def _without_repeats(lines: Sequence[Text]) -> tuple[Text, ...]:
    kept: list[Text] = []
    for line in lines:
        if not any(line.text.casefold() == other.text.casefold() for other in kept):
            kept.append(line)
    return tuple(kept)


@dataclass(frozen=True)
class Courtesy:
    """Chooses how a letter greets and ends.

    A recipient's own words come first, then the form of address of the office, then what the
    language says to one or to many. In the open edition the document's own words come before
    all of these; in the individual one they stand in where the recipient has none.
    """

    book: Phrasebook
    forms: tuple[FormOfAddress, ...]
    edition: Edition

    def salutation(self, document: Text | None, recipients: Sequence[Recipient]) -> Text | None:
        """How the letter greets."""
        return self._chosen("salutation", document, recipients)

    def close(self, document: Text | None, recipients: Sequence[Recipient]) -> Text | None:
        """How the letter ends."""
        return self._chosen("close", document, recipients)

    def _chosen(
        self, part: str, document: Text | None, recipients: Sequence[Recipient]
    ) -> Text | None:
        own = self._own(part, recipients[0]) if len(recipients) == 1 else None
        choices = [document, own] if self.edition is Edition.OPEN else [own, document]
        for choice in choices:
            if choice is not None:
                return choice
        if not recipients:
            return None
        return self.book.phrase(f"letter.{part}_{'one' if len(recipients) == 1 else 'many'}")

    def _own(self, part: str, recipient: Recipient) -> Text | None:
        said = getattr(recipient, part)
        language = self.book.wording.language
        # Words typed for a recipient are in its language: not for a letter in another.
        theirs = not recipient.languages or language in recipient.languages
        if isinstance(said, Text) and theirs:
            return said
        for office in (recipient.id, recipient.kind.value):
            for form in self.forms:
                pattern = str(getattr(form, part))
                if form.office == office and form.language == language and pattern:
                    return self._filled(pattern, recipient)
        return None

    def _filled(self, pattern: str, recipient: Recipient) -> Text | None:
        words = pattern
        for gap in re.findall(r"\{(\w+)\}", pattern):
            value = getattr(recipient, gap, None)
            if value is None and self.edition is Edition.OPEN:
                return None
            if value is None:
                finding = Finding(
                    recipient.location, "recipient",
                    f'the salutation "{pattern}" needs "{gap}", which "{recipient.name}" lacks',
                    f"write {gap}: for this recipient; it is never guessed",
                )  # fmt: skip
                raise InvalidInput([finding])
            words = words.replace("{" + gap + "}", str(value))
        return Text(words, recipient.location, Origin.RECIPIENT)
