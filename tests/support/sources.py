"""Sources of the unit tests: a workspace of a few lines, and what reading it says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.support.tree import build_file_tree
from undersigned.compose import compose_letter
from undersigned.errors import Finding, InvalidInput
from undersigned.load import DocumentName, load_dossier, open_workspace
from undersigned.model.letter import Edition

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from undersigned.load import Workspace
    from undersigned.model.dossier import Dossier
    from undersigned.model.letter import Letter
    from undersigned.model.recipient import Recipient

__all__ = ["DOCUMENT", "NOW", "compose", "dossier", "found", "said", "workspace"]

NOW = dt.datetime(2031, 5, 17, 22, 30, tzinfo=dt.UTC)
DOCUMENT = "templates/campaigns/dam/letter.md"
_SETTINGS = 'organisation = "Velmar River Watch"\nlanguage = "en"\n'


def workspace(root: Path, files: Mapping[str, str | bytes] | None = None) -> Workspace:
    """An open workspace with these files, in English unless they say otherwise."""
    build_file_tree(root, {"undersigned.toml": _SETTINGS, **(files or {})})
    return open_workspace(root)


def dossier(
    root: Path,
    body: str = "Words.\n",
    front: str = "",
    files: Mapping[str, str | bytes] | None = None,
    language: str = "en",
) -> Dossier:
    """What is read of a letter with this body; `front` is added to its front matter.

    The front matter's own keys are three, so `front` begins on line 5.
    """
    head = f"---\nkind: letter\ntitle: The dam\ndate: 2031-04-02\n{front}---\n{body}"
    campaign = {"templates/campaigns/dam/campaign.yaml": "title: Dam safety\n"}
    opened = workspace(root, {DOCUMENT: head.encode(), **campaign, **(files or {})})
    return load_dossier(opened, DocumentName("dam", "letter"), language)


def compose(
    root: Path,
    body: str = "Words.\n",
    front: str = "",
    files: Mapping[str, str | bytes] | None = None,
    *,
    language: str = "en",
    to: int | None = None,
) -> Letter:
    """The letter; `to` is the number of the recipient that an individual edition goes to."""
    read = dossier(root, body, front, files, language)
    recipient: Recipient | None = None if to is None else read.document.recipients[to]
    edition = Edition.OPEN if to is None else Edition.INDIVIDUAL
    return compose_letter(read, edition=edition, recipient=recipient, now=NOW)


def found(call: Callable[[], object]) -> list[Finding]:
    """Everything that a call finds wrong."""
    with pytest.raises(InvalidInput) as caught:
        call()
    return list(caught.value.findings)


def said(call: Callable[[], object]) -> list[str]:
    """The same in one line each: place, rule, message and hint."""
    return [
        f"{finding.location} [{finding.rule}] {finding.message}"
        + (f" ({finding.hint})" if finding.hint else "")
        for finding in found(call)
    ]
