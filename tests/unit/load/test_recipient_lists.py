"""Recipient lists that can be read: every form of an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.sketch import sketch
from tests.support.sources import said, workspace
from undersigned.errors import Findings
from undersigned.load import list_names, load_catalogue
from undersigned.load.recipients import load_recipient_list

if TYPE_CHECKING:
    from pathlib import Path

FILES: dict[str, str | bytes] = {
    "recipients/catalogue/parliaments.csv": (
        "id;name;in_text;country;languages;so"
        "urce;as_of\nvelmar;Assembly of "
        "Velmar;the Assembly of "
        "Velmar;FR;en|fr;https://velmar.examp"
        "le;2031-01-02\n"
    ),
    "recipients/catalogue/chambers.csv": (
        "id,name,parliament,role\nvelmar-lower,Lower House,velmar,lower\n"
    ),
    "recipients/catalogue/offices.csv": (
        "id,name,of,address\nvelmar-lower/speaker,Speaker,velmar-lower,1 Square | Velmar City\n"
    ),
    "recipients/catalogue/bodies.csv": "id,name\nriver-board,River Board\n",
    "recipients/catalogue/forms_of_address.csv": (
        "office,language,salutation\nparliament,en,Honourable House of Velmar\n"
    ),
    "recipients/list.yaml": (
        "title: All forms\nrecipients:\n  - "
        "velmar\n  - {parliament: velmar, as: "
        "The Old Assembly}\n  - {chamber: "
        "velmar-lower}\n  - {office: "
        "velmar-lower/speaker, name: A. "
        "Person, honorific: H.E.}\n  - {body: "
        "river-board, email: "
        "board@velmar.example}\n  - id: chair\n    "
        "name: B. Person\n    given: B.\n    "
        "family: Person\n    honorific: Dr\n    "
        "post_nominals: MP\n    office: Chair\n    "
        "institution: Dam Committee\n    "
        "in_text: the Chair\n    address: [2 "
        "Square, Velmar City]\n    country: FR\n    "
        "language: fr\n    email: "
        "chair@velmar.example\n    salutation: "
        "Dear Chair,\n    close: Yours,\n"
    ),
    "recipients/rows.csv": ("\ufeffname;address;country\nThe Board;1 Square|Velmar City;FR\n"),
}


def lines(root: Path, name: str) -> list[str]:
    """A list in which nothing is wrong."""
    opened = workspace(root, FILES)
    findings = Findings()
    read = load_recipient_list(opened, name, load_catalogue(opened), findings)
    assert findings.items == []
    return sketch(read).split("\n")


def test_an_entry_is_a_record_or_written_out(tmp_path: Path) -> None:
    """Ids of the catalogue, with and without words of the list's own, and a person in full."""
    assert lines(tmp_path, "list") == [
        "RecipientList name='list' title='All forms' 1:1",
        "  recipients:",
        (
            "    Recipient id='velmar' kind='parliament' role='' 3:5 "
            "record='velmar' name_language='en' in_text_language='en' country='FR' "
            "source='https://velmar.example' as_of='2031-01-02'"
        ),
        "      name:",
        "        'Assembly of Velmar' 2:1 recipient",
        "      in_text:",
        "        'the Assembly of Velmar' 2:1 recipient",
        "      institution:",
        "        'Assembly of Velmar' 2:1 recipient",
        "      languages:",
        "        'en'",
        "        'fr'",
        (
            "    Recipient id='velmar' kind='parliament' role='' 4:5 "
            "record='velmar' in_text_language='en' country='FR' "
            "source='https://velmar.example' as_of='2031-01-02'"
        ),
        "      name:",
        "        'The Old Assembly' 4:5 recipient",
        "      in_text:",
        "        'the Assembly of Velmar' 2:1 recipient",
        "      institution:",
        "        'The Old Assembly' 4:5 recipient",
        "      languages:",
        "        'en'",
        "        'fr'",
        (
            "    Recipient id='velmar-lower' kind='chamber' role='lower' 5:5 "
            "record='velmar-lower' of='velmar' name_language='en' country='FR'"
        ),
        "      name:",
        "        'Lower House' 2:1 recipient",
        "      institution:",
        "        'Lower House' 2:1 recipient",
        "      languages:",
        "        'en'",
        "        'fr'",
        (
            "    Recipient id='velmar-lower/speaker' kind='office' role='lower' 6:5 "
            "record='velmar-lower/speaker' of='velmar-lower' name_language='en' "
            "in_person=True country='FR'"
        ),
        "      name:",
        "        'A. Person' 6:5 recipient",
        "      honorific:",
        "        'H.E.' 6:5 recipient",
        "      office:",
        "        'Speaker' 2:1 recipient",
        "      institution:",
        "        'Lower House' 2:1 recipient",
        "      address:",
        "        PostalAddress",
        "          lines:",
        "            '1 Square' 2:1 recipient",
        "            'Velmar City' 2:1 recipient",
        "      languages:",
        "        'en'",
        "        'fr'",
        (
            "    Recipient id='river-board' kind='body' role='' 7:5 "
            "record='river-board' name_language='en' email='board@velmar.example'"
        ),
        "      name:",
        "        'River Board' 2:1 recipient",
        "      institution:",
        "        'River Board' 2:1 recipient",
        (
            "    Recipient id='chair' kind='office' role='' 8:5 in_person=True "
            "country='FR' email='chair@velmar.example' words_language='fr'"
        ),
        "      name:",
        "        'B. Person' 8:5 recipient",
        "      in_text:",
        "        'the Chair' 8:5 recipient",
        "      given:",
        "        'B.' 8:5 recipient",
        "      family:",
        "        'Person' 8:5 recipient",
        "      honorific:",
        "        'Dr' 8:5 recipient",
        "      post_nominals:",
        "        'MP' 8:5 recipient",
        "      office:",
        "        'Chair' 8:5 recipient",
        "      institution:",
        "        'Dam Committee' 8:5 recipient",
        "      address:",
        "        PostalAddress",
        "          lines:",
        "            '2 Square' 8:5 recipient",
        "            'Velmar City' 8:5 recipient",
        "      languages:",
        "        'fr'",
        "      salutation:",
        "        'Dear Chair,' 8:5 recipient",
        "      close:",
        "        'Yours,' 8:5 recipient",
    ]


def test_a_table_is_a_list_too(tmp_path: Path) -> None:
    """A table with a mark and semicolons reads as the same list would; bars part its lines."""
    assert lines(tmp_path, "rows") == [
        "RecipientList name='rows' title='rows' 1:1",
        "  recipients:",
        "    Recipient id='the-board' kind='body' role='' 2:1 country='FR'",
        "      name:",
        "        'The Board' 2:1 recipient",
        "      address:",
        "        PostalAddress",
        "          lines:",
        "            '1 Square' 2:1 recipient",
        "            'Velmar City' 2:1 recipient",
    ]


def test_a_private_list_goes_by_its_name(tmp_path: Path) -> None:
    """A list under recipients/private/ is one like any other; it is in one of both places."""
    files: dict[str, str | bytes] = {
        "recipients/private/press.yaml": "recipients: [{name: The Board}]\n",
        "recipients/private/.press.yaml.swp": "",
        "recipients/both.yaml": "recipients: [{name: The Board}]\n",
        "recipients/private/both.csv": "name\nThe Board\n",
    }
    opened = workspace(tmp_path, files)
    catalogue = load_catalogue(opened)
    assert {"both", "press"} <= set(list_names(opened))
    read = load_recipient_list(opened, "press", catalogue, Findings())
    assert [recipient.name.text for recipient in read.recipients] == ["The Board"]
    assert str(read.location) == "recipients/private/press.yaml:1:1"
    assert said(lambda: load_recipient_list(opened, "both", catalogue, Findings())) == [
        (
            'recipients/private/both.csv:1:1 [list-twice] the list "both" is there twice, as '
            "recipients/both.yaml and as recipients/private/both.csv (keep one of the two, or "
            "give one another name)"
        )
    ]
