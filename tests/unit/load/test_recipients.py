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


def test_two_people_of_one_name_are_both_written_to(tmp_path: Path) -> None:
    """With different words neither is dropped: one of them needs an id."""
    people = (
        "recipients:\n  - {name: Ona Tesk, office: Chair, email: a@velmar.example}\n"
        "  - {name: Ona Tesk, office: Reeve}\n"
    )
    assert said(lambda: dossier(tmp_path, front=people)) == [
        (
            'templates/campaigns/dam/letter.md:7:5 [recipient-twice] "Ona Tesk" is named twice in '
            "this list, with different words (the first stands on line 6: give one of them an id: "
            "of its own, or keep one)"
        )
    ]


def test_a_list_in_two_files_is_told(tmp_path: Path) -> None:
    """Neither is silently left aside."""
    files: dict[str, str | bytes] = {
        "recipients/both.yaml": "recipients: [us]\n",
        "recipients/both.csv": "parliament\nca\n",
    }
    assert said(lambda: dossier(tmp_path, front="recipients: both\n", files=files)) == [
        (
            'recipients/both.csv:1:1 [list-twice] the list "both" is there twice, as '
            "recipients/both.yaml and as recipients/both.csv "
            "(keep one of the two, or give one another name)"
        )
    ]


def test_a_recipient_is_no_list(tmp_path: Path) -> None:
    """Who names a recipient where a list is meant is told how to write it."""
    assert said(lambda: dossier(tmp_path, front="recipients: fr-lower\n")) == [
        (
            "templates/campaigns/dam/letter.md:5:13 [unknown-recipient-list] unknown recipient "
            'list "fr-lower" (that is a recipient and no list: write [fr-lower])'
        )
    ]


def test_a_language_that_is_none(tmp_path: Path) -> None:
    """Nobody would ever get a letter in it."""
    front = "recipients: [{name: Ona Tesk, language: klingon}]\n"
    assert said(lambda: dossier(tmp_path, front=front)) == [
        (
            'templates/campaigns/dam/letter.md:5:41 [recipient] no language has the code "klingon" '
            "(write a code such as fr or pt-BR)"
        )
    ]


def test_members_by_name_have_ids_of_their_own(tmp_path: Path) -> None:
    """Two members of one chamber are two letters, and none is "the member" in a sentence; the
    forms of a record are not for somebody whose id happens to be the record's."""
    front = (
        "recipients:\n  - {office: us-upper/member, name: Ona Tesk, family: Tesk}\n"
        "  - {office: us-upper/member, name: Edo Marrin, family: Marrin}\n  - {name: Us, id: us}\n"
    )
    read = dossier(tmp_path, front=front)
    assert [(r.id, r.record, r.in_text) for r in read.document.recipients] == [
        ("us-upper/ona-tesk", "us-upper/member", None),
        ("us-upper/edo-marrin", "us-upper/member", None),
        ("us", "", None),
    ]


def test_an_entry_by_itself_counts_before_its_group(tmp_path: Path) -> None:
    """Only that entry can have words of its own; what both say is told as a warning."""
    front = "recipients:\n  - {region: asean}\n  - {parliament: vn, salutation: 'Dear all,'}\n"
    read = dossier(tmp_path, front=front)
    (vietnam,) = (r for r in read.document.recipients if r.record == "vn")
    assert str(vietnam.salutation) == "Dear all,"
    assert [one.rule for one in read.remarks] == ["recipient-twice"]


def test_an_office_by_another_name_is_nobody_by_name(tmp_path: Path) -> None:
    """`as:` names the office, and no surname is asked for."""
    front = "recipients: [{office: us-lower/speaker, as: The Speaker}]\n"
    (speaker,) = dossier(tmp_path, front=front).document.recipients
    assert not speaker.is_person
