"""The six real documents, addressed from the catalogue alone: no name of a parliament is typed.

The list is the one that ships. What the catalogue says is read here from its tables; everything
else of each document stays the seed's, word for word.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.catalogue import Addressee, read_addressee
from tests.acceptance.sayings import ALL, Wording, own_words, page_line, run, without_number
from tests.acceptance.words import Difference, compare, html_words, pdf_words, words
from tests.acceptance.workspace import (
    CAMPAIGN,
    PARLIAMENTS,
    SEVEN,
    from_the_catalogue,
    write_workspace,
)
from tests.support.seeds import NAMES, SeedDocument, carve_statement

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping, Sequence
    from pathlib import Path

pytestmark = pytest.mark.acceptance

LETTERS = {"senate-letter": PARLIAMENTS, "sham-elections": PARLIAMENTS[:-1]}
EACH = [(name, id_) for name, ids in LETTERS.items() for id_ in ids]
SeedWords = dict[str, tuple[tuple[str, ...], ...]]


@pytest.fixture(scope="module")
def addressees(repository: Path) -> dict[str, Addressee]:
    """The seven parliaments as the catalogue has them."""
    catalogue = repository / "recipients" / "catalogue"
    return {id_: read_addressee(catalogue, id_) for id_ in PARLIAMENTS}


@pytest.fixture(scope="module")
def shipped(repository: Path) -> Path:
    return repository / "recipients" / f"{SEVEN}.yaml"


@pytest.fixture(scope="module")
def workspace(
    seeds: Path,
    documents: tuple[SeedDocument, ...],
    shipped: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The six documents with the seeds' own salutations, to the parliaments of the catalogue."""
    folder = tmp_path_factory.mktemp("catalogue")
    statement = carve_statement(seeds)
    write_workspace(folder, documents, statement, from_the_catalogue(shipped, courtesies=True))
    return folder


@pytest.fixture(scope="module")
def rendered(workspace: Path) -> subprocess.CompletedProcess[str]:
    return run(workspace, "render", CAMPAIGN)


@pytest.fixture(scope="module")
def output(workspace: Path, rendered: subprocess.CompletedProcess[str]) -> Path:
    return workspace / "output" / CAMPAIGN


@pytest.fixture(scope="module")
def rendered_each(workspace: Path) -> subprocess.CompletedProcess[str]:
    return run(workspace, "render", CAMPAIGN, "--each", "--output", "each")


@pytest.fixture(scope="module")
def each(workspace: Path, rendered_each: subprocess.CompletedProcess[str]) -> Path:
    return workspace / "each" / CAMPAIGN


@pytest.fixture(scope="module")
def uncourteous(
    seeds: Path,
    documents: tuple[SeedDocument, ...],
    shipped: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The individual edition of the letters where the author leaves salutation and close to the
    catalogue."""
    folder = tmp_path_factory.mktemp("uncourteous")
    statement = carve_statement(seeds)
    write_workspace(folder, documents, statement, from_the_catalogue(shipped, courtesies=False))
    done = run(folder, "render", CAMPAIGN, "--each", "--to", "html", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder / "output" / CAMPAIGN


def readdressed(
    document: SeedDocument,
    paragraphs: tuple[tuple[str, ...], ...],
    lines: Sequence[str],
    salutation: str = "",
    close: str = "",
) -> tuple[tuple[str, ...], ...]:
    """The seed's words with these lines in place of its addressees, and with this salutation and
    close where they are given."""
    start = 2  # the title and "To:"
    greeting = start + len(document.recipients)
    ending = greeting + 1 + len(document.body)
    return (
        *paragraphs[:start],
        *(tuple(words(line)) for line in lines),
        tuple(words(salutation)) or paragraphs[greeting],
        *paragraphs[greeting + 1 : ending],
        tuple(words(close)) or paragraphs[ending],
        *paragraphs[ending + 1 :],
    )


def expected_open(
    name: str,
    documents: Sequence[SeedDocument],
    seed_words: SeedWords,
    addressees: Mapping[str, Addressee],
) -> tuple[tuple[str, ...], ...]:
    """The words of an open edition: its seed's, but with the catalogue's names."""
    if name not in LETTERS:
        return seed_words[name]
    (document,) = (d for d in documents if d.name == name)
    names = [addressees[id_].name for id_ in LETTERS[name]]
    return readdressed(document, seed_words[name], names)


def test_nothing_is_typed(workspace: Path, documents: tuple[SeedDocument, ...]) -> None:
    """The shipped list names seven ids; no file of the workspace has a seed's form of a name."""
    text = (workspace / "recipients" / f"{SEVEN}.yaml").read_text(encoding="utf-8")
    assert tuple(re.findall(r"parliament: ([\w-]+)", text)) == PARLIAMENTS
    assert re.findall(r"\bas:|\bname:", text) == []
    files = [path for path in workspace.rglob("*") if path.suffix in (".md", ".yaml", ".csv")]
    heads = [path.read_text(encoding="utf-8").split("\n---\n")[0] for path in files]
    names = {name for document in documents for name in document.recipients}
    assert len(names) == 7
    assert [name for name in names for head in heads if name in head] == []


def test_render_ends_well(rendered: subprocess.CompletedProcess[str], output: Path) -> None:
    """The open edition: six documents as PDF and as a page, and nothing is complained of."""
    assert (rendered.returncode, rendered.stderr) == (0, "")
    names = sorted(f"{name}.{suffix}" for name in ALL for suffix in ("html", "pdf"))
    assert sorted(path.name for path in output.iterdir()) == names


def test_render_each_ends_well(rendered_each: subprocess.CompletedProcess[str], each: Path) -> None:
    """The individual edition: one letter to each of the seven, and to the six that the other
    seed has; what has no addressees makes no letter."""
    assert (rendered_each.returncode, rendered_each.stderr) == (0, "")
    found = sorted(p.relative_to(each).as_posix() for p in each.rglob("*") if p.is_file())
    assert found == sorted(f"{n}/{id_}.{suffix}" for n, id_ in EACH for suffix in ("html", "pdf"))


def test_check_finds_nothing(workspace: Path) -> None:
    """The proofreader has nothing against the six, in either edition."""
    for options in ([], ["--each"]):
        checked = run(workspace, "check", *options)
        assert (checked.returncode, checked.stdout) == (0, ""), checked
        assert checked.stderr.endswith("nothing to mend\n")


@pytest.mark.parametrize("name", ALL)
def test_open_page(
    name: str,
    output: Path,
    documents: tuple[SeedDocument, ...],
    seed_words: SeedWords,
    addressees: dict[str, Addressee],
    wording: Wording,
) -> None:
    """Each addressee's line is the catalogue's name; all else is the seed's, word for word."""
    expected = expected_open(name, documents, seed_words, addressees)
    paragraphs = tuple(without_number(paragraph) for paragraph in expected)
    source = (output / f"{name}.html").read_text(encoding="utf-8")
    said = [word for paragraph in paragraphs for word in paragraph]
    own = own_words(name, paragraphs, wording)
    assert compare(said, html_words(source)) == Difference([], own)
    names = [addressees[id_].name for id_ in LETTERS.get(name, ())]
    assert address_lines(source) == names


@pytest.mark.parametrize("name", ALL)
def test_open_pdf(
    name: str,
    output: Path,
    documents: tuple[SeedDocument, ...],
    seed_words: SeedWords,
    addressees: dict[str, Addressee],
    wording: Wording,
) -> None:
    """The PDF says the same as the page."""
    paragraphs = expected_open(name, documents, seed_words, addressees)
    own = own_words(name, paragraphs, wording)
    assert compare_pdf(output / f"{name}.pdf", paragraphs, own, wording) == Difference([], own)


@pytest.mark.parametrize(("name", "id_"), EACH)
def test_individual_letter(
    name: str,
    id_: str,
    each: Path,
    documents: tuple[SeedDocument, ...],
    seed_words: SeedWords,
    addressees: dict[str, Addressee],
    wording: Wording,
) -> None:
    """Page and PDF of one letter: the catalogue's inside address; its salutation and close where
    it has some of this parliament's own, else the seed's; and the seed's words."""
    source = (each / name / f"{id_}.html").read_text(encoding="utf-8")
    one = addressees[id_]
    check_inside_address(source, one)
    (document,) = (d for d in documents if d.name == name)
    paragraphs = readdressed(
        document,
        seed_words[name],
        address_lines(source),
        one.own_salutation or "",
        one.own_close or "",
    )
    own = own_words(name, paragraphs, wording)
    said = [word for paragraph in paragraphs for word in paragraph]
    assert compare(said, html_words(source)) == Difference([], own)
    pdf = each / name / f"{id_}.pdf"
    assert compare_pdf(pdf, paragraphs, own, wording) == Difference([], own)
    assert re.findall(r'<html[^>]* lang="([^"]*)"', source) == ["en"]


@pytest.mark.parametrize(("name", "id_"), EACH)
def test_individual_letter_with_the_catalogues_courtesies(
    name: str,
    id_: str,
    uncourteous: Path,
    documents: tuple[SeedDocument, ...],
    seed_words: SeedWords,
    addressees: dict[str, Addressee],
    wording: Wording,
) -> None:
    """Where the document gives no salutation and no close, the catalogue's form of address does:
    the parliament's own, or the one for parliaments."""
    source = (uncourteous / name / f"{id_}.html").read_text(encoding="utf-8")
    one = addressees[id_]
    check_inside_address(source, one)
    assert all((one.salutation, one.close))
    (document,) = (d for d in documents if d.name == name)
    lines = address_lines(source)
    paragraphs = readdressed(document, seed_words[name], lines, one.salutation, one.close)
    said = [word for paragraph in paragraphs for word in paragraph]
    own = own_words(name, paragraphs, wording)
    assert compare(said, html_words(source)) == Difference([], own)


def test_the_seven_differ(uncourteous: Path) -> None:
    """No two of the seven letters greet alike, and each is to another parliament."""
    sources = [
        (uncourteous / "senate-letter" / f"{id_}.html").read_text(encoding="utf-8")
        for id_ in PARLIAMENTS
    ]
    assert len({address_lines(source)[0] for source in sources}) == 7
    greetings = re.findall(r'<p class="salutation">(.*?)</p>', "\n".join(sources))
    assert len(set(greetings)) == len(greetings) == 7


@pytest.mark.parametrize("name", [name for name in ALL if name not in LETTERS])
def test_without_addressees(name: str, workspace: Path, output: Path) -> None:
    """A press release or a statement names no addressee, and has no individual edition."""
    assert name in NAMES[1:4] or name == ALL[-1]
    assert "addressees" not in article(output / f"{name}.html")
    alone = run(workspace, "render", f"{CAMPAIGN}/{name}", "--each", "--output", "nothing")
    assert (alone.returncode, alone.stdout) == (2, "")
    assert alone.stderr.endswith(
        "Error: none of these documents has recipients: --each makes no letter\n"
    )
    assert not (workspace / "nothing").exists()


def article(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("<article")[2]


def address_lines(source: str) -> list[str]:
    """The lines of the addressees on a page, one after the other."""
    blocks = re.findall(r'<section class="addressees.*?</section>', source, flags=re.DOTALL)
    assert len(blocks) <= 1
    return [html.unescape(line) for line in re.findall(r"<span[^>]*>(.*?)</span>", "".join(blocks))]


def check_inside_address(source: str, one: Addressee) -> None:
    """The name, then all that the catalogue knows of the address and no more, the country last.

    The order of town, area and postal code is the country's own, and the town may be in capitals.
    """
    name, *place = address_lines(source)
    assert name == one.name
    assert place[-1:] == list(one.place[-1:])
    said, known = (sorted(" ".join(lines).casefold().split()) for lines in (place, one.place))
    assert said == known


def compare_pdf(
    path: Path,
    paragraphs: Sequence[Sequence[str]],
    own: Sequence[tuple[int, str]],
    wording: Wording,
) -> Difference:
    said = [word for paragraph in paragraphs for word in paragraph]
    known = {*said, *(word for _, text in own for word in text.split())}
    return compare(said, pdf_words(path, known=known, page_line=page_line(wording)))
