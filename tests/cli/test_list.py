"""`undersigned list`, `schema`, `completion`, `doctor`: what there is."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.velmar import CATALOGUE
from tests.support.alphabets import without_icu
from tests.support.tree import build_file_tree
from undersigned.compose import collation
from undersigned.render import fonts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said


def test_a_table(run: Callable[..., Said], workspace: Path) -> None:
    """People get columns that line up."""
    said = run("list", "documents")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "DOCUMENT          LANGUAGES  KIND             STATUS  DATE        TITLE\n"
        "spring/letter     en         open-letter      draft   2024-05-01  Letter on the dam\n"
        "spring/statement  en         joint-statement  draft   2024-05-02  Statement on the dam\n"
    )


def test_recipients_as_json(run: Callable[..., Said], workspace: Path) -> None:
    """A recipient is an object of nineteen keys, with null for what is not known."""
    said = run("list", "recipients", "two", "--format", "json")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == [
        {
            "id": name,
            "kind": "body",
            "role": "",
            "name": title,
            "in_text": None,
            "country": country,
            "languages": languages,
            "source": None,
            "as_of": None,
            "checked": None,
            "name_native": None,
            "of": None,
            "structure": None,
            "level": None,
            "seats": None,
            "website": None,
            "address": [],
            "contact_source": None,
            "contact_as_of": None,
        }
        for name, title, country, languages in (
            ("vallora", "The Assembly of Vallora", "FR", ["fr"]),
            ("brook", "The Diet of Brook", None, []),
        )
    ]


def test_all_recipients(run: Callable[..., Said], workspace: Path) -> None:
    """Without a list it is everybody, each once, by id; a kind may be picked."""
    everybody = json.loads(run("list", "recipients", "--format", "json").out)
    ids = [recipient["id"] for recipient in everybody]
    assert ids == sorted(set(ids))
    assert {"vallora", "brook"} <= set(ids)
    bodies = json.loads(run("list", "recipients", "--kind", "body", "--format", "json").out)
    assert bodies == [recipient for recipient in everybody if recipient["kind"] == "body"]


@pytest.fixture
def velmar(workspace: Path) -> Path:
    """The workspace knows the parliaments of Velmar and Tarvon too."""
    return build_file_tree(workspace, CATALOGUE)


SEAS = ("list", "recipients", "--region", "two-seas")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--kind", "parliament"], ["tarvon", "velmar"]),
        (["--kind", "parliament,chamber", "--country", "BV"], ["tarvon", "tarvon-single"]),
        (["--kind", "parliament", "--country", "Bouvet Island,bv"], ["tarvon"]),
        (["--kind", "parliament", "--country", "BV", "--country", "TF"], ["tarvon", "velmar"]),
        (["--kind", "parliament", "--country", "FR"], []),
        (["--role", "lower", "--kind", "chamber"], ["velmar-lower"]),
        (["--role", "single,upper"], ["tarvon-single", "velmar-upper"]),
        (["--language", "fr", "--kind", "parliament"], ["velmar"]),
        (["--language", "fr-CA", "--kind", "parliament"], []),
        (["--language", "nb,no", "--kind", "parliament"], ["tarvon"]),
        (["--find", "chambr de velmar"], ["velmar-lower", "velmar-lower/president",
                                         "velmar-lower/member"]),
        (["--find", "tarvon", "--kind", "chamber"], ["tarvon-single"]),
        (["--find", "xqzzyk"], []),
    ],
)  # fmt: skip
def test_filters(
    run: Callable[..., Said], velmar: Path, options: list[str], ids: list[str]
) -> None:
    """Filters narrow each other, and take several values."""
    said = run(*SEAS, *options, "--format", "json")
    assert (said.code, said.err) == (0, "")
    found = [recipient["id"] for recipient in json.loads(said.out)]
    assert found == ids if "--find" not in options else sorted(found) == sorted(ids)


def test_filters_within_a_list(run: Callable[..., Said], velmar: Path) -> None:
    """A list may be narrowed and searched like the catalogue; it keeps its order."""
    build_file_tree(velmar, {"recipients/seas.yaml": "recipients: [velmar-lower, velmar, us]\n"})
    said = run("list", "recipients", "seas", "--country", "TF")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "ID            KIND        NAME                COUNTRY  LANGUAGES\n"
        "velmar-lower  chamber     Chamber of Velmar   TF       fr\n"
        "velmar        parliament  Assembly of Velmar  TF       fr\n"
    )
    assert run("list", "recipients", "seas", "--find", "Chambre").out.splitlines()[1:] == [
        "velmar-lower  chamber  Chamber of Velmar  TF       fr"
    ]


def test_a_record_as_json(run: Callable[..., Said], velmar: Path) -> None:
    """A record says what it is called where it is, and how one reaches it, with the source of
    either."""
    said = run(*SEAS, "--role", "lower", "--kind", "chamber,office", "--format", "json")
    chamber, _, office = json.loads(said.out)
    assert chamber == {
        "id": "velmar-lower",
        "kind": "chamber",
        "role": "lower",
        "name": "Chamber of Velmar",
        "in_text": "the Chamber of Velmar",
        "country": "TF",
        "languages": ["fr"],
        "source": "Velmar gazette",
        "as_of": "2012",
        "checked": None,
        "name_native": "Chambre de Velmar",
        "of": "velmar",
        "structure": None,
        "level": "national",
        "seats": None,
        "website": None,
        "address": ["2 Quay", "Port Velmar"],
        "contact_source": None,
        "contact_as_of": None,
    }
    assert (office["id"], office["address"]) == ("velmar-lower/president", chamber["address"])


def test_addresses_of_a_list_are_private(run: Callable[..., Said], velmar: Path) -> None:
    """What a list says of somebody's address, e-mail and website is in no output."""
    entries = """
        recipients:
          - {parliament: tarvon, address: [9 Home Lane], email: x@home.example}
          - {id: me, name: Ona Tesk, address: [9 Home Lane], website: "https://home.example"}
    """
    build_file_tree(velmar, {"recipients/own.yaml": entries})
    for form in ("table", "csv", "json"):
        said = run("list", "recipients", "own", "--format", form)
        assert said.code == 0
        assert "Tarvon" in said.out
        assert "ome" not in said.out
    rows = json.loads(run("list", "recipients", "own", "--format", "json").out)
    assert rows[0]["address"] == ["1 Fjord Road", "Box 2"]


def test_beside_broken_lists(run: Callable[..., Said], velmar: Path) -> None:
    """A list with faults keeps nobody from searching the others and the catalogue; by its name
    its faults are told, and the others are listed by theirs."""
    lists = {
        "recipients/bad.yaml": "recipients: 5\n",
        "recipients/half.yaml": "recipients: [velmr, {id: ona, name: Ona Tesk, country: TF}]\n",
        "recipients/good.yaml": "recipients: [{id: ina, name: Ina Tesk, country: TF}]\n",
    }
    build_file_tree(velmar, lists)
    noted = "2 lists have faults; `undersigned recipients check` tells them\n"
    said = run("list", "recipients", "--find", "Tesk")
    assert (said.code, said.err) == (0, noted)
    assert said.out == (
        "ID   KIND  NAME      COUNTRY  LANGUAGES\n"
        "ina  body  Ina Tesk  TF\n"
        "ona  body  Ona Tesk  TF\n"
    )
    said = run(*SEAS, "--role", "lower", "--kind", "chamber")
    assert (said.code, said.err) == (0, noted)
    assert [line.split()[0] for line in said.out.splitlines()] == ["ID", "velmar-lower"]
    (velmar / "recipients/half.yaml").unlink()
    assert run("list", "recipients").err == noted.replace("2 lists have", "1 list has")
    said = run("list", "recipients", "good")
    assert (said.code, said.err) == (0, "")
    said = run("list", "recipients", "bad")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("recipients/bad.yaml:1:13: ")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("UN human rights council", "hrc"),
        ("EU parliament", "x-ep"),
        ("European Union Commission", "european-commission"),
    ],
)
def test_organisations_by_their_letters(
    run: Callable[..., Said], workspace: Path, typed: str, found: str
) -> None:
    """The United Nations and the European Union are found as people call them."""
    said = run("list", "recipients", "--find", typed, "--kind", "parliament,body")
    assert (said.code, said.err) == (0, "")
    assert found in [line.split()[0] for line in said.out.splitlines()]


def test_nothing_is_found(run: Callable[..., Said], workspace: Path) -> None:
    """Who finds nothing is told what else to try; a program is told an empty list."""
    for typed in ("xqzzyk", ""):
        said = run("list", "recipients", "--find", typed)
        assert (said.code, said.out) == (0, "")
        assert said.err == (
            "nothing to list\n    try fewer words, or another name; `undersigned list regions` "
            "lists the groups of countries\n"
        )


def test_no_region_is_near(run: Callable[..., Said], workspace: Path) -> None:
    """A name that is like a region's by chance is no slip of it."""
    said = run("list", "recipients", "--region", "narnia")
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith(
        'Error: unknown region "narnia" (`undersigned list regions` lists them)\n'
    )


def test_wrong_words_of_filters(run: Callable[..., Said], velmar: Path) -> None:
    """Every wrong word at once, each with the nearest that there is."""
    said = run(
        "list", "recipients", "--country", "Marocco,zz", "--region", "two seas,asaen", "--kind",
        "parlament", "--role", "uper", "--language", "French,qqq",
    )  # fmt: skip
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "Usage: undersigned list [OPTIONS] WHAT [NAME]\n"
        "Try 'undersigned list --help' for help.\n\n"
        'Error: unknown country "Marocco" (did you mean MA, Morocco?)\n'
        '       unknown country "zz" (write its code of ISO 3166, such as NZ)\n'
        '       unknown region "asaen" (did you mean "asean"?)\n'
        '       unknown kind "parlament" (did you mean "parliament"?)\n'
        '       unknown role "uper" (did you mean "upper"?)\n'
        '       unknown language "French" (did you mean "fr"?)\n'
        '       unknown language "qqq" (write its code, such as fr)\n'
    )


def test_filters_are_of_recipients(run: Callable[..., Said], workspace: Path) -> None:
    """Nothing else has a country."""
    for option in ("--country", "--find"):
        said = run("list", "blocks", option, "FR")
        assert said.code == 2
        assert said.err.endswith(f"Error: {option} goes with `list recipients`\n")


def test_a_text_in_place_of_a_list(run: Callable[..., Said], velmar: Path) -> None:
    """Who types a text where a list stands is told how one searches."""
    said = run("list", "recipients", "Chambre de Velmar")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        'undersigned: unknown recipient list "Chambre de Velmar" '
        '(`undersigned list recipients --find "Chambre de Velmar"` finds velmar-lower)\n'
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Marocco", "ma"), ("Bundestg", "de-lower"), ("国会", "jp"), ("مجلس النواب", "ma-lower"),
        ("Sejm", "pl-lower"), ("KHM", "kh"), ("uk", "gb"),
    ],
)  # fmt: skip
def test_finds_what_ships(
    run: Callable[..., Said], workspace: Path, typed: str, meant: str
) -> None:
    """By native name, by code, and with a slip."""
    said = run("list", "recipients", "--find", typed, "--format", "json")
    assert meant in [recipient["id"] for recipient in json.loads(said.out)]


def test_a_region_that_ships(run: Callable[..., Said], workspace: Path) -> None:
    """The lower chambers of ASEAN are those of its members."""
    said = run("list", "recipients", "--region", "asean", "--role", "lower", "--format", "json")
    rows = json.loads(said.out)
    assert {"kh-lower", "th-lower"} <= {row["id"] for row in rows}
    assert {row["role"] for row in rows} == {"lower"}
    members = {"BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"}
    assert {row["country"] for row in rows} <= members


def test_signatories_as_csv(run: Callable[..., Said], workspace: Path) -> None:
    """A roster comes without what is private."""
    said = run("list", "signatories", "spring", "--format", "csv")
    assert (said.code, said.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert [(row["name"], row["acronym"]) for row in rows] == [
        ("River Watch", "RW"),
        ("Open Ballot", "OB"),
    ]
    assert "private@example.org" not in said.out
    assert not {"email", "note", "evidence"} & set(rows[0])


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ('=HYPERLINK("http://x.example")', """'=HYPERLINK("http://x.example")"""),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-12.5", "-12.5"),
        ("+1789", "+1789"),
        ("A = B", "A = B"),
    ],
)
def test_csv_runs_nothing(run: Callable[..., Said], workspace: Path, name: str, cell: str) -> None:
    """A cell that a spreadsheet would run has an apostrophe before it; a number has none, and
    JSON says it as it is."""
    text = io.StringIO()
    csv.writer(text).writerows([["name"], [name]])
    build_file_tree(workspace, {"signatories/spring.csv": text.getvalue()})
    said = run("list", "signatories", "spring", "--format", "csv")
    assert (said.code, said.err) == (0, "")
    assert [row["name"] for row in csv.DictReader(io.StringIO(said.out))] == [cell]
    said = run("list", "signatories", "spring", "--format", "json")
    assert [row["name"] for row in json.loads(said.out)] == [name]


def test_a_withheld_name_is_in_no_list(run: Callable[..., Said], workspace: Path) -> None:
    """Who is withheld, invited or withdrawn is not listed."""
    build_file_tree(
        workspace,
        {"signatories/spring.csv": "name,status\nSecret Name,withheld\nOpen,confirmed\n"},
    )
    for form in ("table", "csv", "json"):
        said = run("list", "signatories", "spring", "--format", form)
        assert "Open" in said.out
        assert "Secret" not in said.out + said.err


def test_kinds_and_layouts(run: Callable[..., Said], workspace: Path) -> None:
    """The kinds are those that one can draft, and each has a layout."""
    kinds = {kind["name"]: kind for kind in json.loads(run("list", "kinds", "--format=json").out)}
    assert set(kinds) >= {"open-letter", "letter", "joint-statement", "press-release"}
    assert kinds["open-letter"]["addressed"] is True
    layouts = json.loads(run("list", "layouts", "--format=json").out)
    assert set(kinds) <= {layout["name"] for layout in layouts}


def test_blocks(run: Callable[..., Said], workspace: Path) -> None:
    """A block is listed with its parameters, those with a default beside it."""
    block = """
        ---
        title: What is owed
        parameters:
          who: the state
          whom:
        ---
        {{ who }} owes it to {{ whom }}.
    """
    build_file_tree(workspace, {"templates/blocks/duty.md": block})
    rows = json.loads(run("list", "blocks", "--format", "json").out)
    (row,) = (row for row in rows if row["name"] == "duty")
    assert (row["title"], row["layer"]) == ("What is owed", "workspace")
    assert row["parameters"] == ["who='the state'", "whom"]


def test_nothing(run: Callable[..., Said], workspace: Path) -> None:
    """An empty collection is an empty list for a program, and a word for a person."""
    said = run("list", "signatories")
    assert (said.code, said.out, said.err) == (0, "", "nothing to list\n")
    assert run("list", "signatories", "--format", "json").out == "[]\n"


@pytest.mark.parametrize(
    ("what", "name", "said"),
    [
        ("recipients", "tow", 'unknown recipient list "tow" (did you mean "two"?)'),
        ("signatories", "sprint", 'unknown roster "sprint" (did you mean "spring"?)'),
    ],
)
def test_unknown_lists(
    run: Callable[..., Said], workspace: Path, what: str, name: str, said: str
) -> None:
    """A wrong name is told with the nearest."""
    ended = run("list", what, name)
    assert (ended.code, ended.out, ended.err) == (1, "", f"undersigned: {said}\n")


def test_a_broken_document_is_listed(run: Callable[..., Said], workspace: Path) -> None:
    """What cannot be read is in the list by its name, and it is said how one finds out why."""
    build_file_tree(workspace, {"templates/campaigns/spring/letter.md": "---\nkind: ?\n"})
    said = run("list", "documents")
    assert said.code == 0
    assert said.out.splitlines()[1].split() == ["spring/letter", "en"]
    assert said.err == "spring/letter cannot be read; `undersigned check spring/letter` tells why\n"


@pytest.mark.parametrize("name", ["open-letter", "campaign", "recipients", "block", "settings"])
def test_schemas(run: Callable[..., Said], workspace: Path, name: str) -> None:
    """A schema is one that an editor understands."""
    said = run("schema", name)
    assert (said.code, said.err) == (0, "")
    schema = json.loads(said.out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]


def test_unknown_schema(run: Callable[..., Said], workspace: Path) -> None:
    """A wrong kind is told with the nearest."""
    said = run("schema", "open-leter")
    assert (said.code, said.out) == (1, "")
    assert said.err == 'undersigned: unknown schema "open-leter" (did you mean "open-letter"?)\n'


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(run: Callable[..., Said], shell: str) -> None:
    """Each shell gets a script that calls the program."""
    said = run("completion", shell)
    assert (said.code, said.err) == (0, "")
    assert f"_UNDERSIGNED_COMPLETE={shell}_complete" in said.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("undersigned re", ["render", "recipients"]),
        ("undersigned render spring/", ["spring/letter", "spring/statement"]),
        ("undersigned new open", ["open-letter"]),
        ("undersigned new open-letter a/b --recipients t", ["two"]),
        ("undersigned new open-letter a/b --signatories s", ["spring"]),
        ("undersigned schema campa", ["campaign"]),
        ("undersigned list recipients tw", ["two"]),
        ("undersigned list rec", ["recipients"]),
        ("undersigned list recipients --region asea", ["asean"]),
        ("undersigned recipients show us-upper/p", ["us-upper/president"]),
    ],
)
def test_the_tab_key(workspace: Path, words: str, offered: list[str]) -> None:
    """The shell completes commands, documents, kinds, lists and rosters."""
    typed = words.split(" ")
    done = subprocess.run(
        [sys.executable, "-m", "undersigned"],
        capture_output=True,
        text=True,
        check=True,
        cwd=workspace,
        env={
            **os.environ,
            "_UNDERSIGNED_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(typed) - 1),
        },
    )
    assert [line.split(",", 1)[1] for line in done.stdout.split()] == offered
    assert done.stderr == ""


def test_doctor(run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The doctor looks at the libraries and at each language of the workspace."""
    monkeypatch.setattr(collation, "_icu", object)
    said = run("doctor")
    assert (said.code, said.err) == (0, "")
    assert [line[:25] for line in said.out.splitlines()] == [
        "good     Pango           ",
        "good     font subsetter  ",
        "good     order of names  ",
        "good     fonts for en    ",
    ]


def test_doctor_without_icu(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without PyICU letters are made all the same; what would be better is said."""
    without_icu(monkeypatch)
    said = run("doctor")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    at = next(i for i, line in enumerate(lines) if "order of names" in line)
    assert [" ".join(line.split()) for line in lines[at : at + 2]] == [
        (
            "better order of names PyICU is missing: the Unicode table's, where a language has an "
            "order of its own"
        ),
        (
            "in a checkout: make icu; elsewhere: apt-get install libicu-dev pkg-config g++ "
            'python3-dev, then pip install "undersigned[icu]"'
        ),
    ]


def test_doctor_without_pango(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without Pango the exit code is 4, and it is said how to install it."""
    monkeypatch.setattr(fonts, "missing_pango_libraries", lambda: ("Pango",))
    monkeypatch.setattr(fonts, "has_fast_subsetter", lambda: False)
    said = run("doctor")
    assert said.code == 4
    assert fonts.PANGO_HINT in said.out
    assert fonts.SUBSETTER_HINT in said.out


def test_doctor_without_a_font(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script without a font is told with the package that has one."""
    bare = fonts.LanguageFonts("en", (), (), ("Latin",), ("fonts-noto-core",))
    monkeypatch.setattr(fonts, "fonts_for_language", lambda *_: bare)
    said = run("doctor")
    assert said.code == 1
    assert "no font has the letters of Latin" in said.out
    assert "apt-get install fonts-noto-core" in said.out


def test_doctor_outside_a_workspace(
    run: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine can be looked at anywhere."""
    monkeypatch.chdir(tmp_path)
    said = run("doctor")
    assert (said.code, said.err) == (0, "no workspace here: looking at English alone\n")


def test_regions_and_labels(run: Callable[..., Said], workspace: Path) -> None:
    """What `region:` and `--label-format` take, each with its source."""
    regions = {row["id"]: row for row in json.loads(run("list", "regions", "--format=json").out)}
    assert {"asean", "eu", "au", "oas", "g20", "western-africa"} <= set(regions)
    assert regions["eu"]["states"] == len(regions["eu"]["members"]) == 27
    assert all(row["source"] for row in regions.values())
    labels = json.loads(run("list", "labels", "--format=json").out)
    assert {"avery-l7160", "envelope-dl"} <= {row["name"] for row in labels}
    assert all(row["source"] and row["as_of"] for row in labels)
