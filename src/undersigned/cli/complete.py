"""What the shell offers when one presses the tab key: names from the workspace.

A workspace that cannot be read offers nothing: a shell is no place for messages.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click
from click.shell_completion import CompletionItem

from undersigned import load
from undersigned.errors import UndersignedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = [
    "documents",
    "kinds",
    "label_formats",
    "languages",
    "lists_and_rosters",
    "recipient_lists",
    "recipients",
    "regions",
    "rosters",
    "schemas",
]

_Completer: TypeAlias = "Callable[[click.Context, click.Parameter, str], list[CompletionItem]]"


def _offering(names_in: Callable[[load.Workspace], Iterable[tuple[str, str]]]) -> _Completer:
    """A completer that offers names, each with a word about it."""

    def offer(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
        try:
            root = load.find_workspace(ctx.params.get("workspace") or Path.cwd())
            names = list(names_in(load.open_workspace(root))) if root else []
        except (UndersignedError, OSError):
            return []
        return [CompletionItem(name, help=about) for name, about in names if name.startswith(typed)]

    return offer


def _documents(workspace: load.Workspace) -> Iterable[tuple[str, str]]:
    names = load.documents(workspace)
    campaigns = dict.fromkeys(name.campaign for name in names)
    return [(name, "") for name in (*campaigns, *map(str, names))]


def _label_formats(workspace: load.Workspace) -> Iterable[tuple[str, str]]:
    # Loaded where it is wanted: every command loads this module.
    from undersigned.load.label_format import load_label_formats  # noqa: PLC0415

    return [(form.name, form.title) for form in load_label_formats(workspace)]


documents = _offering(_documents)
kinds = _offering(lambda ws: [(kind.name, kind.title) for kind in load.load_kinds(ws)])
label_formats = _offering(_label_formats)
languages = _offering(lambda ws: [(code, "") for code in load.wording_languages(ws)])
recipient_lists = _offering(lambda ws: [(name, "") for name in load.list_names(ws)])
recipients = _offering(
    lambda ws: [(id_, record.name.text) for id_, record in load.load_catalogue(ws).records.items()]
)
regions = _offering(
    lambda ws: [(id_, region.name) for id_, region in load.load_catalogue(ws).regions.items()]
)
rosters = _offering(lambda ws: [(name, "") for name in load.roster_names(ws)])
lists_and_rosters = _offering(
    lambda ws: [(name, "") for name in (*load.list_names(ws), *load.roster_names(ws))]
)
schemas = _offering(lambda ws: [(name, "") for name in load.schema_names(ws)])
