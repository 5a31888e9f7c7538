"""Names of output files."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath

import pytest

from undersigned.errors import Location
from undersigned.model.letter import AddresseeGroup, Edition, InsideAddress, Letter, Metadata
from undersigned.model.recipient import Recipient, RecipientKind
from undersigned.model.text import Text
from undersigned.model.wording import Wording
from undersigned.publish import output_path, safe_name

HERE = Location("x.md")


def letter(language: str, recipient: str = "") -> Letter:
    wording = Wording(language, language, "ltr", "decimal", {}, {}, {}, HERE)
    text = Text("x", HERE)
    created = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    addressee = Recipient(recipient, RecipientKind.OFFICE, "", text, HERE)
    return Letter(
        kind="letter",
        layout="letter",
        campaign="senate",
        document="appeal",
        edition=Edition.INDIVIDUAL if recipient else Edition.OPEN,
        language=language,
        wording=wording,
        title=text,
        body=(),
        metadata=Metadata("", "", (), created, ""),
        date=text,
        day=created.date(),
        addressee_groups=(
            (AddresseeGroup(None, (InsideAddress(addressee, (text,)),)),) if recipient else ()
        ),
    )


def test_the_default_language_is_not_named() -> None:
    """The open edition in the default language is named after the document alone."""
    assert output_path(letter("en"), ".pdf", "en") == PurePosixPath("senate/appeal.pdf")


def test_another_language_is_named() -> None:
    """A translation has its language before the suffix."""
    assert output_path(letter("fr"), ".html", "en") == PurePosixPath("senate/appeal.fr.html")


def test_an_individual_letter_is_named_after_its_recipient() -> None:
    """An individual letter lies in the folder of its document, named after its recipient."""
    path = output_path(letter("fr", "us-lower/speaker"), ".pdf", "en")
    assert path == PurePosixPath("senate/appeal/us-lower-speaker.pdf")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("gb", "gb"),
        ("us-lower/speaker", "us-lower-speaker"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("Comité du Sénat", "Comité-du-Sénat"),
        ("Comité", "Comité"),
        ("a\x00b\nc", "a-b-c"),
        ('<script>"x"</script>', "script-x-script"),
        ("国会", "国会"),
        ("///", "unnamed"),
        ("", "unnamed"),
        ("\udcff", "unnamed"),
        # What the numbered PDF of "minister" is called.
        ("minister.numbered", "minister-numbered"),
        ("minister.Numbered", "minister-Numbered"),
    ],
)
def test_a_safe_name_is_a_file_name_everywhere(name: str, safe: str) -> None:
    """What no file system takes becomes a hyphen."""
    assert safe_name(name) == safe


def test_long_names_stay_apart() -> None:
    """A name beyond what file systems take is cut, and told from its like by a digest."""
    one, other = safe_name("国" * 300 + "a"), safe_name("国" * 300 + "b")
    assert one != other
    assert len(one.encode()) <= 200
