"""Whether a document is the one whose text its roster signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from undersigned.errors import Findings, Level, NotFound
from undersigned.load.campaign import documents
from undersigned.load.document import LoadedDocument
from undersigned.load.signed_text import load_open_text, load_open_texts
from undersigned.load.withheld_name import WithheldName, as_read
from undersigned.load.workspace import Workspace
from undersigned.model.document import Status
from undersigned.model.signed_text import OpenText

__all__ = ["check_open_text"]


def check_open_text(
    workspace: Workspace,
    loaded: LoadedDocument,
    withheld: Sequence[WithheldName],
    findings: Findings,
) -> OpenText | None:
    """The text that the document's roster signs, be it this one's or another's; None where none
    was opened.

    A document that was opened with another roster, or that is signed by those of a document that
    is gone, is a finding.
    """
    document = loaded.document
    roster = document.signatures.roster if document.signatures else ""
    opened = None
    with findings.gather():
        for text in load_open_texts(workspace):
            if text.document == document.id and text.roster != roster:
                findings.add(
                    loaded.tree.at(("signatories",)) if roster else document.location,
                    "signed-text",
                    f'the text was opened for signature with the roster "{text.roster}"',
                    f"name that roster, or delete {text.location.path} if nobody signed",
                )
        opened = load_open_text(workspace, roster) if roster else None
    if opened is not None and withheld:
        opened = _hushed(opened, withheld, findings)
    if opened is None or opened.document == document.id:
        return opened
    place = loaded.tree.at(("signatories", "roster"))
    if opened.document not in _documents(workspace):
        findings.add(
            place,
            "signed-text",
            f'the roster "{roster}" signs {opened.document}, which is no longer there',
            f"if this is it, by another name: undersigned signatories open {roster} {document.id}",
        )
    elif document.status is Status.FINAL:
        findings.add(
            place,
            "signed-text",
            f'the roster "{roster}" signs another text, that of {opened.document}',
            "who signs this one as well belongs into a roster of its own",
            Level.WARNING,
        )
    return opened


def _hushed(opened: OpenText, withheld: Sequence[WithheldName], findings: Findings) -> OpenText:
    """The text with the paragraphs found that would give a withheld signatory away: they were
    signed before the name had to be taken out."""
    hushed = set()
    rows = set()
    words = {p.words: as_read(p.words) for v in opened.versions for t in v.texts
             for p in t.paragraphs}  # fmt: skip
    for name in withheld:
        found = {said for said, read in words.items() if name.stands_in(read)}
        hushed |= found
        rows |= {name.row} if found else set()
    for row in sorted(rows):
        findings.add(
            opened.location,
            "withheld-name",
            f"the text as it was signed names somebody whom {row} withholds",
            "git keeps this file: move it and the roster into signatories/private/, and have "
            "them taken out of git's history",
            Level.WARNING,
        )
    return replace(opened, hushed=frozenset(hushed))


def _documents(workspace: Workspace) -> frozenset[str]:
    try:
        return frozenset(str(name) for name in documents(workspace))
    except NotFound:
        return frozenset()
