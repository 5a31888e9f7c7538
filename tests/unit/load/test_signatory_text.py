"""load.signatory_text: fit to be printed, and each kind of change told."""

from __future__ import annotations

import pytest

from undersigned.errors import InvalidInput, Location
from undersigned.load.signatory_text import clean_words

PLACE = Location("f.csv", 4)


@pytest.mark.parametrize(
    ("cell", "words", "changed"),
    [
        ("River Watch", "River Watch", ()),
        ("River\u00a0\u2003Watch", "River Watch", ("blanks",)),
        ("River Watch ;", "River Watch", ("a comma at the end",)),
        ("Fish &amp; Fen", "Fish & Fen", ("entities of HTML",)),
        ("&lt;b&gt;", "<b>", ("entities of HTML",)),
        ("AT&T; Union", "AT&T; Union", ()),
        ("River\u200b Watch", "River Watch", ("characters that nobody sees",)),
        ("River\ufeffWatch\u00ad", "RiverWatch", ("characters that nobody sees",)),
        (
            "River 👩\u200d🚒 Watch",
            "River Watch",
            ("characters that nobody sees", "emoji", "blanks"),
        ),
        ("River Watch ❤️", "River Watch", ("emoji", "blanks")),
        ("Cafe\u0301", "Café", ()),
        ("n/a", "", ()),
        ("  -  ", "", ()),
        # Persian, Hindi and Khmer are misspelt without these.
        ("می\u200cخواهیم", "می\u200cخواهیم", ()),
        ("क्\u200dष", "क्\u200dष", ()),
        ("ទន្លេ\u200bមេគង្គ", "ទន្លេ\u200bមេគង្គ", ()),
        ("ទន្លេ\u200b Mekong", "ទន្លេ Mekong", ("characters that nobody sees",)),
        # Marks of direction: balanced, and where something has a direction.
        ("\u2067مرصد\u2069 (RWV)", "\u2067مرصد\u2069 (RWV)", ()),
        ("\u202bمرصد", "مرصد", ("marks of direction",)),
        ("\u2067River\u2069", "River", ("marks of direction",)),
        ("مرصد\u200f (RWV)", "مرصد\u200f (RWV)", ()),
    ],
)
def test_words(cell: str, words: str, changed: tuple[str, ...]) -> None:
    assert clean_words("name", cell, PLACE) == (words, changed)


@pytest.mark.parametrize("cell", ["a\x00b", "a\x1bb", "\ud800", "a\u202eb", "a\ufffdb", "&#0;x"])
def test_what_cannot_be_printed(cell: str) -> None:
    """The column and the code are told, and nothing else of the cell."""
    with pytest.raises(InvalidInput) as raised:
        clean_words("name", cell, PLACE)
    (finding,) = raised.value.findings
    assert finding.location == PLACE
    assert finding.message.startswith("the character U+")


def test_a_line_break_is_a_row_too_many() -> None:
    """But in a comment."""
    with pytest.raises(InvalidInput):
        clean_words("name", "River Watch\nFen League", PLACE)
    words = clean_words("note", "River Watch\nFen League", PLACE, one_line=False)
    assert words == ("River Watch Fen League", ("blanks",))
