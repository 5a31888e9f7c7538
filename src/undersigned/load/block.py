"""Text blocks: `templates/blocks/<block>.md`, a translation `<block>.<lang>.md`."""

from __future__ import annotations

from pathlib import Path

from undersigned.errors import Finding, Findings, InvalidInput, NotFound
from undersigned.load.frontmatter import split_front_matter
from undersigned.load.image import find_image
from undersigned.load.markdown import parse_markdown
from undersigned.load.schema import validate
from undersigned.load.schemas import BlockSchema
from undersigned.load.workspace import Workspace
from undersigned.model.block import Approval, Parameter, TextBlock

__all__ = ["block_names", "load_block", "load_blocks"]

_FOLDER = "templates/blocks"


def block_names(workspace: Workspace) -> tuple[str, ...]:
    """Every block, by name, translations left out."""
    return tuple(sorted({name.partition(".")[0] for name in workspace.names_in(_FOLDER, ".md")}))


def load_block(workspace: Workspace, name: str, language: str) -> TextBlock:
    """A block in a language.

    Raises `NotFound` for an unknown block, `InvalidInput` where it has no text in this
    language and for faults in its file.
    """
    return workspace.remember(("block", name, language), lambda: _find(workspace, name, language))


def _find(workspace: Workspace, name: str, language: str) -> TextBlock:
    places = []
    for layer in workspace.layer_list:
        for file_name in (f"{name}.{language}.md", f"{name}.md"):
            path = layer.root / _FOLDER / file_name
            if not workspace.reader.exists(path):
                continue
            if file_name == f"{name}.md" and layer.language != language:
                places.append(path)
                continue
            return _read(workspace, path, name, language, layer.name)
    if places:
        wanted = f"{name}.{language}.md"
        raise InvalidInput(
            [
                Finding(
                    workspace.place(places[0], 1, 1),
                    "missing-translation",
                    f'the block "{name}" has no text in the language "{language}"',
                    f"write {_FOLDER}/{wanted}",
                )
            ]
        )
    raise NotFound("block", name, [f"{_FOLDER}/"], block_names(workspace))


def load_blocks(workspace: Workspace) -> tuple[TextBlock, ...]:
    """Every block in the language of its layer."""
    blocks = []
    for name in block_names(workspace):
        found = workspace.find_file(_FOLDER, f"{name}.md")
        if found is not None:
            blocks.append(load_block(workspace, name, found[1].language))
    return tuple(blocks)


def _read(workspace: Workspace, path: Path, name: str, language: str, layer: str) -> TextBlock:
    shown = workspace.reader.display(path)
    parts = split_front_matter(workspace.reader.read_text(path), shown)
    findings = Findings()
    head = None
    with findings.gather():
        head = validate(BlockSchema, parts.tree)
    tree = parse_markdown(
        parts.body,
        shown,
        parts.body_line,
        lambda src, place: find_image(workspace, src, path.parent, place, findings),
        findings,
    )
    if not tree.body and not findings.items:
        findings.add(workspace.place(path, parts.body_line, 1), "empty-body", "the block is empty")
    findings.raise_errors()
    assert head is not None
    parameters = tuple(
        Parameter(key, default, parts.tree.key_at(("parameters", key)))
        for key, default in (head.parameters or {}).items()
    )
    return TextBlock(
        name=name,
        language=language,
        title=head.title or name,
        parameters=parameters,
        body=tree.body,
        footnotes=tree.footnotes,
        location=workspace.place(path, 1, 1),
        layer=layer,
        owner=head.owner or "",
        approved=Approval(head.approved.by, head.approved.on) if head.approved else None,
        review_by=head.review_by,
        source=head.source or "",
    )
