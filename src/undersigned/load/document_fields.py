"""What a kind adds to the front matter, read by the type that its `kind.yaml` declares."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from undersigned.errors import Findings, Level, did_you_mean
from undersigned.load.schemas import BlockCallSchema, DocumentSchema, NamedSchema
from undersigned.load.yaml_source import KeyPath, YamlTree
from undersigned.model.document import FieldValue
from undersigned.model.kind import Field, FieldType, Kind
from undersigned.model.node import BlockCall
from undersigned.model.roster import Directory, Signatory
from undersigned.model.text import Origin, Text

__all__ = ["FieldReader"]


@dataclass(frozen=True)
class FieldReader:
    """Reads the fields of one front matter."""

    tree: YamlTree
    directory: Directory
    findings: Findings

    def read(self, kind: Kind, head: DocumentSchema) -> dict[str, FieldValue]:
        """Every field that the document gives, by name."""
        fields: dict[str, FieldValue] = {}
        for field in kind.fields:
            given = getattr(head, field.name)
            if given is None:
                continue
            value = self._value(field, given)
            if value is not None:
                fields[field.name] = value
        return fields

    def _value(self, field: Field, given: Any) -> FieldValue | None:
        name = field.name
        match field.type:
            case FieldType.TEXT:
                return Text(given, self.tree.at((name,)), Origin.DOCUMENT)
            case FieldType.DATE:
                assert isinstance(given, dt.date)
                return given
            case FieldType.ORGANISATION:
                return self._organisation(given, (name,), field)
            case FieldType.ORGANISATIONS:
                found = [self._organisation(g, (name, i), field) for i, g in enumerate(given)]
                return tuple(entry for entry in found if entry is not None)
            case FieldType.BLOCKS:
                return self._calls(given, name)

    def _organisation(
        self, given: str | NamedSchema, path: KeyPath, field: Field
    ) -> Signatory | None:
        place = self.tree.at(path)
        if isinstance(given, NamedSchema):
            name = Text(given.name, place, Origin.DOCUMENT)
            written_out = Signatory(name, place, ecosoc=given.ecosoc or "")
            self._check_status(written_out, path, field)
            return written_out
        entry = self.directory.find(given)
        if entry is None:
            self.findings.add(
                place,
                "unknown-signatory",
                f'unknown organisation "{given}"',
                did_you_mean(given, [e.id for e in self.directory.entries])
                or "add it to signatories/directory.csv, or write {name: …}",
            )
        else:
            self._check_status(entry, path, field)
        return entry

    def _check_status(self, entry: Signatory, path: KeyPath, field: Field) -> None:
        place = self.tree.at(path)
        if field.ecosoc == "none" and entry.ecosoc:
            self.findings.add(
                place,
                "consultative-status",
                f'"{entry.name}" has {entry.ecosoc} consultative status; "{field.name}" says none',
                "name it under cosponsors, or correct the column ecosoc",
            )
        elif field.ecosoc == "required" and not entry.ecosoc:
            self.findings.add(
                place,
                "consultative-status",
                f'the consultative status of "{entry.name}" is not known',
                "write general, special or roster in the column ecosoc of the directory",
                Level.WARNING,
            )

    def _calls(self, given: Sequence[str | BlockCallSchema], name: str) -> tuple[BlockCall, ...]:
        calls = []
        for index, entry in enumerate(given):
            block, parameters = (
                (entry, {}) if isinstance(entry, str) else (entry.block, entry.parameters or {})
            )
            # json.dumps writes a string as Jinja reads it.
            quoted = {k: json.dumps(v, ensure_ascii=False) for k, v in parameters.items()}
            arguments = "".join(f", {k}={v}" for k, v in quoted.items())
            source = f"block({json.dumps(block, ensure_ascii=False)}{arguments})"
            calls.append(BlockCall(block, source, self.tree.at((name, index))))
        return tuple(calls)
