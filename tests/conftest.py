"""Fixtures of the whole suite; each lives in tests/support/fixtures.py, beside what it hands out."""

pytest_plugins = ["tests.support.fixtures"]
