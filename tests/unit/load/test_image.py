"""Pictures that cannot be printed are told by row, file, size and limit, and never unpacked."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.support.letters import write_picture
from tests.support.sources import workspace
from undersigned.errors import InvalidInput
from undersigned.load.directory import load_directory
from undersigned.load.roster import load_roster

if TYPE_CHECKING:
    from pathlib import Path

_SMALLER = "save a smaller copy: 2,000 pixels are enough for the width of a page"
_AGAIN = "export it again as PNG, JPEG or SVG"
_LIMIT = "12,000 on a side and 60,000,000 in all are the most"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink" '


def header_of(width: int, height: int) -> bytes:
    """A PNG file that claims to be so large, in fifty bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunk = b"IHDR" + head
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(head)) + chunk
        + struct.pack(">I", zlib.crc32(chunk)) + b"\0\0\0\0IDAT"
    )  # fmt: skip


def svg(inside: str, attributes: str = "") -> bytes:
    """A drawing."""
    return f'{_SVG}viewBox="0 0 10 10"{attributes}>{inside}</svg>'.encode()


def use(target: str) -> str:
    """An element that draws another again."""
    return f'<use l:href="#{target}"/>'


def data(content: bytes) -> str:
    """An image written out within a drawing."""
    return f'<image href="data:image/png;base64,{base64.b64encode(content).decode()}"/>'


_LAUGHS = "".join(f'<g id="g{n + 1}">{use(f"g{n}") * 20}</g>' for n in range(6))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.png", b"no picture", f"is no PNG, JPEG, GIF, WebP or SVG ({_AGAIN})"),
        ("x.png", header_of(20_000, 300), f"is 20,000 by 300 pixels; {_LIMIT} ({_SMALLER})"),
        ("x.png", header_of(9_000, 9_000), f"is 9,000 by 9,000 pixels; {_LIMIT} ({_SMALLER})"),
        ("x.svg", b"<html/>", f"is no SVG in UTF-8 ({_AGAIN})"),
        ("x.svg", svg("").decode().encode("utf-16"), f"is no SVG in UTF-8 ({_AGAIN})"),
        (
            "x.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"),
            f"holds entity definitions ({_AGAIN})",
        ),
        (
            "x.svg", svg(data(header_of(30_000, 10))),
            f"holds a picture that is 30,000 by 10 pixels; {_LIMIT} ({_AGAIN})",
        ),
        (
            "x.svg", svg('<image href="data:image/svg+xml,%3Csvg/%3E"/>'),
            f"holds a picture that is no PNG, JPEG, GIF, WebP or SVG ({_AGAIN})",
        ),
        (
            "x.svg", svg(f'<defs><rect id="g0"/>{_LAUGHS}</defs>{use("g6")}'),
            f"draws more than 200,000 parts, or itself ({_AGAIN})",
        ),
        (
            "x.svg", svg(f'<g id="a">{use("a")}</g>'),
            f"draws more than 200,000 parts, or itself ({_AGAIN})",
        ),
        (
            "x.svg", svg("<g>" * 500 + "</g>" * 500),
            f"draws more than 200,000 parts, or itself ({_AGAIN})",
        ),
        (
            "x.svg", svg('<image href="https://x.example/a.png"/>'),
            f'draws from outside the file: "https://x.example/a.png" ({_AGAIN})',
        ),
    ],
)  # fmt: skip
def test_logo_that_cannot_be_printed(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """The finding stands at the roster's row, and names the file, its size and the limit."""
    folder = tmp_path / "signatories"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "r.csv").write_text(f"name,logo\nAlpha,\nBeta,{name}\n", encoding="utf-8")
    opened = workspace(tmp_path)
    with pytest.raises(InvalidInput) as caught:
        load_roster(opened, "r", load_directory(opened))

    assert [str(finding) for finding in caught.value.findings] == [
        f'signatories/r.csv:3:1: the picture "{name}" {said}'
    ]


def test_file_of_too_many_bytes_is_not_read(tmp_path: Path) -> None:
    """Fifty megabytes are the most."""
    folder = tmp_path / "signatories"
    folder.mkdir()
    with (folder / "x.png").open("wb") as file:
        file.truncate(60_000_000)
    (folder / "r.csv").write_text("name,logo\nBeta,x.png\n", encoding="utf-8")
    opened = workspace(tmp_path)
    with pytest.raises(InvalidInput) as caught:
        load_roster(opened, "r", load_directory(opened))

    assert [str(finding) for finding in caught.value.findings] == [
        (
            'signatories/r.csv:2:1: the picture "x.png" is a file of 60 MB; 50 MB is the most'
            f" ({_SMALLER})"
        )
    ]


def test_pictures_that_can_be_printed(tmp_path: Path) -> None:
    """A PNG, and drawings that hold one and draw their own parts again."""
    folder = tmp_path / "signatories"
    folder.mkdir()
    png = io.BytesIO()
    Image.new("RGB", (3, 3)).save(png, "PNG")
    write_picture(folder / "a.png")
    (folder / "b.svg").write_bytes(svg(data(png.getvalue()) + f'<g id="a"/>{use("a")}'))
    (folder / "r.csv").write_text("name,logo\nA,a.png\nB,b.svg\n", encoding="utf-8")
    opened = workspace(tmp_path)
    roster = load_roster(opened, "r", load_directory(opened))

    assert [one.logo for one in roster.signatories] == [
        str(folder / "a.png"), str(folder / "b.svg")
    ]  # fmt: skip
