"""What went wrong, where, and what to do next.

One family of exceptions, and the values they carry. A problem in a user's file is a
`Finding`; an exception of this module carries every finding that was found, not the first.
Constructing one has no effect, and nothing here knows of the terminal: `cli.report` prints.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "EmbargoInForce",
    "Finding",
    "Findings",
    "InvalidInput",
    "Level",
    "Location",
    "MachineFailed",
    "NotFound",
    "RenderFailed",
    "TextChanged",
    "UndersignedError",
    "did_you_mean",
]


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file: a path relative to its workspace, line and column counted from 1.

    Line or column is 0 where the place is the whole file or the whole line.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return place


class Level(StrEnum):
    """How much a finding matters: only an error keeps a document from being rendered."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One thing that a person should look at."""

    location: Location
    rule: str
    message: str
    hint: str = ""
    level: Level = Level.ERROR

    def __str__(self) -> str:
        said = f"{self.location}: {self.message}"
        return f"{said} ({self.hint})" if self.hint else said


class UndersignedError(Exception):
    """The root of the family; `exit_code` is what the command ends with."""

    exit_code = 70


class InvalidInput(UndersignedError):
    """Something in the user's files needs the user."""

    exit_code = 1

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class NotFound(UndersignedError):
    """A named thing is in none of the places where it could be."""

    exit_code = 1

    def __init__(
        self,
        kind: str,
        name: str,
        places: Sequence[str] = (),
        known: Iterable[str] = (),
        hint: str = "",
    ) -> None:
        self.kind = kind
        self.name = name
        self.places = tuple(places)
        self.hint = (
            did_you_mean(name, known)
            or hint
            or (f"looked in {', '.join(self.places)}" if self.places else "")
        )
        super().__init__(f'unknown {kind} "{name}"' + (f" ({self.hint})" if self.hint else ""))

    def at(self, location: Location) -> Finding:
        """The same, as a finding at the place that names the thing."""
        rule = "unknown-" + self.kind.replace(" ", "-")
        return Finding(location, rule, f'unknown {self.kind} "{self.name}"', self.hint)


class EmbargoInForce(UndersignedError):
    """The moment of publication has not come."""

    exit_code = 3


class TextChanged(UndersignedError):
    """The text is not the one that was signed; the findings say where, and who had signed."""

    exit_code = 3

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class RenderFailed(UndersignedError):
    """A letter could not be set as the source asks: a glyph or a picture is missing."""

    exit_code = 1

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class MachineFailed(UndersignedError):
    """The machine did not do its part: disk full, no rights, a library missing."""

    exit_code = 4

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message} ({hint})" if hint else message)


@dataclass
class Findings:
    """Gathers findings over many steps, so that all are told at once."""

    items: list[Finding] = field(default_factory=list)

    def add(
        self,
        location: Location,
        rule: str,
        message: str,
        hint: str = "",
        level: Level = Level.ERROR,
    ) -> None:
        """Note one finding."""
        self.items.append(Finding(location, rule, message, hint, level))

    def gather(self, at: Location | None = None) -> _Gathering:
        """Go on after a step that raises, keeping what it found.

        `at` is the place that asked for the step: a `NotFound` inside is reported there.
        """
        return _Gathering(self, at)

    @property
    def has_errors(self) -> bool:
        """Whether any finding keeps the document from being rendered."""
        return any(finding.level is Level.ERROR for finding in self.items)

    def sorted(self) -> tuple[Finding, ...]:
        """Each finding once, in the order of the files."""
        unique = dict.fromkeys(self.items)
        return tuple(sorted(unique, key=lambda f: (f.location, f.rule, f.message)))

    def raise_errors(self) -> None:
        """Raise `InvalidInput` with everything found, if an error is among it."""
        if self.has_errors:
            raise InvalidInput(self.sorted())


@dataclass(frozen=True)
class _Gathering:
    findings: Findings
    at: Location | None

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, _type: type[BaseException] | None, error: BaseException | None, _trace: object
    ) -> bool:
        if isinstance(error, (InvalidInput, RenderFailed)):
            self.findings.items.extend(error.findings)
            return True
        if isinstance(error, NotFound) and self.at is not None:
            self.findings.items.append(error.at(self.at))
            return True
        return False


def did_you_mean(name: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """A hint naming the known name nearest to `name`, or nothing where none is near; `cutoff` is
    how much of the two must be alike, from 0 to 1."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    near = difflib.get_close_matches(name.casefold(), by_folded, n=1, cutoff=cutoff)
    return f'did you mean "{by_folded[near[0]]}"?' if near else ""
