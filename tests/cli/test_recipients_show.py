"""`undersigned recipients show`: all that is known, and what is not."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.velmar import CATALOGUE
from tests.support.tree import build_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> None:
    """It is the second of January 2024, and the catalogue knows Velmar."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")
    build_file_tree(workspace, CATALOGUE)


_COURTESY = re.compile(r"  (envelope|salutation|close)\b.*\((?P<language>\w+)\)")


def told(text: str, *languages: str) -> list[str]:
    """The lines, with two blanks after each label; of the forms of address those of these
    languages, as the others ship and may change."""
    kept, keep = [], True
    for line in text.splitlines():
        courtesy = _COURTESY.match(line)
        if courtesy:
            keep = courtesy["language"] in languages
        elif not line.startswith("      source"):
            keep = True
        if keep:
            kept.append(re.sub(r"(?<=\S) {2,}", "  ", line))
    return kept


def test_a_parliament(run: Callable[..., Said]) -> None:
    """Each fact is a line; each source has its age; it is said where one corrects it."""
    said = run("recipients", "show", "tarvon")
    assert (said.code, said.err) == (0, "")
    assert told(said.out) == [
        "tarvon",
        "  kind  parliament",
        "  name  Parliament of Tarvon",
        "  in a sentence  the Parliament of Tarvon",
        "  name in its own language  not known",
        "  country  BV, Bouvet Island",
        "  languages  no (Norwegian)",
        "  level  national",
        "  structure  unicameral",
        "  seats  not known",
        "  address  1 Fjord Road, Box 2",
        "  e-mail  post@tarvon.example",
        "  website  https://tarvon.example",
        "  row  your own, recipients/catalogue/parliaments.csv:3:1",
        "  source  Tarvon yearbook, as of 1 December 2023, 1 month old",
        "  source of the address  Letterhead, as of 2012, 12 years old",
        "  checked by a person  on 20 December 2023, 13 days old",
        "  other ids  none",
        "  in the lists  none",
        "  note  Two buildings",
        "to correct it, change recipients/catalogue/parliaments.csv:3:1",
    ]


def test_a_chamber(run: Callable[..., Said], workspace: Path) -> None:
    """A name in another language has a line; so has each list that writes to it, in whatever
    way."""
    lists = {
        "recipients/seas.yaml": "recipients:\n  - {region: two-seas, kind: chamber}\n",
        "recipients/other.yaml": "recipients: [{chamber: velmar-lower, as: The House, id: vl}]\n",
    }
    build_file_tree(workspace, lists)
    said = run("recipients", "show", "velmar-lower")
    assert (said.code, said.err) == (0, "")
    assert told(said.out) == [
        "velmar-lower",
        "  kind  chamber",
        "  role  lower",
        "  name  Chamber of Velmar",
        "  in a sentence  the Chamber of Velmar",
        "  name (fr)  Chambre de Velmar",
        "  in a sentence (fr)  la Chambre de Velmar",
        "  belongs to  velmar, Assembly of Velmar",
        "  country  TF, French Southern Territories",
        "  languages  fr (French)",
        "  seats  not known",
        "  address  2 Quay, Port Velmar",
        "  e-mail  not known",
        "  website  not known",
        "  row  your own, recipients/catalogue/chambers.csv:2:1",
        "  source  Velmar gazette, as of 2012, 12 years old",
        "  source of the address  Velmar gazette, as of 2012, 12 years old",
        "  checked by a person  no",
        "  other ids  none",
        "  in the lists  other, seas",
        "to correct it, change recipients/catalogue/chambers.csv:2:1",
    ]


def test_an_office(run: Callable[..., Said]) -> None:
    """An office is found by its alias; it has the address of its chamber, and the form for a
    person is told with its gap."""
    said = run("recipients", "show", "velmar-lower/presiding-officer")
    assert (said.code, said.err) == (0, "")
    lines = told(said.out, "en")
    assert lines[0] == "velmar-lower/president"
    assert "  belongs to  velmar-lower, Chamber of Velmar" in lines
    assert "  address  2 Quay, Port Velmar (that of velmar-lower)" in lines
    at = lines.index("  salutation to a person (en)  Dear President {family}:")
    assert lines[at + 1] == "      source  Velmar protocol, as of 2020, 4 years old"
    assert "  other ids  velmar-lower/presiding-officer" in lines


def test_written_out_in_a_list(run: Callable[..., Said], workspace: Path) -> None:
    """Somebody of a list can be shown; e-mail and address of a list stay in it."""
    entry = "{id: chair, name: Ona Tesk, email: ona@private.example, address: [5 Home Lane]}"
    build_file_tree(workspace, {"recipients/own.yaml": f"recipients:\n  - {entry}\n"})
    for form in ("text", "json"):
        said = run("recipients", "show", "chair", "--format", form)
        assert (said.code, said.err) == (0, "")
        assert "private" not in said.out
        assert "Home" not in said.out
    said = run("recipients", "show", "chair")
    lines = told(said.out)
    assert "  e-mail  in the list, and not shown" in lines
    assert "  source  written out at recipients/own.yaml:2:5" in lines
    assert lines[-1] == "to correct it, change recipients/own.yaml:2:5"


def test_a_record_that_a_list_changes(run: Callable[..., Said], workspace: Path) -> None:
    """Where the post goes is told as the catalogue has it; what the list says stays in it."""
    entry = "{parliament: tarvon, id: mine, email: ona@private.example, address: [5 Home Lane]}"
    other = (
        "{chamber: velmar-upper, id: upper, address: [5 Home Lane], website: https://home.example}"
    )
    lists = {"recipients/own.yaml": f"recipients:\n  - {entry}\n  - {other}\n"}
    build_file_tree(workspace, lists)
    for id_ in ("mine", "upper"):
        for form in ("text", "json"):
            said = run("recipients", "show", id_, "--format", form)
            assert (said.code, said.err) == (0, "")
            assert not re.search("private|home", said.out, re.IGNORECASE)
    lines = told(run("recipients", "show", "mine").out)
    assert "  address  1 Fjord Road, Box 2; in the list another, not shown" in lines
    assert "  e-mail  post@tarvon.example; in the list another, not shown" in lines
    assert json.loads(run("recipients", "show", "mine", "--format", "json").out)["email"] == (
        "post@tarvon.example"
    )
    lines = told(run("recipients", "show", "upper").out)
    assert "  address  in the list, and not shown" in lines
    assert "  website  not known" in lines


def test_json(run: Callable[..., Said]) -> None:
    """For a program: what `list` says of it, and all the rest; null for what is not known."""
    said = run("recipients", "show", "tarvon", "--format", "json")
    assert (said.code, said.err) == (0, "")
    shown = json.loads(said.out)
    courtesies = shown.pop("forms_of_address")
    (row,) = json.loads(
        run("list", "recipients", "--country", "BV", "--kind", "parliament", "--format=json").out
    )
    assert shown == row | {
        "own_row": True,
        "email": "post@tarvon.example",
        "sits": True,
        "aliases": [],
        "note": "Two buildings",
        "local_names": [],
        "lists": [],
    }
    assert row["address"] == ["1 Fjord Road", "Box 2"]
    assert all(
        set(one) == {"language", "part", "form", "words", "source", "as_of"} for one in courtesies
    )


@pytest.mark.parametrize(
    ("id_", "hint"),
    [
        ("velmar-lowr", 'did you mean "velmar-lower"?'),
        ("uk", 'did you mean "gb"?'),
        ("de-lowr", 'did you mean "de-lower"?'),
        ("nz-lower", 'did you mean "nz-single"?'),
        ("tn-single", 'did you mean "tn-lower" or "tn-upper"?'),
        ("Chambre Velmar", 'did you mean "velmar-lower"?'),
        ("xqzzyk", "`undersigned list recipients` lists them"),
    ],
)
def test_unknown(run: Callable[..., Said], id_: str, hint: str) -> None:
    """An unknown id is told with the nearest, be it the id or the name that was mistyped."""
    said = run("recipients", "show", id_)
    assert (said.code, said.out) == (1, "")
    assert said.err == f'undersigned: unknown recipient "{id_}" ({hint})\n'


def test_beside_a_broken_list(run: Callable[..., Said], workspace: Path) -> None:
    """A list that cannot be read keeps nobody from looking at the catalogue."""
    build_file_tree(workspace, {"recipients/bad.yaml": "recipients: 5\n"})
    said = run("recipients", "show", "tarvon")
    assert said.code == 0
    assert said.err == (
        "the list bad cannot be read; `undersigned recipients check bad` tells why\n"
    )


def test_all_that_ship(run: Callable[..., Said]) -> None:
    """The list that ships can be shown record by record."""
    for id_ in ("x-ep", "us", "ca", "au", "gb", "nz", "jp", "us-lower/speaker"):
        said = run("recipients", "show", id_)
        assert (said.code, said.err) == (0, ""), id_
        assert said.out.startswith(f"{id_}\n  kind ")
