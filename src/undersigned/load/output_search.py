"""Output search: which files under `output/` have a name in them, whatever the history knows.

Searched are texts: pages, tables and drafts, packed or not. A PDF is taken to say what the page
beside it says; one without such a page cannot be searched.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from undersigned.model.organisation_name import folded

__all__ = ["Searched", "search_output"]

_TEXTS = frozenset({".html", ".htm", ".txt", ".csv", ".md", ".json", ".jsonl", ".eml", ".tsv"})
_LARGEST = 20_000_000
_UNPRINTED = re.compile(r"<(style|script)\b.*?</\1>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|p|li|td|th|div|h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2069\ufeff]")
# Shorter ones stand in many a text that means nobody.
_SHORTEST = 4


@dataclass(frozen=True)
class Searched:
    """`named` are files with the name in them, `called` those of them that have it in their own
    name or in that of a folder; `unread` are PDFs that nothing tells of."""

    named: tuple[Path, ...] = ()
    called: frozenset[Path] = frozenset()
    unread: tuple[Path, ...] = ()


def search_output(folder: Path, names: Iterable[str]) -> Searched:
    """The files of the folder by whether one of these names is in them. What cannot be read is
    left out."""
    wanted = [word for name in names if len(word := folded(name)) >= _SHORTEST]
    if not wanted:
        return Searched()
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    called = frozenset(path for path in files if _is_called(path.relative_to(folder), wanted))
    named = {path for path in files if path in called or _has(path, wanted)}
    pages = {path.with_suffix("") for path in files if path.suffix == ".html"}
    pdfs = [path for path in files if path.suffix == ".pdf"]
    told = {path.with_suffix("") for path in named if path.suffix == ".html"}
    named.update(path for path in pdfs if path.with_suffix("") in told)
    unread = (path for path in pdfs if path not in named and path.with_suffix("") not in pages)
    return Searched(tuple(sorted(named)), called, tuple(unread))


def _is_called(path: Path, wanted: list[str]) -> bool:
    own = f" {folded(path.as_posix())} "
    return any(f" {word} " in own for word in wanted)


def _has(path: Path, wanted: list[str]) -> bool:
    try:
        return any(_says(text, wanted) for text in _texts(path))
    except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return False


def _texts(path: Path) -> Iterator[str]:
    if path.suffix in _TEXTS and path.stat().st_size <= _LARGEST:
        yield path.read_text("utf-8", "replace")
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as package:
            for part in package.infolist():
                if Path(part.filename).suffix in _TEXTS and part.file_size <= _LARGEST:
                    yield package.read(part).decode("utf-8", "replace")


def _says(text: str, wanted: list[str]) -> bool:
    plain = _TAG.sub("", _BREAK.sub(" ", _UNPRINTED.sub("", text)))
    plain = _UNSEEN.sub("", html.unescape(plain))
    said = f" {folded(plain)} "
    return any(f" {word} " in said for word in wanted)
