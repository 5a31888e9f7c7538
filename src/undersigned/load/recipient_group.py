"""An entry of a recipient list that stands for several: a region, or another list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from babel import Locale

from undersigned.errors import Finding, Findings, InvalidInput, Level, Location, did_you_mean
from undersigned.load.nearest import nearest_record
from undersigned.load.recipient_entry import CATALOGUE_KEYS
from undersigned.load.schemas import RecipientSchema
from undersigned.load.yaml_source import KeyPath, YamlTree
from undersigned.model.catalogue import Catalogue, Region
from undersigned.model.recipient import Recipient, RecipientKind

__all__ = ["PRESIDING", "Group", "is_group", "members_of", "nearest_region", "presides"]

# The last part of an id by which every chamber's presiding officer is found.
PRESIDING = "presiding-officer"
# In short names, such as Narnia and Africa, much is alike by chance.
_ALIKE = 0.75
_GROUPS = ("region", "include")
_WITH = {"region": ("kind", "role", "exclude"), "include": ("exclude",)}


def is_group(entry: str | RecipientSchema) -> bool:
    """Whether an entry stands for several recipients, or was meant to."""
    return not isinstance(entry, str) and any(
        getattr(entry, key) is not None for key in (*_GROUPS, "kind", "role", "exclude")
    )


@dataclass(frozen=True)
class Group:
    """A group's entry and where it stands; `include` reads another list by its name."""

    entry: RecipientSchema
    tree: YamlTree
    path: KeyPath
    include: Callable[[str, Location], Sequence[Recipient]]

    def at(self, *key: str | int) -> Location:
        """Where the entry says this."""
        return self.tree.at((*self.path, *key))


def members_of(group: Group, catalogue: Catalogue, findings: Findings) -> tuple[Recipient, ...]:
    """Everybody in the group but those it leaves out.

    Raises `InvalidInput` for an entry that is no group, and for an unknown region or list.
    """
    entry = group.entry
    _check_keys(group)
    if entry.include is not None:
        everybody = tuple(group.include(entry.include, group.at("include")))
    else:
        everybody = _of_region(group, catalogue, findings)
    members = _without(group, everybody, catalogue, findings)
    # Another list is empty by its own faults alone, which are told where they stand.
    if not members and (everybody or entry.include is None):
        findings.add(
            group.tree.at(group.path),
            "empty-group",
            "nobody is left in this group",
            "`undersigned list recipients` with --region, --kind and --role shows who there is",
        )
    return members


def _check_keys(group: Group) -> None:
    said = [
        field.alias or name
        for name, field in RecipientSchema.model_fields.items()
        if getattr(group.entry, name) is not None
    ]
    named = [key for key in _GROUPS if key in said]
    if not named:
        stray = next(key for key in said if key in _WITH["region"])
        hint = "write region: or include: beside it"
        finding = Finding(group.at(stray), "recipient", f'"{stray}" goes with a group', hint)
        raise InvalidInput([finding])
    allowed = (named[0], *_WITH[named[0]])
    strays = [key for key in said if key not in allowed]
    if strays:
        hint = (
            "write them as two entries"
            if strays[0] in (*_GROUPS, *CATALOGUE_KEYS)
            else f"beside {named[0]}: may stand {', '.join(_WITH[named[0]])}"
        )
        raise InvalidInput(
            Finding(group.at(key), "recipient", f'"{key}" does not go with "{named[0]}"', hint)
            for key in strays
        )


def _of_region(group: Group, catalogue: Catalogue, findings: Findings) -> tuple[Recipient, ...]:
    region = _region(group, catalogue)
    roles = group.entry.role or ()
    kind = RecipientKind(group.entry.kind or ("chamber" if roles else "parliament"))
    if roles and kind is RecipientKind.PARLIAMENT:
        finding = Finding(
            group.at("role"), "recipient", "a parliament as a whole has no role",
            "write kind: chamber, or kind: office for the presiding officers",
        )  # fmt: skip
        raise InvalidInput([finding])
    countries = Locale("en").territories
    by_country: dict[str, list[Recipient]] = {code: [] for code in region.members}
    for record in catalogue.records.values():
        if record.country in by_country and record.kind is kind and presides(record):
            by_country[record.country].append(record)
    place = group.at("region")
    members: list[Recipient] = []
    unmatched, unknown = [], []
    for code in sorted(by_country, key=lambda c: countries.get(c, c)):
        found = [r for r in by_country[code] if not roles or r.role in roles]
        # "lower" stands before "upper", as in speech.
        members += [replace(r, location=place) for r in sorted(found, key=lambda r: r.role)]
        if not by_country[code]:
            unknown.append(code)
        elif not found:
            unmatched.append(code)
    if unknown:
        findings.add(
            place, "region", f"the catalogue has no {kind.value} of {', '.join(unknown)}",
            "these members of the region are not written to: add an entry if they should be",
            Level.WARNING,
        )  # fmt: skip
    if unmatched:
        findings.add(
            place, "region",
            f"left out, having no chamber of that role: {', '.join(unmatched)}",
            "add the role single for parliaments of one chamber: role: [lower, single]",
            Level.WARNING,
        )  # fmt: skip
    return tuple(members)


def presides(record: Recipient) -> bool:
    """Whether the record may stand for its country: of the offices only those that preside."""
    return record.kind is not RecipientKind.OFFICE or any(
        id_.endswith(f"/{PRESIDING}") for id_ in (record.id, *record.aliases)
    )


def _region(group: Group, catalogue: Catalogue) -> Region:
    name = str(group.entry.region)
    region = catalogue.find_region(name)
    if region is not None:
        return region
    hint = nearest_region(name, catalogue)
    finding = Finding(group.at("region"), "unknown-region", f'unknown region "{name}"', hint)
    raise InvalidInput([finding])


def nearest_region(name: str, catalogue: Catalogue) -> str:
    """A hint naming the region that was probably meant, or all of them."""
    typed = name.strip().casefold().replace(" ", "-")
    return did_you_mean(typed, catalogue.regions, _ALIKE) or "`undersigned list regions` lists them"


def _without(
    group: Group, members: Sequence[Recipient], catalogue: Catalogue, findings: Findings
) -> tuple[Recipient, ...]:
    left_out: set[int] = set()
    # By every id that leads to a member: its own, its chamber's, its parliament's.
    places: dict[str, set[int]] = {}
    for number, record in enumerate(members if group.entry.exclude else ()):
        for known in _lineage(record, catalogue):
            places.setdefault(known, set()).add(number)
    for index, id_ in enumerate(group.entry.exclude or ()):
        place = group.at("exclude", index)
        matched = places.get(id_, set())
        left_out |= matched
        if not matched and catalogue.find(id_) is None:
            findings.add(
                place, "unknown-recipient", f'unknown recipient "{id_}"',
                nearest_record(id_, members) or "`undersigned list recipients` lists them",
            )  # fmt: skip
        elif not matched:
            findings.add(
                place, "exclude", f'"{id_}" is not in this group anyway',
                "take it out, or see whether another was meant", Level.WARNING,
            )  # fmt: skip
    return tuple(record for n, record in enumerate(members) if n not in left_out)


def _lineage(record: Recipient, catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of a record, of what it belongs to, and so on up to its parliament."""
    # A list may give somebody an id of their own; the record keeps its.
    ids = [record.id, record.record, *record.aliases]
    while record.of and record.of not in ids:
        ids.append(record.of)
        owner = catalogue.find(record.of)
        if owner is None:
            break
        record = owner
    return tuple(ids)
