"""Writes what is measured: a workspace with letters of any number of invented signatories."""

from __future__ import annotations

from html import escape
from pathlib import Path

__all__ = ["CAMPAIGN", "KINDS", "MOST", "names", "write_plain_table", "write_workspace"]

CAMPAIGN = "growth"
KINDS = ("open-letter", "joint-statement")

_FORMS = (
    "{} Civic Forum", "Women's League of {}", "{} Legal Aid", "Citizens' Watch {}",
    "Teachers of {}", "Keepers of {} River", "Journalists of {}", "The Voices of {} Market",
    "{} Centre for Public Integrity", "Friends of the {} Archive", "{} Youth Assembly",
    "Council of Elders of {}", "{} Disability Network", "Committee for Fair Elections in {}",
    "Études {}", "Farmers' Union of {}", "Open Records {}", "Institute for Peace and Memory, {}",
    "{} Housing Action", "Refuge {}",
)  # fmt: skip
_HEADS = (
    "Alder", "Brack", "Cory", "Dun", "Elm", "Fenn", "Gar", "Hollow", "Isen", "Jor", "Kestrel",
    "Lin", "Mar", "Nether", "Oster",
)  # fmt: skip
_TAILS = ("by", "dale", "fjord", "haven", "mere", "mouth", "stead", "thal", "vik", "wick")
MOST = len(_FORMS) * len(_HEADS) * len(_TAILS)

_OPEN_LETTER = """\
recipients:
  - {id: speaker, office: The Speaker, institution: House of Deputies of Examplia}
  - {id: senate, office: The President, institution: Senate of Examplia}
  - {id: commission, office: The Chair, institution: Electoral Commission of Examplia}
subject: The vote of next spring
salutation: Excellencies,
close: Yours sincerely,
"""
_BODY = """\
We, the undersigned, write about the vote of next spring. The voters' roll has been closed to
those who moved since the last count, and nobody has said when it will be opened again.

In March our observers stood at every counter in four provinces.[^1] Of those who came to be
entered, a third were sent away: for want of a form that the office itself had run out of, for
an address without a number, for a name written otherwise than in an older register.

The law gives thirty days for a complaint and says who is to hear it. In none of the cases that
we followed was a hearing held in time, and in most no date for one was ever set.

## What we ask

1. Open the roll again, for all of April, in every district.
2. Say in public, each week, how many were entered and how many turned away, and why.
3. Let observers be present wherever names are entered or struck out.

We are ready to share what we found with whoever wishes to act on it, and to be corrected.

[^1]: The observers' report is with the secretariat.
"""


def names(number: int) -> list[str]:
    """That many different names of organisations, the long and the short evenly mixed."""
    places = [head + tail for head in _HEADS for tail in _TAILS]
    return [
        _FORMS[(index + index // len(places)) % len(_FORMS)].format(places[index % len(places)])
        for index in range(number)
    ]


def write_workspace(folder: Path, numbers: tuple[int, ...]) -> None:
    """A workspace with a letter of every kind in `KINDS` for each number of signatories."""
    _write(folder / "undersigned.toml", 'organisation = "Civic Forum"\nlanguage = "en"\n')
    campaign = folder / "templates" / "campaigns" / CAMPAIGN
    _write(campaign / "campaign.yaml", "title: The vote of next spring\n")
    for number in numbers:
        _write(folder / "signatories" / f"s{number}.csv", _roster(number))
        for kind in KINDS:
            _write(campaign / f"{kind}-{number}.md", _document(kind, number))


def write_plain_table(path: Path, number: int) -> None:
    """The same text and names as plain HTML, the names in a table, three to a row."""
    cells = [f"<td>{escape(name)}</td>" for name in names(number)]
    rows = ["<tr>" + "".join(cells[at : at + 3]) + "</tr>" for at in range(0, number, 3)]
    paragraphs = [f"<p>{escape(text)}</p>" for text in _BODY.split("\n\n")]
    style = (
        '@page { margin: 25mm } body { font: 11pt "Source Serif 4"; text-align: justify }'
        " table { width: 100%; font-size: 9pt; text-align: start }"
    )
    parts = [
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Letter</title>',
        f"<style>{style}</style><h1>Letter</h1>",
        *paragraphs,
        "<table>",
        *rows,
        "</table></html>",
    ]
    _write(path, "\n".join(parts))


def _roster(number: int) -> str:
    return "\n".join(["name", *(f'"{name}"' for name in names(number)), ""])


def _document(kind: str, number: int) -> str:
    head = f"kind: {kind}\ntitle: Let every voter be entered\ndate: 2024-01-15\nplace: Alderby\n"
    addressed = _OPEN_LETTER if kind == "open-letter" else ""
    return f"---\n{head}status: final\n{addressed}signatories: s{number}\n---\n{_BODY}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
