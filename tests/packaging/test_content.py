"""The distributions hold the tracked files: all of them, and not one private file beside them."""

from __future__ import annotations

import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.packaging

SHIPPED = {
    "src/undersigned/": "undersigned/",
    "templates/": "undersigned/builtin/templates/",
    "recipients/": "undersigned/builtin/recipients/",
    "signatories/": "undersigned/builtin/signatories/",
}
METADATA = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}


def expected(tracked: list[str], version: str) -> list[str]:
    """The wheel's content, as it follows from what is tracked."""
    info = f"undersigned-{version}.dist-info/"
    names = [info + name for name in METADATA]
    for path in tracked:
        if path.startswith("templates/fonts/OFL-"):
            names.append(f"{info}licenses/{path}")
        names += [
            home + path.removeprefix(source)
            for source, home in SHIPPED.items()
            if path.startswith(source)
        ]
    return sorted(names)


def names_in(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return sorted(archive.namelist())


def test_wheel_holds_what_is_tracked(wheel: Path, tracked: list[str], version: str) -> None:
    """The wheel holds the tracked files of the package and its built-ins, and nothing private."""
    assert wheel.name == f"undersigned-{version}-py3-none-any.whl"
    assert names_in(wheel) == expected(tracked, version)


def test_wheel_of_the_sdist_is_the_same(wheel_of_sdist: Path, wheel: Path) -> None:
    """A wheel built from the source distribution holds what one built from a checkout does."""
    assert names_in(wheel_of_sdist) == names_in(wheel)


def test_sdist_holds_what_is_tracked(sdist: Path, tracked: list[str], version: str) -> None:
    """The source distribution holds every tracked file, and nothing private."""
    with tarfile.open(sdist) as archive:
        names = {member.name for member in archive if member.isfile()}

    top = f"undersigned-{version}/"
    assert names == {top + path for path in [*tracked, "PKG-INFO"]}
