"""Letters that would be written to one file, which `check` tells and `render` refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undersigned.errors import Finding, Location
from undersigned.model.letter import Edition
from undersigned.publish import output_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undersigned.model.letter import Letter

__all__ = ["find_clashes", "source_of"]


def find_clashes(letters: Iterable[Letter], language: str) -> list[Finding]:
    """A finding for each letter whose file another has already; `language` is the default one."""
    taken: dict[str, Letter] = {}
    findings = []
    for letter in letters:
        # Some file systems take "A" and "a" for one name.
        name = str(output_path(letter, "", language)).casefold()
        other = taken.setdefault(name, letter)
        if other is not letter:
            findings.append(_clash(letter, other))
    return findings


def source_of(letter: Letter) -> Location:
    """The file that the letter was written in."""
    return Location(f"templates/campaigns/{letter.campaign}/{letter.document}.md")


def _clash(letter: Letter, other: Letter) -> Finding:
    if letter.edition is Edition.INDIVIDUAL and letter.document == other.document:
        recipient, earlier = letter.addressees[0].recipient, other.addressees[0].recipient
        return Finding(
            recipient.location,
            "same-file-name",
            f'"{recipient.id}" and "{earlier.id}" would be written to the same file',
            "give one of them another id",
        )
    return Finding(
        source_of(letter),
        "same-file-name",
        f"{letter.document} and {other.document} would be written to the same file",
        "give one of them another name",
    )
