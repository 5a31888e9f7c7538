"""What is an e-mail address, and how it reads in ASCII."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undersigned.load.email_address import ascii_address

ONE = "this is not one e-mail address"
BEFORE = "what stands before the @ is no name of a mailbox"
BEHIND = "what stands behind the @ is no domain"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("post@lake.example", "post@lake.example"),
        (" Post.Office+dam@Lake.Example ", "Post.Office+dam@lake.example"),
        ("o'neill@lake.example", "o'neill@lake.example"),
        ("post@bücher.example", "post@xn--bcher-kva.example"),
        ("post@例え.テスト", "post@xn--r8jz45g.xn--zckzah"),
        ("post@xn--bcher-kva.example", "post@xn--bcher-kva.example"),
    ],
)
def test_address(written: str, plain: str) -> None:
    """A domain in any letters becomes one that every mail server takes."""
    assert ascii_address(written) == plain


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", ONE),
        ("lake.example", ONE),
        ("a@b@lake.example", ONE),
        ("a@lake.example, b@lake.example", ONE),
        ("a@lake.example;b@lake.example", ONE),
        ("Lake <post@lake.example>", ONE),
        ("post@lake.example\nBcc: x@y.example", ONE),
        ("post@lake.example\r\n\r\nHello", ONE),
        ("post office@lake.example", ONE),
        ("büro@lake.example", "many mail servers take no such letters before the @"),
        ("@lake.example", BEFORE),
        (".post@lake.example", BEFORE),
        ("po..st@lake.example", BEFORE),
        ('"post"@lake.example', BEFORE),
        ("po\x00st@lake.example", BEFORE),
        (f"{'a' * 65}@lake.example", BEFORE),
        ("post@", BEHIND),
        ("post@lake", BEHIND),
        ("post@lake..example", BEHIND),
        ("post@-lake.example", BEHIND),
        ("post@la_ke.example", BEHIND),
        ("post@10.0.0.1", BEHIND),
        ("post@[10.0.0.1]", BEHIND),
        (f"post@{'a' * 64}.example", BEHIND),
        ("post@lake.example\x7f", BEHIND),
        (f"post@{'.'.join(['abcdefghi'] * 30)}.example", "the address is longer than"),
        # In today's rules another domain than in those of 2003.
        ("post@straße.example", "write the domain as its owner registered it"),
        ("post@βόλος.example", "write the domain as its owner registered it"),
    ],
)
def test_no_address(written: str, why: str) -> None:
    """What is no address says why, without the address: a message may end up in a log."""
    with pytest.raises(ValueError, match=re.escape(why)) as caught:
        ascii_address(written)
    assert "lake" not in str(caught.value)


@given(st.one_of(st.text(), st.emails(), st.from_regex(r"[^@]{1,9}@[^@]{1,9}\.[^@]{1,9}")))
def test_whatever_is_written(text: str) -> None:
    """What comes out is printable ASCII with one @ and nothing that a header could end with."""
    try:
        plain = ascii_address(text)
    except ValueError:
        return
    assert re.fullmatch(r"[!-~]+", plain)
    assert plain.count("@") == 1
    assert not set(plain) & set('<>,;:"()[]\\')
