"""A translation carries what is language; all the rest is said once, in the default language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acceptance.letters import BLOCKS, CAMPAIGN

if TYPE_CHECKING:
    from tests.acceptance.letters import Letters

FRENCH = "templates/campaigns/spring/letter.fr.md"


@pytest.fixture(autouse=True)
def campaign(letters: Letters) -> None:
    letters.write({CAMPAIGN: "title: Spring\nlanguages: [en, fr]\nfacts:\n  turnout: 61\n"})
    letters.letter(front="place: Port Sorrel\nsubject: The Tane dam\nsalutation: Your Honours,")


def translate(
    letters: Letters, front: str = "title: Lettre sur le barrage\nsubject: Le barrage"
) -> None:
    letters.write({FRENCH: f"---\n{front}\n---\nLe barrage cède ({{{{ facts.turnout }}}}).\n"})


def test_overrides_the_language_alone(letters: Letters) -> None:
    """Title, subject, salutation, close and body are its own; place, date and list are not."""
    translate(
        letters,
        "title: Lettre sur le barrage\nsubject: Le barrage\nsalutation: Mesdames et Messieurs,\n"
        "close: Avec respect,",
    )
    text = letters.text("letter.fr")
    for words in (
        "Lettre sur le barrage",
        "Le barrage",
        "Mesdames et Messieurs,",
        "Avec respect,",
        "Le barrage cède (61).",
        "1er mai 2024",
        "Port Sorrel",
    ):
        assert words in text
    assert "Your Honours" not in text
    assert "The dam is unsafe." in letters.text()


def test_is_in_its_language(letters: Letters) -> None:
    """The page says which language it is in."""
    translate(letters)
    assert '<html lang="fr"' in letters.page("letter.fr")


def test_salutation_is_not_inherited(letters: Letters) -> None:
    """What is language and not translated is made in the letter's language, never left English."""
    translate(letters)
    assert "Your Honours" not in letters.text("letter.fr")


@pytest.mark.parametrize(
    "line",
    ["date: 2024-05-02", "status: draft", "signatories: other", "kind: letter", "place: Ailleurs"],
)
def test_saying_otherwise_is_refused(letters: Letters, line: str) -> None:
    """What the default language says, a translation does not say differently."""
    translate(letters, f"title: Lettre\nsubject: Le barrage\n{line}")
    letters.refuses(letters.at(FRENCH, line), line.partition(":")[0])


@pytest.mark.parametrize("front", ["subject: Le barrage", "titel: Lettre\nsubject: Le barrage"])
def test_without_a_title(letters: Letters, front: str) -> None:
    """A translation has a title of its own; that it has none is told once, in its file."""
    translate(letters, front)
    letters.refuses(FRENCH, "tit")


def test_missing_wording(letters: Letters) -> None:
    """A language that the program has no words for is told."""
    letters.write({CAMPAIGN: "title: Spring\nlanguages: [en, tlh]\n"})
    letters.write(
        {"templates/campaigns/spring/letter.tlh.md": "---\ntitle: Qa\nsubject: Qa\n---\nQapla.\n"}
    )
    (finding,) = letters.refused().findings
    assert "tlh" in finding


def test_block_in_the_language(letters: Letters) -> None:
    """A translation takes the block's translation."""
    letters.block("duty", "{{ who }} owes.", "who:")
    letters.block("duty", "{{ who }} doit.", "who:", language="fr")
    letters.letter('{{ block("duty", who="Vallora") }}')
    body = '{{ block("duty", who="Vallora") }}'
    letters.write({FRENCH: f"---\ntitle: Lettre\nsubject: Le barrage\n---\n{body}\n"})
    assert "Vallora doit." in letters.text("letter.fr")
    assert "Vallora owes." in letters.text()


def test_block_without_that_language(letters: Letters) -> None:
    """A block that lacks the language is told, with the file to write."""
    letters.block("duty", "All owe.")
    letters.write(
        {FRENCH: '---\ntitle: Lettre\nsubject: Le barrage\n---\nAvant.\n\n{{ block("duty") }}\n'}
    )
    letters.refuses(f"{BLOCKS}/duty.md", "duty.fr.md")


def test_one_language_alone(letters: Letters) -> None:
    """`--lang` renders that language only."""
    translate(letters)
    letters.render("--to", "html", "--lang", "fr")
    written = sorted(path.name for path in (letters.root / "output/spring").iterdir())
    assert written == ["letter.fr.html"]
