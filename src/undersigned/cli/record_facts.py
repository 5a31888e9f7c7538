"""What is known of a recipient, fact by fact: for a person to read, and for another program.

What a list says of somebody's e-mail and address may be private; the catalogue's is public.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale

from undersigned import load
from undersigned.cli.recipient_rows import contact_of, recipient_row
from undersigned.cli.record_forms import courtesies_of
from undersigned.compose.postal import postal_lines
from undersigned.load.catalogue_row import find_rows
from undersigned.load.country import country_name
from undersigned.model.recipient import RecipientKind
from undersigned.proof.age import age_in_words, beginning, moment_in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from undersigned.load import Workspace
    from undersigned.model.catalogue import Catalogue
    from undersigned.model.recipient import Recipient

__all__ = ["Fact", "Sheet"]

_NOT_SHOWN = "in the list, and not shown"
_WHOLE = (RecipientKind.PARLIAMENT, RecipientKind.CHAMBER)


@dataclass(frozen=True)
class Fact:
    """A fact with what it is called; what is not known is empty."""

    label: str
    value: str


@dataclass(frozen=True)
class Sheet:
    """All that is known of one recipient today; `lists` are those that write to it."""

    recipient: Recipient
    workspace: Workspace
    lists: Sequence[str]
    today: dt.date

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the workspace."""
        return load.load_catalogue(self.workspace)

    @property
    def record(self) -> Recipient | None:
        """The catalogue's record, which alone tells where the post goes: what a list changes of
        it may be private."""
        return self.catalogue.find(self.recipient.record) if self.recipient.record else None

    def is_own(self, record: Recipient) -> bool:
        """Whether the record's row is the user's, and did not come with the program."""
        rows = find_rows(self.workspace, record)
        return bool(rows) and not rows[0].ships

    def facts(self) -> Iterator[Fact]:
        """Every fact, in the order in which one asks for it."""
        recipient = self.recipient
        yield Fact("kind", recipient.kind)
        if recipient.kind is RecipientKind.CHAMBER:
            yield Fact("role", recipient.role)
        yield from self._names()
        yield from self._standing()
        yield from self._contact()
        yield from self._sources()
        yield from self._courtesies()
        yield Fact("other ids", ", ".join(recipient.aliases) or "none")
        yield Fact("in the lists", ", ".join(self.lists) or "none")
        if recipient.note:
            yield Fact("note", recipient.note)

    def as_json(self) -> Mapping[str, object]:
        """The same for another program."""
        recipient = self.recipient
        row = recipient_row(recipient, self.catalogue)
        return {
            **row,
            "kind": str(recipient.kind),
            "name": recipient.name.text,
            "in_text": recipient.in_text.text if recipient.in_text else None,
            "languages": list(recipient.languages),
            "checked": recipient.checked.isoformat() if recipient.checked else None,
            "own_row": self.is_own(recipient),
            "email": self.record.email if self.record else None,
            "sits": recipient.sits,
            "aliases": list(recipient.aliases),
            "note": recipient.note or None,
            "local_names": [
                {"language": local.language, "name": local.name, "in_text": local.in_text or None}
                for local in recipient.local_names
                if local.name
            ],
            "forms_of_address": [
                {
                    "language": one.form.language,
                    "part": one.part,
                    "form": one.pattern,
                    "words": one.words or None,
                    "source": one.form.source or None,
                    "as_of": one.form.as_of or None,
                }
                for one in courtesies_of(self.recipient, self.catalogue.forms)
            ],
            "lists": list(self.lists),
        }

    def _names(self) -> Iterator[Fact]:
        recipient = self.recipient
        yield Fact("name", recipient.name.text)
        yield Fact("in a sentence", recipient.in_text.text if recipient.in_text else "")
        for local in recipient.local_names:
            if local.name:
                yield Fact(f"name ({local.language})", local.name)
            if local.in_text:
                yield Fact(f"in a sentence ({local.language})", local.in_text)
        if not recipient.native_name and recipient.record:
            yield Fact("name in its own language", "")

    def _standing(self) -> Iterator[Fact]:
        recipient = self.recipient
        if recipient.kind in (RecipientKind.CHAMBER, RecipientKind.OFFICE) and recipient.record:
            owner = self.catalogue.find(recipient.of)
            yield Fact("belongs to", f"{recipient.of}, {owner.name}" if owner else recipient.of)
        elif recipient.institution and recipient.institution.text != recipient.name.text:
            yield Fact("belongs to", recipient.institution.text)
        code = recipient.country or ""
        yield Fact("country", f"{code}, {country_name(code)}" if code else "")
        yield Fact("languages", ", ".join(map(_language, recipient.languages)))
        if recipient.kind is RecipientKind.PARLIAMENT:
            yield Fact("level", recipient.level)
            yield Fact("structure", recipient.structure)
        if recipient.kind in _WHOLE:
            yield Fact("seats", recipient.seats)
        if not recipient.sits:
            yield Fact("sits", "no: dissolved or suspended, as far as the source knows")

    def _contact(self) -> Iterator[Fact]:
        recipient, record = self.recipient, self.record
        if record is None:
            for label, known in (("address", recipient.address), ("e-mail", recipient.email)):
                yield Fact(label, _NOT_SHOWN if known else "")
            return
        address = ", ".join(str(line) for line in postal_lines(record))
        owner = contact_of(record, self.catalogue)
        if address and owner is not record:
            address += f" (that of {owner.id})"
        yield Fact("address", _known(address, own=recipient.address != record.address))
        yield Fact("e-mail", _known(record.email or "", own=recipient.email != record.email))
        yield Fact("website", record.website or "")

    def _sources(self) -> Iterator[Fact]:
        recipient = self.recipient
        if not recipient.record:
            yield Fact("source", f"written out at {recipient.location}")
            return
        rows = find_rows(self.workspace, recipient)
        if self.is_own(recipient):
            hides = ", in place of the one that ships" if len(rows) > 1 else ""
            yield Fact("row", f"your own, {rows[0].place}{hides}")
        yield Fact("source", self._as_of(recipient.source, recipient.as_of))
        record = self.record or recipient
        contact = contact_of(record, self.catalogue)
        if record.address or record.email or record.website or contact.contact_source:
            yield Fact("source of the address", self._contact_source(contact))
        checked = recipient.checked
        when = self._moment(checked.isoformat()) if checked else ""
        yield Fact("checked by a person", f"on {when}" if when else "no")

    def _contact_source(self, record: Recipient) -> str:
        """Where its address is from: who writes a row with one source means it for all of it."""
        if record.contact_source or record.contact_as_of or not self.is_own(record):
            return self._as_of(record.contact_source, record.contact_as_of)
        return self._as_of(record.source, record.as_of)

    def _courtesies(self) -> Iterator[Fact]:
        """How to write to it, and after the forms of one source that source."""
        said = list(courtesies_of(self.recipient, self.catalogue.forms))
        for one, following in zip(said, (*said[1:], None), strict=True):
            words = one.words or one.pattern
            to_whom = "" if one.words else " to a person"
            yield Fact(f"{one.part}{to_whom} ({one.form.language})", words)
            if following is None or following.form is not one.form:
                yield Fact("    source", self._as_of(one.form.source, one.form.as_of))

    def _as_of(self, source: str | None, moment: str | None) -> str:
        if not source and not moment:
            return ""
        when = f"as of {self._moment(moment)}" if moment else "undated"
        return f"{source or 'source not known'}, {when}"

    def _moment(self, moment: str) -> str:
        return f"{moment_in_words(moment)}, {age_in_words(beginning(moment), self.today)}"


def _known(of_record: str, *, own: bool) -> str:
    """What the catalogue says, and that a list has something of its own instead."""
    if not own:
        return of_record
    return f"{of_record}; in the list another, not shown" if of_record else _NOT_SHOWN


def _language(code: str) -> str:
    names: Mapping[str, str] = Locale("en").languages
    name = names.get(code.replace("-", "_")) or names.get(code.partition("-")[0])
    return f"{code} ({name})" if name else code
