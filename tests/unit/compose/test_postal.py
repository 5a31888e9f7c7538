"""Postal addresses: by the custom of their country, and never with a part less."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from tests.support.letters import load_wording
from tests.support.sources import compose
from undersigned.compose.address import envelope_lines
from undersigned.compose.courtesy import FormsOfAddress
from undersigned.compose.phrases import Phrasebook
from undersigned.compose.postal import country_of, postal_lines
from undersigned.errors import Location
from undersigned.model.recipient import PostalAddress, Recipient, RecipientKind
from undersigned.model.text import Origin, Text

if TYPE_CHECKING:
    from pathlib import Path

_HERE = Location("recipients/catalogue/bodies.csv", 2, 1)


def text(words: str) -> Text:
    return Text(words, _HERE, Origin.RECIPIENT)


def board(country: str | None, address: PostalAddress | None) -> Recipient:
    """The River Board of an invented town, in this country."""
    return Recipient(
        "board",
        RecipientKind.BODY,
        "",
        text("River Board"),
        _HERE,
        address=address,
        country=country,
    )


def address(
    street: str, postal_code: str = "", city: str = "", area: str = "", country: str = ""
) -> PostalAddress:
    """An address; bars part the lines of its street, as in a table."""
    lines = tuple(text(line) for line in street.split("|"))
    return PostalAddress(lines, postal_code, city, area, country)


def lines(recipient: Recipient) -> list[str]:
    return [line.text for line in postal_lines(recipient)]


@pytest.mark.parametrize(
    ("country", "given", "expected"),
    [
        (
            "US",
            address("Lantern House|12 Lantern Street", "20599", "Port Selin", "DC"),
            ["Lantern House", "12 Lantern Street", "PORT SELIN, DC 20599"],
        ),
        (
            "GB",
            address("Lantern House|1 The Square", "SW1Z 0ZZ", "Port Selin"),
            ["Lantern House", "1 The Square", "PORT SELIN", "SW1Z 0ZZ"],
        ),
        (
            "CA",
            address("1 Lantern Square", "K1Z 0Z6", "Port Selin", "ON"),
            ["1 LANTERN SQUARE", "PORT SELIN ON K1Z 0Z6"],
        ),
        (
            "FR",
            address("1 place du Phare", "75399", "Port-Sélin CEDEX 07"),
            ["1 place du Phare", "75399 PORT-SÉLIN CEDEX 07"],
        ),
        ("DE", address("Turmplatz 1", "11099", "Selinhafen"), ["Turmplatz 1", "11099 SELINHAFEN"]),
        (
            "JP",
            address("1-7-1 Akaricho|Selin-ku", "100-0099", area="Tokyo"),
            ["1-7-1 Akaricho", "Selin-ku, TOKYO", "100-0099"],
        ),
        (
            "JP",
            address("瀬林区灯町1-7-1", "100-0099", area="東京都"),
            ["〒100-0099", "東京都", "瀬林区灯町1-7-1"],
        ),
        (
            "BR",
            address("Praça do Farol", "70160-999", "Porto Selino", "DF"),
            ["Praça do Farol", "PORTO SELINO-DF", "70160-999"],
        ),
        (
            "AU",
            address("PO Box 6099", "2699", "Port Selin", "ACT"),
            ["PO Box 6099", "PORT SELIN ACT 2699"],
        ),
        (
            "NZ",
            address("Private Bag 18099", "6199", "Port Selin"),
            ["Private Bag 18099", "PORT SELIN 6199"],
        ),
        ("CH", address("Turmplatz 1", "3099", "Selin 10"), ["Turmplatz 1", "CH-3099 Selin 10"]),
        (
            "KR",
            address("1 Deungdae-ro|Selin-gu", "07299", "Seoul"),
            ["1 Deungdae-ro", "Selin-gu", "Seoul", "07299"],
        ),
        (
            "KR",
            address("등대로 1", "07299", "셀린구", "서울"),
            ["서울 셀린구", "등대로 1", "07299"],
        ),
        ("HU", address("Torony tér 1.", "1099", "Selin"), ["SELIN", "TORONY TÉR 1.", "1099"]),
        (
            "SG",
            address("1 Lantern Place", "178899", "Singapore"),
            ["1 Lantern Place", "SINGAPORE 178899"],
        ),
    ],
)
def test_an_address_follows_the_custom_of_its_country(
    country: str, given: PostalAddress, expected: list[str]
) -> None:
    """What comes before what, on which line and in which case, as the country's post asks."""
    assert lines(board(country, given)) == expected


@pytest.mark.parametrize(
    "country", ["CQ", "ZZ", "EU", None], ids=["CQ", "unknown", "a union", "none"]
)
def test_an_address_without_a_known_custom_is_written_plainly(country: str | None) -> None:
    """Street, postal code with town, area, each on its line."""
    given = address("Lantern House|1 Square", "1000", "Port Selin", "North Shore")
    assert lines(board(country, given)) == [
        "Lantern House",
        "1 Square",
        "1000 Port Selin",
        "North Shore",
    ]


@pytest.mark.parametrize(
    ("country", "given", "expected"),
    [
        pytest.param(
            "GB",
            address("1 The Square", "SW1Z 0ZZ", "Port Selin", "Selinshire"),
            ["1 The Square", "PORT SELIN", "Selinshire", "SW1Z 0ZZ"],
            id="a county in Britain",
        ),
        pytest.param(
            "FR",
            address("1 place du Phare", "75399", "Selin", "Île-de-Selin"),
            ["1 place du Phare", "75399 SELIN", "Île-de-Selin"],
            id="a region in France",
        ),
        pytest.param(
            "CH",
            address("Turmplatz 1, Kanton Selin", "3099", "Selin", "Kanton Selin"),
            ["Turmplatz 1, Kanton Selin", "CH-3099 Selin", "Kanton Selin"],
            id="an area that the street has too",
        ),
        pytest.param(
            "JP",
            address("1-7-1 Akaricho", "100-0099", "Selin-ku", "Tokyo"),
            ["1-7-1 Akaricho", "100-0099 Selin-ku", "Tokyo"],
            id="a town in Japan",
        ),
        pytest.param(
            "HK",
            address("1 Lantern Road", "999099", "Selin Bay", "Hong Kong"),
            ["1 Lantern Road", "Selin Bay", "999099", "HONG KONG"],
            id="a postal code in Hong Kong",
        ),
        pytest.param(
            "TR",
            address("Fener Meydanı 1", "06599", "Kızılırmak"),
            ["Fener Meydanı 1", "06599 KIZILIRMAK"],
            id="a letter without a capital of its own",
        ),
        pytest.param(
            "DE",
            address("Turmplatz 1", "11099", "Großselin"),
            ["Turmplatz 1", "11099 GROSSSELIN"],
            id="a letter whose capital is two",
        ),
    ],
)
def test_nothing_is_lost_where_the_custom_has_no_place_for_it(
    country: str, given: PostalAddress, expected: list[str]
) -> None:
    """A part that the country's custom does not know is printed all the same, once."""
    assert lines(board(country, given)) == expected


@pytest.mark.parametrize(
    ("country", "given", "expected"),
    [
        ("US", address("1 Street", city="Port Selin"), ["1 Street", "PORT SELIN"]),
        ("US", address("1 Street", "20599", area="DC"), ["1 Street", "DC 20599"]),
        ("BR", address("Praça 1", city="Selino"), ["Praça 1", "SELINO"]),
        ("CH", address("Turmplatz 1", city="Selin"), ["Turmplatz 1", "Selin"]),
        ("US", address("", "20599", "Port Selin", "DC"), ["PORT SELIN, DC 20599"]),
    ],
)
def test_a_part_that_is_missing_leaves_no_mark(
    country: str, given: PostalAddress, expected: list[str]
) -> None:
    """No comma, hyphen or blank line stands where something is not known."""
    assert lines(board(country, given)) == expected


@pytest.mark.parametrize(
    ("country", "code", "expected"),
    [
        ("CH", "3099", "CH-3099 Selin"),
        ("CH", "CH-3099", "CH-3099 Selin"),
        ("HT", "HT6199", "HT6199 SELIN"),
    ],
)
def test_the_countrys_mark_stands_before_a_postal_code_once(
    country: str, code: str, expected: str
) -> None:
    """Whether the table has it or not."""
    assert lines(board(country, address("Turmplatz 1", code, "Selin"))) == ["Turmplatz 1", expected]


def test_a_town_that_is_its_own_province_is_named_once() -> None:
    """Madrid in the province of Madrid is one word on the envelope."""
    given = address("Plaza del Faro 1", "28099", "Madrid", "MADRID")
    assert lines(board("ES", given)) == ["Plaza del Faro 1", "28099 MADRID"]


@pytest.mark.parametrize("country", ["US", "HU", "JP", "CQ", None])
def test_lines_as_written_stay_as_they_are(country: str | None) -> None:
    """An address without a town of its own is neither sorted nor put in capitals."""
    given = address("Lantern House,|  1 Square|1000 Port Selin")
    recipient = board(country, given)
    assert given.as_written
    assert postal_lines(recipient) == given.lines


def test_nobody_without_an_address_has_lines() -> None:
    """Not even that of the country."""
    book = Phrasebook(load_wording("en"))
    recipient = board("FR", None)
    assert lines(recipient) == []
    assert [line.text for line in envelope_lines(recipient, book, FormsOfAddress((), "en"))] == [
        "River Board"
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Switzerland"),
        ("fr", "Suisse"),
        ("es", "Suiza"),
        ("ar", "سويسرا"),
        ("ja", "スイス"),
        ("km", "ស្វ៊ីស"),
    ],
)
def test_the_country_is_the_last_line_in_the_letters_language(language: str, expected: str) -> None:
    """The post of the sender's country reads it; the town is for the post of the other."""
    book = Phrasebook(load_wording(language))
    recipient = board("CH", address("Turmplatz 1", "3099", "Selin"))
    said = envelope_lines(recipient, book, FormsOfAddress((), language))
    assert [line.text for line in said] == ["River Board", "Turmplatz 1", "CH-3099 Selin", expected]


def test_an_assembly_of_many_states_has_the_country_of_its_seat(tmp_path: Path) -> None:
    """`address_country` says by which custom its address goes and what its last line is; the
    assembly itself has no country."""
    files: dict[str, str | bytes] = {
        "recipients/catalogue/parliaments.csv": """
            id,name,street,postal_code,city,address_country
            x-seas,Assembly of the Three Seas,1 place du Phare,67099,Selin,FR
        """,
        "recipients/catalogue/offices.csv": """
            id,of,name
            x-seas/warden,x-seas,Warden
        """,
    }
    front = "recipients: [x-seas, {office: x-seas/warden}]\n"
    for number, said in enumerate(
        (["Assembly of the Three Seas"], ["Warden", "Assembly of the Three Seas"])
    ):
        letter = compose(tmp_path / str(number), front=front, files=files, to=number)
        (addressee,) = letter.addressees
        assert [line.text for line in addressee.lines] == [
            *said,
            "1 place du Phare",
            "67099 SELIN",
            "France",
        ]
        assert (addressee.recipient.country, country_of(addressee.recipient)) == (None, "FR")


_CODES = sorted(c for c in map(str, Locale("en").territories) if re.fullmatch("[A-Z]{2}", c))
_WORDS = st.text(
    st.sampled_from(string.ascii_letters + string.digits + " ,-/'éßıİöŁΆж市区통مค%{}"), max_size=20
)


@given(
    st.sampled_from(_CODES) | st.text(string.ascii_uppercase, max_size=3),
    st.lists(_WORDS, max_size=3),
    _WORDS,
    _WORDS,
    _WORDS,
)
def test_every_word_of_an_address_is_printed(
    country: str, street: list[str], postal_code: str, city: str, area: str
) -> None:
    """Whatever the country and the parts: no line is empty, and no word is lost."""
    given = PostalAddress(tuple(text(line) for line in street), postal_code, city, area)
    printed = lines(board(country, given))
    said = " ".join(printed).upper()
    words = [
        word for part in (*street, postal_code, city, area) for word in re.findall(r"\w+", part)
    ]
    assert [word for word in words if word.upper() not in said] == []
    assert given.as_written or all(line.strip() for line in printed)
