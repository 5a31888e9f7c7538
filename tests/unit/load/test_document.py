"""Translations: what is language is theirs, the rest is the document's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.sketch import sketch
from tests.support.sources import compose, dossier, said

if TYPE_CHECKING:
    from pathlib import Path

FRENCH = "templates/campaigns/dam/letter.fr.md"
BASE = "templates/campaigns/dam/letter.md"
BLOCK = "templates/blocks/oath"


def test_a_translation_carries_what_is_language(tmp_path: Path) -> None:
    """Title and body are the translation's, place and roster the document's, in its language."""
    files: dict[str, str | bytes] = {
        FRENCH: "---\ntitle: Le barrage\n---\nÀ {{ recipient.name }}\n",
        "signatories/r.csv": "name\nA\nB\n",
    }
    front = "place: Velmar\nsignatories: r\nrecipients: [{name: C}, {name: D}]\n"
    letter = compose(tmp_path, "W\n", front, files, language="fr")
    parts = (letter.title, letter.date, letter.dateline, letter.body)
    assert sketch(parts).split("\n") == [
        "'Le barrage' 2:8 document",
        "'2 avril 2031' 1:1 document",
        "'Velmar, le 2 avril 2031' 5:8 document",
        "Paragraph 4:1",
        "  'À ' 4:1",
        "  'C et D' 4:3 recipient",
    ]
    assert letter.signatures is not None
    assert str(letter.signatures.count) == "2 organisations"


def test_what_a_translation_may_not_say_is_told(tmp_path: Path) -> None:
    """Keys of the document, and language that is missing, have their places."""
    files: dict[str, str | bytes] = {FRENCH: "---\nstatus: final\nplace: Y\n---\nW\n"}
    carries = f"(say it in {BASE}; a translation carries close, salutation, subject, title)"
    assert said(lambda: dossier(tmp_path, "W\n", "subject: S\n", files, "fr")) == [
        f'{FRENCH}:2:1 [translation] "status" belongs to the document, not to its translation '
        + carries,
        f'{FRENCH}:2:1 [translation] the translation has no "subject" (in {BASE} it reads: S)',
        f'{FRENCH}:2:1 [translation] the translation has no "title" (in {BASE} it reads: The dam)',
        f'{FRENCH}:3:1 [translation] "place" belongs to the document, not to its translation '
        + carries,
    ]


def test_a_missing_translation_is_told(tmp_path: Path) -> None:
    """A language that nobody wrote the document in is a finding, with the file to write."""
    assert said(lambda: dossier(tmp_path, language="fr")) == [
        (
            f'{BASE}:1:1 [missing-translation] dam/letter has no text in the language "fr" '
            f"(write {FRENCH})"
        )
    ]


def test_a_block_has_the_language_of_the_letter(tmp_path: Path) -> None:
    """The translation of a block is used, and a block without one is told."""
    call = '{{ block("oath") }}\n'
    files: dict[str, str | bytes] = {
        FRENCH: f"---\ntitle: Le barrage\n---\n{call}",
        f"{BLOCK}.md": "---\n---\nEnglish\n",
    }
    assert said(lambda: dossier(tmp_path / "a", call, "", files, "fr")) == [
        (
            f'{BLOCK}.md:1:1 [missing-translation] the block "oath" has no text in the language '
            f'"fr" (write {BLOCK}.fr.md)'
        )
    ]
    files[f"{BLOCK}.fr.md"] = "---\n---\nFrançais\n"
    letter = compose(tmp_path / "b", call, "", files, language="fr")
    assert sketch(letter.body) == "Paragraph 3:1\n  'Français' 3:1 block"
