"""Rules for recipients: too old, out of reach, sharing an inbox, named as no letter can greet.

What somebody wrote in a list may be private: no message repeats an e-mail address.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from undersigned.compose.courtesy import FormsOfAddress, fill_form, gaps_of
from undersigned.errors import Finding, Level, Location
from undersigned.load.catalogue import CATALOGUE
from undersigned.load.catalogue_rows import TABLES
from undersigned.load.personal_title import split_title
from undersigned.load.same_person import plain_name, shared_with
from undersigned.model.catalogue import FormOfAddress
from undersigned.model.recipient import Recipient, RecipientKind
from undersigned.proof.age import age_in_words, beginning, moment_in_words

__all__ = ["Scrutiny", "check_recipients", "check_same_person", "table_of"]


@dataclass(frozen=True)
class Scrutiny:
    """What the rules go by: the day, when a record is old, how the offices are written to in
    which languages, and whether the recipients stand in lists or in the catalogue's tables."""

    today: dt.date
    stale_after_days: int
    forms: tuple[FormOfAddress, ...]
    language: str
    in_lists: bool = True


def check_recipients(recipients: Sequence[Recipient], scrutiny: Scrutiny) -> list[Finding]:
    """What every rule has to say."""
    return [finding for rule in _RULES for finding in rule(recipients, scrutiny)]


def check_same_person(recipients: Sequence[Recipient]) -> Iterator[Finding]:
    """A finding for each person who stands earlier in the same list under another id."""
    by_name: dict[str, list[Recipient]] = {}
    for recipient in recipients:
        earlier = by_name.setdefault(plain_name(recipient), [])
        for first in earlier:
            shared = shared_with(first, recipient)
            if shared and first.id.casefold() != recipient.id.casefold():
                yield _finding(
                    recipient,
                    "same-person",
                    f'is in the list twice, it seems: name and {shared} are those of "{first.id}"',
                    f"that one stands at {first.location}: keep one of the two",
                )
                break
        earlier.append(recipient)


def table_of(kind: RecipientKind) -> str:
    """The table in which a record of this kind is corrected."""
    return next(f"recipients/catalogue/{table.file_name}" for table in TABLES if table.kind is kind)


def _check_age(recipients: Sequence[Recipient], scrutiny: Scrutiny) -> Iterator[Finding]:
    told: set[tuple[str, str]] = set()
    for recipient in recipients:
        # What is written out in a list has no source to be old; and the age of an office is
        # told once, not for each of five hundred members.
        key = (recipient.location.path, recipient.record)
        if not recipient.record or key in told:
            continue
        told.add(key)
        moment = recipient.as_of or recipient.contact_as_of
        days = [beginning(moment)] if moment else []
        days += [recipient.checked] if recipient.checked else []
        row = f"its row {recipient.record} with the day in checked"
        hint = f"see what the body itself says, then write {row} into {table_of(recipient.kind)}"
        if not days:
            said = "is of unknown age: its source has no date"
            yield _finding(recipient, "unknown-age", said, hint)
        elif _is_old(max(days), scrutiny):
            what = "was checked on" if recipient.checked == max(days) else "is as of"
            shown = max(days).isoformat() if what == "was checked on" else str(moment)
            yield _finding(recipient, "old-record", f"{what} {_told(shown, scrutiny)}", hint)
        contact = recipient.contact_as_of if recipient.as_of and not recipient.checked else None
        if contact and _is_old(beginning(contact), scrutiny):
            said = f"has address, e-mail or website as of {_told(contact, scrutiny)}"
            yield _finding(recipient, "old-contact", said, hint)


def _check_reach(recipients: Sequence[Recipient], scrutiny: Scrutiny) -> Iterator[Finding]:
    beyond: dict[Location, list[Recipient]] = {}
    for recipient in recipients:
        if recipient.address is None and not recipient.email:
            beyond.setdefault(recipient.location, []).append(recipient)
    for place, together in beyond.items():
        if len(together) > _FEW:
            # The members of a region stand at one place: one line says it for all of them.
            ids = ", ".join(sorted(recipient.id for recipient in together))
            said = f"{len(together)} of these have no address and no e-mail address"
            hint = f"fill their rows in {CATALOGUE}/, or leave them out: {ids}"
            yield Finding(place, "out-of-reach", said, hint, Level.WARNING)
            continue
        for recipient in together:
            hint = "write address: or email: here" if scrutiny.in_lists else ""
            if recipient.record:
                hint += f"{', or ' if hint else 'write '}one of them into {_row(recipient)}"
            yield _finding(recipient, "out-of-reach", "has no address and no e-mail address", hint)


def _check_shared_inbox(recipients: Sequence[Recipient], _: Scrutiny) -> Iterator[Finding]:
    owners: dict[str, dict[str, Recipient]] = {}
    for recipient in recipients:
        if recipient.email:
            sharing = owners.setdefault(recipient.email.strip().casefold(), {})
            # Two members of one house are one record; one record may go by two names.
            who = "" if recipient.is_person else recipient.record
            sharing.setdefault(who or plain_name(recipient), recipient)
    for sharing in owners.values():
        first, *others = sharing.values()
        for other in others:
            # An office may well be reached through the house that it belongs to.
            if {first.record, other.record} & ({first.of, other.of} - {""}):
                continue
            yield _finding(
                other,
                "shared-inbox",
                f'has the same e-mail address as "{first.name}"',
                f"that one stands at {first.location}: see which of them the inbox belongs to",
            )


def _check_titles(recipients: Sequence[Recipient], _: Scrutiny) -> Iterator[Finding]:
    for recipient in recipients:
        if recipient.record and not recipient.is_person:
            continue
        title, rest, perhaps = split_title(recipient.name.text)
        if title:
            said = f'has the title "{title}" in the name'
            hint = f"write honorific: {title}, and name: {rest}"
            yield _finding(recipient, "title-in-name", said, hint)
        elif perhaps and recipient.is_person and not _begins_with_given_name(recipient):
            said = f'has a name that begins with "{rest.split()[0]}", which may be a title'
            hint = "if it is one, write it as honorific: and not in name:"
            yield _finding(recipient, "title-in-name", said, hint)


def _begins_with_given_name(recipient: Recipient) -> bool:
    """Don and Judge are first names too, and a list may say so."""
    return recipient.given is not None and recipient.name.text.startswith(recipient.given.text)


# As many at one place are told one by one.
_FEW = 3
_PARTS: tuple[Literal["salutation", "close"], ...] = ("salutation", "close")


def _check_greeting(recipients: Sequence[Recipient], scrutiny: Scrutiny) -> Iterator[Finding]:
    """A person whose office is greeted by a name that is not there: no letter to them is made."""
    spoken = {language for recipient in recipients for language in recipient.languages}
    tables = {
        language: FormsOfAddress(scrutiny.forms, language)
        for language in (scrutiny.language, *spoken)
    }
    for recipient in recipients:
        if not recipient.is_person:
            continue
        for language in dict.fromkeys((scrutiny.language, *recipient.languages)):
            forms = tables[language]
            for part in _PARTS:
                form = next(forms.of_office(recipient, part), None)
                if form is None or recipient.says_itself(part, language):
                    continue
                pattern = str(getattr(form, part))
                if fill_form(pattern, recipient, language) is not None:
                    continue
                lacking = [gap for gap in gaps_of(pattern) if getattr(recipient, gap, None) is None]
                if lacking:
                    yield _finding(
                        recipient,
                        "no-family-name" if lacking[0] == "family" else "gap-in-form",
                        f'lacks "{lacking[0]}", which the {part} "{pattern}" needs',
                        f"write {lacking[0]}: for this recipient; it is never guessed",
                        Level.ERROR,
                    )


_RULES: tuple[Callable[[Sequence[Recipient], Scrutiny], Iterator[Finding]], ...] = (
    _check_age,
    _check_reach,
    _check_shared_inbox,
    _check_titles,
    _check_greeting,
)


_OF_RECORD = frozenset({"unknown-age", "old-record", "old-contact"})


def _is_old(day: dt.date, scrutiny: Scrutiny) -> bool:
    return (scrutiny.today - day).days > scrutiny.stale_after_days


def _told(moment: str, scrutiny: Scrutiny) -> str:
    return f"{moment_in_words(moment)}, {age_in_words(beginning(moment), scrutiny.today)}"


def _row(recipient: Recipient) -> str:
    return f"the row {recipient.record} of {table_of(recipient.kind)}"


def _finding(
    recipient: Recipient, rule: str, said: str, hint: str, level: Level = Level.WARNING
) -> Finding:
    # What is said of a record is said of the office, not of the person in it.
    of_office = rule in _OF_RECORD and recipient.office is not None
    name = recipient.office if of_office else recipient.name
    return Finding(recipient.location, rule, f'"{name}" {said}', hint, level)
