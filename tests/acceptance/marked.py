"""A workspace in which every cell that must not be told has a word of its own, found nowhere else.

Two organisations and a person are withheld: one organisation and the person are written out in the
roster, the other is an id of the directory, with a former name and names in three scripts. One is
invited and one has withdrawn. Those who are confirmed have marks in their private cells.
"""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.disguises import find_words, unwrapped, unwrapped_pdf
from tests.support.tree import build_file_tree
from undersigned.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

__all__ = [
    "AWAY",
    "DIRECTORY_MARKS",
    "HIDDEN",
    "KHMER_NAME",
    "LANGUAGES",
    "PRINTED",
    "PRIVATE",
    "ROSTER",
    "Marked",
    "Said",
    "write_marked",
]  # fmt: skip

LANGUAGES = ("en", "fr", "es", "ar", "km", "ja")
ROSTER = "signatories/private/dam.csv"
KHMER = "ខ្វិចសូឡាម"
# The whole name of a row, and the only words of that script in most letters.
KHMER_NAME = "ឃ្លូឌុងវ៉ាក់"
# Of the directory's entry that is withheld.
DIRECTORY_MARKS = (
    "drelvoqu", "xandrelqui", "xdqawk", "pomquexin", KHMER, "قفكسولامذ", "クヴェクソヌ",
    "tarvequine", "skelqorn", "flumzaquor",
)  # fmt: skip
_WRITTEN_OUT = (
    "vexorbin", "zolquith", "zqvxkw", "vorquanda", "quibbrath", "wexmarq", "brizzquon", "sturqvel",
    "grewzaph", "thwonqar", KHMER_NAME,
)  # fmt: skip
_PERSON = ("jixxamund", "quorlith", "mabwexin", "hulqvarst", "clanqoress")
_ENTERED = ("yurqanol", "grobzeqat", "twilqumar", "oxbeqwin", "vanqolutz", "ziqqeldor")
# What is private of withheld rows, besides.
_THEIRS = (
    "jaxzolph", "mlqorvin", "dromvexil", "plaquorth", "smirquand", "belxoqua", "trelqovan",
    "nixquorab", "wobqlenti", "kraxquol",
)  # fmt: skip
HIDDEN = (*DIRECTORY_MARKS, *_WRITTEN_OUT, *_PERSON, *_ENTERED, *_THEIRS)
# What the letters show of the same rows once they are confirmed.
PRINTED = (
    "zolquith", "zqvxkw", "vorquanda", "quibbrath", "wexmarq", "xandrelqui", "xdqawk", "tarvequine",
    "jixxamund", "quorlith", "mabwexin", "hulqvarst", KHMER_NAME,
)  # fmt: skip
# Whose names are in no letter, though commands may tell them; and what is in no output at all.
AWAY = ("fremquoly", "gaxxorim", "dwelquond", "lurqobast", "pyxquordan", "hemqwatol")
PRIVATE = (
    "invqmailo", "wdrqmailo", "evqidence", "nonqoteh", "cqmailorv", "cqnotezul", "cqevidzam",
    "dqmailyst", "dqnotefrob", "dqevidklom",
)  # fmt: skip

_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {n} 4"><title>{word}</title>'
    '<path d="M0 0h{n}v4z"/></svg>'
)
_FACTS = {"en": ("Letter on the dam", "We, all of {{ signatories.count }}, are afraid of the dam."),
          "fr": ("Lettre sur le barrage", "Nous, à {{ signatories.count }}, craignons le barrage."),
          "es": ("Carta sobre la presa", "Los {{ signatories.count }} tememos la presa."),
          "ar": ("رسالة عن السد", "نحن {{ signatories.count }} نخاف من السد."),
          "km": ("លិខិតអំពីទំនប់", "យើង {{ signatories.count }} ខ្លាចទំនប់។"),
          "ja": ("ダムについて", "{{ signatories.count }}名はダムを恐れています。")}  # fmt: skip
_DIET = "{id: diet, name: The Diet of Brook, address: [Old Quay], country: LU}"
_SHOW = "show: [acronym, title, affiliation, country, url, logo]"
_KINDS = {
    "open": ("open-letter", f"{_SHOW}, order: alphabetical, group_by: kind"),
    "joint": ("joint-statement", f"{_SHOW}, order: country, group_by: country, numbered: true"),
    "reply": ("letter", f"{_SHOW}, group_by: group"),
    "press": ("press-release", f"{_SHOW}, group_by: region"),
}
_HEADER = (
    "id,name,acronym,kind,title,affiliation,country,group,url,logo,signature,status,signed_on,"
    "evidence,sort_key,email,note"
)
_ROWS = f"""\
rwv,,,,,,,,,,,confirmed,2024-01-02,cqevidzam,,cqmailorv@post.example,cqnotezul
vexorbin,Zolquith Guild,ZQVXKW,,Grewzaph,Thwonqar,Vorquanda,Quibbrath,https://wexmarq.example,\
logos/brizzquon.svg,logos/sturqvel.svg,withheld,2024-01-03,Plaquorth,Jaxzolph,\
mlqorvin@dromvexil.example,Smirquand
,Ada Brook,,individual,Professor,University of Tane,CA,North,,,,confirmed,2024-01-03,dqevidklom,\
Brook,dqmailyst@post.example,dqnotefrob
,Orvell Jixxamund,,individual,Quorlith,Mabwexin Institute,NZ,Hulqvarst,,,logos/clanqoress.svg,\
withheld,2024-01-04,Nixquorab,Belxoqua,trelqovan@post.example,Wobqlenti
,{KHMER_NAME},,,,,,,,,,withheld,2024-01-05,,,,
drelvoqu,,,,,,,,,,,withheld,2024-01-05,Kraxquol,,,
,Fremquoly Society,GAXXORIM,,,,Dwelquond,,,,,invited,,,,invqmailo@post.example,nonqoteh
,Lurqobast Trust,PYXQUORDAN,,,,Hemqwatol,,,,,withdrawn,2024-01-05,evqidence,,wdrqmailo@post.example,
obc,,,,,,,,,,,confirmed,2024-01-06,,,,
"""
_DIRECTORY = f"""\
id,name,acronym,kind,country,url,logo,ecosoc,former_names,native_names
rwv,River Watch Vallora,RWV,,FR,https://rwv.example,logos/rwv.svg,special,,
drelvoqu,Xandrelqui Alliance,XDQAWK,,SE,https://tarvequine.example,logos/flumzaquor.svg,,\
Pomquexin League,km: {KHMER}|ar: قفكسولامذ|ja: クヴェクソヌ|Skelqorn
obc,Open Ballot Circle,OBC,,JP,,,general,,
"""


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        return self.out + self.err


@dataclass(frozen=True)
class Marked:
    """The workspace, the command in it, and the search for marks."""

    root: Path

    def run(self, *arguments: str, debug: bool = False) -> Said:
        """Give the command; with `debug` it shows its tracebacks."""
        out, err = io.StringIO(), io.StringIO()
        before = os.environ.get("UNDERSIGNED_DEBUG")
        os.environ["UNDERSIGNED_DEBUG"] = "1" if debug else ""
        try:
            with redirect_stdout(out), redirect_stderr(err):
                code = main((*arguments, "-C", str(self.root)))
        finally:
            os.environ.pop("UNDERSIGNED_DEBUG")
            if before is not None:
                os.environ["UNDERSIGNED_DEBUG"] = before
        said = Said(code, out.getvalue(), err.getvalue())
        assert code != 70, said.err
        return said

    def files(self, *under: str) -> list[Path]:
        """Every file below these folders."""
        return sorted(
            path for name in under for path in (self.root / name).rglob("*") if path.is_file()
        )

    def found_in(self, words: Sequence[str], paths: Iterable[Path]) -> dict[str, set[str]]:
        """Which of the words each file holds, or its name; files without one are left out."""
        found = {}
        clean: set[str | bytes] = set()
        for path in paths:
            shown = path.relative_to(self.root).as_posix()
            read = unwrapped_pdf(path) if path.suffix == ".pdf" else unwrapped(path.read_bytes())
            # Fonts and style sheets are the same in most of them.
            unlike = dict.fromkeys([shown, *read]).keys() - clean
            if words_there := find_words(unlike, words):
                found[shown] = words_there
            else:
                clean |= unlike
        return found

    def change(self, path: str, *changes: tuple[str, str]) -> None:
        """Replace words of a file that are there."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text, before
            text = text.replace(before, after)
        file.write_text(text, encoding="utf-8")


def write_marked(root: Path) -> Marked:
    """Write the workspace."""
    files = {
        "undersigned.toml": 'organisation = "Vallora Water Forum"\nlanguage = "en"\n',
        ROSTER: f"{_HEADER}\n{_ROWS}",
        "signatories/directory.csv": _DIRECTORY,
        "templates/campaigns/spring/campaign.yaml": (
            f"title: Spring\nlanguages: [{', '.join(LANGUAGES)}]\n"
        ),
        "templates/campaigns/geneva/campaign.yaml": "title: Geneva\n",
        "templates/campaigns/geneva/statement.md": (
            "---\nkind: un-statement\ntitle: The dam\ndate: 2024-05-01\nstatus: final\n"
            "submitted_by: rwv\nsignatories: {roster: private/dam}\n---\nThe dam is unsafe.\n"
        ),
    }
    for document, (kind, style) in _KINDS.items():
        addressed = (
            "recipients: [{id: diet, name: The Diet of Brook, address: [Old Quay], country: LU}]\n"
            if "letter" in kind
            else ""
        )
        for language, (title, body) in _FACTS.items():
            front = f"kind: {kind}\ndate: 2024-05-01\nstatus: final\n{addressed}"
            front += f"signatories: {{roster: private/dam, {style}}}\n"
            front = front if language == "en" else ""
            ending = "" if language == "en" else f".{language}"
            path = f"templates/campaigns/spring/{document}{ending}.md"
            files[path] = f"---\ntitle: {title}\n{front}---\n{body}\n"
    logos = ("rwv", "brizzquon", "sturqvel", "clanqoress", "flumzaquor")
    inside = ("rwv", "yurqanol", "grobzeqat", "twilqumar", "oxbeqwin")
    for number, (logo, word) in enumerate(zip(logos, inside, strict=True)):
        for folder in ("signatories", "signatories/private"):
            drawing = _DRAWING.format(n=number + 4, word=word)
            files[f"{folder}/logos/{logo}.svg"] = drawing
    build_file_tree(root, files)
    return Marked(root)
