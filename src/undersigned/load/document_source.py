"""The files of a document: the default language's, and a translation that is laid over it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from undersigned.errors import Finding, Findings, InvalidInput, Location
from undersigned.load.campaign import CAMPAIGNS, DocumentName
from undersigned.load.frontmatter import FrontMatter, split_front_matter
from undersigned.load.schema import validate
from undersigned.load.schemas import TRANSLATED, document_schema
from undersigned.load.workspace import Workspace
from undersigned.load.yaml_source import YamlTree
from undersigned.model.kind import Kind

__all__ = ["DocumentSource", "read_source", "read_translation"]


@dataclass(frozen=True)
class DocumentSource:
    """One file: where it is, how messages name it, and its two parts."""

    path: Path
    shown: str
    parts: FrontMatter


def read_source(workspace: Workspace, name: DocumentName, file_name: str) -> DocumentSource:
    """A file of the document. Raises `InvalidInput` where it is missing or has no head."""
    path = workspace.root / CAMPAIGNS / name.campaign / file_name
    shown = workspace.reader.display(path)
    if not workspace.reader.exists(path):
        finding = Finding(
            Location(shown),
            "missing-file",
            "there is no such file",
            "the document in the default language has no language in its name",
        )
        raise InvalidInput([finding])
    return DocumentSource(path, shown, split_front_matter(workspace.reader.read_text(path), shown))


def read_translation(
    workspace: Workspace,
    name: DocumentName,
    language: str,
    base: DocumentSource,
    kind: Kind | None,
    findings: Findings,
) -> DocumentSource | None:
    """The translation's file, checked against what a translation may say; None, with a
    finding, where there is none."""
    path = base.path.with_name(f"{name.document}.{language}.md")
    if not workspace.reader.exists(path):
        findings.add(
            Location(base.shown, 1, 1),
            "missing-translation",
            f'{name} has no text in the language "{language}"',
            f"write {workspace.reader.display(path)}",
        )
        return None
    source = None
    with findings.gather():
        source = read_source(workspace, name, path.name)
        validate(document_schema(kind), source.parts.tree)
        _check_translation(source.parts.tree, base, kind, findings)
    return source


def _check_translation(
    tree: YamlTree, base: DocumentSource, kind: Kind | None, findings: Findings
) -> None:
    """A translation says what is language; the rest is said once, in the default language."""
    carried = set(TRANSLATED) | {f.name for f in kind.fields if f.translated} if kind else set()
    theirs = tree.value if isinstance(tree.value, dict) else {}
    ours = base.parts.tree.value if isinstance(base.parts.tree.value, dict) else {}
    for key, value in theirs.items():
        if key not in carried and value != ours.get(key):
            findings.add(
                tree.key_at((key,)),
                "translation",
                f'"{key}" belongs to the document, not to its translation',
                f"say it in {base.shown}; a translation carries " + ", ".join(sorted(carried)),
            )
    demanded = ["title", "subject"]
    demanded += [f.name for f in kind.fields if f.translated] if kind else []
    for key in demanded:
        if not theirs.get(key) and ours.get(key):
            findings.add(
                tree.at(()),
                "translation",
                f'the translation has no "{key}"',
                f"in {base.shown} it reads: {ours[key]}",
            )
