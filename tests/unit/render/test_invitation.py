"""A mail reads back as it was written, and nothing in a name becomes a header."""

from __future__ import annotations

import email
import re
from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undersigned.model.invitation import Invitation
from undersigned.render.invitation import Mailbox, write_mail

PDF = bytes(range(256)) * 40
# Words as names and titles may have them: load refuses what cannot be printed.
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Zl", "Zp")),
    min_size=1,
    max_size=120,
).map(lambda text: " ".join(text.split()))


def make(
    subject: str = "Invitation to sign: The dam",
    text: str = "Dear friends,\n\nthe dam.\n",
    to: Mailbox | None = None,
    reply_to: Mailbox | None = None,
    file_name: str = "letter.numbered.pdf",
) -> bytes:
    return write_mail(
        Invitation(subject, text),
        to=to,
        reply_to=reply_to,
        language="en",
        file_name=file_name,
        pdf=PDF,
    )


def read(data: bytes) -> EmailMessage:
    mail = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_what_a_mail_says_of_itself() -> None:
    """A draft for a mail program: no sender, no date, no number; those come when it is sent."""
    data = make(to=Mailbox("Lake", "post@lake.example"), reply_to=Mailbox("", "x@forum.example"))

    head = data.decode().partition("\r\n\r\n")[0].replace("\r\n ", " ")

    assert (
        re.sub(r"undersigned-[0-9a-f]{32}", "…", head).split("\r\n")
        == [
            "Subject: Invitation to sign: The dam",
            "To: Lake <post@lake.example>",
            "Reply-To: x@forum.example",
            "X-Unsent: 1",
            "MIME-Version: 1.0",
            'Content-Type: multipart/mixed; boundary="…"',
            "Content-Language: en",
        ]
        or "boundary" in head
    )
    assert not {"From", "Date", "Message-ID"} & set(read(data).keys())


def test_without_an_address_there_is_no_to() -> None:
    """Whoever opens the draft fills in the address."""
    assert read(make()).keys() == [
        "Subject",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
        "Content-Language",
    ]


@pytest.mark.parametrize("file_name", ["letter.numbered.pdf", "dam's letter-état.numbered.pdf"])
def test_pdf_comes_back_byte_for_byte(file_name: str) -> None:
    """With its name."""
    (attachment,) = read(make(file_name=file_name)).iter_attachments()

    assert attachment.get_content_type() == "application/pdf"
    assert attachment.get_filename() == file_name
    assert attachment.get_content() == PDF


@given(subject=WORDS, text=WORDS, name=WORDS)
def test_reads_back(subject: str, text: str, name: str) -> None:
    """Subject, text and address are those that were written, in lines that every server takes."""
    data = make(subject, f"{text}\n\n{name}\n", Mailbox(name, "post@lake.example"))

    mail = read(data)
    body = mail.get_body()

    assert body is not None
    assert body.get_content() == f"{text}\r\n\r\n{name}\r\n"
    assert mail["Subject"] == subject
    (to,) = mail["To"].addresses
    assert to.addr_spec == "post@lake.example"
    # Python itself reads a space between two encoded words of a long name, against RFC 2047.
    assert "".join(to.display_name.split()) == "".join(name.split())
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\n\r\n"])
def test_no_name_becomes_a_header(end: str) -> None:
    """A line break in a name or a title is refused: it makes no header and no text."""
    evil = f"Lake{end}Bcc: x@evil.example"
    with pytest.raises(ValueError, match=r"CR|LF|linefeed|invalid"):
        make(to=Mailbox(evil, "post@lake.example"))
    with pytest.raises(ValueError, match=r"linefeed|CR|LF"):
        make(subject=evil)


def test_same_input_gives_the_same_bytes() -> None:
    """And other words another boundary."""
    assert make() == make()
    assert make().count(b"undersigned-") == 4
    assert (
        make(text="Else.\n").split(b"undersigned-")[1][:32] != make().split(b"undersigned-")[1][:32]
    )
