"""Letter → text or bytes: one module `output_<name>` an output, found by its file name.

An output's module holds `SUFFIX` and `render(letter, layers)`, and `MATERIAL` where it is made of
something else than each letter; adding one means adding that file. A name with an underscore, as
in `pdf_numbered`, is a variant of an output: a command has an option for it, and no list offers it.
Importing this package costs nothing: WeasyPrint is loaded where a PDF is made.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from undersigned.errors import NotFound
from undersigned.model.letter import Letter
from undersigned.render.material import Material

__all__ = ["Material", "material", "output_names", "render", "suffix"]

_PREFIX = "output_"


class _Output(Protocol):
    SUFFIX: str

    def render(self, letter: Letter, layers: Sequence[Path]) -> bytes: ...


def output_names() -> tuple[str, ...]:
    """What a letter can be rendered to, without the variants."""
    return tuple(name for name in _all_names() if "_" not in name)


def suffix(output: str) -> str:
    """How the names of this output's files end, the dot included."""
    return _get_output(output).SUFFIX


def material(output: str) -> Material:
    """What this output is made of: each letter, unless its module says otherwise."""
    return Material(getattr(_get_output(output), "MATERIAL", Material.LETTER))


def render(letter: Letter, output: str, layers: Sequence[Path]) -> bytes:
    """Set the letter as the layout asks.

    `layers` are the places of layouts, fonts and pictures, first the workspace and last the
    built-in one. Raises `RenderFailed` with every finding when something would be missing on
    the page, and `MachineFailed` when a library of the system is.
    """
    return _get_output(output).render(letter, layers)


def _all_names() -> tuple[str, ...]:
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.removeprefix(_PREFIX) for name in found if name.startswith(_PREFIX)))


def _get_output(name: str) -> _Output:
    known = _all_names()
    if name not in known:
        raise NotFound("output", name, known=known)
    return cast("_Output", import_module(f"{__name__}.{_PREFIX}{name}"))
