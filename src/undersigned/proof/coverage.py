"""Coverage: how much of the catalogue is filled, by group of countries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from undersigned.load.recipient_group import PRESIDING
from undersigned.model.catalogue import Catalogue
from undersigned.model.recipient import Recipient, RecipientKind

__all__ = ["Coverage", "coverage_of"]

# The parliaments of recipients/seven-parliaments.yaml as it ships, whatever a user makes of the
# list in a workspace: the groups are the same ones in every report. A test holds them together.
_SEVEN = frozenset({"x-ep", "us", "ca", "au", "gb", "nz", "jp"})
# Regions of the table, with what their group is called.
_REGIONS = {"g20": "G20", "eu": "EU", "asean": "ASEAN", "au": "African Union", "oas": "OAS"}


@dataclass(frozen=True)
class Coverage:
    """Of how many parliaments and chambers of a group something is known. A country may be in
    several groups; "all others" are those in none before."""

    group: str
    records: int
    native_name: int
    seats: int
    presiding_title: int
    address: int
    website: int
    email: int
    checked: int

    def row(self) -> Mapping[str, object]:
        """The counts by their names, in the order in which they are shown."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def coverage_of(catalogue: Catalogue) -> tuple[Coverage, ...]:
    """A row for each group, always the same groups in the same order."""
    bodies = [
        record
        for record in catalogue.records.values()
        if record.kind in (RecipientKind.PARLIAMENT, RecipientKind.CHAMBER)
    ]
    titled = _titled(catalogue)
    rows, grouped = [], set()
    for name, belongs in _groups(catalogue).items():
        members = [record for record in bodies if belongs(record)]
        grouped |= {record.id for record in members}
        rows.append(_counted(name, members, titled))
    others = [record for record in bodies if record.id not in grouped]
    return (*rows, _counted("all others", others, titled), _counted("all", bodies, titled))


def _groups(catalogue: Catalogue) -> Mapping[str, Callable[[Recipient], bool]]:
    def of(region: str) -> Callable[[Recipient], bool]:
        known = catalogue.regions.get(region)
        members = frozenset(known.members if known else ())
        return lambda record: record.country in members

    groups: dict[str, Callable[[Recipient], bool]] = {
        "seven parliaments": lambda record: bool({record.id, record.of} & _SEVEN)
    }
    groups |= {_REGIONS[region]: of(region) for region in ("g20", "eu", "asean")}
    groups["supranational"] = lambda record: (
        record.level == "supranational" or record.id.startswith("x-")
    )
    return groups | {_REGIONS[region]: of(region) for region in ("au", "oas")}


def _titled(catalogue: Catalogue) -> frozenset[str]:
    """The ids of what has a presiding officer whose title is known: a chamber, and a parliament
    whose chambers all have one."""
    titled = {
        record.of
        for record in catalogue.records.values()
        if record.kind is RecipientKind.OFFICE and f"{record.of}/{PRESIDING}" in record.aliases
    }
    chambers: dict[str, list[str]] = {}
    for record in catalogue.records.values():
        if record.kind is RecipientKind.CHAMBER:
            chambers.setdefault(record.of, []).append(record.id)
    return frozenset(titled | {p for p, houses in chambers.items() if titled.issuperset(houses)})


def _counted(name: str, members: list[Recipient], titled: frozenset[str]) -> Coverage:
    def count(known: Callable[[Recipient], object]) -> int:
        return sum(bool(known(record)) for record in members)

    return Coverage(
        name,
        len(members),
        native_name=count(lambda record: record.native_name),
        seats=count(lambda record: record.seats),
        presiding_title=count(lambda record: record.id in titled),
        address=count(lambda record: record.address),
        website=count(lambda record: record.website),
        email=count(lambda record: record.email),
        checked=count(lambda record: record.checked),
    )
