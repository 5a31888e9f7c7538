"""Pictures as data: addresses, so that a page needs no other file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from undersigned.errors import Finding, Location, RenderFailed
from undersigned.model.letter import Letter
from undersigned.model.node import Image
from undersigned.model.roster import Signatory

__all__ = ["Picture", "data_url", "letter_pictures", "media_type"]

# Told by the first bytes: a file's suffix is what somebody called it.
_BY_START = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


@dataclass(frozen=True)
class Picture:
    """A file, and the place that names it."""

    path: Path
    location: Location


def letter_pictures(letter: Letter) -> Iterator[Picture]:
    """Every picture of a letter: in its text, and the logos and signatures of its names."""
    yield from _pictures(letter)


def _pictures(value: object) -> Iterator[Picture]:
    if isinstance(value, Image):
        yield Picture(Path(value.path), value.location)
    elif isinstance(value, Signatory):
        yield from (Picture(Path(p), value.location) for p in (value.logo, value.signature) if p)
    elif isinstance(value, tuple):
        for item in value:
            yield from _pictures(item)
    elif isinstance(value, dict):
        yield from _pictures(tuple(value.values()))
    elif is_dataclass(value):
        for field in fields(value):
            yield from _pictures(getattr(value, field.name))


def data_url(path: Path, location: Location) -> str:
    """The picture's address; `location` is the place that names it, for the error."""
    try:
        content = path.read_bytes()
    except OSError as error:
        said = f'picture "{path.name}" cannot be read: {error.strerror}'
        raise RenderFailed([Finding(location, "unreadable-image", said)]) from error
    kind = media_type(content)
    if kind is None:
        said = f'"{path.name}" is no picture that a browser shows'
        hint = "PNG, JPEG, GIF, WebP and SVG are"
        raise RenderFailed([Finding(location, "unreadable-image", said, hint)])
    return f"data:{kind};base64,{b64encode(content).decode()}"


def media_type(content: bytes) -> str | None:
    """The media type of a picture's bytes, or None where they are none."""
    for start, kind in _BY_START:
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return "image/svg+xml" if b"<svg" in content else None
