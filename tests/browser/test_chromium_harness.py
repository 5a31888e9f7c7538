"""The browser itself: it must see what is wrong with a bad page, and nothing in a good one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.chromium import Chromium

pytestmark = pytest.mark.browser

GOOD = """<!doctype html>
<html lang="en">
<head><title>A letter</title><meta name="viewport" content="width=device-width">
<style>p { color: #123456; text-transform: uppercase }</style></head>
<body><main><article><h1>To all</h1><p>We, the undersigned, write.</p></article></main></body>
</html>"""

BAD = """<!doctype html>
<html>
<head><title>A letter</title></head>
<body><article><h1 style="width: 900px">To all</h1><img src="missing.png">
<img src="https://example.org/pixel.png" alt="">
<script>console.error("told the console"); throw new Error("thrown");</script>
</article></body>
</html>"""


def write(folder: Path, html: str) -> Path:
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    return path


def test_good_page_has_no_problems(browser: Chromium, tmp_path: Path) -> None:
    """A good page has no problems, on a small telephone too, and axe is content."""
    report = browser.visit(write(tmp_path, GOOD), width=320, axe=True)

    assert report.problems == []
    assert report.title == "A letter"
    assert report.text == "To all\n\nWE, THE UNDERSIGNED, WRITE."
    assert (report.inner_width, report.scrolls_sideways) == (320, False)


def test_bad_page_is_found_out(browser: Chromium, tmp_path: Path) -> None:
    """Console, script errors, failed requests, sideways scroll and axe's rules are all reported."""
    path = write(tmp_path, BAD)

    report = browser.visit(path, width=320, axe=True)

    assert "told the console" in report.console_errors
    assert report.page_errors == ("thrown",)
    assert f"{path.parent.as_uri()}/missing.png net::ERR_FILE_NOT_FOUND" in report.failed_requests
    assert report.remote_requests == ("https://example.org/pixel.png",)
    assert report.inner_width == 320
    assert report.scroll_width > 900
    assert report.scrolls_sideways
    assert {"html-has-lang", "image-alt"} <= {found.rule for found in report.axe_violations}
    kinds = {problem.split(":")[0] for problem in report.problems}
    assert kinds == {"console", "script", "request", "scrolls sideways", "axe"}


def test_page_without_styles(browser: Chromium, tmp_path: Path) -> None:
    """A page can be looked at as it is without its styles."""
    report = browser.visit(write(tmp_path, GOOD), styles=False)

    assert report.text == "To all\n\nWe, the undersigned, write."


def test_page_without_scripts_and_in_print(browser: Chromium, tmp_path: Path) -> None:
    """A page can be looked at without JavaScript, and as it is printed."""
    html = GOOD.replace("</style>", "@media print { p { display: none } }</style>").replace(
        "</article>", "<script>document.body.textContent = ''</script></article>"
    )

    report = browser.visit(write(tmp_path, html), scripts=False, media="print")

    assert report.text == "To all"


def test_page_can_be_acted_on_and_pictured(browser: Chromium, tmp_path: Path) -> None:
    """A test may use playwright's page, and take a picture of the whole page."""
    picture = tmp_path / "page.png"

    report = browser.visit(
        write(tmp_path, GOOD),
        width=400,
        screenshot=picture,
        act=lambda page: page.locator("p").count(),
    )

    assert report.value == 1
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_asyncio_stays_usable(browser: Chromium, tmp_path: Path) -> None:
    """The browser leaves no running event loop behind in the tests' thread."""
    browser.visit(write(tmp_path, GOOD))

    assert asyncio.run(asyncio.sleep(0, "done")) == "done"
