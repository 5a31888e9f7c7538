"""Files that are no tables: the Congress, Popolo, contact cards; each row with its line."""

from __future__ import annotations

import json

import pytest

from tests.support.sources import said
from undersigned.load.formats import SourceFile, read_file
from undersigned.load.sheet import Sheet

CONGRESS = """\
# comment
- id:
    bioguide: V000001
  name:
    first: Ana
    last: Ruiz
    official_full: Ana M. Ruiz
  bio: {gender: F, birthday: '1958-10-13'}
  terms:
  - {type: rep, start: '1993-01-05', state: WA, district: 1, party: Blue}
  - {type: sen, start: '2025-01-03', state: WA, party: Blue, url: 'https://ruiz.example',
     address: 5 Hart Building Washington DC 20510, phone: 1}
- id: {bioguide: V000002}
  name: {first: Bo}
- id: {bioguide: V000003}
  name: {first: John, last: Li, suffix: Jr.}
  terms: [{type: rep, state: NY, district: 3}]
- just words
"""
CSV = (
    "last_name,first_name,middle_name,suffix,nickname,full_name,birthday,gender,type,state,"
    "district,senate_class,party,url,address,phone,contact_form,bioguide_id\n"
    "Ruiz,Ana,M.,,,Ana M. Ruiz,1958-10-13,F,sen,WA,,1,Blue,https://ruiz.example,"
    "5 Hart Building Washington DC 20510,1,,V000001\n"
)
RUIZ = {
    "chamber": "us-upper", "name": "Ana M. Ruiz", "given": "Ana", "family": "Ruiz",
    "external_id": "V000001", "state": "WA", "constituency": "WA", "country": "US",
    "address": "5 Hart Building Washington DC 20510", "website": "https://ruiz.example",
    "gender": "F", "party": "Blue", "phone": "1", "birthday": "1958-10-13",
}  # fmt: skip


def read(text: str | bytes, name: str = "f") -> Sheet:
    data = text if isinstance(text, bytes) else text.encode()
    return read_file(SourceFile(name, data), lambda cell: cell in ("name", "email"))


def rows(sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    """Each row's line and its cells that hold something."""
    return [
        (row.line, {k: v for k, v in zip(sheet.header, row.cells, strict=True) if v})
        for row in sheet.rows
    ]


def refused(sheet: Sheet) -> list[str]:
    return [f"{finding.location}: {finding.message}" for finding in sheet.refused]


def test_the_congress_as_yaml() -> None:
    """The last term says the chamber; an entry without name or term is refused with its line."""
    sheet = read(CONGRESS, "legislators-current.yaml")
    assert rows(sheet) == [
        (2, RUIZ),
        (
            15,
            {
                "chamber": "us-lower", "name": "John Li, Jr.", "given": "John", "family": "Li",
                "external_id": "V000003", "state": "NY", "constituency": "NY-3",
                "country": "US",
            },
        ),
    ]  # fmt: skip
    assert [str(finding) for finding in sheet.refused] == [
        (
            "legislators-current.yaml:13: the entry has no term of office "
            "(write its last term into terms:, or take it out)"
        ),
        (
            "legislators-current.yaml:18: the entry has no name "
            "(write it as `name: {first: …, last: …}`, or take it out)"
        ),
    ]


def test_the_congress_as_json() -> None:
    """The same data as JSON is read alike."""
    person = {
        "id": {"bioguide": "V000003"},
        "name": {"first": "John", "last": "Li"},
        "terms": [{"type": "rep", "state": "NY", "district": 3}],
    }
    ((line, cells),) = rows(read(json.dumps([person], indent=1)))
    assert (line, cells["chamber"], cells["constituency"]) == (2, "us-lower", "NY-3")


def test_the_congress_as_csv() -> None:
    """The table of the same project is recognised by its columns."""
    assert rows(read(CSV)) == [(2, RUIZ)]
    moved = "\n".join(f"{line.rpartition(',')[2]},{line}" for line in CSV.splitlines())
    moved = moved.replace(",bioguide_id", ",again", 1)
    assert rows(read(moved)) == [(2, RUIZ)]


def test_the_congress_as_csv_with_a_row_that_is_none() -> None:
    """It is refused by itself: a cell of a hundred thousand characters, a term of no chamber."""
    long = CSV.splitlines()[1].replace("5 Hart", "5 " + "H" * 140_000)
    other = CSV.splitlines()[1].replace(",sen,", ",prez,")
    sheet = read(f"{CSV}{long}\n{other}\n")
    assert rows(sheet) == [(2, RUIZ)]
    assert [str(finding) for finding in sheet.refused] == [
        "f:3: the line is longer than 100,000 characters (check the quotation marks of this line)",
        (
            'f:4: the last term is of no chamber: "prez" '
            "(its type is sen or rep; write to others from a list of your own)"
        ),
    ]


def test_the_congress_as_csv_without_its_header() -> None:
    """Where the line that names the columns is itself no row, nothing can be taken."""
    assert said(lambda: read(CSV.replace("\n", "," + "x" * 100_000 + "\n", 1))) == [
        (
            "f:1 [row] the line is longer than 100,000 characters "
            "(check the quotation marks of this line)"
        ),
        "f:1 [format] the first line does not name the columns (fetch the file again)",
    ]


def test_the_congress_broken_off() -> None:
    """A file that was not fetched whole is told with the line."""
    assert said(lambda: read(CONGRESS + "- {a: [\n")) == [
        "f:20 [format] the YAML breaks off here (fetch the file again: it may be incomplete)"
    ]


POPOLO = """\
{"organizations": [
  {"id": "p", "name": "Blue Party", "classification": "party"},
  {"id": "d", "name": "Diet of Brook", "classification": "legislature"}],
 "posts": [{"id": "s", "label": "Speaker", "organization_id": "d"}],
 "persons": [
  {"id": "1", "name": "Ana Ruiz", "given_name": "Ana", "family_name": "Ruiz",
   "honorific_prefix": "Dr", "honorific_suffix": "MP", "email": "ana@brook.example",
   "contact_details": [{"type": "address", "value": "1 Square\\nTown"}],
   "links": [{"url": "https://xx.wikipedia.example"}, {"url": "https://ana.example"}]},
  "nobody",
  {"id": "2", "name": "Bo Li", "memberships": [{"organization_id": "d", "role": "Clerk"}]},
  {"id": "3", "name": "Cy"}],
 "memberships": [
  {"person_id": "1", "organization_id": "p", "role": "member"},
  {"person_id": "1", "organization_id": "d", "role": "member", "end_date": "2020-01-01"},
  {"person_id": "1", "post_id": "s"},
  {"person_id": "1", "organization_id": "d", "role": "member"}]}
"""


def test_popolo() -> None:
    """An office that has not ended, and no party; of several the first, which is told."""
    sheet = read(POPOLO)
    assert rows(sheet) == [
        (
            6,
            {
                "name": "Ana Ruiz", "given": "Ana", "family": "Ruiz", "honorific": "Dr",
                "post_nominals": "MP", "office": "Speaker", "institution": "Diet of Brook",
                "address": "1 Square|Town", "email": "ana@brook.example",
                "website": "https://ana.example", "external_id": "1",
            },
        ),
        (11, {"name": "Bo Li", "office": "Clerk", "institution": "Diet of Brook",
              "external_id": "2"}),
        (12, {"name": "Cy", "external_id": "3"}),
    ]  # fmt: skip
    assert [str(finding) for finding in sheet.refused] == [
        'f:10: the entry is no person (write it as {"name": …}, or take it out)'
    ]
    assert sheet.notes == ("1 hold several offices, and the first is taken: line 6",)


def test_popolo_with_two_lists_of_persons() -> None:
    """The last counts, as in any JSON, and its lines are its own."""
    text = '{"persons": [{"name": "A"},\n{"name": "B"}],\n"persons": [\n{"name": "C"}]}'
    assert rows(read(text)) == [(4, {"name": "C"})]


_AGAIN = "fetch the file again: it may be incomplete"
_PERSONS = 'Popolo has them as {"persons": [{"name": …}]}; or export a table as CSV'
_EXPORT = "export it as CSV or XLSX, with a first line that names the columns"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("f", '{"persons": [\n{"name": ', f"f:2 [format] the JSON is broken here ({_AGAIN})"),
        ("f", '{"persons": 1}', f'f:1 [format] "persons" is no list of persons ({_PERSONS})'),
        (
            "f",
            '{"a": {"persons": []}}',
            f'f:1 [format] "persons" is no list of persons ({_PERSONS})',
        ),
        (
            "f.json",
            '[{"name": "A"}]',
            (
                "f.json:1 [format] this JSON is neither Popolo nor of unitedstates/"
                f"congress-legislators ({_EXPORT})"
            ),
        ),
        (
            "f.yaml",
            "- a\n",
            f"f.yaml:1 [format] this YAML is not of unitedstates/congress-legislators ({_EXPORT})",
        ),
        (
            "f.xls",
            "<html><table>",
            f"f.xls:1 [format] this is a web page or XML, not a table ({_EXPORT})",
        ),
    ],
)
def test_what_is_of_no_known_form(name: str, text: str, expected: str) -> None:
    """JSON, YAML and web pages of another form are told as that."""
    assert said(lambda: read(text, name)) == [expected]


def test_json_nested_without_end() -> None:
    """Brackets within brackets end nothing."""
    assert said(lambda: read('{"persons": ' + "[" * 200_000)) == [
        f"f:1 [format] the JSON is broken here ({_AGAIN})"
    ]


CARDS = """\
BEGIN:VCARD
VERSION:3.0
FN:Dr. Ana Ruiz
N:Ruiz;Ana;;Dr.;
ORG:Board;Legal
TITLE:Chair
EMAIL;TYPE=home:home@b.example
EMAIL;TYPE=work,pref:ana@b.example
ADR:;;1 Square;Town;;1000;Vallora
TEL:12
END:VCARD

BEGIN:VCARD
VERSION:3.0
no such line
END:VCARD
begin:vcard
VERSION:4.0
KIND:org
FN:The Board
URL:https://board.example
LANG:fr
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BC=
ller;Jo
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jo M=C3=BCller
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Cut Off
BEGIN:VCARD
VERSION:3.0
FN:Cy\\, D
END:VCARD
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_contact_cards(end: str) -> None:
    """Versions 2.1 to 4.0 in one file; a broken card does not stop the rest."""
    sheet = read(CARDS.replace("\n", end))
    assert rows(sheet) == [
        (
            1,
            {
                "name": "Dr. Ana Ruiz", "given": "Ana", "family": "Ruiz", "honorific": "Dr.",
                "office": "Chair", "institution": "Board, Legal", "email": "ana@b.example",
                "address": "1 Square|1000 Town|Vallora", "phone": "12",
            },
        ),
        (17, {"institution": "The Board", "website": "https://board.example", "language": "fr"}),
        (24, {"name": "Jo Müller", "given": "Jo", "family": "Müller"}),
        (33, {"name": "Cy, D"}),
    ]  # fmt: skip
    assert refused(sheet) == [
        "f:13: the card cannot be read: Failed to parse line: no such line",
        "f:30: the card has no end (END:VCARD)",
    ]


def test_the_country_of_a_card() -> None:
    """It is known in the card's language, and no line of the address: whether a letter names it
    is a question of where it comes from."""
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nADR:;;1 Rue X;Lyon;;69001;{}\nEND:VCARD\n"
    for country in ("France", "Frankreich", "法国", "FR"):
        ((_, cells),) = rows(read(card.format(country)))
        assert (cells["address"], cells["country"]) == ("1 Rue X|69001 Lyon", "FR")
    ((_, cells),) = rows(read(card.format("Vallora")))
    assert (cells["address"], cells.get("country")) == ("1 Rue X|69001 Lyon|Vallora", None)
