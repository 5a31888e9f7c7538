"""Mistakes in the front matter of a letter, and in the list of its recipients."""

from __future__ import annotations

from tests.acceptance.letters import LETTER
from tests.acceptance.mistakes import Mistake

__all__ = ["IN_FRONT_MATTER"]

IN_FRONT_MATTER = [
    Mistake("broken YAML", (LETTER, "subject:"), ("",), front="subject: Rivers: the dam"),
    Mistake(
        "unknown key",
        (LETTER, "salutations:"),
        ("salutations", '"salutation"'),
        front="salutations: Dear all,",
    ),
    Mistake(
        "key of another kind",
        (LETTER, "dateline: HERE"),
        ("dateline",),
        front="dateline: HERE",
    ),
    Mistake(
        "duplicate key", (LETTER, "place: There"), ("place",), front="place: Here\nplace: There"
    ),
    Mistake(
        "unknown kind", (LETTER, "kind:"), ("open-leter", '"open-letter"'), front="kind: open-leter"
    ),
    Mistake("wrong type", (LETTER, "enclosures:"), ("enclosures",), front="enclosures: {a: 1}"),
    Mistake("list for words", (LETTER, "place:"), ("place",), front="place: [a, b]"),
    Mistake("impossible date", (LETTER, "date:"), ("2024-02-31",), front="date: 2024-02-31"),
    Mistake("no date", (LETTER, "date:"), ("soon",), front="date: soon"),
    Mistake("unknown status", (LETTER, "status:"), ("finished",), front="status: finished"),
    Mistake(
        "embargo without time zone",
        (LETTER, "embargo:"),
        ("time zone",),
        front="embargo: 2024-05-01 09:00",
    ),
    Mistake(
        "unknown time zone",
        (LETTER, "embargo:"),
        ("Asia/Jakata",),
        front="embargo: 2024-05-01 09:00 Asia/Jakata",
    ),
    Mistake(
        "impossible embargo",
        (LETTER, "embargo:"),
        ("2024-02-31",),
        front="embargo: 2024-02-31 09:00 Asia/Jakarta",
    ),
    Mistake(
        "unknown list",
        (LETTER, "recipients:"),
        ("parliamnts", '"parliaments"'),
        front="recipients: parliamnts",
        files={"recipients/parliaments.yaml": "recipients:\n  - {parliament: ca}\n"},
    ),
    Mistake(
        "unknown parliament",
        (LETTER, "{parliament: uk}"),
        ("uk",),
        front="recipients:\n  - {parliament: ca}\n  - {parliament: uk}",
    ),
    Mistake(
        "unknown parliament in a list",
        ("recipients/two.yaml", "parliament: jq"),
        ("jq",),
        front="recipients: two",
        files={"recipients/two.yaml": "recipients:\n  - {parliament: ca}\n  - parliament: jq\n"},
    ),
    Mistake(
        "unknown parliament in a table",
        ("recipients/two.csv", "jq"),
        ("jq",),
        front="recipients: two",
        files={"recipients/two.csv": "parliament;as\nca;\njq;Them\n"},
    ),
    Mistake(
        "unknown column of a list",
        ("recipients/two.csv", "parlament"),
        ("parlament", '"parliament"'),
        front="recipients: two",
        files={"recipients/two.csv": "parlament\nca\n"},
    ),
    Mistake(
        "unknown key of a recipient",
        ("recipients/two.yaml", "salution"),
        ("salution", '"salutation"'),
        front="recipients: two",
        files={"recipients/two.yaml": "recipients:\n  - {id: a, name: A, salution: Dear A}\n"},
    ),
    Mistake(
        "unknown chamber",
        (LETTER, "chamber:"),
        ("us-uper", '"us-upper"'),
        front="recipients: [{chamber: us-uper}]",
    ),
    Mistake(
        "unknown office",
        (LETTER, "office:"),
        ("us-lower/speeker", '"us-lower/speaker"'),
        front="recipients: [{office: us-lower/speeker}]",
    ),
    Mistake("unknown copy", (LETTER, "cc:"), ("ohchrr", '"ohchr"'), front="cc: [ohchrr]"),
    Mistake(
        "unknown roster",
        (LETTER, "signatories:"),
        ("sigers", '"signers"'),
        front="signatories: sigers",
        files={"signatories/signers.csv": "id\nrwv\n"},
    ),
    Mistake(
        "unknown roster option",
        (LETTER, "signatories:"),
        ("grouped_by", '"group_by"'),
        front="signatories: {roster: signers, grouped_by: kind}",
        files={"signatories/signers.csv": "id\nrwv\n"},
    ),
    Mistake(
        "unknown order",
        (LETTER, "signatories:"),
        ("alphabetic",),
        front="signatories: {roster: signers, order: alphabetic}",
        files={"signatories/signers.csv": "id\nrwv\n"},
    ),
]
