"""Sheets of labels: one for each document, with everybody on it once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from undersigned.cli import clock
from undersigned.cli.letters import check_only, individual_letters
from undersigned.compose.labels import compose_labels
from undersigned.load.label_format import load_label_format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undersigned.cli.letters import Selection
    from undersigned.errors import Findings
    from undersigned.load import Workspace
    from undersigned.model.dossier import Dossier
    from undersigned.model.letter import Letter

__all__ = ["compose_sheets"]


def compose_sheets(
    workspace: Workspace,
    dossiers: Sequence[Dossier],
    selection: Selection,
    findings: Findings,
    *,
    name: str | None = None,
    start: int = 1,
) -> list[Letter]:
    """The labels of each document that goes to somebody.

    Everybody is on it once: of the open edition it is in the document's language, unless others
    were asked for, which have a sheet each; of the individual one each address is in the
    language of its letter. What is too large for one file is several. `name` is the label
    format, the settings' where None, and `start` the first free label. Who has no address is in
    `findings`.
    """
    form = load_label_format(workspace, name)
    if start > form.per_page:
        has = "one label" if form.per_page == 1 else f"{form.per_page} labels"
        raise click.UsageError(f"--start {start}: a page of {form.name} has {has}")
    if selection.each:
        check_only(dossiers, selection)
    documents: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        once = selection.each or not selection.languages
        key = dossier.document.id if once else f"{len(documents)}"
        documents.setdefault(key, []).append(dossier)
    sheets: list[Letter] = []
    for translations in documents.values():
        # The default language comes first.
        first = translations[0]
        letters = [(first, recipient) for recipient in first.document.recipients]
        copies = first.document.cc
        if selection.each:
            letters = list(individual_letters(translations, selection))
            # Some recipients alone were asked for, and those who get a copy are none of them.
            copies = () if selection.only or selection.limit else copies
        sheets += compose_labels(
            [*letters, *((first, recipient) for recipient in copies)],
            first,
            form,
            findings,
            start=start,
            now=clock.now(),
            created=clock.fixed_moment(),
        )
    return sheets
