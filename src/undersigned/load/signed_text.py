"""The texts that were opened for signature: `signatories/texts/<roster>.json`.

The file holds no name of a signatory. It goes with the workspace, so that whoever renders the
document, on whatever machine, is told when its text is no longer the one that was signed.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path, PurePosixPath
from typing import Any

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.directory import FOLDER
from undersigned.load.workspace import Workspace
from undersigned.model.signed_text import (
    OpenText,
    Paragraph,
    SignedText,
    Step,
    TextVersion,
    short_digest,
)

__all__ = ["current_text", "load_open_text", "load_open_texts", "open_text_data", "open_text_path"]

_TEXTS = "texts"
_FORMAT = 1


def open_text_path(workspace: Workspace, roster: str) -> Path:
    """Where the text of a roster is kept: beside it, in private/ where the roster is."""
    name = PurePosixPath(roster)
    return workspace.root / FOLDER / name.parent / _TEXTS / f"{name.name}.json"


def load_open_text(workspace: Workspace, roster: str) -> OpenText | None:
    """The text that a roster signs, or None where none was opened. Raises `InvalidInput` where
    the file was altered: what was signed is not known then."""
    return workspace.remember(("open-text", roster), lambda: _read(workspace, roster))


def load_open_texts(workspace: Workspace) -> tuple[OpenText, ...]:
    """Every text that is open in this workspace."""
    root = workspace.root / FOLDER
    names = [
        (path.parent.parent / path.stem).relative_to(root).as_posix()
        for pattern in (f"{_TEXTS}/*.json", f"private/{_TEXTS}/*.json")
        for path in sorted(root.glob(pattern))
        if not path.name.startswith((".", "~"))
    ]
    found = (load_open_text(workspace, name) for name in names)
    return tuple(text for text in found if text is not None)


def current_text(workspace: Workspace, roster: str) -> str:
    """How a row says that it signs the text as it stands now; empty where none is open."""
    opened = load_open_text(workspace, roster)
    return short_digest(opened.latest) if opened else ""


def open_text_data(opened: OpenText) -> bytes:
    """The file, paragraph by line, so that a difference can be read."""
    value = {
        "about": "The text that was opened for signature. Written by the program; not to be edited",
        "format": _FORMAT,
        "document": opened.document,
        "versions": [
            {
                "step": str(version.step),
                "on": version.on.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "by": version.by,
                "reason": version.reason,
                "sha256": version.digest,
                "texts": {
                    text.language: {
                        "sha256": text.digest,
                        "paragraphs": [paragraph.words for paragraph in text.paragraphs],
                    }
                    for text in version.texts
                },
            }
            for version in opened.versions
        ],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _read(workspace: Workspace, roster: str) -> OpenText | None:
    path = open_text_path(workspace, roster)
    if not workspace.reader.exists(path):
        return None
    place = workspace.place(path, 1, 1)
    try:
        value = json.loads(workspace.reader.read_text(path))
        if value["format"] != _FORMAT:
            raise _altered(place, "is of another release of the program", "use that release")
        versions = tuple(_version(each, place) for each in value["versions"])
        opened = OpenText(roster, str(value["document"]), versions, place)
        if not versions or versions[0].step is not Step.OPENED:
            raise ValueError("it does not begin with a text")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _altered(place, "cannot be read") from error
    return opened


def _version(value: Any, place: Location) -> TextVersion:
    texts = []
    for language, text in value["texts"].items():
        paragraphs = tuple(Paragraph(str(words), place) for words in text["paragraphs"])
        signed = SignedText(str(language), paragraphs)
        if signed.digest != text["sha256"]:
            raise _altered(place, "was altered: its words are not those of its digest")
        texts.append(signed)
    version = TextVersion(
        Step(value["step"]),
        dt.datetime.strptime(value["on"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC),
        str(value["by"]),
        str(value["reason"]),
        tuple(texts),
    )
    if version.digest != value["sha256"]:
        raise _altered(place, "was altered: its languages are not those of its digest")
    return version


def _altered(place: Location, said: str, hint: str = "") -> InvalidInput:
    hint = hint or "fetch the file as it was from your backup or from git: it is the proof"
    finding = Finding(place, "signed-text", f"the text that was opened for signature {said}", hint)
    return InvalidInput([finding])
