"""What those who are asked to sign get to read: the text that is open, and nobody's name."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.support.letters import LANGUAGES, load_wording
from tests.support.sources import NOW, dossier
from undersigned.compose.invitation import Mailing, compose_for_invited
from undersigned.compose.plain import iter_paragraphs
from undersigned.errors import InvalidInput, Location
from undersigned.model.invitation import Invitee
from undersigned.model.roster import SignatoryKind

if TYPE_CHECKING:
    from pathlib import Path

    from undersigned.model.dossier import Dossier

DAY = dt.date(2031, 6, 1)
ROSTER = {
    "signatories/spring.csv": """
        name,kind,country,status
        Marked Confirmed,organisation,FR,confirmed
        Marked Person,individual,FR,confirmed
        Marked Withheld,organisation,DE,withheld
    """
}
# Of a letter's text: {{ … }} and {% … %} as its author writes them.
BODY = """\
We, {{ signatories.organisations | length }} of us, write.

{% if signatories.organisations | length > 10 %}
We are many.
{% elif signatories.organisations %}
We are few: {{ signatories.organisations | map(attribute="name") | listed }}.
{% endif %}

{% for one in signatories.organisations %}
- {{ loop.index }}: {{ one.name }}
{% endfor %}

{{ block("sum", number=signatories.organisations | length, dam="the upper dam") }}
"""
BLOCK = {
    "templates/blocks/sum.md": """
        ---
        parameters:
          number: How many
          dam: Which dam
        ---
        In {{ number }} voices we speak of {{ dam }}.
    """
}


def invitee(
    name: str = "Lake Guardians", kind: SignatoryKind = SignatoryKind.ORGANISATION
) -> Invitee:
    return Invitee(Location("signatories/spring.csv", 5), name, kind, "", "f", frozenset())


def open_letter(root: Path, body: str = BODY, front: str = "") -> Dossier:
    return dossier(root, body, f"signatories: spring\n{front}", {**ROSTER, **BLOCK})


def test_what_the_roster_says_is_a_gap(tmp_path: Path) -> None:
    """Every passage that depends on it is there, since all are signed; no name and no number is."""
    letter = compose_for_invited(open_letter(tmp_path), DAY, now=NOW)

    assert [paragraph.words for paragraph in iter_paragraphs(letter.body)] == [
        "We, […] of us, write.",
        "[1/2]",
        "We are many.",
        "[2/2]",
        "We are few: […].",
        "- […]: […]",
        "In […] voices we speak of the upper dam.",
    ]
    assert letter.signatures is None
    assert "Marked" not in repr(letter)


def test_title_has_the_gap_too(tmp_path: Path) -> None:
    """And so has the subject of the mail."""
    read = open_letter(tmp_path)
    title = replace(read.document.title, text="Letter of {{ signatories.count }}")
    read = replace(read, document=replace(read.document, title=title))

    letter = compose_for_invited(read, DAY, now=NOW)

    assert Mailing(letter, read, DAY).subject == "Invitation to sign: Letter of […]"


def test_draft_is_open_until_the_day_to_answer_by(tmp_path: Path) -> None:
    """The attached PDF names the same day as the mail, whatever sign_on_by says."""
    read = open_letter(tmp_path, front="status: draft\nsign_on_by: 2031-12-24\n")

    letter = compose_for_invited(read, DAY, now=NOW)

    assert str(letter.sign_on_by) == "1 June 2031"
    assert "Please answer by 1 June 2031." in Mailing(letter, read, DAY).to(invitee()).text


MAIL = """\
Dear friends at Lake Guardians,

We invite you to sign the text that follows below.

It is attached as a PDF with its lines numbered, so that you can name
the line that a question or an objection is about.

Please answer by 1 June 2031. To sign, reply with the name as it should
be printed, and say for whom you sign: for your organisation or for
yourself.

If you would sign but must not be named in public, tell us so. The
letter then says only how many such signatories there are.

Should the meaning of the text change after you have signed, we shall
ask you again.

With thanks and best regards,
Velmar River Watch

------------------------

The dam

The dam is old.
"""


def test_whole_mail(tmp_path: Path) -> None:
    """Words, wrapped; gaps and passages are explained only where there are any."""
    read = open_letter(tmp_path, "The dam is old.\n")
    letter = compose_for_invited(read, DAY, now=NOW)

    assert Mailing(letter, read, DAY).to(invitee()).text == MAIL


def test_gaps_and_passages_are_explained(tmp_path: Path) -> None:
    """Where the text has them."""
    read = open_letter(tmp_path)
    text = Mailing(compose_for_invited(read, DAY, now=NOW), read, DAY).to(invitee()).text

    assert "Where the text has […], the letter will say" in text
    assert "Of the passages marked [1/2], [2/2] and so on" in text
    assert "Marked" not in text


def test_reminder_says_that_it_is_one(tmp_path: Path) -> None:
    """In its subject and in its first sentence."""
    read = open_letter(tmp_path, "Words.\n")
    mail = Mailing(compose_for_invited(read, DAY, now=NOW), read, DAY, again=True).to(invitee())

    assert mail.subject == "Reminder – invitation to sign: The dam"
    assert "Some time ago we invited you" in mail.text
    assert "We invite you to sign" not in mail.text


def test_person_is_greeted_by_name(tmp_path: Path) -> None:
    """What is no organisation has no friends at it."""
    read = open_letter(tmp_path, "Words.\n")
    mailing = Mailing(compose_for_invited(read, DAY, now=NOW), read, DAY)

    one = mailing.to(invitee("Ana Dole", SignatoryKind.INDIVIDUAL)).text
    other = mailing.to(invitee("{date} {{ 7*7 }} Society")).text

    assert one.startswith("Dear Ana Dole,\n")
    assert other.startswith("Dear friends at {date} {{ 7*7 }} Society,\n")


def test_lists_and_quotations_are_wrapped_as_such(tmp_path: Path) -> None:
    """An item hangs under its mark, a quotation is marked on every line, a row is left whole."""
    long = "words and more words " * 6
    read = open_letter(
        tmp_path,
        f"- {long}\n- Short.\n\n1. {long}\n\n> {long}\n\n| A | B |\n| - | - |\n| 1 | 2 |\n",
    )

    text = Mailing(compose_for_invited(read, DAY, now=NOW), read, DAY).to(invitee()).text

    assert (
        "- words and more words words and more words words and more words words\n"
        "  and more words words and more words words and more words\n"
        "- Short.\n"
        "1. words and more words words and more words words and more words words\n"
        "   and more words words and more words words and more words\n"
        "\n"
        "> words and more words words and more words words and more words words\n"
        "> and more words words and more words words and more words\n"
        "\n"
        "| A | B |\n"
        "| 1 | 2 |\n"
    ) in text
    assert max(map(len, text.splitlines())) <= 72


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_words(tmp_path: Path, language: str) -> None:
    """Each phrase is there, and no gap stays open."""
    read = replace(open_letter(tmp_path), wording=load_wording(language))
    letter = replace(
        compose_for_invited(open_letter(tmp_path), DAY, now=NOW), wording=load_wording(language)
    )

    for again in (False, True):
        mailing = Mailing(letter, read, DAY, again=again)
        for kind in SignatoryKind:
            mail = mailing.to(invitee(kind=kind))
            assert "{" not in mail.subject + mail.text
            assert "The dam" in mail.subject
            assert "Lake Guardians" in mail.text.splitlines()[0]
            assert mail.text.count("[…]") == 6


def test_wording_without_the_section_is_told(tmp_path: Path) -> None:
    """A table of one's own that is older than invitations."""
    read = open_letter(tmp_path)
    wording = read.wording
    phrases = {k: v for k, v in wording.phrases.items() if not k.startswith("invitation.")}
    letter = replace(
        compose_for_invited(read, DAY, now=NOW), wording=replace(wording, phrases=phrases)
    )

    with pytest.raises(InvalidInput, match=r'the phrase "invitation\.to_organisation" is missing'):
        Mailing(letter, read, DAY).to(invitee())
