"""The signature block on the page: every name once, whole, in order, and none over another."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.support.letters import LANGUAGES, make_letter
from tests.support.pdf import pdf_page_count

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import SetPdf

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')


def text_in_order(path: Path) -> str:
    """The text as the file holds it, which is the order of the tags."""
    said = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
    )
    lines = said.stdout.decode().replace("\f", "\n").splitlines()
    return " ".join(" ".join(line for line in lines if not line.startswith("Page ")).split())


@pytest.mark.parametrize("signatories", [1, 6, 40, 500])
def test_numbered_names_are_all_there_in_order(set_pdf: SetPdf, signatories: int) -> None:
    """Number and name follow one another from the first to the last, however many to a row; a
    single name has no number."""
    block = make_letter("joint-statement", signatories=signatories).signatures
    assert block is not None
    names = [" ".join(str(s.name).split()) for s in block.signatories]
    if signatories == 1:
        expected = names[0]
    else:
        expected = " ".join(f"{number}. {name}" for number, name in enumerate(names, start=1))

    assert expected in text_in_order(set_pdf("joint-statement", signatories=signatories))


def test_unnumbered_names_are_all_there_in_order(set_pdf: SetPdf) -> None:
    """The same without numbers, names that look like markup among them."""
    block = make_letter("open-letter", signatories=500).signatures
    assert block is not None
    names = " ".join(str(s.name) for s in block.signatories)

    assert names in text_in_order(set_pdf("open-letter", signatories=500))


@pytest.mark.parametrize("kind", ["joint-statement", "open-letter"])
@pytest.mark.parametrize(
    ("signatories", "language"), [(500, "en"), *((40, language) for language in LANGUAGES)]
)
def test_no_two_words_overlap(set_pdf: SetPdf, kind: str, signatories: int, language: str) -> None:
    """On no page does one word stand over another."""
    path = set_pdf(kind, language, signatories)
    for page in range(1, pdf_page_count(path) + 1):
        assert _overlaps(path, page) == []


def test_many_short_names_stand_several_to_a_row(set_pdf: SetPdf) -> None:
    """Five hundred names take no page each, but rows of two."""
    assert pdf_page_count(set_pdf("joint-statement", signatories=500)) <= 8


def _overlaps(path: Path, page: int) -> list[tuple[str, str]]:
    """Pairs of words on a page whose boxes share more than a hair's breadth."""
    said = subprocess.run(
        ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    boxes = []
    for line in said.splitlines():
        if found := _WORD.search(line):
            x0, y0, x1, y1 = map(float, found.groups())
            # What a line leaves above and below its letters is no overlap of the letters.
            middle, height = (y0 + y1) / 2, (y1 - y0) * 0.45
            boxes.append((middle - height / 2, middle + height / 2, x0, x1, line))
    boxes.sort()
    found_pairs = []
    for index, (_, bottom, left, right, line) in enumerate(boxes):
        for top, _, other_left, other_right, other in boxes[index + 1 :]:
            if top >= bottom:
                break
            # A reader may part a Khmer vowel from the letter that it stands over: no overlap.
            is_mark = unicodedata.category(_text(other)[:1] or " ").startswith("M")
            if not is_mark and min(right, other_right) - max(left, other_left) > 0.5:
                found_pairs.append((line, other))
    return found_pairs


def _text(line: str) -> str:
    return line.partition(">")[2].partition("<")[0]


def test_list_of_signatories_is_a_list_for_a_screen_reader(set_pdf: SetPdf) -> None:
    """Names in rows are still items of a list in the tags."""
    said = subprocess.run(
        ["pdfinfo", "-struct", str(set_pdf("joint-statement", signatories=40))],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    items = [line for line in said.splitlines() if line.split()[:1] == ["LI"]]
    depths = [len(line) - len(line.lstrip()) for line in items]

    assert len(depths) >= 40
    assert max(len(run) for run in _runs(depths)) >= 40


def _runs(values: list[int]) -> list[list[int]]:
    runs = [values[:1]]
    for before, value in pairwise(values):
        if value == before:
            runs[-1].append(value)
        else:
            runs.append([value])
    return runs
