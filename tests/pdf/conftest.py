"""PDF files of the letters of tests/support/letters.py, each made once in a run."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.support.blocks import make_block
from tests.support.letters import LAYERS, make_letter, write_picture
from undersigned.render import render

if TYPE_CHECKING:
    from pathlib import Path


class SetPdf(Protocol):
    """Makes the PDF file of a letter, once."""

    def __call__(
        self,
        kind: str,
        language: str = "en",
        signatories: int = 6,
        *,
        draft: bool = False,
        bare: bool = False,
        picture: bool = False,
    ) -> Path: ...


class SetBlock(Protocol):
    """Makes the PDF file of a letter with that signature block, once."""

    def __call__(self, name: str) -> Path: ...


@pytest.fixture(scope="session")
def set_pdf(tmp_path_factory: pytest.TempPathFactory) -> SetPdf:
    """`set_pdf("open-letter", "fr", 40, draft=True)` is the path of that letter's PDF."""
    folder = tmp_path_factory.mktemp("pdf")
    image = write_picture(folder / "map.png", 300, 180)

    @cache
    def make(
        kind: str,
        language: str = "en",
        signatories: int = 6,
        *,
        draft: bool = False,
        bare: bool = False,
        picture: bool = False,
    ) -> Path:
        letter = make_letter(
            kind, language, signatories, draft=draft, bare=bare, picture=image if picture else None
        )
        path = folder / f"{kind}-{language}-{signatories}-{draft}-{bare}-{picture}.pdf"
        path.write_bytes(render(letter, "pdf", LAYERS))
        return path

    return make


@pytest.fixture(scope="session")
def set_block(tmp_path_factory: pytest.TempPathFactory) -> SetBlock:
    """`set_block("forty-logos")` is the path of the PDF of that block (tests/support/blocks.py)."""
    folder = tmp_path_factory.mktemp("blocks")

    @cache
    def make(name: str) -> Path:
        path = folder / f"{name}.pdf"
        path.write_bytes(render(make_block(name, folder), "pdf", LAYERS))
        return path

    return make
