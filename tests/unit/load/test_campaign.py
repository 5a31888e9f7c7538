"""Facts and the letterhead."""

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
            "",
            "Words.\n",
            {
                "templates/campaigns/dam/campaign.yaml": (
                    "title: Dam\nfacts:\n  found:\n  two: ''\n"
                )
            },
            [
                (
                    "templates/campaigns/dam/campaign.yaml:3:3 [fact] the fact "
                    '"found" is empty (a blank would be printed)'
                ),
                (
                    "templates/campaigns/dam/campaign.yaml:4:3 [fact] the fact "
                    '"two" is empty (a blank would be printed)'
                ),
            ],
            id="an empty fact",
        ),
        pytest.param(
            "",
            "Words.\n",
            {
                "templates/campaigns/dam/campaign.yaml": (
                    "title: Dam\nfacts:\n  found: {a: 1}\n  two: [{a: 1}]\n"
                )
            },
            [
                (
                    "templates/campaigns/dam/campaign.yaml:3:10 [missing-key] the "
                    'key "value" is missing'
                ),
                (
                    "templates/campaigns/dam/campaign.yaml:3:11 [unknown-key] "
                    'unknown key "a" (known keys: as_of, source, value)'
                ),
                (
                    "templates/campaigns/dam/campaign.yaml:4:9 [fact] a fact is a "
                    "figure, a text, a date or a list of these (with its source: "
                    "{value: 120, source: …, as_of: 2026-01-31})"
                ),
            ],
            id="a fact of facts",
        ),
        pytest.param(
            "",
            "Words.\n",
            {
                "templates/campaigns/dam/campaign.yaml": (
                    "title: Dam\nfacts:\n  found: {source: S}\n"
                )
            },
            [
                (
                    "templates/campaigns/dam/campaign.yaml:3:10 [missing-key] the "
                    'key "value" is missing'
                ),
            ],
            id="a fact with a source and no value",
        ),
        pytest.param(
            "",
            "Words.\n",
            {
                "templates/campaigns/dam/campaign.yaml": (
                    "title: Dam\nfacts:\n  found: "
                    "2031-02-30\n  two: {value: 1, "
                    "as_of: 2031-13-01}\n"
                )
            },
            [
                (
                    "templates/campaigns/dam/campaign.yaml:3:10 [value] "
                    '"2031-02-30" is not a date (there is no such day)'
                ),
                (
                    "templates/campaigns/dam/campaign.yaml:4:26 [value] "
                    '"2031-13-01" is not a date (write as_of: 2026-01-31 '
                    "(year-month-day))"
                ),
            ],
            id="a fact on an impossible day",
        ),
        pytest.param(
            "",
            "Words.\n",
            {
                "templates/campaigns/dam/campaign.yaml": (
                    "title: Dam\nfacts:\n  found-1: 1\n  2nd: 1\n"
                )
            },
            [
                (
                    'templates/campaigns/dam/campaign.yaml:3:3 [fact] "found-1" '
                    "cannot be the name of a fact (letters, digits and _, as in "
                    "seats_2024)"
                ),
                (
                    'templates/campaigns/dam/campaign.yaml:4:3 [fact] "2nd" '
                    "cannot be the name of a fact (letters, digits and _, as in "
                    "seats_2024)"
                ),
            ],
            id="a fact with a strange name",
        ),
        pytest.param(
            "",
            "Words.\n",
            {
                "templates/campaigns/dam/campaign.yaml": (
                    "title: Dam\nfacts:\n  found: 1\n  found: 2\n"
                )
            },
            [
                (
                    "templates/campaigns/dam/campaign.yaml:4:3 [duplicate-key] "
                    'the key "found" is given twice (it stands first on line 3)'
                ),
            ],
            id="a fact given twice",
        ),
        pytest.param(
            "",
            "Words.\n",
            {
                "templates/campaigns/dam/campaign.yaml": "title: Dam\nletterhead: [vrww, xyz]\n",
                "signatories/directory.csv": "id,name\nvrw,Velmar River Watch\n",
            },
            [
                (
                    "templates/campaigns/dam/campaign.yaml:2:14 "
                    '[unknown-signatory] unknown organisation "vrww" (did you '
                    'mean "vrw"?)'
                ),
                (
                    "templates/campaigns/dam/campaign.yaml:2:20 "
                    '[unknown-signatory] unknown organisation "xyz" (add it to '
                    "signatories/directory.csv)"
                ),
            ],
            id="an unknown organisation",
        ),
        pytest.param(
            "",
            "Words.\n",
            {"templates/campaigns/dam/campaign.yaml": "languages: [en]\n"},
            [
                (
                    "templates/campaigns/dam/campaign.yaml:1:1 [missing-key] the "
                    'key "title" is missing'
                ),
            ],
            id="no title",
        ),
        pytest.param(
            "",
            "Words.\n",
            {"templates/campaigns/dam/campaign.yaml": "title: Dam\nlanguages: [en, fr]\n"},
            [
                (
                    "templates/campaigns/dam/campaign.yaml:2:1 "
                    "[missing-translation] dam/letter has no text in the language "
                    '"fr" (write templates/campaigns/dam/letter.fr.md, or take '
                    "the language out here)"
                ),
            ],
            id="a language without a text",
        ),
    ],
)
def test_all_that_is_wrong_is_told(
    tmp_path: Path, front: str, body: str, files: dict[str, str | bytes], expected: list[str]
) -> None:
    """A fault of campaign.yaml is told at its key."""
    assert said(lambda: dossier(tmp_path, body, front, files)) == expected
