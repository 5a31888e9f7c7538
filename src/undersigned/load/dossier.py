"""Dossier: a document with everything that it names, read and checked together.

All faults of the document and of what it names are found in one go, also those in a branch
that is not taken today: a letter must not break on the day a number changes.
"""

from __future__ import annotations

import re

from undersigned.errors import Findings, InvalidInput, Level, NotFound
from undersigned.load.addressee_checks import check_copies, check_names
from undersigned.load.block_uses import BlockUses
from undersigned.load.campaign import (
    CAMPAIGNS,
    DocumentName,
    document_languages,
    load_campaign,
)
from undersigned.load.catalogue import load_catalogue
from undersigned.load.directory import load_directory
from undersigned.load.document import LoadedDocument, Names, load_document
from undersigned.load.open_text_checks import check_open_text
from undersigned.load.roster import load_roster, load_withheld
from undersigned.load.starter import check_starter
from undersigned.load.withheld_checks import check_withheld
from undersigned.load.withheld_name import WithheldName
from undersigned.load.wording import load_wording, wording_languages
from undersigned.load.workspace import Workspace
from undersigned.model.campaign import Campaign
from undersigned.model.catalogue import Catalogue
from undersigned.model.document import Status
from undersigned.model.dossier import Dossier
from undersigned.model.roster import Directory, Roster
from undersigned.model.wording import Wording

__all__ = ["load_dossier"]


def load_dossier(workspace: Workspace, name: DocumentName, language: str) -> Dossier:
    """Everything that one letter is composed from.

    Raises `NotFound` for an unknown document and `InvalidInput` with every fault found.
    """
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        raise NotFound("language", language, (), wording_languages(workspace))
    findings = Findings()
    directory, campaign, wording = Directory(()), None, None
    catalogue: Catalogue | None = None
    with findings.gather():
        directory = load_directory(workspace, findings)
    with findings.gather():
        catalogue = load_catalogue(workspace)
    with findings.gather():
        campaign = load_campaign(workspace, name.campaign, directory)
    place = workspace.place(workspace.root.joinpath(CAMPAIGNS, f"{name}.md"), 1, 1)
    with findings.gather(place):
        wording = load_wording(workspace, language)
    loaded = load_document(workspace, name, language, Names(catalogue, directory), findings)
    if loaded is None:
        raise InvalidInput(findings.sorted())
    roster = _roster(workspace, loaded, directory, findings)
    # Which facts there are is not known where the campaign could not be read.
    facts = None if campaign is None else frozenset(fact.name for fact in campaign.facts)
    blocks = BlockUses(workspace, language, facts, findings)
    blocks.check_document(loaded.document)
    withheld: tuple[WithheldName, ...] = ()
    if roster is not None:
        withheld = load_withheld(workspace, roster.name, directory)
        check_withheld(workspace, loaded, campaign, blocks.loaded, withheld, findings)
    about_text = Findings()
    open_text = check_open_text(workspace, loaded, withheld, about_text)
    check_starter(workspace, loaded, findings)
    _remark(loaded, roster, findings)
    if campaign is None or wording is None or catalogue is None:
        raise InvalidInput(findings.sorted())
    _check_languages(workspace, name, campaign, findings)
    _check_wording(loaded, wording, findings)
    check_names(loaded, wording, findings)
    check_copies(loaded, findings)
    findings.raise_errors()
    return Dossier(
        organisation=workspace.organisation,
        campaign=campaign,
        document=loaded.document,
        kind=loaded.kind,
        wording=wording,
        roster=roster,
        blocks=blocks.loaded,
        forms=catalogue.forms,
        # Told by whoever makes or checks the letter: `signatories open` is there to mend them.
        remarks=(*findings.sorted(), *about_text.sorted()),
        open_text=open_text,
    )


def _check_languages(
    workspace: Workspace, name: DocumentName, campaign: Campaign, findings: Findings
) -> None:
    written = document_languages(workspace, name)
    for language in campaign.languages:
        if language not in written:
            findings.add(
                campaign.languages_location,
                "missing-translation",
                f'{name} has no text in the language "{language}"',
                f"write {CAMPAIGNS}/{name}.{language}.md, or take the language out here",
            )


def _roster(
    workspace: Workspace, loaded: LoadedDocument, directory: Directory, findings: Findings
) -> Roster | None:
    style = loaded.document.signatures
    if style is None:
        return None
    with findings.gather(loaded.tree.at(("signatories", "roster"))):
        return load_roster(workspace, style.roster, directory)
    return None


def _check_wording(loaded: LoadedDocument, wording: Wording, findings: Findings) -> None:
    for section in loaded.kind.sections:
        if not any(key.startswith(section + ".") for key in wording.phrases):
            findings.add(
                loaded.tree.at(("kind",)),
                "wording",
                f'a "{loaded.kind.name}" has no wording in {wording.name}',
                f'{wording.location.path} needs the section "{section}"',
            )


def _remark(loaded: LoadedDocument, roster: Roster | None, findings: Findings) -> None:
    document = loaded.document
    if document.status is Status.FINAL and (loaded.tree.value or {}).get("date") is None:
        findings.add(
            document.location,
            "no-date",
            "a final document without a date bears today's",
            "write date: with the day of the letter",
            Level.WARNING,
        )
    if document.status is Status.FINAL and roster is not None and not roster.signatories:
        findings.add(
            loaded.tree.at(("signatories",)),
            "no-signatories",
            f'nobody in the roster "{roster.name}" has confirmed, so nobody is named',
            f"see {roster.location.path}",
            Level.WARNING,
        )
