"""Sign-on forms of an invented coalition, and the roster that they end in."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from undersigned.load import load_directory, load_roster, open_workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from undersigned.model.roster import Roster

__all__ = ["DIRECTORY", "HEADER", "form", "loaded", "meant", "rows", "written"]

HEADER = (
    "Timestamp", "What is the full legal name of your organization? *", "Country",
    "Name of contact person", "E-mail", "May we publish your organization's name?",
)  # fmt: skip
DIRECTORY = (
    "id,name,acronym,country,url\n"
    "lantern,Lantern Street Legal Clinic,LSLC,NZ,https://lantern.example\n"
    "oam,Observers of Assemblies in Movement,OAM,KH,\n"
)


def form(*responses: Sequence[str], header: Sequence[str] = HEADER) -> str:
    """The export of a form."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *responses])
    return text.getvalue()


def meant(yes: int, no: int, unclear: int = 0) -> str:
    """What is told of the answers to the question whether one may be named."""
    one, two, three = (f"{n} row{'' if n == 1 else 's'}" for n in (yes, no, unclear))
    said = f"publish: yes = may be named: {one}; no = withheld: {two}"
    return f"{said}; not clear = refused: {three}\n" if unclear else f"{said}\n"


def written(workspace: Path, name: str = "dam") -> str:
    return (workspace / f"signatories/{name}.csv").read_text(encoding="utf-8")


def rows(workspace: Path, name: str = "dam") -> list[dict[str, str]]:
    """The rows of the roster, without the cells that are empty."""
    found = csv.DictReader(io.StringIO(written(workspace, name)))
    return [{column: cell for column, cell in row.items() if cell} for row in found]


def loaded(workspace: Path, name: str = "dam") -> Roster:
    """The roster as a letter reads it; it loads without a fault."""
    opened = open_workspace(workspace)
    return load_roster(opened, name, load_directory(opened))
