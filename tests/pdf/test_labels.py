"""Labels as they come out of the printer: where each stands, how large, and all of its words."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from tests.support.letters import LAYERS, REPOSITORY, load_wording, make_letter, signatory
from tests.support.pdf import pdf_fonts, pdf_page_count, pdf_text
from undersigned.errors import Location, RenderFailed
from undersigned.load import open_workspace
from undersigned.load.label_format import load_label_format
from undersigned.model.labels import Label, Labels
from undersigned.model.text import Text
from undersigned.render import label_sheet, render

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.support.verapdf import VeraPdf
    from undersigned.model.label_format import LabelFormat
    from undersigned.model.letter import Letter

FORMATS = (
    "avery-5160", "avery-5163", "avery-l7159", "avery-l7160", "avery-l7163", "avery-l7173",
    "envelope-c5", "envelope-c6-5", "envelope-dl", "envelope-us-10", "herma-4464",
)  # fmt: skip
USUAL = ("The Assembly of Velmar", "1 Assembly Square", "10000 Velmar City", "Examplia")
LONG = (
    "H.E. Dr Ines Caldara-Montefiore de la Torre",
    "Chairperson of the Standing Committee on Constitutional and Electoral Affairs",
    "Legislative Assembly of the Federated Islands of Velmar",
    "Government Buildings, Third Floor, Room 314",
    "96941 Upper Arden",
    "Examplia",
)
SCRIPTS = (
    ("مجلس نواب فلمار", "1 ساحة البرلمان", "فلمار 10000"),
    ("ヴェルマル議会", "東京都永田町1-7-1"),
    ("Собрание Вельмара", "пл. Собрания, 1"),
    ("Dagur Þór (Reykjavík)", "Fjölnisvegur 1"),
)
PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Word:
    """A word on a page, with its box in millimetres."""

    text: str
    left: float
    top: float
    right: float
    foot: float


def form_of(name: str) -> LabelFormat:
    return load_label_format(open_workspace(REPOSITORY), name)


def sheet(
    addresses: Sequence[Sequence[str]], name: str, language: str = "en", start: int = 1
) -> Letter:
    """A sheet with these addresses; each comes from its own line of a list."""
    wording = load_wording(language)
    labels = []
    for number, address in enumerate(addresses, start=2):
        place = Location("recipients/velmar.yaml", number, 5)
        lines = tuple(Text(line, place) for line in address)
        labels.append(Label(lines, wording, address[-1] == "Examplia", place))
    letter = make_letter("letter", language, bare=True)
    sender = (signatory("Coastal Monitoring Circle"), signatory("River Watch", acronym="RW"))
    labelled = Labels(form_of(name), tuple(labels), start)
    return replace(letter, body=(), sender=sender, labels=labelled)


def write(folder: Path, letter: Letter) -> Path:
    path = folder / "sheet.labels.pdf"
    path.write_bytes(render(letter, "labels", LAYERS))
    return path


def words_of(path: Path, page: int) -> list[Word]:
    """The words of a page where poppler finds them."""
    said = subprocess.run(
        ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-"],
        check=True, capture_output=True, encoding="utf-8",
    ).stdout  # fmt: skip
    found = re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', said)
    return [Word(text, *(float(value) / PER_MM for value in box)) for *box, text in found]


def test_what_may_not_fit_is_tried_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole sheet is laid out once, however often an address on it is set smaller."""
    laid_out: list[list[str]] = []

    def set_sheet(letter: Letter, labels: Labels, *rest: Any) -> Any:
        laid_out.append([str(label.lines[0]) for label in labels.labels])
        return label_sheet.set_sheet(letter, labels, *rest)

    monkeypatch.setattr("undersigned.render.output_labels.set_sheet", set_sheet)
    # Words that leave half of each row empty.
    tight = ("Tight", " ".join(["Indivisiblecommitteename"] * 5), "1 Quay", "Examplia")
    foreign = ("ヴェルマル議会", "Quay")
    addresses = [USUAL, LONG, USUAL, tight, USUAL, foreign, *[USUAL] * 9]
    write(tmp_path, sheet(addresses, "avery-l7160"))
    *tries, whole = laid_out
    assert len(tries) >= 2
    assert {name for tried in tries for name in tried} == {LONG[0], "Tight", foreign[0]}
    assert whole == [address[0] for address in addresses]


@pytest.mark.parametrize("name", FORMATS)
def test_first_and_last_label_are_where_the_format_has_them(tmp_path: Path, name: str) -> None:
    """Words begin at the left edge of their label's room, and stand in the middle of its height
    (an envelope's at the top of its own)."""
    form = form_of(name)
    addresses = [(f"First{n}", f"Last{n}") for n in range(form.per_page)]
    words = {word.text: word for word in words_of(write(tmp_path, sheet(addresses, name)), 1)}
    for number in {0, form.columns - 1, form.per_page - 1}:
        room = form.place(number)
        first, last = words[f"First{number}"], words[f"Last{number}"]
        assert first.left == pytest.approx(room.left, abs=0.5)
        middle = (first.top + last.foot) / 2
        if form.sender is None:
            assert middle == pytest.approx(room.top + room.height / 2, abs=0.5)
        else:
            assert first.top == pytest.approx(room.top, abs=0.5)


@pytest.mark.parametrize(("number", "pages"), [(1, 1), (21, 1), (22, 2), (43, 3)])
def test_as_many_pages_as_it_takes(tmp_path: Path, number: int, pages: int) -> None:
    """A full sheet is one page, and one label more begins another."""
    addresses = [(f"Name{n}", "Old Quay") for n in range(number)]
    path = write(tmp_path, sheet(addresses, "avery-l7160"))
    assert pdf_page_count(path) == pages
    assert re.findall(r"Name\d+", pdf_text(path)) == [f"Name{n}" for n in range(number)]


def test_a_sheet_that_was_begun(tmp_path: Path) -> None:
    """The first label goes where the first free one is."""
    letter = sheet([("One", "x"), ("Two", "x"), ("Three", "x")], "avery-l7160", start=20)
    path = write(tmp_path, letter)
    form = form_of("avery-l7160")
    (first, _, second, _), (third, _) = words_of(path, 1), words_of(path, 2)
    assert first.left == pytest.approx(form.place(19).left, abs=0.5)
    assert second.left == pytest.approx(form.place(20).left, abs=0.5)
    assert third.left == pytest.approx(form.place(0).left, abs=0.5)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_leaves_its_label(tmp_path: Path, name: str) -> None:
    """A long address is set smaller, with all of its words, and stays inside."""
    form = form_of(name)
    path = write(tmp_path, sheet([LONG] * (form.per_page + 1), name))
    assert " ".join(pdf_text(path).split()).count(" ".join(LONG[:2])) == form.per_page + 1
    words = words_of(path, 1)
    room = form.place(0)
    mine = [word for word in words if word.left < room.left + room.width + 0.2]
    mine = [word for word in mine if room.top - 0.5 <= word.top < room.top + room.height]
    said = " ".join(word.text for word in mine)
    assert said == " ".join((*LONG[:-1], "EXAMPLIA"))
    assert max(word.right for word in mine) <= room.left + room.width + 0.1
    assert max(word.foot for word in mine) <= room.top + room.height + 0.5


def test_a_line_that_wraps_goes_on_further_in(tmp_path: Path) -> None:
    """One long line on two rows is seen to be one; nothing is lost and nothing overlaps."""
    lines = ("National Council of the Provinces and Regions of Velmar", "P.O. Box 15", "8000")
    path = write(tmp_path, sheet([lines], "avery-l7160"))
    found = words_of(path, 1)
    assert [word.text for word in found] == " ".join(lines).split()
    rows = list(dict.fromkeys(round(word.top, 1) for word in found))
    starts = [next(w.left for w in found if round(w.top, 1) == row) for row in rows]
    left = form_of("avery-l7160").place(0).left
    assert [round(start - left, 1) for start in starts] == pytest.approx([0, 3.3, 0, 0], abs=0.4)
    gaps = [below - above for above, below in pairwise(rows)]
    assert gaps == pytest.approx([gaps[0]] * 3, abs=0.2)


def test_short_and_long_differ_in_size(tmp_path: Path) -> None:
    """10.5 points where there is room; less, by half points, where there is not."""
    addresses = [USUAL, LONG, *((*LONG[:2], *(f"Line {n}" for n in range(k))) for k in range(5, 8))]
    path = write(tmp_path, sheet(addresses, "avery-l7160"))
    sizes: list[float] = []

    def look(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if text.strip():
            sizes.append(round(abs(size * tm[3] * cm[3]), 1))

    pypdf.PdfReader(path).pages[0].extract_text(visitor_text=look)
    assert list(dict.fromkeys(sizes)) == [10.5, 8.0, 7.5]


def test_an_address_that_does_not_fit_is_told(tmp_path: Path) -> None:
    """No size helps twelve lines: each such address is named, and no file comes of it."""
    much = tuple(f"Line {number}" for number in range(12))
    with pytest.raises(RenderFailed) as caught:
        render(sheet([USUAL, much, ("Other", *much)], "avery-l7160"), "labels", LAYERS)
    assert [str(finding) for finding in caught.value.findings] == [
        (
            f'recipients/velmar.yaml:{line}:5: the address of "{name}" does not fit on a label of '
            "avery-l7160, not even in 7 pt (take larger labels with --label-format, or write a "
            "shorter address: in the list)"
        )
        for line, name in ((3, "Line 0"), (4, "Other"))
    ]


def test_sender_on_envelopes_alone(tmp_path: Path) -> None:
    """An envelope names who writes, at the top left; a sheet of labels does not."""
    path = write(tmp_path, sheet([USUAL, USUAL], "envelope-dl"))
    for page in (1, 2):
        text = pdf_text(path, page=page)
        assert text.split("\n")[:2] == ["Coastal Monitoring Circle", "River Watch (RW)"]
    first = words_of(path, 1)[0]
    assert first.left == pytest.approx(15, abs=0.5)
    assert first.top == pytest.approx(12, abs=0.8)
    path = write(tmp_path, sheet([USUAL], "avery-l7160"))
    assert "Circle" not in pdf_text(path)


def test_scripts_in_their_direction_and_fonts(tmp_path: Path) -> None:
    """Each line is set in the font of its script; a line against the sheet's direction keeps its
    own, at the sheet's edge."""
    path = write(tmp_path, sheet(SCRIPTS, "avery-l7163"))
    fonts = {font.name for font in pdf_fonts(path)}
    assert {name.split("-")[0] for name in fonts} == {"Noto", "Source"}
    assert any("Arabic" in name for name in fonts)
    assert any("CJK" in name for name in fonts)
    form = form_of("avery-l7163")
    room = form.place(0)
    arabic = [word for word in words_of(path, 1) if word.left < room.left + room.width]
    arabic = [word for word in arabic if word.top < room.top + room.height]
    assert min(word.left for word in arabic) == pytest.approx(room.left, abs=0.7)
    one = next(word for word in arabic if word.text == "1")
    assert one.left > room.left + 15, "read from the right, the number comes first"


def test_a_sheet_from_right_to_left(tmp_path: Path) -> None:
    """The labels of an Arabic letter end at the right of their room."""
    path = write(tmp_path, sheet([SCRIPTS[0], USUAL], "avery-l7163", "ar"))
    form = form_of("avery-l7163")
    words = words_of(path, 1)
    for number, edge in ((0, 0.0), (1, form.pitch_x)):
        room = form.place(number)
        mine = [w for w in words if edge <= w.left - room.left + edge <= edge + room.width]
        assert max(word.right for word in mine) == pytest.approx(room.left + room.width, abs=0.7)


def test_another_letter_s_language_is_said() -> None:
    """A label that goes with a letter in another language is read out in that one."""
    from undersigned.render.label_sheet import set_sheet

    letter = sheet([USUAL, USUAL], "avery-l7160")
    assert letter.labels is not None
    first, second = letter.labels.labels
    labels = replace(letter.labels, labels=(first, replace(second, wording=load_wording("ar"))))
    html = set_sheet(letter, labels, {0: 10.5, 1: 10.5}, LAYERS).html
    assert re.findall(r"<li[^>]*?( lang=.*?)?>", html) == ["", ' lang="ar" dir="rtl"']
    assert html.count('<span dir="ltr">The Assembly of Velmar</span>') == 1


def test_names_are_never_markup(tmp_path: Path) -> None:
    """What looks like HTML prints as it stands."""
    hostile = ("<script>alert(1)</script>", "{{ 7*7 }} & Sons", "a  b")
    path = write(tmp_path, sheet([hostile], "avery-l7160"))
    assert pdf_text(path).strip().split("\n")[:2] == list(hostile[:2])


def test_the_same_bytes_twice() -> None:
    """The same labels are the same file."""
    letter = sheet([USUAL, LONG, *SCRIPTS], "avery-l7160")
    assert render(letter, "labels", LAYERS) == render(letter, "labels", LAYERS)


def test_a_workspace_shadows_the_look(tmp_path: Path) -> None:
    """Template and stylesheet are files like those of any layout."""
    own = tmp_path / "templates" / "layouts" / "_labels"
    own.mkdir(parents=True)
    builtin = (REPOSITORY / "templates/layouts/_labels/style.css").read_text("utf-8")
    (own / "style.css").write_text(builtin + "li { colour: red }\n", encoding="utf-8")
    with pytest.raises(RenderFailed) as caught:
        render(sheet([USUAL], "avery-l7160"), "labels", (tmp_path, REPOSITORY))
    (finding,) = caught.value.findings
    assert finding.location.path == "templates/layouts/_labels/style.css"
    assert finding.location.line == builtin.count("\n") + 1


@pytest.mark.verapdf
@pytest.mark.parametrize(
    ("name", "language", "start"),
    [("avery-l7160", "en", 1), ("avery-5160", "ar", 29), ("envelope-dl", "en", 1)],
)
def test_labels_are_accessible(
    tmp_path: Path, verapdf: VeraPdf, name: str, language: str, start: int
) -> None:
    """The file passes PDF/UA-1; its addresses are items of a list, in the order of printing."""
    path = write(tmp_path, sheet([USUAL, *SCRIPTS], name, language, start))
    verapdf.assert_compliant(path, "ua1")
    root: Any = pypdf.PdfReader(path).trailer["/Root"]
    assert root["/Lang"] == language
    assert kinds_below(root["/StructTreeRoot"]).count("/LI") == 1 + len(SCRIPTS)


def kinds_below(node: Any) -> list[str]:
    """The kind of each element of the structure tree."""
    node = node.get_object()
    if not isinstance(node, dict):
        return []
    below = node.get("/K", [])
    below = below if isinstance(below, list) else [below]
    own = [str(node["/S"])] if "/S" in node else []
    return own + [kind for kid in below for kind in kinds_below(kid)]
