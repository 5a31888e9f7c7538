"""`undersigned check`: everything that `render` would refuse, and what it lets pass with a sigh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from undersigned import load
from undersigned.cli import report
from undersigned.cli.clashes import find_clashes
from undersigned.cli.lazy import Command
from undersigned.cli.letters import Selection, compose_letters, load_dossiers
from undersigned.cli.options import (
    documents_argument,
    findings_format_option,
    language_option,
    workspace_option,
)
from undersigned.cli.place import open_here
from undersigned.errors import Finding, Findings, InvalidInput
from undersigned.proof.signatory_count import check_signatory_count
from undersigned.proof.signature_pictures import check_signature_pictures
from undersigned.proof.signed_text import check_signed_text
from undersigned.render import render
from undersigned.render.fonts import letter_texts, missing_characters

__all__ = ["check"]


@click.command(
    cls=Command,
    examples=[
        ("undersigned check", "Read every document and tell what is wrong, all at once."),
        ("undersigned check senate-2024/open-letter", "One document."),
        ("undersigned check --format json", "For another program: a list of findings."),
    ],
)
@documents_argument
@language_option
@click.option("--each", is_flag=True, help="The individual edition too: one letter a recipient.")
@findings_format_option
@workspace_option
def check(**options: Any) -> int:
    """Tell what is wrong in the files.

    Each finding names file, line and column, then the rule in brackets; the line below says
    what to do. Nothing is written. The exit code is 1 where `render` would refuse.
    """
    try:
        workspace = open_here(options["workspace"])
    except InvalidInput as error:
        # The settings are a file of the user's like any other.
        _tell(error.findings, options["format_"], 0)
        return 1
    languages = tuple(code for value in options["languages"] for code in value)
    findings = Findings()
    selection = Selection(options["documents"], languages)
    dossiers = load_dossiers(workspace, selection, findings)
    letters = compose_letters(dossiers, selection, findings)
    rosters = {(d.document.id, d.document.language): d.roster for d in dossiers}
    for letter in letters:
        findings.items += check_signature_pictures(letter)
        roster = rosters[f"{letter.campaign}/{letter.document}", letter.language]
        if roster is not None:
            findings.items += check_signatory_count(letter, roster)
    if options["each"]:
        selection = Selection(options["documents"], languages, each=True)
        letters += compose_letters(dossiers, selection, findings)
    for dossier in dossiers:
        findings.items += dossier.remarks
        with findings.gather():
            findings.items += check_signed_text(dossier)
    own_layouts = (workspace.root / "templates" / "layouts").is_dir()
    findings.items += find_clashes(letters, workspace.language)
    for letter in letters:
        findings.items += missing_characters(letter_texts(letter), workspace.layers)
        if own_layouts and workspace.root != workspace.builtin:
            # The built-in layouts are tested; those of the workspace are tried.
            with findings.gather():
                render(letter, "html", workspace.layers)
    told = findings.sorted()
    _tell(told, options["format_"], len(load.select_documents(workspace, selection.documents)))
    return 1 if findings.has_errors else 0


def _tell(findings: Sequence[Finding], format_: str, documents: int) -> None:
    if format_ == "json":
        report.say_json([report.as_json(finding) for finding in findings])
        return
    report.findings(findings)
    report.summary(findings, documents)
