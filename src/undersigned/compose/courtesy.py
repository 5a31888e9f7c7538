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
from undersigned.model.recipient import Recipient, RecipientKind
from undersigned.model.text import Origin, Text

__all__ = ["Courtesy", "FormsOfAddress", "fill_form", "gaps_of"]

_Part = Literal["envelope", "salutation", "close"]


@dataclass(frozen=True)
class FormsOfAddress:
    """The forms of address of one language, and which of them is a recipient's."""

    forms: tuple[FormOfAddress, ...]
    language: str

    @cached_property
    def _by_office(self) -> Mapping[str, tuple[FormOfAddress, ...]]:
        """Those of the language itself before those of the language without its region."""
        found: dict[str, tuple[FormOfAddress, ...]] = {}
        for language in dict.fromkeys((self.language, self.language.partition("-")[0])):
            for form in self.forms:
                if form.language == language:
                    found[form.office] = (*found.get(form.office, ()), form)
        return found

    def of_office(self, recipient: Recipient, part: _Part) -> Iterator[FormOfAddress]:
        """The forms of the recipient's own office: by its id, then by what its id ends in."""
        # The catalogue's record, not the id that a list gives: somebody whom it calls "us" is not
        # the Congress.
        names = [recipient.record, *recipient.aliases] if recipient.record else []
        names += [f"*/{name.rpartition('/')[2]}" for name in names if "/" in name]
        return self._filled(names, part)

    def general(self, recipient: Recipient, part: _Part) -> Iterator[FormOfAddress]:
        """The form for everything of the recipient's kind."""
        return self._filled([recipient.kind.value], part)

    def _filled(self, names: Sequence[str], part: _Part) -> Iterator[FormOfAddress]:
        for name in dict.fromkeys(names):
            for form in self._by_office.get(name, ()):
                if getattr(form, part):
                    yield form


@dataclass(frozen=True)
class Courtesy:
    """Chooses how a letter greets and ends.

    A recipient's own words come first, then the form of address of the office, then the general
    form, then what the language says to one or to many. In the open edition the document's own
    words come before all of these; in the individual one they stand in where the recipient's
    office has no form of its own. `greeting` is whether the document has words of its own.
    """

    book: Phrasebook
    forms: FormsOfAddress
    edition: Edition
    greeting: bool = False

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
        # Words typed for a recipient are in one language: not for a letter in another.
        said = recipient.says_itself(part, self.book.wording.language)
        if said is not None:
            return said
        if part == "close" and not self._greeted(recipient):
            # A close answers its salutation: the office's goes with the office's.
            return None
        for form in self.forms.of_office(recipient, part):
            words = self._filled(form, part, recipient)
            if words is not None:
                return words
        return None

    def _greeted(self, recipient: Recipient) -> bool:
        """Whether the greeting is another than the general one; a person whom the office's form
        cannot greet is told with the salutation."""
        language = self.book.wording.language
        return (
            self.greeting
            or recipient.says_itself("salutation", language) is not None
            or any(
                fill_form(form.salutation, recipient, language) is not None
                for form in self.forms.of_office(recipient, "salutation")
            )
        )

    def _general(self, part: _Part, recipient: Recipient) -> Text | None:
        for form in self.forms.general(recipient, part):
            words = fill_form(getattr(form, part), recipient, self.book.wording.language)
            if words is not None:
                return words
        return None

    def _filled(self, form: FormOfAddress, part: _Part, recipient: Recipient) -> Text | None:
        """The form filled in; None for an office without a person, of whom it would speak, and
        where the words for it are known in another language alone.

        Raises `InvalidInput` for a person who lacks what it needs.
        """
        pattern = str(getattr(form, part))
        words = fill_form(pattern, recipient, self.book.wording.language)
        if words is not None or self.edition is Edition.OPEN or not recipient.is_person:
            return words
        gaps = gaps_of(pattern)
        lacking = next((gap for gap in gaps if getattr(recipient, gap, None) is None), None)
        if lacking is None:
            return None
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
    said: dict[str, str] = {}
    for gap in gaps_of(pattern):
        value = getattr(recipient, gap, None)
        if value is None or not recipient.says(gap, language):
            return None
        if gap == "name" and recipient.kind is RecipientKind.OFFICE and not recipient.is_person:
            # "Dear Member of the House," is no name.
            return None
        said[gap] = str(value)
    # In one go: a name may hold braces of its own.
    words = re.sub(r"\{(\w+)\}", lambda gap: said[gap[1]], pattern)
    return Text(words, recipient.location, Origin.RECIPIENT)
