"""One response of a sign-on form as a row of a roster, with everything told that was changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from undersigned.errors import Location
from undersigned.load.cell import is_formula, is_lost
from undersigned.load.country import find_country
from undersigned.load.date_column import Moment
from undersigned.load.form_answer import asks_to_hide, may_ask_to_hide, no_organisation
from undersigned.load.known_organisations import find_organisation
from undersigned.load.signatory_name import full_name, organisation_cells, person_cells
from undersigned.load.signatory_state import read_kind, read_state, signs
from undersigned.load.signatory_text import clean_words
from undersigned.load.signatory_told import RowTold, Told
from undersigned.model.roster import SignatoryKind, SignatoryStatus

__all__ = ["ELSEWHERE", "FormRow", "Known", "Signs", "read_form_row"]

Signs: TypeAlias = Literal["", "organisations", "people"]

_LONG = ("note", "evidence")
# What stands in the columns that hold nothing that is wanted.
ELSEWHERE = "elsewhere"
_ANSWERS = (
    "publish", "anonymous", "consent", "kind", "status", "response", "signed_on", ELSEWHERE,
)  # fmt: skip
_URL = re.compile(r"https?://\S+$", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s\"<>,;]+@[^@\s.,;]+(\.[^@\s.,;]+)+")
_PERSON = SignatoryKind.INDIVIDUAL


@dataclass(frozen=True)
class Known:
    """What the rows of a form are read with: who signs where a row names both, the state of a
    row that says nothing else, the form's name, and the organisations that are known, folded."""

    signs: Signs
    status: SignatoryStatus
    form: str
    organisations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FormRow:
    """A response as a row: cells of a roster, and whether it may be named."""

    line: int
    cells: Mapping[str, str]
    kind: SignatoryKind
    status: SignatoryStatus
    moment: Moment | None = None

    @property
    def hidden(self) -> bool:
        """Whether nothing of it may be told but its line."""
        return self.status is SignatoryStatus.WITHHELD


@dataclass(frozen=True)
class _Signer:
    """Who signs, and who is only to be asked."""

    kind: SignatoryKind
    name: str
    contact: str = ""


def read_form_row(
    raw: Mapping[str, str], place: Location, moment: Moment | None, known: Known, told: Told
) -> FormRow | None:
    """The row, or None where the response does not consent to sign.

    `raw` are the cells by field. Raises `InvalidInput` for what cannot be taken: nobody is named,
    an answer on which a name depends is missing or not understood, a cell cannot be printed.
    """
    if not signs(raw, place):
        return None
    status = read_state(raw, place, known.status)
    row = RowTold(place, status is SignatoryStatus.WITHHELD, told)
    cells = _cleaned(raw, row)
    _check_words(raw, cells, row)
    _check_organisation(raw, cells, row)
    signer = _signer(cells, read_kind(raw, place), known, row)
    country = _country(cells.get("country", ""), row)
    made = {"id": cells.get("id", ""), "status": status.value, "country": country}
    if signer.kind is _PERSON:
        made["kind"] = _PERSON.value
        made |= person_cells(signer.name, cells, country, known.organisations, row)
    else:
        made |= organisation_cells(signer.name, cells, country, row)
    made["url"] = _url(cells.get("url", ""), row)
    made["group"] = cells.get("group", "")
    made["sort_key"] = cells.get("sort_key") or made.get("sort_key", "")
    made |= _private(cells, signer, row)
    if raw.get("signed_on", "").strip() and moment is None:
        row.remark("dates are not understood, or yet to come, and were left out")
    made["signed_on"] = moment.day.isoformat() if moment else ""
    stamp = f"{known.form}, line {place.line}" + (f", {moment}" if moment else "")
    made["evidence"] = "; ".join(filter(None, (stamp, cells.get("evidence", ""))))
    kept = {column: value for column, value in made.items() if value}
    return FormRow(place.line, kept, signer.kind, status, moment)


def _cleaned(raw: Mapping[str, str], row: RowTold) -> dict[str, str]:
    """The words of all cells but the answers, fit to be printed."""
    cells = {}
    for name, cell in raw.items():
        if name in _ANSWERS:
            continue
        words, what = clean_words(name, cell, row.place, one_line=name not in _LONG)
        if what:
            row.change(name, ", ".join(what), cell.strip(), words)
        if is_formula(words):
            row.remark("cells begin like a formula and are kept as text", words)
        cells[name] = words
    return cells


def _check_words(raw: Mapping[str, str], cells: Mapping[str, str], row: RowTold) -> None:
    """Refuse a row that is to be named where anything in it may ask that it is not."""
    words = "\n".join((cells.get("note", ""), raw.get(ELSEWHERE, "")))
    names = (cells.get(name, "") for name in ("organisation", "name", "person", "given", "family"))
    if not row.hidden and (may_ask_to_hide(words) or any(map(asks_to_hide, names))):
        said = "something in this row may ask that the name be kept back"
        hint = "look; then write no where the form asks for consent, or take the words out"
        row.refuse(said, hint)


def _check_organisation(raw: Mapping[str, str], cells: Mapping[str, str], row: RowTold) -> None:
    """Refuse a row whose organisation cannot be printed: else the person beside it would sign."""
    if not cells.get("organisation") and is_lost(raw.get("organisation", "")):
        row.refuse(
            "nothing of its organisation can be printed", "write its name, or empty the cell"
        )


def _signer(
    cells: dict[str, str], said: SignatoryKind | None, known: Known, row: RowTold
) -> _Signer:
    """Who signs, by what the form says and by which names there are; an organisation that a
    person belongs to becomes the affiliation."""
    organisation, either = cells.get("organisation", ""), cells.get("name", "")
    person = full_name(cells) or cells.get("person", "")
    if organisation and no_organisation(organisation) and (person or either):
        row.change("organisation", "there is none", organisation, "")
        organisation = ""
    kind = said or _kind(cells, known, row, (organisation, person, either))
    if kind is _PERSON:
        if (
            not said
            and not organisation
            and known.signs == "organisations"
            and "organisation" in cells
        ):
            row.remark("rows name no organisation, and the person signs as an individual")
        name = person or either
        if not name and organisation:
            row.refuse("it signs as an individual, and names none", "write who it is")
        cells["affiliation"] = cells.get("affiliation") or organisation
        contacts = [cells.get("contact", "")]
    else:
        name = organisation or either
        contacts = [cells.get("contact", ""), person, either if organisation else ""]
        if not name and any(contacts):
            row.refuse("it names no organisation", "write which one signs, or who")
    if not name and not cells.get("id"):
        row.refuse("the row names nobody", "give it a name, or delete it")
    asked = list(dict.fromkeys(c for c in contacts if c and c != name))
    if asked and kind is not _PERSON:
        # The title in an organisation's row is that of whom to ask.
        asked.append(cells.get("title", ""))
    return _Signer(kind, name, ", ".join(filter(None, asked)))


def _kind(
    cells: Mapping[str, str], known: Known, row: RowTold, names: tuple[str, str, str]
) -> SignatoryKind:
    """Who signs where the form does not say."""
    organisation, person, either = names
    people = bool(person)
    if organisation and (person or either):
        if not known.signs:
            said = "it names an organisation and a person, and not which of them signs"
            row.refuse(said, "say it with --signs")
        people = known.signs == "people"
    elif organisation:
        people = False
    elif either and not person and not find_organisation(either, known.organisations):
        # A title or an affiliation is a person's.
        people = bool(cells.get("title") or cells.get("affiliation"))
        if not people:
            said = "names were taken for organisations (for people: --map person=COLUMN)"
            row.remark(said)
    return _PERSON if people else SignatoryKind.ORGANISATION


def _private(cells: Mapping[str, str], signer: _Signer, row: RowTold) -> dict[str, str]:
    """E-mail address and note; the note takes what has no column of its own."""
    notes = [cells.get("note", ""), f"contact: {signer.contact}" if signer.contact else ""]
    email = cells.get("email", "")
    if email.casefold() == "anonymous":
        # What Microsoft Forms writes where it has not asked.
        email = ""
    if email and not _EMAIL.fullmatch(email):
        row.remark("e-mail addresses that are none went into the note")
        notes.append(f"e-mail: {email}")
        email = ""
    if cells.get("logo"):
        row.remark("logos are not fetched, and went into the note")
        notes.append(f"logo: {cells['logo']}")
    return {"email": email, "note": "; ".join(filter(None, notes))}


def _country(typed: str, row: RowTold) -> str:
    code = find_country(typed, in_any_language=True) if typed else ""
    if code is None:
        row.remark("countries are not known, and were kept as typed", typed)
        return typed
    return code


def _url(typed: str, row: RowTold) -> str:
    if not typed or _URL.match(typed):
        return typed
    if _DOMAIN.fullmatch(typed):
        row.change("url", "https:// belongs before it", typed, f"https://{typed}")
        return f"https://{typed}"
    row.remark("websites are no web address, and were left out", typed)
    return ""
