"""A new document as text: from nothing, from an earlier one, or as a translation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from undersigned import load
from undersigned.cli.head import Head, quoted, schema_line
from undersigned.cli.inquiry import ids_in
from undersigned.errors import Finding, InvalidInput, NotFound

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from undersigned.load import DocumentName, Workspace
    from undersigned.model.kind import Kind

__all__ = ["FOLDER", "Draft", "campaign_text", "copied", "fresh", "translated", "translation_of"]

FOLDER = "templates/campaigns"
_DEPTH = 3

# What was true of an earlier document on its day, and would be false of the next.
_OF_ITS_DAY = ("updated", "embargo", "sign_on_by", "received", "distributed")


@dataclass(frozen=True)
class Draft:
    """The text of a new file, and the keys that were made comments on the way."""

    text: str
    put_aside: tuple[str, ...] = ()


def fresh(workspace: Workspace, kind: str, values: Mapping[str, str], date: dt.date) -> Draft:
    """A document of a kind with its starter text; `values` are keys with their texts."""
    head = Head([schema_line(kind, _DEPTH)])
    head.set("kind", kind)
    head.set("title", quoted(_literal(values["title"])))
    head.set("date", date.isoformat())
    head.set("status", "draft  # or final: without the mark on every page")
    for key in ("place", "recipients", "signatories", "close"):
        if values.get(key):
            head.set(key, _value(workspace, key, _literal(values[key])))
    return Draft(_joined(head, _starter(workspace, kind)))


def copied(
    workspace: Workspace, source: DocumentName, kind: str, values: Mapping[str, str], date: dt.date
) -> Draft:
    """An earlier document with other values: a draft again, and of today.

    Raises `InvalidInput` where the earlier one has faults, or is of another kind.
    """
    earlier = load.load_dossier(workspace, source, workspace.language).document
    if earlier.kind != kind:
        raise InvalidInput(
            [
                Finding(
                    earlier.location,
                    "other-kind",
                    f"{source} is of the kind {earlier.kind}, not {kind}",
                    f"write `new {earlier.kind}`, or start without --from",
                )
            ]
        )
    head, body = _split(_read(workspace, f"{source}.md"))
    head.set_schema(schema_line(kind, _DEPTH))
    head.set("date", date.isoformat())
    head.set("status", "draft")
    for key, value in values.items():
        if value:
            head.set(key, _value(workspace, key, value))
        else:
            head.drop(key)
    put_aside = tuple(key for key in _OF_ITS_DAY if head.put_aside(key))
    return Draft(_joined(head, body), put_aside)


def translated(workspace: Workspace, name: DocumentName, values: Mapping[str, str]) -> Draft:
    """The text of a document that is there, to be translated.

    Raises `InvalidInput` where it has faults.
    """
    loaded = load.load_dossier(workspace, name, workspace.language)
    text = translation_of(_read(workspace, f"{name}.md"), loaded.kind)
    head, body = _split(text)
    for key, value in values.items():
        if value:
            head.set(key, quoted(value))
    return Draft(_joined(head, body))


def translation_of(text: str, kind: Kind) -> str:
    """What a translation carries of a document's text: the keys that are language, and the body.

    Salutation and close become comments: the other language has its own.
    """
    head, body = _split(text)
    kept = Head([schema_line(kind.name, _DEPTH)])
    for key in ("title", "subject", *(field.name for field in kind.fields if field.translated)):
        kept.lines += head.lines_of(key)
    for key in ("salutation", "close"):
        kept.lines += [f"# {line}" for line in head.lines_of(key)]
    return _joined(kept, body)


def campaign_text(workspace: Workspace, name: str, source: DocumentName | None) -> str:
    """The `campaign.yaml` of a new campaign; facts and letterhead come along from an earlier."""
    title = quoted(name.replace("-", " ").replace("_", " ").capitalize())
    lines: list[str] = []
    if source is not None:
        path = workspace.root / FOLDER / source.campaign / "campaign.yaml"
        if workspace.reader.exists(path):
            lines = workspace.reader.read_text(path).rstrip("\n").split("\n")
    head = Head(lines)
    head.set_schema(schema_line("campaign", _DEPTH))
    head.set("title", title)
    # A document of the new campaign has no translation yet.
    head.put_aside("languages")
    return "\n".join([*head.lines, ""])


def _value(workspace: Workspace, key: str, words: str) -> str:
    """A key's value as YAML: recipients are a list by name, or ids of the catalogue."""
    if key == "recipients" and words not in load.list_names(workspace):
        return f"[{', '.join(quoted(id_) for id_ in ids_in(words))}]"
    return quoted(words)


def _starter(workspace: Workspace, kind: str) -> str:
    for folder in (kind, "_base"):
        for language in (f".{workspace.language}", ""):
            found = workspace.find_file("templates", "layouts", folder, f"starter{language}.md")
            if found is not None:
                return workspace.reader.read_text(found[0])
    raise NotFound("starter text", kind, ["templates/layouts/_base/starter.md"])


def _read(workspace: Workspace, name: str) -> str:
    return workspace.reader.read_text(workspace.root / FOLDER / name)


def _split(text: str) -> tuple[Head, str]:
    """Head and body. What was loaded before has both."""
    match = re.match(
        r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE
    )
    if match is None:
        return Head([]), text
    return Head(match[1].removesuffix("\n").split("\n")), text[match.end() :]


def _joined(head: Head, body: str) -> str:
    return "\n".join(["---", *head.lines, "---", body.lstrip("\n")])


def _literal(words: str) -> str:
    """What was typed at a prompt, to be printed as it is: no expression begins in it."""
    return words.replace("{{", "\\{{")
