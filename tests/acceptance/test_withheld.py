"""Withheld names leave nothing behind, and private cells stay where they are.

Every cell that must not be told has a word of its own; after everything that the program makes and
says it is looked for, in every disguise that a file may have it in.
"""

from __future__ import annotations

import base64
import io
import re
import shutil
import zlib
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete
from ruamel.yaml import YAML

from tests.acceptance.marked import (
    AWAY,
    DIRECTORY_MARKS,
    HIDDEN,
    KHMER_NAME,
    LANGUAGES,
    PRINTED,
    PRIVATE,
    ROSTER,
    Marked,
    write_marked,
)
from tests.acceptance.words import html_words
from tests.support.disguises import drawn_characters, find_words, unwrapped
from tests.support.pdf import pdf_text
from undersigned.cli import main
from undersigned.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

NAME = "private/dam"
TOLD = (*HIDDEN, *PRIVATE)
DISGUISES: Mapping[str, Callable[[str], bytes]] = {
    "capitals": lambda word: f"<b>{word.upper()}</b>".encode(),
    "entities": lambda word: "".join(f"&#{ord(sign)};" for sign in word).encode(),
    "hexadecimal": lambda word: b"<FEFF" + word.encode("utf-16-be").hex().upper().encode() + b">",
    "utf-16": lambda word: b"\xfe\xff" + word.encode("utf-16-be"),
    "backwards": lambda word: word[::-1].encode(),
    "accents": lambda word: "\u0301".join(word).encode(),
    "base64": lambda word: b"src='data:x;base64," + base64.b64encode(f"<t>{word}</t>".encode() * 2),
    "deflated": lambda word: base64.b64encode(zlib.compress(f"{word} is hidden here".encode())),
    "percent": lambda word: "".join(f"%{byte:02x}" for byte in word.encode()).encode(),
    "escapes": lambda word: "".join(f"\\u{ord(sign):04x}" for sign in word).encode(),
    "quoted": lambda word: "".join(f"={byte:02X}" for byte in word.encode()).encode() + b"=\n",
    "octal": lambda word: "".join(f"\\{byte:03o}" for byte in word.encode()).encode(),
}
INVITATION = "output/spring/open/invitations/private-dam-line-8.eml"
WITHHELD = 4


@pytest.fixture(scope="module", autouse=True)
def _clock() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1714600000")
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Marked:
    """The workspace after everything was made of it that can be made."""
    marked = write_marked(tmp_path_factory.mktemp("marked") / "w")
    assert not find_words([_run(marked, command) for command in _MAKING], TOLD)
    return marked


@pytest.fixture
def fresh(tmp_path: Path) -> Marked:
    """The workspace as it was written."""
    return write_marked(tmp_path / "w")


SWALLOWS = b',,"X,,,,,,,,,confirmed,2024-01-02'
_WITHHELD_ROW = b"vexorbin,Zolquith Guild,"
# What may be wrong with a roster, so that nothing may be printed.
FAULTS: Mapping[str, Callable[[bytes], bytes]] = {
    "surplus-cell": lambda data: data.replace(b",Smirquand\n", b",Smirquand,Wobqlenti\n"),
    "shifted": lambda data: data.replace(b",Zolquith Guild,", b",Zolquith, Guild,"),
    "shifted-back": lambda data: data.replace(b"vexorbin,Zolquith Guild", b"Zolquith Guild"),
    "misspelt-state": lambda data: data.replace(b",withheld,2024-01-03", b",witheld,2024-01-03"),
    "no-state": lambda data: data.replace(b",withheld,2024-01-03", b",,2024-01-03"),
    "name-as-state": lambda data: data.replace(b",withheld,2024-01-03", b",Zolquith,2024-01-03"),
    "no-header": lambda data: data.partition(b"\n")[2],
    "only-withheld-rows-and-no-header": lambda data: data[data.index(_WITHHELD_ROW) :],
    "one-column": lambda data: data[data.index(b"Zolquith") :].partition(b",")[0],
    "other-delimiter": lambda data: data.replace(b",", b";", data.partition(b"\n")[0].count(b",")),
    "nameless-column": lambda data: data.replace(b",acronym,", b",,"),
    "unclosed": lambda data: data.replace(_WITHHELD_ROW, b'vexorbin,"Zolquith Guild,'),
    "unclosed-above": lambda data: data.replace(b",confirmed,2024-01-02,", b',confirmed,"2024,', 1),
    "swallowed": lambda data: data.replace(b",,,,,,,,,,,confirmed,2024-01-02", SWALLOWS).replace(
        b",Smirquand\n", b',Smirquand",,,,,,,,,confirmed,2024-01-02,,,,\n'
    ),
    "swallowed-title": lambda data: data.replace(
        b",,,,,,,,,,,confirmed,2024-01-02", b',,,,"Chief,,,,,,,confirmed,2024-01-02'
    ).replace(b",Smirquand\n", b',Smirquand",,,,,,,confirmed,2024-01-02,,,,\n'),
    "null": lambda data: data.replace(b"Zolquith", b"Zolquith\x00"),
    "turned": lambda data: data.replace(b"Zolquith", "\u202eZolquith".encode()),
    "surrogate": lambda data: data.replace(b"Zolquith", b"Zolquith\xed\xa0\x80"),
    "latin": lambda data: data.replace(b"Zolquith", b"Z\xf6lquith"),
    "utf-16": lambda data: data.decode().encode("utf-16"),
    "endless": lambda data: data.replace(b"Zolquith", b"Zolquith" + b"x" * 200_000),
    "two-states": lambda data: data + b",Zolquith Guild,,,,,,,,,,confirmed,,,,,\n",
    "two-states-by-id": lambda data: data + b"vexorbin,Other,,,,,,,,,,confirmed,,,,,\n",
    "two-states-by-entry": lambda data: data + b",Xandrelqui Alliance,,,,,,,,,,confirmed,,,,,\n",
    "two-states-by-former-name": lambda data: data + b",POMQUEXIN LEAGUE,,,,,,,,,,confirmed,,,,,\n",
    "twice-withheld": lambda data: data + b",Zolquith Guild,,,,,,,,,,withheld,,,,,\n",
    "evidence-as-day": lambda data: data.replace(b"2024-01-02,cqevidzam", b"cqevidzam,"),
    "address-as-website": lambda data: data.replace(
        b"obc,,,,,,,,", b"obc,,,,,,,,cqmailorv@a.example"
    ),
    "no-day": lambda data: data.replace(b"2024-01-03,Plaquorth", b"Plaquorth 3,"),
}
SAFE = {
    "kind": (",ZQVXKW,,", ",ZQVXKW,Yurqanol,"),
    "url": ("https://wexmarq.example", "wexmarq\tgrobzeqat"),
    "country": (",Vorquanda,", ",QX,"),
    "picture": ("logos/sturqvel.svg", "https://sturqvel.example/x.png"),
    "id": ("vexorbin,", "river gate vexorbin,"),
    "end": (",Smirquand\n", ",Smirquand"),
}
_LOOKING = (
    "check spring/open --lang en --format json", f"list signatories {NAME}",
    "signatories status", f"signatories status {NAME}", f"signatories export {NAME}",
    f"signatories history {NAME}", f"signatories history {NAME} Zolq", "signatories find river",
    f"signatories duplicates {NAME} --format json", f"signatories history {NAME} 11",
    f"signatories confirm {NAME} 11 --dry-run", f"signatories withdraw {NAME} 11 --dry-run",
    f"signatories withhold {NAME} 3 --dry-run", f"signatories confirm {NAME} 2 3 4 --dry-run",
    f"signatories open {NAME} spring/open", "render spring/open --lang en --to pdf",
)  # fmt: skip
_MAKING = (
    f"signatories open {NAME} spring/open",
    "render --to html",
    "render spring/open --to pdf --lang en,ar,km,ja",
    "render spring --to pdf --lang en",
    "render geneva --to pdf",
    "render spring/joint --line-numbers --lang en",
    "render spring/open --each --to html,pdf",
    "render spring/open --to labels",
    f"signatories invite {NAME} --answer-by 2024-06-01",
    f"signatories export {NAME} OUTPUT/partners.csv",
    f"signatories export {NAME} OUTPUT/partners.json --format json",
)


def _run(marked: Marked, command: str) -> str:
    words = command.replace("OUTPUT", str(marked.root / "output")).split()
    said = marked.run(*words)
    assert said.code == 0, said
    return said.text


class TestSearch:
    @pytest.mark.parametrize("disguise", DISGUISES)
    def test_sees_through(self, disguise: str) -> None:
        """Encodings, escapes, compression and marks hide no word."""
        for word in ("zolquith", "xandrelqui"):
            assert find_words(unwrapped(DISGUISES[disguise](word)), HIDDEN) == {word}

    def test_finds_who_is_confirmed(self, made: Marked, tmp_path: Path) -> None:
        """The same rows, confirmed, are in page and PDF with every cell that is printed; with no
        other even then."""
        marked = _copied(made, tmp_path)
        marked.change(ROSTER, (",withheld,", ",confirmed,"))
        _run(marked, "render spring/open spring/reply --lang en")
        files = marked.files("output/spring")
        found = marked.found_in(HIDDEN, [f for f in files if f.stem in ("open", "reply")])
        names = [f"output/spring/{name}" for name in ("open.html", "open.pdf", "reply.html")]
        for name in names:
            # Which letter of a Khmer syllable comes first is not what a PDF file says.
            lost = {"hulqvarst", "quibbrath", *([KHMER_NAME] if name.endswith(".pdf") else [])}
            assert set(PRINTED) - lost <= found[name], name
        assert {"hulqvarst", "quibbrath"} <= found["output/spring/reply.pdf"]
        # The drawing of a logo is in the page as it is.
        assert "grobzeqat" not in found
        assert _khmer(marked.root / "output/spring/open.pdf")
        private = ("jaxzolph", "mlqorvin", "plaquorth", "smirquand", "nixquorab", "trelqovan")
        assert not set().union(*found.values()) & set(private)


class TestOutput:
    def test_holds_no_name(self, made: Marked) -> None:
        """No file made, no file's name, no history and no stored text has a word of a withheld
        row, nor of who is invited or has withdrawn; a private cell is in none either."""
        files = made.files("output", "signatories/.history", "signatories/private/texts")
        kinds = {path.suffix for path in files}
        assert kinds >= {".html", ".pdf", ".eml", ".csv", ".json", ".jsonl"}
        found = made.found_in((*TOLD, *AWAY), files)
        # A draft to who is invited says to whom, and nobody else's name.
        assert found == {INVITATION: {"fremquoly", "invqmailo"}}

    @pytest.mark.parametrize("language", ["", ".ar", ".ja"])
    def test_draws_no_letter_of_it(self, made: Marked, language: str) -> None:
        """A font in the file has no sign of a script that a withheld name alone is in."""
        assert not _khmer(made.root / f"output/spring/open{language}.pdf")

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_says_how_many(self, made: Marked, repository: Path, language: str) -> None:
        """The number of those who cannot be named, in the letter's language."""
        ending = "" if language == "en" else f".{language}"
        for document in ("open", "joint", "reply", "press"):
            page = made.root / f"output/spring/{document}{ending}.html"
            assert _says(page, repository, language, "withheld"), page.name

    def test_says_how_many_to_each(self, made: Marked, repository: Path) -> None:
        """The individual edition says so too, and so do PDF files."""
        pages = [
            made.root / f"output/spring/open{end}" for end in ("/diet.html", "/diet.pdf", ".pdf")
        ]
        assert [_says(page, repository, "en", "withheld") for page in pages] == [True] * 3

    def test_numbers_have_no_gap(self, made: Marked) -> None:
        """Where a withheld row stands in the roster, the numbered list goes on as if it did not."""
        text = pdf_text(made.root / "output/spring/joint.pdf")
        assert [n for n in range(1, 9) if re.search(rf"^{n}\.(?=\s)", text, re.MULTILINE)] == [
            1, 2, 3,
        ]  # fmt: skip

    def test_of_withheld_ones_alone(self, fresh: Marked, repository: Path) -> None:
        """A roster that names nobody is signed by a number, in each language and edition."""
        rows = (fresh.root / ROSTER).read_text().splitlines(keepends=True)
        kept = [row for row in rows if ",withheld," in row or row.startswith("id,")]
        (fresh.root / ROSTER).write_text("".join(kept))
        said = _run(fresh, "render spring --to html") + _run(fresh, "render spring --each --to pdf")
        for language in LANGUAGES:
            ending = "" if language == "en" else f".{language}"
            page = fresh.root / f"output/spring/open{ending}.html"
            assert _says(page, repository, language, "withheld_alone"), language
        letter = fresh.root / "output/spring/open/diet.pdf"
        assert _says(letter, repository, "en", "withheld_alone")
        assert not find_words([said], TOLD)
        assert fresh.found_in(TOLD, fresh.files("output", "signatories/.history")) == {}


_READING = (
    "check", "check --format json", "check spring/open --each", "list documents",
    *(f"list signatories {NAME} --format {form}" for form in ("table", "csv", "json")),
    *(f"render --dry-run --format {form}" for form in ("table", "csv", "json")),
    "render spring --each --dry-run", "render --dry-run --to labels",
    *(f"signatories status --format {form}" for form in ("table", "csv", "json")),
    *(f"signatories status {NAME} --format {form}" for form in ("table", "csv", "json")),
    *(f"signatories history {NAME} --format {form}" for form in ("table", "csv", "json")),
    *(f"signatories history {NAME} {line}" for line in range(2, 11)),
    *(f"signatories export {NAME} --format {form}" for form in ("csv", "json")),
    *(f"signatories duplicates {NAME} --format {form}" for form in ("table", "csv", "json")),
    f"signatories invite {NAME} --answer-by 2024-06-01 --dry-run",
    f"signatories open {NAME} spring/open",
    f"signatories confirm {NAME} 3 --name-may-be-told --dry-run",
    *(f"signatories withdraw {NAME} {line} --dry-run" for line in (3, 5, 6, 7)),
    *(f"signatories withhold {NAME} {line} --dry-run" for line in (2, 3, 4, 5, 6, 7, 10)),
    *(f"signatories withhold {NAME} {row} --dry-run" for row in ("vexorbin", "drelvoqu", "XDQAWK")),
    "doctor", "schema roster", "list recipients --find zolquith",
)  # fmt: skip


class TestCommands:
    @pytest.mark.parametrize("command", _READING)
    def test_tells_no_name(self, made: Marked, command: str) -> None:
        """Nothing that a command says has a word of a withheld row, or of a private cell."""
        said = made.run(*command.split(), debug=True)
        assert find_words([said.text], TOLD) == set(), said

    @pytest.mark.parametrize(
        "typed",
        [
            "Zolquit Guilt",
            "vexorbim",
            "Orvel Jixamund",
            "Xandrelqi Aliance",
            "XDQAVK",
            "Zolq",
            "99",
        ],
    )
    @pytest.mark.parametrize("command", ["confirm", "withdraw", "withhold", "history"])
    def test_offers_no_name(self, made: Marked, command: str, typed: str) -> None:
        """Whoever mistypes a withheld name is not told the right one, nor what was typed."""
        said = made.run("signatories", command, NAME, typed, debug=True)
        assert said.code == 1
        assert find_words([said.text], (*TOLD, "zolqui", "jixamund", "xdqavk")) == set(), said

    @pytest.mark.parametrize("form", ["table", "csv", "json"])
    @pytest.mark.parametrize("text", ["xandrelqui", "pomquexin", "guild", "jixxamund", "zolquith"])
    def test_find_is_of_the_directory_alone(self, made: Marked, text: str, form: str) -> None:
        """What is found says of an entry what the directory says, and not that it signs."""
        said = made.run("signatories", "find", text, "--format", form)
        assert find_words([said.text], set(TOLD) - set(DIRECTORY_MARKS)) == set(), said
        assert not find_words([said.text], ["xandrelqui"]) or "dam" not in said.text

    def test_find_tells_nothing_of_a_second_row(self, fresh: Marked) -> None:
        """Not even where a second row has a former name of a withheld entry, and is confirmed."""
        fresh.change(ROSTER, ("obc,,", ",Pomquexin League,"))
        said = fresh.run("signatories", "find", "Pomquexin", debug=True)
        assert "XDQAWK" in said.out
        assert "dam" not in said.text

    def test_find_tells_where_others_sign(self, made: Marked) -> None:
        """Of who is confirmed it is told."""
        assert f"{NAME} (confirmed)" in made.run("signatories", "find", "rwv").out

    def test_the_directory_does_not_say_who_signs(self, made: Marked) -> None:
        """Its list has its own entries, and nothing of a roster."""
        said = made.run("list", "signatories", "--format", "json")
        assert find_words([said.text], set(TOLD) - set(DIRECTORY_MARKS)) == set()
        assert "dam" not in said.text

    def test_countries_do_not_single_one_out(self, made: Marked) -> None:
        """By country and region only those are counted who may be named."""
        said = made.run("signatories", "status", NAME).out
        assert "4 withheld" in said
        assert not re.search(r"Sweden|New Zealand|Oceania", said)

    def test_the_tab_key_offers_no_name(
        self, made: Marked, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Rows are not offered."""
        monkeypatch.chdir(made.root)
        complete = ShellComplete(program, {}, "undersigned", "_UNDERSIGNED_COMPLETE")
        for command in ("confirm", "withdraw", "withhold", "history", "invite", "status", "export"):
            for typed in ([NAME], []):
                for start in ("", "v", "Z", "dr"):
                    found = complete.get_completions(["signatories", command, *typed], start)
                    offered = [f"{item.value} {item.help}" for item in found]
                    assert find_words(offered, TOLD) == set(), command
        assert complete.get_completions(["signatories", "status"], "")[0].value == NAME


class TestElsewhere:
    def test_who_signs_another_letter(self, fresh: Marked) -> None:
        """An entry that one roster withholds may be confirmed in another: there it is printed, and
        nothing says that it signs here."""
        other = (fresh.root / ROSTER).with_name("other.csv")
        other.write_text("id,status\ndrelvoqu,confirmed\nrwv,confirmed\n", encoding="utf-8")
        letter = fresh.root / "templates/campaigns/geneva/letter.md"
        front = "kind: joint-statement\ntitle: Another\ndate: 2024-05-01\nstatus: final\n"
        letter.write_text(f"---\n{front}signatories: private/other\n---\nWords.\n", "utf-8")
        _run(fresh, "render --to html")
        found = fresh.found_in(TOLD, fresh.files("output", "signatories/.history"))
        assert found == {"output/geneva/letter.html": {"xandrelqui", "xdqawk"}}
        said = fresh.run("signatories", "find", "XDQAWK", "--format", "json").out
        assert "private/other (confirmed)" in said
        assert NAME not in said
        for command in (f"signatories status {NAME}", f"signatories history {NAME}"):
            assert find_words([_run(fresh, command)], TOLD) == set()

    def test_a_new_document(self, fresh: Marked) -> None:
        """A draft names the roster, and nobody of it."""
        options = ("--title", "New", "--recipients", "none", "--signatories", NAME, "--close", "Y")
        said = fresh.run("new", "open-letter", "autumn/letter", *options, "--place", "Brook")
        assert said.code == 0, said
        again = ("--from", "autumn/letter", *options[2:], "--title", "Anew", "--place", "Brook")
        said_again = fresh.run("new", "open-letter", "autumn/again", *again)
        assert said_again.code == 0, said_again
        assert find_words([said.text, said_again.text], TOLD) == set()
        assert fresh.found_in(TOLD, fresh.files("templates")) == {}

    @pytest.mark.parametrize(
        "command", ["confirm", "status", "find", "import", "invite", "history"]
    )
    def test_help(self, made: Marked, command: str) -> None:
        """Help is of the command alone."""
        assert not find_words([made.run("signatories", command, "--help").text], TOLD)

    def test_a_fault_of_the_program(self, made: Marked, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nobody knows what an exception has to say: it is not told, for reports are public."""

        def stumble(*_: object) -> None:
            raise KeyError("Zolquith Guild")

        monkeypatch.setattr("undersigned.cli.signatories_status.read_roster_table", stumble)
        monkeypatch.delenv("UNDERSIGNED_DEBUG", raising=False)
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            assert main(["signatories", "status", "-C", str(made.root)]) == 70
        assert find_words([out.getvalue(), err.getvalue()], TOLD) == set()


class TestChanges:
    def test_a_name_that_is_withheld_disappears(self, made: Marked, tmp_path: Path) -> None:
        """Withheld after it was printed: the files that carry it are told, and the next rendering
        has none of it, in all outputs."""
        marked = _copied(made, tmp_path)
        marked.change(ROSTER, (",withheld,", ",confirmed,"))
        outputs = ("render spring/open --lang ar", "render spring/open --each --to html")
        for command in (*outputs, "render spring/open --line-numbers --lang en"):
            _run(marked, command)
        _run(marked, f"signatories export {NAME} OUTPUT/again.csv")
        files = {
            *(f"output/spring/open{end}" for end in (".ar.html", ".ar.pdf")),
            "output/spring/open.numbered.pdf",
            "output/spring/open/",
            "output/again.csv",
        }
        said = marked.run("signatories", "withhold", NAME, "3", "5", "6", "7", debug=True)
        assert said.code == 0
        assert find_words([said.text], TOLD) == set(), said
        told = re.findall(r"^ {2}(\S+?)(?: \(.*\))?,.*: still there$", said.out, re.MULTILINE)
        assert set(told) == files
        for command in (*outputs, "render spring/open --line-numbers --lang en"):
            assert not find_words([_run(marked, command)], TOLD)
        (marked.root / "output/again.csv").unlink()
        left = marked.found_in(TOLD, marked.files("output", "signatories/.history"))
        assert left == {INVITATION: {"invqmailo"}}
        again = marked.run("signatories", "withhold", NAME, "3")
        assert "still there" not in again.out

    def test_a_name_that_is_withheld_by_hand(self, made: Marked, tmp_path: Path) -> None:
        """Whoever types the state into the roster is told the files at the next rendering, until
        they are gone."""
        marked = _copied(made, tmp_path)
        marked.change(ROSTER, ("obc,,,,,,,,,,,confirmed", "obc,,,,,,,,,,,withheld"))
        for gone in ("geneva", "spring/open", "spring/invitations"):
            shutil.rmtree(marked.root / "output" / gone, ignore_errors=True)
        for page in (marked.root / "output/spring").glob("[!o]*"):
            page.unlink()
        said = _run(marked, "render spring/open --to html --lang en,fr,es")
        assert find_words([said], ["obc", "ballot"]) == set()
        told = said.rpartition("withheld now: ")[2]
        assert told == (
            "output/partners.csv, output/partners.json, output/spring/open.ar.html, "
            "output/spring/open.ar.pdf, output/spring/open.ja.html and 4 more; delete it, and ask "
            "for copies that were sent\n"
        )
        _run(marked, "render spring/open --to html,pdf")
        for path in ("partners.csv", "partners.json"):
            (marked.root / "output" / path).unlink()
        assert "withheld now" not in _run(marked, "render spring/open --to html --lang en")

    @pytest.mark.parametrize("command", ["withhold", "withdraw"])
    def test_an_invitation_with_the_name_is_told(
        self, made: Marked, tmp_path: Path, command: str
    ) -> None:
        """A draft has the name in its file: whoever withholds the row is told to delete it."""
        marked = _copied(made, tmp_path)
        said = marked.run("signatories", command, NAME, "8", debug=True)
        assert said.code == 0
        assert "private-dam-line-8.eml" in said.text

    def test_every_change_of_a_withheld_row(self, made: Marked, tmp_path: Path) -> None:
        """Confirmed, withdrawn, withheld and asked again: neither message nor history has a word
        of it, and neither has its evidence."""
        marked = _copied(made, tmp_path)
        evidence = ("--evidence", "call of twelve: Brumqwend", "--note", "Brumqwend")
        said = [
            marked.run("signatories", *words, debug=True)
            for words in (
                ("withhold", NAME, "3", "--signed-again", *evidence),
                ("withdraw", NAME, "drelvoqu", *evidence),
                ("withhold", NAME, "6", "7", "Xandrelqui Alliance", *evidence),
                ("open", NAME, "spring/open", "--ask-again"),
                ("withdraw", NAME, "Zolquith Guild"),
                ("withhold", NAME, "ZQVXKW"),
                ("history", NAME),
                ("history", NAME, "zqvxkw"),
                ("status", NAME),
            )
        ]
        assert find_words([each.text for each in said], (*TOLD, "brumqwend")) == set(), said
        files = marked.files("signatories/.history", "signatories/private/texts")
        assert marked.found_in((*TOLD, "brumqwend"), files) == {}


class TestFaults:
    @pytest.mark.parametrize("fault", FAULTS)
    def test_tells_no_cell(self, fresh: Marked, fault: str) -> None:
        """Whatever is wrong with a roster, no message and no traceback has a word of a withheld
        row, or of a private cell, in it; and nothing is printed."""
        file = fresh.root / ROSTER
        data = FAULTS[fault](file.read_bytes())
        assert data != file.read_bytes()
        file.write_bytes(data)
        said = [fresh.run(*command.split(), debug=True) for command in _LOOKING]
        assert find_words([each.text for each in said], TOLD) == set(), said
        rendered = fresh.run("render", "spring/open", "--lang", "en", "--to", "html")
        assert rendered.code == 1, rendered
        assert not (fresh.root / "output").exists()

    @pytest.mark.parametrize("change", SAFE)
    def test_a_cell_that_does_not_matter(self, fresh: Marked, change: str) -> None:
        """What is wrong in a withheld row's other cells is not even looked at."""
        before, after = SAFE[change]
        fresh.change(ROSTER, (before, after))
        said = [fresh.run(*command.split(), debug=True) for command in _LOOKING]
        assert find_words([each.text for each in said], TOLD) == set(), said

    def test_a_picture_of_a_withheld_row_is_not_looked_for(self, fresh: Marked) -> None:
        """Its file may be missing, or no picture: nobody is told the path."""
        for name in ("brizzquon", "sturqvel", "clanqoress"):
            for path in fresh.root.rglob(f"{name}.svg"):
                path.unlink()
        said = _run(fresh, "check spring") + _run(fresh, "render spring/open --to html")
        assert find_words([said], TOLD) == set()

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("University of Tane", "Zolquith  Guild of Vallora"),
            ("Professor", "Chair of the ZOLQUITH GUILD"),
            ("North", "Friends of Orvell Jixxamund"),
            ("Ada Brook", "Zolquith Guild Youth"),
            ("Ada Brook", "Zölquith Guild"),
            ("Ada Brook", "The Zolquith Guild e.V."),
            ("Ada Brook", "Pomquexin League"),
            ("Ada Brook", "قفكسولامذ"),
            (",,individual,Professor", ",ZQVXKW,individual,Professor"),
            ("CA,North,", "CA,North,https://wexmarq.example"),
        ],
    )
    def test_who_would_be_printed_with_the_name(
        self, fresh: Marked, before: str, after: str
    ) -> None:
        """A row that is confirmed and would print a withheld name is refused, by lines alone."""
        fresh.change(ROSTER, (before, after))
        said = fresh.run("render", "spring/open", "--lang", "en", "--to", "html", debug=True)
        assert said.code == 1, said
        assert find_words([said.text], TOLD) == set(), said
        assert re.search(rf"{ROSTER}:\d+:1: .* line \d+ ", said.text)
        assert not (fresh.root / "output").exists()

    @pytest.mark.parametrize("typed", ["xandrelqui aliance", "drelvoqo"])
    def test_an_unknown_id_is_offered_no_withheld_one(self, fresh: Marked, typed: str) -> None:
        """Of the entries of the directory those are not offered that the roster withholds."""
        fresh.change(ROSTER, ("obc,,", f"{typed},,"))
        said = fresh.run("check", "spring/open", debug=True)
        assert said.code == 1
        assert "unknown signatory" in said.text
        assert find_words([said.text.replace(typed, "")], TOLD) == set(), said


_FORM = """\
Timestamp,Organisation,Your name,Job title,Country,E-mail,Website,Signing as,May we publish your \
name?,Comments
03/01/2024 10:00:01,River Gate Circle,,,France,a@gate.example,gate.example,Organisation,Yes,
03/02/2024 10:00:02,  ZOLQUITH\u00a0 GUILD \U0001f600 (ZQVXKW),,,Vorquanda,mlqorvin,\
wexmarq .example,Organisation,No,Smirquand
03/03/2024 10:00:03,Thwonqar Group,Orvell  JIXXAMUND,"Quorlith, Mabwexin Institute",Hulqvarst,\
trelqovan@post.example,=wexmarq(),Individual,no,@Wobqlenti
03/04/2024 10:00:04,The Zolquith Guild,,,Sweden,mlqorvin@zolq.example,,Organisation,No,
03/05/2024 10:00:05,Quibbrath\u202eGrewzaph,,,Chile,,,Organisation,No,Belxoqua
03/06/2024 10:00:06,Vexorbin\x00Union,,,Chile,,,Organisation,No,Belxoqua
03/07/2024 10:00:07,Drelvoqu Trust,,,Chile,,,Organisation,perhaps,Kraxquol
03/08/2024 10:00:08,,,Skelqorn,Chile,,,Organisation,No,
03/09/2024 10:00:09,Zolquith Guilds,,,Sweden,mlqorvin@zolq.example,,Organisation,Yes,
03/25/2024 10:00:10,Flumzaquor Centre,,,Chile,,,Neither,No,
03/26/2024 10:00:11,Xandrelqui Aliance,,,Sweden,,tarvequine.example,Organisation,No,
03/27/2024 10:00:12,Flumzaquor House,,,,jaxzolph@post.example,,Organisation,no,
"""
_LINES = _FORM.splitlines(keepends=True)


class TestImport:
    def test_tells_files_of_who_asks_not_to_be_named_now(
        self, made: Marked, tmp_path: Path
    ) -> None:
        """A response that withholds a row which was printed."""
        marked = _copied(made, tmp_path)
        form = marked.root / "form.csv"
        row = "03/28/2024 10:00:13,Open Ballot Circle,,,Japan,,,Organisation,No,\n"
        form.write_text(_LINES[0] + row, encoding="utf-8")
        said = marked.run("signatories", "import", str(form), NAME)
        assert "is withheld now" in said.err
        assert "withheld now: " in said.err
        assert "output/partners.csv" in said.err
        assert find_words([said.text], ["obc", "ballot"]) == set()

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_tells_nothing_of_who_asks_not_to_be_named(self, fresh: Marked, encoding: str) -> None:
        """Cleaned and refused cells, duplicates and doubts of such rows are told by line; nothing
        of it is in the history either."""
        (fresh.root / "form.csv").write_bytes(_FORM.encode(encoding))
        given = ("signatories", "import", str(fresh.root / "form.csv"), NAME)
        mail = ("--map", "note=Comments")
        said = [
            fresh.run(*given, *mail, "--signs", signs, *more, debug=True)
            for signs in ("organisations", "people")
            for more in (("--dry-run",), (), ("--same", "5:3"), ("--different", "10:3"))
        ]
        assert "new" in said[0].err, said[0]
        assert find_words([each.text for each in said], TOLD) == set(), said
        roster = (fresh.root / ROSTER).read_text(encoding="utf-8")
        assert "River Gate Circle" in roster
        assert re.search(r"(?i)guild.*,withheld,", roster)
        said += [fresh.run(*command.split(), debug=True) for command in _LOOKING]
        assert find_words([each.text for each in said], TOLD) == set(), said
        assert fresh.found_in(TOLD, fresh.files("signatories/.history")) == {}

    def test_of_a_form_that_says_something_else_now(self, fresh: Marked) -> None:
        """Who asked not to be named, and is exported again with other answers, stays withheld."""
        form, changed = fresh.root / "form.csv", "".join(_LINES[:1] + _LINES[2:5])
        form.write_text(changed, encoding="utf-8")
        given = ("signatories", "import", str(form), NAME, "--signs", "people", "--map")
        said = [fresh.run(*given, "note=Comments", debug=True)]
        before = (fresh.root / ROSTER).read_bytes()
        form.write_text(changed.replace(",No,", ",Yes,").replace("Vorquanda", "Grewzaph"), "utf-8")
        said += [fresh.run(*given, "note=Comments", debug=True)]
        assert (fresh.root / ROSTER).read_bytes() == before
        assert find_words([each.text for each in said], TOLD) == set(), said

    def test_of_a_form_without_names_of_columns(self, fresh: Marked) -> None:
        """A response where the names of the columns should be is not told."""
        form = fresh.root / "form.csv"
        form.write_text("".join(_LINES[2:5]), encoding="utf-8")
        said = fresh.run("signatories", "import", str(form), "other", debug=True)
        assert said.code
        assert find_words([said.text], TOLD) == set(), said


def _copied(made: Marked, folder: Path) -> Marked:
    shutil.copytree(made.root, folder / "w")
    return Marked(folder / "w")


def _khmer(path: Path) -> set[str]:
    return {sign for sign in drawn_characters(path) if "\u1780" <= sign <= "\u17ff"}


def _says(path: Path, repository: Path, language: str, phrase: str) -> bool:
    """Whether the file says how many are withheld, as the wording has it."""
    table = YAML(typ="safe").load(repository / f"templates/wording/{language}.yaml")
    words = table["plurals"][phrase]["few" if language == "ar" else "other"]
    before, after = (re.escape(" ".join(part.split())) for part in words.split("{count}"))
    text = (
        pdf_text(path) if path.suffix == ".pdf" else " ".join(html_words(path.read_text("utf-8")))
    )
    pattern = rf"{before}\s*[\u2066-\u2069]*[{WITHHELD}٤៤][\u2066-\u2069]*\s*{after}"
    return re.search(pattern, " ".join(text.split())) is not None
