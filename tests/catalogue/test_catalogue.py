"""The catalogue that ships: every record of it, composed as a letter would.

`expected/` holds what came out when somebody last read it, line by line: one file with every
name in a sentence, and one for each language with every inside address, salutation and close.
Whoever changes a table renews them with `pytest --update-golden` and reads the difference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from babel import Locale

from tests.support.sources import DOCUMENT, NOW, workspace
from undersigned.compose import compose_letter
from undersigned.load import (
    DocumentName,
    builtin_root,
    load_catalogue,
    load_dossier,
    open_workspace,
    wording_languages,
)
from undersigned.load.catalogue import read_catalogue
from undersigned.model.letter import Edition
from undersigned.model.recipient import RecipientKind

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.golden import Golden
    from undersigned.model.catalogue import Catalogue
    from undersigned.model.recipient import Recipient

# English names that stand without an article, as those who know them say them.
WITHOUT_ARTICLE = ("Dáil Éireann", "Seanad Éireann", "Tynwald")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The tables that ship."""
    return load_catalogue(open_workspace(builtin_root()))


def test_every_record_can_be_read(catalogue: Catalogue) -> None:
    """No row has a fault, each has a source, and what a record belongs to is there."""
    assert len(catalogue.records) > 900
    for record in catalogue.records.values():
        assert record.source, record.id
        assert record.in_text, record.id
        assert not record.of or record.of in catalogue.records, record.id
    for region in catalogue.regions.values():
        assert region.source, region.id
        assert region.members == tuple(sorted(set(region.members))), region.id


def test_no_id_stands_in_two_tables(catalogue: Catalogue) -> None:
    """Each row of the tables is a record, and each record has one row."""
    folder = builtin_root() / "recipients/catalogue"
    ids = [
        line.partition(",")[0]
        for name in ("parliaments", "chambers", "offices", "bodies")
        for line in (folder / f"{name}.csv").read_text("utf-8").splitlines()[1:]
    ]
    assert len(ids) == len(set(ids)) == len(catalogue.records)
    aliases = [alias for record in catalogue.records.values() for alias in record.aliases]
    assert len(aliases) == len(set(aliases))
    assert not set(aliases) & set(ids)


def test_every_parliament_of_the_facts_is_there(catalogue: Catalogue) -> None:
    """Sovereign states, associated states, territories and assemblies of several states."""
    parliaments = [r for r in catalogue.records.values() if r.kind is RecipientKind.PARLIAMENT]
    levels = dict.fromkeys(("national", "associated-state", "territory", "supranational"), 0)
    for record in parliaments:
        levels[record.level] += 1
        assert bool(record.country) == (record.level != "supranational"), record.id
    assert levels == {
        "national": 197, "associated-state": 2, "territory": 31, "supranational": 17,
    }  # fmt: skip
    chambers = [r for r in catalogue.records.values() if r.kind is RecipientKind.CHAMBER]
    presided = {catalogue.records[r.of].id for r in catalogue.records.values() if r.of}
    assert [chamber.id for chamber in chambers if chamber.id not in presided] == []
    for chamber in chambers:
        assert chamber.role in ("single", "lower", "upper"), chamber.id
        found = catalogue.find(f"{chamber.id}/presiding-officer")
        assert found is not None, chamber.id
        assert found.of == chamber.id


def test_a_name_in_running_text_has_its_article(catalogue: Catalogue) -> None:
    """Every one begins with "the" but three, names its country once, and ends in no comma."""
    for record in catalogue.records.values():
        name = str(record.in_text)
        assert name.startswith("the ") or name.endswith(WITHOUT_ARTICLE), name
        country = Locale("en").territories.get(record.country or "", "none")
        assert name.count(country) <= 1, name
        assert not re.search(r"[.;'|]|  ", name), name
        if record.kind in (RecipientKind.PARLIAMENT, RecipientKind.CHAMBER):
            assert "," not in name, name


def test_running_text(catalogue: Catalogue, golden: Golden) -> None:
    """Every running-text name, in a sentence, in every language that has one."""
    lines = []
    for id_, record in catalogue.records.items():
        lines.append(f"{id_}: We call upon {record.in_text} to act.")
        lines += [
            f"{id_} [{local.language}]: {local.in_text}"
            for local in record.local_names
            if local.in_text
        ]
    golden.check("running-text.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "km", "ja"])
def test_every_record_is_written_to(
    catalogue: Catalogue, golden: Golden, tmp_path: Path, language: str
) -> None:
    """Each record composes into a letter in English, and in those of its official languages in
    which it has a name: inside address, salutation, close, and the name in the text."""
    recipients = [
        record
        for record in catalogue.records.values()
        if language == "en" or (language in record.languages and record.local_name(language))
    ]
    assert recipients
    letters = _Letters(tmp_path, language)
    golden.check(f"letters.{language}.txt", "\n".join(map(letters.to, recipients)))


def test_the_languages_with_a_wording_are_those_tried() -> None:
    """A new language is tried on the catalogue as well."""
    assert set(wording_languages(open_workspace(builtin_root()))) == {
        "en", "fr", "es", "ar", "km", "ja",
    }  # fmt: skip


class _Letters:
    """One document in one language, for whoever it is sent to."""

    def __init__(self, root: Path, language: str) -> None:
        files: dict[str, str | bytes] = {
            "undersigned.toml": f'language = "{language}"\n',
            DOCUMENT: "---\nkind: letter\ntitle: T\ndate: 2031-04-02\n---\nWords.\n",
            "templates/campaigns/dam/campaign.yaml": "title: C\n",
        }
        self.dossier = load_dossier(workspace(root, files), DocumentName("dam", "letter"), language)

    def to(self, recipient: Recipient) -> str:
        """The parts of the letter that are the recipient's own."""
        letter = compose_letter(
            self.dossier, edition=Edition.INDIVIDUAL, recipient=recipient, now=NOW
        )
        (address,) = letter.addressees
        assert letter.salutation is not None
        assert letter.close is not None
        lines = "\n".join(f"  {line}" for line in address.lines)
        return f"{recipient.id}\n{lines}\n    {letter.salutation}\n    {letter.close}\n"


def test_the_tables_that_ship_are_read_whole() -> None:
    """Every cell is in a column, every row is there once, every code is one: as for the tables
    of anybody's workspace."""
    opened = open_workspace(builtin_root())
    assert list(read_catalogue(opened).records) == list(load_catalogue(opened).records)
