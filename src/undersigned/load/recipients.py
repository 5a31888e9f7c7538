"""Recipient lists: YAML or CSV under `recipients/`, and the entries written in a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from undersigned.errors import Finding, Findings, InvalidInput, Level, Location, NotFound
from undersigned.load.recipient_entry import resolve_entry
from undersigned.load.recipient_group import Group, is_group, members_of
from undersigned.load.schema import validate
from undersigned.load.schemas import RecipientListSchema, RecipientSchema
from undersigned.load.table import read_table
from undersigned.load.workspace import Workspace
from undersigned.load.yaml_source import KeyPath, YamlTree, parse_yaml
from undersigned.model.catalogue import Catalogue
from undersigned.model.recipient import Recipient, RecipientList

__all__ = [
    "COLUMNS",
    "LIST_FOLDERS",
    "Resolver",
    "list_names",
    "list_paths",
    "load_recipient_list",
]

_FOLDER = "recipients"
# What stands in the second is nobody else's business: git is told to leave it alone.
LIST_FOLDERS = (_FOLDER, f"{_FOLDER}/private")
COLUMNS = tuple(field.alias or name for name, field in RecipientSchema.model_fields.items())


def list_names(workspace: Workspace) -> tuple[str, ...]:
    """Every recipient list, by name; those under `recipients/private/` too."""
    found = [
        path
        for folder in LIST_FOLDERS
        for suffix in (".yaml", ".csv")
        for path in (workspace.root / folder).glob(f"*{suffix}")
    ]
    files = (path for path in found if path.is_file() and not path.name.startswith((".", "~")))
    return tuple(sorted({path.stem for path in files}))


def list_paths(workspace: Workspace, name: str) -> tuple[Path, ...]:
    """Where a list of this name may stand; it is there once."""
    folders = [workspace.root / folder for folder in LIST_FOLDERS]
    return tuple(folder / (name + suffix) for folder in folders for suffix in (".yaml", ".csv"))


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
        if self.trail:
            return self._read(name)
        # Read once for all documents and languages; what was found is told for each.
        findings, table = self.workspace.remember(
            ("recipient list", name), lambda: self._told_apart(name)
        )
        self.findings.items += findings
        return table

    def _told_apart(self, name: str) -> tuple[tuple[Finding, ...], RecipientList]:
        """The list, with what is wrong with its entries apart from what is known already."""
        own = Resolver(self.workspace, self.catalogue, Findings())
        table = own._read(name)
        return tuple(own.findings.items), table

    def _read(self, name: str) -> RecipientList:
        path = self._find(name)
        if path is None:
            places = [f"{_FOLDER}/{name}.yaml", f"{_FOLDER}/{name}.csv"]
            known = list_names(self.workspace)
            meant = self.catalogue.find(name)
            if meant is not None:
                hint = f"that is a recipient and no list: write [{meant.id}]"
                raise NotFound("recipient list", name, hint=hint)
            raise NotFound("recipient list", name, places, known)
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
        a region or another list stands for. One that is named twice is kept once: by itself
        before one of a group, since only that entry can have words of its own."""
        found: list[tuple[Recipient, Location, bool]] = []
        for index, entry in enumerate(entries):
            place = tree.at((*path, index))
            with self.findings.gather(place):
                together = not isinstance(entry, str) and is_group(entry)
                named = self._resolve(entry, tree, (*path, index))
                found += [(recipient, place, together) for recipient in named]
        alone = {r.record: r for r, _, together in found if r.record and not together}
        kept: dict[tuple[str, str], Recipient] = {}
        for recipient, place, together in found:
            own = alone.get(recipient.record) if together else None
            if own is not None:
                self._tell_both(recipient, own, place)
                continue
            first = kept.setdefault((recipient.id, recipient.name.text), recipient)
            if first is not recipient:
                self._tell_twice(recipient, first, place, together=together)
            elif not recipient.sits:
                self._tell_empty(recipient, place)
        return tuple(kept.values())

    def _resolve(
        self, entry: str | RecipientSchema, tree: YamlTree, path: KeyPath
    ) -> Sequence[Recipient]:
        if isinstance(entry, str) or not is_group(entry):
            recipient = resolve_entry(entry, tree, path, self.catalogue)
            if isinstance(entry, RecipientSchema) and (entry.salutation or entry.close):
                # Typed in the language that the entry names, else in that of the workspace.
                language = entry.language or self.workspace.language
                recipient = replace(recipient, words_language=language)
            return [recipient]
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

    def _tell_twice(
        self, recipient: Recipient, first: Recipient, place: Location, *, together: bool
    ) -> None:
        there = first.location
        where = f"on line {there.line}" if there.path == place.path else f"at {there}"
        if not together and recipient != replace(first, location=recipient.location):
            # Two people of one name, or one with two addresses: neither may be lost.
            said = f'"{recipient.name}" is named twice in this list, with different words'
            hint = f"the first stands {where}: give one of them an id: of its own, or keep one"
            self.findings.add(place, "recipient-twice", said, hint)
            return
        self.findings.add(
            place,
            "recipient-twice",
            f'"{recipient.name}" is named twice in this list, and written to once',
            f"it stands first {where}",
            Level.WARNING,
        )

    def _tell_both(self, recipient: Recipient, own: Recipient, place: Location) -> None:
        there = own.location
        where = f"on line {there.line}" if there.path == place.path else f"at {there}"
        self.findings.add(
            place,
            "recipient-twice",
            f'"{recipient.name}" is in this group and named by itself {where}, which counts',
            f"exclude: [{recipient.record}] here says so plainly",
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
        paths = list_paths(self.workspace, name)
        there = [path for path in paths if self.workspace.reader.exists(path)]
        if len(there) > 1:
            hint = "keep one of the two, or give one another name"
            shown = [self.workspace.reader.display(path) for path in there]
            said = f'the list "{name}" is there twice, as {shown[0]} and as {shown[1]}'
            finding = Finding(self.workspace.place(there[1], 1, 1), "list-twice", said, hint)
            raise InvalidInput([finding])
        return there[0] if there else None


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
