"""A recipient list as text, one entry a line, for somebody to go on editing."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from undersigned.cli.head import quoted, schema_line
from undersigned.load.country import country_name
from undersigned.model.recipient import RecipientKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undersigned.cli.recipient_filter import RecipientFilter
    from undersigned.model.recipient import Recipient

__all__ = ["by_country", "list_as_csv", "list_as_yaml", "missing_countries"]

_ROLES = ("", "single", "lower", "upper")


def by_country(recipients: Sequence[Recipient]) -> list[Recipient]:
    """The recipients by the English name of their country, those of none last."""
    kinds = tuple(RecipientKind)

    def order(one: Recipient) -> tuple[bool, str, int, int, str]:
        role = _ROLES.index(one.role) if one.role in _ROLES else len(_ROLES)
        name = country_name(one.country or "").casefold()
        return (not one.country, name, kinds.index(one.kind), role, one.id)

    return sorted(recipients, key=order)


def list_as_yaml(recipients: Sequence[Recipient], title: str, made: str) -> str:
    """The list with a line that says how it was made, and who each one is beside its id."""
    lines = [schema_line("recipients", 1), f"# {made}", f"title: {quoted(title)}", "recipients:"]
    for one in recipients:
        # Comma and brackets end a value inside braces.
        id_ = quoted(one.id) if not re.search(r"[,\[\]{}]", one.id) else f'"{one.id}"'
        lines.append(f"  - {{{one.kind}: {id_}}}  # {_who(one)}")
    return "\n".join([*lines, ""])


def _who(one: Recipient) -> str:
    """The name; of an office the form in a sentence, which says of which country."""
    words = one.name.text
    if one.kind is RecipientKind.OFFICE and one.in_text:
        words = one.in_text.text.removeprefix("the ")
    return " ".join(words.split())


def list_as_csv(recipients: Sequence[Recipient]) -> str:
    """The list as a table: a column for each kind that is in it."""
    columns = [kind.value for kind in RecipientKind if any(r.kind is kind for r in recipients)]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({one.kind.value: one.id} for one in recipients)
    return text.getvalue()


def missing_countries(
    wanted: RecipientFilter, found: Sequence[Recipient], records: Sequence[Recipient]
) -> tuple[Sequence[str], Sequence[str]]:
    """The countries asked for that are not in the list, by their English names: those of which
    the catalogue has nothing of these kinds, and those whose chambers have other roles."""
    of_kind = defaultdict(list)
    for record in records:
        if not wanted.kinds or record.kind.value in wanted.kinds:
            of_kind[record.country].append(record)
    written = {one.country for one in found}
    left = [code for code in wanted.countries or () if code not in written]
    names = sorted((country_name(code), code) for code in left)
    return (
        [name for name, code in names if code not in of_kind],
        [name for name, code in names if code in of_kind],
    )
