"""`undersigned recipients check`: what is old, out of reach, or named as no letter can greet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.velmar import CATALOGUE
from tests.support.tree import build_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

_OUT = "has no address and no e-mail address [out-of-reach]\n"
_ROW = "    see what the body itself says, then write its row"
_DAY = "with the day in checked into"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> None:
    """It is the second of January 2024, and the catalogue knows Velmar; there is no list."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")
    build_file_tree(workspace, CATALOGUE)
    (workspace / "recipients/two.yaml").unlink()


def test_old_and_out_of_reach(run: Callable[..., Said], workspace: Path) -> None:
    """Age counts from the beginning of the source's year, or from the day a person checked."""
    entries = ["velmar", "tarvon", "velmar-lower", "velmar-upper"]
    text = "recipients:\n" + "".join(f"  - {entry}\n" for entry in entries)
    build_file_tree(workspace, {"recipients/seas.yaml": text})
    said = run("recipients", "check")
    assert said.code == 0
    assert said.out == (
        f'recipients/seas.yaml:2:5: warning: "Assembly of Velmar" {_OUT}'
        "    write address: or email: here, or one of them into the row velmar of "
        "recipients/catalogue/parliaments.csv\n"
        'recipients/seas.yaml:4:5: warning: "Chamber of Velmar" is as of 2012, 12 years old '
        "[old-record]\n"
        f"{_ROW} velmar-lower {_DAY} recipients/catalogue/chambers.csv\n"
        'recipients/seas.yaml:5:5: warning: "Senate of Velmar" has the same e-mail address as '
        '"Parliament of Tarvon" [shared-inbox]\n'
        "    that one stands at recipients/seas.yaml:3:5: see which of them the inbox belongs to\n"
        'recipients/seas.yaml:5:5: warning: "Senate of Velmar" is of unknown age: its source has '
        "no date [unknown-age]\n"
        f"{_ROW} velmar-upper {_DAY} recipients/catalogue/chambers.csv\n"
    )
    assert said.err == "4 warnings in 1 list\n"


@pytest.mark.parametrize(
    ("days", "old"), [(None, ["2012"]), (200, ["June 2023", "2012"]), (20_000, [])]
)
def test_the_setting(
    run: Callable[..., Said], workspace: Path, days: int | None, old: list[str]
) -> None:
    """When a record is old is a setting; a year, where it is not set."""
    setting = f"[recipients]\nstale_after_days = {days}\n" if days else ""
    files: dict[str, str | bytes] = {
        "undersigned.toml": f'language = "en"\n{setting}',
        "recipients/seas.yaml": "recipients: [velmar, velmar-lower, tarvon]\n",
    }
    build_file_tree(workspace, files)
    told = json.loads(run("recipients", "check", "--format", "json").out)
    assert [
        finding["message"].partition(" is as of ")[2].partition(",")[0]
        for finding in told
        if finding["rule"] == "old-record"
    ] == old


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("stale_after_day = 3", ('unknown key "stale_after_day" [unknown-key]\n'
         '    did you mean "stale_after_days"?\n')),
        ("stale_after_days = 0", ('"stale_after_days" takes a number of days [value]\n'
         "    write stale_after_days = 365\n")),
        ('stale_after_days = "9"', ('"stale_after_days" takes a number of days [value]\n'
         "    write stale_after_days = 365\n")),
    ],
)  # fmt: skip
def test_a_wrong_setting(
    run: Callable[..., Said], workspace: Path, setting: str, said: str
) -> None:
    """A fault in the settings is told at its line."""
    build_file_tree(
        workspace, {"undersigned.toml": f'language = "en"\n\n[recipients]\n{setting}\n'}
    )
    ended = run("recipients", "check")
    assert (ended.code, ended.out) == (1, f"undersigned.toml:4:1: {said}")


def test_an_old_address(run: Callable[..., Said], workspace: Path) -> None:
    """A record of today may have an address of long ago; what a person checked is not old."""
    table = """
        id,name,email,source,as_of,contact_source,contact_as_of,checked
        board,River Board,b@velmar.example,Gazette,2023-12-01,Letter,2009-05,
        court,River Court,c@velmar.example,Gazette,2009,Letter,2009-05,2023-11-01
    """
    files: dict[str, str | bytes] = {
        "recipients/catalogue/bodies.csv": table,
        "recipients/rivers.yaml": "recipients:\n  - board\n  - court\n",
    }
    build_file_tree(workspace, files)
    said = run("recipients", "check", "rivers")
    assert (said.code, said.err) == (0, "1 warning in 1 list\n")
    assert said.out == (
        'recipients/rivers.yaml:2:5: warning: "River Board" has address, e-mail or website as of '
        "May 2009, 14 years old [old-contact]\n"
        f"{_ROW} board {_DAY} recipients/catalogue/bodies.csv\n"
    )


def test_persons(run: Callable[..., Said], workspace: Path) -> None:
    """A title in the name is told with what to write; so is a family name that is needed."""
    text = """
        recipients:
          - {id: a, name: Dr Ona Tesk, email: a@velmar.example}
          - {id: b, name: Lord Tesk, family: Tesk, email: b@velmar.example}
          - {id: c, name: Drummond Tesk, family: Tesk, email: c@velmar.example}
          - {office: velmar-lower/president, name: Ona Tesk, email: d@velmar.example}
          - {id: f, name: Don Tesk, given: Don, family: Tesk, email: f@velmar.example}
          - {id: e, name: Lord Chamberlain’s Office, email: e@velmar.example}
    """
    build_file_tree(workspace, {"recipients/people.yaml": text})
    said = run("recipients", "check")
    assert said.code == 1
    assert said.out == (
        'recipients/people.yaml:2:5: warning: "Dr Ona Tesk" has the title "Dr" in the name '
        "[title-in-name]\n"
        "    write honorific: Dr, and name: Ona Tesk\n"
        'recipients/people.yaml:3:5: warning: "Lord Tesk" has a name that begins with "Lord", '
        "which may be a title [title-in-name]\n"
        "    if it is one, write it as honorific: and not in name:\n"
        'recipients/people.yaml:5:5: "Ona Tesk" lacks "family", which the salutation '
        '"Dear President {family}:" needs [no-family-name]\n'
        "    write family: for this recipient; it is never guessed\n"
    )
    assert said.err == "1 error, 2 warnings in 1 list\n"


def test_a_region_out_of_reach(run: Callable[..., Said], workspace: Path) -> None:
    """What holds of many members of one entry is said in one finding that names them."""
    table = "id,name,country,source,as_of\n" + "".join(
        f"p{n},Parliament {n},{code},Gazette,2023-12-01\n"
        for n, code in enumerate(["KH", "TH", "VN", "LA"])
    )
    files: dict[str, str | bytes] = {
        "recipients/catalogue/parliaments.csv": table,
        "recipients/catalogue/regions.csv": "id,name,members,source\nriver,River,KH|TH|VN,G\n",
        "recipients/own.yaml": "recipients:\n  - {region: river, exclude: [kh, th, vn]}\n",
    }
    build_file_tree(workspace, files)
    said = run("recipients", "check", "own")
    assert said.out.count("out-of-reach") == 3
    more = "KH|LA|TH|VN"
    files = {
        "recipients/catalogue/regions.csv": f"id,name,members,source\nriver,River,{more},Gazette\n"
    }
    build_file_tree(workspace, files)
    said = run("recipients", "check", "own")
    assert [line for line in said.out.splitlines() if "reach" in line or "fill" in line] == [
        (
            "recipients/own.yaml:2:14: warning: 4 of these have no address and no e-mail address "
            "[out-of-reach]"
        ),
        "    fill their rows in recipients/catalogue/, or leave them out: p0, p1, p2, p3",
    ]


def test_members_of_one_house(run: Callable[..., Said], workspace: Path) -> None:
    """The age of an office is told once, not for each who holds it; an inbox that two of them
    share is told."""
    table = "id,of,name,source,as_of\nvelmar-lower/member,velmar-lower,Member,Gazette,2011\n"
    entry = "{{office: velmar-lower/member, id: {0}, name: {0}, family: {0}, email: {1}}}"
    people = (("Ona", "a"), ("Ina", "b"), ("Una", "A"))
    entries = "".join(f"  - {entry.format(n, f'{e}@velmar.example')}\n" for n, e in people)
    files: dict[str, str | bytes] = {
        "recipients/catalogue/offices.csv": table,
        "recipients/members.yaml": f"recipients:\n{entries}",
    }
    build_file_tree(workspace, files)
    said = run("recipients", "check")
    assert (said.code, said.err) == (0, "2 warnings in 1 list\n")
    assert said.out == (
        'recipients/members.yaml:2:5: warning: "Member" is as of 2011, 13 years old [old-record]\n'
        f"{_ROW} velmar-lower/member {_DAY} recipients/catalogue/offices.csv\n"
        'recipients/members.yaml:4:5: warning: "Una" has the same e-mail address as "Ona" '
        "[shared-inbox]\n"
        "    that one stands at recipients/members.yaml:2:5: see which of them the inbox belongs "
        "to\n"
    )


def test_greeted_otherwise(run: Callable[..., Said], workspace: Path) -> None:
    """Who has a salutation in the list needs no family name."""
    entry = "{office: velmar-lower/president, name: Ona Tesk, salutation: 'Madam,', language: en}"
    build_file_tree(workspace, {"recipients/one.yaml": f"recipients: [{entry}]\n"})
    said = run("recipients", "check")
    assert (said.code, said.out, said.err) == (0, "", "1 list: nothing to mend\n")


def test_one_file_for_two(run: Callable[..., Said], workspace: Path) -> None:
    """Two letters would be one file: told as `render` would refuse them."""
    text = """
        recipients:
          - {id: River Board, name: The Board, email: a@velmar.example}
          - {id: river-board, name: The Other Board, email: b@velmar.example}
    """
    build_file_tree(workspace, {"recipients/boards.yaml": text})
    said = run("recipients", "check")
    assert said.code == 1
    assert said.out == (
        'recipients/boards.yaml:3:5: letters to "The Other Board" and "The Board" would be '
        "written to one file [same-file-name]\n"
        "    that one stands at recipients/boards.yaml:2:5: give one of them another id\n"
    )


def test_the_same_person_twice(run: Callable[..., Said], workspace: Path) -> None:
    """Somebody in one list under two ids: the same name but for title and accents, and the same
    inbox, address or institution."""
    text = """
        recipients:
          - {id: a, name: Ona Tésk, email: ona@velmar.example}
          - {id: b, honorific: Dr, name: ONA TESK, email: Ona@velmar.example}
          - {id: c, name: Ina Tesk, address: [1 Quay, Port Velmar]}
          - {id: d, name: Ina Tesk, address: ["1 Quay,", PORT VELMAR]}
          - {id: e, name: Una Tesk, institution: River Board, email: e@velmar.example}
          - {id: f, name: Una Tesk, institution: River Board, email: f@velmar.example}
          - {id: g, name: Una Tesk, institution: River Court, email: g@velmar.example}
    """
    build_file_tree(workspace, {"recipients/people.yaml": text})
    said = run("recipients", "check")
    assert (said.code, said.err) == (0, "3 warnings in 1 list\n")
    place = "recipients/people.yaml"
    assert said.out == (
        f'{place}:3:5: warning: "ONA TESK" is in the list twice, it seems: name and e-mail address '
        'are those of "a" [same-person]\n'
        f"    that one stands at {place}:2:5: keep one of the two\n"
        f'{place}:5:5: warning: "Ina Tesk" is in the list twice, it seems: name and address are '
        'those of "c" [same-person]\n'
        f"    that one stands at {place}:4:5: keep one of the two\n"
        f'{place}:7:5: warning: "Una Tesk" is in the list twice, it seems: name and institution '
        'are those of "e" [same-person]\n'
        f"    that one stands at {place}:6:5: keep one of the two\n"
    )


def test_in_two_lists_is_not_twice(run: Callable[..., Said], workspace: Path) -> None:
    """One person may be in several lists, and a house may be called as its parliament is."""
    table = (
        "id,name,street,source,as_of\nx,House,1 Quay,G,2023-12-01\ny,House,1 Quay,G,2023-12-01\n"
    )
    files: dict[str, str | bytes] = {
        "recipients/catalogue/bodies.csv": table,
        "recipients/a.yaml": "recipients: [{id: a, name: Ona, email: o@velmar.example}, x, y]\n",
        "recipients/b.yaml": "recipients: [{id: b, name: Ona, email: o@velmar.example}]\n",
    }
    build_file_tree(workspace, files)
    said = run("recipients", "check")
    assert (said.code, said.out, said.err) == (0, "", "2 lists: nothing to mend\n")


def test_goes_on_after_a_fault(run: Callable[..., Said], workspace: Path) -> None:
    """A list that cannot be read keeps the others from nothing, whatever is wrong with it."""
    files: dict[str, str | bytes] = {
        "recipients/a+b.yaml": "recipients: [tarvon]\n",
        "recipients/b.yaml": b"\xff\xfe",
        "recipients/c.yaml": "recipients: [{name: Ona}]\n",
    }
    build_file_tree(workspace, files)
    (workspace / "recipients/dir.yaml").mkdir()
    said = run("recipients", "check")
    assert said.code == 1
    assert [line for line in said.out.splitlines() if line[0] != " "] == [
        'recipients/a+b: unknown recipient list "a+b" [unknown-recipient-list]',
        "recipients/b.yaml:1:1: the file is UTF-16, not UTF-8 [encoding]",
        (
            'recipients/c.yaml:1:14: warning: "Ona" has no address and no e-mail address '
            "[out-of-reach]"
        ),
    ]
    assert said.err == "2 errors, 1 warning in 3 lists\n"


def test_private_addresses_are_not_told(run: Callable[..., Said], workspace: Path) -> None:
    """Two who share an inbox are named, in one list or in two; the address is not."""
    files: dict[str, str | bytes] = {
        "recipients/a.yaml": "recipients: [{name: Ona, email: Home@velmar.example}]\n",
        "recipients/b.yaml": "recipients: [{name: Ina, email: home@velmar.example}]\n",
        "recipients/c.yaml": "recipients: [{name: Ona, email: home@velmar.example}]\n",
    }
    build_file_tree(workspace, files)
    said = run("recipients", "check")
    assert (said.code, said.err) == (0, "1 warning in 3 lists\n")
    assert said.out == (
        'recipients/b.yaml:1:14: warning: "Ina" has the same e-mail address as "Ona" '
        "[shared-inbox]\n"
        "    that one stands at recipients/a.yaml:1:14: see which of them the inbox belongs to\n"
    )


def test_faults_of_lists(run: Callable[..., Said], workspace: Path) -> None:
    """A list's own faults are told with the rest, all lists at once."""
    files: dict[str, str | bytes] = {
        "recipients/a.yaml": "recipients: 5\n",
        "recipients/b.yaml": "recipients: [velmr, tarvon]\n",
    }
    build_file_tree(workspace, files)
    said = run("recipients", "check", "--format", "json")
    assert said.code == 1
    assert [(f["path"], f["rule"], f["level"]) for f in json.loads(said.out)] == [
        ("recipients/a.yaml", "value", "error"),
        ("recipients/b.yaml", "unknown-recipient", "error"),
    ]


def test_unknown_lists(run: Callable[..., Said], workspace: Path) -> None:
    """Every wrong name is told with the nearest."""
    build_file_tree(workspace, {"recipients/seas.yaml": "recipients: [tarvon]\n"})
    said = run("recipients", "check", "sees", "seas", "xq")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        'undersigned: unknown recipient list "sees" (did you mean "seas"?)\n'
        'undersigned: unknown recipient list "xq" (looked in recipients/)\n'
    )


def test_the_catalogue(run: Callable[..., Said]) -> None:
    """Every record of the tables is looked at, where it stands; nothing in them is an error."""
    said = run("recipients", "check", "--catalogue", "--format", "json")
    assert said.code == 0
    told = json.loads(said.out)
    assert {
        "path": "recipients/catalogue/chambers.csv",
        "line": 2,
        "column": 1,
        "rule": "old-record",
        "level": "warning",
        "message": '"Chamber of Velmar" is as of 2012, 12 years old',
        "hint": f"{_ROW.strip()} velmar-lower {_DAY} recipients/catalogue/chambers.csv",
    } in told
    assert {finding["rule"] for finding in told} <= {
        "old-record", "old-contact", "unknown-age", "out-of-reach", "shared-inbox",
    }  # fmt: skip


def test_no_list_beside_the_catalogue(run: Callable[..., Said]) -> None:
    """A list and the catalogue are two questions."""
    for option in ("--catalogue", "--coverage"):
        said = run("recipients", "check", "seas", option)
        assert said.code == 2
        assert said.err.endswith(f"Error: {option} looks at the catalogue, and takes no list\n")


def test_coverage(run: Callable[..., Said]) -> None:
    """Always the same groups and columns; a group counts what it has."""
    said = run("recipients", "check", "--coverage", "--format", "json")
    assert (said.code, said.err) == (0, "")
    rows = json.loads(said.out)
    assert [row["group"] for row in rows] == [
        "seven parliaments", "G20", "EU", "ASEAN", "supranational", "African Union", "OAS",
        "all others", "all",
    ]  # fmt: skip
    for row in rows:
        assert list(row) == [
            "group", "records", "native_name", "seats", "presiding_title", "address", "website",
            "email", "checked",
        ]  # fmt: skip
        assert all(0 <= row[column] <= row["records"] for column in list(row)[2:])
    table = run("recipients", "check", "--coverage")
    assert table.out.splitlines()[0].split("  ")[0] == "GROUP"
    assert len(table.out.splitlines()) == 10
