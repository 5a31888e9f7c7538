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


WITHHELD = {
    "signatories/r.csv": (
        "id,name,email,status\nwell,,ask@well.example,withheld\nvrw,,,confirmed\n"
    ),
    "signatories/directory.csv": DIRECTORY,
}
CAMPAIGN = "templates/campaigns/dam/campaign.yaml"
PARTS = NAMELESS.partition(" ")


@pytest.mark.parametrize(
    ("body", "front", "place"),
    [
        (f"As the {NAMELESS} found.\n", "", f"{DOCUMENT}:7:1"),
        (f"One.\n\n*{PARTS[0]}* {PARTS[2]}.\n", "", f"{DOCUMENT}:9:1"),
        (f"One.\n\n{NAMELESS.upper()}.\n", "", f"{DOCUMENT}:9:1"),
        (f"{PARTS[0]}\u00a0 {PARTS[2]}.\n", "", f"{DOCUMENT}:7:1"),
        (f"{NAMELESS[:4]}\u200b{NAMELESS[4:]}.\n", "", f"{DOCUMENT}:7:1"),
        (f'{{{{ "{NAMELESS}" }}}} found.\n', "", f"{DOCUMENT}:7:1"),
        ("Write to [them](mailto:ask@well.example).\n", "", f"{DOCUMENT}:7:10"),
        (f"{{% if false %}}\n\n{NAMELESS}.\n\n{{% endif %}}\n", "", f"{DOCUMENT}:9:1"),
        (f"One.[^n]\n\n[^n]: {NAMELESS}.\n", "", f"{DOCUMENT}:9:1"),
        ("One.\n", f"subject: The {NAMELESS}\n", f"{DOCUMENT}:6:10"),
        ("One.\n", f"contacts: [{{name: {NAMELESS}}}]\n", f"{DOCUMENT}:6:12"),
        ("One.\n", f"recipients: [{{id: a, name: {NAMELESS}}}]\n", f"{DOCUMENT}:6:14"),
        ('{{ block("b") }}\n', "", "templates/blocks/b.md:4:1"),
    ],
)
def test_a_name_in_the_text_is_refused(tmp_path: Path, body: str, front: str, place: str) -> None:
    """Wherever it stands and however it is written; the setting makes a warning of it."""
    block = f"---\ntitle: B\n---\nThe {NAMELESS}.\n"
    files = {**WITHHELD, "templates/blocks/b.md": block}
    expected = (
        f"{place} [withheld-name] the text names somebody whom signatories/r.csv:2:1 withholds "
        '(take it out; if it may stand here, write withheld_in_text = "warning" under '
        "[signatories] in undersigned.toml)"
    )
    front = f"signatories: r\n{front}"
    assert said(lambda: dossier(tmp_path, body, front, files)) == [expected]
    settings = 'language = "en"\n[signatories]\nwithheld_in_text = "warning"\n'
    read = dossier(tmp_path, body, front, {**files, "undersigned.toml": settings})
    assert [remark.level for remark in read.remarks] == ["warning"]


def test_a_name_among_the_facts_is_refused(tmp_path: Path) -> None:
    """A fact may be printed by any of the documents."""
    facts = f"title: Dam\nfacts: {{who: [Other, {NAMELESS}]}}\n"
    (line,) = said(
        lambda: dossier(tmp_path, front="signatories: r\n", files={**WITHHELD, CAMPAIGN: facts})
    )
    assert line.startswith(f"{CAMPAIGN}:2:9 [withheld-name] the text names somebody whom")


def test_an_acronym_is_found_as_it_is_written(tmp_path: Path) -> None:
    """The word "who" is not WHO."""
    rows = "name,acronym,status\nHidden Well Officers,WHO,withheld\nB,,confirmed\n"
    files = {"signatories/r.csv": rows}
    front = "signatories: r\n"
    assert dossier(tmp_path, "Those who WHOOP.\n", front, files).remarks == ()
    assert len(said(lambda: dossier(tmp_path, "The WHO.\n", front, files))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [("井戸の会", "昨日井戸の会が言った。"), ("جمعية البئر", "وجمعية البئر قالت.")],
)
def test_a_name_that_is_written_on_to_its_neighbours(tmp_path: Path, name: str, text: str) -> None:
    """Not every script has spaces around a name."""
    files = {"signatories/r.csv": f"name,status\n{name},withheld\nB,confirmed\n"}
    assert len(said(lambda: dossier(tmp_path, f"{text}\n", "signatories: r\n", files))) == 1


@pytest.mark.parametrize("column", ["title", "affiliation", "group"])
def test_whoever_would_be_printed_with_the_name(tmp_path: Path, column: str) -> None:
    """A person of a withheld organisation would give it away; the row is told, and the line."""
    rows = (
        f"name,kind,{column},status\nA. Person,individual,Chair of the {NAMELESS},confirmed\n"
        f"{NAMELESS},,,withheld\n"
    )
    assert said(
        lambda: dossier(tmp_path, front="signatories: r\n", files={"signatories/r.csv": rows})
    ) == [
        (
            "signatories/r.csv:2:1 [withheld-name] title, affiliation or group names somebody "
            "whom line 3 withholds (take it out; if it may stand here, write withheld_in_text = "
            '"warning" under [signatories] in undersigned.toml)'
        )
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Society of the Wéll", "roster-status"),
        ("The Society of the Well e.V.", "roster-status"),
        ("Old Well League", "roster-status"),
        ("សមាគមអណ្តូង", "roster-status"),
        ("Youth of the Society of the Well", "withheld-name"),
        ("Society of the Wells", ""),
    ],
)
def test_whoever_is_the_same_under_another_name(tmp_path: Path, row: str, expected: str) -> None:
    """Another spelling, a former name, one in another script; or a name that has it in it."""
    files = {
        "signatories/directory.csv": (
            f"id,name,former_names,native_names\nwell,{NAMELESS},Old Well League,km: សមាគមអណ្តូង\n"
        ),
        "signatories/r.csv": f"name,status\n{row},confirmed\n{NAMELESS},withheld\n",
    }
    if not expected:
        dossier(tmp_path, front="signatories: r\n", files=files)
        return
    (told,) = said(lambda: dossier(tmp_path, front="signatories: r\n", files=files))
    line, other = ("3", "2") if expected == "roster-status" else ("2", "3")
    assert told.startswith(f"signatories/r.csv:{line}:1 [{expected}]")
    assert f"line {other} " in told
    assert "Well" not in told


def test_two_states_are_told_once(tmp_path: Path) -> None:
    """Whichever row comes first."""
    rows = (f"{NAMELESS},confirmed", f"{NAMELESS},withheld")
    for number, order in enumerate((rows, rows[::-1])):
        files = {"signatories/r.csv": "name,status\n" + "\n".join(order) + "\n"}
        root = tmp_path / str(number)
        (told,) = said(lambda: dossier(root, front="signatories: r\n", files=files))  # noqa: B023
        assert told.startswith("signatories/r.csv:3:1 [roster-status] this row and line 2 are")


def test_no_withheld_id_is_offered(tmp_path: Path) -> None:
    """To whoever mistypes another one."""
    files = {
        "signatories/directory.csv": DIRECTORY,
        "signatories/r.csv": "id,status\nwells,confirmed\nwell,withheld\n",
    }
    assert said(lambda: dossier(tmp_path, front="signatories: r\n", files=files)) == [
        (
            'signatories/r.csv:2:1 [unknown-signatory] unknown signatory "wells" '
            "(add it to signatories/directory.csv, or write its name in the row)"
        )
    ]


def test_a_roster_that_begins_with_a_row(tmp_path: Path) -> None:
    """Its first line names no columns, and is not told."""
    files = {"signatories/r.csv": f"{NAMELESS},withheld\nOther,confirmed\n"}
    assert said(lambda: dossier(tmp_path, front="signatories: r\n", files=files)) == [
        (
            "signatories/r.csv:1:1 [table] a column id or name is missing "
            "(the table's first line names its columns)"
        )
    ]


@pytest.mark.parametrize(
    "text",
    ["Words of the Women’s Guild.", "Of the WOMEN'S\u00a0GUILD.", "By Straße–Ost.", "Of the OWG."],
)
def test_a_name_in_other_signs(tmp_path: Path, text: str) -> None:
    """Quotation marks, dashes and capitals are what the program or the author made of them; both
    acronyms count."""
    files = {
        "signatories/directory.csv": "id,name,acronym\nwell,Women's Guild,OWG\n",
        "signatories/r.csv": (
            "id,name,acronym,status\nwell,,WG,withheld\n,STRASSE-OST,,withheld\n,B,,confirmed\n"
        ),
    }
    assert len(said(lambda: dossier(tmp_path, f"{text}\n", "signatories: r\n", files))) == 1
