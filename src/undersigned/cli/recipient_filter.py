"""Which recipients somebody asks for: `--country`, `--region`, `--kind`, `--role`, `--language`.

The same options for every command that picks recipients; each narrows what the others leave.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import click
from babel import Locale

from undersigned import load
from undersigned.cli import complete
from undersigned.cli.options import CommaList
from undersigned.errors import did_you_mean
from undersigned.load.country import find_country, nearest_country
from undersigned.load.recipient_group import nearest_region
from undersigned.model.recipient import RecipientKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from undersigned.load import Workspace
    from undersigned.model.catalogue import Catalogue
    from undersigned.model.recipient import Recipient

__all__ = ["FILTERS", "ROLES", "RecipientFilter", "filter_from", "filter_options", "words_of"]

KINDS = tuple(kind.value for kind in RecipientKind)
ROLES = ("single", "lower", "upper")
FILTERS = ("country", "region", "kind", "role", "language")

_F = TypeVar("_F", bound="Callable[..., Any]")


@dataclass(frozen=True)
class RecipientFilter:
    """What a recipient must be; an empty part asks for nothing. `countries` are those named and
    those of the regions, None where neither was."""

    countries: tuple[str, ...] | None = None
    kinds: Collection[str] = ()
    roles: Collection[str] = ()
    languages: Collection[str] = field(default=())

    def keeps(self, recipient: Recipient) -> bool:
        """Whether the recipient is all that is asked for."""
        return (
            (self.countries is None or recipient.country in self.countries)
            and (not self.kinds or recipient.kind.value in self.kinds)
            and (not self.roles or recipient.role in self.roles)
            and (not self.languages or any(map(self._speaks, recipient.languages)))
        )

    def among(self, recipients: Iterable[Recipient]) -> list[Recipient]:
        """Those that it keeps, in their order."""
        return [recipient for recipient in recipients if self.keeps(recipient)]

    def _speaks(self, language: str) -> bool:
        # Who asks for "pt" means Brazil's too; who asks for "pt-BR" does not mean Portugal's.
        return language in self.languages or language.partition("-")[0] in self.languages


def filter_options(command: _F) -> _F:
    """The five options, each with several values and commas between them."""
    about = {
        "country": ("CODE,...", "Of these countries: codes such as KH, or English names.", None),
        "region": (
            "REGION,...",
            "Of the members of these regions: asean, eu, africa.",
            complete.regions,
        ),
        "kind": (",".join(KINDS), "Of these kinds.", None),
        "role": (",".join(ROLES), "Chambers of these roles, and their offices.", None),
        "language": ("CODE,...", "Who is written to in these languages: fr, pt-BR.", None),
    }
    for name in reversed(FILTERS):
        metavar, help_, completer = about[name]
        option = click.option(
            f"--{name}",
            type=CommaList(),
            multiple=True,
            metavar=metavar,
            help=help_,
            shell_complete=completer,
        )
        command = option(command)
    return command


def words_of(options: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The values of an option that may be given several times, each with commas in it."""
    return tuple(dict.fromkeys(word for words in options[name] or () for word in words))


def filter_from(workspace: Workspace, options: Mapping[str, Any]) -> RecipientFilter:
    """The filter that the options ask for. Raises a usage error that names every wrong word."""
    words = {name: words_of(options, name) for name in FILTERS}
    problems: list[str] = []
    countries = _countries(words["country"], problems)
    members = _members(words["region"], load.load_catalogue(workspace), problems)
    _check_choices("kind", words["kind"], KINDS, problems)
    _check_choices("role", words["role"], ROLES, problems)
    _check_languages(words["language"], problems)
    if problems:
        raise click.UsageError("\n       ".join(problems))
    named = [part for part in (countries, members) if part is not None]
    both = tuple(c for c in named[0] if all(c in part for part in named)) if named else None
    return RecipientFilter(both, words["kind"], words["role"], words["language"])


def _countries(words: Sequence[str], problems: list[str]) -> tuple[str, ...] | None:
    found = []
    for word in words:
        code = find_country(word)
        if code is None:
            hint = nearest_country(word) or "write its code of ISO 3166, such as NZ"
            problems.append(_unknown("country", word, hint))
        else:
            found.append(code)
    return tuple(dict.fromkeys(found)) if words else None


def _members(
    words: Sequence[str], catalogue: Catalogue, problems: list[str]
) -> tuple[str, ...] | None:
    found: list[str] = []
    for word in words:
        region = catalogue.find_region(word)
        if region is None:
            problems.append(_unknown("region", word, nearest_region(word, catalogue)))
        else:
            found += region.members
    return tuple(dict.fromkeys(found)) if words else None


def _check_choices(
    what: str, words: Sequence[str], known: Sequence[str], problems: list[str]
) -> None:
    for word in words:
        if word not in known:
            hint = did_you_mean(word, known) or "one of " + ", ".join(known)
            problems.append(_unknown(what, word, hint))


def _check_languages(words: Sequence[str], problems: list[str]) -> None:
    languages: Mapping[str, str] = Locale("en").languages
    for word in words:
        if word.partition("-")[0] not in languages:
            names = {name.casefold(): code for code, name in languages.items()}
            near = did_you_mean(word, names).removeprefix('did you mean "').removesuffix('"?')
            hint = f'did you mean "{names[near].replace("_", "-")}"?' if near else ""
            problems.append(_unknown("language", word, hint or "write its code, such as fr"))


def _unknown(what: str, word: str, hint: str) -> str:
    return f'unknown {what} "{word}" ({hint})'
