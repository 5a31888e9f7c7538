"""One row of the catalogue's tables as it stands there: what a correction starts from."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from undersigned.errors import Location
from undersigned.load.catalogue import CATALOGUE
from undersigned.load.catalogue_rows import TABLES
from undersigned.load.workspace import Workspace, builtin_root
from undersigned.model.recipient import Recipient

__all__ = ["TableRow", "find_rows"]

_SEPARATORS = ",;\t"


@dataclass(frozen=True)
class TableRow:
    """A row with the header of its table, cell by cell as they are written there. `ships`: the
    table came with the program."""

    header: tuple[str, ...]
    cells: tuple[str, ...]
    place: Location
    ships: bool

    def as_csv(self) -> str:
        """The header and the row as a table that can be saved and corrected."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows((self.header, self.cells))
        return text.getvalue()


def find_rows(workspace: Workspace, record: Recipient) -> tuple[TableRow, ...]:
    """The rows of this record, the one that counts first; none for one written out in a list."""
    found: list[TableRow] = []
    for table in TABLES:
        for layer in workspace.layer_list if table.kind is record.kind else ():
            path = layer.root / CATALOGUE / table.file_name
            if not workspace.reader.exists(path):
                continue
            text = workspace.reader.read_text(path)
            first = next((line for line in text.split("\n") if line.strip()), "")
            separator = max(_SEPARATORS, key=lambda mark: (first.count(mark), mark == ","))
            lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
            header: list[str] = []
            names: list[str] = []
            before = 0
            for cells in lines:
                place, before = workspace.place(path, before + 1, 1), lines.line_num
                if not header:
                    header = cells if any(cell.strip() for cell in cells) else []
                    names = [name.strip().casefold() for name in header]
                elif _cell(cells, names, "id") == record.record:
                    ships = layer.root == builtin_root()
                    found.append(TableRow(tuple(header), tuple(cells), place, ships))
                    break
    return tuple(found)


def _cell(cells: list[str], names: list[str], name: str) -> str:
    return dict(zip(names, cells, strict=False)).get(name, "").strip()
