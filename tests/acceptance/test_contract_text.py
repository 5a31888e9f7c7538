"""What stands in a letter's text: expressions, conditions, loops, facts, blocks, footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.acceptance.letters import Letters

FACTS = """\
monitor: the Ballot Monitor
turnout: 61
rivers: [Sorrel, Tane, Umber]
flooded: true
spared: false
level: {value: 4.5, source: Gauge at Port Sorrel, as_of: 2024-03-02}
"""


@pytest.fixture(autouse=True)
def facts(letters: Letters) -> None:
    letters.facts(FACTS)


class TestExpressions:
    @pytest.mark.parametrize(
        ("body", "said"),
        [
            ("Found by {{ facts.monitor }}.", "Found by the Ballot Monitor."),
            ("Turnout: {{ facts.turnout }} %.", "Turnout: 61 %."),
            ("Level: {{ facts.level }} m.", "Level: 4.5 m."),
            ("Without spaces: {{facts.turnout}}.", "Without spaces: 61."),
            ("{{ facts.monitor }} says so.", "the Ballot Monitor says so."),
            ("Of {{ facts.rivers | length }} rivers.", "Of 3 rivers."),
            ('On {{ facts.rivers | join(", ") }}.', "On Sorrel, Tane, Umber."),
            ("*By {{ facts.monitor }}*, **{{ facts.turnout }}**.", "By the Ballot Monitor, 61."),
            ("## What {{ facts.monitor }} says\n\nAll.", "What the Ballot Monitor says All."),
            ("- One\n- {{ facts.turnout }} per cent", "One 61 per cent"),
            ("1. One\n2. {{ facts.turnout }} per cent", "One 61 per cent"),
            ("> As {{ facts.monitor }} says.", "As the Ballot Monitor says."),
            ("[{{ facts.monitor }}](https://example.org/m)", "the Ballot Monitor"),
            (
                '| Rivers | All |\n|---|---|\n| {{ facts.rivers | join(", ") }} | three |',
                "Rivers All Sorrel, Tane, Umber three",
            ),
            ("Two words\nin {{ facts.turnout }}\nlines.", "Two words in 61 lines."),
            ('{{ "yes" if facts.flooded else "no" }}', "yes"),
        ],
    )
    def test_stands_anywhere(self, letters: Letters, body: str, said: str) -> None:
        """An expression is words among words, wherever words may stand."""
        letters.letter(f"START\n\n{body}\n\nEND")
        assert f"START {said} END" in letters.text()

    @pytest.mark.parametrize(
        ("written", "printed"),
        [
            ("1.50", "1.50"),
            ("007", "007"),
            ("12:30", "12:30"),
            ("no", "no"),
            ("12,000", "12,000"),
            ("'61'", "61"),
            ("{value: 1.50, source: Gauge}", "1.50"),
        ],
    )
    def test_prints_a_fact_as_it_was_written(
        self, letters: Letters, written: str, printed: str
    ) -> None:
        """A figure keeps the form that the author gave it, whatever YAML takes it for."""
        letters.facts(f"figure: {written}")
        letters.letter("START {{ facts.figure }} END")
        assert f"START {printed} END" in letters.text()

    @pytest.mark.parametrize(
        "name", ["items", "values", "count", "get", "name", "class", "in_text"]
    )
    def test_a_fact_may_have_any_name(self, letters: Letters, name: str) -> None:
        """A fact's name is the author's own: no word of the program's stands in its way."""
        letters.facts(f"{name}: 61")
        letters.letter(f"START {{{{ facts.{name} }}}} END")
        assert "START 61 END" in letters.text()

    def test_reckons_with_facts(self, letters: Letters) -> None:
        """Figures may be added and compared."""
        letters.letter("START {{ facts.turnout + 1 }} {{ 'high' if facts.level > 4 }} END")
        assert "START 62 high END" in letters.text()

    def test_in_the_address_of_a_link(self, letters: Letters) -> None:
        """A link may lead to what a fact says."""
        letters.letter("[Report](https://example.org/{{ facts.turnout }})")
        assert 'href="https://example.org/61"' in letters.page()

    def test_keeps_emphasis(self, letters: Letters) -> None:
        """Emphasis around an expression is emphasis."""
        letters.letter("**{{ facts.turnout }} per cent**")
        assert "<strong>61 per cent</strong>" in letters.page()

    def test_in_a_footnote(self, letters: Letters) -> None:
        """A note may state a fact."""
        letters.letter("It rose.[^1]\n\n[^1]: Says {{ facts.monitor }}.")
        assert "Says the Ballot Monitor." in letters.text()

    @pytest.mark.parametrize(
        "value",
        [
            "*stars* and _lines_",
            "<script>alert(1)</script>",
            "<b>bold</b> & co.",
            "{{ facts.turnout }} {% if x %}",
            "[link](https://example.org)",
            "# No heading",
            "1. No list",
            "`code` ~~struck~~ | pipe",
            r"back\slash \* star",
            "&amp; &copy; &#65;",
            "Note[^1]",
            "https://example.org/x_y_z",
        ],
    )
    def test_prints_what_it_inserts_as_itself(self, letters: Letters, value: str) -> None:
        """A value is never markup, in the text or in the front matter's title."""
        quoted = value.replace("'", "''")
        letters.facts(f"odd: '{quoted}'")
        letters.letter("START {{ facts.odd }} END")
        assert f"START {value} END" in letters.text()
        page = letters.page()
        assert "<script>alert" not in page
        assert "<b>" not in page

    def test_title_is_literal(self, letters: Letters) -> None:
        """A title is words, not markup."""
        letters.letter(front="title: 'On <script>alert(1)</script> & *stars*'")
        assert "On <script>alert(1)</script> & *stars*" in letters.text()

    def test_counts_the_organisations(self, letters: Letters) -> None:
        """The text may say how many sign."""
        letters.roster("rwv,,,,,\nlantern,,,,,\nbrook,,,,,", "id,name,acronym,kind,country,group")
        letters.letter(
            "We {{ signatories.organisations | length }} and {{ signatories.individuals | length }}"
            " are {{ signatories.count }}.",
            "signatories: signers",
        )
        assert "We 2 and 1 are 3." in letters.text()

    def test_names_the_recipient(self, letters: Letters) -> None:
        """The text may speak of whom it is written to."""
        letters.letter("We ask {{ recipient.in_text }} to act, {{ recipient.name }}.")
        assert "We ask the Parliament of Canada to act, Parliament of Canada." in letters.text()

    def test_in_code_stays_as_written(self, letters: Letters) -> None:
        """Code shows what stands in it."""
        letters.letter("Write `{{ facts.turnout }}` there.")
        text = letters.text()
        assert "Write {{ facts.turnout }} there." in text or "Write 61 there." in text


class TestStatements:
    @pytest.mark.parametrize(
        ("body", "said"),
        [
            ("{% if facts.flooded %}\nWet.\n{% endif %}", "Wet."),
            ("{% if facts.spared %}\nDry.\n{% endif %}", ""),
            ("{% if facts.spared %}\nDry.\n{% else %}\nWet.\n{% endif %}", "Wet."),
            (
                "{% if facts.spared %}\nDry.\n{% elif facts.turnout > 60 %}\nMany.\n{% endif %}",
                "Many.",
            ),
            ("{% if facts.flooded %}\n\nOne.\n\nTwo.\n\n{% endif %}", "One. Two."),
            (
                "{% for river in facts.rivers %}\nThe {{ river }} rose.\n{% endfor %}",
                "The Sorrel rose. The Tane rose. The Umber rose.",
            ),
            (
                "{% for river in facts.rivers %}\n- {{ river }}\n{% endfor %}",
                "Sorrel Tane Umber",
            ),
            (
                "- One\n{% if facts.flooded %}\n- Two\n{% endif %}\n- Three",
                "One Two Three",
            ),
            (
                "{% if true %}\n{% for r in facts.rivers %}\n{{ r }}.\n{% endfor %}\n{% endif %}",
                "Sorrel. Tane. Umber.",
            ),
            ("{%- if facts.flooded -%}\nWet.\n{%- endif -%}", "Wet."),
            ("{% if facts.flooded %}\n## Wet\n\nVery.\n{% endif %}", "Wet Very."),
        ],
    )
    def test_around_whole_paragraphs(self, letters: Letters, body: str, said: str) -> None:
        """A condition or a loop decides which paragraphs are there."""
        letters.letter(f"START\n\n{body}\n\nEND")
        assert f"START {said} END".replace("  ", " ") in letters.text()

    def test_a_loop_makes_one_list(self, letters: Letters) -> None:
        """Items from a loop stand in one list, with those around them."""
        letters.letter("- First\n{% for river in facts.rivers %}\n- {{ river }}\n{% endfor %}")
        body = letters.page().split("First")[1].split("Umber")[0]
        assert "<ul" not in body

    def test_over_the_signatories(self, letters: Letters) -> None:
        """A loop may go over those who sign."""
        letters.roster("rwv\nlantern", "id")
        letters.letter(
            "{% for one in signatories.organisations %}\n{{ one.name }} knows.\n{% endfor %}",
            "signatories: signers",
        )
        assert "River Watch Vallora knows. Lantern Press Union knows." in letters.text()


class TestFootnotes:
    def test_are_numbered_in_the_order_of_the_text(self, letters: Letters) -> None:
        """Numbers follow the text, whatever the notes are called."""
        letters.letter("One.[^z] Two.[^a]\n\n[^a]: Second.\n\n[^z]: First.")
        text = letters.text()
        assert text.index("First.") < text.index("Second.")

    def test_from_a_block_join_the_letters_own(self, letters: Letters) -> None:
        """A block's notes are notes of the letter: one count, no clash of names."""
        letters.block("source", "Blocks say so.[^1]\n\n[^1]: From the block.")
        letters.letter('Said.[^1]\n\n{{ block("source") }}\n\n[^1]: From the letter.')
        text = letters.text()
        assert text.index("From the letter.") < text.index("From the block.")
        assert text.count("From the letter.") == text.count("From the block.") == 1


class TestBlocks:
    @pytest.mark.parametrize(
        ("call", "said"),
        [
            ('{{ block("duty", who="The state") }}', "The state owes the people a dam."),
            ('{{ block("duty", who="It", what="peace") }}', "It owes the people peace."),
            (
                '{{ block(\n  "duty",\n  who="It",\n  what="peace"\n) }}',
                "It owes the people peace.",
            ),
            ('{{ block("duty", who=facts.monitor) }}', "the Ballot Monitor owes the people a dam."),
            ('{{block("duty",who="It")}}', "It owes the people a dam."),
            ("{{ block('duty', who='It') }}", "It owes the people a dam."),
            ('{{ block("duty", who="A (b), \\"c\\"") }}', 'A (b), "c" owes the people a dam.'),
            ('{{ block("duty", who="*It* }} {{") }}', "*It* }} {{ owes the people a dam."),
        ],
    )
    def test_insert_their_text(self, letters: Letters, call: str, said: str) -> None:
        """A block is given its words, or has them by default."""
        letters.block("duty", "{{ who }} owes the people {{ what }}.", "who:\nwhat: a dam")
        letters.letter(f"START\n\n{call}\n\nEND")
        assert f"START {said} END" in letters.text()

    def test_keep_their_markdown(self, letters: Letters) -> None:
        """A block brings headings, lists and emphasis."""
        letters.block("list", "## Demands\n\n- **Open** the gates\n- Publish the plan")
        letters.letter('{{ block("list") }}')
        page = letters.page()
        assert "<strong>Open</strong> the gates" in page
        assert "Demands Open the gates Publish the plan" in letters.text()

    def test_see_the_facts(self, letters: Letters) -> None:
        """A block may state the campaign's facts."""
        letters.block("count", "Turnout was {{ facts.turnout }}.")
        letters.letter('{{ block("count") }}')
        assert "Turnout was 61." in letters.text()

    def test_use_blocks(self, letters: Letters) -> None:
        """A block may use another, and hand on what it was given."""
        letters.block("outer", 'Outer.\n\n{{ block("inner", who=name) }}', "name:")
        letters.block("inner", "Inner: {{ who }}.", "who:")
        letters.letter('{{ block("outer", name="Tane") }}')
        assert "Outer. Inner: Tane." in letters.text()

    def test_stand_twice(self, letters: Letters) -> None:
        """One block may stand twice in a letter, with other words."""
        letters.block("duty", "{{ who }} owes.", "who:")
        letters.letter('{{ block("duty", who="A") }}\n\n{{ block("duty", who="B") }}')
        assert "A owes. B owes." in letters.text()

    def test_in_a_condition(self, letters: Letters) -> None:
        """A block may hang on a condition."""
        letters.block("duty", "All owe.")
        letters.letter('{% if facts.flooded %}\n{{ block("duty") }}\n{% endif %}')
        assert "All owe." in letters.text()

    def test_may_say_who_approved_them(self, letters: Letters) -> None:
        """A block's sign-off is kept with it and not printed."""
        letters.write(
            {
                "templates/blocks/signed-off.md": (
                    "---\ntitle: Signed off\nparameters:\n  who: all\nowner: Water desk\n"
                    "approved: {by: Water desk, on: 2024-01-03}\nreview_by: 2999-01-03\n"
                    "source: https://example.org/duty\n---\nIt concerns {{ who }}.\n"
                )
            }
        )
        letters.letter('{{ block("signed-off") }}')
        assert "It concerns all." in letters.text()
        assert "Water desk" not in letters.page()
