"""Six real documents, written in the authoring format, come out word for word.

The words of the PDF and of the page are the seed's, in the seed's order; what the layout adds of
its own is listed here, document by document, with its place.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.sayings import ALL, Wording, own_words, page_line, run, without_number
from tests.acceptance.words import Difference, compare, html_words, pdf_words
from tests.acceptance.workspace import CAMPAIGN, find_shared, write_workspace
from tests.support.seeds import SeedDocument, carve_statement

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def workspace(
    seeds: Path, documents: tuple[SeedDocument, ...], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The six documents in the authoring format."""
    folder = tmp_path_factory.mktemp("seeds")
    write_workspace(folder, documents, carve_statement(seeds))
    return folder


@pytest.fixture(scope="module")
def rendered(workspace: Path) -> subprocess.CompletedProcess[str]:
    return run(workspace, "render", CAMPAIGN)


@pytest.fixture(scope="module")
def output(workspace: Path, rendered: subprocess.CompletedProcess[str]) -> Path:
    return workspace / "output" / CAMPAIGN


def test_six_documents_are_carved(seeds: Path, documents: tuple[SeedDocument, ...]) -> None:
    """The seeds hold what the tests below speak of: nothing passes for want of material."""
    assert [
        (d.name, len(d.body), len(d.recipients), len(d.signatories), bool(d.dateline))
        for d in documents
    ] == [
        ("senate-letter", 12, 7, 6, False),
        ("prison-sentences", 10, 0, 0, True),
        ("undemocratic-elections", 11, 0, 0, True),
        ("joint-statement", 7, 0, 17, False),
        ("sham-elections", 10, 6, 1, False),
    ]
    statement = carve_statement(seeds)
    assert len(statement.body) == 32
    assert sum(paragraph.startswith("## ") for paragraph in statement.body) == 4
    assert all(statement.fields.values())


def test_recurring_passages_are_blocks(documents: tuple[SeedDocument, ...]) -> None:
    """Nine passages stand in two documents each, with other words in them."""
    shared = find_shared(documents)
    assert len(shared) == 9
    for passage in shared:
        for (name, index), filling in zip(passage.places, passage.fillings, strict=True):
            gaps = iter(filling)
            told = " ".join(next(gaps) if part is None else part for part in passage.parts)
            (document,) = (d for d in documents if d.name == name)
            assert told.split() == document.body[index].split()


def test_render_ends_well(
    workspace: Path, rendered: subprocess.CompletedProcess[str], output: Path
) -> None:
    """All six are rendered, nothing is complained of, and each file has the name it should."""
    assert (rendered.returncode, rendered.stderr) == (0, "")
    names = sorted(f"{name}.{suffix}" for name in ALL for suffix in ("html", "pdf"))
    assert sorted(path.name for path in output.iterdir()) == names
    assert [line for line in names if f"output/{CAMPAIGN}/{line}" not in rendered.stdout] == []


def test_check_finds_nothing(workspace: Path) -> None:
    """The proofreader has nothing against the six."""
    checked = run(workspace, "check")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert checked.stderr == "6 documents: nothing to mend\n"


def test_same_bytes_elsewhere(workspace: Path, output: Path, tmp_path: Path) -> None:
    """Rendered once more, in another folder, every file is the same to the byte."""
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(workspace, elsewhere, ignore=shutil.ignore_patterns("output"))
    assert run(elsewhere, "render", CAMPAIGN).returncode == 0
    again = elsewhere / "output" / CAMPAIGN
    names = [f"{name}.{suffix}" for name in ALL for suffix in ("html", "pdf")]
    different = [n for n in names if (again / n).read_bytes() != (output / n).read_bytes()]
    assert different == []


@pytest.mark.parametrize("name", ALL)
def test_html_has_the_seeds_words(
    name: str,
    output: Path,
    seed_words: dict[str, tuple[tuple[str, ...], ...]],
    wording: Wording,
) -> None:
    """The article says what the seed says, in its order, and what the layout adds."""
    paragraphs = tuple(without_number(paragraph) for paragraph in seed_words[name])
    seed = [word for paragraph in paragraphs for word in paragraph]
    found = html_words((output / f"{name}.html").read_text(encoding="utf-8"))
    assert compare(seed, found) == Difference([], own_words(name, paragraphs, wording))


@pytest.mark.parametrize("name", ALL)
def test_pdf_has_the_seeds_words(
    name: str,
    output: Path,
    seed_words: dict[str, tuple[tuple[str, ...], ...]],
    wording: Wording,
) -> None:
    """The PDF says what the seed says, in its order, and what the layout adds."""
    paragraphs = seed_words[name]
    seed = [word for paragraph in paragraphs for word in paragraph]
    own = own_words(name, paragraphs, wording)
    found = pdf_words(
        output / f"{name}.pdf",
        known={*seed, *(word for _, text in own for word in text.split())},
        page_line=page_line(wording),
    )
    assert compare(seed, found) == Difference([], own)


def test_page_numbers_the_joint_statement(output: Path) -> None:
    """The numbers of the seed are those of the page's one numbered list."""
    page = (output / "joint-statement.html").read_text(encoding="utf-8")
    lists = re.findall(r"<ol[^>]*>(.*?)</ol>", page, flags=re.DOTALL)
    assert [entries.count("<li") for entries in lists] == [17]


class TestCompare:
    """The measure itself: whatever is off shows."""

    seed = ("we", "call", "on", "you", "to", "act", "before", "the", "vote")

    def test_equal(self) -> None:
        assert compare(self.seed, self.seed) == Difference([], [])

    def test_lost(self) -> None:
        assert compare(self.seed, self.seed[:-1]) == Difference([(8, "vote")], [])

    def test_added(self) -> None:
        found = [*self.seed[:2], "all", *self.seed[2:]]
        assert compare(self.seed, found) == Difference([], [(2, "all")])

    def test_moved(self) -> None:
        found = [*self.seed[1:], "we"]
        assert compare(self.seed, found) == Difference([(0, "we")], [(9, "we")])

    def test_changed(self) -> None:
        found = [*self.seed[:5], "Act", *self.seed[6:]]
        assert compare(self.seed, found) == Difference([(5, "act")], [(5, "Act")])
