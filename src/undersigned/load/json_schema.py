"""JSON Schemas for editors, from the same models that check the files."""

from __future__ import annotations

from typing import Any

from undersigned.errors import NotFound
from undersigned.load.kind import kind_names, load_kind
from undersigned.load.schema import Schema
from undersigned.load.schemas import (
    BlockSchema,
    CampaignSchema,
    KindSchema,
    RecipientListSchema,
    SettingsSchema,
    WordingSchema,
    document_schema,
)
from undersigned.load.workspace import Workspace

__all__ = ["json_schema", "schema_names"]

_FILES: dict[str, type[Schema]] = {
    "block": BlockSchema,
    "campaign": CampaignSchema,
    "kind": KindSchema,
    "recipients": RecipientListSchema,
    "settings": SettingsSchema,
    "wording": WordingSchema,
}


def schema_names(workspace: Workspace) -> tuple[str, ...]:
    """What there is a schema of: each kind of document, and each other kind of file."""
    return (*kind_names(workspace), *sorted(_FILES))


def json_schema(name: str, workspace: Workspace) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a kind of document or of file.

    Raises `NotFound`.
    """
    if name in _FILES:
        schema = _FILES[name].model_json_schema(by_alias=True)
    elif name in kind_names(workspace):
        kind = load_kind(workspace, name)
        schema = document_schema(kind).model_json_schema(by_alias=True)
        schema["title"] = kind.title
        schema["description"] = kind.description
        schema["properties"]["kind"] = {"const": name, "description": "What sort it is"}
        schema["required"] = ["kind", "title"]
    else:
        raise NotFound("schema", name, (), schema_names(workspace))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_without_null(schema)}


def _without_null(value: Any) -> Any:
    """An optional key is one that may be left out; an editor should not offer `null`."""
    if isinstance(value, list):
        return [_without_null(item) for item in value]
    if not isinstance(value, dict):
        return value
    # A parameter without a default is written with nothing behind it, so null is meant there.
    cleaned = {
        key: item if key == "additionalProperties" else _without_null(item)
        for key, item in value.items()
    }
    if "anyOf" in cleaned:
        options = [option for option in cleaned["anyOf"] if option != {"type": "null"}]
        if len(options) < len(cleaned["anyOf"]):
            cleaned.pop("default", None)
        if len(options) == 1:
            del cleaned["anyOf"]
            return {**options[0], **cleaned}
        cleaned["anyOf"] = options
    return cleaned
