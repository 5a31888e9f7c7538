"""The command line: it parses, calls the other packages, prints, and ends with an exit code.

Only this package reads the clock, the environment and the working directory. Whatever goes
wrong comes here as an exception of `undersigned.errors`; a traceback is for developers, who
ask for it with `UNDERSIGNED_DEBUG=1`.
"""

from __future__ import annotations

import atexit
import contextlib
import contextvars
import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from undersigned.cli import failure, report
from undersigned.cli.program import program
from undersigned.errors import UndersignedError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main", "run"]

_INTERRUPTED = 130
_OWN_FAULT = 70
_MACHINE = 4


def run() -> NoReturn:
    """Run the command of this process and end the process with its exit code.

    What was registered for the end is done, and Python is not taken apart piece by piece after
    that: for a short command, that takes a fifth of its time.
    """
    code = main()
    atexit._run_exitfuncs()  # noqa: SLF001 - what Python itself would call here
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give back the exit code; nothing is raised."""
    # In a context of its own: what one run sets for its report is gone with it.
    return contextvars.copy_context().run(_main, arguments)


def _main(arguments: Sequence[str] | None) -> int:
    report.prepare_streams()
    # A run is short and makes little garbage in circles, but many objects that live to its end.
    gc.set_threshold(20_000, 20, 50)
    # Nothing that another package plugs into pydantic belongs in here, nor the search for it.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain once more when it
        # flushes at the end: https://docs.python.org/3/library/signal.html#note-on-sigpipe
        _drop_output()
        return 1
    except OSError as error:
        failure.machine_failed(error)
        _drop_output()
        return _MACHINE
    return code


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = program.main(
            args=None if arguments is None else list(arguments),
            prog_name="undersigned",
            standalone_mode=False,
        )
    except UndersignedError as error:
        failure.tell(error)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except OSError:
        raise
    except MemoryError:
        report.complain("this machine has not enough memory for that", "take less of it at once")
        return _MACHINE
    except RecursionError as error:
        failure.too_deep(error)
        return 1
    except Exception as error:  # noqa: BLE001 - the one place that catches what nobody foresaw
        failure.own_fault(error)
        return _OWN_FAULT
    return code if isinstance(code, int) else 0


def _drop_output() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
    finally:
        os.close(nowhere)
