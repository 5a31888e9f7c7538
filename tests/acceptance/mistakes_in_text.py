"""Mistakes in a letter's text, in its blocks and in its pictures."""

from __future__ import annotations

from tests.acceptance.letters import BLOCKS, CAMPAIGN, LETTER, PICTURE
from tests.acceptance.mistakes import Mistake

__all__ = ["IN_TEXT"]

FACTS = "title: Spring\nlanguages: [en]\nfacts:\n  turnout: 61\n  rivers: [Sorrel, Tane]\n"


def block(body: str, parameters: str = "") -> str:
    return f"---\ntitle: A block\n{parameters}---\n{body}\n"


IN_TEXT = [
    Mistake("empty body", (LETTER, ""), ("empty",), body=""),
    Mistake(
        "unknown variable", (LETTER, "fact.turnout"), ("fact", '"facts"'), "On {{ fact.turnout }}."
    ),
    Mistake(
        "unknown fact",
        (LETTER, "facts.turnot"),
        ("turnot", '"turnout"'),
        "First.\n\nOn {{ facts.turnot }}.",
        files={CAMPAIGN: FACTS},
    ),
    Mistake(
        "unknown fact in a heading",
        (LETTER, "facts.turnot"),
        ("turnot", '"turnout"'),
        "First.\n\n## On {{ facts.turnot }}\n\nLast.",
        files={CAMPAIGN: FACTS},
    ),
    Mistake(
        "unknown fact on the second line",
        (LETTER, "facts.turnot"),
        ("turnot", '"turnout"'),
        "First of\ntwo {{ facts.turnot }} lines.",
        files={CAMPAIGN: FACTS},
    ),
    Mistake(
        "unknown fact in a note",
        (LETTER, "facts.turnot"),
        ("turnot", '"turnout"'),
        "First.[^1]\n\n[^1]: By {{ facts.turnot }}.",
        files={CAMPAIGN: FACTS},
    ),
    Mistake(
        "unknown fact in a condition",
        (LETTER, "facts.turnot"),
        ("turnot", '"turnout"'),
        "{% if facts.turnot %}\nMany.\n{% endif %}\n\nLast.",
        files={CAMPAIGN: FACTS},
    ),
    Mistake(
        "unknown fact in a branch not taken",
        (LETTER, "facts.turnot"),
        ("turnot", '"turnout"'),
        "{% if facts.turnout < 5 %}\nOn {{ facts.turnot }}.\n{% endif %}\n\nLast.",
        files={CAMPAIGN: FACTS},
    ),
    Mistake(
        "unknown word of the recipient",
        (LETTER, "recipient.nam "),
        ("nam", '"name"'),
        "Dear {{ recipient.nam }}.",
    ),
    Mistake(
        "unknown filter",
        (LETTER, "joined"),
        ("joined", '"join"'),
        "On {{ facts.rivers | joined }}.",
        files={CAMPAIGN: FACTS},
    ),
    Mistake("unclosed expression", (LETTER, "{{ facts"), ("}}",), "On {{ facts.turnout and more."),
    Mistake("syntax", (LETTER, "{{ 1 +"), ("",), "On {{ 1 + }}."),
    Mistake(
        "if without end",
        (LETTER, "{% if true"),
        ("endif",),
        "{% if true %}\nMany.",
    ),
    Mistake("end without if", (LETTER, "{% endif"), ("endif",), "Many.\n\n{% endif %}"),
    Mistake(
        "for without end",
        (LETTER, "{% for"),
        ("endfor",),
        "{% for river in facts.rivers %}\n{{ river }}",
        files={CAMPAIGN: FACTS},
    ),
    Mistake(
        "statement inside a line",
        (LETTER, "{% if true"),
        ("own",),
        "Some {% if true %}more{% endif %} words.",
    ),
    Mistake(
        "unknown statement", (LETTER, "{% include"), ("include",), '{% include "x" %}\n\nWords.'
    ),
    Mistake("raw HTML", (LETTER, "<div"), ("HTML",), "<div>Words.</div>"),
    Mistake("raw HTML in a line", (LETTER, "<b>"), ("HTML",), "Some <b>bold words."),
    Mistake(
        "link to something else",
        (LETTER, "javascript"),
        ("javascript",),
        "See [this](javascript:alert).",
    ),
    Mistake("note without text", (LETTER, "[^2]"), ("2",), "One.[^1] Two.[^2]\n\n[^1]: Source."),
    Mistake("note never referred to", (LETTER, "[^2]:"), ("2",), "One.\n\n[^2]: Source."),
    Mistake(
        "note with two texts",
        (LETTER, "[^1]: Another"),
        ("1",),
        "One.[^1]\n\n[^1]: Source.\n\n[^1]: Another.",
    ),
    Mistake(
        "unknown block",
        (LETTER, 'block("duti"'),
        ("duti", '"duty"'),
        'First.\n\n{{ block("duti") }}',
        files={f"{BLOCKS}/duty.md": block("All owe.")},
    ),
    Mistake(
        "unknown parameter",
        (LETTER, 'block("duty"'),
        ("whom", '"who"'),
        '{{ block("duty", whom="all") }}',
        files={f"{BLOCKS}/duty.md": block("{{ who }} owe.", "parameters:\n  who: All\n")},
    ),
    Mistake(
        "missing parameter",
        (LETTER, 'block("duty"'),
        ("who",),
        '{{ block("duty") }}',
        files={f"{BLOCKS}/duty.md": block("{{ who }} owe.", "parameters:\n  who:\n")},
    ),
    Mistake(
        "unknown variable in a block",
        (f"{BLOCKS}/duty.md", "{{ whom }}"),
        ("whom", '"who"'),
        '{{ block("duty") }}',
        files={
            f"{BLOCKS}/duty.md": block("First.\n\n{{ whom }} owe.", "parameters:\n  who: All\n")
        },
    ),
    Mistake(
        "the recipient in a block",
        (f"{BLOCKS}/duty.md", "{{ recipient"),
        ("recipient",),
        '{{ block("duty") }}',
        files={f"{BLOCKS}/duty.md": block("{{ recipient.name }} owes.")},
    ),
    Mistake(
        "unknown key of a block",
        (f"{BLOCKS}/duty.md", "params:"),
        ("params", '"parameters"'),
        '{{ block("duty") }}',
        files={f"{BLOCKS}/duty.md": block("All owe.", "params:\n  who: All\n")},
    ),
    Mistake(
        "block among other words",
        (LETTER, 'block("duty"'),
        ("paragraph",),
        'As we said: {{ block("duty") }}',
        files={f"{BLOCKS}/duty.md": block("All owe.")},
    ),
    Mistake(
        "empty block",
        (f"{BLOCKS}/duty.md", ""),
        ("empty",),
        '{{ block("duty") }}',
        files={f"{BLOCKS}/duty.md": block("")},
    ),
    Mistake("missing picture", (LETTER, "map.png"), ("map.png",), "![A map](map.png)"),
    Mistake(
        "unreadable picture",
        (LETTER, "map.png"),
        ("map.png",),
        "![A map](map.png)",
        files={"templates/campaigns/spring/map.png": "no picture"},
    ),
    Mistake(
        "picture on the network",
        (LETTER, "map.png"),
        ("https://example.org/map.png",),
        "![A map](https://example.org/map.png)",
    ),
    Mistake(
        "picture without description",
        (LETTER, "map.svg"),
        ("description",),
        "![](map.svg)",
        files={"templates/campaigns/spring/map.svg": PICTURE},
    ),
]
