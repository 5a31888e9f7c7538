"""A command at a terminal, with somebody who types."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import termios
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Screen", "at_terminal"]

_PATIENCE = 30.0


@dataclass(frozen=True)
class Screen:
    """All that the terminal showed, and how the command ended."""

    code: int
    text: str


def at_terminal(
    command: Sequence[str], folder: Path, typed: Sequence[tuple[str, str]] = (), **variables: str
) -> Screen:
    """Run the command; for each pair wait until the screen shows the first, then type the second.

    Raises `TimeoutError`, with the screen, for what never comes.
    """
    keyboard, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "COLUMNS": "100", **variables}
    process = subprocess.Popen(
        command,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        cwd=folder,
        env=environment,
        preexec_fn=_take_terminal,  # noqa: PLW1509 - the one way to make Ctrl+C mean something
    )
    os.close(terminal)
    screen, seen = "", 0
    try:
        for awaited, keys in typed:
            while (found := screen.find(awaited, seen)) < 0:
                screen += _read(keyboard, screen)
            seen = found + len(awaited)
            # Nobody types in the very moment; and a Ctrl+C between the prompt and the wait for a
            # key is one that Python's readline sees only with the next key.
            time.sleep(0.2)
            os.write(keyboard, keys.encode())
        while chunk := _read(keyboard, screen, end_allowed=True):
            screen += chunk
        code = process.wait(_PATIENCE)
    finally:
        process.kill()
        process.wait()
        os.close(keyboard)
    return Screen(code, screen.replace("\r\n", "\n"))


def _take_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read(keyboard: int, screen: str, *, end_allowed: bool = False) -> str:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if select.select([keyboard], [], [], 0.1)[0]:
            try:
                data = os.read(keyboard, 65536)
            except OSError:  # Linux: nobody has the terminal open any more
                data = b""
            if data or end_allowed:
                return data.decode("utf-8", "replace")
            break
    raise TimeoutError(screen)
