"""Each collection of the workspace as rows: one function a collection, and one table of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from undersigned import load
from undersigned.cli import report
from undersigned.cli.recipient_filter import filter_from
from undersigned.cli.recipient_rows import COLUMNS, find_recipients, recipient_row
from undersigned.errors import InvalidInput, NotFound
from undersigned.load.label_format import load_label_formats
from undersigned.load.search import find_records

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from undersigned.cli.table import Row
    from undersigned.load import Workspace
    from undersigned.model.roster import Signatory

__all__ = ["COLLECTIONS", "Collection"]


@dataclass(frozen=True)
class Collection:
    """How one collection is found, and which columns its table shows.

    `find` takes a name, which picks one list or roster of it where it is `named`, and the
    options of the command, which narrow the recipients.
    """

    find: Callable[[Workspace, str | None, Mapping[str, Any]], Sequence[Row]]
    columns: tuple[str, ...]
    named: bool = False


def _recipients(
    workspace: Workspace, name: str | None, options: Mapping[str, Any]
) -> Sequence[Row]:
    wanted = filter_from(workspace, options)
    found = wanted.among(find_recipients(workspace, name))
    if options["find"] is not None:
        found = find_records(options["find"], found)
    catalogue = load.load_catalogue(workspace)
    return [recipient_row(recipient, catalogue) for recipient in found]


def _signatories(workspace: Workspace, name: str | None, _: object) -> list[Row]:
    if name is None:
        return [_signatory(entry) for entry in load.load_directory(workspace).entries]
    known = {roster.name: roster for roster in load.load_rosters(workspace)}
    if name not in known:
        raise NotFound("roster", name, ["signatories/"], known)
    return [_signatory(signatory) for signatory in known[name].signatories]


def _signatory(signatory: Signatory) -> Row:
    return {
        "id": signatory.id,
        "name": signatory.name,
        "kind": signatory.kind,
        "acronym": signatory.acronym,
        "title": signatory.title,
        "affiliation": signatory.affiliation,
        "country": signatory.country,
        "group": signatory.group,
        "url": signatory.url,
        "ecosoc": signatory.ecosoc,
    }


def _blocks(workspace: Workspace, *_: object) -> list[Row]:
    return [
        {
            "name": block.name,
            "language": block.language,
            "title": block.title,
            "parameters": [_parameter(p.name, p.default) for p in block.parameters],
            "owner": block.owner,
            "approved_by": block.approved.by if block.approved else None,
            "approved_on": block.approved.on if block.approved else None,
            "review_by": block.review_by,
            "source": block.source,
            "layer": block.layer,
        }
        for block in load.load_blocks(workspace)
    ]


def _parameter(name: str, default: str | None) -> str:
    return name if default is None else f"{name}={default!r}"


def _documents(workspace: Workspace, *_: object) -> list[Row]:
    rows: list[Row] = []
    for name in load.documents(workspace):
        languages = load.document_languages(workspace, name)
        row: dict[str, object] = {"document": name, "languages": languages}
        try:
            document = load.load_dossier(workspace, name, languages[0]).document
        except (InvalidInput, NotFound):
            row |= dict.fromkeys(("kind", "title", "status", "date"))
            report.note(f"{name} cannot be read; `undersigned check {name}` tells why")
        else:
            row |= {
                "kind": document.kind,
                "title": document.title,
                "status": document.status,
                "date": document.date,
            }
        rows.append(row)
    return rows


def _kinds(workspace: Workspace, *_: object) -> list[Row]:
    return [
        {
            "name": kind.name,
            "title": kind.title,
            "description": kind.description,
            "addressed": kind.addressed,
            "fields": [field.name for field in kind.fields],
        }
        for kind in load.load_kinds(workspace)
    ]


def _layouts(workspace: Workspace, *_: object) -> list[Row]:
    return [{"name": name} for name in load.layout_names(workspace)]


def _regions(workspace: Workspace, _: str | None, __: Mapping[str, Any]) -> list[Row]:
    return [
        {
            "id": region.id,
            "name": region.name,
            "states": len(region.members),
            "members": region.members,
            "source": region.source,
            "as_of": region.as_of,
            "note": region.note,
        }
        for region in load.load_catalogue(workspace).regions.values()
    ]


def _labels(workspace: Workspace, _: str | None, __: Mapping[str, Any]) -> list[Row]:
    return [
        {
            "name": format_.name,
            "title": format_.title,
            "also": format_.also,
            "source": format_.source,
            "as_of": format_.as_of,
        }
        for format_ in load_label_formats(workspace)
    ]


COLLECTIONS: Mapping[str, Collection] = {
    "recipients": Collection(_recipients, COLUMNS, named=True),
    "signatories": Collection(_signatories, ("id", "name", "kind", "country"), named=True),
    "blocks": Collection(_blocks, ("name", "language", "title", "parameters")),
    "documents": Collection(
        _documents, ("document", "languages", "kind", "status", "date", "title")
    ),
    "kinds": Collection(_kinds, ("name", "title", "description")),
    "layouts": Collection(_layouts, ("name",)),
    "regions": Collection(_regions, ("id", "states", "name", "as_of")),
    "labels": Collection(_labels, ("name", "title", "as_of")),
}
