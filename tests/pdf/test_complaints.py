"""What would be missing on the page is an error at the place that a person can mend."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.support.letters import LAYERS, REPOSITORY, SETTINGS, make_letter, text
from undersigned.errors import Finding, Location, RenderFailed
from undersigned.model.node import Image, Paragraph
from undersigned.render import render
from undersigned.render.fonts import letter_texts, missing_characters

if TYPE_CHECKING:
    from pathlib import Path

# A place of Unicode's Greek block that no character has, so that no font can have it.
NOBODY_HAS = "\u0378"


def test_missing_glyph_is_an_error_at_its_line() -> None:
    """It names character, number and place; `check` finds the same without WeasyPrint."""
    here = Location("templates/campaigns/velmara/letter.md", 21, 1)
    letter = make_letter("open-letter", bare=True)
    broken = replace(
        letter, body=(*letter.body, Paragraph((text(f"Sign {NOBODY_HAS} here", 21, 5),), here))
    )
    expected = Finding(
        Location("templates/campaigns/velmara/letter.md", 21, 10),
        "missing-glyph",
        f'no font has "{NOBODY_HAS}" (U+0378 unnamed character)',
        "write it otherwise, or install a font that has it: on Debian fonts-noto-core",
    )

    with pytest.raises(RenderFailed) as caught:
        render(broken, "pdf", LAYERS)

    assert caught.value.findings == (expected,)
    assert missing_characters(letter_texts(broken), LAYERS) == [expected]


@pytest.mark.parametrize(("kind", "language"), SETTINGS)
def test_whole_letters_miss_nothing(kind: str, language: str) -> None:
    """In the languages of the wording every character has a font."""
    assert missing_characters(letter_texts(make_letter(kind, language)), LAYERS) == []


def test_unknown_property_is_an_error_at_its_line(tmp_path: Path) -> None:
    """A slip in a workspace's stylesheet is told with file, line and column."""
    layout = tmp_path / "templates" / "layouts" / "open-letter"
    layout.mkdir(parents=True)
    (layout / "style.css").write_text("/* mine */\nh1 { colour: red }\n", encoding="utf-8")

    with pytest.raises(RenderFailed) as caught:
        render(make_letter("open-letter"), "pdf", (tmp_path, REPOSITORY))

    assert [str(finding) for finding in caught.value.findings] == [
        "templates/layouts/open-letter/style.css:2:6: Ignored `colour: red `, unknown property."
    ]


def test_broken_template_is_an_error_at_its_line(tmp_path: Path) -> None:
    """So is one in a template: of its syntax, and of a name that nothing has."""
    layout = tmp_path / "templates" / "layouts" / "open-letter"
    layout.mkdir(parents=True)
    page = layout / "letter.html"
    for content, said in (
        ("<p>\n{% if %}\n", "templates/layouts/open-letter/letter.html:2: Expected an expression"),
        (
            "<p>\n{{ lettre.title }}\n",
            "templates/layouts/open-letter/letter.html:2: 'lettre' is undefined",
        ),
    ):
        page.write_text(content, encoding="utf-8")
        with pytest.raises(RenderFailed) as caught:
            render(make_letter("open-letter"), "html", (tmp_path, REPOSITORY))
        assert str(caught.value).startswith(said)


def test_unreadable_picture_is_an_error_at_its_line(tmp_path: Path) -> None:
    """A picture that is none, or is gone, is told where the text names it."""
    here = Location("templates/campaigns/velmara/letter.md", 30, 3)
    not_one = tmp_path / "notes.png"
    not_one.write_text("no picture", encoding="utf-8")
    for path, said in (
        (not_one, '"notes.png" is no picture that a browser shows'),
        (tmp_path / "gone.png", 'picture "gone.png" cannot be read: No such file or directory'),
    ):
        letter = make_letter("open-letter", bare=True)
        broken = replace(letter, body=(Paragraph((Image(str(path), "Map", here),), here),))
        with pytest.raises(RenderFailed) as caught:
            render(broken, "html", LAYERS)
        assert [(f.location, f.message) for f in caught.value.findings] == [(here, said)]


def test_damaged_picture_is_an_error(tmp_path: Path) -> None:
    """A picture that begins well and ends nowhere is told too, not left out."""
    here = Location("templates/campaigns/velmara/letter.md", 30, 3)
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"\x89PNG\r\n\x1a\nand no more")
    letter = make_letter("open-letter", bare=True)
    broken = replace(letter, body=(Paragraph((Image(str(damaged), "Map", here),), here),))

    with pytest.raises(RenderFailed) as caught:
        render(broken, "pdf", LAYERS)

    [finding] = caught.value.findings
    assert finding.location == here
    assert finding.message == '"damaged.png" cannot be read as a picture'
