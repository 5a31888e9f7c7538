"""`undersigned render`: "à le Sénat" is "au Sénat", with the catalogue that ships."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.support.pdf import pdf_text
from tests.support.tree import build_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

_WORDS = {
    "fr": "Nous écrivons à {{ recipient.in_text }} ; le rôle de **{{ recipient.in_text }}**.",
    "es": "Escribimos a {{ recipient.in_text }}; el papel de **{{ recipient.in_text }}**.",
}
_SUBJECTS = {"fr": "Le rôle de {{ recipient.in_text }}", "es": "Papel de {{ recipient.in_text }}"}


@pytest.fixture
def letter(workspace: Path) -> Callable[..., None]:
    """`letter("fr-upper", "fr-lower")`: a letter to these, with both translations."""

    def letter(*chambers: str) -> None:
        named = ", ".join(f"{{chamber: {chamber}}}" for chamber in chambers)
        files = {
            "templates/campaigns/spring/letter.md": (
                "---\nkind: letter\ntitle: The dam\ndate: 2024-05-01\nsubject: The dam\n"
                f"recipients: [{named}]\n---\nWe write to {{{{ recipient.in_text }}}}.\n"
            )
        }
        for language, words in _WORDS.items():
            files[f"templates/campaigns/spring/letter.{language}.md"] = (
                f"---\ntitle: X\nsubject: {_SUBJECTS[language]}\n---\n{words}\n"
            )
        build_file_tree(workspace, files)

    return letter


def words(path: Path) -> str:
    """What an output says, in one line."""
    if path.suffix == ".pdf":
        return " ".join(pdf_text(path).split())
    bare = re.sub(r"(?s)<style.*?</style>|<[^>]*>", "", path.read_text(encoding="utf-8"))
    return " ".join(unescape(bare).split())


@dataclass(frozen=True)
class Case:
    """A letter to these chambers, and what its text and its subject say."""

    language: str
    chambers: tuple[str, ...]
    body: str
    subject: str


_TWO_FRENCH = "Sénat français et l’Assemblée nationale française"
_TWO_SPANISH = "Congreso de los Diputados y el Senado de España"
_ALONE = [
    Case(
        "fr",
        ("fr-upper",),
        "Nous écrivons au Sénat français ; le rôle du Sénat français.",
        "Le rôle du Sénat français",
    ),
    Case(
        "fr",
        ("fr-lower",),
        (
            "Nous écrivons à l’Assemblée nationale française ; "
            "le rôle de l’Assemblée nationale française."
        ),
        "Le rôle de l’Assemblée nationale française",
    ),
    Case(
        "es",
        ("es-upper",),
        "Escribimos al Senado de España; el papel del Senado de España.",
        "Papel del Senado de España",
    ),
]
_TOGETHER = [
    Case(
        "fr",
        ("fr-upper", "fr-lower"),
        f"Nous écrivons au {_TWO_FRENCH} ; le rôle du {_TWO_FRENCH}.",
        f"Le rôle du {_TWO_FRENCH}",
    ),
    Case(
        "es",
        ("es-lower", "es-upper"),
        f"Escribimos al {_TWO_SPANISH}; el papel del {_TWO_SPANISH}.",
        f"Papel del {_TWO_SPANISH}",
    ),
]


@pytest.mark.parametrize("output", ["html", "pdf"])
@pytest.mark.parametrize("case", [*_ALONE, *_TOGETHER], ids=lambda case: "+".join(case.chambers))
def test_an_open_letter_contracts(
    run: Callable[..., Said],
    workspace: Path,
    letter: Callable[..., None],
    case: Case,
    output: str,
) -> None:
    """The preposition and the article of the name that follows it are one word."""
    letter(*case.chambers)
    said = run("render", "spring/letter", "--lang", case.language, "--to", output)
    made = f"output/spring/letter.{case.language}.{output}"
    assert (said.code, said.out, said.err) == (0, f"{made}\n", "")
    text = words(workspace / made)
    assert case.body in text
    assert case.subject in text
    assert not re.search(r"\b(à les?|de les?|a el|de el)\b", text)


@pytest.mark.parametrize("output", ["html", "pdf"])
def test_each_letter_contracts(
    run: Callable[..., Said], workspace: Path, letter: Callable[..., None], output: str
) -> None:
    """In the individual edition each recipient has the form of its own name, in its language."""
    letter(*(case.chambers[0] for case in _ALONE))
    said = run("render", "spring/letter", "--each", "--to", output)
    assert (said.code, said.err) == (0, "")
    for case in _ALONE:
        text = words(workspace / f"output/spring/letter/{case.chambers[0]}.{output}")
        assert case.body in text
        assert case.subject in text
