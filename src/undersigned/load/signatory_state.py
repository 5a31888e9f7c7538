"""What a response says of its own state: whether it signs, and whether it may be named.

An answer that is missing or not understood refuses the row: it is never a yes.
"""

from __future__ import annotations

from collections.abc import Mapping

from undersigned.errors import Location
from undersigned.load.cell import refused
from undersigned.load.form_answer import find_kind, may_be_named, yes_or_no
from undersigned.model.roster import SignatoryKind, SignatoryStatus

__all__ = ["read_kind", "read_state", "signs"]

# The state that says least of a name wins.
_STRICTEST = (
    SignatoryStatus.WITHHELD,
    SignatoryStatus.WITHDRAWN,
    SignatoryStatus.INVITED,
    SignatoryStatus.CONFIRMED,
)


def signs(cells: Mapping[str, str], place: Location) -> bool:
    """Whether the response consents to sign; it does where the form did not ask.

    Raises `InvalidInput` for an answer that is none.
    """
    if "consent" not in cells:
        return True
    answer = yes_or_no(cells["consent"])
    if answer is None:
        said = "it is not clear whether this response consents to sign"
        raise refused(place, said, "write yes or no into the form's column, or delete the row")
    return answer


def read_state(
    cells: Mapping[str, str], place: Location, otherwise: SignatoryStatus
) -> SignatoryStatus:
    """The state of the row: `otherwise` where the response says nothing else.

    Raises `InvalidInput` for an answer that is none.
    """
    found = [otherwise]
    if "status" in cells:
        value = cells["status"].casefold().strip()
        if value not in [s.value for s in SignatoryStatus]:
            said = "the status is empty" if not value else "the status is none that there is"
            hint = "write one of " + ", ".join(s.value for s in SignatoryStatus)
            raise refused(place, said, hint)
        found = [SignatoryStatus(value)]
    for name, hide in (("publish", False), ("anonymous", True)):
        if name not in cells:
            continue
        named = may_be_named(cells[name], asked_to_hide=hide)
        if named is None:
            said = "it is not clear whether this signatory may be named"
            raise refused(place, said, "ask, and write yes or no into the form's column")
        if not named:
            found.append(SignatoryStatus.WITHHELD)
    return min(found, key=_STRICTEST.index)


def read_kind(cells: Mapping[str, str], place: Location) -> SignatoryKind | None:
    """What the response says of who signs, None where it says nothing.

    Raises `InvalidInput` for an answer that is none.
    """
    said = cells.get("kind", "").strip()
    kind = find_kind(said) if said else None
    if said and kind is None:
        told = "it is not clear whether an organisation or a person signs"
        raise refused(place, told, "write organisation or individual")
    return kind
