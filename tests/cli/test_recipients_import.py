"""`undersigned recipients import`: somebody's table becomes a list that loads."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from tests.support.terminal import at_terminal
from tests.support.tree import build_file_tree, read_file_tree
from tests.support.workbooks import encrypted, xlsx
from undersigned.errors import Findings
from undersigned.load import load_catalogue, open_workspace
from undersigned.load.recipients import load_recipient_list

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

USAGE = (
    "Usage: undersigned recipients import [OPTIONS] FILE LIST\n"
    "Try 'undersigned recipients import --help' for help.\n\nError: "
)
CATALOGUE = {
    "recipients/catalogue/parliaments.csv": (
        "id,name,country,source,as_of\nvallora,Diet of Vallora,FR,https://v.example,2031-01-01\n"
    ),
    "recipients/catalogue/chambers.csv": (
        "id,parliament,role,name,source,as_of\n"
        "vallora-upper,vallora,upper,Upper House,https://v.example,2031-01-01\n"
        "vallora-lower,vallora,lower,Lower House,https://v.example,2031-01-01\n"
    ),
    "recipients/catalogue/offices.csv": (
        "id,of,name,source,as_of\n"
        "vallora-upper/member,vallora-upper,Member,https://v.example,2031-01-01\n"
    ),
}


PRIVATE = "this list holds e-mail addresses: --private writes it where git does not look\n"


def loads(workspace: Path, name: str = "press") -> int:
    """How many recipients the list has; it loads without a fault or a warning."""
    opened = open_workspace(workspace)
    findings = Findings()
    read = load_recipient_list(opened, name, load_catalogue(opened), findings)
    assert findings.items == []
    return len(read.recipients)


def written(workspace: Path, name: str = "press") -> str:
    return (workspace / f"recipients/{name}.csv").read_text(encoding="utf-8")


def test_a_table_of_any_order(run: Callable[..., Said], workspace: Path) -> None:
    """What was guessed is told; the list is printed by its path."""
    table = (
        "E-mail;Telephone;Country;Full Name;Position;Organisation\n"
        "ana@b.example;+33 1;France;Ana Ruiz;Chair;Water Board\n"
    )
    build_file_tree(workspace, {"contacts.csv": table})
    said = run("recipients", "import", "contacts.csv", "press")
    assert (said.code, said.out) == (0, "recipients/press.csv\n")
    assert said.err == (
        'office: the column "Position"\n'
        'name: the column "Full Name"\n'
        'institution: the column "Organisation"\n'
        'email: the column "E-mail"\n'
        "left out: Telephone\n"
        "1 recipient written\n" + PRIVATE
    )
    assert written(workspace) == (
        "office,id,name,institution,country,email\n"
        "Chair,ana-ruiz,Ana Ruiz,Water Board,FR,ana@b.example\n"
    )
    assert loads(workspace) == 1


def test_every_refused_row_is_told(run: Callable[..., Said], workspace: Path) -> None:
    """With line and reason; the rest is written, and the exit code is 1."""
    table = (
        "name,email,country\n"
        "Ana Ruiz,ana@b.example,FR\n"
        "Bo Li,not an address,FR\n"
        "Cy Day,cy@b.example,Atlantis\n"
        ",dd@b.example,FR\n"
        "E\x01,e@b.example,FR\n"
        "F,f@b.example,FR,more\n"
        '"G"x,g@b.example,FR\n'
        "Ana Ruiz,ana@b.example,FR\n"
        "Hy Orr,hy@b.example,FR\n"
    )
    build_file_tree(workspace, {"c.csv": table})
    said = run("recipients", "import", "c.csv", "press")
    assert (said.code, said.out) == (1, "recipients/press.csv\n")
    assert said.err == (
        'c.csv:3: "not an address" is not an e-mail address [row]\n'
        "    correct it, or empty the cell\n"
        'c.csv:4: no country is called "Atlantis" [row]\n'
        "    write its code of ISO 3166, such as NZ\n"
        "c.csv:5: the row names nobody [row]\n"
        "    give it a name or an institution\n"
        'c.csv:6: the character U+0001 in "name" cannot be printed [row]\n'
        "    type again what stood there\n"
        "c.csv:7: the row has 4 cells, the header 3 [row]\n"
        "    a cell with the separator in it needs quotation marks around it\n"
        'c.csv:8: the row cannot be read: "," expected after a quotation mark [row]\n'
        "    check the quotation marks of this line\n"
        "c.csv:9: the row says the same as line 2 [row]\n"
        "    it is in the list once\n"
        "2 recipients written, 7 refused\n" + PRIVATE
    )
    assert loads(workspace) == 2


def test_what_the_list_would_not_load_is_refused(run: Callable[..., Said], workspace: Path) -> None:
    """The same reader that reads lists looks at each row before anything is written."""
    build_file_tree(
        workspace,
        {**CATALOGUE, "c.csv": "chamber,office\nvallora-uper,\nvallora-upper,\n,Chair\n"},
    )
    said = run("recipients", "import", "c.csv", "press")
    assert (said.code, said.out) == (1, "recipients/press.csv\n")
    assert said.err.splitlines()[0] == ('c.csv:2: unknown chamber "vallora-uper" [unknown-chamber]')
    assert 'c.csv:4: unknown office "Chair" [unknown-office]' in said.err
    assert said.err.endswith("1 recipient written, 2 refused\n")
    assert written(workspace) == "chamber\nvallora-upper\n"


def test_a_person_of_a_chamber_is_its_member(run: Callable[..., Said], workspace: Path) -> None:
    """By the office of the catalogue; where it has none, the chamber's name is kept."""
    table = (
        "chamber_id,name,given,family\nvallora-upper,Ana Ruiz,Ana,Ruiz\nvallora-lower,Bo Li,Bo,Li\n"
    )
    build_file_tree(workspace, {**CATALOGUE, "c.csv": table})
    said = run("recipients", "import", "c.csv", "press")
    assert (said.code, said.err) == (
        0, 'chamber: the column "chamber_id"\n2 recipients written\n'
    )  # fmt: skip
    assert written(workspace) == (
        "office,id,name,given,family,institution,country\n"
        "vallora-upper/member,ana-ruiz,Ana Ruiz,Ana,Ruiz,,FR\n"
        ",bo-li,Bo Li,Bo,Li,Lower House,FR\n"
    )
    assert loads(workspace) == 2


def test_ids_are_readable_and_each_there_once(run: Callable[..., Said], workspace: Path) -> None:
    """Those of one name get their identifier or constituency, both of them; no id is a path."""
    long = "Very " * 40 + "Long"
    table = (
        "name,external_id,constituency\n"
        "José Núñez,x:N1,North\n"
        "Jose Nunez,x:N2,North\n"
        "Bo Li,,East\n"
        "Bo Li,,West\n"
        "../../etc/passwd,,\n"
        f"{long},,\n"
        "王小明,,\n"
        "Łukasz Đặng,,\n"
        "⁂,,\n"
    )
    build_file_tree(workspace, {"c.csv": table})
    assert run("recipients", "import", "c.csv", "press").code == 0
    ids = [row["id"] for row in csv.DictReader(written(workspace).splitlines())]
    assert ids == [
        "jose-nunez-n1", "jose-nunez-n2", "bo-li-east", "bo-li-west", "etc-passwd",
        "-".join(["very"] * 16), "wang-xiao-ming", "lukasz-dang", "recipient-10",
    ]  # fmt: skip
    assert loads(workspace) == 9


def test_titles_and_names_are_not_guessed(run: Callable[..., Said], workspace: Path) -> None:
    """A certain title moves to the honorific, a doubtful one stays and is told; a name without a
    family name keeps none."""
    table = 'name\nDr. Ana Ruiz\nH.E. Mr Bo Li\nSen. Cy Day\n"Day, Cy"\nLuo\n'
    build_file_tree(workspace, {"c.csv": table})
    said = run("recipients", "import", "c.csv", "press")
    assert (said.code, said.err) == (
        0,
        (
            "titles were moved from the name to the honorific: lines 2, 3 (Dr.)\n"
            "names may begin with a title, and were kept: line 4 (Sen. Cy Day)\n"
            "names have a comma in them, and were kept: line 5 (Day, Cy)\n"
            "5 recipients written\n"
        ),
    )
    assert written(workspace) == (
        "id,name,honorific\nana-ruiz,Ana Ruiz,Dr.\nbo-li,Bo Li,H.E. Mr\n"
        'sen-cy-day,Sen. Cy Day,\nday-cy,"Day, Cy",\nluo,Luo,\n'
    )


def test_addresses_are_lines(run: Callable[..., Said], workspace: Path) -> None:
    """Split where the town certainly begins; from columns of their own put together."""
    table = (
        "name,address,street,postcode,town,country\n"
        "A,5 Hart Building Washington DC 20510,,,,US\n"
        'B,"1 Main St, Springfield, IL 62701",,,,US\n'
        'C,"Weg 1, 10115 Berlin",,,,DE\n'
        "D,Somewhere in the hills,,,,FR\n"
        'E,"1 Square\nTown",,,,FR\n'
        "F,,Weg 2,10115,Berlin,DE\n"
        "G,,2 Main St,62701,Springfield,US\n"
        "H,,,62701,,US\n"
    )
    build_file_tree(workspace, {"c.csv": table})
    assert run("recipients", "import", "c.csv", "press").code == 0
    rows = csv.DictReader(written(workspace).splitlines())
    assert [row["address"] for row in rows] == [
        "5 Hart Building|Washington DC 20510",
        "1 Main St|Springfield, IL 62701",
        "Weg 1|10115 Berlin",
        "Somewhere in the hills",
        "1 Square|Town",
        "Weg 2|10115 Berlin",
        "2 Main St|Springfield, 62701",
        "",
    ]
    assert loads(workspace) == 8


def test_cells_that_look_like_formulas(run: Callable[..., Said], workspace: Path) -> None:
    """They stay text, and are told, for another program would compute them."""
    build_file_tree(workspace, {"c.csv": 'name,office\n"=HYPERLINK(1)",@Chair\nBo Li,+1\n'})
    said = run("recipients", "import", "c.csv", "press")
    assert (said.code, said.err) == (
        0,
        (
            "cells begin like a formula and are kept as text: lines 2, 2, 3 (office: @Chair)\n"
            "2 recipients written\n"
        ),
    )


def test_an_old_encoding_is_told(run: Callable[..., Said], workspace: Path) -> None:
    """With words that show whether it is right."""
    build_file_tree(workspace, {"c.csv": "name;office\nÉmile Lefèvre;Président\n".encode("cp1252")})
    said = run("recipients", "import", "c.csv", "press")
    assert (said.code, said.err) == (
        0,
        (
            'read as Windows-1252: "Émile, Lefèvre, Président" (if that is wrong: --encoding)\n'
            "1 recipient written\n"
        ),
    )
    assert written(workspace) == "office,id,name\nPrésident,emile-lefevre,Émile Lefèvre\n"


def test_a_workbook(run: Callable[..., Said], workspace: Path) -> None:
    """Which sheet was taken is told; --sheet takes another."""
    data = xlsx({"P": [["Name", "Zip"], ["Ana Ruiz", 12]], "Q": [["Name"], ["Bo Li"]]})
    build_file_tree(workspace, {"c.xlsx": data})
    said = run("recipients", "import", "c.xlsx", "press", "--map", "town=Zip")
    assert (said.code, said.err) == (
        0,
        (
            'taken from the sheet "P"; left out: Q (--sheet)\ntown: the column "Zip"\n'
            "1 recipient written\n"
        ),
    )
    assert written(workspace) == "id,name,address\nana-ruiz,Ana Ruiz,12\n"
    said = run("recipients", "import", "c.xlsx", "press", "--sheet", "Q", "--force")
    assert (said.code, said.err) == (0, "1 recipient written\n")
    assert written(workspace) == "id,name\nbo-li,Bo Li\n"


def test_nothing_doubtful_is_taken(run: Callable[..., Said], workspace: Path) -> None:
    """Without a terminal a doubt is a wrong usage that names the option."""
    build_file_tree(workspace, {"c.csv": "name,mail,e-mail\nA B,a@b.example,c@d.example\n"})
    before = read_file_tree(workspace)
    said = run("recipients", "import", "c.csv", "press")
    assert (said.code, said.out, said.err) == (
        2,
        "",
        USAGE + "nobody is here to be asked, so say which column is what:\n"
        '  --map email=COLUMN (several columns may be it: "mail", "e-mail")\n',
    )
    assert read_file_tree(workspace) == before
    said = run("recipients", "import", "c.csv", "press", "--map", "email=e-mail")
    assert (said.code, said.err) == (
        0, 'email: the column "e-mail"\nleft out: mail\n1 recipient written\n' + PRIVATE
    )  # fmt: skip


@pytest.mark.parametrize(
    ("table", "options", "said"),
    [
        (
            "foo,bar\nA B,x\n",
            (),
            ("nobody is here to be asked, so say which column is what:\n"
            '  --map name=COLUMN (no column is named so: "foo", "bar")\n'),
        ),
        (
            "name,organisatione\nA B,x\n",
            (),
            ("nobody is here to be asked, so say which column is what:\n"
            "  --map institution=organisatione (its name is like \"organisation\")\n"
            "  or --map institution= to leave it out\n"),
        ),
        (
            "name\nA B\n",
            ("--map", "name=nmae"),
            '--map: there is no column "nmae"; the columns are name\n',
        ),
        (
            "name\nA B\n",
            ("--map", "name="),
            ("no column says who it is (name, family, given, institution): name one with "
            '--map name=COLUMN; the columns are "name"\n'),
        ),
    ],
)  # fmt: skip
def test_wrong_usage(
    run: Callable[..., Said], workspace: Path, table: str, options: tuple[str, ...], said: str
) -> None:
    """What cannot be told from the file is to be said."""
    build_file_tree(workspace, {"c.csv": table})
    ended = run("recipients", "import", "c.csv", "press", *options)
    assert (ended.code, ended.out, ended.err) == (2, "", USAGE + said)


@pytest.mark.parametrize("name", ["../press", "a/b", "", ".press", "-x y"])
def test_a_list_is_a_plain_name(run: Callable[..., Said], workspace: Path, name: str) -> None:
    """Not a path."""
    build_file_tree(workspace, {"c.csv": "name\nA B\n"})
    said = run("recipients", "import", "c.csv", "--", name)
    assert (said.code, said.out) == (2, "")
    assert said.err == USAGE + (
        f'"{name}" is no name for a list: letters, digits, - and _, without a folder or an ending\n'
    )


@pytest.mark.parametrize("name", ["x" * 300, "\u4e00" * 80, "x" * 201 + ".csv"])
def test_a_list_has_a_name_that_a_file_may_have(
    run: Callable[..., Said], workspace: Path, name: str
) -> None:
    """One that no file can have is a wrong usage and no fault of the machine."""
    build_file_tree(workspace, {"c.csv": "name\nA B\n"})
    said = run("recipients", "import", "c.csv", name)
    count = len(name.removesuffix(".csv"))
    assert (said.code, said.out) == (2, "")
    assert said.err == USAGE + (
        f"the list's name has {count} characters, too many for the name of a file: choose a "
        "shorter one, as in members-of-congress\n"
    )


def test_nothing_is_overwritten(run: Callable[..., Said], workspace: Path) -> None:
    """Unless --force says so, and no list is there twice."""
    build_file_tree(workspace, {"c.csv": "name\nA B\n", "recipients/press.csv": "name\nOld\n"})
    said = run("recipients", "import", "c.csv", "press")
    assert (said.code, said.out, said.err) == (
        1,
        "",
        (
            "recipients/press.csv: is there already, and is not overwritten [exists]\n"
            "    replace it with --force\n"
        ),
    )
    assert written(workspace) == "name\nOld\n"
    assert run("recipients", "import", "c.csv", "press.csv", "--force").code == 0
    assert written(workspace) == "id,name\na-b,A B\n"
    said = run("recipients", "import", "c.csv", "two", "--force")
    assert (said.code, said.err) == (
        1,
        (
            "recipients/two.yaml: is there already [exists]\n"
            "    choose another name, or move it away\n"
        ),
    )


def test_a_private_list(run: Callable[..., Said], workspace: Path) -> None:
    """With --private it goes where git does not look, and is a list like any other; the same
    name in both places is refused."""
    build_file_tree(workspace, {"c.csv": "name,email\nA B,a@secret.example\n"})
    said = run("recipients", "import", "c.csv", "press", "--private")
    assert (said.code, said.out, said.err) == (
        0, "recipients/private/press.csv\n", "1 recipient written\n"
    )  # fmt: skip
    ignored = (workspace / "recipients/private/.gitignore").read_text(encoding="utf-8")
    assert ignored.endswith("\n*\n")
    assert written(workspace, "private/press") == "id,name,email\na-b,A B,a@secret.example\n"
    assert loads(workspace) == 1
    assert "a-b" in run("list", "recipients", "press").out
    for options in ((), ("--force",)):
        said = run("recipients", "import", "c.csv", "press", *options)
        assert (said.code, said.out, said.err) == (
            1,
            "",
            (
                "recipients/private/press.csv: is there already [exists]\n"
                "    choose another name, or move it away\n"
            ),
        )
    said = run("recipients", "import", "c.csv", "press", "--private")
    assert (said.code, said.err) == (
        1,
        (
            "recipients/private/press.csv: is there already, and is not overwritten [exists]\n"
            "    replace it with --force\n"
        ),
    )
    assert run("recipients", "import", "c.csv", "press", "--private", "--force").code == 0
    said = run("recipients", "import", "c.csv", "two", "--private")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("recipients/two.yaml: is there already [exists]\n")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "f: there is nothing in the file [empty]\n    is it the right one?\n"),
        (
            b"name,email\n",
            (
                "f: there is no row below the header [empty]\n    is it the right file?\n"
                "0 recipients written\n"
            ),
        ),
        (
            b"name,email\nA B,nothing\n",
            (
                'f:2: "nothing" is not an e-mail address [row]\n    correct it, or empty the cell\n'
                "0 recipients written, 1 refused\n"
            ),
        ),
        (
            b"%PDF-1.7\n",
            (
                "f: this is a PDF [format]\n"
                "    copy the table into a spreadsheet, and save that as CSV\n"
            ),
        ),
        (
            encrypted(),
            (
                "f: the workbook is protected with a password [workbook]\n"
                "    open it, save it without the password, and import that\n"
            ),
        ),
    ],
)
def test_files_without_a_list_in_them(
    run: Callable[..., Said], workspace: Path, data: bytes, said: str
) -> None:
    """Nothing is written, and it is said why."""
    build_file_tree(workspace, {"f": data})
    before = read_file_tree(workspace)
    ended = run("recipients", "import", "f", "press")
    assert (ended.code, ended.out, ended.err) == (1, "", said)
    assert read_file_tree(workspace) == before


def test_a_file_too_large_or_missing(run: Callable[..., Said], workspace: Path) -> None:
    """A hundred megabytes are no list, and are not read; nor is a folder."""
    with (workspace / "big.csv").open("wb") as file:
        file.truncate(100_000_000)
    said = run("recipients", "import", "big.csv", "press")
    assert (said.code, said.err) == (
        1,
        (
            "big.csv: the file has more than 50 MB, which is no list [size]\n"
            "    cut it into several files\n"
        ),
    )
    said = run("recipients", "import", "no.csv", "press")
    assert (said.code, said.err) == (
        1,
        (
            "no.csv: there is no such file [missing-file]\n"
            "    is its name spelt so, and does it lie there?\n"
        ),
    )
    said = run("recipients", "import", "recipients", "press")
    assert (said.code, said.err) == (
        1,
        "recipients: this is a folder, not a file [missing-file]\n    name the file in it\n",
    )


def test_a_file_without_end(run: Callable[..., Said], workspace: Path) -> None:
    """A device has no size beforehand: it is read up to the bound; a pipe is read whole."""
    said = run("recipients", "import", "/dev/zero", "press")
    assert said.code == 1
    assert said.err.endswith(
        "/dev/zero: the file has more than 50 MB, which is no list [size]\n"
        "    cut it into several files\n"
    )
    os.mkfifo(workspace / "pipe.csv")
    writer = threading.Thread(target=(workspace / "pipe.csv").write_text, args=["name\nA B\n"])
    writer.start()
    said = run("recipients", "import", "pipe.csv", "press")
    writer.join()
    assert (said.code, written(workspace)) == (0, "id,name\na-b,A B\n")


def test_half_a_character(run: Callable[..., Said], workspace: Path) -> None:
    """What an escape in JSON leaves of one is refused with its row."""
    text = '{"persons": [{"name": "A \\ud800"},\n{"name": "Bo Li"}]}'
    build_file_tree(workspace, {"p.json": text})
    said = run("recipients", "import", "p.json", "press")
    assert (said.code, said.out, said.err) == (
        1,
        "recipients/press.csv\n",
        (
            'p.json:1: the character U+D800 in "name" cannot be printed [row]\n'
            "    type again what stood there\n"
            "1 recipient written, 1 refused\n"
        ),
    )


def test_a_doubt_refuses_nothing(run: Callable[..., Said], workspace: Path) -> None:
    """What is a warning in a list that is written by hand is one here, with the line of the
    table; only a row that is there twice is refused for it."""
    catalogue = {
        **CATALOGUE,
        "recipients/catalogue/parliaments.csv": (
            "id,name,country,sits,source,as_of\n"
            "vallora,Diet of Vallora,FR,,https://v.example,2031-01-01\n"
            "ostra,Diet of Ostra,FR,no,https://o.example,2031-01-01\n"
        ),
    }
    table = "List of June,\nparliament,close\nostra,\nvallora,\nnowhere,\nvallora,Yours\n"
    build_file_tree(workspace, {**catalogue, "c.csv": table})
    said = run("recipients", "import", "c.csv", "press")
    assert (said.code, said.out) == (1, "recipients/press.csv\n")
    assert said.err == (
        "the header is on line 2; line 1 is left out\n"
        'c.csv:3: warning: "Diet of Ostra" does not sit, as far as the catalogue knows '
        "[no-sitting-legislature]\n"
        "    `undersigned recipients show ostra` says more\n"
        'c.csv:5: unknown parliament "nowhere" [unknown-parliament]\n'
        "    `undersigned list recipients --kind parliament` lists them\n"
        'c.csv:6: "Diet of Vallora" is named twice in this list, with different words '
        "[recipient-twice]\n"
        "    the first stands on line 4: give one of them an id: of its own, or keep one\n"
        "2 recipients written, 2 refused\n"
    )
    assert written(workspace) == "parliament\nostra\nvallora\n"
    build_file_tree(workspace, {"c.csv": "parliament\nostra\n"})
    assert run("recipients", "import", "c.csv", "press", "--force").code == 0


def test_no_message_repeats_an_address(run: Callable[..., Said], workspace: Path) -> None:
    """Neither a refusal nor a remark, whichever cell it stands in: messages end up in logs."""
    table = (
        "name,email,country,website\n"
        "A B,ana@secret,FR,\n"
        "C D,bo@secret.example cy@secret.example,FR,dy at dy@secret.example\n"
        "E F,,ef@secret.example,\n"
        "=gh@secret.example,x@secret.example,FR,https://a.example\n"
        "Dr. ij@secret.example,y@secret.example,FR,https://b.example\n"
    )
    build_file_tree(workspace, {"c.csv": table})
    said = run("recipients", "import", "c.csv", "press")
    assert said.code == 1
    assert "secret" not in said.err
    assert 'c.csv:2: "…@…" is not an e-mail address [row]' in said.err
    assert 'c.csv:4: no country is called "…@…" [row]' in said.err
    assert "rows have several e-mail addresses, and the first is taken: line 3\n" in said.err


def test_paths_are_as_one_types_them(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a folder inside the workspace, a refused row's place starts there."""
    build_file_tree(workspace, {"in/c.csv": "name,email\nA B,nothing\nC D,c@d.example\n"})
    monkeypatch.chdir(workspace / "in")
    said = run("recipients", "import", "c.csv", "press")
    assert said.code == 1
    assert said.err.splitlines()[0] == '../in/c.csv:2: "nothing" is not an e-mail address [row]'


class TestAtATerminal:
    """Somebody sits there and types."""

    def test_what_is_doubtful_is_asked(self, workspace: Path) -> None:
        """The likeliest column is offered; none leaves the field out."""
        table = "Wer,mail,e-mail\nA B,a@b.example,c@d.example\n"
        build_file_tree(workspace, {"c.csv": table})
        command = [sys.executable, "-m", "undersigned", "recipients", "import", "c.csv", "press"]
        screen = at_terminal(
            command,
            workspace,
            (
                ("Which column is the name (Wer, mail, e-mail, none) [none]: ", "Wer\n"),
                ("Which column is the email (mail, e-mail, none) [mail]: ", "e-mail\n"),
            ),
        )
        assert screen.code == 0, screen.text
        assert written(workspace) == "id,name,email\na-b,A B,c@d.example\n"

    def test_a_column_may_be_called_none(self, workspace: Path) -> None:
        """Then the answer that none is it is another word."""
        build_file_tree(workspace, {"c.csv": "None,mail\nA B,a@b.example\n"})
        command = [sys.executable, "-m", "undersigned", "recipients", "import", "c.csv", "press"]
        question = "Which column is the name (None, none of them) [None]: "
        screen = at_terminal(command, workspace, ((question, "None\n"),))
        assert screen.code == 0, screen.text
        assert written(workspace) == "id,name,email\na-b,A B,a@b.example\n"


def test_the_members_of_the_congress(
    run: Callable[..., Said], workspace: Path, repository: Path
) -> None:
    """A table of 537 members is imported without a --map, and every one of them can be written
    to; what a list has no column for is named."""
    table = repository.parent / "shared" / "facts" / "members_us.csv"
    if not table.is_file():
        if os.environ.get("REQUIRE_SEEDS") == "1":
            pytest.fail("REQUIRE_SEEDS=1, but ../shared/facts/members_us.csv is missing")
        pytest.skip("../shared/facts/members_us.csv is not on this machine")
    said = run("recipients", "import", str(table), "congress")
    assert (said.code, said.out) == (0, "recipients/congress.csv\n")
    assert said.err == (
        'chamber: the column "chamber_id"\n'
        "left out: gender, party, contact_form, phone, source, source_date, licence\n"
        "537 recipients written\n"
    )
    assert loads(workspace, "congress") == 537
    with table.open(encoding="utf-8", newline="") as source:
        given = list(csv.DictReader(source))
    rows = list(csv.DictReader(written(workspace, "congress").splitlines()))
    for there, here in zip(given, rows, strict=True):
        assert here["office"] == f"{there['chamber_id']}/member"
        assert here["country"] == "US"
        for column in ("name", "given", "family", "website"):
            assert here[column] == there[column]
        assert here["address"].replace("|", " ") == there["address"]
        assert here["address"].count("|") == bool(there["address"])
    assert len({row["id"] for row in rows}) == 537


def test_nothing_of_it_is_loaded_for_other_commands(workspace: Path) -> None:
    """Neither the overview nor `check` waits for what only an import needs."""
    for arguments in (["--help"], ["recipients", "--help"], ["check"]):
        code = (
            "import sys; from undersigned.cli import main; "
            f"main({arguments!r}); print(*sys.modules, file=sys.stderr)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=workspace
        )
        assert not set(done.stderr.split()) & {
            "anyascii", "charset_normalizer", "python_calamine", "vobject",
            "undersigned.load.columns", "undersigned.load.formats",
        }  # fmt: skip


def test_a_member_without_a_name(run: Callable[..., Said], workspace: Path) -> None:
    """In a table of people a row with a chamber alone is no letter to the chamber."""
    table = "Full name,Chamber_ID,E-Mail\nOna Arrel,nz-single,\n,nz-single,x@velmar.example\n"
    build_file_tree(workspace, {"m.csv": table})
    said = run("recipients", "import", "m.csv", "members")
    assert said.code == 1
    assert said.err.splitlines()[-3:] == [
        "m.csv:3: the row names nobody [row]",
        "    give it a name or an institution",
        "1 recipient written, 1 refused",
    ]
