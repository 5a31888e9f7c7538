"""`undersigned render --line-numbers`: a PDF of its own, for going through a draft together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.pdf import pdf_words
from tests.support.tree import read_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said


def written(root: Path) -> list[str]:
    return [name for name in read_file_tree(root) if name.startswith("output/")]


def test_alone_it_makes_the_numbered_pdf(run: Callable[..., Said], workspace: Path) -> None:
    """Whoever asks for numbers gets them, and no HTML, which has no lines."""
    said = run("render", "spring/letter", "--line-numbers")

    assert (said.code, said.err) == (0, "")
    assert said.out == "output/spring/letter.numbered.pdf\n"
    assert written(workspace) == ["output/spring/letter.numbered.pdf"]
    assert "1" in pdf_words(workspace / "output/spring/letter.numbered.pdf")


def test_finished_pdf_is_left_alone(run: Callable[..., Said], workspace: Path) -> None:
    """The file with numbers stands beside the one without, whose bytes stay."""
    run("render", "spring/letter", "--to", "pdf")
    finished = (workspace / "output/spring/letter.pdf").read_bytes()

    said = run("render", "spring/letter", "--line-numbers", "--to", "html,pdf")

    assert said.out == "output/spring/letter.html\noutput/spring/letter.numbered.pdf\n"
    assert (workspace / "output/spring/letter.pdf").read_bytes() == finished
    html = (workspace / "output/spring/letter.html").read_bytes()
    run("render", "spring/letter", "--to", "html")
    assert (workspace / "output/spring/letter.html").read_bytes() == html


def test_to_each_recipient(run: Callable[..., Said], workspace: Path) -> None:
    """Individual letters are numbered each, and neither file is taken for an old letter."""
    run("render", "spring/letter", "--each", "--to", "pdf")

    said = run("render", "spring/letter", "--each", "--line-numbers")

    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "output/spring/letter/vallora.numbered.pdf",
        "output/spring/letter/brook.numbered.pdf",
    ]
    assert run("render", "spring/letter", "--each", "--to", "pdf").err == ""


def test_numbered_letter_to_nobody_is_told(run: Callable[..., Said], workspace: Path) -> None:
    """Of somebody who left the list the numbered file is named too."""
    run("render", "spring/letter", "--each", "--line-numbers")
    two = workspace / "recipients/two.yaml"
    lines = two.read_text(encoding="utf-8").splitlines()
    two.write_text("\n".join(line for line in lines if "brook" not in line), encoding="utf-8")

    said = run("render", "spring/letter", "--each", "--to", "pdf")

    assert said.err == (
        "from an earlier rendering, to nobody in this list: "
        "output/spring/letter/brook.numbered.pdf\n"
    )


def test_without_pdf_it_is_wrong_usage(run: Callable[..., Said], workspace: Path) -> None:
    """HTML has no lines that could be numbered."""
    said = run("render", "--to", "html,labels", "--line-numbers")

    assert (said.code, said.out) == (2, "")
    assert "--line-numbers goes with --to pdf: nothing else has lines" in said.err
    assert written(workspace) == []


def test_variant_is_no_output_of_its_own(run: Callable[..., Said], workspace: Path) -> None:
    """There is one way to ask for it."""
    said = run("render", "--to", "pdf_numbered")

    assert said.code == 2
    assert '"pdf_numbered" is none of html, labels, pdf' in said.err


def test_dry_run_names_the_file(run: Callable[..., Said], workspace: Path) -> None:
    """What would be written is told, and not written."""
    said = run("render", "spring/letter", "--line-numbers", "--dry-run", "--format", "json")

    assert '"output/spring/letter.numbered.pdf"' in said.out
    assert written(workspace) == []
