# ruff: noqa: SLF001 - the functions here are what a namespace has for methods
"""What an expression sees: `facts`, `recipient`, `signatories`, a block's parameters.

Each is a `Namespace`: attributes and nothing else, no methods to call, and words of its own
for what it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from undersigned.compose.contractions import InText
from undersigned.compose.phrases import Phrasebook
from undersigned.errors import did_you_mean
from undersigned.model.campaign import Campaign
from undersigned.model.continent import continent_of
from undersigned.model.recipient import Recipient
from undersigned.model.roster import Roster, Signatory, SignatoryKind

__all__ = [
    "Namespace",
    "campaign_facts",
    "collective_view",
    "kind_of",
    "lacks",
    "printed",
    "recipient_view",
    "signatories_view",
    "values_of",
]


class Namespace:
    """Named values. `title` is what a printed one reads as; without it, it has no words."""

    __slots__ = ("_hint", "_name", "_title", "_values")

    def __init__(
        self, name: str, values: Mapping[str, Any], title: str = "", hint: str = ""
    ) -> None:
        self._name = name
        self._values = dict(values)
        self._title = title
        self._hint = hint

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __str__(self) -> str:
        return printed(self)


# Functions and not methods: every public name of a namespace belongs to the author.


def kind_of(namespace: Namespace) -> str:
    """What sort of thing it is: facts, recipient, signatory."""
    return namespace._name


def printed(namespace: Namespace) -> str:
    """The words of the whole. Raises TypeError where it has none."""
    if not namespace._title:
        known = ", ".join(f"{namespace._name}.{key}" for key in sorted(namespace._values))
        raise TypeError(f"{namespace._name} is no text | write one of {known}")
    return namespace._title


def values_of(namespace: Namespace) -> Mapping[str, Any]:
    """All that it holds, by name."""
    return namespace._values


def lacks(namespace: Namespace, name: str) -> str:
    """What to say of a name that is not there, with a hint after a bar."""
    hint = did_you_mean(name, namespace._values) or namespace._hint
    return f'{namespace._name} has no "{name}"' + (f" | {hint}" if hint else "")


def campaign_facts(campaign: Campaign) -> Namespace:
    """The campaign's facts by name."""
    return Namespace("facts", {fact.name: fact.value for fact in campaign.facts})


def recipient_view(recipient: Recipient, book: Phrasebook) -> Namespace:
    """One recipient: only what is known of it, so that a gap is an error and not a blank."""
    values = {
        name: str(text)
        for name in (
            "name", "given", "family", "honorific", "post_nominals", "office", "institution",
            "in_text",
        )
        if (text := getattr(recipient, name)) is not None
    }  # fmt: skip
    if "in_text" in values:
        values["in_text"] = InText(values["in_text"])
    values["id"] = recipient.id
    if recipient.country:
        values["country"] = book.country(recipient.country)
    hint = f'"{recipient.name}" is named at {recipient.location}'
    if recipient.in_text and not recipient.says("in_text", book.wording.language):
        # Better no words than English ones in the middle of a French sentence.
        values.pop("in_text", None)
        hint = f"write in_text: in {book.wording.name} where {hint}"
    return Namespace("recipient", values, title=str(recipient.name), hint=hint)


def collective_view(views: Sequence[Namespace], book: Phrasebook) -> Namespace:
    """All recipients of an open edition as one: what all of them have, as a list with "and".

    One recipient alone is itself.
    """
    if len(views) == 1:
        return views[0]
    if not views:
        return Namespace("recipient", {}, hint="the document has no recipients")
    shared = set.intersection(*(set(view._values) for view in views))
    values = {
        name: book.listed(list(dict.fromkeys(str(getattr(view, name)) for view in views)))
        for name in shared
    }
    if "in_text" in values:
        values["in_text"] = InText(values["in_text"])
    lacking = "not every recipient of this letter has one"
    return Namespace("recipient", values, title=values.get("name", ""), hint=lacking)


def signatories_view(roster: Roster | None, book: Phrasebook) -> Namespace:
    """Who signs: the confirmed ones by name, the withheld as a number."""
    signatories = roster.signatories if roster else ()
    views = {s: _signatory_view(s, book) for s in signatories}
    countries = dict.fromkeys(book.country(s.country) for s in signatories if s.country)
    regions = dict.fromkeys(book.region(continent_of(s.country)) for s in signatories)
    withheld = roster.withheld if roster else 0
    return Namespace(
        "signatories",
        {
            "organisations": tuple(
                views[s] for s in signatories if s.kind is SignatoryKind.ORGANISATION
            ),
            "individuals": tuple(
                views[s] for s in signatories if s.kind is SignatoryKind.INDIVIDUAL
            ),
            "all": tuple(views.values()),
            "countries": tuple(countries),
            "regions": tuple(name for name in regions if name),
            "count": len(signatories) + withheld,
            "withheld": withheld,
        },
    )


def _signatory_view(signatory: Signatory, book: Phrasebook) -> Namespace:
    values = {
        name: value
        for name in ("acronym", "title", "affiliation", "group", "url", "ecosoc")
        if (value := getattr(signatory, name))
    }
    values["name"] = str(signatory.name)
    if signatory.country:
        values["country"] = book.country(signatory.country)
    return Namespace(
        "signatory", values, title=str(signatory.name), hint=f"see {signatory.location}"
    )
