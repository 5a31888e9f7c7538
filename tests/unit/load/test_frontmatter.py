"""The head of a file."""

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
            "",
            "Words.\n",
            {DOCUMENT: b"Words\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:1:1 [front-matter] the "
                    "file has no front matter (its first line is --- and a second "
                    "--- ends what stands there as key: value)"
                ),
            ],
            id="no head",
        ),
        pytest.param(
            "",
            "Words.\n",
            {DOCUMENT: b"---\nkind: letter\n\nWords\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:1:1 [front-matter] the "
                    "front matter has no end (write --- on a line of its own "
                    "before the text begins)"
                ),
            ],
            id="no end",
        ),
        pytest.param(
            "",
            "Words.\n",
            {DOCUMENT: b""},
            [
                (
                    "templates/campaigns/dam/letter.md:1:1 [front-matter] the "
                    "file has no front matter (its first line is --- and a second "
                    "--- ends what stands there as key: value)"
                ),
            ],
            id="an empty file",
        ),
        pytest.param(
            "",
            "\n\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:6:1 [empty-body] the "
                    "document has no text (write it below the second ---)"
                ),
            ],
            id="an empty body",
        ),
        pytest.param(
            "",
            "<!-- nothing -->\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:6:1 [empty-body] the "
                    "document has no text (write it below the second ---)"
                ),
            ],
            id="a body of a comment",
        ),
        pytest.param(
            "",
            "Words.\n",
            {DOCUMENT: b"---\n- kind\n---\nA\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:2:1 [yaml] expected lines "
                    "of the form `key: value`"
                ),
            ],
            id="a head that is a list",
        ),
        pytest.param(
            "place: [A\nsubject: B\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:6:8 [yaml] broken YAML: "
                    "expected ',' or ']', but got ':' (check brackets, quotation "
                    "marks and indentation just before this place)"
                ),
            ],
            id="a broken head",
        ),
    ],
)
def test_all_that_is_wrong_is_told(
    tmp_path: Path, front: str, body: str, files: dict[str, str | bytes], expected: list[str]
) -> None:
    """A head that is missing, unended or broken is told where it begins or breaks."""
    assert said(lambda: dossier(tmp_path, body, front, files)) == expected
