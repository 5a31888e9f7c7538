"""Letters: every part in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.sketch import sketch
from tests.support.sources import compose

if TYPE_CHECKING:
    from pathlib import Path

    from undersigned.model.letter import Letter


def parts(letter: Letter, *names: str) -> list[str]:
    """These parts of the letter, one after the other."""
    return sketch(tuple(getattr(letter, name) for name in names)).split("\n")


def test_an_open_letter_to_several(tmp_path: Path) -> None:
    """All recipients are named with one greeting to many, and each part is where it belongs."""
    letter = compose(
        tmp_path,
        front=(
            "place: Velmar City\nsubject: 'On {{ document.title }}'\n"
            "recipients:\n  - {name: The Board, country: FR, address: "
            "[1 Square]}\n  - {name: A. Person, given: A., family: "
            "Person, honorific: H.E., office: Chair, institution: The "
            "Board}\ncc: [{name: The Press}]\nenclosures: ['Annex of {{ "
            "recipients | length }}']\nreference: DAM/1\nversion: '2'\n"
            "sign_on_by: 2031-05-01\nembargo: 2031-04-03 09:00 +07:00\n"
            "updated: {on: 2031-04-03, note: A name.}\ncontacts: "
            "[{name: Desk, email: desk@velmar.example}]\n"
        ),
    )
    assert parts(
        letter,
        "title",
        "place",
        "dateline",
        "date",
        "subject",
        "addressees",
        "salutation",
        "close",
        "cc",
        "enclosures",
        "reference",
        "version",
        "sign_on_by",
        "embargo",
        "updated",
        "contacts",
        "metadata",
    ) == [
        "'The dam' 3:8 document",
        "'Velmar City' 5:8 document",
        "'Velmar City, 2 April 2031' 5:8 document",
        "'2 April 2031' 1:1 document",
        "'On The dam' 6:10 document",
        "InsideAddress",
        "  recipient:",
        "    Recipient id='the-board' kind='body' role='' 8:5 country='FR'",
        "      name:",
        "        'The Board' 8:5 recipient",
        "      address:",
        "        PostalAddress",
        "          lines:",
        "            '1 Square' 8:5 recipient",
        "  lines:",
        "    'The Board' 8:5 recipient",
        "InsideAddress",
        "  recipient:",
        "    Recipient id='a-person' kind='office' role='' 9:5 in_person=True",
        "      name:",
        "        'A. Person' 9:5 recipient",
        "      given:",
        "        'A.' 9:5 recipient",
        "      family:",
        "        'Person' 9:5 recipient",
        "      honorific:",
        "        'H.E.' 9:5 recipient",
        "      office:",
        "        'Chair' 9:5 recipient",
        "      institution:",
        "        'The Board' 9:5 recipient",
        "  lines:",
        "    'H.E. A. Person' 9:5 recipient",
        "    'Chair' 9:5 recipient",
        "    'The Board' 9:5 recipient",
        "'Honourable Members,' 1:1 wording",
        "'Yours faithfully,' 1:1 wording",
        "InsideAddress",
        "  recipient:",
        "    Recipient id='the-press' kind='body' role='' 10:6",
        "      name:",
        "        'The Press' 10:6 recipient",
        "  lines:",
        "    'The Press' 10:6 recipient",
        "'Annex of 2' 11:14 document",
        "'DAM/1' 12:12 document",
        "'2' 13:10 document",
        "'1 May 2031' 1:1 document",
        "'3 April 2031, 09:00 (GMT+07:00)' 1:1 wording",
        "'Updated on 3 April 2031: A name.' 16:33 document",
        "Contact email='desk@velmar.example'",
        "  name:",
        "    'Desk' 17:12 document",
        (
            "Metadata author='Velmar River Watch' subject='On The dam' "
            "created=datetime.datetime(2031, 4, 2, 0, 0, "
            "tzinfo=datetime.timezone.utc) "
            "identifier='b39bc9ea87d152a7334e9c85b6053598'"
        ),
        "  keywords:",
        "    'Dam safety'",
        "    'Letter'",
    ]


def test_a_letter_to_one(tmp_path: Path) -> None:
    """A recipient's own words come before the document's in the individual edition."""
    letter = compose(
        tmp_path,
        front=(
            "salutation: To all,\nclose: Yours,\nrecipients:\n  - {name: "
            "The Board, address: [1 Square], country: FR, salutation: "
            "'Dear Board,'}\n  - {name: Other}\n"
        ),
        to=0,
    )
    assert parts(letter, "addressees", "salutation", "close", "metadata") == [
        "InsideAddress",
        "  recipient:",
        "    Recipient id='the-board' kind='body' role='' 8:5 country='FR' words_language='en'",
        "      name:",
        "        'The Board' 8:5 recipient",
        "      address:",
        "        PostalAddress",
        "          lines:",
        "            '1 Square' 8:5 recipient",
        "      salutation:",
        "        'Dear Board,' 8:5 recipient",
        "  lines:",
        "    'The Board' 8:5 recipient",
        "    '1 Square' 8:5 recipient",
        "    'France' 8:5 recipient",
        "'Dear Board,' 8:5 recipient",
        "'Yours,' 6:8 document",
        (
            "Metadata author='Velmar River Watch' subject='Dam safety' "
            "created=datetime.datetime(2031, 4, 2, 0, 0, "
            "tzinfo=datetime.timezone.utc) "
            "identifier='3696c9008d9c8453263105c8310206b7'"
        ),
        "  keywords:",
        "    'Dam safety'",
        "    'Letter'",
    ]


def test_the_documents_words_in_the_open_edition(tmp_path: Path) -> None:
    """The document's own greeting comes before every recipient's in the open edition."""
    letter = compose(
        tmp_path,
        front=(
            "salutation: To all,\nclose: Yours,\nrecipients:\n  - {name: "
            "The Board, salutation: 'Dear Board,', close: 'Bye,'}\n"
        ),
    )
    assert parts(letter, "salutation", "close") == [
        "'To all,' 5:13 document",
        "'Yours,' 6:8 document",
    ]


def test_a_recipients_words_where_the_document_has_none(tmp_path: Path) -> None:
    """One recipient alone is greeted as it asks."""
    letter = compose(
        tmp_path,
        front=("recipients:\n  - {name: The Board, salutation: 'Dear Board,', close: 'Bye,'}\n"),
    )
    assert parts(letter, "salutation", "close") == [
        "'Dear Board,' 6:5 recipient",
        "'Bye,' 6:5 recipient",
    ]


def test_nobody_is_greeted_where_nobody_is_written_to(tmp_path: Path) -> None:
    """A letter without recipients has neither greeting nor close."""
    letter = compose(tmp_path)
    assert parts(letter, "addressees", "salutation", "close", "signatures") == [
        "None",
        "None",
        "None",
    ]
