"""`undersigned recipients`: the commands about recipient lists.

A command is added as a file `recipients_<command>.py`, and nothing else.
"""

from __future__ import annotations

from typing import Any

from undersigned.cli.found import find_stubs
from undersigned.cli.lazy import LazyGroup

__all__ = ["recipients"]


def _recipients(**_: Any) -> None:
    """Fill recipient lists and look after them."""


recipients = LazyGroup(
    "recipients",
    stubs=find_stubs("recipients"),
    callback=_recipients,
    help=_recipients.__doc__,
    examples=[
        ("undersigned recipients import members.xlsx members", "A table becomes a list."),
        ("undersigned recipients new asean --region asean", "A list from the catalogue."),
        ("undersigned recipients check", "What is old or out of reach in your lists."),
        ("undersigned recipients import --help", "Tell all about one command."),
    ],
)
