"""What `new` needs to know of a document, with the answers that the workspace offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned import load
from undersigned.cli.questions import NONE, Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undersigned.load import DocumentName, Workspace
    from undersigned.model.kind import Kind

__all__ = ["about_document", "about_translation", "ids_in", "usual_close"]

_SUFFIXES = (".yaml", ".csv")


def about_document(workspace: Workspace, kind: Kind, name: DocumentName) -> list[Question]:
    """What a new document needs, with what is likely as the default."""
    language = workspace.language
    lists, rosters = load.list_names(workspace), load.roster_names(workspace)
    return [
        Question("title", "Title", _words(name.document)),
        Question("language", "Language", language, (language,), certain=True, choice="language"),
        Question(
            "recipients",
            "Recipients",
            _nearest(name, lists) or next(iter((*_own(workspace, lists), *lists)), NONE),
            (*lists, NONE),
            certain=not lists,
            silent=not kind.addressed,
            choice="recipient list",
            also=lambda answer: all(_known(workspace, id_) for id_ in ids_in(answer)),
        ),
        Question(
            "signatories",
            "Signatories",
            # Names under a letter that they have not signed are worse than none.
            _nearest(name, rosters) or NONE,
            (*rosters, NONE),
            certain=not rosters,
            choice="roster",
        ),
        Question(
            "close",
            "Close",
            usual_close(workspace, language),
            certain=True,
            silent=not kind.addressed,
        ),
    ]


def about_translation(
    workspace: Workspace, kind: Kind, name: DocumentName, languages: Sequence[str]
) -> list[Question]:
    """What a translation needs: into which of the languages, and what is language itself."""
    title = str(load.load_dossier(workspace, name, workspace.language).document.title)
    return [
        Question("title", "Title", title),
        Question("language", "Language", languages[0], languages, choice="language"),
        Question("close", "Close", NONE, certain=True, silent=not kind.addressed),
    ]


def usual_close(workspace: Workspace, language: str) -> str:
    """The close that the language has for many addressees: what a letter has without the key."""
    return load.load_wording(workspace, language).phrases["letter.close_many"]


def ids_in(answer: str) -> list[str]:
    """The ids of recipients that an answer names instead of a list."""
    return [part.strip() for part in answer.split(",")]


def _known(workspace: Workspace, id_: str) -> bool:
    return load.load_catalogue(workspace).find(id_) is not None


def _own(workspace: Workspace, lists: Sequence[str]) -> list[str]:
    """The lists that stand in the workspace; the others ship with the program."""
    folder = workspace.root / "recipients"
    return [name for name in lists if any((folder / f"{name}{s}").exists() for s in _SUFFIXES)]


def _nearest(name: DocumentName, names: Sequence[str]) -> str | None:
    """The name that goes with this document or campaign, if there is one."""
    own = {name.document, name.campaign, f"{name.campaign}-{name.document}"}
    return next((candidate for candidate in names if candidate in own), None)


def _words(name: str) -> str:
    return name.replace("-", " ").replace("_", " ").capitalize()
