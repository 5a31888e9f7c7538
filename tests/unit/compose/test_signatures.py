"""Signature blocks: order, groups, numbers and count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.sketch import sketch
from tests.support.sources import compose

if TYPE_CHECKING:
    from pathlib import Path

    from undersigned.model.letter import Letter


def parts(letter: Letter, *names: str) -> list[str]:
    """These parts of the letter, one after the other."""
    return sketch(tuple(getattr(letter, name) for name in names)).split("\n")


def test_the_order_of_the_file(tmp_path: Path) -> None:
    """The order of the file is kept, and only confirmed names appear."""
    letter = compose(
        tmp_path,
        front="signatories: {roster: r, order: listed}\n",
        files={
            "signatories/r.csv": (
                "name,kind,country,group,status,sort_"
                "key\n"
                "Étoile,organisation,FR,North,confirm"
                "ed,\nThe Zebra "
                "Fund,organisation,,South,confirmed,\n"
                "Secret,organisation,FR,,withheld,\n"
                "alpha,individual,KM,,confirmed,\n"
                "Older,organisation,FR,North,confirme"
                "d,aaa\n"
                "Gone,organisation,FR,,withdrawn,\n"
                "Asked,organisation,FR,,invited,\n"
            )
        },
    )
    assert parts(letter, "signatures") == [
        "SignatureBlock numbered=False show=['acronym', 'affiliation', 'title']",
        "  groups:",
        "    SignatureGroup heading=None",
        "      signatories:",
        "        Signatory 2:1 country='France' group='North'",
        "          name:",
        "            'Étoile' 2:1 roster",
        "        Signatory 3:1 group='South'",
        "          name:",
        "            'The Zebra Fund' 3:1 roster",
        "        Signatory 5:1 kind='individual' country='Comoros'",
        "          name:",
        "            'alpha' 5:1 roster",
        "        Signatory 6:1 country='France' group='North' sort_key='aaa'",
        "          name:",
        "            'Older' 6:1 roster",
        "  count:",
        "    '3 organisations, 1 individual' 2:1 wording",
        "  withheld:",
        "    'and 1 who cannot be named' 1:1 wording",
    ]


def test_the_order_of_the_alphabet(tmp_path: Path) -> None:
    """A sort key comes before the name, and accents and articles do not count."""
    letter = compose(
        tmp_path,
        front="signatories: {roster: r, order: alphabetical, numbered: true}\n",
        files={
            "signatories/r.csv": (
                "name,kind,country,group,status,sort_"
                "key\n"
                "Étoile,organisation,FR,North,confirm"
                "ed,\nThe Zebra "
                "Fund,organisation,,South,confirmed,\n"
                "Secret,organisation,FR,,withheld,\n"
                "alpha,individual,KM,,confirmed,\n"
                "Older,organisation,FR,North,confirme"
                "d,aaa\n"
                "Gone,organisation,FR,,withdrawn,\n"
                "Asked,organisation,FR,,invited,\n"
            )
        },
    )
    assert parts(letter, "signatures") == [
        "SignatureBlock numbered=True show=['acronym', 'affiliation', 'title']",
        "  groups:",
        "    SignatureGroup heading=None",
        "      signatories:",
        "        Signatory 6:1 country='France' group='North' sort_key='aaa'",
        "          name:",
        "            'Older' 6:1 roster",
        "        Signatory 5:1 kind='individual' country='Comoros'",
        "          name:",
        "            'alpha' 5:1 roster",
        "        Signatory 2:1 country='France' group='North'",
        "          name:",
        "            'Étoile' 2:1 roster",
        "        Signatory 3:1 group='South'",
        "          name:",
        "            'The Zebra Fund' 3:1 roster",
        "  count:",
        "    '3 organisations, 1 individual' 2:1 wording",
        "  withheld:",
        "    'and 1 who cannot be named' 1:1 wording",
    ]


def test_the_order_of_countries(tmp_path: Path) -> None:
    """Names without a country come last."""
    letter = compose(
        tmp_path,
        front="signatories: {roster: r, order: country}\n",
        files={
            "signatories/r.csv": (
                "name,kind,country,group,status,sort_"
                "key\n"
                "Étoile,organisation,FR,North,confirm"
                "ed,\nThe Zebra "
                "Fund,organisation,,South,confirmed,\n"
                "Secret,organisation,FR,,withheld,\n"
                "alpha,individual,KM,,confirmed,\n"
                "Older,organisation,FR,North,confirme"
                "d,aaa\n"
                "Gone,organisation,FR,,withdrawn,\n"
                "Asked,organisation,FR,,invited,\n"
            )
        },
    )
    assert parts(letter, "signatures") == [
        "SignatureBlock numbered=False show=['acronym', 'affiliation', 'title']",
        "  groups:",
        "    SignatureGroup heading=None",
        "      signatories:",
        "        Signatory 5:1 kind='individual' country='Comoros'",
        "          name:",
        "            'alpha' 5:1 roster",
        "        Signatory 6:1 country='France' group='North' sort_key='aaa'",
        "          name:",
        "            'Older' 6:1 roster",
        "        Signatory 2:1 country='France' group='North'",
        "          name:",
        "            'Étoile' 2:1 roster",
        "        Signatory 3:1 group='South'",
        "          name:",
        "            'The Zebra Fund' 3:1 roster",
        "  count:",
        "    '3 organisations, 1 individual' 2:1 wording",
        "  withheld:",
        "    'and 1 who cannot be named' 1:1 wording",
    ]


def test_groups_by_kind(tmp_path: Path) -> None:
    """Organisations come first, and the numbers go on through the groups."""
    letter = compose(
        tmp_path,
        front="signatories: {roster: r, group_by: kind, numbered: true}\n",
        files={
            "signatories/r.csv": (
                "name,kind,country,group,status,sort_"
                "key\n"
                "Étoile,organisation,FR,North,confirm"
                "ed,\nThe Zebra "
                "Fund,organisation,,South,confirmed,\n"
                "Secret,organisation,FR,,withheld,\n"
                "alpha,individual,KM,,confirmed,\n"
                "Older,organisation,FR,North,confirme"
                "d,aaa\n"
                "Gone,organisation,FR,,withdrawn,\n"
                "Asked,organisation,FR,,invited,\n"
            )
        },
    )
    assert parts(letter, "signatures") == [
        "SignatureBlock numbered=True show=['acronym', 'affiliation', 'title']",
        "  groups:",
        "    SignatureGroup",
        "      heading:",
        "        'Organisations' 1:1 wording",
        "      signatories:",
        "        Signatory 2:1 country='France' group='North'",
        "          name:",
        "            'Étoile' 2:1 roster",
        "        Signatory 3:1 group='South'",
        "          name:",
        "            'The Zebra Fund' 3:1 roster",
        "        Signatory 6:1 country='France' group='North' sort_key='aaa'",
        "          name:",
        "            'Older' 6:1 roster",
        "    SignatureGroup first=4",
        "      heading:",
        "        'Individuals' 1:1 wording",
        "      signatories:",
        "        Signatory 5:1 kind='individual' country='Comoros'",
        "          name:",
        "            'alpha' 5:1 roster",
        "  count:",
        "    '3 organisations, 1 individual' 2:1 wording",
        "  withheld:",
        "    'and 1 who cannot be named' 1:1 wording",
    ]


def test_groups_by_country(tmp_path: Path) -> None:
    """Countries have their names in the letter's language."""
    letter = compose(
        tmp_path,
        front="signatories: {roster: r, group_by: country}\n",
        files={
            "signatories/r.csv": (
                "name,kind,country,group,status,sort_"
                "key\n"
                "Étoile,organisation,FR,North,confirm"
                "ed,\nThe Zebra "
                "Fund,organisation,,South,confirmed,\n"
                "Secret,organisation,FR,,withheld,\n"
                "alpha,individual,KM,,confirmed,\n"
                "Older,organisation,FR,North,confirme"
                "d,aaa\n"
                "Gone,organisation,FR,,withdrawn,\n"
                "Asked,organisation,FR,,invited,\n"
            )
        },
    )
    assert parts(letter, "signatures") == [
        "SignatureBlock numbered=False show=['acronym', 'affiliation', 'title']",
        "  groups:",
        "    SignatureGroup",
        "      heading:",
        "        'Comoros' 5:1 roster",
        "      signatories:",
        "        Signatory 5:1 kind='individual' country='Comoros'",
        "          name:",
        "            'alpha' 5:1 roster",
        "    SignatureGroup first=2",
        "      heading:",
        "        'France' 2:1 roster",
        "      signatories:",
        "        Signatory 2:1 country='France' group='North'",
        "          name:",
        "            'Étoile' 2:1 roster",
        "        Signatory 6:1 country='France' group='North' sort_key='aaa'",
        "          name:",
        "            'Older' 6:1 roster",
        "    SignatureGroup first=4",
        "      heading:",
        "        'No country given' 1:1 wording",
        "      signatories:",
        "        Signatory 3:1 group='South'",
        "          name:",
        "            'The Zebra Fund' 3:1 roster",
        "  count:",
        "    '3 organisations, 1 individual' 2:1 wording",
        "  withheld:",
        "    'and 1 who cannot be named' 1:1 wording",
    ]


def test_groups_by_group(tmp_path: Path) -> None:
    """Names without a group come first, under no heading."""
    letter = compose(
        tmp_path,
        front="signatories: {roster: r, group_by: group, show: [country]}\n",
        files={
            "signatories/r.csv": (
                "name,kind,country,group,status,sort_"
                "key\n"
                "Étoile,organisation,FR,North,confirm"
                "ed,\nThe Zebra "
                "Fund,organisation,,South,confirmed,\n"
                "Secret,organisation,FR,,withheld,\n"
                "alpha,individual,KM,,confirmed,\n"
                "Older,organisation,FR,North,confirme"
                "d,aaa\n"
                "Gone,organisation,FR,,withdrawn,\n"
                "Asked,organisation,FR,,invited,\n"
            )
        },
    )
    assert parts(letter, "signatures") == [
        "SignatureBlock numbered=False show=['country']",
        "  groups:",
        "    SignatureGroup heading=None",
        "      signatories:",
        "        Signatory 5:1 kind='individual' country='Comoros'",
        "          name:",
        "            'alpha' 5:1 roster",
        "    SignatureGroup first=2",
        "      heading:",
        "        'North' 2:1 roster",
        "      signatories:",
        "        Signatory 2:1 country='France' group='North'",
        "          name:",
        "            'Étoile' 2:1 roster",
        "        Signatory 6:1 country='France' group='North' sort_key='aaa'",
        "          name:",
        "            'Older' 6:1 roster",
        "    SignatureGroup first=4",
        "      heading:",
        "        'South' 3:1 roster",
        "      signatories:",
        "        Signatory 3:1 group='South'",
        "          name:",
        "            'The Zebra Fund' 3:1 roster",
        "  count:",
        "    '3 organisations, 1 individual' 2:1 wording",
        "  withheld:",
        "    'and 1 who cannot be named' 1:1 wording",
    ]
