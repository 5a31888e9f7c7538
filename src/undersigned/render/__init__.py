"""Letter → text or bytes: one module `output_<name>` an output, found by its file name.

An output's module holds `SUFFIX` and `render(letter, layers)`, and `ONCE = True` where a
document has one file of it in whichever edition; adding one means adding that file. Importing
this package costs nothing: WeasyPrint is loaded where a PDF is made.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from undersigned.errors import NotFound
from undersigned.model.letter import Letter

__all__ = ["is_once", "output_names", "render", "suffix"]

_PREFIX = "output_"


class _Output(Protocol):
    SUFFIX: str

    def render(self, letter: Letter, layers: Sequence[Path]) -> bytes: ...


def output_names() -> tuple[str, ...]:
    """What a letter can be rendered to."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.removeprefix(_PREFIX) for name in found if name.startswith(_PREFIX)))


def suffix(output: str) -> str:
    """How the names of this output's files end, the dot included."""
    return _get_output(output).SUFFIX


def is_once(output: str) -> bool:
    """Whether this output is one file for a whole document, and not one for each letter."""
    return bool(getattr(_get_output(output), "ONCE", False))


def render(letter: Letter, output: str, layers: Sequence[Path]) -> bytes:
    """Set the letter as the layout asks.

    `layers` are the places of layouts, fonts and pictures, first the workspace and last the
    built-in one. Raises `RenderFailed` with every finding when something would be missing on
    the page, and `MachineFailed` when a library of the system is.
    """
    return _get_output(output).render(letter, layers)


def _get_output(name: str) -> _Output:
    known = output_names()
    if name not in known:
        raise NotFound("output", name, known=known)
    return cast("_Output", import_module(f"{__name__}.{_PREFIX}{name}"))
