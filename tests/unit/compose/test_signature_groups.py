"""Signature blocks: what sorts a name, regions, who cannot be named, and affiliations."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.alphabets import require_icu, without_icu
from tests.support.sources import compose, dossier, workspace
from undersigned.compose.signatures import remark_on_order
from undersigned.errors import Level, Location
from undersigned.load import builtin_root
from undersigned.load.catalogue import load_catalogue
from undersigned.model.continent import CONTINENTS, continent_of
from undersigned.render import render

if TYPE_CHECKING:
    from undersigned.model.letter import SignatureBlock

HEAD = "name,kind,country,affiliation,status,sort_key\n"


def block(root: Path, rows: str, style: str = "", language: str = "en") -> SignatureBlock:
    """The block of a letter in a language whose roster has these rows, confirmed unless they say
    otherwise."""
    cells = [row.split(",") for row in rows.splitlines()]
    lines = [",".join((*c[:4], c[4] or "confirmed", *c[5:])) for c in cells]
    files: dict[str, str | bytes] = {"signatories/r.csv": HEAD + "\n".join(lines) + "\n"}
    if language != "en":
        files[f"templates/campaigns/dam/letter.{language}.md"] = "---\ntitle: X\n---\nX\n"
    front = f"signatories: {{roster: r{style}}}\n"
    composed = compose(root, front=front, files=files, language=language).signatures
    assert composed is not None
    return composed


def names(signatures: SignatureBlock) -> list[str]:
    """Every name in printed order, each group's after its heading."""
    found = []
    for group in signatures.groups:
        found += [f"# {group.heading}"] if group.heading else []
        found += [str(one.name) for one in group.signatories]
    return found


def test_what_sorts_a_name(tmp_path: Path) -> None:
    """The sort key comes first; an organisation is sorted without article and legal form, and a
    person by the name as it stands: a surname is never guessed."""
    rows = (
        "The Reed Watch,organisation,,,,\n"
        "PT Quell Nusantara,organisation,,,,\n"
        "Ada Zorin,individual,,,,\n"
        "Bela Ost,individual,,,,Ost Bela\n"
        "The Anh Pham,individual,,,,\n"
        "Nahr 9,organisation,,,,\n"
        "Nahr 10,organisation,,,,\n"
        "Sedge Ltd,organisation,,,,\n"
        "Sedge Alliance,organisation,,,,\n"
        "Older,organisation,,,,aaa\n"
    )
    assert names(block(tmp_path, rows, ", order: alphabetical")) == [
        "Older",
        "Ada Zorin",
        "Nahr 9",
        "Nahr 10",
        "Bela Ost",
        "PT Quell Nusantara",
        "The Reed Watch",
        "Sedge Ltd",
        "Sedge Alliance",
        "The Anh Pham",
    ]


def test_the_article_is_the_one_of_the_language(tmp_path: Path) -> None:
    """In a French letter "L’" and "Les" are skipped, and an English "The"."""
    rows = (
        "L’Étang,organisation,,,,\n"
        "Les Roseaux,organisation,,,,\n"
        "The Marsh Trust,organisation,,,,\n"
        "Digue,organisation,,,,\n"
    )
    assert names(block(tmp_path, rows, ", order: alphabetical", "fr")) == [
        "Digue",
        "L’Étang",
        "The Marsh Trust",
        "Les Roseaux",
    ]


def test_the_alphabet_is_the_one_of_the_language(tmp_path: Path) -> None:
    """One roster, in two languages in two orders."""
    require_icu()
    rows = "Ñandú,organisation,,,,\nNube,organisation,,,,\nOasis,organisation,,,,\n"
    style = ", order: alphabetical"
    assert names(block(tmp_path / "en", rows, style)) == ["Ñandú", "Nube", "Oasis"]
    assert names(block(tmp_path / "es", rows, style, "es")) == ["Nube", "Ñandú", "Oasis"]


REGIONS = (
    "Reed,organisation,KH,,,\n"
    "Nowhere,organisation,,,,\n"
    "Marsh,organisation,FR,,,\n"
    "Velm,organisation,Velmar,,,\n"
    "Dune,organisation,ML,,,\n"
    "Quay,organisation,DE,,,\n"
    "Pool,organisation,Cambodia,,,\n"
    "Weir,organisation,XK,,,\n"
)


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ["Africa", "Asia", "Europe", "Other regions", "No country given"]),
        ("fr", ["Afrique", "Asie", "Europe", "Autres régions", "Pays non précisé"]),
        ("es", ["África", "Asia", "Europa", "Otras regiones", "País no indicado"]),
        ("ja", ["アジア", "アフリカ", "ヨーロッパ", "その他の地域", "国名の記載なし"]),
    ],
)
def test_groups_by_region(tmp_path: Path, language: str, headings: list[str]) -> None:
    """Regions of the world have their names in the letter's language and its order; a country
    that is in none of them, and no country, come last. Numbers go on through the groups."""
    found = block(tmp_path, REGIONS, ", group_by: region, numbered: true", language)
    assert [str(group.heading) for group in found.groups] == headings
    assert [group.first for group in found.groups] in ([1, 2, 4, 7, 8], [1, 3, 4, 7, 8])
    members = {
        str(group.heading): [str(s.name) for s in group.signatories] for group in found.groups
    }
    assert members[headings[-2]] == ["Velm"]
    assert members[headings[-1]] == ["Nowhere"]
    assert ["Marsh", "Quay", "Weir"] in members.values()
    assert ["Reed", "Pool"] in members.values()


def test_the_order_within_a_region(tmp_path: Path) -> None:
    """Is the one that was asked for."""
    found = block(tmp_path, REGIONS, ", group_by: region, order: alphabetical")
    assert names(found)[2:5] == ["# Asia", "Pool", "Reed"]


def test_nobody_in_any_region(tmp_path: Path) -> None:
    """Names without a country alone have no heading."""
    assert names(block(tmp_path, "Reed,organisation,,,,\n", ", group_by: region")) == ["Reed"]


def test_regions_are_those_of_the_catalogue(tmp_path: Path) -> None:
    """The table of members is M49's, as the catalogue has it, and Kosovo."""
    regions = load_catalogue(workspace(tmp_path)).regions
    ids = {"002": "africa", "019": "americas", "142": "asia", "150": "europe", "009": "oceania"}
    assert {code: members - {"XK"} for code, members in CONTINENTS.items()} == {
        code: frozenset(regions[id_].members) for code, id_ in ids.items()
    }
    assert (continent_of("XK"), continent_of("AQ"), continent_of("Velmar")) == ("150", "", "")


WITHHELD = {
    "en": (
        "and 1 who cannot be named", "and 3 who cannot be named",
        "1 who cannot be named", "3 who cannot be named",
    ),
    "fr": (
        "ainsi que 1 signataire dont le nom ne peut être rendu public",
        "ainsi que 3 signataires dont le nom ne peut être rendu public",
        "1 signataire dont le nom ne peut être rendu public",
        "3 signataires dont le nom ne peut être rendu public",
    ),
    "es": (
        "además de 1 firmante cuyo nombre no puede hacerse público",
        "además de 3 firmantes cuyo nombre no puede hacerse público",
        "1 firmante cuyo nombre no puede hacerse público",
        "3 firmantes cuyo nombre no puede hacerse público",
    ),
    "ar": (
        "إضافةً إلى موقِّع واحد لا يمكن ذكر اسمه", "إضافةً إلى 3 موقِّعين لا يمكن ذكر أسمائهم",
        "موقِّع واحد لا يمكن ذكر اسمه", "3 موقِّعين لا يمكن ذكر أسمائهم",
    ),
    "km": (
        "និងអ្នកចុះហត្ថលេខាចំនួន 1 ទៀត ដែលមិនអាចបញ្ចេញឈ្មោះបាន",
        "និងអ្នកចុះហត្ថលេខាចំនួន 3 ទៀត ដែលមិនអាចបញ្ចេញឈ្មោះបាន",
        "អ្នកចុះហត្ថលេខាចំនួន 1 ដែលមិនអាចបញ្ចេញឈ្មោះបាន",
        "អ្នកចុះហត្ថលេខាចំនួន 3 ដែលមិនអាចបញ្ចេញឈ្មោះបាន",
    ),
    "ja": (
        "ほか、名前を公表できない署名1筆", "ほか、名前を公表できない署名3筆",
        "名前を公表できない署名1筆", "名前を公表できない署名3筆",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", WITHHELD)
def test_who_cannot_be_named_is_counted(tmp_path: Path, language: str) -> None:
    """Their number is told after the others', and alone where nobody else signs."""
    told: list[str] = []
    for openly in ("Reed,organisation,FR,,confirmed,\n", ""):
        for number in (1, 3):
            rows = openly + "".join(
                f"Secret {n},organisation,FR,,withheld,\n" for n in range(number)
            )
            found = block(tmp_path / f"{len(told)}", rows, language=language)
            assert found.withheld is not None
            assert (found.count is None) == (not openly)
            assert "Secret" not in repr(found)
            told.append(re.sub("[\u200b\u2068\u2069]", "", found.withheld.text))
    assert tuple(told) == WITHHELD[language]


@pytest.mark.parametrize("language", WITHHELD)
def test_the_number_who_cannot_be_named_is_printed(tmp_path: Path, language: str) -> None:
    """Also in a letter that nobody signs openly."""
    files: dict[str, str | bytes] = {
        "signatories/r.csv": "name,status\nSecret One,withheld\nSecret Two,withheld\n",
        f"templates/campaigns/dam/letter.{language}.md": "---\ntitle: X\n---\nX\n",
    }
    if language == "en":
        del files["templates/campaigns/dam/letter.en.md"]
    letter = compose(tmp_path, front="signatories: r\n", files=files, language=language)
    assert letter.signatures is not None
    page = render(letter, "html", (builtin_root(),)).decode()
    assert f'<p class="count">{letter.signatures.withheld}</p>' in page
    assert "Secret" not in page


@pytest.mark.parametrize(
    ("rows", "style", "said"),
    [
        ("Ada,individual,,River College,,\n", "", True),
        ("Ada,individual,,River College,,\n", ", show: [acronym]", False),
        ("Ada,individual,,,,\nReed,organisation,,Delta Net,,\n", "", False),
        ("Reed,organisation,,,,\nAda,individual,,College,withheld,\n", "", False),
    ],
)
def test_affiliations_are_given_for_identification_only(
    tmp_path: Path, rows: str, style: str, said: bool
) -> None:
    """Which is said once, where the affiliation of a person is printed."""
    note = block(tmp_path, rows, style).note
    assert (note.text if note else None) == (
        "Affiliations are given for identification only." if said else None
    )


@pytest.mark.parametrize(
    ("language", "style", "rows", "said"),
    [
        ("es", "order: alphabetical", 2, True),
        ("es", "order: country", 2, True),
        ("es", "group_by: region", 2, True),
        ("es", "order: alphabetical", 1, False),
        ("es", "order: listed", 2, False),
        ("es", "group_by: kind", 2, False),
        ("en", "order: alphabetical", 2, False),
        ("fr", "order: alphabetical", 2, False),
    ],
)
def test_an_untailored_order_is_said(
    tmp_path: Path,
    language: str,
    style: str,
    rows: int,
    said: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where names are sorted, in a language with an order of its own, on a machine that does not
    know it: once, for any number of letters."""
    read = dossier(
        tmp_path,
        front=f"signatories: {{roster: r, {style}}}\n",
        files={
            "signatories/r.csv": "name\n" + "".join(["Reed\n", "Sedge\n"][:rows]),
            "templates/campaigns/dam/letter.es.md": "---\ntitle: X\n---\nX\n",
            "templates/campaigns/dam/letter.fr.md": "---\ntitle: X\n---\nX\n",
        },
        language=language,
    )
    without_icu(monkeypatch)
    remarks = remark_on_order([read, read])
    assert bool(remarks) is said
    if said:
        (remark,) = remarks
        assert remark.level is Level.NOTE
        assert remark.location == Location("templates/campaigns/dam/letter.md", 1, 1)
        assert remark.message == "the names are not in the alphabetical order of Spanish"
        assert remark.hint == (
            "PyICU is not installed, and the order of the Unicode table stands in for each "
            'language\'s: run "make icu" in a checkout, or pip install "undersigned[icu]"'
        )


def test_with_icu_nothing_is_said_of_the_order(tmp_path: Path) -> None:
    """The order is the language's own."""
    require_icu()
    read = dossier(
        tmp_path,
        front="signatories: {roster: r, order: alphabetical}\n",
        files={
            "signatories/r.csv": "name\nReed\nSedge\n",
            "templates/campaigns/dam/letter.es.md": "---\ntitle: X\n---\nX\n",
        },
        language="es",
    )
    assert remark_on_order([read]) == ()
