"""A page as its reader's browser shows it: the system's own Chromium, driven by playwright.

Nothing is downloaded: playwright's wheel brings its driver, and `executable_path` names the
browser. Requests that would leave the machine are stopped, and reported.

playwright's synchronous interface leaves a running event loop in its thread, in which no other test
could use asyncio; so it has a thread of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page, Playwright, Response, Route

__all__ = ["AxeViolation", "Chromium", "ChromiumMissingError", "PageReport", "find_chromium"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ON_MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
_ARGUMENTS = (
    "--headless",
    "--no-sandbox",  # a container's root has none
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_NO_STYLES = """() => {
    document.querySelectorAll("style, link[rel~=stylesheet]").forEach(node => node.remove());
    document.querySelectorAll("[style]").forEach(node => node.removeAttribute("style"));
}"""


class ChromiumMissingError(Exception):
    """No Chromium on this machine; the message says how to get it."""


@dataclass(frozen=True)
class AxeViolation:
    """A rule of accessibility that the page breaks, and the elements that break it."""

    rule: str
    impact: str
    help: str
    elements: tuple[str, ...]


@dataclass(frozen=True)
class PageReport:
    """What a reader, and their browser's console, got to see of a page."""

    title: str
    text: str  # innerText of the first `article`, or of the body where there is none
    console_errors: tuple[str, ...]
    page_errors: tuple[str, ...]
    failed_requests: tuple[str, ...]
    remote_requests: tuple[str, ...]  # stopped, so each is among the failed ones too
    scroll_width: int
    inner_width: int
    axe_violations: tuple[AxeViolation, ...]  # empty where axe was not asked for
    value: Any  # what `act` returned

    @property
    def scrolls_sideways(self) -> bool:
        return self.scroll_width > self.inner_width

    @property
    def problems(self) -> list[str]:
        """All that no page may have, one line each."""
        return [
            *(f"console: {text}" for text in self.console_errors),
            *(f"script: {text}" for text in self.page_errors),
            *(f"request: {text}" for text in self.failed_requests),
            *(
                [f"scrolls sideways: {self.scroll_width} px wide in {self.inner_width}"]
                if self.scrolls_sideways
                else []
            ),
            *(
                f"axe: {found.rule} ({found.impact}): {found.help}: {', '.join(found.elements)}"
                for found in self.axe_violations
            ),
        ]


def find_chromium() -> Path:
    """The browser's program on this machine."""
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    if _ON_MACOS.exists():
        return _ON_MACOS
    raise ChromiumMissingError("no Chromium: run `scripts/setup.sh test`")


class Chromium:
    """A running browser; each visit is a new, empty profile."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="chromium")
        self._home = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def visit(
        self,
        page: Path | str,
        *,
        width: int = 1280,
        height: int = 900,
        styles: bool = True,
        scripts: bool = True,
        media: Literal["screen", "print"] = "screen",
        axe: bool = False,
        screenshot: Path | None = None,
        act: Callable[[Page], Any] | None = None,
    ) -> PageReport:
        """Open an HTML file, or an address on this machine, and report.

        `styles=False` shows the page as without its CSS, `scripts=False` as without JavaScript
        (axe and `styles` still work). `screenshot` is a PNG file of the whole page. `act` gets
        playwright's page once it has loaded; what it returns is the report's `value`.
        """

        def look() -> PageReport:
            return self._visit(
                page if isinstance(page, str) else page.resolve().as_uri(),
                {"viewport": {"width": width, "height": height}, "java_script_enabled": scripts},
                styles=styles,
                media=media,
                axe=axe,
                screenshot=screenshot,
                act=act,
            )

        return self._thread.submit(look).result()

    def close(self) -> None:
        self._thread.submit(self._stop).result()
        self._thread.shutdown()
        self._home.cleanup()

    def _visit(
        self,
        address: str,
        context_options: dict[str, Any],
        *,
        styles: bool,
        media: Literal["screen", "print"],
        axe: bool,
        screenshot: Path | None,
        act: Callable[[Page], Any] | None,
    ) -> PageReport:
        context = self._start().new_context(**context_options)
        try:
            console: list[str] = []
            errors: list[str] = []
            failed: list[str] = []
            remote: list[str] = []

            def note_refusal(response: Response) -> None:
                if response.status >= 400:
                    failed.append(f"{response.url} {response.status}")

            def stop(route: Route) -> None:
                remote.append(route.request.url)
                route.abort()

            context.route(_is_remote, stop)
            page = context.new_page()
            page.on("console", lambda m: console.append(m.text) if m.type == "error" else None)
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("requestfailed", lambda r: failed.append(f"{r.url} {r.failure}"))
            page.on("response", note_refusal)
            page.emulate_media(media=media)
            page.goto(address, wait_until="load")
            if not styles:
                page.evaluate(_NO_STYLES)
            value = act(page) if act else None
            if screenshot:
                page.screenshot(path=screenshot, full_page=True)
            scroll_width, inner_width = page.evaluate(
                "() => [document.documentElement.scrollWidth, window.innerWidth]"
            )
            article = page.locator("article")
            text = (article.first if article.count() else page.locator("body")).inner_text()
            return PageReport(
                title=page.title(),
                text=text,
                axe_violations=_axe(page) if axe else (),
                console_errors=tuple(console),
                page_errors=tuple(errors),
                failed_requests=tuple(failed),
                remote_requests=tuple(remote),
                scroll_width=scroll_width,
                inner_width=inner_width,
                value=value,
            )
        finally:
            context.close()

    def _start(self) -> Browser:
        if self._browser is None:
            program = find_chromium()
            self._playwright = sync_playwright().start()
            self._browser = self._playwright.chromium.launch(
                executable_path=program,
                args=list(_ARGUMENTS),
                env={**os.environ, "HOME": self._home.name},
            )
        return self._browser

    def _stop(self) -> None:
        if self._browser is not None:
            self._browser.close()
        if self._playwright is not None:
            self._playwright.stop()


def _is_remote(url: str) -> bool:
    parts = urlsplit(url)
    return bool(re.match(r"https?|wss?|ftp", parts.scheme)) and parts.hostname not in _LOOPBACK


def _axe(page: Page) -> tuple[AxeViolation, ...]:
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run()")
    return tuple(
        AxeViolation(
            rule=violation["id"],
            impact=violation["impact"],
            help=violation["help"],
            elements=tuple(node["html"] for node in violation["nodes"]),
        )
        for violation in found["violations"]
    )
