"""Kinds: each a folder under `templates/layouts/` with a `kind.yaml`."""

from __future__ import annotations

from undersigned.errors import NotFound
from undersigned.load.schema import validate
from undersigned.load.schemas import KindSchema
from undersigned.load.workspace import Workspace
from undersigned.load.yaml_source import parse_yaml
from undersigned.model.kind import Kind

__all__ = ["kind_names", "layout_names", "load_kind", "load_kinds"]


def layout_names(workspace: Workspace) -> tuple[str, ...]:
    """Every layout, those of the kinds among them."""
    return tuple(
        sorted(
            {
                path.parent.name
                for layer in workspace.layers
                for path in (layer / "templates" / "layouts").glob("*/letter.html")
                if not path.parent.name.startswith("_")
            }
        )
    )


def kind_names(workspace: Workspace) -> tuple[str, ...]:
    """Every kind, by name."""
    return tuple(
        sorted(
            {
                path.parent.name
                for layer in workspace.layers
                for path in (layer / "templates" / "layouts").glob("*/kind.yaml")
            }
        )
    )


def load_kind(workspace: Workspace, name: str) -> Kind:
    """A kind by name. Raises `NotFound`, or `InvalidInput` for faults in its file."""
    return workspace.remember(("kind", name), lambda: _read(workspace, name))


def _read(workspace: Workspace, name: str) -> Kind:
    found = None
    if name and "/" not in name and not name.startswith("."):
        found = workspace.find_file("templates", "layouts", name, "kind.yaml")
    if found is None:
        known = kind_names(workspace)
        raise NotFound("kind", name, [", ".join(known)], known)
    path, _ = found
    tree = parse_yaml(workspace.reader.read_text(path), workspace.reader.display(path))
    table = validate(KindSchema, tree)
    return Kind(
        name=name,
        title=table.title,
        description=table.description,
        addressed=table.addressed,
        numbered=table.numbered,
        fields=tuple(field.value(key) for key, field in table.fields.items()),
        sections=tuple(table.sections),
    )


def load_kinds(workspace: Workspace) -> tuple[Kind, ...]:
    """Every kind."""
    return tuple(load_kind(workspace, name) for name in kind_names(workspace))
