"""What would come out wrong without anybody noticing is refused, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import DOCUMENT, compose, dossier, said
from undersigned.errors import NotFound

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Words.\n\n##\n\n1. One\n2.\n",
            [
                "8:1 [empty] the heading is empty (write its words on this line, or delete it)",
                (
                    "11:1 [empty] the item of a list is empty (write its words on this line, or "
                    "delete it)"
                ),
            ],
            id="empty parts",
        ),
        pytest.param(
            "| a |\n|---|\n{% for x in [1] %}\n| {{ x }} |\n{% endfor %}\n",
            [
                f"{line}:1 [statement] a statement cannot stand among the rows of a table (leave "
                "an empty line between them; rows that change become a list)"
                for line in (8, 10)
            ],
            id="a loop among rows",
        ),
    ],
)
def test_in_the_text(tmp_path: Path, body: str, expected: list[str]) -> None:
    """Parts without words, and statements where they divide nothing."""
    told = said(lambda: dossier(tmp_path, body))
    assert [line.removeprefix(f"{DOCUMENT}:") for line in told] == expected


def test_a_character_written_as_an_escape(tmp_path: Path) -> None:
    """A lone surrogate that YAML makes of an escape is told like one in the file."""
    told = said(lambda: dossier(tmp_path, front='place: "\\uD83D"\n'))
    assert told == [
        (
            f"{DOCUMENT}:5:8 [character] the character U+D83D cannot be printed (type what is "
            "meant, not its escape)"
        ),
    ]


@pytest.mark.parametrize("language", ["../../x", "", "english please"])
def test_a_language_that_is_no_code(tmp_path: Path, language: str) -> None:
    """No file is looked for under a name that no language has."""
    with pytest.raises(NotFound):
        dossier(tmp_path, language=language)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('{{ "\\x00" }}', "its value holds the character U+0000, which cannot be printed"),
        ('{{ "\\u202e" }}', "its value holds the character U+202E, which cannot be printed"),
        ("[a]({{ 'nowhere' }})", 'the link leads to "nowhere", which a reader cannot reach'),
        ("{{ 'abc' | truncate(-5) }}", "{{ 'abc' | truncate(-5) }}"),
    ],
)
def test_when_it_is_filled_in(tmp_path: Path, body: str, message: str) -> None:
    """Values that cannot be printed or reached are told where they are filled in."""
    (told,) = said(lambda: compose(tmp_path, body + "\n"))
    assert message in told


def test_a_translation_leaves_out_nothing_of_the_masthead(tmp_path: Path) -> None:
    """What the kind calls language must be in the translation if the original has it."""
    front = "session: Sixty-third session\n"
    files = {
        DOCUMENT: f"---\nkind: un-statement\ntitle: Dam\n{front}---\nWords.\n",
        DOCUMENT.replace(".md", ".fr.md"): "---\ntitle: Barrage\n---\nMots.\n",
    }
    told = said(lambda: dossier(tmp_path, files=files, language="fr"))
    assert told == [
        (
            f"{DOCUMENT.replace('.md', '.fr.md')}:2:1 [translation] the translation has no "
            '"session" '
            f"(in {DOCUMENT} it reads: Sixty-third session)"
        ),
    ]


def test_a_final_document_has_words_of_its_own(tmp_path: Path) -> None:
    """What `new` wrote to begin with is for drafts."""
    starter = "Say in the first sentence\nwhy you write, and what you ask for.\n\nOur own words.\n"
    assert said(lambda: dossier(tmp_path / "final", starter, "status: final\n")) == [
        (
            f"{DOCUMENT}:7:1 [starter-text] this is still what `new` wrote to begin with (write "
            "your own words here, or delete it)"
        ),
    ]
    assert dossier(tmp_path / "draft", starter).remarks == ()
