"""Coverage: what is counted, and in which groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import workspace
from undersigned.errors import Findings
from undersigned.load import builtin_root, load_catalogue, open_workspace
from undersigned.load.recipients import load_recipient_list
from undersigned.model.catalogue import Catalogue
from undersigned.proof import coverage
from undersigned.proof.coverage import coverage_of

if TYPE_CHECKING:
    from pathlib import Path

_TABLES = "recipients/catalogue/"
_FILES: dict[str, str | bytes] = {
    f"{_TABLES}parliaments.csv": """
        id,name,country,level,languages,seats,website,checked
        velmar,Assembly of Velmar,TF,national,fr,90,https://velmar.example,2031-01-01
        tarvon,Parliament of Tarvon,BV,national,en,,,
        x-seas,Council of the Two Seas,,supranational,,30,,
    """,
    f"{_TABLES}chambers.csv": """
        id,parliament,role,name,city,email
        velmar-lower,velmar,lower,Chamber,Port,a@velmar.example
        velmar-upper,velmar,upper,Senate,,
        tarvon-single,tarvon,single,House,,
    """,
    f"{_TABLES}offices.csv": """
        id,of,name,aliases
        velmar-lower/president,velmar-lower,President,velmar-lower/presiding-officer
        velmar-upper/presiding-officer,velmar-upper,Presiding Officer,
        tarvon-single/speaker,tarvon-single,Speaker,tarvon-single/presiding-officer
    """,
    f"{_TABLES}names.csv": "id,language,name\nvelmar,fr,Assemblée\nvelmar-lower,fr-Latn,Chambre\n",
    f"{_TABLES}regions.csv": "id,name,members\ng20,G20,TF\noas,OAS,TF|BV\n",
}
_OURS = ("velmar", "tarvon", "x-seas", "velmar-lower", "velmar-upper", "tarvon-single")


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """The records of this module, their offices, and no other."""
    whole = load_catalogue(workspace(tmp_path, _FILES))
    offices = [
        id_ for id_ in whole.records if id_.startswith(("velmar-", "tarvon-")) and "/" in id_
    ]
    records = {id_: whole.records[id_] for id_ in (*_OURS, *offices)}
    return Catalogue(records, regions={id_: whole.regions[id_] for id_ in ("g20", "oas")})


def test_counts(catalogue: Catalogue) -> None:
    """A group counts what it has; a country may be in two; a region that no table knows is
    empty; a title counts where it is known, and for a parliament where all its chambers have
    one."""
    rows = {row.group: tuple(row.row().values())[1:] for row in coverage_of(catalogue)}
    #        records, native, seats, title, address, website, e-mail, checked
    assert rows == {
        "seven parliaments": (0, 0, 0, 0, 0, 0, 0, 0),
        "G20": (3, 2, 1, 1, 1, 1, 1, 1),
        "EU": (0, 0, 0, 0, 0, 0, 0, 0),
        "ASEAN": (0, 0, 0, 0, 0, 0, 0, 0),
        "supranational": (1, 0, 1, 0, 0, 0, 0, 0),
        "African Union": (0, 0, 0, 0, 0, 0, 0, 0),
        "OAS": (5, 4, 1, 3, 1, 1, 1, 1),
        "all others": (0, 0, 0, 0, 0, 0, 0, 0),
        "all": (6, 4, 2, 3, 1, 1, 1, 1),
    }


def test_nothing(catalogue: Catalogue) -> None:
    """An empty catalogue has the same groups."""
    assert [row.group for row in coverage_of(Catalogue())] == [
        row.group for row in coverage_of(catalogue)
    ]


def test_the_seven_are_those_of_the_list_that_ships() -> None:
    """The group has the parliaments of recipients/seven-parliaments.yaml."""
    shipped = open_workspace(builtin_root())
    read = load_recipient_list(shipped, "seven-parliaments", load_catalogue(shipped), Findings())
    assert {recipient.record for recipient in read.recipients} == coverage._SEVEN
