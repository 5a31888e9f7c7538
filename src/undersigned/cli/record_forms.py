"""How a letter to a recipient would begin and end, in each language with a form of address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from undersigned.compose.courtesy import FormsOfAddress, fill_form, gaps_of
from undersigned.model.recipient import RecipientKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from undersigned.model.catalogue import FormOfAddress
    from undersigned.model.recipient import Recipient

__all__ = ["Courtesy", "courtesies_of"]

_Part: TypeAlias = Literal["envelope", "salutation", "close"]
_PARTS: tuple[_Part, ...] = ("envelope", "salutation", "close")
# Words of a form that speak of whoever holds the office.
_PERSONAL = frozenset({"name", "given", "family", "honorific", "post_nominals"})


@dataclass(frozen=True)
class Courtesy:
    """A form of address; `words` are it filled in, empty for one that speaks of a person whom
    the catalogue does not know."""

    form: FormOfAddress
    part: _Part
    words: str

    @property
    def pattern(self) -> str:
        """The form as the table has it, with its gaps."""
        return str(getattr(self.form, self.part))


def courtesies_of(recipient: Recipient, table: Sequence[FormOfAddress]) -> Iterator[Courtesy]:
    """The forms that a letter goes by, by language; for an office those to its holder too.

    Told are English, the recipient's own languages and those in which it has a name: nobody
    asks how the Senate of Poland is greeted in Khmer.
    """
    spoken = {"en", *recipient.languages, *(local.language for local in recipient.local_names)}
    for language in sorted(spoken & {form.language for form in table}):
        forms = FormsOfAddress(tuple(table), language)
        found = [one for part in _PARTS for one in _forms_of(recipient, forms, part)]
        # Together what rests on one source.
        order = list(dict.fromkeys(id(one.form) for one in found))
        yield from sorted(found, key=lambda one: order.index(id(one.form)))


def _forms_of(recipient: Recipient, forms: FormsOfAddress, part: _Part) -> Iterator[Courtesy]:
    unnamed = recipient.kind is RecipientKind.OFFICE and not recipient.is_person
    named = recipient.in_language(forms.language)
    to_a_person = False
    for form in (*forms.of_office(recipient, part), *forms.general(recipient, part)):
        pattern = str(getattr(form, part))
        words = fill_form(pattern, named, forms.language)
        if unnamed and _PERSONAL & set(gaps_of(pattern)):
            if not to_a_person:
                yield Courtesy(form, part, "")
            to_a_person = True
        elif words is not None:
            yield Courtesy(form, part, words.text.replace("|", ", "))
            return
