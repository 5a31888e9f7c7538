"""Entries of a recipient list that stand for several: a region, or another list.

The parliaments are invented and sit in territories that have none, so that the tables that ship
say nothing of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import dossier, said, workspace
from undersigned.errors import Findings
from undersigned.load import load_catalogue
from undersigned.load.recipients import load_recipient_list

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TABLES = "recipients/catalogue/"
# Bouvet Island (BV), French Southern Territories (TF), Heard & McDonald Islands (HM).
CATALOGUE: dict[str, str | bytes] = {
    f"{_TABLES}parliaments.csv": """
        id,name,country
        velmar,Assembly of Velmar,TF
        tarvon,Parliament of Tarvon,BV
        ostrel,Diet of Ostrel,HM
    """,
    f"{_TABLES}chambers.csv": """
        id,parliament,role,name
        velmar-upper,velmar,upper,Senate of Velmar
        velmar-lower,velmar,lower,Chamber of Velmar
        tarvon-single,tarvon,single,Parliament of Tarvon
        ostrel-upper,ostrel,upper,Council of Ostrel
        ostrel-lower,ostrel,lower,House of Ostrel
    """,
    f"{_TABLES}offices.csv": """
        id,of,name,aliases
        velmar-lower/president,velmar-lower,President of the Chamber,velmar-lower/presiding-officer
        velmar-lower/clerk,velmar-lower,Clerk of the Chamber,
        velmar-upper/president,velmar-upper,President of the Senate,velmar-upper/presiding-officer
        tarvon-single/speaker,tarvon-single,Speaker,tarvon-single/presiding-officer|tarvon/chair
        ostrel-lower/presiding-officer,ostrel-lower,Warden of the House,
    """,
    f"{_TABLES}regions.csv": """
        id,name,members
        three-seas,League of the Three Seas,TF|BV|HM
        four-winds,Four Winds,HM|AQ|TF
        ice,The Ice,AQ
    """,
}
COAST = """
    recipients:
      - velmar
      - {id: board, name: River Board}
      - {parliament: tarvon, id: tv}
"""


def read(root: Path, files: Mapping[str, str | bytes], name: str = "all") -> list[str]:
    """Every recipient of the list with its place, then all that is to be told."""
    opened = workspace(root, {**CATALOGUE, **files})
    findings = Findings()
    recipients = load_recipient_list(opened, name, load_catalogue(opened), findings).recipients
    return [
        *(f"{recipient.id} ({recipient.location})" for recipient in recipients),
        *(f"{f.level.value} [{f.rule}] {f}" for f in findings.sorted()),
    ]


def entries(*entries: str) -> str:
    """A list of these entries, the first of them on line 2."""
    return "recipients:\n" + "".join(f"  - {entry}\n" for entry in entries)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param(
            "{region: three-seas}",
            ["tarvon", "velmar", "ostrel"],
            id="parliaments unless told, in the order of the countries' English names",
        ),
        pytest.param(
            "{region: three-seas, kind: parliament}", ["tarvon", "velmar", "ostrel"], id="asked for"
        ),
        pytest.param(
            "{region: League of the Three Seas}",
            ["tarvon", "velmar", "ostrel"],
            id="a region by its name",
        ),
        pytest.param(
            "{region: league OF the three seas}",
            ["tarvon", "velmar", "ostrel"],
            id="a region by its name in any case",
        ),
        pytest.param(
            "{region: Three Seas}",
            ["tarvon", "velmar", "ostrel"],
            id="a region by its id as words",
        ),
        pytest.param(
            "{region: three-seas, kind: chamber}",
            ["tarvon-single", "velmar-lower", "velmar-upper", "ostrel-lower", "ostrel-upper"],
            id="chambers, the lower before the upper",
        ),
        pytest.param(
            "{region: three-seas, role: [lower, single]}",
            ["tarvon-single", "velmar-lower", "ostrel-lower"],
            id="a role makes them chambers",
        ),
        pytest.param(
            "{region: three-seas, kind: office}",
            [
                "tarvon-single/speaker",
                "velmar-lower/president",
                "velmar-upper/president",
                "ostrel-lower/presiding-officer",
            ],
            id="offices are those that preside",
        ),
        pytest.param(
            "{region: three-seas, kind: office, role: lower|single}",
            ["tarvon-single/speaker", "velmar-lower/president", "ostrel-lower/presiding-officer"],
            id="offices of some chambers",
        ),
        pytest.param(
            "{region: three-seas, exclude: tarvon}",
            ["velmar", "ostrel"],
            id="all but one",
        ),
        pytest.param(
            "{region: three-seas, kind: chamber, exclude: [velmar, ostrel-upper]}",
            ["tarvon-single", "ostrel-lower"],
            id="a parliament's id leaves its chambers out",
        ),
        pytest.param(
            "{region: three-seas, kind: office, exclude: velmar | ostrel-lower}",
            ["tarvon-single/speaker"],
            id="a parliament's or chamber's id leaves its offices out",
        ),
        pytest.param(
            "{region: three-seas, kind: office, exclude: [tarvon/chair, "
            "velmar-upper/presiding-officer]}",
            ["velmar-lower/president", "ostrel-lower/presiding-officer"],
            id="an alias leaves its record out",
        ),
    ],
)
def test_a_region_stands_for_its_members(tmp_path: Path, entry: str, expected: list[str]) -> None:
    """A region is everybody of one kind in its member states, where the list names it."""
    assert read(tmp_path, {"recipients/all.yaml": entries(entry)}) == [
        f"{id_} (recipients/all.yaml:2:14)" for id_ in expected
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param(
            "{region: three-sees}",
            [
                (
                    "error [unknown-region] recipients/all.yaml:2:14: unknown region "
                    '"three-sees" (did you mean "three-seas"?)'
                )
            ],
            id="an unknown region",
        ),
        pytest.param(
            "{region: four-winds}",
            [
                "velmar (recipients/all.yaml:2:14)",
                "ostrel (recipients/all.yaml:2:14)",
                (
                    "warning [region] recipients/all.yaml:2:14: the catalogue has no parliament "
                    "of AQ "
                    "(these members of the region are not written to: add an entry if they should "
                    "be)"
                ),
            ],
            id="a member without a record",
        ),
        pytest.param(
            "{region: ice}",
            [
                (
                    "error [empty-group] recipients/all.yaml:2:5: nobody is left in this group "
                    "(`undersigned list recipients` with --region, --kind and --role shows who "
                    "there "
                    "is)"
                ),
                (
                    "warning [region] recipients/all.yaml:2:14: the catalogue has no parliament "
                    "of AQ "
                    "(these members of the region are not written to: add an entry if they should "
                    "be)"
                ),
            ],
            id="no member with a record",
        ),
        pytest.param(
            "{region: three-seas, role: upper}",
            [
                "velmar-upper (recipients/all.yaml:2:14)",
                "ostrel-upper (recipients/all.yaml:2:14)",
                (
                    "warning [region] recipients/all.yaml:2:14: left out, having no chamber of "
                    "that "
                    "role: BV (add the role single for parliaments of one chamber: "
                    "role: [lower, single])"
                ),
            ],
            id="a member without a chamber of that role",
        ),
        pytest.param(
            "{region: three-seas, exclude: us}",
            [
                "tarvon (recipients/all.yaml:2:14)",
                "velmar (recipients/all.yaml:2:14)",
                "ostrel (recipients/all.yaml:2:14)",
                (
                    'warning [exclude] recipients/all.yaml:2:35: "us" is not in this group anyway '
                    "(take it out, or see whether another was meant)"
                ),
            ],
            id="a record that is not in the group",
        ),
        pytest.param(
            "{region: three-seas, exclude: velmar-lower}",
            [
                "tarvon (recipients/all.yaml:2:14)",
                "velmar (recipients/all.yaml:2:14)",
                "ostrel (recipients/all.yaml:2:14)",
                (
                    'warning [exclude] recipients/all.yaml:2:35: "velmar-lower" is not in this '
                    "group "
                    "anyway (take it out, or see whether another was meant)"
                ),
            ],
            id="a chamber does not leave its parliament out",
        ),
        pytest.param(
            "{region: three-seas, exclude: [velmar, ostril, zzz]}",
            [
                "tarvon (recipients/all.yaml:2:14)",
                "ostrel (recipients/all.yaml:2:14)",
                (
                    "error [unknown-recipient] recipients/all.yaml:2:44: unknown recipient "
                    '"ostril" '
                    '(did you mean "ostrel"?)'
                ),
                (
                    'error [unknown-recipient] recipients/all.yaml:2:52: unknown recipient "zzz" '
                    "(`undersigned list recipients` lists them)"
                ),
            ],
            id="what nobody knows, each at its place",
        ),
        pytest.param(
            "{region: three-seas, exclude: [tarvon, velmar, ostrel]}",
            [
                (
                    "error [empty-group] recipients/all.yaml:2:5: nobody is left in this group "
                    "(`undersigned list recipients` with --region, --kind and --role shows who "
                    "there "
                    "is)"
                ),
            ],
            id="everybody left out",
        ),
    ],
)
def test_what_a_region_leaves_open_is_told(tmp_path: Path, entry: str, expected: list[str]) -> None:
    """Whoever is not written to is told with what to do; a doubt about who is meant stops."""
    assert read(tmp_path, {"recipients/all.yaml": entries(entry)}) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "{region: three-seas, include: coast}",
            ['2:35: "include" does not go with "region" (write them as two entries)'],
        ),
        (
            "{region: three-seas, parliament: velmar}",
            ['2:38: "parliament" does not go with "region" (write them as two entries)'],
        ),
        (
            "{region: three-seas, as: The Seas, language: fr}",
            [
                (
                    '2:30: "as" does not go with "region" '
                    "(beside region: may stand kind, role, exclude)"
                ),
                (
                    '2:50: "language" does not go with "region" '
                    "(beside region: may stand kind, role, exclude)"
                ),
            ],
        ),
        (
            "{include: coast, kind: office}",
            ['2:28: "kind" does not go with "include" (beside include: may stand exclude)'],
        ),
        (
            "{kind: office}",
            ['2:12: "kind" goes with a group (write region: or include: beside it)'],
        ),
        (
            "{parliament: velmar, role: lower}",
            ['2:32: "role" goes with a group (write region: or include: beside it)'],
        ),
        (
            "{name: River Board, exclude: velmar}",
            ['2:34: "exclude" goes with a group (write region: or include: beside it)'],
        ),
        (
            "{region: three-seas, kind: parliament, role: lower}",
            [
                (
                    "2:50: a parliament as a whole has no role "
                    "(write kind: chamber, or kind: office for the presiding officers)"
                )
            ],
        ),
    ],
)
def test_keys_that_say_nothing_together_are_told(
    tmp_path: Path, entry: str, expected: list[str]
) -> None:
    """Each key that has no place in the group is an error where it stands."""
    files = {"recipients/all.yaml": entries(entry), "recipients/coast.yaml": COAST}
    assert read(tmp_path, files) == [
        f"error [recipient] recipients/all.yaml:{line}" for line in expected
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "{region: three-seas, kind: body}",
            '2:32 [value] "body" is not a value of "kind" (one of parliament, chamber, office)',
        ),
        (
            "{region: three-seas, role: lower|middle}",
            '2:32 [value] "middle" is not a value of "role" (one of single, lower, upper)',
        ),
    ],
)
def test_a_word_of_its_own_for_kind_or_role_is_refused(
    tmp_path: Path, entry: str, expected: str
) -> None:
    """Kinds and roles are those of the catalogue."""
    files = {"recipients/all.yaml": entries(entry)}
    assert said(lambda: read(tmp_path, files)) == [f"recipients/all.yaml:{expected}"]


def test_a_table_holds_groups_too(tmp_path: Path) -> None:
    """The keys are columns, bars part several values, and each fault has its line."""
    table = """
        region;kind;role;exclude;include;name
        three-seas;;;tarvon;;
        League of the Three Seas;;lower|single;;;
        three-seas;office;lower | single;velmar|ostrel-lower;;
        ;;;board|tarvon;coast;
        three-sees;;;;;
        three-seas;;;;coast;
        ;office;;;;
        ;;;bord;coast;
        ;;;;cost;
        three-seas;;;;;Somebody
    """
    files = {"recipients/all.csv": table, "recipients/coast.yaml": COAST}
    assert read(tmp_path, files) == [
        "velmar (recipients/all.csv:2:1)",
        "ostrel (recipients/all.csv:2:1)",
        "tarvon-single (recipients/all.csv:3:1)",
        "velmar-lower (recipients/all.csv:3:1)",
        "ostrel-lower (recipients/all.csv:3:1)",
        "tarvon-single/speaker (recipients/all.csv:4:1)",
        "board (recipients/coast.yaml:3:5)",
        "tv (recipients/coast.yaml:4:5)",
        (
            'warning [recipient-twice] recipients/all.csv:5:1: "Assembly of Velmar" is named '
            "twice in "
            "this list, and written to once (it stands first on line 2)"
        ),
        (
            "error [unknown-region] recipients/all.csv:6:1: unknown region "
            '"three-sees" (did you mean "three-seas"?)'
        ),
        (
            'error [recipient] recipients/all.csv:7:1: "include" does not go with "region" '
            "(write them as two entries)"
        ),
        (
            'error [recipient] recipients/all.csv:8:1: "kind" goes with a group '
            "(write region: or include: beside it)"
        ),
        (
            'warning [recipient-twice] recipients/all.csv:9:1: "Assembly of Velmar" is named '
            "twice in "
            "this list, and written to once (it stands first on line 2)"
        ),
        (
            'error [unknown-recipient] recipients/all.csv:9:1: unknown recipient "bord" '
            '(did you mean "board"?)'
        ),
        (
            'error [unknown-recipient-list] recipients/all.csv:10:1: unknown recipient list "cost" '
            '(did you mean "coast"?)'
        ),
        (
            'error [recipient] recipients/all.csv:11:1: "name" does not go with "region" '
            "(beside region: may stand kind, role, exclude)"
        ),
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("{include: coast}", ["velmar (2:5)", "board (3:5)", "tv (4:5)"]),
        ("{include: coast, exclude: [tv, board]}", ["velmar (2:5)"]),
        ("{include: coast, exclude: tarvon}", ["velmar (2:5)", "board (3:5)"]),
    ],
    ids=["all of them", "by the ids of that list", "by the id of the record"],
)
def test_another_list_is_taken_in(tmp_path: Path, entry: str, expected: list[str]) -> None:
    """Its recipients are named where that list has them, but for those left out."""
    files = {"recipients/all.yaml": entries(entry), "recipients/coast.yaml": COAST}
    assert read(tmp_path, files) == [
        line.replace("(", "(recipients/coast.yaml:") for line in expected
    ]


def test_faults_of_another_list_are_told_where_they_stand(tmp_path: Path) -> None:
    """Each has the place in its own file and is told once, whichever lists lead there."""
    files = {
        "recipients/all.yaml": entries("{include: east}", "{include: west}", "ostrel"),
        "recipients/east.yaml": entries("{include: coast}", "velmr"),
        "recipients/west.csv": "include,country\ncoast,\n,FR\n",
        "recipients/coast.yaml": entries("velmer"),
    }
    assert read(tmp_path, files) == [
        "ostrel (recipients/all.yaml:4:5)",
        (
            'error [unknown-recipient] recipients/coast.yaml:2:5: unknown recipient "velmer" '
            '(did you mean "velmar"?)'
        ),
        (
            'error [unknown-recipient] recipients/east.yaml:3:5: unknown recipient "velmr" '
            '(did you mean "velmar"?)'
        ),
        (
            "error [recipient] recipients/west.csv:3:1: the recipient has no name "
            "(write parliament:, chamber:, office: or body: with an id, or a name:)"
        ),
    ]


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        (
            "coast.yaml",
            "recipients: [}",
            (
                "error [yaml] recipients/coast.yaml:1:14: broken YAML: expected the node content, "
                "but "
                "found '}' (check brackets, quotation marks and indentation just before this place)"
            ),
        ),
        (
            "coast.csv",
            "nme\nX\n",
            (
                'error [unknown-column] recipients/coast.csv:1:1: unknown column "nme" '
                '(did you mean "name"?)'
            ),
        ),
        (
            "coast.yaml",
            "title: Nobody\n",
            'error [missing-key] recipients/coast.yaml:1:1: the key "recipients" is missing',
        ),
    ],
    ids=["broken YAML", "an unknown column", "no recipients"],
)
def test_another_list_that_is_none_is_told_where_it_is(
    tmp_path: Path, file: str, content: str, expected: str
) -> None:
    """The rest of the list is read on with."""
    files = {
        "recipients/all.yaml": entries("{include: coast}", "velmar"),
        f"recipients/{file}": content,
    }
    assert read(tmp_path, files) == ["velmar (recipients/all.yaml:3:5)", expected]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"all.yaml": entries("{include: all}")},
            "all.yaml:2:15: the lists lead back to themselves: all → all",
        ),
        (
            {
                "all.yaml": entries("{include: east}"),
                "east.yaml": entries("{include: west}"),
                "west.csv": "include\nall\n",
            },
            "west.csv:2:1: the lists lead back to themselves: all → east → west → all",
        ),
        (
            {
                "all.yaml": entries("{include: east}"),
                "east.yaml": entries("{include: west}"),
                "west.yaml": entries("{include: east}"),
            },
            "west.yaml:2:15: the lists lead back to themselves: east → west → east",
        ),
    ],
    ids=["itself", "by way of two others", "a circle further on"],
)
def test_lists_that_lead_back_to_themselves_are_told(
    tmp_path: Path, files: dict[str, str], expected: str
) -> None:
    """The entry that closes the circle is named with the whole way, and nothing else is wrong."""
    assert read(tmp_path, {f"recipients/{name}": text for name, text in files.items()}) == [
        f"error [circular-list] recipients/{expected} (take one of these include: out)"
    ]


def test_two_lists_may_take_in_a_third(tmp_path: Path) -> None:
    """That is no circle; whom both bring is told once for each and kept once."""
    files = {
        "recipients/all.yaml": entries("{include: east}", "{include: west}"),
        "recipients/east.yaml": entries("{include: coast}", "ostrel"),
        "recipients/west.yaml": entries("{include: coast}"),
        "recipients/coast.yaml": entries("velmar"),
    }
    assert read(tmp_path, files) == [
        "velmar (recipients/coast.yaml:2:5)",
        "ostrel (recipients/east.yaml:3:5)",
        (
            'warning [recipient-twice] recipients/all.yaml:3:5: "Assembly of Velmar" is named '
            "twice "
            "in this list, and written to once (it stands first at recipients/coast.yaml:2:5)"
        ),
    ]


def test_a_recipient_through_two_ways_is_kept_once(tmp_path: Path) -> None:
    """By name, by region and by list: the first stays, and each further one is told."""
    files = {
        "recipients/all.yaml": entries(
            "ostrel", "{region: three-seas}", "{include: coast, exclude: [board, tv]}"
        ),
        "recipients/coast.yaml": COAST,
    }
    assert read(tmp_path, files) == [
        "ostrel (recipients/all.yaml:2:5)",
        "tarvon (recipients/all.yaml:3:14)",
        "velmar (recipients/all.yaml:3:14)",
        (
            'warning [recipient-twice] recipients/all.yaml:3:5: "Diet of Ostrel" is '
            "in this group and named by itself on line 2, which counts (exclude: "
            "[ostrel] here says so plainly)"
        ),
        (
            'warning [recipient-twice] recipients/all.yaml:4:5: "Assembly of '
            'Velmar" is named twice in this list, and written to once (it stands '
            "first on line 3)"
        ),
    ]


def test_a_document_may_hold_groups_itself(tmp_path: Path) -> None:
    """Under `recipients:` and under `cc:`, with what is left open told in the document."""
    front = (
        "recipients:\n  - {region: four-winds, exclude: ostrel}\n  - {include: coast}\n"
        "cc:\n  - {region: three-seas, kind: office, role: upper|lower, exclude: velmar-lower}\n"
        "  - {include: coast, exclude: [velmar, tv]}\n"
    )
    files = {**CATALOGUE, "recipients/coast.yaml": COAST}
    read = dossier(tmp_path, front=front, files=files)
    named = (*read.document.recipients, *read.document.cc)
    document = "templates/campaigns/dam/letter.md"
    assert [f"{recipient.id} ({recipient.location})" for recipient in named] == [
        f"velmar ({document}:6:14)",
        "board (recipients/coast.yaml:3:5)",
        "tv (recipients/coast.yaml:4:5)",
        f"velmar-upper/president ({document}:9:14)",
        f"ostrel-lower/presiding-officer ({document}:9:14)",
        "board (recipients/coast.yaml:3:5)",
    ]
    assert [f"{finding.level.value} {finding}" for finding in read.remarks] == [
        (
            f"warning {document}:6:14: the catalogue has no parliament of AQ "
            "(these members of the region are not written to: add an entry if they should be)"
        ),
        (
            f'warning {document}:7:5: "Assembly of Velmar" is named twice in this list, and '
            f"written "
            "to once (it stands first on line 6)"
        ),
        (
            f'warning {document}:9:3: among the recipients and in cc: "River Board" (whom the '
            "letter is addressed to needs no copy: take them out of one of the two)"
        ),
        (
            f"warning {document}:9:14: left out, having no chamber of that role: BV "
            "(add the role single for parliaments of one chamber: role: [lower, single])"
        ),
    ]


def test_faults_of_a_documents_groups_stand_in_the_document(tmp_path: Path) -> None:
    """All of them are told at once, of the recipients and of the copies."""
    front = (
        "recipients:\n  - {region: three-sees}\n  - {include: cost}\n"
        "cc:\n  - {region: three-seas, as: The Seas}\n"
        "  - region: three-seas\n    exclude:\n      - velmar\n      - ostrl\n"
    )
    files = {**CATALOGUE, "recipients/coast.yaml": COAST}
    document = "templates/campaigns/dam/letter.md"
    assert said(lambda: dossier(tmp_path, front=front, files=files)) == [
        (
            f'{document}:6:14 [unknown-region] unknown region "three-sees" '
            '(did you mean "three-seas"?)'
        ),
        (
            f'{document}:7:15 [unknown-recipient-list] unknown recipient list "cost" '
            '(did you mean "coast"?)'
        ),
        (
            f'{document}:9:30 [recipient] "as" does not go with "region" '
            "(beside region: may stand kind, role, exclude)"
        ),
        f'{document}:13:9 [unknown-recipient] unknown recipient "ostrl" (did you mean "ostrel"?)',
    ]
