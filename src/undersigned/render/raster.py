"""Pictures of pixels, brought to the size that is printed: trimmed of empty margins, and scaled.

A photograph or a logo at the size in which it was drawn makes letters of many megabytes, and no
print finer.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["fitted", "raster_size"]

# What the eye takes for empty: nearly clear, and nearly white.
_CLEAR = 12
_WHITE = 244


def raster_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels, as shown: a camera may have been held upright."""
    with _open(content) as picture:
        width, height = picture.size
        # Exif's Orientation, 5 to 8: turned by a quarter.
        turned = picture.getexif().get(0x0112, 1) in {5, 6, 7, 8}
    return (height, width) if turned else (width, height)


def fitted(content: bytes, longest: int, *, trim: bool = False) -> bytes:
    """The picture with no side over `longest` pixels, and with `trim`, without empty margins.

    What fits already comes back as it is, byte for byte. Raises OSError and ValueError for what
    cannot be read; whoever loads a letter has read its pictures before.
    """
    from PIL import ImageOps  # noqa: PLC0415 - slow, and rarely needed

    if not trim and max(raster_size(content)) <= longest:
        return content
    with _open(content) as opened:
        kind = opened.format
        colours = opened.info.get("icc_profile")
        if kind == "JPEG":
            opened.draft(None, (2 * longest, 2 * longest))
        picture = ImageOps.exif_transpose(_whole_colours(opened))
    box = _drawn_box(picture) if trim else None
    if box is None and max(picture.size) <= longest:
        return content
    if box:
        picture = picture.crop(box)
    picture.thumbnail((longest, longest), reducing_gap=3.0)
    file = io.BytesIO()
    extra = {"icc_profile": colours} if colours and picture.mode != "RGBA" else {}
    if kind == "JPEG":
        picture.save(file, "JPEG", quality=90, **extra)
    else:
        picture.save(file, "PNG", optimize=True, **extra)
    return file.getvalue()


def _open(content: bytes) -> Image:
    from PIL import Image  # noqa: PLC0415 - slow, and rarely needed

    # load.image has set how large a picture may be, and asks nobody twice.
    Image.MAX_IMAGE_PIXELS = None
    return Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "GIF", "WEBP"))


def _whole_colours(picture: Image) -> Image:
    """In colours that can be mixed; a palette's cannot."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture.convert("L" if picture.mode in {"1", "L"} else "RGB")


def _drawn_box(picture: Image) -> tuple[int, int, int, int] | None:
    """Where something is drawn, or None where that is all of it, or nothing at all."""
    if picture.mode == "RGBA":
        drawn = picture.getchannel("A").point(lambda value: 255 if value > _CLEAR else 0)
    else:
        drawn = picture.convert("L").point(lambda value: 255 if value < _WHITE else 0)
    box = drawn.getbbox()
    return box if box and box != (0, 0, *picture.size) else None
