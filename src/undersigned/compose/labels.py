"""Labels: the addresses of all who get a document, and of all who get a copy."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from undersigned.compose.address import envelope_lines
from undersigned.compose.courtesy import FormsOfAddress
from undersigned.compose.phrases import Phrasebook
from undersigned.compose.postal import country_of, postal_lines
from undersigned.errors import Findings, Level
from undersigned.model.dossier import Dossier
from undersigned.model.label_format import LabelFormat
from undersigned.model.labels import Label, Labels
from undersigned.model.letter import Edition, Letter, Metadata
from undersigned.model.recipient import Recipient
from undersigned.model.text import Origin, Text

__all__ = ["compose_labels"]


def compose_labels(
    letters: Sequence[tuple[Dossier, Recipient]],
    dossier: Dossier,
    label_format: LabelFormat,
    findings: Findings,
    *,
    start: int = 1,
    now: dt.datetime,
    created: dt.datetime | None = None,
) -> Letter | None:
    """The labels as a letter without a text; None where there is nobody to write to.

    `letters` are all who get the document or a copy, each with the dossier whose language that
    is in; `dossier` is the document. Who has no postal address is a warning in `findings`, and
    it is an error where nobody has one.
    """
    if not letters:
        return None
    missing = Findings()
    labels = []
    for read, recipient in letters:
        if postal_lines(recipient):
            labels.append(_label(read, recipient))
        else:
            missing.add(
                recipient.location,
                "no-postal-address",
                f'"{recipient.name}" has no postal address',
                _hint(recipient),
                Level.WARNING,
            )
    findings.items += missing.items
    if not labels:
        findings.add(
            dossier.document.location,
            "no-postal-address",
            "nobody whom this document goes to has a postal address, so there is no label",
            "write address: and country: for each; or leave labels out of --to",
        )
        return None
    return _letter(dossier, Labels(label_format, tuple(labels), start), now, created)


def _hint(recipient: Recipient) -> str:
    if recipient.record:
        return (
            "write address: for it in the list, or correct the catalogue's row "
            f'"{recipient.record}" in your own recipients/catalogue/'
        )
    return "write address: for it in the list"


def _label(dossier: Dossier, recipient: Recipient) -> Label:
    book = Phrasebook(dossier.wording)
    language = dossier.document.language
    named = recipient.in_language(language)
    lines = envelope_lines(named, book, FormsOfAddress(dossier.forms, language))
    country = country_of(named)
    last = str(lines[-1]).casefold()
    has_country = bool(country) and last == book.country(country).casefold()
    return Label(lines, dossier.wording, has_country, recipient.location)


def _letter(
    dossier: Dossier, labels: Labels, now: dt.datetime, created: dt.datetime | None
) -> Letter:
    """What the sheet says of itself; its words are the labels alone."""
    document, campaign = dossier.document, dossier.campaign
    day = document.date or now.date()
    author = [str(s.name) for s in campaign.letterhead] or [dossier.organisation]
    # An expression in the title speaks of one letter; these are the labels of all.
    title = campaign.title if "{" in document.title.text else document.title.text
    key = f"{document.id}.{document.language}.labels.{labels.format.name}"
    metadata = Metadata(
        author=", ".join(filter(None, author)),
        subject=campaign.title,
        keywords=tuple(dict.fromkeys((campaign.title, dossier.kind.title))),
        created=created or dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC),
        identifier=hashlib.sha256(key.encode()).hexdigest()[:32],
    )
    return Letter(
        kind=document.kind,
        layout="_labels",
        campaign=document.campaign,
        document=document.name,
        edition=Edition.OPEN,
        language=document.language,
        wording=dossier.wording,
        title=Text(f"{title} · {labels.format.title}", document.location, Origin.DOCUMENT),
        body=(),
        metadata=metadata,
        date=Text("", document.location, Origin.DOCUMENT),
        day=day,
        sender=campaign.letterhead,
        labels=labels,
    )
