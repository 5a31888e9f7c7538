"""The table in docs/catalogue.md is what `recipients check --coverage` prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.support.golden import Golden
from undersigned.load import builtin_root, load_catalogue, open_workspace
from undersigned.proof.coverage import coverage_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_PLACE = re.compile(r"(<!-- coverage -->\n).*?(<!-- /coverage -->)", re.DOTALL)


def test_the_page_shows_how_much_is_filled(
    repository: Path, request: pytest.FixtureRequest
) -> None:
    """By group, in numbers of parliaments and chambers; renewed with --update-golden."""
    rows = [row.row() for row in coverage_of(load_catalogue(open_workspace(builtin_root())))]
    head = [name.replace("_", " ") for name in rows[0]]
    lines = [head, ["---", *["--:"] * (len(head) - 1)]]
    lines += [[str(value) for value in row.values()] for row in rows]
    table = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    page = repository / "docs" / "catalogue.md"
    text = _PLACE.sub(lambda match: match[1] + table + match[2], page.read_text("utf-8"))
    golden = Golden(repository / "docs", bool(request.config.option.update_golden))
    golden.check("catalogue.md", text)
