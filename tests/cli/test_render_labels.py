"""`undersigned render --to labels`: one sheet for a document, and what is said on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.pdf import pdf_info, pdf_page_count, pdf_text
from tests.support.tree import build_file_tree, read_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

SHEET = "output/spring/letter.labels.pdf"
NAMES = (
    "avery-5160, avery-5163, avery-l7159, avery-l7160, avery-l7163, avery-l7173, envelope-c5, "
    "envelope-c6-5, envelope-dl, envelope-us-10, herma-4464"
)
USAGE = (
    "Usage: undersigned render [OPTIONS] [CAMPAIGN[/DOCUMENT]]...\n"
    "Try 'undersigned render --help' for help.\n\nError: "
)


@pytest.fixture(autouse=True)
def addresses(workspace: Path) -> None:
    """Both recipients have an address, and somebody gets a copy."""
    build_file_tree(
        workspace,
        {
            "recipients/two.yaml": """
                recipients:
                  - id: vallora
                    name: The Assembly of Vallora
                    address: [1 Assembly Square, 10000 Vallora]
                    country: FR
                    language: fr
                  - {id: brook, name: The Diet of Brook, address: [Old Quay, Brook], country: LU}
            """
        },
    )
    letter = workspace / "templates/campaigns/spring/letter.md"
    text = letter.read_text("utf-8").replace(
        "recipients: two\n",
        "recipients: two\ncc: [{name: The Registry, address: [3 Mill Lane], country: LU}]\n",
    )
    letter.write_text(text, encoding="utf-8")


def written(root: Path) -> list[str]:
    return [name for name in read_file_tree(root) if name.startswith("output/")]


def labels(path: Path) -> list[list[str]]:
    return [block.split("\n") for block in pdf_text(path).strip("\n\f").split("\n\n")]


def test_one_sheet(run: Callable[..., Said], workspace: Path) -> None:
    """Recipients in the order of their list, then those who get a copy."""
    said = run("render", "spring/letter", "--to", "labels")
    assert (said.code, said.out, said.err) == (0, f"{SHEET}\n", "")
    assert written(workspace) == [SHEET]
    assert labels(workspace / SHEET) == [
        ["The Assembly of Vallora", "1 Assembly Square", "10000 Vallora", "FRANCE"],
        ["The Diet of Brook", "Old Quay", "Brook", "LUXEMBOURG"],
        ["The Registry", "3 Mill Lane", "LUXEMBOURG"],
    ]
    info = pdf_info(workspace / SHEET)
    assert info["Title"] == "Letter on the dam · avery-l7160"
    assert info["Author"] == "Vallora Water Forum"


def test_beside_the_letters(run: Callable[..., Said], workspace: Path) -> None:
    """With `--each` the sheet is made once, and a document to nobody has none."""
    said = run("render", "--each", "--to", "html,labels")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "output/spring/letter/vallora.html",
        "output/spring/letter/brook.html",
        SHEET,
    ]
    said = run("render", "--to", "html,labels", "--output", "again")
    assert said.out.splitlines() == [
        "again/spring/letter.html",
        "again/spring/statement.html",
        "again/spring/letter.labels.pdf",
    ]


def test_the_same_bytes(run: Callable[..., Said], workspace: Path) -> None:
    """The labels of an edition are the same each time, and take nothing from other outputs."""
    run("render", "spring/letter", "--to", "pdf")
    alone = (workspace / "output/spring/letter.pdf").read_bytes()
    run("render", "spring/letter", "--to", "labels,pdf")
    first = (workspace / SHEET).read_bytes()
    assert (workspace / "output/spring/letter.pdf").read_bytes() == alone
    run("render", "spring/letter", "--to", "labels", "--output", "again")
    assert (workspace / "again/spring/letter.labels.pdf").read_bytes() == first


def test_some_alone(run: Callable[..., Said], workspace: Path) -> None:
    """With `--only` and `--limit` the sheet has those recipients, and no copies."""
    run("render", "spring/letter", "--each", "--only", "brook", "--to", "labels")
    assert labels(workspace / SHEET) == [["The Diet of Brook", "Old Quay", "Brook", "LUXEMBOURG"]]
    run("render", "spring/letter", "--each", "--limit", "1", "--to", "labels")
    assert [lines[0] for lines in labels(workspace / SHEET)] == ["The Assembly of Vallora"]
    said = run("render", "spring/letter", "--each", "--only", "broke", "--to", "labels")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith('undersigned: unknown recipient "broke" (did you mean "brook"?)')


def test_each_address_in_the_language_of_its_letter(
    run: Callable[..., Said], workspace: Path
) -> None:
    """The open edition has one sheet, in the document's language or in those asked for; the
    individual edition has one with a language for each."""
    (workspace / "templates/campaigns/spring/letter.fr.md").write_text(
        "---\ntitle: Lettre\n---\nLe barrage.\n", encoding="utf-8"
    )
    list_ = workspace / "recipients/two.yaml"
    list_.write_text(list_.read_text("utf-8").replace("country: FR", "country: CH"), "utf-8")
    french = "output/spring/letter.fr.labels.pdf"
    said = run("render", "spring/letter", "--to", "html,labels")
    assert said.out.splitlines() == [
        "output/spring/letter.html", "output/spring/letter.fr.html", SHEET,
    ]  # fmt: skip
    assert labels(workspace / SHEET)[0][-1] == "SWITZERLAND"
    said = run("render", "spring/letter", "--to", "labels", "--lang", "en,fr")
    assert said.out.splitlines() == [SHEET, french]
    assert labels(workspace / SHEET)[0][-1] == "SWITZERLAND"
    assert labels(workspace / french)[0][-1] == "SUISSE"
    assert pdf_info(workspace / french)["Title"] == "Lettre · avery-l7160"
    said = run("render", "spring/letter", "--each", "--to", "labels")
    assert said.out.splitlines() == [SHEET]
    assert labels(workspace / SHEET)[0][-1] == "SUISSE"


def test_formats(run: Callable[..., Said], workspace: Path) -> None:
    """`--label-format` comes before `label_format` of the settings."""
    settings = workspace / "undersigned.toml"
    settings.write_text(settings.read_text("utf-8") + 'label_format = "avery-5160"\n', "utf-8")
    run("render", "spring/letter", "--to", "labels")
    assert pdf_info(workspace / SHEET)["Page size"] == "612 x 792 pts (letter)"
    run("render", "spring/letter", "--to", "labels", "--label-format", "DL")
    assert pdf_page_count(workspace / SHEET) == 3
    assert pdf_info(workspace / SHEET)["Page size"] == "623.622 x 311.811 pts"


def test_a_sheet_that_was_begun(run: Callable[..., Said], workspace: Path) -> None:
    """`--start` leaves out the labels that are gone; 20 of 21 leave room for two."""
    said = run("render", "spring/letter", "--to", "labels", "--start", "20")
    assert (said.code, said.err) == (0, "")
    assert pdf_page_count(workspace / SHEET) == 2
    assert "The Registry" in pdf_text(workspace / SHEET, page=2)


def test_an_unknown_format(run: Callable[..., Said], workspace: Path) -> None:
    """The nearest and all others are named, and nothing is written."""
    said = run("render", "--to", "labels", "--label-format", "avry-l7160")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        'undersigned: unknown label format "avry-l7160" '
        f'(did you mean "avery-l7160"? there are {NAMES})\n'
    )
    assert written(workspace) == []


def test_no_address_is_a_warning(run: Callable[..., Said], workspace: Path) -> None:
    """Who has no address is told with file and line; the others have their labels."""
    list_ = workspace / "recipients/two.yaml"
    text = list_.read_text("utf-8").replace(", address: [Old Quay, Brook], country: LU", "")
    list_.write_text(text, encoding="utf-8")
    said = run("render", "spring/letter", "--to", "labels")
    assert (said.code, said.out) == (0, f"{SHEET}\n")
    assert said.err == (
        'recipients/two.yaml:7:5: warning: "The Diet of Brook" has no postal address '
        "[no-postal-address]\n    write address: for it in the list\n"
    )
    assert [lines[0] for lines in labels(workspace / SHEET)] == [
        "The Assembly of Vallora", "The Registry",
    ]  # fmt: skip


def test_no_country_is_a_warning(run: Callable[..., Said], workspace: Path) -> None:
    """Who has an address without a country is told once, and has a label all the same."""
    list_ = workspace / "recipients/two.yaml"
    list_.write_text(list_.read_text("utf-8").replace(", country: LU", ""), "utf-8")
    (workspace / "templates/campaigns/spring/letter.fr.md").write_text(
        "---\ntitle: Lettre\n---\nLe barrage.\n", encoding="utf-8"
    )
    said = run("render", "spring/letter", "--to", "labels", "--lang", "en,fr")
    assert (said.code, said.err) == (
        0,
        (
            'recipients/two.yaml:7:5: warning: the address of "The Diet of Brook" is without a '
            "country [no-country]\n"
            "    write country: for it in the list, as a code of ISO 3166 such as NZ\n"
        ),
    )
    assert labels(workspace / SHEET)[1] == ["The Diet of Brook", "Old Quay", "Brook"]


def test_many_labels_are_several_files(
    run: Callable[..., Said], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file has as many whole pages as the layout has memory for; the next goes on."""
    monkeypatch.setattr("undersigned.compose.labels.MOST", 5)
    rows = "".join(f"P{number},Old Quay,LU\n" for number in range(1, 11))
    (workspace / "recipients/two.yaml").unlink()
    build_file_tree(workspace, {"recipients/two.csv": f"name,address,country\n{rows}"})
    said = run("render", "spring/letter", "--to", "labels", "--label-format", "envelope-dl")
    files = [SHEET, *(f"output/spring/letter.labels-{part}.pdf" for part in (2, 3))]
    assert (said.code, said.out.splitlines(), said.err) == (0, files, "")
    first = [[words[0].strip("\f") for words in labels(workspace / file)] for file in files]
    assert first == [
        ["P1", "P2", "P3", "P4", "P5"], ["P6", "P7", "P8", "P9", "P10"], ["The Registry"],
    ]  # fmt: skip
    assert [pdf_info(workspace / file)["Title"] for file in files] == [
        f"Letter on the dam · envelope-dl · {part}/3" for part in (1, 2, 3)
    ]


def test_nobody_has_an_address(run: Callable[..., Said], workspace: Path) -> None:
    """Without a single label it is an error, and nothing is written, not even the letter."""
    (workspace / "recipients/two.yaml").write_text("recipients: [{name: A}]\n", "utf-8")
    letter = workspace / "templates/campaigns/spring/letter.md"
    letter.write_text(
        letter.read_text("utf-8").replace(", address: [3 Mill Lane], country: LU", ""), "utf-8"
    )
    said = run("render", "spring/letter", "--to", "labels,html")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        'recipients/two.yaml:1:14: warning: "A" has no postal address [no-postal-address]\n'
        "    write address: for it in the list\n"
        "templates/campaigns/spring/letter.md:1:1: nobody whom this document goes to has a postal "
        "address, so there is no label [no-postal-address]\n"
        "    write address: and country: for each; or leave labels out of --to\n"
        'templates/campaigns/spring/letter.md:6:6: warning: "The Registry" has no postal address '
        "[no-postal-address]\n    write address: for it in the list\n"
    )
    assert written(workspace) == []


def test_an_address_that_no_size_makes_fit(run: Callable[..., Said], workspace: Path) -> None:
    """It is told and not cut off; the letter, another file, is written."""
    lines = ", ".join(f"Line {number} of the address" for number in range(1, 13))
    list_ = workspace / "recipients/two.yaml"
    list_.write_text(list_.read_text("utf-8").replace("Old Quay, Brook", lines), "utf-8")
    said = run("render", "spring/letter", "--to", "labels,html")
    assert (said.code, said.out) == (1, "output/spring/letter.html\n")
    assert said.err == (
        'recipients/two.yaml:7:5: the address of "The Diet of Brook" does not fit on a label of '
        "avery-l7160, not even in 7 pt [label-too-small]\n"
        "    take larger labels with --label-format, or write a shorter address: in the list\n"
    )
    said = run("render", "spring/letter", "--to", "labels", "--label-format", "avery-l7173")
    assert (said.code, said.err) == (0, "")
    assert "Line 12 of the address" in pdf_text(workspace / SHEET)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("spring/statement", "--to", "labels"),
            "none of these documents has recipients: there are no labels",
        ),
        (("--label-format", "dl"), "--label-format goes with --to labels"),
        (("--start", "2", "--to", "pdf"), "--start goes with --to labels"),
        (("--to", "labels", "--start", "22"), "--start 22: a page of avery-l7160 has 21 labels"),
        (
            ("--to", "labels", "--start", "2", "--label-format", "dl"),
            "--start 2: a page of envelope-dl has one label",
        ),
    ],
)
def test_wrong_usage(run: Callable[..., Said], options: tuple[str, ...], message: str) -> None:
    """Options that say nothing together, and a sheet that has no such label."""
    said = run("render", *options)
    assert (said.code, said.out, said.err) == (2, "", f"{USAGE}{message}\n")


def test_dry_run(run: Callable[..., Said], workspace: Path) -> None:
    """A dry run tells how many labels there would be."""
    said = run("render", "spring/letter", "--to", "labels", "--dry-run")
    assert said.out.splitlines()[1].startswith("3 labels   Letter on the dam · avery-l7160")
    assert said.out.splitlines()[1].endswith(SHEET)
    assert written(workspace) == []
