"""Fixtures of the acceptance tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from tests.acceptance.letters import Letters
from tests.acceptance.words import words
from tests.acceptance.workspace import STATEMENT
from tests.support.seeds import carve_documents, carve_statement

if TYPE_CHECKING:
    from pathlib import Path

    from tests.acceptance.sayings import Wording
    from tests.support.seeds import SeedDocument


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Letters:
    """The workspace of an invented coalition; it holds no letter yet."""
    return Letters(tmp_path / "workspace", monkeypatch)


@pytest.fixture(scope="session")
def documents(seeds: Path) -> tuple[SeedDocument, ...]:
    return carve_documents(seeds)


@pytest.fixture(scope="session")
def seed_words(
    seeds: Path, documents: tuple[SeedDocument, ...]
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words of each document, paragraph by paragraph."""
    paragraphs = {document.name: document.paragraphs for document in documents}
    paragraphs[STATEMENT] = carve_statement(seeds).paragraphs
    return {
        name: tuple(tuple(words(paragraph)) for paragraph in texts)
        for name, texts in paragraphs.items()
    }


@pytest.fixture(scope="session")
def wording(repository: Path) -> Wording:
    """The words that are the layout's own."""
    table: Wording = YAML(typ="safe").load(repository / "templates" / "wording" / "en.yaml")
    return table
