"""Layouts: looked up in layers, each kind with its parts, and nothing where a part is absent."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.support.letters import KINDS, LAYERS, REPOSITORY, load_wording, make_letter, text
from undersigned.errors import Location, NotFound
from undersigned.model.letter import SignatureBlock, SignatureGroup
from undersigned.model.node import Heading, Paragraph
from undersigned.render import render

if TYPE_CHECKING:
    from pathlib import Path

    from undersigned.model.letter import Letter


def html(letter: Letter) -> str:
    return render(letter, "html", LAYERS).decode()


def words(letter: Letter) -> str:
    article = html(letter).partition("<article>")[2]
    return " ".join(re.sub("<[^>]*>", " ", article).split())


def in_order(said: str, *parts: str) -> bool:
    places = [said.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    return places == sorted(places)


def test_workspace_shadows_a_layout_by_name(tmp_path: Path) -> None:
    """Its own page and stylesheet are taken first; what it has not got is the built-in's."""
    layout = tmp_path / "templates" / "layouts" / "letter"
    layout.mkdir(parents=True)
    (layout / "style.css").write_text("h1 { color: teal } /* mine */", encoding="utf-8")

    page = render(make_letter("letter"), "html", (tmp_path, REPOSITORY)).decode()

    assert "color: teal" in page
    assert "mine" not in page
    assert "Re: Observers for the assembly election" in page


def test_unknown_layout_names_the_nearest() -> None:
    """A slip in `layout:` is answered with the layout that was meant."""
    letter = replace(make_letter("letter"), layout="lettre")

    with pytest.raises(NotFound, match=r'unknown layout "lettre" \(did you mean "letter"\?\)'):
        html(letter)


@pytest.mark.parametrize("kind", KINDS)
def test_absent_parts_leave_nothing(kind: str) -> None:
    """A bare letter has no label without its value, no empty element, no word too many."""
    page = html(make_letter(kind, bare=True))

    assert not re.search(r"<(p|li|ul|ol|section|h\d|address|span)[^>]*>\s*</\1>", page)
    assert not re.search("To:|Re:|Copy to|Enclosed|Contact|Notes|None|Undefined", words_of(page))


def words_of(page: str) -> str:
    return re.sub("<[^>]*>", " ", page.partition("<article>")[2])


def test_open_letter_is_in_its_order() -> None:
    """Sender, date, title, addressees, subject, salutation, text, close, names, the rest."""
    said = words(make_letter("open-letter"))

    assert in_order(
        said, "Coastal Monitoring Circle (CMC)", "Port Halden, 15 January 2026", "Our reference:",
        "Open letter on", "To:", "The Parliament of Canada", "The European Parliament",
        "Re: Observers", "Honourable Members,", "We, the undersigned", "Yours faithfully,",
        "House of Free Pens", "6 organisations", "Notes", "Copy to:", "Enclosed:", "Contact:",
    )  # fmt: skip


def test_letter_is_in_the_order_of_business() -> None:
    """The inside address stands above the date, the date above the subject, which is the title."""
    said = words(make_letter("letter", signatories=1))

    assert in_order(
        said, "Coastal Monitoring Circle (CMC)", "The Parliament of Canada", "1 Assembly Square",
        "Port Halden, 15 January 2026", "Re: Observers", "Honourable Members,", "Yours faithfully,",
        "Ines Caldara", "Press office of the Circle, Coastal Monitoring Circle", "Enclosed:",
        "Copy to:",
    )  # fmt: skip
    assert "Open letter on" not in said


def test_press_release_begins_with_its_place() -> None:
    """The place runs into the first paragraph; contacts come before what editors alone read."""
    page = html(make_letter("press-release"))

    assert '<p><b class="run-in">Port Halden, 15 January 2026</b> – We, the undersigned' in page
    assert in_order(words_of(page), "Press release", "For immediate release", "Press contact",
                    "Notes to editors", "Third report")  # fmt: skip


def test_embargo_takes_the_place_of_immediate_release() -> None:
    """A release under embargo says until when, and not that it is free."""
    said = words(make_letter("press-release", draft=True))

    assert "Embargoed until 16 January 2026, 09:00" in said
    assert "For immediate release" not in said


def test_authors_own_notes_to_editors_are_not_headed_twice() -> None:
    """Where the text ends in a heading of those words, what belongs there is put under it."""
    here = Location("letter.md", 1, 1)
    letter = make_letter("press-release")
    body = (
        Paragraph((text("News."),), here),
        Heading(2, (text("Notes to editors"),), here, "notes"),
        Paragraph((text("Mine."),), here),
    )
    said = words(replace(letter, body=body))

    assert said.count("Notes to editors") == 1
    assert in_order(said, "News.", "Press contact", "Notes to editors", "Mine.",
                    "We are at the disposal")  # fmt: skip


def test_numbers_go_on_from_group_to_group() -> None:
    """Each group has its heading, and begins where the one before ended."""
    letter = make_letter("joint-statement", signatories=6)
    assert letter.signatures is not None
    names = letter.signatures.signatories
    groups = (
        SignatureGroup(text("Organisations"), names[:4], 1),
        SignatureGroup(text("Individuals"), names[4:], 5),
    )
    block = SignatureBlock(groups, True, frozenset(), None, text("and 3 who cannot be named"))
    page = html(replace(letter, signatures=block))

    assert in_order(page, "<h3>Organisations</h3>", "<h3>Individuals</h3>",
                    '<ol start="5" style="counter-reset: list-item 4">')  # fmt: skip
    assert '<p class="count">and 3 who cannot be named</p>' in page


def test_language_and_direction_are_said() -> None:
    """The root element names both, and what runs the other way says so itself."""
    wording = replace(load_wording("en"), direction="rtl", language="ar")
    page = html(replace(make_letter("open-letter"), language="ar", wording=wording))

    assert '<html lang="ar" dir="rtl" data-script="Arab">' in page
    assert '<li><bdi dir="ltr">Coastal Monitoring Circle (CMC)</bdi></li>' in page
    assert '<a href="tel:+62215550147" dir="ltr">' in page


def test_page_needs_no_other_file() -> None:
    """Nothing is linked in: styles stand in the page, pictures are data."""
    page = html(make_letter("open-letter"))

    assert not re.search(r'<link|<script|@import|src="(?!data:)|url\((?!"?data:)', page)
