"""Fixtures of the whole suite: tests/support/fixtures.py has them, beside what they hand out."""

pytest_plugins = ["tests.support.fixtures"]
