"""Signature blocks in a reader's browser: narrow and wide, and names that would turn the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.blocks import block_letter, make_block, organisations
from tests.support.letters import LAYERS, signatory
from undersigned.render import render

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.support.chromium import Chromium

pytestmark = pytest.mark.browser

# Each opens what it does not close, or closes what it did not open.
TURNING = {
    "embedding": "Alpha \u202b Beta",
    "isolate": "Alpha \u2067 Beta",
    "pops": "Alpha \u2069\u2069\u202c\u202c Beta",
    "mark": "Alpha Beta \u200f",
    "arabic": "رابطة المدن",
}


@pytest.mark.parametrize(
    "name", ["one-signed", "six-logos", "forty-logos", "few-in-each", "regions", "500-ar"]
)
@pytest.mark.parametrize("width", [320, 1200])
def test_block_fits_any_screen(browser: Chromium, tmp_path: Path, name: str, width: int) -> None:
    """Nothing scrolls sideways, and axe finds no barrier."""
    page = tmp_path / "block.html"
    page.write_bytes(render(make_block(name, tmp_path), "html", LAYERS))

    assert browser.visit(page, width=width, axe=True).problems == []


def test_logos_take_one_area_on_a_screen(browser: Chromium, tmp_path: Path) -> None:
    """Of eight proportions, from a tower to a wordmark."""
    page = tmp_path / "block.html"
    page.write_bytes(render(make_block("forty-logos", tmp_path), "html", LAYERS))

    def areas(page: Page) -> Any:
        return page.evaluate(
            "() => [...document.querySelectorAll('img.logo')].map(one => {"
            " const box = one.getBoundingClientRect(); return box.width * box.height; })"
        )

    found = browser.visit(page, width=1200, act=areas).value

    assert len(found) == 40
    # The tallest towers alone are cut down, so as not to push their row apart.
    assert min(found) > 0.75 * max(found)
    assert sorted(found)[5] > 0.95 * max(found)


@pytest.mark.parametrize("name", TURNING.values(), ids=TURNING.keys())
@pytest.mark.parametrize("others", [0, 20, 120])
def test_name_turns_nothing_that_follows_it(
    browser: Chromium, tmp_path: Path, name: str, others: int
) -> None:
    """Acronym and country stand to the right of it, in their order, in a list of any length."""
    one = signatory(name, 5, acronym="ABC", country="Velmara")
    page = tmp_path / "turned.html"
    letter = block_letter([one, *organisations(others, mixed=False)])
    page.write_bytes(render(letter, "html", LAYERS))

    def order(page: Page) -> Any:
        return page.evaluate(
            """() => {
                const item = document.querySelector('.signatures li');
                const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
                const at = words => {
                    walker.currentNode = item;
                    while (walker.nextNode()) {
                        const index = walker.currentNode.data.indexOf(words);
                        if (index < 0) continue;
                        const range = document.createRange();
                        range.setStart(walker.currentNode, index);
                        range.setEnd(walker.currentNode, index + words.length);
                        return range.getBoundingClientRect().x;
                    }
                };
                return [item.getBoundingClientRect().x, at('('), at('ABC'), at(')'), at('Velmara')];
            }"""
        )

    found = browser.visit(page, width=1200, act=order).value

    assert found == sorted(found)
    assert len(set(found)) == 5


def test_what_a_logo_is_ends_with_its_name(browser: Chromium, tmp_path: Path) -> None:
    """Words about a picture have no elements: there the name is set apart by characters."""
    letter = make_block("six-logos", tmp_path)
    assert letter.signatures is not None
    group = letter.signatures.groups[0]
    turned = replace(group.signatories[0], name=signatory("Alpha \u2067 Beta").name)
    block = replace(
        letter.signatures, groups=(replace(group, signatories=(turned, *group.signatories[1:])),)
    )
    page = tmp_path / "alt.html"
    page.write_bytes(render(replace(letter, signatures=block), "html", LAYERS))

    def first(page: Page) -> Any:
        return page.locator("img.logo").first.get_attribute("alt")

    assert browser.visit(page, act=first).value == "Logo of \u2068Alpha \u2067 Beta\u2069\u2069"
