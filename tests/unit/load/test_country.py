"""Countries by what people write for them."""

from __future__ import annotations

import pytest

from undersigned.load.country import countries_by_code, find_country, nearest_country


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("KH", "KH"),
        ("kh", "KH"),
        ("KHM", "KH"),
        ("UK", "GB"),
        (" Cambodia ", "KH"),
        ("bouvet island", "BV"),
        ("Ivory Coast", "CI"),
        # There are two
        ("Congo", None),
        # The Netherlands Antilles became three; what is no country has a code too
        ("AN", None),
        ("ZZ", None),
        ("EU", None),
        ("001", None),
        ("Velmar", None),
        ("", None),
    ],
)
def test_find_country(words: str, code: str | None) -> None:
    """A code or an English name; nothing for what is doubtful."""
    assert find_country(words) == code


def test_codes_that_are_several() -> None:
    """A code that went to several countries is all of them."""
    assert countries_by_code("AN") == ("CW", "SX", "BQ")
    assert countries_by_code("K1") == ()


def test_nearest_country() -> None:
    """A slip is told with the country that was meant, and nonsense with none."""
    assert nearest_country("Marocco") == "did you mean MA, Morocco?"
    assert nearest_country("xqzzyk") == ""
