"""`undersigned signatories confirm|withdraw|withhold`: rows by name, all of them or none."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.support.tree import build_file_tree, read_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Said

_ROSTER = "signatories/dam.csv"
_HISTORY = "signatories/.history/dam.jsonl"
_FILES = {
    _ROSTER: """
        id,name,acronym,status,signed_on,evidence
        ,River Watch,RW,invited,,
        lamp,,,confirmed,2023-12-01,form row 1
        ,Society of the Secret Well,SSW,withheld,2023-12-02,spoken
        ,Weir Table,,withdrawn,2023-12-03,
        ,Pier Round,,confirmd,,
    """,
    "signatories/directory.csv": "id,name,acronym\nlamp,Lamp Makers of Brook,LMB\n",
}
_SECRETS = ("Secret", "Well", "SSW", "Society", "spoken")


@pytest.fixture(autouse=True)
def roster(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> Path:
    """It is the second of January 2024, and a roster has a row in every state."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")
    build_file_tree(workspace, _FILES)
    return workspace / _ROSTER


def _events(workspace: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (workspace / _HISTORY).read_text().splitlines()]


def _change(run: Callable[..., Said], command: str, *arguments: str) -> Said:
    said = run("signatories", command, "dam", "--by", "Ada Quill", *arguments)
    # Whatever is told, nothing of the row that is withheld is in it.
    assert not [word for word in _SECRETS if word in said.out + said.err]
    return said


def test_confirm(run: Callable[..., Said], workspace: Path, roster: Path) -> None:
    """Rows are named by line, name or acronym; the day is today's, and only they change."""
    before = roster.read_text()
    said = _change(run, "confirm", "RW", "5", "weir table", "--evidence", 'mail, "yes"')
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "line 2: invited -> confirmed (River Watch)\nline 5: withdrawn -> confirmed\n"
    )
    lines = before.splitlines(keepends=True)
    lines[1] = ',River Watch,RW,confirmed,2024-01-02,"mail, ""yes"""\n'
    lines[4] = ',Weir Table,,confirmed,2024-01-02,"mail, ""yes"""\n'
    assert roster.read_text() == "".join(lines)
    kept = {"when": "2024-01-02T00:00:00+00:00", "by": "Ada Quill", "what": "confirmed"}
    more = {"on": "2024-01-02", "changed": ["evidence"]}
    assert _events(workspace) == [
        {**kept, "rows": ["6504e4138359ed3d"], "said": {"from": "invited", **more}},
        {**kept, "rows": ["17e18583b3ff3072"], "said": {"from": "withdrawn", **more}},
    ]


def test_confirm_without_evidence(run: Callable[..., Said], roster: Path) -> None:
    """It is done, and the option is told; a day that is given counts."""
    said = _change(run, "confirm", "2", "--on", "2023-12-24", "--note", "called  twice")
    assert said.out == "line 2: invited -> confirmed (River Watch)\n"
    assert said.err == (
        "line 2 has no evidence: --evidence TEXT says by what one knows that it signs\n"
    )
    lines = roster.read_text().splitlines()
    assert lines[0] == "id,name,acronym,status,signed_on,evidence,note"
    assert lines[1] == ",River Watch,RW,confirmed,2023-12-24,,called twice"


@pytest.mark.parametrize("day", ["2024-01-03", "2024-02-30", "3 May"])
def test_a_day_that_is_none(run: Callable[..., Said], roster: Path, day: str) -> None:
    """What is no day, or has not come, is wrong usage."""
    before = roster.read_bytes()
    assert _change(run, "confirm", "2", "--on", day).code == 2
    assert roster.read_bytes() == before


def test_what_is_so_already(run: Callable[..., Said], workspace: Path) -> None:
    """Nothing is written, and that is no fault; evidence that is new is added to the old."""
    before = read_file_tree(workspace)
    said = _change(run, "confirm", "lamp")
    assert (said.code, said.out, said.err) == (
        0, "line 3: confirmed already (Lamp Makers of Brook)\n", "",
    )  # fmt: skip
    assert _change(run, "withhold", "4").out == "line 4: withheld already\n"
    assert read_file_tree(workspace) == before
    said = _change(run, "confirm", "LMB", "--evidence", "mail of May")
    assert said.out == "line 3: confirmed; changed: evidence (Lamp Makers of Brook)\n"
    assert (
        b"lamp,,,confirmed,2023-12-01,form row 1; mail of May\n"
        in read_file_tree(workspace)[_ROSTER]
    )


@pytest.mark.parametrize("row", ["4", "SSW", "society of the secret well"])
def test_a_withheld_row_is_not_confirmed_by_a_slip(
    run: Callable[..., Said], workspace: Path, row: str
) -> None:
    """It takes an option, and then neither name nor day of the signature changes."""
    before = read_file_tree(workspace)
    said = _change(run, "confirm", "2", row)
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"{_ROSTER}:4: this row is withheld: confirmed, its name would be printed "
        "[withheld-row]\n"
        "    only if the signatory has said that the name may be told: --name-may-be-told\n"
    )
    assert read_file_tree(workspace) == before
    said = _change(run, "confirm", row, "--name-may-be-told")
    assert (said.code, said.out, said.err) == (0, "line 4: withheld -> confirmed\n", "")
    assert ",SSW,confirmed,2023-12-02,spoken\n" in (workspace / _ROSTER).read_text()


def test_a_state_in_doubt_is_as_if_withheld(run: Callable[..., Said], roster: Path) -> None:
    """A row whose state is mistyped may be one that must not be named."""
    said = _change(run, "confirm", "6")
    assert (said.code, said.err.splitlines()[0]) == (
        1,
        (
            f"{_ROSTER}:6: this row's state is unclear: confirmed, its name would be printed "
            "[withheld-row]"
        ),
    )
    assert _change(run, "withdraw", "6").out == "line 6: unclear -> withdrawn\n"
    assert ",Pier Round,,withdrawn,,\n" in roster.read_text()


def test_all_rows_or_none(run: Callable[..., Said], workspace: Path) -> None:
    """Everything that is wrong is told at once, and nothing is written."""
    before = read_file_tree(workspace)
    said = _change(run, "withdraw", "RW", "Lamp Makers of Brok", "Secrete Well", "77")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"{_ROSTER}: there is no row that goes by what was typed [unknown-row]\n"
        "    name the row by its line: the file has it\n"
        f'{_ROSTER}: unknown row "77" [unknown-row]\n'
        "    name the row by its line, its id, its name or its acronym\n"
        f'{_ROSTER}: unknown row "Lamp Makers of Brok" [unknown-row]\n'
        '    did you mean "Lamp Makers of Brook"?\n'
    )
    assert read_file_tree(workspace) == before


def test_dry_run(run: Callable[..., Said], workspace: Path) -> None:
    """What would change is told, and nothing is written, not even a history."""
    before = read_file_tree(workspace)
    said = _change(run, "withdraw", "RW", "--dry-run")
    assert said.out == "line 2: invited -> withdrawn (River Watch)\n"
    assert said.err.splitlines()[0] == "nothing was written"
    assert read_file_tree(workspace) == before


def test_a_roster_without_states(run: Callable[..., Said], workspace: Path) -> None:
    """The column is added, and all others stay what they were without it: confirmed."""
    said = run("signatories", "withdraw", "spring", "RW", "--by", "x")
    assert said.out == "line 2: confirmed -> withdrawn (River Watch)\n"
    assert said.err.splitlines()[0] == (
        "the roster had no column status: it has now, and the other row is confirmed"
    )
    assert (workspace / "signatories/spring.csv").read_text() == (
        "name,acronym,email,status\nRiver Watch,RW,private@example.org,withdrawn\n"
        "Open Ballot,OB,,confirmed\n"
    )


def test_one_signatory_in_two_rows(run: Callable[..., Said], roster: Path) -> None:
    """Confirmed in one row and withheld in another, a name would be printed: refused, by lines;
    withheld in one, the other is told."""
    text = roster.read_text() + ",River Watch,,withheld,,\n"
    roster.write_text(text)
    said = run("signatories", "confirm", "dam", "2")
    assert (said.code, said.err) == (
        1,
        (
            f"{_ROSTER}:2: this row and line 7 are one signatory in two rows [roster-status]\n"
            "    leave the one that says where the signature stands, and delete the other\n"
        ),
    )
    said = run("signatories", "withdraw", "dam", "2", "--by", "x")
    assert said.out == "line 2: invited -> withdrawn\n"
    assert said.err.splitlines()[0] == (
        "line 7 is the same signatory as line 2: delete one of the rows, or nothing is rendered"
    )


@pytest.mark.parametrize("evidence", ["a\x1b[31m", "a\udcff", "a" * 20_001])
def test_text_that_cannot_stand_in_a_table(
    run: Callable[..., Said], workspace: Path, evidence: str
) -> None:
    """It is refused with the row, and is not told."""
    before = read_file_tree(workspace)
    said = _change(run, "confirm", "2", "--evidence", evidence)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f'{_ROSTER}:2: what would stand in the column "evidence" ')
    assert read_file_tree(workspace) == before


@pytest.mark.parametrize("step", ["fsync", "replace", "write"])
def test_a_full_disk(
    run: Callable[..., Said],
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    """Whatever fails, the roster is the old one or the new one, and it is said which."""
    before = (workspace / _ROSTER).read_bytes()

    def fail(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path if step == "replace" else os, step, fail)
    said = _change(run, "withdraw", "RW")
    monkeypatch.undo()
    assert (said.code, said.out) == (4, "")
    after = (workspace / _ROSTER).read_bytes()
    if "the roster is changed, its history is not" in said.err:
        assert after == before.replace(b"RW,invited", b"RW,withdrawn")
    else:
        assert after == before
    assert not list(workspace.rglob("*.tmp"))


def test_a_history_that_cannot_be_written_changes_nothing(
    run: Callable[..., Said], workspace: Path
) -> None:
    """A change that nobody could look up later is not made."""
    (workspace / "signatories/.history").write_text("a file")
    before = read_file_tree(workspace)
    assert _change(run, "withdraw", "RW").code == 4
    assert read_file_tree(workspace) == before


# --------------------------------------------------------------------------- what was rendered
def _render(run: Callable[..., Said], workspace: Path, *more: str) -> None:
    letter = workspace / "templates/campaigns/spring/letter.md"
    letter.write_text(letter.read_text().replace("signatories: spring", "signatories: dam"))
    roster = workspace / _ROSTER
    roster.write_text(roster.read_text().replace("confirmd", "confirmed"))
    assert run("render", "spring/letter", "--to", "html", *more).code == 0


def test_files_that_carry_the_name(run: Callable[..., Said], workspace: Path) -> None:
    """Whoever withdraws is told which files were made with the name, and what became of them."""
    _render(run, workspace)
    _render(run, workspace, "--output", "../sent")
    _render(run, workspace, "--each")
    said = _change(run, "withdraw", "lamp")
    away = (workspace.parent / "sent/spring/letter.html").as_posix()
    head = (
        "line 3: confirmed -> withdrawn (Lamp Makers of Brook)\n"
        "3 files or folders were made with the name in it:\n"
    )
    assert said.out == (
        f"{head}"
        f"  {away}, of 2024-01-02: still there\n"
        "  output/spring/letter.html, of 2024-01-02: still there\n"
        "  output/spring/letter/ (2 letters), of 2024-01-02: still there\n"
    )
    assert said.err == (
        "render the documents of this roster again, and pack them again, before they go out\n"
        "copies that were sent or published are not known here: ask for them back\n"
    )
    _render(run, workspace)
    Path(away).unlink()
    (workspace / "output/spring/letter/brook.html").write_text("x")
    said = _change(run, "withhold", "lamp")
    assert said.out == (
        "line 3: withdrawn -> withheld\n"
        "3 files or folders were made with the name in it:\n"
        f"  {away}, of 2024-01-02: no longer there\n"
        "  output/spring/letter.html, of 2024-01-02: made anew since, without it\n"
        "  output/spring/letter/ (2 letters), of 2024-01-02: still there\n"
    )
    assert said.err == (
        "delete them now, then render the documents of this roster again\n"
        "copies that were sent or published are not known here: ask for them back\n"
        f"the name stands in {_ROSTER}, which git keeps: move the roster into "
        "signatories/private/, where git does not look\n"
    )


def test_without_its_history(run: Callable[..., Said], workspace: Path) -> None:
    """What lies in output/ is searched, PDFs by the page beside them; a file that is itself
    called so is told without its name."""
    _render(run, workspace)
    shutil.rmtree(workspace / "signatories/.history")
    output = workspace / "output"
    (output / "spring/letter.pdf").write_bytes(b"%PDF")
    (output / "alone.pdf").write_bytes(b"%PDF")
    (output / "lamp-makers-of-brook.csv").write_text("x")
    said = _change(run, "withhold", "lamp")
    assert said.out == (
        "line 3: confirmed -> withheld\n"
        "found in output/ with the name in it, though the history does not know of it:\n"
        "  output/ (the file itself is named so)\n"
        "  output/spring/letter.html\n"
        "  output/spring/letter.pdf\n"
    )
    assert said.err.startswith(
        "delete them now, then render the documents of this roster again\n"
        "not searched, for no page lies beside it: output/alone.pdf; look into it\n"
    )
    shutil.rmtree(output)
    said = _change(run, "withdraw", "lamp")
    assert said.err == (
        "no file is known that was made with the name in it; files made on other machines, or "
        "moved out of output/, are not known here\n"
    )


def test_the_record_of_rendering(run: Callable[..., Said], workspace: Path) -> None:
    """An event a run and roster, with the digest of each file and no name; what changes nothing
    adds nothing, and who was printed is written out once."""
    _render(run, workspace)
    first = _events(workspace)
    assert [(e["what"], len(e["rows"])) for e in first] == [("rendered", 2)]  # type: ignore[arg-type]
    _render(run, workspace)
    assert _events(workspace) == first
    path = workspace / "templates/campaigns/spring/letter.md"
    path.write_text(path.read_text() + "\nMore.\n")
    _render(run, workspace)
    second = _events(workspace)[1]
    assert second["rows"] == []
    assert (workspace / _HISTORY).read_text().count("output/spring/letter.html") == 2
    for name in ("Lamp", "Brook", "Pier", *_SECRETS):
        assert name not in (workspace / _HISTORY).read_text()


def test_a_history_that_cannot_be_written_does_not_stop_a_rendering(
    run: Callable[..., Said], workspace: Path
) -> None:
    """It is told beside the files."""
    (workspace / "signatories/.history").write_text("a file")
    said = run("render", "spring/letter", "--to", "html")
    assert (said.code, said.out) == (0, "output/spring/letter.html\n")
    assert said.err.startswith("who is named in these files is not kept in mind: cannot write ")
    assert said.err.count("\n") == 1


def test_a_name_that_was_corrected(run: Callable[..., Said], workspace: Path) -> None:
    """A row that has an id by now is still the one that was printed by its name."""
    _render(run, workspace)
    roster = workspace / _ROSTER
    roster.write_text(roster.read_text().replace(",Pier Round", "pier,Pier Round"))
    out = _change(run, "withdraw", "pier").out
    assert "output/spring/letter.html, of 2024-01-02: still there" in out
