"""One entry of a recipient list that names somebody: a record of the catalogue, or written out."""

from __future__ import annotations

import re
from dataclasses import replace

from undersigned.errors import Finding, Findings, InvalidInput, Location
from undersigned.load.country import is_country, is_language
from undersigned.load.nearest import nearest_record
from undersigned.load.schemas import RecipientSchema
from undersigned.load.yaml_source import KeyPath, YamlTree
from undersigned.model.catalogue import Catalogue
from undersigned.model.recipient import PostalAddress, Recipient, RecipientKind
from undersigned.model.text import Origin, Text

__all__ = ["CATALOGUE_KEYS", "MEMBER", "nearest_record", "resolve_entry", "slug"]

# An office by id, and not by its words: "Chair/Convenor" is what somebody is.
_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
# How the id of an office ends that many hold at once.
MEMBER = "/member"
CATALOGUE_KEYS = ("parliament", "chamber", "office", "body")
_TEXTS = (
    "name", "in_text", "given", "family", "honorific", "post_nominals", "office", "institution",
    "salutation", "close",
)  # fmt: skip


def resolve_entry(
    entry: str | RecipientSchema, tree: YamlTree, path: KeyPath, catalogue: Catalogue
) -> Recipient:
    """The recipient that an entry names. Raises `InvalidInput` for what the catalogue lacks."""
    place = tree.at(path)
    if isinstance(entry, str):
        record = catalogue.find(entry)
        if record is None:
            hint = nearest_record(entry, catalogue.records.values())
            hint = hint or "`undersigned list recipients` lists them"
            unknown = Finding(place, "unknown-recipient", f'unknown recipient "{entry}"', hint)
            raise InvalidInput([unknown])
        return replace(record, location=place)
    if entry.language and not is_language(entry.language):
        finding = Finding(
            tree.at((*path, "language")),
            "recipient",
            f'no language has the code "{entry.language}"',
            "write a code such as fr or pt-BR",
        )
        raise InvalidInput([finding])
    if entry.country and not is_country(entry.country):
        finding = Finding(
            tree.at((*path, "country")),
            "recipient",
            f'no country has the code "{entry.country}"',
            "write the code of ISO 3166, such as NZ",
        )
        raise InvalidInput([finding])
    record = _record(entry, tree, path, catalogue)
    return _written_out(entry, place) if record is None else _changed(record, entry, place)


def slug(name: str) -> str:
    """A name as an id: lower case, with hyphens."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-") or "recipient"


def _record(
    entry: RecipientSchema, tree: YamlTree, path: KeyPath, catalogue: Catalogue
) -> Recipient | None:
    """The catalogue's record that the entry names, or None for one written out."""
    named = [key for key in CATALOGUE_KEYS if getattr(entry, key) is not None]
    findings = Findings()
    for key in named:
        place = tree.at((*path, key))
        id_ = str(getattr(entry, key))
        record = catalogue.find(id_)
        if record is not None and record.kind.value == key:
            return record
        if record is not None and key != "office":
            findings.add(
                place,
                "unknown-" + key,
                f'"{id_}" is the id of a {record.kind.value}, not of a {key}',
                f"write {record.kind.value}: {id_}",
            )
        elif key != "office" or (entry.name or entry.institution) is None or _ID.fullmatch(id_):
            known = (r for r in catalogue.records.values() if r.kind.value == key)
            findings.add(
                place,
                "unknown-" + key,
                f'unknown {key} "{id_}"',
                nearest_record(id_, known)
                or f"`undersigned list recipients --kind {key}` lists them",
            )
    findings.raise_errors()
    return None


def _changed(record: Recipient, entry: RecipientSchema, place: Location) -> Recipient:
    """The record with what the entry says instead."""
    given = _texts(entry, place)
    given.pop("office", None)
    if entry.as_ is not None:
        given["name"] = Text(entry.as_, place, Origin.RECIPIENT)
    plain = {
        "country": entry.country,
        "email": entry.email,
        "website": entry.website,
        "languages": (entry.language,) if entry.language else None,
        "address": _address(entry, place),
        "id": entry.id,
        "in_person": record.kind is RecipientKind.OFFICE and entry.name is not None,
    }
    # What the list says holds in every language; what it leaves open the catalogue says.
    names_person = record.kind is RecipientKind.OFFICE and entry.as_ is None
    local_names = tuple(
        replace(
            local,
            name=local.name if "name" not in given or names_person else "",
            in_text=local.in_text if "in_text" not in given else "",
            institution=local.institution if "institution" not in given else "",
        )
        for local in record.local_names
    )
    if record.id.endswith(MEMBER) and "name" in given:
        # One of many: the chamber's member by name has a file of their own, and is not "the
        # member of the Senate" in a sentence.
        plain["id"] = entry.id or f"{record.of}/{slug(given['name'].text)}"
        record = replace(record, in_text=None)
        local_names = tuple(replace(local, in_text="") for local in local_names)
    if "in_text" in given:
        record = replace(record, in_text_language="")
    if "name" in given and not names_person:
        record = replace(record, name_language="")
        if record.kind is not RecipientKind.OFFICE:
            # The institution goes by the name that the list gives it, on the envelope too.
            given.setdefault("institution", given["name"])
    changes = {**given, **{key: value for key, value in plain.items() if value}}
    return replace(record, location=place, local_names=local_names, **changes)  # type: ignore[arg-type]


def _written_out(entry: RecipientSchema, place: Location) -> Recipient:
    given = _texts(entry, place)
    name = given.pop("name", None) or given.get("office") or given.get("institution")
    if name is None:
        finding = Finding(
            place,
            "recipient",
            "the recipient has no name",
            "write parliament:, chamber:, office: or body: with an id, or a name:",
        )
        raise InvalidInput([finding])
    if entry.as_ is not None:
        name = Text(entry.as_, place, Origin.RECIPIENT)
    return Recipient(
        id=entry.id or slug(name.text),
        kind=RecipientKind.OFFICE if entry.office or entry.family else RecipientKind.BODY,
        role="",
        name=name,
        location=place,
        in_person=entry.name is not None and entry.office is not None,
        address=_address(entry, place),
        country=entry.country,
        languages=(entry.language,) if entry.language else (),
        email=entry.email,
        website=entry.website,
        **given,  # type: ignore[arg-type]
    )


def _address(entry: RecipientSchema, place: Location) -> PostalAddress | None:
    lines = tuple(Text(line, place, Origin.RECIPIENT) for line in entry.address or ())
    return PostalAddress(lines) if lines else None


def _texts(entry: RecipientSchema, place: Location) -> dict[str, Text]:
    return {
        key: Text(str(value), place, Origin.RECIPIENT)
        for key in _TEXTS
        if (value := getattr(entry, key)) is not None
    }
