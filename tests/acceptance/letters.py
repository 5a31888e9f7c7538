"""A workspace of an invented coalition in an invented country, in which each test writes a letter.

Everything goes through the command, in this process: a letter is written as its author would write
it, and what is looked at is what the author would see.
"""

from __future__ import annotations

import io
import re
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdf

from tests.acceptance.words import html_words, words
from tests.support.pdf import pdf_text
from tests.support.tree import read_file_tree
from undersigned.cli import main

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest

__all__ = ["BLOCKS", "CAMPAIGN", "DIRECTORY", "LETTER", "PICTURE", "Letters", "Said", "spoken_of"]

LETTER = "templates/campaigns/spring/letter.md"
CAMPAIGN = "templates/campaigns/spring/campaign.yaml"
BLOCKS = "templates/blocks"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
DIRECTORY = "signatories/directory.csv"

_FRONT = {
    "kind": "open-letter",
    "title": "Letter on the dam",
    "date": "2024-05-01",
    "status": "final",
    "recipients": "[{parliament: ca}]",
}
_FILES = {
    "undersigned.toml": 'organisation = "Vallora Water Forum"\nlanguage = "en"\n',
    CAMPAIGN: "title: Spring\nlanguages: [en]\n",
    DIRECTORY: (
        "id,name,acronym,kind,country,ecosoc\n"
        "rwv,River Watch Vallora,RWV,,FR,special\n"
        "lantern,Lantern Press Union,,,CA,\n"
        "obc,Open Ballot Circle,OBC,,JP,general\n"
        "brook,Ada Brook,,individual,CA,\n"
    ),
}


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def findings(self) -> list[str]:
        """What was found, each with its hint, which stands on a line of its own, behind it."""
        said = (self.stdout + self.stderr).replace("\n    ", " | ")
        return [line for line in said.splitlines() if re.search(r" \[[\w-]+\]( \| |$)", line)]


class Letters:
    """The workspace, the command in it, and what the command wrote."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        root.mkdir()
        monkeypatch.chdir(root)
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        self.write(_FILES)

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files by their path in the workspace."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path.write_text(content, encoding="utf-8")

    def letter(self, body: str = "The dam is unsafe.", front: str = "", path: str = LETTER) -> None:
        """Write a letter; `front` is YAML that adds to the usual front matter or replaces it."""
        given = set(re.findall(r"^(\w+):", front, flags=re.MULTILINE))
        usual = "".join(f"{key}: {value}\n" for key, value in _FRONT.items() if key not in given)
        self.write({path: f"---\n{usual}{front.strip()}\n---\n{body}\n"})

    def facts(self, text: str) -> None:
        """Write the campaign's facts."""
        indented = "".join(f"  {line}\n" for line in text.splitlines())
        self.write({CAMPAIGN: f"title: Spring\nlanguages: [en]\nfacts:\n{indented}"})

    def block(self, name: str, body: str, parameters: str = "", language: str = "") -> None:
        """Write a text block; `parameters` is YAML, a line each."""
        front = f"title: {name}\n"
        if parameters:
            front += "parameters:\n" + "".join(f"  {line}\n" for line in parameters.splitlines())
        suffix = f".{language}" if language else ""
        self.write({f"{BLOCKS}/{name}{suffix}.md": f"---\n{front}---\n{body}\n"})

    def roster(self, rows: str, header: str = "id,name,acronym,kind,country,status") -> None:
        """Write the roster `signers`."""
        self.write({"signatories/signers.csv": f"{header}\n{rows.strip()}\n"})

    def at(self, path: str, needle: str) -> str:
        """Where the words stand, as a message names the place: path:line."""
        lines = (self.root / path).read_text(encoding="utf-8").splitlines()
        (line,) = (number for number, text in enumerate(lines, 1) if needle in text)
        return f"{path}:{line}"

    def run(self, *arguments: str) -> Said:
        """Give the command, and see how it ends; a traceback never reaches a user."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            exit_code = main(arguments)
        said = Said(exit_code, out.getvalue(), err.getvalue())
        assert exit_code != 70, said.stderr
        assert "Traceback" not in said.stdout + said.stderr
        return said

    def render(self, *options: str) -> Said:
        """Render the campaign; it ends well and complains of nothing."""
        said = self.run("render", "spring", *options)
        assert (said.exit_code, said.stderr) == (0, ""), said
        return said

    def page(self, name: str = "letter") -> str:
        """The source of a rendered page."""
        self.render("--to", "html")
        return (self.root / f"output/spring/{name}.html").read_text(encoding="utf-8")

    def text(self, name: str = "letter") -> str:
        """The words of a rendered page's article, one space apart."""
        return " ".join(html_words(self.page(name)))

    def pdf(self, name: str = "letter") -> Path:
        """The path of a rendered PDF file."""
        self.render("--to", "pdf")
        return self.root / f"output/spring/{name}.pdf"

    def pdf_text(self, name: str = "letter") -> str:
        """The words of a rendered PDF file, one space apart."""
        return " ".join(words(pdf_text(self.pdf(name))))

    def pdf_pages(self, name: str = "letter") -> list[str]:
        """The words of each page of a rendered PDF file."""
        return pdf_text(self.pdf(name)).removesuffix("\f").split("\f")

    def refused(self, *options: str) -> Said:
        """Render the campaign; it is refused, and nothing is written."""
        before = read_file_tree(self.root)
        said = self.run("render", "spring", "--to", "html", *options)
        assert said.exit_code == 1, said
        assert read_file_tree(self.root) == before
        return said

    def refuses(self, place: str, *says: str) -> None:
        """Render and check: both name the place, in a line that says all of this, and only it."""
        findings = self.refused().findings
        said = [line for line in findings if re.match(re.escape(place) + r"\b", line)]
        assert said, f"nothing is said at {place}: {findings}"
        assert all(any(words in line for line in said) for words in says), said
        assert len(findings) == 1, findings
        self._checks(findings)

    def refuses_with(self, said: str, hint: str) -> None:
        """Render and check: both tell this one finding, hint and all."""
        finding = f"{said} | {hint}" if hint else said
        assert self.refused().findings == [finding]
        self._checks([finding])

    def _checks(self, findings: list[str]) -> None:
        checked = self.run("check", "spring")
        assert checked.exit_code == 1
        assert checked.findings == findings


def spoken_of(path: Path) -> str:
    """All that is in a PDF file: words, metadata, bookmarks, tags and every decompressed stream."""
    reader = pypdf.PdfReader(path)
    parts = [pdf_text(path), path.read_bytes().decode("latin-1")]
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        thing = reader.get_object(number)
        parts.append(repr(thing))
        if isinstance(thing, pypdf.generic.StreamObject):
            data = thing.get_data()
            parts += [data.decode("latin-1"), data.decode("utf-16-be", "ignore")]
    return "\n".join(parts)
