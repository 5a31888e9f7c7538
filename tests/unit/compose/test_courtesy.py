"""How a letter greets and ends: which of the words that could be meant are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sources import DOCUMENT, compose, said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_TABLES = "recipients/catalogue/"
# The invented titles have no form of address in the tables that ship.
_CATALOGUE: dict[str, str | bytes] = {
    f"{_TABLES}parliaments.csv": """
        id,name,in_text,country,languages
        velmar,Assembly of Velmar,the Assembly of Velmar,TF,en|fr
    """,
    f"{_TABLES}chambers.csv": """
        id,parliament,role,name
        velmar-lower,velmar,lower,Chamber of Velmar
    """,
    f"{_TABLES}offices.csv": """
        id,of,name,in_text,aliases
        velmar-lower/warden,velmar-lower,Warden,the Warden of Velmar,velmar-lower/moderator
    """,
    f"{_TABLES}bodies.csv": """
        id,name
        tarvon-board,River Board of Tarvon
    """,
}
# In the order in which they are taken. A word of another language is nobody's.
_BY_ID = ("velmar-lower/warden", "en", "By id,", "By id.")
_BY_ALIAS = ("velmar-lower/moderator", "en", "By alias,", "By alias.")
_BY_END = ("*/warden", "en", "By the end of the id,", "By the end of the id.")
_BY_END_OF_ALIAS = ("*/moderator", "en", "By the end of the alias,", "By the end of the alias.")
_BY_KIND = ("office", "en", "By kind,", "By kind.")
_NO_KIND = ("office", "en", "", "")
_OTHER = ("velmar-lower/warden", "fr", "Par identifiant,", "Par identifiant.")
_LADDER = (_BY_ID, _BY_ALIAS, _BY_END, _BY_END_OF_ALIAS, _BY_KIND)

_ALONE = "{office: velmar-lower/warden}"
_OWN = "{office: velmar-lower/warden, salutation: 'Their own,', close: Their own.}"
_RENAMED = "{office: velmar-lower/warden, id: our-warden}"
_TESK = "{office: velmar-lower/warden, name: Ona Tesk, family: Tesk}"
_NAMELESS = "{office: velmar-lower/warden, name: Ona Tesk}"
_DOCUMENT = "salutation: The document's,\nclose: The document's.\n"


def courtesy(
    root: Path,
    forms: Sequence[tuple[str, str, str, str]],
    *recipients: str,
    document: str = "",
    each: bool = True,
    language: str = "en",
    names: str = "",
) -> str:
    """Greeting and close of the letter to the first of these recipients, or to all of them."""
    table = "".join(f"{o};{lang};{greeting};{close}\n" for o, lang, greeting, close in forms)
    front = f"{document}recipients: [{', '.join(recipients)}]\n"
    files: dict[str, str | bytes] = {
        **_CATALOGUE,
        f"{_TABLES}forms_of_address.csv": f"office;language;salutation;close\n{table}",
        f"{_TABLES}names.csv": f"id,language,name,in_text\n{names}",
        "undersigned.toml": f'organisation = "Velmar River Watch"\nlanguage = "{language}"\n',
    }
    letter = compose(root, front=front, files=files, language=language, to=0 if each else None)
    return f"{letter.salutation} {letter.close}"


@pytest.mark.parametrize(
    ("recipient", "document", "forms", "expected"),
    [
        (_OWN, _DOCUMENT, _LADDER, "Their own, Their own."),
        (_ALONE, _DOCUMENT, _LADDER, "By id, By id."),
        (_RENAMED, _DOCUMENT, _LADDER, "By id, By id."),
        (_ALONE, _DOCUMENT, _LADDER[1:], "By alias, By alias."),
        (_RENAMED, _DOCUMENT, _LADDER[1:], "By alias, By alias."),
        (_ALONE, _DOCUMENT, _LADDER[2:], "By the end of the id, By the end of the id."),
        (_RENAMED, _DOCUMENT, _LADDER[2:], "By the end of the id, By the end of the id."),
        (_ALONE, _DOCUMENT, _LADDER[3:], "By the end of the alias, By the end of the alias."),
        (_RENAMED, _DOCUMENT, _LADDER[3:], "By the end of the alias, By the end of the alias."),
        (_ALONE, _DOCUMENT, [_OTHER, _BY_KIND], "The document's, The document's."),
        (_ALONE, "", [_OTHER, _BY_KIND], "By kind, By kind."),
        (_ALONE, "", [_OTHER, _NO_KIND], "Dear Sir or Madam, Yours faithfully,"),
    ],
)
def test_the_individual_edition_takes_the_nearest_words(
    tmp_path: Path,
    recipient: str,
    document: str,
    forms: Sequence[tuple[str, str, str, str]],
    expected: str,
) -> None:
    """The recipient's own, those of the office from its id to what its id ends in, the
    document's, those of the kind, the language's."""
    assert courtesy(tmp_path, forms, recipient, document=document) == expected


@pytest.mark.parametrize(
    ("recipients", "document", "forms", "expected"),
    [
        ([_OWN], _DOCUMENT, _LADDER, "The document's, The document's."),
        ([_OWN], "", _LADDER, "Their own, Their own."),
        ([_ALONE], "", _LADDER, "By id, By id."),
        ([_ALONE], "", _LADDER[2:], "By the end of the id, By the end of the id."),
        ([_ALONE], "", [_BY_KIND], "By kind, By kind."),
        ([_ALONE], "", [_NO_KIND], "Dear Sir or Madam, Yours faithfully,"),
        ([_OWN, "velmar"], _DOCUMENT, _LADDER, "The document's, The document's."),
        ([_OWN, "velmar"], "", _LADDER, "Honourable Members, Yours faithfully,"),
    ],
)
def test_the_open_edition_takes_the_documents_words_first(
    tmp_path: Path,
    recipients: Sequence[str],
    document: str,
    forms: Sequence[tuple[str, str, str, str]],
    expected: str,
) -> None:
    """Then one recipient alone is greeted as in a letter of their own, and many as many."""
    assert courtesy(tmp_path, forms, *recipients, document=document, each=False) == expected


@pytest.mark.parametrize(
    ("recipient", "document", "forms", "expected"),
    [
        pytest.param(
            _ALONE,
            "",
            [("velmar-lower/warden", "en", "By id,", ""), _BY_END],
            "By id, By the end of the id.",
            id="a close of a further form",
        ),
        pytest.param(
            _ALONE,
            "",
            [("velmar-lower/warden", "en", "", "By id."), _BY_END],
            "By the end of the id, By id.",
            id="a greeting of a further form",
        ),
        pytest.param(
            _ALONE,
            "close: The document's.\n",
            [("velmar-lower/warden", "en", "By id,", ""), _BY_KIND],
            "By id, The document's.",
            id="a close of the document",
        ),
        pytest.param(
            "{office: velmar-lower/warden, salutation: 'Their own,'}",
            "",
            _LADDER,
            "Their own, By id.",
            id="a close of the office to a greeting of their own",
        ),
        pytest.param(
            "{office: velmar-lower/warden, close: Their own.}",
            "",
            _LADDER,
            "By id, Their own.",
            id="a close of their own",
        ),
        pytest.param(
            "{body: tarvon-board}",
            "",
            [("tarvon-board", "en", "Dear Board,", ""), ("body", "en", "By kind,", "By kind.")],
            "Dear Board, By kind.",
            id="a close of the kind",
        ),
    ],
)
def test_greeting_and_close_are_chosen_each_by_itself(
    tmp_path: Path,
    recipient: str,
    document: str,
    forms: Sequence[tuple[str, str, str, str]],
    expected: str,
) -> None:
    """An empty cell is passed over, and the rest of its row is good."""
    assert courtesy(tmp_path, forms, recipient, document=document) == expected


def test_a_close_of_the_office_answers_no_greeting_in_another_language(tmp_path: Path) -> None:
    """Where the recipient's greeting is left aside, so is the close that would answer it."""
    forms = [("velmar-lower/warden", "en", "", "By id."), _BY_KIND]
    recipient = "{office: velmar-lower/warden, language: fr, salutation: 'Les siens,'}"
    assert courtesy(tmp_path, forms, recipient) == "By kind, By kind."


_FAMILY = ("velmar-lower/warden", "en", "Dear Warden {family},", "Yours, {family}.")


def test_a_form_is_filled_with_the_persons_words(tmp_path: Path) -> None:
    """Each gap is what the list says of the person, and a name with braces is only a name."""
    forms = [("*/warden", "en", "Dear {honorific} {family} ({name}), {office},", "To {in_text}.")]
    tesk = "{office: velmar-lower/warden, name: 'Ona {family}', family: Tesk, honorific: Dr}"
    assert courtesy(tmp_path, forms, tesk) == (
        "Dear Dr Tesk (Ona {family}), Warden, To the Warden of Velmar."
    )


def test_a_person_who_lacks_what_the_form_needs_is_told(tmp_path: Path) -> None:
    """A letter to somebody by name never falls back to a form that leaves the name out."""
    forms = [_FAMILY, _BY_END, _BY_KIND]
    needs = "(write family: for this recipient; it is never guessed)"
    place = "templates/campaigns/dam/letter.md:7:14 [recipient]"
    assert said(lambda: courtesy(tmp_path, forms, _NAMELESS, document=_DOCUMENT)) == [
        f'{place} the close "Yours, {{family}}." needs "family", which "Ona Tesk" lacks {needs}',
        (
            f'{place} the salutation "Dear Warden {{family}}," needs "family", which "Ona Tesk" '
            f"lacks "
            f"{needs}"
        ),
    ]


@pytest.mark.parametrize(
    ("recipients", "each", "expected"),
    [
        pytest.param([_TESK], True, "Dear Warden Tesk, Yours, Tesk.", id="a person with the name"),
        pytest.param(
            [_ALONE],
            True,
            "By the end of the id, By the end of the id.",
            id="an office without a person",
        ),
        pytest.param(
            [_NAMELESS],
            False,
            "By the end of the id, By the end of the id.",
            id="the open edition",
        ),
    ],
)
def test_a_form_that_cannot_be_filled_is_passed_over(
    tmp_path: Path, recipients: Sequence[str], each: bool, expected: str
) -> None:
    """For an office of which nobody is named, and where a letter names many, the next one
    stands in."""
    assert courtesy(tmp_path, [_FAMILY, _BY_END], *recipients, each=each) == expected


def test_a_title_is_no_name(tmp_path: Path) -> None:
    """A form that greets by name is not for an office of which nobody is named."""
    forms = [("*/warden", "en", "Dear {name},", "Goodbye {name}."), _BY_KIND]
    assert courtesy(tmp_path, forms, _ALONE) == "By kind, By kind."


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("", "Madame, Monsieur,"),
        ("velmar,fr,Assemblée du Velmar,\n", "À l’attention de Assemblée du Velmar,"),
        (
            "velmar,fr,Assemblée du Velmar,l’Assemblée du Velmar\n",
            "Aux membres de l’Assemblée du Velmar,",
        ),
    ],
)
def test_words_of_another_language_fill_no_gap(tmp_path: Path, names: str, expected: str) -> None:
    """An institution is greeted by its name in the letter's language or by no name."""
    forms = [
        ("velmar", "fr", "Aux membres de {in_text},", ""),
        ("parliament", "fr", "À l’attention de {name},", "Salutations."),
    ]
    greeting = courtesy(tmp_path, forms, "velmar", language="fr", names=names)
    assert greeting == f"{expected} Salutations."


def test_an_office_of_another_language_fills_no_gap(tmp_path: Path) -> None:
    """Not for a person either: what holds the office is greeted by the next form."""
    forms = [
        ("velmar-lower/warden", "fr", "{office},", "Salutations, {office}."),
        ("office", "fr", "Par catégorie,", "Par catégorie."),
    ]
    assert courtesy(tmp_path / "a", forms, _TESK, language="fr") == "Par catégorie, Par catégorie."
    names = "velmar-lower/warden,fr,Gardien,\n"
    told = courtesy(tmp_path / "b", forms, _TESK, language="fr", names=names)
    assert told == "Gardien, Salutations, Gardien."


@pytest.mark.parametrize(
    ("language", "read", "expected"),
    [
        ("fr", "fr", "Les siens, Les siens."),
        ("fr", "fr-CA", "Les siens, Les siens."),
        ("fr-CA", "fr", "Les siens, Les siens."),
        ("fr-CA", "fr-CA", "Les siens, Les siens."),
        ("fr-CA", "fr-BE", "Par identifiant, Par identifiant."),
        ("fr", "en", "Par identifiant, Par identifiant."),
    ],
)
def test_a_recipients_words_are_for_letters_in_their_language(
    tmp_path: Path, language: str, read: str, expected: str
) -> None:
    """A letter in a region's variant of the language is in their language too."""
    own = "office: velmar-lower/warden, salutation: 'Les siens,', close: Les siens."
    forms = [_OTHER, _BY_ID]
    recipient = f"{{{own}, language: {read}}}"
    assert courtesy(tmp_path, forms, recipient, language=language) == expected


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ([_OTHER], "Par identifiant, Par identifiant."),
        (
            [_OTHER, ("velmar-lower/warden", "fr-CA", "Au Canada,", "Au Canada.")],
            "Au Canada, Au Canada.",
        ),
        (
            [("velmar-lower/warden", "fr-CA", "Au Canada,", "Au Canada."), _OTHER],
            "Au Canada, Au Canada.",
        ),
        (
            [_OTHER, ("velmar-lower/warden", "fr-CA", "Au Canada,", "")],
            "Au Canada, Par identifiant.",
        ),
        (
            [_OTHER, ("*/warden", "fr-CA", "Au Canada,", "Au Canada.")],
            "Par identifiant, Par identifiant.",
        ),
        (
            [
                ("velmar-lower/warden", "fr-BE", "En Belgique,", "En Belgique."),
                ("office", "fr", "", ""),
            ],
            (
                "Madame, Monsieur, Nous vous prions d’agréer, Madame, Monsieur, l’expression de "
                "notre "
                "haute considération."
            ),
        ),
    ],
    ids=["the language", "the variant", "in any order", "cell by cell", "the office", "another"],
)
def test_a_variant_of_a_language_falls_back_to_the_language(
    tmp_path: Path, forms: Sequence[tuple[str, str, str, str]], expected: str
) -> None:
    """What fr-CA does not say of an office fr says, before any form of less than the office."""
    assert courtesy(tmp_path, forms, _ALONE, language="fr-CA") == expected


def test_nobody_is_greeted_by_a_statement(tmp_path: Path) -> None:
    """A kind that addresses nobody neither greets nor ends, whoever it is sent to."""
    head = "kind: joint-statement\ntitle: The dam\ndate: 2031-04-02\nrecipients: [velmar]\n"
    files = {**_CATALOGUE, DOCUMENT: f"---\n{head}---\nWords.\n"}
    letter = compose(tmp_path, files=files)
    assert (letter.salutation, letter.close) == (None, None)


def test_words_typed_without_a_language_are_in_the_workspaces(tmp_path: Path) -> None:
    """They greet in the default language whatever the recipient reads, and not in a translation."""
    entry = "{parliament: vn, salutation: 'Dear friends,'}"
    letter = compose(tmp_path / "en", front=f"recipients: [{entry}]\n", to=0)
    assert str(letter.salutation) == "Dear friends,"
    french: dict[str, str | bytes] = {
        "templates/campaigns/dam/letter.fr.md": "---\ntitle: Le barrage\n---\nMots.\n"
    }
    letter = compose(
        tmp_path / "fr", front=f"recipients: [{entry}]\n", files=french, language="fr", to=0
    )
    assert str(letter.salutation) == "Mesdames et Messieurs les Parlementaires,"
