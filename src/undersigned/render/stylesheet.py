"""The one stylesheet of a page, put together from files, which remembers where each line is from.

Comments and blank lines stay behind: the reader of a letter has no use for them. What a
stylesheet refers to is put in as a data: address, so that the page needs no other file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from undersigned.errors import Finding, Location, RenderFailed
from undersigned.render.pictures import data_url

__all__ = ["Stylesheet", "build_stylesheet", "layer_files"]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)""", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)


@dataclass(frozen=True)
class Stylesheet:
    """CSS text, and for each of its lines the place it comes from."""

    text: str
    origins: tuple[Location, ...]

    def location(self, line: int, column: int) -> Location:
        """The place in a layout's file of a line and column of the text, counted from 1."""
        if not 1 <= line <= len(self.origins):
            return self.origins[-1] if self.origins else Location("style.css")
        origin = self.origins[line - 1]
        return Location(origin.path, origin.line, column)


def build_stylesheet(files: Iterable[tuple[Path, Path]], generated: str) -> Stylesheet:
    """The files, each given with the layer that it was found in, after the generated rules."""
    lines = generated.splitlines()
    origins = [Location("style.css")] * len(lines)
    for path, layer in files:
        name = path.relative_to(layer).as_posix()
        text = _COMMENT.sub(lambda m: "\n" * m[0].count("\n"), path.read_text(encoding="utf-8"))
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                lines.append(_self_contained(line.rstrip(), path, layer, Location(name, number)))
                origins.append(Location(name, number))
    # "</style" would end the element that the text stands in.
    return Stylesheet("\n".join(lines).replace("</", "<\\/"), tuple(origins))


def _self_contained(line: str, path: Path, layer: Path, location: Location) -> str:
    if _IMPORT.search(line):
        said = "a layout's stylesheet imports no other"
        raise RenderFailed([Finding(location, "layout-import", said, "copy its rules here")])

    def put_in(found: re.Match[str]) -> str:
        address = next(group for group in found.groups() if group is not None)
        if address.startswith(("data:", "#")):
            return found[0]
        target = (path.parent / address).resolve()
        if ":" in address or not target.is_relative_to(layer.resolve()) or not target.is_file():
            said = f'"{address}" is no file of this workspace'
            raise RenderFailed([Finding(location, "layout-file", said)])
        return f'url("{data_url(target, location)}")'

    return _URL.sub(put_in, line)


def layer_files(names: Sequence[str], layers: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Each name's file in the first layer that has it, with that layer; names without are left."""
    found = []
    for name in names:
        for layer in layers:
            path = layer / "templates" / "layouts" / name
            if path.is_file():
                found.append((path, layer))
                break
    return found
