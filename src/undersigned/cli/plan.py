"""Plan: what `new` is to write, from options, answers and what the workspace holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from undersigned import load
from undersigned.cli import draft, inquiry, questions
from undersigned.cli.sample import schema_files
from undersigned.errors import Finding, InvalidInput
from undersigned.load import DocumentName

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from undersigned.load import Workspace
    from undersigned.model.kind import Kind

__all__ = ["Plan", "plan"]

_KEYS = ("title", "language", "recipients", "signatories", "close")
_NAME = re.compile(r"[^\W_][\w-]*")


@dataclass(frozen=True)
class Plan:
    """A document to be written. `values` are its keys, empty for one that is left out.

    `language` is another than the workspace's for a translation, and only then.
    """

    workspace: Workspace
    kind: Kind
    name: DocumentName
    language: str
    values: Mapping[str, str]
    source: DocumentName | None = None
    date: dt.datetime | None = None

    @property
    def path(self) -> PurePosixPath:
        """Where the document goes."""
        return _path(self.workspace, self.name, self.language)

    def files(self, today: dt.date) -> tuple[dict[PurePosixPath, bytes], tuple[str, ...]]:
        """The files to write, and the keys of an earlier document that became comments.

        Raises `InvalidInput` where what it starts from has faults.
        """
        made = self._draft(self.date.date() if self.date else today)
        files = {self.path: made.text.encode()}
        if self.name.campaign in load.campaign_names(self.workspace):
            files |= self._translations(made.text)
        else:
            text = draft.campaign_text(self.workspace, self.name.campaign, self.source)
            files = {self.path.with_name("campaign.yaml"): text.encode(), **files}
        return files | self._schemas(), made.put_aside

    def _translations(self, text: str) -> dict[PurePosixPath, bytes]:
        """The text once more for each other language that every document of the campaign has."""
        if self.language != self.workspace.language:
            return {}
        directory = load.load_directory(self.workspace)
        campaign = load.load_campaign(self.workspace, self.name.campaign, directory)
        return {
            _path(self.workspace, self.name, language): draft.translation_of(
                text, self.kind
            ).encode()
            for language in campaign.languages
            if language != self.workspace.language
        }

    def _draft(self, date: dt.date) -> draft.Draft:
        if self.language != self.workspace.language:
            return draft.translated(self.workspace, self.name, self.values)
        if self.source is not None:
            return draft.copied(self.workspace, self.source, self.kind.name, self.values, date)
        return draft.fresh(self.workspace, self.kind.name, self.values, date)

    def _schemas(self) -> dict[PurePosixPath, bytes]:
        # The first line of what is written names them; an older workspace may lack some.
        wanted = {f"{self.kind.name}.json", "campaign.json"}
        return {
            path: data
            for path, data in schema_files(self.workspace).items()
            if path.name in wanted and not (self.workspace.root / path).exists()
        }


def plan(workspace: Workspace, kind: Kind, argument: str, given: Mapping[str, Any]) -> Plan:
    """Find out what to write, asking where options leave something open.

    Raises a usage error, `NotFound`, and `InvalidInput` where the document is there already.
    """
    name = _parsed(argument)
    source = _parsed(given["source"]) if given["source"] else None
    translating = _exists(workspace, name, workspace.language)
    _check_language(workspace, name, given, translating=translating)
    _check_wording(workspace, kind, given["language"] or workspace.language)
    if source is not None:
        answers = {key: value for key in _KEYS if (value := given[key]) is not None}
    elif translating:
        left = _languages_left(workspace, name)
        answers = questions.answers(inquiry.about_translation(workspace, kind, name, left), given)
    else:
        answers = questions.answers(inquiry.about_document(workspace, kind, name), given)
    language = answers.pop("language", workspace.language)
    values = {key: "" if value == questions.NONE else value for key, value in answers.items()}
    if given["place"]:
        values["place"] = given["place"]
    if values.get("close") == inquiry.usual_close(workspace, language):
        values["close"] = ""
    return Plan(workspace, kind, name, language, values, source, given["date"])


def _parsed(argument: str) -> DocumentName:
    campaign, _, document = argument.removesuffix(".md").partition("/")
    if not (_NAME.fullmatch(campaign) and _NAME.fullmatch(document)):
        raise click.UsageError(
            f'"{argument}" names no document: write CAMPAIGN/DOCUMENT, '
            "each of letters, digits and hyphens, as in senate-2024/open-letter"
        )
    return DocumentName(campaign, document)


def _path(workspace: Workspace, name: DocumentName, language: str) -> PurePosixPath:
    code = "" if language == workspace.language else f".{language}"
    return PurePosixPath(draft.FOLDER, name.campaign, f"{name.document}{code}.md")


def _exists(workspace: Workspace, name: DocumentName, language: str) -> bool:
    return (workspace.root / _path(workspace, name, language)).exists()


def _check_language(
    workspace: Workspace, name: DocumentName, given: Mapping[str, Any], *, translating: bool
) -> None:
    """Refuse what would overwrite, and a translation of what is not there."""
    language = given["language"]
    if translating and (language == workspace.language or not (language or questions.can_ask())):
        there = workspace.place(workspace.root / _path(workspace, name, workspace.language))
        hint = "choose another name; or add --lang for a translation of it"
        said = "is there already, and is not overwritten"
        raise InvalidInput([Finding(there, "exists", said, hint)])
    if translating and given["source"]:
        raise click.UsageError("a translation starts from its own document: leave --from out")
    if language and not translating and language != workspace.language:
        raise click.UsageError(
            f"a document is written in the workspace's language first ({workspace.language}): "
            f"draft {name} without --lang, then its translation; "
            "or change `language` in undersigned.toml"
        )


def _check_wording(workspace: Workspace, kind: Kind, language: str) -> None:
    """Refuse a kind whose layout has no words in this language."""
    wording = load.load_wording(workspace, language)
    for section in kind.sections:
        if not any(key.startswith(f"{section}.") for key in wording.phrases):
            said = f'a "{kind.name}" has no wording in {wording.name}'
            hint = f'add the section "{section}" to templates/wording/{language}.yaml'
            raise InvalidInput([Finding(wording.location, "wording", said, hint)])


def _languages_left(workspace: Workspace, name: DocumentName) -> tuple[str, ...]:
    left = tuple(
        code
        for code in load.wording_languages(workspace)
        if code != workspace.language and not _exists(workspace, name, code)
    )
    if not left:
        raise click.UsageError(f"{name} is there in every language that has a wording")
    return left
