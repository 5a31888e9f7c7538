"""A document and all that it names, checked together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import dossier, said

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("front", "body", "files", "expected"),
    [
        pytest.param(
            "",
            (
                "{{ factz.n }} {{ facts.fond }} {{ recipient.nam }} {{ "
                "signatories.orgs }} {{ document.titel }} {{ campaign.name }}\n"
            ),
            {"templates/campaigns/dam/campaign.yaml": "title: Dam\nfacts: {found: 3}\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:6:1 [unknown-variable] "
                    'unknown variable "factz" (did you mean "facts"?)'
                ),
                (
                    "templates/campaigns/dam/letter.md:6:15 [unknown-fact] "
                    'unknown fact "fond" (did you mean "found"?)'
                ),
                (
                    "templates/campaigns/dam/letter.md:6:32 [unknown-attribute] "
                    '"recipient" has no "nam" (did you mean "name"?)'
                ),
                (
                    "templates/campaigns/dam/letter.md:6:52 [unknown-attribute] "
                    '"signatories" has no "orgs" (known: all, count, countries, '
                    "individuals, organisations, regions, withheld)"
                ),
                (
                    "templates/campaigns/dam/letter.md:6:75 [unknown-attribute] "
                    '"document" has no "titel" (did you mean "title"?)'
                ),
                (
                    "templates/campaigns/dam/letter.md:6:96 [unknown-attribute] "
                    '"campaign" has no "name" (known: title)'
                ),
            ],
            id="names that nothing stands behind",
        ),
        pytest.param(
            "",
            "{{ facts['fond'] }}\n",
            {"templates/campaigns/dam/campaign.yaml": "title: Dam\nfacts: {found: 3}\n"},
            [
                (
                    "templates/campaigns/dam/letter.md:6:1 [unknown-fact] unknown "
                    'fact "fond" (did you mean "found"?)'
                ),
            ],
            id="a fact in brackets",
        ),
        pytest.param(
            "",
            "{{ facts.found }}\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:6:1 [unknown-fact] unknown "
                    'fact "found" (write it under facts: in campaign.yaml)'
                ),
            ],
            id="a fact where there are none",
        ),
        pytest.param(
            "",
            (
                "{% if false %}\n\n- *{{ fact.n }}*\n\n{% elif facts.x %}\n{% else %}\n> {{ "
                "y }}\n{% endif %}\n\n{% for a in signatories.al %}\n{{ a.name }} {{ b }}\n"
                "{% else %}\n{{ a }}\n{% endfor %}\n"
            ),
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:8:4 [unknown-variable] "
                    'unknown variable "fact" (did you mean "facts"?)'
                ),
                (
                    "templates/campaigns/dam/letter.md:10:1 [unknown-fact] "
                    'unknown fact "x" (write it under facts: in campaign.yaml)'
                ),
                (
                    "templates/campaigns/dam/letter.md:12:3 [unknown-variable] "
                    'unknown variable "y" (known here: block, campaign, document, '
                    "facts, recipient, recipients, signatories)"
                ),
                (
                    "templates/campaigns/dam/letter.md:15:1 [unknown-attribute] "
                    '"signatories" has no "al" (did you mean "all"?)'
                ),
                (
                    "templates/campaigns/dam/letter.md:16:14 [unknown-variable] "
                    'unknown variable "b" (known here: a, block, campaign, '
                    "document, facts, loop, recipient, recipients, signatories)"
                ),
                (
                    "templates/campaigns/dam/letter.md:18:1 [unknown-variable] "
                    'unknown variable "a" (known here: block, campaign, document, '
                    "facts, recipient, recipients, signatories)"
                ),
            ],
            id="names in a branch that is not taken",
        ),
        pytest.param(
            "",
            (
                "# {{ h }}\n\n| {{ a }} |\n|---|\n| {{ b }} |\n\n[w](https://x.example/{{ c "
                "}})[^1]\n\n[^1]: {{ d }}\n"
            ),
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:6:3 [unknown-variable] "
                    'unknown variable "h" (known here: block, campaign, document, '
                    "facts, recipient, recipients, signatories)"
                ),
                (
                    "templates/campaigns/dam/letter.md:8:3 [unknown-variable] "
                    'unknown variable "a" (known here: block, campaign, document, '
                    "facts, recipient, recipients, signatories)"
                ),
                (
                    "templates/campaigns/dam/letter.md:10:3 [unknown-variable] "
                    'unknown variable "b" (known here: block, campaign, document, '
                    "facts, recipient, recipients, signatories)"
                ),
                (
                    "templates/campaigns/dam/letter.md:12:1 [unknown-variable] "
                    'unknown variable "c" (known here: block, campaign, document, '
                    "facts, recipient, recipients, signatories)"
                ),
                (
                    "templates/campaigns/dam/letter.md:14:7 [unknown-variable] "
                    'unknown variable "d" (known here: block, campaign, document, '
                    "facts, recipient, recipients, signatories)"
                ),
            ],
            id="names in tables, links, notes and headings",
        ),
        pytest.param(
            "subject: On {{ x }}\nenclosures: ['{{ y }}']\nplace: '{{ z'\n",
            "Words.\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:5:10 [unknown-variable] "
                    'unknown variable "x" (known here: block, campaign, document, '
                    "facts, recipient, recipients, signatories)"
                ),
                (
                    "templates/campaigns/dam/letter.md:6:14 [unknown-variable] "
                    'unknown variable "y" (known here: block, campaign, document, '
                    "facts, recipient, recipients, signatories)"
                ),
                (
                    "templates/campaigns/dam/letter.md:7:8 [expression] {{ is not "
                    "closed (write }} after the expression, or \\{{ for two braces "
                    "in the text)"
                ),
            ],
            id="names in the front matter",
        ),
        pytest.param(
            "",
            "{{ 3 | ordinall }} {{ 3 is evn }} {{ 3 | safe }}\n",
            {},
            [
                (
                    "templates/campaigns/dam/letter.md:6:1 [unknown-filter] "
                    'unknown filter "ordinall" (did you mean "ordinal"?)'
                ),
                (
                    "templates/campaigns/dam/letter.md:6:20 [unknown-test] "
                    'unknown test "evn" (did you mean "even"?)'
                ),
                ('templates/campaigns/dam/letter.md:6:35 [unknown-filter] unknown filter "safe"'),
            ],
            id="an unknown filter and an unknown test",
        ),
        pytest.param(
            "",
            '{% if false %}\n{{ block("oth") }}\n{% endif %}\n',
            {
                "templates/blocks/oath.md": (
                    "---\nparameters:\n  who:\n  what: the oath\n---\n{{ who }} takes {{ what }}.\n"
                )
            },
            [
                (
                    "templates/campaigns/dam/letter.md:7:1 [unknown-block] "
                    'unknown block "oth" (did you mean "oath"?)'
                ),
            ],
            id="an unknown block",
        ),
        pytest.param(
            "",
            '{{ block("oath", whom="A") }}\n\n{{ block("plain", a=1) }}\n',
            {
                "templates/blocks/oath.md": (
                    "---\nparameters:\n  who:\n  what: the oath\n---\n{{ who }} takes {{ what }}.\n"
                ),
                "templates/blocks/plain.md": "---\n---\nA\n",
            },
            [
                (
                    "templates/campaigns/dam/letter.md:6:1 [missing-parameter] "
                    'the block "oath" needs the parameter "who" (write '
                    'block("oath", who="…"))'
                ),
                (
                    "templates/campaigns/dam/letter.md:6:1 [unknown-parameter] "
                    'the block "oath" has no parameter "whom" (did you mean '
                    '"who"?)'
                ),
                (
                    "templates/campaigns/dam/letter.md:8:1 [unknown-parameter] "
                    'the block "plain" has no parameter "a" (it has none)'
                ),
            ],
            id="unknown and missing parameters",
        ),
        pytest.param(
            "",
            '{{ block("oath") }}\n',
            {
                "templates/blocks/oath.md": (
                    "---\nparameters: {who: A}\n---\n{{ wo }} {{ recipient.name }} {{ facts.x }}\n"
                )
            },
            [
                (
                    "templates/blocks/oath.md:4:1 [unknown-variable] unknown "
                    'variable "wo" (did you mean "who"?)'
                ),
                (
                    "templates/blocks/oath.md:4:10 [unknown-variable] unknown "
                    'variable "recipient" (known here: block, facts, who)'
                ),
                (
                    "templates/blocks/oath.md:4:31 [unknown-fact] unknown fact "
                    '"x" (write it under facts: in campaign.yaml)'
                ),
            ],
            id="a block that sees too much",
        ),
        pytest.param(
            "",
            '{{ block("a") }}\n',
            {
                "templates/blocks/a.md": '---\n---\n{{ block("b") }}\n',
                "templates/blocks/b.md": '---\n---\nB\n\n- {{ block("c") }}\n',
                "templates/blocks/c.md": '---\n---\n{{ block("a") }}\n',
            },
            [
                (
                    "templates/blocks/c.md:3:1 [circular-block] the blocks lead "
                    "back to themselves: a → b → c → a (take one of these calls "
                    "out)"
                ),
            ],
            id="blocks in a circle",
        ),
        pytest.param(
            "",
            '{{ block("a") }}\n',
            {"templates/blocks/a.md": '---\n---\n{{ block("a") }}\n'},
            [
                (
                    "templates/blocks/a.md:3:1 [circular-block] the blocks lead "
                    "back to themselves: a → a (take one of these calls out)"
                ),
            ],
            id="a block of itself",
        ),
        pytest.param(
            "",
            '{{ block("a") }}\n\n{{ block("b") }}\n',
            {
                "templates/blocks/a.md": ("---\nowmer: X\napproved: {by: A}\n---\nA <b>\n"),
                "templates/blocks/b.md": "---\n---\n\n",
            },
            [
                (
                    'templates/blocks/a.md:2:1 [unknown-key] unknown key "owmer" '
                    '(did you mean "owner"?)'
                ),
                'templates/blocks/a.md:3:11 [missing-key] the key "on" is missing',
                (
                    "templates/blocks/a.md:5:3 [html] HTML is not for letters: "
                    "<b> (write Markdown; \\< prints the sign itself, a \\ at a "
                    "line's end breaks the line)"
                ),
                "templates/blocks/b.md:3:1 [empty-body] the block is empty",
            ],
            id="faults in a block",
        ),
        pytest.param(
            "recipients: none\nsignatories: none\nstatus: x\n",
            '{{ a }} <b>\n\n{{ block("none") }}\n',
            {"templates/campaigns/dam/campaign.yaml": "title: Dam\nfacts: {a: }\n"},
            [
                (
                    "templates/campaigns/dam/campaign.yaml:2:9 [fact] the fact "
                    '"a" is empty (a blank would be printed)'
                ),
                (
                    "templates/campaigns/dam/letter.md:5:13 "
                    '[unknown-recipient-list] unknown recipient list "none" '
                    "(looked in recipients/none.yaml, recipients/none.csv)"
                ),
                (
                    "templates/campaigns/dam/letter.md:6:14 [unknown-roster] unknown "
                    'roster "none" (looked in signatories/none.csv)'
                ),
                (
                    'templates/campaigns/dam/letter.md:7:9 [value] "x" is not a '
                    'value of "status" (one of draft, final)'
                ),
                (
                    'templates/campaigns/dam/letter.md:9:1 [unknown-variable] unknown variable "a" '
                    "(known here: block, campaign, document, facts, recipient, recipients, "
                    "signatories)"
                ),
                (
                    "templates/campaigns/dam/letter.md:9:9 [html] HTML is not for "
                    "letters: <b> (write Markdown; \\< prints the sign itself, a \\ "
                    "at a line's end breaks the line)"
                ),
                (
                    'templates/campaigns/dam/letter.md:11:1 [unknown-block] unknown block "none" '
                    "(looked in templates/blocks/)"
                ),
            ],
            id="faults in all files at once",
        ),
    ],
)
def test_all_that_is_wrong_is_told(
    tmp_path: Path, front: str, body: str, files: dict[str, str | bytes], expected: list[str]
) -> None:
    """Unknown names are told where they stand, in branches that are not taken too."""
    assert said(lambda: dossier(tmp_path, body, front, files)) == expected


def test_whom_a_letter_names_in_english(tmp_path: Path) -> None:
    """A letter in another language tells which recipients have no name in it."""
    files: dict[str, str | bytes] = {
        "undersigned.toml": 'language = "fr"\n',
        "recipients/catalogue/bodies.csv": "id,name\nriver,River Board\ncourt,River Court\n",
        "recipients/catalogue/names.csv": "id,language,name\ncourt,fr,Cour du fleuve\n",
    }
    front = "recipients: [river, court, {name: Ona Tesk}]\n"
    read = dossier(tmp_path, front=front, files=files, language="fr")
    (found,) = (one for one in read.remarks if one.rule == "name-in-english")
    assert found.message == (
        "in French the catalogue has no name for river: the letter has the English"
    )


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("recipients: [river, court]\ncc: [river]\n", '"River Board"'),
        ("recipients: [river, court]\ncc: [court, river]\n", '"River Court", "River Board"'),
        ("recipients: [{name: Ona Tesk}]\ncc: [{name: Ona Tesk}]\n", '"Ona Tesk"'),
        (
            (
                "recipients: [{id: a, name: Ona Tesk, email: o@v.example}]\n"
                "cc: [{id: b, honorific: Dr, name: Ona Tésk, email: O@v.example}]\n"
            ),
            '"Ona Tésk"',
        ),
        ("recipients: [river]\ncc: [court, {name: River Board}]\n", ""),
        (
            (
                "recipients: [{office: river/member, name: Ona Tesk}]\n"
                "cc: [{office: river/member, name: Ina Tesk}]\n"
            ),
            "",
        ),
    ],
)
def test_a_copy_to_a_recipient(tmp_path: Path, front: str, told: str) -> None:
    """Somebody who gets the letter and a copy of it is told, once for all of them."""
    files: dict[str, str | bytes] = {
        "recipients/catalogue/bodies.csv": "id,name\nriver,River Board\ncourt,River Court\n",
        "recipients/catalogue/offices.csv": "id,of,name\nriver/member,river,Member\n",
    }
    read = dossier(tmp_path, front=front, files=files)
    found = [str(one) for one in read.remarks if one.rule == "copy-to-recipient"]
    assert found == (
        [
            (
                f"templates/campaigns/dam/letter.md:6:5: among the recipients and in cc: {told} "
                "(whom the letter is addressed to needs no copy: take them out of one of the two)"
            )
        ]
        if told
        else []
    )


def test_a_catalogue_with_faults_makes_no_recipient_unknown(tmp_path: Path) -> None:
    """What is wrong is told where it is wrong, and nowhere else."""
    table = "recipients/catalogue/forms_of_address.csv"
    files: dict[str, str | bytes] = {table: "office,language,salutation\nca,,Dear all\n"}
    assert said(lambda: dossier(tmp_path, front="recipients: [ca]\ncc: [us]\n", files=files)) == [
        (
            f"{table}:2:1 [catalogue] the row has no office or no language "
            "(fill the cell, or take the row out)"
        )
    ]
