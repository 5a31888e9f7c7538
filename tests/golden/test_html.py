"""The HTML of every kind, letter for letter; the stylesheet in it has tests of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.support.letters import KINDS, LAYERS, make_letter, write_picture
from undersigned.render import render

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.golden import Golden


def test_every_kind_is_set_as_expected(golden: Golden, tmp_path: Path) -> None:
    """Every kind's page is the one that was read and found good: parts, order, escapes, links."""
    picture = write_picture(tmp_path / "map.png", 4, 3)
    golden.check_all(
        {
            f"{kind}.html": _without_style(
                render(make_letter(kind, picture=picture, draft=kind == "letter"), "html", LAYERS)
            )
            for kind in KINDS
        }
    )


def _without_style(page: bytes) -> str:
    return re.sub("<style>.*?</style>", "<style></style>", page.decode(), flags=re.DOTALL)
