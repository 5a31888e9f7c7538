"""Inside addresses: the lines of whoever a letter goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import compose

if TYPE_CHECKING:
    from pathlib import Path


def lines(tmp_path: Path, entry: str, language: str = "en") -> list[str]:
    files: dict[str, str | bytes] = {"undersigned.toml": f'language = "{language}"\n'}
    letter = compose(
        tmp_path, front=f"recipients: [{entry}]\n", files=files, language=language, to=0
    )
    (address,) = letter.addressees
    return [line.text for line in address.lines]


@pytest.mark.parametrize(
    ("language", "honorific", "first"),
    [
        ("en", "H.E.", "H.E. Ona Tesk"),
        ("fr", "S.E.", "S.E. Ona Tesk"),
        ("ja", "先生", "Ona Tesk 先生"),
    ],
)
def test_an_honorific_stands_where_the_language_has_it(
    tmp_path: Path, language: str, honorific: str, first: str
) -> None:
    """Before the name in most, behind it in Japanese."""
    assert lines(tmp_path, f"{{name: Ona Tesk, honorific: {honorific}}}", language) == [first]


def test_an_office_says_of_what_it_is_once(tmp_path: Path) -> None:
    """Where the office's own name ends in the institution's, that has no line of its own."""
    assert lines(tmp_path, "{office: x-ep/president, name: Ona Tesk, family: Tesk}")[:3] == [
        "Ona Tesk",
        "President of the European Parliament",
        "Bât. Altiero Spinelli",
    ]


def test_an_office_unknown_in_the_language_is_left_out(tmp_path: Path) -> None:
    """Beside an institution in French no office stands in English."""
    entry = "{office: fr-lower/member, name: Ona Tesk}"
    assert lines(tmp_path, entry, "fr")[:2] == ["Ona Tesk", "Assemblée nationale"]
