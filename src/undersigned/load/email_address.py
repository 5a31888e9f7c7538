"""E-mail addresses as every mail server takes them.

The part before the sign is what RFC 5321 (4.1.2) calls a dot-string, in ASCII: quoted ones and
those of RFC 6531 are refused by many servers on the way. A domain in other letters becomes ASCII
(IDNA). Python knows the rules of 2003 alone; the few letters that today's rules (RFC 5892) take
otherwise are refused: the mail would go to somebody else's domain.
"""

from __future__ import annotations

import re

__all__ = ["ascii_address"]

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_LONGEST_LOCAL, _LONGEST = 64, 254
# Sharp s, final sigma, and the joiners.
_OTHERWISE = frozenset("ßẞς\u200c\u200d")


def ascii_address(text: str) -> str:
    """The address with its domain in ASCII. Raises `ValueError`, which says why it is none."""
    local, at, domain = text.strip().rpartition("@")
    if not at or "@" in local or re.search(r"[\s,;<>]", text.strip()):
        raise ValueError("this is not one e-mail address")
    if not local.isascii():
        raise ValueError("many mail servers take no such letters before the @")
    if not _LOCAL.fullmatch(local) or len(local) > _LONGEST_LOCAL:
        raise ValueError("what stands before the @ is no name of a mailbox")
    plain = _ascii_domain(domain)
    if len(local) + 1 + len(plain) > _LONGEST:
        raise ValueError("the address is longer than an address can be")
    return f"{local}@{plain}"


def _ascii_domain(domain: str) -> str:
    if _OTHERWISE & set(domain):
        raise ValueError("write the domain as its owner registered it, beginning with xn--")
    try:
        plain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise ValueError("what stands behind the @ is no domain") from error
    labels = plain.split(".")
    # Of numbers alone it would be a machine's address.
    if len(labels) < 2 or labels[-1].isdigit() or not all(map(_LABEL.fullmatch, labels)):
        raise ValueError("what stands behind the @ is no domain")
    return plain
