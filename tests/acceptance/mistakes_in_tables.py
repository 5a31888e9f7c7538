"""Mistakes in rosters, in the directory, and in what the campaign and the workspace say."""

from __future__ import annotations

from tests.acceptance.letters import CAMPAIGN, DIRECTORY
from tests.acceptance.mistakes import Mistake

__all__ = ["IN_TABLES"]

IN_TABLES = [
    Mistake(
        "unknown id",
        ("signatories/signers.csv", "rww"),
        '1: unknown signatory "rww" [unknown-signatory]',
        'did you mean "rwv"?',
        front="signatories: signers",
        files={"signatories/signers.csv": "id\nlantern\nrww\n"},
    ),
    Mistake(
        "unknown column",
        ("signatories/signers.csv", "acronim"),
        '1: unknown column "acronim" [unknown-column]',
        'did you mean "acronym"?',
        front="signatories: signers",
        files={"signatories/signers.csv": "name,acronim\nBridge Guild,BG\n"},
    ),
    Mistake(
        "neither id nor name",
        ("signatories/signers.csv", ",,BG"),
        "1: the row has neither id nor name [roster]",
        "name who signs, or delete the row",
        front="signatories: signers",
        files={"signatories/signers.csv": "id,name,acronym\nrwv,,\n,,BG\n"},
    ),
    Mistake(
        "empty status",
        ("signatories/signers.csv", "lantern"),
        "1: the status is empty [roster-status]",
        "write one of invited, confirmed, withdrawn, withheld",
        front="signatories: signers",
        files={"signatories/signers.csv": "id,status\nrwv,confirmed\nlantern,\n"},
    ),
    Mistake(
        "unknown status of a signatory",
        ("signatories/signers.csv", "lantern"),
        "1: the status is none that there is [roster-status]",
        'did you mean "confirmed"?',
        front="signatories: signers",
        files={"signatories/signers.csv": "id,status\nrwv,confirmed\nlantern,comfirmed\n"},
    ),
    Mistake(
        "unknown kind of a signatory",
        ("signatories/signers.csv", "Bridge"),
        '1: "organization" is not a value of "kind" [roster]',
        'did you mean "organisation"?',
        front="signatories: signers",
        files={"signatories/signers.csv": "name,kind\nBridge Guild,organization\n"},
    ),
    Mistake(
        "more cells than columns",
        ("signatories/signers.csv", "Bridge"),
        "1: the row has 3 cells, the table 2 columns [table]",
        "a cell with the separator in it needs quotation marks around it",
        front="signatories: signers",
        files={"signatories/signers.csv": "name,acronym\nBridge Guild,BG,extra\n"},
    ),
    Mistake(
        "one id twice in the directory",
        (DIRECTORY, "Second"),
        '1: the id "rwv" is there twice [directory]',
        "",
        front="signatories: signers",
        files={
            DIRECTORY: "id,name\nrwv,River Watch\nrwv,Second Watch\n",
            "signatories/signers.csv": "id\nrwv\n",
        },
    ),
    Mistake(
        "unknown consultative status",
        (DIRECTORY, "River"),
        '1: "generel" is not a value of "ecosoc" [roster]',
        'did you mean "general"?',
        front="signatories: signers",
        files={
            DIRECTORY: "id,name,ecosoc\nrwv,River Watch,generel\n",
            "signatories/signers.csv": "id\nrwv\n",
        },
    ),
    Mistake(
        "unknown key of the campaign",
        (CAMPAIGN, "fact:"),
        '1: unknown key "fact" [unknown-key]',
        'did you mean "facts"?',
        files={CAMPAIGN: "title: Spring\nfact: {a: 1}\n"},
    ),
    Mistake(
        "unknown organisation in the letterhead",
        (CAMPAIGN, "letterhead"),
        '14: unknown organisation "rww" [unknown-signatory]',
        'did you mean "rwv"?',
        files={CAMPAIGN: "title: Spring\nletterhead: [rww]\n"},
    ),
    Mistake(
        "unknown key of a fact",
        (CAMPAIGN, "sauce"),
        '17: unknown key "sauce" [unknown-key]',
        'did you mean "source"?',
        files={CAMPAIGN: "title: Spring\nfacts:\n  a: {value: 1, sauce: Gauge}\n"},
    ),
    Mistake(
        "fact without value",
        (CAMPAIGN, "source"),
        '6: the key "value" is missing [missing-key]',
        "",
        files={CAMPAIGN: "title: Spring\nfacts:\n  a: {source: Gauge}\n"},
    ),
    Mistake(
        "impossible date of a fact",
        (CAMPAIGN, "as_of"),
        '24: "2024-02-31" is not a date [value]',
        "write as_of: 2026-01-31 (year-month-day)",
        files={CAMPAIGN: "title: Spring\nfacts:\n  a: {value: 1, as_of: 2024-02-31}\n"},
    ),
    Mistake(
        "missing translation",
        (CAMPAIGN, "languages"),
        '1: spring/letter has no text in the language "fr" [missing-translation]',
        "write templates/campaigns/spring/letter.fr.md, or take the language out here",
        files={CAMPAIGN: "title: Spring\nlanguages: [en, fr]\n"},
    ),
    Mistake(
        "unknown key of the workspace",
        ("undersigned.toml", "langage"),
        '1: unknown key "langage" [unknown-key]',
        'did you mean "language"?',
        files={"undersigned.toml": 'organisation = "A"\nlangage = "en"\n'},
    ),
    Mistake(
        "unknown language of the workspace",
        ("undersigned.toml", "xx"),
        '1: unknown language "xx" [unknown-language]',
        "looked in templates/wording/",
        files={"undersigned.toml": 'organisation = "A"\nlanguage = "xx"\n'},
    ),
    Mistake(
        "broken TOML",
        ("undersigned.toml", "language ="),
        "12: broken TOML: Invalid value [toml]",
        'write key = "value"',
        files={"undersigned.toml": 'organisation = "A"\nlanguage = \n'},
    ),
]
