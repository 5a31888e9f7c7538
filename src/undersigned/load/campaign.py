"""Campaigns: the folders under `templates/campaigns/`, and the names of their documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from undersigned.errors import Findings, NotFound, did_you_mean
from undersigned.load.schema import validate
from undersigned.load.schemas import CampaignSchema, FactSchema
from undersigned.load.workspace import Workspace, guard_folder
from undersigned.load.yaml_source import KeyPath, YamlTree, parse_yaml, typed_scalar
from undersigned.model.campaign import Campaign, Fact, FactValue
from undersigned.model.roster import Directory, Signatory

__all__ = [
    "CAMPAIGNS",
    "DocumentName",
    "campaign_names",
    "document_languages",
    "document_names",
    "documents",
    "load_campaign",
    "select_documents",
]

CAMPAIGNS = "templates/campaigns"
_SETTINGS = "campaign.yaml"
_NAME = re.compile(r"[\w][\w-]*")


@dataclass(frozen=True, order=True)
class DocumentName:
    """How a user names a document: campaign/document."""

    campaign: str
    document: str

    def __str__(self) -> str:
        return f"{self.campaign}/{self.document}"


def campaign_names(workspace: Workspace) -> tuple[str, ...]:
    """Every campaign, by name."""
    folder = workspace.root / CAMPAIGNS
    if not guard_folder(folder):
        return ()
    return tuple(
        sorted(
            path.name
            for path in folder.iterdir()
            if path.is_dir() and not path.name.startswith((".", "_"))
        )
    )


def document_names(workspace: Workspace, campaign: str) -> tuple[str, ...]:
    """Every document of a campaign, by name; translations are not documents of their own."""
    folder = workspace.root / CAMPAIGNS / campaign
    if not guard_folder(folder):
        return ()
    return tuple(
        sorted(
            {
                path.name.partition(".")[0]
                for path in folder.glob("*.md")
                if not path.name.startswith((".", "_", "~")) and path.name != "README.md"
            }
        )
    )


def documents(workspace: Workspace) -> tuple[DocumentName, ...]:
    """Every document of the workspace."""
    return tuple(
        DocumentName(campaign, document)
        for campaign in campaign_names(workspace)
        for document in document_names(workspace, campaign)
    )


def select_documents(workspace: Workspace, arguments: Sequence[str]) -> tuple[DocumentName, ...]:
    """The documents that the arguments name: all without any, a campaign's, or single ones.

    Raises `NotFound`, with the nearest name.
    """
    known = documents(workspace)
    if not arguments:
        return known
    selected: dict[DocumentName, None] = {}
    for argument in arguments:
        wanted = argument.strip("/").removesuffix(".md")
        wanted = wanted.removeprefix(CAMPAIGNS + "/")
        matching = [n for n in known if wanted in (n.campaign, str(n))]
        if not matching:
            names = [str(n) for n in known] + [n.campaign for n in known]
            kind = "document" if "/" in wanted else "campaign"
            places = [f"{CAMPAIGNS}/{wanted}" + (".md" if "/" in wanted else "/")]
            raise NotFound(kind, wanted, places, dict.fromkeys(names))
        selected.update(dict.fromkeys(matching))
    return tuple(selected)


def document_languages(workspace: Workspace, name: DocumentName) -> tuple[str, ...]:
    """The languages that the document is written in, the default language first."""
    folder = workspace.root / CAMPAIGNS / name.campaign
    found = [
        path.name.removeprefix(name.document + ".").removesuffix(".md")
        for path in sorted(folder.glob(f"{name.document}.*.md"))
    ]
    return (workspace.language, *(code for code in found if code != workspace.language))


def load_campaign(workspace: Workspace, name: str, directory: Directory) -> Campaign:
    """A campaign by name; one without a `campaign.yaml` has its folder's name for a title.

    Raises `NotFound`, or `InvalidInput` with every fault in its file.
    """
    if name not in campaign_names(workspace):
        raise NotFound("campaign", name, [f"{CAMPAIGNS}/"], campaign_names(workspace))
    path = workspace.root / CAMPAIGNS / name / _SETTINGS
    names = document_names(workspace, name)
    place = workspace.place(path, 1, 1)
    if not workspace.reader.exists(path):
        return Campaign(name, name, (workspace.language,), (), (), names, place, place)
    tree = parse_yaml(workspace.reader.read_text(path), workspace.reader.display(path))
    head = validate(CampaignSchema, tree)
    findings = Findings()
    facts = tuple(
        fact
        for key, value in (head.facts or {}).items()
        if (fact := _fact(key, value, tree, findings)) is not None
    )
    letterhead = tuple(
        entry
        for index, id_ in enumerate(head.letterhead or ())
        if (entry := _organisation(id_, tree, ("letterhead", index), directory, findings))
    )
    findings.raise_errors()
    languages = dict.fromkeys((workspace.language, *(head.languages or ())))
    if head.languages and workspace.language not in head.languages:
        languages = dict.fromkeys(head.languages)
    return Campaign(
        name=name,
        title=head.title,
        languages=tuple(languages),
        letterhead=letterhead,
        facts=facts,
        documents=names,
        location=place,
        languages_location=tree.key_at(("languages",)),
    )


def _organisation(
    id_: str, tree: YamlTree, path: KeyPath, directory: Directory, findings: Findings
) -> Signatory | None:
    entry = directory.find(id_)
    if entry is None:
        findings.add(
            tree.at(path),
            "unknown-signatory",
            f'unknown organisation "{id_}"',
            did_you_mean(id_, [e.id for e in directory.entries])
            or "add it to signatories/directory.csv",
        )
    return entry


def _fact(name: str, given: Any, tree: YamlTree, findings: Findings) -> Fact | None:
    path: KeyPath = ("facts", name)
    place = tree.key_at(path)
    if not re.fullmatch(r"[A-Za-z_]\w*", name):
        findings.add(
            place,
            "fact",
            f'"{name}" cannot be the name of a fact',
            "letters, digits and _, as in seats_2024",
        )
        return None
    source, as_of = "", None
    if isinstance(given, dict):
        inner = YamlTree(tree.path, given, {}, {}, tree.tags)
        prefix = len(path)
        for table, target in (
            (tree.locations, inner.locations),
            (tree.key_locations, inner.key_locations),
        ):
            target.update({k[prefix:]: v for k, v in table.items() if k[:prefix] == path})
        with findings.gather():
            head = validate(FactSchema, inner)
            source, as_of = head.source or "", head.as_of
            given = head.value
            path = (*path, "value")
        if isinstance(given, dict):
            return None
    value = _fact_value(given, tree, path, findings)
    return None if value is None else Fact(name, value, place, source, as_of)


def _fact_value(given: Any, tree: YamlTree, path: KeyPath, findings: Findings) -> FactValue | None:
    place = tree.at(path)
    if isinstance(given, list):
        values = [_fact_value(item, tree, (*path, i), findings) for i, item in enumerate(given)]
        return tuple(value for value in values if value is not None)
    if isinstance(given, dict):
        findings.add(
            place,
            "fact",
            "a fact is a figure, a text, a date or a list of these",
            "with its source: {value: 120, source: …, as_of: 2026-01-31}",
        )
        return None
    if given is None or not str(given).strip():
        # At its key: parsers differ in where they see a value that is not there.
        key = tree.key_at(path)
        findings.add(key, "fact", f'the fact "{path[1]}" is empty', "a blank would be printed")
        return None
    try:
        return typed_scalar(tree, path, str(given).strip())
    except ValueError:
        findings.add(place, "value", f'"{given}" is not a date', "there is no such day")
        return None
