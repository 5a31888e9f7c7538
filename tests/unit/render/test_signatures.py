"""The signature block: names, acronyms, roles, and how many go to a row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.letters import make_letter, signatory, text
from undersigned.model.letter import Letter, SignatureBlock, SignatureGroup
from undersigned.model.roster import Signatory
from undersigned.render.signatures import (
    Entry,
    lay_out_signatures,
    name_of,
    text_direction,
)


def letter_signed_by(*signatories: Signatory, show: str = "acronym title affiliation") -> Letter:
    block = SignatureBlock(
        (SignatureGroup(None, signatories),), False, frozenset(show.split()), None, None
    )
    return replace(make_letter("open-letter"), signatures=block)


def entry(one: Signatory, show: str = "acronym title affiliation") -> Entry:
    found = lay_out_signatures(letter_signed_by(one, show=show))
    assert found is not None
    return found.groups[0].entries[0]


def test_acronym_stands_behind_the_name_once() -> None:
    """It is added by the wording's phrase, unless the name is it or ends with it in brackets."""
    letter = make_letter("open-letter")

    def said(name: str, acronym: str) -> str:
        return name_of(signatory(name, acronym=acronym), letter)

    assert said("Open Archive", "OA") == "Open Archive (OA)"
    assert said("Open Archive (OA)", "OA") == "Open Archive (OA)"
    assert said("OA", "OA") == "OA"
    assert said("Open Archive", "") == "Open Archive"


def test_columns_that_are_not_shown_are_not_there() -> None:
    """Of a name only what the document shows is printed."""
    full = signatory(
        "Ines Caldara", title="Chair", affiliation="Open Archive", country="Velmara",
        url="https://x.example", acronym="IC",
    )  # fmt: skip

    assert entry(full) == Entry("Ines Caldara", after=" (IC)", details="Chair, Open Archive")
    assert entry(full, "title") == Entry("Ines Caldara", details="Chair")
    assert entry(full, "country url") == Entry(
        "Ines Caldara", country="Velmara", url="https://x.example"
    )


def test_in_a_throng_all_that_follows_a_name_runs_on_behind_it() -> None:
    """Hundreds of names take few lines and few elements; the separator is the language's."""
    one = signatory("Ines Caldara", title="Chair", country="Velmara", acronym="IC")
    block = lay_out_signatures(letter_signed_by(*[one] * 101, show="acronym title country"))

    assert block is not None
    assert block.is_throng
    assert block.groups[0].entries[0].behind == " (IC), Chair, Velmara"


def test_country_is_not_said_again_under_its_own_heading() -> None:
    """The heading has said it for all."""
    group = SignatureGroup(text("Velmara"), (signatory("Open Archive", country="Velmara"),))
    block = SignatureBlock((group,), False, frozenset({"country"}), None, None)
    found = lay_out_signatures(replace(make_letter("open-letter"), signatures=block))

    assert found is not None
    assert found.groups[0].entries[0].country == ""


def test_room_to_sign_is_kept_for_one_name_and_for_few_people() -> None:
    """Organisations that sign together sign by being listed."""

    def by_hand(*signatories: Signatory) -> bool:
        block = lay_out_signatures(letter_signed_by(*signatories))
        assert block is not None
        return block.by_hand

    person = signatory("Ines Caldara", title="Chair")
    assert by_hand(signatory("Open Archive"))
    assert by_hand(*[person] * 3)
    assert not by_hand(*[person] * 4)
    assert not by_hand(person, signatory("Open Archive"))


def test_single_name_has_no_number() -> None:
    """A list of one is no list."""
    block = lay_out_signatures(make_letter("joint-statement", signatories=1))

    assert block is not None
    assert not block.numbered


def test_address_only_leads() -> None:
    """A bare host is on the web, and what would run in the browser is no link."""
    assert Entry("x", url="https://x.example").href == "https://x.example"
    assert Entry("x", url="www.x.example").href == "https://www.x.example"
    assert Entry("x", url="javascript:alert(1)").href == ""
    assert Entry("x").href == ""


@pytest.mark.parametrize(
    ("number", "length", "columns"),
    [
        (1, 10, 1), (8, 10, 1), (9, 10, 3), (40, 24, 3), (40, 25, 3), (40, 40, 2), (40, 80, 1),
        (500, 30, 3), (500, 46, 2), (3000, 90, 1),
    ],
)  # fmt: skip
def test_as_many_names_to_a_row_as_fit(number: int, length: int, columns: int) -> None:
    """Few names stand below one another, many short ones side by side."""
    block = lay_out_signatures(letter_signed_by(*[signatory("n" * length)] * number))

    assert block is not None
    assert block.columns == columns


def test_some_long_names_wrap() -> None:
    """Some long names among hundreds do not cost all others their place side by side."""
    names = [signatory("n" * 24)] * 300 + [signatory("n" * 70)] * 20
    block = lay_out_signatures(letter_signed_by(*names))

    assert block is not None
    assert block.columns == 3
    assert not any(one.is_wide for one in block.groups[0].entries)


def test_name_that_would_be_a_tower_has_a_row_of_its_own() -> None:
    """More than three lines of a column are one or two of the page."""
    names = [signatory("n" * 24)] * 300 + [signatory("n " * 90)]
    block = lay_out_signatures(letter_signed_by(*names))

    assert block is not None
    assert block.columns == 3
    assert [one.is_wide for one in block.groups[0].entries] == [False] * 300 + [True]


def test_name_against_the_letters_direction_says_so() -> None:
    """Only a name that begins in the other direction carries an attribute."""
    letter = make_letter("open-letter")

    assert text_direction("Open Archive (OA)", letter) == ""
    assert text_direction("«רשת»", letter) == "rtl"
    assert text_direction("123", letter) == ""


def test_nobody_is_no_block() -> None:
    """Without a single name, count or withheld name there is no block."""
    assert lay_out_signatures(make_letter("open-letter", bare=True)) is None
    assert lay_out_signatures(letter_signed_by()) is None
