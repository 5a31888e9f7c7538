"""Labels: the addresses of all who get a document, and of all who get a copy."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from undersigned.compose.address import envelope_lines
from undersigned.compose.courtesy import FormsOfAddress
from undersigned.compose.phrases import Phrasebook
from undersigned.compose.postal import country_of, postal_lines
from undersigned.errors import Findings, Level
from undersigned.load.country import find_country
from undersigned.model.dossier import Dossier
from undersigned.model.label_format import LabelFormat
from undersigned.model.labels import Label, Labels
from undersigned.model.letter import Edition, Letter, Metadata
from undersigned.model.recipient import Recipient
from undersigned.model.text import Origin, Text

__all__ = ["MOST", "compose_labels"]

# The labels of one file: laid out they take some 350 MB, and those of ten files would take ten
# times as much in one.
MOST = 2_000


def compose_labels(
    letters: Sequence[tuple[Dossier, Recipient]],
    dossier: Dossier,
    label_format: LabelFormat,
    findings: Findings,
    *,
    start: int = 1,
    now: dt.datetime,
    created: dt.datetime | None = None,
) -> tuple[Letter, ...]:
    """The labels as letters without a text, one for each file; none where there is nobody to
    write to.

    `letters` are all who get the document or a copy, each with the dossier whose language that
    is in; `dossier` is the document. Who has no postal address is a warning in `findings`, and
    so is an address without its country; it is an error where nobody has an address.
    """
    if not letters:
        return ()
    missing = Findings()
    labels = []
    for read, recipient in letters:
        if postal_lines(recipient):
            labels.append(_label(read, recipient))
            if not _names_country(recipient):
                findings.add(
                    recipient.location,
                    "no-country",
                    f'the address of "{recipient.name}" is without a country',
                    "write country: for it in the list, as a code of ISO 3166 such as NZ",
                    Level.WARNING,
                )
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
        return ()
    whole = Labels(label_format, tuple(labels), start)
    return tuple(_files(_letter(dossier, whole, now, created), whole))


def _names_country(recipient: Recipient) -> bool:
    """Whether it is known in which country the address is: its last line may say so."""
    if country_of(recipient):
        return True
    last = postal_lines(recipient)[-1].text
    return find_country(last, in_any_language=True) is not None


def _files(sheet: Letter, whole: Labels) -> Iterator[Letter]:
    """The sheet as it is, or parts of it in whole pages where it is too large for one file."""
    per_page, taken = whole.format.per_page, whole.start - 1
    step = max(1, MOST // per_page) * per_page
    ends = range(step - taken, len(whole.labels) + step, step)
    if len(ends) == 1:
        yield sheet
        return
    for part, end in enumerate(ends, 1):
        some = whole.labels[max(0, end - step) : end]
        labels = replace(whole, labels=some, start=whole.start if part == 1 else 1, part=part)
        title = replace(sheet.title, text=f"{sheet.title} · {part}/{len(ends)}")
        metadata = replace(
            sheet.metadata, identifier=_identifier(f"{sheet.metadata.identifier}.{part}")
        )
        yield replace(sheet, labels=labels, title=title, metadata=metadata)


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
        identifier=_identifier(key),
    )
    return Letter(
        kind=document.kind,
        layout="_labels",
        campaign=document.campaign,
        document=document.name,
        edition=Edition.OPEN,
        language=document.language,
        wording=dossier.wording,
        title=Text(f"{title} · {labels.format.name}", document.location, Origin.DOCUMENT),
        body=(),
        metadata=metadata,
        date=Text("", document.location, Origin.DOCUMENT),
        day=day,
        sender=campaign.letterhead,
        labels=labels,
    )


def _identifier(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]
