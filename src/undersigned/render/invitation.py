"""An invitation as a mail in a file (.eml), for a mail program to open as a draft.

Made by Python's own `email`. The same input gives the same bytes: no date, no Message-ID, which
the program sets that sends it, and a boundary that comes of the content.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage

from undersigned.model.invitation import Invitation

__all__ = ["Mailbox", "write_mail"]

# Bytes that pass through every server: what is no ASCII is encoded.
_POLICY = policy.SMTP.clone(cte_type="7bit")


@dataclass(frozen=True)
class Mailbox:
    """Somebody's name and e-mail address, the address in ASCII."""

    name: str
    email: str


def write_mail(
    invitation: Invitation,
    *,
    to: Mailbox | None,
    reply_to: Mailbox | None,
    language: str,
    file_name: str,
    pdf: bytes,
) -> bytes:
    """The mail, with the PDF attached; without `to` it names no addressee.

    No line break gets into a header: `email` refuses it, and raises `ValueError`.
    """
    mail = EmailMessage(policy=_POLICY)
    mail["Subject"] = invitation.subject
    for header, mailbox in (("To", to), ("Reply-To", reply_to)):
        if mailbox is not None:
            mail[header] = Address(mailbox.name, addr_spec=mailbox.email)
    # For programs that heed it, Outlook for one: this is yet to be sent.
    mail["X-Unsent"] = "1"
    mail.set_content(invitation.text)
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename=file_name)
    # Setting content takes away what was said of it before.
    mail["Content-Language"] = language
    digest = hashlib.sha256(invitation.text.encode() + b"\0" + pdf).hexdigest()
    mail.set_boundary(f"undersigned-{digest[:32]}")
    return mail.as_bytes()
