"""Outputs: found by their files, cheap to import, and named in errors."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.letters import LAYERS, REPOSITORY, make_letter
from undersigned.errors import NotFound
from undersigned.render import Material, material, output_names, render, suffix


def test_outputs_are_found_by_their_files() -> None:
    """Every module `output_<name>` is an output, with its suffix."""
    assert output_names() == ("html", "labels", "pdf")
    assert {name: suffix(name) for name in output_names()} == {
        "html": ".html", "labels": ".labels.pdf", "pdf": ".pdf",
    }  # fmt: skip


def test_an_output_says_what_it_is_made_of() -> None:
    """A file for each letter, unless its module says otherwise."""
    assert {name: material(name) for name in output_names()} == {
        "html": Material.LETTER, "labels": Material.LABELS, "pdf": Material.LETTER,
    }  # fmt: skip


def test_unknown_output_names_the_nearest() -> None:
    """A slip is answered with the output that was meant."""
    with pytest.raises(NotFound, match=r'unknown output "pfd" \(did you mean "pdf"\?\)'):
        render(make_letter("letter"), "pfd", LAYERS)


def test_html_does_without_the_layout_engine() -> None:
    """Neither HTML nor the check of glyphs loads WeasyPrint, which takes half a second."""
    program = """
import sys
from tests.support.letters import LAYERS, make_letter
import undersigned.render
assert "jinja2" not in sys.modules
undersigned.render.render(make_letter("open-letter"), "html", LAYERS)
from undersigned.render import fonts
fonts.missing_characters(fonts.letter_texts(make_letter("open-letter")), LAYERS)
fonts.missing_pango_libraries(), fonts.has_fast_subsetter(), fonts.fonts_for_language("km", LAYERS)
assert not {"weasyprint", "fontTools", "cffi"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, check=True)
