"""What is written, under which names, with which bytes; and how the commands end."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pypdf
import pytest

from tests.acceptance.letters import LETTER, PICTURE
from tests.acceptance.words import html_words
from tests.support.tree import read_file_tree

if TYPE_CHECKING:
    from tests.acceptance.letters import Letters


def written(letters: Letters, folder: str = "output") -> list[str]:
    return list(read_file_tree(letters.root / folder))


def test_both_outputs(letters: Letters) -> None:
    """Without further ado a document becomes a PDF and a page, and each is named."""
    letters.letter()
    said = letters.render()
    assert written(letters) == ["spring/letter.html", "spring/letter.pdf"]
    assert said.stdout.splitlines() == ["output/spring/letter.html", "output/spring/letter.pdf"]


def test_another_folder(letters: Letters) -> None:
    """`--output` is where anything is written."""
    letters.letter()
    letters.render("--to", "html", "--output", "elsewhere")
    assert written(letters, "elsewhere") == ["spring/letter.html"]
    assert not (letters.root / "output").exists()


def test_one_document_of_two(letters: Letters) -> None:
    """A document that is named is rendered alone."""
    letters.letter()
    letters.letter(path="templates/campaigns/spring/second.md")
    assert letters.run("render", "spring/second", "--to", "html").exit_code == 0
    assert written(letters) == ["spring/second.html"]
    assert letters.run("render", "--to", "html").exit_code == 0
    assert written(letters) == ["spring/letter.html", "spring/second.html"]


def test_individual_edition(letters: Letters) -> None:
    """`--each` writes one letter for each recipient, named by id, and no open letter."""
    letters.letter(
        front="recipients:\n  - {parliament: ca}\n  - {id: chair, name: Odile Marchand, "
        "salutation: 'Madam Chair,', close: 'Yours truly,'}"
    )
    assert letters.run("render", "spring", "--each", "--to", "html").exit_code == 0
    assert written(letters) == ["spring/letter/ca.html", "spring/letter/chair.html"]
    folder = letters.root / "output/spring/letter"
    chair = " ".join(html_words((folder / "chair.html").read_text(encoding="utf-8")))
    assert "Odile Marchand" in chair
    assert "Madam Chair," in chair
    assert "Yours truly," in chair
    assert "Parliament of Canada" not in chair
    assert "Odile" not in (folder / "ca.html").read_text(encoding="utf-8")


def test_findings_for_another_program(letters: Letters) -> None:
    """`check --format json` gives a list of objects."""
    letters.letter("On {{ facts.turnout }}.")
    said = letters.run("check", "--format", "json")
    assert said.exit_code == 1
    (finding,) = json.loads(said.stdout)
    assert set(finding) == {"path", "line", "column", "rule", "level", "message", "hint"}
    place = f"{finding['path']}:{finding['line']}"
    assert place == letters.at(LETTER, "facts.turnout")
    assert (finding["column"], finding["level"]) == (4, "error")


def test_recipients_for_another_program(letters: Letters) -> None:
    """`list recipients --format json` gives a list of objects; what more they say is beside these
    keys, and takes none of them away."""
    said = letters.run("list", "recipients", "--format", "json")
    assert said.exit_code == 0
    (canada,) = (record for record in json.loads(said.stdout) if record["id"] == "ca")
    assert set(canada) >= {
        *("id", "kind", "role", "name", "in_text", "country", "languages", "source", "as_of"),
        "checked",
    }
    assert canada["kind"] == "parliament"
    assert canada["in_text"] == "the Parliament of Canada"
    assert canada["country"] == "CA"


def test_a_new_workspace_renders(letters: Letters) -> None:
    """What `init` writes is sound, and renders at once."""
    assert letters.run("init", "fresh").exit_code == 0
    done = letters.run("render", "--workspace", "fresh", "--to", "html")
    assert (done.exit_code, done.stderr) == (0, "")
    assert [name for name in written(letters, "fresh/output") if name.endswith(".html")]
    assert letters.run("init", "fresh").exit_code != 0


def test_quiet(letters: Letters) -> None:
    """`--quiet` says nothing of what went well."""
    letters.letter()
    said = letters.render("--to", "html", "--quiet")
    assert (said.stdout, said.stderr) == ("", "")


def test_same_bytes(letters: Letters) -> None:
    """Rendered twice, the files are the same."""
    letters.letter()
    letters.render("--output", "one")
    letters.render("--output", "two")
    assert read_file_tree(letters.root / "one") == read_file_tree(letters.root / "two")


@pytest.mark.parametrize(
    ("epoch", "created"),
    [(None, "20240501"), ("1717243200", "20240601")],
    ids=["the-letters-date", "SOURCE_DATE_EPOCH"],
)
def test_moment_of_creation(
    letters: Letters, monkeypatch: pytest.MonkeyPatch, epoch: str | None, created: str
) -> None:
    """The PDF was made on the letter's day, or at the moment that the environment says."""
    letters.letter()
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    metadata = pypdf.PdfReader(letters.pdf()).metadata
    assert metadata is not None
    assert str(metadata["/CreationDate"]).removeprefix("D:")[:8] == created


def test_metadata(letters: Letters) -> None:
    """The PDF has its title, its sender and its language."""
    letters.letter()
    reader = pypdf.PdfReader(letters.pdf())
    assert reader.metadata is not None
    assert reader.metadata.title == "Letter on the dam"
    assert reader.metadata.author == "Vallora Water Forum"
    assert str(reader.root_object["/Lang"]) == "en"


def test_picture(letters: Letters) -> None:
    """A picture of the workspace is in the page and in the PDF, with its description."""
    letters.write({"templates/campaigns/spring/map.svg": PICTURE})
    letters.letter("Here it is.\n\n![A map of Tane](map.svg)")
    page = letters.page()
    assert 'alt="A map of Tane"' in page
    assert "file:" not in page
    assert str(letters.root) not in page
    assert letters.pdf().is_file()


def test_no_path_of_this_machine(letters: Letters) -> None:
    """Nothing written says where the workspace stands."""
    letters.letter()
    letters.render()
    root = str(letters.root).encode()
    assert [
        n for n, content in read_file_tree(letters.root / "output").items() if root in content
    ] == []


def test_check_of_a_sound_letter(letters: Letters) -> None:
    """Check finds nothing, writes nothing and ends well."""
    letters.letter()
    said = letters.run("check", "spring")
    assert (said.exit_code, said.stdout) == (0, "")
    assert not (letters.root / "output").exists()


def test_as_a_module(letters: Letters) -> None:
    """`python -m undersigned` is the command."""
    letters.letter()
    done = subprocess.run(
        [sys.executable, "-m", "undersigned", "render", "--to", "html"],
        check=False,
        cwd=letters.root,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "output/spring/letter.html\n", "")


def test_from_a_folder_below(letters: Letters, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workspace is found from within; messages name paths from where the user stands."""
    letters.letter("On {{ facts.turnout }}.")
    monkeypatch.chdir(letters.root / "templates" / "campaigns")
    said = letters.run("check")
    assert said.exit_code == 1
    assert ["templates/campaigns/spring/letter.md" in f for f in said.findings] == [True]
