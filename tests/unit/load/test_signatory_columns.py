"""load.signatory_columns: the exports of the usual form builders are known by their headers."""

from __future__ import annotations

import pytest

from undersigned.load.columns import guess_columns, knows, plain_name
from undersigned.load.consent_columns import consent_columns
from undersigned.load.form_columns import settle_columns
from undersigned.load.sheet import Sheet, SheetRow
from undersigned.load.signatory_columns import FIELDS, GUESSED, IGNORED

EXPORTS = {
    "Google Forms": (
        ("Timestamp", "Email Address", "Name of your organization", "Country",
         "May we list your organization publicly?"),
        ("2026/10/03 2:02:11 PM GMT+7", "o@v.example", "River Watch", "Cambodia", "Yes"),
        ("signed_on", "email", "organisation", "country", "publish"),
    ),
    "Microsoft Forms": (
        ("ID", "Start time", "Completion time", "Email", "Name", "Organisation's name",
         "Your full name", "Job title"),
        ("1", "2026-10-03 13:58:00", "2026-10-03 14:02:11", "anonymous", "", "River Watch",
         "Ona Tesk", "Director"),
        ("response", "", "signed_on", "", "", "organisation", "person", "title"),
    ),
    "Typeform": (
        ("#", "What is the name of your organisation?", "Website", "Start Date (UTC)",
         "Submit Date (UTC)", "Network ID"),
        ("k3jd81", "River Watch", "https://w.example", "2026-10-03 13:58", "2026-10-03 14:02",
         "8f2a"),
        ("response", "organisation", "url", "", "signed_on", ""),
    ),
    "JotForm": (
        ("Submission Date", "First Name", "Last Name", "Organization", "E-mail", "Submission ID"),
        ("2026-10-03 14:02:11", "Ona", "Tesk", "River Watch", "o@v.example", "5550001"),
        ("signed_on", "given", "family", "organisation", "email", "response"),
    ),
    "LimeSurvey": (
        ("Response ID", "Date submitted", "Last page", "Start language", "Seed",
         "Nom de l'organisation", "Sigle", "Pays"),
        ("12", "2026-10-03 14:02:11", "2", "fr", "8891", "Veille des Rivières", "VDR", "Cambodge"),
        ("response", "signed_on", "", "", "", "organisation", "acronym", "country"),
    ),
    "KoboToolbox": (
        ("start", "end", "Nama organisasi", "Negara", "_id", "_uuid", "_submission_time",
         "_validation_status", "_index"),
        ("2026-10-03T13:58", "2026-10-03T14:02", "Pantau Sungai", "Kamboja", "77", "a-b-c",
         "2026-10-03T14:02:11", "", "1"),
        ("", "", "organisation", "country", "response", "", "signed_on", "", ""),
    ),
    "Airtable": (
        ("Organisation name", "Contact person", "Country", "Logo", "Created"),
        ("River Watch", "Ona Tesk", "Cambodia", "logo.png (https://a.example/l.png)",
         "2026-10-03"),
        ("organisation", "contact", "country", "logo", "signed_on"),
    ),
    "SurveyMonkey": (
        ("Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address",
         "First Name", "Last Name", "What is the name of your organization?"),
        ("118", "4", "10/13/2026 13:58", "10/13/2026 14:02", "192.0.2.1", "o@v.example", "Ona",
         "Tesk", "River Watch"),
        ("response", "", "", "signed_on", "", "email", "given", "family", "organisation"),
    ),
    "Action Network": (
        ("first_name", "last_name", "email", "zip_code", "country", "Organization", "created_at"),
        ("Ona", "Tesk", "o@v.example", "12000", "KH", "River Watch", "2026-10-03 14:02"),
        ("given", "family", "email", "", "country", "organisation", "signed_on"),
    ),
    "NationBuilder": (
        ("nationbuilder_id", "full_name", "email", "employer", "occupation", "created_at"),
        ("42", "Ona Tesk", "o@v.example", "River Watch", "Director", "2026-10-03"),
        ("response", "person", "email", "affiliation", "title", "signed_on"),
    ),
    "Mailchimp": (
        ("Email Address", "First Name", "Last Name", "Organization", "OPTIN_TIME", "CONFIRM_TIME",
         "EUID"),
        ("o@v.example", "Ona", "Tesk", "River Watch", "2026-10-03 14:00", "2026-10-03 14:02",
         "9d1f"),
        ("email", "given", "family", "organisation", "", "signed_on", "response"),
    ),
    "Wufoo": (
        ("Entry Id", "Organisation", "Acronym", "Region", "Date Created", "Date Updated"),
        ("3", "River Watch", "RW", "Mekong", "2026-10-03 14:02", ""),
        ("response", "organisation", "acronym", "group", "signed_on", ""),
    ),
    "Framaforms": (
        ("Serial", "Submitted Time", "Completed Time", "Modified Time", "Nom de l'association",
         "Pouvons-nous publier le nom de votre association ?"),
        ("5", "2026-10-03 14:02", "2026-10-03 14:02", "", "Veille des Rivières", "oui"),
        ("response", "", "signed_on", "", "organisation", "publish"),
    ),
    "Gravity Forms": (
        ("Name (First)", "Name (Last)", "Organisation", "Address (Country)", "Entry Id",
         "Entry Date"),
        ("Ona", "Tesk", "River Watch", "Cambodia", "9", "2026-10-03 14:02:11"),
        ("given", "family", "organisation", "country", "response", "signed_on"),
    ),
    "in Spanish": (
        ("Marca temporal", "Nombre de la organización", "Siglas", "País", "Correo electrónico",
         "¿Podemos publicar el nombre de su organización?"),
        ("03/10/2026 14:02:11", "Vigías del Río", "VDR", "Chile", "o@v.example", "Sí"),
        ("signed_on", "organisation", "acronym", "country", "email", "publish"),
    ),
    "in Portuguese": (
        ("Carimbo de data/hora", "Nome da organização", "Sigla", "País", "Endereço de e-mail"),
        ("03/10/2026 14:02:11", "Guarda do Rio", "GDR", "Brasil", "o@v.example"),
        ("signed_on", "organisation", "acronym", "country", "email"),
    ),
    "in German": (
        ("Zeitstempel", "Name der Organisation", "Abkürzung", "Land", "E-Mail-Adresse"),
        ("03.10.2026 14:02:11", "Flusswacht", "FW", "Schweiz", "o@v.example"),
        ("signed_on", "organisation", "acronym", "country", "email"),
    ),
    "in Arabic": (
        ("طابع زمني", "اسم المنظمة", "البلد", "البريد الإلكتروني"),
        ("2026/10/03 2:02:11 م", "مرصد الأنهار", "لبنان", "o@v.example"),
        ("signed_on", "organisation", "country", "email"),
    ),
    "in Japanese": (
        ("タイムスタンプ", "団体名", "略称", "国名", "メールアドレス"),
        ("2026/10/03 14:02:11", "国際川協会", "IRA", "日本", "o@v.example"),
        ("signed_on", "organisation", "acronym", "country", "email"),
    ),
    "in Khmer": (
        ("ត្រាពេលវេលា", "ឈ្មោះអង្គការ", "អក្សរកាត់", "ប្រទេស", "អ៊ីមែល"),
        ("2026-10-03 14:02", "អង្គការទន្លេ", "AT", "កម្ពុជា", "o@v.example"),
        ("signed_on", "organisation", "acronym", "country", "email"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("tool", EXPORTS)
def test_an_export(tool: str) -> None:
    """Each column is what it is, without a doubt."""
    header, cells, expected = EXPORTS[tool]
    rows = tuple(SheetRow(line, cells) for line in range(2, 10))
    sheet = Sheet("f.csv", header, rows)
    consent = consent_columns(sheet, FIELDS, IGNORED, (), ())
    columns = guess_columns(
        sheet, GUESSED, None, IGNORED, filled_only=True, left_out=consent.columns
    )
    columns = settle_columns(sheet, columns, (), consent)
    found = {match.column: match.field for match in columns.matches}
    assert columns.doubts == ()
    assert tuple(found.get(index, "") for index in range(len(header))) == expected


def test_what_is_ignored_is_no_field() -> None:
    """A word in both tables would leave out a column that is wanted: a state, for one."""
    words = {plain_name(word) for f in FIELDS for word in (f.name, *f.words, *f.weak)}
    assert not words & {plain_name(word) for word in IGNORED}


@pytest.mark.parametrize("cell", ["withheld", "Anonymous", "please do not publish", "匿名"])
def test_a_cell_that_asks_to_be_withheld(cell: str) -> None:
    """In a column that nobody knows, it is a doubt and never left out."""
    rows = tuple(SheetRow(line, ("River Watch", cell)) for line in range(2, 10))
    sheet = Sheet("f.csv", ("Organisation", "Stage"), rows)
    columns = settle_columns(sheet, guess_columns(sheet, FIELDS, None, IGNORED, filled_only=True))
    assert [[name for name, _ in doubt.either] for doubt in columns.doubts] == [
        ["publish", "anonymous", "ignore"]
    ]


def test_a_header_is_known_by_its_questions() -> None:
    """Above it a title may stand."""
    known = knows(FIELDS, IGNORED)
    assert known("What is the full legal name of your organization? *")
    assert not known("Responses to our form")
