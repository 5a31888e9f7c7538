"""What goes wrong with recipients, through the command: told exactly, all at once, and before
anything is written; and what only looks wrong, and is rendered.

`check --each` tells the same as `render --each` refuses.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.words import html_words
from tests.support.pdf import pdf_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.acceptance.letters import Letters

LIST = "recipients/members.yaml"
TABLE = "recipients/members.csv"
FORMS = "recipients/catalogue/forms_of_address.csv"
LETTER = "templates/campaigns/spring/letter.md"
PATHS = ("../../x", "/etc/passwd", "..\\..\\x", "C:\\x", "~/x", "a/b", "..", ".hidden", "con/..")
SOME_LACK_IT = "not every recipient of this letter has one"
NOBODY = (
    "the recipient has no name [recipient]"
    " | write parliament:, chamber:, office: or body: with an id, or a name:"
)
ARABIC = "مجلس الأنهار في فالورا"


def members(letters: Letters, *entries: str, body: str = "The dam is unsafe.") -> None:
    """A letter, and the list of its recipients: an entry a line, from line 3."""
    rows = "".join(f"  - {entry}\n" for entry in entries)
    letters.write({LIST: f"title: Members\nrecipients:\n{rows}"})
    letters.letter(body, "recipients: members")


def refused(letters: Letters, findings: Sequence[str], open_edition: Sequence[str] = ()) -> None:
    """Render and check the individual edition: both refuse it with these findings, and no more;
    `check` looks at the open edition too, and tells first what is wrong with that."""
    assert letters.refused("--each").findings == list(findings)
    checked = letters.run("check", "spring", "--each")
    assert (checked.exit_code, checked.findings) == (1, [*open_edition, *findings])


def written(letters: Letters, *options: str) -> dict[str, str]:
    """The pages of the individual edition, by the path under `output/`; nothing else is there."""
    letters.render("--each", "--to", "html", *options)
    top = letters.root / "output"
    files = [path for path in top.rglob("*") if path.is_file()]
    return {path.relative_to(top).as_posix(): path.read_text(encoding="utf-8") for path in files}


class TestMissingField:
    """A recipient without what the document uses."""

    def test_named_with_both_lines(self, letters: Letters) -> None:
        """Each such recipient is told, with the document's line and their own; those who have the
        field are not, and nothing is rendered."""
        members(
            letters,
            "{id: one, name: Ada Brook, family: Brook}",
            "{id: two, name: Bela Sand}",
            "{parliament: ca}",
            "{id: four, name: Cleo Reed}",
            body="The dam is unsafe.\n\nWe count on you, {{ recipient.family }}.",
        )
        said = f'{LETTER}:10:18: {{{{ recipient.family }}}}: recipient has no "family" [expression]'
        assert letters.at(LETTER, "{{ recipient.family }}") == f"{LETTER}:10"
        refused(
            letters,
            [
                f'{said} | "Bela Sand" is named at {LIST}:4:5',
                f'{said} | "Parliament of Canada" is named at {LIST}:5:5',
                f'{said} | "Cleo Reed" is named at {LIST}:6:5',
            ],
            [f"{said} | {SOME_LACK_IT}"],
        )

    def test_in_a_table(self, letters: Letters) -> None:
        """The line of a CSV list is that of the file, which may have a byte-order mark and any
        separator."""
        rows = "id;name;family;email\none;Ada Brook;Brook;\ntwo;Bela Sand;;b@example.org\n"
        letters.write({TABLE: "\ufeff" + rows})
        letters.letter("Dear {{ recipient.family }}.", "recipients: members")
        said = f'{LETTER}:8:6: {{{{ recipient.family }}}}: recipient has no "family" [expression]'
        refused(
            letters, [f'{said} | "Bela Sand" is named at {TABLE}:3:1'], [f"{said} | {SOME_LACK_IT}"]
        )

    def test_in_the_document_itself(self, letters: Letters) -> None:
        """Where the list is written in the document, both lines are the document's."""
        letters.letter(
            "Dear {{ recipient.given }}.",
            "recipients:\n  - {id: one, name: Ada Brook, given: Ada}\n  - {id: two, name: B}",
        )
        place, line = letters.at(LETTER, "id: two"), letters.at(LETTER, "Dear")
        said = f'{line}:6: {{{{ recipient.given }}}}: recipient has no "given" [expression]'
        refused(letters, [f'{said} | "B" is named at {place}:5'], [f"{said} | {SOME_LACK_IT}"])

    def test_in_the_subject(self, letters: Letters) -> None:
        """The front matter uses fields too."""
        members(letters, "{id: one, name: Ada Brook}")
        letters.letter(front='recipients: members\nsubject: "To {{ recipient.office }}"')
        (finding,) = letters.refused("--each").findings
        place = letters.at(LETTER, "subject:")
        assert finding.startswith(f"{place}:")
        assert 'recipient has no "office" [expression]' in finding
        assert finding.endswith(f'| "Ada Brook" is named at {LIST}:3:5')

    def test_mistyped_field(self, letters: Letters) -> None:
        """A field that no recipient has is a slip of the document: told once, with its line."""
        members(letters, "{name: Ada}", "{name: Bela}", body="To {{ recipient.nam }}.")
        said = f'{LETTER}:8:4: "recipient" has no "nam" [unknown-attribute]'
        refused(letters, [f'{said} | did you mean "name"?'])

    def test_asked_for_first(self, letters: Letters) -> None:
        """A document that asks whether there is one is rendered for everybody."""
        members(
            letters,
            "{id: one, name: Ada Brook, family: Brook}",
            "{id: two, name: Bela Sand}",
            body="{% if recipient.family is defined %}\n\nDear {{ recipient.family }}!\n\n"
            "{% else %}\n\nDear {{ recipient.name }}!\n\n{% endif %}",
        )
        pages = written(letters)
        assert "Dear Brook!" in pages["spring/letter/one.html"]
        assert "Dear Bela Sand!" in pages["spring/letter/two.html"]

    def test_form_of_address_needs_it(self, letters: Letters) -> None:
        """A salutation by surname is never guessed from a name."""
        members(
            letters,
            "{office: us-upper/member, id: one, name: Ada Brook, family: Brook}",
            "{office: us-upper/member, id: two, name: Bela Sand}",
            "{office: us-lower/member, id: three, name: Cleo de la Reed}",
        )
        lacking = ((4, "Senator", "Bela Sand"), (5, "Representative", "Cleo de la Reed"))
        hint = "write family: for this recipient; it is never guessed"
        refused(
            letters,
            [
                f'{LIST}:{line}:5: the salutation "Dear {title} {{family}}:" needs "family", '
                f'which "{name}" lacks [recipient] | {hint}'
                for line, title, name in lacking
            ],
        )

    def test_one_wrong_of_many_stops_all(self, letters: Letters) -> None:
        """No letter is written while one cannot be: not those before it, and not with --only of
        the right ones left out."""
        entries = [f"{{id: m{n}, name: Name {n}, family: F{n}}}" for n in range(40)]
        members(letters, *entries, "{id: last, name: Last}", body="{{ recipient.family }}")
        assert len(letters.refused("--each").findings) == 1
        # Those who are asked for have all that is needed.
        assert sorted(written(letters, "--only", "m1,m2")) == [
            "spring/letter/m1.html",
            "spring/letter/m2.html",
        ]


class TestSameName:
    """Two recipients whose letters would have one file."""

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("one", "one"),
            ("one", "ONE"),
            ("a/b", "a-b"),
            ("x y", "x-y"),
            ("../x", "x"),
            ("e\u0301cole", "\u00e9cole"),
            ("…", "—"),
        ],
    )
    def test_ids(self, letters: Letters, first: str, second: str) -> None:
        """Alike, alike but for capitals, alike once they are file names: told where the second
        stands."""
        members(
            letters,
            f"{{id: {json.dumps(first)}, name: Ada Brook}}",
            "{id: between, name: Cleo Reed}",
            f"{{id: {json.dumps(second)}, name: Bela Sand}}",
        )
        (finding,) = letters.refused("--each").findings
        read = [re.sub("e\u0301", "\u00e9", id_) for id_ in (first, second)]
        assert re.sub("e\u0301", "\u00e9", finding) == (
            f'{LIST}:5:5: "{read[1]}" and "{read[0]}" would be written to the same file '
            "[same-file-name] | give one of them another id"
        )
        checked = letters.run("check", "spring", "--each")
        assert (checked.exit_code, checked.findings) == (1, [finding])

    def test_names_without_ids(self, letters: Letters) -> None:
        """Two people of one name get one file from it: told, with the way out."""
        members(letters, "{name: Ada Brook, family: Brook}", "{name: Ada  Brook, country: FR}")
        said = '"ada-brook" and "ada-brook" would be written to the same file [same-file-name]'
        refused(letters, [f"{LIST}:4:5: {said} | give one of them another id"])
        members(letters, "{name: Ada Brook}", "{name: Ada  Brook, country: FR, id: ada-fr}")
        assert sorted(written(letters)) == [
            "spring/letter/ada-brook.html",
            "spring/letter/ada-fr.html",
        ]


class TestHostileName:
    """Names that are paths, endless, from right to left, or no names."""

    @pytest.mark.parametrize("name", PATHS)
    def test_path(self, letters: Letters, name: str) -> None:
        """A path, as name or as id, stays in the folder of the letters, and prints as itself."""
        members(letters, f"{{id: {json.dumps(name)}, name: {json.dumps(name)}}}")
        members_before = sorted(path.name for path in letters.root.parent.iterdir())
        ((path, page),) = written(letters).items()
        assert re.fullmatch(r"spring/letter/[\w.-]+\.html", path)
        assert not path.startswith("spring/letter/.")
        assert name in " ".join(html_words(page))
        assert sorted(path.name for path in letters.root.parent.iterdir()) == members_before

    @pytest.mark.parametrize("letter", ["a", "\u064a", "\u754c", "\U00010348"])
    def test_long(self, letters: Letters, letter: str) -> None:
        """300 characters, of one byte or of four: the name of the file is short enough for every
        file system, and two such names that differ in their end have two files."""
        ids = [letter * 300, letter * 299 + "b"]
        members(letters, *(f"{{id: {id_}, name: Ada Brook}}" for id_ in ids))
        pages = written(letters)
        names = [path.rpartition("/")[2] for path in pages]
        assert len(names) == 2
        assert all(len(name.encode()) <= 255 for name in names)

    def test_long_name_keeps_to_the_page(self, letters: Letters, tmp_path: Path) -> None:
        """A name of 300 letters, and one of 300 letters in words, print whole in the PDF."""
        words = " ".join(["Committee"] * 30)
        members(letters, f"{{id: one, name: {'a' * 300}}}", f"{{id: two, name: {words}}}")
        letters.render("--each", "--to", "pdf")
        folder = letters.root / "output/spring/letter"
        assert "".join(pdf_words(folder / "one.pdf")).count("a" * 300) == 1
        assert " ".join(pdf_words(folder / "two.pdf")).count(words) == 1

    def test_right_to_left(self, letters: Letters) -> None:
        """A name in Arabic names its file, keeps its own direction in the address of an English
        letter, and is in the PDF with all its letters."""
        members(letters, f"{{name: {ARABIC}}}", body="We write to {{ recipient.name }}.")
        ((path, page),) = written(letters).items()
        assert path == f"spring/letter/{ARABIC.replace(' ', '-')}.html"
        assert f'<span dir="rtl">{ARABIC}</span>' in page
        assert '<html lang="en" dir="ltr"' in page
        letters.render("--each", "--to", "pdf")
        found = "".join(pdf_words(letters.root / "output" / path.replace(".html", ".pdf")))
        assert [letter for letter in set(ARABIC) - {" "} if letter not in found] == []

    @pytest.mark.parametrize("key", ["name", "id", "family", "office", "institution"])
    @pytest.mark.parametrize("value", ['""', '"  "', '"\\u00a0"'])
    def test_empty(self, letters: Letters, key: str, value: str) -> None:
        """A key that is there and empty is an error at its place, in either edition."""
        rest = "id: one" if key == "name" else "name: Ada Brook"
        letters.write({LIST: f"title: M\nrecipients:\n  - {rest}\n    {key}: {value}\n"})
        letters.letter(front="recipients: members")
        for options in ([], ["--each"]):
            (finding,) = letters.refused(*options).findings
            assert re.match(rf"{LIST}:4:\d+: ", finding)
            assert finding.endswith(
                f'"{key}" is empty [value] | fill it in, or take the line out'
            ), finding

    @pytest.mark.parametrize("value", ["", "~"])
    def test_left_open(self, letters: Letters, value: str) -> None:
        """A key without a value is no key, as an empty cell of a table is none: the id is then made
        of the name, and without a name there is nobody."""
        text = f"title: M\nrecipients:\n  - name: Ada Brook\n    id: {value}\n    family: {value}\n"
        letters.write({LIST: text})
        letters.letter(front="recipients: members")
        assert list(written(letters)) == ["spring/letter/ada-brook.html"]
        letters.write({LIST: f"title: M\nrecipients:\n  - id: one\n    name: {value}\n"})
        refused(letters, [f"{LIST}:3:5: {NOBODY}"])

    def test_nobody(self, letters: Letters) -> None:
        """An entry, or a row of a table, that names nobody."""
        members(letters, "{id: one, country: FR}")
        refused(letters, [f"{LIST}:3:5: {NOBODY}"])
        (letters.root / LIST).unlink()
        letters.write({TABLE: "id,name,country\none,,FR\ntwo,Bela Sand,FR\n"})
        refused(letters, [f"{TABLE}:2:1: {NOBODY}"])

    def test_markup(self, letters: Letters) -> None:
        """Signs that mean something elsewhere print as they are: in the address, the salutation
        and the text."""
        name = '<b>Ada</b> & "Bela" {{ 1 + 1 }} *c* _d_ [e](f) %s $PATH `g`'
        members(
            letters,
            f"{{id: one, name: Ada, family: {json.dumps(name)}, office: us-upper/member}}",
            f"{{id: two, name: {json.dumps(name)}}}",
            body="We write to {{ recipient.name }}.",
        )
        pages = written(letters)
        assert f"Dear Senator {name}:" in " ".join(html_words(pages["spring/letter/one.html"]))
        said = " ".join(html_words(pages["spring/letter/two.html"]))
        assert said.count(name) == 2


class TestFormsOfAddress:
    """The table of salutations, where a workspace has one of its own."""

    def written_out(self, letters: Letters, table: str) -> None:
        """A letter to somebody who is not in the catalogue, beside a table of one's own."""
        letters.write({FORMS: table})
        letters.letter(front="recipients: [{id: one, name: Ada Brook}]")

    def test_without_the_column(self, letters: Letters) -> None:
        """A table without a language is refused by its first line."""
        self.written_out(letters, 'office,salutation\nca,"Dear Canadians,"\n')
        said = f"{FORMS}:1:1: a column language is missing [table]"
        refused(letters, [f"{said} | the table's first line names its columns"])

    @pytest.mark.parametrize("row", ["ca,,Dear", ",en,Dear", "ca, ,Dear"])
    def test_row_without_it(self, letters: Letters, row: str) -> None:
        """A row without a language, or without an office, is refused by its line."""
        self.written_out(letters, f"office,language,salutation\nnz,en,Dear all\n{row}\n")
        said = f"{FORMS}:3:1: the row has no office or no language [catalogue]"
        refused(letters, [f"{said} | fill the cell, or take the row out"])

    def test_all_rows_are_told(self, letters: Letters) -> None:
        """Every fault of the table is told at once."""
        table = 'office,language,salutation\nca,,a\nnz,en,"Dear {surname},"\nau,en,b\nau,en,c\n'
        self.written_out(letters, table)
        empty = "the row has no office or no language [catalogue]"
        gap = 'unknown gap "{surname}" in the column salutation [catalogue]'
        gaps = "{family}, {given}, {honorific}, {in_text}, {institution}, {name}, {office}, "
        twice = '"au en" is in this table twice [catalogue]'
        refused(
            letters,
            [
                f"{FORMS}:2:1: {empty} | fill the cell, or take the row out",
                f"{FORMS}:3:1: {gap} | known gaps: {gaps}{{post_nominals}}",
                f"{FORMS}:5:1: {twice} | it stands first on line 4: keep one of them",
            ],
        )

    def test_own_row_hides_no_other(self, letters: Letters) -> None:
        """One row of one's own corrects one salutation in one language."""
        letters.write({FORMS: 'office,language,salutation\nca,en,"Dear Canadians,"\n'})
        letters.letter(front="recipients: [{parliament: ca}, {parliament: us}]")
        pages = written(letters)
        assert salutation(pages["spring/letter/ca.html"]) == "Dear Canadians,"
        assert salutation(pages["spring/letter/us.html"]) == "Dear Members of Congress:"

    def test_language_without_a_form(self, letters: Letters, repository: Path) -> None:
        """A letter in a language of which the table has no form greets and ends as the language
        does, whatever the addressee is; the others keep their forms."""
        letters.write(
            {
                "templates/wording/de.yaml": german(repository),
                "templates/campaigns/spring/campaign.yaml": "title: Spring\nlanguages: [en, de]\n",
                "templates/campaigns/spring/letter.de.md": (
                    "---\ntitle: Brief zum Damm\n---\nDer Damm ist unsicher.\n"
                ),
            }
        )
        letters.letter(
            front="recipients:\n  - {parliament: de}\n  - {chamber: de-lower}\n"
            "  - {office: de-lower/president, name: Ada Brook, family: Brook}\n"
            "  - {id: own, name: Ada Brook, language: de}\n  - {parliament: ca}"
        )
        pages = written(letters)
        greetings = {
            path.removeprefix("spring/letter/"): (
                re.findall('<html lang="(.*?)"', page)[0], salutation(page), close(page)
            )
            for path, page in pages.items()
        }  # fmt: skip
        usual = ("de", "Sehr geehrte Damen und Herren,", "Mit freundlichen Grüßen")
        members_ = ("en", "Dear Members of the Parliament of Canada,", "Yours sincerely,")
        assert greetings == {
            "de.html": usual,
            "de-lower.html": usual,
            "de-lower-president.html": usual,
            "own.html": usual,
            "ca.html": members_,
        }

    def test_form_with_the_office_above_the_name(self, letters: Letters) -> None:
        """What a list says of a person stands in the line of their name, whichever that is: in
        Japanese the office comes before it, and 先生 behind it in the place of the usual 様."""
        letters.write(
            {
                "templates/campaigns/spring/campaign.yaml": "title: Spring\nlanguages: [en, ja]\n",
                "templates/campaigns/spring/letter.ja.md": "---\ntitle: 書簡\n---\n本文。\n",
            }
        )
        members(
            letters,
            "{office: jp-lower/member, id: plain, name: 川田 花子}",
            "{office: jp-lower/member, id: titled, name: 川田 花子, post_nominals: 先生}",
        )
        pages = written(letters)
        lines = [
            re.findall(r"<span[^>]*>(.*?)</span>", pages[f"spring/letter/{id_}.html"])[:2]
            for id_ in ("plain", "titled")
        ]
        assert lines == [["衆議院議員", "川田 花子 様"], ["衆議院議員", "川田 花子 先生"]]

    @pytest.mark.parametrize(
        ("letters_after", "line"),
        [
            ("MP", "Dr Ada Brook MP"),
            ("CBE MP", "Dr Ada Brook CBE MP"),
            ("'P.C., M.P.'", "Dr Ada Brook, P.C., M.P."),
        ],
    )
    def test_letters_after_a_name(self, letters: Letters, letters_after: str, line: str) -> None:
        """Letters with commas between them have one before the first as well."""
        members(letters, f"{{name: Ada Brook, honorific: Dr, post_nominals: {letters_after}}}")
        (page,) = written(letters).values()
        assert re.findall(r"<span[^>]*>(.*?)</span>", page) == [line]

    def test_own_salutation_comes_first(self, letters: Letters) -> None:
        """Words typed for a recipient stand before every form."""
        members(
            letters,
            "{parliament: us, salutation: 'Dear Friends on the Hill,', close: 'With hope,'}",
        )
        (page,) = written(letters).values()
        assert (salutation(page), close(page)) == ("Dear Friends on the Hill,", "With hope,")


def german(repository: Path) -> str:
    """The English wording with what a letter greets and ends with in German."""
    text = (repository / "templates" / "wording" / "en.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("language: en\n", "language: de\n"),
        ("name: English\n", "name: German\n"),
        ("locale: en-001\n", ""),
        ("salutation_one: Dear Sir or Madam,", "salutation_one: Sehr geehrte Damen und Herren,"),
        ("close_one: Yours faithfully,", "close_one: Mit freundlichen Grüßen"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def salutation(page: str) -> str:
    (found,) = re.findall(r'<p class="salutation">(.*?)</p>', page)
    return str(found)


def close(page: str) -> str:
    (found,) = re.findall(r'<p class="close">(.*?)</p>', page)
    return str(found)
