"""One file, written whole or not at all.

The bytes go to a temporary file in the same folder and reach the disk before the name does,
so that a full disk or a power cut leaves the earlier output as it was.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from typing import TYPE_CHECKING

from undersigned.errors import MachineFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["rewrite_file", "translate_os_errors", "write_file"]

_HINTS = {
    errno.ENOSPC: "make room on the disk, then run the command again",
    errno.EDQUOT: "make room in your quota, then run the command again",
    errno.EFBIG: "the file system takes no file of this size: choose another with --output",
    errno.EACCES: "ask for the right to write there, or choose another folder with --output",
    errno.EPERM: "ask for the right to write there, or choose another folder with --output",
    errno.EROFS: "this disk can only be read: choose another folder with --output",
    errno.ENOTDIR: "a file stands where a folder is needed: move it, or use --output",
    errno.EEXIST: "a file stands where a folder is needed: move it, or use --output",
    errno.EISDIR: "a folder stands where the file belongs: move it, or use --output",
    errno.ENAMETOOLONG: "shorten the name of the document or the id of the recipient",
    errno.ELOOP: "the links in this path lead in a circle: mend them, or use --output",
}


def write_file(path: Path, data: bytes) -> None:
    """Write the bytes, making folders as needed; a file of this name is replaced.

    Raises `MachineFailed`, leaving no temporary file and the earlier file untouched.
    """
    with translate_os_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)


def rewrite_file(path: Path, data: bytes, check: Callable[[], None]) -> None:
    """Write a file of the user's own anew: where a link leads, and readable for whom it was.

    `check` is called last of all before the new file takes the place of the old, and raises
    where it must not. Raises `MachineFailed`; either way the earlier file is untouched.
    """
    with translate_os_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        _replace(target, data, mode, check)


@contextlib.contextmanager
def translate_os_errors(path: Path) -> Iterator[None]:
    """Turn what the system refuses into a `MachineFailed` that names the path and a way out."""
    try:
        yield
    except OSError as error:
        said = os.strerror(error.errno) if error.errno else str(error)
        hint = _HINTS.get(error.errno or 0, "")
        raise MachineFailed(f"cannot write {path}: {said}", hint) from error


def _replace(
    path: Path, data: bytes, mode: int | None = None, check: Callable[[], None] = lambda: None
) -> None:
    # tempfile makes files that only their owner can read; the umask should decide, as for any
    # file that a person saves.
    temporary = path.with_name(f".undersigned-{secrets.token_hex(6)}.tmp")
    created = 0o666 if mode is None else mode | 0o200
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, created)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        check()
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    # Without this a power cut may forget the new name. Some network file systems know no
    # fsync of a folder, and some folders may be written but not read: the file itself is
    # complete by then.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
