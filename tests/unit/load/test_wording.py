"""Wording tables: a table of another language says what the English one says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import said, workspace
from undersigned.errors import NotFound
from undersigned.load import builtin_root, load_wording, open_workspace, wording_languages

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "templates/wording/fr.yaml"
ENGLISH = (builtin_root() / "templates/wording/en.yaml").read_text(encoding="utf-8")
COPY = ENGLISH.replace("language: en\n", "language: fr\n")
# Where the phrases begin, one line after which a key before them would have its first entry.
_LINE = ENGLISH[: ENGLISH.index("\nphrases:\n")].count("\n") + 3


def findings(root: Path, old: str, new: str) -> list[str]:
    """What is said of a copy of the English table with one change."""
    assert COPY.count(old) == 1
    opened = workspace(root, {TABLE: COPY.replace(old, new).encode()})
    return said(lambda: load_wording(opened, "fr"))


def test_a_missing_phrase_is_told_with_the_english_one(tmp_path: Path) -> None:
    """A translator reads what is to be translated."""
    assert findings(tmp_path, '    to: "To:"\n', "") == [
        f'{TABLE}:1:1 [wording] the phrase "to" of "letter" is missing (in English it reads: To:)'
    ]


def test_an_unknown_gap_is_told(tmp_path: Path) -> None:
    """A gap that English does not have would be printed as it stands."""
    assert findings(tmp_path, "{place}, {date}", "{lieu}, {date}") == [
        (
            f'{TABLE}:1:1 [wording] the phrase "place_date" of "letter" has an unknown gap '
            "{lieu} (in English it reads: {place}, {date})"
        )
    ]


def test_a_plural_without_its_general_form_is_told(tmp_path: Path) -> None:
    """Every plural has at least the form "other"."""
    old = '    one: "{count} individual"\n    other: "{count} individuals"\n'
    assert findings(tmp_path, old, '    one: "{count} individual"\n') == [
        f'{TABLE}:1:1 [wording] the plural "individuals" has no form "other"'
    ]


def test_a_table_that_is_marked_as_another_language_is_told(tmp_path: Path) -> None:
    """A copy whose head was not changed would write dates in the wrong language."""
    opened = workspace(tmp_path, {TABLE: ENGLISH.encode()})
    (finding,) = said(lambda: load_wording(opened, "fr"))
    assert finding.partition(":")[2].partition(" ")[2] == (
        '[wording] the table of "fr" is marked "en" '
        "(write language: fr, and look at locale: and date: too)"
    )


def test_contractions_are_read(tmp_path: Path) -> None:
    """A table that has some gives them as they are; one without has none."""
    assert load_wording(workspace(tmp_path), "fr-CA").contractions == {
        "à le": "au",
        "à les": "aux",
        "de le": "du",
        "de les": "des",
    }
    assert load_wording(workspace(tmp_path), "es").contractions == {"a el": "al", "de el": "del"}
    assert load_wording(workspace(tmp_path), "en").contractions == {}


@pytest.mark.parametrize(
    "line",
    ['à: "au"', 'à  le: "au"', 'À le: "au"', 'à le: "Au"', 'à le: "a u"', 'à le: ""',
     'à tout le: "au"', 'à le: "{au}"', "l’a le: x"],
)  # fmt: skip
def test_a_contraction_that_is_none_is_told(tmp_path: Path, line: str) -> None:
    """It is two words that become one; anything else would never be found in a text."""
    key, _, form = line.partition(": ")
    form = form.strip('"')
    assert findings(tmp_path, "\nphrases:\n", f"\ncontractions:\n  {line}\nphrases:\n") == [
        (
            f'{TABLE}:{_LINE}:3 [wording] "{key}": "{form}" is no contraction '
            "(write a preposition, a space and an article, and the one word that they become, "
            'all in small letters: "à le": "au")'
        )
    ]


def test_a_contraction_may_end_in_an_apostrophe(tmp_path: Path) -> None:
    """As in Italian, where "a l’" is "all’"."""
    table = COPY.replace("\nphrases:\n", "\ncontractions: {a l’: all’, a l': all'}\nphrases:\n")
    opened = workspace(tmp_path, {TABLE: table.encode()})
    assert load_wording(opened, "fr").contractions == {"a l’": "all’", "a l'": "all'"}


@pytest.mark.parametrize("code", wording_languages(open_workspace(builtin_root())))
def test_every_shipped_contraction_shortens(code: str) -> None:
    """It says less than the two words, and is told once whatever the case and the apostrophe."""
    table = load_wording(open_workspace(builtin_root()), code).contractions
    for parted, contracted in table.items():
        assert len(contracted) < len(parted)
        assert contracted not in {word for key in table for word in key.split()}
    assert len(table) == len({parted.casefold().replace("'", "’") for parted in table})


def test_a_table_of_the_workspace_comes_before_the_built_in(tmp_path: Path) -> None:
    """A workspace may say it otherwise, and a regional code falls back to its language."""
    opened = workspace(tmp_path, {TABLE: COPY.replace('"To:"', '"À :"').encode()})
    for code in ("fr", "fr-CA"):
        wording = load_wording(opened, code)
        assert (wording.language, wording.phrases["letter.to"]) == (code, "À :")
        assert wording.location.path == TABLE


def test_every_shipped_table_can_be_read(tmp_path: Path) -> None:
    """English, French, Spanish, Arabic, Khmer and Japanese are whole."""
    opened = workspace(tmp_path)
    languages = wording_languages(opened)
    assert set(languages) >= {"ar", "en", "es", "fr", "ja", "km"}
    for code in languages:
        assert load_wording(opened, code).language == code


def test_an_unknown_language_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A language without a table is not found."""
    opened = workspace(tmp_path)
    with pytest.raises(NotFound) as caught:
        load_wording(opened, "xx")
    assert str(caught.value) == 'unknown language "xx" (looked in templates/wording/)'
