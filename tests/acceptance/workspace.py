"""The seed documents as a coordinator would keep them: a workspace in the authoring format.

What several documents say with a few words changed becomes a text block whose parameters are the
changed words; figures that recur become facts; organisations that sign twice stand in the
directory. All of it is found in the seeds at test time.

Whom the letters are written to is told in one of two ways: each parliament by the name that the
seed has for it, or by the list that ships and nothing else, so that the catalogue names them.
"""

from __future__ import annotations

import csv
import io
import json
import re
from calendar import month_name
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from tests.support.seeds import SeedDocument, SeedStatement

    # What of a letter's front matter, and which files, say whom it is written to.
    Addressing = Callable[[SeedDocument], tuple[dict[str, str], dict[str, str]]]

__all__ = [
    "CAMPAIGN",
    "DATES",
    "PARLIAMENTS",
    "SEVEN",
    "STATEMENT",
    "SharedPassage",
    "find_shared",
    "from_the_catalogue",
    "write_workspace",
]

CAMPAIGN = "elections"
STATEMENT = "written-statement"
# The seeds give no dates but the statement's own.
DATES = {
    "senate-letter": "2024-01-15",
    "prison-sentences": "2023-10-25",
    "undemocratic-elections": "2023-07-24",
    "joint-statement": "2023-07-22",
    "sham-elections": "2023-06-05",
    STATEMENT: "2024-02-13",
}
# Whom the open letters are written to, in the order in which both name them.
PARLIAMENTS = ("x-ep", "us", "ca", "au", "gb", "nz", "jp")
# The list that ships.
SEVEN = "seven-parliaments"
# A passage is shared where this many words follow each other in two documents; within it, a run of
# fewer than _SHORTEST_RUN words is left to the parameters around it.
_SHARED = 13
_SHORTEST_RUN = 3
_FACTS = re.compile(
    r"(?P<seats_won>\d+) (?:of the|out of) (?P<seats>\d+) seats"
    r"|(?P<years>\d+)(?= years (?:of house|imprisonment on))"
    r"|(?<=\(CNRP\) in )(?P<dissolved>\d{4})"
)


@dataclass(frozen=True)
class SharedPassage:
    """A paragraph that two documents share: words and gaps, and each document's words for those."""

    name: str
    places: tuple[tuple[str, int], tuple[str, int]]
    parts: tuple[str | None, ...]  # None is a gap
    fillings: tuple[tuple[str, ...], tuple[str, ...]]


def by_the_seeds_names(document: SeedDocument) -> tuple[dict[str, str], dict[str, str]]:
    """Front matter and files by which a letter names its addressees as its seed does."""
    addressed = list(zip(PARLIAMENTS, document.recipients, strict=False))
    if len(addressed) == len(PARLIAMENTS):
        rows = [f"  - {{parliament: {id_}, as: {_quoted(name)}}}" for id_, name in addressed]
        text = "\n".join(["title: All of them", "recipients:", *rows, ""])
        files = {f"recipients/{document.name}.yaml": text}
    else:
        table = _table(("parliament", "as"), addressed, delimiter=";")
        files = {f"recipients/{document.name}.csv": "\ufeff" + table}
    return {"recipients": document.name, **_courtesies(document)}, files


def from_the_catalogue(shipped: Path, *, courtesies: bool) -> Addressing:
    """How a letter is addressed by the list that ships, less those that its seed leaves out.

    With `courtesies` it keeps the seed's own salutation and close.
    """

    def addressed(document: SeedDocument) -> tuple[dict[str, str], dict[str, str]]:
        left_out = PARLIAMENTS[len(document.recipients) :]
        less = f"[{{include: {SEVEN}, exclude: [{', '.join(left_out)}]}}]"
        front = {"recipients": less if left_out else SEVEN}
        files = {f"recipients/{SEVEN}.yaml": shipped.read_text(encoding="utf-8")}
        return front | (_courtesies(document) if courtesies else {}), files

    return addressed


def _courtesies(document: SeedDocument) -> dict[str, str]:
    return {"salutation": _quoted(document.salutation), "close": _quoted(document.close)}


def write_workspace(
    folder: Path,
    documents: Sequence[SeedDocument],
    statement: SeedStatement,
    addressed: Addressing = by_the_seeds_names,
) -> None:
    """Everything that the six documents need."""
    shared = find_shared(documents)
    known = _signing_twice(documents)
    files = {
        "undersigned.toml": 'organisation = "The coalition"\nlanguage = "en"\n',
        f"templates/campaigns/{CAMPAIGN}/campaign.yaml": _campaign(documents),
        "signatories/directory.csv": _table(
            ("id", "name", "acronym", "ecosoc"),
            [
                *((acronym.lower(), name, acronym, "") for name, acronym in known),
                ("submitter", statement.submitter, "", "general"),
            ],
        ),
        f"templates/campaigns/{CAMPAIGN}/{STATEMENT}.md": _statement(statement),
    }
    for passage in shared:
        files[f"templates/blocks/{passage.name}.md"] = _block(passage)
    for document in documents:
        files |= _document(document, shared, known, addressed)
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def find_shared(documents: Sequence[SeedDocument]) -> list[SharedPassage]:
    """What recurs between documents, the longest common run first; each paragraph once."""
    paragraphs = [
        (document.name, index, paragraph.split())
        for document in documents
        for index, paragraph in enumerate(document.body)
    ]
    pairs = []
    for one, other in combinations(paragraphs, 2):
        if one[0] != other[0]:
            matcher = SequenceMatcher(None, one[2], other[2], autojunk=False)
            size = matcher.find_longest_match().size
            if size >= _SHARED:
                pairs.append((size, one, other))
    taken: set[tuple[str, int]] = set()
    shared: list[SharedPassage] = []
    for _, one, other in sorted(pairs, key=lambda pair: -pair[0]):
        places = (one[:2], other[:2])
        if not taken.intersection(places):
            taken.update(places)
            shared.append(_align(f"passage-{len(shared) + 1}", places, one[2], other[2]))
    return shared


def _align(
    name: str,
    places: tuple[tuple[str, int], tuple[str, int]],
    one: list[str],
    other: list[str],
) -> SharedPassage:
    parts: list[str | None] = []
    fillings: tuple[list[str], list[str]] = ([], [])
    at_one = at_other = 0
    for run in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        if 0 < run.size < _SHORTEST_RUN:
            continue
        gaps = one[at_one : run.a], other[at_other : run.b]
        if any(gaps):
            parts.append(None)
            for filling, gap in zip(fillings, gaps, strict=True):
                filling.append(" ".join(gap))
        if run.size:
            parts.append(" ".join(one[run.a : run.a + run.size]))
        at_one, at_other = run.a + run.size, run.b + run.size
    return SharedPassage(name, places, tuple(parts), (tuple(fillings[0]), tuple(fillings[1])))


def _block(passage: SharedPassage) -> str:
    lines = ["---", f"title: {passage.name}", "parameters:"]
    words = []
    for part in passage.parts:
        if part is not None:
            words.append(_markdown(part))
            continue
        number = len(lines) - 2
        values = [filling[number - 1] for filling in passage.fillings]
        # What one of the documents leaves out has a default, so that it need not say so.
        lines.append(f"  words_{number}:" if all(values) else f'  words_{number}: ""')
        words.append(f"{{{{ words_{number} }}}}")
    return "\n".join([*lines, "---", " ".join(words), ""])


def _call(passage: SharedPassage, place: tuple[str, int]) -> str:
    filling = passage.fillings[passage.places.index(place)]
    given = [
        f"  words_{number}={_quoted(words)}" for number, words in enumerate(filling, 1) if words
    ]
    return f'{{{{ block("{passage.name}",\n' + ",\n".join(given) + "\n) }}"


def _campaign(documents: Sequence[SeedDocument]) -> str:
    facts: dict[str, str] = {}
    for document in documents:
        for found in _FACTS.finditer("\n".join(document.body)):
            facts |= {name: value for name, value in found.groupdict().items() if value}
    dated = facts.popitem()
    return "\n".join(
        [
            "title: Elections",
            "languages: [en]",
            "facts:",
            *(f"  {name}: {value}" for name, value in facts.items()),
            f"  {dated[0]}: {{value: {dated[1]}, source: The press, as_of: 2023-07-24}}",
            "",
        ]
    )


def _document(
    document: SeedDocument,
    shared: Iterable[SharedPassage],
    known: Sequence[tuple[str, str]],
    addressed: Addressing,
) -> dict[str, str]:
    files: dict[str, str] = {}
    front = {"title": _quoted(document.title), "date": DATES[document.name], "status": "final"}
    if document.recipients:
        keys, lists = addressed(document)
        front |= {"kind": "open-letter", **keys}
        files |= lists
    elif document.dateline:
        front |= {"kind": "press-release", "dateline": document.dateline}
    else:
        front |= {"kind": "joint-statement"}
    if document.signatories:
        front["signatories"] = document.name
        files[f"signatories/{document.name}.csv"] = _table(
            ("id", "name", "acronym"),
            [
                (entry[1].lower(), "", "") if entry in known else ("", *entry)
                for entry in document.signatories
            ],
        )
    calls = {place: _call(passage, place) for passage in shared for place in passage.places}
    body = [
        calls.get((document.name, index)) or _markdown(paragraph)
        for index, paragraph in enumerate(document.body)
    ]
    files[f"templates/campaigns/{CAMPAIGN}/{document.name}.md"] = _source(front, body)
    return files


def _statement(statement: SeedStatement) -> str:
    dates = {"received", "distributed"}
    front = {
        "kind": "un-statement",
        "title": _quoted(statement.title),
        "date": DATES[STATEMENT],
        "status": "final",
        "submitted_by": "submitter",
        "supported_by": f"[{{name: {_quoted(statement.supporter)}}}]",
        **{
            name: _iso(value) if name in dates else value
            for name, value in statement.fields.items()
        },
    }
    return _source(front, [_markdown(paragraph) for paragraph in statement.body])


def _signing_twice(documents: Iterable[SeedDocument]) -> list[tuple[str, str]]:
    entries = [entry for document in documents for entry in document.signatories]
    return [entry for entry in dict.fromkeys(entries) if entries.count(entry) > 1 and entry[1]]


def _source(front: dict[str, str], body: list[str]) -> str:
    lines = [f"{key}: {value}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", "\n\n".join(body), ""])


def _markdown(text: str) -> str:
    """The words as Markdown that says just these words, with the recurring figures as facts."""
    return _FACTS.sub(_as_facts, re.sub(r"[\\`*_\[\]<&~{]", r"\\\g<0>", text))


def _as_facts(found: re.Match[str]) -> str:
    text = found[0]
    for name, value in found.groupdict().items():
        if value:
            text = re.sub(rf"(?<![\d{{]){value}(?!\d)", f"{{{{ facts.{name} }}}}", text)
    return text


def _table(header: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return written.getvalue()


def _iso(date: str) -> str:
    """A date as the statement prints it, as the front matter wants it."""
    day, month, year = date.split()
    return f"{year}-{list(month_name).index(month):02}-{int(day):02}"


def _quoted(text: str) -> str:
    """A string that YAML and Jinja read alike."""
    return json.dumps(text, ensure_ascii=False)
