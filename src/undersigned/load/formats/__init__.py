"""Files of people: one module a format, found by being here.

A module has `recognises(file) -> bool` and `read(file, knows) -> Sheet`. Every format comes
down to a sheet, so that what is done with its rows is written once; a format whose fields are
known gives the program's own names to its columns and says that they are exact. `spreadsheet`
takes what no other recognises.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Protocol, cast

from undersigned.load.formats.source_file import SourceFile
from undersigned.load.sheet import Sheet

__all__ = ["Format", "SourceFile", "read_file"]

_LAST = "spreadsheet"


class Format(Protocol):
    """What a module of this package offers."""

    def recognises(self, file: SourceFile) -> bool:
        """Whether the file is of this format."""

    def read(self, file: SourceFile, knows: Callable[[str], bool]) -> Sheet:
        """The file as a sheet; `knows` tells the name of a column. Raises `InvalidInput`."""


def read_file(file: SourceFile, knows: Callable[[str], bool]) -> Sheet:
    """The file as a sheet, whatever its format. Raises `InvalidInput`."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if module.name != _LAST]
    for name in [*sorted(names), _LAST]:
        module = importlib.import_module(f"{__name__}.{name}")
        if hasattr(module, "recognises"):
            reader = cast("Format", module)
            if reader.recognises(file):
                return reader.read(file, knows)
    raise AssertionError(_LAST)
