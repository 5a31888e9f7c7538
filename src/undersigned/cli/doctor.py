"""`undersigned doctor`: what this machine lacks, and how it gets it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from undersigned import load
from undersigned.cli import report
from undersigned.cli.lazy import Command
from undersigned.cli.options import workspace_option
from undersigned.cli.place import here, open_here
from undersigned.compose.collation import has_tailoring
from undersigned.render import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["doctor"]

_ICU_HINT = (
    "in a checkout: make icu; elsewhere: apt-get install libicu-dev pkg-config g++ python3-dev, "
    'then pip install "undersigned[icu]"'
)
_DONE, _FONT_MISSING, _PANGO_MISSING = 0, 1, 4
_GOOD, _BETTER, _BAD = ("good", "green"), ("better", "yellow"), ("missing", "red")


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was looked at: how it stands, and what would mend it.

    `code` is what the command ends with because of it.
    """

    state: tuple[str, str]
    what: str
    said: str
    remedy: str = ""
    code: int = _DONE


@click.command(
    cls=Command,
    examples=[
        ("undersigned doctor", "Look at this machine and at the languages of the workspace here."),
        ("undersigned doctor -C my-campaigns", "For another workspace."),
    ],
)
@workspace_option
def doctor(workspace: Path | None) -> int:
    """Tell whether this machine has what it takes.

    Looks for Pango, the fast font subsetter, ICU's alphabets, and fonts for each language of the
    workspace; where something is missing, the line below says how to get it. The exit code is 4
    without Pango, and 1 where a script has no font.
    """
    found = [*_libraries(), *_languages(workspace)]
    widest = max(len(item.what) for item in found)
    for item in found:
        word, colour = item.state
        report.say(f"{click.style(f'{word:<7}', fg=colour)}  {item.what:<{widest}}  {item.said}")
        if item.remedy:
            report.say(f"{'':<7}  {'':<{widest}}  {item.remedy}")
    return max(item.code for item in found)


def _libraries() -> Iterator[Diagnosis]:
    missing = fonts.missing_pango_libraries()
    if missing:
        said = f"no PDF can be made without: {', '.join(missing)}"
        yield Diagnosis(_BAD, "Pango", said, fonts.PANGO_HINT, _PANGO_MISSING)
    else:
        yield Diagnosis(_GOOD, "Pango", "lays out the text of PDF files")
    if fonts.has_fast_subsetter():
        yield Diagnosis(_GOOD, "font subsetter", "HarfBuzz, the fast one")
    else:
        said = "HarfBuzz's is missing: each PDF takes four times as long"
        yield Diagnosis(_BETTER, "font subsetter", said, fonts.SUBSETTER_HINT)
    if has_tailoring():
        yield Diagnosis(_GOOD, "order of names", "ICU, as each language has it")
    else:
        said = "PyICU is missing: the Unicode table's, where a language has an order of its own"
        yield Diagnosis(_BETTER, "order of names", said, _ICU_HINT)


def _languages(folder: Path | None) -> Iterator[Diagnosis]:
    if folder is None and load.find_workspace(here()) is None:
        report.note("no workspace here: looking at English alone")
        yield _fonts("en", (load.builtin_root(),))
        return
    workspace = open_here(folder)
    names = load.documents(workspace)
    written = {code for name in names for code in load.document_languages(workspace, name)}
    for language in sorted(written | {workspace.language}):
        yield _fonts(language, workspace.layers)


def _fonts(language: str, layers: Sequence[Path]) -> Diagnosis:
    found = fonts.fonts_for_language(language, layers)
    what = f"fonts for {language}"
    remedy = f"Debian and Ubuntu: apt-get install {' '.join(found.packages)}"
    if found.missing:
        said = f"no font has the letters of {', '.join(found.missing)}"
        return Diagnosis(_BAD, what, said, remedy, _FONT_MISSING)
    if found.makeshift:
        said = f"another than the font of choice will set {', '.join(found.makeshift)}"
        return Diagnosis(_BETTER, what, said, remedy)
    return Diagnosis(_GOOD, what, ", ".join(found.fitting))
