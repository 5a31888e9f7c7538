"""`undersigned render --each`: one letter to each recipient, or to some, or only told."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import LETTER
from tests.support.tree import build_file_tree, read_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

SOURCE = "templates/campaigns/spring/letter.md"
FRENCH = "---\ntitle: Lettre sur le barrage\n---\nNous écrivons au sujet du barrage.\n"
USAGE = """\
Usage: undersigned render [OPTIONS] [CAMPAIGN[/DOCUMENT]]...
Try 'undersigned render --help' for help.

Error: """


@pytest.fixture
def bilingual(workspace: Path) -> Path:
    """The workspace with the letter in French too, which the first recipient reads."""
    return build_file_tree(workspace, {"templates/campaigns/spring/letter.fr.md": FRENCH})


def write_list(root: Path, *entries: str) -> None:
    """The letter's recipients, the first of them on line 2."""
    lines = "".join(f"  - {entry}\n" for entry in entries)
    build_file_tree(root, {"recipients/two.yaml": f"recipients:\n{lines}"})


def written(root: Path) -> list[str]:
    return [name for name in read_file_tree(root) if name.startswith("output/")]


def test_each_recipient_gets_the_language_they_read(
    run: Callable[..., Said], bilingual: Path
) -> None:
    """Whoever reads the translation gets it, everybody else the default language; and nothing
    but the individual edition is written."""
    said = run("render", "--each", "--to", "html")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "output/spring/letter/vallora.html",
        "output/spring/letter/brook.html",
    ]
    assert written(bilingual) == sorted(said.out.splitlines())
    letters = {
        name: (bilingual / f"output/spring/letter/{name}.html").read_text("utf-8")
        for name in ("vallora", "brook")
    }
    assert ["Nous écrivons" in letters["vallora"], "We, the" in letters["vallora"]] == [True, False]
    assert ["Nous écrivons" in letters["brook"], "We, the" in letters["brook"]] == [False, True]
    assert ['lang="fr"' in letters["vallora"], 'lang="en"' in letters["brook"]] == [True, True]
    assert ["Brook" in letters["vallora"], "Vallora," in letters["brook"]] == [False, False]


def test_letters_of_before_are_named(run: Callable[..., Said], workspace: Path) -> None:
    """Whoever left the list keeps a letter in the folder, which is told and not taken away; a
    rendering for some alone says nothing of the others."""
    write_list(workspace, "{id: brook, name: The Diet of Brook}", "{id: reed, name: Reed Board}")
    assert run("render", "--each", "--to", "html").err == ""
    assert run("render", "--each", "--to", "html", "--only", "reed").err == ""
    write_list(workspace, "{id: reed, name: Reed Board}")
    said = run("render", "--each", "--to", "html")
    assert (said.code, said.out, said.err) == (
        0,
        "output/spring/letter/reed.html\n",
        "from an earlier rendering, to nobody in this list: output/spring/letter/brook.html\n",
    )
    assert written(workspace) == [
        "output/spring/letter/brook.html",
        "output/spring/letter/reed.html",
    ]


@pytest.mark.parametrize(
    ("reads", "languages"),
    [
        ("en", "en"),
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("es", "en"),
    ],
)
def test_a_variant_is_read_by_whoever_reads_the_language(
    run: Callable[..., Said], bilingual: Path, reads: str, languages: str
) -> None:
    """A reader of Canadian French gets the French letter, a reader of neither the default."""
    write_list(bilingual, f"{{id: brook, name: The Diet of Brook, language: {reads}}}")
    said = run("render", "spring/letter", "--each", "--dry-run", "--format", "json")
    assert [row["language"] for row in json.loads(said.out)] == [languages]


def test_one_language_alone(run: Callable[..., Said], bilingual: Path) -> None:
    """`--lang` is what everybody gets, whatever they read."""
    said = run("render", "--each", "--lang", "en", "--dry-run", "--format", "json")
    assert [row["language"] for row in json.loads(said.out)] == ["en", "en"]
    assert written(bilingual) == []


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--only", "brook"], ["brook"]),
        (["--only", "brook,vallora"], ["vallora", "brook"]),
        (["--only", "brook", "--only", "vallora"], ["vallora", "brook"]),
        (["--limit", "1"], ["vallora"]),
        (["--limit", "9"], ["vallora", "brook"]),
        (["--only", "brook", "--limit", "1"], ["brook"]),
        (["--only", "brook,vallora", "--limit", "1"], ["vallora"]),
    ],
)
def test_some_of_the_recipients(
    run: Callable[..., Said], workspace: Path, options: list[str], expected: list[str]
) -> None:
    """In the order of the list; whoever is not meant gets no file."""
    said = run("render", "--each", "--to", "html", *options)
    files = [f"output/spring/letter/{id_}.html" for id_ in expected]
    assert (said.code, said.out.splitlines(), said.err) == (0, files, "")
    assert written(workspace) == sorted(files)


@pytest.mark.parametrize("options", [[], ["--dry-run"], ["--to", "html", "--limit", "1"]])
def test_an_unknown_recipient_is_refused(
    run: Callable[..., Said], workspace: Path, options: list[str]
) -> None:
    """An id that none of the letters goes to stops them all, and the nearest is named."""
    before = read_file_tree(workspace)
    said = run("render", "spring/letter", "--each", "--only", "vallora,brok", *options)
    assert (said.code, said.out) == (1, "")
    assert said.err == 'undersigned: unknown recipient "brok" (did you mean "brook"?)\n'
    said = run("render", "spring/letter", "--each", "--only", "zzz", *options)
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f'undersigned: unknown recipient "zzz" (looked in the recipients of {SOURCE})\n'
    )
    assert read_file_tree(workspace) == before


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--only", "brook"], "--only goes with --each: the open edition is one letter"),
        (["--limit", "1"], "--limit goes with --each: the open edition is one letter"),
        (["--each", "--limit", "0"], "Invalid value for '--limit': 0 is not in the range x>=1."),
        (
            ["--each", "--dry-run", "--open"],
            "--dry-run makes nothing that could be watched or opened",
        ),
        (
            ["--each", "--dry-run", "--watch"],
            "--dry-run makes nothing that could be watched or opened",
        ),
        (["--each", "--format", "json"], "--format goes with --dry-run"),
    ],
)
def test_options_that_say_nothing_together_are_refused(
    run: Callable[..., Said], workspace: Path, options: list[str], expected: str
) -> None:
    """A wish that would be passed over in silence is a wrong command."""
    before = read_file_tree(workspace)
    said = run("render", "spring/letter", *options)
    assert (said.code, said.out, said.err) == (2, "", f"{USAGE}{expected}\n")
    assert read_file_tree(workspace) == before


def test_a_document_without_recipients_makes_no_letter(
    run: Callable[..., Said], workspace: Path
) -> None:
    """Alone it is a wrong command; beside one that has recipients it is passed over."""
    said = run("render", "spring/statement", "--each")
    told = "none of these documents has recipients: --each makes no letter"
    assert (said.code, said.out, said.err) == (2, "", f"{USAGE}{told}\n")
    said = run("render", "spring", "--each", "--to", "html")
    assert (said.code, said.err) == (0, "")
    assert written(workspace) == sorted(said.out.splitlines())


def test_a_dry_run_shows_a_table(run: Callable[..., Said], bilingual: Path) -> None:
    """A line for each letter: who, in which language, greeted how, and the file; none is made."""
    before = read_file_tree(bilingual)
    said = run("render", "--each", "--to", "html", "--dry-run")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "RECIPIENT  NAME                     LANGUAGE  SALUTATION          FILES\n"
        "vallora    The Assembly of Vallora  fr        Madame, Monsieur,   "
        "output/spring/letter/vallora.html\n"
        "brook      The Diet of Brook        en        Dear Sir or Madam,  "
        "output/spring/letter/brook.html\n"
    )
    assert read_file_tree(bilingual) == before


def test_a_dry_run_of_the_open_edition(run: Callable[..., Said], bilingual: Path) -> None:
    """A line for each language of the letter, with how many it names."""
    before = read_file_tree(bilingual)
    said = run("render", "spring/letter", "--to", "html", "--dry-run")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "RECIPIENT   NAME                   LANGUAGE  SALUTATION                                 "
        "FILES\n"
        "2 together  Letter on the dam      en        Honourable Members,                        "
        "output/spring/letter.html\n"
        "2 together  Lettre sur le barrage  fr        Mesdames et Messieurs les Parlementaires,  "
        "output/spring/letter.fr.html\n"
    )
    assert read_file_tree(bilingual) == before


_ADDRESSED = (
    "{id: tesk, name: Ona Tesk, office: Chair, institution: River Board, salutation: 'Dear Chair,',"
    " address: [1 Square, Port Selin]}"
)


def test_a_dry_run_for_a_spreadsheet(run: Callable[..., Said], workspace: Path) -> None:
    """CSV says all, with what stands in a cell of several lines after commas."""
    write_list(workspace, _ADDRESSED)
    before = read_file_tree(workspace)
    said = run("render", "spring/letter", "--each", "--dry-run", "--format", "csv")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "document,recipient,name,address,language,salutation,close,copies,files\n"
        'spring/letter,tesk,Ona Tesk,"Chair, River Board, 1 Square, Port Selin",en,"Dear Chair,",'
        '"Yours faithfully,",,"output/spring/letter/tesk.html, output/spring/letter/tesk.pdf"\n'
    )
    assert read_file_tree(workspace) == before


def test_a_dry_run_for_a_program(run: Callable[..., Said], workspace: Path) -> None:
    """JSON says all, with lists as lists, and the folder that was asked for."""
    write_list(workspace, _ADDRESSED)
    build_file_tree(
        workspace, {SOURCE: LETTER.replace("signatories: s", "cc: [ohchr]\nsignatories: s")}
    )
    before = read_file_tree(workspace)
    options = ("--each", "--dry-run", "--format", "json", "--to", "pdf", "--output", "stick")
    said = run("render", "spring/letter", *options)
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == [
        {
            "document": "spring/letter",
            "recipient": "tesk",
            "name": "Ona Tesk",
            "address": ["Chair", "River Board", "1 Square", "Port Selin"],
            "language": "en",
            "salutation": "Dear Chair,",
            "close": "Yours faithfully,",
            "copies": ["ohchr"],
            "files": ["stick/spring/letter/tesk.pdf"],
        }
    ]
    assert read_file_tree(workspace) == before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vallora", "vallora"),
        ("a/b", "a-b"),
        ("a b", "a:b"),
        ("\N{LATIN SMALL LETTER E WITH ACUTE}", "e\N{COMBINING ACUTE ACCENT}"),
        ("..", "/"),
    ],
    ids=["case", "a slash", "signs", "composed letters", "nothing is left"],
)
def test_two_letters_to_one_file_are_refused(
    run: Callable[..., Said], workspace: Path, first: str, second: str
) -> None:
    """Before anything is written, at the second of the two, with and without a dry run."""
    write_list(
        workspace,
        f"{{id: '{first}', name: One}}",
        f"{{id: '{second}', name: Other}}",
        "{id: third, name: Third}",
    )
    before = read_file_tree(workspace)
    for options in ([], ["--dry-run"]):
        said = run("render", "spring/letter", "--each", *options)
        assert (said.code, said.out) == (1, "")
        assert said.err == (
            f'recipients/two.yaml:3:5: "{second}" and "{first}" would be written to the same file '
            "[same-file-name]\n    give one of them another id\n"
        )
    assert read_file_tree(workspace) == before


@pytest.mark.parametrize(
    ("id_", "file"),
    [
        ("../../x", "x"),
        ("/etc/passwd", "etc-passwd"),
        ("..", "unnamed"),
        ("C:\\letters\\x", "C-letters-x"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("x" * 300, f"{'x' * 187}-0d4e2ca9e9cb"),
        ("شخص", "شخص"),
        ("\N{RIGHT-TO-LEFT MARK}fdp.x", "fdp.x"),
        ("x\ty", "x-y"),
    ],
    ids=["up", "root", "dots", "drive", "hidden", "option", "300", "Arabic", "mark", "tab"],
)
def test_a_letter_never_leaves_the_folder_of_the_output(
    run: Callable[..., Said], workspace: Path, id_: str, file: str
) -> None:
    """Whatever a recipient is called, the file is beside the others and has a plain name."""
    write_list(workspace, f"{{id: {json.dumps(id_, ensure_ascii=False)}, name: One}}")
    before = read_file_tree(workspace.parent)
    said = run("render", "spring/letter", "--each", "--to", "html")
    name = f"output/spring/letter/{file}.html"
    assert (said.code, said.out, said.err) == (0, f"{name}\n", "")
    added = set(read_file_tree(workspace.parent)) - set(before)
    assert {path for path in added if "/.history/" not in path} == {f"ws/{name}"}
    assert len(PurePosixPath(name).name.encode()) < 255


def test_two_long_names_that_begin_alike_are_two_files(
    run: Callable[..., Said], workspace: Path
) -> None:
    """What is cut off still tells them apart."""
    write_list(workspace, *(f"{{id: {'x' * 299}{end}, name: {end}}}" for end in "yz"))
    said = run("render", "spring/letter", "--each", "--to", "html")
    assert (said.code, said.err) == (0, "")
    assert len(set(said.out.splitlines())) == 2
    assert written(workspace) == sorted(said.out.splitlines())


@pytest.mark.parametrize("id_", ["", "   "])
def test_an_empty_name_is_told(run: Callable[..., Said], workspace: Path, id_: str) -> None:
    """A recipient whose id is there and empty is an error; without the key it is the name's."""
    write_list(workspace, f"{{id: '{id_}', name: One}}")
    said = run("render", "spring/letter", "--each", "--to", "html")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        'recipients/two.yaml:2:10: "id" is empty [value]\n    fill it in, or take the line out\n'
    )
    assert written(workspace) == []


def test_a_table_may_leave_the_id_open(run: Callable[..., Said], workspace: Path) -> None:
    """The file is called after the recipient."""
    (workspace / "recipients/two.yaml").unlink()
    table = "id,name\n,The River Board\n,شخص\n,!\n"
    build_file_tree(workspace, {"recipients/two.csv": table.encode()})
    said = run("render", "spring/letter", "--each", "--to", "html")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "output/spring/letter/the-river-board.html",
        "output/spring/letter/شخص.html",
        "output/spring/letter/recipient.html",
    ]


def test_a_recipient_without_a_word_that_the_text_uses_is_told(
    run: Callable[..., Said], workspace: Path
) -> None:
    """Both places are named, the document's and the recipient's, for all of them at once and
    before the first letter is made; the others alone can be rendered."""
    text = LETTER + "Dear {{ recipient.family }}, and all at {{ recipient.institution }}.\n"
    build_file_tree(workspace, {SOURCE: text})
    write_list(
        workspace,
        "{id: tesk, name: Ona Tesk, family: Tesk, institution: River Board}",
        "{id: brook, name: The Diet of Brook, institution: Brook}",
        "{id: bay, name: Ilva Marrin, family: Marrin}",
    )
    before = read_file_tree(workspace)
    expected = (
        f'{SOURCE}:9:6: {{{{ recipient.family }}}}: recipient has no "family" [expression]\n'
        '    "The Diet of Brook" is named at recipients/two.yaml:3:5\n'
        f'{SOURCE}:9:41: {{{{ recipient.institution }}}}: recipient has no "institution" '
        "[expression]\n"
        '    "Ilva Marrin" is named at recipients/two.yaml:4:5\n'
    )
    for options in (["--to", "html"], ["--dry-run"]):
        said = run("render", "spring/letter", "--each", *options)
        assert (said.code, said.out, said.err) == (1, "", expected)
    assert read_file_tree(workspace) == before
    said = run("render", "spring/letter", "--each", "--to", "html", "--only", "tesk")
    assert (said.code, said.out, said.err) == (0, "output/spring/letter/tesk.html\n", "")
