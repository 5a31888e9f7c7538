"""Pictures that a signature block leaves out are told of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.letters import make_letter, signatory
from undersigned.model.letter import Letter, SignatureBlock, SignatureGroup
from undersigned.proof.signature_pictures import check_signature_pictures


def letter(number: int, show: str = "logo", *, logo: str = "", signature: str = "") -> Letter:
    """Signed by so many, of whom the last has the pictures."""
    signed = [signatory(f"Guild {i}", i + 2) for i in range(number)]
    signed[-1] = replace(signed[-1], logo=logo, signature=signature)
    block = SignatureBlock(
        (SignatureGroup(None, tuple(signed)),), False, frozenset(show.split()), None, None
    )
    return replace(make_letter("open-letter"), signatures=block)


def told(letter: Letter) -> list[str]:
    return [f"{f.level}: {f}" for f in check_signature_pictures(letter)]


def test_logos_of_more_than_forty() -> None:
    """With the number, the limit and what ends the note, at the letter's title."""
    (said,) = told(letter(41, logo="a.svg"))

    assert said == (
        "note: templates/campaigns/velmara/letter.md:2:8: 41 signatories: their logos are not "
        "printed; up to 40 signatories have them (take logo out of show:, and this note is gone)"
    )


def test_signatures_of_more_than_a_hundred() -> None:
    """Whatever is shown beside the names."""
    (said,) = told(letter(1101, "", signature="a.png"))

    assert said == (
        "note: templates/campaigns/velmara/letter.md:2:8: 1,101 signatories: pictures in the "
        "column signature are not printed; up to 100 signatories have them "
        "(empty the column signature, and this note is gone)"
    )


@pytest.mark.parametrize(
    "silent",
    [
        letter(40, logo="a.svg", signature="a.png"),
        letter(41),
        letter(41, "country", logo="a.svg"),
        letter(100, "", signature="a.png"),
        replace(letter(1), signatures=None),
    ],
    ids=["forty", "no logos", "logos not shown", "a hundred", "no block"],
)
def test_nothing_is_told_where_nothing_is_left_out(silent: Letter) -> None:
    """Not of a letter that prints them, nor of one that has none."""
    assert told(silent) == []
