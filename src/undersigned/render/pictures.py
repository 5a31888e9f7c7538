"""Pictures as data: addresses, so that a page needs no other file."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from undersigned.errors import Finding, Location, RenderFailed

__all__ = ["data_url", "media_type"]

# Told by the first bytes: a file's suffix is what somebody called it.
_BY_START = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


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
    return "image/svg+xml" if b"<svg" in content[:2000] else None
