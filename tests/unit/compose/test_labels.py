"""Labels: who gets one, what is on it, and who has no address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import NOW, dossier
from undersigned.compose.labels import compose_labels
from undersigned.errors import Findings
from undersigned.model.label_format import LabelFormat, Zone

if TYPE_CHECKING:
    from pathlib import Path

    from undersigned.model.dossier import Dossier
    from undersigned.model.letter import Letter

FORM = LabelFormat(
    "velmar-8", "Velmar 8", 210, 297, 2, 4, Zone(10, 20, 90, 60), 95, 64, 4, 3, 10.5, "the box",
    "2031-04-02",
)  # fmt: skip
FRONT = """\
recipients:
  - name: Mira Tavasz
    honorific: H.E.
    office: Chair
    institution: Assembly of Velmar
    address: [1 Assembly Square, 10000 Velmar City]
    country: FR
  - {name: The Board of Brook, address: [Old Quay, Luxembourg]}
  - {name: Without}
cc: [{name: The Press, address: [2 Harbour Street, Arden], country: CH}]
"""


def sheets(read: Dossier, findings: Findings, *, start: int = 1) -> tuple[Letter, ...]:
    """The labels of everybody whom the document names."""
    letters = [(read, who) for who in (*read.document.recipients, *read.document.cc)]
    return compose_labels(letters, read, FORM, findings, start=start, now=NOW)


def sheet(read: Dossier, findings: Findings, *, start: int = 1) -> Letter | None:
    """The one file of them, or None."""
    found = sheets(read, findings, start=start)
    assert len(found) <= 1
    return found[0] if found else None


def told(findings: Findings) -> list[str]:
    return [f"{finding.level}: {finding} [{finding.rule}]" for finding in findings.sorted()]


def test_everything_that_the_post_needs(tmp_path: Path) -> None:
    """Name, office, institution, address and country, in the order of the document, copies last."""
    findings = Findings()
    letter = sheet(dossier(tmp_path, front=FRONT), findings, start=3)
    assert letter is not None
    assert letter.labels is not None
    assert (letter.labels.format, letter.labels.start) == (FORM, 3)
    assert [[str(line) for line in label.lines] for label in letter.labels.labels] == [
        [
            "H.E. Mira Tavasz", "Chair", "Assembly of Velmar", "1 Assembly Square",
            "10000 Velmar City", "France",
        ],
        ["The Board of Brook", "Old Quay", "Luxembourg"],
        ["The Press", "2 Harbour Street", "Arden", "Switzerland"],
    ]  # fmt: skip
    assert [label.has_country for label in letter.labels.labels] == [True, False, True]
    assert [str(label.location) for label in letter.labels.labels] == [
        "templates/campaigns/dam/letter.md:6:5",
        "templates/campaigns/dam/letter.md:12:5",
        "templates/campaigns/dam/letter.md:14:6",
    ]
    assert told(findings) == [
        (
            "warning: templates/campaigns/dam/letter.md:13:5: "
            '"Without" has no postal address (write address: for it in the list) '
            "[no-postal-address]"
        )
    ]


def test_a_record_of_the_catalogue_is_corrected_there(tmp_path: Path) -> None:
    """Who comes from the catalogue may be given an address in either place."""
    findings = Findings()
    front = "recipients: [{parliament: x-ap}, {name: Brook, address: [Old Quay], country: LU}]\n"
    files = {
        "recipients/catalogue/parliaments.csv": (
            "id,name,source,as_of\nx-ap,Assembly of Port Avel,https://avel.example,2031-01-01\n"
        )
    }
    letter = sheet(dossier(tmp_path, front=front, files=files), findings)
    assert letter is not None
    assert told(findings) == [
        (
            "warning: templates/campaigns/dam/letter.md:5:14: "
            '"Assembly of Port Avel" has no postal address (write address: for it in the list, '
            'or correct the catalogue\'s row "x-ap" in your own recipients/catalogue/) '
            "[no-postal-address]"
        )
    ]


def test_an_address_without_its_country(tmp_path: Path) -> None:
    """It is a warning, unless the last line of the address names the country."""
    findings = Findings()
    front = (
        "recipients:\n  - {name: A, address: [1 Quay, Brook]}\n"
        "  - {name: B, address: [2 Quay, Allemagne]}\n  - {name: C, address: [3 Quay, USA]}\n"
        "  - {name: D, address: [4 Quay], country: NZ}\n"
    )
    found = sheet(dossier(tmp_path, front=front), findings)
    assert found is not None
    assert found.labels is not None
    assert len(found.labels.labels) == 4
    assert told(findings) == [
        (
            'warning: templates/campaigns/dam/letter.md:6:5: the address of "A" is without a '
            "country (write country: for it in the list, as a code of ISO 3166 such as NZ) "
            "[no-country]"
        )
    ]


@pytest.mark.parametrize(
    ("number", "start", "files"),
    [
        (16, 1, [(1, 16)]),
        (17, 1, [(1, 16), (1, 1)]),
        (13, 4, [(4, 13)]),
        (14, 4, [(4, 13), (1, 1)]),
        (40, 4, [(4, 13), (1, 16), (1, 11)]),
    ],
)
def test_a_file_has_whole_pages(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    start: int,
    files: list[tuple[int, int]],
) -> None:
    """Of labels that are too many for a file, each file but the last is full to its last page."""
    monkeypatch.setattr("undersigned.compose.labels.MOST", 17)
    entries = "".join(f"  - {{name: P{n}, address: [Quay], country: LU}}\n" for n in range(number))
    read = dossier(tmp_path, front=f"recipients:\n{entries}")
    found = sheets(read, Findings(), start=start)
    labels = [letter.labels for letter in found if letter.labels]
    assert [(some.start, len(some.labels)) for some in labels] == files
    assert [some.part for some in labels] == list(range(1, len(files) + 1))
    assert [str(label.lines[0]) for some in labels for label in some.labels] == [
        f"P{n}" for n in range(number)
    ]
    assert len({letter.metadata.identifier for letter in found}) == len(files)


def test_nobody_has_an_address(tmp_path: Path) -> None:
    """Where there is not one label it is an error, beside everybody who lacks an address."""
    findings = Findings()
    read = dossier(tmp_path, front="recipients: [{name: A}, {name: B}]\n")
    assert sheet(read, findings) is None
    assert told(findings) == [
        (
            "error: templates/campaigns/dam/letter.md:1:1: nobody whom this document goes to has "
            "a postal address, so there is no label (write address: and country: for each; or "
            "leave labels out of --to) [no-postal-address]"
        ),
        (
            'warning: templates/campaigns/dam/letter.md:5:14: "A" has no postal address '
            "(write address: for it in the list) [no-postal-address]"
        ),
        (
            'warning: templates/campaigns/dam/letter.md:5:25: "B" has no postal address '
            "(write address: for it in the list) [no-postal-address]"
        ),
    ]


def test_nobody_to_write_to(tmp_path: Path) -> None:
    """A document without recipients has no labels, and nothing is wrong with it."""
    findings = Findings()
    assert sheet(dossier(tmp_path), findings) is None
    assert told(findings) == []


def test_what_the_file_says_of_itself(tmp_path: Path) -> None:
    """Title and author are the document's; the words are the labels alone."""
    letter = sheet(dossier(tmp_path, front=FRONT), Findings())
    assert letter is not None
    assert letter.title.text == "The dam · velmar-8"
    assert letter.metadata.author == "Velmar River Watch"
    assert letter.metadata.subject == "Dam safety"
    assert letter.metadata.created.isoformat() == "2031-04-02T00:00:00+00:00"
    assert (letter.body, letter.addressees, letter.cc) == ((), (), ())
