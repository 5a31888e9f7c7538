"""The text that is signed: all that is said, and for what comes later its expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import dossier
from undersigned.compose.signed_text import compose_signed_text
from undersigned.compose.text_change import SentenceChange, sentence_changes
from undersigned.errors import Location
from undersigned.model.signed_text import Paragraph, SignedText

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CAMPAIGN = "templates/campaigns/dam/campaign.yaml"
FACTS = {CAMPAIGN: "title: Dam safety\nfacts: {houses: 12, town: Vessin}\n"}
ROSTER = {"signatories/r.csv": "name,kind\nVelmar River Watch,\nA. Person,individual\n"}
SIGNED = "signatories: r\n"


def words(
    root: Path, body: str, front: str = "", files: Mapping[str, str | bytes] | None = None
) -> list[str]:
    """The paragraphs of the text that is signed, without the title."""
    title, *rest = compose_signed_text(
        dossier(root, body, front, {**FACTS, **(files or {})})
    ).paragraphs
    assert title.words == "The dam"
    return [paragraph.words for paragraph in rest]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The {{ facts.houses }} houses of {{ facts.town }}.", ["The 12 houses of Vessin."]),
        (
            "We {{ signatories.organisations | length }} write.",
            ["We {{ signatories.organisations | length }} write."],
        ),
        ("On {{ document.date }}.", ["On {{ document.date }}."]),
        ("{{ document.title }}.", ["The dam."]),
        ("{{ recipient.name }} can act.", ["{{ recipient.name }} can act."]),
        (
            "{{ signatories.count + facts.houses }} of us.",
            ["{{ signatories.count + facts.houses where facts.houses = 12 }} of us."],
        ),
        ("*So* **it** `is`\nsaid ~~not~~.", ["So it is said ~~not~~."]),
        ("[Here](https://a.example/b).", ["[Here](https://a.example/b)."]),
        (
            "## One\n\n1. a\n2. b\n\n   c\n\n- d\n\n> Said.\n>\n> — Somebody",
            ["## One", "1. a", "2. b", "   c", "- d", "> Said.", "> — Somebody"],
        ),
        ("A note.[^n]\n\n[^n]: Its {{ facts.town }}.", ["A note.[^1]", "[^1]: Its Vessin."]),
        (
            "A note.[^n]\n\n[^n]:\n    {% if facts.houses > 99 %}\n\n    No.\n\n    {% endif %}",
            ["A note.[^1]", "[^1]: "],
        ),
        ("| a | b |\n|---|---|\n| c | d |", ["| a | b |", "| c | d |"]),
        (
            "{% if signatories.count > 3 %}\n\nMany.\n\n{% else %}\n\nFew.\n\n{% endif %}",
            ["{% if signatories.count > 3 %}", "Many.", "{% else %}", "Few.", "{% endif %}"],
        ),
        ("{% if facts.houses > 3 %}\n\nMany.\n\n{% else %}\n\nFew.\n\n{% endif %}", ["Many."]),
        (
            "{% for one in signatories.all %}\n\n- {{ one.name }} {{ facts.town }}\n\n{% endfor %}",
            [
                "{% for one in signatories.all %}",
                "- {{ one.name }} Vessin",
                "{% endfor %}",
            ],
        ),
    ],
)
def test_what_is_known_is_filled_in(tmp_path: Path, body: str, expected: list[str]) -> None:
    """Facts and conditions on them are part of the text; roster, recipient and date are not yet."""
    front = f"{SIGNED}recipients: [{{id: a, name: The Assembly}}]\n"
    assert words(tmp_path, body + "\n", front, ROSTER) == expected


def test_front_and_end_are_part_of_it(tmp_path: Path) -> None:
    """Subject, salutation, close and enclosures are, where the author wrote them."""
    front = "subject: On {{ facts.town }}\nsalutation: Your Honours,\nenclosures: [A map]\n"
    expected = ["On Vessin", "Your Honours,", "Words.", "A map"]
    assert words(tmp_path, "Words.\n", f"{front}recipients: [{{id: a, name: A}}]\n") == expected


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('block("b", n=facts.houses)', ["We are 12 of 7."]),
        (
            'block("b", n=signatories.count)',
            ['We are {{ n where n = block("b", n=signatories.count) }} of 7.'],
        ),
        (
            'block("b", n=signatories.count, m=facts.houses)',
            [
                (
                    'We are {{ n where n = block("b", n=signatories.count, m=facts.houses) where '
                    "facts.houses = 12 }} of 12."
                )
            ],
        ),
    ],
)
def test_what_a_block_is_given(tmp_path: Path, call: str, expected: list[str]) -> None:
    """An argument that is known is filled in, one that the roster gives is named by its call."""
    block = "---\ntitle: B\nparameters:\n  n:\n  m: '7'\n---\nWe are {{ n }} of {{ m }}.\n"
    files: dict[str, str | bytes] = {**ROSTER, "templates/blocks/b.md": block.encode()}
    assert words(tmp_path, "{{ " + call + " }}\n", SIGNED, files) == expected


def test_a_new_signature_is_no_new_text(tmp_path: Path) -> None:
    """The digest is the same for any roster, recipient and date; a fact makes another."""
    body = (
        "{{ signatories.all }}\n\n{{ recipient.name }} on {{ document.date }}: {{ facts.town }}.\n"
    )

    def digest(folder: str, roster: str, to: str, town: str = "Vessin") -> str:
        files = {"signatories/r.csv": f"name\n{roster}\n", CAMPAIGN: f"facts: {{town: {town}}}\n"}
        files[CAMPAIGN] = f"title: Dam safety\n{files[CAMPAIGN]}"
        front = f"{SIGNED}recipients: [{{id: a, name: {to}}}]\n"
        return compose_signed_text(dossier(tmp_path / folder, body, front, files)).digest

    first = digest("a", "Alpha", "The Assembly")
    assert digest("b", "Alpha\nBeta", "The Diet") == first
    assert digest("c", "Alpha", "The Assembly", "Tarn") != first


def test_how_lines_are_broken_is_no_part_of_it(tmp_path: Path) -> None:
    """Nor are bold and italics; a word is."""
    one = compose_signed_text(dossier(tmp_path / "a", "The *old*\ndam.\n")).digest
    assert compose_signed_text(dossier(tmp_path / "b", "The old   dam.\n")).digest == one
    assert compose_signed_text(dossier(tmp_path / "c", "The new dam.\n")).digest != one


def text(*paragraphs: str) -> SignedText:
    """A text whose paragraphs stand on line 1, line 2 and so on."""
    places = [Location("letter.md", line) for line in range(1, len(paragraphs) + 1)]
    return SignedText("en", tuple(map(Paragraph, paragraphs, places)))


@pytest.mark.parametrize(
    ("signed", "now", "expected"),
    [
        (["One. Two."], ["One. Two."], []),
        (["One. Two."], ["One.", "Two."], []),
        (["One. Two!”[^1] Three."], ["One. 2!”[^1] Three."], [("Two!”[^1]", "2!”[^1]", 1)]),
        (["One.", "Two."], ["One."], [("Two.", "", 1)]),
        (["One."], ["One.", "Two. Three."], [("", "Two.", 2), ("", "Three.", 2)]),
        (["一つ。二つ。"], ["一つ。三つ。"], [("二つ。", "三つ。", 1)]),
        (["One."], [], [("One.", "", 0)]),
    ],
)
def test_sentences_that_differ(
    signed: list[str], now: list[str], expected: list[tuple[str, str, int]]
) -> None:
    """Each is told as it was and as it is, where it stands now."""
    path = {0: ""}
    assert sentence_changes(text(*signed), text(*now)) == tuple(
        SentenceChange(old, new, Location(path.get(line, "letter.md"), line))
        for old, new, line in expected
    )
