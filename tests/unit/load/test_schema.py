"""What a front matter may hold: every kind of fault, with its place and the nearest name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import DOCUMENT, dossier, said

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("front", "body", "files", "expected"),
    [
        pytest.param(
            "sujet: The dam\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:1 [unknown-key] unknown "
                    'key "sujet" (did you mean "subject"?)'
                ),
            ],
            id="an unknown key",
        ),
        pytest.param(
            "subjet: The dam\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:1 [unknown-key] unknown "
                    'key "subjet" (did you mean "subject"?)'
                ),
            ],
            id="an unknown key with a near one",
        ),
        pytest.param(
            "contacts:\n  - {name: Desk, mail: a@b.example}\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:6:18 [unknown-key] unknown "
                    'key "mail" (did you mean "email"?)'
                ),
            ],
            id="an unknown key deep inside",
        ),
        pytest.param(
            "signatories: {roster: r, ordre: listed}\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:26 [unknown-key] unknown "
                    'key "ordre" (did you mean "order"?)'
                ),
            ],
            id="an unknown key of the signatories",
        ),
        pytest.param(
            "contacts:\n  - {email: a@b.example}\n",
            "Words.\n",
            {},
            [
                ('templates/campaigns/dam/letter.md:6:5 [missing-key] the key "name" is missing'),
            ],
            id="a missing key",
        ),
        pytest.param(
            "updated:\n  on: 2031-04-03\n",
            "Words.\n",
            {},
            [
                ('templates/campaigns/dam/letter.md:6:3 [missing-key] the key "note" is missing'),
            ],
            id="a missing key of a mapping",
        ),
        pytest.param(
            "",
            "Words.\n",
            {DOCUMENT: b"---\ntitle: T\n---\nA\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:2:1 [missing-key] the key "
                    '"kind" is missing (write kind: and one of joint-statement, '
                    "letter, open-letter, press-release, un-statement)"
                ),
            ],
            id="no kind",
        ),
        pytest.param(
            "",
            "Words.\n",
            {DOCUMENT: b"---\nkind: leter\ntitle: T\n---\nA\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:2:7 [unknown-kind] unknown "
                    'kind "leter" (did you mean "letter"?)'
                ),
            ],
            id="an unknown kind",
        ),
        pytest.param(
            "",
            "Words.\n",
            {DOCUMENT: b"---\nkind: letter\n---\nA\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:2:1 [missing-key] the key "
                    '"title" is missing (write title: and what the document is '
                    "called)"
                ),
            ],
            id="no title",
        ),
        pytest.param(
            "subject:\nplace: ''\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:6:8 [value] "place" is '
                    "empty (fill it in, or take the line out)"
                ),
            ],
            id="an empty key",
        ),
        pytest.param(
            "place: [A, B]\n",
            "Words.\n",
            {},
            [
                ('templates/campaigns/dam/letter.md:5:8 [value] "place" takes text, not a list'),
            ],
            id="a list for a text",
        ),
        pytest.param(
            "place: {a: b}\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:8 [value] "place" takes '
                    "text, not a group of keys"
                ),
            ],
            id="a mapping for a text",
        ),
        pytest.param(
            "contacts: Press office\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:11 [value] "contacts" '
                    'takes a list, not "Press office" (write each item on a line '
                    "after a dash)"
                ),
            ],
            id="a text for a list",
        ),
        pytest.param(
            "updated: yesterday\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:10 [value] "updated" '
                    'takes a group of keys, not "yesterday"'
                ),
            ],
            id="a text for a mapping",
        ),
        pytest.param(
            "contacts: [Press office]\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:12 [value] "contacts" '
                    'takes a group of keys, not "Press office"'
                ),
            ],
            id="a text in a list of mappings",
        ),
        pytest.param(
            "sign_on_by: 2031-02-30\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:13 [value] "2031-02-30" '
                    "is not a date (write sign_on_by: 2026-01-31 "
                    "(year-month-day))"
                ),
            ],
            id="an impossible date",
        ),
        pytest.param(
            "sign_on_by: 3 May 2031\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:13 [value] "3 May 2031" '
                    "is not a date (write 2026-01-31 (year-month-day))"
                ),
            ],
            id="a date written otherwise",
        ),
        pytest.param(
            "sign_on_by: 2031-05-03 10:00\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:13 [value] "2031-05-03 '
                    '10:00" is not a date (write 2026-01-31 (year-month-day))'
                ),
            ],
            id="a date and a time",
        ),
        pytest.param(
            "sign_on_by: 20310503\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:13 [value] "20310503" is '
                    "not a date (write 2026-01-31 (year-month-day))"
                ),
            ],
            id="a number for a date",
        ),
        pytest.param(
            "sign_on_by: [2031-05-03]\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:13 [value] a list is not "
                    "a date (write sign_on_by: 2026-01-31 (year-month-day))"
                ),
            ],
            id="a list for a date",
        ),
        pytest.param(
            "status: finel\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:9 [value] "finel" is not '
                    'a value of "status" (did you mean "final"?)'
                ),
            ],
            id="an unknown status",
        ),
        pytest.param(
            "signatories: {roster: r, order: random}\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:33 [value] "random" is '
                    'not a value of "order" (one of listed, alphabetical, '
                    "country)"
                ),
            ],
            id="an unknown order",
        ),
        pytest.param(
            "signatories: {roster: r, show: [acronim]}\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:33 [value] "acronim" is '
                    'not a value of "show" (did you mean "acronym"?)'
                ),
            ],
            id="what is shown beside a name",
        ),
        pytest.param(
            "signatories: {roster: r, numbered: perhaps}\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:36 [value] "numbered" is '
                    'true or false, not "perhaps"'
                ),
            ],
            id="neither true nor false",
        ),
        pytest.param(
            "recipients: [{name: A, country: Velmar}]\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:33 [value] "Velmar" is '
                    'not a value of "country" (two capitals (ISO 3166), as in FR)'
                ),
            ],
            id="a country that is no code",
        ),
        pytest.param(
            "recipients: []\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:13 [value] "recipients" '
                    "is empty (fill it in, or take the line out)"
                ),
            ],
            id="no recipients at all",
        ),
        pytest.param(
            "status: done\nplace: [A]\nsign_on_by: never\nsubjet: X\n",
            "Words.\n",
            {},
            [
                (
                    'templates/campaigns/dam/letter.md:5:9 [value] "done" is not '
                    'a value of "status" (one of draft, final)'
                ),
                ('templates/campaigns/dam/letter.md:6:8 [value] "place" takes text, not a list'),
                (
                    'templates/campaigns/dam/letter.md:7:13 [value] "never" is '
                    "not a date (write 2026-01-31 (year-month-day))"
                ),
                (
                    "templates/campaigns/dam/letter.md:8:1 [unknown-key] unknown "
                    'key "subjet" (did you mean "subject"?)'
                ),
            ],
            id="several at once",
        ),
        pytest.param(
            "layout: leter\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:9 [unknown-layout] "
                    'unknown layout "leter" (did you mean "letter"?)'
                ),
            ],
            id="an unknown layout",
        ),
        pytest.param(
            "embargo: 2031-04-02 09:00\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:10 [embargo] the embargo "
                    '"2031-04-02 09:00" is no moment with a time zone (write '
                    "2026-01-16 09:00 Asia/Jakarta, or +07:00 for the zone)"
                ),
            ],
            id="an embargo without a zone",
        ),
        pytest.param(
            "embargo: 2031-04-02 09:00 Velmar/City\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:10 [embargo] unknown "
                    'time zone "Velmar/City" (write 2026-01-16 09:00 '
                    "Asia/Jakarta, or +07:00 for the zone)"
                ),
            ],
            id="an embargo with an unknown zone",
        ),
        pytest.param(
            "embargo: 2031-02-30 09:00 +07:00\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:10 [embargo] the embargo "
                    '"2031-02-30 09:00 +07:00" is no moment: there is no such day '
                    "or time (write 2026-01-16 09:00 Asia/Jakarta, or +07:00 for "
                    "the zone)"
                ),
            ],
            id="an embargo on no day",
        ),
    ],
)
def test_all_that_is_wrong_is_told(
    tmp_path: Path, front: str, body: str, files: dict[str, str | bytes], expected: list[str]
) -> None:
    """A fault of the front matter is told with its place, what is wrong and what to write."""
    assert said(lambda: dossier(tmp_path, body, front, files)) == expected
