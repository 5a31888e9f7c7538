"""`undersigned signatories invite`: a draft to each who is invited, and nothing of anybody else."""

from __future__ import annotations

import email
import hashlib
import json
from email import policy
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from tests.support.pdf import pdf_text
from tests.support.tree import build_file_tree, read_file_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

LETTER = "templates/campaigns/spring/letter.md"
ROSTER = "signatories/spring.csv"
FOLDER = "output/spring/letter/invitations"
TEXT = """
---
kind: open-letter
title: Letter on the dam
date: 2024-05-01
recipients: two
signatories: spring
contacts:
  - {name: Press desk}
  - {name: Office, email: office@forum.example}
---
We, the {{ signatories.organisations | length }} organisations, write. The dam is old.
"""
ROWS = """
    id,name,acronym,kind,email,status,evidence,note
    ,Marked Confirmed,MCO,,one@marked.example,confirmed,marked evidence,marked note
    lake,,,,,invited,,
    ,Marked Withheld,MWH,,two@marked.example,withheld,marked proof,
    ,Marked Withdrawn,MWD,,three@marked.example,withdrawn,,
    ,Œuvre du Lac,ODL,,lac@bücher.example,invited,,marked remark
    ,Ana Dole,,individual,,invited,,
"""
DRAFTS = [f"{FOLDER}/spring-line-{line}.eml" for line in (3, 6, 7)]
OPEN = ("signatories", "open", "spring", "spring/letter", "--by", "Ilsa")
INVITE = ("signatories", "invite", "spring", "--answer-by", "2024-06-01", "--by", "Ilsa")


@pytest.fixture(autouse=True)
def spring(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the second of January 2024, and somebody is in each of the four states."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704153600")
    directory = "id,name,email\nlake,Lake Guardians,post@lake.example\n"
    build_file_tree(workspace, {LETTER: TEXT, ROSTER: ROWS, "signatories/directory.csv": directory})


def read(path: Path) -> EmailMessage:
    mail = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def history(root: Path) -> list[dict[str, object]]:
    lines = (root / "signatories/.history/spring.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def drafts(root: Path) -> list[str]:
    return [name for name in read_file_tree(root) if name.startswith("output/")]


def test_each_who_is_invited_gets_a_draft(run: Callable[..., Said], workspace: Path) -> None:
    """A file for each, named after the line of its row; who has no address is told by line."""
    run(*OPEN)

    said = run(*INVITE)

    assert (said.code, said.out.splitlines()) == (0, DRAFTS)
    assert said.err == "without an e-mail address, and so without To: line 7\n"
    assert drafts(workspace) == DRAFTS
    heads = [[read(workspace / name)[key] for key in ("To", "Reply-To")] for name in DRAFTS]
    assert heads == [
        ["Lake Guardians <post@lake.example>", "Office <office@forum.example>"],
        ["Œuvre du Lac <lac@xn--bcher-kva.example>", "Office <office@forum.example>"],
        [None, "Office <office@forum.example>"],
    ]


def test_what_is_in_a_draft(run: Callable[..., Said], workspace: Path, tmp_path: Path) -> None:
    """The text with a gap for the count, the day, and the PDF with its lines numbered."""
    run(*OPEN)
    run(*INVITE)

    mail = read(workspace / DRAFTS[0])

    assert mail["Subject"] == "Invitation to sign: Letter on the dam"
    body = mail.get_body()
    assert body is not None
    words = body.get_content().replace("\r\n", "\n")
    assert words.startswith("Dear friends at Lake Guardians,\n\nWe invite you to sign")
    assert "Please answer by 1 June 2024." in words
    assert "\nWe, the […] organisations, write. The dam is old.\n" in words
    (attachment,) = mail.iter_attachments()
    assert attachment.get_filename() == "letter.numbered.pdf"
    pdf = tmp_path / "attached.pdf"
    pdf.write_bytes(attachment.get_content())
    said = " ".join(pdf_text(pdf, layout=True).split())
    assert "1 We, the […] organisations, write. The dam is old." in said
    assert "Open for signature until 1 June 2024" in said


def test_nobody_else_is_in_it(run: Callable[..., Said], workspace: Path, tmp_path: Path) -> None:
    """Neither those who signed, nor who is withheld or has withdrawn, nor the other invited ones:
    not in the words, not in the PDF, not in what the command says, not in the history."""
    run(*OPEN)
    said = run(*INVITE)

    pdf = tmp_path / "attached.pdf"
    found = [said.out, said.err, json.dumps(history(workspace))]
    for name in DRAFTS:
        mail = read(workspace / name)
        (attachment,) = mail.iter_attachments()
        pdf.write_bytes(attachment.get_content())
        body = mail.get_body()
        assert body is not None
        found += [str(mail.items()), body.get_content(), pdf_text(pdf)]
        assert "Signatories" not in pdf_text(pdf)
    whole = "\n".join(found).casefold()
    assert not [
        word
        for word in ("marked", "MCO", "MWH", "MWD", "cannot be named")
        if word.casefold() in whole
    ]
    others = {0: ("Œuvre", "Ana"), 1: ("Guardians", "Ana"), 2: ("Guardians", "Œuvre")}
    for number, names in others.items():
        mail = read(workspace / DRAFTS[number])
        body = mail.get_body()
        assert body is not None
        text = f"{mail.items()} {body.get_content()}"
        assert not [name for name in names if name in text]


def test_same_input_gives_the_same_bytes(run: Callable[..., Said], workspace: Path) -> None:
    """Byte for byte, whenever it is run."""
    run(*OPEN)
    run(*INVITE)
    first = {name: (workspace / name).read_bytes() for name in DRAFTS}

    run(*INVITE)

    assert {name: (workspace / name).read_bytes() for name in DRAFTS} == first


def test_it_is_remembered(run: Callable[..., Said], workspace: Path) -> None:
    """Who was invited, by fingerprint, to sign which text, until when, and in which file."""
    run(*OPEN)
    opened = history(workspace)[-1]
    run(*INVITE)

    event = history(workspace)[-1]

    rows = event.pop("rows")
    assert isinstance(rows, list)
    assert len(set(rows)) == 3
    said = opened["said"]
    assert isinstance(said, dict)
    assert event == {
        "when": "2024-01-02T00:00:00+00:00",
        "by": "Ilsa",
        "what": "invited",
        "said": {
            "document": "spring/letter",
            "language": "en",
            "answer_by": "2024-06-01",
            "text": said["text"],
            "drafts": [
                f"{hashlib.sha256((workspace / name).read_bytes()).hexdigest()}  {name}"
                for name in DRAFTS
            ],
        },
    }


def test_reminder_goes_to_who_had_one(run: Callable[..., Said], workspace: Path) -> None:
    """And is still invited; also where the row has been given another line since."""
    run(*OPEN)
    assert run(*INVITE, "--remind").err == "nobody who is invited has had an invitation\n"
    run(*INVITE, "--only", "lake,Ana Dole")
    roster = workspace / ROSTER
    head, *rows = roster.read_text("utf-8").splitlines(keepends=True)
    roster.write_text("".join([head, *reversed(rows)]), encoding="utf-8")

    said = run(*INVITE, "--remind", "--output", "again")

    assert said.out.splitlines() == [
        f"again/spring/letter/invitations/spring-line-{line}.eml" for line in (2, 6)
    ]
    mail = read(workspace / said.out.splitlines()[1])
    assert mail["Subject"] == "Reminder – invitation to sign: Letter on the dam"
    assert mail["To"] == "Lake Guardians <post@lake.example>"


def test_dry_run(run: Callable[..., Said], workspace: Path) -> None:
    """Names the drafts; writes nothing, and remembers nothing."""
    run(*OPEN)
    before = read_file_tree(workspace)

    said = run(*INVITE, "--dry-run")

    assert (said.code, said.out.splitlines()) == (0, DRAFTS)
    assert read_file_tree(workspace) == before


def test_drafts_of_before_are_named(run: Callable[..., Said], workspace: Path) -> None:
    """Whoever sends what lies in the folder would write to somebody who has answered."""
    run(*OPEN)
    run(*INVITE)
    run("signatories", "withdraw", "spring", "6", "--by", "Ilsa")

    said = run(*INVITE)

    assert said.out.splitlines() == [DRAFTS[0], DRAFTS[2]]
    assert said.err == (
        "without an e-mail address, and so without To: line 7\n"
        f"drafts of before, to delete unless they are still to be sent: {DRAFTS[1]}\n"
    )


def test_day_is_that_of_the_document(run: Callable[..., Said], workspace: Path) -> None:
    """`sign_on_by`, unless another is given; without either both are named."""
    run(*OPEN)
    said = run("signatories", "invite", "spring")
    assert said.code == 2
    assert (
        "no day to answer by: give --answer-by DATE, or write sign_on_by: into spring/letter"
        in said.err
    )
    text = TEXT.replace("recipients: two", "recipients: two\nsign_on_by: 2024-02-29")
    build_file_tree(workspace, {LETTER: text})

    said = run("signatories", "invite", "spring", "--only", "3")

    assert said.code == 0
    body = read(workspace / DRAFTS[0]).get_body()
    assert body is not None
    assert "Please answer by 29 February 2024." in body.get_content()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--answer-by", "2024-01-01"), "--answer-by: 2024-01-01 is over"),
        (("--answer-by", "1 June"), "'1 June' does not match the format '%Y-%m-%d'"),
        (("--reply-to", "nobody"), "--reply-to: this is not one e-mail address"),
        (("--reply-to", "a@b.example\nBcc: c@d.example"), "--reply-to: this is not one e-mail"),
    ],
)
def test_wrong_usage(
    run: Callable[..., Said], workspace: Path, options: tuple[str, ...], said: str
) -> None:
    """Is told, and nothing is written."""
    run(*OPEN)
    told = run(*INVITE, *options)
    assert (told.code, told.out) == (2, "")
    assert said in told.err
    assert drafts(workspace) == []


def test_reply_to(run: Callable[..., Said], workspace: Path) -> None:
    """Answers may go elsewhere."""
    run(*OPEN)
    run(*INVITE, "--reply-to", "sign@forum.example")
    assert read(workspace / DRAFTS[0])["Reply-To"] == "sign@forum.example"


def test_no_text_is_open(run: Callable[..., Said], workspace: Path) -> None:
    """Nobody is asked to sign what is not kept."""
    said = run(*INVITE)
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"{ROSTER}: no text is open for those who sign: nobody can be asked to sign it "
        "[signed-text]\n    undersigned signatories open spring CAMPAIGN/DOCUMENT\n"
    )


def test_text_has_changed(run: Callable[..., Said], workspace: Path) -> None:
    """A draft of another text than the one that was opened is not made: exit code 3."""
    run(*OPEN)
    build_file_tree(workspace, {LETTER: TEXT.replace("old", "broken")})

    said = run(*INVITE)

    assert (said.code, said.out) == (3, "")
    assert said.err == (
        f"{LETTER}:11:1: changed since the text was opened for signature: “The dam is old.” is "
        "now “The dam is broken.” [text-changed]\n"
        f"{LETTER}:1:1: the text is no longer the one that was opened: nobody is asked to sign it "
        "[text-changed]\n    undersigned signatories open spring spring/letter --ask-again; or "
        '--editorial "what changed, and why it changes nothing"\n'
    )
    assert drafts(workspace) == []


def test_language(run: Callable[..., Said], workspace: Path) -> None:
    """The text and the mail in another language, which has to be open too."""
    french = "---\ntitle: Lettre sur le barrage\n---\nLe barrage est vieux.\n"
    run(*OPEN)
    unknown = run(*INVITE, "--lang", "fr")
    assert (unknown.code, unknown.err) == (
        1,
        'undersigned: unknown language "fr" (spring/letter is written in en)\n',
    )
    build_file_tree(workspace, {LETTER.replace(".md", ".fr.md"): french})
    closed = run(*INVITE, "--lang", "fr")
    assert closed.code == 1
    assert 'the text in the language "fr" was not there when it was opened' in closed.err
    run(*OPEN, "--editorial", "a faithful translation")

    said = run(*INVITE, "--lang", "fr", "--only", "3")

    assert said.code == 0
    mail = read(workspace / DRAFTS[0])
    assert mail["Subject"] == "Invitation à signer\u00a0: Lettre sur le barrage"
    assert mail["Content-Language"] == "fr"
    (attachment,) = mail.iter_attachments()
    assert attachment.get_filename() == "letter.fr.numbered.pdf"


def test_faults_of_invited_rows_come_at_once(run: Callable[..., Said], workspace: Path) -> None:
    """By line, without the address; those of other rows are nobody's business here."""
    rows = """
        name,email,status
        Lake,post@lake,invited
        Marked,not an address,withheld
        "Two
        lines",a@lake.example,invited
        Mist,a@b.example;c@d.example,invited
    """
    build_file_tree(workspace, {ROSTER: rows})
    run(*OPEN)

    said = run(*INVITE)

    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"{ROSTER}:2: what stands behind the @ is no domain [email]\n"
        "    correct the column email, or empty it\n"
        f"{ROSTER}:4: there is a line break within the name [roster]\n"
        "    write who is invited into the column name\n"
        f"{ROSTER}:6: this is not one e-mail address [email]\n"
        "    correct the column email, or empty it\n"
    )
    assert drafts(workspace) == []


@pytest.mark.parametrize("row", ["2", "4", "5", "MCO"])
def test_only_invited_rows(run: Callable[..., Said], workspace: Path, row: str) -> None:
    """Whoever has signed, is withheld or has withdrawn gets no invitation; the line says who."""
    run(*OPEN)
    said = run(*INVITE, "--only", row)
    line = row if row.isdigit() else "2"
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"{ROSTER}:{line}: this row is not invited [invitation]\n"
        "    an invitation goes to rows whose status is invited\n"
    )


def test_row_that_is_withheld_too(run: Callable[..., Said], workspace: Path) -> None:
    """One signatory in two states is nobody's to invite."""
    run(*OPEN)
    build_file_tree(workspace, {ROSTER: "name,status\nLake,invited\nLake,withheld\n"})

    said = run(*INVITE)

    assert (said.code, said.out) == (1, "")
    assert "this row and line 2 are one signatory in two rows" in said.err
    assert "Lake" not in said.err
    assert drafts(workspace) == []


def test_nobody_is_invited(run: Callable[..., Said], workspace: Path) -> None:
    """Is no fault."""
    build_file_tree(workspace, {ROSTER: "name,status\nLake,confirmed\n"})
    run(*OPEN)
    said = run(*INVITE)
    assert (said.code, said.out, said.err) == (0, "", "nobody is invited\n")


@pytest.mark.parametrize(
    "name",
    [
        "<img onerror=alert(1)>",
        "{{ 7*7 }} {% for %}",
        "=HYPERLINK(0)",
        'Said "Dam", Inc. (Ltd) <x@y.example>',
        "Society\u200b of\u2067 the Well\u2069",
        "ស្រែ ខ្មែរ",
        "Lake\u2028Bcc: x@y.example",
        "Lake\u0085Bcc: x@y.example",
        "Lac\u00a0: les amis",
        "a" * 10_000,
    ],
)
def test_hostile_names(run: Callable[..., Said], workspace: Path, name: str) -> None:
    """Stand in the mail as words, whatever they would be elsewhere."""
    cell = name.replace('"', '""')
    build_file_tree(workspace, {ROSTER: f'name,email,status\n"{cell}",post@lake.example,invited\n'})
    run(*OPEN)

    said = run(*INVITE)

    assert (said.code, said.err) == (0, "")
    mail = read(workspace / f"{FOLDER}/spring-line-2.eml")
    plain = name.replace("\u2067", "").replace("\u2069", "")
    (to,) = mail["To"].addresses
    assert "".join(to.display_name.split()) == "".join(plain.split())
    assert to.addr_spec == "post@lake.example"
    body = mail.get_body()
    assert body is not None
    assert " ".join(plain.split()) in " ".join(body.get_content().split())
    assert set(mail.keys()) == {
        "Subject",
        "To",
        "Reply-To",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
        "Content-Language",
    }


def test_private_roster(run: Callable[..., Said], workspace: Path) -> None:
    """Its drafts are named after it, in the same folder."""
    build_file_tree(
        workspace,
        {
            LETTER: TEXT.replace("signatories: spring", "signatories: private/spring"),
            "signatories/private/spring.csv": "name,status\nLake,invited\n",
        },
    )
    run("signatories", "open", "private/spring", "spring/letter")

    said = run("signatories", "invite", "private/spring", "--answer-by", "2024-06-01")

    assert said.out == f"{FOLDER}/private-spring-line-2.eml\n"
