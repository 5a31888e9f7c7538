"""Mistakes in the files: each is told with its file and line, and with what would be right.

A refused document leaves what was rendered before as it was, and `check` says what `render` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acceptance.letters import BLOCKS, CAMPAIGN, DIRECTORY, LETTER, PICTURE
from tests.acceptance.mistakes_in_front_matter import IN_FRONT_MATTER
from tests.acceptance.mistakes_in_tables import IN_TABLES
from tests.acceptance.mistakes_in_text import IN_TEXT
from tests.support.tree import read_file_tree

if TYPE_CHECKING:
    from tests.acceptance.letters import Letters
    from tests.acceptance.mistakes import Mistake

MISTAKES = [*IN_FRONT_MATTER, *IN_TEXT, *IN_TABLES]


@pytest.mark.parametrize("mistake", MISTAKES, ids=[m.name.replace(" ", "-") for m in MISTAKES])
def test_is_told_with_its_place(letters: Letters, mistake: Mistake) -> None:
    """One mistake, one message: file, line, what is wrong, and the nearest known name."""
    letters.letter(mistake.body, mistake.front)
    letters.write(mistake.files)
    path, needle = mistake.at
    place = letters.at(path, needle) if needle else path
    letters.refuses_with(f"{place}:{mistake.said}", mistake.hint)


def test_circular_blocks(letters: Letters) -> None:
    """Blocks that use each other are told as the circle they are."""
    letters.block("one", 'One.\n\n{{ block("two") }}')
    letters.block("two", 'Two.\n\n{{ block("one") }}')
    letters.letter('{{ block("one") }}')
    (finding,) = letters.refused().findings
    assert finding.startswith(BLOCKS)
    assert "one" in finding
    assert "two" in finding


def test_block_that_uses_itself(letters: Letters) -> None:
    """The smallest circle."""
    letters.block("one", 'One.\n\n{{ block("one") }}')
    letters.letter('{{ block("one") }}')
    letters.refuses(letters.at(f"{BLOCKS}/one.md", "{{ block"), "one")


@pytest.mark.parametrize("path", [LETTER, CAMPAIGN, DIRECTORY, "undersigned.toml"])
def test_not_utf_8(letters: Letters, path: str) -> None:
    """A file in another encoding is told, with the line of the first character that is off."""
    letters.letter()
    text = (letters.root / path).read_bytes()
    lines = text.count(b"\n")
    letters.write({path: text + "# caf\u00e9\n".encode("latin-1")})
    letters.refuses(f"{path}:{lines + 1}", "UTF-8")


@pytest.mark.parametrize("way", ["above", "link", "absolute"])
def test_picture_outside_the_workspace(letters: Letters, way: str) -> None:
    """A picture that is there, but not in the workspace, is told and not read."""
    outside = letters.root.parent / "map.svg"
    outside.write_text(PICTURE, encoding="utf-8")
    source = {"above": "../../../../map.svg", "link": "map.svg", "absolute": str(outside)}[way]
    letters.letter(f"Here.\n\n![A map]({source})")
    if way == "link":
        (letters.root / "templates/campaigns/spring/map.svg").symlink_to(outside)
    letters.refuses(letters.at(LETTER, "map.svg"), "outside")


@pytest.mark.parametrize("source", ["https://example.org/x.png", "file:///etc/hosts", "x.png"])
def test_picture_that_draws_from_outside(letters: Letters, source: str) -> None:
    """A drawing that asks for another file is told by its name, also where no PDF is made."""
    drawing = PICTURE.replace("<path", f'<image href="{source}" width="4" height="4"/><path')
    letters.write({"templates/campaigns/spring/map.svg": drawing})
    letters.letter("Here.\n\n![A map](map.svg)")
    letters.refuses(letters.at(LETTER, "map.svg"), "map.svg")


def test_a_body_that_comes_to_nothing(letters: Letters) -> None:
    """A text of which no condition leaves anything is as empty as none."""
    letters.letter("{% if false %}\nMany.\n{% endif %}")
    letters.refuses(LETTER, "comes to nothing")


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/hosts", "data:text/html,x"])
def test_link_to_what_is_no_address(letters: Letters, target: str) -> None:
    """A link that leads to no address is told; it is not printed with its brackets."""
    letters.letter(f"See [this]({target}).")
    letters.refuses(letters.at(LETTER, "[this]"), target.partition(":")[0])


def test_all_are_told_at_once(letters: Letters) -> None:
    """Three mistakes in three files are three messages of one run."""
    letters.letter("On {{ facts.turnot }}.", "signatories: signers\nsalutations: Dear all,")
    letters.roster("rww", "id")
    letters.facts("turnout: 61")
    findings = letters.refused().findings
    assert sorted(finding.split(":")[0] for finding in findings) == [
        "signatories/signers.csv",
        LETTER,
        LETTER,
    ]


def test_a_refused_letter_leaves_the_earlier_output(letters: Letters) -> None:
    """What was rendered stays, to the byte, when the next rendering is refused."""
    letters.letter()
    letters.render("--to", "html")
    written = read_file_tree(letters.root / "output")
    letters.letter("On {{ facts.turnout }}.")
    letters.refused()
    assert read_file_tree(letters.root / "output") == written


def test_unknown_document(letters: Letters) -> None:
    """A name on the command line that is no document is told with the nearest one."""
    letters.letter()
    said = letters.run("render", "spring/leter")
    assert said.exit_code == 1
    assert "leter" in said.stderr
    assert "spring/letter" in said.stderr


def test_outside_a_workspace(letters: Letters) -> None:
    """Where no folder above holds an undersigned.toml, that is said."""
    (letters.root / "undersigned.toml").unlink()
    said = letters.run("render", "spring")
    assert said.exit_code == 2
    assert "undersigned.toml" in said.stderr


def test_wrong_usage(letters: Letters) -> None:
    """An unknown option is wrong usage."""
    assert letters.run("render", "--tow", "html").exit_code == 2
