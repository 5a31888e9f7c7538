"""What the layout engine logs, as findings at the place that a person can mend.

WeasyPrint goes on after a missing glyph, picture or property, and only logs it; a letter that
went out so would have a hole in it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from undersigned.errors import Finding
from undersigned.model.letter import Letter
from undersigned.render.glyphs import missing_glyph
from undersigned.render.page import Page
from undersigned.render.pictures import data_url, letter_pictures
from undersigned.render.texts import letter_texts

__all__ = ["listen", "refusal_finding"]

_NOTDEF = ".notdef glyph"
_NO_IMAGE = "Failed to load image at"
_PLACE = re.compile(r"\bat (\d+):(\d+)")


@contextmanager
def listen(page: Page, letter: Letter) -> Iterator[list[Finding]]:
    """Gather findings from all that WeasyPrint logs inside, each once."""
    handler = _Complaints(page, letter)
    logger = logging.getLogger("weasyprint")
    was_propagating = logger.propagate
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield handler.findings
    finally:
        logger.removeHandler(handler)
        logger.propagate = was_propagating


def refusal_finding(url: str, reason: str, page: Page) -> Finding:
    """What the fetcher refused to read."""
    shown = url if len(url) <= 100 else url[:97] + "..."
    said = f'"{shown}" is not read: {reason}'
    hint = "a letter's pictures are files of its workspace"
    return Finding(page.layout, "refused-address", said, hint)


class _Complaints(logging.Handler):
    """Turns log records into findings."""

    def __init__(self, page: Page, letter: Letter) -> None:
        super().__init__(logging.WARNING)
        self.findings: list[Finding] = []
        self._page = page
        self._letter = letter

    def emit(self, record: logging.LogRecord) -> None:
        finding = self._finding(record)
        if finding not in self.findings:
            self.findings.append(finding)

    def _finding(self, record: logging.LogRecord) -> Finding:
        message = record.getMessage()
        if message.startswith(_NOTDEF) and isinstance(record.args, tuple):
            character = str(record.args[0])
            for text in letter_texts(self._letter):
                if character in text.text:
                    return missing_glyph(character, text)
            return missing_glyph(character, self._letter.title)
        if message.startswith(_NO_IMAGE) and isinstance(record.args, tuple):
            return self._damaged_picture(str(record.args[0]), message)
        place = _PLACE.search(message)
        location = (
            self._page.stylesheet.location(int(place[1]), int(place[2]))
            if place
            else self._page.layout
        )
        return Finding(location, "layout", _PLACE.sub("", message).replace(" ,", ",").strip())

    def _damaged_picture(self, url: str, message: str) -> Finding:
        for picture in letter_pictures(self._letter):
            if data_url(picture.path, picture.location) == url:
                said = f'"{picture.path.name}" cannot be read as a picture'
                return Finding(picture.location, "unreadable-image", said, "export it again")
        return Finding(self._page.layout, "layout", message.replace(url, url[:60]))
