"""Dossier: a document with everything that it names, read and checked together.

All faults of the document and of what it names are found in one go, also those in a branch
that is not taken today: a letter must not break on the day a number changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from undersigned.errors import Findings, InvalidInput, Level, Location, NotFound, did_you_mean
from undersigned.load.addressee_checks import check_copies, check_names
from undersigned.load.block import load_block
from undersigned.load.campaign import (
    CAMPAIGNS,
    DocumentName,
    document_languages,
    load_campaign,
)
from undersigned.load.catalogue import load_catalogue
from undersigned.load.directory import load_directory
from undersigned.load.document import LoadedDocument, Names, load_document
from undersigned.load.expression import find_block_use, parse_expression
from undersigned.load.names import KnownNames, check_block_tree, document_names_known, iter_calls
from undersigned.load.roster import load_roster, load_withheld
from undersigned.load.starter import check_starter
from undersigned.load.wording import load_wording, wording_languages
from undersigned.load.workspace import Workspace
from undersigned.model.block import TextBlock
from undersigned.model.campaign import Campaign
from undersigned.model.catalogue import Catalogue
from undersigned.model.document import Document, Status
from undersigned.model.dossier import Dossier
from undersigned.model.node import BlockCall, iter_texts
from undersigned.model.roster import Directory, Roster, Signatory
from undersigned.model.text import Text
from undersigned.model.wording import Wording

__all__ = ["load_dossier"]

# A shorter word, an acronym say, is found in too many texts that mean something else.
_SHORT = 5


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
    blocks = _Blocks(workspace, language, facts, findings)
    blocks.check_document(loaded.document)
    check_starter(workspace, loaded, findings)
    _remark(loaded, roster, findings)
    if campaign is None or wording is None or catalogue is None:
        raise InvalidInput(findings.sorted())
    _check_languages(workspace, name, campaign, findings)
    _check_letterhead(workspace, loaded, campaign, directory, findings)
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
        remarks=findings.sorted(),
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
    place = loaded.tree.at(("signatories", "roster"))
    with findings.gather(place):
        roster = load_roster(workspace, style.roster, directory)
        withheld = load_withheld(workspace, style.roster, directory)
        _check_withheld(loaded, withheld, findings)
        return roster
    return None


def _check_letterhead(
    workspace: Workspace,
    loaded: LoadedDocument,
    campaign: Campaign,
    directory: Directory,
    findings: Findings,
) -> None:
    style = loaded.document.signatures
    if style is None:
        return
    withheld: Mapping[str, Location] = {}
    with Findings().gather(campaign.location):
        withheld = load_withheld(workspace, style.roster, directory)
    for sender in campaign.letterhead:
        row = _row_of(sender, withheld)
        if row is not None:
            _tell_withheld("the letterhead", campaign.location, row, findings)


def _check_withheld(
    loaded: LoadedDocument, withheld: Mapping[str, Location], findings: Findings
) -> None:
    """Find other places of the document that would name whom its roster withholds."""
    for key, value in loaded.document.fields.items():
        named = value if isinstance(value, tuple) else (value,)
        for signatory in named:
            row = isinstance(signatory, Signatory) and _row_of(signatory, withheld)
            if row:
                _tell_withheld(f'"{key}"', loaded.tree.at((key,)), row, findings)
    document = loaded.document
    notes = tuple(block for note in document.footnotes for block in note.children)
    text = [
        *(words.text for words in iter_texts((*document.body, *notes))),
        *(words for words, _ in _front_texts(document)),
    ]
    prose = "\n".join(text).casefold()
    for word, row in withheld.items():
        if len(word) > _SHORT and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", prose):
            findings.add(
                loaded.document.location,
                "withheld-name",
                f"the text names somebody whom {row} withholds",
                "see whether it may: as a signatory the name is left out, in the text it is not",
                Level.WARNING,
            )


def _row_of(signatory: Signatory, withheld: Mapping[str, Location]) -> Location | None:
    words = (signatory.id, signatory.name.text)
    return next((withheld[w.casefold()] for w in words if w and w.casefold() in withheld), None)


def _tell_withheld(what: str, place: Location, row: Location, findings: Findings) -> None:
    findings.add(
        place,
        "withheld-name",
        f"{what} would name somebody whom {row} withholds",
        "take it out here, or ask whether the name may be told",
    )


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


class _Blocks:
    """Loads every block that a document reaches and checks how each is called."""

    def __init__(
        self,
        workspace: Workspace,
        language: str,
        facts: frozenset[str] | None,
        findings: Findings,
    ) -> None:
        self.workspace = workspace
        self.language = language
        self.facts = facts
        self.findings = findings
        self.loaded: dict[str, TextBlock] = {}
        self.failed: set[str] = set()
        self.followed: set[str] = set()

    def check_document(self, document: Document) -> None:
        """The document's body, its notes and the texts of its front matter."""
        known = document_names_known(self.facts)
        notes = tuple(block for note in document.footnotes for block in note.children)
        check_block_tree((*document.body, *notes), known, self.findings)
        for text in _front_texts(document):
            known.check_text(text, self.findings)
        calls = [
            *iter_calls((*document.body, *notes)),
            *(
                call
                for value in document.fields.values()
                if isinstance(value, tuple)
                for call in value
                if isinstance(call, BlockCall)
            ),
        ]
        for call in calls:
            self.follow(call, known, ())

    def follow(self, call: BlockCall, known: KnownNames, trail: tuple[str, ...]) -> None:
        """Load the block that is called, check the call, and go on with the block's own."""
        if not call.name:
            return
        if call.name in trail:
            circle = " → ".join((*trail[trail.index(call.name) :], call.name))
            self.findings.add(
                call.location,
                "circular-block",
                f"the blocks lead back to themselves: {circle}",
                "take one of these calls out",
            )
            return
        block = self._load(call)
        if block is None:
            return
        self._check_call(call, block)
        known.check_source(call.source, call.location, self.findings)
        if call.name in self.followed:
            return
        inner = KnownNames({p.name: None for p in block.parameters}, self.facts)
        notes = tuple(b for note in block.footnotes for b in note.children)
        check_block_tree((*block.body, *notes), inner, self.findings)
        for nested in iter_calls((*block.body, *notes)):
            self.follow(nested, inner, (*trail, call.name))
        self.followed.add(call.name)

    def _load(self, call: BlockCall) -> TextBlock | None:
        if call.name in self.failed:
            return None
        if call.name not in self.loaded:
            with self.findings.gather(call.location):
                self.loaded[call.name] = load_block(self.workspace, call.name, self.language)
            if call.name not in self.loaded:
                self.failed.add(call.name)
        return self.loaded.get(call.name)

    def _check_call(self, call: BlockCall, block: TextBlock) -> None:
        tree = parse_expression(call.source, call.location, Findings())
        use = find_block_use(tree) if tree is not None else None
        if use is None:
            return
        known = [parameter.name for parameter in block.parameters]
        for name in use.parameters:
            if name not in known:
                self.findings.add(
                    call.location,
                    "unknown-parameter",
                    f'the block "{block.name}" has no parameter "{name}"',
                    did_you_mean(name, known)
                    or ("it has " + ", ".join(known) if known else "it has none"),
                )
        for parameter in block.parameters:
            if parameter.default is None and parameter.name not in use.parameters:
                self.findings.add(
                    call.location,
                    "missing-parameter",
                    f'the block "{block.name}" needs the parameter "{parameter.name}"',
                    f'write block("{block.name}", {parameter.name}="…")',
                )


def _front_texts(document: Document) -> list[tuple[str, Location]]:
    texts = [
        document.title, document.subject, document.salutation, document.close, document.place,
        document.reference, document.version, *document.enclosures,
    ]  # fmt: skip
    if document.updated is not None:
        texts.append(document.updated.note)
    texts.extend(value for value in document.fields.values() if isinstance(value, Text))
    return [(t.text, t.location) for t in texts if t is not None]
