"""Alphabets: what the tests of collation need of the machine."""

from __future__ import annotations

import os
from importlib.metadata import PackageNotFoundError, distribution

import pytest

from undersigned.compose import collation

__all__ = ["require_icu", "without_icu"]


def require_icu() -> None:
    """Skip the test where PyICU is not installed. Where it should be, on a server of continuous
    integration or with the extra installed, its absence is a failure."""
    if collation.has_tailoring():
        return
    if os.environ.get("CI") or os.environ.get("REQUIRE_ICU") or _is_installed():
        pytest.fail("PyICU is not there, or does not load: scripts/setup.sh icu builds it")
    pytest.skip("without PyICU no language's own order is known: scripts/setup.sh icu builds it")


def without_icu(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that has no PyICU."""
    monkeypatch.setattr(collation, "_icu", lambda: None)


def _is_installed() -> bool:
    try:
        distribution("pyicu")
    except PackageNotFoundError:
        return False
    return True
