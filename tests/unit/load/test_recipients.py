"""Recipient lists in every form."""

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
            "recipients: comittee\n",
            "Words.\n",
            {"recipients/committee.yaml": "recipients: [{name: A}]\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:5:13 "
                    '[unknown-recipient-list] unknown recipient list "comittee" '
                    '(did you mean "committee"?)'
                ),
            ],
            id="an unknown list",
        ),
        pytest.param(
            "recipients: [{parliament: velmer}]\n",
            "Words.\n",
            {"recipients/catalogue/parliaments.csv": "id,name\nvelmar,Assembly of Velmar\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:5:27 [unknown-parliament] "
                    'unknown parliament "velmer" (did you mean "velmar"?)'
                ),
            ],
            id="an unknown parliament",
        ),
        pytest.param(
            "recipients: [{parliament: velmar-lower}]\n",
            "Words.\n",
            {
                "recipients/catalogue/chambers.csv": (
                    "id,name,parliament\nvelmar-lower,Lower House,velmar\n"
                )
            },
            [
                (
                    "templates/campaigns/dam/letter.md:5:27 [unknown-parliament] "
                    '"velmar-lower" is the id of a chamber, not of a parliament '
                    "(write chamber: velmar-lower)"
                ),
            ],
            id="a parliament that is a chamber",
        ),
        pytest.param(
            "recipients: [{office: velmar/speeker}]\n",
            "Words.\n",
            {"recipients/catalogue/offices.csv": ("id,name,of\nvelmar/speaker,Speaker,velmar\n")},
            [
                (
                    "templates/campaigns/dam/letter.md:5:23 [unknown-office] "
                    'unknown office "velmar/speeker" (did you mean '
                    '"velmar/speaker"?)'
                ),
            ],
            id="an unknown office",
        ),
        pytest.param(
            "cc: [ohchrr]\n",
            "Words.\n",
            {"recipients/catalogue/bodies.csv": ("id,name\nohchr-x,Office\nohchr,Office\n")},
            [
                (
                    "templates/campaigns/dam/letter.md:5:6 [unknown-recipient] "
                    'unknown recipient "ohchrr" (did you mean "ohchr"?)'
                ),
            ],
            id="an unknown copy",
        ),
        pytest.param(
            "recipients:\n  - {country: FR}\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:6:5 [recipient] the "
                    "recipient has no name (write parliament:, chamber:, office: "
                    "or body: with an id, or a name:)"
                ),
            ],
            id="a recipient without a name",
        ),
        pytest.param(
            "recipients: list\n",
            "Words.\n",
            {"recipients/list.csv": "nme,country\nA,FR\n"},
            [
                (
                    "recipients/list.csv:1:1 [unknown-column] unknown column "
                    '"nme" (did you mean "name"?)'
                ),
            ],
            id="an unknown column",
        ),
        pytest.param(
            "recipients: list\n",
            "Words.\n",
            {"recipients/list.yaml": "title: Nobody\n"},
            [
                'recipients/list.yaml:1:1 [missing-key] the key "recipients" is missing',
            ],
            id="an empty list",
        ),
        pytest.param(
            "recipients: list\n",
            "Words.\n",
            {"recipients/list.csv": "name;country\nA;FR\nB;France\n"},
            [
                (
                    'recipients/list.csv:3:1 [value] "France" is not a value of '
                    '"country" (two capitals (ISO 3166), as in FR)'
                ),
            ],
            id="a fault in a row",
        ),
        pytest.param(
            "recipients: ../secret\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:13 "
                    '[unknown-recipient-list] unknown recipient list "../secret" '
                    "(looked in recipients/../secret.yaml, "
                    "recipients/../secret.csv)"
                ),
            ],
            id="a list outside the folder",
        ),
    ],
)
def test_all_that_is_wrong_is_told(
    tmp_path: Path, front: str, body: str, files: dict[str, str | bytes], expected: list[str]
) -> None:
    """A recipient that nothing is known of is told with the nearest name."""
    assert said(lambda: dossier(tmp_path, body, front, files)) == expected
