"""Rows of one roster beside those that it withholds: none may print what must not be told.

Of a withheld row nothing is told but its line, and of the other no cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from undersigned.errors import Finding, Findings, Level
from undersigned.load.table import Row
from undersigned.load.withheld_name import WithheldName, as_read
from undersigned.load.workspace import Workspace
from undersigned.model.organisation_name import folded, sorting_name
from undersigned.model.roster import Directory, Signatory

__all__ = ["check_company", "withheld_names"]


def withheld_names(rows: Sequence[Row], directory: Directory) -> tuple[WithheldName, ...]:
    """What each row is known by, with what its entry in the directory adds: that of its id, or
    one that has its name."""
    if not rows:
        return ()
    entries: dict[str, list[Signatory]] = {}
    for entry in directory.entries:
        for words in {folded(name) for name in _names(entry)}:
            entries.setdefault(words, []).append(entry)
    return tuple(_withheld_name(row, directory, entries) for row in rows)


def _withheld_name(
    row: Row, directory: Directory, by_name: Mapping[str, Sequence[Signatory]]
) -> WithheldName:
    by_id = directory.find(row["id"]) if row["id"] else None
    named = by_name.get(folded(row["name"]), ()) if row["name"] else ()
    entries = [*([by_id] if by_id else []), *named]
    names = [row["name"], *(name for entry in entries for name in _names(entry))]
    addresses = [row["email"], row["url"], *(entry.url for entry in entries)]
    acronyms = [row["acronym"], *(entry.acronym for entry in entries)]
    return WithheldName(
        row.location,
        row["id"],
        tuple(dict.fromkeys(filter(None, names))),
        tuple(dict.fromkeys(filter(None, acronyms))),
        tuple(dict.fromkeys(filter(None, addresses))),
    )


def check_company(
    signatories: Sequence[Signatory],
    withheld: Sequence[WithheldName],
    workspace: Workspace,
    findings: Findings,
) -> None:
    """Find whoever is a withheld signatory under another name, and whoever would be printed with
    words that name one."""
    if not withheld:
        return
    # Hundreds of names are looked for in all rows at once, and in each row only those found.
    everything = as_read(" ".join(word for one in signatories for word in _printed(one)))
    suspects = [name for name in withheld if name.stands_in(everything)]
    rows = {_bare(words): name.row for name in reversed(withheld) for words in name.names}
    for signatory in signatories:
        own = next((rows[w] for w in map(_bare, _names(signatory)) if w and w in rows), None)
        if own is not None:
            first, second = sorted((own, signatory.location))
            findings.add(
                second,
                "roster-status",
                f"this row and line {first.line} are one signatory in two rows",
                "leave the one that says where the signature stands, and delete the other",
            )
        elif suspects:
            findings.items += _told(signatory, suspects, workspace)


def _told(
    signatory: Signatory, suspects: Sequence[WithheldName], workspace: Workspace
) -> Iterator[Finding]:
    company, own = _company(signatory), _own(signatory)
    for words, said in (
        (company, "title, affiliation or group names"),
        (own, "name, acronym or website tells of"),
    ):
        read = as_read("\n".join(words))
        found = next((name for name in suspects if name.stands_in(read)), None)
        if found is not None:
            yield Finding(
                signatory.location,
                "withheld-name",
                f"{said} somebody whom line {found.row.line} withholds",
                'take it out; if it may stand here, write withheld_in_text = "warning" under '
                "[signatories] in undersigned.toml",
                Level(workspace.withheld_in_text),
            )


def _printed(signatory: Signatory) -> tuple[str, ...]:
    return (*_company(signatory), *_own(signatory))


def _company(signatory: Signatory) -> tuple[str, ...]:
    return (signatory.title, signatory.affiliation, signatory.group)


def _own(signatory: Signatory) -> tuple[str, ...]:
    return (signatory.name.text, signatory.acronym, signatory.country, signatory.url)


def _bare(name: str) -> str:
    """The name without accents, articles and legal forms."""
    return folded(sorting_name(name, "en"))


def _names(signatory: Signatory) -> tuple[str, ...]:
    return (signatory.name.text, *signatory.former_names, *signatory.native_names)
