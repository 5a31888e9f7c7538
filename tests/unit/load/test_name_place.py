"""Places in names: the country at either end, and articles that belong to a place."""

from __future__ import annotations

import pytest

from undersigned.load.name_place import PLACES_WITH_ARTICLE, country_in, without_country


@pytest.mark.parametrize(
    ("name", "rest", "code"),
    [
        ("velmar watch kenya", "velmar watch", "KE"),
        ("kenya velmar watch", "velmar watch", "KE"),
        ("velmar watch of the united states", "velmar watch", "US"),
        ("velmar watch guinea bissau", "velmar watch", "GW"),
        ("moulin de cote divoire", "moulin", "CI"),
        ("velmar watch", "", ""),
        ("kenya", "", ""),
        ("", "", ""),
    ],
)
def test_a_country_at_either_end(name: str, rest: str, code: str) -> None:
    """The longest that fits; a name that is nothing else has none."""
    assert (without_country(name.split()), country_in(name.split())) == (rest, code)


def test_states_that_go_without_their_article_are_no_places_with_one() -> None:
    """The Gambia is Gambia too, but the Hague is not Hague."""
    assert "the hague" in PLACES_WITH_ARTICLE
    assert "la paz" in PLACES_WITH_ARTICLE
    assert not {"the gambia", "the bahamas", "the netherlands"} & PLACES_WITH_ARTICLE
