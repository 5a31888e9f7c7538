"""Recipient lists: YAML or CSV under `recipients/`, and the entries written in a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from undersigned.errors import Finding, Findings, InvalidInput, Level, Location, NotFound
from undersigned.load.catalogue import load_catalogue
from undersigned.load.recipient_entry import resolve_entry
from undersigned.load.recipient_group import Group, is_group, members_of
from undersigned.load.schema import validate
from undersigned.load.schemas import RecipientListSchema, RecipientSchema
from undersigned.load.table import read_table
from undersigned.load.workspace import Workspace
from undersigned.load.yaml_source import KeyPath, YamlTree, parse_yaml
from undersigned.model.catalogue import Catalogue
from undersigned.model.recipient import Recipient, RecipientList

__all__ = ["COLUMNS", "Resolver", "list_names", "load_recipient_list", "load_recipient_lists"]

_FOLDER = "recipients"
COLUMNS = tuple(field.alias or name for name, field in RecipientSchema.model_fields.items())


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
    return Resolver(workspace, catalogue, findings).load(name)


@dataclass(frozen=True)
class Resolver:
    """Turns entries into recipients; `trail` names the lists that led here."""

    workspace: Workspace
    catalogue: Catalogue
    findings: Findings
    trail: tuple[str, ...] = ()

    def load(self, name: str) -> RecipientList:
        """A list by name. Raises `NotFound`, or `InvalidInput` where the file is no list."""
        path = self._find(name)
        if path is None:
            places = [f"{_FOLDER}/{name}.yaml", f"{_FOLDER}/{name}.csv"]
            raise NotFound("recipient list", name, places, list_names(self.workspace))
        read = _csv_tree if path.suffix == ".csv" else _yaml_tree
        tree = read(self.workspace, path)
        table = validate(RecipientListSchema, tree)
        inner = Resolver(self.workspace, self.catalogue, self.findings, (*self.trail, name))
        recipients = inner.resolve(table.recipients, tree, ("recipients",))
        return RecipientList(name, table.title or name, recipients, Location(tree.path, 1, 1))

    def resolve(
        self, entries: Sequence[str | RecipientSchema], tree: YamlTree, path: KeyPath
    ) -> tuple[Recipient, ...]:
        """The entries as recipients: from the catalogue, as they are written out, or all that
        a region or another list stands for. One that is named twice is kept once."""
        kept: dict[tuple[str, str], Recipient] = {}
        for index, entry in enumerate(entries):
            place = tree.at((*path, index))
            with self.findings.gather(place):
                for recipient in self._resolve(entry, tree, (*path, index)):
                    first = kept.setdefault((recipient.id, recipient.name.text), recipient)
                    if first is not recipient:
                        self._tell_twice(recipient, first, place)
                    elif not recipient.sits:
                        self._tell_empty(recipient, place)
        return tuple(kept.values())

    def _resolve(
        self, entry: str | RecipientSchema, tree: YamlTree, path: KeyPath
    ) -> Sequence[Recipient]:
        if isinstance(entry, str) or not is_group(entry):
            return [resolve_entry(entry, tree, path, self.catalogue)]
        group = Group(entry, tree, path, self._include)
        return members_of(group, self.catalogue, self.findings)

    def _include(self, name: str, place: Location) -> Sequence[Recipient]:
        if name in self.trail:
            circle = " → ".join((*self.trail[self.trail.index(name) :], name))
            hint = "take one of these include: out"
            said = f"the lists lead back to themselves: {circle}"
            raise InvalidInput([Finding(place, "circular-list", said, hint)])
        try:
            return self.load(name).recipients
        except NotFound as missing:
            raise InvalidInput([missing.at(place)]) from missing

    def _tell_twice(self, recipient: Recipient, first: Recipient, place: Location) -> None:
        there = first.location
        where = f"on line {there.line}" if there.path == place.path else f"at {there}"
        self.findings.add(
            place,
            "recipient-twice",
            f'"{recipient.name}" is named twice in this list, and written to once',
            f"it stands first {where}",
            Level.WARNING,
        )

    def _tell_empty(self, recipient: Recipient, place: Location) -> None:
        self.findings.add(
            place,
            "no-sitting-legislature",
            f'"{recipient.name}" does not sit, as far as the catalogue knows',
            f"`undersigned recipients show {recipient.id}` says more",
            Level.WARNING,
        )

    def _find(self, name: str) -> Path | None:
        if not re.fullmatch(r"[\w][\w. -]*", name):
            return None
        # From the workspace alone: a list that was deleted must not come back as another's.
        for suffix in (".yaml", ".csv"):
            path = self.workspace.root / _FOLDER / (name + suffix)
            if self.workspace.reader.exists(path):
                return path
        return None


def _yaml_tree(workspace: Workspace, path: Path) -> YamlTree:
    return parse_yaml(workspace.reader.read_text(path), workspace.reader.display(path))


def _csv_tree(workspace: Workspace, path: Path) -> YamlTree:
    """A CSV list as the tree that the same list would be in YAML."""
    tree = YamlTree(workspace.reader.display(path), None)
    tree.locations[()] = Location(tree.path, 1, 1)
    tree.locations[("recipients",)] = Location(tree.path, 1, 1)
    entries: list[dict[str, object]] = []
    for row in read_table(workspace.reader, path, COLUMNS):
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
