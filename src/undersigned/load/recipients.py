"""Recipient lists: YAML or CSV under `recipients/`, and the entries written in a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from babel import Locale
from babel.core import get_global

from undersigned.errors import (
    Finding,
    Findings,
    InvalidInput,
    Level,
    Location,
    NotFound,
    did_you_mean,
)
from undersigned.load.catalogue import load_catalogue
from undersigned.load.country import is_country
from undersigned.load.schema import validate
from undersigned.load.schemas import RecipientListSchema, RecipientSchema
from undersigned.load.table import read_table
from undersigned.load.workspace import Workspace
from undersigned.load.yaml_source import KeyPath, YamlTree, parse_yaml
from undersigned.model.recipient import Catalogue, Recipient, RecipientKind, RecipientList
from undersigned.model.text import Origin, Text

__all__ = [
    "list_names",
    "load_recipient_list",
    "load_recipient_lists",
    "resolve_recipients",
]

_FOLDER = "recipients"
_CATALOGUE_KEYS = ("parliament", "chamber", "office", "body")
_COLUMNS = tuple(field.alias or name for name, field in RecipientSchema.model_fields.items())


def list_names(workspace: Workspace) -> tuple[str, ...]:
    """Every recipient list, by name."""
    folder = workspace.root / _FOLDER
    found = [path for suffix in (".yaml", ".csv") for path in folder.glob(f"*{suffix}")]
    return tuple(sorted({path.stem for path in found if not path.name.startswith((".", "~"))}))


def load_recipient_lists(workspace: Workspace) -> tuple[RecipientList, ...]:
    """Every recipient list."""
    catalogue = load_catalogue(workspace)
    findings = Findings()
    lists = []
    for name in list_names(workspace):
        with findings.gather():
            lists.append(load_recipient_list(workspace, name, catalogue, findings))
    findings.raise_errors()
    return tuple(lists)


def load_recipient_list(
    workspace: Workspace, name: str, catalogue: Catalogue, findings: Findings
) -> RecipientList:
    """A list by name. Faults of its entries are added to `findings`; raises `NotFound`, or
    `InvalidInput` where the file as a whole is no list."""
    found = None
    if re.fullmatch(r"[\w][\w. -]*", name):
        # From the workspace alone: a list that was deleted must not come back as another's.
        for suffix in (".yaml", ".csv"):
            path = workspace.root / _FOLDER / (name + suffix)
            if found is None and workspace.reader.exists(path):
                found = path
    if found is None:
        places = [f"{_FOLDER}/{name}.yaml", f"{_FOLDER}/{name}.csv"]
        raise NotFound("recipient list", name, places, list_names(workspace))
    path = found
    tree = _csv_tree(workspace, path) if path.suffix == ".csv" else _yaml_tree(workspace, path)
    table = validate(RecipientListSchema, tree)
    recipients = resolve_recipients(table.recipients, tree, ("recipients",), catalogue, findings)
    return RecipientList(name, table.title or name, recipients, Location(tree.path, 1, 1))


def resolve_recipients(
    entries: Sequence[str | RecipientSchema],
    tree: YamlTree,
    path: KeyPath,
    catalogue: Catalogue,
    findings: Findings,
) -> tuple[Recipient, ...]:
    """The entries as recipients: from the catalogue, or as they are written out."""
    recipients: list[Recipient] = []
    for index, entry in enumerate(entries):
        place = tree.at((*path, index))
        with findings.gather(place):
            recipient = _resolve(entry, tree, (*path, index), catalogue)
            same = next((r for r in recipients if r.id == recipient.id), None)
            if same is not None and same.name.text == recipient.name.text:
                findings.add(
                    place,
                    "recipient-twice",
                    f'"{recipient.name}" is named twice in this list',
                    f"it stands first on line {same.location.line}",
                    Level.WARNING,
                )
            recipients.append(recipient)
    return tuple(recipients)


def _resolve(
    entry: str | RecipientSchema, tree: YamlTree, path: KeyPath, catalogue: Catalogue
) -> Recipient:
    place = tree.at(path)
    if isinstance(entry, RecipientSchema) and entry.country and not is_country(entry.country):
        finding = Finding(
            tree.at((*path, "country")),
            "recipient",
            f'no country has the code "{entry.country}"',
            "write the code of ISO 3166, such as NZ",
        )
        raise InvalidInput([finding])
    if isinstance(entry, str):
        record = catalogue.find(entry)
        if record is None:
            hint = _nearest(entry, catalogue.records) or "undersigned list recipients lists them"
            unknown = Finding(place, "unknown-recipient", f'unknown recipient "{entry}"', hint)
            raise InvalidInput([unknown])
        return replace(record, location=place)
    record = _record(entry, tree, path, catalogue)
    if record is None:
        return _written_out(entry, place)
    given = _texts(entry, place)
    if record.kind is RecipientKind.OFFICE and entry.name is None:
        given.pop("name", None)
    given.pop("office", None)
    if entry.as_ is not None:
        given["name"] = Text(entry.as_, place, Origin.RECIPIENT)
    plain = {
        "country": entry.country,
        "email": entry.email,
        "website": entry.website,
        "languages": (entry.language,) if entry.language else None,
        "address": tuple(Text(line, place, Origin.RECIPIENT) for line in entry.address or ()),
        "id": entry.id,
    }
    if entry.in_text is not None:
        record = replace(record, in_text_language="")
    changes = {**given, **{key: value for key, value in plain.items() if value}}
    return replace(record, location=place, **changes)  # type: ignore[arg-type]


def _record(
    entry: RecipientSchema, tree: YamlTree, path: KeyPath, catalogue: Catalogue
) -> Recipient | None:
    """The catalogue's record that the entry names, or None for one written out."""
    named = [key for key in _CATALOGUE_KEYS if getattr(entry, key) is not None]
    findings = Findings()
    for key in named:
        place = tree.at((*path, key))
        id_ = str(getattr(entry, key))
        record = catalogue.find(id_)
        if record is not None and record.kind.value == key:
            return record
        if record is not None and key != "office":
            findings.add(
                place,
                "unknown-" + key,
                f'"{id_}" is the id of a {record.kind.value}, not of a {key}',
                f"write {record.kind.value}: {id_}",
            )
        elif key != "office" or (entry.name is None and entry.institution is None) or "/" in id_:
            known = [r for r in catalogue.records if r.kind.value == key]
            findings.add(
                place,
                "unknown-" + key,
                f'unknown {key} "{id_}"',
                _nearest(id_, known) or f"undersigned list recipients --kind {key} lists them",
            )
    findings.raise_errors()
    return None


def _nearest(id_: str, records: Sequence[Recipient]) -> str:
    """A hint naming the record that was probably meant: by its id, by what others call the
    country ("uk"), or by its name."""
    folded = id_.casefold()
    codes = get_global("territory_aliases").get(id_.upper(), ())
    countries = Locale("en").territories
    for record in records:
        country = countries.get(record.country or "", "").casefold()
        if record.country in codes or folded in (country, record.name.text.casefold()):
            return f'did you mean "{record.id}"?'
    return did_you_mean(id_, [record.id for record in records])


def _written_out(entry: RecipientSchema, place: Location) -> Recipient:
    given = _texts(entry, place)
    name = given.pop("name", None) or given.get("office") or given.get("institution")
    if name is None:
        findings = Findings()
        findings.add(
            place,
            "recipient",
            "the recipient has no name",
            "write parliament:, chamber:, office: or body: with an id, or a name:",
        )
        raise InvalidInput(findings.items)
    if entry.as_ is not None:
        name = Text(entry.as_, place, Origin.RECIPIENT)
    return Recipient(
        id=entry.id or _slug(name.text),
        kind=RecipientKind.OFFICE if entry.office or entry.family else RecipientKind.BODY,
        role="",
        name=name,
        location=place,
        address=tuple(Text(line, place, Origin.RECIPIENT) for line in entry.address or ()),
        country=entry.country,
        languages=(entry.language,) if entry.language else (),
        email=entry.email,
        website=entry.website,
        **given,  # type: ignore[arg-type]
    )


def _texts(entry: RecipientSchema, place: Location) -> dict[str, Text]:
    keys = (
        "name", "in_text", "given", "family", "honorific", "post_nominals", "office",
        "institution", "salutation", "close",
    )  # fmt: skip
    return {
        key: Text(str(value), place, Origin.RECIPIENT)
        for key in keys
        if (value := getattr(entry, key)) is not None
    }


def _slug(name: str) -> str:
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-") or "recipient"


def _yaml_tree(workspace: Workspace, path: Path) -> YamlTree:
    return parse_yaml(workspace.reader.read_text(path), workspace.reader.display(path))


def _csv_tree(workspace: Workspace, path: Path) -> YamlTree:
    """A CSV list as the tree that the same list would be in YAML."""
    tree = YamlTree(workspace.reader.display(path), None)
    tree.locations[()] = Location(tree.path, 1, 1)
    tree.locations[("recipients",)] = Location(tree.path, 1, 1)
    entries: list[dict[str, object]] = []
    for row in read_table(workspace.reader, path, _COLUMNS):
        entry: dict[str, object] = {}
        key_path: KeyPath = ("recipients", len(entries))
        tree.locations[key_path] = row.location
        for column, cell in row.cells.items():
            if not cell:
                continue
            tree.locations[(*key_path, column)] = row.location
            entry[column] = (
                [line.strip() for line in re.split(r"[|\n]", cell)] if column == "address" else cell
            )
        entries.append(entry)
    tree.value = {"recipients": entries}
    return tree
