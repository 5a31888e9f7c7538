"""The columns of a sign-on form's export, as form builders and campaign tools call them.

Words are of Google Forms, Microsoft Forms, Typeform, JotForm, LimeSurvey, KoboToolbox, Airtable,
SurveyMonkey, Action Network, NationBuilder, Mailchimp, Wufoo, Framaforms and Gravity Forms, in
English, French, Spanish, Portuguese, German, Arabic, Indonesian, Khmer and Japanese; questions
are known by `load.form_question`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from undersigned.load.columns import Field
from undersigned.load.country import find_country
from undersigned.load.date_column import is_date
from undersigned.load.form_answer import is_answer, is_kind
from undersigned.load.form_question import asks_for
from undersigned.load.naming_question import Asked, asks_to_sign, naming_question
from undersigned.model.roster import SignatoryStatus

__all__ = ["FIELDS", "GUESSED", "IGNORED", "NAMING", "PERSON"]

# One of these says who signs.
NAMING = ("organisation", "name", "person", "family", "given", "id")
# Where a person's name may stand.
PERSON = ("person", "given", "family", "contact", "name")

_STATES = frozenset(status.value for status in SignatoryStatus)


def _asks(field: str) -> Callable[[str], bool]:
    return partial(_asked, field)


def _asked(field: str, name: str) -> bool:
    return asks_for(name, field)


def _is_email(cell: str) -> bool:
    return bool(re.fullmatch(r"[^@]*[^\s@]@[^\s@]+\.[^@]+", cell.strip()))


def _is_website(cell: str) -> bool:
    pattern = r"(https?://|www\.)\S+|[\w-]+(\.[\w-]+)+(/\S*)?$"
    return "@" not in cell and bool(re.match(pattern, cell.strip(), re.IGNORECASE))


def _is_country(cell: str) -> bool:
    return find_country(cell, in_any_language=True) is not None


def _is_words(cell: str) -> bool:
    return "@" not in cell and "://" not in cell and any(map(str.isalpha, cell))


def _is_id(cell: str) -> bool:
    return bool(re.fullmatch(r"[a-z0-9]+([._-][a-z0-9]+)*", cell)) and bool(
        re.search("[a-z]", cell)
    )


def _is_token(cell: str) -> bool:
    return bool(re.fullmatch(r"[\w:.-]{1,80}", cell))


def _is_status(cell: str) -> bool:
    return cell.casefold() in _STATES


FIELDS = (
    # What decides over a name comes first; it is `load.consent_columns` that finds it.
    Field(
        "anonymous", fits=is_answer, asks=lambda name: naming_question(name) is Asked.ANONYMOUS,
        said="yes or no",
    ),
    Field(
        "publish", fits=is_answer, asks=lambda name: naming_question(name) is Asked.PUBLISH,
        said="yes or no",
    ),
    Field("status", ("signature status", "sign on status"), fits=_is_status, said="states"),
    Field(
        "consent", ("agree to sign", "consent to sign", "endorsement", "we endorse", "sign on"),
        ("consent", "agree", "i agree", "we agree", "agreement", "confirmation", "endorse",
         "consentement", "consentimiento", "einverständnis", "persetujuan", "同意", "الموافقة"),
        fits=is_answer, asks=asks_to_sign, said="yes or no",
    ),
    Field(
        "kind",
        ("signing as", "sign as", "signatory type", "type of signatory", "signer type",
         "signed as", "i am signing as", "individual or organisation",
         "individual or organization", "organisation or individual"),
        ("type", "category", "kategorie", "catégorie", "categoría"),
        fits=is_kind, asks=_asks("kind"), said="organisation or individual", decides=True,
    ),
    Field(
        "response",
        ("response id", "responseid", "submission id", "submissionid", "respondent id",
         "respondentid", "entry id", "entryid", "response number", "record id", "recordid",
         "_id", "_uuid", "uuid", "instanceid", "meta instanceid", "token", "unique id", "euid",
         "leid", "action network id", "nationbuilder id", "signup id", "signature id",
         "submission uuid", "serial", "respondent number"),
        ("id", "#", "number", "no", "nr", "nº", "_index", "index", "network id"),
        fits=_is_token, decides=True, first=True, said="one word",
    ),
    Field("id", ("directory id", "signatory id"), fits=_is_id),
    Field(
        "signed_on",
        ("timestamp", "time stamp", "submitted at", "submitted on", "submission date",
         "date submitted", "submit date", "submitdate", "submission time", "_submission_time",
         "completion time", "completed at", "completed time", "date completed", "end date",
         "enddate", "entry date", "date created", "created at", "created on", "created date",
         "created time", "created", "signed at", "signed on", "signed date", "date signed",
         "signature date", "date of signature", "confirm time", "submitted time", "submitted",
         "horodateur", "date de soumission", "date de signature", "marca temporal",
         "fecha de envío", "fecha de firma", "carimbo de data/hora", "data de envio",
         "data de assinatura", "zeitstempel", "datum der einreichung", "abgeschickt am",
         "طابع زمني", "stempel waktu", "cap waktu", "タイムスタンプ", "回答日時",
         "ត្រាពេលវេលា"),
        ("date", "datum", "fecha", "data", "tanggal", "time", "日付", "التاريخ"),
        fits=is_date, decides=True, first=True, said="dates",
    ),
    Field(
        "email",
        ("e-mail", "mail", "e mail", "email address", "e-mail address", "mail address",
         "username", "adresse e-mail", "adresse email", "courriel", "adresse électronique",
         "correo", "correo electrónico", "dirección de correo electrónico", "endereço de e-mail",
         "e-mail-adresse", "surel", "alamat email", "メール", "メールアドレス",
         "البريد الإلكتروني", "عنوان البريد الإلكتروني", "អ៊ីមែល"),
        fits=_is_email, asks=_asks("email"), telling=True, said="e-mail addresses",
    ),
    Field("logo", ("logo url", "organisation logo", "organization logo"), asks=_asks("logo")),
    Field(
        "acronym",
        ("abbreviation", "short name", "initials", "sigle", "acronyme", "sigla", "siglas",
         "acrónimo", "acrônimo", "abkürzung", "kurzform", "singkatan", "akronim", "略称",
         "الاختصار", "អក្សរកាត់"),
        fits=_is_words, asks=_asks("acronym"),
    ),
    Field(
        "given",
        ("given name", "given names", "first name", "firstname", "fname", "forename", "first",
         "name first", "vorname", "prénom", "prénoms", "nombre de pila", "nombres",
         "primeiro nome", "nama depan", "名", "الاسم الأول"),
        fits=_is_words, asks=_asks("given"),
    ),
    Field(
        "family",
        ("family name", "last name", "lastname", "lname", "surname", "last", "name last",
         "nachname", "familienname", "nom de famille", "apellido", "apellidos", "sobrenome",
         "apelido", "nama belakang", "姓", "اسم العائلة", "នាមត្រកូល"),
        fits=_is_words, asks=_asks("family"),
    ),
    Field(
        "contact",
        ("contact", "contact name", "contact person", "submitted by", "focal point",
         "representative", "name of representative", "respondent", "respondent name",
         "personne de contact", "persona de contacto", "pessoa de contato",
         "ansprechperson", "ansprechpartner", "narahubung", "担当者", "担当者名"),
        fits=_is_words, asks=_asks("contact"),
    ),
    Field(
        "organisation",
        ("organization", "organisation name", "organization name", "org", "org name", "company",
         "company name", "organisation s name", "organization s name", "group name", "ngo",
         "ngo name", "institution", "institution name", "signing organisation",
         "signing organization", "association", "organisme", "nom de l'organisation",
         "nom de l'association", "organización", "nombre de la organización", "entidad",
         "organização", "nome da organização", "entidade", "verein", "name der organisation",
         "organisationsname", "organisasi", "nama organisasi", "lembaga", "nama lembaga",
         "団体", "団体名", "組織名", "المنظمة", "اسم المنظمة", "អង្គការ", "ឈ្មោះអង្គការ"),
        fits=_is_words, asks=_asks("organisation"),
    ),
    Field(
        "affiliation",
        ("affiliations", "institutional affiliation", "employer", "university", "workplace",
         "rattachement", "afiliación", "filiação", "zugehörigkeit", "afiliasi", "所属"),
        fits=_is_words, asks=_asks("affiliation"),
    ),
    Field(
        "person",
        ("full name", "fullname", "your name", "your full name", "name in full",
         "first and last name", "name and surname", "nom complet", "nom et prénom",
         "votre nom", "nombre completo", "nombre y apellidos", "su nombre", "nome completo",
         "seu nome", "vollständiger name", "ihr name", "nama lengkap", "nama anda", "氏名",
         "お名前", "الاسم الكامل", "ឈ្មោះពេញ"),
        fits=_is_words, asks=_asks("person"),
    ),
    Field(
        "name",
        ("signatory", "signatories", "signatory name", "name of signatory", "signer",
         "signer name", "signed by", "endorser", "endorsed by", "signataire", "signatario",
         "firmante", "signatário", "unterzeichner", "unterzeichnende", "penandatangan",
         "署名者", "الموقّع", "nom", "nombre", "nome", "nama", "名前", "الاسم", "ឈ្មោះ"),
        fits=_is_words, asks=_asks("name"),
    ),
    Field(
        "title",
        ("job title", "position", "role", "function", "designation", "your title", "occupation",
         "fonction", "poste", "cargo", "puesto", "função", "funktion", "position title",
         "jabatan", "役職", "肩書", "المنصب", "តួនាទី", "titre", "título", "titel"),
        fits=_is_words, asks=_asks("title"),
    ),
    Field(
        "country",
        ("country name", "country code", "country of registration", "headquarters", "nation",
         "pays", "país", "land", "negara", "国", "国名", "البلد", "الدولة", "ប្រទេស",
         "address country", "user country", "country of residence"),
        fits=_is_country, asks=_asks("country"), said="countries",
    ),
    Field(
        "group",
        ("region", "région", "región", "região", "wilayah", "地域", "المنطقة"),
        ("section", "list"),
        fits=_is_words, asks=_asks("group"),
    ),
    Field(
        "url",
        ("website", "web site", "web", "homepage", "web address", "website url", "site web",
         "site internet", "sitio web", "página web", "site", "webseite", "internetseite",
         "situs web", "situs", "ウェブサイト", "الموقع الإلكتروني", "គេហទំព័រ"),
        fits=_is_website, asks=_asks("url"), said="web addresses",
    ),
    Field("evidence", ("proof", "source of confirmation", "confirmation e-mail")),
    Field(
        "note",
        ("notes", "comment", "comments", "remarks", "additional comments", "commentaire",
         "commentaires", "comentario", "comentarios", "comentários", "kommentar", "bemerkungen",
         "catatan", "komentar", "コメント", "備考", "ملاحظات", "មតិយោបល់"),
        first=True,
    ),
    Field("sort_key", ("sort as", "sort name")),
)  # fmt: skip

# Those that are told from words alone: not who may be named.
GUESSED = tuple(field for field in FIELDS if field.name not in ("anonymous", "publish"))

# Known, and no part of a roster.
IGNORED = (
    "start date", "start time", "startdate", "started at", "start", "end", "last modified time",
    "date modified", "updated at", "last updated", "datestamp", "optin time", "lastpage",
    "last page", "startlanguage", "start language", "seed", "language", "locale", "ip",
    "ip address", "ipaddress", "refurl", "referrer", "referrer code", "source url",
    "user agent", "browser", "phone", "phone number", "telephone", "mobile", "mobile number",
    "fax", "address", "street", "city", "zip", "zip code", "zip postal code", "postal code",
    "postcode", "state", "state province", "county", "latitude", "longitude", "gender", "age",
    "collector id", "collectorid", "custom data 1", "custom data", "tags", "response type",
    "stage date", "score", "total points", "quiz feedback", "payment status", "is supporter",
    "member rating", "gmtoff", "dstoff", "timezone", "cc", "region code", "_validation_status",
    "__version__", "_tags", "_geolocation", "téléphone",
    "teléfono", "telefone", "telefon", "adresse", "dirección", "endereço", "ville", "ciudad",
    "cidade", "stadt", "kota", "alamat", "電話", "電話番号", "住所", "الهاتف", "العنوان", "المدينة",
    "លេខទូរស័ព្ទ",
)  # fmt: skip
