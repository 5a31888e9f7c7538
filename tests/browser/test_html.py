"""The HTML in a reader's browser: on a telephone, in the dark, on paper, and without styles."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.support.letters import KINDS, LANGUAGES, LAYERS, make_letter, text, write_picture
from undersigned.render import render

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.support.chromium import Chromium

pytestmark = pytest.mark.browser

WHOLE = [(kind, "en") for kind in KINDS] + [("open-letter", code) for code in LANGUAGES[1:]]


class SetHtml(Protocol):
    """Makes the HTML file of a letter, once."""

    def __call__(self, kind: str, language: str = "en", *, signatories: int = 40) -> Path: ...


@pytest.fixture(scope="session")
def set_html(tmp_path_factory: pytest.TempPathFactory) -> SetHtml:
    """`set_html("letter", "ar")` is the path of that letter's HTML, a draft with a picture."""
    folder = tmp_path_factory.mktemp("html")
    picture = write_picture(folder / "map.png", 900, 400)

    @cache
    def make(kind: str, language: str = "en", *, signatories: int = 40) -> Path:
        letter = make_letter(kind, language, signatories, draft=True, picture=picture)
        path = folder / f"{kind}-{language}-{signatories}.html"
        path.write_bytes(render(letter, "html", LAYERS))
        return path

    return make


@pytest.mark.parametrize(("kind", "language"), WHOLE)
def test_page_fits_a_telephone_and_has_no_fault(
    browser: Chromium, set_html: SetHtml, kind: str, language: str
) -> None:
    """At 360 px nothing scrolls sideways, nothing is fetched, and axe finds no barrier."""
    report = browser.visit(set_html(kind, language), width=360, axe=True)

    assert report.problems == []
    assert report.remote_requests == ()


@pytest.mark.parametrize("kind", ["joint-statement", "open-letter"])
def test_page_of_a_desk_has_no_fault(browser: Chromium, set_html: SetHtml, kind: str) -> None:
    """The same at 1200 px, with many names to a page."""
    assert browser.visit(set_html(kind, signatories=500), width=1200, axe=True).problems == []


def test_long_word_is_broken_rather_than_scrolled_to(browser: Chromium, tmp_path: Path) -> None:
    """A name or an address longer than the screen stays on it."""
    letter = make_letter("open-letter")
    page = tmp_path / "long.html"
    long = replace(letter, title=text("Open" * 40), subject=text("https://" + "very-" * 60))
    page.write_bytes(render(long, "html", LAYERS))

    assert browser.visit(page, width=360).problems == []


@pytest.mark.parametrize("kind", KINDS)
def test_page_reads_well_without_styles(browser: Chromium, set_html: SetHtml, kind: str) -> None:
    """Without its CSS a page has the same words in the same order, and its lists are numbered."""
    styled = browser.visit(set_html(kind))
    bare = browser.visit(set_html(kind), styles=False)

    assert bare.problems == []
    assert bare.text.split() == styled.text.split()


def test_names_that_look_like_markup_are_words(browser: Chromium, set_html: SetHtml) -> None:
    """No script runs, and the reader sees what the organisation is called."""
    report = browser.visit(set_html("open-letter"))

    assert "<script>alert(1)</script>" in report.text
    assert "{{ 7*7 }} & Sons" in report.text
    assert "*bold* _x_ Society" in report.text
    assert report.problems == []


def test_dark_screen_has_light_letters(browser: Chromium, set_html: SetHtml) -> None:
    """Where the reader's screen is dark, so is the page, and axe finds the contrast enough."""

    def darken(page: Page) -> list[str]:
        page.emulate_media(color_scheme="dark")
        style = "getComputedStyle(document.documentElement)"
        return [page.evaluate(f"() => {style}.{name}") for name in ("backgroundColor", "color")]

    report = browser.visit(set_html("press-release"), axe=True, act=darken)

    assert report.value == ["rgb(23, 24, 27)", "rgb(230, 228, 223)"]
    assert report.problems == []


def test_draft_mark_is_at_the_head_of_the_page(browser: Chromium, set_html: SetHtml) -> None:
    """The mark comes first, and is no part of the letter."""

    def first_words(page: Page) -> str:
        return page.locator("body").inner_text().split("\n")[0]

    report = browser.visit(set_html("letter"), act=first_words)

    assert report.value == "Draft – not for distribution"
    assert "Draft" not in report.text
