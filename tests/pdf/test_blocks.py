"""Signature blocks of every size on the page: nothing lost, nothing torn, no page left empty."""

from __future__ import annotations

import itertools
import re
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.support.blocks import block_letter, make_block, organisations, people, sign
from tests.support.letters import LAYERS, signatory, text
from tests.support.logos import draw_logos
from tests.support.pdf import pdf_page_count, pdf_pictures, pdf_text
from tests.support.prose import PROSE
from undersigned.model.letter import Letter
from undersigned.model.node import Paragraph
from undersigned.render import render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.pdf.conftest import SetBlock
    from undersigned.model.roster import Signatory

_SIZES = ["one", "three-people", "six", "forty", "forty-people", "500", "500-people", "3000"]
_WORD = re.compile(r'<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>')


class _Items(HTMLParser):
    """The words of each item of the signature block."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[str] = []
        self.logos = 0
        self._inside = self._item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        self._inside = self._inside or (tag == "section" and kind.startswith("signatures"))
        if self._inside and tag == "li":
            self.items.append("")
            self._item = True
        self.logos += self._inside and tag == "img" and kind == "logo"

    def handle_endtag(self, tag: str) -> None:
        self._item = self._item and tag != "li"
        self._inside = self._inside and tag != "section"

    def handle_data(self, data: str) -> None:
        if self._item:
            self.items[-1] += data


def entries(letter: Letter) -> list[str]:
    """What each signatory's entry says, without spaces."""
    assert letter.signatures is not None
    throng = len(letter.signatures.signatories) > 100
    said = []
    for one in letter.signatures.signatories:
        parts = [f"{one.name} ({one.acronym})" if one.acronym else str(one.name)]
        if one.title:
            parts.append(f"{one.title}, {one.affiliation}")
        parts.append(one.country)
        words = ", ".join(parts) if throng else " · ".join(parts)
        # A role stands below its name, or a little apart from it.
        role = f" · {one.title}" if one.title and not throng else "\0"
        said.append("".join(words.replace(role, f" {one.title}").split()))
    return said


def pages(path: Path) -> list[str]:
    """The words of each page in the order of the tags, without spaces and the foot."""
    found = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
    )
    return [
        "".join(re.sub(r"\nPage \d+ of \d+\n?$", "", page.rstrip()).split())
        for page in found.stdout.decode().split("\f")[:-1]
    ]


@pytest.mark.parametrize("name", _SIZES)
def test_every_name_acronym_affiliation_and_country_is_there_once(
    set_block: SetBlock, tmp_path: Path, name: str
) -> None:
    """In order, in the PDF file and in the HTML, however many names go to a row."""
    letter = make_block(name, tmp_path)
    expected = entries(letter)
    assert letter.signatures is not None
    numbered = letter.signatures.numbered and len(expected) > 1
    printed = (f"{n}.{e}" if numbered else e for n, e in enumerate(expected, start=1))

    assert "".join(printed) in "".join(pages(set_block(name)))

    items = _Items()
    items.feed(render(letter, "html", LAYERS).decode())
    assert ["".join(item.split()) for item in items.items] == expected


@pytest.mark.parametrize("language", ["ar", "km", "ja"])
def test_names_of_other_scripts_are_all_there(tmp_path: Path, language: str) -> None:
    """The HTML names all five hundred, every ninth in another script."""
    letter = make_block(f"500-{language}", tmp_path)
    assert letter.signatures is not None
    items = _Items()
    items.feed(render(letter, "html", LAYERS).decode())

    for one, item in zip(letter.signatures.signatories, items.items, strict=True):
        assert str(one.name) in item
        assert one.acronym in item
        assert one.country in item


@pytest.mark.parametrize("name", ["forty", "forty-people", "500", "500-people", "3000"])
def test_no_entry_is_torn_at_the_foot_of_a_page(
    set_block: SetBlock, tmp_path: Path, name: str
) -> None:
    """Each is whole on one page, its second line with its first."""
    said = pages(set_block(name))

    torn = [e for e in entries(make_block(name, tmp_path)) if not any(e in page for page in said)]
    assert torn == []


@pytest.mark.parametrize(("name", "heading"), [("countries", "Province"), ("regions", "Region")])
def test_heading_of_a_group_never_stands_alone_at_the_foot(
    set_block: SetBlock, name: str, heading: str
) -> None:
    """A name follows it on its page, wherever the page ends and wherever the heading stands."""
    said = pages(set_block(name))

    assert len(said) > 3
    assert [page for page in said if re.search(rf"{heading}\d+$", page)] == []


def test_headings_of_small_groups_stand_before_their_names(set_block: SetBlock) -> None:
    """On one line with the first two of them; those of large groups have a line of their own."""
    small = pdf_text(set_block("few-in-each"), layout=True)
    large = pdf_text(set_block("regions"), layout=True)

    assert re.search(r"^ *Country 5  +Journalists of Elmstead .* Citizens' Watch Quillmere", small,
                     re.MULTILINE)  # fmt: skip
    assert re.search(r"^ *Region 5$", large, re.MULTILINE)


def test_no_line_ends_with_the_point_before_a_country(tmp_path: Path) -> None:
    """A country that takes another line takes its point along."""
    signed = [
        signatory("River Guild " * 5 + "i" * 3 * number, number, country="Switzerland")
        for number in range(1, 9)
    ]
    path = tmp_path / "countries.pdf"
    path.write_bytes(render(block_letter(signed), "pdf", LAYERS))
    said = pdf_text(path, layout=True)

    assert said.count("Switzerland") == 8
    assert re.search(r"^ *·.Switzerland$", said, re.MULTILINE)
    assert re.findall(r".*·\s*$", said, re.MULTILINE) == []


_WORDS = (12, 120, 200)
_KEPT = [(n, True) for n in (7, 8, 9, 24)] + [(n, False) for n in (3, 13, 45)]


@pytest.mark.parametrize("words", _WORDS)
def test_little_is_kept_together(tmp_path: Path, words: int) -> None:
    """Text, close, names and logos of a letter go on to the next page without leaving a third of
    one empty, whatever their number."""
    depths = {
        (number, logos): _filled(tmp_path, signed_letter(tmp_path, number, words, logos=logos))
        for number, logos in _KEPT
    }

    assert {key: found for key, found in depths.items() if min(found) < _TWO_THIRDS} == {}


@pytest.mark.soak
@pytest.mark.parametrize("logos", [True, False])
@pytest.mark.parametrize("words", range(10, 250, 60))
@pytest.mark.parametrize("kind", ["open-letter", "joint-statement"])
def test_little_is_kept_together_of_any_number(
    tmp_path: Path, kind: str, words: int, *, logos: bool
) -> None:
    """One to forty-five organisations, and people, who have two lines each."""
    depths = {}
    for number in range(1, 46):
        for make in (organisations, people) if number % 4 < 2 else (organisations,):
            letter = signed_letter(tmp_path, number, words, logos=logos, kind=kind, make=make)
            depths[number, make.__name__] = _filled(tmp_path, letter)

    assert {key: found for key, found in depths.items() if min(found) < _TWO_THIRDS} == {}


def test_strip_of_logos_begins_on_the_page_of_the_names(tmp_path: Path) -> None:
    """What does not fit goes on to the next page row by row."""
    assert min(_filled(tmp_path, signed_letter(tmp_path, 9, 12, logos=True))) > 0.85


def signed_letter(
    folder: Path,
    number: int,
    words: int,
    *,
    logos: bool,
    kind: str = "open-letter",
    make: Callable[[int], list[Signatory]] = organisations,
) -> Letter:
    """A letter with a text of so many words and so many signatories."""
    signed = make(number)
    if logos:
        signed = sign(signed, draw_logos(folder / "logos", number))
    letter = block_letter(signed, kind)
    prose = itertools.cycle(" ".join(PROSE["en"].paragraphs).split())
    said = list(itertools.islice(prose, words))
    body = tuple(
        Paragraph((text(" ".join(said[at : at + 60]), 20),), letter.title.location)
        for at in range(0, words, 60)
    )
    return replace(letter, body=body, notes=(), cc=(), enclosures=(), contacts=())


# A line and the room between two parts may be missing: they go to the next page with the rest.
_TWO_THIRDS = 0.65
# Where the type area begins and ends, as shares of the height of the page.
_TOP, _FOOT = 25 / 297, 270 / 297


def _filled(folder: Path, letter: Letter) -> list[float]:
    """How much of each page but the last is filled, from the top; 1 where there is only one."""
    path = folder / "letter.pdf"
    path.write_bytes(render(letter, "pdf", LAYERS))
    pictures = pdf_pictures(path, folder, dpi=20)
    depths = [_printed_depth(picture, _FOOT) * _FOOT for picture in pictures[:-1]]
    for picture in pictures:
        picture.unlink()
    return [round((depth - _TOP) / (_FOOT - _TOP), 2) for depth in depths] or [1.0]


@pytest.mark.parametrize(
    "name",
    [
        "forty", "forty-logos", "forty-people", "countries", "few-in-each", "regions", "500",
        "500-people", "500-km",
    ],
)  # fmt: skip
def test_no_page_but_the_last_is_half_empty(set_block: SetBlock, tmp_path: Path, name: str) -> None:
    """Each is printed down to its last fifth."""
    *pictures, _ = pdf_pictures(set_block(name), tmp_path, dpi=30)
    depths = [_printed_depth(picture) for picture in pictures]

    assert min(depths) > 0.7, depths


def _printed_depth(path: Path, foot: float = 0.9) -> float:
    """How far down the page something is printed, as a share of it, the foot left out."""
    with Image.open(path) as opened:
        page = opened.convert("L").point(lambda value: 255 if value < 200 else 0)
    body = page.crop((0, 0, page.width, round(page.height * foot)))
    box = body.getbbox()
    return box[3] / body.height if box else 0


def test_forty_logos_are_all_there(set_block: SetBlock, tmp_path: Path) -> None:
    """Drawings and painted pictures, each with the words that say whose it is."""
    items = _Items()
    items.feed(render(make_block("forty-logos", tmp_path), "html", LAYERS).decode())
    said = subprocess.run(
        ["pdfinfo", "-struct-text", str(set_block("forty-logos"))],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip

    assert items.logos == 40
    assert len(re.findall(r"^\s*Figure", said, re.MULTILINE)) == 40


def test_more_than_forty_signatories_have_no_logos(tmp_path: Path) -> None:
    """So many are a catalogue."""
    letter = make_block("forty-logos", tmp_path)
    assert letter.signatures is not None
    group = letter.signatures.groups[0]
    group = replace(group, signatories=(*group.signatories, signatory("One More")))
    block = replace(letter.signatures, groups=(group,))
    items = _Items()
    items.feed(render(replace(letter, signatures=block), "html", LAYERS).decode())

    assert items.logos == 0


def test_room_to_sign_stands_above_a_single_name(set_block: SetBlock) -> None:
    """A signature's height between the close and the name; none above a list of six."""
    for name, close, first, least, most in (
        ("one", "faithfully,", "Ines", 45, 75),
        ("six", "faithfully,", "Alderby", 8, 25),
    ):
        boxes = _boxes(set_block(name))
        closed = next(bottom for _, bottom, word in boxes if word == close)
        signed = next(top for top, _, word in boxes if word == first and top > closed)

        assert least < signed - closed < most, name


def _boxes(path: Path) -> list[tuple[float, float, str]]:
    """Top, bottom and letters of each word of the page that has the close."""
    for page in range(1, pdf_page_count(path) + 1):
        said = subprocess.run(
            ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-"],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        boxes = [(float(a), float(b), word) for a, b, word in _WORD.findall(said)]
        if any(word == "faithfully," for _, _, word in boxes):
            return boxes
    return []


@pytest.mark.parametrize("signatories", [1, 40, 101])
@pytest.mark.parametrize(
    "name",
    ["x" * 10_000, "word " * 2_000, "<img onerror=alert(1)> " * 400, "a" + "\u200b" * 9_998 + "b"],
    ids=["one word", "many words", "markup", "spaces of no width"],
)
def test_name_of_ten_thousand_characters_is_not_cut_off(
    tmp_path: Path, name: str, signatories: int
) -> None:
    """It goes on to the next page, and those that follow it stand below it."""
    signed = organisations(signatories, mixed=False)
    signed[signatories // 2] = signatory(name, 5, acronym="LNG")
    path = tmp_path / "long.pdf"
    path.write_bytes(render(block_letter(signed), "pdf", LAYERS))
    said = "".join(pages(path)).replace("\u200b", "")

    assert "".join(name.replace("\u200b", "").split()) + "(LNG)" in said


def test_note_stands_once_below_the_block(tmp_path: Path) -> None:
    """As that affiliations are given for identification only."""
    letter = make_block("forty-people", tmp_path)
    assert letter.signatures is not None
    block = replace(letter.signatures, note=text("Affiliations identify, and bind nobody."))
    path = tmp_path / "note.pdf"
    path.write_bytes(render(replace(letter, signatures=block), "pdf", LAYERS))

    assert "".join(pages(path)).count("40signatoriesAffiliationsidentify,andbindnobody.") == 1
