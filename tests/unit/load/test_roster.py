"""Whom a roster withholds is in no value, no message and no other place of its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import DOCUMENT, dossier, said

if TYPE_CHECKING:
    from pathlib import Path

NAMELESS = "Society of the Well"
DIRECTORY = f"id,name\nwell,{NAMELESS}\nvrw,Velmar River Watch\n"


@pytest.mark.parametrize(
    ("roster", "expected"),
    [
        pytest.param(
            f"id,name,\n,{NAMELESS},withheld\n,Other,confirmed\n",
            [
                (
                    "signatories/r.csv:2:1 [table] the row has a cell in a column without a name "
                    "(name the column in the first line, or empty its cells)"
                ),
                (
                    "signatories/r.csv:3:1 [table] the row has a cell in a column without a name "
                    "(name the column in the first line, or empty its cells)"
                ),
            ],
            id="a status column that has lost its name",
        ),
        pytest.param(
            f"id,name,status\n,{NAMELESS},withheld\nvrw,,confirmed\n,{NAMELESS},confirmed\n",
            [
                (
                    "signatories/r.csv:4:1 [roster-status] this row and line 2 are one signatory "
                    "in two rows (leave the one that says where the signature stands, and delete "
                    "the other)"
                ),
            ],
            id="one that is withheld and confirmed",
        ),
        pytest.param(
            f"id,name,status\nwell,,withheld\n,{NAMELESS},withheld\n",
            [
                (
                    "signatories/r.csv:3:1 [roster-status] this row and line 2 are one signatory "
                    "in two rows (leave the one that says where the signature stands, and delete "
                    "the other)"
                ),
            ],
            id="one that is withheld twice",
        ),
        pytest.param(
            "id,name,status,note\n,Society of Wells, Secret Branch,withheld\n",
            [
                (
                    "signatories/r.csv:2:1 [roster-status] the status is none that there is (write "
                    "one of invited, confirmed, withdrawn, withheld)"
                ),
            ],
            id="a comma within the name",
        ),
    ],
)
def test_nothing_of_the_name_is_told(tmp_path: Path, roster: str, expected: list[str]) -> None:
    """What is wrong with a withheld row is told by its line alone."""
    files = {"signatories/r.csv": roster, "signatories/directory.csv": DIRECTORY}
    assert said(lambda: dossier(tmp_path, front="signatories: r\n", files=files)) == expected


def test_the_letterhead_names_nobody_withheld(tmp_path: Path) -> None:
    """A withheld organisation in the letterhead is refused: sender and metadata would name it."""
    files = {
        "signatories/r.csv": "id,status\nwell,withheld\nvrw,confirmed\n",
        "signatories/directory.csv": DIRECTORY,
        "templates/campaigns/dam/campaign.yaml": "title: Dam safety\nletterhead: [well]\n",
    }
    assert said(lambda: dossier(tmp_path, front="signatories: r\n", files=files)) == [
        (
            "templates/campaigns/dam/campaign.yaml:1:1 [withheld-name] the letterhead would name "
            "somebody whom signatories/r.csv:2:1 withholds (take it out here, or ask whether the "
            "name may be told)"
        ),
    ]


def test_a_name_in_the_text_is_asked_about(tmp_path: Path) -> None:
    """A text that names whom the roster withholds may be right: it is a warning."""
    files = {
        "signatories/r.csv": "id,status\nwell,withheld\nvrw,confirmed\n",
        "signatories/directory.csv": DIRECTORY,
    }
    read = dossier(tmp_path, f"As the {NAMELESS} found.\n", "signatories: r\n", files)
    assert [str(remark) for remark in read.remarks] == [
        (
            f"{DOCUMENT}:1:1: the text names somebody whom signatories/r.csv:2:1 withholds (see "
            "whether it may: as a signatory the name is left out, in the text it is not)"
        ),
    ]
