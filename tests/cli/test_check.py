"""`undersigned check`: all that is wrong, with its place, and nothing written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.support.alphabets import without_icu
from tests.support.tree import read_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Said

LETTER = "templates/campaigns/spring/letter.md"
STATEMENT = "templates/campaigns/spring/statement.md"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_to_mend(run: Callable[..., Said], workspace: Path) -> None:
    """Sound files give no finding, and are left as they are."""
    before = read_file_tree(workspace)
    said = run("check")
    assert (said.code, said.out, said.err) == (0, "", "2 documents: nothing to mend\n")
    assert read_file_tree(workspace) == before


def test_findings_with_place_rule_and_hint(run: Callable[..., Said], workspace: Path) -> None:
    """A finding names file, line and column, then its rule; the hint is on the next line."""
    change(workspace / LETTER, "signatories: spring", "signatories: sprung\nsubjekt: The dam")
    said = run("check")
    assert said.code == 1
    assert (
        said.out
        == (
            'templates/campaigns/spring/letter.md:7:1: unknown key "subjekt" [unknown-key]\n'
            '    did you mean "subject"?\n'
        )
        or said.out.count("\n    did you mean") == 2
    )
    assert said.err.endswith("in 2 documents\n")


def test_a_warning_is_no_error(run: Callable[..., Said], workspace: Path) -> None:
    """A final document without a date deserves a look, and the exit code stays 0."""
    change(workspace / LETTER, "date: 2024-05-01", "status: final")
    said = run("check")
    assert said.code == 0
    assert "letter.md" in said.out
    assert ": warning: " in said.out
    assert said.out.splitlines()[0].endswith(" [no-date]")
    assert said.err == "1 warning in 2 documents\n"


def test_json(run: Callable[..., Said], workspace: Path) -> None:
    """For another program each finding is an object, and an empty list says that all is well."""
    assert run("check", "--format", "json").out == "[]\n"
    change(workspace / LETTER, "recipients: two", "recipients: tow")
    said = run("check", "--format", "json", "spring/letter")
    assert (said.code, said.err) == (1, "")
    assert json.loads(said.out) == [
        {
            "path": LETTER,
            "line": 5,
            "column": 13,
            "rule": "unknown-recipient-list",
            "level": "error",
            "message": 'unknown recipient list "tow"',
            "hint": 'did you mean "two"?',
        }
    ]


def test_a_character_that_no_font_has(run: Callable[..., Said], workspace: Path) -> None:
    """What no font can draw is told before anybody renders."""
    change(workspace / LETTER, "about the dam", "about the dam \U0001f9ff\U00013000\U000105c0")
    said = run("check")
    assert said.code == 1
    assert "[missing-glyph]" in said.out
    assert "letter.md:8:" in said.out


def test_a_missing_translation(run: Callable[..., Said], workspace: Path) -> None:
    """A language that a document does not have is told."""
    said = run("check", "--lang", "fr", "spring/letter")
    assert said.code == 1
    assert "letter.md:1:1: " in said.out


def test_each(run: Callable[..., Said], workspace: Path) -> None:
    """`--each` finds what goes wrong for one recipient alone."""
    change(workspace / LETTER, "We, the", "To {{ recipient.in_text }}: we, the")
    said = run("check", "--each", "spring/letter")
    assert said.code == 1
    assert "in_text" in said.out


def test_an_untailored_order_is_a_note(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without PyICU, names in the order of another alphabet are told once: a note to `check`, a
    line beside the result to `render`."""
    order = "signatories: {roster: spring, order: alphabetical}"
    change(workspace / LETTER, "signatories: spring", order)
    change(workspace / STATEMENT, "---\nThe", f"{order}\n---\nThe")
    (workspace / LETTER.replace(".md", ".es.md")).write_text("---\ntitle: La presa\n---\nSí.\n")
    note = (
        f"{LETTER}:1:1: note: the names are not in the alphabetical order of Spanish [collation]\n"
        "    PyICU is not installed, and the order of the Unicode table stands in for each "
        'language\'s: run "make icu" in a checkout, or pip install "undersigned[icu]"\n'
    )
    without_icu(monkeypatch)
    said = run("check")
    assert (said.code, said.out, said.err) == (0, note, "1 note in 2 documents\n")
    said = run("render", "--to", "html")
    assert (said.code, said.err) == (0, note)
