"""Courtesy: how a letter greets and ends, by the recipient, the form of address, the language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from undersigned.compose.phrases import Phrasebook
from undersigned.errors import Finding, InvalidInput
from undersigned.model.catalogue import FormOfAddress
from undersigned.model.letter import Edition
from undersigned.model.recipient import Recipient
from undersigned.model.text import Origin, Text

__all__ = ["Courtesy", "FormsOfAddress", "fill_form"]

_Part = Literal["envelope", "salutation", "close"]


@dataclass(frozen=True)
class FormsOfAddress:
    """The forms of address of one language, and which of them is a recipient's."""

    forms: tuple[FormOfAddress, ...]
    language: str

    @cached_property
    def _by_office(self) -> Mapping[str, FormOfAddress]:
        plain = self.language.partition("-")[0]
        found = {form.office: form for form in self.forms if form.language == plain}
        return found | {form.office: form for form in self.forms if form.language == self.language}

    def of_office(self, recipient: Recipient, part: _Part) -> Iterator[FormOfAddress]:
        """The forms of the recipient's own office: by its id, then by what its id ends in."""
        # A list may give somebody an id of their own; the office stays that of the record.
        names = [recipient.id, recipient.record, *recipient.aliases]
        names += [f"*/{name.rpartition('/')[2]}" for name in names if "/" in name]
        return self._filled(names, part)

    def general(self, recipient: Recipient, part: _Part) -> Iterator[FormOfAddress]:
        """The form for everything of the recipient's kind."""
        return self._filled([recipient.kind.value], part)

    def _filled(self, names: Sequence[str], part: _Part) -> Iterator[FormOfAddress]:
        for name in dict.fromkeys(names):
            form = self._by_office.get(name)
            if form is not None and getattr(form, part):
                yield form


@dataclass(frozen=True)
class Courtesy:
    """Chooses how a letter greets and ends.

    A recipient's own words come first, then the form of address of the office, then the general
    form, then what the language says to one or to many. In the open edition the document's own
    words come before all of these; in the individual one they stand in where the recipient's
    office has no form of its own.
    """

    book: Phrasebook
    forms: FormsOfAddress
    edition: Edition

    def salutation(self, document: Text | None, recipients: Sequence[Recipient]) -> Text | None:
        """How the letter greets."""
        return self._chosen("salutation", document, recipients)

    def close(self, document: Text | None, recipients: Sequence[Recipient]) -> Text | None:
        """How the letter ends."""
        return self._chosen("close", document, recipients)

    def _chosen(
        self, part: _Part, document: Text | None, recipients: Sequence[Recipient]
    ) -> Text | None:
        if document is not None and (self.edition is Edition.OPEN or len(recipients) != 1):
            return document
        if len(recipients) == 1:
            (recipient,) = recipients
            own = self._own(part, recipient) or document or self._general(part, recipient)
            if own is not None:
                return own
        if not recipients:
            return None
        return self.book.phrase(f"letter.{part}_{'one' if len(recipients) == 1 else 'many'}")

    def _own(self, part: _Part, recipient: Recipient) -> Text | None:
        said = getattr(recipient, part)
        # Words typed for a recipient are in its language: not for a letter in another.
        language = self.book.wording.language
        theirs = not recipient.languages or language in recipient.languages
        if isinstance(said, Text) and theirs:
            return said
        for form in self.forms.of_office(recipient, part):
            words = self._filled(form, part, recipient)
            if words is not None:
                return words
        return None

    def _general(self, part: _Part, recipient: Recipient) -> Text | None:
        for form in self.forms.general(recipient, part):
            words = fill_form(getattr(form, part), recipient, self.book.wording.language)
            if words is not None:
                return words
        return None

    def _filled(self, form: FormOfAddress, part: _Part, recipient: Recipient) -> Text | None:
        """The form filled in; None for an office without a person, of whom it would speak.

        Raises `InvalidInput` for a person who lacks what it needs.
        """
        pattern = str(getattr(form, part))
        words = fill_form(pattern, recipient, self.book.wording.language)
        if words is not None or self.edition is Edition.OPEN or not recipient.is_person:
            return words
        lacking = next(gap for gap in gaps_of(pattern) if getattr(recipient, gap, None) is None)
        raise InvalidInput(
            [
                Finding(
                    recipient.location,
                    "recipient",
                    f'the {part} "{pattern}" needs "{lacking}", which "{recipient.name}" lacks',
                    f"write {lacking}: for this recipient; it is never guessed",
                )
            ]
        )


def gaps_of(pattern: str) -> list[str]:
    """The names of the gaps in a form: {name}, {family}."""
    return re.findall(r"\{(\w+)\}", pattern)


def fill_form(pattern: str, recipient: Recipient, language: str) -> Text | None:
    """The form with the recipient's words; None where it lacks one, or has it in another
    language than the form's."""
    words = pattern
    for gap in gaps_of(pattern):
        value = getattr(recipient, gap, None)
        if value is None or not recipient.says(gap, language):
            return None
        words = words.replace("{" + gap + "}", str(value))
    return Text(words, recipient.location, Origin.RECIPIENT)
