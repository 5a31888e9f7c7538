"""Starter texts: what `new` puts into a document, and what must not be in a final one."""

from __future__ import annotations

from collections.abc import Iterator

from undersigned.errors import Findings, Location
from undersigned.load.document import LoadedDocument
from undersigned.load.workspace import Workspace
from undersigned.model.document import Status

__all__ = ["check_starter"]

# Shorter passages, headings among them, an author may well write too.
_SHORTEST = 40


def check_starter(workspace: Workspace, loaded: LoadedDocument, findings: Findings) -> None:
    """Find passages of the kind's starter text that a final document still has."""
    if loaded.document.status is not Status.FINAL:
        return
    starters: set[str] = set()
    for folder in (loaded.kind.name, "_base"):
        for name in ("starter.md", f"starter.{loaded.document.language}.md"):
            found = workspace.find_file("templates", "layouts", folder, name)
            if found is not None:
                text = workspace.reader.read_text(found[0])
                starters |= {words for _, words in _passages(text, 1) if len(words) >= _SHORTEST}
    parts = loaded.source.parts
    for line, words in _passages(parts.body, parts.body_line):
        if words in starters:
            findings.add(
                Location(loaded.source.shown, line, 1),
                "starter-text",
                "this is still what `new` wrote to begin with",
                "write your own words here, or delete it",
            )


def _passages(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The passages between empty lines, each with its line and with its spaces made one."""
    words: list[str] = []
    start = first_line
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        if line.strip():
            start = start if words else number
            words += line.split()
        elif words:
            yield start, " ".join(words)
            words = []
