"""Search: what people type leads to the record that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import workspace
from undersigned.load import builtin_root, load_catalogue, open_workspace
from undersigned.load.search import find_records, folded

if TYPE_CHECKING:
    from pathlib import Path

    from undersigned.model.recipient import Recipient

_TABLES = "recipients/catalogue/"
# Rows of the workspace, which hide those that ship: these records stay as they are here.
_FILES: dict[str, str | bytes] = {
    f"{_TABLES}parliaments.csv": """
        id,name,in_text,country,languages
        de,Parliament of Germany,the Parliament of Germany,DE,de
        kh,Parliament of Cambodia,the Parliament of Cambodia,KH,km
        ma,Parliament of Morocco,the Parliament of Morocco,MA,ar
        pl,Parliament of Poland,the Parliament of Poland,PL,pl
        jp,National Diet of Japan,the National Diet of Japan,JP,ja
        gb,Parliament of the United Kingdom,the Parliament of the United Kingdom,GB,en
        ne,National Assembly of Niger,the National Assembly of Niger,NE,fr
        ng,National Assembly of Nigeria,the National Assembly of Nigeria,NG,en
    """,
    f"{_TABLES}chambers.csv": """
        id,parliament,role,name,in_text
        de-lower,de,lower,German Bundestag,the German Bundestag
        ma-lower,ma,lower,House of Representatives of Morocco,the House of Representatives
        pl-lower,pl,lower,Sejm of the Republic of Poland,the Sejm of the Republic of Poland
    """,
    f"{_TABLES}offices.csv": """
        id,of,name,in_text,aliases
        pl-lower/marshal,pl-lower,Marshal of the Sejm,,pl-lower/presiding-officer
    """,
    f"{_TABLES}names.csv": """
        id,language,name
        jp,ja,国会
        jp,ja-Latn,Kokkai
        ma-lower,ar,مجلس النواب
        pl-lower,pl,Sejm Rzeczypospolitej Polskiej
    """,
}
_OURS = (
    "de", "kh", "ma", "pl", "jp", "gb", "ne", "ng", "de-lower", "ma-lower", "pl-lower",
    "pl-lower/marshal",
)  # fmt: skip


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> list[Recipient]:
    """The records of this module and no other."""
    catalogue = load_catalogue(workspace(tmp_path_factory.mktemp("few"), _FILES))
    return [catalogue.records[id_] for id_ in _OURS]


@pytest.fixture(scope="module")
def everybody() -> list[Recipient]:
    """All that ships."""
    return list(load_catalogue(open_workspace(builtin_root())).records.values())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        # By id and by code
        ("pl-lower", ["pl-lower"]),
        ("PL-Lower", ["pl-lower"]),
        ("pl-lower/presiding-officer", ["pl-lower/marshal"]),
        ("pl", ["pl", "pl-lower", "pl-lower/marshal"]),
        ("KHM", ["kh"]),
        ("uk", ["gb"]),
        # By name, native name and romanisation
        ("Sejm", ["pl-lower", "pl-lower/marshal"]),
        ("marshal sejm", ["pl-lower/marshal"]),
        ("国会", ["jp"]),
        ("kokkai", ["jp"]),
        ("مجلس النواب", ["ma-lower"]),
        # By country, in English and in its own language
        ("morocco", ["ma", "ma-lower"]),
        ("Deutschland", ["de", "de-lower"]),
        ("日本", ["jp"]),
        ("Great Britain", ["gb"]),
        ("UK parliament", ["gb"]),
        ("the parliament of moroco", ["ma"]),
        # The kind counts as a word: the Diet is a parliament
        ("parliament of Japan", ["jp"]),
        # A word that is there whole does not bring in what merely begins so
        ("Niger", ["ne"]),
        ("Nige", ["ne", "ng"]),
        # Spelling
        ("Marocco", ["ma", "ma-lower"]),
        ("Bundestg", ["de-lower"]),
        ("Bundes tag", ["de-lower"]),
        ("hosue of represntatives", ["ma-lower"]),
        ("SEJM RZECZYPOSPOLITEJ", ["pl-lower", "pl-lower/marshal"]),
        # Nothing
        ("xqzzyk", []),
        ("blue banana", []),
        ("", []),
        ("...", []),
        ("of the", []),
    ],
)
def test_finds(few: list[Recipient], typed: str, found: list[str]) -> None:
    """The best first, and nothing where nothing is near."""
    assert [record.id for record in find_records(typed, few)] == found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Marocco", "ma"),
        ("Bundestg", "de-lower"),
        ("国会", "jp"),
        ("مجلس النواب", "ma-lower"),
        ("Sejm", "pl-lower"),
        ("KHM", "kh"),
        ("uk", "gb"),
        ("European Parliment", "x-ep"),
        ("cote divoire", "ci"),
    ],
)
def test_finds_among_all_that_ship(everybody: list[Recipient], typed: str, meant: str) -> None:
    """Among a thousand records too."""
    assert meant in [record.id for record in find_records(typed, everybody)]


def test_nonsense_among_all_that_ship(everybody: list[Recipient]) -> None:
    """A thousand records do not make nonsense resemble one."""
    for typed in ("xqzzyk", "lorem ipsum", "qwertz", "blue banana"):
        assert find_records(typed, everybody) == [], typed


def test_every_record_is_found_by_its_name(everybody: list[Recipient]) -> None:
    """Whoever types a name as it is printed finds its record."""
    for record in everybody[::40]:
        assert record in find_records(record.name.text, everybody), record.id


def test_folded() -> None:
    """Case, accents, punctuation and the letters that are typed for one another go."""
    assert folded("  Côte d’Ivoire – Łódź ") == "cote divoire lodz"
    assert folded("الجمعيّة") == folded("الجمعيه")


def test_rows_of_the_workspace_are_found(tmp_path: Path) -> None:
    """A record that a workspace adds is found like any other."""
    files: dict[str, str | bytes] = {
        f"{_TABLES}bodies.csv": "id,name\nvelmar,River Board of Velmar\n"
    }
    catalogue = load_catalogue(workspace(tmp_path, files))
    assert [r.id for r in find_records("velmar bord", catalogue.records.values())] == ["velmar"]
