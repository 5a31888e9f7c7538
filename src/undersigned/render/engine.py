"""The layout engine, WeasyPrint: loaded where a PDF is made, and no more of it than that takes."""

from __future__ import annotations

import contextlib
import ctypes.util
import importlib
import io
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from undersigned.errors import MachineFailed
from undersigned.render.fonts import PANGO_HINT

__all__ = ["load_engine"]


def load_engine() -> Any:
    """WeasyPrint, ready to use.

    Raises `MachineFailed` where a library of the system is missing: what the engine prints of
    it is said in our words instead.
    """
    for by_name in (_libraries_by_name, contextlib.nullcontext):
        try:
            with contextlib.redirect_stdout(io.StringIO()), by_name(), _font_tools_later():
                import weasyprint  # noqa: PLC0415
                import weasyprint.text.fonts  # noqa: PLC0415
        except OSError as error:
            missing = error
        else:
            _refuse_damaged_pictures()
            return weasyprint
    raise MachineFailed("Pango cannot be loaded", PANGO_HINT) from missing


def _refuse_damaged_pictures() -> None:
    """Take back what the engine tells Pillow for the whole process: to print half a picture."""
    from PIL import ImageFile  # noqa: PLC0415 - loaded by the engine

    ImageFile.LOAD_TRUNCATED_IMAGES = False


@contextlib.contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Let the engine load its libraries by the names that Linux has.

    Before those it tries others, for each of which `find_library` starts a C compiler: half
    of the time that a letter takes in all.
    """
    if sys.platform != "linux":
        yield
        return
    find_library = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = find_library


class _Later(ModuleType):
    """Stands for a module until something in it is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(importlib.import_module(self.__name__), name)


def _instantiate_later(*arguments: Any, **options: Any) -> Any:
    module = importlib.import_module("fontTools.varLib.instancer")
    return module.instantiateVariableFont(*arguments, **options)


@contextlib.contextmanager
def _font_tools_later() -> Iterator[None]:
    """Put off what takes a tenth of a second to import and is seldom used.

    The engine needs fontTools' subsetter where HarfBuzz's is missing, and its instancer for a
    variable font. What stands for them is out of the way again as soon as the engine is loaded.
    """
    names = ("fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer")
    held = {} if any(n in sys.modules for n in names) else {n: _Later(n) for n in names}
    if held:
        vars(held[names[2]])["instantiateVariableFont"] = _instantiate_later
    sys.modules.update(held)
    try:
        yield
    finally:
        for name, module in held.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
