"""Workspace: the folder that holds `undersigned.toml`, and what ships with the program.

Look-up is one ordered list of layers: the workspace, then the built-in. Layouts, blocks,
wording shadow by name; campaigns, recipient lists, directory and rosters come from the
workspace alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from undersigned.errors import Finding, InvalidInput, Location, MachineFailed, NotFound
from undersigned.load.schema import validate
from undersigned.load.schemas import SettingsSchema
from undersigned.load.source import Layer, SourceReader
from undersigned.load.yaml_source import YamlTree

__all__ = ["SETTINGS", "Workspace", "builtin_root", "find_workspace", "open_workspace"]

SETTINGS = "undersigned.toml"
T = TypeVar("T")


@dataclass(frozen=True)
class Workspace:
    """An open workspace. `layer_list` is the order of look-up, the workspace first.

    A record of the catalogue is old after `stale_after_days`; `label_format` names the labels
    of `--to labels`; `withheld_in_text` is the level of a withheld name in a text.
    """

    root: Path
    organisation: str
    language: str
    layer_list: tuple[Layer, ...]
    reader: SourceReader
    stale_after_days: int = 365
    label_format: str = "avery-l7160"
    withheld_in_text: str = "error"
    memory: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once: an open workspace is the files as they were then.

        A `make` that raises is asked again.
        """
        if key not in self.memory:
            self.memory[key] = make()
        value: T = self.memory[key]
        return value

    @property
    def layers(self) -> tuple[Path, ...]:
        """The folders of the layers, in the order of look-up."""
        return tuple(layer.root for layer in self.layer_list)

    @property
    def builtin(self) -> Path:
        """What ships with the program."""
        return self.layer_list[-1].root

    @property
    def files_read(self) -> frozenset[Path]:
        """Every file asked for so far, whether it was there or not."""
        return frozenset(self.reader.paths)

    def find_file(self, *parts: str) -> tuple[Path, Layer] | None:
        """The first layer's file of this name, or None."""
        for layer in self.layer_list:
            path = layer.root.joinpath(*parts)
            if self.reader.exists(path):
                return path, layer
        return None

    def iter_files(self, folder: str, suffix: str) -> Iterator[tuple[Path, Layer]]:
        """Every file of a folder in all layers, a shadowed one left out, by name."""
        found: dict[str, tuple[Path, Layer]] = {}
        for layer in self.layer_list:
            for path in sorted(layer.root.joinpath(folder).glob(f"*{suffix}")):
                if path.is_file() and not path.name.startswith((".", "~")):
                    found.setdefault(path.name, (path, layer))
        for name in sorted(found):
            yield found[name]

    def names_in(self, folder: str, suffix: str) -> tuple[str, ...]:
        """The names without their suffix."""
        return tuple(path.name.removesuffix(suffix) for path, _ in self.iter_files(folder, suffix))

    def place(self, path: Path, line: int = 0, column: int = 0) -> Location:
        """A place in a file, as messages show it."""
        return Location(self.reader.display(path), line, column)


def builtin_root() -> Path:
    """The folder with the built-in templates, recipients and signatories.

    In a checkout that is the repository itself, in an installed package `builtin`.
    """
    package = Path(__file__).resolve().parent.parent
    installed = package / "builtin"
    return installed if installed.is_dir() else package.parent.parent


def find_workspace(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that holds `undersigned.toml`."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    return None


def open_workspace(root: Path) -> Workspace:
    """Open the workspace at `root`.

    Raises `NotFound` where there is no `undersigned.toml`, `InvalidInput` for faults in it.
    """
    root = root.resolve()
    path = root / SETTINGS
    reader = SourceReader([Layer("workspace", root, "en")])
    if not path.is_file():
        raise NotFound("workspace", str(root), [SETTINGS])
    settings = _settings(reader, path)
    layers = [Layer("workspace", root, settings.language)]
    builtin = builtin_root()
    if builtin != root:
        layers.append(Layer("built-in", builtin, "en"))
    reader.layers = layers
    workspace = Workspace(
        root,
        settings.organisation,
        settings.language,
        tuple(layers),
        reader,
        settings.recipients.stale_after_days,
        settings.label_format,
        settings.signatories.withheld_in_text,
    )
    known = workspace.names_in("templates/wording", ".yaml")
    if not {settings.language, settings.language.partition("-")[0]} & set(known):
        missing = NotFound("language", settings.language, ["templates/wording/"], known)
        place = _located({"language": ""}, reader.read_text(path)).at(("language",))
        raise InvalidInput([missing.at(place)])
    return workspace


def _settings(reader: SourceReader, path: Path) -> SettingsSchema:
    text = reader.read_text(path)
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        match = re.search(r"\(at line (\d+), column (\d+)\)", message)
        line, column = (int(match[1]), int(match[2])) if match else (1, 1)
        message = re.sub(r"\s*\(at .*\)", "", message)
        finding = Finding(
            Location(SETTINGS, line, column),
            "toml",
            f"broken TOML: {message}",
            'write key = "value"',
        )
        raise InvalidInput([finding]) from error
    return validate(SettingsSchema, _located(value, text))


def _located(value: dict[str, object], text: str) -> YamlTree:
    """tomllib keeps no places: the line on which a key starts is good enough for settings."""
    tree = YamlTree(SETTINGS, value)
    tree.locations[()] = Location(SETTINGS, 1, 1)
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        match = re.match(r"\s*(\[?)([A-Za-z0-9_-]+)", line)
        if match is None:
            continue
        if match[1]:
            table = ()
        inside = value.get(table[0]) if table else value
        if isinstance(inside, dict) and match[2] in inside:
            place = Location(SETTINGS, number, match.start(2) + 1)
            tree.locations.setdefault((*table, match[2]), place)
            tree.key_locations.setdefault((*table, match[2]), place)
        if match[1]:
            table = (match[2],)
    return tree


def guard_folder(path: Path) -> bool:
    """Whether the folder can be listed; a folder without rights is the machine's failure."""
    try:
        next(path.iterdir(), None)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise MachineFailed(
            f"cannot read {path.name}/: {error.strerror}", "check the folder's rights"
        ) from error
    return True
