"""What a layout, a picture or a stylesheet may not reach: everything but the workspace."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.letters import REPOSITORY, make_letter, write_picture
from undersigned.errors import RenderFailed
from undersigned.render import render

if TYPE_CHECKING:
    from pathlib import Path

PRIVATE = "/etc/passwd"
SVG = "xmlns='http://www.w3.org/2000/svg' width='9' height='9'"
URL = "http://127.0.0.1:9/x"

# What a hostile layout's page holds; {outside} is a file beside the workspace, {link} a symbolic
# link in it that leads there.
IN_PAGE = [
    f'<img src="file://{PRIVATE}" alt="x">',
    f'<img src="{PRIVATE}" alt="x">',
    f'<img src="file://localhost{PRIVATE}" alt="x">',
    f'<img src="FILE://{PRIVATE}" alt="x">',
    '<img src="file:///%65tc/passwd" alt="x">',
    f'<img src="{URL}" alt="x">',
    '<img src="https://example.org/x.png" alt="x">',
    '<img src="ftp://example.org/x.png" alt="x">',
    '<img src="//example.org/x.png" alt="x">',
    '<img src="file://example.org/share/x.png" alt="x">',
    '<img src="{outside}" alt="x">',
    '<img src="{link}" alt="x">',
    '<img src="{workspace}/../outside.png" alt="x">',
    '<img src="{workspace}/templates/../../outside.png" alt="x">',
    '<img src="../../../../outside.png" alt="x">',
    '<img src="{workspace}/missing.png" alt="x">',
    f'<link rel="attachment" href="file://{PRIVATE}">',
    '<link rel="attachment" href="{outside}">',
    f'<link rel="stylesheet" href="file://{PRIVATE}">',
    f'<link rel="stylesheet" href="{URL}">',
    f'<object data="file://{PRIVATE}"></object>',
    f'<embed src="file://{PRIVATE}">',
    f'<p style="background: url(file://{PRIVATE})">x</p>',
    f'<p style="background: url({URL})">x</p>',
    f'<ul style="list-style-image: url(file://{PRIVATE})"><li>x</li></ul>',
    f'<style>@import "file://{PRIVATE}";</style>',
    f"<style>@import url({URL});</style>",
    f"<style>p::after {{{{ content: url(file://{PRIVATE}) }}}}</style>",
    "<style>@font-face {{ font-family: x; src: url({outside}) }} p {{ font-family: x }}</style>",
    f"<style>@font-face {{{{ font-family: x; src: url({URL}) }}}} p {{{{ font: 9pt x }}}}</style>",
    f"<svg {SVG}><title>x</title><image href='file://{PRIVATE}' width='9' height='9'/></svg>",
    f'<img alt="x" src="data:image/svg+xml,<svg {SVG}><image href=\'file://{PRIVATE}\'/></svg>">',
]

# What a hostile layout's stylesheet holds.
IN_STYLESHEET = [
    f"p {{ background: url(file://{PRIVATE}) }}",
    f"p {{ background: url({URL}) }}",
    "p { background: url(../../../../outside.png) }",
    "p { background: url(linked.png) }",
    f'@import "file://{PRIVATE}";',
    "@import url(../../../secret.css);",
    f"@font-face {{ font-family: x; src: url('{URL}') }}",
]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a layout of its own, and a file outside that is none of its business."""
    folder = tmp_path / "workspace"
    layout = folder / "templates" / "layouts" / "open-letter"
    layout.mkdir(parents=True)
    picture = tmp_path / "outside.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\nSECRET")
    (layout / "linked.png").symlink_to(picture)
    shutil.copy(REPOSITORY / "templates" / "layouts" / "open-letter" / "letter.html", layout)
    return folder


def set_with(workspace: Path, *, page: str = "", style: str = "") -> None:
    layout = workspace / "templates" / "layouts" / "open-letter"
    if page:
        places = {
            "outside": (workspace.parent / "outside.png").as_uri(),
            "link": (layout / "linked.png").as_uri(),
            "workspace": workspace.as_uri(),
        }
        (layout / "letter.html").write_text(
            '{% extends "_base/base.html" %}{% block letter %}<h1>{{ letter.title }}</h1><p>x</p>'
            f"{page.format(**places)}{{% endblock %}}",
            encoding="utf-8",
        )
    if style:
        (layout / "style.css").write_text(style, encoding="utf-8")
    render(make_letter("open-letter"), "pdf", (workspace, REPOSITORY))


@pytest.mark.parametrize("page", IN_PAGE)
def test_page_reaches_nothing_outside(workspace: Path, page: str) -> None:
    """Each attempt is an error at the layout; no file is made, so nothing is carried off."""
    with pytest.raises(RenderFailed) as caught:
        set_with(workspace, page=page)

    assert {f.location.path for f in caught.value.findings} == {
        "templates/layouts/open-letter/letter.html"
    }


@pytest.mark.parametrize("style", IN_STYLESHEET)
def test_stylesheet_reaches_nothing_outside(workspace: Path, style: str) -> None:
    """Each attempt is an error at the line of the stylesheet."""
    with pytest.raises(RenderFailed) as caught:
        set_with(workspace, style=f"\n/* a\n comment */\n{style}")

    assert [str(f.location) for f in caught.value.findings] == [
        "templates/layouts/open-letter/style.css:4"
    ]


def test_layout_without_anything_of_the_kind_is_set(workspace: Path) -> None:
    """The same layout passes when it only uses what is its own."""
    write_picture(workspace / "dot.png")
    set_with(
        workspace,
        page='<img src="{workspace}/dot.png" alt="A dot">',
        style="p { background: url(../../../dot.png) }",
    )
