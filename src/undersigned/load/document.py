"""Documents: front matter and body, and a translation laid over the default language's file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from undersigned.errors import Finding, Findings, Location, NotFound
from undersigned.load.campaign import CAMPAIGNS, DocumentName, document_names
from undersigned.load.document_assembly import Assembly, Names
from undersigned.load.document_source import DocumentSource, read_source, read_translation
from undersigned.load.image import find_image
from undersigned.load.kind import kind_names, load_kind
from undersigned.load.markdown import MarkdownTree, parse_markdown
from undersigned.load.schema import validate_rest
from undersigned.load.schemas import DocumentSchema, document_schema
from undersigned.load.workspace import Workspace
from undersigned.load.yaml_source import YamlTree
from undersigned.model.document import Document
from undersigned.model.kind import Kind

__all__ = ["LoadedDocument", "Names", "load_document"]


@dataclass(frozen=True)
class LoadedDocument:
    """A document, its kind, where each key of its front matter stands, and the file of its text."""

    document: Document
    kind: Kind
    tree: YamlTree
    source: DocumentSource


def load_document(
    workspace: Workspace,
    name: DocumentName,
    language: str,
    names: Names,
    findings: Findings,
) -> LoadedDocument | None:
    """A document in a language.

    Every fault is added to `findings`, and what is left is read on with, so that whatever
    else is wrong is found too; None where nothing can be made of the files. Raises `NotFound`
    for an unknown document.
    """
    if name.document not in document_names(workspace, name.campaign):
        known = document_names(workspace, name.campaign)
        raise NotFound(
            "document",
            str(name),
            [f"{CAMPAIGNS}/{name}.md"],
            [f"{name.campaign}/{n}" for n in known],
        )
    base = None
    with findings.gather():
        base = read_source(workspace, name, f"{name.document}.md")
    if base is None:
        return None
    kind = _kind(workspace, base.parts.tree, findings)
    head = _head(workspace, base, kind, findings)
    translation = None
    if language != workspace.language:
        translation = read_translation(workspace, name, language, base, kind, findings)
        if translation is None:
            return None
    body = _body(workspace, translation or base, findings)
    if head is None or kind is None:
        return None
    assembly = Assembly(workspace, name, language, kind, head, base, findings)
    return LoadedDocument(
        assembly.document(body, translation, names), kind, base.parts.tree, translation or base
    )


def _head(
    workspace: Workspace, base: DocumentSource, kind: Kind | None, findings: Findings
) -> DocumentSchema | None:
    found = Findings()
    head = validate_rest(document_schema(kind), base.parts.tree, found)
    for finding in found.items:
        if finding.rule != "unknown-key":
            findings.items.append(finding)
        elif kind is not None:
            # Which keys there are is not known where the kind is not.
            findings.items.append(_of_another_kind(workspace, finding))
    return head


def _of_another_kind(workspace: Workspace, finding: Finding) -> Finding:
    key = finding.message.split('"')[1]
    for name in kind_names(workspace):
        with Findings().gather():
            if any(field.name == key for field in load_kind(workspace, name).fields):
                return replace(finding, hint=f"it is a key of the kind {name}")
    return finding


def _kind(workspace: Workspace, tree: YamlTree, findings: Findings) -> Kind | None:
    if tree.value is not None and not isinstance(tree.value, dict):
        return None
    value = tree.value.get("kind") if tree.value else None
    if not isinstance(value, str) or not value:
        findings.add(
            tree.at(("kind",)),
            "missing-key",
            'the key "kind" is missing',
            "write kind: and one of " + ", ".join(kind_names(workspace)),
        )
        return None
    with findings.gather(tree.at(("kind",))):
        return load_kind(workspace, value)
    return None


def _body(workspace: Workspace, source: DocumentSource, findings: Findings) -> MarkdownTree:
    before = len(findings.items)
    tree = parse_markdown(
        source.parts.body,
        source.shown,
        source.parts.body_line,
        lambda src, place: find_image(workspace, src, source.path.parent, place, findings),
        findings,
    )
    if not tree.body and len(findings.items) == before:
        findings.add(
            Location(source.shown, source.parts.body_line, 1),
            "empty-body",
            "the document has no text",
            "write it below the second ---",
        )
    return tree
