"""Wording tables: `templates/wording/<language>.yaml`, the workspace's before the built-in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from babel import Locale, UnknownLocaleError

from undersigned.errors import Finding, Findings, InvalidInput, Location, NotFound
from undersigned.load.schema import validate
from undersigned.load.schemas import WordingSchema
from undersigned.load.workspace import Workspace
from undersigned.load.yaml_source import YamlTree, parse_yaml
from undersigned.model.wording import Claims, Wording

__all__ = ["load_wording", "wording_languages"]

_FOLDER = "templates/wording"
_WORD = r"[^\W\d_]+"
# A preposition, a space, an article ("à le", "a l’"); and the one word that they become.
_PARTED = re.compile(rf"{_WORD} {_WORD}['’]?")
_CONTRACTED = re.compile(rf"{_WORD}['’]?")


def wording_languages(workspace: Workspace) -> tuple[str, ...]:
    """The languages that there is a table for, by code."""
    return workspace.names_in(_FOLDER, ".yaml")


def load_wording(workspace: Workspace, language: str) -> Wording:
    """The table of a language; "pt-BR" falls back to "pt".

    Raises `NotFound` where there is none, `InvalidInput` for faults in it: a phrase of the
    English table that is missing, a gap that English does not have, a contraction that is none.
    """
    return workspace.remember(("wording", language), lambda: _read(workspace, language))


def _read(workspace: Workspace, language: str) -> Wording:
    for code in (language, language.partition("-")[0]):
        found = workspace.find_file("templates", "wording", f"{code}.yaml")
        if found is not None:
            break
    else:
        raise NotFound("language", language, [f"{_FOLDER}/"], wording_languages(workspace))
    path, _ = found
    tree = parse_yaml(workspace.reader.read_text(path), workspace.reader.display(path))
    table = validate(WordingSchema, tree)
    if table.language != code:
        place, said = tree.at(("language",)), f'the table of "{code}" is marked "{table.language}"'
        hint = f"write language: {code}, and look at locale: and date: too"
        raise InvalidInput([Finding(place, "wording", said, hint)])
    try:
        Locale.parse(table.locale or table.language, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise NotFound("language", table.language, ["CLDR"]) from error
    phrases = {
        f"{section}.{name}": phrase
        for section, group in table.phrases.items()
        for name, phrase in group.items()
    }
    if table.language != "en":
        _check_against_english(workspace, phrases, table, tree.path)
    _check_contractions(table.contractions, tree)
    return Wording(
        language=language,
        name=table.name,
        direction=table.direction,
        numbering=table.numbering,
        phrases=phrases,
        plurals=table.plurals,
        ordinals=table.ordinals,
        location=Location(tree.path, 1, 1),
        locale=language if "-" in language else table.locale or language,
        date_pattern=table.date,
        date_first=table.date_first or table.date,
        contractions=table.contractions,
        claims=Claims(tuple(table.claims.nouns), tuple(table.claims.said))
        if table.claims
        else Claims(),
    )


def _check_against_english(
    workspace: Workspace, phrases: dict[str, str], table: WordingSchema, path: str
) -> None:
    """A translator's slip must not become a hole in a letter: the same phrases in every
    section that the table has, with the same gaps."""
    english = load_wording(workspace, "en")
    findings = Findings()
    for key, phrase in english.phrases.items():
        section, _, name = key.partition(".")
        if key not in phrases:
            if section in table.phrases or section == "letter":
                findings.add(
                    Location(path, 1, 1),
                    "wording",
                    f'the phrase "{name}" of "{section}" is missing',
                    f"in English it reads: {phrase}",
                )
            continue
        extra = _gaps(phrases[key]) - _gaps(phrase)
        if extra:
            findings.add(
                Location(path, 1, 1),
                "wording",
                f'the phrase "{name}" of "{section}" has an unknown gap {{{min(extra)}}}',
                f"in English it reads: {phrase}",
            )
    for name in english.plurals:
        if "other" not in table.plurals.get(name, {}):
            findings.add(
                Location(path, 1, 1), "wording", f'the plural "{name}" has no form "other"'
            )
    findings.raise_errors()


def _check_contractions(contractions: Mapping[str, str], tree: YamlTree) -> None:
    findings = Findings()
    for parted, contracted in contractions.items():
        said = unicodedata.normalize("NFC", f"{parted}|{contracted}")
        key, _, form = said.partition("|")
        sane = _PARTED.fullmatch(key) and _CONTRACTED.fullmatch(form)
        if not sane or said != said.lower():
            findings.add(
                tree.key_at(("contractions", parted)),
                "wording",
                f'"{parted}": "{contracted}" is no contraction',
                "write a preposition, a space and an article, and the one word that they become, "
                'all in small letters: "à le": "au"',
            )
    findings.raise_errors()


def _gaps(phrase: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", phrase))
