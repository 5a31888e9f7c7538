"""Who signs: rosters and the directory, order and groups, and names that must stay hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acceptance.letters import DIRECTORY, spoken_of
from tests.support.tree import read_file_tree

if TYPE_CHECKING:
    from tests.acceptance.letters import Letters

HEADER = "name,acronym,kind,title,affiliation,country,group,url,sort_key"
ROWS = """\
Zephyr Guild,ZG,,,,CA,North,https://zephyr.example,
Éclair Society,,,,,FR,South,,
Ada Brook,,individual,Professor,University of Tane,JP,North,,Brook
The Apple Trust,,,,,,,,Apple Trust
"""
ALL = ("Zephyr Guild", "Éclair Society", "Ada Brook", "The Apple Trust")


def sign(letters: Letters, options: str = "", header: str = HEADER, rows: str = ROWS) -> str:
    """The words after the close of a letter that is signed so."""
    letters.roster(rows, header)
    letters.letter(front=f"signatories: {{roster: signers{options}}}\nclose: With respect,")
    return letters.text().partition("With respect, ")[2]


def order(text: str, *names: str) -> list[str]:
    """The names in the order in which the text has them, each once."""
    assert [text.count(name) for name in names] == [1] * len(names), text
    return sorted(names, key=text.index)


class TestOrder:
    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ("", ALL),
            (", order: listed", ALL),
            (
                ", order: alphabetical",
                ("The Apple Trust", "Ada Brook", "Éclair Society", "Zephyr Guild"),
            ),
            (
                ", order: country",
                # Canada, France, Japan, and at the end who has none
                ("Zephyr Guild", "Éclair Society", "Ada Brook", "The Apple Trust"),
            ),
        ],
    )
    def test_is_as_asked(self, letters: Letters, options: str, expected: tuple[str, ...]) -> None:
        """As listed, by the alphabet of the language, or by country."""
        assert order(sign(letters, options), *ALL) == list(expected)

    def test_by_kind(self, letters: Letters) -> None:
        """Organisations stand under their heading, people under theirs."""
        text = sign(letters, ", group_by: kind")
        assert order(text, "Organisations", "Individuals", "Éclair Society", "Ada Brook") == [
            "Organisations",
            "Éclair Society",
            "Individuals",
            "Ada Brook",
        ]

    def test_by_country(self, letters: Letters) -> None:
        """A group has its country's name in the letter's language."""
        text = sign(letters, ", group_by: country")
        for country, name in (("Canada", ALL[0]), ("France", ALL[1]), ("Japan", ALL[2])):
            assert f"{country} {name}" in text
        assert "No country given The Apple Trust" in text

    def test_by_group(self, letters: Letters) -> None:
        """A group has the heading that the roster gives it."""
        text = sign(letters, ", group_by: group")
        assert order(text, "North", "South", "Zephyr Guild", "Ada Brook", "Éclair Society") == [
            "North",
            "Zephyr Guild",
            "Ada Brook",
            "South",
            "Éclair Society",
        ]
        assert "The Apple Trust" in text


class TestStyle:
    def test_numbered(self, letters: Letters) -> None:
        """Numbers are those of one list, also across groups."""
        sign(letters, ", numbered: true, group_by: kind")
        text = letters.pdf_text()
        assert [number for number in ("1.", "2.", "3.", "4.") if f"{number} " not in text] == []

    def test_not_numbered(self, letters: Letters) -> None:
        """A joint statement can do without its numbers."""
        letters.roster("rwv\nobc", "id")
        letters.letter(
            front="kind: joint-statement\nrecipients:\n"
            "signatories: {roster: signers, numbered: false}"
        )
        assert "1. River" not in letters.pdf_text()

    def test_shows_what_is_usual(self, letters: Letters) -> None:
        """Acronym, title and affiliation stand beside the name; country and address do not."""
        text = sign(letters)
        assert "Zephyr Guild (ZG)" in text
        assert "Ada Brook Professor, University of Tane" in text
        assert "Canada" not in text
        assert "zephyr.example" not in text

    def test_shows_what_is_asked_for(self, letters: Letters) -> None:
        """`show` names what is printed."""
        text = sign(letters, ", show: [country, url]")
        assert "(ZG)" not in text
        assert "Professor" not in text
        assert "Canada" in text
        assert "zephyr.example" in text

    def test_shows_nothing_else(self, letters: Letters) -> None:
        """An empty `show` leaves the name alone."""
        text = sign(letters, ", show: []")
        assert "(ZG)" not in text
        assert "Professor" not in text

    @pytest.mark.parametrize(
        ("rows", "count"),
        [
            ("rwv", "River Watch Vallora (RWV)"),  # one is not counted
            ("rwv\nobc", "2 organisations"),
            ("rwv\nbrook", "1 organisation and 1 individual"),
        ],
    )
    def test_is_counted(self, letters: Letters, rows: str, count: str) -> None:
        """The count says how many organisations and how many people sign."""
        assert sign(letters, header="id", rows=rows).endswith(count)

    def test_from_the_directory(self, letters: Letters) -> None:
        """A row of the roster may be an id; what it says besides replaces the directory's."""
        text = sign(letters, header="id,name,acronym", rows="rwv,,\nobc,Ballot Circle,BC")
        assert "River Watch Vallora (RWV)" in text
        assert "Ballot Circle (BC)" in text

    def test_private_columns_stay(self, letters: Letters) -> None:
        """E-mail, note and evidence leave the roster in no output."""
        sign(
            letters,
            header="name,email,note,evidence",
            rows="Zephyr Guild,hidden-a@example.org,hidden-b,hidden-c",
        )
        letters.pdf()
        told = [spoken_of(letters.root / "output/spring/letter.pdf"), letters.page()]
        assert [text for text in told if "hidden-" in text] == []

    @pytest.mark.parametrize("name", ["A <b>bold</b> name", "*Star* _line_", "{{ 7 * 7 }}", "R&D"])
    def test_names_are_literal(self, letters: Letters, name: str) -> None:
        """A name prints as itself."""
        assert name in sign(letters, header="name", rows=name)


HIDDEN = "Umber Quorum Zystem"
STATUSES = f"""\
River Watch Vallora,confirmed
{HIDDEN},withheld
Invited Institute,invited
Gone Guild,withdrawn
Lantern Press Union,confirmed
"""


class TestWithheld:
    def test_are_counted_and_appear_nowhere(self, letters: Letters) -> None:
        """In no page, PDF, stream, metadata, message or file name."""
        text = sign(letters, header="name,status", rows=STATUSES)
        assert text.endswith("Lantern Press Union 2 organisations and 1 who cannot be named")
        said = letters.run("render", "spring")
        assert (said.exit_code, said.stderr) == (0, "")
        checked = letters.run("check", "spring")
        told = said.stdout + checked.stdout + checked.stderr
        for path, content in read_file_tree(letters.root / "output").items():
            told += path
            told += content.decode("utf-8", "replace")
        told += spoken_of(letters.root / "output/spring/letter.pdf")
        assert [word for word in HIDDEN.split() if word in told] == []
        assert "River Watch Vallora" in told

    def test_only_confirmed_names_appear(self, letters: Letters) -> None:
        """Who is invited or has withdrawn is neither named nor counted."""
        text = sign(letters, header="name,status", rows=STATUSES)
        assert order(text, "River Watch Vallora", "Lantern Press Union")
        assert "Invited" not in text
        assert "Gone" not in text

    def test_the_text_counts_them(self, letters: Letters) -> None:
        """`signatories.count` counts the withheld; the lists hold only the confirmed."""
        letters.roster(STATUSES, "name,status")
        letters.letter(
            "We are {{ signatories.count }}, {{ signatories.organisations | length }} by name.",
            "signatories: signers",
        )
        assert "We are 3, 2 by name." in letters.text()

    def test_from_the_directory(self, letters: Letters) -> None:
        """A row that is an id is withheld like any other."""
        text = sign(letters, header="id,status", rows="rwv,confirmed\nobc,withheld")
        assert "Open Ballot" not in letters.page()
        assert text == "River Watch Vallora (RWV) 1 organisation and 1 who cannot be named"

    def test_in_the_directory(self, letters: Letters) -> None:
        """A directory that says who is withheld is refused, or heeded: never passed over."""
        letters.write({DIRECTORY: f"id,name,status\nuqz,{HIDDEN},withheld\n"})
        letters.roster("uqz", "id")
        letters.letter(front="signatories: signers")
        letters.run("render", "spring", "--to", "html")
        told = b"".join(read_file_tree(letters.root / "output").values()).decode()
        assert HIDDEN not in told

    def test_all_of_them(self, letters: Letters) -> None:
        """A roster of withheld names alone is signed by a number."""
        text = sign(letters, header="name,status", rows=f"{HIDDEN},withheld")
        assert "1 who cannot be named" in text
        assert "Umber" not in letters.page()

    @pytest.mark.parametrize(
        "row",
        [
            f"{HIDDEN},withheld,individual,surplus",
            f"{HIDDEN},withold,organisation",
            f"{HIDDEN},,organisation",
        ],
        ids=["surplus-cell", "unknown-status", "empty-status"],
    )
    def test_a_message_names_the_line(self, letters: Letters, row: str) -> None:
        """What is wrong in such a row is told with its line, and without the name."""
        letters.roster(f"River Watch Vallora,confirmed,\n{row}", "name,status,kind")
        letters.letter(front="signatories: signers")
        said = letters.refused()
        assert [f.startswith("signatories/signers.csv:3") for f in said.findings] == [True]
        assert [word for word in HIDDEN.split() if word in said.stdout + said.stderr] == []

    def test_an_unknown_id_is_not_told(self, letters: Letters) -> None:
        """An id that the directory lacks may be a name; of a withheld row it is not looked up."""
        letters.roster("rwv,confirmed\number-quorum,withheld", "id,status")
        letters.letter(front="signatories: signers")
        assert "and 1 who cannot be named" in letters.text()
        assert "quorum" not in letters.page()
