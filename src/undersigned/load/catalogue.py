"""Catalogue: the tables under `recipients/catalogue/`, overlaid row by row by id.

A corrected row in the workspace hides the built-in row of its id and no other. The tables of a
workspace are read whole, and all their faults told. Those that ship hold thousands of rows and
are read whole by the tests; here a row of theirs is read when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from undersigned.errors import Findings, did_you_mean
from undersigned.load.catalogue_rows import (
    FORMS,
    NAMES,
    REGIONS,
    TABLES,
    Table,
    check_form,
    check_language,
    form_of,
    record_of,
    region_of,
)
from undersigned.load.lazy_rows import LazyRows
from undersigned.load.source import Layer
from undersigned.load.table import Row, index_table, read_table
from undersigned.load.workspace import Workspace, builtin_root
from undersigned.model.catalogue import Catalogue, FormOfAddress, Region
from undersigned.model.recipient import Recipient, RecipientKind

__all__ = ["CATALOGUE", "load_catalogue", "read_catalogue"]

CATALOGUE = "recipients/catalogue"

_Rows = Mapping[str, tuple[Row, ...]]


def load_catalogue(workspace: Workspace) -> Catalogue:
    """The whole catalogue. Raises `InvalidInput` with every fault of the workspace's tables;
    a fault of a table that ships is raised where its record is asked for."""
    return workspace.remember("catalogue", lambda: _read(workspace))


def read_catalogue(workspace: Workspace) -> Catalogue:
    """The whole catalogue with every row of it read, of the tables that ship too. Raises
    `InvalidInput` with all their faults: for those who correct them."""
    return _read(workspace, whole=True)


def _read(workspace: Workspace, *, whole: bool = False) -> Catalogue:
    reading = _Reading(workspace, whole)
    for layer in reversed(workspace.layer_list):
        reading.add(layer)
    reading.check_own()
    reading.findings.raise_errors()
    return reading.catalogue()


def _rows(
    workspace: Workspace, layer: Layer, table: Table, findings: Findings, *, whole: bool
) -> _Rows:
    """The rows of a layer's table by their first column; empty where it has no such table."""
    path = layer.root / CATALOGUE / table.file_name
    if not workspace.reader.exists(path):
        return {}
    if layer.root == builtin_root() and not whole:
        return index_table(workspace.reader, path, table.columns, table.keys)
    if not workspace.reader.read_bytes(path):
        # A shell makes the file before `recipients show --format csv` prints its row into it.
        return {}
    rows: dict[str, tuple[Row, ...]] = {}
    keys: dict[tuple[str, ...], Row] = {}
    for row in read_table(workspace.reader, path, table.columns, keys=table.keys):
        key = tuple(row[column] for column in table.keys)
        if not all(key):
            findings.add(
                row.location,
                "catalogue",
                f"the row has no {' or no '.join(table.keys)}",
                "fill the cell, or take the row out",
            )
            continue
        if key in keys:
            findings.add(
                row.location,
                "catalogue",
                f'"{" ".join(key)}" is in this table twice',
                f"it stands first on line {keys[key].location.line}: keep one of them",
            )
        keys.setdefault(key, row)
        rows[key[0]] = (*rows.get(key[0], ()), row)
    return rows


def _region(row: Row) -> Region:
    findings = Findings()
    region = region_of(row, findings)
    findings.raise_errors()
    return region


@dataclass
class _Records:
    """The rows of all layers by id, a later layer's over an earlier one's."""

    tables: list[_Rows] = field(default_factory=list)
    kinds: list[RecipientKind] = field(default_factory=list)
    names: list[_Rows] = field(default_factory=list)
    begun: set[str] = field(default_factory=set)

    @cached_property
    def records(self) -> LazyRows[Recipient]:
        return LazyRows(self.tables, self._record, len(TABLES))

    def _record(self, id_: str, number: int) -> Recipient:
        """The record. Raises `InvalidInput` for faults of its row."""
        row = self.tables[number][id_][-1]
        # Two records that belong to each other have no owner: told as one that is in no table.
        self.begun.add(id_)
        belongs = row["of"] or row["parliament"]
        owner = None if belongs in self.begun else self.records.get(belongs)
        self.begun.discard(id_)
        names: dict[str, Row] = {}
        for table in self.names:
            names |= {name["language"]: name for name in table.get(id_, ())}
        findings = Findings()
        record = record_of(row, self.kinds[number], owner, tuple(names.values()), findings)
        findings.raise_errors()
        return record


class _Aliases(Mapping[str, str]):
    """Which id another one leads to; found only when somebody asks for one that is no id."""

    def __init__(self, records: Mapping[str, Recipient]) -> None:
        self._records = records

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        return {alias: record.id for record in self._records.values() for alias in record.aliases}

    def __getitem__(self, alias: str) -> str:
        return self._ids[alias]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@dataclass
class _Reading:
    """The tables of all layers on top of each other; the `own` ones are the workspace's, whose
    rows are all looked at."""

    workspace: Workspace
    whole: bool = False
    findings: Findings = field(default_factory=Findings)
    records: _Records = field(default_factory=_Records)
    forms: dict[tuple[str, str], FormOfAddress] = field(default_factory=dict)
    regions: list[_Rows] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    own_names: list[Row] = field(default_factory=list)
    own_regions: list[str] = field(default_factory=list)

    def add(self, layer: Layer) -> None:
        """Lay this layer's tables over those before."""
        ships = layer.root == builtin_root() and not self.whole
        for table in TABLES:
            rows = self._rows(layer, table)
            self.records.tables.append(rows)
            self.records.kinds.append(table.kind)
            self.own += () if ships else rows
        names = self._rows(layer, NAMES)
        self.records.names.append(names)
        regions = self._rows(layer, REGIONS)
        self.regions.append(regions)
        if not ships:
            self.own_names += [row for rows in names.values() for row in rows]
            self.own_regions += regions
        for rows_of_office in self._rows(layer, FORMS).values():
            for row in rows_of_office:
                if not ships:
                    check_form(row, self.findings)
                self.forms[row["office"], row["language"]] = form_of(row)

    def check_own(self) -> None:
        """Read every row of the workspace's tables once, so that all their faults are told."""
        for row in self.own_names:
            check_language(row, self.findings)
            if row["id"] not in self.records.records:
                hint = did_you_mean(row["id"], self.records.records)
                hint = hint or "`undersigned list recipients` lists the ids"
                said = f'there is no record "{row["id"]}" to name'
                self.findings.add(row.location, "catalogue", said, hint)
        for id_ in self.own:
            with self.findings.gather():
                self.records.records[id_]
        known = self._known_regions()
        for id_ in self.own_regions:
            with self.findings.gather():
                known[id_]

    def catalogue(self) -> Catalogue:
        """What was read."""
        records = self.records.records
        forms = tuple(self.forms.values())
        return Catalogue(records, forms, self._known_regions(), _Aliases(records))

    def _known_regions(self) -> LazyRows[Region]:
        return LazyRows(self.regions, lambda id_, n: _region(self.regions[n][id_][-1]))

    def _rows(self, layer: Layer, table: Table) -> _Rows:
        with self.findings.gather():
            return _rows(self.workspace, layer, table, self.findings, whole=self.whole)
        return {}
