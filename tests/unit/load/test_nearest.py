"""The record that was meant by an id that is none: of the same country first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import workspace
from undersigned.load import load_catalogue
from undersigned.load.nearest import nearest_record

if TYPE_CHECKING:
    from undersigned.model.recipient import Recipient

_TABLES = "recipients/catalogue/"
_FILES: dict[str, str | bytes] = {
    f"{_TABLES}parliaments.csv": (
        "id,name,country\ntn,Parliament of Tunisia,TN\nnz,Parliament of New Zealand,NZ\n"
        "gb,Parliament of the United Kingdom,GB\nx-ep,European Parliament,\n"
        "vn,Parliament of Viet Nam,VN\n"
    ),
    f"{_TABLES}chambers.csv": (
        "id,parliament,role,name\ntn-lower,tn,lower,A\ntn-upper,tn,upper,B\n"
        "nz-single,nz,single,C\ngb-lower,gb,lower,D\ngb-upper,gb,upper,E\nvn-single,vn,single,F\n"
    ),
    f"{_TABLES}offices.csv": (
        "id,of,name,aliases\nnz-single/speaker,nz-single,Speaker,nz-single/presiding-officer\n"
        "nz-single/member,nz-single,Member,\ngb-lower/speaker,gb-lower,Speaker,\n"
        "gb-upper/lord-speaker,gb-upper,Lord Speaker,\nx-ep/president,x-ep,President,\n"
    ),
}
_OURS = (
    "tn", "nz", "gb", "x-ep", "vn", "tn-lower", "tn-upper", "nz-single", "gb-lower", "gb-upper",
    "vn-single", "nz-single/speaker", "nz-single/member", "gb-lower/speaker",
    "gb-upper/lord-speaker", "x-ep/president",
)  # fmt: skip


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> list[Recipient]:
    """The records of this module and no other."""
    catalogue = load_catalogue(workspace(tmp_path_factory.mktemp("few"), _FILES))
    return [catalogue.records[id_] for id_ in _OURS]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        # A house that the country has not
        ("tn-single", 'did you mean "tn-lower" or "tn-upper"?'),
        ("nz-lower", 'did you mean "nz-single"?'),
        ("gb-commons", 'did you mean "gb-lower" or "gb-upper"?'),
        # A slip, or another code of the country
        ("tn-lowr", 'did you mean "tn-lower"?'),
        ("TN-Uper", 'did you mean "tn-upper"?'),
        ("uk-upper", 'did you mean "gb-upper"?'),
        ("uk", 'did you mean "gb"?'),
        ("x-eup", 'did you mean "x-ep"?'),
        # An office
        ("gb-lower/speeker", 'did you mean "gb-lower/speaker"?'),
        ("nz-lower/speaker", 'did you mean "nz-single/speaker"?'),
        ("nz-lower/presiding-officer", 'did you mean "nz-single/presiding-officer"?'),
        ("nz-single/xyz", 'did you mean "nz-single/member" or "nz-single/speaker"?'),
        ("x-ep/presidant", 'did you mean "x-ep/president"?'),
        # Nothing of that country
        ("qq-single", ""),
        ("xqzzyk", ""),
        # By letters, where there is no country in it
        ("vnn", 'did you mean "vn"?'),
    ],
)
def test_the_nearest(few: list[Recipient], typed: str, hint: str) -> None:
    """Country before letters, and several of one kind together."""
    assert nearest_record(typed, few) == hint


def test_of_one_kind(few: list[Recipient]) -> None:
    """Where a parliament alone will do, that of the country is meant."""
    parliaments = few[:5]
    assert nearest_record("tn-single", parliaments) == 'did you mean "tn"?'
