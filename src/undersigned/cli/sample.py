"""What `init` writes: the files of the worked example, each with its line for editors."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from undersigned import load
from undersigned.cli.head import Head, schema_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["sample_files", "schema_files"]

_WORKSPACE = "templates/workspace"
# What belongs to the example, and the schema of its files. Layouts, wording and the catalogue
# stay with the program: a workspace holds its own only where it wants others.
# By name, as in pyproject.toml: in a checkout the user's own letters and lists stand beside it.
_CAMPAIGN = "templates/campaigns/free-assembly"
_FILES = (
    (f"{_CAMPAIGN}/campaign.yaml", "campaign"),
    (f"{_CAMPAIGN}/joint-statement.md", ""),
    (f"{_CAMPAIGN}/letter.md", ""),
    (f"{_CAMPAIGN}/open-letter.md", ""),
    (f"{_CAMPAIGN}/press-release.md", ""),
    (f"{_CAMPAIGN}/un-statement.md", ""),
    ("templates/blocks/about-oam.md", "block"),
    ("templates/blocks/assembly-duties.md", "block"),
    ("templates/blocks/courtesy-parliaments.md", "block"),
    ("recipients/seven-parliaments.yaml", "recipients"),
    ("signatories/directory.csv", ""),
    ("signatories/free-assembly.csv", ""),
    ("signatories/secretariat.csv", ""),
    ("signatories/logos/lantern-street.svg", ""),
    ("signatories/logos/oam.svg", ""),
)


def sample_files() -> dict[PurePosixPath, bytes]:
    """Every file of a new workspace, by its path in it, in the order in which one reads them."""
    builtin = load.builtin_root()
    files: dict[PurePosixPath, bytes] = {}
    for path in sorted((builtin / _WORKSPACE).glob("[!.]*")):
        # Packages leave files with a leading dot out, so it is put on here.
        plain = ".gitignore" if path.name == "gitignore" else path.name
        files[PurePosixPath(plain)] = path.read_bytes()
    for name, schema in _FILES:
        # In a checkout somebody may have done away with the example.
        if (path := builtin / name).is_file():
            target = PurePosixPath(name)
            files[target] = _with_schema(path, target, schema)
    settings = files[PurePosixPath("undersigned.toml")].decode()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "undersigned.toml").write_text(settings, encoding="utf-8")
        return files | dict(schema_files(load.open_workspace(root)))


def schema_files(workspace: load.Workspace) -> Mapping[PurePosixPath, bytes]:
    """The JSON Schemas that editors read, by their path in the workspace."""
    return {
        PurePosixPath(".schemas", f"{name}.json"): _json(load.json_schema(name, workspace))
        for name in load.schema_names(workspace)
    }


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def _with_schema(path: Path, name: PurePosixPath, schema: str) -> bytes:
    data = path.read_bytes()
    if path.suffix == ".md" and not schema:
        schema = _kind(path)
    if not schema:
        return data
    lines = data.decode().split("\n")
    first = schema_line(schema, len(name.parts) - 1)
    if path.suffix != ".md":
        head = Head(lines)
        head.set_schema(first)
        return "\n".join(head.lines).encode()
    return "\n".join(_markdown(lines, first)).encode()


def _markdown(lines: list[str], first: str) -> Iterator[str]:
    """The lines with the schema's line at the top of the front matter."""
    end = lines.index("---", 1)
    head = Head(lines[1:end])
    head.set_schema(first)
    yield "---"
    yield from head.lines
    yield from lines[end:]


def _kind(path: Path) -> str:
    """The kind of the document; a translation is of the kind of what it translates."""
    document = path.with_name(f"{path.name.partition('.')[0]}.md")
    match = re.search(r"^kind: *([\w-]+)", document.read_text(encoding="utf-8"), re.MULTILINE)
    return match[1] if match else ""
