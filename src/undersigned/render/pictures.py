"""Pictures as data: addresses, so that a page needs no other file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from pathlib import Path

from undersigned.errors import Finding, Location, RenderFailed
from undersigned.model.letter import Letter
from undersigned.model.node import Image
from undersigned.model.roster import Signatory
from undersigned.render.raster import fitted

__all__ = [
    "Picture",
    "address_of",
    "data_url",
    "letter_pictures",
    "media_type",
    "read_picture",
]

# Pixels on the longer side: 300 to the inch across the text, and more than a screen shows of it.
_LONGEST = 2000

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
    """The picture's address, none larger than a page has use for; `location` is the place that
    names it, for the error."""
    return _page_address(read_picture(path, location))


def read_picture(path: Path, location: Location) -> bytes:
    """The file's bytes. Raises `RenderFailed` at `location` for what is no picture."""
    try:
        content = path.read_bytes()
    except OSError as error:
        said = f'picture "{path.name}" cannot be read: {error.strerror}'
        raise RenderFailed([Finding(location, "unreadable-image", said)]) from error
    if media_type(content) is None:
        said = f'"{path.name}" is no picture that a browser shows'
        hint = "PNG, JPEG, GIF, WebP and SVG are"
        raise RenderFailed([Finding(location, "unreadable-image", said, hint)])
    return content


def address_of(content: bytes) -> str:
    """The `data:` address of a picture's bytes."""
    return f"data:{media_type(content)};base64,{b64encode(content).decode()}"


@lru_cache(maxsize=8)
def _page_address(content: bytes) -> str:
    if media_type(content) != "image/svg+xml":
        # What cannot be read is left to the layout engine, which complains of it.
        with suppress(OSError, ValueError):
            content = fitted(content, _LONGEST)
    return address_of(content)


def media_type(content: bytes) -> str | None:
    """The media type of a picture's bytes, or None where they are none."""
    for start, kind in _BY_START:
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return "image/svg+xml" if b"<svg" in content else None
