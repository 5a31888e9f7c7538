"""What the front matter says and where a letter prints it: addressees, dates, copies, contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acceptance.letters import CAMPAIGN, DIRECTORY, LETTER

if TYPE_CHECKING:
    from tests.acceptance.letters import Letters

MARK = "Draft – not for distribution"
WRITTEN_OUT = """\
recipients:
  - id: water-committee
    name: Odile Marchand
    given: Odile
    family: Marchand
    honorific: H.E.
    post_nominals: MP
    office: Chair of the Water Committee
    institution: Assembly of Vallora
    address: ["1 Assembly Square", "10000 Port Sorrel"]
    country: FR
    language: en
    email: water@example.org
    salutation: Madam Chair,
"""


def in_order(text: str, *parts: str) -> None:
    """The parts stand in the text, one after the other."""
    start = 0
    for part in parts:
        assert part in text[start:], f"{part!r} does not follow in {text!r}"
        start = text.index(part, start) + len(part)


class TestRecipients:
    def test_written_in_the_letter(self, letters: Letters) -> None:
        """The list may stand in the front matter; `as` is how this letter names one."""
        letters.letter(
            front="recipients:\n  - {parliament: ca}\n  - {parliament: x-ep, as: The Parliament of "
            "the Union}\n  - {chamber: us-upper}"
        )
        in_order(letters.text(), "Parliament of Canada", "The Parliament of the Union", "Senate")

    @pytest.mark.parametrize(
        "table",
        [
            b"parliament,as\nca,\nx-ep,The Union's\n",
            "\ufeffparliament;as\nca;\nx-ep;The Union's\n".encode(),
            b"parliament\tas\nca\t\nx-ep\tThe Union's\n",
            b"parliament;as\r\nca;\r\nx-ep;The Union's\r\n",
            b'"parliament";"as"\n"ca";""\n"x-ep";"The Union\'s"\n',
            b"parliament,as\nca\nx-ep,The Union's\n\n",
        ],
        ids=["comma", "semicolon-bom", "tab", "crlf", "quoted", "short-row"],
    )
    def test_from_a_table(self, letters: Letters, table: bytes) -> None:
        """The list may be a table as spreadsheets write it."""
        letters.write({"recipients/two.csv": table})
        letters.letter(front="recipients: two")
        in_order(letters.text(), "Parliament of Canada", "The Union's")
        assert "\ufeff" not in letters.page()

    def test_from_a_file(self, letters: Letters) -> None:
        """The list may be a file that several letters name."""
        letters.write(
            {"recipients/two.yaml": "recipients:\n  - {parliament: ca}\n  - {parliament: jp}\n"}
        )
        letters.letter(front="recipients: two")
        in_order(letters.text(), "Parliament of Canada", "National Diet")

    def test_written_out(self, letters: Letters) -> None:
        """All that is known of a person is printed as an address; the e-mail address is not."""
        letters.letter(front=WRITTEN_OUT)
        text = letters.text()
        in_order(
            text,
            "H.E. Odile Marchand",
            "MP",
            "Chair of the Water Committee",
            "Assembly of Vallora",
            "1 Assembly Square",
            "10000 Port Sorrel",
            "Madam Chair,",
        )

    def test_written_out_in_a_table(self, letters: Letters) -> None:
        """A table may write recipients out too."""
        letters.write(
            {"recipients/one.csv": "id;name;office;institution\nx;Odile Marchand;Chair;Assembly\n"}
        )
        letters.letter(front="recipients: one")
        in_order(letters.text(), "Odile Marchand", "Chair", "Assembly")

    def test_office_with_its_holder(self, letters: Letters) -> None:
        """An office of the catalogue is given a name."""
        letters.letter(
            front="recipients:\n  - {office: us-lower/speaker, name: Rowan Hale, "
            "honorific: The Honorable}"
        )
        in_order(letters.text(), "The Honorable Rowan Hale", "Speaker")

    def test_office_without_its_holder(self, letters: Letters) -> None:
        """An office may be written to without a name."""
        letters.letter(front="recipients: [{office: us-lower/speaker}]")
        assert "Speaker" in letters.text()

    def test_two_names_one_letter(self, letters: Letters) -> None:
        """The salutation of many is made for many."""
        letters.letter(front="recipients: [{parliament: ca}, {parliament: jp}]")
        assert "Honourable Members," in letters.text()

    def test_own_catalogue_row(self, letters: Letters) -> None:
        """A corrected row of the workspace hides that row alone."""
        letters.write(
            {"recipients/catalogue/parliaments.csv": "id,name\nca,Parliament of the Maple\n"}
        )
        letters.letter(front="recipients: [{parliament: ca}, {parliament: jp}]")
        in_order(letters.text(), "Parliament of the Maple", "National Diet")


class TestParts:
    def test_stand_in_order(self, letters: Letters) -> None:
        """Sender, place and date, title, addressees, … contacts: all parts, one after the other."""
        letters.write(
            {
                CAMPAIGN: "title: Spring\nletterhead: [lantern]\n",
                "signatories/signers.csv": "id\nrwv\nobc\n",
            }
        )
        letters.letter(
            "The dam is unsafe.[^1]\n\n[^1]: Our survey.",
            "place: Port Sorrel\nsubject: The Tane dam\nsalutation: Your Honours,\n"
            "close: With respect,\nsignatories: signers\ncc: [ohchr]\n"
            "enclosures: [Annex 1. Survey]\n"
            "contacts:\n  - {name: Water desk, email: desk@example.org, phone: '+62 21 000 000'}",
        )
        in_order(
            letters.text(),
            "Lantern Press Union",
            "Port Sorrel, 1 May 2024",
            "Letter on the dam",
            "Parliament of Canada",
            "Re: The Tane dam",
            "Your Honours,",
            "The dam is unsafe.",
            "With respect,",
            "River Watch Vallora (RWV)",
            "Open Ballot Circle (OBC)",
            "2 organisations",
            "Our survey.",
            "Copy to:",
            "High Commissioner for Human Rights",
            "Enclosed:",
            "Annex 1. Survey",
            "Contact:",
            "Water desk",
            "desk@example.org",
            "+62 21 000 000",
        )

    def test_copies_written_out(self, letters: Letters) -> None:
        """A copy may go to somebody whom no catalogue knows."""
        letters.letter(
            front="cc:\n  - {id: clerk, name: The Clerk, institution: Assembly of Vallora}"
        )
        in_order(letters.text(), "Copy to:", "The Clerk", "Assembly of Vallora")

    def test_several_enclosures(self, letters: Letters) -> None:
        """Each enclosure is named."""
        letters.letter(front="enclosures: [Annex 1. Survey, Annex 2. Maps]")
        in_order(letters.text(), "Annex 1. Survey", "Annex 2. Maps")

    def test_embargo(self, letters: Letters) -> None:
        """The moment is printed with its time zone."""
        letters.letter(front="embargo: 2024-05-02 09:00 Asia/Jakarta")
        text = letters.text()
        in_order(text, "Embargoed until 2 May 2024", "9:00")
        assert text.count("Embargoed until") == 1

    def test_version_reference_update(self, letters: Letters) -> None:
        """Version and reference are printed; what changed stands under the signatories."""
        letters.roster("rwv", "id")
        letters.letter(
            front="signatories: signers\nversion: '1.1'\nreference: VWF/7\n"
            "updated: {on: 2024-05-03, note: One name was spelt wrong.}"
        )
        text = letters.text()
        in_order(text, "River Watch Vallora", "Updated on 3 May 2024: One name was spelt wrong.")
        assert "Our reference: VWF/7" in text
        assert "Version 1.1" in text

    def test_version_as_a_number(self, letters: Letters) -> None:
        """A version is printed as it was written, though YAML takes it for a number."""
        letters.letter(front="version: 1.10")
        assert "Version 1.10" in letters.text()

    def test_sign_on_by(self, letters: Letters) -> None:
        """A draft says until when one can sign; a final letter does not."""
        letters.letter(front="status: draft\nsign_on_by: 2024-04-20")
        assert "Open for signature until 20 April 2024" in letters.text()
        letters.letter(front="sign_on_by: 2024-04-20")
        assert "Open for signature" not in letters.text()

    def test_unquoted_words_that_yaml_takes_for_something_else(self, letters: Letters) -> None:
        """`No`, a number, a date: where words are asked for, they are the words as written."""
        letters.letter(front="title: 2024\nplace: No\nsubject: 2024-05-01\nreference: 007")
        text = letters.text()
        in_order(text, "Our reference: 007")
        in_order(text, "No, 1 May 2024")
        in_order(text, "2024", "Re: 2024-05-01")

    def test_made_where_absent(self, letters: Letters) -> None:
        """Salutation and close are made from the form of address where a letter has none."""
        letters.letter()
        in_order(
            letters.text(),
            "Dear Members of the Parliament of Canada,",
            "The dam is unsafe.",
            "Yours sincerely,",
        )

    def test_no_date_is_today(self, letters: Letters, monkeypatch: pytest.MonkeyPatch) -> None:
        """A letter without a date is of today, and check says so of a final one."""
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717243200")  # noon on 1 June 2024
        letters.letter(front="date:")
        assert "1 June 2024" in letters.text()
        (finding,) = letters.run("check", "spring").findings
        assert "date" in finding


class TestStatus:
    def test_a_draft_is_marked(self, letters: Letters) -> None:
        """The mark stands on every page of the PDF and at the head of the page."""
        words = " ".join(["The dam at Tane is unsafe and has been so since the flood."] * 12)
        letters.letter("\n\n".join([words] * 12), "status: draft")
        assert MARK in letters.page()
        pages = letters.pdf_pages()
        assert len(pages) > 2
        assert [page.count(MARK) for page in pages] == [1] * len(pages)

    def test_draft_is_the_default(self, letters: Letters) -> None:
        """A letter that says nothing of its status is a draft."""
        letters.letter(front="status:")
        assert MARK in letters.page()

    def test_a_final_letter_is_not(self, letters: Letters) -> None:
        """A final letter has the mark nowhere."""
        letters.letter()
        assert MARK not in letters.page()
        assert [page for page in letters.pdf_pages() if MARK in page] == []


class TestKinds:
    def test_letter(self, letters: Letters) -> None:
        """A letter is to one addressee, signed by one."""
        letters.roster("brook", "id")
        letters.letter(front="kind: letter\nsignatories: signers")
        in_order(letters.text(), "Parliament of Canada", "Letter on the dam", "Ada Brook")

    def test_joint_statement(self, letters: Letters) -> None:
        """A joint statement has no addressees; its signatories are numbered."""
        letters.roster("rwv\nobc", "id")
        letters.letter(front="kind: joint-statement\nrecipients:\nsignatories: signers")
        text = letters.text()
        assert "Dear" not in text
        assert "Yours" not in text
        in_order(
            letters.pdf_text(), "1.", "River Watch Vallora (RWV)", "2.", "Open Ballot Circle (OBC)"
        )

    def test_press_release(self, letters: Letters) -> None:
        """A press release has dateline, quotations with their speaker, and about the senders."""
        letters.block("about-rwv", "River Watch Vallora watches rivers.")
        letters.letter(
            "The dam is unsafe.\n\n> Nobody looked.\n> — Ada Brook, engineer\n\nMore follows.",
            "kind: press-release\nrecipients:\nplace: Port Sorrel\nboilerplate: [about-rwv]\n"
            "embargo: 2024-05-02 09:00 Asia/Jakarta\n"
            "contacts: [{name: Press office, email: press@example.org}]",
        )
        in_order(
            letters.text(),
            "Letter on the dam",
            "Port Sorrel",
            "– The dam is unsafe.",
            "Nobody looked.",
            "Ada Brook, engineer",
            "More follows.",
        )
        text = letters.text()
        assert "Embargoed until" in text
        assert "River Watch Vallora watches rivers." in text
        assert "Press office" in text
        assert "Dear" not in text
        page = letters.page()
        assert "<blockquote" in page
        assert "> — Ada" not in page

    def test_press_release_with_a_dateline(self, letters: Letters) -> None:
        """A dateline that is given stands as it is."""
        letters.letter(
            front="kind: press-release\nrecipients:\ndateline: PORT SORREL\nplace: Elsewhere"
        )
        assert "PORT SORREL – The dam is unsafe." in letters.text()

    def test_un_statement(self, letters: Letters) -> None:
        """The masthead says who submits, by status; who has none is named at the end."""
        letters.write(
            {
                DIRECTORY: (
                    "id,name,ecosoc\nrwv,River Watch Vallora,special\n"
                    "obc,Open Ballot Circle,general\nreed,Reed Society,roster\n"
                )
            }
        )
        letters.letter(
            "## A. The dam\n\nThe dam is unsafe.\n\n## B. Recommendations\n\n- Open the gates.",
            "kind: un-statement\nrecipients:\nsymbol: A/HRC/99/NGO/7\n"
            "session: Ninety-ninth session\nsession_dates: 1–30 June 2024\n"
            "agenda_item: 3\nagenda_title: Rivers and rights\n"
            "submitted_by: rwv\ncosponsors: [reed, obc]\nreceived: 2024-05-02\n"
            "distributed: 2024-05-20\nsupported_by: [{name: Sluice Union}, {name: Mill Guild}]",
        )
        text = letters.text()
        in_order(
            text,
            "United Nations",
            "General Assembly",
            "Distr.: General",
            "20 May 2024",
            "English only",
            "Human Rights Council",
            "Ninety-ninth session",
            "1–30 June 2024",
            "Agenda item 3",
            "Rivers and rights",
            "Joint written statement",
            "submitted by",
            "The Secretary-General has received",
            "[2 May 2024]",
        )
        in_order(text, "Letter on the dam", "The dam is unsafe.", "Open the gates.")
        in_order(
            text,
            "Open Ballot Circle, a non-governmental organization in general consultative status",
            "River Watch Vallora, a non-governmental organization in special consultative status",
            "Reed Society, a non-governmental organization on the roster",
        )
        in_order(text, "Open the gates.", "Sluice Union", "Mill Guild", "also share the views")
        assert "A/HRC/99/NGO/7" in text

    def test_supporter_with_status(self, letters: Letters) -> None:
        """An organisation with consultative status is not said to have none."""
        letters.letter(front="kind: un-statement\nrecipients:\nsupported_by: [rwv]")
        letters.refuses(letters.at(LETTER, "supported_by"), "status")

    def test_un_statement_without_anything(self, letters: Letters) -> None:
        """Every key that the kind adds may be absent."""
        letters.letter(front="kind: un-statement\nrecipients:")
        text = letters.text()
        in_order(text, "Letter on the dam", "The dam is unsafe.")
        assert "Agenda item" not in text
        assert "None" not in text
