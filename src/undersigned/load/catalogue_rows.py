"""The rows of the catalogue's tables, and the values that they stand for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from undersigned.errors import Findings
from undersigned.load.country import is_country, is_language
from undersigned.load.table import Row
from undersigned.model.catalogue import FormOfAddress, Region
from undersigned.model.recipient import LocalName, PostalAddress, Recipient, RecipientKind
from undersigned.model.text import Origin, Text

__all__ = [
    "FORMS",
    "NAMES",
    "REGIONS",
    "TABLES",
    "Table",
    "check_form",
    "check_language",
    "form_of",
    "record_of",
    "region_of",
]


@dataclass(frozen=True)
class Table:
    """A table: its file, its columns, and those whose cells name a row, which it must have.
    `kind` is what its rows are, for one of recipients."""

    file_name: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    kind: RecipientKind = RecipientKind.BODY


_SOURCE = ("source", "as_of", "checked", "note")
_COMMON = (
    "id", "name", "in_text", "street", "postal_code", "city", "area", "address",
    "address_country", "website", "email", "contact_source", "contact_as_of", *_SOURCE,
)  # fmt: skip
TABLES = (
    Table(
        "parliaments.csv",
        (*_COMMON, "country", "level", "sits", "structure", "seats", "languages"),
        ("id",),
        RecipientKind.PARLIAMENT,
    ),
    Table(
        "chambers.csv", (*_COMMON, "parliament", "role", "seats"), ("id",), RecipientKind.CHAMBER
    ),
    Table("bodies.csv", (*_COMMON, "country", "languages"), ("id",), RecipientKind.BODY),
    Table("offices.csv", (*_COMMON, "of", "aliases"), ("id",), RecipientKind.OFFICE),
)
NAMES = Table("names.csv", ("id", "language", "name", "in_text", *_SOURCE), ("id", "language"))
REGIONS = Table("regions.csv", ("id", "name", "members", *_SOURCE), ("id",))
FORMS = Table(
    "forms_of_address.csv",
    ("office", "language", "envelope", "salutation", "close", *_SOURCE),
    ("office", "language"),
)
_ROLES = frozenset({"", "single", "lower", "upper"})
# The language of the columns name and in_text.
_LANGUAGE = "en"
_GAPS = frozenset(
    {"name", "given", "family", "honorific", "post_nominals", "office", "institution", "in_text"}
)


def record_of(
    row: Row,
    kind: RecipientKind,
    owner: Recipient | None,
    names: Sequence[Row],
    findings: Findings,
) -> Recipient:
    """The recipient that a row describes; `owner` is what it belongs to, `names` are its rows
    in the table of names."""

    def text(column: str) -> Text | None:
        return Text(row[column], row.location, Origin.RECIPIENT) if row[column] else None

    name = text("name") or Text(row["id"], row.location, Origin.RECIPIENT)
    if not row["name"]:
        findings.add(
            row.location, "catalogue", "the row has no name",
            "a recipient needs one: fill the cell, or take the row out",
        )  # fmt: skip
    belongs = row["of"] or row["parliament"]
    for code in filter(None, (row["country"], row["address_country"])):
        if not is_country(code):
            findings.add(
                row.location,
                "catalogue",
                f'no country has the code "{code}"',
                "write the code of ISO 3166, such as NZ",
            )
    if row["role"] not in _ROLES:
        findings.add(
            row.location,
            "catalogue",
            f'"{row["role"]}" is no role of a chamber',
            "write single, lower or upper",
        )
    for language in _listed(row["languages"]):
        if not is_language(language):
            _tell_language(row, language, findings)
    is_office = kind is RecipientKind.OFFICE
    owned = owner.name if owner else None
    return Recipient(
        id=row["id"],
        kind=kind,
        role=row["role"] or (owner.role if owner and is_office else ""),
        name=name,
        location=row.location,
        record=row["id"],
        of=belongs,
        name_language=_LANGUAGE,
        in_text=text("in_text"),
        in_text_language=_LANGUAGE if row["in_text"] else "",
        local_names=_local_names(names, owner if is_office else None),
        office=name if is_office else None,
        institution=owned if is_office else name,
        address=_address(row) or (owner.address if owner and is_office else None),
        country=row["country"] or (owner.country if owner else None),
        languages=_listed(row["languages"]) or (owner.languages if owner else ()),
        email=row["email"] or None,
        website=row["website"] or None,
        aliases=_listed(row["aliases"]),
        sits=row["sits"] != "no" and (owner is None or owner.sits),
        level=row["level"] or (owner.level if owner else ""),
        structure=row["structure"],
        seats=row["seats"],
        source=row["source"] or None,
        as_of=_moment(row, "as_of", findings),
        contact_source=row["contact_source"] or None,
        contact_as_of=_moment(row, "contact_as_of", findings),
        checked=_day(row, "checked", findings),
        note=row["note"],
    )


def check_form(row: Row, findings: Findings) -> None:
    """Tell a form of address that would never hold, or could not be filled in."""
    check_language(row, findings)
    for column in ("envelope", "salutation", "close"):
        for gap in re.findall(r"\{(\w*)\}", row[column]):
            if gap not in _GAPS:
                findings.add(
                    row.location,
                    "catalogue",
                    f'unknown gap "{{{gap}}}" in the column {column}',
                    "known gaps: " + ", ".join(f"{{{known}}}" for known in sorted(_GAPS)),
                )
    _moment(row, "as_of", findings)


def form_of(row: Row) -> FormOfAddress:
    """A form of address."""
    return FormOfAddress(
        office=row["office"],
        language=row["language"],
        envelope=row["envelope"],
        salutation=row["salutation"],
        close=row["close"],
        source=row["source"],
        as_of=row["as_of"],
        checked=row["checked"],
        note=row["note"],
        location=row.location,
    )


def check_language(row: Row, findings: Findings) -> None:
    """Tell a language that is none: the row would never hold."""
    if not is_language(row["language"]):
        _tell_language(row, row["language"], findings)


def _tell_language(row: Row, code: str, findings: Findings) -> None:
    findings.add(
        row.location,
        "catalogue",
        f'no language has the code "{code}"',
        "write a code such as fr, pt-BR or ar-Latn",
    )


def region_of(row: Row, findings: Findings) -> Region:
    """A region with its member states."""
    members = _listed(row["members"])
    for code in members:
        if not is_country(code):
            findings.add(
                row.location,
                "catalogue",
                f'no country has the code "{code}"',
                "members: are codes of ISO 3166, separated by |",
            )
    if not members:
        findings.add(
            row.location,
            "catalogue",
            "the region has no members",
            "write its member states as codes of ISO 3166, separated by |",
        )
    return Region(
        row["id"], row["name"] or row["id"], members, row["source"], row["as_of"], row["note"],
        row.location,
    )  # fmt: skip


def _local_names(rows: Sequence[Row], owner: Recipient | None) -> tuple[LocalName, ...]:
    own = {row["language"]: row for row in rows}
    owners = {local.language: local.name for local in owner.local_names} if owner else {}
    return tuple(
        LocalName(
            language,
            own[language]["name"] if language in own else "",
            own[language]["in_text"] if language in own else "",
            owners.get(language, ""),
        )
        for language in {**own, **owners}
    )


def _address(row: Row) -> PostalAddress | None:
    address = PostalAddress(
        tuple(
            Text(line, row.location, Origin.RECIPIENT)
            # `address` is for those who have its lines and not its parts.
            for line in _listed(row["street"] or row["address"])
        ),
        row["postal_code"],
        row["city"],
        row["area"],
        row["address_country"],
    )
    return None if address.as_written and not address.lines else address


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _day(row: Row, column: str, findings: Findings) -> dt.date | None:
    value = _moment(row, column, findings)
    if value is None or len(value) == 10:
        return dt.date.fromisoformat(value) if value else None
    findings.add(
        row.location,
        "catalogue",
        f'"{value}" in the column {column} is not a day',
        "write 2026-01-31 (year-month-day)",
    )
    return None


def _moment(row: Row, column: str, findings: Findings) -> str | None:
    """A year, a month or a day of ISO 8601, as far as the source tells."""
    value = row[column]
    if not value:
        return None
    try:
        if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
            dt.date.fromisoformat(value + "0000-01-01"[len(value) :])
            return value
    except ValueError:
        pass
    findings.add(
        row.location,
        "catalogue",
        f'"{value}" in the column {column} is not a date',
        "write 2026-01-31 (year-month-day)",
    )
    return None
