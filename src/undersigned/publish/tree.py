"""Several new files at once: all of them, or none."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.publish.files import translate_os_errors, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path, PurePosixPath

__all__ = ["write_new_files"]


def write_new_files(root: Path, files: Mapping[PurePosixPath, bytes]) -> tuple[Path, ...]:
    """Write each file under `root` and give back the paths, in order.

    Raises `InvalidInput` naming every file that is there already, and `MachineFailed`; either
    way nothing has been written.
    """
    paths = {root / name: data for name, data in files.items()}
    with translate_os_errors(root):
        there = [path for path in paths if path.exists() or path.is_symlink()]
    if there:
        raise InvalidInput(
            Finding(
                Location(path.relative_to(root).as_posix()),
                "exists",
                "is there already, and is not overwritten",
                "choose another name, or move it away first",
            )
            for path in there
        )
    with _taken_back_on_failure(paths):
        for path, data in paths.items():
            write_file(path, data)
    return tuple(paths)


@contextlib.contextmanager
def _taken_back_on_failure(paths: Mapping[Path, bytes]) -> Iterator[None]:
    folders = {folder for path in paths for folder in path.parents}
    new_folders = sorted((f for f in folders if not f.exists()), reverse=True)
    try:
        yield
    except BaseException:
        for path in paths:
            with contextlib.suppress(OSError):
                path.unlink()
        # Deepest first: a folder sorts before what is in it.
        for folder in new_folders:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
