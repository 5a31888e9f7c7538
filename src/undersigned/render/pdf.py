"""A page to PDF: WeasyPrint, held to the workspace's files, with nothing that it says unheard.

The same page gives the same bytes in every process. Fonts and their stylesheet are loaded
once a process: each FontConfiguration leaks a quarter of a megabyte.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from undersigned.errors import RenderFailed
from undersigned.model.letter import Letter
from undersigned.render.complaints import listen, refusal_finding
from undersigned.render.engine import load_engine
from undersigned.render.page import Page
from undersigned.render.shipped import font_css

__all__ = ["write_pdf"]

_DPI = 150  # a picture at its full size makes a file tenfold, and no print finer


def write_pdf(
    page: Page,
    letter: Letter,
    layers: Sequence[Path],
    adjust: Callable[[Any], None] | None = None,
) -> bytes:
    """The page as PDF/UA-1.

    `adjust` gets the engine's document when it is laid out and before it is written. Raises
    `RenderFailed` with whatever the layout engine complained of, and `MachineFailed` where it
    cannot be loaded.
    """
    weasyprint = load_engine()
    from undersigned.render.fetcher import FetchRefused, LayerFetcher  # noqa: PLC0415

    with listen(page, letter) as complaints:
        try:
            configuration, faces = _fonts(tuple(layers))
            source = weasyprint.HTML(string=page.html, url_fetcher=LayerFetcher(layers))
            options = {
                **weasyprint.DEFAULT_OPTIONS,
                "stylesheets": [faces],
                "pdf_variant": "pdf/ua-1",
                "pdf_identifier": letter.metadata.identifier.encode(),
                "dpi": _DPI,
            }
            document = source.render(font_config=configuration, **options)
            if adjust is not None:
                adjust(document)
            content: bytes = document.write_pdf(**options)
        except FetchRefused as refused:
            raise RenderFailed([refusal_finding(refused.url, refused.reason, page)]) from refused
    if complaints:
        raise RenderFailed(complaints)
    return content


# Let go while Python is whole: a configuration removes its folder of font files when it goes,
# circles and all, and at the very end the engine no longer finds what it tidies up with.
@atexit.register
def _forget_fonts() -> None:
    _fonts.cache_clear()
    gc.collect()


@lru_cache(maxsize=4)
def _fonts(layers: tuple[Path, ...]) -> tuple[Any, Any]:
    from undersigned.render.fetcher import LayerFetcher  # noqa: PLC0415

    weasyprint = load_engine()
    configuration = weasyprint.text.fonts.FontConfiguration()
    faces = weasyprint.CSS(
        string=font_css(layers), font_config=configuration, url_fetcher=LayerFetcher(layers)
    )
    return configuration, faces
