"""Mistakes in rosters, in the directory, and in what the campaign and the workspace say."""

from __future__ import annotations

from tests.acceptance.letters import CAMPAIGN, DIRECTORY
from tests.acceptance.mistakes import Mistake

__all__ = ["IN_TABLES"]

IN_TABLES = [
    Mistake(
        "unknown id",
        ("signatories/signers.csv", "rww"),
        ("rww", '"rwv"'),
        front="signatories: signers",
        files={"signatories/signers.csv": "id\nlantern\nrww\n"},
    ),
    Mistake(
        "unknown column",
        ("signatories/signers.csv", "acronim"),
        ("acronim", '"acronym"'),
        front="signatories: signers",
        files={"signatories/signers.csv": "name,acronim\nBridge Guild,BG\n"},
    ),
    Mistake(
        "neither id nor name",
        ("signatories/signers.csv", ",,BG"),
        ("name",),
        front="signatories: signers",
        files={"signatories/signers.csv": "id,name,acronym\nrwv,,\n,,BG\n"},
    ),
    Mistake(
        "empty status",
        ("signatories/signers.csv", "lantern"),
        ("status",),
        front="signatories: signers",
        files={"signatories/signers.csv": "id,status\nrwv,confirmed\nlantern,\n"},
    ),
    Mistake(
        "unknown status of a signatory",
        ("signatories/signers.csv", "lantern"),
        ("comfirmed", '"confirmed"'),
        front="signatories: signers",
        files={"signatories/signers.csv": "id,status\nrwv,confirmed\nlantern,comfirmed\n"},
    ),
    Mistake(
        "unknown kind of a signatory",
        ("signatories/signers.csv", "Bridge"),
        ("organization", '"organisation"'),
        front="signatories: signers",
        files={"signatories/signers.csv": "name,kind\nBridge Guild,organization\n"},
    ),
    Mistake(
        "more cells than columns",
        ("signatories/signers.csv", "Bridge"),
        ("",),
        front="signatories: signers",
        files={"signatories/signers.csv": "name,acronym\nBridge Guild,BG,extra\n"},
    ),
    Mistake(
        "one id twice in the directory",
        (DIRECTORY, "Second"),
        ("rwv",),
        front="signatories: signers",
        files={
            DIRECTORY: "id,name\nrwv,River Watch\nrwv,Second Watch\n",
            "signatories/signers.csv": "id\nrwv\n",
        },
    ),
    Mistake(
        "unknown consultative status",
        (DIRECTORY, "River"),
        ("generel", "general"),
        front="signatories: signers",
        files={
            DIRECTORY: "id,name,ecosoc\nrwv,River Watch,generel\n",
            "signatories/signers.csv": "id\nrwv\n",
        },
    ),
    Mistake(
        "unknown key of the campaign",
        (CAMPAIGN, "fact:"),
        ("fact", '"facts"'),
        files={CAMPAIGN: "title: Spring\nfact: {a: 1}\n"},
    ),
    Mistake(
        "unknown organisation in the letterhead",
        (CAMPAIGN, "letterhead"),
        ("rww", '"rwv"'),
        files={CAMPAIGN: "title: Spring\nletterhead: [rww]\n"},
    ),
    Mistake(
        "unknown key of a fact",
        (CAMPAIGN, "sauce"),
        ("sauce", '"source"'),
        files={CAMPAIGN: "title: Spring\nfacts:\n  a: {value: 1, sauce: Gauge}\n"},
    ),
    Mistake(
        "fact without value",
        (CAMPAIGN, "source"),
        ("value",),
        files={CAMPAIGN: "title: Spring\nfacts:\n  a: {source: Gauge}\n"},
    ),
    Mistake(
        "impossible date of a fact",
        (CAMPAIGN, "as_of"),
        ("2024-02-31",),
        files={CAMPAIGN: "title: Spring\nfacts:\n  a: {value: 1, as_of: 2024-02-31}\n"},
    ),
    Mistake(
        "missing translation",
        (CAMPAIGN, "languages"),
        ("letter.fr.md",),
        files={CAMPAIGN: "title: Spring\nlanguages: [en, fr]\n"},
    ),
    Mistake(
        "unknown key of the workspace",
        ("undersigned.toml", "langage"),
        ("langage", '"language"'),
        files={"undersigned.toml": 'organisation = "A"\nlangage = "en"\n'},
    ),
    Mistake(
        "unknown language of the workspace",
        ("undersigned.toml", "xx"),
        ("xx",),
        files={"undersigned.toml": 'organisation = "A"\nlanguage = "xx"\n'},
    ),
    Mistake(
        "broken TOML",
        ("undersigned.toml", "language ="),
        ("",),
        files={"undersigned.toml": 'organisation = "A"\nlanguage = \n'},
    ),
]
