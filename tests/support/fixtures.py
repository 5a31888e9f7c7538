"""Fixtures of the whole suite. What is dear to start, a worker starts once, when asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.support.chromium import Chromium
from tests.support.golden import Golden
from tests.support.verapdf import VeraPdf

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[2]

# A machine that is busy elsewhere is no bug; and no test writes into the checkout.
hypothesis.settings.register_profile("here", deadline=None, database=None)
hypothesis.settings.register_profile("ci", deadline=None, database=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew (not in CI)"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is refused in CI: a person has to read the files")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout. Read it; write to `tmp_path`."""
    return REPOSITORY


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the seed letters; without it the test is skipped, or fails if they are due."""
    folder = REPOSITORY.parent / "shared" / "seeds"
    if not folder.is_dir():
        if os.environ.get("REQUIRE_SEEDS") == "1":
            pytest.fail("REQUIRE_SEEDS=1, but ../shared/seeds is missing")
        pytest.skip("../shared/seeds is not on this machine")
    return folder


@pytest.fixture(scope="session")
def verapdf() -> Iterator[VeraPdf]:
    """The validator of PDF/UA and PDF/A: `verapdf.assert_compliant(path, "ua1", "3a")`."""
    with VeraPdf() as validator:
        yield validator


@pytest.fixture(scope="session")
def browser() -> Iterator[Chromium]:
    """The system's Chromium: `browser.visit(path, width=320).problems`."""
    with Chromium() as chromium:
        yield chromium


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """The golden files in the folder `expected` beside the test: `golden.check(name, text)`."""
    return Golden(request.path.parent / "expected", bool(request.config.option.update_golden))
