"""The program as its user meets it: whole workspaces, the command, and what comes out."""

import pytest

pytest.register_assert_rewrite("tests.acceptance.letters")
