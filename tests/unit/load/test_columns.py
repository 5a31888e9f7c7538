"""Which column is what: certain, doubtful, settled by --map, and never two for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undersigned.errors import UndersignedError
from undersigned.load.columns import Columns, Field, MapError, guess_columns, knows, parse_map
from undersigned.load.country import find_country
from undersigned.load.recipient_columns import FIELDS, IGNORED, find_language
from undersigned.load.recipient_import import settle_names
from undersigned.load.sheet import Sheet, SheetRow


def sheet_of(*rows: tuple[str, ...], exact: bool = False) -> Sheet:
    lines = tuple(SheetRow(number, row) for number, row in enumerate(rows[1:], 2))
    return Sheet("f", rows[0], lines, exact=exact)


def guess(*rows: tuple[str, ...]) -> Columns:
    sheet = sheet_of(*rows)
    return settle_names(sheet, guess_columns(sheet, FIELDS, {}, IGNORED))


def taken(columns: Columns) -> dict[str, int]:
    return {match.field: match.column for match in columns.matches}


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        (
            ("E-Mail", "Nachname", "Vorname", "Land", "PLZ", "Ort", "Straße"),
            ("a@b.example", "Müller", "Anna", "Deutschland", "10115", "Berlin", "Weg 1"),
            {"email": 0, "family": 1, "given": 2, "country": 3, "postcode": 4, "town": 5,
             "street": 6},
        ),
        (
            ("Courriel", "Nom de famille", "Prénom", "Pays", "Fonction"),
            ("a@b.example", "Lefèvre", "Émile", "France", "Président"),
            {"email": 0, "family": 1, "given": 2, "country": 3, "office": 4},
        ),
        (
            ("氏名", "役職", "国", "メール"),
            ("山田太郎", "委員長", "日本", "a@b.example"),
            {"name": 0, "office": 1, "country": 2, "email": 3},
        ),
        (
            ("Фамилия", "Имя", "Должность", "Страна"),
            ("Петров", "Иван", "Председатель", "Россия"),
            {"family": 0, "given": 1, "office": 2, "country": 3},
        ),
        (
            ("FullName", "JOB_TITLE", "e mail (work)", "Web site"),
            ("Ana Ruiz", "Chair", "a@b.example", "https://a.example"),
            {"name": 0, "office": 1, "email": 2, "website": 3},
        ),
    ],
)  # fmt: skip
def test_names_of_columns_in_many_languages(
    header: tuple[str, ...], cells: tuple[str, ...], expected: dict[str, int]
) -> None:
    """Any order, any case, with or without accents and brackets: no doubt is left."""
    columns = guess(header, cells)
    assert (taken(columns), columns.doubts) == (expected, ())


def test_cells_tell_what_a_title_is() -> None:
    """Under "Title" stand titles, or offices; which, the cells say."""
    assert taken(guess(("Name", "Title"), ("A B", "Dr."), ("C D", "Mr")))["honorific"] == 1
    assert taken(guess(("Name", "Title"), ("A B", "Chair"), ("C D", "Clerk")))["office"] == 1


def test_cells_tell_what_an_address_is() -> None:
    """A column of e-mail addresses is that, whatever it is called."""
    assert taken(guess(("Name", "Reach"), ("A B", "a@b.example")))["email"] == 1
    assert taken(guess(("Name", "Contact"), ("A B", "a@b.example")))["email"] == 1


def test_a_name_beside_a_given_name_is_the_family_name() -> None:
    """By its cells: they leave out the given name. A whole name has it in it."""
    assert taken(guess(("Name", "Vorname"), ("Müller", "Anna")))["family"] == 0
    assert taken(guess(("Nom", "Prénom"), ("Lefèvre", "Émile")))["family"] == 0
    assert taken(guess(("Name", "Vorname"), ("Anna Müller", "Anna")))["name"] == 0
    assert taken(guess(("Nom", "Fonction"), ("Émile Lefèvre", "Chef")))["name"] == 0


def test_what_is_doubtful_says_why() -> None:
    """Two columns of one name, a name like a known one, cells that do not fit."""
    two = guess(("name", "mail", "e-mail"), ("A B", "a@b.example", "c@d.example"))
    assert [(d.field, d.columns, d.reason) for d in two.doubts] == [
        ("email", (1, 2), "several columns may be it")
    ]
    like = guess(("name", "organisatione"), ("A B", "Board"))
    assert [(d.field, d.columns, d.reason) for d in like.doubts] == [
        ("institution", (1,), 'its name is like "organisation"')
    ]
    cells = guess(("name", "country"), *[("A", c) for c in ("FR", "DE", "?1", "?2", "?3", "?4")])
    assert [(d.field, d.reason) for d in cells.doubts] == [
        ("country", 'named so, but its cells are no such as belong into "country"')
    ]


def test_a_field_has_its_own_words() -> None:
    """What its cells are called, no other module says."""
    fields = (Field("seat", ("place",), fits=str.isdigit, said="numbers of seats"),)
    cells = [(cell,) for cell in ("1", "2", "x", "y", "z", "w")]
    columns = guess_columns(sheet_of(("seat",), *cells), fields)
    assert [d.reason for d in columns.doubts] == ["named so, but its cells are no numbers of seats"]


def test_a_wrong_map_is_of_the_one_family() -> None:
    """Whoever does not catch it ends in words and with the code of wrong usage."""
    with pytest.raises(UndersignedError) as caught:
        parse_map(["nmae=x"], sheet_of(("name",)), FIELDS)
    assert caught.value.exit_code == 2


def test_what_is_not_wanted_is_left_out() -> None:
    """Party, gender, telephone are known, and no part of a list."""
    columns = guess(("name", "Party", "gender", "Phone number"), ("A B", "X", "f", "1"))
    assert (taken(columns), columns.left_out, columns.doubts) == ({"name": 0}, (1, 2, 3), ())


def test_an_exact_sheet_is_not_guessed() -> None:
    """Formats that know their fields name them; nothing else of theirs is taken."""
    sheet = sheet_of(("name", "url"), ("A B", "https://a.example"), exact=True)
    columns = guess_columns(sheet, FIELDS, {}, IGNORED)
    assert (taken(columns), columns.left_out) == ({"name": 0}, (1,))


def test_the_map_settles() -> None:
    """What is given is taken, and nothing else for that field; left empty, it is left out."""
    sheet = sheet_of(("name", "mail", "e-mail"), ("A B", "a@b.example", "c@d.example"))
    given = parse_map(["email=E-MAIL", "name="], sheet, FIELDS)
    columns = guess_columns(sheet, FIELDS, given, IGNORED)
    assert (taken(columns), columns.doubts) == ({"email": 2}, ())


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["name"], '"name" is not of the form FIELD=COLUMN'),
        (["name=x"], 'there is no column "x"; the columns are a, b'),
        (["name=a", "name=b"], '"name" is given twice'),
        (["name=a", "office=a"], 'the column "a" is given to two fields'),
    ],
)
def test_a_wrong_map_is_told(options: list[str], expected: str) -> None:
    """No field, no column, or one of them twice."""
    with pytest.raises(MapError) as caught:
        parse_map(options, sheet_of(("a", "b"), ("1", "2")), FIELDS)
    assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("cell", "code"),
    [("FR", "FR"), ("fr", "FR"), ("FRA", "FR"), ("France", "FR"), ("Frankreich", "FR"),
     ("UK", "GB"), ("the United States", "US"), ("日本", "JP"), ("Atlantis", None), ("EU", None)],
)  # fmt: skip
def test_countries_by_code_and_by_name(cell: str, code: str | None) -> None:
    """In the languages of such tables; what is no country is None."""
    assert find_country(cell, in_any_language=True) == code


@pytest.mark.parametrize(
    ("cell", "code"), [("fr", "fr"), ("French", "fr"), ("pt-BR", "pt-BR"), ("Klingo", None)]
)
def test_languages_by_code_and_by_name(cell: str, code: str | None) -> None:
    """What is no language is None."""
    assert find_language(cell) == code


_WORDS = sorted({w for field in FIELDS for w in (field.name, *field.words, *field.weak)})
_HEADERS = st.lists(
    st.one_of(st.sampled_from([*_WORDS, *IGNORED]), st.text(max_size=12)), min_size=1, max_size=9,
    unique_by=str.casefold,
)  # fmt: skip
_CELLS = st.sampled_from(
    ["", "A B", "a@b.example", "FR", "Dr.", "https://a.example", "us-upper", "Chair", "fr", "12"]
)


@given(_HEADERS, st.data())
def test_no_two_columns_are_one_field(header: list[str], data: st.DataObject) -> None:
    """Whatever the columns are called and hold, a field has one column and a column one field."""
    row = st.lists(_CELLS, min_size=len(header), max_size=len(header)).map(tuple)
    rows = data.draw(st.lists(row, max_size=4))
    columns = guess(tuple(header), *rows)
    assert len({m.field for m in columns.matches}) == len(columns.matches)
    assert len({m.column for m in columns.matches}) == len(columns.matches)
    used = {m.column for m in columns.matches}
    assert not used & set(columns.left_out)
    assert not used & {column for doubt in columns.doubts for column in doubt.columns}
    assert not {m.field for m in columns.matches} & {doubt.field for doubt in columns.doubts}


@given(st.text(max_size=30))
def test_any_cell_may_be_asked_about(cell: str) -> None:
    """Looking for the header takes any cell."""
    assert knows(FIELDS, IGNORED)(cell) in (True, False)
