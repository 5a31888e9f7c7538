"""YAML with positions: plain values on one side, the place of each of them on the other.

Scalars stay the text that was typed. What they mean is decided by the schema, so that an
impossible date or a colour typed as a number is a finding with a place and not a crash.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from undersigned.errors import Finding, Findings, InvalidInput, Location
from undersigned.load.source import REFUSED, SURROGATE

__all__ = ["KeyPath", "YamlTree", "as_mapping", "parse_yaml", "typed_scalar"]

KeyPath: TypeAlias = tuple[str | int, ...]

# A file that a person wrote has some hundred nodes; aliases of aliases make millions.
_MOST_NODES = 200_000


@dataclass
class YamlTree:
    """`value` is made of dict, list, str and None; `tags` keeps what YAML took a plain scalar
    for (int, float, bool, timestamp), by path."""

    path: str
    value: Any
    locations: dict[KeyPath, Location] = field(default_factory=dict)
    key_locations: dict[KeyPath, Location] = field(default_factory=dict)
    tags: dict[KeyPath, str] = field(default_factory=dict)

    def at(self, key_path: Sequence[Any]) -> Location:
        """The place of the value, or of the nearest that encloses it. Parts of the path that
        are not keys of the file (pydantic names union members there) are passed over."""
        real = self.real_path(key_path)
        return self.locations.get(real, Location(self.path, 1, 1))

    def key_at(self, key_path: Sequence[Any]) -> Location:
        """The place of the key that leads to the value."""
        real = self.real_path(key_path)
        return self.key_locations.get(real) or self.at(key_path)

    def real_path(self, key_path: Sequence[Any]) -> KeyPath:
        """The path without what is not in the file."""
        real: KeyPath = ()
        for part in key_path:
            if (*real, part) in self.locations:
                real = (*real, part)
        return real


def parse_yaml(text: str, path: str, first_line: int = 1) -> YamlTree:
    """Parse one YAML document that starts on `first_line` of the file `path`.

    Raises `InvalidInput` for broken YAML, for a key given twice and for a circle of aliases.
    """
    try:
        node = _composed(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (
            Location(path, mark.line + first_line, mark.column + 1)
            if mark
            else Location(path, first_line, 1)
        )
        raise InvalidInput([Finding(place, "yaml", _broken(error), _hint(error))]) from error
    except (YAMLError, RecursionError, ValueError) as error:
        place = Location(path, first_line, 1)
        raise InvalidInput([Finding(place, "yaml", f"this is not YAML: {error}")]) from error
    tree = YamlTree(path, None)
    tree.locations[()] = Location(path, first_line, 1)
    if node is not None:
        reader = _Reader(tree, first_line - 1)
        tree.value = reader.read(node, ())
        reader.findings.raise_errors()
    return tree


def _composed(text: str) -> Node | None:
    """The text as nodes, by libyaml, which is ten times as fast.

    What it refuses is read again by ruamel's own parser, for the place and the words that it
    has for the fault.
    """
    try:
        node: Node | None = YAML(typ="safe", pure=False).compose(text)
    except (YAMLError, ValueError, RecursionError):
        node = YAML(typ="safe", pure=True).compose(text)
    return node


class _Reader:
    def __init__(self, tree: YamlTree, offset: int) -> None:
        self.tree = tree
        self.offset = offset
        self.findings = Findings()
        self.open: set[int] = set()
        self.count = 0

    def place(self, node: Node) -> Location:
        mark = node.start_mark
        return Location(self.tree.path, mark.line + self.offset + 1, mark.column + 1)

    def read(self, node: Node, path: KeyPath) -> Any:
        self.count += 1
        place = self.place(node)
        if self.count > _MOST_NODES:
            finding = Finding(place, "yaml", "the aliases (*name) stand for too many values")
            raise InvalidInput([finding])
        if id(node) in self.open:
            finding = Finding(place, "yaml", "an alias (*name) leads back to itself")
            raise InvalidInput([finding])
        if path:
            self.tree.locations[path] = place
        if isinstance(node, ScalarNode):
            return self.scalar(node, path)
        self.open.add(id(node))
        try:
            if isinstance(node, SequenceNode):
                return [self.read(item, (*path, i)) for i, item in enumerate(node.value)]
            assert isinstance(node, MappingNode)
            return self.mapping(node, path)
        finally:
            self.open.discard(id(node))

    def scalar(self, node: ScalarNode, path: KeyPath) -> str | None:
        tag = str(node.tag).rpartition(":")[2]
        if tag == "null":
            return None
        if tag != "str":
            self.tree.tags[path] = tag
        refused = REFUSED.search(str(node.value)) or SURROGATE.search(str(node.value))
        if refused:
            # Written as an escape, it passed the reader of the file.
            self.findings.add(
                self.place(node),
                "character",
                f"the character U+{ord(refused[0]):04X} cannot be printed",
                "type what is meant, not its escape",
            )
            return None
        return str(node.value)

    def mapping(self, node: MappingNode, path: KeyPath) -> dict[str, Any]:
        value: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = self.place(key_node)
            if not isinstance(key_node, ScalarNode):
                self.findings.add(
                    place,
                    "yaml",
                    "a key must be a word",
                    'text in {{ }} needs quotation marks around it: "{{ … }}"',
                )
                continue
            key = str(key_node.value)
            if key in value:
                self.findings.add(
                    place,
                    "duplicate-key",
                    f'the key "{key}" is given twice',
                    f"it stands first on line {self.tree.key_locations[(*path, key)].line}",
                )
                continue
            self.tree.key_locations[(*path, key)] = place
            value[key] = self.read(value_node, (*path, key))
        return value


def typed_scalar(tree: YamlTree, path: KeyPath, text: str) -> str | int | Decimal | bool | dt.date:
    """The text as YAML 1.2 takes it: a number, a date, yes or no, or the text itself.

    Raises ValueError where it looks like a date and is none.
    """
    tag = tree.tags.get(path)
    if tag == "int" and re.fullmatch(r"[-+]?(0|[1-9][0-9_]*)", text):
        return int(text)
    if tag == "float" and re.fullmatch(r"[-+]?[0-9][0-9_]*\.[0-9]+", text):
        # As it was typed: 1.50 stays 1.50.
        return Decimal(text.replace("_", ""))
    if tag == "bool":
        return text.casefold() == "true"
    if tag == "timestamp":
        return dt.date.fromisoformat(text)
    return text


def as_mapping(tree: YamlTree) -> Mapping[str, Any]:
    """The top level as a mapping; an empty file is an empty one."""
    if tree.value is None:
        return {}
    if not isinstance(tree.value, dict):
        raise InvalidInput(
            [Finding(tree.at(()), "yaml", "expected lines of the form `key: value`")]
        )
    return tree.value


def _broken(error: MarkedYAMLError) -> str:
    problem = str(error.problem or error.context or "it cannot be read").strip()
    return f"broken YAML: {problem}"


def _hint(error: MarkedYAMLError) -> str:
    problem = str(error.problem or "")
    if "mapping values are not allowed" in problem:
        return 'a text with ": " in it needs quotation marks around it'
    if "found character '\\t'" in problem:
        return "indent with spaces, not with tabs"
    if "could not find expected" in problem:
        return "a colon may be missing after the key"
    return "check brackets, quotation marks and indentation just before this place"
