"""Directory and rosters: every status, and what is never told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import dossier, said

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("front", "body", "files", "expected"),
    [
        pytest.param(
            "signatories: r\n",
            "Words.\n",
            {"signatories/r.csv": ("name,status\nAlpha,confirmed\nSecret One,\n")},
            [
                (
                    "signatories/r.csv:3:1 [roster-status] the status is empty "
                    "(write one of invited, confirmed, withdrawn, withheld)"
                ),
            ],
            id="an empty status",
        ),
        pytest.param(
            "signatories: r\n",
            "Words.\n",
            {"signatories/r.csv": ("name,status\nSecret Two,witheld\nSecret Three,pending\n")},
            [
                (
                    "signatories/r.csv:2:1 [roster-status] the status is none that there "
                    'is (did you mean "withheld"?)'
                ),
                (
                    "signatories/r.csv:3:1 [roster-status] the status is none that there "
                    "is (write one of invited, confirmed, withdrawn, "
                    "withheld)"
                ),
            ],
            id="a misspelt status",
        ),
        pytest.param(
            "signatories: r\n",
            "Words.\n",
            {
                "signatories/r.csv": "id\nvrww\n",
                "signatories/directory.csv": "id,name\nvrw,Velmar River Watch\n",
            },
            [
                (
                    "signatories/r.csv:2:1 [unknown-signatory] unknown signatory "
                    '"vrww" (did you mean "vrw"?)'
                ),
            ],
            id="an unknown id",
        ),
        pytest.param(
            "signatories: r\n",
            "Words.\n",
            {"signatories/r.csv": "id,name,country\n,,FR\n"},
            [
                (
                    "signatories/r.csv:2:1 [roster] the row has neither id nor "
                    "name (name who signs, or delete the row)"
                ),
            ],
            id="neither id nor name",
        ),
        pytest.param(
            "signatories: r\n",
            "Words.\n",
            {
                "signatories/r.csv": "id\nvrw\nvrw\n",
                "signatories/directory.csv": "id,name\nvrw,Velmar River Watch\n",
            },
            [
                (
                    'signatories/r.csv:3:1 [roster] "vrw" signs twice (it stands first on line 2; '
                    "delete one of the rows)"
                ),
            ],
            id="one that signs twice",
        ),
        pytest.param(
            "signatories: r\n",
            "Words.\n",
            {"signatories/r.csv": ("name,kind\nAlpha,organization\nBeta,person\n")},
            [
                (
                    'signatories/r.csv:2:1 [roster] "organization" is not a value '
                    'of "kind" (did you mean "organisation"?)'
                ),
                (
                    'signatories/r.csv:3:1 [roster] "person" is not a value of '
                    '"kind" (one of organisation, individual)'
                ),
            ],
            id="an unknown kind",
        ),
        pytest.param(
            "signatories: r\n",
            "Words.\n",
            {"signatories/r.csv": "name,ecosoc\nAlpha,specal\n"},
            [
                (
                    'signatories/r.csv:2:1 [roster] "specal" is not a value of '
                    '"ecosoc" (did you mean "special"?)'
                ),
            ],
            id="an unknown standing",
        ),
        pytest.param(
            "signatories: r\n",
            "Words.\n",
            {"signatories/r.csv": "name,url\nAlpha,alpha.example\n"},
            [
                (
                    'signatories/r.csv:2:1 [roster] "alpha.example" is not a web '
                    "address (write it with https://)"
                ),
            ],
            id="no web address",
        ),
        pytest.param(
            "signatories: r\n",
            "Words.\n",
            {"signatories/r.csv": "name,logo\nAlpha,alpha.png\n"},
            [
                (
                    "signatories/r.csv:2:1 [image] there is no picture "
                    '"alpha.png" (looked in signatories/ and in the workspace)'
                ),
            ],
            id="a missing logo",
        ),
        pytest.param(
            "signatories: r\n",
            "Words.\n",
            {
                "signatories/r.csv": (
                    "name,kind,logo,status,url\n"
                    "Secret "
                    "Four,nonsense,secret.png,wit"
                    "hheld,y\n"
                    "Alpha,organisation,,confirme"
                    "d,x\n"
                )
            },
            [
                (
                    'signatories/r.csv:3:1 [roster] "x" is not a web address '
                    "(write it with https://)"
                ),
            ],
            id="a withheld row with faults",
        ),
        pytest.param(
            "signatories: dam-2013\n",
            "Words.\n",
            {"signatories/dam-2031.csv": "name\nAlpha\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:5:14 [unknown-roster] "
                    'unknown roster "dam-2013" (did you mean "dam-2031"?)'
                ),
            ],
            id="an unknown roster",
        ),
        pytest.param(
            "signatories: directory\n",
            "Words.\n",
            {"signatories/directory.csv": "id,name\nvrw,Velmar River Watch\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:5:14 [unknown-roster] "
                    'unknown roster "directory" (looked in '
                    "signatories/directory.csv)"
                ),
            ],
            id="the directory as a roster",
        ),
        pytest.param(
            "signatories: ../r\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:14 [unknown-roster] "
                    'unknown roster "../r" (looked in signatories/)'
                ),
            ],
            id="a roster outside the folder",
        ),
        pytest.param(
            "",
            "Words.\n",
            {
                "signatories/directory.csv": (
                    "id,name\nvrw,Velmar River Watch\nvrw,Other\n,Third\nfourth,\n"
                )
            },
            [
                'signatories/directory.csv:3:1 [directory] the id "vrw" is there twice',
                (
                    "signatories/directory.csv:4:1 [directory] the row has no id "
                    "or no name (each organisation and person of the directory "
                    "has both)"
                ),
                (
                    "signatories/directory.csv:5:1 [directory] the row has no id "
                    "or no name (each organisation and person of the directory "
                    "has both)"
                ),
            ],
            id="an id twice in the directory",
        ),
    ],
)
def test_all_that_is_wrong_is_told(
    tmp_path: Path, front: str, body: str, files: dict[str, str | bytes], expected: list[str]
) -> None:
    """A fault of a roster is told with its line; a name that may be withheld is not."""
    assert said(lambda: dossier(tmp_path, body, front, files)) == expected
