"""From what was named on the command line to composed letters, with all that is wrong on the way.

`render` and `check` both go this way, so that the one refuses what the other tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from undersigned import load
from undersigned.cli import clock
from undersigned.compose import compose_letter
from undersigned.compose.signatures import remark_on_order
from undersigned.errors import Findings, Location, NotFound
from undersigned.model.letter import Edition

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from undersigned.model.dossier import Dossier
    from undersigned.model.letter import Letter
    from undersigned.model.recipient import Recipient

__all__ = [
    "Selection",
    "check_only",
    "compose_letters",
    "individual_letters",
    "load_dossiers",
]


@dataclass(frozen=True)
class Selection:
    """Which letters are wanted: documents by name, languages, and the edition.

    No document stands for all of them, no language for those that a document has. Of the
    individual edition `only` names the recipients by id, and `limit` is how many of each
    document are wanted.
    """

    documents: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    each: bool = False
    only: tuple[str, ...] = ()
    limit: int | None = None


def load_dossiers(
    workspace: load.Workspace, selection: Selection, findings: Findings
) -> list[Dossier]:
    """Every document in every language wanted; what cannot be read is in `findings` instead, and
    so is, once, that names are not in the order of their language here.

    Raises `NotFound` for a document that is not there.
    """
    dossiers = []
    for name in load.select_documents(workspace, selection.documents):
        place = Location(f"templates/campaigns/{name}.md")
        with findings.gather(place):
            for language in selection.languages or load.document_languages(workspace, name):
                with findings.gather(place):
                    dossiers.append(load.load_dossier(workspace, name, language))
    findings.items += remark_on_order(dossiers)
    return dossiers


def compose_letters(
    dossiers: Sequence[Dossier], selection: Selection, findings: Findings
) -> list[Letter]:
    """The letters of the edition wanted; what cannot be composed is in `findings` instead."""
    moment, created = clock.now(), clock.fixed_moment()
    letters = []
    if not selection.each:
        for dossier in dossiers:
            with findings.gather():
                letters.append(compose_letter(dossier, now=moment, created=created))
        return letters
    check_only(dossiers, selection)
    for dossier, recipient in individual_letters(dossiers, selection):
        with findings.gather():
            letters.append(
                compose_letter(
                    dossier,
                    edition=Edition.INDIVIDUAL,
                    recipient=recipient,
                    now=moment,
                    created=created,
                )
            )
    return letters


def individual_letters(
    dossiers: Sequence[Dossier], selection: Selection
) -> Iterable[tuple[Dossier, Recipient]]:
    """For each recipient of each document the dossier in a language that the recipient reads."""
    documents: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        documents.setdefault(dossier.document.id, []).append(dossier)
    for translations in documents.values():
        # The default language comes first, and is what everybody gets who reads none of them.
        by_language = {dossier.document.language: dossier for dossier in translations}
        recipients = [
            recipient
            for recipient in translations[0].document.recipients
            if not selection.only or recipient.id in selection.only
        ]
        for recipient in recipients[: selection.limit]:
            yield _read_by(recipient, by_language) or translations[0], recipient


def _read_by(recipient: Recipient, by_language: Mapping[str, Dossier]) -> Dossier | None:
    """The dossier in the first of the recipient's languages that there is; "pt" stands for
    "pt-BR" as well."""
    for language in recipient.languages:
        for code in (language, language.partition("-")[0]):
            if code in by_language:
                return by_language[code]
    return None


def check_only(dossiers: Sequence[Dossier], selection: Selection) -> None:
    """Refuse an id that no recipient of these documents has."""
    known = {r.id for dossier in dossiers for r in dossier.document.recipients}
    places = tuple(dict.fromkeys(dossier.document.location.path for dossier in dossiers))
    for id_ in selection.only:
        if dossiers and id_ not in known:
            raise NotFound("recipient", id_, [f"the recipients of {', '.join(places)}"], known)
