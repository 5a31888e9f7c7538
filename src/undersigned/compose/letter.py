"""Composes one letter: one document, one language, one edition."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Any

from undersigned.compose.address import inside_address
from undersigned.compose.addressees import compose_addressees
from undersigned.compose.body import BodyComposer
from undersigned.compose.courtesy import Courtesy, FormsOfAddress
from undersigned.compose.evaluate import Evaluator
from undersigned.compose.headings import check_links, level_headings
from undersigned.compose.phrases import Phrasebook
from undersigned.compose.scope import (
    Namespace,
    campaign_facts,
    collective_view,
    recipient_view,
    signatories_view,
)
from undersigned.compose.signatures import compose_signatures
from undersigned.errors import Findings
from undersigned.model.direction import isolated
from undersigned.model.document import FieldValue, Status
from undersigned.model.dossier import Dossier
from undersigned.model.letter import Edition, Letter, LetterField, Metadata
from undersigned.model.node import BlockCall
from undersigned.model.recipient import Recipient
from undersigned.model.roster import Signatory
from undersigned.model.text import Origin, Text

__all__ = ["LetterComposer", "compose_letter"]


def compose_letter(
    dossier: Dossier,
    *,
    edition: Edition = Edition.OPEN,
    recipient: Recipient | None = None,
    now: dt.datetime,
    created: dt.datetime | None = None,
) -> Letter:
    """The letter, with nothing left to look up.

    `recipient` is whom an individual edition goes to; `now` gives the date of a document
    without one, `created` the moment that the files bear (the letter's day where None).
    Raises `InvalidInput` with every fault that shows only when the text is filled in.
    """
    return LetterComposer(dossier, edition, recipient, now, created).compose()


@dataclass
class LetterComposer:
    """Composes one letter; what evaluates its expressions and what resolves its body can be
    replaced."""

    dossier: Dossier
    edition: Edition
    recipient: Recipient | None
    now: dt.datetime
    created: dt.datetime | None
    findings: Findings = field(default_factory=Findings)

    def __post_init__(self) -> None:
        self.document = self.dossier.document
        self.book = Phrasebook(self.dossier.wording)
        self.evaluator = Evaluator(self.book)
        language = self.document.language
        self.forms = FormsOfAddress(self.dossier.forms, language)
        named = (self.recipient,) if self.recipient else self.document.recipients
        self.recipients = tuple(recipient.in_language(language) for recipient in named)
        self.copies = tuple(recipient.in_language(language) for recipient in self.document.cc)
        self.day = self.document.date or self.now.date()
        self.facts = campaign_facts(self.dossier.campaign)
        self.scope = self._scope()
        self.body = BodyComposer(self.evaluator, self.dossier.blocks, self.facts, self.findings)

    def _scope(self) -> dict[str, Any]:
        views = [recipient_view(r, self.book) for r in self.recipients]
        document = self.document
        said = {
            "title": document.title.text,
            "date": self.day,
            "language": document.language,
            **({"place": document.place.text} if document.place else {}),
        }
        return {
            "facts": self.facts,
            "recipient": collective_view(views, self.book),
            "recipients": tuple(views),
            "signatories": signatories_view(self.dossier.roster, self.book),
            "document": Namespace("document", said),
            "campaign": Namespace("campaign", {"title": self.dossier.campaign.title}),
        }

    def compose(self) -> Letter:
        document = self.document
        book = self.book
        title = self._filled(document.title) or document.title
        place = self._filled(document.place)
        date = Text(book.date(self.day), document.location, Origin.DOCUMENT)
        body = self.body.compose(document.body, document.footnotes, self.scope)
        if not body and not self.findings.has_errors:
            self.findings.add(
                document.location,
                "empty-body",
                "the text comes to nothing: no condition in it holds",
                "give it words that stand whatever the figures are",
            )
        fields = {
            name: value
            for name, given in document.fields.items()
            if (value := self._field(given)) is not None
        }
        notes = self.body.compose_notes()
        body = level_headings(body)
        check_links(body, self.findings)
        greets = document.salutation is not None
        courtesy = Courtesy(book, self.forms, self.edition, greeting=greets)
        addressed = self.dossier.kind.addressed
        named = self.recipients if addressed else ()
        salutation = close = None
        with self.findings.gather():
            salutation = courtesy.salutation(self._filled(document.salutation), named)
        with self.findings.gather():
            close = courtesy.close(self._filled(document.close), named)
        subject = self._filled(document.subject)
        signatures = None
        if self.dossier.roster is not None and document.signatures is not None:
            signatures = compose_signatures(
                self.dossier.roster, document.signatures, book,
                numbered=self.dossier.kind.numbered,
            )  # fmt: skip
        letter = Letter(
            kind=document.kind,
            layout=document.layout,
            campaign=document.campaign,
            document=document.name,
            edition=self.edition,
            language=document.language,
            wording=self.dossier.wording,
            title=title,
            body=body,
            metadata=self._metadata(subject),
            date=date,
            day=self.day,
            is_draft=document.status is Status.DRAFT,
            sender=self.dossier.campaign.letterhead,
            place=place,
            dateline=self._dateline(place, date),
            reference=self._filled(document.reference),
            addressee_groups=compose_addressees(self.recipients, book, self.forms),
            subject=subject,
            salutation=salutation,
            close=close,
            signatures=signatures,
            notes=notes,
            cc=tuple(inside_address(r, book, self.forms, full=False) for r in self.copies),
            enclosures=tuple(t for e in document.enclosures if (t := self._filled(e))),
            contacts=document.contacts,
            embargo=self._embargo(),
            updated=self._updated(),
            version=self._filled(document.version),
            sign_on_by=self._sign_on_by(),
            fields=fields,
        )
        self.findings.raise_errors()
        return letter

    def _filled(self, text: Text | None) -> Text | None:
        if text is None:
            return None
        with self.findings.gather():
            return self.evaluator.filled(text, self.scope)
        return text

    def _dateline(self, place: Text | None, date: Text) -> Text:
        if place is None:
            return date
        words = self.book.phrase("letter.place_date", place=place.text, date=date.text).text
        return Text(words, place.location, Origin.DOCUMENT)

    def _embargo(self) -> Text | None:
        if self.document.embargo is None:
            return None
        return self.book.moment(self.document.embargo)

    def _updated(self) -> Text | None:
        updated = self.document.updated
        if updated is None:
            return None
        note = self._filled(updated.note) or updated.note
        words = self.book.phrase(
            "letter.updated", date=self.book.date(updated.on), note=note.text
        ).text
        return Text(words, note.location, Origin.DOCUMENT)

    def _sign_on_by(self) -> Text | None:
        day = self.document.sign_on_by
        if day is None or self.document.status is not Status.DRAFT:
            return None
        return Text(self.book.date(day), self.document.location, Origin.DOCUMENT)

    def _field(self, given: FieldValue) -> LetterField | None:
        if isinstance(given, Text):
            return self._filled(given)
        if isinstance(given, dt.date):
            return Text(self.book.date(given), self.document.location, Origin.DOCUMENT)
        if isinstance(given, Signatory):
            return given
        organisations = tuple(entry for entry in given if isinstance(entry, Signatory))
        if organisations:
            return organisations
        return tuple(
            block for call in given if isinstance(call, BlockCall) for block in self._call(call)
        )

    def _call(self, call: BlockCall) -> tuple[Any, ...]:
        with self.findings.gather():
            return self.body.compose_call(call, self.scope)
        return ()

    def _metadata(self, subject: Text | None) -> Metadata:
        document = self.document
        campaign = self.dossier.campaign
        author = [str(s.name) for s in campaign.letterhead] or [self.dossier.organisation]
        direction = self.book.wording.direction
        key = f"{document.id}.{document.language}.{self.edition}"
        if self.recipient is not None:
            key += f".{self.recipient.id}"
        midnight = dt.datetime.combine(self.day, dt.time(), tzinfo=dt.UTC)
        return Metadata(
            author=", ".join(isolated(name, direction) for name in author if name),
            subject=subject.text if subject else campaign.title,
            keywords=tuple(dict.fromkeys((campaign.title, self.dossier.kind.title))),
            created=self.created or midnight,
            identifier=hashlib.sha256(key.encode()).hexdigest()[:32],
        )
