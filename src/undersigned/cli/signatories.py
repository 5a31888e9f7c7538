"""`undersigned signatories`: the commands about rosters and the directory.

A command is added as a file `signatories_<command>.py`, and nothing else.
"""

from __future__ import annotations

from typing import Any

from undersigned.cli.found import find_stubs
from undersigned.cli.lazy import LazyGroup

__all__ = ["signatories"]


def _signatories(**_: Any) -> None:
    """Fill rosters and look after them: from a sign-on form to the signature block."""


signatories = LazyGroup(
    "signatories",
    stubs=find_stubs("signatories"),
    callback=_signatories,
    help=_signatories.__doc__,
    examples=[
        ("undersigned signatories import responses.xlsx senate", "A form's export into a roster."),
        ("undersigned signatories status senate", "Who signed, and who has not answered."),
        ("undersigned signatories withdraw senate 12", "The signatory on line 12 withdraws."),
        ("undersigned signatories import --help", "Tell all about one command."),
    ],
)
