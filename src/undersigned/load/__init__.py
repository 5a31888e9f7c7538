"""From files to the model, keeping line and column; the only reader of the workspace."""

from undersigned.load.block import block_names, load_block, load_blocks
from undersigned.load.campaign import (
    DocumentName,
    campaign_names,
    document_languages,
    document_names,
    documents,
    load_campaign,
    select_documents,
)
from undersigned.load.catalogue import load_catalogue
from undersigned.load.directory import load_directory
from undersigned.load.dossier import load_dossier
from undersigned.load.json_schema import json_schema, schema_names
from undersigned.load.kind import kind_names, layout_names, load_kind, load_kinds
from undersigned.load.recipients import list_names
from undersigned.load.roster import load_roster, load_rosters, roster_names
from undersigned.load.wording import load_wording, wording_languages
from undersigned.load.workspace import Workspace, builtin_root, find_workspace, open_workspace

__all__ = [
    "DocumentName",
    "Workspace",
    "block_names",
    "builtin_root",
    "campaign_names",
    "document_languages",
    "document_names",
    "documents",
    "find_workspace",
    "json_schema",
    "kind_names",
    "layout_names",
    "list_names",
    "load_block",
    "load_blocks",
    "load_campaign",
    "load_catalogue",
    "load_directory",
    "load_dossier",
    "load_kind",
    "load_kinds",
    "load_roster",
    "load_rosters",
    "load_wording",
    "open_workspace",
    "roster_names",
    "schema_names",
    "select_documents",
    "wording_languages",
]
